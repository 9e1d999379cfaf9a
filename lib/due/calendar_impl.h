/*
 * calendar_impl - what a calendar is made of; private to lib/due.
 */
#ifndef DUE_CALENDAR_IMPL_H
#define DUE_CALENDAR_IMPL_H

#include "due/calendar.h"
#include "due/tally.h"

enum { CALENDAR_DAY = 86400 };

#define CALENDAR_END (INT64_C(253402300800))    /* 10000-01-01 */

/* The windows of a day: of business, when the last may end on the next day; or on the clock, what
 * is left of last night's and its own until midnight. */
struct calendar_hours {
	size_t n;
	struct calendar_window *window;
};

struct calendar_closing {
	int64_t day;
	struct calendar_window away;
};

struct calendar_closed {
	int64_t day;
	struct calendar_hours left;
};

struct calendar {
	struct arena *arena;
	const struct zone *zone;
	struct calendar_hours week[7];
	struct calendar_closing *closing;
	size_t closings, room;
	struct calendar_closed *closed; /* in order, once finished */
	size_t closed_days;
	struct calendar_hours clock_week[7];
	struct calendar_hours *clock_except;    /* for each exception of `seconds` */
	struct tally seconds;           /* on the clock */
	struct tally days;              /* of business: 1 for each that opens */
	const struct calendar_near *near;       /* NULL: nothing is at hand */
};

/* The hours of a day, of business and on the clock; *opened and *before: how many opened, and what
 * was open, before it. */
const struct calendar_hours *calendar_business(const struct calendar *c, int64_t day, int64_t *opened);
const struct calendar_hours *calendar_clock(const struct calendar *c, int64_t day, int64_t *before);

/* The open seconds of a day before this one. */
int64_t	calendar_part(const struct calendar_hours *h, int32_t second);
/* Its inverse: where that many, at least one and no more than it has, are over. */
int64_t	calendar_spot(const struct calendar_hours *h, int64_t rest);
/* Is it one of the day's own windows, rather than the shift of the night before? */
bool	calendar_owns(const struct calendar_hours *h, int32_t second);
/* That time of a day of business, or the next opening on it, or its closing. */
int32_t	calendar_move(const struct calendar_hours *h, int32_t second);

/* calendar_near.c: as calendar_add of one second at least, and calendar_add_days of one day at
 * least; false: it is not told by the days at hand. */
bool	calendar_near_add(const struct calendar *c, instant t, span seconds, instant *due);
bool	calendar_near_add_days(const struct calendar *c, instant t, int64_t n, instant *due);

#endif
