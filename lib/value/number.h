/*
 * number - decimal numbers, exactly: a whole coefficient and a power of ten.
 *
 * No double and no locale.  At most 18 significant digits are held; what needs
 * more is not a number to us, so nothing is ever rounded on the way in.
 */
#ifndef VALUE_NUMBER_H
#define VALUE_NUMBER_H

#include "base/buf.h"

struct number {
	int64_t units;                  /* value = units / 10^scale */
	uint8_t scale;                  /* 0 to 18; no trailing zero unless 0 */
};

/* Machine form only: [+-] digits [. digits] [e [+-] digits], blanks around it. */
bool	number_parse(struct str s, struct number *n);
/* Human form: also "1,200.50", "1.200,50", "1 200,50", "1'200", "12,34,567", ".5", "(500)",
 * "1.2k", "3M", "2bn", "4 lakh"; "12%" is 0.12.  A space may be a no-break or thin one, a minus
 * U+2212.  `decimal` is ',' or '.' or 0: when 0, a lone separator with three digits behind it is
 * ambiguous ("1.200" but not "0.125", which nobody groups), and the answer is false with
 * *ambiguous true. */
bool	number_parse_human(struct str s, char decimal, struct number *n, bool *ambiguous);

/* A range of numbers, as "51-200", "51 to 200", "10,001+": its lower end.  False for anything else,
 * also where the upper end is not the greater. */
bool	number_range(struct str s, char decimal, struct number *low);

/* Take a sign or parentheses, and the blanks around them, off the front of a human number:
 * "-5", "−5", "(5)" are negative.  False when there are both. */
bool	number_parse_sign(struct str *s, bool *negative);

int	number_cmp(struct number a, struct number b);   /* <0, 0, >0, exactly */
/* Value times 10^places as a whole number; false when it does not fit or would round. */
bool	number_scaled(struct number n, unsigned places, int64_t *whole);
/* Multiply by 10^power, power >= 0; false, and no change, when that does not fit. */
bool	number_shift(struct number *n, unsigned power);
void	number_print(struct buf *b, struct number n);

/* Points: thousandths.  Printed without trailing zeros: 12500 is "12.5", 15000 "15". */
bool	number_points(struct str s, int64_t *thousandths);
void	number_print_points(struct buf *b, int64_t thousandths);
/* The same where there is room for this much; where it ends. */
enum { NUMBER_POINTS = 24 };
char	*number_put_points(char *to, int64_t thousandths);
void	number_print_signed(struct buf *b, int64_t thousandths);        /* +12.5, -3, +0 */

#endif
