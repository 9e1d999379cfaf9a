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

/* A lead's score.  The arrays are those of model_score_init; those of several lie side by side. */
struct model_score {
	int64_t total;                  /* thousandths */
	int64_t total_limited;          /* total minus the sum of the groups */
	int64_t *group;                 /* after the group's limits */
	int64_t *group_limited;         /* group minus the sum of its rules */
	struct model_term *term;
	struct str grade;               /* owned by the model; "" without grades */
	bool unknown;                   /* to some rule, what it looks at is */
};

/* n scores, for up to n leads at once. */
void	model_score_init(struct model_score out[], size_t n, struct arena *a, const struct model *m);
/* Of each of the records that the lead is attached to, one score; then it looks at the first.
 * Pure: the same model, lead and now give the same score. */
void	model_evaluate(const struct model *m, struct lead *l, instant now, struct model_score out[]);
/* 1 / (1 + e^-(intercept + slope * score)). */
double	model_probability(const struct model *m, int64_t total);

#endif
