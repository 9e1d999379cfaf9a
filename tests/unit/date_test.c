/* Expected instants are those of GNU date(1); the rest is by hand. */
#include <stdlib.h>

#include "unit.h"
#include "value/date.h"

static struct buf out;

static struct str
printed(instant t)
{
	out.n = 0;
	date_print(&out, t);
	return buf_text(&out);
}

static struct str
printed_span(span d)
{
	out.n = 0;
	date_print_span(&out, d);
	return buf_text(&out);
}

/* Every byte of a time in turn as every byte there is: the quick reader says what the other says. */
START_TEST(utc_damaged)
{
	static const char *const good[] = { "2026-03-01T10:00:00Z", "2024-02-29T23:59:58Z",
		"1999-12-19T19:09:59Z" };
	size_t i, at, byte;

	for (i = 0; i < sizeof good / sizeof good[0]; i++)
		for (at = 0; at < 20; at++)
			for (byte = 0; byte < 256; byte++) {
				struct civil c;
				char text[20];
				instant t;
				bool utc;

				memcpy(text, good[i], sizeof text);
				text[at] = (char)byte;
				utc = date_parse_iso((struct str){ text, 20 }, &c) && text[10] == 'T' &&
				    text[19] == 'Z' && memcmp(text + 17, "60", 2) != 0;
				ck_assert_int_eq(date_parse_utc((struct str){ text, 20 }, &t), utc);
				ck_assert(!utc || t == date_utc(&c));
			}
	ck_assert(!date_parse_utc(STR("2026-03-01T10:00:00"), &(instant){ 0 }));
}
END_TEST

START_TEST(iso_is_read)
{
	static const struct {
		const char *text;
		instant utc;
		uint32_t nanosecond;
		bool has_time, has_offset;
	} cases[] = {
		{ "2026-03-01", 1772323200, 0, false, false },
		{ "2026-03-01T10:00:00Z", 1772359200, 0, true, true },
		{ "2026-03-01t10:00:00z", 1772359200, 0, true, true },
		{ "2026-03-01T10:00Z", 1772359200, 0, true, true },
		{ "2026-03-01 10:00", 1772359200, 0, true, false },
		{ "2026-03-01 10:00:07", 1772359207, 0, true, false },
		{ "2026-09-04T11:17:13-05:00", 1788538633, 0, true, true },
		{ "2026-03-18T22:36:33+00:00", 1773873393, 0, true, true },
		{ "2026-03-18T22:36:33+0530", 1773853593, 0, true, true },
		{ "2026-03-18 22:36:33 +05", 1773855393, 0, true, true },
		{ "2026-03-18T22:36:33.25Z", 1773873393, 250000000, true, true },
		{ "2026-03-18T22:36:33,123456789123", 1773873393, 123456789, true, false },
		{ "2016-12-31T23:59:60Z", 1483228799, 0, true, true },
		{ "0001-01-01T00:00:00Z", -62135596800, 0, true, true },
		{ "9999-12-31T23:59:59Z", 253402300799, 0, true, true },
		{ "2024-02-29", 1709164800, 0, false, false },
	};
	struct civil c;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(date_parse_iso(str_of(cases[i].text), &c), "%s", cases[i].text);
		ck_assert_msg(date_utc(&c) == cases[i].utc, "%s: %lld", cases[i].text,
		    (long long)date_utc(&c));
		ck_assert_uint_eq(c.nanosecond, cases[i].nanosecond);
		ck_assert(c.has_time == cases[i].has_time && c.has_offset == cases[i].has_offset);
	}
}
END_TEST

START_TEST(iso_is_refused)
{
	static const char *const cases[] = {
		"", "2026", "2026-03", "2026-3-01", "2026-02-30", "2026-02-29", "1900-02-29",
		"2026-04-31",
		"2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "2026/03/01",
		"2O26-03-01",
		"2026-03-01T", "2026-03-01T10", "2026-03-01T10:0", "2026-03-01T10:60",
		"2026-03-01T24:00",
		"2026-03-01T10:00:61", "2026-03-01T10:00:6", "2026-03-01T10:00:",
		"2026-03-01T10:00:00.",
		"2026-03-01T10:00:00.Z", "2026-03-01T10:00:00+", "2026-03-01T10:00:00+1",
		"2026-03-01T10:00:00+24:00",
		"2026-03-01T10:00:00+a0", "2026-03-01T10:00:00+0a", "2026-03-01T10:00:00+05001",
		"2026-03-01T10:00:00+05:60", "2026-03-01T10:00:00+05-30", "2026-03-01T10:00:00ZZ",
		"2026-03-01X10:00:00",
		"2026-03-01T10:00:00 ", " 2026-03-01", "2026-03-01 ", "2026-03-0:",
		"2026-03-01T1/:00", "-026-03-01",
		"0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-03-01T10.00:00",
		"\xb2\xb0\xb2\xb6-03-01", "2026\xad" "03-01",
	};
	struct civil c;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(!date_parse_iso(str_of(cases[i]), &c), "%s", cases[i]);
}
END_TEST

