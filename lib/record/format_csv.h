/*
 * format_csv - what the files of the CSV reader tell each other; private to lib/record.
 *
 * A record is regular when its unquoted fields hold no quote, its quoted fields begin with the
 * quote, double it inside and end at a delimiter or line end, and no line end of the other kind
 * (a CR without LF in a file of LF) stands outside of quotes.  Regular records are cut and
 * split in place, 64 bytes at a time; all others are judged by libcsv, field by field.
 */
#ifndef RECORD_FORMAT_CSV_H
#define RECORD_FORMAT_CSV_H

#include "record/format_impl.h"

enum csv_lane {
	LANE_REGULAR,                   /* any number of regular records */
	LANE_JUDGED,                    /* one record that libcsv has to read */
	LANE_REFUSED                    /* chunk.reject says why */
};

struct csv_rules {
	char delimiter;
	char eol;                       /* '\n', which a CR may stand before, or '\r' */
	bool lenient;
	bool unwrap;
	size_t most;                    /* bytes in a record, its line end not counted */
};

/* Nothing but a quoted field, whose quotes inside are doubled. */
static inline bool
csv_well_quoted(struct str s)
{
	size_t i;

	if (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"')
		return false;
	for (i = 1; i < s.n - 1; i++)
		if (s.p[i] == '"' && s.p[++i] != '"')
			return false;
	return i == s.n - 1;
}

/* A line that reports of CRMs end with, whatever the header has: format_csv_footer.c.  Others of one
 * cell around it belong to it, where no record follows: the report's name, whose it is. */
bool	format_csv_footer(struct str line);

/* What can be cut off the front of a text. */
struct csv_cut {
	size_t good;                    /* bytes of whole regular records */
	uint64_t lines;                 /* line ends in them */
	bool odd;                       /* the record behind them is not regular */
};

/* Where things are in a regular chunk; room for as many offsets as it has bytes, and some. */
struct csv_index {
	uint32_t *separator;            /* offsets */
	uint32_t *row;                  /* numbers of the separators that end records */
	uint32_t *inner;                /* offsets of line ends inside of quotes */
	uint32_t *foreign;              /* offsets of blocks that have more than ASCII and pairs of it */
	uint32_t rows, inners;
	bool clean;                     /* valid UTF-8 without NUL */
};

/* The passes over all the bytes, as they are built for a kind of processor: format_csv_scan.h. */
struct csv_scan {
	/* Of p[0 .. n), which begins a record; `ended`: n is the input's end. */
	struct csv_cut (*cut)(const struct csv_rules *, const char *p, size_t n, bool ended);
	void (*index)(const struct csv_rules *, struct csv_index *, const char *p, uint32_t n);
};

extern const struct csv_scan format_csv_scan, format_csv_scan_wide;     /* _wide: see scan.h */
const struct csv_scan *format_csv_scan_best(void);

/* libcsv, and what it said about the last record. */
struct csv_judge;

enum csv_verdict {
	CSV_RECORD,
	CSV_REJECT,
	CSV_MORE                        /* the text ends too early to say */
};

struct csv_judged {
	size_t size;                    /* what the record, or the reject, takes; with its line end */
	uint64_t lines;                 /* line ends in it */
	uint32_t fields;                /* also those there was no room for */
	bool skip;                      /* too long: all up to the next line end goes too */
	enum reject_code code;          /* CSV_REJECT: why, and where */
	const char *reason;
	uint64_t bad_lines;             /* line ends before the trouble */
	size_t bad_column;              /* of the trouble, 1-based */
	uint32_t bad_field;             /* number of the field it is in */
};

struct csv_judge *format_csv_strict_new(struct arena *a, const struct csv_rules *);
/* Read the record at the front of `text`, which ends the input when `ended`.  Its first `room`
 * fields go to *field (NULL when room is 0) and live until the next call. */
enum csv_verdict format_csv_strict_read(struct csv_judge *j, struct str text, bool ended,
    struct field *field, uint32_t room, struct csv_judged *result);
void	format_csv_strict_free(struct csv_judge *j);

/* Find line end, delimiter and header in the reader's window: format_csv_sniff.c. */
int	format_csv_sniff(struct reader *r, struct csv_rules *rules, struct err *e);
/* Read the header, which is next; `wrapped`: it is one quoted cell that holds it: format_csv_header.c. */
int	format_csv_header(struct reader *r, const struct csv_rules *rules, bool wrapped, struct err *e);

/* The cutter's own: struct reader.own. */
struct csv_cutter {
	struct csv_rules rules;
	const struct csv_scan *scan;
	struct csv_judge *judge;
	bool skipping;
};

#endif
