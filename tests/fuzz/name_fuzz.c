/* name_fuzz - splitting a name loses no byte but blanks and commas, and invents none. */
#include "fuzz.h"
#include "value/contact.h"

/* Count the bytes that are neither commas nor parts of blanks. */
static void
count(struct str s, int sign, int *counts)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		struct str rest = str_slice(s, i, s.n);

		if (str_starts(rest, STR("\xc2\xa0")))
			i++;
		else if (str_starts(rest, STR("\xe3\x80\x80")))
			i += 2;
		else if (s.p[i] != ' ' && s.p[i] != ',' && !(s.p[i] >= '\t' && s.p[i] <= '\r'))
			counts[(unsigned char)s.p[i]] += sign;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str full = { (const char *)data, size };
	struct name n;
	int counts[256] = { 0 }, i;

	contact_split_name(&a, full, &n);
	count(full, 1, counts);
	count(n.prefix, -1, counts);
	count(n.first, -1, counts);
	count(n.middle, -1, counts);
	count(n.last, -1, counts);
	count(n.suffix, -1, counts);
	for (i = 0; i < 256; i++)
		if (counts[i] != 0)
			abort();
	contact_join_name(&a, n.first, n.last);
	arena_free(&a);
	return 0;
}
