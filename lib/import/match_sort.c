/*
 * match_sort - in place: dealt into 256 heaps by the first byte, each of these by the next; what are
 * few, by insertion.
 */
#include "import/match_sort.h"

enum { HEAPS = 256, FEW = 40, BYTES = 12 };

/* Of the hash and then of the row, from the most significant one on. */
static unsigned
byte(const struct match_entry *e, unsigned at)
{
	return at < 8 ? (unsigned)(e->hash >> (56 - 8 * at)) & 255 : e->row >> (88 - 8 * at) & 255;
}

static int
before(const struct match_entry *a, const struct match_entry *b)
{
	return a->hash != b->hash ? a->hash < b->hash : a->row < b->row;
}

static void
insertion(struct match_entry *e, size_t n)
{
	size_t i, k;

	for (i = 1; i < n; i++) {
		struct match_entry x = e[i];

		for (k = i; k > 0 && before(&x, &e[k - 1]); k--)
			e[k] = e[k - 1];
		e[k] = x;
	}
}

/* Every one goes where its heap has room, and who lay there goes on in the same way. */
static void
deal(struct match_entry *e, unsigned at, size_t next[HEAPS], const size_t end[HEAPS])
{
	unsigned heap, to;

	for (heap = 0; heap < HEAPS; heap++)
		while (next[heap] < end[heap]) {
			struct match_entry x = e[next[heap]], other;

			while ((to = byte(&x, at)) != heap) {
				other = e[next[to]];
				e[next[to]++] = x;
				x = other;
			}
			e[next[heap]++] = x;
		}
}

/* More than a few: there are heaps to be made. */
static void
sort(struct match_entry *e, size_t n, unsigned at)
{
	size_t next[HEAPS], end[HEAPS] = { 0 }, sum = 0, i;
	unsigned heap;

	for (i = 0; i < n; i++)
		end[byte(&e[i], at)]++;
	for (heap = 0; heap < HEAPS; heap++) {
		next[heap] = sum;
		end[heap] = sum += end[heap];
	}
	deal(e, at, next, end);
	for (heap = 0, sum = 0; heap < HEAPS; sum = end[heap++])
		if (end[heap] - sum <= FEW)
			insertion(e + sum, end[heap] - sum);
		else if (at + 1 < BYTES)
			sort(e + sum, end[heap] - sum, at + 1);
}

void
match_sort(struct match_entry *e, size_t n)
{
	if (n <= FEW)
		insertion(e, n);
	else
		sort(e, n, 0);
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
