/*
 * spread - lengths of time, for medians: every value up to a number, then counted buckets.
 *
 * What is kept depends on the values alone, not on their order or on how they came together:
 * up to SPREAD_EXACT of them as they are, more as counts of buckets 1/64 of an octave wide, so a
 * quantile is then within 1.1 % of the true one.  Adding and merging commute.
 */
#ifndef FUNNEL_SPREAD_H
#define FUNNEL_SPREAD_H

#include "base/arena.h"
#include "value/statistic.h"

enum { SPREAD_EXACT = 100000, SPREAD_BUCKETS = 64 * 34 };

struct spread {
	uint64_t n;
	uint64_t sum;                   /* of the lengths, exact in either way */
	uint32_t *value;                /* seconds, n of them while exact */
	uint64_t room;                  /* for so many values; 0 in buckets */
	uint64_t sorted;                /* so many values are in rising order */
	uint64_t *bucket;               /* SPREAD_BUCKETS of them; NULL while exact */
};

/* Negative lengths count as 0; longer than 136 years as that. */
static inline uint32_t
spread_seconds(int64_t length)
{
	return length < 0 ? 0 : length > UINT32_MAX ? UINT32_MAX : (uint32_t)length;
}

/* The bucket of a value: its exponent less six, but not below 0, and what is left of it when it is
 * shifted by that. */
static inline unsigned
spread_bucket(uint32_t value)
{
	unsigned shift = 25 - (unsigned)__builtin_clz(value | 64);

	return shift * 64 + (value >> shift);
}

void	spread_add_all(struct spread *s, const uint32_t *seconds, uint64_t n);
static inline void
spread_add(struct spread *s, uint32_t seconds)
{
	if (s->n < s->room) {
		s->value[s->n++] = seconds;
		s->sum += seconds;
	} else {
		spread_add_all(s, &seconds, 1);
	}
}

void	spread_merge(struct spread *into, const struct spread *from);
void	spread_move(struct spread *into, struct spread *from);  /* the same; from is spent */
/* The q-quantile, 0 <= q <= 1, in seconds; -1 when there is no value.  Of exact values the
 * lower middle one's mean with the upper is not taken: it is a value that occurred. */
int64_t	spread_quantile(struct spread *s, double q);
int64_t	spread_mean(const struct spread *s);             /* rounded down; -1 without values */
/* Kaplan and Meier's rows, fitted, of those it happened to after such times and those who have
 * waited so long: *n of them in the arena. */
struct statistic_survival *spread_survival(struct spread *moved, struct spread *waiting,
    struct arena *a, size_t *n);
bool	spread_is_exact(const struct spread *s);
void	spread_free(struct spread *s);

#endif
