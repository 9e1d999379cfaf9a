/*
 * train_proof - what is learned from some rows, measured on the others.
 */
#ifndef SCORE_TRAIN_PROOF_H
#define SCORE_TRAIN_PROOF_H

#include "score/measure.h"
#include "score/train.h"

/* Of a fit made like the plan's on the rows that are not held out. */
void	train_proof(const struct train_plan *p, struct measure *m);
/* Of Odoo's naive Bayes on the columns of words that p->decided uses. */
void	train_proof_odoo(const struct train_plan *p, struct measure *m);

#endif
