/* model: points by hand, explanations that add up, and every mistake a file can have. */
#include <stdio.h>

#include "unit.h"
#include "../lead_of_json.h"
#include "record/list.h"
#include "score/explain.h"
#include "score/model_impl.h"

static struct schema schema;
static struct err err;
static struct model *model;
static struct model_score score;
static struct lead_of_json lead;

static void
setup(void)
{
	schema = lead_of_json_schema(&arena);
	err = (struct err){ 0 };
}

static struct model *
load(const char *text)
{
	unit_put("build/model_test.json", text);
	return model_load(&arena, &schema, "build/model_test.json", &err);
}

/* The score of a lead under a model with these rules in one group, in thousandths. */
static int64_t
points(const char *rules, const char *json)
{
	struct str text = arena_printf(&arena,
	    "{ \"lead-model\": 1, \"groups\": [ { \"name\": \"g\", \"rules\": [ %s ] } ] }", rules);
	int64_t total;

	model = load(text.p);
	ck_assert_msg(model != NULL, "%s: %s", rules, err.text);
	model_score_init(&score, 1, &arena, model);
	lead_of_json_init(&lead, &schema);
	ck_assert(lead_of_json(&lead, str_of(json)));
	model_evaluate(model, &lead.lead, schema.now, &score);
	total = score.total;
	model_evaluate(model, &lead.lead, schema.now, &score);
	ck_assert_int_eq(score.total, total);   /* memos change nothing */
	lead_of_json_free(&lead);
	return total;
}

