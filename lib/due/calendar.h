/*
 * calendar - business time: opening hours in a time zone, less holidays.
 *
 * Hours belong to weekdays: several windows a day, and a last one that may run past midnight
 * and belongs to the day it begins.  A holiday closes a day, whole or for a part; the night
 * shift that began the evening before goes on.  It is open while the zone's clocks show
 * opening hours: an hour that autumn repeats counts twice, one that spring skips not at all.
 *
 * Make one, give it hours and holidays in any order, finish it; from then on it is read-only,
 * for any thread.  All answers are exact, to the second, and cost about the same for a minute
 * as for a year.
 */
#ifndef DUE_CALENDAR_H
#define DUE_CALENDAR_H

#include "value/zone.h"

struct calendar;

/* Seconds since the midnight a day begins with, from <= second < to.  `to` may be past 24:00. */
struct calendar_window {
	int32_t from, to;
};

enum { CALENDAR_WINDOWS = 8 };          /* at most, a day */

/* In *a; the zone must live as long. */
struct calendar *calendar_new(struct arena *a, const struct zone *z);
/* The hours of a weekday, 0 Monday to 6 Sunday: in order, apart, n > 0; once for each weekday. */
int	calendar_set(struct calendar *c, unsigned weekday, const struct calendar_window *w,
	    size_t n, struct err *e);
/* Closed on that day (since 1970-01-01) from one second to another; to CALENDAR_ALL: the night that
 * follows too. */
enum { CALENDAR_ALL = 2 * 86400 };
void	calendar_close(struct calendar *c, int64_t day, struct calendar_window away);
/* Must follow the last of these.  A calendar that never opens is an error. */
int	calendar_finish(struct calendar *c, struct err *e);
/* And then perhaps this: what is asked about the days around now is answered sooner, and the same. */
void	calendar_near(struct calendar *c, instant now);

/* "mon-thu", "sat,sun", "fri-mon" and "09:00-12:30 13:30-18:00", "22:00-06:00", "00:00-24:00". */
int	calendar_parse_hours(struct calendar *c, struct str days, struct str hours, struct err *e);
/* "2026-12-25", "2026-12-24 closed from 12:00", "2026-01-02 closed until 13:00", "… closed from
 * 10:00 until 11:30". */
int	calendar_parse_holiday(struct calendar *c, struct str text, struct err *e);

bool	calendar_open(const struct calendar *c, instant t);
/* The first open instant at or after t.  Here and below, INSTANT_NONE: not before year 10000. */
instant	calendar_next_open(const struct calendar *c, instant t);
/* The first instant with that much open time between it and t; seconds <= 0: t itself.  So
 * half an hour from Friday 16:30 ends on Friday at 17:00, not on Monday at nine. */
instant	calendar_add(const struct calendar *c, instant t, span seconds);
/* From the first opening at or after t, the same local time on the n-th day after it that
 * opens at all; when that is closed, the next opening of that day, else its closing time.  A
 * day that closes before that first opening, while the shift of the night goes on, is passed over. */
instant	calendar_add_days(const struct calendar *c, instant t, int64_t n);
/* The open seconds in a <= t < b; negative when b is before a. */
span	calendar_between(const struct calendar *c, instant a, instant b);

#endif
