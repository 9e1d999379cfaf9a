/*
 * what_if_impl - the changes there are, one by one; private to lib/score.
 */
#ifndef SCORE_WHAT_IF_IMPL_H
#define SCORE_WHAT_IF_IMPL_H

#include "score/model_impl.h"
#include "score/what_if.h"

struct what_if_move {
	size_t rule;
	int64_t gain;                   /* thousandths, above zero */
	bool fact;                      /* something known would have to be otherwise */
	bool stops;                     /* the rule no longer acts */
	size_t choice;                  /* the bin or word, or SIZE_MAX */
	size_t order;                   /* in the model; of activities, their number */
	/* EACH: its points, before limits, may be any number of steps above `raw`, up to `most`; the
	 * gain is that of all.  Otherwise step is 0. */
	int64_t raw, step, most;
	int64_t from;                   /* the rule's points now */
};

/* All changes that give points, in the arena; how many. */
size_t	what_if_moves(const struct model *m, const struct model_score *score, struct lead *l,
    struct arena *a, struct what_if_move **out);
/* How many steps there are, and what so many of them gain. */
int64_t	what_if_steps(const struct what_if_move *move);
int64_t	what_if_gain(const struct model *m, const struct what_if_move *move, int64_t steps);
/* Do they look at the same field, so that one of them may undo the other? */
bool	what_if_clash(const struct model *m, const struct what_if_move *a,
    const struct what_if_move *b);
/* Changes in words, in the order of the model; those that come twice are one item. */
size_t	what_if_tell(const struct model *m, const struct what_if_move *const *chosen, size_t n,
    struct arena *a, const struct str **item);

#endif
