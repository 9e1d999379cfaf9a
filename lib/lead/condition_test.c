/*
 * condition_test - three-valued logic over the nodes, and what one lead has to say.
 *
 * Kleene: one false makes an `and` false and one true an `or` true, whatever the others are, so
 * an unknown part must not stop the search for it.
 */
#include "base/map.h"
#include "lead/condition_impl.h"
#include "record/list.h"
#include "value/text.h"

static inline enum truth
truth_of(bool b)
{
	return b ? TRUTH_TRUE : TRUTH_FALSE;
}

static inline enum truth
opposite(enum truth t)
{
	return t == TRUTH_UNKNOWN ? t : truth_of(t == TRUTH_FALSE);
}

/* ---- values ---- */

bool
condition_test_operand(struct lead *l, const struct node *n, enum value_type type,
    struct value *out)
{
	if (n->kind == NODE_CALL)
		return n->is.call.row->call(l, n, out);
	if (type != VALUE_TEXT)
		return condition_value[type].field(l, n->slot, out);
	out->as.text = lead_text(l, n->slot);
	return out->as.text.n != 0;
}

/* Which side a value falls on is anybody's guess, so nothing branches on it. */
static enum truth
inside(const struct value *v, const struct interval *in,
    int (*compare)(const struct value *, const struct value *))
{
	int low = in->has_low ? compare(v, &in->low) : 1;
	int high = in->has_high ? compare(v, &in->high) : -1;

	if (low == VALUE_APART || high == VALUE_APART)
		return TRUTH_UNKNOWN;
	return truth_of((low >= in->above) & (high <= -in->below));
}

/* The same of a whole number between such bounds. */
static inline bool
between(int64_t v, int64_t low, int64_t high, const struct interval *in)
{
	return (!in->has_low | (v >= low + in->above)) & (!in->has_high | (v <= high - in->below));
}

static enum truth
test_whole(int64_t v, const struct node *n)
{
	const struct interval *in = n->is.within.item, *end = in + n->is.within.count;

	while (in < end && !between(v, in->low.as.money.amount.units, in->high.as.money.amount.units, in))
		in++;
	return truth_of(in < end);
}

static enum truth
test_within(struct lead *l, const struct node *n)
{
	const struct value_row *row = &condition_value[n->type];
	const struct interval *in = n->is.within.item, *end = in + n->is.within.count;
	enum truth t, result = TRUTH_FALSE;
	struct number number;
	struct value v;

	if (n->is.within.whole && n[1].kind == NODE_FIELD && lead_number(l, n[1].slot, &number) &&
	    number.scale == 0)
		return test_whole(number.units, n);
	if (n[1].kind == NODE_FIELD ? !row->field(l, n[1].slot, &v) :
	    !n[1].is.call.row->call(l, n + 1, &v))
		return TRUTH_UNKNOWN;
	for (; in < end; in++) {
		t = inside(&v, in, row->compare);
		if (t == TRUTH_TRUE)
			return t;
		if (t == TRUTH_UNKNOWN)
			result = t;
	}
	return result;
}

/* ---- text ---- */

static bool
in_set(const struct set *set, struct str text)
{
	uint64_t at = map_hash(text) & set->mask;

	for (; set->slot[at].n != 0; at = (at + 1) & set->mask)
		if (str_eq(set->slot[at], text))
			return true;
	return false;
}

/* `text` is folded, but for patterns. */
static enum truth
test_one_text(struct lead *l, const struct node *n, struct str text)
{
	switch (n->kind) {
	case NODE_EQUAL:
		return truth_of(in_set(&n->is.set, text));
	case NODE_CONTAINS:
		return truth_of(str_search(text, n->is.text) != SIZE_MAX);
	case NODE_STARTS:
		return truth_of(str_starts(text, n->is.text));
	case NODE_ENDS:
		return truth_of(str_ends(text, n->is.text));
	default:
		return condition_pattern_test(l, n->is.pattern, text);
	}
}

