/*
 * model - evaluation: every rule gives a term, and limits give terms too.
 *
 * A rule that looks at nothing but one field's bytes (maps, most conditions) remembers what it
 * says of them in a memo.  Sums are made in 64 bits: loading keeps every number of points under a
 * billion, and a term is held within TERM_MOST, so nothing can overflow.
 */
#include <math.h>

#include "lead/activity.h"
#include "lead/memo.h"
#include "score/model_impl.h"

__extension__ typedef __int128 wide;

#define TERM_MOST INT64_C(1000000000000000)

static int64_t
held(wide points)
{
	return points > TERM_MOST ? TERM_MOST : points < -TERM_MOST ? -TERM_MOST : (int64_t)points;
}

int64_t
model_decayed(const struct model_decay *d, int64_t points, span age)
{
	size_t i;

	if (age < 0)
		age = 0;
	switch (d->kind) {
	case MODEL_HALF_LIFE:
		return (int64_t)llround((double)points * exp2(-(double)age / (double)d->length));
	case MODEL_LINEAR:
		return age >= d->length ? 0 : (int64_t)llround((double)points *
		    ((double)(d->length - age) / (double)d->length));
	case MODEL_STEP:
		for (i = 0; i < d->steps; i++)
			if (age <= d->step[i].until)
				return (int64_t)((wide)points * d->step[i].share / 1000);
		return 0;
	default:
		return points;
	}
}

/* What a rule says: a state, and points in *points. */
static enum model_state
acted(int64_t *points, int64_t n)
{
	*points = n;
	return MODEL_ACTED;
}

static enum model_state
unknown(int64_t *points, int64_t n)
{
	*points = n;
	return MODEL_UNKNOWN;
}

/* The condition holds; how much is left of the points? */
static __attribute__((noinline)) enum model_state
faded(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	struct moment since;

	if (!lead_time(l, r->since, &since))
		return unknown(points, 0);
	if (since.from > now)
		return MODEL_IDLE;
	return acted(points, model_decayed(&r->decay, r->points, at - since.from));
}

/* Which way a lead goes is anybody's guess, so what is often asked does not branch on it. */
static inline enum model_state
when(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	static const enum model_state state[] = { [TRUTH_FALSE] = MODEL_IDLE, [TRUTH_TRUE] = MODEL_ACTED,
		[TRUTH_UNKNOWN] = MODEL_UNKNOWN };
	enum truth holds = condition_test(r->when, l);

	if (r->decay.kind != MODEL_STEADY && holds == TRUTH_TRUE)
		return faded(r, l, now, at, points);
	*points = r->points & -(int64_t)(holds == TRUTH_TRUE);
	return state[holds];
}

static bool
number_of(struct lead *l, uint32_t slot, struct number *n)
{
	struct money money;

	/* Few digits are the same number of either type. */
	if (l->schema->wanted[slot].type != VOCAB_TYPE_MONEY || lead_digits(l, slot, &n->units))
		return lead_number(l, slot, n);
	if (!lead_money(l, slot, &money))
		return false;
	*n = money.amount;
	return true;
}

/* Neither end is before or behind; a missing one is the farthest there is. */
static inline bool
in_bin(const struct model_bin *b, int64_t units)
{
	return (b->low.units <= units) & (units <= b->high.units);
}

/* The points of the first bin that holds the value. */
static __attribute__((noinline)) enum model_state
binned(const struct model_rule *r, struct lead *l, int64_t *points)
{
	const struct model_bin *b = r->bin, *end = b + r->bins;
	struct number n;
	int64_t found;

	if (!number_of(l, r->slot, &n))
		return unknown(points, r->unknown);
	if (n.scale == 0 && r->whole) {
		for (found = r->other; end-- > b;)
			found = in_bin(end, n.units) ? end->points : found;
		*points = found;
	} else {
		while (b < end && !((!b->has_low || number_cmp(b->low, n) <= 0) &&
		    (!b->has_high || number_cmp(n, b->high) <= 0)))
			b++;
		*points = b == end ? r->other : b->points;
	}
	return *points == 0 ? MODEL_IDLE : MODEL_ACTED;
}

