/*
 * settings_fuzz - settings, and a lead held against them.
 *
 * The input is a settings file, an empty line, and the lead's cells, one a line.  Patterns live as
 * long as the run and have a target of their own: settings with one are left alone.
 */
#ifndef TESTS_SETTINGS_FUZZ_H
#define TESTS_SETTINGS_FUZZ_H

#include "fuzz.h"
#include "lead/lead.h"

enum { SETTINGS_NOW = 1772442000, SETTINGS_COLUMNS = 16 };

struct settings_case {
	struct arena a, scratch;
	struct schema schema;
	struct str settings, rest;      /* rest: the cells */
	struct field field[SETTINGS_COLUMNS];
	struct record rec;
	struct lead lead;
};

/* False: nothing to do, nothing to free. */
static inline bool
settings_begin(struct settings_case *c, const uint8_t *data, size_t size)
{
	static const char *const patterns[] = { "atches", "ATCHES", "\\u", NULL };
	struct str text = { (const char *)data, size };
	size_t end = str_search(text, STR("\n\n")), i;

	*c = (struct settings_case){ .settings = str_slice(text, 0, end),
		.rest = str_slice(text, end == SIZE_MAX ? size : end + 2, size) };
	c->schema = (struct schema){ .arena = &c->a, .zone = &zone_utc, .now = SETTINGS_NOW };
	for (i = 0; patterns[i] != NULL; i++)
		if (str_search(c->settings, str_of(patterns[i])) != SIZE_MAX)
			return false;
	return true;
}

/* The settings are loaded: a lead of these columns, NULL-ended. */
static inline struct lead *
settings_lead(struct settings_case *c, const char *const *column)
{
	struct str *name = arena_array(&c->a, SETTINGS_COLUMNS, sizeof *name), line;
	uint32_t n;

	for (n = 0; column[n] != NULL; n++) {
		line = STR("");
		if (c->rest.n != 0 && c->rest.n != SIZE_MAX)
			str_split(&c->rest, '\n', &line);
		name[n] = str_of(column[n]);
		c->field[n] = (struct field){ line.p, (uint32_t)line.n, FIELD_TEXT };
	}
	c->rec = (struct record){ .shape = record_shape(&c->a, name, n), .field = c->field,
		.scratch = &c->scratch };
	lead_init(&c->lead, &c->a, &c->schema);
	lead_attach(&c->lead, &c->rec);
	return &c->lead;
}

static inline void
settings_end(struct settings_case *c)
{
	if (c->lead.schema != NULL)
		lead_free(&c->lead);
	arena_free(&c->scratch);
	arena_free(&c->a);
}

#endif
