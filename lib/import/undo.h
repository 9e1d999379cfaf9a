/*
 * undo - leads that were merged become their rows again, by the log of the merging.
 *
 *	log	a:2 | 1 Ann; its rows 1 Ann, 2 A. Lee
 *	leads	1 Ann ─► 1 Ann, 2 A. Lee;  3 Bo ─► 3 Bo
 *
 * A lead is known by what says who it is: id, merged_from, e-mail, phone, names, company, website,
 * as far as its file has them.  What else has been done to it since is lost with it; leads that
 * the log does not name stay as they are, to the byte.
 */
#ifndef IMPORT_UNDO_H
#define IMPORT_UNDO_H

#include "import/clean.h"
#include "import/match_sort.h"
#include "import/spool.h"

enum { UNDO_COLUMNS = 9 };

struct undo {
	const struct layout *layout;
	const char *const *file;        /* names of the inputs; the first is the log */
	struct spool *spool;            /* the owner's */
	uint32_t who[UNDO_COLUMNS], whos;       /* of the layout's shape */
	struct buf rows;                /* struct undo_row: the log's, then the leads */
	struct buf groups;              /* struct undo_group */
	struct match_entry *known;      /* the groups by their leads' hashes */
	size_t undone, restored;        /* leads; rows that took their places */
};

struct undo_row {
	uint64_t at;                    /* in the spool */
	uint64_t who;                   /* hash */
	bool log;
};

struct undo_group {
	uint64_t name, who;             /* hashes of _lead and of who the lead is */
	uint32_t first, rows;           /* behind its lead */
	uint32_t next;                  /* of those with its hash: the one that is due */
};

/* The log's own columns are not the leads'. */
void	undo_labels(struct layout_labels *l);
/* Once the layout is made: the columns to know leads by. */
int	undo_start(struct undo *u, struct err *e);
void	undo_note(const struct undo *u, struct buf *notes, const struct clean *c);
int	undo_take(struct undo *u, struct str notes, struct err *e);
/* All are read: what comes out, row by row, to put(); `first` of those of a lead. */
int	undo_write(struct undo *u, int (*put)(void *with, struct record *rec, bool first, struct err *e),
    void *with, struct err *e);
void	undo_free(struct undo *u);

#endif
