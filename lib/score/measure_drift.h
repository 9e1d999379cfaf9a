/*
 * measure_drift - have the leads changed since?  The population stability index.
 *
 *	sum over what a rule can give of (new share - old share) * ln(new share / old share)
 *
 * For the score, and for rules that give many different numbers of points, tenths of the old
 * leads stand for the single values.
 */
#ifndef SCORE_MEASURE_DRIFT_H
#define SCORE_MEASURE_DRIFT_H

#include "base/map.h"
#include "score/measure_report.h"

struct measure_drifts {
	struct arena arena;
	struct map *points;             /* a rule: the points it gave; the last is the score */
	struct buf *count;              /* of each: old and new, uint64_t */
	size_t rules;
};

/* With one place more than there are rules, for the score. */
void	measure_drift_init(struct measure_drifts *d, size_t rules);
void	measure_drift_add(struct measure_drifts *d, size_t rule, int64_t points, bool is_new);
double	measure_drift_index(const struct measure_drifts *d, size_t rule);
void	measure_drift_free(struct measure_drifts *d);

#endif
