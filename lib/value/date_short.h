/*
 * date_short - 3.4.2026, 03/04/2026: most of what is no ISO date, read at once.
 */
#ifndef VALUE_DATE_SHORT_H
#define VALUE_DATE_SHORT_H

#include "value/date.h"

/* The numbers and the year, and in which order they are a day; false: in none, or not of this form. */
struct date_short {
	int32_t year;
	unsigned first, second;
	bool day_first, month_first;
};
bool	date_short_read(struct str s, struct date_short *d);
/* What date_human_parse says of it; false: it is not of this form, or no date. */
bool	date_short_parse(struct str s, enum date_order order, struct civil *c, enum date_result *result);

#endif
