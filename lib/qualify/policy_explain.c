/*
 * policy_explain - saying why: a list for a column, and lines for a person.
 */
#include "qualify/policy_impl.h"
#include "value/number.h"

/* What `is` says in front of a level or a part of its condition. */
static const char *const says[] = { "no", "yes", "unknown" };
static const struct str whether[] = { { "not ", 4 }, { "", 0 }, { "perhaps ", 8 } };

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

void
policy_explain_level(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level, struct buf *b)
{
	const struct policy_bar *bar = &p->level[level];
	const struct condition *c;

	if (v->is[level] == TRUTH_TRUE)
		bar = bar_reached(p, l, v, level);
	if ((c = policy_level_bar(p, l, bar)) == NULL) {
		buf_str(b, STR("no "));
		buf_str(b, str_of(policy_level_name[level]));
		return;
	}
	buf_str(b, whether[v->is[level]]);
	buf_str(b, str_of(policy_level_name[level]));
	buf_str(b, bar == &p->hold[level] ? STR(" held: ") : STR(": "));
	buf_str(b, condition_text(c));
}

/* "budget yes", "money 4": a rating is shown as it was given. */
static void
put_evidence(const struct policy *p, struct lead *l, const struct policy_verdict *v, size_t member,
    struct buf *b)
{
	enum policy_evidence kind = p->view->member[member].kind;
	int64_t rating;

	buf_str(b, str_of(p->view->member[member].name));
	buf_byte(b, ' ');
	if (p->evidence[kind].rated && policy_rating(&p->evidence[kind], l, &rating))
		number_print_points(b, rating);
	else
		buf_str(b, str_of(says[v->evidence[kind]]));
}

static struct str
taken(struct arena *a, struct buf *b)
{
	struct str s = arena_copy(a, buf_text(b));

	b->n = 0;
	return s;
}

size_t
policy_reasons(const struct policy *p, struct lead *l, const struct policy_verdict *v, bool all,
    struct arena *a, const struct str **item)
{
	struct str *list = arena_array(a, POLICY_LEVELS + POLICY_MEMBERS + 2, sizeof *list);
	enum policy_level level, top = all ? POLICY_SQL : next_above(p, v);
	struct buf b = { 0 };
	size_t i, n = 0;

	*item = list;
	if (v->level == POLICY_DISQUALIFIED)
		list[n++] = v->reason;
	if (v->level != POLICY_DISQUALIFIED || all) {
		for (level = v->level < POLICY_IQL ? POLICY_IQL : v->level; level <= POLICY_SQL &&
		    level <= top; level++)
			if (exists(p, level)) {
				policy_explain_level(p, l, v, level, &b);
				list[n++] = taken(a, &b);
			}
		for (i = 0; i < p->view->n; i++) {
			put_evidence(p, l, v, i, &b);
			list[n++] = taken(a, &b);
		}
	}
	if (v->recycled.n != 0)
		list[n++] = arena_printf(a, "recycled: %.*s", STR_ARG(v->recycled));
	buf_free(&b);
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
	policy_explain_level(p, l, v, level, b);
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
		put_evidence(p, l, v, i, b);
		buf_byte(b, '\n');
	}
	if (v->recycled.n != 0)
		buf_printf(b, "  recycled: %.*s\n", STR_ARG(v->recycled));
	if (v->ask != POLICY_KINDS)
		buf_printf(b, "  ask: %.*s\n", STR_ARG(policy_question(p, v->ask)));
}
