/*
 * condition_parse - tokens to nodes, by recursive descent.
 *
 *	any      = all { "or" all }
 *	all      = one { "and" one }
 *	one      = "not" one | "(" any ")" | operand [ operator value ]
 *	operand  = word | `column` | function "(" argument [ "," length ] ")"
 *
 * Nodes are written in the order of the text.  What turns out to have parts only when its first
 * part is already there (and, or, comparisons) is put in front of it by condition_parse_wrap.
 */
#include <stdio.h>

#include "lead/condition_impl.h"
#include "value/text.h"

static const struct {
	const char *word, *second;
	enum operator operator;
} operators[] = {
	{ "=", NULL, OPERATOR_EQ }, { "!=", NULL, OPERATOR_NE },
	{ "<", NULL, OPERATOR_LT }, { "<=", NULL, OPERATOR_LE },
	{ ">", NULL, OPERATOR_GT }, { ">=", NULL, OPERATOR_GE },
	{ "in", NULL, OPERATOR_IN }, { "contains", NULL, OPERATOR_CONTAINS },
	{ "starts", "with", OPERATOR_STARTS }, { "ends", "with", OPERATOR_ENDS },
	{ "matches", NULL, OPERATOR_MATCHES },
	{ "is", "known", OPERATOR_KNOWN }, { "is", "unknown", OPERATOR_UNKNOWN },
};
enum { OPERATORS = sizeof operators / sizeof operators[0] };

/* What other languages call it. */
static const struct {
	const char *theirs, *ours;
} slips[] = {
	{ "==", "=" }, { "<>", "!=" }, { "=>", ">=" }, { "=<", "<=" }, { "~", "matches" },
	{ "=~", "matches" }, { "like", "contains" }, { "ilike", "contains" }, { "has", "contains" },
	{ "regexp", "matches" }, { "between", "in LOW..HIGH" }, { "&&", "and" }, { "&", "and" },
	{ "||", "or" }, { "|", "or" }, { "!", "not" },
};

static const char quote_it[] = "text of several words goes in quotes";

static int any(struct parser *p);

struct node *
condition_parse_wrap(struct parser *p, uint32_t at, enum node_kind kind)
{
	struct node *grown;

	if (p->count == p->room) {
		p->room = p->room ? p->room * 2 : 32;
		grown = arena_array(&p->temp, p->room, sizeof *grown);
		if (p->count != 0)
			memcpy(grown, p->node, p->count * sizeof *grown);
		p->node = grown;
	}
	memmove(p->node + at + 1, p->node + at, (p->count - at) * sizeof *p->node);
	p->count++;
	p->node[at] = (struct node){ .kind = (uint8_t)kind, .slot = SLOT_NONE, .memo = MEMO_NONE,
		.size = p->count - at, .at = p->count - at > 1 ? p->node[at + 1].at : p->token.at };
	return &p->node[at];
}

static struct node *
append(struct parser *p, enum node_kind kind)
{
	return condition_parse_wrap(p, p->count, kind);
}

static int
deeper(struct parser *p)
{
	if (++p->depth > CONDITION_DEPTH)
		return condition_lex_fail(p, p->token.at, "nested more than %d deep",
		    CONDITION_DEPTH);
	return 0;
}

/* Fail at a word that another language would have here, or with the hint. */
static int
expected(struct parser *p, const char *what, const char *hint)
{
	char meant[40];
	size_t i;

	for (i = 0; i < sizeof slips / sizeof slips[0]; i++)
		if (str_eq_nocase(p->token.text, str_of(slips[i].theirs))) {
			snprintf(meant, sizeof meant, "did you mean %s?", slips[i].ours);
			hint = meant;
		}
	return condition_lex_expected(p, what, hint);
}

/* A column, as an operand. */
static int
field(struct parser *p, struct token name)
{
	static const enum value_type type_of[] = {
		[VOCAB_TYPE_TEXT] = VALUE_TEXT, [VOCAB_TYPE_EMAIL] = VALUE_TEXT,
		[VOCAB_TYPE_PHONE] = VALUE_TEXT, [VOCAB_TYPE_COUNTRY] = VALUE_TEXT,
		[VOCAB_TYPE_INT] = VALUE_NUMBER, [VOCAB_TYPE_DECIMAL] = VALUE_NUMBER,
		[VOCAB_TYPE_MONEY] = VALUE_MONEY, [VOCAB_TYPE_BOOL] = VALUE_BOOL,
		[VOCAB_TYPE_TIME] = VALUE_TIME, [VOCAB_TYPE_LIST] = VALUE_LIST,
		[VOCAB_TYPE_WORD] = VALUE_TEXT, [VOCAB_TYPE_ACTIVITIES] = VALUE_ACTIVITIES
	};
	struct wanted w = { .name = name.text, .quoted = name.kind == TOKEN_COLUMN,
		.from = str_of(p->place.file), .line = p->place.line, .path = p->path,
		.column = name.at + 1 };
	struct node *n = append(p, NODE_FIELD);

	n->at = name.at;
	n->slot = schema_want(p->schema, w);
	n->type = (uint8_t)type_of[p->schema->wanted[n->slot].type];
	return 0;
}

