/*
 * lead - a record seen as a sales lead: typed fields, parsed when asked for.
 *
 * Before the first record a tool says which columns it will look at (schema_want);
 * conditions do so while they are compiled.  Each thread then has a lead of its own and
 * attaches it to one record after the other.  A field is parsed the first time it is asked
 * for; the answer is remembered until the next lead_attach.  Columns nobody wanted are
 * never located.  Nothing allocates per record but the record's scratch arena.
 */
#ifndef LEAD_LEAD_H
#define LEAD_LEAD_H

#include "base/word.h"
#include "lead/config.h"
#include "lead/vocab.h"
#include "record/record.h"
#include "value/date.h"
#include "value/money.h"
#include "value/zone.h"

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN };

/* The columns somebody looks at, numbered from 0 as they are wanted. */
struct wanted {
	struct str name;                /* as written in the condition or model */
	enum vocab_field field;         /* VOCAB_FIELDS: a column outside the vocabulary */
	enum vocab_type type;           /* how to read it; VOCAB_TYPE_TEXT outside the vocabulary */
	bool given;                     /* no column: the tool says what it is, see lead_give */
	bool own;                       /* the record's column, though one of that name is given */
	bool quoted;                    /* `Any Column`: its name is exact, a missing one only warns */
	bool optional;                  /* nobody misses it: not a word where there is no such column */
	/* Where it was asked for, for messages: a settings file and the path of a node in it, or an
	 * option; and the column within the condition there, 0: none. */
	struct str from, path;
	uint64_t line, column;
};

struct schema {
	struct arena *arena;
	struct wanted *wanted;
	uint32_t count, room;
	uint32_t memos;                 /* memo tables asked for, see memo.h */
	bool rows;                      /* leads are attached to up to LEAD_ROWS records, else to one */
	const struct zone *zone;        /* of times that state none: --tz */
	instant now;
};

/* The slot of a column; the same column asked for twice is one slot.  A name that is given hides
 * the column of that name from those that ask later.  Field and type follow from the name,
 * whatever `w` says of them; its texts are copied. */
uint32_t schema_want(struct schema *s, struct wanted w);
uint32_t schema_want_field(struct schema *s, enum vocab_field f);
/* The column that settings name; an absent node leaves *slot as it is and is 0.  For times, a field
 * of the vocabulary that is none is refused. */
int	schema_read(struct schema *s, struct config_node n, uint32_t *slot, struct err *e);
int	schema_read_time(struct schema *s, struct config_node n, uint32_t *slot, struct err *e);
/* Which column of the shape it is, or -1.  Columns go by their labels: the first of a repeated
 * name is meant.  A bare name means the column of exactly that name if there is one. */
int32_t	schema_column(const struct schema *s, const struct shape *shape, uint32_t slot);
/* Check a CSV header against what is wanted: a bare name that is neither in the vocabulary nor
 * in the header is status 2 with "did you mean".  Canonical names match in any case, with blanks
 * or hyphens for `_`. */
int	schema_check(const struct schema *s, const struct shape *header, struct err *e);
/* Its complaint, of any column that is not there, "in the input", with the place where it was asked
 * for and the nearest name: of the header, or NULL, and the vocabulary.  -1. */
int	schema_no_column(const struct schema *s, uint32_t slot, const struct shape *header,
    const char *where, struct err *e);

struct memo;

/* Records that a lead is attached to at once, at most. */
enum { LEAD_ROWS = 64 };

struct lead {
	const struct schema *schema;
	struct record *rec;             /* the one that is looked at: first[0 .. rows) */
	struct record *first;
	uint32_t rows;
	instant now;                    /* the schema's; who looks ahead may set another */
	uint64_t shape;                 /* of which at[] are the places */
	const int32_t *at;              /* per slot: column of the record, or -1 */
	struct lead_places *places;     /* at[] of recent shapes */
	uint64_t oldest;                /* generation of first[0] */
	uint64_t generation;            /* of the record looked at; cells of older ones are stale */
	struct lead_cell *cell;         /* per slot, of each row, see lead_place */
	struct lead_time *time;         /* the same */
	struct str *given;              /* per slot: what lead_give said */
	struct memo **memo;             /* per memo number, see memo.h; NULL until used */
	void *engine;                   /* per-thread state of conditions, see condition.c */
	uint64_t *seen;                 /* per slot: shapes that had the column; 0: it was never seen */
};

