/* condition: the published vectors, errors with their columns, and the finer points. */
#include <stdio.h>

#include "unit.h"
#include "../lead_of_json.h"
#include "lead/condition.h"

static struct schema schema;
static struct err err;

static void
setup(void)
{
	schema = lead_of_json_schema(&arena);
}

static struct condition *
compile(const char *text)
{
	err = (struct err){ 0 };
	return condition_compile(&schema, str_of(text), PLACE_NONE, &err);
}

static const char *const truth_name[] = { "false", "true", "unknown" };

/* "true", "false", "unknown" or "error"; the second test of a lead is answered by memos. */
static const char *
test(const char *text, const char *json)
{
	struct condition *c = compile(text);
	struct lead_of_json t;
	enum truth first, second;

	if (c == NULL)
		return "error";
	lead_of_json_init(&t, &schema);
	ck_assert_msg(lead_of_json(&t, str_of(json)), "%s", json);
	first = condition_test(c, &t.lead);
	ck_assert(lead_of_json(&t, str_of(json)));
	second = condition_test(c, &t.lead);
	ck_assert_msg(first == second, "%s on %s: %s, then %s", text, json, truth_name[first],
	    truth_name[second]);
	lead_of_json_free(&t);
	condition_free(c);
	return truth_name[first];
}

/* A cell of CSV, whose end is looked at where it stands if it is ASCII. */
START_TEST(test_end_of_a_cell)
{
	static const struct { const char *cell, *end, *truth; } rows[] = {
		{ "Chief CEO", "ceo", "true" }, { "CEO", "ceo", "true" }, { "EO", "ceo", "false" },
		{ "xceoy", "ceo", "false" }, { "CEO ", "ceo", "true" }, { "", "ceo", "unknown" },
		{ "  ", "o", "unknown" }, { "grand CAF\u00c9", "caf\u00e9", "true" },
		{ "CAF\u00c9ceo", "CEO", "true" }, { "\uff23\uff25\uff2f", "ceo", "true" },
		{ "ceo\u0301", "ceo", "false" }, { "CAF\u00c9s", "\u00e9s", "true" }, { "ce\u0301o", "o", "true" }, { "x@gmail.con", "@gmail.com", "false" },
	};
	struct str label = STR("title");
	struct shape shape = { .id = 1, .count = 1, .label = &label };
	struct arena scratch = { 0 };
	struct field field;
	struct record rec = { .shape = &shape, .field = &field, .scratch = &scratch };
	struct condition *c;
	struct lead lead;
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		c = compile(arena_printf(&arena, "title ends with \"%s\"", rows[i].end).p);
		ck_assert_ptr_nonnull(c);
		lead_init(&lead, &arena, &schema);
		field = (struct field){ .raw = rows[i].cell, .size = (uint32_t)strlen(rows[i].cell) };
		lead_attach(&lead, &rec);
		ck_assert_msg(str_is(str_of(truth_name[condition_test(c, &lead)]), rows[i].truth), "%s",
		    rows[i].cell);
		lead_free(&lead);
		condition_free(c);
	}
	arena_free(&scratch);
}
END_TEST

/* Rows of condition, record, now, result.  How many. */
static int
test_rows(const char *path)
{
	char line[4096], *rest, *condition, *json, *now, *expected;
	FILE *f = fopen(path, "r");
	const char *result;
	struct civil c;
	int n = 0;

	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#')
			continue;
		condition = strtok_r(line, "\t\n", &rest);
		json = strtok_r(NULL, "\t\n", &rest);
		now = strtok_r(NULL, "\t\n", &rest);
		expected = strtok_r(NULL, "\t\n", &rest);
		ck_assert(date_parse_iso(str_of(now), &c));
		schema.now = date_utc(&c);
		result = test(condition, json);
		ck_assert_msg(strcmp(result, expected) == 0, "%s on %s: %s %s", condition, json,
		    result, err.text);
		n++;
	}
	fclose(f);
	return n;
}

START_TEST(test_vectors)
{
	ck_assert_int_eq(test_rows("tests/data/conditions.tsv"), 82);
	ck_assert_int_gt(test_rows("tests/data/conditions-more.tsv"), 60);
}
END_TEST

/* What the manual shows first can be had. */
START_TEST(test_manual)
{
	char line[256], *escape;
	FILE *f = fopen("man/lead-condition.5", "r");
	bool shown = false;
	int n = 0;

	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof line, f) != NULL && strcmp(line, ".Ed\n") != 0) {
		if (shown) {
			while ((escape = strstr(line, "\\e")) != NULL)
				memmove(escape + 1, escape + 2, strlen(escape + 2) + 1);
			line[strcspn(line, "\n")] = '\0';
			ck_assert_msg(compile(line) != NULL, "%s: %s", line, err.text);
			n++;
		}
		shown |= strncmp(line, ".Bd -literal", 12) == 0;
	}
	fclose(f);
	ck_assert_int_eq(n, 5);
}
END_TEST

