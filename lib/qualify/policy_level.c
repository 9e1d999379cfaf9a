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
 * to a policy and are looked at once; with evidence that all weighs the same those are few.
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
};

struct worlds {
	const struct policy *policy;
	struct lead *lead;
	const struct policy_verdict *verdict;
	enum policy_evidence open[POLICY_KINDS];
	size_t opens;
	enum policy_direction direction;
	enum truth fixed[POLICY_LEVELS];        /* of bars that ask for no sum */
	struct outcome *seen;           /* room for SEEN */
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

/* The sums of a world: its bits say which of the open evidence is yes. */
static void
add_up(const struct worlds *w, unsigned world, int64_t sum[POLICY_SUMS])
{
	const struct policy_verdict *v = w->verdict;
	bool yes[POLICY_KINDS], high[POLICY_KINDS] = { false };
	size_t i, f;

	for (i = 0; i < POLICY_KINDS; i++)
		yes[i] = v->evidence[i] == TRUTH_TRUE;
	for (i = 0; i < w->opens; i++)
		yes[w->open[i]] = high[w->open[i]] = world >> i & 1;
	for (i = 0; i < POLICY_SUMS; i++) {
		const struct policy_framework *framework = &policy_framework[i / 2];

		sum[i] = 0;
		if (!w->policy->summed[i])
			continue;
		for (f = 0; f < framework->n; f++) {
			enum policy_evidence kind = framework->member[f].kind;

			sum[i] += i % 2 == 0 ? yes[kind] * 1000 :
			    high[kind] ? v->most[kind] : v->least[kind];
		}
	}
}

/* Let conditions see them.  The texts live as long as the record. */
static void
give(const struct worlds *w, const int64_t sum[POLICY_SUMS])
{
	static const char digits[] = "0123456789";
	struct lead *l = w->lead;
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < POLICY_SUMS; i++) {
		if (!w->policy->summed[i])
			continue;
		if (sum[i] % 1000 == 0 && sum[i] >= 0 && sum[i] < 10000) {
			lead_give(l, w->policy->sum[i], (struct str){ digits + sum[i] / 1000, 1 });
			continue;
		}
		b.n = 0;
		number_print_points(&b, sum[i]);
		lead_give(l, w->policy->sum[i], arena_copy(l->rec->scratch, buf_text(&b)));
	}
	buf_free(&b);
}

static const struct outcome *
look(struct worlds *w, unsigned world)
{
	int64_t sum[POLICY_SUMS];
	struct outcome *o;
	enum policy_level level;
	size_t i;

	add_up(w, world, sum);
	for (i = 0; i < w->seens; i++)
		if (memcmp(w->seen[i].sum, sum, sizeof sum) == 0)
			return &w->seen[i];
	o = &w->seen[w->seens < SEEN ? w->seens++ : SEEN - 1];
	memcpy(o->sum, sum, sizeof sum);
	give(w, sum);
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		o->is[level] = w->policy->level[level].sums || w->policy->hold[level].sums ?
		    reached(w, level) : w->fixed[level];
	return o;
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

static void
start(struct worlds *w, const struct policy *p, struct lead *l, const struct policy_verdict *v)
{
	size_t i;

	*w = (struct worlds){ .policy = p, .lead = l, .verdict = v };
	w->direction = policy_level_direction(p, l);
	for (i = 0; i < POLICY_KINDS; i++)
		if (p->weighed[i] && v->evidence[i] == TRUTH_UNKNOWN)
			w->open[w->opens++] = (enum policy_evidence)i;
}

static unsigned
swings(const struct worlds *w, const uint8_t *level, size_t open)
{
	unsigned world, bit = 1u << open, all = 1u << w->opens, sum = 0;

	for (world = 0; world < all; world++)
		if (!(world & bit))
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
	const struct outcome *o;
	struct outcome seen[SEEN];
	uint8_t at[WORLDS];
	struct worlds w;
	unsigned world, rung;

	start(&w, p, l, v);
	w.seen = seen;
	for (rung = POLICY_IQL; rung <= POLICY_SQL; rung++)
		if (!p->level[rung].sums && !p->hold[rung].sums)
			w.fixed[rung] = reached(&w, (enum policy_level)rung);
	for (world = 0; world < 1u << w.opens; world++) {
		o = look(&w, world);
		at[world] = (uint8_t)climb(o->is);
		for (rung = POLICY_IQL; rung <= POLICY_SQL; rung++)
			if (world == 0)
				v->is[rung] = o->is[rung];
			else if (v->is[rung] != o->is[rung])
				v->is[rung] = TRUTH_UNKNOWN;
	}
	v->level = climb(v->is);
	if (v->level != POLICY_SQL)
		v->ask = best_question(&w, at);
	if (w.opens != 0)
		give(&w, w.seen[0].sum);
}

enum truth
policy_level_part(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    const struct condition *c, size_t i)
{
	enum truth all = TRUTH_UNKNOWN, is;
	int64_t sum[POLICY_SUMS];
	struct worlds w;
	unsigned world;

	start(&w, p, l, v);
	for (world = 0; world < 1u << w.opens; world++) {
		add_up(&w, world, sum);
		give(&w, sum);
		is = condition_part_test(c, i, l);
		if (world == 0)
			all = is;
		else if (all != is)
			all = TRUTH_UNKNOWN;
	}
	add_up(&w, 0, sum);
	give(&w, sum);
	return all;
}
