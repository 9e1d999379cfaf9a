/*
 * condition_compare - the right side of an operator, and as what the two sides are compared.
 *
 *	left side                       =  !=  in (a, b)        <  <=  >  >=  in low..high
 *	number, money, time, length     by value                by value
 *	true or false                   by value                refused
 *	text, a column we do not know   as text                 by value, as the literal is
 *	list                            as text, any item       refused
 *
 * contains, starts with, ends with and matches take whatever has a text.  Every comparison by
 * value ends as "in one of these intervals": x > 5 is the interval above 5, x = 5 that of 5 alone.
 */
#include "base/map.h"
#include "lead/condition_impl.h"
#include "value/text.h"

/* The literals of one comparison, as they come. */
struct literals {
	struct interval *item;
	uint32_t count, room;
};

static struct interval *
another(struct parser *p, struct literals *list)
{
	struct interval *grown;

	if (list->count == list->room) {
		list->room = list->room ? list->room * 2 : 4;
		grown = arena_array(&p->temp, list->room, sizeof *grown);
		if (list->count != 0)
			memcpy(grown, list->item, list->count * sizeof *grown);
		list->item = grown;
	}
	return &list->item[list->count++];
}

static int
expect_value(struct parser *p)
{
	if (p->token.kind != TOKEN_WORD && p->token.kind != TOKEN_TEXT)
		return condition_lex_expected(p, "a value", p->token.kind == TOKEN_COLUMN ?
		    "columns stand left of the operator" : NULL);
	return 0;
}

/* ---- by value ---- */

/* A bare amount may have its currency behind it: two words, one value. */
static int
literal_text(struct parser *p, enum value_type type, struct str *text)
{
	bool bare = p->token.kind == TOKEN_WORD;

	*text = p->token.text;
	if (condition_lex_next(p) < 0)
		return -1;
	if (!bare || (type != VALUE_MONEY && type != VALUE_AMOUNT) ||
	    p->token.kind != TOKEN_WORD || p->token.text.n != 3 || condition_lex_is(p, "and"))
		return 0;
	*text = arena_printf(&p->temp, "%.*s %.*s", STR_ARG(*text), STR_ARG(p->token.text));
	return condition_lex_next(p);
}

/* *type AMOUNT means that the left side is text and the literal decides: a date makes it TIME. */
static int
bound(struct parser *p, enum value_type *type, struct value *out)
{
	uint32_t at = p->token.at;
	struct str text;
	const char *expected;

	if (expect_value(p) < 0 || literal_text(p, *type, &text) < 0)
		return -1;
	if (*type == VALUE_AMOUNT &&
	    condition_value[VALUE_TIME].literal(p->schema, text, out) == NULL) {
		*type = VALUE_TIME;
		return 0;
	}
	expected = condition_value[*type].literal(p->schema, text, out);
	if (expected == NULL)
		return 0;
	if (*type == VALUE_TIME &&
	    condition_value[VALUE_LENGTH].literal(p->schema, text, out) == NULL)
		return condition_lex_fail(p, at, "expected %s; how long ago is asked by age(…)",
		    expected);
	return condition_lex_fail(p, at, "expected %s", expected);
}

/* 10k..20k EUR: one currency is meant. */
static int
share_currency(struct parser *p, uint32_t at, struct interval *in)
{
	struct money *low = &in->low.as.money, *high = &in->high.as.money;

	if (low->code[0] == '\0')
		memcpy(low->code, high->code, sizeof low->code);
	if (high->code[0] == '\0')
		memcpy(high->code, low->code, sizeof high->code);
	if (memcmp(low->code, high->code, sizeof low->code) != 0)
		return condition_lex_fail(p, at, "a range in two currencies");
	return 0;
}

