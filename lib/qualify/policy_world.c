/*
 * policy_world - what the unknown evidence may come to.
 *
 * It may turn out yes or no (a rating: the highest or the lowest), so there are two to the power of
 * its number worlds:
 *
 *	budget need	bant	outcome
 *	no     no	1	0
 *	yes    no	2	1
 *	no     yes	2	1
 *	yes    yes	3	2
 *
 * Worlds of the same sums are the same to a policy.  The sums of a world are those of the one where
 * its first yes is a no, and what that yes adds.  Without ratings all of it depends on nothing but which
 * evidence is yes, no, unknown: of such there are not many, and it is worked out while loading.
 */
#include "qualify/policy_impl.h"

enum { MOST_TABLED = 6 };

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

/* What it adds to a sum when that evidence is yes, or the most. */
static int64_t
more_of(const struct policy_verdict *v, size_t number, enum policy_evidence kind)
{
	if (!is_member(&policy_framework[number / 2], kind))
		return 0;
	return number % 2 != 0 ? v->most[kind] - v->least[kind] : 1000;
}

/* The outcome of those sums, the first that has them: they stand behind all that are known. */
static uint8_t
outcome_of(struct policy_worlds *w, const int64_t *known, size_t asks)
{
	const int64_t *sum = known + w->outcomes * asks;
	size_t i, k;

	for (i = 0; i < w->outcomes; i++) {
		for (k = 0; k < asks && known[i * asks + k] == sum[k]; k++)
			continue;
		if (k == asks)
			return (uint8_t)i;
	}
	return (uint8_t)w->outcomes++;
}

static void
work_out(const struct policy *p, const struct policy_verdict *v, struct arena *a, struct policy_worlds *w)
{
	int64_t more[POLICY_KINDS][POLICY_SUMS], *sum;
	size_t i, k, before;
	uint8_t *outcome;
	unsigned world;

	*w = (struct policy_worlds){ 0 };
	for (i = 0; i < POLICY_KINDS; i++)
		if (p->weighed[i] && v->evidence[i] == TRUTH_UNKNOWN)
			w->open[w->opens++] = (enum policy_evidence)i;
	for (i = 0; i < w->opens; i++)
		for (k = 0; k < p->asks; k++)
			more[i][k] = more_of(v, p->asked[k], w->open[i]);
	w->outcome = outcome = arena_alloc(a, (size_t)1 << w->opens);
	w->sum = sum = arena_array(a, p->asks << w->opens, sizeof *sum);
	for (k = 0; k < p->asks; k++)
		sum[k] = least_sum(v, p->asked[k]);
	w->outcomes = 1;
	for (world = 1; world < 1u << w->opens; world++) {
		i = (size_t)__builtin_ctz(world);
		before = outcome[world & (world - 1)];
		for (k = 0; k < p->asks; k++)
			sum[w->outcomes * p->asks + k] = sum[before * p->asks + k] + more[i][k];
		outcome[world] = outcome_of(w, sum, p->asks);
	}
}

void
policy_world_points(const struct policy_kind *kind, enum truth evidence, int64_t *least, int64_t *most)
{
	*least = evidence == TRUTH_TRUE ? kind->weight : 0;
	*most = evidence == TRUTH_FALSE ? 0 : kind->weight;
}

void
policy_world_prepare(struct policy *p, struct arena *a)
{
	struct policy_verdict v = { .ask = POLICY_KINDS };
	size_t i, k, n = 1, code, rest;
	bool rated = false;

	for (i = 0; i < POLICY_SUMS; i++)
		if (p->summed[i])
			p->asked[p->asks++] = i;
	for (i = 0; i < POLICY_KINDS; i++) {
		for (k = 0; k < p->asks && !is_member(&policy_framework[p->asked[k] / 2],
		    (enum policy_evidence)i); k++)
			continue;
		if (k == p->asks)
			continue;
		rated = rated || p->evidence[i].rated;
		p->counted[p->counts++] = (enum policy_evidence)i;
		n *= POLICY_TRUTHS;
	}
	if (rated || p->counts > MOST_TABLED)
		return;
	p->worlds = arena_array(a, n, sizeof *p->worlds);
	for (code = 0; code < n; code++) {
		for (rest = code, i = p->counts; i > 0; rest /= POLICY_TRUTHS) {
			k = p->counted[--i];
			v.evidence[k] = (enum truth)(rest % POLICY_TRUTHS);
			policy_world_points(&p->evidence[k], v.evidence[k], &v.least[k], &v.most[k]);
		}
		work_out(p, &v, a, &p->worlds[code]);
	}
}

const struct policy_worlds *
policy_world_find(const struct policy *p, const struct policy_verdict *v, struct arena *scratch)
{
	struct policy_worlds *w;
	size_t i, code = 0;

	if (p->worlds == NULL) {
		w = arena_alloc(scratch, sizeof *w);
		work_out(p, v, scratch, w);
		return w;
	}
	for (i = 0; i < p->counts; i++)
		code = code * POLICY_TRUTHS + (size_t)v->evidence[p->counted[i]];
	return &p->worlds[code];
}
