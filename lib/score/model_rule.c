/*
 * model_rule - what one rule says of leads: a state, and points.
 *
 * A rule that looks at nothing but one field's bytes (maps, most conditions) remembers what it
 * says of them in a memo.
 */
#include <math.h>

#include "lead/memo.h"
#include "score/model_impl.h"

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

/* Which way a lead goes is anybody's guess, so nothing branches on it. */
static inline enum model_state
points_if(const struct model_rule *r, enum truth holds, int64_t *points)
{
	static const enum model_state state[] = { [TRUTH_FALSE] = MODEL_IDLE, [TRUTH_TRUE] = MODEL_ACTED,
		[TRUTH_UNKNOWN] = MODEL_UNKNOWN };

	*points = r->points & -(int64_t)(holds == TRUTH_TRUE);
	return state[holds];
}

/* The condition holds; how much is left at `at` of the points that are given since then? */
static inline enum model_state
faded(const struct model_rule *r, bool known, instant since, instant now, instant at, int64_t *points)
{
	*points = 0;
	if (!known)
		return MODEL_UNKNOWN;
	return since > now ? MODEL_IDLE :
	    acted(points, model_decayed(&r->decay, r->points, at - since));
}

static enum model_state
tested(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	enum truth holds = condition_test(r->when, l);
	struct moment since = { 0 };
	bool known;

	if (r->decay.kind == MODEL_STEADY || holds != TRUTH_TRUE)
		return points_if(r, holds, points);
	known = lead_time(l, r->since, &since);
	return faded(r, known, since.from, now, at, points);
}

