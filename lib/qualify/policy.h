/*
 * policy - what makes a lead disqualified, unqualified, undecided, an IQL, an MQL or an SQL.
 *
 *	evidence ─► bant ─► levels ─► temperature, category
 *
 * Unknown is not no.  What is known of the four kinds of evidence bounds how many may be yes,
 * and a level is only refused when it fails at both bounds; so a lead may be undecided, with
 * the evidence that is missing and the question whose answer would move it furthest.
 * A policy is read-only once loaded and may be used by any number of threads.  See
 * lead-policy(5).
 */
#ifndef QUALIFY_POLICY_H
#define QUALIFY_POLICY_H

#include "lead/condition.h"
#include "lead/config.h"

struct policy;

extern const char policy_json[];                /* the built-in policy, as text */

/* Everything the policy needs is copied into *a; conditions are compiled against *s.
 * `path` NULL: the built-in one.  NULL and *e on failure. */
struct policy *policy_load(struct arena *a, struct schema *s, const char *path, struct err *e);

enum policy_level {
	POLICY_DISQUALIFIED, POLICY_UNQUALIFIED, POLICY_UNDECIDED, POLICY_IQL, POLICY_MQL, POLICY_SQL,
	POLICY_LEVELS
};
extern const char *const policy_level_name[POLICY_LEVELS + 1];  /* NULL-ended */

enum policy_evidence { POLICY_BUDGET, POLICY_AUTHORITY, POLICY_NEED, POLICY_TIMEFRAME, POLICY_KINDS };
extern const char *const policy_evidence_name[POLICY_KINDS];

struct policy_verdict {
	enum policy_level level;
	enum truth evidence[POLICY_KINDS];
	unsigned yes, open;             /* how many are yes; how many are unknown */
	struct str reason;              /* DISQUALIFIED: the rule's reason */
	struct str temperature;         /* "" when it cannot be told */
	struct str category;
	int64_t icp;                    /* thousandths of the conditions that hold; -1: no icp */
	struct str persona;             /* "" */
	enum policy_evidence ask;       /* whose question; POLICY_KINDS: none to ask */
	/* What held or failed, for explanations; owned by the policy. */
	const struct condition *held;   /* of the level reached; NULL */
	const struct condition *failed; /* of the level above; NULL */
};

/* Pure: the same policy, lead and now give the same verdict.  `now` is the schema's. */
void	policy_judge(const struct policy *p, struct lead *l, struct policy_verdict *v);

/* The question the policy has for that evidence. */
struct str policy_question(const struct policy *p, enum policy_evidence e);
/* What is missing: evidence that is unknown, and the fields for want of which the level above
 * could not be told.  Fills up to room, returns how many; each once. */
size_t	policy_missing(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct str *name, size_t room);
/* The items of qualify_reasons, in *a. */
size_t	policy_reasons(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct arena *a, const struct str **item);

#endif
