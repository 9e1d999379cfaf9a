/*
 * Every date of the years 1 to 9999 is read, counted and printed; every other combination of
 * the years -1 to 10001, months 0 to 13 and days 0 to 32 is refused.  The walk below has its
 * own idea of how long a month is.
 */
#include <stdio.h>
#include <stdlib.h>

#include "value/date.h"

enum { VALID = 3652059, INVALID = 969327 };

static void
fail(const char *what, int year, int month, int day)
{
	fprintf(stderr, "date_calendar: %s: %04d-%02d-%02d\n", what, year, month, day);
	exit(1);
}

static int
month_length(int year, int month)
{
	if (month == 2)
		return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void
check_valid(int year, unsigned month, unsigned day, struct str text, int64_t days)
{
	static struct buf printed;
	unsigned m, d;
	struct civil c;
	int32_t y;

	if (!date_parse_iso(text, &c) || c.year != year || c.month != month || c.day != day ||
	    c.has_time || c.has_offset)
		fail("misread", year, (int)month, (int)day);
	if (date_days(year, month, day) != days || date_utc(&c) != days * 86400)
		fail("miscounted", year, (int)month, (int)day);
	date_from_days(days, &y, &m, &d);
	if (y != year || m != month || d != day)
		fail("not counted back", year, (int)month, (int)day);
	printed.n = 0;
	date_print_day(&printed, days * 86400 + 86399);
	if (!str_eq(buf_text(&printed), text))
		fail("misprinted", year, (int)month, (int)day);
}

/* The day's last second, written as programs do. */
static void
check_utc(int year, int month, int day, struct str text, bool valid, int64_t days)
{
	char time[64];
	instant t;

	snprintf(time, sizeof time, "%.*sT23:59:59Z", STR_ARG(text));
	if (date_parse_utc(str_of(time), &t) != valid || (valid && t != days * 86400 + 86399))
		fail("the last second misread", year, month, day);
}

/* One combination: 1 valid, 0 refused. */
static int
check(int year, int month, int day)
{
	static int64_t days = -719162;  /* 0001-01-01: 1969 years of 365 days, 477 leap days */
	bool in_range = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
	struct civil c;
	char text[32];
	size_t n = 0;

	if (year < 0)
		text[n++] = '-';
	if (year > 9999)
		text[n++] = '1';
	text[n++] = (char)('0' + abs(year) / 1000 % 10);
	text[n++] = (char)('0' + abs(year) / 100 % 10);
	text[n++] = (char)('0' + abs(year) / 10 % 10);
	text[n++] = (char)('0' + abs(year) % 10);
	text[n++] = '-';
	text[n++] = (char)('0' + month / 10);
	text[n++] = (char)('0' + month % 10);
	text[n++] = '-';
	text[n++] = (char)('0' + day / 10);
	text[n++] = (char)('0' + day % 10);
	if (in_range && day >= 1 && day <= month_length(year, month)) {
		if (!date_is_valid(year, (unsigned)month, (unsigned)day))
			fail("called invalid", year, month, day);
		check_utc(year, month, day, (struct str){ text, n }, true, days);
		check_valid(year, (unsigned)month, (unsigned)day, (struct str){ text, n }, days++);
		return 1;
	}
	if (date_is_valid(year, (unsigned)month, (unsigned)day))
		fail("called valid", year, month, day);
	check_utc(year, month, day, (struct str){ text, n }, false, 0);
	if (date_parse_iso((struct str){ text, n }, &c))
		fail("accepted", year, month, day);
	return 0;
}

int
main(void)
{
	int year, month, day, valid = 0, all = 0;

	for (year = -1; year <= 10001; year++)
		for (month = 0; month <= 13; month++)
			for (day = 0; day <= 32; day++, all++)
				valid += check(year, month, day);
	printf("date_calendar: %d dates read, %d refused\n", valid, all - valid);
	return valid != VALID || all - valid != INVALID;
}
