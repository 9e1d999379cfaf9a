/*
 * calendar_make - hours and holidays, day by day, on the clock.
 */
#include <stdlib.h>

#include "due/calendar_impl.h"

enum { DAY = CALENDAR_DAY };

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
	struct calendar_hours *h = &c->week[weekday];
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
		struct calendar_closing *more = arena_array(c->arena, room, sizeof *more);

		if (c->closings)
			memcpy(more, c->closing, c->closings * sizeof *more);
		c->closing = more;
		c->room = room;
	}
	c->closing[c->closings++] = (struct calendar_closing){ day, away };
}

static int
compare(const void *a, const void *b)
{
	const struct calendar_closing *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

/* What is left of a day when it is closed for a while, which may cut a window in two. */
static struct calendar_hours
without(struct arena *a, const struct calendar_hours *h, struct calendar_window away)
{
	struct calendar_hours left = { 0, arena_array(a, h->n + 1, sizeof *left.window) };
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
	struct calendar_closed *d = NULL;
	size_t i;

	if (c->closings)
		qsort(c->closing, c->closings, sizeof *c->closing, compare);
	c->closed = arena_array(c->arena, c->closings, sizeof *c->closed);
	for (i = 0; i < c->closings; i++) {
		int64_t day = c->closing[i].day;

		if (d == NULL || d->day != day) {
			d = &c->closed[c->closed_days++];
			*d = (struct calendar_closed){ day, c->week[tally_weekday(day)] };
		}
		d->left = without(c->arena, &d->left, c->closing[i].away);
	}
}

/* Put behind the others, from 00:00 to 24:00 only; what overlaps counts once. */
static int64_t
put(struct calendar_hours *d, struct calendar_window w)
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
lay_out(struct arena *a, const struct calendar_hours *before, const struct calendar_hours *own,
    struct calendar_hours *d)
{
	size_t i = 0, k = 0;
	int64_t sum = 0;

	*d = (struct calendar_hours){ 0, arena_array(a, before->n + own->n, sizeof *d->window) };
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
	int64_t opened;

	if (s->count > 0 && s->day[s->count - 1] >= day)
		return;
	tally_except(s, day, lay_out(c->arena, calendar_business(c, day - 1, &opened),
	    calendar_business(c, day, &opened), &c->clock_except[s->count]));
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
