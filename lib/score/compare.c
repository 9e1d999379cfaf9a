/*
 * compare - rules and groups of the two models are matched by name, and differences listed.
 *
 * What limits did is a difference like any other, under the name of the group, or "total".
 */
#include <stdlib.h>

#include "score/compare.h"
#include "score/model_impl.h"

struct change {
	struct str name;
	const char *what;               /* before the name, or behind it */
	bool behind;
	int64_t points;
};

struct list {
	struct change *change;
	size_t n;
};

static void
add(struct list *list, struct str name, const char *what, bool behind, int64_t points)
{
	if (points != 0)
		list->change[list->n++] = (struct change){ name, what, behind, points };
}

static size_t
rule_named(const struct model *m, struct str group, struct str name)
{
	size_t i;

	for (i = 0; i < m->rules; i++)
		if (str_eq(m->rule[i].name, name) && str_eq_nocase(m->group[m->rule[i].group].name, group))
			break;
	return i;
}

static void
rules(const struct model *before, const struct model_score *old, const struct model *after,
    const struct model_score *new, struct list *list)
{
	const struct model_rule *r;
	size_t i, same;

	for (i = 0; i < before->rules; i++) {
		r = &before->rule[i];
		if (rule_named(after, before->group[r->group].name, r->name) == after->rules)
			add(list, r->name, "gone: ", false, -model_term(old, i).points);
	}
	for (i = 0; i < after->rules; i++) {
		r = &after->rule[i];
		same = rule_named(before, after->group[r->group].name, r->name);
		if (same == before->rules)
			add(list, r->name, "new: ", false, model_term(new, i).points);
		else
			add(list, r->name, "", false,
			    model_term(new, i).points - model_term(old, same).points);
	}
}

static void
limits(const struct model *before, const struct model_score *old, const struct model *after,
    const struct model_score *new, struct list *list)
{
	size_t g, same;

	for (g = 0; g < before->groups; g++)
		if (model_group_find(after, before->group[g].name) == SIZE_MAX)
			add(list, before->group[g].name, " limits", true, -model_group_limited(old, g));
	for (g = 0; g < after->groups; g++) {
		same = model_group_find(before, after->group[g].name);
		add(list, after->group[g].name, " limits", true, model_group_limited(new, g) -
		    (same == SIZE_MAX ? 0 : model_group_limited(old, same)));
	}
	add(list, STR("total"), " limits", true, new->total_limited - old->total_limited);
}

/* The largest first; of equal ones, in the order of their names. */
static int
by_size(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int64_t p = x->points < 0 ? -x->points : x->points, q = y->points < 0 ? -y->points : y->points;

	return p != q ? (p < q) - (p > q) : str_cmp(x->name, y->name);
}

size_t
compare_items(const struct model *before, const struct model_score *old, const struct model *after,
    const struct model_score *new, struct arena *a, const struct str **item)
{
	size_t most = before->rules + after->rules + before->groups + after->groups + 1, i;
	struct list list = { arena_array(a, most, sizeof *list.change), 0 };
	struct str *out;
	struct buf b = { 0 };

	rules(before, old, after, new, &list);
	limits(before, old, after, new, &list);
	qsort(list.change, list.n, sizeof *list.change, by_size);
	*item = out = arena_array(a, list.n, sizeof *out);
	for (i = 0; i < list.n; i++) {
		const struct change *c = &list.change[i];

		b.n = 0;
		number_print_signed(&b, c->points);
		out[i] = arena_printf(a, "%s%.*s%s %.*s", c->behind ? "" : c->what, STR_ARG(c->name),
		    c->behind ? c->what : "", STR_ARG(buf_text(&b)));
	}
	buf_free(&b);
	return list.n;
}
