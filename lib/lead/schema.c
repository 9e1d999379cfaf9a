/*
 * schema - which columns somebody looks at, and where a file has them.
 */
#include "lead/lead.h"

static bool
is_same(const struct wanted *a, const struct wanted *b)
{
	if (a->quoted != b->quoted)
		return false;
	return a->quoted || a->field == VOCAB_FIELDS ? str_eq(a->name, b->name) :
	    a->field == b->field;
}

/* A slot that there is already, or UINT32_MAX. */
static uint32_t
find(const struct schema *s, const struct wanted *w, bool given)
{
	uint32_t slot;

	for (slot = 0; slot < s->count; slot++)
		if (s->wanted[slot].given == given && is_same(&s->wanted[slot], w))
			return slot;
	return UINT32_MAX;
}

uint32_t
schema_want(struct schema *s, struct wanted w)
{
	struct wanted *more;
	uint32_t slot;

	w.field = vocab_find(w.name);
	if (w.field != VOCAB_FIELDS && w.quoted && !str_is(w.name, vocab[w.field].name))
		w.field = VOCAB_FIELDS;
	w.type = w.field == VOCAB_FIELDS ? VOCAB_TYPE_TEXT : vocab[w.field].type;
	slot = w.own ? UINT32_MAX : find(s, &w, true);
	if (slot == UINT32_MAX && !w.given)
		slot = find(s, &w, false);
	if (slot != UINT32_MAX) {
		s->wanted[slot].optional &= w.optional;
		return slot;
	}
	if (s->count == s->room) {
		s->room = s->room ? 2 * s->room : 32;
		more = arena_array(s->arena, s->room, sizeof *more);
		if (s->count)
			memcpy(more, s->wanted, s->count * sizeof *more);
		s->wanted = more;
	}
	w.name = arena_copy(s->arena, w.name);
	w.from = arena_copy(s->arena, w.from);
	w.path = arena_copy(s->arena, w.path);
	s->wanted[s->count] = w;
	return s->count++;
}

uint32_t
schema_want_field(struct schema *s, enum vocab_field f)
{
	return schema_want(s, (struct wanted){ .name = str_of(vocab[f].name) });
}

int
schema_read(struct schema *s, struct config_node n, uint32_t *slot, struct err *e)
{
	struct place at = config_place(n);
	struct wanted w = { .from = str_of(at.file), .line = at.line, .path = config_path(n) };

	if (n.value == NULL)
		return 0;
	if (config_text(n, &w.name, e) != 0)
		return -1;
	if (w.name.n == 0)
		return config_err(n, e, "expected the name of a column");
	*slot = schema_want(s, w);
	return 0;
}

int
schema_read_time(struct schema *s, struct config_node n, uint32_t *slot, struct err *e)
{
	const struct wanted *w;

	if (n.value == NULL)
		return 0;
	if (schema_read(s, n, slot, e) != 0)
		return -1;
	w = &s->wanted[*slot];
	return w->field == VOCAB_FIELDS || w->type == VOCAB_TYPE_TIME ? 0 :
	    config_err(n, e, "%.*s is not a time", STR_ARG(w->name));
}

int32_t
schema_column(const struct schema *s, const struct shape *shape, uint32_t slot)
{
	const struct wanted *w = &s->wanted[slot];
	struct str name = w->field == VOCAB_FIELDS ? w->name : str_of(vocab[w->field].name);
	uint32_t i;

	for (i = 0; i < shape->count; i++)
		if (str_eq(shape->label[i], name))
			return (int32_t)i;
	for (i = 0; !w->quoted && i < shape->count; i++)
		if (vocab_same(shape->label[i], name))
			return (int32_t)i;
	return -1;
}

int
schema_no_column(const struct schema *s, uint32_t slot, const struct shape *header, const char *where,
    struct err *e)
{
	const struct wanted *w = &s->wanted[slot];
	uint32_t labels = header != NULL ? header->count : 0;
	struct place at = { w->from.n ? w->from.p : NULL, w->line, w->path.n ? 0 : w->column };
	struct arena a = { 0 };
	struct buf path = { 0 };
	const char **name = arena_array(&a, (size_t)labels + VOCAB_FIELDS + 1, sizeof *name);
	const char *nearest;
	uint32_t i;

	for (i = 0; i < labels; i++)
		name[i] = arena_copy(&a, header->label[i]).p;
	for (i = 0; i < VOCAB_FIELDS; i++)
		name[labels + i] = vocab[i].name;
	nearest = str_nearest(w->name, name);
	if (w->path.n != 0)
		buf_printf(&path, "%.*s: ", STR_ARG(w->path));
	if (w->path.n != 0 && w->column != 0)
		buf_printf(&path, "%llu: ", (unsigned long long)w->column);
	err_set(e, ERR_CONFIG, at, "%.*sno column \"%.*s\" %s%s%s%s", STR_ARG(buf_text(&path)),
	    STR_ARG(w->name), where, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
	    nearest ? "\"?" : "");
	buf_free(&path);
	arena_free(&a);
	return -1;
}

int
schema_check(const struct schema *s, const struct shape *header, struct err *e)
{
	const struct wanted *w;
	uint32_t slot;

	for (slot = 0; slot < s->count; slot++) {
		w = &s->wanted[slot];
		if (!w->quoted && !w->given && w->field == VOCAB_FIELDS &&
		    schema_column(s, header, slot) < 0)
			return schema_no_column(s, slot, header, "in the input", e);
	}
	return 0;
}
