/*
 * scan - 64 bytes at a time: which of them are this byte?
 *
 * SSE2 on x86-64, NEON on Arm 64, eight-byte words elsewhere; this header is
 * the only place that knows.  Bit i of a mask is byte i of the block.
 */
#ifndef RECORD_SCAN_H
#define RECORD_SCAN_H

#include <stdint.h>

enum { SCAN_BLOCK = 64 };       /* buffers have that many readable bytes behind their end */

#if defined(__SSE2__)
#include <emmintrin.h>

struct scan_block {
	__m128i v[4];
};

static inline struct scan_block
scan_load(const char *p)
{
	struct scan_block b;
	int i;

	for (i = 0; i < 4; i++)
		b.v[i] = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
	return b;
}

static inline uint64_t
scan_bytes(const struct scan_block *b, char byte)
{
	__m128i want = _mm_set1_epi8(byte);
	uint64_t mask = 0;
	int i;

	for (i = 0; i < 4; i++)
		mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b->v[i], want)) << 16 * i;
	return mask;
}

#else   /* NEON and words: see the issue this header belongs to */
#error "scan.h: to be written"
#endif

#endif
