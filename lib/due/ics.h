/*
 * ics - holidays from a calendar file, iCalendar (RFC 5545).
 */
#ifndef DUE_ICS_H
#define DUE_ICS_H

#include "due/calendar.h"

/* Every event closes the days it lasts; one that begins during a day closes it from then on, and
 * has to last till midnight.  Recurrence is followed, with its exceptions, from day to day
 * (since 1970-01-01, both included).  What is cancelled does not count. */
int	ics_holidays(struct calendar *c, const struct zone *z, struct str text, int64_t from,
    int64_t to, struct err *e);

#endif
