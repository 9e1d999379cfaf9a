/*
 * model - a scoring model: groups of rules that give points, and what the sum means.
 *
 *	rule points ─► rule's own limits ─► group sum ─► group limits ─► total ─► limits ─► grade
 *
 * Points are thousandths held in integers, so the terms of an explanation add up exactly to
 * the score: what a limit takes away is a term as well.  A model is read-only once loaded and
 * may be used by any number of threads.  See lead-model(5).
 */
#ifndef SCORE_MODEL_H
#define SCORE_MODEL_H

#include "lead/condition.h"
#include "lead/config.h"

struct model;

extern const char b2b_json[], b2c_json[];       /* built-in models, as text */
extern const char model_schema_json[];          /* JSON Schema of such files */

/* Everything the model needs is copied into *a; conditions are compiled against *s, columns
 * wanted there.  `path` "b2b" or "b2c" is a built-in one, NULL the first of them; else it is a file:
 * JSON, or a table of rules in CSV.  NULL and *e on failure. */
struct model *model_load(struct arena *a, struct schema *s, const char *path, struct err *e);

size_t	model_groups(const struct model *m);
struct str model_group_name(const struct model *m, size_t group);
size_t	model_group_find(const struct model *m, struct str name);       /* SIZE_MAX: none */
size_t	model_rules(const struct model *m);
struct str model_rule_name(const struct model *m, size_t rule);
bool	model_has_grades(const struct model *m);
bool	model_has_probability(const struct model *m);

/* What one rule came to. */
enum model_state {
	MODEL_IDLE = 0,                 /* did not apply: no points */
	MODEL_ACTED = 1,
	MODEL_UNKNOWN = 2               /* cannot be told for want of a field: its points for unknown */
};
struct model_term {
	int64_t points;                 /* thousandths, after the rule's own limits */
	int64_t limited;                /* what its own limits took away: limited + points is its sum */
	enum model_state state;
};

/* What the rules and groups said of leads that were evaluated together: of each rule, of each
 * group, the leads side by side. */
struct model_terms {
	int64_t (*points)[LEAD_ROWS], (*limited)[LEAD_ROWS];    /* by rule, see model_term */
	unsigned char (*state)[LEAD_ROWS];                      /* enum model_state */
	int64_t (*group)[LEAD_ROWS];            /* after the group's limits */
	int64_t (*group_limited)[LEAD_ROWS];    /* group minus the sum of its rules */
};

/* A lead's score: one column of the terms, and what they come to.  Those it was initialised with share
 * their terms, which hold until the next evaluation. */
struct model_score {
	int64_t total;                  /* thousandths */
	int64_t total_limited;          /* total minus the sum of the groups */
	struct str grade;               /* owned by the model; "" without grades */
	const struct model_terms *terms;
	uint32_t row;
	bool unknown;                   /* to some rule, what it looks at is */
};

static inline struct model_term
model_term(const struct model_score *s, size_t rule)
{
	const struct model_terms *t = s->terms;

	return (struct model_term){ t->points[rule][s->row], t->limited[rule][s->row],
		(enum model_state)t->state[rule][s->row] };
}

static inline int64_t
model_group(const struct model_score *s, size_t group)
{
	return s->terms->group[group][s->row];
}

/* What its limits took away. */
static inline int64_t
model_group_limited(const struct model_score *s, size_t group)
{
	return s->terms->group_limited[group][s->row];
}

/* n scores, for up to n leads at once, no more than LEAD_ROWS. */
void	model_score_init(struct model_score out[], size_t n, struct arena *a, const struct model *m);
/* Of each of the records that the lead is attached to, one score; then it looks at the first.
 * Pure: the same model, lead and now give the same score. */
void	model_evaluate(const struct model *m, struct lead *l, instant now, struct model_score out[]);
/* 1 / (1 + e^-(intercept + slope * score)). */
double	model_probability(const struct model *m, int64_t total);

#endif
