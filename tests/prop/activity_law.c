/*
 * A list of activities reads the same whether it is plain or not, stands in JSON or with
 * doubled quotes in a cell of CSV, and in whatever white space; and it reads as it was made.
 */

#include "law.h"
#include "lead/activity.h"

enum { ROUNDS = 20000, MOST = 12 };

/* A text as JSON may write it, and what it is. */
struct spelling {
	const char *json, *text;
};

static const struct spelling types[] = {
	{ "page_view", "page_view" }, { "call", "call" }, { "a", "a" },
	{ "a rather long word for a type", "a rather long word for a type" },
	{ "caf\xc3\xa9", "caf\xc3\xa9" }, { "caf\\u00e9", "caf\xc3\xa9" },
	{ "\\ud83d\\ude00", "\xf0\x9f\x98\x80" }, { "a\\tb\\\\\\/", "a\tb\\/" },
	{ "say \\\"x\\\"", "say \"x\"" },
};
enum { TYPES = sizeof types / sizeof types[0], PLAIN_TYPES = 4 };

/* date -u -d … +%s */
static const struct {
	const char *json;
	instant at;
} times[] = {
	{ "\"2026-03-01T10:00:00Z\"", 1772359200 }, { "\"2026-03-01T10:00:00+02:00\"", 1772352000 },
	{ "\"2026-03-01\"", 1772323200 }, { "\"soon\"", INSTANT_NONE }, { "\"\"", INSTANT_NONE },
	{ "17", INSTANT_NONE }, { "null", INSTANT_NONE },
};
enum { TIMES = sizeof times / sizeof times[0] };

static const struct {
	const char *json;
	int64_t count;
} counts[] = {
	{ "1", 1 }, { "0", 0 }, { "1000000000", 1000000000 }, { "7.0", 7 }, { "\"12\"", 12 },
	{ "2e3", 2000 }, { "null", 1 }, { "\"\"", 1 },
};
enum { COUNTS = sizeof counts / sizeof counts[0] };

static void
blank(struct buf *b)
{
	static const char blanks[] = " \n\t ";
	uint32_t n = below(4) ? 0 : below(3);

	while (n-- > 0)
		buf_byte(b, blanks[below(4)]);
}

static void
member(struct buf *b, const char *key, const char *value, const char *around)
{
	blank(b);
	buf_printf(b, "\"%s\"", key);
	blank(b);
	buf_byte(b, ':');
	blank(b);
	buf_printf(b, "%s%s%s", around, value, around);
	blank(b);
}

/* An activity: its JSON into b, what it is into *a. */
static void
make(struct buf *b, struct activity *a, bool plain)
{
	const struct spelling *type = &types[below(plain ? PLAIN_TYPES : TYPES)];
	const struct spelling *campaign = &types[below(plain ? PLAIN_TYPES : TYPES)];
	uint32_t t = below(TIMES), c = below(COUNTS);

	*a = (struct activity){ .type = str_of(type->text), .at = INSTANT_NONE, .count = 1 };
	buf_byte(b, '{');
	if (below(8) == 0) {            /* a repeated key: the last one counts */
		member(b, "type", "first", "\"");
		buf_byte(b, ',');
	}
	if (below(4) == 0) {
		member(b, "value", "12.50", "");
		buf_byte(b, ',');
		a->value = STR("12.50");
	}
	member(b, "type", type->json, "\"");
	if (below(2)) {
		buf_byte(b, ',');
		member(b, "at", times[t].json, "");
		a->at = times[t].at;
	}
	if (below(3) == 0) {
		buf_byte(b, ',');
		member(b, "count", counts[c].json, "");
		a->count = counts[c].count;
	}
	if (below(3) == 0) {
		buf_byte(b, ',');
		member(b, plain ? "campaign" : "camp\\u0061ign", campaign->json, "\"");
		a->campaign = str_of(campaign->text);
	}
	if (!plain && below(3) == 0) {
		buf_byte(b, ',');
		member(b, "meta", "{ \"type\": [ \"no\", {} ] }", "");
	}
	buf_byte(b, '}');
}

/* As a cell of CSV. */
static struct field
cell(struct buf *b, struct str json)
{
	struct str part;

	b->n = 0;
	buf_byte(b, '"');
	while (str_split(&json, '"', &part)) {
		buf_str(b, part);
		if (json.n != SIZE_MAX)
			buf_str(b, STR("\"\""));
	}
	buf_byte(b, '"');
	return (struct field){ b->p, (uint32_t)b->n, FIELD_QUOTED | FIELD_ESCAPE };
}

static void
compare(const char *what, const struct activities *got, const struct activity *want, size_t n,
    struct str json)
{
	size_t i;

	for (i = 0; got->n == n && i < n; i++) {
		const struct activity *a = &got->item[i];

		if (!str_eq(a->type, want[i].type) || a->at != want[i].at ||
		    a->count != want[i].count || !str_eq(a->campaign, want[i].campaign) ||
		    !str_eq(a->value, want[i].value) || a->channel.n + a->stage.n != 0)
			break;
	}
	if (got->n == n && i == n)
		return;
	fprintf(stderr, "activity: %s, item %zu of %zu: %.*s\n", what, i, n, STR_ARG(json));
	exit(1);
}

static void
check(struct arena *arena, const struct activity *want, size_t n, struct buf *json, struct buf *csv)
{
	struct activities got = { 0 };
	struct err e;

	if (activity_parse(arena, buf_text(json), &zone_utc, &got, &e) != 0)
		got.n = SIZE_MAX;
	compare("JSON", &got, want, n, buf_text(json));
	got.n = SIZE_MAX;
	if (activity_parse_field(arena, cell(csv, buf_text(json)), &zone_utc, &got, &e) != 0)
		got.n = SIZE_MAX;
	compare("CSV", &got, want, n, buf_text(json));
}

int
main(int argc, char **argv)
{
	struct activity want[MOST];
	struct arena arena = { 0 };
	struct buf json = { 0 }, csv = { 0 };
	size_t n, i;
	int round;

	law_start(argc, argv, 20260303);
	for (round = 0; round < ROUNDS; round++) {
		bool plain = below(2);

		arena_reset(&arena);
		json.n = 0;
		blank(&json);
		buf_byte(&json, '[');
		n = below(MOST + 1);
		for (i = 0; i < n; i++) {
			blank(&json);
			make(&json, &want[i], plain);
			blank(&json);
			if (i + 1 < n)
				buf_byte(&json, ',');
		}
		buf_byte(&json, ']');
		blank(&json);
		check(&arena, want, n, &json, &csv);
	}
	arena_free(&arena);
	buf_free(&json);
	buf_free(&csv);
	return 0;
}
