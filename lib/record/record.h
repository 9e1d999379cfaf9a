/*
 * record - one lead as it stood in the file, plus what we changed.
 *
 * Fields stay the bytes they were read as until somebody asks for their
 * text; fields nobody touches are written back byte for byte.
 *
 *	base  [ ...| Ann,"Smith, Jr.",ann@example.com CR LF |... ]   the chunk's bytes
 *	            ^start ^      ^   separators: end[0], end[1], end[2]
 *
 * A CSV record of the regular lane is only a pointer into the chunk's index of
 * separators, so a field nobody looks at costs nothing.  Records of the strict
 * lane and of JSON come with field[] filled in.
 *
 * Lifetime: a record and every str taken from it live until the splitter's
 * next call.  To keep one, copy it into your own arena.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"

/* An ordered list of column names.  CSV has one per file; JSON objects
 * with the same keys in the same order share one. */
struct shape {
	uint64_t id;                    /* never reused within a run, never 0 */
	uint32_t count;
	const struct str *name;         /* decoded, as in the file: may be empty or repeated */
	const struct str *label;        /* unique: "name_2", "column_38"; else the name */
};

/* A new shape in `a`.  The names are borrowed: they have to live as long.  Any thread. */
const struct shape *record_shape(struct arena *a, const struct str *name, uint32_t count);

/* The labels of all the shapes, in order of first sight, as one shape: the header that JSON
 * needs to become CSV.  `keys` starts empty; threads' maps are added up in input order.  False:
 * more than FORMAT_MAX_COLUMNS. */
bool	record_union_add(struct map *keys, const struct shape *s);
const struct shape *record_union_shape(struct arena *a, const struct map *keys);

enum field_flag {
	FIELD_ABSENT = 1 << 0,          /* no such field, or JSON null */
	FIELD_QUOTED = 1 << 1,          /* raw is in quotes, CSV's or JSON's */
	FIELD_ESCAPE = 1 << 2,          /* decoding has to copy: "" or \ inside */
	FIELD_JSON   = 1 << 3,          /* raw is JSON syntax */
	FIELD_NEST   = 1 << 4,          /* JSON object or array */
	FIELD_TEXT   = 1 << 5,          /* already decoded: raw is the text itself */
	/* What is written: none of , " TAB CR LF is in it, nor does it begin with a byte order mark. */
	FIELD_PLAIN  = 1 << 6
};

struct field {
	const char *raw;                /* quotes included */
	uint32_t size;
	uint32_t flags;                 /* of enum field_flag */
};

/* A value the tool itself gives to one of its columns. */
enum cell_kind { CELL_NONE, CELL_TEXT, CELL_NUMBER, CELL_POINTS, CELL_BOOL, CELL_TIME, CELL_LIST,
	CELL_JOINED, CELL_KEEP };

struct cell {
	/* NONE: "" in CSV, null in JSON.  KEEP: what the input has in that column, as it stands;
	 * where it has no such column, like NONE. */
	enum cell_kind kind;
	int64_t number;                 /* NUMBER, POINTS (thousandths), BOOL, TIME (seconds) */
	struct str text;                /* TEXT; JOINED: a list as list.h joins it, `number`: plain */
	const struct str *item;         /* LIST: `number` of them */
};

struct record {
	const struct shape *shape;
	const struct field *field;      /* shape->count of them; NULL: use base, start, end */
	const char *base;
	uint32_t start;
	const uint32_t *end;            /* offset of the separator behind each field */
	struct str raw;                 /* the whole record, without its line end */
	struct place at;
	bool wrapped;                   /* CSV: it stood in one cell, see read_options */
	struct cell *own;               /* the tool's columns, in its own order */
	struct arena *scratch;          /* emptied before the next record */
};

/* Of a record without field[]: where its field stands. */
static inline const char *
record_place(const struct record *r, uint32_t at, uint32_t *size)
{
	uint32_t from = at == 0 ? r->start : r->end[at - 1] + 1;

	*size = r->end[at] - from;
	return r->base + from;
}

/* The field as it stands in the file.  `at` < shape->count. */
static inline struct field
record_field(const struct record *r, uint32_t at)
{
	struct field f;

	if (r->field != NULL)
		return r->field[at];
	f.raw = record_place(r, at, &f.size);
	/* FIELD_ESCAPE only says that a "" may be inside. */
	f.flags = f.size != 0 && *f.raw == '"' ? FIELD_QUOTED | FIELD_ESCAPE : 0;
	return f;
}

/* The value as text: unquoted and unescaped.  Empty if absent.  Nested JSON as its JSON text. */
struct str record_text(struct record *r, uint32_t at);
/* The same for a field by itself; copied to the arena only when it has to be decoded. */
struct str record_field_text(struct arena *a, struct field f);

/* Set column `own` of the tool.  Text and items are borrowed until the record is written.
 * A column of that name in the input is replaced where it stands. */
static inline void
record_set_text(struct record *r, uint32_t own, struct str s)
{
	r->own[own] = (struct cell){ .kind = CELL_TEXT, .text = s };
}

static inline void
record_set_number(struct record *r, uint32_t own, enum cell_kind kind, int64_t n)
{
	r->own[own] = (struct cell){ .kind = kind, .number = n };
}

static inline void
record_keep(struct record *r, uint32_t own)
{
	r->own[own] = (struct cell){ .kind = CELL_KEEP };
}

static inline void
record_set_list(struct record *r, uint32_t own, const struct str *item, size_t n)
{
	r->own[own] = (struct cell){ .kind = CELL_LIST, .item = item, .number = (int64_t)n };
}

/* A list that is joined already.  `plain`: none of , " TAB CR LF is in it, nor does it begin with a
 * byte order mark. */
static inline void
record_set_joined(struct record *r, uint32_t own, struct str list, bool plain)
{
	r->own[own] = (struct cell){ .kind = CELL_JOINED, .text = list, .number = plain };
}

#endif
