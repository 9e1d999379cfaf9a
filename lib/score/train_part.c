/*
 * train_part - what is in a history or a list, as columns of their own.
 *
 *	activities                                count(call)   count(demo_request)
 *	[call, call, demo_request]           ─►   2             1
 *	[call]                                    1
 *
 *	flags                                     flags: free_email   flags: dup
 *	free_email;dup                       ─►   1                   1
 *
 * No such activity and no history are the same, nothing, as they are to a rule that asks for one.
 * What happened once the lead was closed did not help to close it, and is left out.
 */
#include "lead/activity.h"
#include "record/list.h"
#include "record/skim.h"
#include "score/train_impl.h"
#include "value/text.h"

enum { PARTS_MOST = 200, ITEM_MOST = 100 };

bool
train_part_has(const struct train_column *c)
{
	return c->field == VOCAB_ACTIVITIES || c->field == VOCAB_FLAGS;
}

/* The column of an item; UINT32_MAX: there is none, as there are too many. */
static uint32_t
column_of(struct train_table *t, uint32_t source, struct str item)
{
	bool counts = t->column[source].field == VOCAB_ACTIVITIES;
	struct str label = t->column[source].name, key;
	uint32_t i;

	if (item.n == 0 || item.n > ITEM_MOST || str_find(item, '"') != item.n)
		return UINT32_MAX;      /* a condition could not name it */
	key = arena_printf(&t->row, "%c%.*s%c%.*s", 1, STR_ARG(label), 1, STR_ARG(item));
	i = map_find(&t->names, key);
	if (i != MAP_NONE)
		return i;
	if (t->parts == PARTS_MOST || t->columns >= TRAIN_COLUMNS)
		return UINT32_MAX;
	t->parts++;
	i = train_table_column(t, key);
	t->column[i].part = counts ? TRAIN_COUNT : TRAIN_ITEM;
	t->column[i].source = t->column[source].name;
	t->column[i].item = arena_copy(&t->arena, item);
	t->column[i].name = arena_printf(&t->arena, counts ? "count(%.*s%.*s)" : "%.*s: %.*s",
	    counts ? 0 : (int)label.n, label.p, STR_ARG(item));
	return i;
}

static void
tally(struct train_table *t, uint32_t source, struct str item, int64_t count)
{
	uint32_t i = column_of(t, source, item);

	if (i == UINT32_MAX || count <= 0)
		return;
	if (t->column[i].sum == 0)
		buf_add(&t->touched, &i, sizeof i);
	t->column[i].sum += count;
}

static void
take_activities(struct train_table *t, uint32_t source, struct str text, instant closed)
{
	const struct zone *zone = t->zone != NULL ? t->zone : &zone_utc;
	struct activities list;
	struct err e;
	size_t i;

	if (activity_parse(&t->row, text, zone, &list, &e) != 0)
		return;
	for (i = 0; i < list.n; i++)
		if (closed == INSTANT_NONE || list.item[i].at == INSTANT_NONE || list.item[i].at <= closed)
			tally(t, source, list.item[i].key, list.item[i].count);
}

/* An array of JSON as a cell of CSV. */
struct str
train_part_list(struct arena *a, struct field f)
{
	struct skim k = { .room = f.size / 2 };
	struct str *item;
	size_t i, used;

	k.value = arena_array(a, k.room + 1, sizeof *k.value);
	skim_array((struct str){ f.raw, f.size }, &k, &used);
	item = arena_array(a, k.n + 1, sizeof *item);
	for (i = 0; i < k.n; i++)
		item[i] = record_field_text(a, k.value[i]);
	return list_join(a, item, k.n);
}

/* An item counts once. */
static void
take_list(struct train_table *t, uint32_t source, struct str text)
{
	struct str item;
	uint32_t at;
	size_t i;

	while (list_next(&t->row, &text, &item))
		tally(t, source, text_fold(&t->row, text_trim(item)), 1);
	for (i = 0; i < t->touched.n / sizeof at; i++) {
		memcpy(&at, t->touched.p + i * sizeof at, sizeof at);
		t->column[at].sum = t->column[at].part == TRAIN_ITEM ? 1 : t->column[at].sum;
	}
}

void
train_part_take(struct train_table *t, uint32_t source, struct str text, struct str closed)
{
	const struct zone *zone = t->zone != NULL ? t->zone : &zone_utc;
	struct moment m;

	if (text.n == 0)
		return;
	if (t->column[source].field != VOCAB_ACTIVITIES)
		take_list(t, source, text);
	else
		take_activities(t, source, text,
		    closed.n != 0 && lead_moment(closed, zone, &m) ? m.until : INSTANT_NONE);
}

void
train_part_end_row(struct train_table *t)
{
	struct buf b = { 0 };
	uint32_t at;
	size_t i;

	for (i = 0; i < t->touched.n / sizeof at; i++) {
		memcpy(&at, t->touched.p + i * sizeof at, sizeof at);
		b.n = 0;
		buf_int(&b, t->column[at].sum);
		t->column[at].sum = 0;
		train_table_put(t, &t->column[at], buf_text(&b));
	}
	buf_free(&b);
	t->touched.n = 0;
	arena_reset(&t->row);
}
