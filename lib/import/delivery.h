/*
 * delivery - leads go out: part by part, by any threads, put together in their order.
 *
 *	leads 0 … 2047 ─► delivery_make ─► rows, and what to count ─┐
 *	leads 2048 …   ─► delivery_make ─► …                       ├─► in order
 */
#ifndef IMPORT_DELIVERY_H
#define IMPORT_DELIVERY_H

#include "import/merge_log.h"
#include "import/pseudonym.h"

struct delivery {
	const struct store *store;
	const struct writer *writer;
	bool mute;                      /* it is only counted */
	struct merge_log *log;          /* NULL: none is wanted */
	const struct pseudonym *pseudonym;      /* or NULL */
	/* Is the lead to come out?  NULL: every one is.  Those of a master file are not asked for. */
	bool (*wanted)(void *with, struct record *rec);
};

/* What became of the leads of a part; its rows are apart. */
struct delivery_part {
	uint64_t merged, filtered, counted;     /* records that do not come out */
	uint64_t updated, fresh;        /* leads of the master that are not what they were; new to it */
	const size_t *row;              /* where each row ends … */
	size_t rows;
	size_t masters;                 /* … of which the first stand for no record that was read */
	struct str log;                 /* rows of the merge log */
};

/* How many parts there are, once the leads are grouped. */
uint64_t delivery_parts(const struct delivery *d);
/* Any thread: one of them, its rows behind `out`, the rest as notes for delivery_read.  rec is room,
 * with a scratch arena; `with` goes to wanted(). */
int	delivery_make(const struct delivery *d, struct spool_view *v, uint64_t part, struct record *rec,
    void *with, struct buf *out, struct buf *notes, struct err *e);
void	delivery_read(struct str notes, struct delivery_part *p);

#endif