/* low..high, either of which may be missing; or, in a list, a single value. */
static int
range(struct parser *p, enum value_type *type, struct interval *in, bool single)
{
	uint32_t at = p->token.at;
	enum value_type low_type;

	if (p->token.kind != TOKEN_DOTS) {
		if (bound(p, type, &in->low) < 0)
			return -1;
		in->has_low = true;
		if (p->token.kind != TOKEN_DOTS) {
			in->high = in->low;
			in->has_high = true;
			return single ? 0 :
			    condition_lex_expected(p, "( or a range such as 50..500", NULL);
		}
	}
	if (condition_lex_next(p) < 0)
		return -1;
	if (p->token.kind != TOKEN_WORD && p->token.kind != TOKEN_TEXT && in->has_low)
		return 0;
	if (in->has_low && (condition_lex_is(p, "and") || condition_lex_is(p, "or")))
		return 0;
	low_type = *type;
	if (bound(p, type, &in->high) < 0)
		return -1;
	in->has_high = true;
	if (!in->has_low)
		return 0;
	if (low_type != *type && low_type == VALUE_AMOUNT)
		return condition_lex_fail(p, at, "a range from an amount to a date");
	if ((*type == VALUE_MONEY || *type == VALUE_AMOUNT) && share_currency(p, at, in) < 0)
		return -1;
	if (condition_value[*type].compare(&in->low, &in->high) > 0)
		return condition_lex_fail(p, at, "an empty range: it begins above its end");
	return 0;
}

static int
ranges(struct parser *p, enum value_type *type, struct literals *list)
{
	if (p->token.kind != TOKEN_OPEN)
		return range(p, type, another(p, list), false);
	do {
		if (condition_lex_next(p) < 0 || range(p, type, another(p, list), true) < 0)
			return -1;
	} while (p->token.kind == TOKEN_COMMA);
	if (p->token.kind != TOKEN_CLOSE)
		return condition_lex_expected(p, "a comma or )", NULL);
	return condition_lex_next(p);
}

/* Bounds that do without number_cmp. */
static bool
are_whole(enum value_type type, const struct literals *list)
{
	const struct interval *in = list->item, *end = in + list->count;

	if (type != VALUE_NUMBER && type != VALUE_AMOUNT)
		return false;
	for (; in < end; in++)
		if ((in->has_low && (in->low.as.money.amount.scale | in->low.as.money.code[0]) != 0) ||
		    (in->has_high && (in->high.as.money.amount.scale | in->high.as.money.code[0]) != 0))
			return false;
	return true;
}

static int
by_value(struct parser *p, uint32_t operand, enum operator op, enum value_type type)
{
	struct literals list = { 0 };
	struct interval *in;
	struct node *n;

	if (op == OPERATOR_IN) {
		if (ranges(p, &type, &list) < 0)
			return -1;
	} else {
		in = another(p, &list);
		if (bound(p, &type, &in->low) < 0)
			return -1;
		in->high = in->low;
		in->has_low = op != OPERATOR_LT && op != OPERATOR_LE;
		in->has_high = op != OPERATOR_GT && op != OPERATOR_GE;
		in->above = op == OPERATOR_GT;
		in->below = op == OPERATOR_LT;
	}
	in = arena_array(p->schema->arena, list.count, sizeof *in);
	memcpy(in, list.item, list.count * sizeof *in);
	n = condition_parse_wrap(p, operand, NODE_WITHIN);
	n->type = (uint8_t)type;
	n->negated = op == OPERATOR_NE;
	n->is.within.item = in;
	n->is.within.count = list.count;
	n->is.within.whole = are_whole(type, &list);
	return 0;
}

/* ---- as text ---- */

/* Folded, as it will be compared. */
static int
literal_folded(struct parser *p, struct str *out)
{
	uint32_t at = p->token.at;

	if (expect_value(p) < 0)
		return -1;
	*out = text_fold(p->schema->arena, p->token.text);
	if (text_trim(*out).n == 0)
		return condition_lex_fail(p, at, "no text is blank; ask whether it is unknown");
	return condition_lex_next(p);
}

