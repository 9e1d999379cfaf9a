/*
 * funnel_share - what a lead adds to each of its groups, found out once.
 */
#ifndef FUNNEL_FUNNEL_SHARE_H
#define FUNNEL_FUNNEL_SHARE_H

#include "funnel/funnel.h"

/* How long it was in a stage, or has been, or was on the way from the first stage to the last. */
struct funnel_stay {
	uint32_t spread, seconds;
};

struct funnel_share {
	size_t stopped, stands;         /* numbers of the group */
	uint32_t skipped, again, back;  /* sets of stages */
	bool plain;                     /* these are empty */
	size_t stays;
	struct funnel_stay stay[PATH_STAGES];
};

void	funnel_share_find(struct funnel_share *s, const struct path *path, size_t stages);
void	funnel_share_add(const struct store_row *group, const struct funnel_share *s);
/* The shares of n leads of a kind: each of these stays is as long as the lead is old. */
void	funnel_share_add_kind(const struct store_row *group, const struct funnel_share *s,
    const uint32_t *age, uint32_t n);

#endif
