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

/* Stable, by merging: what is equal stays in order. */
static void
merge_sort(struct listing_item *item, struct listing_item *other, size_t n)
{
	size_t half = n / 2, left = 0, right = half, i;

	if (n < 2)
		return;
	merge_sort(item, other, half);
	merge_sort(item + half, other, n - half);
	memcpy(other, item, n * sizeof *item);
	for (i = 0; i < n; i++)
		item[i] = right == n || (left < half && other[left].due_at <= other[right].due_at) ?
		    other[left++] : other[right++];
}

void
listing_sort(struct listing *l)
{
	struct listing_item *other = arena_array(l->arena, l->n, sizeof *other);

	merge_sort(l->item, other, l->n);
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
