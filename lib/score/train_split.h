/*
 * train_split - which rows a model is not to see.
 *
 * `time`: the newest fifth by a time column.  `id`: a fifth by a hash of the id, or of the
 * row's number where there is no id.  `every:N`: row i, the first being 0, where i % N is 0.
 */
#ifndef SCORE_TRAIN_SPLIT_H
#define SCORE_TRAIN_SPLIT_H

#include "score/train.h"

struct train_split {
	const uint8_t *test;            /* a row: 1 when held out */
	struct str how;                 /* for people */
	double weeks;                   /* the held-out rows span, by time; else 0 */
};

/* `how` NULL: by time where a column has one in nearly every row, else by id.  `column` NULL:
 * created_at, else the first that will do. */
int	train_split(struct arena *a, const struct train_table *t, const char *how,
    const char *column, const struct zone *zone, struct train_split *out, struct err *e);

#endif
