/*
 * measure_drift - counts by points, then shares.
 */
#include <math.h>
#include <stdlib.h>

#include "score/measure_drift.h"

enum { SINGLE = 25 };                   /* different points up to which each stands for itself */

struct seen {
	int64_t points;
	uint64_t n[2];
};

void
measure_drift_init(struct measure_drifts *d, size_t rules)
{
	size_t i;

	*d = (struct measure_drifts){ .rules = rules + 1 };
	d->points = arena_array(&d->arena, d->rules, sizeof *d->points);
	d->count = arena_array(&d->arena, d->rules, sizeof *d->count);
	for (i = 0; i < d->rules; i++)
		d->points[i].arena = &d->arena;
}

void
measure_drift_add(struct measure_drifts *d, size_t rule, int64_t points, bool is_new)
{
	static const uint64_t none[2] = { 0 };
	struct str key = { (const char *)&points, sizeof points };
	uint32_t at = map_add(&d->points[rule], key);

	if (at * sizeof none == d->count[rule].n)
		buf_add(&d->count[rule], none, sizeof none);
	((uint64_t *)(void *)d->count[rule].p)[2 * at + is_new]++;
}

static int
by_points(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;

	return x->points < y->points ? -1 : x->points > y->points;
}

/* A share is never nothing: half a lead stands for none. */
static double
part(const uint64_t n[2], const uint64_t total[2])
{
	double old = fmax((double)n[0], 0.5) / (double)total[0];
	double now = fmax((double)n[1], 0.5) / (double)total[1];

	return (now - old) * log(now / old);
}

double
measure_drift_index(const struct measure_drifts *d, size_t rule)
{
	struct arena a = { 0 };
	size_t n = d->points[rule].count, i;
	struct seen *seen = arena_array(&a, n + 1, sizeof *seen);
	const uint64_t *count = (const uint64_t *)(const void *)d->count[rule].p;
	uint64_t total[2] = { 0 }, sum[2] = { 0 };
	double index = 0;

	for (i = 0; i < n; i++) {
		memcpy(&seen[i].points, d->points[rule].entry[i].key.p, sizeof seen[i].points);
		total[0] += seen[i].n[0] = count[2 * i];
		total[1] += seen[i].n[1] = count[2 * i + 1];
	}
	qsort(seen, n, sizeof *seen, by_points);
	for (i = 0; i < n && total[0] != 0 && total[1] != 0; i++) {
		sum[0] += seen[i].n[0];
		sum[1] += seen[i].n[1];
		if (n > SINGLE && i + 1 < n && sum[0] * MEASURE_TENTHS < total[0])
			continue;
		index += part(sum, total);
		sum[0] = sum[1] = 0;
	}
	arena_free(&a);
	return index;
}

void
measure_drift_free(struct measure_drifts *d)
{
	size_t i;

	for (i = 0; i < d->rules; i++) {
		map_free(&d->points[i]);
		buf_free(&d->count[i]);
	}
	arena_free(&d->arena);
}
