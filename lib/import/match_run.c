/*
 * match_run - leads that share a key, side by side.
 *
 * Most keys are one lead's alone, and of most that several share nothing follows.  So they are counted
 * first, in a table where a few others may be counted with them; only those of which something may
 * follow are sorted: all that are equal, and a few by chance.
 */
#include <stdlib.h>

#include "import/match_impl.h"

/*
 * Counters of seven bits, of which the highest says that somebody is not idle.  There are ROOM of them
 * a key at least; of FEW keys none is counted.
 */
enum { ROOM = 2, FEW = 256, MOST = 127, BUSY = 128, AHEAD = 8 };

struct counters {
	unsigned char *first;
	unsigned shift;
};

/* Some hashes are none of the whole. */
WRAPS static inline unsigned char *
counter_of(const struct counters *c, uint64_t hash)
{
	return &c->first[hash * UINT64_C(0x9e3779b97f4a7c15) >> c->shift];
}

static inline bool
is_idle(const struct match_work *w, uint32_t row)
{
	return w->idle != NULL && w->idle[row / 8] >> row % 8 & 1;
}

static void
count_all(const struct match_work *w, const struct counters *c, const struct match_entry *e, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned char *p = counter_of(c, e[i].hash);
		unsigned next = (unsigned)*p + ((*p & MOST) != MOST);

		*p = (unsigned char)(is_idle(w, e[i].row) ? next : next | BUSY);
	}
}

/* Those of which something may follow come first, in the order that they have; how many. */
static size_t
keep_shared(struct match_work *w, struct match_entry *e, size_t n)
{
	struct counters c = { .shift = 64 - 10 };
	size_t i, size, kept = 0;

	if (n <= FEW)
		return n;
	while (UINT64_C(1) << (64 - c.shift) < ROOM * n)
		c.shift--;
	size = (size_t)1 << (64 - c.shift);
	w->most = w->most > size ? w->most : size;
	c.first = arena_got(calloc(size, 1));
	count_all(w, &c, e, n);
	for (i = 0; i < n; i++) {
		unsigned counter = *counter_of(&c, e[i].hash), count = counter & MOST;

		e[kept] = e[i];
		kept += count > MATCH_MOST || (count > 1 && counter >= BUSY);
	}
	free(c.first);
	return kept;
}

/* The first of each run, as `hash` its row: of those of which something may follow. */
static void
list_runs(const struct match_work *w, const struct match_entry *e, size_t n, struct buf *runs)
{
	size_t from, i;
	bool idle;

	for (from = 0; from < n; from = i) {
		struct match_entry first = { (uint64_t)e[from].row << 32, (uint32_t)from };

		idle = is_idle(w, e[from].row);
		for (i = from + 1; i < n && e[i].hash == e[from].hash; i++)
			idle = idle && is_idle(w, e[i].row);
		if (i - from > MATCH_MOST || (i - from > 1 && !idle))
			buf_add(runs, &first, sizeof first);
	}
}

/* What is joined first decides what may join later, and must not depend on the seed. */
void
match_each_run(struct match_work *w, struct match_entry *e, size_t n, match_run *each)
{
	struct match_entry *run;
	struct buf runs = { 0 };
	size_t i, count, length;

	n = keep_shared(w, e, n);
	match_sort(e, n);
	list_runs(w, e, n, &runs);
	run = (struct match_entry *)(void *)runs.p;
	count = runs.n / sizeof *run;
	match_sort(run, count);
	w->most = w->most > runs.n ? w->most : runs.n;
	for (i = 0; i < count; i++) {
		struct match_entry *first = e + run[i].row;

		if (i + AHEAD < count)
			__builtin_prefetch(e + run[i + AHEAD].row);
		for (length = 1; first + length < e + n && first[length].hash == first->hash; length++)
			;
		each(w, first, length);
	}
	buf_free(&runs);
}
