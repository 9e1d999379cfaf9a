/*
 * Whatever is put into a listing comes out of it in the order that a plain sort finds, equals as
 * they came, and its parts put together are its rows.  What is packed is unpacked as it was.
 * usage: listing_law [seed]
 */
#include "law.h"
#include "due/listing.h"

enum { ROUNDS = 60, MOST = 3000 };

static struct one {
	instant due_at;
	double loss;
	char owner[4], row[24];
	size_t number;
} all[MOST];

static void
fail(const char *what, size_t n, size_t at)
{
	fprintf(stderr, "listing: %s: %zu of %zu\n", what, at, n);
	exit(1);
}

static enum listing_order order;

static int
compare(const void *a, const void *b)
{
	const struct one *p = a, *q = b;
	int c = 0;

	if (order == LISTING_BY_OWNER && strcmp(p->owner, q->owner) != 0)
		return *p->owner == '\0' ? 1 : *q->owner == '\0' ? -1 : strcmp(p->owner, q->owner);
	if (order == LISTING_BY_LOSS)
		c = (p->loss < q->loss) - (p->loss > q->loss);
	if (c == 0)
		c = (p->due_at > q->due_at) - (p->due_at < q->due_at);
	return c != 0 ? c : (p->number > q->number) - (p->number < q->number);
}

/* Times near each other, or from one end of time to the other. */
static void
invent(size_t n)
{
	static const instant width[] = { 1, 100, 100000, UINT32_MAX, INT64_C(1) << 33, 300000000000 };
	instant from = (instant)below_long(2000000000) - 1000000000,
	    range = width[below_long(sizeof width / sizeof *width)];
	size_t i;

	for (i = 0; i < n; i++) {
		struct one *o = &all[i];

		o->due_at = from + below_long(range);
		o->loss = (double)below_long(3) - 1;
		o->number = i;
		snprintf(o->owner, sizeof o->owner, "%.*s", (int)below_long(3), below_long(2) ? "ab" : "ba");
		snprintf(o->row, sizeof o->row, "%zu\n", i);
	}
}

/* By way of the notes between threads, as lead-due does. */
static void
add(struct listing *l, const struct one *o, bool facts)
{
	struct str text[LISTING_TEXTS] = { [LISTING_OWNER] = str_of(o->owner) }, bytes;
	struct listing_facts f = { .loss = o->loss, .level = (uint32_t)o->number, .text = text };
	struct listing_item item = { .due_at = o->due_at, .facts = facts ? &f : NULL };
	struct listing_unpacked back;
	struct buf b = { 0 };

	listing_pack(&b, &item);
	bytes = buf_text(&b);
	listing_unpack(&bytes, &back);
	if (bytes.n != 0)
		fail("bytes are left of an item", o->number, bytes.n);
	back.item.row = str_of(o->row);
	listing_add(l, &back.item);
	buf_free(&b);
}

static void
check(const struct listing *l, size_t n, bool facts)
{
	struct buf out = { 0 }, ends = { 0 };
	size_t i, at = 0;

	for (i = 0; i < listing_parts(l); i++) {
		size_t before = out.n, first = ends.n / sizeof(size_t), k;

		listing_part(l, i, &out, &ends);
		for (k = first; k < ends.n / sizeof(size_t); k++, at++) {
			size_t end = ((const size_t *)(const void *)ends.p)[k];

			if (at == n || !str_is(str_slice(buf_text(&out), before, end), all[at].row))
				fail("another row", n, at);
			before = end;
		}
	}
	if (at != n || l->n != n)
		fail("rows are missing", n, at);
	for (i = 0; i < n; i++) {
		const struct listing_item *item = listing_at(l, i);

		if (item->due_at != all[i].due_at || (item->facts != NULL) != facts)
			fail("another item", n, i);
		if (facts && (item->facts->level != all[i].number ||
		    !str_is(item->facts->text[LISTING_OWNER], all[i].owner)))
			fail("other facts", n, i);
	}
	buf_free(&out);
	buf_free(&ends);
}

int
main(int argc, char **argv)
{
	int round;

	law_start(argc, argv, 5);
	for (round = 0; round < ROUNDS; round++) {
		size_t n = below(round % 4 ? 50 : MOST), i;
		struct arena a = { 0 };
		struct listing l = { .arena = &a };
		bool facts;

		order = (enum listing_order)(round % 3);
		facts = order != LISTING_BY_TIME || below_long(2) != 0;
		invent(n);
		for (i = 0; i < n; i++)
			add(&l, &all[i], facts);
		qsort(all, n, sizeof *all, compare);
		listing_sort(&l, order);
		check(&l, n, facts);
		free(l.chunk);
		arena_free(&a);
	}
	return 0;
}
