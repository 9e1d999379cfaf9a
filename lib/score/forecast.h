/*
 * forecast - when the grade will fall if nothing happens.
 */
#ifndef SCORE_FORECAST_H
#define SCORE_FORECAST_H

#include "score/model.h"

/* What a thread needs for the forecasts of a model. */
struct forecast;
struct forecast *forecast_new(struct arena *a, const struct model *m);
/* The first whole hour from `now`, within two years, at which the lead's grade (of a matrix: its
 * row or its column) is lower than `score` says it is; else INSTANT_NONE.  Points that fade and
 * ages that grow are what moves; activities dated after `now` give no points.  Where points
 * below zero fade while others do, a grade that is lower for a while only may be missed. */
instant	forecast_fall(struct forecast *f, struct lead *l, instant now,
    const struct model_score *score);

#endif
