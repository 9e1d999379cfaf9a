/*
 * ics - holidays from a calendar file, iCalendar (RFC 5545).
 */
#ifndef DUE_ICS_H
#define DUE_ICS_H

#include "due/calendar.h"

/* Every event closes the days it lasts; one that begins or ends during a day closes what lies
 * between on the clock, and the night too when it lasts till midnight.  Times in other zones are
 * moved to the calendar's.  Recurrence is followed from 1970 to 2099, with its exceptions and with
 * times that were moved.  What is cancelled does not count. */
int	ics_holidays(struct calendar *c, const struct zone *z, struct str text, struct err *e);

#endif
