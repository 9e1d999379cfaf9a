/*
 * Any bytes as the activities of a lead.  What is taken, jansson reads the same way; printed
 * and parsed again it is the same list.
 */
#include <stdlib.h>

#include <jansson.h>

#include "lead/activity.h"
#include "value/text.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
	if (!holds)
		abort();
}

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
check_again(struct arena *arena, const struct activities *list)
{
	struct activities again = { 0 };
	struct buf b = { 0 };
	struct err e;
	size_t i;

	activity_print(&b, list);
	require(activity_parse(arena, buf_text(&b), &zone_utc, &again, &e) == 0);
	require(again.n == list->n);
	for (i = 0; i < list->n; i++) {
		const struct activity *x = &list->item[i], *y = &again.item[i];

		require(str_eq(x->type, y->type) && str_eq(x->key, y->key) && x->at == y->at &&
		    x->count == y->count && str_eq(x->channel, y->channel) &&
		    str_eq(x->campaign, y->campaign) && str_eq(x->stage, y->stage) &&
		    str_eq(x->value, y->value));
	}
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	struct activities list = { 0 };
	struct str text;
	struct err e;

	text = arena_copy(&arena, (struct str){ (const char *)data, size });
	if (activity_parse(&arena, text, &zone_utc, &list, &e) == 0) {
		require(text_valid(text, NULL));
		check_oracle(text, &list);
		check_again(&arena, &list);
	} else {
		require(e.text[0] != '\0');
	}
	arena_free(&arena);
	return 0;
}
