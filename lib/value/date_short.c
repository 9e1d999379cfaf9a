/*
 * date_short - two short numbers and a year of four digits, with the same sign between.
 */
#include "value/date_part.h"
#include "value/date_short.h"

/* One or two digits at s.p[*at], and the sign behind them. */
static bool
take(struct str s, size_t *at, unsigned *number, char *sign)
{
	size_t i = *at;

	if (!date_part_digit(s, i))
		return false;
	*number = (unsigned)(s.p[i++] - '0');
	if (date_part_digit(s, i))
		*number = 10 * *number + (unsigned)(s.p[i++] - '0');
	*at = i + 1;
	if (i >= s.n)
		return false;
	*sign = s.p[i];
	return *sign == '.' || *sign == '/' || *sign == '-';
}

/* Four digits at the end, the first no zero. */
static bool
take_year(struct str s, size_t at, int32_t *year)
{
	size_t i;

	if (s.n != at + 4 || s.p[at] == '0')
		return false;
	for (*year = 0, i = at; date_part_digit(s, i); i++)
		*year = *year * 10 + (s.p[i] - '0');
	return i == s.n;
}

bool
date_short_parse(struct str s, enum date_order order, struct civil *c, enum date_result *result)
{
	bool day_first, month_first;
	unsigned a, b;
	char sign, same;
	int32_t year;
	size_t at = 0;

	if (s.n > 10 || !take(s, &at, &a, &sign) || !take(s, &at, &b, &same) || sign != same ||
	    !take_year(s, at, &year))
		return false;
	day_first = order != DATE_MONTH_FIRST && date_is_valid(year, b, a);
	month_first = order != DATE_DAY_FIRST && date_is_valid(year, a, b);
	if (!day_first && !month_first)
		return false;
	*result = day_first && month_first && a != b ? DATE_AMBIGUOUS : DATE_OK;
	if (*result == DATE_OK)
		*c = (struct civil){ .year = year, .month = (uint8_t)(day_first ? b : a),
			.day = (uint8_t)(day_first ? a : b) };
	return true;
}
