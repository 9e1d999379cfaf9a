/*
 * The forms that people and customer databases use.  Weekdays were looked up with cal(1).
 */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "value/date.h"

/* As "2026-03-14", "2026-03-14 14:05:00" or "2026-03-14 14:05:00 -18000"; or the verdict. */
static const char *
read_as(const char *text, enum date_order order)
{
	static char out[96];
	struct civil c;
	int n;

	switch (date_parse(str_of(text), order, &c)) {
	case DATE_NO:
		return "no";
	case DATE_AMBIGUOUS:
		return "ambiguous";
	case DATE_OK:
		break;
	}
	n = snprintf(out, sizeof out, "%04d-%02d-%02d", c.year, c.month, c.day);
	if (c.has_time)
		n += snprintf(out + n, sizeof out - (size_t)n, " %02d:%02d:%02d", c.hour, c.minute,
		    c.second);
	if (c.nanosecond)
		n += snprintf(out + n, sizeof out - (size_t)n, ".%09u", (unsigned)c.nanosecond);
	if (c.has_offset)
		snprintf(out + n, sizeof out - (size_t)n, " %d", (int)c.offset);
	return out;
}

struct reading {
	const char *text, *as;
};

static void
check(const struct reading *r, size_t n, enum date_order order)
{
	for (size_t i = 0; i < n; i++) {
		const char *as = read_as(r[i].text, order);

		ck_assert_msg(strcmp(as, r[i].as) == 0, "%s: %s, not %s", r[i].text, as, r[i].as);
	}
}

#define CHECK(table, order) check(table, sizeof table / sizeof *table, order)

