/*
 * Adding up commutes: whatever the cut of the leads into parts and the order in which these are
 * merged, rows, numbers and spreads are the same, and the same as of a plain count.  Spreads
 * are within their stated error of sorted values once they are no longer exact.
 */

#include "law.h"
#include "funnel/store.h"

enum { KEYS = 7, PARTS = 9, VALUES = 4000, LARGE = 150000 };

static void
fail(const char *what)
{
	fprintf(stderr, "store_law: %s\n", what);
	exit(1);
}

static void
same(struct spread *a, struct spread *b)
{
	double q;

	if (a->n != b->n || a->sum != b->sum || spread_is_exact(a) != spread_is_exact(b))
		fail("spreads differ");
	for (q = 0; q <= 1; q += 0.125)
		if (spread_quantile(a, q) != spread_quantile(b, q))
			fail("quantiles differ");
}

static int
by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Sorted values against quantiles, means. */
static void
against_sorted(struct spread *s, uint32_t *value, size_t n)
{
	uint64_t sum = 0;
	size_t i;
	int p;

	for (i = 0; i < n; i++)
		sum += value[i];
	qsort(value, n, sizeof *value, by_value);
	if (spread_mean(s) != (int64_t)(sum / n))
		fail("mean");
	for (p = 0; p <= 100; p++) {
		double truth = value[(size_t)((double)p / 100 * (double)(n - 1))];
		double got = (double)spread_quantile(s, (double)p / 100);

		if (spread_is_exact(s) ? got != truth : got < truth * 0.989 - 1 || got > truth * 1.011 + 1)
			fail("a quantile is off");
	}
}

static void
cuts(void)
{
	struct store whole, part[PARTS], merged;
	int64_t count[KEYS] = { 0 };
	const uint32_t *order, *other;
	uint32_t i, k;

	store_init(&whole, 2, 1, 100);
	store_init(&merged, 2, 1, 100);
	for (i = 0; i < PARTS; i++)
		store_init(&part[i], 2, 1, 100);
	for (i = 0; i < VALUES; i++) {
		char key[2] = { (char)('a' + below(KEYS)), STORE_END };
		struct store *to[2] = { &whole, &part[below(PARTS)] };
		int64_t n = (int64_t)below(100) - 20;
		uint32_t seconds = below(1000000);

		count[key[0] - 'a'] += n;
		for (k = 0; k < 2; k++) {
			const struct store_row *row = store_row(to[k], (struct str){ key, 2 });

			store_count(to[k], row, 1, n);
			spread_add(&row->spread[0], seconds);
		}
	}
	for (i = 0, k = below(PARTS); i < PARTS; i++, k = (k + 2) % PARTS)
		store_merge(&merged, &part[k]);
	order = store_order(&whole);
	other = store_order(&merged);
	if (whole.keys.count != merged.keys.count)
		fail("rows");
	for (i = 0; i < whole.keys.count; i++) {
		struct str key = whole.keys.entry[order[i]].key;

		if (!str_eq(key, merged.keys.entry[other[i]].key))
			fail("keys");
		if (i != 0 && str_cmp(whole.keys.entry[order[i - 1]].key, key) >= 0)
			fail("order");
		if (whole.row[order[i]].number[1] != count[key.p[0] - 'a'] ||
		    merged.row[other[i]].number[1] != count[key.p[0] - 'a'])
			fail("numbers");
		same(&whole.row[order[i]].spread[0], &merged.row[other[i]].spread[0]);
	}
	store_free(&whole);
	store_free(&merged);
	for (i = 0; i < PARTS; i++)
		store_free(&part[i]);
}

/* Past the number of values that are kept, and on either side of it. */
static void
blur(size_t n)
{
	struct spread whole = { 0 }, part[3] = { 0 }, merged = { 0 }, lines = { 0 };
	uint32_t *value = malloc(n * sizeof *value);
	size_t i, many;

	for (i = 0; i < n; i++) {
		value[i] = below(2) ? below(50000000) : below(5000);
		spread_add(&whole, value[i]);
		spread_add(&part[below(10) ? 0 : 1 + below(2)], value[i]);
	}
	for (i = 0; i < n; i += many) {
		many = below(40);
		many = many < n - i ? many : n - i;
		spread_add_all(&lines, value + i, many);
	}
	for (i = 3; i-- > 0; )
		spread_merge(&merged, &part[i]);
	if (spread_is_exact(&whole) != (n <= SPREAD_EXACT))
		fail("exact up to the number that is kept");
	same(&whole, &merged);
	same(&whole, &lines);
	against_sorted(&whole, value, n);
	spread_free(&whole);
	spread_free(&merged);
	spread_free(&lines);
	for (i = 0; i < 3; i++)
		spread_free(&part[i]);
	free(value);
}

int
main(int argc, char **argv)
{
	int i;

	law_start(argc, argv, 20260301);
	for (i = 0; i < 20; i++)
		cuts();
	blur(1000);
	blur(SPREAD_EXACT);
	blur(SPREAD_EXACT + 1);
	blur(LARGE);
	return 0;
}
