/*
 * path - how far a lead came, and when.
 *
 * From the best evidence there is: entry times in columns (awareness_at …) and `stage`
 * activities; else the current stage alone.  A lead that is won has reached the last stage; one
 * of which nothing is known stands in the first, as every lead does.
 */
#ifndef FUNNEL_PATH_H
#define FUNNEL_PATH_H

#include "lead/activity.h"
#include "lead/lead.h"

enum { PATH_STAGES = 32 };

struct path_plan {
	struct str name[PATH_STAGES];   /* as shown */
	struct str key[PATH_STAGES];    /* folded */
	uint32_t at[PATH_STAGES];       /* slot of its entry time, or UINT32_MAX */
	size_t stages;
	uint32_t stage, status, activities, created;    /* slots */
};

enum path_source { PATH_NOTHING, PATH_STAGE, PATH_TIMES, PATH_SOURCES };
enum path_fate { PATH_OPEN, PATH_WON, PATH_LOST };

struct path {
	size_t furthest;                /* the last stage reached */
	bool reached[PATH_STAGES];      /* earlier ones may have been skipped */
	instant entered[PATH_STAGES];   /* INSTANT_NONE when not known */
	enum path_source source;
	enum path_fate fate;
	bool strange;                   /* a current stage that is none of ours */
};

/* `stages`: names separated by commas; NULL: awareness to conversion. */
int	path_plan(struct path_plan *p, struct schema *s, const char *stages, struct err *e);
void	path_find(const struct path_plan *p, struct lead *l, struct path *out);

#endif
