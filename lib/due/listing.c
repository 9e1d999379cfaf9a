/*
 * listing - rows and their facts, copied once, sorted once, gathered part by part.
 */
#include <stdlib.h>

#include "due/listing.h"
#include "base/wraps.h"

enum {
	CHUNK = 4096,                   /* items that are kept together */
	DIGIT = 5,                      /* bits: more are slower, so many places are not near */
	ROWS = 1024,                    /* of a part */
	AHEAD = 8, LINE = 64            /* rows to be fetched ahead, in lines of the cache */
};

static const struct str no_text[LISTING_TEXTS];

static bool
has_text(const struct str *text)
{
	size_t i;

	for (i = 0; i < LISTING_TEXTS && text[i].n == 0; i++)
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

static const struct listing_facts *
copy_facts(struct arena *a, const struct listing_facts *facts)
{
	struct listing_facts *copy = arena_alloc(a, sizeof *copy);

	*copy = *facts;
	copy->text = has_text(facts->text) ? copy_texts(a, facts->text) : no_text;
	return copy;
}

static struct listing_item *
item(const struct listing *l, uint64_t i)
{
	return &l->chunk[i / CHUNK][i % CHUNK];
}

static struct listing_item *
new_item(struct listing *l)
{
	size_t chunk = l->n / CHUNK;

	if (l->n == UINT32_MAX)
		arena_no_memory();
	if (chunk == l->room) {
		l->room = l->room ? l->room * 2 : 16;
		l->chunk = arena_got(realloc(l->chunk, l->room * sizeof *l->chunk));
	}
	if (l->n % CHUNK == 0)
		l->chunk[chunk] = arena_array(l->arena, CHUNK, sizeof **l->chunk);
	return item(l, l->n++);
}

void
listing_add(struct listing *l, const struct listing_item *one)
{
	struct listing_item *copy = new_item(l);

	*copy = *one;
	if (one->row.n != 0)
		copy->row = arena_copy(l->arena, one->row);
	if (one->facts != NULL)
		copy->facts = copy_facts(l->arena, one->facts);
	l->first = l->n == 1 || one->due_at < l->first ? one->due_at : l->first;
	l->last = l->n == 1 || one->due_at > l->last ? one->due_at : l->last;
}

static int
compare(const struct listing *l, enum listing_order order, uint64_t a, uint64_t b)
{
	const struct listing_item *p = item(l, a), *q = item(l, b);
	struct str x, y;

	if (order == LISTING_BY_OWNER) {
		x = p->facts->text[LISTING_OWNER];
		y = q->facts->text[LISTING_OWNER];
		if (!str_eq(x, y))
			return x.n == 0 || y.n == 0 ? (x.n == 0) - (y.n == 0) : str_cmp(x, y);
	}
	if (order == LISTING_BY_LOSS && p->facts->loss != q->facts->loss)
		return p->facts->loss > q->facts->loss ? -1 : 1;
	return (p->due_at > q->due_at) - (p->due_at < q->due_at);
}

/* Stable, by merging: what is equal stays in order. */
static void
merge_sort(const struct listing *l, enum listing_order order, uint64_t *p, uint64_t *other, size_t n)
{
	size_t half = n / 2, left = 0, right = half, i;

	if (n < 2)
		return;
	merge_sort(l, order, p, other, half);
	merge_sort(l, order, p + half, other, n - half);
	if (compare(l, order, p[half - 1], p[half]) <= 0)
		return;
	memcpy(other, p, half * sizeof *p);
	for (i = 0; left < half; i++)
		p[i] = right == n || compare(l, order, other[left], p[right]) <= 0 ?
		    other[left++] : p[right++];
}

/* By one digit; stable too. */
static void
distribute(const uint64_t *from, uint64_t *to, size_t n, unsigned shift)
{
	enum { MASK = (1 << DIGIT) - 1 };
	size_t start[MASK + 2] = { 0 }, i;

	for (i = 0; i < n; i++)
		start[(from[i] >> shift & MASK) + 1]++;
	for (i = 1; i <= MASK; i++)
		start[i] += start[i - 1];
	for (i = 0; i < n; i++)
		to[start[from[i] >> shift & MASK]++] = from[i];
}

/* Seconds from the first time to the last, each any number: more than an instant can hold. */
WRAPS static uint64_t
range(const struct listing *l)
{
	return (uint64_t)l->last - (uint64_t)l->first;
}

/*
 * By time alone, when the last is not 136 years behind the first: the time stands beside the number,
 * above it, and both are sorted digit by digit from the low end of the time.
 */
static void
radix_sort(struct listing *l, uint64_t *other)
{
	uint64_t between = range(l), *swap;
	unsigned shift;
	size_t i;

	for (i = 0; i < l->n; i++)
		l->order[i] |= (uint64_t)(item(l, i)->due_at - l->first) << 32;
	for (shift = 0; shift < 32 && between >> shift != 0; shift += DIGIT) {
		distribute(l->order, other, l->n, 32 + shift);
		swap = l->order;
		l->order = other;
		other = swap;
	}
}

void
listing_sort(struct listing *l, enum listing_order order)
{
	uint64_t *other = arena_array(l->arena, l->n, sizeof *other);
	size_t i;

	l->order = arena_array(l->arena, l->n, sizeof *l->order);
	for (i = 0; i < l->n; i++)
		l->order[i] = i;
	if (order == LISTING_BY_TIME && range(l) <= UINT32_MAX)
		radix_sort(l, other);
	else
		merge_sort(l, order, l->order, other, l->n);
}

const struct listing_item *
listing_at(const struct listing *l, size_t i)
{
	return item(l, (uint32_t)l->order[i]);
}

size_t
listing_parts(const struct listing *l)
{
	return (l->n + ROWS - 1) / ROWS;
}

/* Rows lie as they came, so in their order they are anywhere. */
static void
fetch(struct str row)
{
	size_t i;

	for (i = 0; i < row.n; i += LINE)
		__builtin_prefetch(row.p + i);
}

void
listing_part(const struct listing *l, size_t part, struct buf *out, struct buf *ends)
{
	size_t i = part * ROWS, end = i + ROWS < l->n ? i + ROWS : l->n;

	for (; i < end; i++) {
		if (i + 2 * AHEAD < end)
			__builtin_prefetch(listing_at(l, i + 2 * AHEAD));
		if (i + AHEAD < end)
			fetch(listing_at(l, i + AHEAD)->row);
		buf_str(out, listing_at(l, i)->row);
		buf_add(ends, &out->n, sizeof out->n);
	}
}

void
listing_pack(struct buf *b, const struct listing_item *one)
{
	const struct listing_facts *facts = one->facts;
	bool known = facts != NULL, shown = known && has_text(facts->text);
	size_t i;

	buf_add(b, &one->due_at, sizeof one->due_at);
	buf_byte(b, known);
	if (known)
		buf_add(b, facts, sizeof *facts);
	buf_byte(b, shown);
	for (i = 0; shown && i < LISTING_TEXTS; i++) {
		buf_add(b, &facts->text[i].n, sizeof facts->text[i].n);
		buf_str(b, facts->text[i]);
	}
}

static void
take(struct str *bytes, void *to, size_t n)
{
	memcpy(to, bytes->p, n);
	*bytes = str_slice(*bytes, n, bytes->n);
}

void
listing_unpack(struct str *bytes, struct listing_unpacked *one)
{
	char known, shown;
	size_t i;

	one->item = (struct listing_item){ 0 };
	take(bytes, &one->item.due_at, sizeof one->item.due_at);
	take(bytes, &known, 1);
	if (known) {
		take(bytes, &one->facts, sizeof one->facts);
		one->item.facts = &one->facts;
	}
	take(bytes, &shown, 1);
	one->facts.text = shown ? one->text : no_text;
	for (i = 0; shown && i < LISTING_TEXTS; i++) {
		take(bytes, &one->text[i].n, sizeof one->text[i].n);
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
