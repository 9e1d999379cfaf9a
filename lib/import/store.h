/*
 * store - the leads of all inputs, cleaned, until it is known who is who.
 *
 *	clean ─► store_note ─► store_take ─► store_group ─► store_alone, store_lead
 *	        (any thread)  (input order)                (any thread: as it is; merged, with its
 *	                                                    activities)
 *
 * The leads themselves are in a temporary file, as rows where CSV becomes CSV, or else as fields; in
 * memory are, per lead, its hashes, its place and its group: 60 bytes, and some 20 more while groups
 * are made; and for leads that are alike what they are compared by.
 */
#ifndef IMPORT_STORE_H
#define IMPORT_STORE_H

#include "import/clean.h"
#include "import/join.h"
#include "import/match.h"
#include "import/merge.h"
#include "import/spool.h"
#include "import/steps.h"
#include "record/format.h"

struct store {
	const struct layout *layout;
	const struct clean_plan *clean; /* how the quality of what was merged is worked out */
	const char *const *file;        /* names of the inputs */
	struct spool *spool;            /* the owner's */
	const struct writer *row;       /* leads are kept as its rows, of CSV; NULL: as fields */
	struct steps at;                /* per lead: its place in the spool */
	bool merges;                    /* duplicates are looked for */
	bool nicknames, loose;          /* Bob is Robert; a+tag@ is a@ */
	struct match match;
	struct merge_rules rules;
	uint32_t shard, shards;         /* which of how many parts is wanted, from 1; 0: all of it */
	bool master;                    /* input 0 is a master file: its leads are updated */
	struct join *join;              /* NULL: no activities */
};

/* Leads that are one person, the first in front. */
struct store_group {
	size_t leads;                   /* 0: the number is not that of a first one */
	struct merge_lead *lead;        /* with their activities */
	uint32_t *number, *from;        /* theirs; per column, see merge_leads, when they are several */
	bool master, changed;           /* the first is the master's; it is not what it was */
};

/* What has to be kept of a cleaned lead, appended to a thread's notes. */
void	store_note(const struct store *s, struct buf *notes, struct clean *c);
/* All notes of a batch. */
int	store_take(struct store *s, struct str notes, struct err *e);
/* All leads are there: who is one person? */
int	store_group(struct store *s, struct arena *a, struct err *e);
/* Of memory, that the leads took at most at a time. */
uint64_t store_bytes(const struct store *s);
/* The part to write, as "2/5". */
int	store_shard(struct store *s, const char *text, struct err *e);
/* Is lead i the first of a group of another part?  The parts are of equal numbers of rows, in their
 * order.  *others: how many leads that group has, the master's not counted. */
bool	store_elsewhere(const struct store *s, uint32_t i, uint32_t *others);
/* Lead i stands for itself, and its row can go out as it was written: 1, with the row, until the
 * view's next; or 0; or -1. */
int	store_alone(const struct store *s, struct spool_view *v, uint32_t i, struct str *row,
    struct err *e);
/* The group whose first lead is number i as one lead: rec's field and place are set; all is in its
 * scratch arena. */
int	store_lead(const struct store *s, struct spool_view *v, uint32_t i, struct record *rec,
    struct store_group *g, struct err *e);
/* file:line */
struct str store_place(struct arena *a, const struct merge_lead *lead);
void	store_close(struct store *s);

#endif
