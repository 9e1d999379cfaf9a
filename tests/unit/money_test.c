/* money - amounts as exports and settings write them. */
#include <stdlib.h>

#include "unit.h"
#include "value/money.h"

static const char *
print(struct buf *b, const struct money *m)
{
	b->n = 0;
	money_print(b, m);
	buf_byte(b, '\0');
	return b->p;
}

START_TEST(canonical)
{
	static const char *const cases[][2] = {
		{ "12000", "12000" },
		{ "12000.50 EUR", "12000.5 EUR" },
		{ "10k EUR", "10000 EUR" },
		{ "1.5M USD", "1500000 USD" },
		{ "2bn", "2000000000" },
		{ "-3k", "-3000" },
		{ " 7 GBP ", "7 GBP" },
		{ "5CHF", "5 CHF" },
		{ "0.001k", "1" },
		{ "1e3 SEK", "1000 SEK" },
		{ "", NULL },
		{ "EUR", NULL },
		{ "1,000", NULL },
		{ "$5", NULL },
		{ "5 eur", NULL },
		{ "5 XYZ", NULL },
		{ "5 EUR EUR", NULL },
		{ "k", NULL },
		{ "9e17k", NULL },
		{ "EUR 5", NULL },
	};
	struct buf b = { 0 };
	struct money m;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool ok = money_parse(str_of(cases[i][0]), &m);

		ck_assert_msg(ok == (cases[i][1] != NULL), "'%s' is %d", cases[i][0], ok);
		if (ok)
			ck_assert_str_eq(print(&b, &m), cases[i][1]);
	}
	buf_free(&b);
}
END_TEST

START_TEST(human)
{
	/* text, decimal separator or '?', canonical form, NULL: not an amount, "?": ambiguous */
	static const struct {
		const char *text;
		char decimal;
		const char *want;
	} cases[] = {
		{ "$1,200.50", 0, "1200.5" },
		{ "\u20AC 1.200,50", 0, "1200.5 EUR" },
		{ "1.2M EUR", 0, "1200000 EUR" },
		{ "(500)", 0, "-500" },
		{ "342.09K", 0, "342090" },
		{ "$342.09K", 0, "342090" },
		{ "$ -5", 0, "-5" },
		{ "-$5", 0, "-5" },
		{ "($5)", 0, "-5" },
		{ "$(5)", 0, "-5" },
		{ "(5 EUR)", 0, "-5 EUR" },
		{ "(5) EUR", 0, "-5 EUR" },
		{ "\u2212\u00A35", 0, "-5 GBP" },
		{ "US$ 1,200,000", 0, "1200000 USD" },
		{ "1 200,50\u00A0\u20AC", 0, "1200.5 EUR" },
		{ "1\u202F200\u202F\u20AC", 0, "1200 EUR" },
		{ "CHF 1'200.00", 0, "1200 CHF" },
		{ "1\u2019200 CHF", 0, "1200 CHF" },
		{ "\u20B9 12,34,567", 0, "1234567 INR" },
		{ "5 lakh INR", 0, "500000 INR" },
		{ "12 Mio. \u20AC", 0, "12000000 EUR" },
		{ "3 k\u20AC", 0, "3000 EUR" },
		{ "100 eur", 0, "100 EUR" },
		{ "R$ 10", 0, "10 BRL" },
		{ "kr 10", 0, "10" },
		{ "10 kr DKK", 0, "10 DKK" },
		{ "10 kr.", 0, "10" },
		{ "$5 CAD", 0, "5 CAD" },
		{ "\u00A5 5", 0, "5" },
		{ "CAD $5", 0, "5 CAD" },
		{ "EUR 5 EUR", 0, "5 EUR" },
		{ "\u20AC1.200", 0, "?" },
		{ "\u20AC1.200", ',', "1200 EUR" },
		{ "\u20AC1.200", '.', "1.2 EUR" },
		{ "1,200 USD", 0, "?" },
		{ "1,200 USD", '.', "1200 USD" },
		{ "$5 EUR", 0, NULL },
		{ "\u20AC5 USD", 0, NULL },
		{ "-(5)", 0, NULL },
		{ "-$-5", 0, NULL },
		{ "--5", 0, NULL },
		{ "(-5)", 0, NULL },
		{ "$", 0, NULL },
		{ "", 0, NULL },
		{ "Euros", 0, NULL },
		{ "USDollar 5", 0, NULL },
		{ "12 apples", 0, NULL },
		{ "5 10 EUR", 0, NULL },
		{ "$1,20", '.', NULL },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *want = cases[i].want;
		bool ambiguous, unclear = want != NULL && want[0] == '?';
		struct money m;
		bool ok =
		    money_parse_human(str_of(cases[i].text), cases[i].decimal, &m, &ambiguous);

		ck_assert_msg(ok == (want != NULL && !unclear), "'%s' is %d", cases[i].text, ok);
		ck_assert_msg(ambiguous == unclear, "'%s' ambiguous: %d", cases[i].text, ambiguous);
		if (ok)
			ck_assert_msg(
			    strcmp(print(&b, &m), want) == 0, "'%s' is %s", cases[i].text, b.p);
	}
	buf_free(&b);
}
END_TEST

START_TEST(code)
{
	ck_assert(
	    money_is_code(STR("EUR")) && money_is_code(STR("AED")) && money_is_code(STR("ZWL")));
	ck_assert(money_is_code(STR("XCG")) && money_is_code(STR("USD")));
	ck_assert(
	    !money_is_code(STR("eur")) && !money_is_code(STR("XXX")) && !money_is_code(STR("")));
	ck_assert(!money_is_code(STR("EURO")) && !money_is_code(STR("AAA")) &&
		  !money_is_code(STR("ZZZ")));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("money");

	tcase_add_test(t, canonical);
	tcase_add_test(t, human);
	tcase_add_test(t, code);
	return unit_run("money", t);
}
