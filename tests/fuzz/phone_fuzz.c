/* phone_fuzz - the first two bytes are the region, the rest is the number. */
#include "fuzz.h"
#include "value/phone.h"

static void
check_valid(struct arena *a, const struct phone *p)
{
	struct phone again;
	size_t i;

	if (p->e164.n < 5 || p->e164.n > 21 || p->e164.p[0] != '+' || p->e164.p[1] == '0')
		abort();
	for (i = 1; i < p->e164.n; i++)
		if (p->e164.p[i] < '0' || p->e164.p[i] > '9')
			abort();
	for (i = 0; i < p->extension.n; i++)
		if (p->extension.p[i] < '0' || p->extension.p[i] > '9')
			abort();
	/* The result names its country: no region is needed to read it, none can change it. */
	if (phone_parse(a, p->e164, STR(""), &again) == PHONE_UNKNOWN)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str all = { (const char *)data, size };
	struct str region = str_slice(all, 0, 2), s = str_slice(all, 2, size);
	struct phone p, spaced;
	enum phone_status status = phone_parse(&a, s, region, &p);

	if (status == PHONE_VALID)
		check_valid(&a, &p);
	else if (p.e164.n > 0 || p.extension.n > 0 || p.region[0] != '\0')
		abort();
	/* Blanks around a number never matter. */
	if (str_search(s, STR(";phone-context=")) == SIZE_MAX && s.n < 200 &&
	    (phone_parse(&a, arena_printf(&a, " \t%.*s ", STR_ARG(s)), region, &spaced) != status ||
	    !str_eq(p.e164, spaced.e164)) && memchr(s.p, 0, s.n) == NULL)
		abort();
	arena_free(&a);
	return 0;
}