START_TEST(test_errors)
{
	char line[512], *rest, *condition, *complaint;
	FILE *f = fopen("tests/data/condition-errors.tsv", "r");

	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#')
			continue;
		condition = strtok_r(line, "\t\n", &rest);
		complaint = strtok_r(NULL, "\t\n", &rest);
		ck_assert_msg(compile(condition) == NULL, "%s: %s", condition, complaint);
		ck_assert_str_eq(err.text, complaint);
		ck_assert_int_eq(err.kind, ERR_CONFIG);
	}
	fclose(f);
	ck_assert_ptr_null(compile(""));
	ck_assert_str_eq(err.text, "1: the condition is empty");
	ck_assert_ptr_null(compile("title = \xff"));
	ck_assert_str_eq(err.text, "9: not UTF-8 text");
	ck_assert_ptr_null(condition_compile(&schema, STR("title\0 = x"), PLACE_NONE, &err));
	ck_assert_str_eq(err.text, "6: not UTF-8 text");
}
END_TEST

/* The day on which Berlin skips an hour has 23: from 23:00Z the day before to 22:00Z. */
START_TEST(test_whole_day_of_a_zone)
{
	static const char *const rows[][2] = {
		{ "{\"created_at\": \"2026-03-28T22:59:59Z\"}", "false" },
		{ "{\"created_at\": \"2026-03-28T23:00:00Z\"}", "true" },
		{ "{\"created_at\": \"2026-03-29T21:59:59Z\"}", "true" },
		{ "{\"created_at\": \"2026-03-29T22:00:00Z\"}", "false" },
		{ "{\"created_at\": \"2026-03-29T23:30:00\"}", "true" },
	};
	char tzif[8192];
	FILE *f = fopen("/usr/share/zoneinfo/Europe/Berlin", "rb");
	size_t i, n;

	if (f == NULL) {
		puts("no time zones installed: skipped");
		return;
	}
	n = fread(tzif, 1, sizeof tzif, f);
	fclose(f);
	schema.zone = zone_load(&arena, STR("Europe/Berlin"), (struct str){ tzif, n }, &err);
	ck_assert_ptr_nonnull(schema.zone);
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		ck_assert_str_eq(test("created_at = 2026-03-29", rows[i][0]), rows[i][1]);
}
END_TEST

START_TEST(test_error_keeps_the_place)
{
	struct place at = { .file = "model.json", .line = 14 };

	ck_assert_ptr_null(condition_compile(&schema, STR("score >"), at, &err));
	ck_assert_str_eq(err.at.file, "model.json");
	ck_assert_uint_eq(err.at.line, 14);
}
END_TEST

