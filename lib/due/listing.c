/*
 * listing - rows and their facts, copied once, sorted once.
 */
#include <stdlib.h>

#include "due/listing.h"

void
listing_add(struct listing *l, const struct listing_item *one)
{
	struct listing_item *copy;
	size_t i;

	if (l->n == l->room) {
		struct listing_item *more;

		l->room = l->room ? l->room * 2 : 64;
		more = realloc(l->item, l->room * sizeof *more);
		if (more == NULL)
			arena_no_memory();
		l->item = more;
	}
	copy = &l->item[l->n++];
	*copy = *one;
	for (i = 0; i < LISTING_TEXTS; i++)
		copy->text[i] = one->text[i].n ? arena_copy(l->arena, one->text[i]) : STR("");
	copy->row = arena_copy(l->arena, one->row);
}

static int
compare(const struct listing_item *a, const struct listing_item *b, enum listing_order order)
{
	struct str x = a->text[LISTING_OWNER], y = b->text[LISTING_OWNER];
	int by_owner = (x.n == 0) != (y.n == 0) ? (x.n == 0) - (y.n == 0) : str_cmp(x, y);

	if (order == LISTING_BY_OWNER && by_owner != 0)
		return by_owner;
	if (order == LISTING_BY_LOSS && a->loss != b->loss)
		return a->loss > b->loss ? -1 : 1;
	return (a->due_at > b->due_at) - (a->due_at < b->due_at);
}

/* Stable, by merging: what is equal stays in order. */
static void
merge_sort(struct listing_item *item, struct listing_item *other, size_t n,
    enum listing_order order)
{
	size_t half = n / 2, left = 0, right = half, i;

	if (n < 2)
		return;
	merge_sort(item, other, half, order);
	merge_sort(item + half, other, n - half, order);
	memcpy(other, item, n * sizeof *item);
	for (i = 0; i < n; i++)
		item[i] = right == n || (left < half &&
		    compare(&other[left], &other[right], order) <= 0) ?
		    other[left++] : other[right++];
}

void
listing_sort(struct listing *l, enum listing_order order)
{
	struct listing_item *other = arena_array(l->arena, l->n, sizeof *other);

	merge_sort(l->item, other, l->n, order);
}

void
listing_pack(struct buf *b, const struct listing_item *one)
{
	size_t i;

	buf_add(b, one, sizeof *one);
	for (i = 0; i < LISTING_TEXTS; i++)
		buf_str(b, one->text[i]);
}

void
listing_unpack(struct str *bytes, struct listing_item *one)
{
	size_t i;

	memcpy(one, bytes->p, sizeof *one);
	*bytes = str_slice(*bytes, sizeof *one, bytes->n);
	for (i = 0; i < LISTING_TEXTS; i++) {
		one->text[i].p = bytes->p;
		*bytes = str_slice(*bytes, one->text[i].n, bytes->n);
	}
}

void
listing_print_wait(struct buf *b, const struct listing_item *one, instant now)
{
	if (one->due_at == now) {
		buf_str(b, STR("now"));
		return;
	}
	if (one->due_at > now)
		buf_str(b, STR("in "));
	date_print_span(b, one->due_at > now ? one->due_at - now : now - one->due_at);
}
