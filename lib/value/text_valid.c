/*
 * text_valid - is it well-formed UTF-8?
 *
 * Every byte of every input passes here.  Nearly all of it is ASCII, of which 32 bytes are
 * looked at together.  Most of the rest is in sequences of two bytes, which are checked some
 * words at a time.  At any other byte the next four are taken as one number, most significant
 * first, so that a sequence is checked by a mask and a comparison.
 */
#include "value/text.h"

static const uint64_t HIGH = 0x8080808080808080;

static inline uint64_t
load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* How far the ASCII that begins at i reaches, in whole words. */
static inline size_t
skip_ascii(struct str s, size_t i)
{
	while (s.n - i >= 32 && ((load(s.p + i) | load(s.p + i + 8) | load(s.p + i + 16) |
	    load(s.p + i + 24)) & HIGH) == 0)
		i += 32;
	while (s.n - i >= 8 && (load(s.p + i) & HIGH) == 0)
		i += 8;
	return i;
}

static inline uint32_t
four(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* The size of the well-formed sequence these four bytes begin with, 0 when there is none
 * (table 3-7 of the Unicode Standard).  The middle masks are the bits that tell overlong
 * forms (all 0), surrogates (D800 to DFFF) and what is above U+10FFFF. */
static inline size_t
sequence(uint32_t bytes)
{
	uint32_t top;

	if (bytes < 0x80000000)
		return 1;
	if ((bytes & 0xE0C00000) == 0xC0800000)
		return (bytes & 0x1E000000) != 0 ? 2 : 0;
	if ((bytes & 0xF0C0C000) == 0xE0808000) {
		top = bytes & 0x0F200000;
		return top != 0 && top != 0x0D200000 ? 3 : 0;
	}
	if ((bytes & 0xF8C0C0C0) == 0xF0808080) {
		top = bytes & 0x07300000;
		return top != 0 && top <= 0x04000000 ? 4 : 0;
	}
	return 0;
}

/* The same with the first byte lowest. */
static inline uint64_t
load_in_order(const char *p)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return __builtin_bswap64(load(p));
#else
	return load(p);
#endif
}

/*
 * How many of these words' bytes are ASCII and well-formed sequences of two, all of them together
 * and without a branch; 0 when there is anything else.  A sequence that would go on behind them is
 * left out.
 */
static inline size_t
pairs(const char *p, size_t words)
{
	uint64_t word, high, lead, long_enough, wrong = 0, expected = 0;
	size_t i;

	for (i = 0; i < words; i++) {
		word = load_in_order(p + 8 * i);
		high = word & HIGH;
		lead = high & word << 1;                /* C0 to FF … */
		long_enough = word << 3 | word << 4 | word << 5 | word << 6;
		wrong |= lead & (word << 2 | ~long_enough);     /* … but not C2 to DF */
		wrong |= (high ^ lead) ^ (lead << 8 | expected);
		expected = lead >> 56;
	}
	return wrong != 0 ? 0 : 8 * words - (expected != 0);
}

bool
text_valid(struct str s, size_t *bad)
{
	size_t i = 0, size;

	while (s.n - i >= 8) {
		uint32_t bytes = four(s.p + i);

		if (bytes < 0x80000000 && (load(s.p + i) & HIGH) == 0) {
			i = skip_ascii(s, i + 8);
			continue;
		}
		if ((size = pairs(s.p + i, s.n - i < 64 ? (s.n - i) / 8 : 8)) == 0 &&
		    (size = sequence(bytes)) == 0)
			break;
		i += size;
	}
	while (i < s.n) {
		char end[4] = { 0 };    /* a 0 behind the end continues nothing */

		memcpy(end, s.p + i, s.n - i < 4 ? s.n - i : 4);
		if ((size = sequence(four(end))) == 0) {
			if (bad != NULL)
				*bad = i;
			return false;
		}
		i += size;
	}
	return true;
}

size_t
text_valid_ascii(struct str s)
{
	size_t i = skip_ascii(s, 0);

	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}