START_TEST(test_hostile)
{
	struct buf b = { 0 };
	int i;

	for (i = 0; i < 64; i++)
		buf_byte(&b, '(');
	buf_str(&b, STR("score > 1"));
	for (i = 0; i < 64; i++)
		buf_byte(&b, ')');
	ck_assert_ptr_nonnull(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	for (b.n = 0, i = 0; i < 65; i++)
		buf_byte(&b, '(');
	ck_assert_ptr_null(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	ck_assert_str_eq(err.text, "65: nested more than 64 deep");
	for (b.n = 0, i = 0; i < 65; i++)
		buf_str(&b, STR("not "));
	ck_assert_ptr_null(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	for (b.n = 0, i = 0; i < 65; i++)
		buf_str(&b, STR("lower("));
	ck_assert_ptr_null(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	/* Side by side there may be as many as fit. */
	b.n = 0;
	buf_str(&b, STR("score > 0"));
	while (b.n + 20 < 65536)
		buf_str(&b, STR(" or not (score < 1)"));
	ck_assert_ptr_nonnull(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	while (b.n <= 65536)
		buf_byte(&b, ' ');
	ck_assert_ptr_null(condition_compile(&schema, buf_text(&b), PLACE_NONE, &err));
	ck_assert_str_eq(err.text, "1: a condition of more than 65536 bytes");
	buf_free(&b);
}
END_TEST

static void
blame(const char *text, const char *json, size_t expected, const char *name, const char *why)
{
	struct condition *c = compile(text);
	struct lead_of_json t;
	uint32_t slot[4];
	size_t n;

	ck_assert_msg(c != NULL, "%s", err.text);
	lead_of_json_init(&t, &schema);
	ck_assert(lead_of_json(&t, str_of(json)));
	n = condition_unknown(c, &t.lead, slot, 4);
	ck_assert_msg(n == expected, "%s on %s: %zu", text, json, n);
	if (n != 0) {
		ck_assert(str_is(schema.wanted[slot[0]].name, name));
		ck_assert_str_eq(condition_unknown_why(c, &t.lead, slot[0]), why);
	}
	lead_of_json_free(&t);
	condition_free(c);
}

START_TEST(test_blame)
{
	blame("score > 1 and title = x", "{\"title\": \"x\"}", 1, "score", "missing");
	blame("score > 1 and title = x", "{\"title\": \"y\"}", 0, NULL, NULL);
	blame("score > 1 or fit > 1 or score > 2", "{}", 2, "score", "missing");
	blame("not (title = x and score > 1)", "{\"title\": \"x\", \"score\": \"?\"}", 1, "score",
	    "not a number");
	blame("value > 1 EUR", "{\"value\": \"2 USD\"}", 1, "value", "another currency");
	blame("age(created_at) > 1d", "{\"created_at\": \"soon\"}", 1, "created_at", "not a time");
	blame("domain(email) = x", "{\"email\": \"soon\"}", 1, "email", "no domain");
	blame("domain(email) matches x", "{\"email\": \"soon\"}", 1, "email", "no domain");
	blame("age(last(call)) > 1d", "{\"activities\": []}", 1, "activities", "no such activity");
	blame("age(last(call)) > 1d", "{\"activities\": [1]}", 1, "activities", "not a history");
	blame("email_opt_out", "{\"email_opt_out\": \"eh\"}", 1, "email_opt_out", "not yes or no");
	blame("title matches \"(a|aa)+(?=\\b)$\"",
	    "{\"title\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"}", 1, "title",
	    "a pattern took too long");
}
END_TEST

/* Counted for every record, whether a memo answers or not. */
START_TEST(test_limited)
{
	static const char json[] = "{\"title\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"}";
	struct condition *c = compile("title matches \"(a|aa)+(?=\\b)$\" or title = b");
	struct lead_of_json t;
	uint32_t slot[1];

	lead_of_json_init(&t, &schema);
	ck_assert_uint_eq(condition_limited(&t.lead), 0);
	ck_assert(lead_of_json(&t, str_of(json)));
	ck_assert_int_eq(condition_test(c, &t.lead), TRUTH_UNKNOWN);
	ck_assert_uint_eq(condition_limited(&t.lead), 1);
	ck_assert(lead_of_json(&t, str_of(json)));
	ck_assert_int_eq(condition_test(c, &t.lead), TRUTH_UNKNOWN);
	ck_assert_uint_eq(condition_limited(&t.lead), 2);
	ck_assert_uint_eq(condition_unknown(c, &t.lead, slot, 1), 1);
	ck_assert_uint_eq(condition_limited(&t.lead), 2);
	lead_of_json_free(&t);
	condition_free(c);
}
END_TEST

/* Time quadratic in the text would be a quarter of an hour here. */
START_TEST(test_a_long_cell)
{
	static const char *const patterns[] = { "title matches \"(?:dd)*e\"",
		"title matches \"(?:[a-z])+[e-f]x\"", "title matches \"d+(x|y)*e\"" };
	struct lead_of_json t;
	struct condition *c;
	struct buf b = { 0 };
	size_t i;

	buf_str(&b, STR("{\"title\": \""));
	memset(buf_room(&b, 1 << 20), 'd', 1 << 20);
	b.n += 1 << 20;
	buf_str(&b, STR("ye\"}"));
	for (i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
		c = compile(patterns[i]);
		lead_of_json_init(&t, &schema);
		ck_assert(lead_of_json(&t, buf_text(&b)));
		ck_assert_int_eq(condition_test(c, &t.lead) == TRUTH_UNKNOWN,
		    condition_limited(&t.lead) == 1);
		lead_of_json_free(&t);
		condition_free(c);
	}
	buf_free(&b);
}
END_TEST

START_TEST(test_looking)
{
	struct condition *c = compile("title = x and (count(call) > 1 or title = y)");
	const uint32_t *slot;
	size_t i;

	ck_assert(str_is(condition_text(c), "title = x and (count(call) > 1 or title = y)"));
	ck_assert_uint_eq(condition_slots(c, &slot), 2);
	ck_assert(str_is(schema.wanted[slot[0]].name, "title"));
	ck_assert(str_is(schema.wanted[slot[1]].name, "activities"));
	for (i = 1; condition_function(i) != NULL; i++)
		ck_assert_int_lt(strcmp(condition_function(i - 1), condition_function(i)), 0);
	ck_assert_uint_eq(i, 9);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("condition");

	tcase_add_checked_fixture(t, setup, NULL);
	tcase_add_test(t, test_end_of_a_cell);
	tcase_add_test(t, test_vectors);
	tcase_add_test(t, test_manual);
	tcase_add_test(t, test_errors);
	tcase_add_test(t, test_whole_day_of_a_zone);
	tcase_add_test(t, test_error_keeps_the_place);
	tcase_add_test(t, test_hostile);
	tcase_add_test(t, test_blame);
	tcase_add_test(t, test_limited);
	tcase_add_test(t, test_a_long_cell);
	tcase_add_test(t, test_looking);
	return unit_run("condition", t);
}
