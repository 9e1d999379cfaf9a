/*
 * listing_lead - names, ways to reach, owner: from a lead to an item of a listing.
 */
#include "due/listing_lead.h"

enum { ID, EMAIL, PHONE, FULL_NAME, FIRST_NAME, LAST_NAME, COMPANY, OWNER };

static const enum vocab_field field[LISTING_LEAD_FIELDS] = { VOCAB_ID, VOCAB_EMAIL, VOCAB_PHONE,
	VOCAB_FULL_NAME, VOCAB_FIRST_NAME, VOCAB_LAST_NAME, VOCAB_COMPANY, VOCAB_OWNER };

void
listing_lead_want(struct listing_lead *w, struct schema *s)
{
	size_t i;

	for (i = 0; i < LISTING_LEAD_FIELDS; i++)
		w->slot[i] = schema_want_field(s, field[i]);
}

struct fingerprint
listing_lead_identity(const struct listing_lead *w, struct lead *l)
{
	struct str part[2] = { STR("record"), l->rec->raw };
	size_t i;

	for (i = ID; i <= PHONE; i++)
		if (lead_known(l, w->slot[i])) {
			part[0] = str_of(vocab[field[i]].name);
			part[1] = lead_text(l, w->slot[i]);
			break;
		}
	return fingerprint_of(part, 2);
}

void
listing_lead_texts(const struct listing_lead *w, struct lead *l, struct str *to)
{
	to[LISTING_ID] = lead_text(l, w->slot[ID]);
	to[LISTING_NAME] = lead_text(l, w->slot[FULL_NAME]);
	if (to[LISTING_NAME].n == 0)
		to[LISTING_NAME] = str_trim(arena_printf(l->rec->scratch, "%.*s %.*s",
		    STR_ARG(lead_text(l, w->slot[FIRST_NAME])),
		    STR_ARG(lead_text(l, w->slot[LAST_NAME]))));
	to[LISTING_COMPANY] = lead_text(l, w->slot[COMPANY]);
	to[LISTING_OWNER] = lead_text(l, w->slot[OWNER]);
	to[LISTING_PHONE] = lead_text(l, w->slot[PHONE]);
	to[LISTING_EMAIL] = lead_text(l, w->slot[EMAIL]);
}
