/*
 * money - an exact amount in one currency.  Never a double.
 */
#ifndef VALUE_MONEY_H
#define VALUE_MONEY_H

#include "value/number.h"

struct money {
	struct number amount;
	char code[4];                   /* ISO 4217, "" when not stated */
};

/* Canonical form: "12000", "12000.50 EUR", "10k EUR". */
bool	money_parse(struct str s, struct money *m);
/* What exports hold: "$1,200.50", "€ 1.200,50", "1.2M EUR", "(500)", "342.09K", "US$ -5", "kr 5".
 * `$` alone is no currency code (many countries): code stays "", but "$5 CAD" is CAD and
 * "$5 EUR" is no amount.  decimal, *ambiguous: as number_parse_human. */
bool	money_parse_human(struct str s, char decimal, struct money *m, bool *ambiguous);
void	money_print(struct buf *b, const struct money *m);      /* canonical form */
bool	money_is_code(struct str s);    /* an ISO 4217 currency, in capitals */

#endif