static const struct {
	const char *rules, *lead;
	int64_t points;
} cases[] = {
	{ "{\"name\": \"r\", \"when\": \"title = CEO\", \"points\": 12.5}", "{\"title\": \"ceo\"}", 12500 },
	{ "{\"name\": \"r\", \"when\": \"title = CEO\", \"points\": 12.5}", "{\"title\": \"cto\"}", 0 },
	{ "{\"name\": \"r\", \"when\": \"title = CEO\", \"points\": 12.5}", "{}", 0 },
	{ "{\"name\": \"r\", \"field\": \"employees\", "
	    "\"bins\": [[\"..9\", -5], [\"10..49\", 5], [\"500..\", 10]]}",
	    "{\"employees\": 9}", -5000 },
	{ "{\"name\": \"r\", \"field\": \"employees\", "
	    "\"bins\": [[\"..9\", -5], [\"10..49\", 5], [\"500..\", 10]]}",
	    "{\"employees\": \"500\"}", 10000 },
	{ "{\"name\": \"r\", \"field\": \"employees\", \"bins\": [[\"..9\", -5], [\"10..49\", 5]], "
	    "\"other\": 1}",
	    "{\"employees\": 50}", 1000 },
	{ "{\"name\": \"r\", \"field\": \"employees\", \"bins\": [[\"..9\", -5]], \"unknown\": 2}",
	    "{}", 2000 },
	{ "{\"name\": \"r\", \"field\": \"employees\", \"bins\": [[\"..9\", -5]], \"unknown\": 2}",
	    "{\"employees\": \"many\"}", 2000 },
	{ "{\"name\": \"r\", \"field\": \"x\", \"bins\": [[\"..9.5\", 1], [\"9.5..20\", 2]]}",
	    "{\"x\": \"9.5\"}", 1000 },
	{ "{\"name\": \"r\", \"field\": \"x\", \"bins\": [[\"..9.5\", 1], [\"9.5..20\", 2]]}",
	    "{\"x\": \"9.51\"}", 2000 },
	{ "{\"name\": \"r\", \"field\": \"source\", \"map\": {\"Referral\": 12, \"webinar\": 8}, "
	    "\"other\": -1}",
	    "{\"source\": \" REFERRAL \"}", 12000 },
	{ "{\"name\": \"r\", \"field\": \"source\", \"map\": {\"referral\": 12}, \"other\": -1}",
	    "{\"source\": \"fair\"}", -1000 },
	{ "{\"name\": \"r\", \"field\": \"source\", \"map\": {\"referral\": 12}, \"other\": -1}", "{}", 0 },
	{ "{\"name\": \"r\", \"field\": \"visits\", \"each\": 0.5, \"max\": 10}", "{\"visits\": 7}", 3500 },
	{ "{\"name\": \"r\", \"field\": \"visits\", \"each\": 0.5, \"max\": 10}",
	    "{\"visits\": 21}", 10000 },
	{ "{\"name\": \"r\", \"field\": \"visits\", \"each\": -2, \"min\": -3}", "{\"visits\": 7}", -3000 },
	/* Two half-lives of 14 days; a future activity has not happened; another type is not it. */
	{ "{\"name\": \"r\", \"activity\": \"pricing_page_view\", \"points\": 5, \"decay\": "
	    "{\"half_life\": \"14d\"}}",
	    "{\"activities\": [{\"type\": \"pricing_page_view\", "
	    "\"at\": \"2026-02-01T00:00:00Z\"}]}", 1250 },
	{ "{\"name\": \"r\", \"activity\": \"pricing_page_view\", \"points\": 5}",
	    "{\"activities\": [{\"type\": \"pricing_page_view\", \"at\": \"2026-03-02T00:00:00Z\"}]}", 0 },
	{ "{\"name\": \"r\", \"activity\": \"page_view\", \"points\": 2, \"max\": 5}",
	    "{\"activities\": [{\"type\": \"page_view\", \"count\": 2}, {\"type\": \"Page_View\"}, "
	    "{\"type\": \"call\"}]}", 5000 },
	{ "{\"name\": \"r\", \"activity\": \"demo\", \"points\": 25, \"first_only\": true, "
	    "\"within\": \"30d\"}",
	    "{\"activities\": [{\"type\": \"demo\", \"at\": \"2026-02-01\"}, {\"type\": \"demo\", "
	    "\"at\": \"2026-02-02\"}]}", 25000 },
	{ "{\"name\": \"r\", \"activity\": \"demo\", \"points\": 25, \"within\": \"30d\"}",
	    "{\"activities\": [{\"type\": \"demo\", \"at\": \"2026-01-29\"}]}", 0 },
	{ "{\"name\": \"r\", \"activity\": \"demo\", \"points\": 10, \"decay\": {\"linear\": \"100d\"}}",
	    "{\"activities\": [{\"type\": \"demo\", \"at\": \"2026-02-04\"}]}", 7500 },
	{ "{\"name\": \"r\", \"activity\": \"demo\", \"points\": 10, \"decay\": "
	    "{\"step\": [[\"7d\", 1], [\"30d\", 0.5]]}}",
	    "{\"activities\": [{\"type\": \"demo\", \"at\": \"2026-02-04\"}, {\"type\": \"demo\", "
	    "\"at\": \"2026-02-28\"},"
	    " {\"type\": \"demo\", \"at\": \"2025-02-28\"}]}", 15000 },
	{ "{\"name\": \"r\", \"when\": \"updated_at is known\", \"points\": 8,"
	  " \"decay\": {\"half_life\": \"30d\", \"since\": \"updated_at\"}}",
	    "{\"updated_at\": \"2026-01-30\"}", 4000 },
};

START_TEST(test_points)
{
	ck_assert_msg(points(cases[_i].rules, cases[_i].lead) == cases[_i].points, "%s on %s: %lld",
	    cases[_i].rules, cases[_i].lead, (long long)score.total);
}
END_TEST

