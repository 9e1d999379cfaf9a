/* number - comparing, scaling and printing; reading is in number_parse.c. */
#include "value/number.h"

enum { MOST_SCALE = 18 };

static const int64_t power[MOST_SCALE + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
	100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
	10000000000000000, 100000000000000000, 1000000000000000000
};

int
number_cmp(struct number a, struct number b)
{
	int64_t whole_a, whole_b, rest_a, rest_b;

	if (a.scale == b.scale)
		return (a.units > b.units) - (a.units < b.units);
	whole_a = a.units / power[a.scale];
	whole_b = b.units / power[b.scale];
	if (whole_a != whole_b)
		return whole_a > whole_b ? 1 : -1;
	/* What is behind the point, in units of 10^-18, carries the sign and always fits. */
	rest_a = a.units % power[a.scale] * power[MOST_SCALE - a.scale];
	rest_b = b.units % power[b.scale] * power[MOST_SCALE - b.scale];
	return (rest_a > rest_b) - (rest_a < rest_b);
}

bool
number_scaled(struct number n, unsigned places, int64_t *whole)
{
	int64_t factor;

	if (n.units == 0) {
		*whole = 0;
		return true;
	}
	if (places < n.scale) {
		factor = power[n.scale - places];
		*whole = n.units / factor;
		return n.units % factor == 0;
	}
	if (places - n.scale > MOST_SCALE)
		return false;
	factor = power[places - n.scale];
	if (n.units > INT64_MAX / factor || n.units < INT64_MIN / factor)
		return false;
	*whole = n.units * factor;
	return true;
}

bool
number_shift(struct number *n, unsigned by)
{
	unsigned behind = n->scale < by ? n->scale : by;
	struct number shifted = *n;

	shifted.scale = (uint8_t)(n->scale - behind);
	if (!number_scaled((struct number){ n->units, 0 }, by - behind, &shifted.units) ||
	    shifted.units >= power[MOST_SCALE] || shifted.units <= -power[MOST_SCALE])
		return false;
	*n = shifted;
	return true;
}

WRAPS void
number_print(struct buf *b, struct number n)
{
	char text[MOST_SCALE + 24];
	size_t at = sizeof text;
	uint64_t rest = n.units < 0 ? -(uint64_t)n.units : (uint64_t)n.units;
	unsigned i;

	for (i = 0; rest != 0 || i <= n.scale; i++) {
		if (i == n.scale && i != 0)
			text[--at] = '.';
		text[--at] = (char)('0' + rest % 10);
		rest /= 10;
	}
	if (n.units < 0)
		text[--at] = '-';
	buf_add(b, text + at, sizeof text - at);
}

bool
number_points(struct str s, int64_t *thousandths)
{
	struct number n;

	return number_parse(s, &n) && number_scaled(n, 3, thousandths);
}

/* Four digits and more. */
static __attribute__((noinline)) char *
put_thousands(char *to, uint64_t whole)
{
	char digits[20];
	size_t at = sizeof digits;

	for (; whole != 0; whole /= 10)
		digits[--at] = (char)('0' + whole % 10);
	memcpy(to, digits + at, sizeof digits - at);
	return to + sizeof digits - at;
}

/* Numbers below 1000 as three digits, four bytes apart. */
#define DIGITS_ONE(h, t, o) '0' + h, '0' + t, '0' + o, 0
#define DIGITS_TEN(h, t) DIGITS_ONE(h, t, 0), DIGITS_ONE(h, t, 1), DIGITS_ONE(h, t, 2), \
	DIGITS_ONE(h, t, 3), DIGITS_ONE(h, t, 4), DIGITS_ONE(h, t, 5), DIGITS_ONE(h, t, 6), \
	DIGITS_ONE(h, t, 7), DIGITS_ONE(h, t, 8), DIGITS_ONE(h, t, 9)
#define DIGITS_HUNDRED(h) DIGITS_TEN(h, 0), DIGITS_TEN(h, 1), DIGITS_TEN(h, 2), DIGITS_TEN(h, 3), \
	DIGITS_TEN(h, 4), DIGITS_TEN(h, 5), DIGITS_TEN(h, 6), DIGITS_TEN(h, 7), DIGITS_TEN(h, 8), \
	DIGITS_TEN(h, 9)
static const char three_digits[4 * 1000 + 4] = { DIGITS_HUNDRED(0), DIGITS_HUNDRED(1), DIGITS_HUNDRED(2),
	DIGITS_HUNDRED(3), DIGITS_HUNDRED(4), DIGITS_HUNDRED(5), DIGITS_HUNDRED(6), DIGITS_HUNDRED(7),
	DIGITS_HUNDRED(8), DIGITS_HUNDRED(9) };

/*
 * Few points have more than three digits in front.  How many they have, and how many behind, is
 * anybody's guess: all are written, and what is too many is written over.
 */
WRAPS char *
number_put_points(char *to, int64_t thousandths)
{
	uint64_t size = thousandths < 0 ? -(uint64_t)thousandths : (uint64_t)thousandths;
	uint64_t whole = size / 1000;
	uint32_t rest = (uint32_t)(size % 1000);
	const char *behind = three_digits + 4 * rest;
	unsigned zeros;

	*to = '-';
	to += thousandths < 0;
	if (whole >= 1000) {
		to = put_thousands(to, whole);
	} else {
		zeros = (whole < 10) + (whole < 100);
		memcpy(to, three_digits + 4 * whole + zeros, 3);
		to += 3 - zeros;
	}
	*to = '.';
	memcpy(to + 1, behind, 3);
	return to + (rest != 0) * (2 + (behind[1] != '0' || behind[2] != '0') + (behind[2] != '0'));
}

void
number_print_points(struct buf *b, int64_t thousandths)
{
	char *to = b->room - b->n >= NUMBER_POINTS ? b->p + b->n : buf_room(b, NUMBER_POINTS);

	b->n += (size_t)(number_put_points(to, thousandths) - to);
}

void
number_print_signed(struct buf *b, int64_t thousandths)
{
	if (thousandths >= 0)
		buf_byte(b, '+');
	number_print_points(b, thousandths);
}
