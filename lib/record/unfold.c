/*
 * unfold - which columns of a shape have rules is worked out once per shape; and what comes out
 * of an object nearly always has the names that came out of the last one.
 */
#include <stdlib.h>

#include "record/format.h"
#include "record/skim.h"
#include "record/unfold.h"

/* Shapes are forgotten all at once when they are too many. */
enum { MOST_SHAPES = 4096, INNER = 8 };

struct unfold {
	const struct unfold_rule *rules;
	uint64_t shape;                 /* of the record before … */
	bool concerned;                 /* … any of whose columns has a rule */
	struct arena arena;             /* of the shapes and their names */
	struct map known;               /* names of a shape, each with its size in front */
	struct buf shapes;              /* const struct shape *, by number there */
	struct arena scratch;           /* of the record */
	struct buf names, fields, key;  /* struct str, struct field; their key in `known` */
	struct skim items, members;
};

struct unfold *
unfold_new(struct arena *a, const struct unfold_rule *rules)
{
	struct unfold *u = arena_alloc(a, sizeof *u);

	u->rules = rules;
	u->known.arena = &u->arena;
	skim_grow(&u->items, INNER);
	skim_grow(&u->members, INNER);
	return u;
}

void
unfold_free(struct unfold *u)
{
	if (u == NULL)
		return;
	map_free(&u->known);
	arena_free(&u->arena);
	arena_free(&u->scratch);
	buf_free(&u->shapes);
	buf_free(&u->names);
	buf_free(&u->fields);
	buf_free(&u->key);
	free(u->items.key);
	free(u->items.value);
	free(u->members.key);
	free(u->members.value);
}

static bool
skim(enum skim_result (*of)(struct str, struct skim *, size_t *), struct field f, struct skim *k)
{
	struct str s = { f.raw, f.size };
	enum skim_result result;
	size_t used;

	while ((result = of(s, k, &used)) == SKIM_MEMBERS && k->room < FORMAT_MAX_COLUMNS)
		skim_grow(k, k->room * 4);
	return result == SKIM_OK;
}

static bool
is_nested(struct field f, char open)
{
	return f.flags & FIELD_NEST && *f.raw == open;
}

static const struct unfold_rule *
rule_of(const struct unfold *u, struct str label)
{
	const struct unfold_rule *r;

	for (r = u->rules; r->member.n != 0; r++)
		if (str_eq(r->member, label))
			return r;
	return NULL;
}

static void
add(struct unfold *u, struct str name, struct field f)
{
	buf_add(&u->names, &name, sizeof name);
	buf_add(&u->fields, &f, sizeof f);
}

/* ["a@x.example"] is that. */
static struct field
single(struct unfold *u, struct field f)
{
	if (is_nested(f, '[') && skim(skim_array, f, &u->members) && u->members.n == 1 &&
	    !(u->members.value[0].flags & FIELD_NEST))
		return u->members.value[0];
	return f;
}

/* One pair of a list: false when it is none. */
static bool
add_pair(struct unfold *u, const struct unfold_rule *rule, struct field item)
{
	struct field value = { .flags = FIELD_ABSENT };
	struct str name = { 0 };
	size_t i;

	if (!is_nested(item, '{') || !skim(skim_object, item, &u->members))
		return false;
	for (i = 0; i < u->members.n; i++) {
		struct str key = record_field_text(&u->scratch, u->members.key[i]);

		if (str_eq(key, rule->value))
			value = u->members.value[i];
		else if (str_eq(key, rule->name) && u->members.value[i].flags & FIELD_QUOTED)
			name = record_field_text(&u->scratch, u->members.value[i]);
	}
	if (name.n == 0)
		return false;
	add(u, name, single(u, value));
	return true;
}

static bool
add_inner(struct unfold *u, const struct unfold_rule *rule, struct field f)
{
	size_t i;

	if (rule->name.n == 0) {
		if (!is_nested(f, '{') || !skim(skim_object, f, &u->items))
			return false;
		for (i = 0; i < u->items.n; i++)
			add(u, record_field_text(&u->scratch, u->items.key[i]),
			    single(u, u->items.value[i]));
		return true;
	}
	if (!is_nested(f, '[') || !skim(skim_array, f, &u->items))
		return false;
	for (i = 0; i < u->items.n; i++)
		if (!add_pair(u, rule, u->items.value[i]))
			return false;
	return true;
}

static const struct shape *
shape_of(struct unfold *u)
{
	const struct str *name = (const struct str *)(const void *)u->names.p;
	uint32_t count = (uint32_t)(u->names.n / sizeof *name), number, before, i;
	const struct shape *shape;
	struct str *kept;

	if (u->known.count >= MOST_SHAPES) {
		map_free(&u->known);
		arena_free(&u->arena);
		u->shapes.n = 0;
	}
	u->key.n = 0;
	for (i = 0; i < count; i++) {
		buf_add(&u->key, &name[i].n, sizeof name[i].n);
		buf_str(&u->key, name[i]);
	}
	before = u->known.count;
	number = map_add(&u->known, buf_text(&u->key));
	if (number == before) {
		kept = arena_array(&u->arena, (size_t)count + 1, sizeof *kept);
		for (i = 0; i < count; i++)
			kept[i] = arena_copy(&u->arena, name[i]);
		shape = record_shape(&u->arena, kept, count);
		buf_add(&u->shapes, &shape, sizeof shape);
	}
	return ((const struct shape *const *)(const void *)u->shapes.p)[number];
}

void
unfold_record(struct unfold *u, struct record *rec)
{
	const struct unfold_rule *rule;
	size_t names, fields;
	uint32_t i;

	if (u->shape != rec->shape->id) {
		u->shape = rec->shape->id;
		for (i = 0; i < rec->shape->count && rule_of(u, rec->shape->label[i]) == NULL; i++)
			;
		u->concerned = i < rec->shape->count;
	}
	if (!u->concerned)
		return;
	arena_reset(&u->scratch);
	u->names.n = u->fields.n = 0;
	for (i = 0; i < rec->shape->count; i++) {
		rule = rule_of(u, rec->shape->label[i]);
		names = u->names.n;
		fields = u->fields.n;
		if (rule != NULL && add_inner(u, rule, record_field(rec, i)))
			continue;
		u->names.n = names;
		u->fields.n = fields;
		add(u, rec->shape->name[i], record_field(rec, i));
	}
	if (u->fields.n / sizeof *rec->field > FORMAT_MAX_COLUMNS)
		return;
	rec->shape = shape_of(u);
	rec->field = (const struct field *)(const void *)u->fields.p;
}
