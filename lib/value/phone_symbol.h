/*
 * phone_symbol - a telephone number as a row of symbols, one byte for each code point.
 *
 * ASCII stands for itself; what libphonenumber knows beyond it has a number of its own.
 */
#ifndef VALUE_PHONE_SYMBOL_H
#define VALUE_PHONE_SYMBOL_H

#include "base/str.h"

enum { PHONE_SYMBOL_MOST = 250 };

enum symbol {
	MARK = 0x80,            /* a dash, blank, bracket or other punctuation of numbers */
	NO_BREAK_SPACE, FULL_STOP, NUMBER_SIGN, TILDE,          /* wide, all but the first */
	WIDE_E, WIDE_X, WIDE_T, WIDE_N, WIDE_I,
	O_ACUTE, ACUTE, CYRILLIC_D, CYRILLIC_O, CYRILLIC_B,
	WORD,                   /* any other letter or number */
	OTHER,
	ZERO = 0xa0             /* and the nine digits behind it */
};

struct phone_symbol {
	unsigned char at[PHONE_SYMBOL_MOST];
	size_t n;
};

/* Add the symbols of s; false for bad UTF-8 or too many. */
bool	phone_symbol_add(struct phone_symbol *y, struct str s);

/* What a symbol may be, several at once. */
enum {
	DIGIT = 1,
	LETTER = 2,             /* ASCII */
	BETWEEN = 4,            /* may stand between the digits: x, too */
	BLANK = 8,              /* space, tab, no-break space */
	SPACE = 16,
	COMMA = 32,
	HYPHEN = 64,            /* ASCII */
	POINT = 128             /* full stop or colon */
};

extern const unsigned char phone_symbol_kinds[256];

static inline bool
is_a(unsigned char symbol, unsigned kinds)
{
	return (phone_symbol_kinds[symbol] & kinds) != 0;
}

static inline char
digit_of(unsigned char symbol)
{
	return (char)(symbol >= ZERO ? symbol - ZERO + '0' : symbol);
}

#endif
