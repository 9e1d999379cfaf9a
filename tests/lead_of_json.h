/* lead_of_json - for tests: a lead attached to the record that a JSON object is. */
#ifndef TESTS_LEAD_OF_JSON_H
#define TESTS_LEAD_OF_JSON_H

#include <stdlib.h>

#include "lead/lead.h"
#include "record/skim.h"

/* A schema of the first second of March 2026. */
static inline struct schema
lead_of_json_schema(struct arena *a)
{
	return (struct schema){ .arena = a, .zone = &zone_utc, .now = 1772323200 };
}

struct lead_of_json {
	struct arena arena, scratch;
	struct lead lead;
	struct record rec;
};

/* The schema is complete by now. */
static inline void
lead_of_json_init(struct lead_of_json *t, const struct schema *s)
{
	*t = (struct lead_of_json){ 0 };
	lead_init(&t->lead, &t->arena, s);
}

/* False: no JSON object. */
static inline bool
lead_of_json(struct lead_of_json *t, struct str json)
{
	enum { MOST = 64 };
	struct field key[MOST];
	struct str *name;
	struct skim k = { .key = key, .room = MOST };
	size_t i, used;

	arena_reset(&t->scratch);
	k.value = arena_array(&t->arena, MOST, sizeof *k.value);
	name = arena_array(&t->arena, MOST, sizeof *name);
	if (skim_object(json, &k, &used) != SKIM_OK)
		return false;
	for (i = 0; i < k.n; i++)
		name[i] = record_field_text(&t->arena, key[i]);
	t->rec = (struct record){ .shape = record_shape(&t->arena, name, (uint32_t)k.n),
		.field = k.value, .raw = json, .scratch = &t->scratch };
	lead_attach(&t->lead, &t->rec);
	return true;
}

static inline void
lead_of_json_free(struct lead_of_json *t)
{
	lead_free(&t->lead);
	arena_free(&t->arena);
	arena_free(&t->scratch);
}

#endif
