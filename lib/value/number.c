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
static char *
put_thousands(char *to, uint64_t whole)
{
	char digits[20];
	size_t at = sizeof digits;

	for (; whole != 0; whole /= 10)
		digits[--at] = (char)('0' + whole % 10);
	memcpy(to, digits + at, sizeof digits - at);
	return to + sizeof digits - at;
}

/*
 * Few points have more than three digits in front.  How many they have, and how many behind, is
 * anybody's guess: all are written, and what is too many is written over.
 */
WRAPS char *
number_put_points(char *to, int64_t thousandths)
{
	uint64_t size = thousandths < 0 ? -(uint64_t)thousandths : (uint64_t)thousandths;
	uint64_t whole = size / 1000;
	uint32_t behind = (uint32_t)(size % 1000), front = (uint32_t)whole;

	*to = '-';
	to += thousandths < 0;
	if (whole >= 1000) {
		to = put_thousands(to, whole);
	} else {
		*to = (char)('0' + front / 100);
		to += front >= 100;
		*to = (char)('0' + front / 10 % 10);
		to += front >= 10;
		*to++ = (char)('0' + front % 10);
	}
	to[0] = '.';
	to[1] = (char)('0' + behind / 100);
	to[2] = (char)('0' + behind / 10 % 10);
	to[3] = (char)('0' + behind % 10);
	return to + (behind != 0) * (2 + (behind % 100 != 0) + (behind % 10 != 0));
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
