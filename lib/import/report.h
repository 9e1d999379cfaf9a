/*
 * report - what an import understood and did, for --summary and for people.
 */
#ifndef IMPORT_REPORT_H
#define IMPORT_REPORT_H

#include "import/clean.h"
#include "import/join.h"
#include "import/match.h"
#include "record/sink.h"

struct report {
	const struct mapping *mapping;
	struct mapping_merge merge;     /* what options say of that */
	const struct layout *layout;
	const char *const *file;        /* names of the inputs */
	const struct clean_counts *cells;
	const struct match *match;      /* NULL: not looked for */
	bool master;                    /* there is a master file … */
	uint64_t updated, fresh;        /* … and so many of its leads changed, so many are new to it */
	uint64_t leads, bytes;          /* that were held, and what they took of memory */
	const struct join *join;        /* NULL: no activities */
};

/* Members of the summary, NULL-ended; one that puts nothing is left out. */
struct report_detail {
	const char *name;
	void (*put)(struct buf *, const struct report *);
};
extern const struct report_detail report_details[];

/* report_mapping.c: what every column was taken for, as a table; and as a lead-mapping file. */
void	report_mapping_table(struct buf *b, const struct report *r);
void	report_mapping_save(struct sink *s, const struct report *r);

/* Lines for people: what somebody should look at.  How many there are. */
unsigned report_findings(struct buf *b, const struct report *r);

#endif
