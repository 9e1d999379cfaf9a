/*
 * memo - what a field's raw bytes meant the last time they were seen.
 *
 * Leads repeat themselves: two million rows hold a few dozen titles.  A memo is a direct-mapped
 * table of one thread, from a field as it stands in the file (bytes and flags) to a whole number
 * that depends on nothing else: the verdict of a condition, the points of a bin.
 *
 *	uint32_t memo = memo_want(schema);               once, while the plan is made
 *	...
 *	int64_t *known = memo_find(lead, memo, lead_field(lead, slot));
 *
 *	if (known != NULL && *known != MEMO_NEW)
 *		return *known;
 *	answer = the long way;
 *	if (known != NULL)
 *		*known = answer;
 *
 * A memo most of whose fields are new to it is of no use, and answers NULL from then on.
 */
#ifndef LEAD_MEMO_H
#define LEAD_MEMO_H

#include "lead/lead.h"

enum {
	MEMO_ENTRIES = 1024,
	MEMO_KEY = 48                   /* longer raw fields are not remembered */
};

#define MEMO_NEW INT64_MIN              /* no answer yet; no answer may be this number */
#define MEMO_NONE UINT32_MAX            /* never the number of a memo */

/* A memo of its own, in every lead that lead_init makes from the schema hereafter. */
static inline uint32_t
memo_want(struct schema *s)
{
	return s->memos++;
}

/* Where the answer for this field is kept, until the next memo_find in the same memo.
 * NULL: nothing is kept. */
int64_t	*memo_find(struct lead *l, uint32_t memo, struct field f);

/* The same for the field of a slot, quicker where that is CSV. */
int64_t	*memo_find_slot(struct lead *l, uint32_t memo, uint32_t slot);

/* Give back the tables of a lead; lead_free does. */
void	 memo_free(struct lead *l);

#endif
