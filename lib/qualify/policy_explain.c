/*
 * policy_explain - saying why: a list for a column, and lines for a person.
 */
#include "qualify/policy_impl.h"
#include "value/number.h"

/* What `is` says in front of a level or a part of its condition. */
static const char *const says[POLICY_TRUTHS] = { "no", "yes", "unknown" };
static const char *const whether[POLICY_TRUTHS] = { "not ", "", "perhaps " };

static bool
exists(const struct policy *p, enum policy_level level)
{
	return p->level[level].when[POLICY_INBOUND] != NULL;
}

/* The next level that the policy has; POLICY_LEVELS: none. */
static enum policy_level
next_above(const struct policy *p, const struct policy_verdict *v)
{
	enum policy_level level = v->level < POLICY_IQL ? POLICY_IQL : v->level + 1;

	while (level < POLICY_LEVELS && !exists(p, level))
		level++;
	return level;
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

static bool
is_sum(const struct policy *p, uint32_t slot)
{
	size_t i;

	for (i = 0; i < POLICY_SUMS; i++)
		if (p->sum[i] == slot)
			return true;
	return false;
}

size_t
policy_missing(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    struct str *name, size_t room)
{
	const struct policy_bar *bar;
	uint32_t slot[16];
	enum policy_level level = next_above(p, v);
	size_t i, n = 0, slots;
	int way;

	if (v->level < POLICY_UNDECIDED || level == POLICY_LEVELS)
		return 0;
	for (i = 0; i < p->view->n; i++)
		if (v->evidence[p->view->member[i].kind] == TRUTH_UNKNOWN)
			n = add_once(name, n, room, str_of(p->view->member[i].name));
	bar = &p->level[level];
	for (way = POLICY_INBOUND; way < POLICY_DIRECTIONS; way++) {
		if (bar->when[way] == NULL || condition_test(bar->when[way], l) != TRUTH_UNKNOWN)
			continue;
		slots = condition_unknown(bar->when[way], l, slot, sizeof slot / sizeof *slot);
		for (i = 0; i < slots; i++)
			if (!is_sum(p, slot[i]))
				n = add_once(name, n, room, l->schema->wanted[slot[i]].name);
	}
	if (bar->when[POLICY_INBOUND] != bar->when[POLICY_OUTBOUND] &&
	    policy_level_direction(p, l) == POLICY_DIRECTIONS)
		n = add_once(name, n, room, STR("direction"));
	return n;
}

/* The bar that a level was reached by: its own, or the lower one that holds a lead there. */
static const struct policy_bar *
bar_reached(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level)
{
	const struct condition *own = policy_level_bar(p, l, &p->level[level]);
	const struct condition *lower = policy_level_bar(p, l, &p->hold[level]);

	return v->before >= level && lower != NULL &&
	    condition_test(own, l) != TRUTH_TRUE && condition_test(lower, l) == TRUTH_TRUE ?
	    &p->hold[level] : &p->level[level];
}

/* The texts of one bar. */
static void
prepare_bar(const struct policy_bar *bar, const char *level, const char *held, struct arena *a,
    struct str text[POLICY_DIRECTIONS][POLICY_TRUTHS])
{
	enum policy_direction way;
	size_t truth;

	for (way = POLICY_INBOUND; way < POLICY_DIRECTIONS; way++)
		for (truth = 0; truth < POLICY_TRUTHS; truth++)
			text[way][truth] = bar->when[way] == NULL ? arena_printf(a, "no %s", level) :
			    arena_printf(a, "%s%s%s: %.*s", whether[truth], level, held,
			    STR_ARG(condition_text(bar->when[way])));
}

void
policy_explain_prepare(struct policy *p, struct arena *a)
{
	const struct policy_framework *framework;
	enum policy_level level;
	size_t i, truth;

	for (level = POLICY_IQL; level <= POLICY_SQL; level++) {
		prepare_bar(&p->level[level], policy_level_name[level], "", a, p->level_text[level]);
		prepare_bar(&p->hold[level], policy_level_name[level], " held", a, p->hold_text[level]);
	}
	for (framework = policy_framework; framework < policy_framework + POLICY_FRAMEWORKS; framework++)
		for (i = 0; i < framework->n; i++)
			for (truth = 0; truth < POLICY_TRUTHS; truth++)
				p->evidence_text[framework - policy_framework][i][truth] =
				    arena_printf(a, "%s %s", framework->member[i].name, says[truth]);
}

struct str
policy_explain_level(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level)
{
	enum policy_direction way = policy_level_direction(p, l) % POLICY_DIRECTIONS;
	bool held = v->is[level] == TRUTH_TRUE && bar_reached(p, l, v, level) == &p->hold[level];

	return (held ? p->hold_text : p->level_text)[level][way][v->is[level]];
}

/* "budget yes", "money 4": a rating is shown as it was given. */
static struct str
evidence(const struct policy *p, struct lead *l, const struct policy_verdict *v, size_t member)
{
	enum policy_evidence kind = p->view->member[member].kind;
	char points[NUMBER_POINTS];
	int64_t rating;

	if (!p->evidence[kind].rated || !policy_rating(&p->evidence[kind], l, &rating))
		return p->evidence_text[p->view - policy_framework][member][v->evidence[kind]];
	return arena_printf(l->rec->scratch, "%s %.*s", p->view->member[member].name,
	    (int)(number_put_points(points, rating) - points), points);
}

size_t
policy_reasons(const struct policy *p, struct lead *l, const struct policy_verdict *v, bool all,
    struct arena *a, const struct str **item)
{
	struct str *list = arena_array(a, POLICY_LEVELS + POLICY_MEMBERS + 2, sizeof *list);
	enum policy_level level, top = all ? POLICY_SQL : next_above(p, v);
	size_t i, n = 0;

	*item = list;
	if (v->level == POLICY_DISQUALIFIED)
		list[n++] = v->reason;
	if (v->level != POLICY_DISQUALIFIED || all) {
		for (level = v->level < POLICY_IQL ? POLICY_IQL : v->level; level <= POLICY_SQL &&
		    level <= top; level++)
			if (exists(p, level))
				list[n++] = policy_explain_level(p, l, v, level);
		for (i = 0; i < p->view->n; i++)
			list[n++] = evidence(p, l, v, i);
	}
	if (v->recycled.n != 0)
		list[n++] = arena_printf(a, "recycled: %.*s", STR_ARG(v->recycled));
	return n;
}

/* A level that is not reached, with those parts of its condition that stand in the way. */
static void
trace_level(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level, struct buf *b)
{
	const struct condition *c = policy_level_bar(p, l, &p->level[level]);
	size_t i, parts = condition_parts(c);
	enum truth is;

	buf_str(b, STR("  "));
	buf_str(b, policy_explain_level(p, l, v, level));
	buf_byte(b, '\n');
	for (i = 0; i < parts && parts > 1 && v->is[level] != TRUTH_TRUE; i++) {
		is = policy_level_part(p, l, v, c, i);
		if (is != TRUTH_TRUE)
			buf_printf(b, "    %s: %.*s\n", says[is],
			    STR_ARG(condition_part_text(c, i)));
	}
}

void
policy_trace(const struct policy *p, struct lead *l, const struct policy_verdict *v, struct buf *b)
{
	enum policy_level level;
	size_t i;

	if (v->level == POLICY_DISQUALIFIED)
		buf_printf(b, "  %.*s\n", STR_ARG(v->reason));
	for (level = POLICY_SQL; level >= POLICY_IQL; level--)
		if (exists(p, level))
			trace_level(p, l, v, level, b);
	for (i = 0; i < p->view->n; i++) {
		buf_str(b, STR("  "));
		buf_str(b, evidence(p, l, v, i));
		buf_byte(b, '\n');
	}
	if (v->recycled.n != 0)
		buf_printf(b, "  recycled: %.*s\n", STR_ARG(v->recycled));
	if (v->ask != POLICY_KINDS)
		buf_printf(b, "  ask: %.*s\n", STR_ARG(policy_question(p, v->ask)));
}
