/*
 * date_short - 3.4.2026, 03/04/2026: most of what is no ISO date, read at once.
 */
#ifndef VALUE_DATE_SHORT_H
#define VALUE_DATE_SHORT_H

#include "value/date.h"

/* What date_human_parse says of it; false: it is not of this form, or no date. */
bool	date_short_parse(struct str s, enum date_order order, struct civil *c, enum date_result *result);

#endif
