/*
 * explain_table - a score as a table for people: every rule, whether it acted or not, what it looked
 * at, and for want of what it could not be told.
 */
#include "score/explain.h"
#include "score/model_impl.h"

/* A line: indented name, points right-aligned, note. */
static void
line(struct buf *out, const char *indent, struct str name, int64_t points, struct str note)
{
	struct buf number = { 0 };

	number_print_signed(&number, points);
	buf_printf(out, "%s%-*.*s %9.*s", indent, (int)(32 - strlen(indent)), STR_ARG(name),
	    STR_ARG(buf_text(&number)));
	if (note.n != 0)
		buf_printf(out, "  %.*s", STR_ARG(note));
	buf_byte(out, '\n');
	buf_free(&number);
}

/* The farther from nothing, what it gives before what it takes. */
static int64_t
farther(int64_t a, int64_t b)
{
	return b > 0 || a > 0 ? (b > a ? b : a) : (b < a ? b : a);
}

/* The most that the rule gives, or else takes, of any lead, "15"; where nothing but the lead ends
 * it, what it gives each time: "5 each". */
static void
most(const struct model_rule *r, struct buf *out)
{
	bool many = r->kind == MODEL_EACH || (r->kind == MODEL_ACTIVITY && !r->first_only);
	int64_t points = many ? r->points : model_limited(r->points, r->limits), end;
	size_t i;

	if (r->kind == MODEL_BINS || r->kind == MODEL_MAP)
		points = r->other;
	for (i = 0; i < r->bins; i++)
		points = farther(points, r->bin[i].points);
	for (i = 0; i < r->map.count; i++)
		points = farther(points, r->word_points[i]);
	end = points < 0 ? r->limits.min : r->limits.max;
	if (many && end != INT64_MIN && end != INT64_MAX) {
		points = end;
		many = false;
	}
	number_print_points(out, points);
	buf_str(out, many ? STR(" each") : STR(""));
}

/* Why the rule's own field, not its condition, says nothing. */
static const char *
own_reason(const struct model_rule *r, struct lead *l, uint32_t slot)
{
	if (!lead_known(l, slot))
		return "missing";
	if (r->kind == MODEL_WHEN)
		return "not a time";
	if (r->kind == MODEL_ACTIVITY)
		return "not a history";
	return l->schema->wanted[slot].type == VOCAB_TYPE_MONEY ? "not an amount" : "not a number";
}

/* "0 of 15, industry missing, employees not a number" */
static void
unknown(const struct model_rule *r, int64_t points, struct lead *l, struct buf *out)
{
	enum { MOST = 8 };
	uint32_t slot[MOST];
	size_t i, n = r->when != NULL ? condition_unknown(r->when, l, slot, MOST) : 0;
	bool own = n == 0;

	if (own) {
		slot[0] = r->kind == MODEL_WHEN ? r->since : r->slot;
		n = 1;
	}
	number_print_points(out, points);
	buf_str(out, STR(" of "));
	most(r, out);
	for (i = 0; i < n; i++) {
		buf_str(out, STR(", "));
		buf_str(out, l->schema->wanted[slot[i]].name);
		buf_byte(out, ' ');
		buf_str(out, str_of(own ? own_reason(r, l, slot[i]) :
		    condition_unknown_why(r->when, l, slot[i])));
	}
}

/* "employees 60 in 50..499", "source webinar": the field, what it holds, and the bin that is in. */
static void
evidence(const struct model_rule *r, struct lead *l, struct buf *out)
{
	enum { LONG = 60 };
	struct str value = lead_text(l, r->slot);
	const struct model_bin *b = r->bins != 0 ? model_rule_bin(r, l) : NULL;

	buf_str(out, l->schema->wanted[r->slot].name);
	if (value.n <= LONG)
		buf_printf(out, " %.*s", STR_ARG(value));
	if (b == NULL)
		return;
	buf_str(out, STR(" in "));
	if (b->has_low)
		number_print(out, b->low);
	buf_str(out, STR(".."));
	if (b->has_high)
		number_print(out, b->high);
}

static void
rule_line(const struct model_rule *r, struct model_term t, struct lead *l, struct buf *out)
{
	struct buf note = { 0 };

	if (t.state == MODEL_UNKNOWN)
		unknown(r, t.points, l, &note);
	else if (r->when != NULL)
		buf_str(&note, condition_text(r->when));
	else if (r->kind == MODEL_ACTIVITY)
		buf_str(&note, r->activity);
	else
		evidence(r, l, &note);
	if (t.limited != 0) {
		buf_str(&note, t.limited < 0 ? STR("; capped ") : STR("; raised "));
		number_print_signed(&note, t.limited);
	}
	line(out, "    ", r->name, t.points, buf_text(&note));
	buf_free(&note);
}

void
explain_table(const struct model *m, const struct model_score *score, struct lead *l,
    instant falls, struct buf *out)
{
	int64_t limited;
	size_t g, i;

	for (g = 0; g < m->groups; g++) {
		line(out, "  ", m->group[g].name, model_group(score, g), (struct str){ 0 });
		for (i = m->group[g].first; i < m->group[g].end; i++)
			rule_line(&m->rule[i], model_term(score, i), l, out);
		limited = model_group_limited(score, g);
		if (limited != 0)
			line(out, "    ", limited < 0 ? STR("(capped)") : STR("(raised)"), limited,
			    (struct str){ 0 });
	}
	if (score->total_limited != 0)
		line(out, "  ", score->total_limited < 0 ? STR("(total capped)") : STR("(total raised)"),
		    score->total_limited, (struct str){ 0 });
	line(out, "  ", STR("score"), score->total, score->grade.n ? score->grade : (struct str){ 0 });
	if (falls != INSTANT_NONE) {
		buf_str(out, STR("  the grade falls at "));
		date_print(out, falls);
		buf_str(out, STR(" if nothing happens\n"));
	}
}
