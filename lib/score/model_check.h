/*
 * model_check - what is wrong with a model although it can be read.
 *
 *	model.json:12: company size: the bin 10..49 is never reached: earlier ones hold all of it
 *
 * A finding is certain: what is named is so for every lead.  A rule that never acts for reasons
 * that cannot be seen in the model is found by trying it on leads.
 */
#ifndef SCORE_MODEL_CHECK_H
#define SCORE_MODEL_CHECK_H

#include "score/model.h"

/* Count a lead for each rule, in acted[], that gave it points. */
void	model_check_lead(const struct model *m, const struct model_score *score, uint64_t acted[]);
/* A line for each finding; how many.  `path` is what the model was loaded from. */
size_t	model_check(const struct model *m, const char *path, struct buf *out);
/* The same of what `leads` leads had: seen[slot] is not 0 for columns that there are, acted[rule]
 * not for rules that gave points.  A rule is named once. */
size_t	model_check_leads(const struct model *m, const struct schema *s, const uint64_t *seen,
    const uint64_t *acted, uint64_t leads, struct buf *out);

#endif
