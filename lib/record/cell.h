/*
 * cell - one value as CSV and JSON write it; records and reports alike.
 *
 *	kind		CSV			JSON
 *	NONE KEEP	empty			null
 *	TEXT		quoted when needed	string
 *	NUMBER POINTS	12 -3.5			12 -3.5
 *	BOOL		true false		true false
 *	TIME		2026-03-01T10:00:00Z	"2026-03-01T10:00:00Z"
 *	LIST JOINED	a;b (list.h)		["a","b"]
 */
#ifndef RECORD_CELL_H
#define RECORD_CELL_H

#include "base/buf.h"
#include "record/record.h"
#include "value/number.h"

struct cell_style {
	char delimiter;
	bool excel;                     /* guarded, see guard.h */
	bool one_line;                  /* a line end (CRLF, LF, CR) becomes one blank */
};

/* Quoted when it holds the delimiter, a quote or a line end; nothing at all when empty.
 * Returns how many line ends became blanks. */
uint64_t cell_csv_text(struct buf *b, struct arena *scratch, const struct cell_style *style,
    struct str text);
uint64_t cell_csv(struct buf *b, struct arena *scratch, const struct cell_style *style,
    const struct cell *c);

/* The same of what most cells of tools are: points, and words such as grades, that need no care.  Where
 * it ends, behind at most CELL_SHORT bytes from `to` on; NULL: it is another, and of those bytes any may
 * have been written to. */
enum { CELL_SHORT = NUMBER_POINTS };
static inline char *
cell_csv_short(char *to, const struct cell_style *style, const struct cell *c)
{
	size_t i;

	if (c->kind == CELL_POINTS)
		return number_put_points(to, c->number);
	if (c->kind != CELL_TEXT || c->text.n > CELL_SHORT || style->excel)
		return NULL;
	for (i = 0; i < c->text.n; i++) {
		char byte = c->text.p[i];

		if (byte == style->delimiter || byte == '"' || byte == '\n' || byte == '\r' ||
		    (byte & 0x80) != 0)
			return NULL;
		to[i] = byte;
	}
	return to + i;
}

void	cell_json_text(struct buf *b, struct str text);
void	cell_json(struct buf *b, struct arena *scratch, const struct cell *c);

#endif
