/*
 * number_parse - text to an exact decimal.
 *
 * Both forms end in the same two steps, so there is one place where digits become a value:
 * read_digits gathers them, settle brings the value into its one form.  The human form
 * peels off sign and suffix first, decides which separator is the decimal one, and then
 * insists that what is left is grouped the way people group.
 */
#include "value/number.h"
#include "value/text.h"

enum {
	MOST_SCALE = 18,
	MOST_POWER = 100 * 1000 * 1000, /* exponents beyond are all the same: too far */
	MOST_TEXT = 64                  /* longer human numbers are none */
};

static const uint64_t FULL = 100000000000000000;        /* 10^17: one digit more still fits */

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* value = units * 10^power; not exact once more than 18 significant digits were read. */
struct reading {
	uint64_t units;
	int64_t power;
	bool exact;
};

/* Read digits from i on; those of a fraction lower the power.  Returns where they end. */
static inline size_t
read_digits(struct str s, size_t i, int fraction, struct reading *r)
{
	for (; i < s.n && is_digit(s.p[i]); i++) {
		unsigned digit = (unsigned)(s.p[i] - '0');

		if (r->units < FULL) {
			r->units = r->units * 10 + digit;
			r->power -= fraction;
		} else {
			/* Behind the 18th digit a zero only counts places. */
			r->exact &= digit == 0;
			r->power += 1 - fraction;
		}
	}
	return i;
}

/* Read [e [+-] digits] from i on, where there is a byte, into *power; returns where it ends, i when there
 * is none. */
static size_t
read_exponent(struct str s, size_t i, int64_t *power)
{
	size_t at = i;
	int64_t sign = 1, exponent = 0;

	if ((s.p[at] | 32) != 'e')
		return i;
	at++;
	if (at < s.n && (s.p[at] == '+' || s.p[at] == '-'))
		sign = s.p[at++] == '-' ? -1 : 1;
	if (at == s.n || !is_digit(s.p[at]))
		return i;
	for (; at < s.n && is_digit(s.p[at]); at++)
		if (exponent < MOST_POWER)
			exponent = exponent * 10 + (s.p[at] - '0');
	*power += sign * exponent;
	return at;
}

/* The one form of a value: no trailing zeros behind the point, no power above it. */
static bool
settle(const struct reading *r, bool negative, struct number *n)
{
	uint64_t units = r->units;
	int64_t power = units ? r->power : 0;

	for (; power < 0 && units % 10 == 0; power++)
		units /= 10;
	for (; power > 0; power--) {
		if (units >= FULL)
			return false;
		units *= 10;
	}
	if (power < -MOST_SCALE || !r->exact)
		return false;
	n->units = negative ? -(int64_t)units : (int64_t)units;
	n->scale = (uint8_t)-power;
	return true;
}

bool
number_parse(struct str s, struct number *n)
{
	struct reading r = { 0, 0, true };
	bool negative = false;
	size_t i = 0, from;

	s = str_trim(s);
	if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
		negative = s.p[i++] == '-';
	from = i;
	if ((i = read_digits(s, i, 0, &r)) == from)
		return false;
	if (i < s.n && s.p[i] == '.') {
		from = ++i;
		if ((i = read_digits(s, i, 1, &r)) == from)
			return false;
	}
	if (i < s.n)
		i = read_exponent(s, i, &r.power);
	return i == s.n && settle(&r, negative, n);
}

/* A human number on its way: its body squeezed to digits, point, comma, apostrophe, blank. */
struct human {
	char body[MOST_TEXT];
	size_t n;
	int64_t power;          /* of suffix and exponent */
	bool negative;
	bool scientific;        /* an exponent was written */
};

bool
number_parse_sign(struct str *s, bool *negative)
{
	bool debt = s->n > 1 && s->p[0] == '(' && s->p[s->n - 1] == ')';
	size_t size = 0;

	if (debt)
		*s = text_trim(str_slice(*s, 1, s->n - 1));
	if (s->n && (s->p[0] == '-' || s->p[0] == '+'))
		size = 1;
	else if (str_starts(*s, STR("\u2212")))
		size = sizeof "\u2212" - 1;
	*negative = debt || (size && s->p[0] != '+');
	*s = text_trim(str_slice(*s, size, s->n));
	return !debt || size == 0;
}

