/* domain_fuzz - what comes out is a host name, and stays what it is. */
#include "fuzz.h"
#include "value/domain.h"

static void
check_host(struct arena *a, struct str host)
{
	struct str again, rest = host, label;
	size_t i;

	if (!domain_ascii(a, host, &again) || !str_eq(host, again) || host.n > 253)
		abort();
	while (str_split(&rest, '.', &label)) {
		if (label.n == 0 || label.n > 63 || str_starts(label, STR("-")) ||
		    str_ends(label, STR("-")))
			abort();
		for (i = 0; i < label.n; i++)
			if (!(label.p[i] >= 'a' && label.p[i] <= 'z') && label.p[i] != '-' &&
			    !(label.p[i] >= '0' && label.p[i] <= '9'))
				abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str s = { (const char *)data, size }, host, registrable, again;

	if (domain_ascii(&a, s, &host)) {
		check_host(&a, host);
		if (domain_registrable(&a, s, &registrable)) {
			check_host(&a, registrable);
			if (!str_ends(host, registrable) ||
			    !domain_registrable(&a, registrable, &again) ||
			    !str_eq(registrable, again))
				abort();
		}
	}
	if (domain_of_website(&a, s, &host)) {
		check_host(&a, host);
		if (!domain_of_website(&a, host, &again) || !str_eq(host, again))
			abort();
	}
	arena_free(&a);
	return 0;
}
