/*
 * report - what an import understood and did, for --summary and for people.
 */
#ifndef IMPORT_REPORT_H
#define IMPORT_REPORT_H

#include "import/clean.h"
#include "import/join.h"
#include "import/match.h"

struct report {
	const struct layout *layout;
	const char *const *file;        /* names of the inputs */
	const struct clean_counts *cells;
	const struct match *match;      /* NULL: not looked for */
	const struct join *join;        /* NULL: no activities */
};

/* Values of members of the summary. */
void	report_cells(struct buf *b, const struct report *r);            /* {"date": 12, …} */
/* Per field, how many cells were left as written: {"created_at": 3}. */
void	report_fields(struct buf *b, const uint64_t *count);
void	report_dates(struct buf *b, const struct report *r);            /* the evidence, per column */
void	report_mapping(struct buf *b, const struct report *r);
void	report_duplicates(struct buf *b, const struct report *r);
void	report_activities(struct buf *b, const struct report *r);

/* Lines for people: what somebody should look at.  How many there are. */
unsigned report_findings(struct buf *b, const struct report *r);

#endif
