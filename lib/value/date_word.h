/*
 * date_word - the words that dates are written with.
 *
 * English, German, French, Spanish, Italian, Portuguese, Dutch.  Case and accents do not
 * matter ("MÄRZ", "marz"), nor does a hyphen between letters ("segunda-feira").
 */
#ifndef VALUE_DATE_WORD_H
#define VALUE_DATE_WORD_H

#include "base/str.h"

enum date_word {
	DATE_WORD_NONE,
	DATE_WORD_MONTH,                /* value 1 to 12 */
	DATE_WORD_WEEKDAY,              /* value 0 Monday to 6 Sunday */
	DATE_WORD_ORDINAL,              /* st, nd, º: behind the number of a day */
	DATE_WORD_OF,                   /* of, de: between day, month and year */
	DATE_WORD_AT,                   /* at, um: before a time */
	DATE_WORD_CLOCK,                /* h, Uhr: behind an hour or a time */
	DATE_WORD_UTC,                  /* Z, GMT, UTC */
	DATE_WORD_HALF                  /* value 0 am, 1 pm; also a.m. */
};

/* Take the word at the front of *s when it is of that kind; otherwise nothing. */
bool	date_word_take(struct str *s, enum date_word kind, int *value);

#endif
