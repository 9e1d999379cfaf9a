/* seconds - how long something took, by a clock that only goes forward. */
#ifndef TESTS_SECONDS_H
#define TESTS_SECONDS_H

#include <time.h>

static inline double
seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#endif
