/*
 * store - a map of keys to rows of numbers.
 */
#include <stdlib.h>

#include "funnel/store.h"

/* Of sums: that those of all the stages can be added up again. */
static const int64_t MOST = INT64_MAX / 64;

void
store_init(struct store *s, size_t numbers, size_t spreads, uint32_t most)
{
	*s = (struct store){ .numbers = numbers, .spreads = spreads, .most = most };
	s->keys.arena = &s->arena;
}

static void
widen(struct store *s)
{
	struct store_row *more;

	s->room = s->room ? s->room * 2 : 16;
	more = arena_array(&s->arena, s->room, sizeof *more);
	if (s->row != NULL)
		memcpy(more, s->row, s->keys.count * sizeof *more);
	s->row = more;
}

uint32_t
store_find(struct store *s, struct str key)
{
	uint32_t i = map_find(&s->keys, key);

	if (i != MAP_NONE)
		return i;
	if (s->keys.count == s->most) {
		s->full = true;
		return STORE_NONE;
	}
	if (s->keys.count == s->room)
		widen(s);
	i = map_add(&s->keys, key);
	s->row[i].number = arena_array(&s->arena, s->numbers, sizeof *s->row[i].number);
	s->row[i].spread = arena_array(&s->arena, s->spreads, sizeof *s->row[i].spread);
	return i;
}

const struct store_row *
store_row(struct store *s, struct str key)
{
	uint32_t i = store_find(s, key);

	return i == STORE_NONE ? NULL : &s->row[i];
}

void
store_count(struct store *s, const struct store_row *row, size_t number, int64_t n)
{
	int64_t *sum = &row->number[number];

	if (__builtin_add_overflow(*sum, n, sum) || *sum > MOST || *sum < -MOST)
		s->wide = true;
}

void
store_merge(struct store *into, struct store *from)
{
	const struct store_row *to;
	uint32_t i;
	size_t k;

	into->full |= from->full;
	into->wide |= from->wide;
	for (i = 0; i < from->keys.count; i++) {
		if ((to = store_row(into, from->keys.entry[i].key)) == NULL)
			return;
		for (k = 0; k < into->numbers; k++)
			store_count(into, to, k, from->row[i].number[k]);
		for (k = 0; k < into->spreads; k++)
			spread_move(&to->spread[k], &from->row[i].spread[k]);
	}
}

void
store_key(struct buf *key, struct str part)
{
	buf_str(key, part);
	buf_byte(key, STORE_END);
}

bool
store_part(struct str *key, struct str *part)
{
	if (key->n == 0)
		return false;
	*part = str_slice(*key, 0, str_find(*key, STORE_END));
	*key = str_slice(*key, part->n + 1, key->n);
	return true;
}

/* The end of a part comes before any letter: then parts are in the order of str_cmp. */
static int
by_key(const void *a, const void *b)
{
	struct str x = (*(const struct map_entry *const *)a)->key;
	struct str y = (*(const struct map_entry *const *)b)->key;
	size_t i;

	for (i = 0; i < x.n && i < y.n; i++)
		if (x.p[i] != y.p[i])
			return (uint8_t)(x.p[i] + 1) < (uint8_t)(y.p[i] + 1) ? -1 : 1;
	return (x.n > y.n) - (x.n < y.n);
}

const uint32_t *
store_order(struct store *s)
{
	const struct map_entry **entry = arena_array(&s->arena, s->keys.count, sizeof *entry);
	uint32_t *order = arena_array(&s->arena, s->keys.count, sizeof *order), i;

	for (i = 0; i < s->keys.count; i++)
		entry[i] = &s->keys.entry[i];
	qsort(entry, s->keys.count, sizeof *entry, by_key);
	for (i = 0; i < s->keys.count; i++)
		order[i] = (uint32_t)(entry[i] - s->keys.entry);
	return order;
}

void
store_free(struct store *s)
{
	uint32_t i;
	size_t k;

	for (i = 0; i < s->keys.count; i++)
		for (k = 0; k < s->spreads; k++)
			spread_free(&s->row[i].spread[k]);
	map_free(&s->keys);
	arena_free(&s->arena);
}
