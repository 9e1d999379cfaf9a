/*
 * table - the leads that are due, for people at a terminal.
 */
#ifndef DUE_TABLE_H
#define DUE_TABLE_H

#include "due/listing.h"

struct table_look {
	instant now;
	unsigned width;                 /* columns there are; 0: as many as it takes */
	bool colour;
};

/* Names and all else are shown safely (text_visible).  A column that does not fit is left out,
 * from the right; a cell that is too long is cut, with an ellipsis. */
void	table_print(struct buf *b, const struct listing *l, const struct table_look *look);

#endif
