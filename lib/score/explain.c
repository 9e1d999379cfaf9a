/*
 * explain - terms to text.  What limits took away are terms too, so nothing is unexplained.
 *
 * Leads repeat themselves, so each item is kept as it was told last, and of an item whose points
 * are others only the points are written anew.
 */
#include "score/explain.h"
#include "score/model_impl.h"

/* For want of which fields the rule could not be told: "employees, industry". */
static void
blame(const struct model_rule *r, struct lead *l, struct buf *out)
{
	enum { MOST = 8 };
	uint32_t slot[MOST];
	size_t i, n = r->when != NULL ? condition_unknown(r->when, l, slot, MOST) : 0;

	if (n == 0) {                   /* it is not the condition */
		slot[0] = r->kind == MODEL_WHEN ? r->since : r->slot;
		n = 1;
	}
	for (i = 0; i < n && i < MOST; i++) {
		if (i != 0)
			buf_str(out, STR(", "));
		buf_str(out, l->schema->wanted[slot[i]].name);
	}
}

/* The item of a rule, or of a limit, as it was told last. */
struct told {
	struct buf text;
	size_t name;                    /* bytes before the points */
	int64_t points;
};

/* Three items there can be of each rule, and one of each group and of the total. */
enum { GAVE, LIMITED, UNKNOWN, PER_RULE };

struct explain {
	const struct model *model;
	struct told *rule;              /* PER_RULE of each */
	struct told *group;             /* of each, and the total's */
	struct str *unknown;            /* of rules that look at one field only: all of the item */
	struct str *item;
	size_t n;
};

struct explain *
explain_new(struct arena *a, const struct model *m, const struct schema *s)
{
	struct explain *x = arena_alloc(a, sizeof *x);
	const uint32_t *slot;
	size_t i;

	*x = (struct explain){ .model = m };
	x->rule = arena_array(a, PER_RULE * m->rules + 1, sizeof *x->rule);
	x->group = arena_array(a, m->groups + 1, sizeof *x->group);
	x->unknown = arena_array(a, m->rules + 1, sizeof *x->unknown);
	x->item = arena_array(a, 2 * m->rules + m->groups + 1, sizeof *x->item);
	for (i = 0; i < m->rules; i++) {
		const struct model_rule *r = &m->rule[i];

		slot = &r->slot;
		if (r->kind == MODEL_WHEN ? r->decay.kind == MODEL_STEADY &&
		    condition_slots(r->when, &slot) == 1 : r->when == NULL)
			x->unknown[i] = arena_printf(a, "%.*s unknown: %.*s", STR_ARG(r->name),
			    STR_ARG(s->wanted[*slot].name));
	}
	return x;
}

void
explain_free(struct explain *x)
{
	size_t i;

	for (i = 0; i < PER_RULE * x->model->rules; i++)
		buf_free(&x->rule[i].text);
	for (i = 0; i <= x->model->groups; i++)
		buf_free(&x->group[i].text);
}

/* "NAME what +POINTS": only the points are written anew, if they are others than last time. */
static void
add(struct explain *x, struct told *t, struct str name, const char *what, int64_t points)
{
	if (t->name == 0) {
		buf_str(&t->text, name);
		buf_str(&t->text, str_of(what));
		t->name = t->text.n;
		t->points = points + 1;
	}
	if (t->points != points) {
		t->text.n = t->name;
		t->points = points;
		number_print_signed(&t->text, points);
	}
	x->item[x->n++] = buf_text(&t->text);
}

/* What a limit took, or gave. */
static void
add_limited(struct explain *x, struct told *t, struct str name, int64_t points)
{
	if ((t->points < 0) != (points < 0))
		t->name = t->text.n = 0;
	if (points != 0)
		add(x, t, name, points < 0 ? " capped " : " raised ", points);
}

static void
rule_items(struct explain *x, size_t i, const struct model_term *t, struct lead *l)
{
	const struct model_rule *r = &x->model->rule[i];
	struct told *told = &x->rule[PER_RULE * i];

	if (t->state == MODEL_UNKNOWN && t->points == 0) {
		if (x->unknown[i].n == 0) {
			told[UNKNOWN].text.n = told[UNKNOWN].name = 0;
			buf_str(&told[UNKNOWN].text, r->name);
			buf_str(&told[UNKNOWN].text, STR(" unknown: "));
			blame(r, l, &told[UNKNOWN].text);
		}
		x->item[x->n++] = x->unknown[i].n ? x->unknown[i] : buf_text(&told[UNKNOWN].text);
		return;
	}
	if (t->points != t->limited && t->state == MODEL_UNKNOWN)
		add(x, &told[UNKNOWN], r->name, " unknown ", t->points - t->limited);
	else if (t->points != t->limited)
		add(x, &told[GAVE], r->name, " ", t->points - t->limited);
	add_limited(x, &told[LIMITED], r->name, t->limited);
}

size_t
explain_items(struct explain *x, const struct model_score *score, struct lead *l,
    const struct str **item)
{
	const struct model *m = x->model;
	size_t g, i;

	x->n = 0;
	for (g = 0; g < m->groups; g++) {
		for (i = m->group[g].first; i < m->group[g].end; i++)
			rule_items(x, i, &score->term[i], l);
		add_limited(x, &x->group[g], m->group[g].name, score->group_limited[g]);
	}
	add_limited(x, &x->group[m->groups], STR("total"), score->total_limited);
	*item = x->item;
	return x->n;
}
