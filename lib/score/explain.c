/*
 * explain - terms to text.  What limits took away are terms too, so nothing is unexplained.
 */
#include "score/explain.h"
#include "score/model_impl.h"

/* For want of which fields the rule could not be told: "employees, industry". */
static void
blame(const struct model_rule *r, struct lead *l, struct buf *out)
{
	enum { MOST = 8 };
	uint32_t slot[MOST] = { r->slot };
	size_t i, n = 1;

	if (r->when != NULL && condition_test(r->when, l) == TRUTH_UNKNOWN)
		n = condition_unknown(r->when, l, slot, MOST);
	if (n == 0 && r->kind == MODEL_WHEN) {
		slot[0] = r->since;
		n = 1;
	}
	for (i = 0; i < n && i < MOST; i++) {
		if (i != 0)
			buf_str(out, STR(", "));
		buf_str(out, l->schema->wanted[slot[i]].name);
	}
}

static void
signed_points(struct buf *out, int64_t points)
{
	if (points >= 0)
		buf_byte(out, '+');
	number_print_points(out, points);
}

struct list {
	struct arena *arena;
	struct str *item;
	size_t n;
};

static void
add(struct list *list, struct str name, const char *what, int64_t points)
{
	char *text = arena_text(list->arena, name.n + strlen(what) + 32);
	/* Room is ample, so the buffer never grows and needs no freeing. */
	struct buf b = { .p = text, .room = name.n + strlen(what) + 32 };

	buf_str(&b, name);
	buf_str(&b, str_of(what));
	signed_points(&b, points);
	list->item[list->n++] = buf_text(&b);
}

static void
rule_items(const struct model_rule *r, const struct model_term *t, struct lead *l,
    struct list *list)
{
	struct buf b = { 0 };

	if (t->state == MODEL_UNKNOWN && t->points == 0) {
		buf_str(&b, r->name);
		buf_str(&b, STR(" unknown: "));
		blame(r, l, &b);
		list->item[list->n++] = arena_copy(list->arena, buf_text(&b));
		buf_free(&b);
		return;
	}
	if (t->points != t->limited)
		add(list, r->name, t->state == MODEL_UNKNOWN ? " unknown " : " ", t->points - t->limited);
	if (t->limited != 0)
		add(list, r->name, t->limited < 0 ? " capped " : " raised ", t->limited);
}

size_t
explain_items(const struct model *m, const struct model_score *score, struct lead *l,
    struct arena *a, const struct str **item)
{
	struct list list = { a, arena_array(a, 2 * m->rules + m->groups + 1, sizeof *list.item), 0 };
	size_t g, i;

	for (g = 0; g < m->groups; g++) {
		for (i = m->group[g].first; i < m->group[g].end; i++)
			rule_items(&m->rule[i], &score->term[i], l, &list);
		if (score->group_limited[g] != 0)
			add(&list, m->group[g].name, score->group_limited[g] < 0 ? " capped " : " raised ",
			    score->group_limited[g]);
	}
	if (score->total_limited != 0)
		add(&list, STR("total"), score->total_limited < 0 ? " capped " : " raised ",
		    score->total_limited);
	*item = list.item;
	return list.n;
}

/* A line: indented name, points right-aligned, note. */
static void
line(struct buf *out, const char *indent, struct str name, int64_t points, struct str note)
{
	struct buf number = { 0 };

	signed_points(&number, points);
	buf_printf(out, "%s%-*.*s %9.*s", indent, (int)(32 - strlen(indent)), STR_ARG(name),
	    STR_ARG(buf_text(&number)));
	if (note.n != 0)
		buf_printf(out, "  %.*s", STR_ARG(note));
	buf_byte(out, '\n');
	buf_free(&number);
}

static void
rule_line(const struct model_rule *r, const struct model_term *t, struct lead *l, struct buf *out)
{
	struct buf note = { 0 };

	if (t->state == MODEL_UNKNOWN) {
		blame(r, l, &note);
		buf_str(&note, STR(" unknown"));
	} else if (r->when != NULL)
		buf_str(&note, condition_text(r->when));
	else if (r->kind == MODEL_ACTIVITY)
		buf_str(&note, r->activity);
	else
		buf_str(&note, l->schema->wanted[r->slot].name);
	if (t->limited != 0) {
		buf_str(&note, t->limited < 0 ? STR("; capped ") : STR("; raised "));
		signed_points(&note, t->limited);
	}
	line(out, "    ", r->name, t->points, buf_text(&note));
	buf_free(&note);
}

void
explain_table(const struct model *m, const struct model_score *score, struct lead *l,
    struct buf *out)
{
	size_t g, i;

	for (g = 0; g < m->groups; g++) {
		line(out, "  ", m->group[g].name, score->group[g], (struct str){ 0 });
		for (i = m->group[g].first; i < m->group[g].end; i++)
			rule_line(&m->rule[i], &score->term[i], l, out);
		if (score->group_limited[g] != 0)
			line(out, "    ", score->group_limited[g] < 0 ? STR("(capped)") : STR("(raised)"),
			    score->group_limited[g], (struct str){ 0 });
	}
	if (score->total_limited != 0)
		line(out, "  ", score->total_limited < 0 ? STR("(total capped)") : STR("(total raised)"),
		    score->total_limited, (struct str){ 0 });
	line(out, "  ", STR("score"), score->total, score->grade.n ? score->grade : (struct str){ 0 });
}