START_TEST(instants_are_printed)
{
	ck_assert(str_is(printed(0), "1970-01-01T00:00:00Z"));
	ck_assert(str_is(printed(-1), "1969-12-31T23:59:59Z"));
	ck_assert(str_is(printed(1772359200), "2026-03-01T10:00:00Z"));
	ck_assert(str_is(printed(-62135596801), "0000-12-31T23:59:59Z"));
	ck_assert(str_is(printed(253402300800), "10000-01-01T00:00:00Z"));
	ck_assert(str_is(printed(INSTANT_NONE), ""));
	out.n = 0;
	date_print_day(&out, INSTANT_NONE);
	ck_assert_uint_eq(out.n, 0);
	date_print_day(&out, -1);
	ck_assert(str_is(buf_text(&out), "1969-12-31"));
	ck_assert_uint_gt(printed(INT64_MAX).n, 0);
	ck_assert_uint_gt(printed(INT64_MIN + 1).n, 0);
}
END_TEST

START_TEST(days_of_years)
{
	static const struct { int32_t year; unsigned month, day; bool valid; } cases[] = {
		{ 1, 1, 1, true }, { 9999, 12, 31, true }, { 0, 12, 31, false }, { 10000, 1, 1, false }, { 10000, 1, 31, false },
		{ 2026, 0, 1, false }, { 2026, 13, 1, false }, { 2026, 1, 0, false }, { 2026, 1, 32, false },
		{ 2026, 2, 29, false }, { 2024, 2, 29, true }, { 1900, 2, 29, false }, { 2000, 2, 29, true },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert(date_is_valid(cases[i].year, cases[i].month, cases[i].day) == cases[i].valid);
}
END_TEST

START_TEST(weekdays)
{
	ck_assert_uint_eq(date_weekday(0), 3);
	ck_assert_uint_eq(date_weekday(-1), 2);
	ck_assert_uint_eq(date_weekday(date_days(2026, 3, 1)), 6);
	ck_assert_uint_eq(date_weekday(date_days(1, 1, 1)), 0);
}
END_TEST

START_TEST(lengths_are_read)
{
	static const struct {
		const char *text;
		int64_t n;
		enum span_unit unit;
	} cases[] = {
		{ "45s", 45, SPAN_WALL }, { "90m", 5400, SPAN_WALL }, { "36h", 129600, SPAN_WALL },
		{ "14d", 1209600, SPAN_WALL }, { "2w", 1209600, SPAN_WALL }, { "0m", 0, SPAN_WALL },
		{ "1d12h", 129600, SPAN_WALL }, { "1d 12h", 129600, SPAN_WALL },
		{ "1w1s", 604801, SPAN_WALL },
		{ "4bh", 14400, SPAN_BUSINESS_HOURS }, { "3bd", 3, SPAN_BUSINESS_DAYS },
		{ "0bd", 0, SPAN_BUSINESS_DAYS },
	};
	static const char *const refused[] = {
		"", "5", "h", "1.5h", "-2d", "+2d", "2D", "2 d", "1h1d", "1d1d", "1d4bh", "4bh1d",
		"1d ", " 1d", "1d  2h",
		"4b", "4bs", "4bhx", "99999999999999999999d", "9999999999w", "3660001d",
		"87840001bh", "3660001bd",
	};
	struct length l;
	span d;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(date_parse_length(str_of(cases[i].text), &l), "%s", cases[i].text);
		ck_assert_int_eq(l.n, cases[i].n);
		ck_assert_int_eq(l.unit, cases[i].unit);
		ck_assert(date_parse_span(str_of(cases[i].text), &d) == (l.unit == SPAN_WALL));
	}
	for (i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(!date_parse_length(str_of(refused[i]), &l), "%s", refused[i]);
}
END_TEST

START_TEST(spans_are_printed)
{
	ck_assert(str_is(printed_span(0), "0s"));
	ck_assert(str_is(printed_span(59), "59s"));
	ck_assert(str_is(printed_span(2700), "45m"));
	ck_assert(str_is(printed_span(2759), "45m 59s"));
	ck_assert(str_is(printed_span(3600), "1h"));
	ck_assert(str_is(printed_span(183600 + 599), "2d 3h"));
	ck_assert(str_is(printed_span(86400 + 3599), "1d"));
	ck_assert(str_is(printed_span(1209600), "14d"));
	ck_assert(str_is(printed_span(-5400), "-1h 30m"));
	ck_assert_uint_gt(printed_span(INT64_MIN).n, 0);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("date");
	int failed;

	tcase_add_test(t, utc_damaged);
	tcase_add_test(t, iso_is_read);
	tcase_add_test(t, iso_is_refused);
	tcase_add_test(t, instants_are_printed);
	tcase_add_test(t, days_of_years);
	tcase_add_test(t, weekdays);
	tcase_add_test(t, lengths_are_read);
	tcase_add_test(t, spans_are_printed);
	failed = unit_run("date", t);
	buf_free(&out);
	return failed;
}
