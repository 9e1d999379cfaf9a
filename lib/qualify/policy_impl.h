/*
 * policy_impl - what a policy is made of; private to lib/qualify.
 *
 *	policy.c            judging one lead
 *	policy_world.c      what the unknown evidence may come to
 *	policy_level.c      which levels are certain, whatever that is
 *	policy_explain.c    saying why
 *	policy_framework.c  the names that evidence goes by
 *	policy_load.c       from a file
 */
#ifndef QUALIFY_POLICY_IMPL_H
#define QUALIFY_POLICY_IMPL_H

#include "qualify/policy.h"

struct policy_conditions {
	const struct condition **item;
	size_t n;
};

struct policy_rule {                    /* a reason to disqualify, or a persona */
	struct str name, reason;
	struct policy_conditions when;
};

struct policy_return {                  /* a reason to send a lead away for a while */
	struct str name;
	struct policy_conditions when;
	span after;
	uint32_t from;                  /* slot of the time it counts from */
};

struct policy_step {                    /* a name and when it is right; tried from the top */
	struct str name;
	const struct condition *when;   /* NULL: never */
};

enum { POLICY_STEPS = 8 };

struct policy_ladder {
	struct policy_step step[POLICY_STEPS];
	size_t n;
};

struct policy_kind {
	struct policy_conditions yes, no;
	struct str question;
	int64_t weight;                 /* thousandths of points that yes, or 1 of a rating, is worth */
	bool rated;
	uint32_t rating;                /* slot of a number from `from` to `to`, in thousandths */
	int64_t from, to;
};

/* A bar is one condition, or one for leads that came to us and one for those we went to. */
enum policy_direction { POLICY_INBOUND, POLICY_OUTBOUND, POLICY_DIRECTIONS };

struct policy_bar {
	const struct condition *when[POLICY_DIRECTIONS];        /* both may be the same; NULL: never */
	bool sums;                      /* depends on evidence, by a sum below */
};

/* What conditions may ask of the evidence, by the name of a framework: how many are yes ("bant"),
 * and the points of all ("bant_points"). */
enum { POLICY_SUMS = 2 * POLICY_FRAMEWORKS, POLICY_TRUTHS = 3 };

/* What the unknown evidence may come to.  A world is a number: bit i says that open[i] is yes. */
struct policy_worlds {
	enum policy_evidence open[POLICY_KINDS];
	size_t opens;
	size_t outcomes;                /* different sums; those of world 0 are the first */
	const uint8_t *outcome;         /* of each world */
	const int64_t *sum;             /* of each outcome: policy.asks of them, thousandths */
};

struct policy {
	struct str name;
	const struct policy_framework *view;
	const struct policy_rule *disqualify;
	size_t disqualifiers;
	struct policy_kind evidence[POLICY_KINDS];
	struct policy_bar level[POLICY_LEVELS], hold[POLICY_LEVELS];    /* IQL, MQL, SQL */
	bool holds, directed;
	struct policy_ladder temperature, category;
	struct policy_conditions icp;
	const struct policy_rule *persona;
	size_t personas;
	const struct policy_return *recycle;
	size_t recycles;
	bool summed[POLICY_SUMS];       /* some bar asks for it */
	bool weighed[POLICY_KINDS];     /* it is part of such a sum */
	size_t asked[POLICY_SUMS];      /* the numbers of those that are summed */
	size_t asks;
	enum policy_evidence counted[POLICY_KINDS];     /* all that is part of these */
	size_t counts;
	struct policy_worlds *worlds;   /* by what is counted, as digits; NULL: of each lead anew */
	/* What reasons say, by what is known of it: enum truth. */
	struct str level_text[POLICY_LEVELS][POLICY_DIRECTIONS][POLICY_TRUTHS];
	struct str hold_text[POLICY_LEVELS][POLICY_DIRECTIONS][POLICY_TRUTHS];
	struct str evidence_text[POLICY_FRAMEWORKS][POLICY_MEMBERS][POLICY_TRUTHS];
	/* Slots that policy_judge gives: see lead_give. */
	uint32_t sum[POLICY_SUMS], qualification, given_temperature;
	/* Slots of the lead's own. */
	uint32_t own_qualification, own_temperature, direction, source, follow_up;
};

/* A rating that the lead has, in thousandths; false: it is unknown. */
bool	policy_rating(const struct policy_kind *kind, struct lead *l, int64_t *rating);
/* Once all else is loaded. */
void	policy_world_prepare(struct policy *p, struct arena *a);
/* Of a lead whose evidence is weighed. */
const struct policy_worlds *policy_world_find(const struct policy *p, const struct policy_verdict *v,
    struct arena *scratch);
/* What evidence that is no rating is worth at least and at most. */
void	policy_world_points(const struct policy_kind *kind, enum truth evidence, int64_t *least,
    int64_t *most);
/* What is certain of the levels, into v->is, v->level and v->ask; the sums are left given as they
 * are when all that is unknown is no. */
void	policy_level_find(const struct policy *p, struct lead *l, struct policy_verdict *v);
/* DIRECTIONS: unknown.  Where the lead does not say, its source does. */
enum policy_direction policy_level_direction(const struct policy *p, struct lead *l);
/* The bar for this lead: of its direction; where that is unknown, of leads that came to us. */
const struct condition *policy_level_bar(const struct policy *p, struct lead *l,
    const struct policy_bar *bar);
/* Part `i` of a bar's condition, whatever turns out. */
enum truth policy_level_part(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    const struct condition *c, size_t i);
/* Once all else is loaded. */
void	policy_explain_prepare(struct policy *p, struct arena *a);
/* A level and its condition: "not sql: bant >= 3", "mql held: score >= 30".  Owned by the policy. */
struct str policy_explain_level(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level);

#endif
