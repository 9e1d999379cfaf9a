/* record - shapes of columns, and the text of a field. */
#include <stdatomic.h>

#include "base/map.h"
#include "record/skim.h"

/* Ids only tell shapes apart; that threads draw them in any order shows nowhere. */
static _Atomic uint64_t last_id;

/* "name_2", "column_38": the first of its kind that is not taken yet. */
static struct str
another_label(struct arena *a, struct map *taken, struct str name, uint32_t at)
{
	struct str base = name, s;
	uint32_t n = 1;

	if (name.n == 0)
		s = base = arena_printf(a, "column_%u", at + 1);
	else
		s = arena_printf(a, "%.*s_%u", STR_ARG(base), ++n);
	while (map_find(taken, s) != MAP_NONE)
		s = arena_printf(a, "%.*s_%u", STR_ARG(base), ++n);
	map_add(taken, s);
	return s;
}

/* Names that stand alone keep themselves as labels, whatever the repeated ones before them need. */
static const struct str *
labels(struct arena *a, const struct str *name, uint32_t count)
{
	struct arena keys = { 0 };
	struct map taken = { .arena = &keys };
	struct str *label = NULL;
	bool *first = arena_array(&keys, count, sizeof *first);
	uint32_t i, before;

	for (i = 0; i < count; i++) {
		before = taken.count;
		first[i] = name[i].n != 0 && map_add(&taken, name[i]) == before;
	}
	for (i = 0; i < count; i++) {
		if (first[i])
			continue;
		if (label == NULL) {
			label = arena_array(a, count, sizeof *label);
			memcpy(label, name, count * sizeof *label);
		}
		label[i] = another_label(a, &taken, name[i], i);
	}
	map_free(&taken);
	arena_free(&keys);
	return label ? label : name;
}

const struct shape *
record_shape(struct arena *a, const struct str *name, uint32_t count)
{
	struct shape *s = arena_alloc(a, sizeof *s);

	s->id = atomic_fetch_add(&last_id, 1) + 1;
	s->count = count;
	s->name = name;
	s->label = labels(a, name, count);
	return s;
}

/* A cell between its quotes, each "" made one. */
static struct str
unquote(struct arena *a, struct str s)
{
	size_t at = str_find(s, '"');
	char *text, *to;

	if (at == s.n)
		return s;
	to = text = arena_text(a, s.n);
	do {
		memcpy(to, s.p, at + 1);
		to += at + 1;
		s = str_slice(s, at + 2, s.n);
	} while ((at = str_find(s, '"')) != s.n);
	memcpy(to, s.p, s.n);
	to += s.n;
	return (struct str){ text, (size_t)(to - text) };
}

struct str
record_field_text(struct arena *a, struct field f)
{
	struct str s = { f.raw, f.size };

	if (f.flags & FIELD_ABSENT)
		return (struct str){ 0 };
	if (f.flags & FIELD_TEXT || !(f.flags & FIELD_QUOTED))
		return s;
	if (f.flags & FIELD_ESCAPE && f.flags & FIELD_JSON)
		return skim_text(a, s);
	s = str_slice(s, 1, s.n - 1);
	return f.flags & FIELD_ESCAPE ? unquote(a, s) : s;
}

struct str
record_text(struct record *r, uint32_t at)
{
	return record_field_text(r->scratch, record_field(r, at));
}
