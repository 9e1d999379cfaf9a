/*
 * format_impl - what the files of one format share with reader.c; private to lib/record.
 *
 * A format is a row of format_table: functions that cut and split it.  reader.c owns the
 * window of bytes that were read and not cut yet:
 *
 *	source ─► [ ....cut already.... | at ........ n ]   reader_fill reads behind n,
 *	                                  └ reader_give ─► chunk: the bytes in front, without a copy
 *	                                                   when they are most of the window
 */
#ifndef RECORD_FORMAT_IMPL_H
#define RECORD_FORMAT_IMPL_H

#include "record/format.h"
#include "record/scan.h"

struct reader {
	struct arena *arena;
	struct source *source;
	const struct format_row *row;
	enum format format;
	struct read_options options;    /* with the defaults filled in */
	char delimiter;                 /* CSV; 0 in JSON */
	const struct shape *shape;      /* CSV's header */
	struct str header_raw;
	struct str eol;
	uint64_t preamble;
	/* the window; text[at] is byte 1 of line `line` or lies on it */
	char *text;
	size_t at, n, room;             /* SCAN_BLOCK readable bytes behind room */
	bool ended;                     /* the source has no more */
	uint64_t line;
	uint64_t bytes;                 /* in front of text[at] */
	void *own;                      /* the format's own, in *arena */
};

struct split {
	struct arena *arena;
	const struct reader *reader;    /* read only here: any thread */
	const struct chunk *chunk;
	uint64_t blank;                 /* blank lines passed; reset by split_start */
	bool valid;                     /* the chunk is known to be UTF-8; the same */
	void *own;                      /* the format's own, from its split_new */
};

struct format_row {
	const char *name;
	/* Does the input look like this?  `head` is its first bytes (256 KiB or all there is,
	 * `whole`), BOM removed.  Asked in the order of the table; NULL: never guessed. */
	bool (*sniff)(struct str head, bool whole);
	/* Read the header, fill delimiter, shape, eol, preamble, own.  NULL: nothing to do. */
	int (*open)(struct reader *r, struct err *e);
	/* As reader_cut; *c is emptied before, its line set. */
	int (*cut)(struct reader *r, struct chunk *c, struct err *e);
	void (*close)(struct reader *r);                /* NULL: nothing outside the arena */
	void (*split_new)(struct split *s);             /* NULL: nothing to prepare */
	void (*split_start)(struct split *s);           /* s->chunk is set, s->blank is 0 */
	/* As split_take. */
	int (*split_take)(struct split *s, struct record *rec, uint32_t most, uint32_t *n,
	    struct reject *why);
	void (*split_free)(struct split *s);            /* NULL: nothing outside the arena */
};

/* Indexed by enum format; AUTO's row is empty. */
extern const struct format_row format_table[FORMAT_COUNT];

/* What is in the window and not cut yet. */
static inline struct str
reader_window(const struct reader *r)
{
	return (struct str){ r->text + r->at, r->n - r->at };
}

/* Read until the window holds `want` bytes or the input ends (r->ended).  Moves the window. */
int	reader_fill(struct reader *r, size_t want, struct err *e);
/* Hand the next n bytes of the window, holding `lines` line ends, to *c as its text. */
void	reader_give(struct reader *r, struct chunk *c, size_t n, uint64_t lines);
/* Pass over n bytes of the window with `lines` line ends; they count for *c but it does not
 * get them.  `c` NULL: nobody's (the preamble). */
void	reader_skip(struct reader *r, struct chunk *c, size_t n, uint64_t lines);

/* JSON and JSON Lines: format_json.c. */
bool	format_json_sniff(struct str head, bool whole);         /* one array, or objects over lines */
bool	format_json_sniff_lines(struct str head, bool whole);   /* an object on each line */
int	format_json_open(struct reader *r, struct err *e);
int	format_json_cut(struct reader *r, struct chunk *c, struct err *e);
int	format_json_cut_lines(struct reader *r, struct chunk *c, struct err *e);
void	format_json_split_new(struct split *s);
void	format_json_split_start(struct split *s);
int	format_json_split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n,
	    struct reject *why);
void	format_json_split_free(struct split *s);

/* CSV and TSV: format_csv.c. */
int	format_csv_open(struct reader *r, struct err *e);
int	format_csv_cut(struct reader *r, struct chunk *c, struct err *e);
void	format_csv_close(struct reader *r);
void	format_csv_split_new(struct split *s);
void	format_csv_split_start(struct split *s);
int	format_csv_split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n,
	    struct reject *why);
void	format_csv_split_free(struct split *s);

#endif
