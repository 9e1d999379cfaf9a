/*
 * sla_action - what is to be done, by which channel, and who forbids it.
 *
 * The channel follows from the words of an action.  One that we do not know may need any channel,
 * so it is forbidden as soon as consent is denied or every channel is.
 */
#include "due/sla_impl.h"

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

const char *
sla_action_forbidden(const struct sla *s, struct lead *l, unsigned channels)
{
	bool phone, email;

	if (channels == 0)
		return NULL;
	if (str_eq_nocase(lead_text(l, s->consent), STR("denied")))
		return "consent";
	phone = lead_bool(l, s->do_not_call) == TRUTH_TRUE;
	email = lead_bool(l, s->email_opt_out) == TRUTH_TRUE;
	if (phone && (channels & SLA_PHONE || (channels & SLA_SOMEHOW && email)))
		return "do_not_call";
	return email && channels & SLA_EMAIL ? "email_opt_out" : NULL;
}