/* Take a suffix off: the longest that is known, in any case. */
static bool
take_suffix(struct str *s, int64_t *power)
{
	/* "billion" is left out: in German and others it is 10^12. */
	static const struct {
		const char *word;
		int power;
	} suffixes[] = {
		{ "%", -2 }, { "k", 3 }, { "thousand", 3 }, { "lakh", 5 }, { "m", 6 }, { "mm", 6 },
		{ "mn", 6 }, { "mio", 6 }, { "mio.", 6 }, { "million", 6 }, { "crore", 7 },
		{ "b", 9 }, { "bn", 9 }, { "mrd", 9 }, { "mrd.", 9 },
	};
	size_t i, at = s->n;
	struct str word;

	while (at > 0 && !is_digit(s->p[at - 1]))
		at--;
	word = text_trim(str_slice(*s, at, s->n));
	if (word.n == 0)
		return true;
	for (i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (str_eq_nocase(word, str_of(suffixes[i].word))) {
			*power += suffixes[i].power;
			*s = str_slice(*s, 0, at);
			return true;
		}
	return false;
}

/* Squeeze the body: every kind of blank to ' ', every apostrophe to '\''. */
static bool
squeeze(struct str s, struct human *h)
{
	for (h->n = 0; s.n && h->n < MOST_TEXT; h->n++) {
		size_t n;
		int32_t point = text_first(s, &n);

		if ((point >= '0' && point <= '9') || point == '.' || point == ',')
			h->body[h->n] = (char)point;
		else if (point == ' ' || point == 0xA0 || point == 0x2007 || point == 0x2009 ||
		    point == 0x202F)
			h->body[h->n] = ' ';
		else if (point == '\'' || point == 0x2019)
			h->body[h->n] = '\'';
		else
			break;
		s = str_slice(s, n, s.n);
	}
	if (s.n != 0 && read_exponent(s, 0, &h->power) == s.n) {
		h->scientific = true;
		s.n = 0;
	}
	return s.n == 0;
}

static size_t
count(struct str s, char c)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

static bool
all_digits(struct str s)
{
	size_t i = 0;

	while (i < s.n && is_digit(s.p[i]))
		i++;
	return i == s.n;
}

/* Which of . and , is the decimal separator of this body?  0: none of them. */
static char
find_decimal(struct str body, bool scientific, bool *ambiguous)
{
	size_t dots = count(body, '.'), commas = count(body, ','), at;
	char lone = dots ? '.' : ',';

	if (dots && commas)
		return str_find(body, '.') < str_find(body, ',') ? ',' : '.';
	if (dots + commas != 1)
		return 0;
	at = str_find(body, lone);
	*ambiguous = !scientific && at >= 1 && at <= 3 && body.n == at + 4 && body.p[0] != '0' &&
	    all_digits(str_slice(body, 0, at)) && all_digits(str_slice(body, at + 1, body.n));
	return lone;
}

/* Plain digits, or groups of three, or Indian groups (12,34,567: twos, a three at the end)? */
static bool
well_grouped(struct str whole)
{
	size_t lead = 0, inner = 0;
	struct str group;
	char separator;

	while (lead < whole.n && is_digit(whole.p[lead]))
		lead++;
	if (lead == whole.n)
		return true;
	if (lead == 0 || whole.p[0] == '0')
		return false;
	separator = whole.p[lead];
	whole = str_slice(whole, lead + 1, whole.n);
	while (str_split(&whole, separator, &group)) {
		bool end = whole.n == SIZE_MAX;

		if (!all_digits(group) || (end && group.n != 3))
			return false;
		if (!end && inner == 0)
			inner = group.n;
		if (!end && group.n != inner)
			return false;
	}
	return lead <= (inner ? inner : 3) && (inner == 0 || inner == 3 ||
	    (inner == 2 && separator == ','));
}

static bool
read_human(const struct human *h, char decimal, struct number *n)
{
	struct reading r = { 0, h->power, true };
	struct str body = { h->body, h->n }, whole = body, fraction = { NULL, 0 };
	size_t i, at;

	if (decimal != 0 && (at = str_find(body, decimal)) < body.n) {
		whole = str_slice(body, 0, at);
		fraction = str_slice(body, at + 1, body.n);
		if (fraction.n == 0)
			return false;
	}
	if (body.n == 0 || !all_digits(fraction) ||
	    !(h->scientific ? all_digits(whole) : well_grouped(whole)))
		return false;
	for (i = 0; i < whole.n; i++)
		i = read_digits(whole, i, 0, &r);
	read_digits(fraction, 0, 1, &r);
	return settle(&r, h->negative, n);
}

bool
number_parse_human(struct str s, char decimal, struct number *n, bool *ambiguous)
{
	struct human h = { .n = 0 };

	*ambiguous = false;
	s = text_trim(s);
	if (!number_parse_sign(&s, &h.negative) || !take_suffix(&s, &h.power) || !squeeze(s, &h))
		return false;
	if (decimal == 0)
		decimal = find_decimal((struct str){ h.body, h.n }, h.scientific, ambiguous);
	return !*ambiguous && read_human(&h, decimal, n);
}

/* What separates the ends of a range: a hyphen, a dash, "to". */
static bool
split_range(struct str s, struct str *low, struct str *high)
{
	static const struct str signs[] = { { "-", 1 }, { "\xe2\x80\x93", 3 }, { "\xe2\x80\x94", 3 },
		{ " to ", 4 } };
	size_t i, at;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if ((at = str_search(s, signs[i])) != SIZE_MAX) {
			*low = str_trim(str_slice(s, 0, at));
			*high = str_trim(str_slice(s, at + signs[i].n, s.n));
			return true;
		}
	return false;
}

bool
number_range(struct str s, char decimal, struct number *low)
{
	struct str from, to;
	struct number high;
	bool ambiguous;

	size_t digits;

	s = str_trim(s);
	for (digits = 0; digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9'; digits++)
		;
	if (digits == 0 || digits == s.n)
		return false;
	if (s.p[s.n - 1] == '+')
		return number_parse_human(str_trim(str_slice(s, 0, s.n - 1)), decimal, low, &ambiguous);
	return split_range(s, &from, &to) && number_parse_human(from, decimal, low, &ambiguous) &&
	    number_parse_human(to, decimal, &high, &ambiguous) && number_cmp(*low, high) < 0;
}
