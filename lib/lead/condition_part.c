/*
 * condition_part - the parts that `and` or `or` joins at the top of a condition, for explanations.
 *
 * A part reaches from its first word or bracket to where the next one begins; the joining word
 * between them belongs to neither.
 */
#include "lead/condition_impl.h"

/* Joined by `and` or `or`, and not all in brackets. */
static bool
joined(const struct condition *c)
{
	return (c->node->kind == NODE_AND || c->node->kind == NODE_OR) &&
	    c->node->at == c->node[1].at;
}

static const struct node *
part(const struct condition *c, size_t i)
{
	const struct node *n = c->node + joined(c);

	for (; i > 0; i--)
		n += n->size;
	return n;
}

size_t
condition_parts(const struct condition *c)
{
	const struct node *n, *end = c->node + c->count;
	size_t parts = 0;

	if (!joined(c))
		return 1;
	for (n = c->node + 1; n < end; n += n->size)
		parts++;
	return parts;
}

struct str
condition_part_text(const struct condition *c, size_t i)
{
	static const struct str words[] = { { "and", 3 }, { "or", 2 } };
	const struct node *n = part(c, i), *next = n + n->size;
	struct str text;

	if (!joined(c))
		return str_trim(c->text);
	if (next == c->node + c->count)
		return str_trim(str_slice(c->text, n->at, c->text.n));
	text = str_trim(str_slice(c->text, n->at, next->at));
	return str_trim(str_slice(text, 0, text.n - words[c->node->kind == NODE_OR].n));
}

enum truth
condition_part_test(const struct condition *c, size_t i, struct lead *l)
{
	return condition_test_node(l, part(c, i));
}