/* Whole cells are compared, and they come trimmed. */
static int
word(struct parser *p, struct literals *list)
{
	struct interval *in = another(p, list);

	if (literal_folded(p, &in->low.as.text) < 0)
		return -1;
	in->low.as.text = text_trim(in->low.as.text);
	return 0;
}

static struct set
make_set(struct parser *p, const struct literals *list)
{
	struct str *slot;
	size_t room = 2, i, at;

	while (room < 2 * (size_t)list->count)
		room *= 2;
	slot = arena_array(p->schema->arena, room, sizeof *slot);
	for (i = 0; i < list->count; i++) {
		for (at = map_hash(list->item[i].low.as.text) & (room - 1); slot[at].n != 0;)
			at = (at + 1) & (room - 1);
		slot[at] = list->item[i].low.as.text;
	}
	return (struct set){ slot, room - 1 };
}

static int
words(struct parser *p, struct literals *list)
{
	do {
		if (condition_lex_next(p) < 0 || word(p, list) < 0)
			return -1;
	} while (p->token.kind == TOKEN_COMMA);
	if (p->token.kind != TOKEN_CLOSE)
		return condition_lex_expected(p, "a comma or )", NULL);
	return condition_lex_next(p);
}

static int
by_equality(struct parser *p, uint32_t operand, enum operator op)
{
	struct literals list = { 0 };
	struct node *n;

	if ((op == OPERATOR_IN ? words(p, &list) : word(p, &list)) < 0)
		return -1;
	n = condition_parse_wrap(p, operand, NODE_EQUAL);
	n->negated = op == OPERATOR_NE;
	n->is.set = make_set(p, &list);
	return 0;
}

static int
by_part(struct parser *p, uint32_t operand, enum operator op)
{
	struct token literal = p->token;
	struct node *n;
	void *pattern;
	struct str text;

	if (op == OPERATOR_MATCHES) {
		if (expect_value(p) < 0 || condition_lex_next(p) < 0 ||
		    (pattern = condition_pattern_new(p, literal)) == NULL)
			return -1;
		condition_parse_wrap(p, operand, NODE_MATCHES)->is.pattern = pattern;
		return 0;
	}
	if (literal_folded(p, &text) < 0)
		return -1;
	n = condition_parse_wrap(p, operand, op == OPERATOR_CONTAINS ? NODE_CONTAINS :
	    op == OPERATOR_STARTS ? NODE_STARTS : NODE_ENDS);
	n->is.text = text;
	return 0;
}

int
condition_compare(struct parser *p, uint32_t operand, enum operator op)
{
	const struct node *left = &p->node[operand];
	enum value_type type = left->type;
	bool ordered = (op >= OPERATOR_LT && op <= OPERATOR_GE) ||
	    (op == OPERATOR_IN && p->token.kind != TOKEN_OPEN);

	if (type == VALUE_ACTIVITIES)
		return condition_lex_fail(p, left->at,
		    "a history cannot be compared; ask count(…), last(…) or first(…)");
	if (op >= OPERATOR_CONTAINS) {
		if (type != VALUE_TEXT && left->kind == NODE_CALL)
			return condition_lex_fail(p, left->at, "%s() is %s, not text",
			    left->is.call.row->name, condition_value_name[type]);
		return by_part(p, operand, op);
	}
	if (type == VALUE_TEXT && ordered && left->kind == NODE_FIELD)
		return by_value(p, operand, op, VALUE_AMOUNT);
	if (ordered && (type == VALUE_TEXT || type == VALUE_LIST || type == VALUE_BOOL))
		return condition_lex_fail(p, left->at, "%s has no order",
		    condition_value_name[type]);
	if (type == VALUE_TEXT || type == VALUE_LIST)
		return by_equality(p, operand, op);
	return by_value(p, operand, op, type);
}

int
condition_compare_length(struct parser *p, span *out)
{
	enum value_type type = VALUE_LENGTH;
	struct value v;

	if (bound(p, &type, &v) < 0)
		return -1;
	*out = v.as.whole;
	return 0;
}
