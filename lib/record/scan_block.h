/*
 * scan_block - 64 bytes at a time: which of them are this byte?
 *
 * SSE2 on x86-64, NEON on Arm 64, eight-byte words elsewhere (and wherever SCAN_WORDS is
 * defined); AVX-512 where SCAN_WIDE is, which needs a processor with scan_wide().  This header and
 * scan_spread are the only places that know.  Bit i of a mask is byte i of the block.
 */
#ifndef RECORD_SCAN_BLOCK_H
#define RECORD_SCAN_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/word.h"
#include "base/wraps.h"

enum {
	SCAN_BLOCK = 64,        /* buffers have that many readable bytes behind their end */
	SCAN_SPREAD = 16        /* and arrays for scan_spread room for so many more */
};

/*
 * Put before a function that scans: it is compiled for the processors of the last ten years too,
 * which count and find bits in one instruction, and the program takes what suits when it starts.
 * Where a sanitizer is built in that is too early for it; gcov counts what is there once (SCAN_ONCE).
 */
#if defined(SCAN_WIDE)
#define SCAN_CLONES __attribute__((target(SCAN_TARGET)))
#elif defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(SCAN_ONCE)
#define SCAN_CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define SCAN_CLONES
#endif
/* What they call is part of them; sums over the bytes of a word go round. */
#ifdef SCAN_ONCE
#define SCAN_INLINE
#else
#define SCAN_INLINE always_inline
#endif
#if defined(SCAN_WIDE)
#define SCAN_TARGET "avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt"
#define SCAN_PART WRAPS static inline __attribute__((SCAN_INLINE, target(SCAN_TARGET)))
#else
#define SCAN_PART WRAPS static inline __attribute__((SCAN_INLINE))
#endif

/* Can what is built with SCAN_WIDE run here?  And is there such a thing? */
#if defined(__x86_64__)
#define SCAN_HAS_WIDE 1
static inline bool
scan_wide(void)
{
	/* No branches: a test meets one processor. */
	return !!__builtin_cpu_supports("avx512bw") & !!__builtin_cpu_supports("avx512vl") &
	    !!__builtin_cpu_supports("avx512vbmi") & !!__builtin_cpu_supports("avx512vbmi2") &
	    !!__builtin_cpu_supports("bmi2") & !!__builtin_cpu_supports("popcnt");
}
#endif

#if defined(SCAN_WIDE)
#include <immintrin.h>

struct scan_block {
	__m512i v;
};

SCAN_PART struct scan_block
scan_load(const char *p)
{
	return (struct scan_block){ _mm512_loadu_si512(p) };
}

SCAN_PART uint64_t
scan_bytes(const struct scan_block *b, char byte)
{
	return _mm512_cmpeq_epi8_mask(b->v, _mm512_set1_epi8(byte));
}

SCAN_PART unsigned
scan_number(const struct scan_block *b, char byte)
{
	return (unsigned)_mm_popcnt_u64(scan_bytes(b, byte));
}

SCAN_PART bool
scan_either(const struct scan_block *b, char one, char two)
{
	return (scan_bytes(b, one) | scan_bytes(b, two)) != 0;
}

SCAN_PART bool
scan_unusual(const struct scan_block *b)
{
	return (_mm512_movepi8_mask(b->v) | _mm512_testn_epi8_mask(b->v, b->v)) != 0;
}

/* The same of what is not whole characters of two bytes either.  May say yes for no. */
SCAN_PART bool
scan_foreign(const struct scan_block *b)
{
	/* From 0xC0 on, around to NUL: what leads two, and what has no place here. */
	__m512i from = _mm512_sub_epi8(b->v, _mm512_set1_epi8((char)0xC0));
	uint64_t high = _mm512_movepi8_mask(b->v);
	uint64_t odd = _mm512_cmple_epu8_mask(from, _mm512_set1_epi8(0x40));
	uint64_t lead = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(from, _mm512_set1_epi8(2)),
	    _mm512_set1_epi8(0x1E));

	return ((odd ^ lead) | (lead << 1 ^ (high & ~lead)) | lead >> 63) != 0;
}

#elif defined(__SSE2__) && !defined(SCAN_WORDS)
#include <emmintrin.h>

struct scan_block {
	__m128i v[4];
};

SCAN_PART struct scan_block
scan_load(const char *p)
{
	struct scan_block b;
	int i;

	for (i = 0; i < 4; i++)
		b.v[i] = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
	return b;
}

SCAN_PART uint64_t
scan_bytes(const struct scan_block *b, char byte)
{
	__m128i want = _mm_set1_epi8(byte);
	uint64_t mask = 0;
	int i;

	for (i = 0; i < 4; i++)
		mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b->v[i], want)) << 16 * i;
	return mask;
}

