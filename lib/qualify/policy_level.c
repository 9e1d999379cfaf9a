/*
 * policy_level - which levels are certain, whatever the unknown evidence turns out to be.
 *
 * Unknown evidence may turn out yes or no (a rating: the highest or the lowest), so there are
 * two to the power of its number worlds:
 *
 *	budget need	bant	sql: bant >= 3
 *	no     no	1	false ─┐
 *	no     yes	2	false  ├─ not the same in all: unknown
 *	yes    no	2	false  │
 *	yes    yes	3	true  ─┘
 *
 * A level is true or false when it is so in every world.  Worlds with the same sums are the same
 * to a policy and are looked at once; with evidence that all weighs the same those are few.  The sums
 * of a world are those of the one where its first yes is a no, and what that yes adds.
 *
 * The question to ask is about the evidence that swings most: in as many worlds as possible, and
 * over as many levels as possible, the lead's level depends on it (Banzhaf's index).
 */
#include <stdlib.h>

#include "qualify/policy_impl.h"
#include "value/number.h"

enum { WORLDS = 1 << POLICY_KINDS, SEEN = 32 };

/* What is the same in worlds of the same sums. */
struct outcome {
	int64_t sum[POLICY_SUMS];
	enum truth is[POLICY_LEVELS];
	enum policy_level level;
};

struct worlds {
	const struct policy *policy;
	struct lead *lead;
	const struct policy_verdict *verdict;
	enum policy_evidence open[POLICY_KINDS];
	size_t opens;
	enum policy_direction direction;
	enum truth fixed[POLICY_LEVELS];        /* of bars that ask for no sum */
	size_t asked[POLICY_SUMS];      /* the sums that bars ask for, and how many these are */
	size_t asks;
	int64_t sum[WORLDS][POLICY_SUMS];       /* of each world, those */
	struct outcome seen[SEEN];
	size_t seens;
};

enum policy_direction
policy_level_direction(const struct policy *p, struct lead *l)
{
	const char *from_source;
	struct str word;

	if (!p->directed)
		return POLICY_INBOUND;
	word = lead_text(l, p->direction);
	if (word.n == 0 && (from_source = vocab_direction(lead_text(l, p->source))) != NULL)
		word = str_of(from_source);
	return str_eq_nocase(word, STR("inbound")) ? POLICY_INBOUND :
	    str_eq_nocase(word, STR("outbound")) ? POLICY_OUTBOUND : POLICY_DIRECTIONS;
}

const struct condition *
policy_level_bar(const struct policy *p, struct lead *l, const struct policy_bar *bar)
{
	enum policy_direction direction = policy_level_direction(p, l);

	return bar->when[direction == POLICY_DIRECTIONS ? POLICY_INBOUND : direction];
}

static enum truth
test(const struct policy_bar *bar, struct lead *l, enum policy_direction direction)
{
	enum truth in, out;

	if (direction != POLICY_DIRECTIONS || bar->when[POLICY_INBOUND] == bar->when[POLICY_OUTBOUND]) {
		const struct condition *c = bar->when[direction % POLICY_DIRECTIONS];

		return c != NULL ? condition_test(c, l) : TRUTH_FALSE;
	}
	in = test(bar, l, POLICY_INBOUND);
	out = test(bar, l, POLICY_OUTBOUND);
	return in == out ? in : TRUTH_UNKNOWN;
}

/* Who was there before stays on a lower bar. */
static enum truth
reached(struct worlds *w, enum policy_level level)
{
	const struct policy *p = w->policy;
	enum truth enters = test(&p->level[level], w->lead, w->direction), stays;

	if (enters == TRUTH_TRUE || w->verdict->before < level)
		return enters;
	stays = test(&p->hold[level], w->lead, w->direction);
	return stays == TRUTH_FALSE ? enters : stays;
}

static bool
is_member(const struct policy_framework *framework, enum policy_evidence kind)
{
	size_t i;

	for (i = 0; i < framework->n && framework->member[i].kind != kind; i++)
		continue;
	return i < framework->n;
}

/* A sum where all open evidence is no, or the least. */
static int64_t
least_sum(const struct policy_verdict *v, size_t number)
{
	const struct policy_framework *framework = &policy_framework[number / 2];
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < framework->n; i++) {
		enum policy_evidence kind = framework->member[i].kind;

		sum += number % 2 != 0 ? v->least[kind] : v->evidence[kind] == TRUTH_TRUE ? 1000 : 0;
	}
	return sum;
}

/* The bits of a world say which of the open evidence is yes. */
static void
add_up(struct worlds *w)
{
	const struct policy_verdict *v = w->verdict;
	int64_t more[POLICY_KINDS];
	size_t i, k, number;
	unsigned world;

	for (k = 0; k < w->asks; k++) {
		number = w->asked[k];
		for (i = 0; i < w->opens; i++)
			more[i] = !is_member(&policy_framework[number / 2], w->open[i]) ? 0 :
			    number % 2 != 0 ? v->most[w->open[i]] - v->least[w->open[i]] : 1000;
		w->sum[0][k] = least_sum(v, number);
		for (world = 1; world < 1u << w->opens; world++)
			w->sum[world][k] = w->sum[world & (world - 1)][k] +
			    more[__builtin_ctz(world)];
	}
}

