/*
 * words - one table of spellings for each taxonomy.
 */
#include "import/words.h"
#include "value/text.h"

/* field, our word, theirs: by text_key, so case, blanks and punctuation do not matter. */
static const struct {
	enum vocab_field field;
	const char *to, *from;
} table[] = {
	{ VOCAB_SOURCE, "organic_search", "organic|google|google organic|bing|yahoo|duckduckgo|seo|"
	    "search engine|search engines|google search|internet search|search" },
	{ VOCAB_SOURCE, "paid_search", "paid|ppc|cpc|sem|adwords|google adwords|google ads|bing ads|"
	    "pay per click|pay per click ads|search ads|paid traffic|microsoft ads" },
	{ VOCAB_SOURCE, "display", "banner|banner ad|display ads|display advertising|online ads|"
	    "retargeting|advertisement|advertising|ads|programmatic" },
	{ VOCAB_SOURCE, "social", "facebook|fb|ig|instagram|linkedin|twitter|x|tiktok|youtube|xing|"
	    "social media|social network|organic social|paid social|facebook ads|linkedin ads|meta ads|"
	    "meta|facebook lead ads|linkedin lead gen|youtubechannel|whatsapp|pinterest" },
	{ VOCAB_SOURCE, "email", "e-mail|email marketing|newsletter|mailing|email campaign|nc_edm|edm|"
	    "mailchimp|email inquiry" },
	{ VOCAB_SOURCE, "website", "web|web site|direct|direct traffic|web form|webform|online form|"
	    "contact form|website form|landing page|live chat|chat|chatbot|olark chat|online|homepage|"
	    "contact us|web download|web research|inbound|welingak website|click2call|internet|"
	    "website visit|online store" },
	{ VOCAB_SOURCE, "content", "blog|white paper|whitepaper|ebook|e-book|download|article|"
	    "content marketing|press release|public relations|pr|case study|video" },
	{ VOCAB_SOURCE, "webinar", "webinars|online seminar|seminar - internal|online event|webcast" },
	{ VOCAB_SOURCE, "event", "events|conference|seminar|seminar partner|workshop|roadshow|meetup" },
	{ VOCAB_SOURCE, "trade_show", "tradeshow|trade fair|fair|exhibition|expo|messe|trade shows" },
	{ VOCAB_SOURCE, "networking", "network|personal network|business card|personal contact" },
	{ VOCAB_SOURCE, "community", "forum|slack community|user group|discord|reddit" },
	{ VOCAB_SOURCE, "referral", "reference|referred|recommendation|employee referral|"
	    "external referral|customer referral|client referral|existing customer|customer|employee|"
	    "friend referral|empfehlung|referrals" },
	{ VOCAB_SOURCE, "word_of_mouth", "wom|friend|friends|family|mouth to mouth" },
	{ VOCAB_SOURCE, "partner", "partners|reseller|partner referral|channel partner|distributor|"
	    "oem partner|external partner" },
	{ VOCAB_SOURCE, "affiliate", "affiliates|affiliate marketing|affiliate network" },
	{ VOCAB_SOURCE, "cold_call", "cold calling|phone|phone inquiry outbound|telemarketing|"
	    "telesales|outbound call|call" },
	{ VOCAB_SOURCE, "cold_email", "cold mail|outreach|email outreach|cold outreach|outbound|"
	    "outbound email|sales outreach|prospecting" },
	{ VOCAB_SOURCE, "direct_mail", "mail|postal mail|postcard|letter|flyer|mailer" },
	{ VOCAB_SOURCE, "purchased_list", "bought list|list|list purchase|lead list|data provider|"
	    "zoominfo|apollo|lusha|third party list" },
	{ VOCAB_SOURCE, "other", "others|misc|miscellaneous|offline|offline sources|other campaigns" },

	{ VOCAB_STATUS, "open", "new|open not contacted|not contacted|working|working contacted|"
	    "contacted|attempted to contact|attempting|attempted|connected|in progress|in process|"
	    "open deal|assigned|pending|qualified|hot|warm|cold|pre qualified|must be approved|"
	    "contact in future|bad timing|not converted|active|nurturing|engaged|undone" },
	{ VOCAB_STATUS, "won", "converted|closed won|closed converted|customer|sold|success|"
	    "successful|deal won|gewonnen" },
	{ VOCAB_STATUS, "lost", "closed lost|closed not converted|closed|dead|junk|junk lead|"
	    "lost lead|unqualified|disqualified|not qualified|not interested|rejected|cancelled|"
	    "canceled|spam|deal lost|verloren" },
	{ VOCAB_STATUS, "recycled", "nurture|recycle|back to marketing|returned|reopened" },

	{ VOCAB_DIRECTION, "inbound", "in|incoming" },
	{ VOCAB_DIRECTION, "outbound", "out|outgoing" },

	{ VOCAB_MAGNET, "trial", "free trial|test account|trial account" },
	{ VOCAB_MAGNET, "consultation", "free consultation|assessment|audit|call" },
	{ VOCAB_MAGNET, "white_paper", "whitepaper|white papers|report|study" },
	{ VOCAB_MAGNET, "sample", "samples|free sample|product sample" },
	{ VOCAB_MAGNET, "ebook", "e-book|ebooks|guide|book" },
	{ VOCAB_MAGNET, "webinar", "webinars|online seminar" },
	{ VOCAB_MAGNET, "newsletter", "mailing list|subscription" },
	{ VOCAB_MAGNET, "demo", "product demo|live demo|demonstration" },
	{ VOCAB_MAGNET, "checklist", "check list|template|cheat sheet" },
	{ VOCAB_MAGNET, "other", "others" },

	{ VOCAB_CONSENT, "granted", "true|yes|y|1|on|ja|oui|si|given|accepted|agreed|opt in|opted in|"
	    "optin|subscribed|double opt in|consented|confirmed|"
	    "freely given consent from contact|consent" },
	{ VOCAB_CONSENT, "denied", "false|no|n|0|off|nein|non|opt out|opted out|optout|refused|"
	    "declined|rejected|withdrawn|revoked|unsubscribed|no consent|not given" },
	{ VOCAB_CONSENT, "", "pending|not asked|not applicable|legitimate interest|"
	    "legitimate interest prospect lead|legitimate interest existing customer|"
	    "legitimate interest other|performance of a contract" },
};