START_TEST(exports)
{
	static const struct reading table[] = {
		{ "2026-09-04T11:17:13-05:00", "2026-09-04 11:17:13 -18000" },
		{ "2026-09-04T11:17:13+0000", "2026-09-04 11:17:13 0" },
		{ "2023-04-12 09:31", "2023-04-12 09:31:00" },
		{ "15/01/2025", "2025-01-15" },
		{ "2022-12-21 14:27:52", "2022-12-21 14:27:52" },
		{ "15 Apr, 2021 00:03:00", "2021-04-15 00:03:00" },
		{ "26-02-2018 19:58", "2018-02-26 19:58:00" },
		{ "2018-04-03 09:05:14 UTC", "2018-04-03 09:05:14 0" },
		{ "2026-03-18T22:36:33+00:00", "2026-03-18 22:36:33 0" },
		{ "06/May/2008:08:11:17 -0700", "2008-05-06 08:11:17 -25200" },
		{ "Fri Jul 03 2015 18:04:07 GMT+0100 (British Summer Time)",
		"2015-07-03 18:04:07 3600" },
		{ "Sat, 14 Mar 2026 10:00:00 GMT", "2026-03-14 10:00:00 0" },
		{ "Mon Jan  2 15:04:05 2006", "2006-01-02 15:04:05" },
		{ "Mon Jan  2 15:04:05 -0700 2006", "2006-01-02 15:04:05 -25200" },
		{ "2018-06-29 19:09:57.77297118 +0300 +03", "2018-06-29 19:09:57.772971180 10800" },
		{ "2015-02-08 03:02:00 +0200 CEST", "2015-02-08 03:02:00 7200" },
		{ "3/14/2026, 2:05:09\xe2\x80\xaf" "PM", "2026-03-14 14:05:09" },
		{ "2014-05-11 08:20:13,787", "2014-05-11 08:20:13.787000000" },
		{ "20260314", "2026-03-14" }, { "20260314T100000Z", "2026-03-14 10:00:00 0" },
		{ "20260314T1000", "2026-03-14 10:00:00" },
		{ "20260314100059", "2026-03-14 10:00:59" },
		{ "20260314t100059", "2026-03-14 10:00:59" },
		{ "20260314 10:00", "2026-03-14 10:00:00" },
		{ "2013-Feb-03", "2013-02-03" }, { "2013 Febr 03", "no" }, { "2013-Feb-x", "no" },
		{ "14 Mar 9:05 2026", "2026-03-14 09:05:00" }, { "14 Mar 26 9:05", "2026-03-14 09:05:00" },
		{ "2026-12x01", "no" }, { "2026-1x-01", "no" }, { "2026-12", "no" }, { "21260314", "no" },
		{ "20260314T1:00", "no" }, { "20260314Tx", "no" }, { "20260314x10", "no" },
		{ "  2026-03-14\t", "2026-03-14" }, { "2026/3/4", "2026-03-04" },
		{ "2026.03.04", "2026-03-04" },
		{ "2012:08:03 18:31:59", "2012-08-03 18:31:59" },
		{ "2026-3-4 9:05", "2026-03-04 09:05:00" },
		{ "2026-03-14 10:00:60", "2026-03-14 10:00:59" },
		{ "2/3/2026 10:00:60 PM", "ambiguous" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

/* Names of the months as the Unicode CLDR has them (Intl.DateTimeFormat of a browser). */
START_TEST(months)
{
	static const char *const names[][12] = {
		{ "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December" },
		{ "Januar", "Februar", "M\xc3\xa4rz", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember" },
		{ "janvier", "f\xc3\xa9vrier", "mars", "avril", "mai", "juin", "juillet",
		"ao\xc3\xbbt", "septembre", "octobre", "novembre", "d\xc3\xa9" "cembre" },
		{ "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
		"septiembre", "octubre", "noviembre", "diciembre" },
		{ "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
		"settembre", "ottobre", "novembre", "dicembre" },
		{ "janeiro", "fevereiro", "mar\xc3\xa7o", "abril", "maio", "junho", "julho",
		"agosto", "setembro", "outubro", "novembro", "dezembro" },
		{ "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		"september", "oktober", "november", "december" },
	};
	char text[40], as[40];
	size_t language;
	int month;

	for (language = 0; language < sizeof names / sizeof *names; language++)
		for (month = 1; month <= 12; month++) {
			snprintf(text, sizeof text, "3 %s 2024", names[language][month - 1]);
			snprintf(as, sizeof as, "2024-%02d-03", month);
			check(&(struct reading){ text, as }, 1, DATE_ORDER_NONE);
		}
}
END_TEST

START_TEST(languages)
{
	static const struct reading table[] = {
		{ "March 3rd, 2026", "2026-03-03" }, { "May 1st 2012", "2012-05-01" },
		{ "Sept. 7, 2026", "2026-09-07" },
		{ "2 JUNE 2026", "2026-06-02" }, { "the 3rd of March 2026", "no" },
		{ "3rd of March, 2026", "2026-03-03" },
		{ "1. M\xc3\xa4rz 2026", "2026-03-01" }, { "1. MAERZ 2026", "2026-03-01" },
		{ "Mi., 11. Feb. 2026", "2026-02-11" },
		{ "01. Mrz. 2026 14:05 Uhr", "2026-03-01 14:05:00" },
		{ "24. J\xc3\xa4nner 2026", "2026-01-24" },
		{ "1er ao\xc3\xbbt 2026", "2026-08-01" },
		{ "mercredi 11 f\xc3\xa9vrier 2026 \xc3\xa0 10h30", "2026-02-11 10:30:00" },
		{ "11 fe\xcc\x81vrier 2026", "2026-02-11" },
		{ "11 F\xc3\x89VR. 2026", "2026-02-11" },
		{ "11 d\xc3\xa9" "c. 2026", "2026-12-11" },
		{ "mar. 10 mars 2026", "2026-03-10" }, { "mar 10 2026", "2026-03-10" },
		{ "Mar 10 feb 2026", "2026-02-10" },
		{ "mar 11 feb 2026", "no" }, { "11 de enero de 2026", "2026-01-11" },
		{ "domingo, 1 de marzo de 2026 a las 17:00", "2026-03-01 17:00:00" },
		{ "s\xc3\xa1" "bado 14 mar 2026", "2026-03-14" }, { "11 sept. 2026", "2026-09-11" },
		{ "1\xc2\xba de mar\xc3\xa7o de 2026", "2026-03-01" },
		{ "segunda-feira, 2 de mar\xc3\xa7o de 2026 \xc3\xa0s 9:05",
		"2026-03-02 09:05:00" },
		{ "ter\xc3\xa7" "a-feira 3 mar\xc3\xa7o 2026", "2026-03-03" },
		{ "5 ott 2026", "2026-10-05" }, { "1\xc2\xb0 gennaio 2026", "2026-01-01" },
		{ "luned\xc3\xac 2 marzo 2026 alle 10:00", "2026-03-02 10:00:00" },
		{ "14 mrt 2026 om 10:00", "2026-03-14 10:00:00" },
		{ "za 14 maart 2026", "2026-03-14" }, { "14 mei 2026", "2026-05-14" },
		{ "14\u00a0M\u00e4rz\u00a02026", "2026-03-14" },
		{ "14\u2009Mar\u200a2026", "2026-03-14" }, { "14\u200bMar 2026", "no" },
		{ "14 Mar \u20ac 2026", "no" }, { "14 Marchmarchmarchmarchmarch 2026", "no" },
		{ "14 M\xc3rz 2026", "no" }, { "14 M\xc3", "no" }, { "14 ma\xccrz 2026", "no" },
		{ "14 M\xc2\xb4rz 2026", "no" },
		{ "14 smarch 2026", "no" }, { "14 Marchy 2026", "no" },
		{ "SeptemberRR 7th, 1970", "no" },
		{ "14 \xd0\xbc\xd0\xb0\xd1\x80\xd1\x82 2026", "no" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

START_TEST(orders)
{
	static const struct reading none[] = {
		{ "3/14/2026", "2026-03-14" }, { "14/3/2026", "2026-03-14" },
		{ "3/4/2026", "ambiguous" }, { "3.4.2026", "ambiguous" },
		{ "5/5/2026", "2026-05-05" }, { "3/4/2026 14:05", "ambiguous" },
		{ "3/4/2026 99:05", "no" }, { "3/4/2026 x", "no" },
		{ "30/2/2026", "no" }, { "2/30/2026", "no" }, { "13/13/2026", "no" },
		{ "29/2/2024", "2024-02-29" }, { "29/2/2023", "no" },
		{ "31. 1. 2026", "2026-01-31" }, { "1/2-2026", "no" }, { "1/2/026", "no" },
		{ "1/2/20261", "no" }, { "5/5/0999", "0999-05-05" }, { "1/2/0999", "ambiguous" },
		{ "1/2", "no" }, { "1/", "no" }, { "1", "no" }, { "5/5/0000", "no" },
		{ "2026/3/x", "no" }, { "1/222/2026", "no" }, { "03:14:2026", "no" }, { "0/2/2026", "no" },
		{ "Friday 3/4/2026", "2026-04-03" }, { "Wed 3/4/2026", "2026-03-04" },
		{ "Saturday 3/4/2026", "no" },
		{ "Thu 1/10/2026", "2026-10-01" }, { "Wed 1/7/2026", "ambiguous" },
		{ "Mon 26-02-18", "2018-02-26" }, { "Wed 26-02-18", "no" },
	};
	static const struct reading day[] = {
		{ "3/4/2026", "2026-04-03" }, { "14/3/2026 2:05 PM", "2026-03-14 14:05:00" },
		{ "3/14/2026", "no" },
		{ "03-03-14", "2014-03-03" }, { "01-02-03", "2003-02-01" },
		{ "2026-04-03", "2026-04-03" }, { "Friday 3/4/2026", "2026-04-03" },
	};
	static const struct reading month[] = {
		{ "3/4/2026", "2026-03-04" }, { "3/14/2026 2:05 PM", "2026-03-14 14:05:00" },
		{ "14/3/2026", "no" },
		{ "03-14-26", "2026-03-14" }, { "2/1/2018", "2018-02-01" },
		{ "Friday 3/4/2026", "no" },
	};

	CHECK(none, DATE_ORDER_NONE);
	CHECK(day, DATE_DAY_FIRST);
	CHECK(month, DATE_MONTH_FIRST);
}
END_TEST

START_TEST(short_years)
{
	static const struct reading table[] = {
		{ "15-Jan-18", "2018-01-15" }, { "oct 7, '70", "1970-10-07" },
		{ "3/14/68", "2068-03-14" }, { "3/14/69", "1969-03-14" },
		{ "14.3.26", "2026-03-14" }, { "14/03/26", "2026-03-14" },
		{ "8/8/71", "1971-08-08" },
		{ "26-02-18", "ambiguous" },    /* the year 2026 or 2018 */
		{ "26-02-71", "1971-02-26" }, { "71-02-26", "no" }, { "'26-02-18", "no" },
		{ "oct 7, '1970", "no" }, { "7 oct 970", "no" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

START_TEST(iso_weeks_and_days)
{
	static const struct reading table[] = {
		{ "2026-W11-6", "2026-03-14" }, { "2026-w11-6", "2026-03-14" }, { "2026-W01-1", "2025-12-29" },
		{ "2026-W53-7", "2027-01-03" }, { "2025-W53-1", "no" },
		{ "2024-W52-7", "2024-12-29" }, { "2026-W00-1", "no" }, { "2026-W54-1", "no" },
		{ "2026-W11-0", "no" }, { "2026-W11-8", "no" },
		{ "2026-W11-66", "no" }, { "2026-W11-x", "no" }, { "2026-W11/6", "no" },
		{ "2026-W11", "no" }, { "2026-W1-1", "no" },
		{ "2026-W11-6T10:00Z", "2026-03-14 10:00:00 0" },
		{ "2026-001", "2026-01-01" }, { "2026-365", "2026-12-31" }, { "2026-366", "no" },
		{ "2024-366", "2024-12-31" },
		{ "2026-000", "no" }, { "2026-1234", "no" }, { "9999-W52-7", "no" },
		{ "0001-W01-1", "0001-01-01" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

START_TEST(times_and_zones)
{
	static const struct reading table[] = {
		{ "14 Mar 2026 2:05 PM", "2026-03-14 14:05:00" },
		{ "14 Mar 2026 12:00am", "2026-03-14 00:00:00" },
		{ "14 Mar 2026 12:00 p.m.", "2026-03-14 12:00:00" },
		{ "14 Mar 2026 5 PM", "2026-03-14 17:00:00" },
		{ "14 Mar 2026 at 5pm UTC-05", "2026-03-14 17:00:00 -18000" },
		{ "14 Mar 2026 14:05 PM", "no" }, { "14 Mar 2026 0:05 AM", "no" },
		{ "14 Mar 2026 5", "no" }, { "14 Mar 2026 24:00", "no" },
		{ "14 Mar 2026 10:60", "no" }, { "14 Mar 2026 10:00:61", "no" },
		{ "14 Mar 2026 10:", "no" }, { "14 Mar 2026 10:00:", "no" },
		{ "14 Mar 2026 10:00 EST", "no" }, { "14 Mar 2026 10:00 CET", "no" },
		{ "14 Mar 2026 10:00 EST-0500", "2026-03-14 10:00:00 -18000" },
		{ "14 Mar 2026 10:00 -0500 (EST)", "2026-03-14 10:00:00 -18000" },
		{ "14 Mar 2026 10:00 -0500 EST", "2026-03-14 10:00:00 -18000" },
		{ "14 Mar 2026 10:00 -0500 hello", "no" },
		{ "14 Mar 2026 10:00 GMT+1", "2026-03-14 10:00:00 3600" },
		{ "14 Mar 2026 10:00 gmt", "2026-03-14 10:00:00 0" },
		{ "14 Mar 2026 10:00 +0500 UTC", "no" }, { "14 Mar 2026 10:00 +1", "no" },
		{ "14 Mar 2026 10:00 (CET)", "no" },
		{ "14 Mar 2026 10:00 -0500 (EST", "no" }, { "14 Mar 2026 UTC", "no" },
		{ "14 Mar 2026 10:00 +05:3", "no" },
		{ "14 Mar 2026 10:00 +2400", "no" }, { "14 Mar 2026 14h", "2026-03-14 14:00:00" },
		{ "1 Jan 0001 00:00 +01:00", "no" },
		{ "14 Mar 2026 123:05", "no" }, { "14 Mar 2026 14h5", "no" },
		{ "14 Mar 2026 10:00 GMT-3", "2026-03-14 10:00:00 -10800" },
		{ "14 Mar 2026 10:00 UTC+", "no" }, { "14 Mar 2026 10:00 UTC-x", "no" },
		{ "14 Mar 2026 10:00 ABCDE", "no" }, { "14 Mar 2026 10:00 ABCDEF", "no" },
		{ "14 Mar 2026 10:00 ABCDEF+0100", "no" },
		{ "14 Mar 2026 10:00 +a0", "no" }, { "14 Mar 2026 10:00 +0a", "no" },
		{ "14 Mar 2026 10:00 +02001", "no" }, { "14 Mar 2026 10:00 +020", "no" },
		{ "14 Mar 2026 10:00 +02:001", "no" },
		{ "14 Mar 2026 2:05 p. m.", "2026-03-14 14:05:00" },
		{ "14 Mar 2026 2:05 P.M", "2026-03-14 14:05:00" },
		{ "14 Mar 2026 2:05 a.m Z", "2026-03-14 02:05:00 0" },
		{ "14 Mar 2026 2:05 p", "no" }, { "14 Mar 2026 2:05 p.", "no" },
		{ "14 Mar 2026 2:05 p. Z", "no" }, { "14 Mar 2026 2:05 p.x", "no" },
		{ "14 Mar 2026\r\n10:00", "2026-03-14 10:00:00" },
		{ "14 Mar 2026\n\t10:00", "2026-03-14 10:00:00" },
		{ "14 Mar 2026 \u2014 10:00", "no" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

START_TEST(not_dates)
{
	static const struct reading table[] = {
		{ "", "no" }, { " ", "no" }, { "N/A", "no" }, { "Select", "no" },
		{ "May-20", "no" }, { "01-May", "no" }, { "May 2026", "no" },
		{ "2026", "no" }, { "2026-03", "no" }, { "2026.05", "no" }, { "45631", "no" },
		{ "1332151919", "no" }, { "20261332", "no" },
		{ "12345678", "no" }, { "18991231", "no" }, { "+15551234567", "no" },
		{ "555-12-34", "no" }, { "1.2.3.4", "no" }, { "10.0.0.1", "no" },
		{ "171113 14:14:20", "no" }, { "--03-01", "no" }, { "30 Feb 2026", "no" },
		{ "Feb 29, 2026", "no" }, { "31 April 2026", "no" },
		{ "32 Jan 2026", "no" }, { "0 Jan 2026", "no" }, { "14 Mar 0000", "no" },
		{ "Sunday 14 March 2026", "no" }, { "Saturday", "no" },
		{ "Sat Sun 14 Mar 2026", "no" }, { "14 Mar 2026 14 Mar 2026", "no" },
		{ "14 Mar 2026,", "no" }, { "5,000-9,999", "no" },
	};

	CHECK(table, DATE_ORDER_NONE);
}
END_TEST

/* The length limit must not cut words: a long text is refused. */
START_TEST(long_texts)
{
	static char text[4096];

	memset(text, ' ', sizeof text - 1);
	memcpy(text, "14 Mar 2026", 11);
	ck_assert_str_eq(read_as(text, DATE_ORDER_NONE), "2026-03-14");
	memset(text + 11, '9', sizeof text - 12);
	ck_assert_str_eq(read_as(text, DATE_ORDER_NONE), "no");
}
END_TEST

START_TEST(serials)
{
	static const struct reading table[] = {
		/* from the documentation of Excel's DATE, and from pipedrive's sample */
		{ "1", "1900-01-01" }, { "39448", "2008-01-01" }, { "45631.0", "2024-12-05" },
		{ "45631.5", "2024-12-05 12:00:00" },
		{ "59", "1900-02-28" }, { "60", "no" }, { "61", "1900-03-01" },
		{ "2958465", "9999-12-31" }, { "2958466", "no" },
		{ "2958465.99999999", "no" }, { "45631.999999999", "2024-12-06 00:00:00" },
		{ "45631.416666666664", "2024-12-05 10:00:00" },
		{ "45631,25", "2024-12-05 06:00:00" }, { "0", "no" }, { "", "no" },
		{ "45631.", "no" }, { "-1", "no" }, { "45631x", "no" },
		{ "99999999", "no" }, { " 45631", "no" },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++) {
		char as[64] = "no";
		struct civil c;

		if (date_parse_serial(str_of(table[i].text), &c)) {
			int n = snprintf(as, sizeof as, "%04d-%02d-%02d", c.year, c.month, c.day);

			if (c.has_time)
				snprintf(as + n, sizeof as - (size_t)n, " %02d:%02d:%02d", c.hour,
				    c.minute, c.second);
		}
		ck_assert_msg(strcmp(as, table[i].as) == 0, "%s: %s", table[i].text, as);
	}
}
END_TEST

START_TEST(evidence)
{
	static const char *const column[] = {
		"", "  ", "13/03/2026", "3/13/2026", "4/3/2026", "5/5/2026", "2026-01-01",
		"14 Mar 2026", " 2026-01-01 ", "45631", "45631.5", "1234", "hello", "26-02-18",
	};
	struct date_evidence e = { 0 }, day = { 0 }, sum;
	size_t i;

	for (i = 0; i < sizeof column / sizeof *column; i++)
		date_evidence_add(&e, str_of(column[i]));
	ck_assert(e.day_first == 1 && e.month_first == 1 && e.ambiguous == 2 && e.plain == 4 &&
	    e.serial == 2 && e.other == 2);
	ck_assert_int_eq(date_evidence_order(&e), DATE_ORDER_NONE);
	ck_assert_int_eq(date_evidence_order(&day), DATE_ORDER_NONE);
	date_evidence_add(&day, STR("31.12.2026"));
	ck_assert_int_eq(date_evidence_order(&day), DATE_DAY_FIRST);
	sum = e;
	date_evidence_add(&sum, STR("045631"));
	date_evidence_add(&sum, STR("45631x"));
	date_evidence_add(&sum, STR("45631,5"));
	ck_assert(sum.serial == e.serial + 1 && sum.other == e.other + 2);
	sum = (struct date_evidence){ .month_first = 1 };
	ck_assert_int_eq(date_evidence_order(&sum), DATE_MONTH_FIRST);
	sum = e;
	date_evidence_merge(&sum, &day);
	date_evidence_merge(&day, &e);
	ck_assert(memcmp(&sum, &day, sizeof sum) == 0);
	ck_assert(sum.day_first == 2 && sum.month_first == 1 && sum.ambiguous == 2 &&
	    sum.plain == 4 && sum.serial == 2 && sum.other == 2);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("date_human");

	tcase_add_test(t, exports);
	tcase_add_test(t, months);
	tcase_add_test(t, languages);
	tcase_add_test(t, orders);
	tcase_add_test(t, short_years);
	tcase_add_test(t, iso_weeks_and_days);
	tcase_add_test(t, times_and_zones);
	tcase_add_test(t, not_dates);
	tcase_add_test(t, long_texts);
	tcase_add_test(t, serials);
	tcase_add_test(t, evidence);
	return unit_run("date_human", t);
}