/* Rule, group and total limits each leave a term, and the signed points of all add up. */
START_TEST(test_explanation)
{
	struct explain *explain;
	struct str rest, item;
	int64_t sum = 0, n;
	size_t i;
	bool plain;
	static const char *const expected[] = { "visits +30", "visits capped -10", "title +25",
	    "size unknown: employees", "fit capped -5", "gone +3", "total capped -13" };

	model = load("{ \"lead-model\": 1, \"groups\": [ { \"name\": \"fit\", \"max\": 40, \"rules\": ["
	    "{\"name\": \"visits\", \"field\": \"visits\", \"each\": 1, \"max\": 20},"
	    "{\"name\": \"title\", \"when\": \"title = CEO\", \"points\": 25},"
	    "{\"name\": \"size\", \"field\": \"employees\", \"bins\": [[\"..9\", 1]]} ] },"
	    "{ \"name\": \"other\", \"rules\": [{\"name\": \"gone\", \"when\": \"title is known\", "
	    "\"points\": 3}]}],"
	    "\"max\": 30, \"grades\": {\"B\": 0, \"A\": 30}}");
	ck_assert_msg(model != NULL, "%s", err.text);
	model_score_init(&score, 1, &arena, model);
	lead_of_json_init(&lead, &schema);
	ck_assert(lead_of_json(&lead, STR("{\"visits\": 30, \"title\": \"CEO\"}")));
	model_evaluate(model, &lead.lead, schema.now, &score);
	ck_assert_int_eq(score.total, 30000);
	ck_assert(str_is(score.grade, "A"));
	explain = explain_new(&arena, model, &schema);
	rest = explain_reasons(explain, &score, &lead.lead, &plain);
	ck_assert(plain);
	for (i = 0; list_next(&arena, &rest, &item); i++) {
		size_t space = item.n;

		ck_assert(i < sizeof expected / sizeof *expected);
		ck_assert_msg(str_is(item, expected[i]), "%.*s", STR_ARG(item));
		while (item.p[space - 1] != ' ')
			space--;
		if (number_points(str_slice(item, space + (item.p[space] == '+'), item.n), &n))
			sum += n;
	}
	ck_assert_uint_eq(i, sizeof expected / sizeof *expected);
	ck_assert_int_eq(sum, score.total);
	explain_free(explain);
	lead_of_json_free(&lead);
}
END_TEST

START_TEST(test_matrix)
{
	model = load("{ \"lead-model\": 1, \"groups\": ["
	    "{ \"name\": \"fit\", \"rules\": [{\"name\": \"a\", \"field\": \"a\", \"each\": 1}] },"
	    "{ \"name\": \"engagement\", \"rules\": [{\"name\": \"b\", \"field\": \"b\", \"each\": 1}]}],"
	    "\"matrix\": {\"rows\": {\"group\": \"fit\", \"A\": 40, \"B\": 20, \"C\": 0},"
	    "\"columns\": {\"group\": \"engagement\", \"1\": 40, \"2\": 20, \"3\": 0}},"
	    "\"calibration\": {\"intercept\": -4, \"slope\": 0.1}}");
	ck_assert_msg(model != NULL, "%s", err.text);
	model_score_init(&score, 1, &arena, model);
	lead_of_json_init(&lead, &schema);
	ck_assert(lead_of_json(&lead, STR("{\"a\": 20, \"b\": 40}")));
	model_evaluate(model, &lead.lead, schema.now, &score);
	ck_assert_msg(str_is(score.grade, "B1"), "%.*s", STR_ARG(score.grade));
	/* 1 / (1 + e^-2) */
	ck_assert_double_eq_tol(model_probability(model, score.total), 0.880797077977882, 1e-12);
	ck_assert(lead_of_json(&lead, STR("{\"a\": -5, \"b\": 39.999}")));
	model_evaluate(model, &lead.lead, schema.now, &score);
	ck_assert_msg(str_is(score.grade, "C2"), "%.*s", STR_ARG(score.grade));
	lead_of_json_free(&lead);
}
END_TEST

