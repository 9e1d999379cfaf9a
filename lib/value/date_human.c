/*
 * date_human - a cursor over the text, one function for each part it may have.
 *
 *	[weekday] date [time [zone]]            Mon Jan  2 15:04:05 [zone] 2006
 *
 *	date    1/2/2026   1.2.2026   2026/2/1   20260201   2026-W05-7   2026-032
 *	        1 Feb 2026   Feb 1st, 2026   1-Feb-26   2026-Feb-01   1º de febrero de 2026
 *	time    14:05   14:05:00.123   2:05 PM   5pm   14h05   14:05 Uhr
 *	zone    Z   UTC   GMT+1   +01:00   +0100 (CET)          never CET alone
 *
 * Nothing is skipped that was not understood: what is left at the end refuses the whole.
 */
#include "value/date_clock.h"
#include "value/date_human.h"
#include "value/date_part.h"
#include "value/date_word.h"

enum { LONGEST = 100 };                 /* bytes; JavaScript's longest takes 70 */

struct reader {
	struct str s;
	struct civil c;
	enum date_order order;
	bool ambiguous;
	bool has_year;
};

/* Two digits are the years 1969 to 2068, as in POSIX; else there must be four. */
static bool
set_year(struct reader *r, size_t digits, int32_t year)
{
	if (digits == 2)
		year += year < 69 ? 2000 : 1900;
	else if (digits != 4)
		return false;
	r->c.year = year;
	r->has_year = true;
	return true;
}

static bool
take_year(struct reader *r)
{
	int32_t year;
	size_t digits;
	bool short_form = date_part_byte(&r->s, '\'');

	digits = date_part_number(&r->s, 4, &year);
	return (digits == 2 || !short_form) && set_year(r, digits, year);
}

/* A number with a colon behind it is the time, and the year comes later. */
static bool
take_year_if_there(struct reader *r)
{
	size_t digits = 0;

	while (date_part_digit(r->s, digits))
		digits++;
	if ((digits == 0 && (r->s.n == 0 || r->s.p[0] != '\'')) || digits == 1 ||
	    (digits == 2 && r->s.n > 2 && r->s.p[2] == ':'))
		return true;
	return take_year(r);
}

static bool
take_day(struct reader *r)
{
	int32_t day;
	int none;

	if (date_part_number(&r->s, 2, &day) == 0)
		return false;
	r->c.day = (uint8_t)day;
	date_word_take(&r->s, DATE_WORD_ORDINAL, &none);
	return true;
}

static bool
take_month(struct reader *r)
{
	int month;

	if (!date_word_take(&r->s, DATE_WORD_MONTH, &month))
		return false;
	r->c.month = (uint8_t)month;
	return true;
}

/* Between the parts of a date with a month's name: "-", "/", ". ", ", ", " de ", " ". */
static void
skip_between(struct reader *r)
{
	int none;

	if (date_part_byte(&r->s, '-') || date_part_byte(&r->s, '/'))
		return;
	date_part_byte(&r->s, '.');
	date_part_blanks(&r->s);
	date_part_byte(&r->s, ',');
	date_part_blanks(&r->s);
	if (date_word_take(&r->s, DATE_WORD_OF, &none))
		date_part_blanks(&r->s);
}

/* a/b/year: is it day first or month first? */
static bool
choose_order(struct reader *r, int32_t a, int32_t b, bool maybe_year_first)
{
	bool day_first = date_is_valid(r->c.year, (unsigned)b, (unsigned)a);
	bool month_first = date_is_valid(r->c.year, (unsigned)a, (unsigned)b);

	if (r->order == DATE_DAY_FIRST)
		month_first = false;
	else if (r->order == DATE_MONTH_FIRST)
		day_first = false;
	else
		r->ambiguous = (day_first && month_first && a != b) ||
		    ((day_first || month_first) && maybe_year_first);
	r->c.day = (uint8_t)(day_first ? a : b);
	r->c.month = (uint8_t)(day_first ? b : a);
	return day_first || month_first;
}