static __attribute__((noinline)) enum model_state
mapped(const struct model_rule *r, struct lead *l, int64_t *points)
{
	struct str word = lead_folded(l, r->slot);
	int64_t found;
	uint32_t i;

	if (word.n == 0)
		return unknown(points, r->unknown);
	i = map_find(&r->map, word);
	found = i == MAP_NONE ? r->other : r->word_points[i];
	return found == 0 ? MODEL_IDLE : acted(points, found);
}

static __attribute__((noinline)) enum model_state
each(const struct model_rule *r, struct lead *l, int64_t *points)
{
	static const int64_t power[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	    1000000000 };
	struct number n;
	int64_t product;
	wide sum;
	unsigned scale;

	if (!number_of(l, r->slot, &n))
		return unknown(points, r->unknown);
	if (n.scale > 9 || __builtin_mul_overflow(r->points, n.units, &product)) {
		sum = (wide)r->points * n.units;
		for (scale = n.scale; scale > 9; scale -= 9)
			sum /= power[9];
		product = held(sum / power[scale]);
	} else if (n.scale != 0)
		product /= power[n.scale];
	*points = held(product);
	return product == 0 ? MODEL_IDLE : MODEL_ACTED;
}

/* One activity's points: none when it is of another type, too old, or still to come. */
static bool
counts(const struct model_rule *r, const struct activity *a, instant now, instant at)
{
	if (!str_eq(a->key, r->activity))
		return false;
	if (a->at == INSTANT_NONE)
		return r->within == 0 && r->decay.kind == MODEL_STEADY;
	return a->at <= now && (r->within == 0 || at - a->at <= r->within);
}

static __attribute__((noinline)) enum model_state
activity(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	const struct activities *list = lead_activities(l, r->slot);
	const struct activity *first = NULL;
	wide sum = 0;
	size_t i;

	if (list == NULL)
		return unknown(points, 0);
	for (i = 0; i < list->n; i++) {
		const struct activity *a = &list->item[i];

		if (!counts(r, a, now, at))
			continue;
		if (first == NULL || a->at < first->at)
			first = a;
		sum += (wide)a->count * model_decayed(&r->decay, r->points,
		    a->at == INSTANT_NONE ? 0 : at - a->at);
	}
	if (first == NULL)
		return MODEL_IDLE;
	if (r->first_only)
		sum = model_decayed(&r->decay, r->points, first->at == INSTANT_NONE ? 0 : at - first->at);
	return acted(points, held(sum));
}

static enum model_state
worked_out(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	*points = 0;
	switch (r->kind) {
	case MODEL_WHEN:     return when(r, l, now, at, points);
	case MODEL_BINS:     return binned(r, l, points);
	case MODEL_MAP:      return mapped(r, l, points);
	case MODEL_EACH:     return each(r, l, points);
	default:             return activity(r, l, now, at, points);
	}
}

/* A state and points, as one answer of a memo. */
enum { STATES = 4 };

/* What has not been said of this field yet, or is not kept. */
static __attribute__((noinline)) enum model_state
said_anew(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *known,
    int64_t *points)
{
	uint64_t limited = condition_limited(l);
	enum model_state state = worked_out(r, l, now, at, points);

	/* A pattern that hit its limit has to be counted every time. */
	if (known != NULL && condition_limited(l) == limited)
		*known = *points * STATES + (int64_t)state;
	return state;
}

static inline enum model_state
remembered(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	int64_t *known = memo_find_slot(l, r->memo, r->slot);

	if (known == NULL || *known == MEMO_NEW)
		return said_anew(r, l, now, at, known, points);
	*points = *known >> 2;
	return (enum model_state)(*known & (STATES - 1));
}

