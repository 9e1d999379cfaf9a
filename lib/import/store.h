/*
 * store - the leads of all inputs, cleaned, until it is known who is who.
 *
 *	clean ─► store_note ─► store_take ─► store_group ─► store_lead
 *	        (any thread)  (input order)                (merged, with its activities)
 *
 * The leads themselves are in a temporary file; in memory are, per lead, its hashes, its place
 * and its group: 56 bytes, and 52 more while groups are made.
 */
#ifndef IMPORT_STORE_H
#define IMPORT_STORE_H

#include "import/clean.h"
#include "import/join.h"
#include "import/match.h"
#include "import/spool.h"

struct store {
	const struct layout *layout;
	const struct clean_plan *clean; /* how the quality of what was merged is worked out */
	const char *const *file;        /* names of the inputs */
	struct spool *spool;
	struct buf at;                  /* uint64_t per lead: its place in the spool */
	bool merges;                    /* duplicates are looked for */
	bool nicknames, loose;          /* Bob is Robert; a+tag@ is a@ */
	struct match match;
	struct join *join;              /* NULL: no activities */
};

int	store_open(struct store *s, struct arena *a, const char *folder, struct err *e);
/* What has to be kept of a cleaned lead, appended to a thread's notes. */
void	store_note(const struct store *s, struct buf *notes, const struct clean *c);
/* All notes of a batch. */
int	store_take(struct store *s, struct str notes, struct err *e);
void	store_group(struct store *s);
/* The group whose first lead is number i as one lead: rec's field and place are set, in its
 * scratch arena.  *leads: how many came together; 0: number i is not the first of its group. */
int	store_lead(struct store *s, uint32_t i, struct record *rec, size_t *leads, struct err *e);
void	store_close(struct store *s);

#endif
