/*
 * fuzz - what every fuzz target needs: libFuzzer's entry, or replay.c's, and a law to break.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
require(bool holds)
{
	if (!holds)
		abort();
}

#endif
