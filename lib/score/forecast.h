/*
 * forecast - when the grade will fall if nothing happens.
 */
#ifndef SCORE_FORECAST_H
#define SCORE_FORECAST_H

#include "score/model.h"

/* The first whole hour from `now` at which the lead's grade (of a matrix: its row or its column)
 * is lower than `score` says it is, when two years from now it is lower; else INSTANT_NONE.
 * Points that fade and ages that grow are what moves; activities dated after `now` do not
 * happen.  Where a grade falls, rises and falls again, one of the falls is found. */
instant	forecast_fall(const struct model *m, struct lead *l, instant now,
    const struct model_score *score);

#endif
