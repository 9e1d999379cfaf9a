/*
 * calendar - a count of open seconds on the local clock, straight between changes of offset.
 *
 * Let F(x) be the open time before the clock shows x: whole weeks, less holidays, plus the
 * part of the day; tally.h has it both ways.  While the offset stands still, open time from a
 * to b is F(b + offset) - F(a + offset).  So a question costs one step for each change of the
 * offset within its time, two a year, and none for days.
 */
#include <stdlib.h>

#include "due/calendar.h"
#include "due/tally.h"

enum { DAY = 86400 };

#define END_OF_TIME (INT64_C(253402300800))     /* 10000-01-01 */

/* The windows of a day of business; the last may end on the next day. */
struct hours {
	size_t n;
	struct calendar_window window[CALENDAR_WINDOWS];
};

/* The windows of a day on the clock: what is left of last night's, and its own until midnight. */
struct clock_day {
	size_t n;
	struct calendar_window window[CALENDAR_WINDOWS + 1];
};

struct closing {
	int64_t day;
	int32_t from;
};

struct calendar {
	struct arena *arena;
	const struct zone *zone;
	struct hours week[7];
	struct closing *closing;        /* sorted by day, once finished */
	size_t closings, room;
	struct hours *closed_hours;     /* for each closing, what is left of that day */
	struct clock_day clock_week[7];
	struct clock_day *clock_except; /* for each exception of `seconds` */
	struct tally seconds;           /* on the clock */
	struct tally days;              /* of business: 1 for each that opens */
};

struct calendar *
calendar_new(struct arena *a, const struct zone *z)
{
	struct calendar *c = arena_alloc(a, sizeof *c);

	c->arena = a;
	c->zone = z;
	return c;
}

int
calendar_set(struct calendar *c, unsigned weekday, const struct calendar_window *w, size_t n,
    struct err *e)
{
	struct hours *h = &c->week[weekday];
	size_t i;

	if (h->n > 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "a weekday has its hours twice");
	if (n == 0 || n > CALENDAR_WINDOWS)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "a day has one to %d windows",
		    CALENDAR_WINDOWS);
	for (i = 0; i < n; i++) {
		int32_t free_from = i > 0 ? w[i - 1].to : 0;

		if (w[i].from < free_from || w[i].from >= DAY || w[i].to <= w[i].from ||
		    w[i].to > w[i].from + DAY)
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "hours must be in order and apart");
		h->window[i] = w[i];
	}
	h->n = n;
	return 0;
}

void
calendar_close(struct calendar *c, int64_t day, int32_t from)
{
	if (c->closings == c->room) {
		size_t room = c->room ? c->room * 2 : 32;
		struct closing *more = arena_array(c->arena, room, sizeof *more);

		if (c->closings)
			memcpy(more, c->closing, c->closings * sizeof *more);
		c->closing = more;
		c->room = room;
	}
	c->closing[c->closings++] = (struct closing){ day, from };
}

