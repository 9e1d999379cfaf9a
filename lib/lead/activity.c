/*
 * activity - skim says where the members are; a table says which of them we know.
 *
 * Texts stay where they are unless they have escapes, so a cell of a dozen activities costs
 * its bytes read twice and a few stores.  jansson is the oracle in the tests.
 */
#include "lead/activity.h"
#include "lead/lead.h"
#include "record/cell.h"
#include "record/skim.h"
#include "value/text.h"

enum { MEMBERS = 16, COUNT_MOST = 1000000000 };

enum member { TYPE, AT, COUNT, CHANNEL, CAMPAIGN, STAGE, VALUE, KNOWN };

static const struct str member_name[KNOWN] = {
	[TYPE] = { "type", 4 }, [AT] = { "at", 2 }, [COUNT] = { "count", 5 },
	[CHANNEL] = { "channel", 7 }, [CAMPAIGN] = { "campaign", 8 }, [STAGE] = { "stage", 5 },
	[VALUE] = { "value", 5 },
};

static int
fail(struct err *e, size_t i, const char *what)
{
	return err_set(e, ERR_INPUT, PLACE_NONE, "activity %zu: %s", i + 1, what);
}

/* The members we know, in member[]; the last one of a repeated key, as everywhere in JSON. */
static bool
find_members(struct arena *a, struct field item, struct field member[KNOWN])
{
	struct field key[MEMBERS], value[MEMBERS];
	struct skim k = { key, value, MEMBERS, 0 };
	struct str object = { item.raw, item.size }, name;
	enum skim_result result = skim_object(object, &k, &(size_t){ 0 });
	size_t i, m;

	if (result == SKIM_MEMBERS) {
		k.room = item.size / 5;         /* the shortest is `"":0,` */
		k.key = arena_array(a, k.room, sizeof *k.key);
		k.value = arena_array(a, k.room, sizeof *k.value);
		result = skim_object(object, &k, &(size_t){ 0 });
	}
	if (result != SKIM_OK)
		return false;
	for (m = 0; m < KNOWN; m++)
		member[m].flags = FIELD_ABSENT;
	for (i = 0; i < k.n; i++) {
		name = record_field_text(a, k.key[i]);
		for (m = 0; m < KNOWN && !str_eq(name, member_name[m]); m++)
			;
		if (m < KNOWN)
			member[m] = k.value[i];
	}
	return true;
}

static int
parse_count(struct str s, int64_t *count)
{
	struct number n;

	*count = 1;
	if (s.n == 0)
		return 0;
	return number_parse(s, &n) && number_scaled(n, 0, count) && *count >= 0 &&
	    *count <= COUNT_MOST ? 0 : -1;
}

static int
parse_item(struct arena *a, struct field item, size_t i, const struct zone *zone,
    struct activity *out, struct err *e)
{
	struct field member[KNOWN];
	struct moment at;

	if (!find_members(a, item, member))
		return fail(e, i, "expected an object");
	out->type = record_field_text(a, member[TYPE]);
	if (!(member[TYPE].flags & FIELD_QUOTED) || out->type.n == 0)
		return fail(e, i, "type: expected a text");
	if (parse_count(record_field_text(a, member[COUNT]), &out->count) != 0)
		return fail(e, i, "count: expected a whole number from 0 to a billion");
	out->key = text_fold(a, out->type);
	out->at = member[AT].flags & FIELD_QUOTED &&
	    lead_moment(text_trim(record_field_text(a, member[AT])), zone, &at) ? at.from :
	    INSTANT_NONE;
	out->channel = record_field_text(a, member[CHANNEL]);
	out->campaign = record_field_text(a, member[CAMPAIGN]);
	out->stage = record_field_text(a, member[STAGE]);
	out->value = record_field_text(a, member[VALUE]);
	return 0;
}

int
activity_parse(struct arena *a, struct str json, const struct zone *zone, struct activities *out,
    struct err *e)
{
	struct skim k = { .room = json.n / (sizeof "{\"type\":\"x\"}" - 1) + 1 };
	struct activity *item;
	enum skim_result result;
	size_t i, used;

	k.value = arena_array(a, k.room, sizeof *k.value);
	result = skim_array(json, &k, &used);
	if (result == SKIM_MEMBERS)
		return err_set(e, ERR_INPUT, PLACE_NONE, "activities: expected objects with a type");
	if (result != SKIM_OK || str_trim(str_slice(json, used, json.n)).n != 0)
		return err_set(e, ERR_INPUT, PLACE_NONE, "activities: expected a JSON array");
	item = arena_array(a, k.n, sizeof *item);
	for (i = 0; i < k.n; i++)
		if (parse_item(a, k.value[i], i, zone, &item[i], e) != 0)
			return -1;
	out->item = item;
	out->n = k.n;
	return 0;
}

static void
print_member(struct buf *b, enum member m, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(b, "%s\"%s\":", m == TYPE ? "" : ",", member_name[m].p);
	cell_json_text(b, value);
}

void
activity_print(struct buf *b, const struct activities *list)
{
	const struct activity *item;

	buf_byte(b, '[');
	for (item = list->item; item < list->item + list->n; item++) {
		if (item != list->item)
			buf_byte(b, ',');
		buf_byte(b, '{');
		print_member(b, TYPE, item->type);
		if (item->at != INSTANT_NONE) {
			buf_str(b, STR(",\"at\":\""));
			date_print(b, item->at);
			buf_byte(b, '"');
		}
		if (item->count != 1) {
			buf_str(b, STR(",\"count\":"));
			buf_int(b, item->count);
		}
		print_member(b, CHANNEL, item->channel);
		print_member(b, CAMPAIGN, item->campaign);
		print_member(b, STAGE, item->stage);
		print_member(b, VALUE, item->value);
		buf_byte(b, '}');
	}
	buf_byte(b, ']');
}
