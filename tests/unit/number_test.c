/* number - exact decimals from machines and people. */
#include <stdlib.h>

#include "unit.h"
#include "value/number.h"

static const char *
print(struct number n)
{
	static char text[64];
	struct buf b = { 0 };

	number_print(&b, n);
	ck_assert_uint_lt(b.n, sizeof text);
	memcpy(text, b.p, b.n);
	text[b.n] = '\0';
	buf_free(&b);
	return text;
}

START_TEST(machine_form)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "0", "0" },
		{ "-0", "0" },
		{ "+5", "5" },
		{ " -12.50 ", "-12.5" },
		{ "00501", "501" },
		{ "1.000", "1" },
		{ "0.125", "0.125" },
		{ "1e3", "1000" },
		{ "1.5E+2", "150" },
		{ "15e-1", "1.5" },
		{ "1e-18", "0.000000000000000001" },
		{ "0e999999999999", "0" },
		{ "999999999999999999", "999999999999999999" },
		{ "1e17", "100000000000000000" },
		{ "-999999999999999999", "-999999999999999999" },
		{ "0.999999999999999999", "0.999999999999999999" },
		{ "123456789.123456789", "123456789.123456789" },
		{ "1.00000000000000000000000000000", "1" },
		{ "000000000000000000000000000000001", "1" },
		{ "1000000000000000000000e-10", "100000000000" },
		{ "0.00000000000000000001e2", "0.000000000000000001" },
		{ "123456789012345678.000", "123456789012345678" },
	};
	static const char *const refused[] = {
		"",
		" ",
		"+",
		"-",
		".",
		"1.",
		".5",
		"1e",
		"1e+",
		"1ex",
		"e5",
		"--1",
		"1-",
		"1 2",
		"1,5",
		"0x10",
		"nan",
		"inf",
		"1_000",
		"1.2.3",
		"1e5.0",
		"1000000000000000000",
		"1e18",
		"1e-19",
		"1234567890123456789",
		"0.1234567890123456789",
		"1.0000000000000000001",
		"123456789012345678.5",
		"1e99999999999999999999",
		"\xEF\xBC\x91",
		"1\xC2\xA0",
	};
	struct number n;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(number_parse(str_of(cases[i].text), &n), "'%s'", cases[i].text);
		ck_assert_str_eq(print(n), cases[i].want);
		ck_assert_msg(n.scale == 0 || n.units % 10 != 0, "'%s' has a zero", cases[i].text);
	}
	for (i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(!number_parse(str_of(refused[i]), &n), "'%s'", refused[i]);
	ck_assert(!number_parse(STR("1\0" "2"), &n));
	ck_assert(!number_parse((struct str){ NULL, 0 }, &n));
}
END_TEST

