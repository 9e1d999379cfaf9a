/*
 * forecast - when the grade will fall if nothing happens.
 */
#ifndef SCORE_FORECAST_H
#define SCORE_FORECAST_H

#include "score/model.h"

/* What a forecast needs of a model: made once, read by any number of threads. */
struct forecast {
	const struct model *model;
	const uint32_t *rule;           /* whose points time moves */
	size_t rules;
	double half_life;               /* of one of them, in hours; 0: none fades so */
};

void	forecast_init(struct forecast *f, struct arena *a, const struct model *m);
/* The first whole hour from `now`, within two years, at which the lead's grade (of a matrix: its
 * row or its column) is lower than `score` says it is; else INSTANT_NONE.  Points that fade and
 * ages that grow are what moves; activities dated after `now` give no points.  Where points
 * below zero fade while others do, a grade that is lower for a while only may be missed. */
instant	forecast_fall(const struct forecast *f, struct lead *l, instant now,
    const struct model_score *score);

#endif