/* Let conditions see the sums of a world.  The texts live as long as the record. */
static void
give(const struct worlds *w, const int64_t sum[])
{
	static const char digits[] = "0123456789";
	struct lead *l = w->lead;
	size_t k;

	for (k = 0; k < w->asks; k++) {
		uint32_t slot = w->policy->sum[w->asked[k]];
		char *text;

		if (sum[k] % 1000 == 0 && sum[k] >= 0 && sum[k] < 10000) {
			lead_give(l, slot, (struct str){ digits + sum[k] / 1000, 1 });
			continue;
		}
		text = arena_text(l->rec->scratch, NUMBER_POINTS);
		lead_give(l, slot, (struct str){ text, (size_t)(number_put_points(text, sum[k]) - text) });
	}
}

/* The highest level that is certain; without one, whether any is still possible. */
static enum policy_level
climb(const enum truth is[POLICY_LEVELS])
{
	enum policy_level level, else_level = POLICY_UNQUALIFIED;

	for (level = POLICY_SQL; level >= POLICY_IQL; level--) {
		if (is[level] == TRUTH_TRUE)
			return level;
		if (is[level] == TRUTH_UNKNOWN)
			else_level = POLICY_UNDECIDED;
	}
	return else_level;
}

static bool
same_sums(const int64_t *a, const int64_t *b, size_t n)
{
	size_t i;

	for (i = 0; i < n && a[i] == b[i]; i++)
		continue;
	return i == n;
}

/* What a world comes to; *is: what all worlds that were looked at have in common. */
static enum policy_level
look(struct worlds *w, unsigned world, enum truth is[POLICY_LEVELS])
{
	const int64_t *sum = w->sum[world];
	enum policy_level level;
	struct outcome *o;
	size_t i;

	for (i = 0; i < w->seens; i++)
		if (same_sums(w->seen[i].sum, sum, w->asks))
			return w->seen[i].level;
	o = &w->seen[w->seens < SEEN ? w->seens++ : SEEN - 1];
	memcpy(o->sum, sum, sizeof o->sum);
	give(w, sum);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++) {
		o->is[level] = w->policy->level[level].sums || w->policy->hold[level].sums ?
		    reached(w, level) : w->fixed[level];
		if (world == 0)
			is[level] = o->is[level];
		else if (is[level] != o->is[level])
			is[level] = TRUTH_UNKNOWN;
	}
	return o->level = climb(o->is);
}

static void
start(struct worlds *w, const struct policy *p, struct lead *l, const struct policy_verdict *v)
{
	size_t i;

	w->policy = p;
	w->lead = l;
	w->verdict = v;
	w->opens = w->asks = w->seens = 0;
	w->direction = policy_level_direction(p, l);
	for (i = 0; i < POLICY_KINDS; i++)
		if (p->weighed[i] && v->evidence[i] == TRUTH_UNKNOWN)
			w->open[w->opens++] = (enum policy_evidence)i;
	for (i = 0; i < POLICY_SUMS; i++)
		if (p->summed[i])
			w->asked[w->asks++] = i;
	add_up(w);
}

static unsigned
swings(const struct worlds *w, const uint8_t *level, size_t open)
{
	unsigned world, bit = 1u << open, all = 1u << w->opens, sum = 0;

	for (world = 0; world < all; world = ((world | bit) + 1) & ~bit)
		sum += (unsigned)abs(level[world | bit] - level[world]);
	return sum;
}

/* Of evidence that swings the same, what the framework asks for first. */
static enum policy_evidence
best_question(const struct worlds *w, const uint8_t *level)
{
	const struct policy_framework *view = w->policy->view;
	enum policy_evidence best = POLICY_KINDS;
	unsigned most = 0, now, rank, best_rank = POLICY_MEMBERS + 1;
	size_t i;

	for (i = 0; i < w->opens; i++) {
		if (w->policy->evidence[w->open[i]].question.n == 0)
			continue;
		for (rank = 0; rank < view->n && view->member[rank].kind != w->open[i]; rank++)
			continue;
		now = swings(w, level, i);
		if (now > most || (now == most && now != 0 && rank < best_rank)) {
			most = now;
			best_rank = rank;
			best = w->open[i];
		}
	}
	return best;
}

void
policy_level_find(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	uint8_t at[WORLDS];
	struct worlds w;
	unsigned world, rung;
	bool same = true;

	start(&w, p, l, v);
	for (rung = POLICY_IQL; rung <= POLICY_SQL; rung++)
		if (!p->level[rung].sums && !p->hold[rung].sums)
			w.fixed[rung] = reached(&w, (enum policy_level)rung);
	for (world = 0; world < 1u << w.opens; world++) {
		at[world] = (uint8_t)look(&w, world, v->is);
		same = same && at[world] == at[0];
	}
	v->level = climb(v->is);
	if (!same && v->level != POLICY_SQL)
		v->ask = best_question(&w, at);
	if (w.opens != 0)
		give(&w, w.sum[0]);
}

enum truth
policy_level_part(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    const struct condition *c, size_t i)
{
	enum truth all = TRUTH_UNKNOWN, is;
	struct worlds w;
	unsigned world;

	start(&w, p, l, v);
	for (world = 0; world < 1u << w.opens; world++) {
		give(&w, w.sum[world]);
		is = condition_part_test(c, i, l);
		if (world == 0)
			all = is;
		else if (all != is)
			all = TRUTH_UNKNOWN;
	}
	give(&w, w.sum[0]);
	return all;
}
