/*
 * fingerprint - 128 bits that stand for a text, today and on every other machine.
 *
 * SipHash-2-4 with 128 bits and a fixed key: files that hold fingerprints hold nothing of a lead,
 * and nobody finds two texts with the same one by chance.
 */
#ifndef DUE_FINGERPRINT_H
#define DUE_FINGERPRINT_H

#include "base/str.h"

enum { FINGERPRINT_HEX = 32 };

struct fingerprint {
	uint64_t half[2];
};

/* Of the parts one by one: ("a", "bc") is not ("ab", "c"). */
struct fingerprint fingerprint_of(const struct str *part, size_t parts);
void	fingerprint_print(struct fingerprint f, char hex[static FINGERPRINT_HEX]);
bool	fingerprint_parse(struct str hex, struct fingerprint *f);

/* SipHash-2-4-128 itself. */
struct fingerprint fingerprint_sip(const uint64_t key[static 2], struct str s);

#endif