/* How many of them; cheaper than counting the bits of a mask. */
SCAN_PART unsigned
scan_number(const struct scan_block *b, char byte)
{
	__m128i want = _mm_set1_epi8(byte), sum = _mm_setzero_si128();
	int i;

	for (i = 0; i < 4; i++)
		sum = _mm_sub_epi8(sum, _mm_cmpeq_epi8(b->v[i], want));
	sum = _mm_sad_epu8(sum, _mm_setzero_si128());
	return (unsigned)(_mm_cvtsi128_si32(sum) + _mm_extract_epi16(sum, 4));
}

/* Is one of the two bytes there at all?  Cheaper than two masks. */
SCAN_PART bool
scan_either(const struct scan_block *b, char one, char two)
{
	__m128i want = _mm_set1_epi8(one), also = _mm_set1_epi8(two), found[4];
	int i;

	for (i = 0; i < 4; i++)
		found[i] = _mm_or_si128(_mm_cmpeq_epi8(b->v[i], want), _mm_cmpeq_epi8(b->v[i], also));
	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(found[0], found[1]),
	    _mm_or_si128(found[2], found[3]))) != 0;
}

/* Is there a byte outside of 0x01 … 0x7F? */
SCAN_PART bool
scan_unusual(const struct scan_block *b)
{
	__m128i high = _mm_or_si128(_mm_or_si128(b->v[0], b->v[1]), _mm_or_si128(b->v[2], b->v[3]));
	__m128i low = _mm_min_epu8(_mm_min_epu8(b->v[0], b->v[1]), _mm_min_epu8(b->v[2], b->v[3]));

	low = _mm_cmpeq_epi8(low, _mm_setzero_si128());
	return _mm_movemask_epi8(_mm_or_si128(high, low)) != 0;
}

SCAN_PART bool
scan_foreign(const struct scan_block *b)
{
	/* As signed numbers: -128 … -65 go on, -62 … -33 lead two. */
	const __m128i c0 = _mm_set1_epi8(-64), c1 = _mm_set1_epi8(-63), e0 = _mm_set1_epi8(-32);
	uint64_t behind = 0, lead = 0, plain = 0;
	int i;

	if (!scan_unusual(b))
		return false;
	for (i = 0; i < 4; i++) {
		__m128i v = b->v[i];
		__m128i two = _mm_and_si128(_mm_cmpgt_epi8(v, c1), _mm_cmplt_epi8(v, e0));

		behind |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(v, c0)) << 16 * i;
		lead |= (uint64_t)(uint32_t)_mm_movemask_epi8(two) << 16 * i;
		plain |= (uint64_t)(uint32_t)_mm_movemask_epi8(
		    _mm_cmpgt_epi8(v, _mm_setzero_si128())) << 16 * i;
	}
	return (plain | lead | behind) != UINT64_MAX || lead << 1 != behind || lead >> 63 != 0;
}

#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(SCAN_WORDS)
#include <arm_neon.h>

struct scan_block {
	uint8x16_t v[4];
};

SCAN_PART struct scan_block
scan_load(const char *p)
{
	struct scan_block b;
	int i;

	for (i = 0; i < 4; i++)
		b.v[i] = vld1q_u8((const uint8_t *)p + 16 * i);
	return b;
}

SCAN_PART uint64_t
scan_bytes(const struct scan_block *b, char byte)
{
	static const uint8_t weight[16] = {
		1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128
	};
	uint8x16_t want = vdupq_n_u8((uint8_t)byte), bit = vld1q_u8(weight), m[4];
	int i;

	/* Each byte that matches leaves its weight; adding neighbours three times packs
	 * sixteen of them into two bytes. */
	for (i = 0; i < 4; i++)
		m[i] = vandq_u8(vceqq_u8(b->v[i], want), bit);
	m[0] = vpaddq_u8(vpaddq_u8(m[0], m[1]), vpaddq_u8(m[2], m[3]));
	m[0] = vpaddq_u8(m[0], m[0]);
	return vgetq_lane_u64(vreinterpretq_u64_u8(m[0]), 0);
}

SCAN_PART unsigned
scan_number(const struct scan_block *b, char byte)
{
	uint8x16_t want = vdupq_n_u8((uint8_t)byte), sum = vdupq_n_u8(0);
	int i;

	for (i = 0; i < 4; i++)
		sum = vsubq_u8(sum, vceqq_u8(b->v[i], want));
	return vaddlvq_u8(sum);
}

