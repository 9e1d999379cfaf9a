/*
 * sla_clock - lengths of time in one calendar, and pauses in which no clock runs.
 *
 *	start ──── pause ════ until ──── due          a pause moves what comes behind it by as
 *	start ────────── due ┄┄┄┄┄┄┄┄┄┄► due'         much of the rule's own time as it took
 */
#include <stdlib.h>

#include "due/sla_impl.h"
#include "record/list.h"

#define END_OF_TIME (INT64_C(253402300800))     /* 10000-01-01 */

enum { DAY = 86400, PUT_BACK_MOST = 2 * DAY, FARTHEST = 20000 * DAY };

static instant
bounded(instant t)
{
	return t < END_OF_TIME ? t : INSTANT_NONE;
}

instant
sla_clock_add(const struct calendar *c, instant t, struct length l)
{
	if (t == INSTANT_NONE)
		return t;
	if (l.unit == SPAN_WALL)
		return bounded(t + l.n);
	return l.unit == SPAN_BUSINESS_DAYS ? calendar_add_days(c, t, l.n) :
	    calendar_add(c, t, l.n);
}

/*
 * A later start never ends earlier, but where the clock is put back, and then by less than the
 * change: so one search settles all starts that are not near the one it finds.
 */
void
sla_clock_horizon(const struct calendar *c, struct length l, instant now, struct sla_horizon *h)
{
	instant low = now - FARTHEST, high = now;

	while (low < high) {
		instant middle = low + (high - low) / 2;

		if (sla_clock_add(c, middle, l) < now)
			low = middle + 1;
		else
			high = middle;
	}
	*h = (struct sla_horizon){ low - PUT_BACK_MOST, low + PUT_BACK_MOST };
	if (low == now - FARTHEST)
		h->passed = INT64_MIN;          /* never seen to have passed */
}

bool
sla_clock_passed(const struct calendar *c, instant t, struct length l, instant now,
    const struct sla_horizon *h)
{
	instant end;

	if (h != NULL && (t < h->passed || t >= h->open))
		return t < h->passed;
	end = sla_clock_add(c, t, l);
	return end != INSTANT_NONE && now > end;
}

instant
sla_clock_share(const struct calendar *c, instant t, struct length l, int64_t num, int64_t den)
{
	instant end;
	span all;

	if (l.unit == SPAN_WALL)
		return bounded(t + l.n / den * num + l.n % den * num / den);
	if (l.unit == SPAN_BUSINESS_DAYS && l.n * num % den == 0)
		return calendar_add_days(c, t, l.n * num / den);
	if ((end = sla_clock_add(c, t, l)) == INSTANT_NONE)
		return end;
	all = l.unit == SPAN_BUSINESS_HOURS ? l.n : calendar_between(c, t, end);
	return calendar_add(c, t, all / den * num + all % den * num / den);
}

instant
sla_clock_pause(const struct calendar *c, enum span_unit unit, instant start, instant t,
    const struct sla_pause *pause, size_t pauses)
{
	size_t i;

	for (i = 0; i < pauses && t != INSTANT_NONE && pause[i].from < t; i++) {
		instant from = pause[i].from > start ? pause[i].from : start;

		if (pause[i].until == INSTANT_NONE)
			return INSTANT_NONE;
		if (pause[i].until <= from)
			continue;
		t = unit == SPAN_WALL ? bounded(t + (pause[i].until - from)) :
		    calendar_add(c, t, calendar_between(c, from, pause[i].until));
	}
	return t;
}

/* "2026-03-01..2026-03-05", with "/" as in ISO 8601 too; either day is meant whole, and the
 * end may be missing. */
static bool
read_pause(struct str s, const struct zone *zone, struct sla_pause *p)
{
	size_t at = str_search(s, STR("..")), size = 2;
	struct moment from, until;

	if (at == SIZE_MAX) {
		at = str_find(s, '/');
		size = 1;
	}
	if (at >= s.n || !lead_moment(str_trim(str_slice(s, 0, at)), zone, &from))
		return false;
	*p = (struct sla_pause){ from.from, INSTANT_NONE };
	s = str_trim(str_slice(s, at + size, s.n));
	if (s.n == 0)
		return true;
	if (!lead_moment(s, zone, &until) || until.until < from.from)
		return false;
	p->until = until.until;
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct sla_pause *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* Those that overlap become one, so that no time is counted twice. */
static size_t
merge(struct sla_pause *p, size_t n)
{
	size_t i, last = 0;

	for (i = 1; i < n; i++) {
		if (p[last].until != INSTANT_NONE && p[i].from > p[last].until)
			p[++last] = p[i];
		else if (p[last].until != INSTANT_NONE &&
		    (p[i].until == INSTANT_NONE || p[i].until > p[last].until))
			p[last].until = p[i].until;
	}
	return n ? last + 1 : 0;
}

bool
sla_clock_pauses(struct lead *l, uint32_t slot, struct sla_pause **pause, size_t *pauses)
{
	struct str rest, item;
	size_t n = 0, i, most = 1;

	*pauses = 0;
	if (!lead_has(l, slot) || (rest = lead_text(l, slot)).n == 0)
		return true;
	for (i = 0; i < rest.n; i++)
		most += rest.p[i] == ';';
	*pause = arena_array(l->rec->scratch, most, sizeof **pause);
	while (list_next(l->rec->scratch, &rest, &item)) {
		item = str_trim(item);
		if (item.n != 0 && !read_pause(item, l->schema->zone, &(*pause)[n++]))
			return false;
	}
	if (n > 1)
		qsort(*pause, n, sizeof **pause, compare);
	*pauses = merge(*pause, n);
	return true;
}
