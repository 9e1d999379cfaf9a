/*
 * The clock of a rule, with pauses, against a walk from minute to minute.
 *
 *	due_clock_law [SEED]
 *
 * A minute counts when it is open and in no pause; a rule is due when as many counted as it has.
 * Tries that share the time come one after the other, and the last one has all of it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "due/sla_impl.h"

enum { CASES = 4000, MINUTE = 60, DAY = 86400, PAUSES = 4, WALK_MOST = 60 * 24 * 60 };

static uint64_t state;

static int64_t
below(int64_t n)                        /* splitmix64 */
{
	uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (int64_t)((z ^ z >> 31) >> 1) % n;
}

static struct calendar *
invent(struct arena *a)
{
	struct calendar *c = calendar_new(a, &zone_utc);
	struct err e;
	unsigned day, opens = 0;
	int i;

	for (day = 0; day < 7; day++) {
		int32_t from = (int32_t)(below(20 * 60) * MINUTE);
		struct calendar_window w = { from, from + MINUTE * (int32_t)(1 + below(12 * 60)) };

		if (below(4) == 0 && (opens != 0 || day < 6))
			continue;
		if (calendar_set(c, day, &w, 1, &e) != 0)
			abort();
		opens++;
	}
	for (i = (int)below(4); i > 0; i--)
		calendar_close(c, 20500 + below(20), (struct calendar_window){
		    (int32_t)(below(24 * 60) * MINUTE), CALENDAR_ALL });
	if (calendar_finish(c, &e) != 0)
		abort();
	return c;
}

/* In order and apart, as sla_clock_pauses leaves them. */
static size_t
pauses_of(struct sla_pause *p, instant start)
{
	size_t n = (size_t)below(PAUSES + 1), i;
	instant t = start - below(2 * DAY / MINUTE) * MINUTE;

	for (i = 0; i < n; i++) {
		p[i].from = t += (1 + below(2 * DAY / MINUTE)) * MINUTE;
		p[i].until = t += (1 + below(DAY / MINUTE)) * MINUTE;
	}
	return n;
}

static instant
walk(const struct calendar *c, enum span_unit unit, instant t, int64_t minutes,
    const struct sla_pause *p, size_t n)
{
	int steps = 0;

	for (; minutes > 0 && steps < WALK_MOST; t += MINUTE, steps++) {
		bool counts = unit == SPAN_WALL || calendar_open(c, t);
		size_t i;

		for (i = 0; i < n; i++)
			counts = counts && !(t >= p[i].from && t < p[i].until);
		minutes -= counts;
	}
	return minutes > 0 ? INSTANT_NONE : t;
}

static bool
holds(struct arena *a)
{
	const struct calendar *c = invent(a);
	instant start = INT64_C(20500) * DAY + below(10 * DAY / MINUTE) * MINUTE, due, due_walked;
	struct length l = { (1 + below(5 * 60)) * MINUTE,
		below(2) ? SPAN_WALL : SPAN_BUSINESS_HOURS };
	struct sla_pause p[PAUSES];
	size_t n = pauses_of(p, start);
	int64_t tries = 1 + below(6), i;
	instant last = start, next;

	if (l.unit == SPAN_WALL)
		l.n *= 20;
	due = sla_clock_pause(c, l.unit, start, sla_clock_add(c, start, l), p, n);
	due_walked = walk(c, l.unit, start, l.n / MINUTE, p, n);
	if (due_walked != INSTANT_NONE && due != due_walked) {
		printf("due %" PRId64 ", walked %" PRId64 "\n", due, due_walked);
		return false;
	}
	for (i = 1; i <= tries; i++, last = next) {
		next = sla_clock_share(c, start, l, i, tries);
		if (next < last)
			return false;
	}
	return last == sla_clock_add(c, start, l);
}

int
main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
	struct arena a = { 0 };
	int i;

	printf("due_clock_law: seed %" PRIu64 "\n", seed);
	state = seed;
	for (i = 0; i < CASES; i++) {
		if (!holds(&a)) {
			printf("due_clock_law: case %d of seed %" PRIu64 " fails\n", i, seed);
			return 1;
		}
		arena_reset(&a);
	}
	arena_free(&a);
	return 0;
}
