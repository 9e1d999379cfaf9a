/*
 * explain - a score in words whose numbers add up.
 */
#ifndef SCORE_EXPLAIN_H
#define SCORE_EXPLAIN_H

#include "score/model.h"

/* What a thread keeps between leads: many get the same points by the same rule. */
struct explain;
struct explain *explain_new(struct arena *a, const struct model *m, const struct schema *s);
void	explain_free(struct explain *x);        /* what is not in the arena */

/* score_reasons, a list joined as list.h says: "pricing page +12.5", "engagement capped -7.5", and
 * without a sign what could not be told: "company size unknown: employees".  The signed points of
 * all items add up to the score exactly.  It lives until the next call.  *plain: see
 * record_set_joined. */
struct str explain_reasons(struct explain *x, const struct model_score *score, struct lead *l,
    bool *plain);
/* The same as a table for people: every group, every rule, whether it acted or not; and when the grade
 * falls, or INSTANT_NONE. */
void	explain_table(const struct model *m, const struct model_score *score, struct lead *l,
    instant falls, struct buf *out);

#endif
