/* law.h - for laws: drawing at random, from a seed that is said. */
#ifndef TESTS_LAW_H
#define TESTS_LAW_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t law_state;

/* Draw from the seed argv[1], or else the usual one. */
static inline void
law_start(int argc, char **argv, uint64_t usual)
{
	const char *slash = strrchr(argv[0], '/');

	law_state = argc > 1 ? strtoull(argv[1], NULL, 10) : usual;
	printf("%s: seed %" PRIu64 "\n", slash ? slash + 1 : argv[0], law_state);
}

/* 0 to n - 1, by splitmix64. */
static inline int64_t
below_long(int64_t n)
{
	uint64_t z = law_state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (int64_t)((z ^ z >> 31) % (uint64_t)n);
}

static inline uint32_t
below(uint32_t n)
{
	return (uint32_t)below_long(n);
}

#endif
