/*
 * measure - how good a score is, by what became of the leads.
 *
 * Areas and losses as in value/statistic.h.  The rows are ranked by score; those of equal score
 * share what falls on them, so no order of rows shows.
 */
#ifndef SCORE_MEASURE_H
#define SCORE_MEASURE_H

#include "base/buf.h"

struct measure_case {
	int64_t score;                  /* thousandths */
	double probability;
	bool came;
};

enum { MEASURE_TENTHS = 10, MEASURE_BARS = 24 };

/* A tenth of the rows, the best first; shares are fractional where scores are equal. */
struct measure_tenth {
	double n, came, expected;       /* expected: the sum of the probabilities */
	int64_t least;                  /* the lowest score in it */
};

struct measure {
	const char *name;
	size_t rows, came;
	bool has_area;
	double area, area_error;
	double base;                    /* the share that came where the model was made */
	double loss, base_loss;         /* log-loss; of saying the base rate to all */
	double brier, base_brier;
	double calibration;             /* expected calibration error, by tenths */
	struct measure_tenth tenth[MEASURE_TENTHS];
	int64_t low, high;              /* of the scores */
	uint64_t bar[2][MEASURE_BARS];  /* rows by score from low to high: that did not come; that did */
};

/* Sorts the cases, best first. */
void	measure_make(struct measure *m, struct measure_case *cases, size_t n, double base);
/* Is it better than the base rate, for certain? */
bool	measure_has_signal(const struct measure *m);
/* How many of those that came are among the best `share` of the rows, 0 to 1. */
double	measure_captured(const struct measure *m, double share);
/* The intercept and slope that make probabilities of scores best, by maximum likelihood. */
void	measure_calibrate(const struct measure_case *cases, size_t n, double *intercept,
    double *slope);
/* 1 / (1 + e^-(intercept + slope * score)). */
double	measure_probability(const struct measure_case *c, double intercept, double slope);

#endif
