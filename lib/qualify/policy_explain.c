/*
 * policy_explain - saying why: a list for a column, and lines for a person.
 */
#include "qualify/policy_impl.h"
#include "value/number.h"

/* What `is` says in front of a level or a part of its condition. */
static const struct str says[] = { { "no", 2 }, { "yes", 3 }, { "unknown", 7 } };
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

/* Several texts as one, in the arena. */
static struct str
join(struct arena *a, const struct str part[], size_t parts)
{
	char *text, *to;
	size_t i, n = 0;

	for (i = 0; i < parts; i++)
		n += part[i].n;
	to = text = arena_text(a, n);
	for (i = 0; i < parts; i++) {
		memcpy(to, part[i].p, part[i].n);
		to += part[i].n;
	}
	return (struct str){ text, n };
}

struct str
policy_explain_level(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level, struct arena *a)
{
	const struct policy_bar *bar = &p->level[level];
	struct str name = str_of(policy_level_name[level]);
	const struct condition *c;

	if (v->is[level] == TRUTH_TRUE)
		bar = bar_reached(p, l, v, level);
	if ((c = policy_level_bar(p, l, bar)) == NULL)
		return join(a, (struct str[]){ STR("no "), name }, 2);
	return join(a, (struct str[]){ whether[v->is[level]], name,
	    bar == &p->hold[level] ? STR(" held: ") : STR(": "), condition_text(c) }, 4);
}

/* "budget yes", "money 4": a rating is shown as it was given. */
static struct str
evidence(const struct policy *p, struct lead *l, const struct policy_verdict *v, size_t member,
    struct arena *a)
{
	enum policy_evidence kind = p->view->member[member].kind;
	struct str name = str_of(p->view->member[member].name), said = says[v->evidence[kind]];
	char points[NUMBER_POINTS];
	int64_t rating;

	if (p->evidence[kind].rated && policy_rating(&p->evidence[kind], l, &rating))
		said = (struct str){ points, (size_t)(number_put_points(points, rating) - points) };
	return join(a, (struct str[]){ name, STR(" "), said }, 3);
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
				list[n++] = policy_explain_level(p, l, v, level, a);
		for (i = 0; i < p->view->n; i++)
			list[n++] = evidence(p, l, v, i, a);
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
	buf_str(b, policy_explain_level(p, l, v, level, l->rec->scratch));
	buf_byte(b, '\n');
	for (i = 0; i < parts && parts > 1 && v->is[level] != TRUTH_TRUE; i++) {
		is = policy_level_part(p, l, v, c, i);
		if (is != TRUTH_TRUE)
			buf_printf(b, "    %.*s: %.*s\n", STR_ARG(says[is]),
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
		buf_str(b, evidence(p, l, v, i, l->rec->scratch));
		buf_byte(b, '\n');
	}
	if (v->recycled.n != 0)
		buf_printf(b, "  recycled: %.*s\n", STR_ARG(v->recycled));
	if (v->ask != POLICY_KINDS)
		buf_printf(b, "  ask: %.*s\n", STR_ARG(policy_question(p, v->ask)));
}
