/*
 * listing_lead - what a listing shows of a lead, and which lead it is.
 */
#ifndef DUE_LISTING_LEAD_H
#define DUE_LISTING_LEAD_H

#include "due/listing.h"
#include "due/sla.h"

enum { LISTING_LEAD_FIELDS = 8 };

struct listing_lead {
	uint32_t slot[LISTING_LEAD_FIELDS];     /* the first is the id's */
};

void	listing_lead_want(struct listing_lead *w, struct schema *s);
/* Its facts, texts borrowed from the record or its scratch.  Who it is: by its id, else how it can be
 * reached, else all that is known.  Not shown: only the texts that it is put in order and told by.
 * Nobody is tempted by a number that may not be called. */
void	listing_lead_facts(const struct listing_lead *w, const struct sla *s, struct lead *l,
    const struct sla_verdict *v, bool shown, struct listing_unpacked *one);

#endif
