/*
 * format_json_walk - from one object of a JSON file to the next; private to format_json*.c.
 *
 * The input is objects one after another, arrays of objects, or both, with any blanks between.
 * Cutter and splitter walk alike, so they agree on where the items lie whatever is in them:
 *
 *	[ {"a": 1}, 7, {"b": tru} ]
 *	  object    bad object (that skim refuses)
 */
#ifndef RECORD_FORMAT_JSON_WALK_H
#define RECORD_FORMAT_JSON_WALK_H

#include "base/str.h"

/* What has gone before. */
enum walk_state {
	WALK_LOOSE,                     /* not in an array */
	WALK_FIRST,                     /* `[` */
	WALK_COMMA,                     /* `,` in an array */
	WALK_VALUE,                     /* an item in an array */
	WALK_BROKEN                     /* an item in an array whose end is uncertain */
};

/*
 * The end of an object or array, by its brackets and strings alone; for a valid one it is exact.
 * A line end inside a string or a bracket of the wrong kind means that a quote or a bracket is
 * missing, and counting cannot find the end.  Then it is taken to end before the next line that
 * begins a record: indented no more than the file's first one, and `{` comes first but for
 * closing brackets and commas.
 */
struct extent {
	uint64_t objects;               /* a bit for each of the innermost 64 levels: is it { } */
	uint32_t depth;
	uint32_t indent;                /* of the file's records */
	uint32_t blanks;                /* lost: at the front of this line */
	enum { EXTENT_LINE, EXTENT_BLANKS, EXTENT_CLOSERS } front;      /* lost: so far */
	bool string, escape;
	bool lost;                      /* a quote or bracket is missing */
	bool done;
};

/* Goes on where the last call stopped: how many bytes of s belong to it. */
size_t	format_json_walk_extent(struct extent *x, struct str s);

enum walk_kind { WALK_END, WALK_OBJECT, WALK_BAD };

struct walk_item {
	enum walk_kind kind;
	size_t from, to;                /* OBJECT: `to` is not known yet; END: the text's end */
	const char *reason;             /* BAD, or an OBJECT where none may stand; else NULL */
	enum walk_state next;           /* BAD: the state behind it */
};

/* The next item of s from `at` on; *state goes along up to it.  An item that ends with the text
 * may go on behind it. */
struct walk_item format_json_walk(enum walk_state *state, struct str s, size_t at, uint32_t indent);
/* The state behind an object; `broken` when its end is uncertain. */
enum walk_state format_json_walk_after(enum walk_state state, bool broken);

#endif
