/*
 * date_clock - times of day and zones, as people write them behind a date.
 */
#ifndef VALUE_DATE_CLOCK_H
#define VALUE_DATE_CLOCK_H

#include "value/date.h"

/* Both take nothing and answer true when there is no such thing; false: it is malformed. */
bool	date_clock_take(struct str *s, struct civil *c);
bool	date_clock_zone(struct str *s, struct civil *c);

#endif
