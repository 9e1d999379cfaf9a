/*
 * Paths against their definition, tried in every way: a chain of entries in strict order is
 * looked for by trying all of them.  And sums of leads: all are somewhere, and nobody is in a
 * stage that fewer reached.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../lead_of_json.h"
#include "funnel/funnel.h"

enum { LEADS = 6000, STAGES = 4, ENTRIES = 7, TIMES = 12 };

struct entry {
	unsigned stage, at;
};

static uint64_t state;

static uint32_t
below(uint32_t n)
{
	uint64_t z = state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return (uint32_t)((z ^ z >> 31) % n);
}

/* The longest strict chain that goes on from `stage` at `at`, within the end. */
static unsigned
chain(const struct entry *e, unsigned n, unsigned stage, unsigned at, unsigned end)
{
	unsigned i, best = stage, far;

	for (i = 0; i < n; i++)
		if (e[i].stage == stage + 1 && e[i].at >= at && e[i].at <= end) {
			far = chain(e, n, stage + 1, e[i].at, end);
			best = far > best ? far : best;
		}
	return best;
}

static unsigned
by_definition(const struct path_rules *r, const struct entry *e, unsigned n)
{
	unsigned i, best = 0, far, window = r->window ? (unsigned)r->window : 1000, seen = 1;

	if (r->order == PATH_STRICT) {
		for (i = 0; i < n; i++)
			if (e[i].stage == 0) {
				far = chain(e, n, 0, e[i].at, e[i].at + window);
				best = far > best ? far : best;
			}
		return best;
	}
	for (i = 0; i < n; i++)
		seen |= 1u << e[i].stage;
	if (r->skip == PATH_COUNT)
		return seen & 8 ? 3 : seen & 4 ? 2 : seen & 2 ? 1 : 0;
	while (best + 1 < STAGES && seen >> (best + 1) & 1)
		best++;
	return best;
}

static const struct path_rules rules[] = {
	{ PATH_STRICT, PATH_DROP, PATH_ANY, 3 }, { PATH_STRICT, PATH_DROP, PATH_ANY, 0 },
	{ PATH_STRICT, PATH_DROP, PATH_FIRST, 0 }, { PATH_LOOSE, PATH_COUNT, PATH_FIRST, 0 },
	{ PATH_LOOSE, PATH_DROP, PATH_ANY, 0 },
};
enum { RULES = sizeof rules / sizeof *rules };

static void
try_rules(const struct path_rules *r)
{
	struct arena arena = { 0 };
	struct schema s = { .arena = &arena, .zone = &zone_utc, .now = 1000 };
	struct funnel_plan plan = { .breakdowns = 1, .path = { .rules = *r }, .arm = UINT32_MAX,
		.since = INSTANT_NONE, .until = INSTANT_NONE };
	struct lead_of_json t;
	struct funnel f;
	struct buf json = { 0 };
	const struct store_row *row;
	int64_t reached[STAGES] = { 0 }, here = 0;
	struct err err;
	unsigned i, k, n;

	if (path_plan(&plan.path, &s, NULL, "a,b,c,d", &err) != 0)
		exit(1);
	funnel_init(&f, &plan);
	lead_of_json_init(&t, &s);
	for (i = 0; i < LEADS; i++) {
		struct entry e[ENTRIES];

		n = 1 + below(ENTRIES);
		json.n = 0;
		buf_str(&json, STR("{\"activities\":["));
		for (k = 0; k < n; k++) {
			/* In strict order a lead begins in the first stage; that is given here. */
			e[k] = (struct entry){ k ? below(STAGES) : 0, below(TIMES) };
			buf_printf(&json, "%s{\"type\":\"stage\",\"stage\":\"%c\",\"at\":"
			    "\"1970-01-01T00:00:%02uZ\"}", k ? "," : "", 'a' + (int)e[k].stage, e[k].at);
		}
		buf_str(&json, STR("]}"));
		if (!lead_of_json(&t, buf_text(&json)) || !funnel_add(&f, &t.lead))
			exit(1);
		arena_reset(&t.arena);
		lead_free(&t.lead);
		lead_init(&t.lead, &t.arena, &s);
		for (k = by_definition(r, e, n) + 1; k-- > 0; )
			reached[k]++;
	}
	row = store_row(&f.store[FUNNEL_GROUPS], STR("0\xff"));
	for (k = 0; k < STAGES; k++) {
		int64_t got = row->number[funnel_number(k, FUNNEL_REACHED)];

		here += row->number[funnel_number(k, FUNNEL_CURRENT)];
		if (got != reached[k] || row->number[funnel_number(k, FUNNEL_SKIPPED)] > got) {
			fprintf(stderr, "path_law: rules %d, stage %u: %lld, by definition %lld\n",
			    (int)(r - rules), k, (long long)got, (long long)reached[k]);
			exit(1);
		}
	}
	if (here != LEADS || row->number[0] != LEADS)
		exit(1);
	funnel_free(&f);
	lead_of_json_free(&t);
	buf_free(&json);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	size_t i;

	state = argc > 1 ? strtoull(argv[1], NULL, 10) : 20260301;
	printf("path_law: seed %llu\n", (unsigned long long)state);
	for (i = 0; i < RULES; i++)
		try_rules(&rules[i]);
	return 0;
}
