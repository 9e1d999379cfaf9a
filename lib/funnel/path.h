/*
 * path - how far a lead came, and when.
 *
 * From the best evidence there is: entry times in columns (awareness_at …) and `stage`
 * activities; else the current stage alone, which says that those before it were passed.  A lead
 * that is won has reached the last stage; one of which nothing is known stands in the first, as
 * every lead does.  What happened after now has not happened.
 */
#ifndef FUNNEL_PATH_H
#define FUNNEL_PATH_H

#include "lead/activity.h"
#include "lead/lead.h"

enum { PATH_STAGES = 32 };              /* sets of stages are the bits of 32 */

/* Strict: a stage counts when it is entered after those before it.  Loose: at any time. */
enum path_order { PATH_LOOSE, PATH_STRICT };
/* Count: who is in a later stage has reached those that were skipped.  Drop: has not, and comes
 * no further than the stage before the first that was skipped. */
enum path_skip { PATH_COUNT, PATH_DROP };
/* Of several entries of the first stage, the one from which on is counted; any: the one that
 * leads furthest, of several such the earliest. */
enum path_start { PATH_FIRST, PATH_LAST, PATH_ANY };

struct path_rules {
	enum path_order order;
	enum path_skip skip;
	enum path_start start;
	span window;                    /* later entries don't count; 0: no window */
};

struct path_plan {
	struct path_rules rules;
	struct str name[PATH_STAGES];   /* as shown */
	struct str key[PATH_STAGES];    /* folded */
	uint32_t at[PATH_STAGES];       /* slot of its entry time */
	size_t stages;
	uint32_t track;                 /* slot of the column that says where it stands now */
	bool levels;                    /* track is `qualification` */
	uint32_t status, activities, created, closed;   /* slots */
	uint32_t standing_memo, fate_memo;      /* what the words of track and status mean */
};

enum path_source { PATH_NOTHING, PATH_STAGE, PATH_TIMES, PATH_SOURCES };
enum path_fate { PATH_OPEN, PATH_WON, PATH_LOST, PATH_FATES };

struct path {
	size_t furthest;                /* the last stage reached */
	size_t current;                 /* where it stands, or stood when it was lost */
	uint32_t entered;               /* stages up to the furthest; the others were skipped */
	uint32_t timed;                 /* of these: at[] is known */
	instant created;                /* INSTANT_NONE: not known */
	instant end;                    /* what is counted ends here: now, or the window's end */
	uint32_t back;                  /* of all its history: came back to from a later one */
	uint32_t again;                 /* of all its history: entered more than once */
	enum path_source source;
	enum path_fate fate;
	bool strange;                   /* a current stage that is none of ours */
	bool untimed;                   /* with a window: entries without a time were left out */
	instant at[PATH_STAGES];        /* only of the timed */
};

/* Words for --track: the column that holds the stage, each with its usual stages. */
extern const char *const path_tracks[];         /* "stage", "category", "qualification" */

/* The field of a track, and its usual stages, separated by commas; NULL: that of the first. */
enum vocab_field path_plan_track(const char *track);
const char *path_plan_usual(const char *track);
/* `stages`: names separated by commas; NULL: the usual ones of the track. */
int	path_plan(struct path_plan *p, struct schema *s, const char *track, const char *stages,
    struct err *e);
void	path_find(const struct path_plan *p, struct lead *l, struct path *out);

/*
 * A lead without any time but that of its creation is of a kind: the paths of two of one kind
 * differ in nothing but `created`, `end` and, where it is timed, at[0], which is `created`.
 */
enum { PATH_KINDS = (PATH_STAGES + 1) * 2 * PATH_FATES * 2 };

struct path_frame {
	uint32_t kind;                  /* PATH_KINDS: it has a path of its own, and no more is said */
	uint32_t age;                   /* at the end, as in spread.h; 0: not timed */
	instant created, end;
};

/* Of all leads that l is attached to. */
void	path_kinds(const struct path_plan *p, struct lead *l, struct path_frame frame[]);

/* What the words of the lead say: the stage it stands in, p->stages when that is not known. */
size_t	path_kind_standing(const struct path_plan *p, struct lead *l, enum path_fate *fate,
    bool *strange);
/* Which stage a folded name is; p->stages: none. */
size_t	path_kind_number(const struct path_plan *p, struct str key);

#endif
