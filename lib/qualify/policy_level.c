/*
 * policy_level - which levels are certain, whatever the unknown evidence turns out to be.
 *
 *	budget need	bant	sql: bant >= 3
 *	no     no	1	false ─┐
 *	no     yes	2	false  ├─ not the same in all worlds: unknown
 *	yes    no	2	false  │
 *	yes    yes	3	true  ─┘
 *
 * A level is true or false when it is so in every world (policy_world.c).
 *
 * The question to ask is about the evidence that swings most: in as many worlds as possible, and
 * over as many levels as possible, the lead's level depends on it (Banzhaf's index).
 */
#include <stdlib.h>

#include "qualify/policy_impl.h"
#include "value/number.h"

/* What is asked of a lead in every world. */
struct question {
	const struct policy *policy;
	struct lead *lead;
	const struct policy_verdict *verdict;
	const struct policy_worlds *worlds;
	enum policy_direction direction;
	enum truth fixed[POLICY_LEVELS];        /* of bars that ask for no sum */
	enum policy_level level[1 << POLICY_KINDS];     /* of each outcome */
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
reached(const struct question *q, enum policy_level level)
{
	const struct policy *p = q->policy;
	enum truth enters = test(&p->level[level], q->lead, q->direction), stays;

	if (enters == TRUTH_TRUE || q->verdict->before < level)
		return enters;
	stays = test(&p->hold[level], q->lead, q->direction);
	return stays == TRUTH_FALSE ? enters : stays;
}

/* Let conditions see the sums of an outcome.  The texts live as long as the record. */
static void
give(const struct question *q, size_t outcome)
{
	static const char digits[] = "0123456789";
	const struct policy *p = q->policy;
	const int64_t *sum = q->worlds->sum + outcome * p->asks;
	struct lead *l = q->lead;
	size_t k;

	for (k = 0; k < p->asks; k++) {
		uint32_t slot = p->sum[p->asked[k]];
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

/* What an outcome comes to; *is: what all that were looked at have in common. */
static enum policy_level
look(struct question *q, size_t outcome, enum truth is[POLICY_LEVELS])
{
	const struct policy *p = q->policy;
	enum truth here[POLICY_LEVELS];
	enum policy_level level;

	give(q, outcome);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++) {
		here[level] = p->level[level].sums || p->hold[level].sums ? reached(q, level) :
		    q->fixed[level];
		if (outcome == 0)
			is[level] = here[level];
		else if (is[level] != here[level])
			is[level] = TRUTH_UNKNOWN;
	}
	return climb(here);
}

static unsigned
swings(const struct question *q, size_t open)
{
	const struct policy_worlds *w = q->worlds;
	unsigned world, bit = 1u << open, all = 1u << w->opens, sum = 0;

	for (world = 0; world < all; world = ((world | bit) + 1) & ~bit)
		sum += (unsigned)abs((int)q->level[w->outcome[world | bit]] -
		    (int)q->level[w->outcome[world]]);
	return sum;
}

/* Of evidence that swings the same, what the framework asks for first. */
static enum policy_evidence
best_question(const struct question *q)
{
	const struct policy_framework *view = q->policy->view;
	const struct policy_worlds *w = q->worlds;
	enum policy_evidence best = POLICY_KINDS;
	unsigned most = 0, now, rank, best_rank = POLICY_MEMBERS + 1;
	size_t i;

	for (i = 0; i < w->opens; i++) {
		if (q->policy->evidence[w->open[i]].question.n == 0)
			continue;
		for (rank = 0; rank < view->n && view->member[rank].kind != w->open[i]; rank++)
			continue;
		now = swings(q, i);
		if (now > most || (now == most && now != 0 && rank < best_rank)) {
			most = now;
			best_rank = rank;
			best = w->open[i];
		}
	}
	return best;
}

static void
start(struct question *q, const struct policy *p, struct lead *l, const struct policy_verdict *v)
{
	q->policy = p;
	q->lead = l;
	q->verdict = v;
	q->worlds = policy_world_find(p, v, l->rec->scratch);
	q->direction = policy_level_direction(p, l);
}

void
policy_level_find(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	enum policy_level level;
	struct question q;
	bool same = true;
	size_t i;

	start(&q, p, l, v);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		if (!p->level[level].sums && !p->hold[level].sums)
			q.fixed[level] = reached(&q, level);
	for (i = 0; i < q.worlds->outcomes; i++) {
		q.level[i] = look(&q, i, v->is);
		same = same && q.level[i] == q.level[0];
	}
	v->level = climb(v->is);
	if (!same && v->level != POLICY_SQL)
		v->ask = best_question(&q);
	if (i != 1)
		give(&q, 0);
}

enum truth
policy_level_part(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    const struct condition *c, size_t i)
{
	enum truth all = TRUTH_UNKNOWN, is;
	struct question q;
	size_t outcome;

	start(&q, p, l, v);
	for (outcome = 0; outcome < q.worlds->outcomes; outcome++) {
		give(&q, outcome);
		is = condition_part_test(c, i, l);
		if (outcome == 0)
			all = is;
		else if (all != is)
			all = TRUTH_UNKNOWN;
	}
	give(&q, 0);
	return all;
}
