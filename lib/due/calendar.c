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

/* The windows of a day: of business, when the last may end on the next day; or on the clock, what
 * is left of last night's and its own until midnight. */
struct hours {
	size_t n;
	struct calendar_window *window;
};

struct closing {
	int64_t day;
	struct calendar_window away;
};

struct closed_day {
	int64_t day;
	struct hours left;
};

struct calendar {
	struct arena *arena;
	const struct zone *zone;
	struct hours week[7];
	struct closing *closing;
	size_t closings, room;
	struct closed_day *closed;      /* in order, once finished */
	size_t closed_days;
	struct hours clock_week[7];
	struct hours *clock_except;     /* for each exception of `seconds` */
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
	}
	h->window = arena_array(c->arena, n, sizeof *w);
	memcpy(h->window, w, n * sizeof *w);
	h->n = n;
	return 0;
}

void
calendar_close(struct calendar *c, int64_t day, struct calendar_window away)
{
	if (c->closings == c->room) {
		size_t room = c->room ? c->room * 2 : 32;
		struct closing *more = arena_array(c->arena, room, sizeof *more);

		if (c->closings)
			memcpy(more, c->closing, c->closings * sizeof *more);
		c->closing = more;
		c->room = room;
	}
	c->closing[c->closings++] = (struct closing){ day, away };
}

static int
compare(const void *a, const void *b)
{
	const struct closing *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

/* What is left of a day when it is closed for a while, which may cut a window in two. */
static struct hours
without(struct arena *a, const struct hours *h, struct calendar_window away)
{
	struct hours left = { 0, arena_array(a, h->n + 1, sizeof *left.window) };
	size_t i;

	for (i = 0; i < h->n; i++) {
		struct calendar_window w = h->window[i], before = w, after = w;

		before.to = w.to < away.from ? w.to : away.from;
		after.from = w.from > away.to ? w.from : away.to;
		if (before.from < before.to)
			left.window[left.n++] = before;
		if (after.from < after.to)
			left.window[left.n++] = after;
	}
	return left;
}

/* From closings in any order to days in order. */
static void
close_days(struct calendar *c)
{
	struct closed_day *d = NULL;
	size_t i;

	if (c->closings)
		qsort(c->closing, c->closings, sizeof *c->closing, compare);
	c->closed = arena_array(c->arena, c->closings, sizeof *c->closed);
	for (i = 0; i < c->closings; i++) {
		int64_t day = c->closing[i].day;

		if (d == NULL || d->day != day) {
			d = &c->closed[c->closed_days++];
			*d = (struct closed_day){ day, c->week[tally_weekday(day)] };
		}
		d->left = without(c->arena, &d->left, c->closing[i].away);
	}
}

static const struct hours *
hours_of(const struct calendar *c, int64_t day)
{
	size_t low = 0, high = c->closed_days;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c->closed[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < c->closed_days && c->closed[low].day == day)
		return &c->closed[low].left;
	return &c->week[tally_weekday(day)];
}

/* Put behind the others, from 00:00 to 24:00 only; what overlaps counts once. */
static int64_t
put(struct hours *d, struct calendar_window w)
{
	int32_t taken = d->n ? d->window[d->n - 1].to : 0;

	w.from = w.from > taken ? w.from : taken;
	w.to = w.to < DAY ? w.to : DAY;
	if (w.from >= w.to)
		return 0;
	d->window[d->n++] = w;
	return w.to - w.from;
}

/* One day on the clock, from the business of the day before and its own, in order. */
static int64_t
lay_out(struct arena *a, const struct hours *before, const struct hours *own, struct hours *d)
{
	size_t i = 0, k = 0;
	int64_t sum = 0;

	*d = (struct hours){ 0, arena_array(a, before->n + own->n, sizeof *d->window) };
	while (i < before->n || k < own->n) {
		struct calendar_window last = { 2 * DAY, 0 };

		if (i < before->n)
			last = (struct calendar_window){ before->window[i].from - DAY,
				before->window[i].to - DAY };
		if (k == own->n || last.from < own->window[k].from) {
			sum += put(d, last);
			i++;
		} else {
			sum += put(d, own->window[k++]);
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
	tally_except(s, day, lay_out(c->arena, hours_of(c, day - 1), hours_of(c, day),
	    &c->clock_except[s->count]));
}

int
calendar_finish(struct calendar *c, struct err *e)
{
	int64_t seconds[7], opens[7], any = 0;
	size_t i;

	for (i = 0; i < 7; i++) {
		seconds[i] = lay_out(c->arena, &c->week[(i + 6) % 7], &c->week[i],
		    &c->clock_week[i]);
		opens[i] = c->week[i].n > 0;
		any += opens[i];
	}
	if (any == 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "the calendar never opens");
	close_days(c);
	tally_init(&c->days, c->arena, opens, c->closed_days);
	for (i = 0; i < c->closed_days; i++)
		tally_except(&c->days, c->closed[i].day, c->closed[i].left.n > 0);
	c->clock_except = arena_array(c->arena, 2 * c->closed_days, sizeof *c->clock_except);
	tally_init(&c->seconds, c->arena, seconds, 2 * c->closed_days);
	for (i = 0; i < c->closed_days; i++) {
		except(c, c->closed[i].day);
		except(c, c->closed[i].day + 1);
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

static const struct hours *
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
	const struct hours *d = clock_day(c, day, i);

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
	const struct hours *d = clock_day(c, day, i);

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
