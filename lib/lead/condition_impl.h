/*
 * condition_impl - what the files of the condition language share.  Nobody else includes it.
 *
 *	condition_lex        text to tokens, and how to complain about a place in it
 *	condition_parse      tokens to nodes: and, or, not, brackets, operands
 *	condition_compare    the right side: what is compared with what, and as which type
 *	condition_value      types of values: reading a literal, reading a field, comparing
 *	condition_pattern    regular expressions
 *	condition_function   the functions: a table
 *	condition_test       three-valued logic over the nodes
 *	condition_turn       when an answer may change
 *	condition_never      conditions that contradict themselves
 *
 * A condition is an array of nodes in the order of the text, each before its parts, so that the
 * first part of a node stands behind it and the next one behind that part's `size` nodes:
 *
 *	a or not b = 1:      OR 5 | TRUTH 2 | FIELD a | ...
 */
#ifndef LEAD_CONDITION_IMPL_H
#define LEAD_CONDITION_IMPL_H

#include "lead/activity.h"
#include "lead/condition.h"
#include "lead/memo.h"

enum {
	CONDITION_MOST = 64 * 1024,     /* bytes of text */
	CONDITION_DEPTH = 64,           /* brackets, nots and calls inside one another */
	CONDITION_PATTERN = 4096        /* bytes of a regular expression */
};

/* ---- values ---- */

enum value_type {
	VALUE_NUMBER, VALUE_MONEY, VALUE_AMOUNT, VALUE_TIME, VALUE_LENGTH, VALUE_BOOL,
	VALUE_COMPARED,                 /* those above have a row in condition_value */
	VALUE_TEXT = VALUE_COMPARED, VALUE_LIST, VALUE_ACTIVITIES,
	VALUE_TYPES
};

struct value {
	union {
		struct money money;     /* NUMBER, MONEY, AMOUNT */
		struct moment moment;
		int64_t whole;          /* LENGTH: seconds; BOOL: 0 or 1 */
		struct str text;
	} as;
};

#define VALUE_APART 2                   /* compare: different currencies, neither order holds */

struct value_row {
	/* NULL: it is such a value; else what was expected. */
	const char *(*literal)(const struct schema *s, struct str text, struct value *out);
	bool (*field)(struct lead *l, uint32_t slot, struct value *out);
	int (*compare)(const struct value *a, const struct value *b);
};

extern const struct value_row condition_value[VALUE_COMPARED];
extern const char *const condition_value_name[VALUE_TYPES];     /* "a number" */

/* Values between two bounds, either of which may be missing. */
struct interval {
	struct value low, high;
	bool has_low, has_high;
	bool above, below;              /* the bound itself is outside */
};

/* ---- nodes ---- */

enum node_kind {
	NODE_AND, NODE_OR, NODE_NOT,
	NODE_TRUTH,                     /* a bare field */
	NODE_KNOWN,
	NODE_WITHIN,                    /* a value in one of some intervals */
	NODE_EQUAL,                     /* a text in a set of texts */
	NODE_CONTAINS, NODE_STARTS, NODE_ENDS, NODE_MATCHES,
	NODE_FIELD, NODE_CALL           /* operands */
};

#define SLOT_NONE UINT32_MAX
#define SLOT_MANY (UINT32_MAX - 1)

struct set {
	const struct str *slot;         /* an open table; n 0: empty */
	uint64_t mask;
};

struct node {
	uint8_t kind;                   /* enum node_kind */
	uint8_t type;                   /* enum value_type: an operand's; WITHIN's as what */
	bool negated;                   /* not, !=, is unknown */
	uint32_t size;                  /* nodes of it and its parts */
	uint32_t at;                    /* offset in the text */
	uint32_t slot;                  /* the only one it depends on, or NONE, MANY */
	uint32_t memo;                  /* verdicts for it, or MEMO_NONE */
	union {
		struct {
			const struct interval *item;
			uint32_t count;
			bool whole;     /* NUMBER, AMOUNT: all bounds are whole numbers */
		} within;
		struct set set;
		struct str text;        /* folded: CONTAINS, STARTS, ENDS */
		void *pattern;
		struct {
			const struct function *row;
			struct str activity;    /* folded type */
			span within;            /* of now, or -1 */
		} call;
	} is;
};