static bool
number_of(struct lead *l, uint32_t slot, struct number *n)
{
	struct money money;

	/* Few digits are the same number of either type. */
	n->scale = 0;
	if (lead_digits(l, slot, &n->units))
		return true;
	if (l->schema->wanted[slot].type != VOCAB_TYPE_MONEY)
		return lead_number_slowly(l, slot, n);
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

/* The points of the first bin that holds the number; the ends of all are whole. */
static inline int64_t
points_in(const struct model_rule *r, int64_t units)
{
	const struct model_bin *b = r->bin + r->bins;
	int64_t found = r->other;

	while (b-- > r->bin)
		found ^= (found ^ b->points) & -(int64_t)in_bin(b, units);
	return found;
}

/* The same of any. */
static const struct model_bin *
bin_of(const struct model_rule *r, struct number n)
{
	const struct model_bin *b, *end = r->bin + r->bins;

	for (b = r->bin; b < end; b++)
		if ((!b->has_low || number_cmp(b->low, n) <= 0) &&
		    (!b->has_high || number_cmp(n, b->high) <= 0))
			return b;
	return NULL;
}

const struct model_bin *
model_rule_bin(const struct model_rule *r, struct lead *l)
{
	struct number n;

	return number_of(l, r->slot, &n) ? bin_of(r, n) : NULL;
}

static __attribute__((noinline)) enum model_state
binned(const struct model_rule *r, struct lead *l, int64_t *points)
{
	const struct model_bin *b;
	struct number n;

	if (!number_of(l, r->slot, &n))
		return unknown(points, r->unknown);
	if (n.scale == 0 && r->whole)
		*points = points_in(r, n.units);
	else
		*points = (b = bin_of(r, n)) != NULL ? b->points : r->other;
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
	model_wide sum;
	unsigned scale;

	if (!number_of(l, r->slot, &n))
		return unknown(points, r->unknown);
	if (n.scale > 9 || __builtin_mul_overflow(r->points, n.units, &product)) {
		sum = (model_wide)r->points * n.units;
		for (scale = n.scale; scale > 9; scale -= 9)
			sum /= power[9];
		product = model_held(sum / power[scale]);
	} else if (n.scale != 0)
		product /= power[n.scale];
	*points = model_held(product);
	return product == 0 ? MODEL_IDLE : MODEL_ACTED;
}

static enum model_state
worked_out(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	*points = 0;
	switch (r->kind) {
	case MODEL_WHEN:
		return tested(r, l, now, at, points);
	case MODEL_BINS:     return binned(r, l, points);
	case MODEL_MAP:      return mapped(r, l, points);
	case MODEL_EACH:     return each(r, l, points);
	default:             return model_activity_points(r, l, now, at, points);
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

/* ---- one rule of all the leads, one after the other ---- */

/* The terms of a rule, before its limits: those of the leads side by side. */
struct terms {
	const struct model_rule *rule;
	int64_t *points;
	unsigned char *state;
};

/* The long way, which is as good for any. */
static __attribute__((noinline)) void
put_plainly(const struct terms *t, struct lead *l, instant now, uint32_t row)
{
	lead_turn(l, row);
	t->state[row] = (unsigned char)points_of(t->rule, l, now, now, &t->points[row]);
}

static void
look_up(const struct terms *t, struct lead *l, instant now)
{
	int64_t said[LEAD_ROWS], *restrict points = t->points;
	unsigned char *restrict state = t->state;
	uint32_t i, n = l->rows;
	bool anew = false;

	memo_find_rows(l, t->rule->memo, t->rule->slot, said);
	for (i = 0; i < n; i++) {
		points[i] = said[i] >> 2;
		state[i] = said[i] & (STATES - 1);
		anew |= said[i] == MEMO_NEW;
	}
	for (i = 0; anew && i < n; i++)
		if (said[i] == MEMO_NEW)
			put_plainly(t, l, now, i);
}

/* The field at `at` is one number of up to eight digits: its points are looked at where it stands. */
static bool
takes_digits(const struct model_rule *r)
{
	enum { MOST = 99999999 };

	return !r->guarded && (r->kind == MODEL_BINS ? r->whole : r->kind == MODEL_EACH &&
	    r->points <= MODEL_MOST / MOST && r->points >= -MODEL_MOST / MOST);
}

WRAPS static void
look_at_digits(const struct terms *t, struct lead *l, instant now, uint32_t at)
{
	const struct model_rule r = *t->rule;
	int64_t units, *restrict points = t->points;
	unsigned char *restrict state = t->state;
	const char *p;
	uint32_t i, n, rows = l->rows;

	for (i = 0; i < rows; i++) {
		p = record_place(&l->first[i], at, &n);
		if (n - 1 >= 8 || !word_digits(p, n, &units)) {
			put_plainly(t, l, now, i);
			continue;
		}
		points[i] = r.kind == MODEL_EACH ? r.points * units : points_in(&r, units);
		state[i] = points[i] == 0 ? MODEL_IDLE : MODEL_ACTED;
	}
}

static void
test(const struct terms *t, struct lead *l, instant now)
{
	const struct model_rule *r = t->rule;
	enum truth holds[LEAD_ROWS];
	instant since[LEAD_ROWS];
	bool known[LEAD_ROWS];
	uint32_t i, n = l->rows;

	condition_test_rows(r->when, l, holds);
	for (i = 0; i < n; i++)
		t->state[i] = (unsigned char)points_if(r, holds[i], &t->points[i]);
	if (r->decay.kind == MODEL_STEADY)
		return;
	lead_time_rows(l, r->since, since, known);
	for (i = 0; i < n; i++)
		if (holds[i] == TRUTH_TRUE)
			t->state[i] = (unsigned char)faded(r, known[i], since[i], now, now, &t->points[i]);
}

/* The input has no column that it looks at. */
static void
put_unknown(const struct terms *t, uint32_t rows)
{
	uint32_t i;

	memset(t->state, MODEL_UNKNOWN, rows);
	for (i = 0; i < rows; i++)
		t->points[i] = t->rule->kind == MODEL_ACTIVITY ? 0 : t->rule->unknown;
}

void
model_rule_rows(const struct model_rule *r, struct lead *l, instant now, int64_t points[],
    int64_t limited[], unsigned char state[])
{
	struct terms t = { r, points, state };
	/* Those that are no regular CSV are the last. */
	bool regular = l->first[l->rows - 1].field == NULL;
	int32_t at = r->lookup || r->kind != MODEL_WHEN ? l->at[r->slot] : -1;
	uint32_t i;

	if (r->lookup && at >= 0)
		look_up(&t, l, now);
	else if (r->kind == MODEL_WHEN && !r->lookup)
		test(&t, l, now);
	else if (r->kind != MODEL_WHEN && !r->guarded && !lead_has(l, r->slot))
		put_unknown(&t, l->rows);
	else if (at >= 0 && regular && !r->lookup && takes_digits(r))
		look_at_digits(&t, l, now, (uint32_t)at);
	else
		for (i = 0; i < l->rows; i++)
			put_plainly(&t, l, now, i);
	model_limit_rows(r->limits, l->rows, points, limited);
}
