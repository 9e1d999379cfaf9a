/*
 * calendar - a count of open seconds on the local clock, straight between changes of offset.
 *
 * Let F(x) be the open time before the clock shows x: whole weeks, less holidays, plus the
 * part of the day; tally.h has it both ways.  While the offset stands still, open time from a
 * to b is F(b + offset) - F(a + offset).  So a question costs one step for each change of the
 * offset within its time, two a year, and none for days.
 */
#include "due/calendar_impl.h"

enum { DAY = CALENDAR_DAY };

/* The day that a clock time is on, and the second in it. */
static int64_t
day_of(int64_t clock, int32_t *second)
{
	int64_t day = clock / DAY - (clock % DAY < 0);

	*second = (int32_t)(clock - day * DAY);
	return day;
}

const struct calendar_hours *
calendar_business(const struct calendar *c, int64_t day, int64_t *opened)
{
	size_t i = tally_find(&c->days, day);

	*opened = tally_before(&c->days, day, i);
	if (i < c->closed_days && c->closed[i].day == day)
		return &c->closed[i].left;
	return &c->week[tally_weekday(day)];
}

const struct calendar_hours *
calendar_clock(const struct calendar *c, int64_t day, int64_t *before)
{
	size_t i = tally_find(&c->seconds, day);

	*before = tally_before(&c->seconds, day, i);
	if (i < c->seconds.count && c->seconds.day[i] == day)
		return &c->clock_except[i];
	return &c->clock_week[tally_weekday(day)];
}

int64_t
calendar_part(const struct calendar_hours *h, int32_t second)
{
	int64_t sum = 0;
	size_t k;

	for (k = 0; k < h->n && h->window[k].from < second; k++)
		sum += (second < h->window[k].to ? second : h->window[k].to) - h->window[k].from;
	return sum;
}

int64_t
calendar_spot(const struct calendar_hours *h, int64_t rest)
{
	const struct calendar_window *w = h->window;

	for (; rest > w->to - w->from; w++)
		rest -= w->to - w->from;
	return w->from + rest;
}

/* F: the open seconds before the clock shows this. */
static int64_t
open_before(const struct calendar *c, int64_t clock)
{
	int32_t second;
	int64_t day = day_of(clock, &second), before;
	const struct calendar_hours *h = calendar_clock(c, day, &before);

	return before + calendar_part(h, second);
}

/* Its inverse: the first time on the clock with so many open seconds before it. */
static int64_t
clock_at(const struct calendar *c, int64_t sum)
{
	int64_t day = tally_day(&c->seconds, sum), before;
	const struct calendar_hours *h = calendar_clock(c, day, &before);

	return day * DAY + calendar_spot(h, sum - before);
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

	while (t < CALENDAR_END && t != INSTANT_NONE) {
		offset = zone_offset_until(c->zone, t, &end);
		before = open_before(c, t + offset);
		*clock = clock_at(c, before + seconds);
		if (*clock - offset <= end)
			return *clock - offset < CALENDAR_END ? *clock - offset : INSTANT_NONE;
		seconds -= open_before(c, end + offset) - before;
		t = end;
	}
	return INSTANT_NONE;
}

instant
calendar_add(const struct calendar *c, instant t, span seconds)
{
	int64_t clock = 0;
	instant due;

	if (seconds <= 0)
		return t;
	return calendar_near_add(c, t, seconds, &due) ? due : add(c, t, seconds, &clock);
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

bool
calendar_owns(const struct calendar_hours *h, int32_t second)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (second >= h->window[i].from && second < h->window[i].to)
			return true;
	return false;
}

int32_t
calendar_move(const struct calendar_hours *h, int32_t second)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (second < h->window[i].to)
			return second > h->window[i].from ? second : h->window[i].from;
	return h->window[h->n - 1].to;
}

/* On the day by the end of which so many have opened. */
static instant
on_day(const struct calendar *c, int64_t opened, int32_t second)
{
	int64_t day = tally_day(&c->days, opened), before;

	if (day >= CALENDAR_END / DAY)
		return INSTANT_NONE;
	return zone_instant_at(c->zone, day * DAY +
	    calendar_move(calendar_business(c, day, &before), second));
}

instant
calendar_add_days(const struct calendar *c, instant t, int64_t n)
{
	int64_t clock = 0, day, opened;
	const struct calendar_hours *h;
	instant due, first;
	int32_t second;

	if (n > 0 && calendar_near_add_days(c, t, n, &due))
		return due;
	first = add(c, t, 1, &clock);
	if (first == INSTANT_NONE || n <= 0)
		return first == INSTANT_NONE ? first : first - 1;
	day = day_of(clock - 1, &second);
	h = calendar_business(c, day, &opened);
	if (!calendar_owns(h, second)) {
		calendar_business(c, --day, &opened);
		second += DAY;
	}
	/* That day opens: it is the first of those that are counted. */
	due = on_day(c, opened + 1 + n, second);
	/* The next day may be over before the shift of the night is. */
	return due != INSTANT_NONE && due < first ? on_day(c, opened + 2 + n, second) : due;
}
