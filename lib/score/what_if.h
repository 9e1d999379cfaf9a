/*
 * what_if - the cheapest change that would bring a lead to the next grade.
 *
 * A change is to one rule: it comes to act, stops to act, or gives more.  What can still happen
 * (an activity), or be found out (a field that is missing), is cheap; what is known would have to
 * be otherwise, so that is asked for only when nothing else leads there.  Of what is cheap, fewer
 * changes are cheaper, and of as many, those with fewer points.  A number that gives points for each
 * changes by no more than it takes.
 *
 * Every rule is looked at by itself, but for two that look at the same field: only one of them
 * changes.  With a matrix either the row or the column gets better by one.
 */
#ifndef SCORE_WHAT_IF_H
#define SCORE_WHAT_IF_H

#include "score/model.h"

enum { WHAT_IF_MOST = 8 };              /* changes; what needs more is out of reach */

/* The items, "webinar attended +8", "company size 50..499 +15", and the grade they lead to, or
 * "": there is none better, or it is out of reach.  In *a; how many. */
size_t	what_if_items(const struct model *m, const struct model_score *score, struct lead *l,
    struct arena *a, const struct str **item, struct str *grade);

#endif
