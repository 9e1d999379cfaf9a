/*
 * compare - the same lead under two models: whose grade changes, and by which rules.
 */
#ifndef SCORE_COMPARE_H
#define SCORE_COMPARE_H

#include "score/model.h"

/* What changed from `before` to `after`, largest first: "pricing page -5" for a rule both have,
 * "new: webinar +8", "gone: form +3", "fit capped -2"; the points of all add up to the change of
 * the score exactly.  *item is in *a; how many there are. */
size_t	compare_items(const struct model *before, const struct model_score *old,
    const struct model *after, const struct model_score *new, struct arena *a,
    const struct str **item);

#endif
