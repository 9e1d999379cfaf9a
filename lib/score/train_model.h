/*
 * train_model - a fit as a lead-model file.
 */
#ifndef SCORE_TRAIN_MODEL_H
#define SCORE_TRAIN_MODEL_H

#include "score/measure.h"
#include "score/train.h"

/* What goes into `trained`. */
struct train_about {
	struct str outcome, split;
	size_t came;
	const struct measure *measure;          /* on rows held out */
	const int64_t *best_first;              /* scores of the rows of the fit, falling */
};

/* lead-score gives each row the score of train_fit_score. */
void	train_model_write(struct buf *out, const struct train_fit *f,
    const struct train_about *about);

#endif
