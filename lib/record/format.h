/*
 * format - the file formats we speak, one row each in format_table.
 *
 * Reading is in two steps, so that it can use several threads and still be exact:
 *
 *	source ─► reader_cut (serial) ─► chunk of whole records ─► split_next (any thread) ─► record
 *
 * The cutter alone decides where records begin and end.  It scans for structure, and a CSV
 * record that is not regular (see format_csv.c) gets a chunk of its own, which the strict lane
 * reads with libcsv.  So what a chunk holds does not depend on the size of reads or on the
 * number of threads, and splitting one needs nothing but the chunk.
 *
 * Writing is a pure function of the layout and the record, into a buffer; the caller puts the
 * buffers in order.
 */
#ifndef RECORD_FORMAT_H
#define RECORD_FORMAT_H

#include "base/buf.h"
#include "record/reject.h"
#include "record/sink.h"
#include "record/source.h"
#include "record/unfold.h"

enum format { FORMAT_AUTO, FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL, FORMAT_JSON, FORMAT_COUNT };

static inline bool
format_is_json(enum format f)
{
	return f == FORMAT_JSONL || f == FORMAT_JSON;
}

extern const char *const format_name[FORMAT_COUNT];     /* "auto", "csv", … */

struct read_options {
	enum format from;
	char delimiter;                 /* 0: sniffed among , ; tab | */
	bool lenient;                   /* libcsv reads what strict CSV refuses */
	bool unwrap;                    /* CSV: a record that is one quoted cell, but holds as many as
	                                 * the header has, is that: "a,b,""c""" (record.wrapped) */
	const struct unfold_rule *unfold;       /* JSON: members that are taken apart; NULL: none */
	size_t max_record;              /* bytes, at most 1 GiB; 0: 1 MiB */
	size_t block;                   /* bytes a chunk holds about; 0: 256 KiB */
	uint64_t last;                  /* CSV: no record but what a report ends with stands behind
	                                 * this line; an earlier pass saw that.  0: not known */
};

enum { FORMAT_MAX_COLUMNS = 10000, FORMAT_MAX_DEPTH = 64 };

/* Whole records cut from the input, in input order. */
struct chunk {
	char *text;                     /* owned; SCAN_BLOCK readable bytes behind size */
	size_t size, room;
	uint64_t line, column;          /* of its first byte, 1-based; column: JSON only */
	uint64_t lines, bytes;          /* of the input it stands for, blank lines too */
	const struct shape *shape;      /* CSV; NULL: JSON */
	uint32_t lane;                  /* the format's own */
	struct reject reject;           /* lane says so: the cutter itself refused this one */
};

struct reader;

/* Sniffs format, delimiter, preamble and header.  Empty input is no error: reader_shape is then
 * NULL and the first cut says 0. */
struct reader *reader_open(struct arena *a, struct source *s, const struct read_options *,
    struct err *e);
enum format reader_format(const struct reader *r);
char	reader_delimiter(const struct reader *r);
const struct shape *reader_shape(const struct reader *r);       /* CSV's header; JSON: NULL */
struct str reader_header_raw(const struct reader *r);           /* CSV: as it stands, no line end */
struct str reader_eol(const struct reader *r);                  /* "\n", "\r\n" or "\r" */
uint64_t reader_preamble(const struct reader *r);               /* lines skipped above the header */
/* What was passed over or cut so far: header and preamble after reader_open, all at the end. */
void	reader_taken(const struct reader *r, uint64_t *lines, uint64_t *bytes);
/* 1 with *c filled (its buffer is reused), 0 at the end, -1 with *e. */
int	reader_cut(struct reader *r, struct chunk *c, struct err *e);
void	reader_close(struct reader *r);
void	chunk_free(struct chunk *c);

/* A thread's own splitter. */
struct split;
struct split *split_new(struct arena *a, const struct reader *r);
void	split_start(struct split *s, const struct chunk *c);
/* 1: *rec (its own, scratch are the caller's and untouched); 0: end of the chunk;
 * -1: *why, and the next call goes on behind it. */
int	split_next(struct split *s, struct record *rec, struct reject *why);
/* The next ones, as many as stay valid together, at most `most`, *n of them; returns 1, or what
 * split_next would say of the one behind them.  In CSV, one that is not regular comes last, or alone. */
