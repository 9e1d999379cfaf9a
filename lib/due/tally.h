/*
 * tally - sums over days that repeat weekly, but for a sorted list of exceptions.
 *
 * Both ways, in about the time it takes to look one day up: how much before a day, and on
 * which day a sum is reached.  Days count from 1970-01-01; sums from Monday 1969-12-29.
 */
#ifndef DUE_TALLY_H
#define DUE_TALLY_H

#include "base/arena.h"

struct tally {
	int64_t before[8];              /* a weekday, from the Monday on; [7] is the whole week */
	int64_t *day;                   /* the exceptions */
	int64_t *sum;                   /* before each */
	int64_t *lost;                  /* lost[i]: by exceptions before the i-th */
	size_t count;
};

/* A week of days, at least one of them above 0, and room for so many exceptions. */
void	tally_init(struct tally *t, struct arena *a, const int64_t week[static 7], size_t room);
/* That day is worth only so much; days must come in order. */
void	tally_except(struct tally *t, int64_t day, int64_t worth);

/* How many exceptions are before that day: where to find what is kept beside them. */
size_t	tally_find(const struct tally *t, int64_t day);
/* The sum of all days before this one; i is what tally_find says. */
int64_t	tally_before(const struct tally *t, int64_t day, size_t i);
/* The day on which the sum reaches v. */
int64_t	tally_day(const struct tally *t, int64_t v);

unsigned tally_weekday(int64_t day);

#endif
