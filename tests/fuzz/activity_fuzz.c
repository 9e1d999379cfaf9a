/*
 * Any bytes as the activities of a lead.  What is taken, jansson reads the same way; printed
 * and parsed again it is the same list; and so it is with an item in front that is not plain,
 * or with its quotes doubled in a cell of CSV.
 */
#include <jansson.h>

#include "fuzz.h"
#include "lead/activity.h"
#include "value/text.h"

static struct err e;

static void
check_text(const json_t *object, const char *key, struct str got)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_string(value))
		require(str_eq(got, (struct str){ json_string_value(value), json_string_length(value) }));
	else if (value == NULL || json_is_null(value))
		require(got.n == 0);
}

/* jansson takes less (no \u0000, no lone surrogate, no number beyond its own): then no verdict. */
static void
check_oracle(struct str text, const struct activities *list)
{
	json_t *json = json_loadb(text.p, text.n, 0, NULL), *object, *count;
	size_t i;

	if (json == NULL)
		return;
	require(json_array_size(json) == list->n);
	json_array_foreach(json, i, object) {
		const struct activity *a = &list->item[i];

		require(json_is_string(json_object_get(object, "type")));
		check_text(object, "type", a->type);
		check_text(object, "channel", a->channel);
		check_text(object, "campaign", a->campaign);
		check_text(object, "stage", a->stage);
		check_text(object, "value", a->value);
		count = json_object_get(object, "count");
		if (json_is_number(count))
			require((double)a->count == json_number_value(count));
		else if (!json_is_string(count))
			require(a->count == 1);
	}
	json_decref(json);
}

static void
check_same(const struct activities *list, const struct activity *other, size_t n)
{
	size_t i;

	require(list->n == n);
	for (i = 0; i < n; i++) {
		const struct activity *x = &list->item[i], *y = &other[i];

		require(str_eq(x->type, y->type) && str_eq(x->key, y->key) && x->at == y->at &&
		    x->count == y->count && str_eq(x->channel, y->channel) &&
		    str_eq(x->campaign, y->campaign) && str_eq(x->stage, y->stage) &&
		    str_eq(x->value, y->value));
	}
}

static void
check_printed(struct arena *arena, const struct activities *list)
{
	struct activities again = { 0 };
	struct buf b = { 0 };

	activity_print(&b, list);
	require(activity_parse(arena, buf_text(&b), &zone_utc, &again, &e) == 0);
	check_same(list, again.item, again.n);
	buf_free(&b);
}

/* Behind an item that is not plain nothing is. */
static void
check_behind(struct arena *arena, struct str text, bool taken, const struct activities *list)
{
	size_t open = str_find(text, '[');
	struct activities again = { 0 };
	struct buf b = { 0 };
	bool none = taken && list->n == 0;

	if (open == text.n || str_trim(str_slice(text, 0, open)).n != 0)
		return;
	buf_str(&b, none ? STR("[{\"type\":\"\\u0061\"}") : STR("[{\"type\":\"\\u0061\"},"));
	buf_str(&b, str_slice(text, open + 1, text.n));
	require((activity_parse(arena, buf_text(&b), &zone_utc, &again, &e) == 0) == taken);
	if (taken)
		check_same(list, again.item + 1, again.n - 1);
	buf_free(&b);
}

static void
check_cell(struct arena *arena, struct str text, bool taken, const struct activities *list)
{
	struct activities again = { 0 };
	struct buf b = { 0 };
	size_t i;

	buf_byte(&b, '"');
	for (i = 0; i < text.n; i++) {
		buf_byte(&b, text.p[i]);
		if (text.p[i] == '"')
			buf_byte(&b, '"');
	}
	buf_byte(&b, '"');
	require((activity_parse_field(arena, (struct field){ b.p, (uint32_t)b.n,
	    FIELD_QUOTED | FIELD_ESCAPE }, &zone_utc, &again, &e) == 0) == taken);
	if (taken)
		check_same(list, again.item, again.n);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	struct activities list = { 0 };
	struct str text;
	bool taken;

	text = arena_copy(&arena, (struct str){ (const char *)data, size });
	taken = activity_parse(&arena, text, &zone_utc, &list, &e) == 0;
	if (taken) {
		require(text_valid(text, NULL));
		check_oracle(text, &list);
		check_printed(&arena, &list);
	} else {
		require(e.text[0] != '\0');
	}
	check_behind(&arena, text, taken, &list);
	check_cell(&arena, text, taken, &list);
	arena_free(&arena);
	return 0;
}
