/*
 * sla_action - what is to be done, by which channel, and who forbids it.
 *
 * The channel follows from the words of an action.  One that we do not know may need any channel,
 * so it is forbidden as soon as consent is denied or every channel is.
 */
#include "due/sla_impl.h"
#include "lead/memo.h"

static const struct {
	const char *word;
	unsigned channel;
} words[] = {
	{ "call", SLA_PHONE }, { "phone", SLA_PHONE }, { "ring", SLA_PHONE }, { "dial", SLA_PHONE },
	{ "telephone", SLA_PHONE }, { "voicemail", SLA_PHONE }, { "sms", SLA_PHONE },
	{ "text", SLA_PHONE }, { "whatsapp", SLA_PHONE },
	{ "email", SLA_EMAIL }, { "e-mail", SLA_EMAIL }, { "mail", SLA_EMAIL },
	{ "nurture", SLA_EMAIL }, { "newsletter", SLA_EMAIL },
	{ "recycle", 0 }, { "review", 0 }, { "close", 0 },
	{ "assign", 0 }, { "research", 0 }, { "archive", 0 }
};

/* All its words count: "mail, then call" needs both. */
struct sla_action
sla_action_of(struct str name)
{
	struct sla_action a = { name, 0 };
	struct str rest = name, word;
	bool known = false;
	size_t i;

	while (rest.n != 0) {
		size_t n = 0;

		while (n < rest.n && strchr(" ,;:.!/()_", rest.p[n]) == NULL)
			n++;
		word = str_slice(rest, 0, n);
		rest = str_slice(rest, n + 1, rest.n);
		for (i = 0; i < sizeof words / sizeof *words; i++)
			if (str_eq_nocase(word, str_of(words[i].word))) {
				a.channels |= words[i].channel;
				known = true;
			}
	}
	if (!known)
		a.channels = SLA_SOMEHOW;
	return a;
}

/* Is it a yes?  The same few words come again and again. */
static bool
says_yes(struct lead *l, struct sla_flag f)
{
	int64_t *known;
	bool yes;

	if (!lead_has(l, f.slot))
		return false;
	known = memo_find_slot(l, f.memo, f.slot);
	if (known != NULL && *known != MEMO_NEW)
		return *known != 0;
	yes = lead_bool(l, f.slot) == TRUTH_TRUE;
	if (known != NULL)
		*known = yes;
	return yes;
}

const char *
sla_action_forbidden(const struct sla *s, struct lead *l, unsigned channels)
{
	bool phone, email;

	if (channels == 0)
		return NULL;
	if (lead_has(l, s->consent) && str_eq_nocase(lead_text(l, s->consent), STR("denied")))
		return "consent";
	phone = channels & (SLA_PHONE | SLA_SOMEHOW) && says_yes(l, s->do_not_call);
	email = channels & (SLA_EMAIL | SLA_SOMEHOW) && says_yes(l, s->email_opt_out);
	if (phone && (channels & SLA_PHONE || email))
		return "do_not_call";
	return email && channels & SLA_EMAIL ? "email_opt_out" : NULL;
}
