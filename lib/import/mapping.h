/*
 * mapping - which column of a file holds which field of a lead.
 *
 * Rules say so, in this order: options (-m email=Contact), a mapping file, our names for the
 * fields, their synonyms.  Column names are compared by text_key.  Where several columns would be
 * the same field the better one is: by rule, then any that is filled, then the earlier synonym,
 * then the earlier column.  The others come along as they are.
 */
#ifndef IMPORT_MAPPING_H
#define IMPORT_MAPPING_H

#include "base/buf.h"
#include "base/err.h"
#include "base/map.h"
#include "lead/vocab.h"
#include "value/date.h"

enum mapping_by {                       /* stronger first */
	MAPPING_OPTION, MAPPING_FILE, MAPPING_NAME, MAPPING_SYNONYM, MAPPING_NONE
};
extern const char *const mapping_by_name[MAPPING_NONE + 1];

/* What an activity file's columns may be. */
enum mapping_activity {
	MAPPING_LEAD_ID, MAPPING_EMAIL, MAPPING_TYPE, MAPPING_AT, MAPPING_CHANNEL, MAPPING_VALUE,
	MAPPING_CAMPAIGN, MAPPING_COUNT, MAPPING_STAGE, MAPPING_ACTIVITY_FIELDS
};
extern const char *const mapping_activity_name[MAPPING_ACTIVITY_FIELDS];

/* One rule: a field is a column, several columns joined by blanks (A+B), or a constant (:x). */
struct mapping_rule {
	enum mapping_by by;
	bool activity;                  /* field is of enum mapping_activity */
	unsigned field;
	struct str text;                /* what stands right of the = */
	struct place at;
	bool used;                      /* some file has its columns */
};

struct mapping {
	struct arena *arena;
	struct mapping_rule *rule;
	size_t rules, room;
	struct map key;                 /* text_key of our names and synonyms */
	struct buf of_key;              /* per key: struct mapping_name */
	enum date_order order;          /* of dates whose column does not say; NONE: leave them */
	char decimal;                   /* of numbers whose column does not say; 0: leave them */
	struct str region;              /* where phones of leads without a country are dialled */
};

struct mapping_name {
	enum vocab_field field;
	unsigned rank;                  /* 0: its own name; then its synonyms, in order */
};

void	mapping_init(struct mapping *m, struct arena *a);
/* "email=Contact", "activity.type=:purchase". */
int	mapping_add(struct mapping *m, enum mapping_by by, struct str text, struct place at,
	    struct err *e);
/* Two rules of one strength for one field contradict each other. */
int	mapping_check(const struct mapping *m, struct err *e);
/* The field a column's name leads to by itself, or VOCAB_FIELDS. */
enum vocab_field mapping_name(const struct mapping *m, struct arena *scratch, struct str label,
    unsigned *rank);
/* Does the name say that it holds the answer to "has it become a customer"? */
bool	mapping_converted(struct arena *scratch, struct str label);

/* What became of a column. */
enum mapping_fate {
	MAPPING_KEPT,                   /* comes out as it is */
	MAPPING_RENAMED,                /* the same, as original_NAME: its name is ours */
	MAPPING_FIELD,                  /* is a field, or part of one */
	MAPPING_BEATEN,                 /* kept; would have been a field, but another column was better */
	MAPPING_DROPPED                 /* of a rejects file: not the lead's */
};
extern const char *const mapping_fate_name[MAPPING_DROPPED + 1];

struct mapping_column {
	struct str label;
	uint64_t filled;                /* cells with something in them, where that was counted */
	enum mapping_fate fate;
	enum mapping_by by;
	unsigned rank;
	enum vocab_field field;         /* FIELD, BEATEN; else VOCAB_FIELDS */
	struct str name;                /* in the output, unless it is a field */
};

/* Where a field comes from. */
struct mapping_source {
	const uint32_t *column;         /* joined by blanks */
	uint32_t columns;               /* 0: the constant, or nothing */
	struct str constant;
	bool mapped;
};

struct mapping_file {                   /* of one input */
	struct mapping_column *column;
	uint32_t columns;
	struct mapping_source field[VOCAB_FIELDS];
	uint32_t converted;             /* the column that says so; UINT32_MAX: none */
};

/* Label, filled and (DROPPED) fate of the columns are given; the rest is worked out. */
void	mapping_resolve(struct mapping *m, struct mapping_file *f);
/* Rules whose columns are in no file: the first is an error that names the nearest column. */
int	mapping_unused(const struct mapping *m, const struct mapping_file *const *file, size_t files,
	    struct err *e);

/* The columns of an activity file; -1 where there is none. */
struct mapping_cell {
	int32_t column;
	struct str constant;
};
void	mapping_activities(struct mapping *m, const struct str *label, uint32_t labels,
	    struct mapping_cell cell[MAPPING_ACTIVITY_FIELDS]);

#endif
