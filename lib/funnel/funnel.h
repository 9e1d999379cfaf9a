/*
 * funnel - leads counted by stage and group.
 *
 * Sums are whole numbers and spreads, so they add up the same whatever the cut or order.
 */
#ifndef FUNNEL_FUNNEL_H
#define FUNNEL_FUNNEL_H

#include "base/map.h"
#include "funnel/path.h"
#include "funnel/spread.h"

/* One stage of one group. */
struct funnel_stage {
	uint64_t reached;               /* came here, or further: those who skipped it are counted */
	uint64_t skipped;               /* of these: went past it without entering */
	uint64_t current;               /* stand here now */
	uint64_t lost;                  /* were lost here */
	struct spread stay;             /* from entering to entering the next stage entered */
};

struct funnel_group {
	uint64_t leads;
	struct funnel_stage stage[PATH_STAGES];
	struct spread whole;            /* from the first stage to the last */
};

struct funnel {
	struct arena arena;
	struct map keys;                /* group key to its number */
	struct funnel_group **group;
	uint32_t room;
	uint64_t source[PATH_SOURCES];  /* leads by where their path came from */
	uint64_t strange;               /* leads in a stage that is none of ours */
};

enum { FUNNEL_MOST_GROUPS = 100000 };

/* The key: the group's values, each with a byte 0x1f behind it. */
void	funnel_init(struct funnel *f);
/* False when there would be too many groups. */
bool	funnel_add(struct funnel *f, struct str key, const struct path *path, size_t stages);
bool	funnel_merge(struct funnel *into, const struct funnel *from);
/* Group numbers sorted by key, and after them nothing; in the funnel's arena. */
const uint32_t *funnel_order(struct funnel *f);
void	funnel_free(struct funnel *f);

#endif
