/*
 * policy - what makes a lead disqualified, unqualified, undecided, an IQL, an MQL or an SQL.
 *
 *	evidence ─► sums (bant, bant_points …) ─► levels ─► temperature, category, return
 *
 * Unknown is not no.  Unknown evidence may turn out yes or no; a level is only given when it is
 * reached whatever turns out, and only refused when it is not reached whatever turns out; so a
 * lead may be undecided, with the evidence that is missing and the question whose answer would
 * move it furthest.
 * A policy is read-only once loaded and may be used by any number of threads.  See
 * lead-policy(5).
 */
#ifndef QUALIFY_POLICY_H
#define QUALIFY_POLICY_H

#include "lead/condition.h"
#include "lead/config.h"

struct policy;

extern const char policy_json[];                /* the built-in policy, as text */
extern const char policy_schema_json[];         /* what a policy may be, as a JSON Schema */

/* Everything the policy needs is copied into *a; conditions are compiled against *s.
 * `path` NULL: the built-in one.  NULL and *e on failure. */
struct policy *policy_load(struct arena *a, struct schema *s, const char *path, struct err *e);

/* The same from a text; `name` stands for the file in messages. */
struct policy *policy_load_json(struct arena *a, struct schema *s, struct str text,
    const char *name, struct err *e);

enum policy_level {
	POLICY_DISQUALIFIED, POLICY_UNQUALIFIED, POLICY_UNDECIDED, POLICY_IQL, POLICY_MQL, POLICY_SQL,
	POLICY_LEVELS
};
extern const char *const policy_level_name[POLICY_LEVELS + 1];  /* NULL-ended */

enum policy_evidence {
	POLICY_BUDGET, POLICY_AUTHORITY, POLICY_NEED, POLICY_TIMEFRAME, POLICY_METRICS,
	POLICY_CRITERIA, POLICY_PROCESS, POLICY_CHAMPION, POLICY_KINDS
};

/* Frameworks are views of the same evidence: which of it, in which order, by which names. */
enum { POLICY_MEMBERS = 6 };
struct policy_framework {
	const char *name;               /* "champ" */
	size_t n;
	struct {
		enum policy_evidence kind;
		const char *name;       /* "challenges" */
	} member[POLICY_MEMBERS];
};
enum { POLICY_FRAMEWORKS = 4 };
extern const struct policy_framework policy_framework[POLICY_FRAMEWORKS];
extern const char *const policy_framework_name[POLICY_FRAMEWORKS + 1];  /* NULL-ended */

/* Show evidence as this framework does, not as the policy says. */
void	policy_view(struct policy *p, const char *framework);
/* Does it send leads away and have them come back? */
bool	policy_recycles(const struct policy *p);

struct policy_verdict {
	enum policy_level level;
	enum policy_level before;       /* what the lead was, where levels are held */
	enum truth is[POLICY_LEVELS];   /* IQL, MQL, SQL: is the lead one? */
	enum truth evidence[POLICY_KINDS];
	int64_t least[POLICY_KINDS], most[POLICY_KINDS];        /* thousandths of points */
	struct str reason;              /* DISQUALIFIED: the rule's reason */
	struct str temperature;         /* "" when it cannot be told */
	struct str category;
	int64_t icp;                    /* thousandths of the conditions that hold; -1: no icp */
	struct str persona;             /* "" */
	enum policy_evidence ask;       /* whose question; POLICY_KINDS: none to ask */
	struct str recycled;            /* the rule that sends it away; "" */
	instant back_at;                /* when it comes back; INSTANT_NONE: as the lead has it */
};

/* Pure: the same policy, lead and now give the same verdict.  `now` is the schema's. */
void	policy_judge(const struct policy *p, struct lead *l, struct policy_verdict *v);

/* The question the policy has for that evidence. */
struct str policy_question(const struct policy *p, enum policy_evidence e);
/* What is missing: evidence that is unknown, and the fields for want of which the level above
 * could not be told.  Fills up to room, returns how many; each once. */
size_t	policy_missing(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct str *name, size_t room);
/* The items of qualify_reasons, in *a; `all`: every level above, not only the next. */
size_t	policy_reasons(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    bool all, struct arena *a, const struct str **item);
/* How the lead came to its level, level by level with the parts that failed, as lines of text. */
void	policy_trace(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct buf *b);

#endif
