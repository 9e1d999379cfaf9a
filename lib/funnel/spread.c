/*
 * spread - buckets: the exponent of two, and six bits behind the leading one.
 */
#include <stdlib.h>
#include <string.h>

#include "funnel/spread.h"

/* The middle of a bucket. */
static int64_t
middle(unsigned bucket)
{
	unsigned shift;

	if (bucket < 64)
		return bucket;
	shift = bucket / 64 - 1;
	return ((int64_t)(64 + bucket % 64) << shift) + ((INT64_C(1) << shift) >> 1);
}

static void
count(uint64_t *bucket, const uint32_t *value, uint64_t n)
{
	uint64_t i;

	for (i = 0; i < n; i++)
		bucket[spread_bucket(value[i])]++;
}

static void
blur(struct spread *s)
{
	s->bucket = arena_got(calloc(SPREAD_BUCKETS, sizeof *s->bucket));
	count(s->bucket, s->value, s->n);
	free(s->value);
	s->value = NULL;
	s->room = 0;
}

/* For n values more, which are not too many to be kept. */
static void
widen(struct spread *s, uint64_t n)
{
	s->room = s->room == 0 ? 16 : s->room < SPREAD_EXACT / 2 ? s->room * 2 : SPREAD_EXACT;
	if (s->room < s->n + n)
		s->room = s->n + n;
	s->value = arena_got(realloc(s->value, s->room * sizeof *s->value));
}

/* Those of another, whose sum is known. */
static void
add_some(struct spread *s, const uint32_t *seconds, uint64_t n, uint64_t sum)
{
	if (n == 0)
		return;
	if (s->bucket == NULL && s->n + n > SPREAD_EXACT)
		blur(s);
	if (s->bucket != NULL) {
		count(s->bucket, seconds, n);
	} else {
		if (s->room < s->n + n)
			widen(s, n);
		memcpy(s->value + s->n, seconds, n * sizeof *seconds);
	}
	s->n += n;
	s->sum += sum;
}

void
spread_add_all(struct spread *s, const uint32_t *seconds, uint64_t n)
{
	uint64_t sum = 0, i;

	for (i = 0; i < n; i++)
		sum += seconds[i];
	add_some(s, seconds, n, sum);
}

void
spread_merge(struct spread *into, const struct spread *from)
{
	uint64_t i;

	if (from->bucket == NULL) {
		add_some(into, from->value, from->n, from->sum);
		return;
	}
	if (into->bucket == NULL)
		blur(into);
	for (i = 0; i < SPREAD_BUCKETS; i++)
		into->bucket[i] += from->bucket[i];
	into->n += from->n;
	into->sum += from->sum;
}

void
spread_move(struct spread *into, struct spread *from)
{
	struct spread none = *into;

	if (into->n != 0) {
		spread_merge(into, from);
		return;
	}
	*into = *from;
	*from = none;
}

/* By eleven bits at a time, the lowest first: the same time whatever the values are. */
static void
radix_sort(uint32_t *value, uint64_t n)
{
	enum { BITS = 11, DIGITS = 1 << BITS };
	uint32_t *from = value, *to = arena_got(malloc(n * sizeof *value)), *spare = to, *swap;
	uint64_t at[DIGITS], i, sum, count;
	unsigned shift;

	for (shift = 0; shift < 33; shift += BITS) {
		memset(at, 0, sizeof at);
		for (i = 0; i < n; i++)
			at[from[i] >> shift & (DIGITS - 1)]++;
		for (sum = 0, i = 0; i < DIGITS; i++, sum += count) {
			count = at[i];
			at[i] = sum;
		}
		for (i = 0; i < n; i++)
			to[at[from[i] >> shift & (DIGITS - 1)]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	/* Three passes end in the spare array. */
	memcpy(value, spare, n * sizeof *value);
	free(spare);
}

static int
by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
sort(struct spread *s)
{
	if (s->bucket != NULL || s->sorted == s->n || s->n < 2)
		return;
	if (s->n < 512)
		qsort(s->value, s->n, sizeof *s->value, by_value);
	else
		radix_sort(s->value, s->n);
	s->sorted = s->n;
}

int64_t
spread_quantile(struct spread *s, double q)
{
	uint64_t rank, before = 0;
	unsigned i;

	if (s->n == 0)
		return -1;
	rank = (uint64_t)(q * (double)(s->n - 1));
	sort(s);
	if (s->bucket == NULL)
		return s->value[rank];
	for (i = 0; i + 1 < SPREAD_BUCKETS && before + s->bucket[i] <= rank; i++)
		before += s->bucket[i];
	return middle(i);
}

int64_t
spread_mean(const struct spread *s)
{
	return s->n ? (int64_t)(s->sum / s->n) : -1;
}

/* One length after the other, in rising order; false behind the last. */
static bool
next(const struct spread *s, uint64_t *at, int64_t *value, uint64_t *count)
{
	if (s->bucket != NULL) {
		while (*at < SPREAD_BUCKETS && s->bucket[*at] == 0)
			++*at;
		if (*at == SPREAD_BUCKETS)
			return false;
		*value = middle((unsigned)*at);
		*count = s->bucket[(*at)++];
		return true;
	}
	if (*at == s->n)
		return false;
	*value = s->value[*at];
	for (*count = 0; *at < s->n && s->value[*at] == *value; ++*at)
		++*count;
	return true;
}

struct statistic_survival *
spread_survival(struct spread *moved, struct spread *waiting, struct arena *a, size_t *n)
{
	struct spread *of[2] = { moved, waiting };
	struct statistic_survival *row;
	uint64_t at[2] = { 0, 0 }, count[2], room = 0;
	int64_t value[2], time;
	bool more[2];
	int i;

	for (i = 0; i < 2; i++) {
		sort(of[i]);
		room += of[i]->bucket ? SPREAD_BUCKETS : of[i]->n;
		more[i] = next(of[i], &at[i], &value[i], &count[i]);
	}
	row = arena_array(a, room, sizeof *row);
	for (*n = 0; more[0] || more[1]; ++*n) {
		time = !more[1] || (more[0] && value[0] < value[1]) ? value[0] : value[1];
		row[*n].time = time;
		for (i = 0; i < 2; i++)
			if (more[i] && value[i] == time) {
				*(i ? &row[*n].censored : &row[*n].events) = count[i];
				more[i] = next(of[i], &at[i], &value[i], &count[i]);
			}
	}
	statistic_survival_fit(row, *n);
	return row;
}

bool
spread_is_exact(const struct spread *s)
{
	return s->bucket == NULL;
}

void
spread_free(struct spread *s)
{
	free(s->value);
	free(s->bucket);
	*s = (struct spread){ 0 };
}