/* It holds for a list when it holds for one of the items. */
static enum truth
test_list(struct lead *l, const struct node *n, struct str list)
{
	struct arena *scratch = l->rec->scratch;
	enum truth t, result = TRUTH_FALSE;
	struct str item;

	while (result != TRUTH_TRUE && list_next(scratch, &list, &item)) {
		item = text_trim(item);
		t = test_one_text(l, n, n->kind == NODE_MATCHES ? item : text_fold(scratch, item));
		if (t != TRUTH_FALSE)
			result = t;
	}
	return result;
}

/*
 * Does a field that stands in the file as it is end so?  Few do, and most values are new, so the
 * field is not folded to see it: its last bytes say so, if all are ASCII.  What folding does to
 * others in front of them leaves them alone.  UNKNOWN: they do not say.
 */
WRAPS static enum truth
test_tail(struct field f, struct str end)
{
	unsigned char differ = 0, high = 0;
	const char *p;
	size_t i;

	if (f.flags != 0 || f.size == 0 || f.size < end.n || f.raw[f.size - 1] <= ' ')
		return TRUTH_UNKNOWN;
	p = f.raw + f.size - end.n;
	for (i = end.n; i-- > 0 && differ == 0;) {
		unsigned char c = (unsigned char)p[i];

		differ = (unsigned char)((c >= 'A' && c <= 'Z' ? c | 0x20 : c) ^ end.p[i]);
		high |= c;
	}
	return (high & 0x80) != 0 ? TRUTH_UNKNOWN : truth_of(differ == 0);
}

static enum truth
test_text(struct lead *l, const struct node *n)
{
	const struct node *operand = n + 1;
	bool list = operand->type == VALUE_LIST;
	enum truth t;
	struct value v;

	if (operand->kind == NODE_FIELD && !lead_has(l, operand->slot))
		return TRUTH_UNKNOWN;
	if (n->kind == NODE_ENDS && operand->kind == NODE_FIELD && !list &&
	    (t = test_tail(lead_field(l, operand->slot), n->is.text)) != TRUTH_UNKNOWN)
		return t;
	if (operand->kind == NODE_FIELD && n->kind != NODE_MATCHES && !list)
		v.as.text = lead_folded(l, operand->slot);
	else if (!condition_test_operand(l, operand, VALUE_TEXT, &v))
		return TRUTH_UNKNOWN;
	else if (operand->kind == NODE_CALL && n->kind != NODE_MATCHES)
		v.as.text = text_fold(l->rec->scratch, v.as.text);
	if (v.as.text.n == 0)
		return TRUTH_UNKNOWN;
	return list ? test_list(l, n, v.as.text) : test_one_text(l, n, v.as.text);
}

/* ---- logic ---- */

static enum truth
test_known(struct lead *l, const struct node *n)
{
	struct value v;

	if (n[1].kind == NODE_FIELD)
		return truth_of(lead_known(l, n[1].slot));
	return truth_of(condition_test_operand(l, n + 1, n[1].type, &v));
}

/* Until a part is what decides the whole. */
static enum truth
test_parts(struct lead *l, const struct node *n, enum truth decisive)
{
	const struct node *part, *end = n + n->size;
	enum truth t, result = opposite(decisive);

	for (part = n + 1; part < end; part += part->size) {
		t = condition_test_node(l, part);
		if (t == decisive)
			return t;
		if (t == TRUTH_UNKNOWN)
			result = t;
	}
	return result;
}

static enum truth
test_plainly(struct lead *l, const struct node *n)
{
	switch (n->kind) {
	case NODE_AND:
		return test_parts(l, n, TRUTH_FALSE);
	case NODE_OR:
		return test_parts(l, n, TRUTH_TRUE);
	case NODE_NOT:
		return condition_test_node(l, n + 1);
	case NODE_TRUTH:
		return lead_bool(l, n[1].slot);
	case NODE_KNOWN:
		return test_known(l, n);
	case NODE_WITHIN:
		return test_within(l, n);
	default:
		return test_text(l, n);
	}
}