SCAN_PART bool
scan_either(const struct scan_block *b, char one, char two)
{
	uint8x16_t want = vdupq_n_u8((uint8_t)one), also = vdupq_n_u8((uint8_t)two), found[4];
	int i;

	for (i = 0; i < 4; i++)
		found[i] = vorrq_u8(vceqq_u8(b->v[i], want), vceqq_u8(b->v[i], also));
	return vmaxvq_u8(vorrq_u8(vorrq_u8(found[0], found[1]), vorrq_u8(found[2], found[3]))) != 0;
}

SCAN_PART bool
scan_unusual(const struct scan_block *b)
{
	uint8x16_t high = vorrq_u8(vorrq_u8(b->v[0], b->v[1]), vorrq_u8(b->v[2], b->v[3]));
	uint8x16_t low = vminq_u8(vminq_u8(b->v[0], b->v[1]), vminq_u8(b->v[2], b->v[3]));

	return vmaxvq_u8(high) > 0x7f || vminvq_u8(low) == 0;
}

SCAN_PART bool
scan_foreign(const struct scan_block *b)
{
	return scan_unusual(b);
}

#else

struct scan_block {
	uint64_t v[8];
};

#define SCAN_ONES UINT64_C(0x0101010101010101)
#define SCAN_LOWS UINT64_C(0x7f7f7f7f7f7f7f7f)

SCAN_PART struct scan_block
scan_load(const char *p)
{
	struct scan_block b;

	memcpy(b.v, p, sizeof b.v);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	for (int i = 0; i < 8; i++)
		b.v[i] = __builtin_bswap64(b.v[i]);
#endif
	return b;
}

/* 0x80 in each byte of w that is zero, exactly. */
SCAN_PART uint64_t
scan_zeros(uint64_t w)
{
	return ~(((w & SCAN_LOWS) + SCAN_LOWS) | w | SCAN_LOWS);
}

SCAN_PART uint64_t
scan_bytes(const struct scan_block *b, char byte)
{
	uint64_t want = SCAN_ONES * (uint8_t)byte, mask = 0;
	int i;

	/* The product moves bit 8i of its factor to bit 56 + i, for all i at once. */
	for (i = 0; i < 8; i++)
		mask |= ((scan_zeros(b->v[i] ^ want) >> 7) * UINT64_C(0x0102040810204080) >> 56)
		    << 8 * i;
	return mask;
}

SCAN_PART unsigned
scan_number(const struct scan_block *b, char byte)
{
	uint64_t want = SCAN_ONES * (uint8_t)byte, sum = 0;
	int i;

	for (i = 0; i < 8; i++)
		sum += scan_zeros(b->v[i] ^ want) >> 7;
	return (unsigned)(sum * SCAN_ONES >> 56);
}

SCAN_PART bool
scan_either(const struct scan_block *b, char one, char two)
{
	uint64_t want = SCAN_ONES * (uint8_t)one, also = SCAN_ONES * (uint8_t)two, found = 0;
	int i;

	for (i = 0; i < 8; i++)
		found |= scan_zeros(b->v[i] ^ want) | scan_zeros(b->v[i] ^ also);
	return found != 0;
}

SCAN_PART bool
scan_unusual(const struct scan_block *b)
{
	uint64_t found = 0;
	int i;

	for (i = 0; i < 8; i++)
		found |= scan_zeros(b->v[i]) | (b->v[i] & ~SCAN_LOWS);
	return found != 0;
}

SCAN_PART bool
scan_foreign(const struct scan_block *b)
{
	return scan_unusual(b);
}

#endif

/* How many of SCAN_STRING bytes at p come before the first that is not plain in a JSON string: a quote,
 * a backslash, a control, or no ASCII. */
enum { SCAN_STRING = 16 };

SCAN_PART unsigned
scan_string(const char *p)
{
#if (defined(SCAN_WIDE) || defined(__SSE2__)) && !defined(SCAN_WORDS)
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	/* As signed bytes those that are no ASCII are less than a blank, too. */
	__m128i found = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8(' ')),
	    _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'))));

	return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(found) | 1U << SCAN_STRING);
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(SCAN_WORDS)
	uint8x16_t v = vld1q_u8((const uint8_t *)p);
	uint8x16_t found = vorrq_u8(vcltq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8(' ')),
	    vorrq_u8(vceqq_u8(v, vdupq_n_u8('"')), vceqq_u8(v, vdupq_n_u8('\\'))));
	/* Four bits a byte. */
	uint64_t mask = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(found), 4)), 0);

	return mask != 0 ? (unsigned)__builtin_ctzll(mask) / 4 : SCAN_STRING;
#else
	uint64_t w, found;
	unsigned i;

	for (i = 0; i < SCAN_STRING; i += 8) {
		w = word_load(p + i);
		if ((found = (word_string(w) | w) & WORD_HIGH) != 0)
			return i + word_first(found);
	}
	return SCAN_STRING;
#endif
}

#endif
