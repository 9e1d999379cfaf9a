/*
 * condition_value - the types that are compared by value: one row each.
 *
 * A literal and a field become the same struct value, and the row's compare puts them in order.
 * Numbers are exact.  A plain date is a whole day, so a time can lie inside another.
 */
#include "lead/condition_impl.h"

const char *const condition_value_name[VALUE_TYPES] = {
	[VALUE_NUMBER] = "a number", [VALUE_MONEY] = "an amount of money",
	[VALUE_AMOUNT] = "an amount", [VALUE_TIME] = "a time",
	[VALUE_LENGTH] = "a length of time", [VALUE_BOOL] = "true or false",
	[VALUE_TEXT] = "text", [VALUE_LIST] = "a list", [VALUE_ACTIVITIES] = "a history"
};

/* ---- literals ---- */

static bool
times_ten(struct number *n, unsigned places)
{
	for (; places > 0 && n->scale > 0; places--)
		n->scale--;
	for (; places > 0; places--)
		if (__builtin_mul_overflow(n->units, 10, &n->units))
			return false;
	return true;
}

static bool
percent(struct number *n)
{
	if (n->scale > 16)
		return false;
	n->scale += 2;
	for (; n->scale > 0 && n->units % 10 == 0; n->scale--)
		n->units /= 10;
	return true;
}

/* "50", "-3.25", "10k", "1.5M", "2bn", "5%". */
static bool
number(struct str text, struct number *n)
{
	static const struct {
		const char *suffix;
		unsigned places;
	} suffixes[] = { { "k", 3 }, { "K", 3 }, { "M", 6 }, { "bn", 9 }, { "%", 0 } };
	struct str suffix;
	size_t i;

	if (number_parse(text, n))
		return true;
	for (i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
		suffix = str_of(suffixes[i].suffix);
		if (!str_ends(text, suffix))
			continue;
		if (!number_parse(str_slice(text, 0, text.n - suffix.n), n))
			return false;
		return suffixes[i].places ? times_ten(n, suffixes[i].places) : percent(n);
	}
	return false;
}

static const char *
number_literal(const struct schema *s, struct str text, struct value *out)
{
	(void)s;
	out->as.money.code[0] = '\0';
	return number(text, &out->as.money.amount) ? NULL : "a number such as 50, 2.5, 10k or 5%";
}

static const char *
money_literal(const struct schema *s, struct str text, struct value *out)
{
	static const char expected[] = "an amount such as 12000, 10k EUR or 1.5M USD";
	size_t digits = str_find(text, ' ');
	struct str code = str_trim(str_slice(text, digits, text.n));

	(void)s;
	memset(out->as.money.code, 0, sizeof out->as.money.code);
	if (!number(str_slice(text, 0, digits), &out->as.money.amount))
		return expected;
	if (code.n == 0)
		return NULL;
	if (!money_is_code(code))
		return "a currency code such as EUR behind the amount";
	memcpy(out->as.money.code, code.p, 3);
	return NULL;
}

static const char *
time_literal(const struct schema *s, struct str text, struct value *out)
{
	struct civil c;

	/* Conditions are read by people of any country: no 1/2/2026, and 20260102 is a number. */
	return date_parse_iso(text, &c) && lead_moment(text, s->zone, &out->as.moment) ? NULL :
	    "a date such as 2026-01-31 or 2026-01-31T09:30:00Z";
}

static const char *
length_literal(const struct schema *s, struct str text, struct value *out)
{
	static const char expected[] = "a length of time such as 48h, 30d or 1d12h";
	struct length l;

	(void)s;
	if (!date_parse_length(text, &l))
		return expected;
	if (l.unit != SPAN_WALL)
		return "a length in w, d, h, m or s; business hours and days need a calendar, "
		    "which only rules of lead-due have";
	out->as.whole = l.n;
	return NULL;
}

static const char *
bool_literal(const struct schema *s, struct str text, struct value *out)
{
	int truth = vocab_truth(text);

	(void)s;
	out->as.whole = truth;
	return truth < 0 ? "true or false" : NULL;
}

/* ---- fields ---- */

static bool
number_field(struct lead *l, uint32_t slot, struct value *out)
{
	return lead_number(l, slot, &out->as.money.amount);
}

static bool
money_field(struct lead *l, uint32_t slot, struct value *out)
{
	return lead_money(l, slot, &out->as.money);
}

/* A column of text, compared as what the literal is: "12000" and "12000 EUR" alike. */
static bool
amount_field(struct lead *l, uint32_t slot, struct value *out)
{
	out->as.money.code[0] = '\0';
	return lead_number(l, slot, &out->as.money.amount) || lead_money(l, slot, &out->as.money);
}

static bool
time_field(struct lead *l, uint32_t slot, struct value *out)
{
	return lead_time(l, slot, &out->as.moment);
}

static bool
bool_field(struct lead *l, uint32_t slot, struct value *out)
{
	enum truth t = lead_bool(l, slot);

	out->as.whole = t == TRUTH_TRUE;
	return t != TRUTH_UNKNOWN;
}

/* ---- order ---- */

static int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int
number_compare(const struct value *a, const struct value *b)
{
	struct number x = a->as.money.amount, y = b->as.money.amount;

	return x.scale == y.scale ? order(x.units, y.units) : number_cmp(x, y);
}

/* A bound without a currency asks for the number alone. */
static int
money_compare(const struct value *field, const struct value *bound)
{
	if (bound->as.money.code[0] != '\0' &&
	    memcmp(field->as.money.code, bound->as.money.code, 3) != 0)
		return VALUE_APART;
	return number_compare(field, bound);
}

/* Of a whole day the last second counts, so equal means that they overlap. */
static int
time_compare(const struct value *a, const struct value *b)
{
	const struct moment *x = &a->as.moment, *y = &b->as.moment;
	instant x_last = x->until > x->from ? x->until - 1 : x->from;
	instant y_last = y->until > y->from ? y->until - 1 : y->from;

	return x_last < y->from ? -1 : x->from > y_last;
}

static int
whole_compare(const struct value *a, const struct value *b)
{
	return order(a->as.whole, b->as.whole);
}

const struct value_row condition_value[VALUE_COMPARED] = {
	[VALUE_NUMBER] = { number_literal, number_field, number_compare },
	[VALUE_MONEY] = { money_literal, money_field, money_compare },
	[VALUE_AMOUNT] = { money_literal, amount_field, money_compare },
	[VALUE_TIME] = { time_literal, time_field, time_compare },
	[VALUE_LENGTH] = { length_literal, NULL, whole_compare },
	[VALUE_BOOL] = { bool_literal, bool_field, whole_compare },
};
