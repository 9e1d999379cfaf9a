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

static struct fingerprint
identity(const struct listing_lead *w, struct lead *l)
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

static struct str
name(const struct listing_lead *w, struct lead *l)
{
	struct str full = lead_text(l, w->slot[FULL_NAME]);

	return full.n != 0 ? full : str_trim(arena_printf(l->rec->scratch, "%.*s %.*s",
	    STR_ARG(lead_text(l, w->slot[FIRST_NAME])), STR_ARG(lead_text(l, w->slot[LAST_NAME]))));
}

void
listing_lead_facts(const struct listing_lead *w, const struct sla *s, struct lead *l,
    const struct sla_verdict *v, bool shown, struct listing_unpacked *one)
{
	struct str *to = one->text;

	one->facts = (struct listing_facts){ .overdue = v->outcome == SLA_OVERDUE,
		.level = (uint32_t)v->level, .loss = sla_loss(s, l, v), .lead = identity(w, l),
		.text = to };
	one->item.facts = &one->facts;
	to[LISTING_OWNER] = lead_text(l, w->slot[OWNER]);
	to[LISTING_RULE] = sla_name(v->rule);
	if (!shown)
		return;
	to[LISTING_ID] = lead_text(l, w->slot[ID]);
	to[LISTING_NAME] = name(w, l);
	to[LISTING_COMPANY] = lead_text(l, w->slot[COMPANY]);
	to[LISTING_PHONE] = sla_may_call(s, l) ? lead_text(l, w->slot[PHONE]) : STR("");
	to[LISTING_EMAIL] = sla_may_write(s, l) ? lead_text(l, w->slot[EMAIL]) : STR("");
	to[LISTING_ACTION] = v->action;
	to[LISTING_ESCALATE] = v->escalate;
}