static int
compare(const void *a, const void *b)
{
	const struct closing *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* In order of days, and of two closings of a day the earlier one. */
static void
sort_closings(struct calendar *c)
{
	size_t i, n = 0;

	if (c->closings)
		qsort(c->closing, c->closings, sizeof *c->closing, compare);
	for (i = 0; i < c->closings; i++)
		if (n == 0 || c->closing[n - 1].day != c->closing[i].day)
			c->closing[n++] = c->closing[i];
	c->closings = n;
}

/* What a day of business has after it was closed from some second on. */
static struct hours
clip(const struct hours *h, int32_t from)
{
	struct hours left = *h;

	while (left.n > 0 && left.window[left.n - 1].from >= from)
		left.n--;
	if (left.n > 0 && left.window[left.n - 1].to > from)
		left.window[left.n - 1].to = from;
	return left;
}

static const struct hours *
hours_of(const struct calendar *c, int64_t day)
{
	size_t low = 0, high = c->closings;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c->closing[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < c->closings && c->closing[low].day == day)
		return &c->closed_hours[low];
	return &c->week[tally_weekday(day)];
}

/* One day on the clock, from the business of the day before and its own. */
static int64_t
lay_out(const struct hours *before, const struct hours *own, struct clock_day *d)
{
	int32_t until = before->n ? before->window[before->n - 1].to - DAY : 0;
	int64_t sum = until > 0 ? until : 0;
	size_t i;

	*d = (struct clock_day){ 0 };
	if (until > 0)
		d->window[d->n++] = (struct calendar_window){ 0, until };
	for (i = 0; i < own->n; i++) {
		struct calendar_window w = own->window[i];

		w.to = w.to < DAY ? w.to : DAY;
		w.from = w.from > until ? w.from : until;       /* last night's goes on */
		if (w.from < w.to) {
			d->window[d->n++] = w;
			sum += w.to - w.from;
		}
	}
	return sum;
}

/* The days on the clock that a closing touches: its own and the morning after. */
static void
except(struct calendar *c, int64_t day)
{
	struct tally *s = &c->seconds;

	if (s->count > 0 && s->day[s->count - 1] >= day)
		return;
	tally_except(s, day,
	    lay_out(hours_of(c, day - 1), hours_of(c, day), &c->clock_except[s->count]));
}

int
calendar_finish(struct calendar *c, struct err *e)
{
	int64_t seconds[7], opens[7], any = 0;
	size_t i;

	for (i = 0; i < 7; i++) {
		seconds[i] = lay_out(&c->week[(i + 6) % 7], &c->week[i], &c->clock_week[i]);
		opens[i] = c->week[i].n > 0;
		any += opens[i];
	}
	if (any == 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "the calendar never opens");
	sort_closings(c);
	c->closed_hours = arena_array(c->arena, c->closings, sizeof *c->closed_hours);
	tally_init(&c->days, c->arena, opens, c->closings);
	for (i = 0; i < c->closings; i++) {
		int64_t day = c->closing[i].day;

		c->closed_hours[i] = clip(&c->week[tally_weekday(day)], c->closing[i].from);
		tally_except(&c->days, day, c->closed_hours[i].n > 0);
	}
	c->clock_except = arena_array(c->arena, 2 * c->closings, sizeof *c->clock_except);
	tally_init(&c->seconds, c->arena, seconds, 2 * c->closings);
	for (i = 0; i < c->closings; i++) {
		except(c, c->closing[i].day);
		except(c, c->closing[i].day + 1);
	}
	return 0;
}

/* The day that a clock time is on, and the second in it. */
static int64_t
day_of(int64_t clock, int32_t *second)
{
	int64_t day = clock / DAY - (clock % DAY < 0);

	*second = (int32_t)(clock - day * DAY);
	return day;
}

static const struct clock_day *
clock_day(const struct calendar *c, int64_t day, size_t i)
{
	if (i < c->seconds.count && c->seconds.day[i] == day)
		return &c->clock_except[i];
	return &c->clock_week[tally_weekday(day)];
}

/* F: the open seconds before the clock shows this. */
static int64_t
open_before(const struct calendar *c, int64_t clock)
{
	int32_t second;
	int64_t day = day_of(clock, &second), sum;
	size_t i = tally_find(&c->seconds, day), k;
	const struct clock_day *d = clock_day(c, day, i);

	sum = tally_before(&c->seconds, day, i);
	for (k = 0; k < d->n && d->window[k].from < second; k++)
		sum += (second < d->window[k].to ? second : d->window[k].to) - d->window[k].from;
	return sum;
}

/* Its inverse: the first time on the clock with so many open seconds before it. */
static int64_t
clock_at(const struct calendar *c, int64_t sum)
{
	int64_t day = tally_day(&c->seconds, sum), rest;
	size_t i = tally_find(&c->seconds, day), k = 0;
	const struct clock_day *d = clock_day(c, day, i);

	rest = sum - tally_before(&c->seconds, day, i);
	for (; rest > d->window[k].to - d->window[k].from; k++)
		rest -= d->window[k].to - d->window[k].from;
	return day * DAY + d->window[k].from + rest;
}

bool
calendar_open(const struct calendar *c, instant t)
{
	int64_t clock = t + zone_offset(c->zone, t);

	return open_before(c, clock + 1) > open_before(c, clock);
}

/* calendar_add of one second at least, and what the clock shows then, as it was just before. */
static instant
add(const struct calendar *c, instant t, span seconds, int64_t *clock)
{
	instant end;
	int64_t before;
	int32_t offset;

	while (t < END_OF_TIME && t != INSTANT_NONE) {
		offset = zone_offset_until(c->zone, t, &end);
		before = open_before(c, t + offset);
		*clock = clock_at(c, before + seconds);
		if (*clock - offset <= end)
			return *clock - offset < END_OF_TIME ? *clock - offset : INSTANT_NONE;
		seconds -= open_before(c, end + offset) - before;
		t = end;
	}
	return INSTANT_NONE;
}

instant
calendar_add(const struct calendar *c, instant t, span seconds)
{
	int64_t clock = 0;

	return seconds > 0 ? add(c, t, seconds, &clock) : t;
}

instant
calendar_next_open(const struct calendar *c, instant t)
{
	int64_t clock = 0;
	instant t_and_one = add(c, t, 1, &clock);       /* the end of the first open second */

	return t_and_one == INSTANT_NONE ? INSTANT_NONE : t_and_one - 1;
}

span
calendar_between(const struct calendar *c, instant a, instant b)
{
	span sum = 0;
	instant end;
	int32_t offset;

	if (b < a)
		return -calendar_between(c, b, a);
	for (; a < b; a = end) {
		offset = zone_offset_until(c->zone, a, &end);
		end = end < b ? end : b;
		sum += open_before(c, end + offset) - open_before(c, a + offset);
	}
	return sum;
}

/* Is it one of the day's own windows, rather than the shift of the night before? */
static bool
is_own(const struct hours *h, int32_t second)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (second >= h->window[i].from && second < h->window[i].to)
			return true;
	return false;
}

/* That time of a day of business, or the next opening on it, or its closing. */
static int32_t
move_into(const struct hours *h, int32_t second)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (second < h->window[i].to)
			return second > h->window[i].from ? second : h->window[i].from;
	return h->window[h->n - 1].to;
}

instant
calendar_add_days(const struct calendar *c, instant t, int64_t n)
{
	int64_t clock = 0, day, opened;
	instant first = add(c, t, 1, &clock);
	int32_t second;

	if (first == INSTANT_NONE || n <= 0)
		return first == INSTANT_NONE ? first : first - 1;
	day = day_of(clock - 1, &second);
	if (!is_own(hours_of(c, day), second)) {
		day--;
		second += DAY;
	}
	opened = tally_before(&c->days, day + 1, tally_find(&c->days, day + 1));
	day = tally_day(&c->days, opened + n);
	if (day >= END_OF_TIME / DAY)
		return INSTANT_NONE;
	return zone_instant_at(c->zone, day * DAY + move_into(hours_of(c, day), second));
}
