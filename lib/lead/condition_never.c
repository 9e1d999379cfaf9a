/*
 * condition_never - can a condition be true of any lead?
 *
 * Found are pairs of parts that `and` joins and that exclude each other, on the same field:
 *
 *	employees > 50 and employees < 10        no number is in both
 *	source = webinar and source = referral   no text is both
 *	title is unknown and title = x           what is unknown is equal to nothing
 *
 * What is not found may still never be true; what is found never is.
 */
#include "lead/condition_impl.h"

/* No value lies in both. */
static bool
apart(const struct interval *a, const struct interval *b,
    int (*compare)(const struct value *, const struct value *))
{
	int order;

	if (!a->has_high || !b->has_low)
		return false;
	order = compare(&a->high, &b->low);
	return order != VALUE_APART && (order < 0 || (order == 0 && (a->below || b->above)));
}

static bool
within_apart(const struct node *a, const struct node *b)
{
	const struct interval *x = a->is.within.item, *y;
	uint32_t i, j;

	/* Times have a beginning and an end, and are compared by either. */
	if (a->type != b->type || a->type == VALUE_TIME || a->negated || b->negated)
		return false;
	for (i = 0; i < a->is.within.count; i++, x++)
		for (y = b->is.within.item, j = 0; j < b->is.within.count; j++, y++)
			if (!apart(x, y, condition_value[a->type].compare) &&
			    !apart(y, x, condition_value[a->type].compare))
				return false;
	return true;
}

static bool
has(const struct set *set, struct str text)
{
	uint64_t i;

	for (i = 0; i <= set->mask; i++)
		if (set->slot[i].n != 0 && str_eq(set->slot[i], text))
			return true;
	return false;
}

static bool
sets_apart(const struct node *a, const struct node *b)
{
	uint64_t i;

	if (a->negated || b->negated || a[1].type == VALUE_LIST)
		return false;
	for (i = 0; i <= a->is.set.mask; i++)
		if (a->is.set.slot[i].n != 0 && has(&b->is.set, a->is.set.slot[i]))
			return false;
	return true;
}

static bool
asks_unknown(const struct node *n)
{
	return n->kind == NODE_KNOWN && n->negated;
}

/* Parts that look at one field by itself, and cannot both be true. */
static bool
exclude(const struct node *a, const struct node *b)
{
	if (a->kind < NODE_TRUTH || b->kind < NODE_TRUTH || a[1].kind != NODE_FIELD ||
	    b[1].kind != NODE_FIELD || a[1].slot != b[1].slot)
		return false;
	if (asks_unknown(a) || asks_unknown(b))
		return asks_unknown(a) != asks_unknown(b);
	if (a->kind != b->kind)
		return false;
	if (a->kind == NODE_WITHIN)
		return within_apart(a, b);
	if (a->kind == NODE_EQUAL)
		return sets_apart(a, b);
	return a->kind == NODE_TRUTH && a->negated != b->negated;
}

static bool
never(const struct node *n)
{
	const struct node *a, *b, *end = n + n->size;
	bool all = true;

	if (n->kind != NODE_AND && n->kind != NODE_OR)
		return false;
	for (a = n + 1; a < end; a += a->size) {
		if (n->kind == NODE_OR)
			all = all && never(a);
		else if (never(a))
			return true;
		for (b = a + a->size; n->kind == NODE_AND && b < end; b += b->size)
			if (exclude(a, b))
				return true;
	}
	return n->kind == NODE_OR && all;
}

bool
condition_never(const struct condition *c)
{
	return never(c->node);
}
