/*
 * merge_activities - histories as one, each activity as it was written.
 */
#include <stdlib.h>

#include "import/merge.h"
#include "lead/activity.h"
#include "record/skim.h"

struct item {
	struct str text;
	instant at;                     /* of one that has none: that of the one before it */
	size_t number;
};

/* The activities of one array, appended. */
static void
add(struct arena *a, struct buf *items, struct str list)
{
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
		struct item item = { { k.value[i].raw, k.value[i].size }, at, items->n };

		if (known.item[i].at != INSTANT_NONE)
			item.at = at = known.item[i].at;
		buf_add(items, &item, sizeof item);
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

struct str
merge_activities(struct arena *a, const struct str *list, size_t n)
{
	struct buf items = { 0 }, out = { 0 };
	struct item *item;
	struct str s = n ? list[0] : (struct str){ 0 };
	size_t i;

	for (i = 0; i < n; i++)
		add(a, &items, str_trim(list[i]));
	item = (struct item *)(void *)items.p;
	if (items.n != 0)
		qsort(item, items.n / sizeof *item, sizeof *item, earlier);
	for (i = 0; i < items.n / sizeof *item; i++) {
		buf_byte(&out, i ? ',' : '[');
		buf_str(&out, item[i].text);
	}
	if (out.n != 0) {
		buf_byte(&out, ']');
		s = arena_copy(a, buf_text(&out));
	}
	buf_free(&items);
	buf_free(&out);
	return s;
}
