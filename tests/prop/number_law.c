/*
 * Numbers: what is printed reads back the same; comparison agrees with 128-bit arithmetic;
 * a number written in any of the world's ways is read as that number, or, when the text alone
 * cannot tell, called ambiguous and never something else.
 */

#include "law.h"
#include "value/money.h"

__extension__ typedef __int128 wide;

static void
check(bool holds, const char *law, struct str s)
{
	if (holds)
		return;
	fprintf(stderr, "number_law: %s: '%.*s'\n", law, STR_ARG(s));
	exit(1);
}

static bool
same(struct number a, struct number b)
{
	return a.units == b.units && a.scale == b.scale;
}

static struct number
any(unsigned most_digits)
{
	struct number n = { 0, (uint8_t)below(most_digits + 1) };
	unsigned digits = 1 + below(most_digits);

	while (digits-- > 0)
		n.units = n.units * 10 + (below(3) ? below(10) : 0);
	for (; n.scale > 0 && n.units % 10 == 0; n.scale--)
		n.units /= 10;
	if (below(2))
		n.units = -n.units;
	return n;
}

static wide
power(unsigned n)
{
	wide p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

static void
machine(struct buf *b)
{
	struct number x = any(18), y = below(2) ? any(18) : x, back, human;
	wide left = x.units * power(y.scale), right = y.units * power(x.scale);
	unsigned places = below(20);
	int64_t whole;
	bool ambiguous, fits;
	wide exact = x.units * power(places);

	b->n = 0;
	number_print(b, x);
	check(number_parse(buf_text(b), &back) && same(back, x), "print, parse", buf_text(b));
	check(number_parse_human(buf_text(b), '.', &human, &ambiguous) && same(human, x),
	    "a machine form is a human form", buf_text(b));
	check((number_cmp(x, y) > 0) - (number_cmp(x, y) < 0) == (left > right) - (left < right),
	    "comparison", buf_text(b));
	fits = exact % power(x.scale) == 0 && exact / power(x.scale) <= INT64_MAX &&
	    exact / power(x.scale) >= -INT64_MAX;
	check(number_scaled(x, places, &whole) == fits, "scales when it fits", buf_text(b));
	check(!fits || whole == (int64_t)(exact / power(x.scale)), "scales exactly", buf_text(b));
	/* The same value with an exponent and needless zeros. */
	b->n = 0;
	buf_int(b, x.units);
	if (below(2))
		buf_add(b, ".000", 4);
	buf_printf(b, "e-%u", x.scale);
	check(number_parse(buf_text(b), &back) && same(back, x), "exponents", buf_text(b));
}

/* Print the whole part in groups. */
static void
grouped(struct buf *b, uint64_t whole, const char *separator, unsigned inner)
{
	char digits[24];
	int i, n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)whole);

	for (i = 0; i < n; i++) {
		int left = n - i;

		if (i > 0 && left >= 3 && (left - 3) % (int)inner == 0)
			buf_str(b, str_of(separator));
		buf_byte(b, digits[i]);
	}
}

static void
human(struct buf *b)
{
	static const struct {
		const char *group, *decimal;
		unsigned inner;
	} ways[] = {
		{ ",", ".", 3 }, { ".", ",", 3 }, { " ", ",", 3 }, { "\u00A0", ",", 3 },
		{ "\u202F", ",", 3 }, { "\u2009", ".", 3 }, { "'", ".", 3 }, { "\u2019", ",", 3 },
		{ ",", ".", 2 }, { "", ".", 3 }, { "", ",", 3 },
	};
	static const char *const currencies[][3] = {
		/* before, behind, code */
		{ "", "", "" },
		{ "$", "", "" },
		{ "\u20AC ", "", "EUR" },
		{ "", "\u00A0\u20AC", "EUR" },
		{ "USD ", "", "USD" },
		{ "", " CHF", "CHF" },
		{ "US$", "", "USD" },
		{ "kr ", "", "" },
		{ "", " kr NOK", "NOK" },
	};
	size_t w = below(sizeof ways / sizeof *ways);
	size_t c = below(sizeof currencies / sizeof *currencies);
	struct number x = any(14);
	uint64_t units = x.units < 0 ? -(uint64_t)x.units : (uint64_t)x.units;
	uint64_t unit = (uint64_t)power(x.scale);
	unsigned sign = x.units < 0 ? 1 + below(3) : 0, thousands = below(3) == 0;
	struct money m;
	bool ambiguous, ok;

	b->n = 0;
	buf_str(b, str_of(sign == 1 ? "(" : sign == 2 ? "-" : ""));
	buf_str(b, str_of(currencies[c][0]));
	buf_str(b, str_of(sign == 3 ? "\u2212" : ""));
	grouped(b, units / unit, ways[w].group, ways[w].inner);
	if (x.scale > 0)
		buf_printf(b, "%s%0*llu", ways[w].decimal, x.scale,
		    (unsigned long long)(units % unit));
	buf_str(b, str_of(thousands ? "k" : ""));
	buf_str(b, str_of(currencies[c][1]));
	buf_str(b, str_of(sign == 1 ? ")" : ""));
	check(!thousands || number_shift(&x, 3), "thousand times", buf_text(b));

	ok = money_parse_human(buf_text(b), ways[w].decimal[0], &m, &ambiguous);
	check(ok && !ambiguous && same(m.amount, x), "known separator", buf_text(b));
	check(str_is(str_of(m.code), currencies[c][2]), "currency", buf_text(b));
	ok = money_parse_human(buf_text(b), 0, &m, &ambiguous);
	check(ok != ambiguous, "read or ambiguous", buf_text(b));
	check(!ok || same(m.amount, x), "unknown separator", buf_text(b));
	check(!ambiguous || units / unit > 0, "nothing below one is ambiguous", buf_text(b));
}

int
main(int argc, char **argv)
{
	struct buf b = { 0 };
	uint32_t i;

	law_start(argc, argv, 20260102);
	for (i = 0; i < 200000; i++) {
		machine(&b);
		human(&b);
	}
	buf_free(&b);
	return 0;
}
