/*
 * condition_pattern - regular expressions, by PCRE2.
 *
 * A compiled pattern is read-only and shared; what a match needs is one engine per thread, made
 * when the first pattern is tried.  Past its share of steps a match is given up: the answer is
 * unknown, and the engine counts it.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "lead/condition_impl.h"

enum {
	/* PCRE2 counts steps anew from every place where a match may begin, so that their sum over
	 * a text is what we share out: a fifth of a second, or about a second for 1 MiB. */
	STEPS_ALL = 100000000,
	STEPS_LEAST = 500,
	STEPS_MOST = 10000,
	DEPTH_MOST = 10000,             /* of the interpreter, where there is no JIT */
	HEAP_MOST = 4096,               /* KiB, of the interpreter */
	STACK_LEAST = 32 * 1024,        /* bytes, of the JIT */
	STACK_MOST = 1024 * 1024
};

struct engine {
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	uint64_t limited;
};

static void *
from_arena(PCRE2_SIZE size, void *arena)
{
	return arena_alloc(arena, size);
}

static void
to_arena(void *p, void *arena)
{
	(void)p;
	(void)arena;
}

void *
condition_pattern_new(struct parser *p, struct token literal)
{
	pcre2_general_context *memory;
	pcre2_compile_context *context;
	pcre2_code *code;
	PCRE2_UCHAR why[120];
	struct str text = literal.text;
	uint32_t at = literal.at;
	PCRE2_SIZE wrong;
	int error;

	if (text.n == 0 || text.n > CONDITION_PATTERN) {
		condition_lex_fail(p, at, text.n == 0 ? "an empty pattern" :
		    "a pattern of more than %d bytes", CONDITION_PATTERN);
		return NULL;
	}
	memory = pcre2_general_context_create(from_arena, to_arena, p->schema->arena);
	context = pcre2_compile_context_create(memory);
	code = pcre2_compile((PCRE2_SPTR)text.p, text.n, PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
	    PCRE2_NEVER_BACKSLASH_C, &error, &wrong, context);
	if (code == NULL) {
		pcre2_get_error_message(error, why, sizeof why);
		/* Text without doubled quotes is a piece of the condition: point into it. */
		if (text.p >= p->text.p && text.p < p->text.p + p->text.n)
			at = (uint32_t)((size_t)(text.p - p->text.p) + wrong);
		condition_lex_fail(p, at, "the pattern is wrong here: %s", (const char *)why);
		return NULL;
	}
	/* Where there can be no JIT, pcre2_match interprets. */
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

void
condition_pattern_free(void *pattern)
{
	pcre2_code_free(pattern);
}

static struct engine *
engine_of(struct lead *l)
{
	struct engine *e = l->engine;

	if (e != NULL)
		return e;
	e = calloc(1, sizeof *e);
	if (e == NULL)
		return arena_got(NULL);
	l->engine = e;
	e->data = pcre2_match_data_create(1, NULL);
	e->context = pcre2_match_context_create(NULL);
	if (e->data == NULL || e->context == NULL)
		return arena_got(NULL);
	pcre2_set_depth_limit(e->context, DEPTH_MOST);
	pcre2_set_heap_limit(e->context, HEAP_MOST);
	/* Without one the JIT makes do with 32 KiB of the thread's stack. */
	e->stack = pcre2_jit_stack_create(STACK_LEAST, STACK_MOST, NULL);
	if (e->stack != NULL)
		pcre2_jit_stack_assign(e->context, NULL, e->stack);
	return e;
}

static uint32_t
steps_for(size_t n)
{
	size_t steps = STEPS_ALL / (n + 1);

	if (steps > STEPS_MOST)
		return STEPS_MOST;
	return steps < STEPS_LEAST ? STEPS_LEAST : (uint32_t)steps;
}

enum truth
condition_pattern_test(struct lead *l, const void *pattern, struct str text)
{
	struct engine *e = engine_of(l);
	int result;

	pcre2_set_match_limit(e->context, steps_for(text.n));
	result = pcre2_match(pattern, (PCRE2_SPTR)text.p, text.n, 0, 0, e->data, e->context);
	if (result >= 0)
		return TRUTH_TRUE;
	if (result == PCRE2_ERROR_NOMATCH)
		return TRUTH_FALSE;
	e->limited++;
	return TRUTH_UNKNOWN;
}

uint64_t
condition_pattern_limited(const struct lead *l)
{
	const struct engine *e = l->engine;

	return e ? e->limited : 0;
}

void
condition_pattern_set_limited(struct lead *l, uint64_t times)
{
	if (times != condition_pattern_limited(l))
		engine_of(l)->limited = times;
}

void
condition_pattern_engine_free(struct lead *l)
{
	struct engine *e = l->engine;

	if (e == NULL)
		return;
	pcre2_match_data_free(e->data);
	pcre2_match_context_free(e->context);
	if (e->stack != NULL)
		pcre2_jit_stack_free(e->stack);
	free(e);
	l->engine = NULL;
}