static int operand(struct parser *p);

/* What a function is given: the type of an activity, or an operand that it can read. */
static int
argument(struct parser *p, uint32_t call, const struct function *row)
{
	uint32_t at = p->token.at, first = p->count;
	enum value_type type;

	if (row->argument == VALUE_ACTIVITIES) {
		if (p->token.kind != TOKEN_WORD && p->token.kind != TOKEN_TEXT)
			return condition_lex_expected(p, "the type of an activity", NULL);
		p->node[call].is.call.activity = text_fold(p->schema->arena, p->token.text);
		p->node[call].slot = schema_want_field(p->schema, VOCAB_ACTIVITIES);
		return condition_lex_next(p);
	}
	if (operand(p) < 0)
		return -1;
	/* Any column can be read as text, and a column of text may hold a time. */
	type = p->node[first].type;
	if (type == row->argument || (p->node[first].kind == NODE_FIELD &&
	    type != VALUE_ACTIVITIES && (type == VALUE_TEXT || row->argument == VALUE_TEXT)))
		return 0;
	return condition_lex_fail(p, at, "%s() needs %s, and this is %s", row->name,
	    condition_value_name[row->argument], condition_value_name[type]);
}

static int
call(struct parser *p, struct token name)
{
	const struct function *row = condition_function_find(name.text);
	const char *nearest = condition_function_nearest(name.text);
	uint32_t at = p->count;
	struct node *n;

	if (row == NULL)
		return condition_lex_fail(p, name.at, "there is no function %.*s%s%s%s",
		    STR_ARG(str_slice(name.text, 0, 40)), nearest ? "; did you mean " : "",
		    nearest ? nearest : "", nearest ? "?" : "");
	n = append(p, NODE_CALL);
	n->at = name.at;
	n->type = (uint8_t)row->result;
	n->is.call.row = row;
	n->is.call.within = -1;
	if (deeper(p) < 0 || condition_lex_next(p) < 0 || argument(p, at, row) < 0)
		return -1;
	if (row->within && p->token.kind == TOKEN_COMMA && (condition_lex_next(p) < 0 ||
	    condition_compare_length(p, &p->node[at].is.call.within) < 0))
		return -1;
	if (p->token.kind != TOKEN_CLOSE)
		return condition_lex_expected(p, ")", NULL);
	p->depth--;
	p->node[at].size = p->count - at;
	return condition_lex_next(p);
}

static int
operand(struct parser *p)
{
	struct token name = p->token;

	if (name.kind == TOKEN_TEXT)
		return expected(p, "a field", "a column's name goes in backquotes");
	if (name.kind != TOKEN_WORD && name.kind != TOKEN_COLUMN)
		return expected(p, "a field", NULL);
	if (name.kind == TOKEN_WORD && strchr("0123456789+-.", name.text.p[0]) != NULL)
		return expected(p, "a field", "values stand right of the operator");
	if (name.text.n == 0)
		return condition_lex_fail(p, name.at, "a column without a name");
	if (condition_lex_next(p) < 0)
		return -1;
	if (p->token.kind == TOKEN_OPEN && name.kind == TOKEN_WORD)
		return call(p, name);
	return field(p, name);
}

/* The end, a closing bracket, `and`, `or`: nothing more belongs to this comparison. */
static bool
finished(const struct parser *p)
{
	return p->token.kind == TOKEN_END || p->token.kind == TOKEN_CLOSE ||
	    condition_lex_is(p, "and") || condition_lex_is(p, "or");
}

