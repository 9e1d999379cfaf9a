/*
 * policy - judging one lead.
 *
 * A level's condition may ask for `bant`, how many of the four are yes.  It is tested with
 * the fewest that may be, then with the most; where both agree that is the answer, whatever
 * the unknown evidence turns out to be, and where they differ it is unknown.
 */
#include "qualify/policy_impl.h"

const char *const policy_level_name[POLICY_LEVELS + 1] = {
	[POLICY_DISQUALIFIED] = "disqualified", [POLICY_UNQUALIFIED] = "unqualified",
	[POLICY_UNDECIDED] = "undecided", [POLICY_IQL] = "iql", [POLICY_MQL] = "mql",
	[POLICY_SQL] = "sql"
};

const char *const policy_evidence_name[POLICY_KINDS] = { "budget", "authority", "need", "timeframe" };

static const char *const digit[POLICY_KINDS + 1] = { "0", "1", "2", "3", "4" };

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

/* What speaks against is heard first: "not approved" has the word "approved" in it. */
static void
weigh(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	size_t i;

	for (i = 0; i < POLICY_KINDS; i++) {
		v->evidence[i] = any(&p->evidence[i].no, l) ? TRUTH_FALSE :
		    any(&p->evidence[i].yes, l) ? TRUTH_TRUE : TRUTH_UNKNOWN;
		v->yes += v->evidence[i] == TRUTH_TRUE;
		v->open += v->evidence[i] == TRUTH_UNKNOWN;
	}
}

static enum truth
reached(const struct policy *p, struct lead *l, enum policy_level level, unsigned least,
    unsigned most)
{
	enum truth low, high;

	if (p->level[level] == NULL)
		return TRUTH_FALSE;
	lead_give(l, p->bant, str_of(digit[least]));
	low = condition_test(p->level[level], l);
	if (least == most)
		return low;
	lead_give(l, p->bant, str_of(digit[most]));
	high = condition_test(p->level[level], l);
	return low == high ? low : TRUTH_UNKNOWN;
}

/* The highest level that is certain; without one, whether any is still possible. */
static enum policy_level
climb(const struct policy *p, struct lead *l, unsigned least, unsigned most)
{
	enum policy_level level, else_level = POLICY_UNQUALIFIED;
	enum truth is;

	for (level = POLICY_SQL; level >= POLICY_IQL; level--) {
		is = reached(p, l, level, least, most);
		if (is == TRUTH_TRUE)
			return level;
		if (is == TRUTH_UNKNOWN)
			else_level = POLICY_UNDECIDED;
	}
	return else_level;
}

/* The unknown evidence whose yes or no leaves the levels furthest apart; among equals, the
 * first that has a question. */
static enum policy_evidence
best_question(const struct policy *p, struct lead *l, const struct policy_verdict *v)
{
	enum policy_evidence best = POLICY_KINDS;
	unsigned least = v->yes, most = v->yes + v->open;
	size_t i;

	if (v->level == POLICY_DISQUALIFIED || v->level == POLICY_SQL || v->open == 0)
		return POLICY_KINDS;
	/* All evidence counts the same in bant, so all questions are worth the same; what is
	 * left to ask for is whether yes to all of them would change anything. */
	if (climb(p, l, most, most) == climb(p, l, least, least))
		return POLICY_KINDS;
	for (i = POLICY_KINDS; i-- > 0;)
		if (v->evidence[i] == TRUTH_UNKNOWN && p->evidence[i].question.n != 0)
			best = (enum policy_evidence)i;
	return best;
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

void
policy_judge(const struct policy *p, struct lead *l, struct policy_verdict *v)
{
	size_t i;

	*v = (struct policy_verdict){ .ask = POLICY_KINDS };
	weigh(p, l, v);
	for (i = 0; i < p->disqualifiers && v->reason.n == 0; i++)
		if (any(&p->disqualify[i].when, l))
			v->reason = p->disqualify[i].reason;
	v->level = v->reason.n ? POLICY_DISQUALIFIED : climb(p, l, v->yes, v->yes + v->open);
	if (v->level >= POLICY_IQL)
		v->held = p->level[v->level];
	if (v->level != POLICY_DISQUALIFIED && v->level != POLICY_SQL)
		v->failed = p->level[v->level < POLICY_IQL ? POLICY_IQL : v->level + 1];
	v->ask = best_question(p, l, v);
	lead_give(l, p->bant, str_of(digit[v->yes]));
	lead_give(l, p->qualification, str_of(policy_level_name[v->level]));
	v->temperature = step(&p->temperature, l, false);
	lead_give(l, p->given_temperature, v->temperature);
	v->category = step(&p->category, l, true);
	v->icp = share(&p->icp, l);
	v->persona = best_persona(p, l);
}

struct str
policy_question(const struct policy *p, enum policy_evidence e)
{
	return p->evidence[e].question;
}

static size_t
add_once(struct str *name, size_t n, size_t room, struct str one)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_eq(name[i], one))
			return n;
	if (n < room)
		name[n++] = one;
	return n;
}

size_t
policy_missing(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct str *name, size_t room)
{
	uint32_t slot[16];
	size_t i, n = 0, slots;

	if (v->level < POLICY_UNDECIDED || v->level == POLICY_SQL)
		return 0;
	for (i = 0; i < POLICY_KINDS; i++)
		if (v->evidence[i] == TRUTH_UNKNOWN)
			n = add_once(name, n, room, str_of(policy_evidence_name[i]));
	if (v->failed == NULL || condition_test(v->failed, l) != TRUTH_UNKNOWN)
		return n;
	slots = condition_unknown(v->failed, l, slot, sizeof slot / sizeof *slot);
	for (i = 0; i < slots && i < sizeof slot / sizeof *slot; i++)
		if (slot[i] != p->bant)
			n = add_once(name, n, room, l->schema->wanted[slot[i]].name);
	return n;
}

size_t
policy_reasons(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct arena *a, const struct str **item)
{
	static const char *const says[] = { "no", "yes", "unknown" };
	struct str *list = arena_array(a, POLICY_KINDS + 2, sizeof *list);
	size_t i, n = 0;

	(void)p;
	if (v->level == POLICY_DISQUALIFIED)
		list[n++] = v->reason;
	if (v->held != NULL)
		list[n++] = arena_printf(a, "%s: %.*s", policy_level_name[v->level],
		    STR_ARG(condition_text(v->held)));
	if (v->failed != NULL)
		list[n++] = arena_printf(a, "%s %s: %.*s",
		    condition_test(v->failed, l) == TRUTH_UNKNOWN || v->level == POLICY_UNDECIDED ?
		    "perhaps" : "not",
		    policy_level_name[v->level < POLICY_IQL ? POLICY_IQL : v->level + 1],
		    STR_ARG(condition_text(v->failed)));
	for (i = 0; v->level != POLICY_DISQUALIFIED && i < POLICY_KINDS; i++)
		list[n++] = arena_printf(a, "%s %s", policy_evidence_name[i], says[v->evidence[i]]);
	*item = list;
	return n;
}
