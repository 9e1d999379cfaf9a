/*
 * The clock of a rule, with pauses, against a walk from minute to minute.
 *
 *	due_clock_law [SEED]
 *
 * A minute counts when it is open and in no pause; a rule is due when as many counted as it has.
 * Tries that share the time come one after the other, and the last one has all of it.
 */

#include "law.h"
#include "due/sla_impl.h"

enum { CASES = 4000, MINUTE = 60, DAY = 86400, PAUSES = 4, WALK_MOST = 60 * 24 * 60 };

static struct calendar *
invent(struct arena *a)
{
	struct calendar *c = calendar_new(a, &zone_utc);
	struct err e;
	unsigned day, opens = 0;
	int i;

	for (day = 0; day < 7; day++) {
		int32_t from = (int32_t)(below_long(20 * 60) * MINUTE);
		struct calendar_window w = { from, from + MINUTE * (int32_t)(1 + below_long(12 * 60)) };

		if (below_long(4) == 0 && (opens != 0 || day < 6))
			continue;
		if (calendar_set(c, day, &w, 1, &e) != 0)
			abort();
		opens++;
	}
	for (i = (int)below_long(4); i > 0; i--)
		calendar_close(c, 20500 + below_long(20), (struct calendar_window){
		    (int32_t)(below_long(24 * 60) * MINUTE), CALENDAR_ALL });
	if (calendar_finish(c, &e) != 0)
		abort();
	return c;
}

/* In order and apart, as sla_clock_pauses leaves them. */
static size_t
pauses_of(struct sla_pause *p, instant start)
{
	size_t n = (size_t)below_long(PAUSES + 1), i;
	instant t = start - below_long(2 * DAY / MINUTE) * MINUTE;

	for (i = 0; i < n; i++) {
		p[i].from = t += (1 + below_long(2 * DAY / MINUTE)) * MINUTE;
		p[i].until = t += (1 + below_long(DAY / MINUTE)) * MINUTE;
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
	instant start = INT64_C(20500) * DAY + below_long(10 * DAY / MINUTE) * MINUTE, due, due_walked;
	struct length l = { (1 + below_long(5 * 60)) * MINUTE,
		below_long(2) ? SPAN_WALL : SPAN_BUSINESS_HOURS };
	struct sla_pause p[PAUSES];
	size_t n = pauses_of(p, start);
	int64_t tries = 1 + below_long(6), i;
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
	struct arena a = { 0 };
	int i;

	law_start(argc, argv, 1);
	for (i = 0; i < CASES; i++) {
		if (!holds(&a)) {
			printf("due_clock_law: case %d fails\n", i);
			return 1;
		}
		arena_reset(&a);
	}
	arena_free(&a);
	return 0;
}
