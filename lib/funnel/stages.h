/*
 * stages - the stages that a file's own leads stand in and enter, and their order.
 *
 * A first look at all leads.  A stage is a word of the column that says where a lead stands, or of
 * a `stage` activity.  One comes before another when more leads entered them in that order than in
 * the other, by the times of such activities and of columns called as a stage is (demo_at).  The
 * order of all is known when each comes before the next one, and none after a later one.
 */
#ifndef FUNNEL_STAGES_H
#define FUNNEL_STAGES_H

#include "funnel/path.h"

/* Names of stages, and of columns that might be called as one: so many different ones. */
enum { STAGES_MOST = 64 };

/* What is looked at, in a schema of its own: who counts the leads has none before it is known. */
struct stages_plan {
	struct schema schema;
	const char *track;
	uint32_t standing, activities;  /* slots */
};

struct stages;

void	stages_plan(struct stages_plan *p, const struct schema *leads, const char *track);
/* None yet, for one thread, in the arena.  The plan is borrowed. */
struct stages *stages_new(struct arena *a, const struct stages_plan *p);
void	stages_add(struct stages *s, struct record *rec);
void	stages_merge(struct stages *into, struct stages *from);  /* from is spent */
/*
 * The list for --stages, in the order that the times say; "": the usual stages of the track, because
 * there are no others, or no lead.  -1: there is no such list, and *hint, unless it is "", is a line
 * that says what to give instead.  A name that a single lead has may be anything, so it is shown
 * there only with show_values.  Both are in memory of s.
 */
int	stages_list(struct stages *s, bool show_values, struct str *list, struct str *hint,
    struct err *e);
void	stages_free(struct stages *s);

#endif
