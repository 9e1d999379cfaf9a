/*
 * mapping - which column of a file holds which field of a lead.
 *
 * Rules say so, in this order: options (-m email=Contact), a mapping file, the preset of the
 * system the file comes from, our names for the fields, their synonyms, names alike.  Names of
 * columns are compared by mapping_key: "E-Mail address *" is "EmailAddress".  Where several
 * columns could be one field the better one is: by rule, then one that is filled, then the more
 * usual name, then the earlier column.  The others come along as they are.
 */
#ifndef IMPORT_MAPPING_H
#define IMPORT_MAPPING_H

#include "base/buf.h"
#include "base/err.h"
#include "base/map.h"
#include "import/preset.h"
#include "import/quality.h"
#include "lead/config.h"
#include "lead/vocab.h"
#include "value/date.h"

enum mapping_by {                       /* stronger first */
	MAPPING_OPTION, MAPPING_FILE, MAPPING_PRESET, MAPPING_NAME, MAPPING_SYNONYM, MAPPING_ALIKE,
	MAPPING_NONE
};
extern const char *const mapping_by_name[MAPPING_NONE + 1];

/* What an activity file's columns may be. */
enum mapping_activity {
	MAPPING_LEAD_ID, MAPPING_EMAIL, MAPPING_TYPE, MAPPING_AT, MAPPING_CHANNEL, MAPPING_VALUE,
	MAPPING_CAMPAIGN, MAPPING_COUNT, MAPPING_STAGE, MAPPING_ACTIVITY_FIELDS
};
extern const char *const mapping_activity_name[MAPPING_ACTIVITY_FIELDS];

#define MAPPING_NO_PRESET UINT32_MAX     /* none; or still to be found out */
#define MAPPING_GENERIC (UINT32_MAX - 1)  /* none, and not to be found out */

/* One rule: a field is a column, several columns joined by blanks (A+B), or a constant (:x). */
struct mapping_rule {
	enum mapping_by by;
	uint32_t preset;                /* MAPPING_PRESET: which */
	unsigned rank;                  /* among those of one field: 0 is preferred */
	bool activity;                  /* field is of enum mapping_activity */
	unsigned field;                 /* VOCAB_FIELDS: the column stays as it is */
	struct str text, key;           /* what stands right of the =; as names are compared */
	struct place at;
	bool used;                      /* some file has its columns */
};

struct words;

/* Whose value survives, and what changes in a master file: "newest", of every column, or
 * "phone=rank"; files and presets, best first, with commas between, or NULL.  See merge_rules.h. */
struct mapping_merge {
	const char *const *keep, *const *update;
	size_t keeps, updates;
	const char *rank;
};
extern const char *const mapping_keep_name[], *const mapping_update_name[];

struct mapping {
	struct arena *arena;
	struct words *words;            /* spellings of a mapping file are added here; or NULL */
	struct mapping_rule *rule;
	size_t rules, room;
	struct map key;                 /* of our names and synonyms */
	struct buf of_key;              /* per key: struct mapping_name */
	struct map rule_key;            /* of every column a rule names, but a preset's … */
	struct buf of_rule_key;         /* … per key: struct mapping_fields */
	struct buf strip;               /* struct preset_strip, for every input */
	struct buf unfold;              /* struct unfold_rule */
	struct config_node given;       /* the mapping file; its value is NULL without one */
	enum date_order order;          /* of dates whose column does not say; NONE: leave them */
	char decimal;                   /* of numbers whose column does not say; 0: leave them */
	struct str region;              /* where phones of leads without a country are dialled */
	struct str zone;                /* of times that state none; "": --tz */
	struct quality quality;
	struct mapping_merge merge;
};

struct mapping_name {
	enum vocab_field field;
	unsigned rank;                  /* 0: its own name; then its synonyms, in order */
};

/* Fields that rules make of a column: a bit each, of vocab's first 64. */
struct mapping_fields {
	uint64_t bits;
};

void	mapping_init(struct mapping *m, struct arena *a);
void	mapping_free(struct mapping *m);
/* "email=Contact", "activity.type=:purchase". */
int	mapping_add(struct mapping *m, enum mapping_by by, struct str text, struct place at,
	    struct err *e);
/* The same in parts; no field: the column stays as it is. */
int	mapping_add_rule(struct mapping *m, struct mapping_rule rule, struct str field, struct err *e);
/* Text, key and field are there, and outlive the mapping. */
void	mapping_push_rule(struct mapping *m, struct mapping_rule rule);
/* mapping_start.c: what the options say; NULL: not given. */
struct mapping_options {
	const char *const *map;         /* email=Contact … */
	size_t maps;
	const char *file, *preset, *region;
	const char *dates, *decimal;    /* day-first or month-first; point or comma */
};
int	mapping_start(struct mapping *m, struct arena *a, struct words *words,
	    const struct mapping_options *o, uint32_t *preset, struct err *e);
