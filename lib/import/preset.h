/*
 * preset - what is known of the exports of systems: lead-mapping files with signs, as tables.
 *
 * preset.awk makes the tables out of preset_*.json when the library is built, so that a run pays for
 * none of them.  Keys are what mapping_key makes of a name.
 */
#ifndef IMPORT_PRESET_H
#define IMPORT_PRESET_H

#include "lead/vocab.h"
#include "record/unfold.h"

struct preset_rule {
	enum vocab_field field;         /* VOCAB_FIELDS: the column stays as it is */
	unsigned rank;                  /* among those of one field: 0 is preferred */
	struct str text, key;           /* a column's name, A+B or :constant */
};

/* A prefix that the system puts before its values: p:+49… */
struct preset_strip {
	enum vocab_field field;
	struct str prefix;
};

struct preset {
	struct str name, title;
	const struct str *sign;         /* keys of columns that tell it from other systems */
	size_t signs;
	const struct preset_rule *rule;
	size_t rules;
	const struct preset_strip *strip;
	size_t strips;
};
extern const struct preset preset_list[];       /* by name */
extern const unsigned preset_count;

/* A column that any of them names, and the fields it may be: a bit each. */
struct preset_column {
	struct str key;
	uint64_t fields;
};
extern const struct preset_column preset_column[];      /* by key */
extern const unsigned preset_columns;

extern const struct unfold_rule preset_unfold[];        /* of all of them; "" ends it */

#endif
