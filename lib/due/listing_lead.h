/*
 * listing_lead - what a listing shows of a lead, and which lead it is.
 */
#ifndef DUE_LISTING_LEAD_H
#define DUE_LISTING_LEAD_H

#include "due/listing.h"
#include "lead/lead.h"

enum { LISTING_LEAD_FIELDS = 8 };

struct listing_lead {
	uint32_t slot[LISTING_LEAD_FIELDS];     /* the first is the id's */
};

void	listing_lead_want(struct listing_lead *w, struct schema *s);
/* Who it is: by its id, else how it can be reached, else all that is known. */
struct fingerprint listing_lead_identity(const struct listing_lead *w, struct lead *l);
/* The texts of an item that are the lead's own; borrowed from the record or its scratch. */
void	listing_lead_texts(const struct listing_lead *w, struct lead *l, struct str *text);

#endif