/* The second and third number of a date without words; the first was taken. */
static bool
take_numeric(struct reader *r, int32_t first, size_t first_digits)
{
	char separator = r->s.p[0];
	int32_t second, third;
	size_t digits;
	bool two_digit_ymd;

	date_part_skip(&r->s, 1);
	if (separator == '.')
		date_part_blanks(&r->s);
	if (date_part_number(&r->s, 2, &second) == 0 || !date_part_byte(&r->s, separator))
		return false;
	if (separator == '.')
		date_part_blanks(&r->s);
	if (first_digits == 4) {
		r->c.month = (uint8_t)second;
		set_year(r, 4, first);
		return take_day(r);
	}
	if (separator == ':')           /* 2026:03:14 is a photograph's; 03:14:2026 nobody's */
		return false;
	digits = date_part_number(&r->s, 4, &third);
	/* 26-02-18 may be the year 2026: with hyphens, people have ISO dates in mind. */
	two_digit_ymd = digits == 2 && separator == '-' &&
	    date_is_valid(2000 + first, (unsigned)second, (unsigned)third);
	return set_year(r, digits, third) && choose_order(r, first, second, two_digit_ymd);
}

static void
set_days(struct reader *r, int64_t days)
{
	unsigned month, day;

	date_from_days(days, &r->c.year, &month, &day);
	r->c.month = (uint8_t)month;
	r->c.day = (uint8_t)day;
	r->has_year = true;
}

/* ISO 8601: the rest of 2026-W05-7 or 2026-032, from the hyphen on. */
static bool
take_iso_day(struct reader *r, int32_t year)
{
	int64_t first = date_days(year, 1, 1), end = date_days(year + 1, 1, 1), monday;
	int32_t week, day;

	date_part_skip(&r->s, 1);
	if (!date_part_byte(&r->s, 'W') && !date_part_byte(&r->s, 'w')) {
		if (date_part_number(&r->s, 3, &day) != 3 || day < 1 || first + day > end)
			return false;
		set_days(r, first + day - 1);
		return true;
	}
	if (date_part_number(&r->s, 2, &week) != 2 || week < 1 || !date_part_byte(&r->s, '-') ||
	    date_part_number(&r->s, 1, &day) != 1 || day < 1 || day > 7)
		return false;
	/* A week belongs to the year that its Thursday is in. */
	monday = first + 3 - date_weekday(first + 3) + 7 * (week - 1);
	if (monday + 3 >= end)
		return false;
	set_days(r, monday + day - 1);
	return true;
}

static uint8_t
take_pair(struct str *s)
{
	int32_t value;
	struct str two = str_slice(*s, 0, 2);

	date_part_skip(s, 2);
	return date_part_number(&two, 2, &value) == 2 ? (uint8_t)value : UINT8_MAX;
}

/* 20260314, 20260314T100000, 20260314100000.  Other long numbers are not dates but phones,
 * amounts, ids; so are years other than those of living people and their business. */
static bool
take_compact(struct reader *r, size_t digits)
{
	int32_t century = take_pair(&r->s);

	if (century < 19 || century > 20)
		return false;
	set_year(r, 4, century * 100 + take_pair(&r->s));
	r->c.month = take_pair(&r->s);
	r->c.day = take_pair(&r->s);
	if (digits == 8 && !(date_part_digit(r->s, 1) && (date_part_byte(&r->s, 'T') ||
	    date_part_byte(&r->s, 't'))))
		return true;
	r->c.has_time = true;
	r->c.hour = take_pair(&r->s);
	r->c.minute = take_pair(&r->s);
	if (date_part_digit(r->s, 0))
		r->c.second = take_pair(&r->s);
	date_part_fraction(&r->s, &r->c.nanosecond);
	return !date_part_digit(r->s, 0);
}

/* 15 Apr, 2021; 1º de março de 2026; 2013-Feb-03.  The first number was taken.  A year that
 * is not here may stand behind the time. */
static bool
take_named(struct reader *r, int32_t first, size_t digits)
{
	int none;

	if (digits == 4) {
		set_year(r, digits, first);
		skip_between(r);
		if (!take_month(r))
			return false;
		skip_between(r);
		return take_day(r);
	}
	r->c.day = (uint8_t)(first < 32 ? first : 0);
	date_word_take(&r->s, DATE_WORD_ORDINAL, &none);
	skip_between(r);
	if (!take_month(r))
		return false;
	skip_between(r);
	return take_year_if_there(r);
}

