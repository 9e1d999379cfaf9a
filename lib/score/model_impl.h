/*
 * model_impl - what a model is made of; private to lib/score.
 */
#ifndef SCORE_MODEL_IMPL_H
#define SCORE_MODEL_IMPL_H

#include "base/map.h"
#include "record/source.h"
#include "score/model.h"

/* Sums are made in 64 bits: loading keeps every number of points under a billion, and a term is held
 * within MODEL_MOST, so nothing can overflow. */
#define MODEL_MOST INT64_C(1000000000000000)

__extension__ typedef __int128 model_wide;

static inline int64_t
model_held(model_wide points)
{
	return points > MODEL_MOST ? MODEL_MOST : points < -MODEL_MOST ? -MODEL_MOST : (int64_t)points;
}

enum model_kind { MODEL_WHEN, MODEL_BINS, MODEL_MAP, MODEL_EACH, MODEL_ACTIVITY, MODEL_KINDS };

enum model_decay_kind { MODEL_STEADY, MODEL_HALF_LIFE, MODEL_LINEAR, MODEL_STEP };

struct model_step {
	span until;                     /* ages up to this */
	int64_t share;                  /* thousandths of the points are left */
};

struct model_decay {
	enum model_decay_kind kind;
	span length;                    /* the half-life, or to zero */
	const struct model_step *step;
	size_t steps;
};

/* min <= max; INT64_MIN, INT64_MAX: there is none. */
struct model_limits {
	int64_t min, max;
};

struct model_bin {
	bool has_low, has_high;         /* inclusive ends; a missing one is open */
	struct number low, high;        /* a missing one: the least and the greatest whole number */
	int64_t points;
};

struct model_rule {
	enum model_kind kind;
	uint32_t slot;                  /* BINS, MAP, EACH: the field; ACTIVITY: activities */
	uint32_t memo;                  /* of what it says of a field alone; MEMO_NONE: of more */
	bool guarded;                   /* not a WHEN, but only for leads for which `when` holds */
	bool lookup;                    /* the memo says it all */
	bool whole;                     /* BINS: their ends are whole numbers */
	bool timed;                     /* its points change as time goes by */
	bool first_only;
	int64_t points;                 /* WHEN; EACH: of one; ACTIVITY: of one */
	const struct condition *when;
	struct model_limits limits;
	struct str name;
	size_t group;
	struct place at;
	int64_t unknown, other;         /* BINS, MAP */
	const struct model_bin *bin;
	size_t bins;
	struct map map;                 /* folded word to number of points[] */
	const int64_t *word_points;
	const char *const *words;       /* MAP: all that the field can hold, or NULL */
	struct str activity;            /* folded type */
	span within;                    /* 0: any time */
	struct model_decay decay;
	uint32_t since;                 /* slot of the time a WHEN rule's points decay from */
};

struct model_group {
	struct str name;
	size_t first, end;              /* its rules */
	struct model_limits limits;
};

struct model_grade {
	struct str name;
	int64_t least;
};

/* Best first; the last is what is left. */
struct model_scale {
	const struct model_grade *grade;
	size_t n;
};

struct model {
	struct str name;
	const struct model_group *group;
	size_t groups;
	const struct model_rule *rule;
	size_t rules;
	struct model_limits limits;
	struct model_scale grades;      /* of the total */
	size_t row_group, column_group; /* of the matrix */
	struct model_scale rows, columns;
	bool timed;                     /* some rule is */
	const struct str *cell;         /* "A1": rows.n * columns.n of them; NULL: no matrix */
	bool calibrated;
	double intercept, slope;
};

/* The model that a lead-model file is.  NULL and *e on failure. */
struct model *model_read(struct arena *a, struct schema *s, const struct config *config,
    struct err *e);
/* A table of rules as such a file; `name` is the source's.  NULL and *e on failure. */
const struct config *model_csv_parse(struct arena *a, struct source *source, struct err *e);
/* Read grades, matrix and calibration of a lead-model file into m, whose groups are there. */
int	model_scale_load(struct arena *a, struct config_node root, struct model *m, struct err *e);

/* One rule at a time `at`, of what had happened by `now`; the points before its own limits. */
enum model_state model_rule_points(const struct model_rule *r, struct lead *l, instant now,
    instant at, int64_t *points);
/* BINS: the one that holds the field; NULL: none, or the field is no number. */
const struct model_bin *model_rule_bin(const struct model_rule *r, struct lead *l);
/* Of an ACTIVITY rule. */
enum model_state model_activity_points(const struct model_rule *r, struct lead *l, instant now, instant at,
    int64_t *points);
/* Its terms of all the leads, side by side; limited[], which is 0, where it has limits. */
void	model_rule_rows(const struct model_rule *r, struct lead *l, instant now, int64_t points[],
    int64_t limited[], unsigned char state[]);
/* When, behind `at`, those points may change otherwise than by fading: rules begin and cease to act
 * then.  INSTANT_NONE: never.  The lead's now is `at`. */
instant	model_rule_turn(const struct model_rule *r, struct lead *l, instant now, instant at);
static inline int64_t
model_limited(int64_t points, struct model_limits l)
{
	points = points > l.max ? l.max : points;
	return points < l.min ? l.min : points;
}

/* The same of all leads, and what it took away, or gave; without limits that is 0 and stays so. */
static inline void
model_limit_rows(struct model_limits l, uint32_t rows, int64_t points[], int64_t limited[])
{
	int64_t held;
	uint32_t i;

	if (l.min == INT64_MIN && l.max == INT64_MAX)
		return;
	for (i = 0; i < rows; i++) {
		held = model_limited(points[i], l);
		limited[i] = held - points[i];
		points[i] = held;
	}
}

/* Which step of a scale the points reach; 0 is the best. */
size_t	model_step_of(const struct model_scale *s, int64_t points);

/* What is left of the points at that age; exact for integers, rounded to thousandths. */
int64_t	model_decayed(const struct model_decay *d, int64_t points, span age);

#endif