static int
no_operator(struct parser *p)
{
	const char *words[OPERATORS + 1] = { NULL }, *nearest;
	size_t i;

	for (i = 0; i < OPERATORS; i++)
		words[i] = operators[i].word;
	if (condition_lex_is(p, "not"))
		return expected(p, "an operator", "it stands in front: not country in (DE, AT)");
	nearest = p->token.kind == TOKEN_WORD ? str_nearest(p->token.text, words) : NULL;
	if (nearest != NULL)
		return condition_lex_fail(p, p->token.at,
		    "expected an operator, found %.*s; did you mean %s?",
		    STR_ARG(p->token.text), nearest);
	return expected(p, "an operator", p->token.kind == TOKEN_WORD ?
	    "a name with blanks goes in backquotes" : NULL);
}

/* Which operator it is (enum operator), or -1. */
static int
operator(struct parser *p)
{
	size_t i = OPERATORS;
	enum operator op;

	if (p->token.kind == TOKEN_SIGN || p->token.kind == TOKEN_WORD)
		for (i = 0; i < OPERATORS; i++)
			if (str_eq_nocase(p->token.text, str_of(operators[i].word)))
				break;
	if (i == OPERATORS)
		return no_operator(p);
	op = operators[i].operator;
	if (condition_lex_next(p) < 0)
		return -1;
	if (operators[i].second == NULL)
		return (int)op;
	if (op == OPERATOR_KNOWN && condition_lex_is(p, "unknown"))
		op = OPERATOR_UNKNOWN;
	else if (!condition_lex_is(p, operators[i].second))
		return condition_lex_expected(p,
		    op == OPERATOR_KNOWN ? "known or unknown" : "with", NULL);
	return condition_lex_next(p) < 0 ? -1 : (int)op;
}

static int
comparison(struct parser *p)
{
	uint32_t at = p->count;
	struct node *n;
	int op;

	if (operand(p) < 0)
		return -1;
	n = &p->node[at];
	if (finished(p)) {
		if (n->kind != NODE_FIELD || (n->type != VALUE_TEXT && n->type != VALUE_BOOL))
			return condition_lex_fail(p, p->token.at,
			    "expected an operator: %s is not true or false by itself",
			    condition_value_name[n->type]);
		condition_parse_wrap(p, at, NODE_TRUTH);
		return 0;
	}
	op = operator(p);
	if (op == OPERATOR_KNOWN || op == OPERATOR_UNKNOWN) {
		condition_parse_wrap(p, at, NODE_KNOWN)->negated = op == OPERATOR_UNKNOWN;
		return 0;
	}
	return op < 0 ? -1 : condition_compare(p, at, (enum operator)op);
}

static int
one(struct parser *p)
{
	uint32_t at = p->count, bracket = p->token.at;

	if (condition_lex_is(p, "not")) {
		append(p, NODE_NOT)->negated = true;
		if (deeper(p) < 0 || condition_lex_next(p) < 0 || one(p) < 0)
			return -1;
		p->node[at].size = p->count - at;
	} else if (p->token.kind == TOKEN_OPEN) {
		if (deeper(p) < 0 || condition_lex_next(p) < 0 || any(p) < 0)
			return -1;
		if (p->token.kind != TOKEN_CLOSE)
			return expected(p, ")", quote_it);
		p->node[at].at = bracket;
		if (condition_lex_next(p) < 0)
			return -1;
	} else {
		return comparison(p);
	}
	p->depth--;
	return 0;
}

/* `part { word part }`, under one node when there are several. */
static int
several(struct parser *p, const char *word, enum node_kind kind, int (*part)(struct parser *))
{
	uint32_t at = p->count;

	if (part(p) < 0)
		return -1;
	if (!condition_lex_is(p, word))
		return 0;
	condition_parse_wrap(p, at, kind);
	while (condition_lex_is(p, word))
		if (condition_lex_next(p) < 0 || part(p) < 0)
			return -1;
	p->node[at].size = p->count - at;
	return 0;
}

static int
all(struct parser *p)
{
	return several(p, "and", NODE_AND, one);
}

static int
any(struct parser *p)
{
	return several(p, "or", NODE_OR, all);
}

int
condition_parse(struct parser *p)
{
	if (condition_lex_next(p) < 0)
		return -1;
	if (p->token.kind == TOKEN_END)
		return condition_lex_fail(p, 0, "the condition is empty");
	if (any(p) < 0)
		return -1;
	if (p->token.kind == TOKEN_CLOSE)
		return condition_lex_fail(p, p->token.at, "nothing is open for this )");
	if (p->token.kind == TOKEN_COMMA)
		return expected(p, "\"and\" or \"or\"", "numbers are written without separators");
	if (p->token.kind != TOKEN_END)
		return expected(p, "\"and\" or \"or\"", quote_it);
	return 0;
}
