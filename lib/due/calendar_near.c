/*
 * calendar_near - the days around now, ready-made: most of what is asked is about them.
 *
 *	day   | before | opened | hours …     one row a day, in order
 *	      |   │ + part of the day, + what is to be added
 *	…     |   ▼
 *	day   | the row with that much before its end
 *
 * Only where no change of offset is near, so that a row holds for its day in UTC and on the clock,
 * and from one row to another the clock runs on; and not for long ways, which are quicker counted
 * than gone.
 */
#include "due/calendar_impl.h"
#include "base/wraps.h"

enum { DAY = CALENDAR_DAY, BEFORE = 1024, AFTER = 512, DAYS = BEFORE + AFTER, MARGIN = 3, STEPS = 48 };

struct row {
	int64_t before;                 /* what is open before it */
	const struct calendar_hours *clock, *business;
	int32_t offset;
	uint16_t era;                   /* the same where the clock runs on; 0: a change is near */
	bool opens;                     /* it is a day of business */
};

struct calendar_near {
	instant from;                   /* midnight, UTC */
	struct row row[DAYS];
};

/* A row, and a second of its day on the clock. */
struct spot {
	const struct row *row;
	int32_t second;
};

void
calendar_near(struct calendar *c, instant now)
{
	struct calendar_near *near;
	int64_t first = now / DAY - (now % DAY < 0) - BEFORE, opened;
	uint16_t era = 1;
	instant end;
	size_t i;

	if (first < 0 || first + DAYS >= CALENDAR_END / DAY)
		return;
	near = arena_alloc(c->arena, sizeof *near);
	near->from = first * DAY;
	for (i = 0; i < DAYS; i++) {
		struct row *r = &near->row[i];
		instant day = near->from + (instant)i * DAY;

		r->clock = calendar_clock(c, first + (int64_t)i, &r->before);
		r->business = calendar_business(c, first + (int64_t)i, &opened);
		r->opens = r->business->n != 0;
		r->offset = zone_offset_until(c->zone, day - MARGIN * DAY, &end);
		if (end < day + (MARGIN + 1) * DAY)
			era++;
		else
			r->era = era;
	}
	c->near = near;
}

/* A time before the first row is one far behind the last. */
WRAPS static bool
find(const struct calendar_near *near, instant t, struct spot *s)
{
	uint64_t since;
	size_t i;

	if (near == NULL)
		return false;
	since = (uint64_t)t - (uint64_t)near->from;
	i = since / DAY;
	if (i < MARGIN || i >= DAYS - MARGIN || near->row[i].era == 0)
		return false;
	s->row = &near->row[i];
	s->second = (int32_t)(since % DAY) + s->row->offset;
	for (; s->second < 0; s->second += DAY)
		s->row--;
	for (; s->second >= DAY; s->second -= DAY)
		s->row++;
	return true;
}

/* On by so many open seconds, at least one. */
static bool
advance(const struct calendar_near *near, struct spot *s, span seconds)
{
	const struct row *r = s->row, *end = &near->row[DAYS - 1];
	int64_t want = r->before + calendar_part(r->clock, s->second) + seconds;

	end = end - r > STEPS ? r + STEPS : end;
	while (r < end && r[1].before < want)
		r++;
	if (r == end || r->era == 0 || r->era != s->row->era)
		return false;
	s->row = r;
	s->second = (int32_t)calendar_spot(r->clock, want - r->before);
	return true;
}

static instant
shown(const struct calendar_near *near, const struct spot *s)
{
	return near->from + (s->row - near->row) * DAY + s->second - s->row->offset;
}

bool
calendar_near_add(const struct calendar *c, instant t, span seconds, instant *due)
{
	struct spot s;

	if (seconds > (span)STEPS * DAY || !find(c->near, t, &s) || !advance(c->near, &s, seconds))
		return false;
	*due = shown(c->near, &s);
	return true;
}

bool
calendar_near_add_days(const struct calendar *c, instant t, int64_t n, instant *due)
{
	const struct row *r, *end;
	instant first;
	struct spot s;

	if (n > STEPS || !find(c->near, t, &s) || !advance(c->near, &s, 1))
		return false;
	s.second--;                     /* the beginning of the first open second */
	first = shown(c->near, &s);
	if (!calendar_owns(s.row->business, s.second)) {
		s.row--;
		s.second += DAY;
	}
	end = &c->near->row[DAYS - MARGIN];
	for (r = s.row; n > 0 && r < end; n -= r->opens)
		r++;
	if (n > 0 || r->era == 0 || r->era != s.row->era)
		return false;
	s.row = r;
	s.second = calendar_move(r->business, s.second);
	*due = shown(c->near, &s);
	return *due > first;
}
