/*
 * reject - a record that cannot be taken, and why.
 *
 * Codes are for programs and never change once published; lead(7) lists them.
 */
#ifndef RECORD_REJECT_H
#define RECORD_REJECT_H

#include "record/record.h"

#define REJECT_CODES(X) \
	X(QUOTE,    "quote",    "a quoted field that is not closed, or text behind its closing quote") \
	X(LINE,     "line",     "a line end of another kind inside a line (a CR in a file of LFs)") \
	X(FIELDS,   "fields",   "more or fewer fields than the header has") \
	X(UTF8,     "utf8",     "bytes that are not UTF-8") \
	X(NUL,      "nul",      "a NUL byte") \
	X(SIZE,     "size",     "longer than --max-record") \
	X(COLUMNS,  "columns",  "more than 10,000 columns") \
	X(JSON,     "json",     "not a JSON object") \
	X(DEPTH,    "depth",    "JSON nested more than 64 levels deep") \
	X(VALUE,    "value",    "a value the tool cannot take, see the reason") \
	X(FOOTER,   "footer",   "no record, but what a report ends with: a total, a copyright")

enum reject_code {
#define X(id, name, text) REJECT_##id,
	REJECT_CODES(X)
#undef X
	REJECT_COUNT
};

extern const char *const reject_name[REJECT_COUNT];

struct reject {
	enum reject_code code;
	struct place at;                /* where the trouble is: not always where the record begins */
	struct str column;              /* name of the column concerned, or "" */
	struct str reason;              /* one line; shapes, never values */
	struct str raw;                 /* byte for byte, without its line end; "" for SIZE: not held */
	const struct record *record;    /* when it could be split: its cells; else NULL */
};

#endif