int	split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n, struct reject *why);
/* Are the bytes that the chunk stands for UTF-8, as far as they are in it?  False: some may be not. */
bool	split_valid(const struct split *s);
uint64_t split_blank(const struct split *s);    /* blank lines passed since split_start */
void	split_free(struct split *s);

/*
 * Writing.  One writer for each input, all made with the same options and header; only the
 * first one's writer_begin and the last one's writer_end are written.
 *
 * A record whose columns nobody selected leaves as its raw bytes, with the tool's cells put in;
 * otherwise cell by cell, and a CSV cell still as its raw bytes where the dialect stays the same.
 * A record without raw bytes (raw.p NULL: lead-import makes them) goes cell by cell from
 * field[], whose flags may be of CSV and JSON in any mixture.  A column of the input that has
 * the exact name of one of the tool's is replaced where it stands, wherever it is repeated.
 *
 *	CSV to JSON	keys are the labels; cells are strings, "" when empty; LIST columns become
 *			arrays, JSON columns that hold an array become that array
 *	JSON to CSV	columns are the labels of `header`; null and absent are empty, what is nested
 *			is its JSON text, but a LIST column's array of scalars is joined with `;`
 *	JSON to JSON	members as they stand; new ones behind the last
 */

/* What a column holds, where CSV and JSON write it differently. */
enum column_kind { COLUMN_TEXT, COLUMN_LIST, COLUMN_JSON };

struct write_options {
	enum format to;
	char delimiter;                 /* of CSV; 0: the input's when that is CSV, else `,` */
	struct str eol;                 /* of CSV; "": the input's, LF when JSON is read */
	bool excel;                     /* CSV: BOM, CRLF, guard.h's guard */
	bool one_line;                  /* CSV: line ends inside a cell become a blank; JSON: each
	                                 * object on one line, as JSON Lines are anyway */
	const struct str *own;          /* names of the tool's columns */
	uint32_t own_count;
	bool own_first;                 /* new ones come before the input's, not behind */
	const struct str *offered;      /* more that there could be, see writer_select_named */
	uint32_t offered_count;
	enum column_kind (*kind)(struct str name);      /* NULL: all COLUMN_TEXT */
	/*
	 * -c LIST.  NULL: all of the input, then the tool's new ones.  Otherwise names separated by
	 * commas: these come out, in this order.  Or each name has a sign: `-name` leaves a column
	 * out of the default, `+name` makes sure that it is there.  `name` in backquotes may hold
	 * anything.  A name is a label or, when there is none, the only label that differs from it
	 * in case, or blanks and hyphens for `_`, alone.  One that names nothing, or a column named
	 * twice, is an error; from JSON to JSON, whose keys are not known beforehand, it is left out.
	 */
	const char *columns;
};

struct writer;

/* For CSV output the header must be known: `shape` is the input's, or the union of JSON's keys
 * (record_union).  NULL: the input is empty, nothing at all comes out; or JSON to JSON. */
struct writer *writer_new(struct arena *a, const struct write_options *, const struct reader *r,
    const struct shape *header, struct err *e);
/* Pure, any thread: the record as it comes out, line end included.  In a JSON array every record
 * comes with the comma that separates it from the one before: see writer_first. */
void	writer_put(const struct writer *w, struct buf *out, struct record *rec);
void	writer_begin(const struct writer *w, struct buf *out);  /* BOM, header line; `[` */
/* The rows that come first of all: without the comma in front. */
struct str writer_first(const struct writer *w, struct str rows);
void	writer_end(const struct writer *w, struct buf *out, bool any);  /* `]`; were there rows? */
/* CSV, of all the record's columns and no others, and nothing in them was changed for whoever reads
 * it: a row that was put may be taken apart again. */
bool	writer_plain(const struct writer *w);
char	writer_delimiter(const struct writer *w);       /* of CSV */
uint64_t writer_joined(const struct writer *w);  /* line ends inside cells made blanks */
/* Of columns that a tool writes only where they are asked for: which does this LIST name? */
void	writer_select_named(struct arena *a, const char *columns, const struct str *name, uint32_t n,
    bool *named);
/* JSON to JSON, where a name that names nothing is left out: the i-th of LIST, and was there such a
 * column in any record so far?  False: there are no more. */
bool	writer_select_met(const struct writer *w, uint32_t i, struct str *name, bool *met);
/* Which of the tool's columns may have been meant; NULL: none is near.  In *a. */
const char *writer_select_nearest(struct arena *a, const struct writer *w, struct str name);
void	writer_free(struct writer *w);

#endif
