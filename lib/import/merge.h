/*
 * merge - several leads that are one person become one.
 *
 * Of each column one known value survives: the first in input order, or by the rules the newest,
 * the most complete, or that of the best input.  What belongs together comes from one lead: an
 * address, a value and its status.  Of permissions the most restrictive wins.  Lists and histories
 * unite, and merged_from names the leads that came in.
 *
 * Where the first lead is of a master file, the others update it, by column: they fill what it does
 * not know (an address as a whole, and only where it does not contradict), replace what it says,
 * or are ignored.
 */
#ifndef IMPORT_MERGE_H
#define IMPORT_MERGE_H

#include "base/buf.h"
#include "import/layout.h"

struct merge_lead {
	const struct field *field;      /* of the layout's shape */
	struct str name;                /* its id, or file:line … */
	bool has_id;                    /* … which of them */
	struct place at;
	size_t file;
};

enum merge_keep { MERGE_FIRST, MERGE_NEWEST, MERGE_COMPLETE, MERGE_RANK };
enum merge_update { MERGE_FILL, MERGE_REPLACE, MERGE_IGNORE };

struct merge_rules {
	const uint8_t *keep, *update;   /* per column of the layout: enum merge_keep, merge_update … */
	const uint8_t *cautious;        /* … and the same without MERGE_REPLACE */
	const uint32_t *rank;           /* per input: 0 is the best */
};

/* What belongs together, rows ended by VOCAB_FIELDS: the first that is known decides which lead all
 * of the row come from. */
enum { MERGE_WHOLES = 6, MERGE_PARTS = 6 };
extern const enum vocab_field merge_together[MERGE_WHOLES][MERGE_PARTS];

#define MERGE_NONE UINT32_MAX           /* no lead's: worked out, or nothing is known */
#define MERGE_ALL (UINT32_MAX - 1)      /* every lead's that knows something */

/* Into `out`, also of the layout's shape; texts are borrowed or in `scratch`.  from[] says, per
 * column, which lead a value is of.  `master`: lead[0] is updated by the others. */
void	merge_leads(const struct layout *l, const struct merge_rules *rules, struct arena *scratch,
    const struct merge_lead *lead, size_t leads, bool master, struct field *out, uint32_t *from);
/* Nothing but the ids of the others: lead[0] is the master's and stays as it is.  False: it has them. */
bool	merge_ids(const struct layout *l, struct arena *scratch, const struct merge_lead *lead,
    size_t leads, struct field *out);
/* The cell has something in it. */
bool	merge_known(struct arena *scratch, struct field f);

/* JSON arrays of activities as one, ordered by time; what has none stays where it was.  An
 * activity that is in several of them is one, as often as it is in that which has it most.  A text
 * that is no array is left out, unless it is the only one. */
struct str merge_activities(struct arena *a, const struct str *list, size_t n);

#endif
