/* Decimals: comparing, scaling, shifting and printing any two of them; every scale on its own.
 * files: lib/value/number.c
 * options: -eva-slevel 500 -eva-auto-loop-unroll 40 */
#include "any.h"
#include "value/number.h"

enum { MOST_SCALE = 18 };

#define MOST_UNITS INT64_C(999999999999999999)

static char out[64];

/* buf's functions end in malloc; here is room enough. */
char *
buf_room(struct buf *b, size_t more)
{
	b->p = out;
	b->n = 0;
	b->room = sizeof out;
	return out;
}

static struct number
any_number(uint8_t scale)
{
	return (struct number){ Frama_C_long_interval(-MOST_UNITS, MOST_UNITS), scale };
}

int
main(void)
{
	struct buf b = { 0 };
	struct number n;
	int64_t whole;
	int i, k;

	//@ loop unroll 20;
	for (i = 0; i <= MOST_SCALE; i++) {
		//@ loop unroll 20;
		for (k = 0; k <= MOST_SCALE; k++) {
			n = any_number((uint8_t)i);
			number_cmp(n, any_number((uint8_t)k));
			number_scaled(n, (unsigned)k, &whole);
			number_shift(&n, (unsigned)k);
		}
		b.n = b.room = 0;
		number_print(&b, any_number((uint8_t)i));
	}
	b.n = b.room = 0;
	number_print_points(&b, Frama_C_long_interval(INT64_MIN, INT64_MAX));
	return 0;
}
