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
date_short_read(struct str s, struct date_short *d)
{
	char sign, same;
	size_t at = 0;

	if (s.n > 10 || !take(s, &at, &d->first, &sign) || !take(s, &at, &d->second, &same) ||
	    sign != same || !take_year(s, at, &d->year))
		return false;
	d->day_first = date_is_valid(d->year, d->second, d->first);
	d->month_first = date_is_valid(d->year, d->first, d->second);
	return d->day_first || d->month_first;
}

bool
date_short_parse(struct str s, enum date_order order, struct civil *c, enum date_result *result)
{
	struct date_short d;

	if (!date_short_read(s, &d))
		return false;
	d.day_first = d.day_first && order != DATE_MONTH_FIRST;
	d.month_first = d.month_first && order != DATE_DAY_FIRST;
	if (!d.day_first && !d.month_first)
		return false;
	*result = d.day_first && d.month_first && d.first != d.second ? DATE_AMBIGUOUS : DATE_OK;
	if (*result == DATE_OK)
		*c = (struct civil){ .year = d.year,
			.month = (uint8_t)(d.day_first ? d.second : d.first),
			.day = (uint8_t)(d.day_first ? d.first : d.second) };
	return true;
}
