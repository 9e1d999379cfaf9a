/*
 * phone_text - from what people write to the digits they mean, wherever it is dialled.
 *
 * "p:+49 (0)30 1234-56 ext. 7" is a plus, 490301234 56 and the extension 7.  What counts as
 * a number, as punctuation and as an extension is what libphonenumber takes for it.
 */
#ifndef VALUE_PHONE_TEXT_H
#define VALUE_PHONE_TEXT_H

#include "base/str.h"

enum { PHONE_TEXT_DIGITS = 48, PHONE_TEXT_EXTENSION = 20 };

struct phone_text {
	unsigned char digit[PHONE_TEXT_DIGITS];         /* values, 0 .. 9 */
	size_t n;
	bool plus;
	char extension[PHONE_TEXT_EXTENSION];           /* characters, '0' .. '9' */
	size_t extension_n;
};

/* False: no telephone number anywhere (too few digits, too many, words, bad UTF-8). */
bool	phone_text_read(struct str s, struct phone_text *t);

#endif
