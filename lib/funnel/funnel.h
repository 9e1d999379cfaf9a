/*
 * funnel - leads counted: by stage and group, by cohort, by money, by touch, by arm.
 *
 * A lead is added to every store that the plan asks for; stores merge, so threads and parts do.
 * Nothing of a lead is kept but its sums, the lengths of time, and with `stuck` its id.
 */
#ifndef FUNNEL_FUNNEL_H
#define FUNNEL_FUNNEL_H

#include "base/buf.h"
#include "funnel/path.h"
#include "funnel/store.h"

enum { FUNNEL_BYS = 8, FUNNEL_BREAKDOWNS = 8, FUNNEL_MOST_GROUPS = 100000,
	FUNNEL_MOST_STUCK = 10000000 };

enum funnel_period { FUNNEL_NO_COHORT, FUNNEL_WEEK, FUNNEL_MONTH, FUNNEL_QUARTER };

/* Columns whose values together name a group; none: all leads are one. */
struct funnel_breakdown {
	struct str name[FUNNEL_BYS];
	uint32_t slot[FUNNEL_BYS];
	size_t n;
	bool simple;                    /* the value of its only column says which group … */
	uint32_t memo;                  /* … and is looked up here */
};

struct funnel_plan {
	struct path_plan path;
	struct funnel_breakdown by[FUNNEL_BREAKDOWNS];
	size_t breakdowns;              /* one at least */
	bool usual;                     /* nobody has named the stages: most leads should know them */
	enum funnel_period cohort;
	instant since, until;           /* created in since <= t < until; INSTANT_NONE: any */
	bool losses, times, money, touches, stuck;
	uint32_t id, reason, value, source;     /* slots */
	uint32_t arm;                   /* slot; UINT32_MAX: no experiment */
};

/* The stores, and what their keys and numbers are. */
enum funnel_store {
	FUNNEL_GROUPS,          /* breakdown, cohort, values: the counters of each stage */
	FUNNEL_TOTALS,          /* one row: enum funnel_total */
	FUNNEL_COHORTS,         /* cohort: leads; cohort, age in periods or "?": converted then */
	FUNNEL_LOSSES,          /* stage, reason: leads lost there for it */
	FUNNEL_MONEY,           /* breakdown, cohort, values, currency: see funnel_money.c */
	FUNNEL_TOUCHES,         /* channel: credits by model, see funnel_touch.c */
	FUNNEL_ARMS,            /* arm: leads, converted */
	FUNNEL_STUCK,           /* stage, since, id: open leads, how many of that id */
	FUNNEL_STORES
};

/* Stopped: came so far and no further. */
enum funnel_counter { FUNNEL_STOPPED, FUNNEL_SKIPPED, FUNNEL_CURRENT, FUNNEL_LOST, FUNNEL_BACK,
	FUNNEL_AGAIN, FUNNEL_COUNTERS };
enum funnel_total { FUNNEL_BY_NOTHING, FUNNEL_BY_STAGE, FUNNEL_BY_TIMES, FUNNEL_STRANGE,
	FUNNEL_UNTIMED, FUNNEL_UNDATED, FUNNEL_NO_AMOUNT, FUNNEL_TOTALS_KEPT };

struct funnel {
	const struct funnel_plan *plan;
	struct store store[FUNNEL_STORES];
	int64_t *total;                 /* the numbers of FUNNEL_TOTALS */
	struct buf key;
	struct arena arena;
	struct funnel_known *kind[PATH_KINDS];  /* what leads of a kind add, in the arena: … */
	uint32_t kinds;                 /* so many were met */
	uint16_t number[PATH_KINDS + 1];        /* which of them it is, by the kind of a path */
	struct funnel_tally *tally;     /* leads of the first of them, not added up yet */
	bool added[LEAD_ROWS];
	bool other;                     /* sums of other settings were to be added */
	int64_t rows, announced;        /* rows of sums added, and what their ends say */
};

void	funnel_init(struct funnel *f, const struct funnel_plan *plan);
/* All leads that l is attached to.  Are they all counted?  Else added[] says it of the row of each: not,
 * if it was created outside of since and until. */
bool	funnel_add(struct funnel *f, struct lead *l);
/* Add up what was put off: after the last lead, before the stores are looked at. */
void	funnel_settle(struct funnel *f);
void	funnel_merge(struct funnel *into, struct funnel *from);  /* from is settled, and spent */
/* Whether all was kept; else ERR_INPUT says what was too much. */
int	funnel_check(const struct funnel *f, struct err *e);
void	funnel_free(struct funnel *f);

/* How many were counted. */
static inline int64_t
funnel_leads(const struct funnel *f)
{
	return f->total[FUNNEL_BY_NOTHING] + f->total[FUNNEL_BY_STAGE] + f->total[FUNNEL_BY_TIMES];
}

/* Where a stage's counter stands among the numbers of a group. */
static inline size_t
funnel_number(size_t stage, enum funnel_counter counter)
{
	return stage * FUNNEL_COUNTERS + (size_t)counter;
}

/* How many of a group came to a stage or past it. */
int64_t	funnel_reached(const struct store_row *group, size_t stage, size_t stages);

/* A group's spreads: for each stage, how long those who moved on had been in it, and how long
 * the others have been by now; for the last stage, the same of the way from the first to it. */
static inline size_t
funnel_spread(size_t stage, bool waiting)
{
	return 2 * stage + waiting;
}

/* Cohorts: the number of the period that t falls in, and its name ("2026-03-02", "2026-03",
 * "2026-Q1"). */
int64_t	funnel_cohort_number(enum funnel_period period, const struct zone *zone, instant t);
void	funnel_cohort_name(struct buf *b, enum funnel_period period, int64_t number);

/* Is more asked for than how many came how far, by group?  Then a lead's part in it; its cohort with the
 * end of a part behind it; false: it was created too early or too late to be counted. */
bool	funnel_part_any(const struct funnel_plan *p);
bool	funnel_part_add(struct funnel *f, struct lead *l, const struct path *path, struct str *cohort);
/* In the stores of its topic, and how many numbers their rows have. */
void	funnel_cohort_add(struct funnel *f, const struct zone *zone, const struct path *path,
    instant born, struct str cohort);
/* For each breakdown, behind the group's key in f->key; a value that is none is counted once. */
void	funnel_money_add(struct funnel *f, struct lead *l, const struct path *path, bool count);
void	funnel_touch_add(struct funnel *f, struct lead *l, const struct path *path);
void	funnel_time_stuck(struct funnel *f, struct lead *l, const struct path *path);
size_t	funnel_money_numbers(size_t stages);
size_t	funnel_touch_numbers(void);

#endif
