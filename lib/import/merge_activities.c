/*
 * merge_activities - histories as one, each activity as it was written.
 */
#include <stdlib.h>

#include "base/map.h"
#include "import/merge.h"
#include "lead/activity.h"
#include "record/skim.h"

struct item {
	struct str text;
	instant at;                     /* of one that has none: that of the one before it */
	size_t number;
};

/* How often an activity is in what is merged, and in the list at hand. */
struct seen {
	size_t kept, here, list;
};

struct work {
	struct arena *arena;
	struct buf items;
	struct map text;
	struct buf seen;                /* struct seen, by number of the text */
};

/* Not yet as often there as it is in this list? */
static bool
is_new(struct work *w, struct str text, size_t list)
{
	static const struct seen never = { 0 };
	uint32_t before = w->text.count, i = map_add(&w->text, text);
	struct seen *s;

	if (i == before)
		buf_add(&w->seen, &never, sizeof never);
	s = (struct seen *)(void *)w->seen.p + i;
	if (s->list != list)
		s->here = 0;
	s->list = list;
	if (++s->here <= s->kept)
		return false;
	s->kept++;
	return true;
}

/* The activities of one array, appended. */
static void
add(struct work *w, struct str list, size_t number)
{
	struct arena *a = w->arena;
	struct skim k = { .room = 64 };
	struct activities known;
	struct err ignored;
	instant at = INSTANT_NONE;
	size_t used, i;

	k.value = arena_array(a, k.room, sizeof *k.value);
	if (activity_parse(a, list, &zone_utc, &known, &ignored) < 0)
		return;
	while (skim_array(list, &k, &used) == SKIM_MEMBERS) {
		k.room *= 8;
		k.value = arena_array(a, k.room, sizeof *k.value);
	}
	for (i = 0; i < k.n && i < known.n; i++) {
		struct item item = { { k.value[i].raw, k.value[i].size }, at, w->items.n };

		if (known.item[i].at != INSTANT_NONE)
			item.at = at = known.item[i].at;
		if (is_new(w, item.text, number))
			buf_add(&w->items, &item, sizeof item);
	}
}

static int
earlier(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

static bool
in_order(const struct item *item, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++)
		if (item[i].at < item[i - 1].at)
			return false;
	return true;
}

/* As one array, by time. */
static struct str
join(struct work *w)
{
	struct item *item = (struct item *)(void *)w->items.p;
	size_t n = w->items.n / sizeof *item, i;
	struct buf out = { 0 };
	struct str s;

	qsort(item, n, sizeof *item, earlier);
	for (i = 0; i < n; i++) {
		buf_byte(&out, i ? ',' : '[');
		buf_str(&out, item[i].text);
	}
	buf_byte(&out, ']');
	s = arena_copy(w->arena, buf_text(&out));
	buf_free(&out);
	return s;
}

struct str
merge_activities(struct arena *a, const struct str *list, size_t n)
{
	struct work w = { .arena = a, .text.arena = a };
	size_t i, first = 0;
	struct str s = n ? list[0] : (struct str){ 0 };

	for (i = 0; i < n; i++) {
		add(&w, str_trim(list[i]), i + 1);
		first = i == 0 ? w.items.n : first;
	}
	/* As it stands, when nothing is new or out of order. */
	if (w.items.n != first || !in_order((struct item *)(void *)w.items.p, first / sizeof(struct item)))
		s = join(&w);
	map_free(&w.text);
	buf_free(&w.seen);
	buf_free(&w.items);
	return s;
}