START_TEST(human_form)
{
	/* What each text says when the decimal separator is unknown, a point, a comma:
	 * NULL is not a number, "?" ambiguous. */
	static const struct {
		const char *text, *want[3];
	} cases[] = {
		{ "1200", { "1200", "1200", "1200" } },
		{ "1,200.50", { "1200.5", "1200.5", NULL } },
		{ "1.200,50", { "1200.5", NULL, "1200.5" } },
		{ "1,200", { "?", "1200", "1.2" } },
		{ "1.200", { "?", "1.2", "1200" } },
		{ "12.345", { "?", "12.345", "12345" } },
		{ "-123,456", { "?", "-123456", "-123.456" } },
		{ "1,200k", { "?", "1200000", "1200" } },
		{ "1,234,567", { "1234567", "1234567", NULL } },
		{ "1.234.567", { "1234567", NULL, "1234567" } },
		{ "1.234,567", { "1234.567", NULL, "1234.567" } },
		{ "0.125", { "0.125", "0.125", NULL } },
		{ "0,125", { "0.125", NULL, "0.125" } },
		{ "1234.567", { "1234.567", "1234.567", NULL } },
		{ "1234,567", { "1234.567", NULL, "1234.567" } },
		{ "1,5", { "1.5", NULL, "1.5" } },
		{ "1.5", { "1.5", "1.5", NULL } },
		{ ".5", { "0.5", "0.5", NULL } },
		{ ",500", { "0.5", NULL, "0.5" } },
		{ "1 200,50", { "1200.5", NULL, "1200.5" } },
		{ "1 200", { "1200", "1200", "1200" } },
		{ "1\u00A0200\u202F300", { "1200300", "1200300", "1200300" } },
		{ "1\u2009200.5", { "1200.5", "1200.5", NULL } },
		{ "1'200'300.25", { "1200300.25", "1200300.25", NULL } },
		{ "1\u2007200", { "1200", "1200", "1200" } },
		{ "1\u2019200", { "1200", "1200", "1200" } },
		{ "12,34,567", { "1234567", "1234567", NULL } },
		{ "1,23,45,678.9", { "12345678.9", "12345678.9", NULL } },
		{ "12%", { "0.12", "0.12", "0.12" } },
		{ "12.5 %", { "0.125", "0.125", NULL } },
		{ "1.2k", { "1200", "1200", NULL } },
		{ "3M", { "3000000", "3000000", "3000000" } },
		{ "2bn", { "2000000000", "2000000000", "2000000000" } },
		{ "2 Mrd.", { "2000000000", "2000000000", "2000000000" } },
		{ "4 lakh", { "400000", "400000", "400000" } },
		{ "(500)", { "-500", "-500", "-500" } },
		{ "( 1.5 )", { "-1.5", "-1.5", NULL } },
		{ "\u22125", { "-5", "-5", "-5" } },
		{ "+5", { "5", "5", "5" } },
		{ "1.2E+05", { "120000", "120000", NULL } },
		{ "1,234e3", { "1234", NULL, "1234" } },
		{ "\u00A07\u00A0", { "7", "7", "7" } },
		{ "1,23,456,789", { NULL, NULL, NULL } },
		{ "12,3456", { "12.3456", NULL, "12.3456" } },
		{ "1,2,3", { NULL, NULL, NULL } },
		{ "1,2,345", { NULL, NULL, NULL } },
		{ "1,2 3", { NULL, NULL, NULL } },
		{ "1.2.3", { NULL, NULL, NULL } },
		{ "1,200,50", { NULL, NULL, NULL } },
		{ "1.200.50", { NULL, NULL, NULL } },
		{ "1,200.500,1", { NULL, NULL, NULL } },
		{ "1 2", { NULL, NULL, NULL } },
		{ "1 200 30", { NULL, NULL, NULL } },
		{ "1'200 300", { NULL, NULL, NULL } },
		{ "0,500,000", { NULL, NULL, NULL } },
		{ "1234,567,890", { NULL, NULL, NULL } },
		{ "12 34 567", { NULL, NULL, NULL } },
		{ "1,200,", { NULL, NULL, NULL } },
		{ ",", { NULL, NULL, NULL } },
		{ "", { NULL, NULL, NULL } },
		{ "k", { NULL, NULL, NULL } },
		{ "%", { NULL, NULL, NULL } },
		{ "()", { NULL, NULL, NULL } },
		{ "5.", { NULL, NULL, NULL } },
		{ "5.e3", { NULL, NULL, NULL } },
		{ "-(5)", { NULL, NULL, NULL } },
		{ "(-5)", { NULL, NULL, NULL } },
		{ "5 billion", { NULL, NULL, NULL } },
		{ "10-50", { NULL, NULL, NULL } },
		{ "May-20", { NULL, NULL, NULL } },
		{ "1e5e5", { NULL, NULL, NULL } },
		{ "1,200e3", { "1200", NULL, "1200" } },
		{ "1 200e3", { NULL, NULL, NULL } },
		{ "abc.def", { NULL, NULL, NULL } },
		{ "1 2.345", { NULL, NULL, NULL } },
		{ "5 k k", { NULL, NULL, NULL } },
		{ "9e17k", { NULL, NULL, NULL } },
	};
	static const char decimals[3] = { 0, '.', ',' };
	size_t i, d;

	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		for (d = 0; d < 3; d++) {
			const char *want = cases[i].want[d];
			bool ambiguous, unclear = want != NULL && *want == '?';
			struct number n;
			bool ok =
			    number_parse_human(str_of(cases[i].text), decimals[d], &n, &ambiguous);

			ck_assert_msg(ok == (want != NULL && !unclear), "'%s' %d is %d",
			    cases[i].text, (int)d, ok);
			ck_assert_msg(ambiguous == unclear, "'%s' %d", cases[i].text, (int)d);
			if (ok)
				ck_assert_str_eq(print(n), want);
		}
}
END_TEST

START_TEST(a_long_text_is_no_number)
{
	char big[200];
	struct number n;
	bool ambiguous;

	memset(big, '0', sizeof big);
	big[199] = '1';
	ck_assert(number_parse((struct str){ big, sizeof big }, &n));
	ck_assert(!number_parse_human((struct str){ big, sizeof big }, 0, &n, &ambiguous));
	memset(big, '(', sizeof big);
	ck_assert(!number_parse_human((struct str){ big, sizeof big }, 0, &n, &ambiguous));
}
END_TEST

static struct number
of(const char *text)
{
	struct number n;

	ck_assert(number_parse(str_of(text), &n));
	return n;
}

START_TEST(ranges)
{
	static const struct {
		const char *text, *low;
	} cases[] = {
		{ "51-200", "51" }, { " 51 - 200 ", "51" }, { "51 to 200", "51" }, { "51\u2013200", "51" },
		{ "51\u2014200", "51" }, { "1,001-5,000", "1001" }, { "10,001+", "10001" }, { "0.5-1", "0.5" },
	};
	static const char *const refused[] = {
		"", "-", "51", "51 200", "51-", "51-x", "200-51", "51-51", "1 2-50", "x-50", "-5-7", "1 2+",
	};
	struct number low;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(number_range(str_of(cases[i].text), '.', &low), "'%s'", cases[i].text);
		ck_assert_str_eq(print(low), cases[i].low);
	}
	for (i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(!number_range(str_of(refused[i]), '.', &low), "'%s'", refused[i]);
	ck_assert(!number_range((struct str){ NULL, 0 }, '.', &low));
}
END_TEST