/* The schema is complete by now. */
void	lead_init(struct lead *l, struct arena *a, const struct schema *s);
void	lead_attach(struct lead *l, struct record *r);
/* To `rows` records of one shape, no more than the schema says; the first is looked at. */
void	lead_attach_all(struct lead *l, struct record *r, uint32_t rows);
static inline uint32_t
lead_row(const struct lead *l)
{
	return (uint32_t)(l->rec - l->first);
}
/* Look at another of them.  What has been parsed of each is still known. */
static inline void
lead_turn(struct lead *l, uint32_t row)
{
	l->rec = l->first + row;
	l->generation = l->oldest + row;
}
void	lead_free(struct lead *l);

/* What a slot wanted as `given` holds for the attached record, until it is given anew; "" is
 * unknown.  A column of that name is hidden.  The text is borrowed. */
void	lead_give(struct lead *l, uint32_t slot, struct str text);

/* For lead_field, of slots that are no column of the record. */
struct field lead_field_given(const struct lead *l, uint32_t slot);
/* The field as it stands in the file; FIELD_ABSENT when there is no such column. */
static inline struct field
lead_field(const struct lead *l, uint32_t slot)
{
	int32_t at = l->at[slot];

	return at >= 0 ? record_field(l->rec, (uint32_t)at) : lead_field_given(l, slot);
}

/* Does the record have such a column?  If not, all answers are unknown. */
static inline bool
lead_has(const struct lead *l, uint32_t slot)
{
	return l->at[slot] != -1;
}

/* Trimmed text; "" is unknown.  A list that JSON writes as an array reads as in CSV: "a;b". */
struct str lead_text(struct lead *l, uint32_t slot);
struct str lead_folded(struct lead *l, uint32_t slot);          /* text_fold of it */
bool	lead_known_slowly(struct lead *l, uint32_t slot, struct field f);
static inline bool
lead_known(struct lead *l, uint32_t slot)
{
	struct field f = lead_field(l, slot);

	if (f.size == 0 || (f.flags == 0 && *f.raw > ' ' && *f.raw < 0x7f))
		return f.size != 0;
	return lead_known_slowly(l, slot, f);
}


/* False: unknown, or not such a value. */
static inline bool lead_number(struct lead *l, uint32_t slot, struct number *n);
bool	lead_money(struct lead *l, uint32_t slot, struct money *m);
/* A plain date is the whole day in the schema's zone: from <= t < until; else until == from. */
struct moment {
	instant from, until;
};
static inline bool lead_time(struct lead *l, uint32_t slot, struct moment *m);
/* What any text says: ISO 8601, else a human form.  Where day and month could change places: false. */
bool	lead_moment(struct str s, const struct zone *zone, struct moment *m);
enum truth lead_bool(struct lead *l, uint32_t slot);
const struct activities *lead_activities(struct lead *l, uint32_t slot);        /* NULL: unknown */

/* Up to eight digits in regular CSV, behind which there is always more to read: they are read where
 * they stand, which is faster than to remember an answer. */
WRAPS static inline bool
lead_digits(const struct lead *l, uint32_t slot, int64_t *units)
{
	const struct record *r = l->rec;
	int32_t at = l->at[slot];
	const char *p;
	uint32_t n;

	if (at < 0 || r->field != NULL)
		return false;
	p = record_place(r, (uint32_t)at, &n);
	return n - 1 < 8 && word_digits(p, n, units);
}

/* Where what is remembered of a slot stands. */
static inline size_t
lead_place(const struct lead *l, uint32_t slot)
{
	return l->schema->rows ? (size_t)slot * LEAD_ROWS + l->generation % LEAD_ROWS : slot;
}

struct lead_time {
	uint64_t generation;
	struct moment moment;
	bool known;
};

void	lead_time_read(struct lead *l, uint32_t slot, struct lead_time *t);

static inline bool
lead_time(struct lead *l, uint32_t slot, struct moment *m)
{
	struct lead_time *t = &l->time[lead_place(l, slot)];

	if (t->generation != l->generation)
		lead_time_read(l, slot, t);
	/* Member by member: a copy of both at once would wait for the two writes just made. */
	m->from = t->moment.from;
	m->until = t->moment.until;
	return t->known;
}

/* When the field's moments begin, of all the leads; which of them are known. */
void	lead_time_rows(struct lead *l, uint32_t slot, instant from[], bool known[]);

/* What is no such digits. */
bool	lead_number_slowly(struct lead *l, uint32_t slot, struct number *n);

static inline bool
lead_number(struct lead *l, uint32_t slot, struct number *n)
{
	n->scale = 0;
	return lead_digits(l, slot, &n->units) || lead_number_slowly(l, slot, n);
}

#endif
