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

static inline bool
is_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
}

static inline bool
is_digit(unsigned char c)
{
	return (c >= '0' && c <= '9') || c >= ZERO;
}

static inline char
digit_of(unsigned char c)
{
	return (char)(c >= ZERO ? c - ZERO + '0' : c);
}

/* May it stand between the digits? */
static inline bool
is_mark(unsigned char c)
{
	return c == MARK || c == NO_BREAK_SPACE || c == FULL_STOP ||
	    (c < 0x80 && c != '\0' && strchr("-xX ().[]/~*", c) != NULL);
}

static inline bool
is_one_of(unsigned char c, const char *set)
{
	return c < 0x80 && c != '\0' && strchr(set, c) != NULL;
}

#endif