/* A date that begins with a number. */
static bool
take_number_first(struct reader *r)
{
	struct str behind;
	int32_t first;
	size_t digits;

	for (digits = 0; date_part_digit(r->s, digits); digits++)
		continue;
	if (digits == 8 || digits == 14)
		return take_compact(r, digits);
	if (date_part_number(&r->s, 4, &first) == 0)
		return false;
	behind = str_slice(r->s, 1, r->s.n);
	if (digits == 4 && r->s.n > 3 && r->s.p[0] == '-' && ((behind.p[0] | 0x20) == 'w' ||
	    (date_part_digit(behind, 0) && date_part_digit(behind, 1) &&
	    date_part_digit(behind, 2))))
		return take_iso_day(r, first);
	if (r->s.n && r->s.p[0] == '.')
		date_part_blanks(&behind);
	if (date_part_digit(behind, 0) && memchr("-/.:", r->s.p[0], 4) != NULL)
		return take_numeric(r, first, digits);
	return take_named(r, first, digits);
}

static bool
take_month_first(struct reader *r)
{
	if (!take_month(r))
		return false;
	skip_between(r);
	if (!take_day(r))
		return false;
	skip_between(r);
	return take_year_if_there(r);
}

/* "Sat, ", "lun. ", "Montag, ".  Tuesday is also "mar", which is taken for March first. */
static int
take_weekday(struct reader *r, bool tuesday)
{
	int weekday = -1;

	if (tuesday) {
		date_part_skip(&r->s, 3);
		weekday = 1;
	} else if (!date_word_take(&r->s, DATE_WORD_WEEKDAY, &weekday))
		return -1;
	date_part_byte(&r->s, '.');
	date_part_byte(&r->s, ',');
	date_part_blanks(&r->s);
	return weekday;
}

static bool
falls_on(const struct reader *r, unsigned month, unsigned day, int weekday)
{
	return date_is_valid(r->c.year, month, day) &&
	    (int)date_weekday(date_days(r->c.year, month, day)) == weekday;
}

/* A weekday that is wrong refuses the date, and may tell which of two readings is meant. */
static enum date_result
judge_by_weekday(struct reader *r, int weekday)
{
	uint8_t day = r->c.day, month = r->c.month;
	bool as_read = falls_on(r, month, day, weekday);
	bool swapped = r->ambiguous && falls_on(r, day, month, weekday);

	if (as_read && swapped)
		return DATE_AMBIGUOUS;
	if (swapped) {
		r->c.month = day;
		r->c.day = month;
	}
	return as_read || swapped ? DATE_OK : DATE_NO;
}

static enum date_result
read_all(struct reader *r, bool tuesday)
{
	int weekday = take_weekday(r, tuesday);

	if (!(date_part_digit(r->s, 0) ? take_number_first(r) : take_month_first(r)))
		return DATE_NO;
	if (!r->c.has_time && !date_clock_take(&r->s, &r->c))
		return DATE_NO;
	if (r->c.has_time && !date_clock_zone(&r->s, &r->c))
		return DATE_NO;
	date_part_blanks(&r->s);
	if (!r->has_year && !take_year(r))
		return DATE_NO;
	date_part_blanks(&r->s);
	if (r->c.second == 60)
		r->c.second = 59;
	if (r->s.n != 0 || !date_part_valid(&r->c))
		return DATE_NO;
	if (weekday >= 0)
		return judge_by_weekday(r, weekday);
	return r->ambiguous ? DATE_AMBIGUOUS : DATE_OK;
}

enum date_result
date_human_parse(struct str s, enum date_order order, struct civil *c)
{
	struct reader r;
	enum date_result result;

	s = str_trim(s);
	date_part_blanks(&s);
	r = (struct reader){ .s = s, .order = order };
	if (s.n > LONGEST)
		return DATE_NO;
	result = read_all(&r, false);
	if (result == DATE_NO && s.n > 3 && str_eq_nocase(str_slice(s, 0, 3), STR("mar"))) {
		r = (struct reader){ .s = s, .order = order };
		result = read_all(&r, true);
	}
	if (result == DATE_OK)
		*c = r.c;
	return result;
}
