/*
 * list - several items in one cell of CSV: `a;b;c`.
 *
 * A `;` inside an item is written `\;`.  Backslashes right before a `;` are doubled, and so are
 * those at the end of an item that another one follows; all others stand for themselves.  So
 * every cell is a list, every list but that of one empty item has a cell of its own, and both
 * ways lose nothing:
 *
 *	a;b	a | b		a\\;b		a\ | b
 *	a\;b	a;b		C:\new;x	C:\new | x
 */
#ifndef RECORD_LIST_H
#define RECORD_LIST_H

#include "base/arena.h"
#include "base/buf.h"

/* Take the first item off the front of *rest, as str_split does; copied when it has to be
 * decoded.  An empty cell has no items: check before. */
bool	list_next(struct arena *a, struct str *rest, struct str *item);
/* One behind the other instead: each with a `;` behind it, and in the end that is taken off again.
 * `start` is where the list begins in *b. */
void	list_add(struct buf *b, struct str item);
void	list_end(struct buf *b, size_t start);
struct str list_join(struct arena *a, const struct str *item, size_t n);

#endif