/* Only leads for which its condition holds. */
static enum model_state
guarded(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	enum truth holds = condition_test(r->when, l);

	*points = 0;
	if (holds != TRUTH_TRUE)
		return holds == TRUTH_UNKNOWN ? MODEL_UNKNOWN : MODEL_IDLE;
	return r->memo == MEMO_NONE ? worked_out(r, l, now, at, points) :
	    remembered(r, l, now, at, points);
}

static inline enum model_state
points_of(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	if (r->lookup)
		return remembered(r, l, now, at, points);
	return r->guarded ? guarded(r, l, now, at, points) : worked_out(r, l, now, at, points);
}

enum model_state
model_rule_points(const struct model_rule *r, struct lead *l, instant now, instant at,
    int64_t *points)
{
	return points_of(r, l, now, at, points);
}

size_t
model_step_of(const struct model_scale *s, int64_t points)
{
	size_t i, step = 0;

	/* The best is the first, so each one missed is one step down. */
	for (i = 0; i + 1 < s->n; i++)
		step += points < s->grade[i].least;
	return step;
}

static struct str
grade_of(const struct model *m, const struct model_score *score)
{
	if (m->cell != NULL)
		return m->cell[model_step_of(&m->rows, score->group[m->row_group]) * m->columns.n +
		    model_step_of(&m->columns, score->group[m->column_group])];
	if (m->grades.n == 0)
		return (struct str){ 0 };
	return m->grades.grade[model_step_of(&m->grades, score->total)].name;
}

void
model_evaluate(const struct model *m, struct lead *l, instant now, struct model_score *out)
{
	struct model_term *term = out->term;
	const struct model_rule *r = m->rule, *end;
	int64_t total = 0, sum, points;
	unsigned unknown = 0;
	size_t g;

	/* The rules stand in the order of their groups. */
	for (g = 0; g < m->groups; g++) {
		const struct model_group *group = &m->group[g];

		for (sum = 0, end = m->rule + group->end; r < end; r++, term++) {
			term->state = points_of(r, l, now, now, &points);
			unknown |= term->state == MODEL_UNKNOWN;
			term->points = r->limited ?
			    model_limited(points, r->has_min, r->min, r->has_max, r->max) : points;
			term->limited = term->points - points;
			sum += term->points;
		}
		out->group[g] = model_limited(sum, group->has_min, group->min, group->has_max, group->max);
		out->group_limited[g] = out->group[g] - sum;
		total += out->group[g];
	}
	out->total = model_limited(total, m->has_min, m->min, m->has_max, m->max);
	out->total_limited = out->total - total;
	out->unknown = unknown != 0;
	out->grade = grade_of(m, out);
}

void
model_score_init(struct model_score *out, struct arena *a, const struct model *m)
{
	*out = (struct model_score){
		.group = arena_array(a, m->groups, sizeof *out->group),
		.group_limited = arena_array(a, m->groups, sizeof *out->group_limited),
		.term = arena_array(a, m->rules, sizeof *out->term),
	};
}

double
model_probability(const struct model *m, int64_t total)
{
	return 1 / (1 + exp(-(m->intercept + m->slope * (double)total / 1000)));
}

size_t
model_groups(const struct model *m)
{
	return m->groups;
}

struct str
model_group_name(const struct model *m, size_t group)
{
	return m->group[group].name;
}

size_t
model_group_find(const struct model *m, struct str name)
{
	size_t i;

	for (i = 0; i < m->groups; i++)
		if (str_eq_nocase(m->group[i].name, name))
			return i;
	return SIZE_MAX;
}

size_t
model_rules(const struct model *m)
{
	return m->rules;
}

struct str
model_rule_name(const struct model *m, size_t rule)
{
	return m->rule[rule].name;
}

bool
model_has_grades(const struct model *m)
{
	return m->cell != NULL || m->grades.n != 0;
}

bool
model_has_probability(const struct model *m)
{
	return m->calibrated;
}
