/*
 * condition_unknown - who was to blame, and for what.
 *
 * Nothing is noted during a test: when somebody asks, the unknown parts are walked once more.
 * An unknown `and` or `or` owes it to each of its unknown parts.
 */
#include "lead/condition_impl.h"

typedef void visit(void *to, struct lead *l, const struct node *leaf);

/* Every comparison that left the whole unknown. */
static void
walk(struct lead *l, const struct node *n, visit *each, void *to)
{
	const struct node *part, *end = n + n->size;

	if (condition_test_node(l, n) != TRUTH_UNKNOWN)
		return;
	if (n->kind > NODE_NOT) {
		each(to, l, n);
		return;
	}
	for (part = n + 1; part < end; part += part->size)
		walk(l, part, each, to);
}

/* Looking again must not count the patterns again. */
static void
walk_quietly(const struct condition *c, struct lead *l, visit *each, void *to)
{
	uint64_t limited = condition_pattern_limited(l);

	walk(l, c->node, each, to);
	condition_pattern_set_limited(l, limited);
}

struct blamed {
	uint32_t *slot;
	size_t room, n;
};

static void
add_slot(void *to, struct lead *l, const struct node *leaf)
{
	struct blamed *b = to;
	size_t i;

	(void)l;
	for (i = 0; i < b->n && b->slot[i] != leaf->slot; i++)
		;
	if (i == b->n && b->n < b->room)
		b->slot[b->n++] = leaf->slot;
}

size_t
condition_unknown(const struct condition *c, struct lead *l, uint32_t *slot, size_t room)
{
	struct blamed b = { slot, room, 0 };

	walk_quietly(c, l, add_slot, &b);
	return b.n;
}

struct reason {
	uint32_t slot;
	const char *why;
};

static void
find_reason(void *to, struct lead *l, const struct node *leaf)
{
	static const char *const not_a[VALUE_COMPARED] = {
		[VALUE_NUMBER] = "not a number", [VALUE_MONEY] = "not an amount",
		[VALUE_AMOUNT] = "not an amount", [VALUE_TIME] = "not a time",
		[VALUE_LENGTH] = "not a time", [VALUE_BOOL] = "not yes or no"
	};
	const struct node *operand = leaf + leaf->size - 1;     /* the innermost */
	struct reason *r = to;
	struct value v;

	if (r->why != NULL || leaf->slot != r->slot)
		return;
	if (!lead_known(l, r->slot))
		r->why = "missing";
	else if (operand->kind == NODE_CALL)
		r->why = lead_activities(l, r->slot) ? "no such activity" : "not a history";
	else if (leaf->kind == NODE_TRUTH)
		r->why = not_a[VALUE_BOOL];
	else if (leaf->kind == NODE_MATCHES &&
	    condition_test_operand(l, leaf + 1, VALUE_TEXT, &v))
		r->why = "a pattern took too long";
	else if (leaf->kind != NODE_WITHIN)
		r->why = "no domain";
	else if (condition_test_operand(l, leaf + 1, leaf->type, &v))
		r->why = "another currency";
	else
		r->why = not_a[leaf->type];
}

const char *
condition_unknown_why(const struct condition *c, struct lead *l, uint32_t slot)
{
	struct reason r = { .slot = slot };

	walk_quietly(c, l, find_reason, &r);
	return r.why;
}
