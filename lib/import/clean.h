/*
 * clean - a record of any input as a lead in canonical form.
 *
 * What is mapped is read by its type and written in one way; what cannot be read stays as it was
 * written, and is counted.  Nothing is guessed: a date whose day and month could change places
 * stays, unless its column as a whole says which is which.
 */
#ifndef IMPORT_CLEAN_H
#define IMPORT_CLEAN_H

#include "import/layout.h"
#include "import/quality.h"
#include "import/words.h"
#include "lead/lead.h"
#include "value/zone.h"

#define CLEAN_KINDS(X) \
	X(WRAPPED, "wrapped")           /* a record that stood in one cell */ \
	X(SPACE, "space")               /* blanks around */ \
	X(PREFIX, "prefix")             /* p:+49… of a preset */ \
	X(EXCEL, "excel")               /* ="00501" */ \
	X(MISSING, "missing")           /* N/A, Select … made empty */ \
	X(EMAIL, "email") X(PHONE, "phone") X(COUNTRY, "country") X(DATE, "date") \
	X(RANGE, "range")               /* 51-200 employees: 51 */ \
	X(NUMBER, "number") X(MONEY, "money") X(TRUTH, "truth") X(WORD, "word")

enum clean_kind {                       /* of repair */
#define X(id, name) CLEAN_##id,
	CLEAN_KINDS(X)
#undef X
	CLEAN_KIND_COUNT
};
extern const char *const clean_kind_name[CLEAN_KIND_COUNT];

struct clean_plan {
	const struct layout *layout;
	const struct words *words;
	const struct zone *zone;        /* of times that state none */
	struct str region;              /* of phones of leads without a country */
	struct quality quality;
	char delimiter;                 /* of CSV output: a cell may be passed on as it stands */
	const char *delimiters;         /* of the inputs; 0: JSON */
};

/* One worker's counts, which add up. */
struct clean_counts {
	uint64_t repaired[CLEAN_KIND_COUNT];
	uint64_t unread[VOCAB_FIELDS];  /* left as written: not a value of the field's type */
	uint64_t undecided[VOCAB_FIELDS];       /* left as written: could mean two things */
	uint64_t unknown[VOCAB_FIELDS];         /* a word nobody knows */
};

/* A column of the record, and where it goes. */
struct clean_step {
	uint32_t from, to;              /* in the record and in the layout, or LAYOUT_NONE */
	enum vocab_field field;
	const struct mapping_source *source;
	bool simple;                    /* one column and nothing else makes the field */
	bool text;                      /* whose values are as they are */
};

/* A lead as it comes out. */
struct clean_lead {
	struct record *rec;
	struct field *field;            /* of the layout's shape */
	struct str value[VOCAB_FIELDS]; /* the same as text, "" where unknown */
	enum vocab_field refused;       /* whose word means no permission that anybody knows: the lead
	                                 * must not be taken; VOCAB_FIELDS: none */
	struct quality_known known;
};

struct clean {
	const struct clean_plan *plan;
	struct clean_counts n;
	struct clean_lead *lead;        /* the one that is looked at, of … */
	struct clean_lead *all;         /* … LEAD_ROWS; NULL: there is only one */
	size_t file;                    /* of which what follows is true */
	uint64_t shape;
	uint32_t *place;                /* per column of the mapping: in the record, or LAYOUT_NONE */
	uint32_t room;
	bool portable;                  /* cells of the file may come out as they stand */
	struct clean_step *pass;        /* columns that come out as they are */
	struct clean_step *step;        /* fields that are mapped, permissions first */
	uint32_t passes, steps;
	struct field *field;            /* of all leads */
	struct field *none;             /* a lead of which nothing is known */
	struct lead memory;             /* what values meant before: see clean_impl.h */
	struct quality_memory known;    /* see quality.h */
	struct buf text;                /* what is being written */
	struct arena *arena;            /* as long as the run */
	struct arena *scratch;          /* of the records */
};

struct clean *clean_new(struct arena *a, const struct clean_plan *p);
/* Up to LEAD_ROWS records of one shape.  The first is looked at. */
void	clean_records(struct clean *c, size_t file, struct record *rec, uint32_t n);
/* Look at another of them. */
static inline void
clean_turn(struct clean *c, uint32_t i)
{
	c->lead = &c->all[i];
}
/* The telephone number of a lead that has become another's in part, read anew: now its country may be
 * known. */
void	clean_phone(const struct clean_plan *p, struct arena *scratch, struct str value[VOCAB_FIELDS],
    struct field *field);
/* Quality and flags of a lead whose fields are, as text, `value`. */
void	clean_assess(const struct clean_plan *p, struct quality_memory *m, struct arena *scratch,
    const struct str value[VOCAB_FIELDS], struct field *field);
/* What is not in the arena. */
void	clean_free(struct clean *c);
void	clean_add(struct clean_counts *into, const struct clean_counts *from);

#endif