static enum truth
test_directly(struct lead *l, const struct node *n)
{
	enum truth t = test_plainly(l, n);

	return n->negated ? opposite(t) : t;
}

/*
 * A verdict is kept with the number of patterns that hit their limit on the way, so that their
 * count does not depend on which thread saw which value first.
 */
static enum truth
remember(struct lead *l, const struct node *n, int64_t *answer)
{
	uint64_t limited = condition_pattern_limited(l);
	enum truth t = test_directly(l, n);

	*answer = (int64_t)(condition_pattern_limited(l) - limited) * 4 + (int64_t)t;
	return t;
}

enum truth
condition_test_node(struct lead *l, const struct node *n)
{
	int64_t *known;

	if (n->memo == MEMO_NONE || !lead_has(l, n->slot))
		return test_directly(l, n);
	if ((known = memo_find_slot(l, n->memo, n->slot)) == NULL)
		return test_directly(l, n);
	if (*known == MEMO_NEW)
		return remember(l, n, known);
	if (*known >= 4)
		condition_pattern_set_limited(l,
		    condition_pattern_limited(l) + (uint64_t)*known / 4);
	return (enum truth)(*known & 3);
}

enum truth
condition_test(const struct condition *c, struct lead *l)
{
	return condition_test_node(l, c->node);
}

/* ---- all records, one after the other: what is asked of them is looked at once ---- */

static void
test_ends(struct lead *l, const struct node *n, enum truth *out)
{
	uint32_t i, slot = n[1].slot;

	for (i = 0; i < l->rows; i++) {
		lead_turn(l, i);
		out[i] = test_tail(lead_field(l, slot), n->is.text);
		if (out[i] == TRUTH_UNKNOWN)
			out[i] = test_text(l, n);
	}
}

static void
test_all_known(struct lead *l, const struct node *n, enum truth *out)
{
	uint32_t i, slot = n[1].slot;

	for (i = 0; i < l->rows; i++) {
		lead_turn(l, i);
		out[i] = truth_of(lead_known(l, slot));
	}
}

static void
test_all_within(struct lead *l, const struct node *n, enum truth *out)
{
	static const enum truth truth[2][2] = { { TRUTH_UNKNOWN, TRUTH_UNKNOWN },
		{ TRUTH_FALSE, TRUTH_TRUE } };
	const struct interval *lone = n->is.within.item;
	int64_t value[LEAD_ROWS];
	bool known[LEAD_ROWS];
	uint32_t i;

	if (n[1].kind == NODE_CALL && n[1].is.call.row->rows != NULL && n->is.within.count == 1) {
		n[1].is.call.row->rows(l, n + 1, value, known);
		for (i = 0; i < l->rows; i++)
			out[i] = truth[known[i]][between(value[i], lone->low.as.whole,
			    lone->high.as.whole, lone)];
		return;
	}
	for (i = 0; i < l->rows; i++) {
		lead_turn(l, i);
		out[i] = test_within(l, n);
	}
}

void
condition_test_rows(const struct condition *c, struct lead *l, enum truth out[])
{
	const struct node *n = c->node;
	bool alone = n->memo == MEMO_NONE && !n->negated;
	uint32_t i;

	if (alone && n->kind == NODE_ENDS && n[1].kind == NODE_FIELD && n[1].type != VALUE_LIST) {
		test_ends(l, n, out);
	} else if (alone && n->kind == NODE_KNOWN && n[1].kind == NODE_FIELD) {
		test_all_known(l, n, out);
	} else if (alone && n->kind == NODE_WITHIN) {
		test_all_within(l, n, out);
	} else {
		for (i = 0; i < l->rows; i++) {
			lead_turn(l, i);
			out[i] = condition_test_node(l, n);
		}
	}
}
