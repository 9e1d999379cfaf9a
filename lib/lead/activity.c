/*
 * activity - one way to read an activity, two ways to find its members.
 *
 *	cell ─► activity_scan: plain lists, in one pass, where they stand ─┬─► member[] ─► activity
 *	    └─► decoded, skim: all that is JSON, and what is wrong ────────┘
 *
 * Texts stay where they are unless they have escapes.  jansson is the oracle in the tests.
 */
#include "lead/activity.h"
#include "lead/activity_scan.h"
#include "lead/lead.h"
#include "record/cell.h"
#include "record/skim.h"
#include "value/text.h"

enum { FEW = 8, EXPECTED = 16, COUNT_MOST = 1000000000 };

static int
fail(struct err *e, size_t i, const char *what)
{
	return err_set(e, ERR_INPUT, PLACE_NONE, "activity %zu: %s", i + 1, what);
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

static struct str
text_of(struct arena *a, const struct field *f)
{
	return f->flags & FIELD_ABSENT ? (struct str){ 0 } : record_field_text(a, *f);
}

static int
parse_item(struct arena *a, const struct field member[ACTIVITY_MEMBERS], size_t i,
    const struct zone *zone, struct activity *out, struct err *e)
{
	struct moment at;

	out->type = text_of(a, &member[ACTIVITY_TYPE]);
	if (!(member[ACTIVITY_TYPE].flags & FIELD_QUOTED) || out->type.n == 0)
		return fail(e, i, "type: expected a text");
	if (parse_count(text_of(a, &member[ACTIVITY_COUNT]), &out->count) != 0)
		return fail(e, i, "count: expected a whole number from 0 to a billion");
	out->key = text_fold(a, out->type);
	out->at = member[ACTIVITY_AT].flags & FIELD_QUOTED &&
	    lead_moment(text_trim(text_of(a, &member[ACTIVITY_AT])), zone, &at) ? at.from : INSTANT_NONE;
	out->channel = text_of(a, &member[ACTIVITY_CHANNEL]);
	out->campaign = text_of(a, &member[ACTIVITY_CAMPAIGN]);
	out->stage = text_of(a, &member[ACTIVITY_STAGE]);
	out->value = text_of(a, &member[ACTIVITY_VALUE]);
	return 0;
}

/* False: not plain, or not right; the other way knows which. */
static bool
parse_plain(struct arena *a, struct str text, unsigned quote, const struct zone *zone,
    struct activities *out)
{
	struct field member[ACTIVITY_MEMBERS];
	struct activity *item, *more;
	struct activity_scan scan;
	size_t n = 0, room = FEW;
	struct err ignored;
	int got;

	if (!activity_scan_start(&scan, text, quote))
		return false;
	item = arena_array(a, room, sizeof *item);
	while ((got = activity_scan_next(&scan, member)) > 0) {
		if (n == room) {
			room *= 2;
			more = arena_array(a, room, sizeof *more);
			memcpy(more, item, n * sizeof *more);
			item = more;
		}
		if (parse_item(a, member, n, zone, &item[n], &ignored) != 0)
			return false;
		n++;
	}
	*out = (struct activities){ item, n };
	return got == 0;
}

/* The members we know, in member[]; the last one of a repeated key, as everywhere in JSON. */
static bool
find_members(struct arena *a, struct field item, struct field member[ACTIVITY_MEMBERS])
{
	struct field key[EXPECTED], value[EXPECTED];
	struct skim k = { .key = key, .value = value, .room = EXPECTED };
	struct str object = { item.raw, item.size };
	enum skim_result result;
	size_t i, m, used;

	result = skim_object(object, &k, &used);
	if (result == SKIM_MEMBERS) {
		k.room = item.size / 5;         /* the shortest is `"":0,` */
		k.key = arena_array(a, k.room, sizeof *k.key);
		k.value = arena_array(a, k.room, sizeof *k.value);
		result = skim_object(object, &k, &used);
	}
	if (result != SKIM_OK)
		return false;
	for (m = 0; m < ACTIVITY_MEMBERS; m++)
		member[m].flags = FIELD_ABSENT;
	for (i = 0; i < k.n; i++) {
		m = activity_scan_member(record_field_text(a, k.key[i]));
		if (m < ACTIVITY_MEMBERS)
			member[m] = k.value[i];
	}
	return true;
}

static int
parse_any(struct arena *a, struct str json, const struct zone *zone, struct activities *out,
    struct err *e)
{
	struct skim k = { .room = json.n / (sizeof "{\"type\":\"x\"}" - 1) + 1 };
	struct field member[ACTIVITY_MEMBERS];
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
	for (i = 0; i < k.n; i++) {
		if (!find_members(a, k.value[i], member))
			return fail(e, i, "expected an object");
		if (parse_item(a, member, i, zone, &item[i], e) != 0)
			return -1;
	}
	*out = (struct activities){ item, k.n };
	return 0;
}

int
activity_parse(struct arena *a, struct str json, const struct zone *zone, struct activities *out,
    struct err *e)
{
	return parse_plain(a, json, 1, zone, out) ? 0 : parse_any(a, json, zone, out, e);
}

int
activity_parse_field(struct arena *a, struct field f, const struct zone *zone,
    struct activities *out, struct err *e)
{
	bool csv = f.flags & FIELD_QUOTED && !(f.flags & (FIELD_JSON | FIELD_TEXT));

	if (csv && parse_plain(a, (struct str){ f.raw + 1, f.size - 2 }, 2, zone, out))
		return 0;
	return activity_parse(a, record_field_text(a, f), zone, out, e);
}

static void
print_member(struct buf *b, enum activity_member m, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(b, "%s\"%s\":", m == ACTIVITY_TYPE ? "" : ",", activity_scan_name[m].p);
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
		print_member(b, ACTIVITY_TYPE, item->type);
		if (item->at != INSTANT_NONE) {
			buf_str(b, STR(",\"at\":\""));
			date_print(b, item->at);
			buf_byte(b, '"');
		}
		if (item->count != 1) {
			buf_str(b, STR(",\"count\":"));
			buf_int(b, item->count);
		}
		print_member(b, ACTIVITY_CHANNEL, item->channel);
		print_member(b, ACTIVITY_CAMPAIGN, item->campaign);
		print_member(b, ACTIVITY_STAGE, item->stage);
		print_member(b, ACTIVITY_VALUE, item->value);
		buf_byte(b, '}');
	}
	buf_byte(b, ']');
}
