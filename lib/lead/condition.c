/*
 * condition - compiling, and looking at what was compiled.
 *
 * Once the nodes stand, each learns which slot it depends on.  The largest parts that depend on
 * the text of one slot and nothing else (not now, not the history) get a memo, so that a title
 * seen before costs one look-up however long the expression about it is.
 */
#include "lead/condition_impl.h"
#include "value/text.h"

/* ---- compiling ---- */

/* What its parts depend on, together. */
static uint32_t
join_slots(uint32_t a, uint32_t b)
{
	if (a == SLOT_NONE || a == b)
		return b;
	return b == SLOT_NONE ? a : SLOT_MANY;
}

WRAPS static void
find_slots(struct node *node, uint32_t count)
{
	uint32_t i, part;

	for (i = count; i-- > 0;)
		for (part = i + 1; part < i + node[i].size; part += node[part].size)
			node[i].slot = join_slots(node[i].slot, node[part].slot);
}

/* Is it more work than to look up what it said last time?  Values of numbers and times are many and
 * quickly read, and so are the last bytes of a field. */
static bool
is_work(const struct node *n)
{
	switch (n->kind) {
	case NODE_CALL:
	case NODE_TRUTH:
	case NODE_EQUAL:
	case NODE_CONTAINS:
	case NODE_STARTS:
	case NODE_MATCHES:
		return true;
	case NODE_ENDS:
		return n[1].kind != NODE_FIELD || n[1].type == VALUE_LIST;
	case NODE_WITHIN:
		return n->type == VALUE_BOOL;
	default:
		return false;
	}
}

/* Worth a memo, and a function of the field's bytes alone. */
static bool
deserves_memo(const struct node *n)
{
	const struct node *end = n + n->size;
	bool worth = false;

	if (n->slot >= SLOT_MANY)
		return false;
	for (; n < end; n++) {
		if (n->kind == NODE_CALL && !n->is.call.row->memo)
			return false;
		worth |= is_work(n);
	}
	return worth;
}

/* From the whole to its parts: what stands in a part that has one needs none. */
static void
give_memos(struct schema *s, struct node *node, uint32_t count)
{
	uint32_t i = 0;

	while (i < count) {
		if (node[i].kind < NODE_FIELD && deserves_memo(&node[i])) {
			node[i].memo = memo_want(s);
			i += node[i].size;
		} else {
			i++;
		}
	}
}

static void
list_slots(struct condition *c, const struct schema *s)
{
	uint32_t *slot = arena_array(s->arena, c->count, sizeof *slot), i;
	bool *listed = arena_array(s->arena, s->count, sizeof *listed);

	for (i = 0; i < c->count; i++)
		if (c->node[i].slot < SLOT_MANY && !listed[c->node[i].slot]) {
			listed[c->node[i].slot] = true;
			slot[c->slots++] = c->node[i].slot;
		}
	c->slot = slot;
}

static struct condition *
finish(struct parser *p)
{
	struct arena *a = p->schema->arena;
	struct condition *c = arena_alloc(a, sizeof *c);

	c->text = p->text;
	c->count = p->count;
	c->node = arena_array(a, p->count, sizeof *c->node);
	memcpy(c->node, p->node, p->count * sizeof *c->node);
	find_slots(c->node, c->count);
	give_memos(p->schema, c->node, c->count);
	list_slots(c, p->schema);
	return c;
}

static void
free_patterns(struct node *node, uint32_t count)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		if (node[i].kind == NODE_MATCHES)
			condition_pattern_free(node[i].is.pattern);
}

static struct condition *
compile(struct schema *s, struct str text, struct place at, struct str path, struct err *e)
{
	struct parser p = { .schema = s, .place = at, .path = path, .err = e };
	struct condition *c = NULL;
	size_t bad;

	if (text.n > CONDITION_MOST) {
		condition_lex_fail(&p, 0, "a condition of more than %d bytes", CONDITION_MOST);
		return NULL;
	}
	if (!text_valid(text, &bad) || (bad = str_find(text, '\0')) < text.n) {
		condition_lex_fail(&p, (uint32_t)bad, "not UTF-8 text");
		return NULL;
	}
	p.text = arena_copy(s->arena, text);
	if (condition_parse(&p) == 0)
		c = finish(&p);
	else
		free_patterns(p.node, p.count);
	arena_free(&p.temp);
	return c;
}

struct condition *
condition_compile(struct schema *s, struct str text, struct place at, struct err *e)
{
	return compile(s, text, at, (struct str){ 0 }, e);
}

void
condition_free(struct condition *c)
{
	free_patterns(c->node, c->count);
	c->count = 0;
}

/* ---- looking ---- */

int
condition_read(struct schema *s, struct config_node n, const struct condition **c, struct err *e)
{
	struct str text = { 0 };
	struct err inner;

	if (n.value == NULL)
		return 0;
	if (config_text(n, &text, e) != 0)
		return -1;
	if ((*c = compile(s, text, config_place(n), config_path(n), &inner)) != NULL)
		return 0;
	return config_err(n, e, "%s", inner.text);
}

struct str
condition_text(const struct condition *c)
{
	return c->text;
}

size_t
condition_slots(const struct condition *c, const uint32_t **slot)
{
	*slot = c->slot;
	return c->slots;
}

uint32_t
condition_column(const struct condition *c)
{
	return c->node[0].memo != MEMO_NONE ? c->node[0].slot : UINT32_MAX;
}

uint64_t
condition_limited(const struct lead *l)
{
	return condition_pattern_limited(l);
}

void
condition_leave(struct lead *l)
{
	condition_pattern_engine_free(l);
}

bool
condition_timed(const struct condition *c)
{
	const struct node *n;

	for (n = c->node; n < c->node + c->count; n++)
		if (n->kind == NODE_CALL && (n->is.call.row->timed ||
		    (n->is.call.row->within && n->is.call.within >= 0)))
			return true;
	return false;
}
