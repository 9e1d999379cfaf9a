/*
 * policy - judging one lead.
 */
#include "qualify/policy_impl.h"
#include "value/number.h"

const char *const policy_level_name[POLICY_LEVELS + 1] = {
	[POLICY_DISQUALIFIED] = "disqualified", [POLICY_UNQUALIFIED] = "unqualified",
	[POLICY_UNDECIDED] = "undecided", [POLICY_IQL] = "iql", [POLICY_MQL] = "mql",
	[POLICY_SQL] = "sql"
};

#define LAST_INSTANT INT64_C(253402300799)      /* of the year 9999 */

static bool
any(const struct policy_conditions *c, struct lead *l)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (condition_test(c->item[i], l) == TRUTH_TRUE)
			return true;
	return false;
}

/* How many of them hold, in thousandths. */
static int64_t
share(const struct policy_conditions *c, struct lead *l)
{
	size_t i, held = 0;

	for (i = 0; i < c->n; i++)
		held += condition_test(c->item[i], l) == TRUTH_TRUE;
	return c->n ? (int64_t)((held * 1000 + c->n / 2) / c->n) : -1;
}

/* A rating outside its scale is a slip, and says nothing. */
bool
policy_rating(const struct policy_kind *kind, struct lead *l, int64_t *rating)
{
	struct number n;

	return lead_number(l, kind->rating, &n) && number_scaled(n, 3, rating) &&
	    *rating >= kind->from && *rating <= kind->to;
}

static enum truth
rate(const struct policy_kind *kind, struct lead *l, int64_t *least, int64_t *most)
{
	int64_t rating;

	if (!policy_rating(kind, l, &rating)) {
		*least = kind->from * kind->weight / 1000;
		*most = kind->to * kind->weight / 1000;
		return TRUTH_UNKNOWN;
	}
	*least = *most = rating * kind->weight / 1000;
	return 2 * rating >= kind->from + kind->to ? TRUTH_TRUE : TRUTH_FALSE;
}

/* What speaks against is heard first: "not approved" has the word "approved" in it. */
static void
weigh(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	size_t i;

	for (i = 0; i < POLICY_KINDS; i++) {
		const struct policy_kind *kind = &p->evidence[i];

		if (kind->rated) {
			v->evidence[i] = rate(kind, l, &v->least[i], &v->most[i]);
			continue;
		}
		v->evidence[i] = any(&kind->no, l) ? TRUTH_FALSE :
		    any(&kind->yes, l) ? TRUTH_TRUE : TRUTH_UNKNOWN;
		policy_world_points(kind, v->evidence[i], &v->least[i], &v->most[i]);
	}
}

/* DISQUALIFIED, the lowest, when it was nothing. */
static enum policy_level
level_before(const struct policy *p, struct lead *l)
{
	struct str word;
	size_t i;

	if (!p->holds)
		return POLICY_DISQUALIFIED;
	word = lead_text(l, p->own_qualification);
	for (i = POLICY_SQL; i > POLICY_DISQUALIFIED; i--)
		if (str_eq_nocase(word, str_of(policy_level_name[i])))
			break;
	return (enum policy_level)i;
}

/* The first step that is true.  Without one: the last name when it has no condition, unless an
 * earlier step could not be told. */
static struct str
step(const struct policy_ladder *ladder, struct lead *l, bool unknown_passes)
{
	bool unknown = false;
	enum truth is;
	size_t i;

	for (i = 0; i < ladder->n; i++) {
		if (ladder->step[i].when == NULL)
			return unknown && !unknown_passes ? (struct str){ 0 } : ladder->step[i].name;
		is = condition_test(ladder->step[i].when, l);
		if (is == TRUTH_TRUE)
			return ladder->step[i].name;
		unknown |= is == TRUTH_UNKNOWN;
	}
	return (struct str){ 0 };
}

static struct str
best_persona(const struct policy *p, struct lead *l)
{
	struct str best = { 0 };
	int64_t most = 499, now;        /* half of its conditions at least */
	size_t i;

	for (i = 0; i < p->personas; i++)
		if ((now = share(&p->persona[i].when, l)) > most) {
			most = now;
			best = p->persona[i].name;
		}
	return best;
}

/*
 * The first rule that holds says when the lead comes back.  Counted from a time of the lead's
 * own, it is the same whenever we are asked.  What the lead has is kept unless it was set
 * before that time; and without that time, once anything is set: else every run would put it
 * off anew.
 */
static void
send_away(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	struct moment from, has;
	bool known;
	size_t i;

	for (i = 0; i < p->recycles && !any(&p->recycle[i].when, l); i++)
		continue;
	if (i == p->recycles)
		return;
	v->recycled = p->recycle[i].name;
	known = lead_time(l, p->recycle[i].from, &from);
	if (lead_known(l, p->follow_up) &&
	    !(known && lead_time(l, p->follow_up, &has) && has.from < from.from))
		return;
	v->back_at = (known ? from.from : l->now) + p->recycle[i].after;
	if (v->back_at > LAST_INSTANT)
		v->back_at = INSTANT_NONE;
}

/* What conditions see until it is found anew. */
static void
give_own(const struct policy *p, struct lead *l)
{
	lead_give(l, p->qualification, lead_text(l, p->own_qualification));
	lead_give(l, p->given_temperature, lead_text(l, p->own_temperature));
}

void
policy_judge(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	size_t i;

	*v = (struct policy_verdict){ .ask = POLICY_KINDS, .back_at = INSTANT_NONE };
	give_own(p, l);
	weigh(p, l, v);
	v->before = level_before(p, l);
	for (i = 0; i < p->disqualifiers && v->reason.n == 0; i++)
		if (any(&p->disqualify[i].when, l))
			v->reason = p->disqualify[i].reason;
	policy_level_find(p, l, v);
	if (v->reason.n != 0) {
		v->level = POLICY_DISQUALIFIED;
		v->ask = POLICY_KINDS;
	}
	lead_give(l, p->qualification, str_of(policy_level_name[v->level]));
	v->temperature = step(&p->temperature, l, false);
	lead_give(l, p->given_temperature, v->temperature);
	v->category = step(&p->category, l, true);
	v->icp = share(&p->icp, l);
	v->persona = best_persona(p, l);
	send_away(p, l, v);
	give_own(p, l);                 /* why it is so will be asked of the same conditions */
}

struct str
policy_question(const struct policy *p, enum policy_evidence e)
{
	return p->evidence[e].question;
}

bool
policy_recycles(const struct policy *p)
{
	return p->recycles != 0;
}
