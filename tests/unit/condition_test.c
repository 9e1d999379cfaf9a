/* condition: the published vectors, errors with their columns, and the finer points. */
#include <check.h>
#include <stdio.h>

#include "../lead_of_json.h"
#include "lead/condition.h"

static struct arena arena;
static struct schema schema;
static struct err err;

static void
setup(void)
{
	struct civil now = { .year = 2026, .month = 3, .day = 1 };

	arena = (struct arena){ 0 };
	schema = (struct schema){ .arena = &arena, .zone = &zone_utc, .now = date_utc(&now) };
}

static void
teardown(void)
{
	arena_free(&arena);
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

static void
holds(const char *text, const char *json, const char *expected)
{
	const char *result = test(text, json);

	ck_assert_msg(strcmp(result, expected) == 0, "%s on %s: %s %s", text, json, result, err.text);
}

START_TEST(test_vectors)
{
	char line[4096], *rest, *condition, *json, *now, *result;
	FILE *f = fopen("tests/data/conditions.tsv", "r");
	struct civil c;
	int n = 0;

	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#')
			continue;
		condition = strtok_r(line, "\t\n", &rest);
		json = strtok_r(NULL, "\t\n", &rest);
		now = strtok_r(NULL, "\t\n", &rest);
		result = strtok_r(NULL, "\t\n", &rest);
		ck_assert(date_parse_iso(str_of(now), &c));
		schema.now = date_utc(&c);
		holds(condition, json, result);
		n++;
	}
	fclose(f);
	ck_assert_int_eq(n, 82);
}
END_TEST

static const struct {
	const char *text, *error;
} errors[] = {
	{ "", "1: the condition is empty" },
	{ "score >", "8: expected a value" },
	{ "score >= 60)", "12: nothing is open for this )" },
	{ "(score >= 60", "13: expected and, or or ) (text of several words goes in quotes)" },
	{ "title = \"CEO", "9: this \" is not closed" },
	{ "title matches \"(\"", "17: the pattern is wrong here: missing closing parenthesis" },
	{ "title matches \"\"", "15: an empty pattern" },
	{ "frobnicate(email) = x", "1: there is no function frobnicate" },
	{ "cuont(email) = 1", "1: there is no function cuont; did you mean count?" },
	{ "email is maybe", "10: expected known or unknown, found maybe" },
	{ "title starts vp", "14: expected with, found vp" },
	{ "Created At is known",
	    "9: expected an operator (a name with blanks goes in backquotes), found At" },
	{ "title contain x", "7: expected an operator, found contain; did you mean contains?" },
	{ "score == 60", "7: expected an operator, found ==; did you mean =?" },
	{ "score = 60 && title = x",
	    "12: expected and or or (text of several words goes in quotes), found &&" },
	{ "!email_opt_out", "1: expected a field, found !; did you mean not?" },
	{ "country not in (DE)",
	    "9: expected an operator; not stands in front: not country in (DE, AT)" },
	{ "employees >= 1,000",
	    "15: expected and or or, found a comma; numbers are written without separators" },
	{ "title = vice president",
	    "14: expected and or or (text of several words goes in quotes), found president" },
	{ "60 <= score", "1: expected a field (values stand right of the operator), found 60" },
	{ "\"Lead Source\" = x",
	    "1: expected a field, found text; a column's name goes in backquotes" },
	{ "score = `fit`",
	    "9: expected a value (a column stands left of the operator), found `fit`" },
	{ "score = high", "9: expected a number such as 50, 2.5, 10k or 5%" },
	{ "score > 10k EUR", "13: expected and or or (text of several words goes in quotes), found EUR" },
	{ "value > 10k eur", "9: expected a currency code such as EUR behind the amount" },
	{ "email_opt_out = maybe", "17: expected true or false" },
	{ "email_opt_out > no", "1: true or false has no order" },
	{ "title > ceo", "9: expected an amount such as 12000, 10k EUR or 1.5M USD" },
	{ "created_at > yesterday", "14: expected a date such as 2026-01-31 or 2026-01-31T09:30:00Z" },
	{ "created_at > 30d", "14: expected a date such as 2026-01-31 or 2026-01-31T09:30:00Z; "
	    "how long ago is asked by age(…)" },
	{ "created_at > 2026-02-30", "14: expected a date such as 2026-01-31 or 2026-01-31T09:30:00Z" },
	{ "age(created_at) > 4bh", "19: expected a length in w, d, h, m or s; business hours and days "
	    "need a calendar, which only rules of lead-due have" },
	{ "age(created_at) > 5", "19: expected a length of time such as 48h, 30d or 1d12h" },
	{ "count(demo_request, 3bd) > 1", "21: expected a length in w, d, h, m or s; business hours "
	    "and days need a calendar, which only rules of lead-due have" },
	{ "age(score) > 5d", "5: age() needs a time, and this is a number" },
	{ "length(activities) > 5", "8: length() needs text, and this is a history" },
	{ "activities contains x", "1: a history cannot be compared; ask count(…), last(…) or first(…)" },
	{ "count(x) contains 1", "1: count() is a number, not text" },
	{ "domain(email) > 1", "1: text has no order" },
	{ "score", "6: expected an operator: a number is not true or false by itself" },
	{ "count(x)", "9: expected an operator: a number is not true or false by itself" },
	{ "score in 60", "12: expected ( or a range such as 50..500" },
	{ "score in 9..1", "10: an empty range: it begins above its end" },
	{ "value in 1 EUR..2 USD", "10: a range in two currencies" },
	{ "thing in 1..2026-01-01", "10: a range from an amount to a date" },
	{ "country in ()", "13: expected a value, found )" },
	{ "country in (DE AT)", "16: expected , or ), found AT" },
	{ "title = \" \"", "9: no text is blank; ask whether it is unknown" },
	{ "not", "4: expected a field" },
	{ "``= x", "1: a column without a name" },
	{ "title = \xff", "9: not UTF-8 text" },
};

