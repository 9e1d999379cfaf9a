/*
 * date_human - dates as people and customer databases write them; see date_parse.
 */
#ifndef VALUE_DATE_HUMAN_H
#define VALUE_DATE_HUMAN_H

#include "value/date.h"

enum date_result date_human_parse(struct str s, enum date_order order, struct civil *c);

#endif
