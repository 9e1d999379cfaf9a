/*
 * scan - what is made of the masks of blocks (scan_block.h): places, numbers, what is inside of quotes.
 */
#ifndef RECORD_SCAN_H
#define RECORD_SCAN_H

#include "record/scan_block.h"

/* The lowest n bits. */
SCAN_PART uint64_t
scan_low(unsigned n)
{
	return n >= 64 ? UINT64_MAX : (UINT64_C(1) << n) - 1;
}

/* Number of the lowest and of the highest bit of a mask that is not 0. */
SCAN_PART unsigned
scan_first(uint64_t mask)
{
	return (unsigned)__builtin_ctzll(mask);
}

SCAN_PART unsigned
scan_last(uint64_t mask)
{
	return 63 - (unsigned)__builtin_clzll(mask);
}

/* How many bits are set.  By hand: the baseline of x86-64 has no instruction for it. */
SCAN_PART unsigned
scan_count(uint64_t mask)
{
	mask -= mask >> 1 & UINT64_C(0x5555555555555555);
	mask = (mask & UINT64_C(0x3333333333333333)) + (mask >> 2 & UINT64_C(0x3333333333333333));
	mask = (mask + (mask >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (unsigned)(mask * UINT64_C(0x0101010101010101) >> 56);
}

/* All bits when n is odd, none when it is even. */
SCAN_PART uint64_t
scan_odd(uint64_t n)
{
	return (uint64_t)0 - (n & 1);
}


/*
 * The offsets of a mask's bits, all moved by `base`; where they end.  How many there are is
 * anybody's guess, so SCAN_SPREAD are written whatever there is: what is too many is written over
 * by the next.
 */
SCAN_PART uint32_t *
scan_spread(uint32_t *to, uint64_t mask, uint32_t base)
{
	uint32_t *end = to + scan_count(mask);
#if defined(SCAN_WIDE)
	static const uint8_t number[64] = {
		 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15,
		16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
		32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
		48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63
	};
	__m512i at = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(number));
	__m512i all = _mm512_set1_epi32((int)base);

	for (;;) {
		_mm512_storeu_si512(to, _mm512_add_epi32(all,
		    _mm512_cvtepu8_epi32(_mm512_castsi512_si128(at))));
		if ((to += 16) >= end)
			return end;
		at = _mm512_alignr_epi32(at, at, 4);
	}
#else
	unsigned i;

	/* A block of leads seldom has more than eight. */
	do {
		for (i = 0; i < 8; i++, mask &= mask - 1)
			to[i] = base + scan_first(mask | UINT64_C(1) << 63);
		to += 8;
	} while (mask != 0);
	return end;
#endif
}

/* How often a byte stands in p[0 .. n). */
SCAN_PART uint64_t
scan_tally(const char *p, size_t n, char byte)
{
	uint64_t count = 0;
	struct scan_block b;
	size_t i;

	for (i = 0; i + SCAN_BLOCK <= n; i += SCAN_BLOCK) {
		b = scan_load(p + i);
		count += scan_number(&b, byte);
	}
	if (i < n) {
		b = scan_load(p + i);
		count += scan_count(scan_bytes(&b, byte) & scan_low((unsigned)(n - i)));
	}
	return count;
}

/* Which bytes are inside quotes, the opening quote counted in and the closing one out.
 * *carry is all ones when the block begins inside, 0 otherwise; left so for the next block. */
SCAN_PART uint64_t
scan_inside(uint64_t quotes, uint64_t *carry)
{
	uint64_t inside = quotes;

	inside ^= inside << 1;
	inside ^= inside << 2;
	inside ^= inside << 4;
	inside ^= inside << 8;
	inside ^= inside << 16;
	inside ^= inside << 32;
	inside ^= *carry;
	*carry = (uint64_t)0 - (inside >> 63);
	return inside;
}

#endif
