/*
 * odd - values that a rule cannot read: "n/k" where it looks for a number.
 *
 * They are unknown to the rule, like what is missing; but somebody meant something by them, and
 * many of them mean that a column is not what the model was made for.  So they are counted.
 */
#ifndef SCORE_ODD_H
#define SCORE_ODD_H

#include "score/model.h"

struct odd {
	const uint32_t *rule;           /* those that can meet such values */
	uint64_t *times;                /* of each, how often it did */
	size_t rules;
};

void	odd_init(struct odd *o, struct arena *a, const struct model *m);
/* After model_evaluate: at all the leads. */
void	odd_look(struct odd *o, const struct model *m, const struct model_score *score,
    struct lead *l);
void	odd_add(struct odd *all, const struct odd *o);
/* What to say of the i-th: "visits: 12 values of Total Visits are no number, so unknown", or "". */
struct str odd_text(const struct odd *o, const struct model *m, const struct schema *s, size_t i,
    struct arena *a, struct place *at);

#endif
