/*
 * word - eight bytes at a time: where does text stop being plain?
 *
 * In the masks, bit 7 of a byte is set when it is one of those looked for.  A borrow can mark
 * bytes behind a true hit, so only the first one is exact.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include "base/str.h"

#define WORD_EACH(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))
#define WORD_HIGH WORD_EACH(0x80)

/* The byte at p comes out lowest. */
static inline uint64_t
word_load(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	w = __builtin_bswap64(w);
#endif
	return w;
}

/* Bytes below `limit`, which is at most 0x80, or equal to `byte`; to be masked with WORD_HIGH.
 * Bytes from 0x80 on may be marked too: mask with ~w where they must not. */
WRAPS static inline uint64_t
word_below(uint64_t w, char limit)
{
	return w - WORD_EACH(limit);
}

WRAPS static inline uint64_t
word_equal(uint64_t w, char byte)
{
	return (w ^ WORD_EACH(byte)) - WORD_EACH(1);
}

/* What ends the plain text of a JSON string: a quote, a backslash, a control. */
static inline uint64_t
word_string(uint64_t w)
{
	return word_below(w, 0x20) | word_equal(w, '"') | word_equal(w, '\\');
}

/* The first byte that a mask, not 0, marks. */
static inline unsigned
word_first(uint64_t mask)
{
	return (unsigned)__builtin_ctzll(mask) / 8;
}

/* The number that the n decimal digits at p are, 1 <= n <= 8; eight bytes can be read there.  False
 * if one of them is no digit.  Neighbours are added up in pairs, then pairs of pairs. */
WRAPS static inline bool
word_digits(const char *p, uint32_t n, int64_t *number)
{
	uint64_t w = (word_load(p) ^ WORD_EACH('0')) << (64 - 8 * n);

	if ((((w & ~WORD_HIGH) + WORD_EACH(0x80 - 10)) | w) & WORD_HIGH)
		return false;
	w = (w * (1 + (10 << 8)) >> 8) & UINT64_C(0x00ff00ff00ff00ff);
	w = (w * (1 + (100 << 16)) >> 16) & UINT64_C(0x0000ffff0000ffff);
	*number = (int64_t)(w * (1 + (UINT64_C(10000) << 32)) >> 32);
	return true;
}

/* How many bytes at the front of s stand for themselves in a JSON string. */
static inline size_t
word_plain(struct str s)
{
	size_t i = 0;
	uint64_t w, found;

	for (; s.n - i >= 8; i += 8) {
		w = word_load(s.p + i);
		if ((found = word_string(w) & ~w & WORD_HIGH) != 0)
			return i + word_first(found);
	}
	while (i < s.n && s.p[i] != '"' && s.p[i] != '\\' && (unsigned char)s.p[i] >= 0x20)
		i++;
	return i;
}

#endif
