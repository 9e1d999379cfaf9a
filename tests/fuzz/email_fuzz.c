/* email_fuzz - an address that is taken is taken again as it came out, and fits RFC 5321. */
#include "fuzz.h"
#include "value/contact.h"
#include "value/domain.h"

static void
check_key(struct arena *a, const struct email *e, bool loose)
{
	struct str key = contact_email_key(a, e, loose), again;
	struct email k;

	/* A local part of nothing but dots has no letter left at gmail. */
	if (!contact_email(a, key, &k)) {
		if (!loose || key.p[0] != '@')
			abort();
		return;
	}
	again = contact_email_key(a, &k, loose);
	if (!str_eq(key, again))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct email e, again;
	struct str host;

	if (contact_email(&a, (struct str){ (const char *)data, size }, &e)) {
		if (e.text.n > 254 || e.local.n == 0 || e.local.n > 64 || e.domain.n > 253 ||
		    e.text.n != e.local.n + 1 + e.domain.n)
			abort();
		if (!domain_ascii(&a, e.domain, &host) || !str_eq(host, e.domain))
			abort();
		if (!contact_email(&a, e.text, &again) || !str_eq(e.text, again.text))
			abort();
		if (contact_email_kind(&e) != contact_email_kind(&again))
			abort();
		check_key(&a, &e, false);
		check_key(&a, &e, true);
	}
	arena_free(&a);
	return 0;
}
