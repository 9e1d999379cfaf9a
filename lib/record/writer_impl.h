/*
 * writer_impl - what the files of the writer share; private to lib/record.
 *
 * What comes out of a record depends on its shape alone, so it is worked out once a shape:
 *
 *	columns		what was selected, by name		writer_select.c
 *	layout		the same for the records of one shape	writer_layout.c
 *	bytes		of a record, as its layout says		writer.c; rows of CSV: writer_row.c
 */
#ifndef RECORD_WRITER_IMPL_H
#define RECORD_WRITER_IMPL_H

#include <stdatomic.h>

#include "record/cell.h"
#include "record/format.h"

#define SLOT_NONE UINT32_MAX

/* A column that comes out. */
struct slot {
	struct str name;
	struct str key;                 /* JSON: `"name":`; "" where it is hardly needed */
	enum column_kind kind;
	uint32_t at;                    /* of the record, or of the tool when own; SLOT_NONE */
	bool own;
	uint32_t was;                   /* the column of the record it stands for; SLOT_NONE */
};

struct columns {
	struct slot *slot;
	uint32_t count;
};

/* One item of --columns. */
struct choice {
	struct str name;
	char sign;                      /* '+', '-', or 0 */
	bool exact;                     /* in backquotes */
};

struct selection {
	struct choice *choice;
	uint32_t count;                 /* 0: the default */
};

struct layout {
	uint64_t shape;                 /* id */
	const struct layout *next;      /* in its bucket */
	struct columns columns;
	/* All of the record comes out as it stands, but for these slots, which the tool replaces,
	 * and the slots from `added` on, which it adds. */
	bool splice;
	const uint32_t *replaced;
	uint32_t replaced_count;
	uint32_t added;
};

/* What threads share and change; see writer_layout.c. */
enum { WRITER_BUCKETS = 1024 };

struct writer_making;

struct writer_cache {
	_Atomic(const struct layout *) bucket[WRITER_BUCKETS];
	_Atomic uint64_t joined;
	struct writer_making *making;
};

struct writer {
	struct write_options options;
	struct cell_style style;
	struct str eol;
	bool to_json, array;
	bool bare;                      /* what is FIELD_PLAIN goes out as it is */
	bool same;                      /* CSV to CSV of the same dialect */
	bool flat;                      /* line ends between JSON's tokens have to go */
	struct selection selection;
	atomic_bool *met;               /* of each choice: it named a column */
	struct map own;                 /* names of the tool's columns */
	const struct shape *header;     /* NULL: every shape has its own columns */
	struct columns columns;         /* header: what comes out */
	struct map names;               /* header: labels of the input's columns among those */
	const uint32_t *slot_of;        /* header: from their number there to their slot */
	struct str begin;
	struct writer_cache *cache;
};

/* The column of the record that comes out in this slot; SLOT_NONE: the tool's cell, or nothing. */
static inline uint32_t
writer_source(const struct record *rec, const struct slot *s)
{
	return !s->own ? s->at : rec->own[s->at].kind == CELL_KEEP ? s->was : SLOT_NONE;
}

/* Parse --columns; 0 or -1. */
int	writer_select(struct arena *a, const char *columns, struct selection *s, struct err *e);
/* What comes out of records with these labels.  e NULL: names that name nothing are left out. */
int	writer_select_columns(struct arena *a, const struct writer *w, const struct shape *labels,
    struct columns *out, struct err *e);

struct writer_cache *writer_layout_cache(struct arena *a);
void	writer_layout_free(struct writer_cache *c);
static inline void
writer_layout_joined(const struct writer *w, uint64_t n)        /* add to writer_joined */
{
	if (n != 0)
		atomic_fetch_add_explicit(&w->cache->joined, n, memory_order_relaxed);
}

const struct layout *writer_layout_search(const struct writer *w, const struct shape *s,
    struct arena *scratch);
/* The layout for a record; `scratch` holds it when too many shapes were seen to keep it. */
static inline const struct layout *
writer_layout(const struct writer *w, const struct shape *s, struct arena *scratch)
{
	const struct layout *l = atomic_load_explicit(&w->cache->bucket[s->id % WRITER_BUCKETS],
	    memory_order_acquire);

	return l != NULL && l->shape == s->id ? l : writer_layout_search(w, s, scratch);
}


/* A row of CSV, cell by cell; `raw`: fields may go out as they stand.  Or in place, see layout.splice. */
void	writer_row_put(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec,
    bool raw);
void	writer_row_splice(const struct writer *w, const struct layout *l, struct buf *b,
    struct record *rec);
void	writer_row_end(const struct writer *w, struct buf *b, size_t start);    /* that began there */

#endif