#define RULE(r) "{\"lead-model\": 1, \"groups\": [{\"name\": \"g\", \"rules\": [" r "]}]}"
static const struct {
	const char *text, *says;
} mistakes[] = {
	{ RULE("{\"name\": \"r\", \"points\": 1}"), "needs one of when, bins, map, each, activity" },
	{ RULE("{\"name\": \"r\", \"when\": \"a = 1\"}"), "needs \"points\"" },
	{ RULE("{\"when\": \"a = 1\", \"points\": 1}"), "needs a name" },
	{ RULE("{\"name\": \"r\", \"when\": \"a = \", \"points\": 1}"), "/groups/0/rules/0/when" },
	{ RULE("{\"name\": \"r\", \"when\": \"a = 1\", \"point\": 1}"), "points" },
	{ RULE("{\"name\": \"r\", \"when\": \"a = 1\", \"points\": 0.0001}"), "/groups/0/rules/0/points" },
	{ RULE("{\"name\": \"r\", \"bins\": [[\"1..2\", 1]]}"), "needs \"field\"" },
	{ RULE("{\"name\": \"r\", \"field\": \"a\", \"bins\": [[\"2..1\", 1]]}"), "ends before it begins" },
	{ RULE("{\"name\": \"r\", \"field\": \"a\", \"bins\": [[\"a..b\", 1]]}"), "expected a number" },
	{ RULE("{\"name\": \"r\", \"field\": \"a\", \"bins\": []}"), "expected a list of ranges" },
	{ RULE("{\"name\": \"r\", \"field\": \"a\", \"map\": {\"x\": 1, \"X\": 2}}"), "same word" },
	{ RULE("{\"name\": \"r\", \"activity\": \"x\", \"points\": 1, \"decay\": "
	    "{\"half_life\": \"0d\"}}"), "above zero" },
	{ RULE("{\"name\": \"r\", \"activity\": \"x\", \"points\": 1, \"decay\": {}}"),
	    "needs one of half_life" },
	{ RULE("{\"name\": \"r\", \"activity\": \"x\", \"points\": 1, \"decay\": "
	    "{\"step\": [[\"2d\", 1], [\"1d\", 1]]}}"),
	    "ages must grow" },
	{ RULE("{\"name\": \"r\", \"activity\": \"x\", \"points\": 1, \"max\": 1, \"min\": 2}"),
	    "min is greater than max" },
	{ RULE("{\"name\": \"r\", \"when\": \"a = 1\", \"points\": 1, \"decay\": "
	    "{\"linear\": \"1d\"}}"), "needs \"since\"" },
	{ "{\"lead-model\": 1, \"grades\": {\"A\": 1, \"B\": 1}}", "another grade begins there" },
	{ "{\"lead-model\": 1, \"grades\": {}}", "needs a grade" },
	{ "{\"lead-model\": 1, \"matrix\": {\"rows\": {\"group\": \"x\", \"A\": 1}}}", "no group of this model" },
	{ "{\"lead-model\": 1, \"groups\": [{\"name\": \"g\"}, {\"name\": \"G\"}]}", "there already" },
	{ "{\"lead-policy\": 1}", "lead-policy" },
};

START_TEST(test_mistakes)
{
	ck_assert_msg(load(mistakes[_i].text) == NULL, "%s", mistakes[_i].text);
	ck_assert_int_eq(err.kind, ERR_CONFIG);
	ck_assert_msg(strstr(err.text, mistakes[_i].says) != NULL, "%s: %s", mistakes[_i].text, err.text);
}
END_TEST

START_TEST(test_built_in)
{
	ck_assert_msg(model_load(&arena, &schema, NULL, &err) != NULL, "%s", err.text);
	ck_assert_msg(load(b2c_json) != NULL, "%s", err.text);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("model");

	tcase_add_checked_fixture(t, setup, NULL);
	unit_each(t, test_points, cases);
	tcase_add_test(t, test_explanation);
	tcase_add_test(t, test_matrix);
	unit_each(t, test_mistakes, mistakes);
	tcase_add_test(t, test_built_in);
	return unit_run("model", t);
}