START_TEST(comparison_is_exact)
{
	static const char *const rising[] = { "-999999999999999999", "-1.5", "-1.00000000000000001",
		"-1", "-0.999999999999999999", "-0.000000000000000001", "0", "0.000000000000000001",
		"0.1", "0.100000000000000001", "0.11", "1", "1.00000000000000001", "2", "10.5",
		"999999999999999998", "999999999999999999" };
	size_t i, j, count = sizeof rising / sizeof *rising;

	for (i = 0; i < count; i++)
		for (j = 0; j < count; j++) {
			int order = number_cmp(of(rising[i]), of(rising[j]));
			ck_assert_msg((order > 0) - (order < 0) == (i > j) - (i < j), "%s %s",
			    rising[i], rising[j]);
		}
	ck_assert_int_gt(
	    number_cmp((struct number){ INT64_MAX, 0 }, (struct number){ INT64_MAX, 18 }), 0);
	ck_assert_int_lt(
	    number_cmp((struct number){ INT64_MIN, 0 }, (struct number){ INT64_MIN, 18 }), 0);
	ck_assert_int_eq(number_cmp((struct number){ 10, 1 }, (struct number){ 1, 0 }), 0);
}
END_TEST

START_TEST(scaling_never_rounds)
{
	struct number n = of("12.5");
	int64_t whole;

	ck_assert(number_scaled(of("12.5"), 3, &whole) && whole == 12500);
	ck_assert(!number_scaled(of("12.5"), 0, &whole));
	ck_assert(number_scaled(of("-0.001"), 3, &whole) && whole == -1);
	ck_assert(!number_scaled(of("999999999999999999"), 2, &whole));
	ck_assert(number_scaled(of("0"), 99, &whole) && whole == 0);
	ck_assert(!number_scaled(of("1"), 19, &whole));
	ck_assert(number_scaled((struct number){ 10, 1 }, 0, &whole) && whole == 1);
	ck_assert(number_shift(&n, 3) && number_cmp(n, of("12500")) == 0);
	n = of("0.0001");
	ck_assert(number_shift(&n, 3) && number_cmp(n, of("0.1")) == 0);
	n = of("999999999999999999");
	ck_assert(!number_shift(&n, 1) && number_cmp(n, of("999999999999999999")) == 0);
	n = of("0");
	ck_assert(number_shift(&n, 40) && n.units == 0 && n.scale == 0);
	n = of("1");
	ck_assert(!number_shift(&n, 18));
	n = of("-1");
	ck_assert(!number_shift(&n, 18) && n.units == -1);
	ck_assert(number_shift(&n, 17) && n.units == -100000000000000000);
}
END_TEST

START_TEST(points_are_thousandths)
{
	static const struct {
		int64_t thousandths;
		const char *want;
	} cases[] = {
		{ 12500, "12.5" }, { 15000, "15" }, { -7001, "-7.001" }, { 0, "0" }, { 5, "0.005" },
		{ -40, "-0.04" }, { 100, "0.1" }, { INT64_MIN, "-9223372036854775.808" },
	};
	struct buf b = { 0 };
	int64_t back;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		b.n = 0;
		number_print_points(&b, cases[i].thousandths);
		ck_assert(str_is(buf_text(&b), cases[i].want));
		if (cases[i].thousandths != INT64_MIN)
			ck_assert(
			    number_points(buf_text(&b), &back) && back == cases[i].thousandths);
	}
	/* All digits there can be, against the plainest way. */
	for (back = -1010; back < 1001010; back++) {
		char want[32];
		int n = snprintf(want, sizeof want, "%s%d.%03d", back < 0 ? "-" : "",
		    abs((int)back) / 1000, abs((int)back) % 1000);

		while (want[n - 1] == '0')
			n--;
		n -= want[n - 1] == '.';
		b.n = 0;
		number_print_points(&b, back);
		ck_assert_msg(str_eq(buf_text(&b), (struct str){ want, (size_t)n }), "%.*s", n, want);
	}
	ck_assert(!number_points(STR("1.2345"), &back));
	ck_assert(!number_points(STR("x"), &back));
	buf_free(&b);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("number");

	tcase_add_test(t, machine_form);
	tcase_add_test(t, human_form);
	tcase_add_test(t, a_long_text_is_no_number);
	tcase_add_test(t, ranges);
	tcase_add_test(t, comparison_is_exact);
	tcase_add_test(t, scaling_never_rounds);
	tcase_add_test(t, points_are_thousandths);
	return unit_run("number", t);
}
