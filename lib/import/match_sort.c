/*
 * match_sort - three passes of a radix sort over the upper 33 bits, then insertion among the few
 * that are equal in those.
 */
#include <string.h>

#include "import/match_sort.h"

enum { DIGIT = 11, DIGITS = 3, BUCKETS = 1 << DIGIT, FEW = 64 };

static unsigned
digit(uint64_t hash, unsigned pass)
{
	return (unsigned)(hash >> (64 - DIGITS * DIGIT + pass * DIGIT)) & (BUCKETS - 1);
}

static void
insertion(struct match_entry *e, size_t n)
{
	size_t i, k;

	for (i = 1; i < n; i++) {
		struct match_entry x = e[i];

		for (k = i; k > 0 && e[k - 1].hash > x.hash; k--)
			e[k] = e[k - 1];
		e[k] = x;
	}
}

void
match_sort(struct match_entry *e, struct match_entry *scratch, size_t n)
{
	struct match_entry *from = e, *to = scratch, *other;
	uint32_t at[DIGITS][BUCKETS], sum, here;        /* there are fewer leads than that */
	unsigned pass, b;
	size_t i;

	memset(at, 0, sizeof at);
	for (i = 0; i < n && n > FEW; i++)
		for (pass = 0; pass < DIGITS; pass++)
			at[pass][digit(e[i].hash, pass)]++;
	for (pass = 0; pass < DIGITS && n > FEW; pass++) {
		for (sum = 0, b = 0; b < BUCKETS; b++) {
			here = at[pass][b];
			at[pass][b] = sum;
			sum += here;
		}
		for (i = 0; i < n; i++)
			to[at[pass][digit(from[i].hash, pass)]++] = from[i];
		other = from;
		from = to;
		to = other;
	}
	if (from != e)
		memcpy(e, from, n * sizeof *e);
	insertion(e, n);
}

const struct match_entry *
match_search(const struct match_entry *e, size_t n, uint64_t hash)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (e[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && e[lo].hash == hash ? &e[lo] : NULL;
}
