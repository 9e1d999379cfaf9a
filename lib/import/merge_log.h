/*
 * merge_log - what came together, from what, why, and which cell is whose: a table of leads.
 *
 *	_lead _row  _rule _match      _likeness _points _kept         | id email name phone
 *	a:2                                                           | 1  ann@x Ann  +44…   the lead
 *	a:2   a:2                                       id;email;name | 1  ann@x Ann
 *	a:2   a:3   email a:2;a:3                       phone         | 2  ANN@x      +44…
 *
 * First the lead as it comes out, then its rows as they would have come out had nothing been
 * merged.  A row was joined on account of the two in _match; of leads that are alike _likeness is
 * how much, and _points what each field said.  Undoing (undo.h) puts the rows in the lead's place.
 */
#ifndef IMPORT_MERGE_LOG_H
#define IMPORT_MERGE_LOG_H

#include "import/store.h"
#include "record/format.h"

enum { MERGE_LOG_LEAD, MERGE_LOG_ROW, MERGE_LOG_RULE, MERGE_LOG_MATCH, MERGE_LOG_LIKENESS,
	MERGE_LOG_POINTS, MERGE_LOG_KEPT, MERGE_LOG_COLUMNS };
extern const struct str merge_log_name[MERGE_LOG_COLUMNS];

struct merge_log {
	struct sink *sink;              /* NULL: none is wanted */
	const struct writer *writer;    /* of columns merge_log_name and the layout's */
	bool any;
};

/* Any thread: the rows of a group of several; `lead` is what became of it.  The store's match has kept
 * why. */
void	merge_log_put(const struct merge_log *m, struct buf *rows, const struct store *s,
    struct record *lead, const struct store_group *g);
/* Such rows in the order of their leads. */
int	merge_log_take(struct merge_log *m, struct str rows, struct err *e);
/* No more will come. */
void	merge_log_end(struct merge_log *m);

#endif