START_TEST(test_errors)
{
	size_t i;

	for (i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		ck_assert_ptr_null(compile(errors[i].text));
		ck_assert_str_eq(err.text, errors[i].error);
		ck_assert_int_eq(err.kind, ERR_CONFIG);
	}
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

START_TEST(test_text)
{
	holds("title = 'CEO'", "{\"title\": \" ceo \"}", "true");
	holds("title = \"the \"\"boss\"\"\"", "{\"title\": \"The \\\"Boss\\\"\"}", "true");
	holds("`a``b` = x", "{\"a`b\": \"X\"}", "true");
	holds("TITLE = ceo AND NOT Title = cto", "{\"title\": \"CEO\"}", "true");
	holds("title contains \"of s\"", "{\"title\": \"Head OF Sales\"}", "true");
	holds("title contains é", "{\"title\": \"CAFE\\u0301\"}", "true");
	holds("title != ceo", "{\"title\": \"cto\"}", "true");
	holds("country = IN", "{\"country\": \"in\"}", "true");
	holds("country in (IN, or, and)", "{\"country\": \"in\"}", "true");
	holds("title matches straße", "{\"title\": \"STRASSE\"}", "false");
	holds("title matches 'ÄRZT'", "{\"title\": \"ärztin\"}", "true");
	holds("title matches \"^\\w+$\"", "{\"title\": \"Ärztin\"}", "true");
	holds("company = at&t", "{\"company\": \"AT&T\"}", "true");
	holds("industry in (a, b, c, d, e, f, g, h, i, j, k, l, m, n)", "{\"industry\": \"N\"}", "true");
	holds("industry in (a, b, c, d, e, f, g, h, i, j, k, l, m, n)", "{\"industry\": \"o\"}", "false");
	holds("lower(title) = ceo and length(title) = 3", "{\"title\": \"CEO\"}", "true");
	holds("email contains \"@firma.\"", "{\"email\": \"a@firma.de\"}", "true");
}
END_TEST

START_TEST(test_lists)
{
	holds("flags = b", "{\"flags\": [\"a\", \"b\"]}", "true");
	holds("flags = b", "{\"flags\": \"a;B\"}", "true");
	holds("flags != b", "{\"flags\": \"a;B\"}", "false");
	holds("flags = \"a;b\"", "{\"flags\": \"a\\\\;b;c\"}", "true");
	holds("flags = a", "{\"flags\": \"a\\\\;b;c\"}", "false");
	holds("merged_from contains 17", "{\"merged_from\": [170, 2]}", "true");
	holds("merged_from in (17, 2)", "{\"merged_from\": [170, 2]}", "true");
	holds("merged_from in (17, 20)", "{\"merged_from\": [170, 2]}", "false");
	holds("merged_from matches \"^7\"", "{\"merged_from\": [17, 71]}", "true");
	holds("flags = b", "{\"flags\": []}", "unknown");
}
END_TEST

START_TEST(test_numbers)
{
	holds("score in (1, 5..7, 60)", "{\"score\": 6}", "true");
	holds("score in (1, 5..7, 60)", "{\"score\": 8}", "false");
	holds("score != 60", "{\"score\": 60.0}", "false");
	holds("probability >= 5%", "{\"probability\": 0.05}", "true");
	holds("probability > 5%", "{\"probability\": 0.05}", "false");
	holds("probability >= 0.5%", "{\"probability\": 0.0049}", "false");
	holds("employees >= 1.5k", "{\"employees\": 1500}", "true");
	holds("employees < 2bn", "{\"employees\": 1999999999}", "true");
	holds("score > -5", "{\"score\": -4.999}", "true");
	holds("score in -5..-1", "{\"score\": -5}", "true");
	holds("score = 0.1", "{\"score\": 0.1000000000000001}", "false");
	holds("score = 900719925474099267", "{\"score\": 900719925474099266}", "false");
	holds("thing in ..5 or thing in 9..", "{\"thing\": 7}", "false");
	holds("thing in 5.. and thing in ..9", "{\"thing\": \"7\"}", "true");
}
END_TEST

START_TEST(test_money)
{
	holds("value in 10k..20k EUR", "{\"value\": \"15000 EUR\"}", "true");
	holds("value in 10k..20k EUR", "{\"value\": \"15000 USD\"}", "unknown");
	holds("value in 10k..20k EUR", "{\"value\": \"15000\"}", "unknown");
	holds("value in (10 EUR, 20 USD)", "{\"value\": \"20 USD\"}", "true");
	holds("value in (10 EUR, 20 USD)", "{\"value\": \"21 USD\"}", "unknown");
	holds("value = 10", "{\"value\": \"10.00 EUR\"}", "true");
	holds("value != \"10 EUR\"", "{\"value\": \"10 USD\"}", "unknown");
	holds("budget < 10k EUR", "{\"budget\": \"plenty\"}", "unknown");
}
END_TEST

START_TEST(test_times)
{
	holds("created_at = 2026-01-31", "{\"created_at\": \"2026-01-31\"}", "true");
	holds("created_at < 2026-01-31", "{\"created_at\": \"2026-01-31\"}", "false");
	holds("created_at >= 2026-01-31T12:00:00Z", "{\"created_at\": \"2026-01-31T11:59:59Z\"}", "false");
	holds("created_at > 2026-01-31T12:00:00Z", "{\"created_at\": \"2026-01-31T12:00:00Z\"}", "false");
	holds("created_at = '2026-01-31 12:00'", "{\"created_at\": \"2026-01-31T13:00:00+01:00\"}", "true");
	holds("created_at in (2026-01-30, 2026-02-01..)", "{\"created_at\": \"2026-01-31T00:00:00Z\"}", "false");
	holds("`Day` in 2026-01-30..2026-02-01", "{\"Day\": \"2026-02-01T23:00:00Z\"}", "true");
	holds("`Day` > 20260101", "{\"Day\": \"20260102\"}", "true");
	holds("age(`Day`) in 27d..28d", "{\"Day\": \"2026-02-01\"}", "true");
	holds("last(call) > 2026-01-01", "{\"activities\": [{\"type\": \"Call\", \"at\": \"2026-01-02\"}]}", "true");
	holds("count(call, 30d) = 1", "{\"activities\": [{\"type\": \"call\", \"at\": \"2026-01-30T00:00:00Z\"},"
	    "{\"type\": \"call\"}, {\"type\": \"call\", \"at\": \"2026-01-29T23:59:59Z\"},"
	    "{\"type\": \"call\", \"at\": \"2026-03-02T00:00:00Z\"}]}", "true");
	holds("count(call) = 2", "{\"activities\": [{\"type\": \"call\"}, {\"type\": \"call\"}]}", "true");
}
END_TEST

START_TEST(test_truth_and_known)
{
	holds("email_opt_out = yes", "{\"email_opt_out\": true}", "true");
	holds("email_opt_out != yes", "{\"email_opt_out\": \"off\"}", "true");
	holds("email_opt_out = no", "{\"email_opt_out\": \"perhaps\"}", "unknown");
	holds("domain(email) is known", "{\"email\": \"no address\"}", "false");
	holds("domain(website) = example.co.uk", "{\"website\": \"https://shop.example.co.uk/x\"}", "true");
	holds("last(call) is unknown", "{\"activities\": []}", "true");
	holds("activities is known", "{\"activities\": []}", "true");
	holds("email is known", "{\"email\": \"  \"}", "false");
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
	blame("age(last(call)) > 1d", "{\"activities\": []}", 1, "activities", "no such activity");
	blame("age(last(call)) > 1d", "{\"activities\": [1]}", 1, "activities", "not a history");
	blame("email_opt_out", "{\"email_opt_out\": \"eh\"}", 1, "email_opt_out", "not yes or no");
	blame("title matches \"(a|aa)+(?=\\b)$\"", "{\"title\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"}",
	    1, "title", "a pattern took too long");
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
	ck_assert_uint_eq(i, 8);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("condition");
	TCase *t = tcase_create("condition");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, test_vectors);
	tcase_add_test(t, test_errors);
	tcase_add_test(t, test_error_keeps_the_place);
	tcase_add_test(t, test_hostile);
	tcase_add_test(t, test_text);
	tcase_add_test(t, test_lists);
	tcase_add_test(t, test_numbers);
	tcase_add_test(t, test_money);
	tcase_add_test(t, test_times);
	tcase_add_test(t, test_truth_and_known);
	tcase_add_test(t, test_blame);
	tcase_add_test(t, test_limited);
	tcase_add_test(t, test_looking);
	suite_add_tcase(suite, t);
	runner = srunner_create(suite);
	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