/* Two options for one field contradict each other. */
int	mapping_check(const struct mapping *m, struct err *e);
/* A column's name as names are compared: text_key without its underscores. */
struct str mapping_key(struct arena *a, struct str label);
/* The field a column's name leads to by itself, or VOCAB_FIELDS. */
enum vocab_field mapping_name(const struct mapping *m, struct arena *scratch, struct str label,
    enum mapping_by *by, unsigned *rank);
/* Any field it could be, by any rule or preset: bits. */
uint64_t mapping_candidates(const struct mapping *m, struct arena *scratch, struct str label);
/* Does the name say that it holds the answer to "has it become a customer"? */
bool	mapping_converted(struct arena *scratch, struct str label);
/* The answer to "is it only a test of the form?" */
bool	mapping_trial(struct arena *scratch, struct str label);

/* The rules that take nested JSON apart, as a list. */
const struct unfold_rule *mapping_unfold(struct mapping *m);

/* mapping_merge.c: what a file says of that, and all of it in one list: what comes later is stronger. */
int	mapping_merge_load(struct mapping *m, struct config_node n, struct err *e);
void	mapping_merge_put(struct buf *b, const struct mapping_merge *file,
    const struct mapping_merge *given);

/* mapping_load.c: a lead-mapping file. */
extern const char mapping_schema_json[];        /* JSON Schema of such files */
int	mapping_load(struct mapping *m, const char *path, struct err *e);

/* What became of a column. */
enum mapping_fate {
	MAPPING_KEPT,                   /* comes out as it is */
	MAPPING_RENAMED,                /* the same, as original_NAME: its name is ours */
	MAPPING_FIELD,                  /* is a field, or part of one */
	MAPPING_BEATEN,                 /* kept; would have been a field, but another was better */
	MAPPING_OURS,                   /* we wrote it in an earlier import, and work it out anew */
	MAPPING_DROPPED                 /* of a rejects file: not the lead's */
};
extern const char *const mapping_fate_name[MAPPING_DROPPED + 1];

struct mapping_column {
	struct str label, key;          /* key: as names are compared */
	uint64_t filled;                /* cells with something in them, where that was counted */
	bool unlike;                    /* its cells are not what a name alike would have them be */
	enum mapping_fate fate;
	enum mapping_by by;
	unsigned rank;
	enum vocab_field field;         /* FIELD, BEATEN, OURS; else VOCAB_FIELDS */
	struct str name;                /* in the output, unless it is a field */
};

/* Where a field comes from. */
struct mapping_source {
	const uint32_t *column;         /* joined by blanks */
	uint32_t columns;               /* 0: the constant, or nothing */
	struct str constant;
	bool mapped;
	const uint32_t *second;         /* e-mail and phone: columns that fill its gaps, in order */
	uint32_t seconds;
};

struct mapping_file {                   /* of one input */
	struct mapping_column *column;
	uint32_t columns;
	uint32_t preset;                /* MAPPING_NO_PRESET: none */
	unsigned confidence;            /* percent of its columns that the preset knows */
	bool ours;                      /* lead-import wrote it: its other columns are no fields */
	bool master;                    /* given: what the options say is not about this one */
	struct mapping_source field[VOCAB_FIELDS];
	struct str strip[VOCAB_FIELDS]; /* prefixes */
	uint32_t converted;             /* the column that says so; UINT32_MAX: none */
};

/* Label, filled, unlike and (DROPPED) fate of the columns are given; the rest is worked out.
 * `forced`: the preset to use, or MAPPING_NO_PRESET to find it out. */
void	mapping_resolve(struct mapping *m, struct mapping_file *f, uint32_t forced);
/* Rules whose columns are in no file: the first is an error that names the nearest column. */
int	mapping_unused(const struct mapping *m, const struct mapping_file *const *file, size_t files,
	    struct err *e);

/* Columns that could be a field which is another one: the first is an error. */
int	mapping_strict(const struct mapping_file *const *file, size_t files, const char *const *name,
    struct err *e);

/* mapping_preset.c: its number in preset_list by name; "generic" is MAPPING_GENERIC. */
int	mapping_preset_find(const char *name, uint32_t *preset, struct err *e);
/* The one whose signs the file's columns show, by their keys; its confidence is set. */
uint32_t mapping_preset_detect(struct mapping_file *f, uint32_t forced);
/* Its rules are the mapping's, too. */
void	mapping_preset_take(struct mapping *m, uint32_t preset);
/* The fields that a column of that key may be for any of them: bits. */
uint64_t mapping_preset_fields(struct str key);

/* The columns of an activity file; -1 where there is none. */
struct mapping_cell {
	int32_t column;
	struct str constant;
};
void	mapping_activities(struct mapping *m, const struct str *label, uint32_t labels,
    struct mapping_cell cell[MAPPING_ACTIVITY_FIELDS]);

#endif
