/*
 * condition - the language in which a person says which leads.  See lead-condition(5).
 *
 *	title matches "\b(ceo|cto)\b" and employees in 50..500
 *	count(pricing_page_view, 30d) >= 2 and not email_opt_out
 *
 * Compiled once, read-only and shared by all threads; what a test has to remember lives in
 * the thread's struct lead.  Testing allocates nothing.  Logic has three values (Kleene):
 * a comparison with an unknown field is unknown.
 */
#ifndef LEAD_CONDITION_H
#define LEAD_CONDITION_H

#include "lead/config.h"
#include "lead/lead.h"

struct condition;

/* On failure NULL and *e, with e->at = `at` and the column within the condition in the text:
 * "19: expected a value". */
struct condition *condition_compile(struct schema *s, struct str text, struct place at,
    struct err *e);
/* The same of a text in a settings file; an absent one leaves *c as it is and is 0.  -1 and *e, with
 * the path of the node before the column. */
int	condition_read(struct schema *s, struct config_node n, const struct condition **c, struct err *e);
enum truth condition_test(const struct condition *c, struct lead *l);
/* Of all the records that the lead is attached to; which of them it looks at then is open. */
void	condition_test_rows(const struct condition *c, struct lead *l, enum truth out[]);

/* The text it was compiled from. */
struct str condition_text(const struct condition *c);
/* May its answer change as time goes by, the record being the same? */
bool	condition_timed(const struct condition *c);
/* The earliest time behind the lead's now at which the answer may be another, the record being the
 * same; INSTANT_NONE: it stays. */
instant	condition_turn(const struct condition *c, struct lead *l);
/* Do its parts contradict each other, so that it is true of no lead?  Not all such are found. */
bool	condition_never(const struct condition *c);
/* The slots it looks at; how many. */
size_t	condition_slots(const struct condition *c, const uint32_t **slot);

/* The slot whose raw field, with nothing else, decides the verdict, where that is worth
 * remembering; else UINT32_MAX. */
uint32_t condition_column(const struct condition *c);

/* Which slots made the test of this lead's record unknown: fills up to room, returns how many. */
size_t	condition_unknown(const struct condition *c, struct lead *l, uint32_t *slot, size_t room);
/* Why one of them did: "missing", "not a number", "another currency"…; NULL: it did not. */
const char *condition_unknown_why(const struct condition *c, struct lead *l, uint32_t slot);
/* Regular expressions that hit their match limit in this lead's thread. */
uint64_t condition_limited(const struct lead *l);

/* The parts that `and` or `or` joins at its top, for explanations: how many (itself, when nothing
 * does), the text of each, and its answer. */
size_t	condition_parts(const struct condition *c);
struct str condition_part_text(const struct condition *c, size_t i);
enum truth condition_part_test(const struct condition *c, size_t i, struct lead *l);

/* The name of the i-th function, in alphabetical order; NULL behind the last. */
const char *condition_function(size_t i);

/* Give back what testing keeps in a lead; lead_free does. */
void	condition_leave(struct lead *l);
/* A condition lives in its schema's arena.  Only who compiles without end (a fuzzer) need give
 * back the machine code of its patterns before that. */
void	condition_free(struct condition *c);

#endif