struct condition {
	struct str text;
	struct node *node;
	uint32_t count;
	const uint32_t *slot;
	uint32_t slots;
};

/* ---- functions ---- */

struct function {
	const char *name;
	enum value_type argument;       /* ACTIVITIES: the type of an activity, not an operand */
	enum value_type result;
	bool within;                    /* takes a length as second argument, up to now */
	bool timed;                     /* changes as time goes by */
	bool memo;                      /* depends on its argument's text alone */
	bool (*call)(struct lead *l, const struct node *call, struct value *out);
	/* The same of all leads, for results that are whole numbers, or NULL. */
	void (*rows)(struct lead *l, const struct node *call, int64_t out[], bool known[]);
};

const struct function *condition_function_find(struct str name);
const char *condition_function_nearest(struct str name);

/* ---- parsing ---- */

enum token_kind {
	TOKEN_END, TOKEN_WORD, TOKEN_TEXT, TOKEN_COLUMN, TOKEN_SIGN, TOKEN_OPEN, TOKEN_CLOSE,
	TOKEN_COMMA, TOKEN_DOTS
};

struct token {
	enum token_kind kind;
	struct str text;                /* without its quotes */
	uint32_t at, end;               /* where it stands in the condition */
};

struct parser {
	struct schema *schema;
	struct str text;
	struct token token;             /* the next one */
	struct node *node;
	uint32_t count, room;
	unsigned depth;
	struct place place;
	struct str path;                /* of the node in a settings file; "": none */
	struct arena temp;              /* until the condition is compiled */
	struct err *err;
};

enum operator {
	OPERATOR_EQ, OPERATOR_NE, OPERATOR_LT, OPERATOR_LE, OPERATOR_GT, OPERATOR_GE, OPERATOR_IN,
	OPERATOR_CONTAINS, OPERATOR_STARTS, OPERATOR_ENDS, OPERATOR_MATCHES, OPERATOR_KNOWN,
	OPERATOR_UNKNOWN
};

/* On to the next token. */
int	condition_lex_next(struct parser *p);
/* Fail at an offset: "19: expected a value". */
int	condition_lex_fail(struct parser *p, uint32_t at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Fail at the next token: "expected WHAT, found …; HINT".  hint may be NULL. */
int	condition_lex_expected(struct parser *p, const char *what, const char *hint);
/* Is the next token this bare word, in any case? */
bool	condition_lex_is(const struct parser *p, const char *word);

int	condition_parse(struct parser *p);
/* A node put before the one at `at`, which becomes its first part. */
struct node *condition_parse_wrap(struct parser *p, uint32_t at, enum node_kind kind);

/* The right side of an operator, whose operand begins at node `operand`. */
int	condition_compare(struct parser *p, uint32_t operand, enum operator op);
/* A length without business units, as a function's second argument. */
int	condition_compare_length(struct parser *p, span *out);

/* ---- testing ---- */

enum truth condition_test_node(struct lead *l, const struct node *n);
/* The value of an operand read as `type`; false: unknown. */
bool	condition_test_operand(struct lead *l, const struct node *n, enum value_type type,
    struct value *out);

void	*condition_pattern_new(struct parser *p, struct token literal);
void	condition_pattern_free(void *pattern);
enum truth condition_pattern_test(struct lead *l, const void *pattern, struct str text);
/* Patterns that hit their limit in this thread. */
uint64_t condition_pattern_limited(const struct lead *l);
void	condition_pattern_set_limited(struct lead *l, uint64_t times);
void	condition_pattern_engine_free(struct lead *l);

#endif