void
words_add(struct words *w, enum vocab_field f, struct str spelling, const char *to)
{
	uint32_t number = map_add(&w->key[f], text_key(w->arena, spelling));
	const char **more;

	if (number >= w->room[f]) {
		w->room[f] = w->room[f] ? 2 * w->room[f] : 64;
		more = arena_array(w->arena, w->room[f], sizeof *more);
		if (number != 0)
			memcpy(more, w->to[f], number * sizeof *more);
		w->to[f] = more;
	}
	w->to[f][number] = to;
}

static void
add_all(struct words *w, enum vocab_field f, const char *spellings, const char *to)
{
	struct str rest = str_of(spellings), spelling;

	while (str_split(&rest, '|', &spelling))
		words_add(w, f, spelling, to);
}

void
words_init(struct words *w, struct arena *a)
{
	const char *const *word;
	unsigned f;
	size_t i;

	*w = (struct words){ .arena = a };
	for (f = 0; f < VOCAB_FIELDS; f++) {
		w->key[f].arena = a;
		for (word = vocab[f].words; word != NULL && *word != NULL; word++)
			words_add(w, (enum vocab_field)f, str_of(*word), *word);
	}
	for (i = 0; i < sizeof table / sizeof *table; i++)
		add_all(w, table[i].field, table[i].from, table[i].to);
	for (i = 0; i < words_countries; i++) {
		const struct words_country *c = &words_country_list[i];

		words_add(w, VOCAB_COUNTRY, str_of(c->alpha2), c->alpha2);
		words_add(w, VOCAB_COUNTRY, str_of(c->alpha3), c->alpha2);
		add_all(w, VOCAB_COUNTRY, c->names, c->alpha2);
	}
}

const char *
words_find(const struct words *w, struct arena *scratch, enum vocab_field f, struct str word)
{
	uint32_t i = map_find(&w->key[f], text_key(scratch, word));

	return i == MAP_NONE ? NULL : w->to[f][i];
}

const char *
words_country(const struct words *w, struct arena *scratch, struct str name)
{
	const char *alpha2 = words_find(w, scratch, VOCAB_COUNTRY, name);

	/* "The Netherlands" */
	if (alpha2 == NULL && name.n > 4 && str_eq_nocase(str_slice(name, 0, 4), STR("the ")))
		alpha2 = words_find(w, scratch, VOCAB_COUNTRY, str_slice(name, 4, name.n));
	return alpha2;
}

void
words_free(struct words *w)
{
	unsigned f;

	for (f = 0; f < VOCAB_FIELDS; f++)
		map_free(&w->key[f]);
}
