/*
 * listing - rows and their facts, copied once, sorted once.
 */
#include <stdlib.h>

#include "due/listing.h"

enum { DIGIT = 11 };                    /* bits */

const struct str listing_no_text[LISTING_TEXTS];

static bool
has_text(const struct listing_item *one)
{
	size_t i;

	for (i = 0; i < LISTING_TEXTS && one->text[i].n == 0; i++)
		continue;
	return i < LISTING_TEXTS;
}

static const struct str *
copy_texts(struct arena *a, const struct str *text)
{
	struct str *copy = arena_array(a, LISTING_TEXTS, sizeof *copy);
	size_t i;

	for (i = 0; i < LISTING_TEXTS; i++)
		copy[i] = text[i].n ? arena_copy(a, text[i]) : STR("");
	return copy;
}

void
listing_add(struct listing *l, const struct listing_item *one)
{
	struct listing_item *copy = arena_alloc(l->arena, sizeof *copy);

	if (l->n == l->room) {
		l->room = l->room ? l->room * 2 : 64;
		l->item = arena_got(realloc(l->item, l->room * sizeof *l->item));
	}
	l->item[l->n++] = copy;
	*copy = *one;
	copy->text = has_text(one) ? copy_texts(l->arena, one->text) : listing_no_text;
	copy->row = arena_copy(l->arena, one->row);
}

/* What is sorted: the time stands beside the item, which is far away. */
struct rank {
	instant due_at;
	const struct listing_item *item;
};

static int
compare(const struct rank *p, const struct rank *q, enum listing_order order)
{
	struct str x, y;

	if (order == LISTING_BY_OWNER) {
		x = p->item->text[LISTING_OWNER];
		y = q->item->text[LISTING_OWNER];
		if (!str_eq(x, y))
			return x.n == 0 || y.n == 0 ? (x.n == 0) - (y.n == 0) : str_cmp(x, y);
	}
	if (order == LISTING_BY_LOSS && p->item->loss != q->item->loss)
		return p->item->loss > q->item->loss ? -1 : 1;
	return (p->due_at > q->due_at) - (p->due_at < q->due_at);
}

static size_t
digit(const struct rank *p, instant first, unsigned shift)
{
	return ((uint64_t)p->due_at - (uint64_t)first) >> shift & ((1 << DIGIT) - 1);
}

/* Stable, by merging: what is equal stays in order. */
static void
merge_sort(struct rank *p, struct rank *other, size_t n, enum listing_order order)
{
	size_t half = n / 2, left = 0, right = half, i;

	if (n < 2)
		return;
	merge_sort(p, other, half, order);
	merge_sort(p + half, other, n - half, order);
	if (compare(&p[half - 1], &p[half], order) <= 0)
		return;
	memcpy(other, p, half * sizeof *p);
	for (i = 0; left < half; i++)
		p[i] = right == n || compare(&other[left], &p[right], order) <= 0 ?
		    other[left++] : p[right++];
}

/* By time alone: digit by digit from the low end, as many as times differ in; stable too. */
static void
radix_sort(struct rank *p, struct rank *other, size_t n)
{
	instant first = INT64_MAX, last = INT64_MIN;
	struct rank *from = p, *to = other, *swap;
	unsigned shift;
	size_t i;

	for (i = 0; i < n; i++) {
		first = p[i].due_at < first ? p[i].due_at : first;
		last = p[i].due_at > last ? p[i].due_at : last;
	}
	for (shift = 0; shift < 64 && ((uint64_t)last - (uint64_t)first) >> shift != 0; shift += DIGIT) {
		size_t start[(1 << DIGIT) + 1] = { 0 };

		for (i = 0; i < n; i++)
			start[digit(&from[i], first, shift) + 1]++;
		for (i = 1; i < 1 << DIGIT; i++)
			start[i] += start[i - 1];
		for (i = 0; i < n; i++)
			to[start[digit(&from[i], first, shift)]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	if (from != p)
		memcpy(p, from, n * sizeof *p);
}

void
listing_sort(struct listing *l, enum listing_order order)
{
	struct rank *all = arena_array(l->arena, l->n * 2, sizeof *all);
	size_t i;

	for (i = 0; i < l->n; i++)
		all[i] = (struct rank){ l->item[i]->due_at, l->item[i] };
	if (order == LISTING_BY_TIME && l->n > 1 << DIGIT)
		radix_sort(all, all + l->n, l->n);
	else
		merge_sort(all, all + l->n, l->n, order);
	for (i = 0; i < l->n; i++)
		l->item[i] = all[i].item;
}

void
listing_pack(struct buf *b, const struct listing_item *one)
{
	bool shown = has_text(one);
	size_t i;

	buf_add(b, one, sizeof *one);
	buf_byte(b, shown);
	for (i = 0; shown && i < LISTING_TEXTS; i++) {
		buf_add(b, &one->text[i].n, sizeof one->text[i].n);
		buf_str(b, one->text[i]);
	}
}

static void
take(struct str *bytes, void *to, size_t n)
{
	memcpy(to, bytes->p, n);
	*bytes = str_slice(*bytes, n, bytes->n);
}

void
listing_unpack(struct str *bytes, struct listing_item *one, struct str *text)
{
	char shown;
	size_t i;

	take(bytes, one, sizeof *one);
	take(bytes, &shown, 1);
	one->text = shown ? text : listing_no_text;
	for (i = 0; shown && i < LISTING_TEXTS; i++) {
		take(bytes, &text[i].n, sizeof text[i].n);
		text[i].p = bytes->p;
		*bytes = str_slice(*bytes, text[i].n, bytes->n);
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
