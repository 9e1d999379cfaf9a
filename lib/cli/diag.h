/*
 * diag - what a tool says on standard error.
 *
 *	lead-score: leads.csv:17:42: annual_revenue: not an amount: shape "aaa"
 *
 * A line is one write(2), control characters made visible.  Complaints have a kind; three of
 * a kind are shown, the others counted, and diag_rest says how many.  A stderr that
 * cannot be written to changes nothing else.
 *
 * Only one thread speaks.  The others hold what they have to say, in a diag_held each, until
 * it is their turn; what is shown is the same as if one thread had done all.
 */
#ifndef CLI_DIAG_H
#define CLI_DIAG_H

#include "base/buf.h"
#include "base/err.h"
#include "base/map.h"

enum { DIAG_SHOWN = 3 };        /* of a kind */

struct diag {
	const char *program;
	bool quiet;                     /* no complaints, only errors */
	bool drawn;                     /* a progress line stands there and has to go first */
	struct arena arena;
	struct map kinds;
	struct buf told;                /* per kind: uint64_t, how often */
};

struct diag_held {
	struct arena arena;
	struct map kinds;
	struct buf told;                /* per kind: uint64_t */
	struct buf entries;             /* struct diag_entry */
};

void	diag_init(struct diag *d, const char *program);
void	diag_free(struct diag *d);

/* Always shown. */
void	diag_error(struct diag *d, const struct err *e);
void	diag_say(struct diag *d, struct place at, struct str text);
/* Lines without the program's name in front. */
void	diag_tell(struct diag *d, struct str lines);
/* A line that the next one overwrites. */
void	diag_draw(struct diag *d, struct str line);

/* A complaint: shown three times per kind.  The kind is how its text begins, "n: not a number". */
void	diag_complain(struct diag *d, struct str kind, struct place at, struct str text);
/* At the end: "… and 1,204 more", for each kind with more than were shown, in order of first sight. */
void	diag_rest(struct diag *d);

/* The same two for another thread, and when its turn has come. */
void	diag_hold(struct diag_held *h, struct str kind, struct place at, struct str text);
void	diag_hold_lines(struct diag_held *h, struct str lines);
/* How often the kind was held: a text past DIAG_SHOWN need not be made. */
uint64_t diag_held_of(const struct diag_held *h, struct str kind);
void	diag_release(struct diag *d, struct diag_held *h);      /* and empty it */
void	diag_held_free(struct diag_held *h);

/* 1204567 as "1,204,567". */
void	diag_count(struct buf *b, uint64_t n);

#endif
