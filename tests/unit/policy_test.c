/* policy: levels and questions worked out by hand, and the parts of conditions. */
#include <stdio.h>

#include "unit.h"
#include "../lead_of_json.h"
#include "qualify/policy_impl.h"

static struct schema schema;
static struct err err;
static struct policy *policy;
static struct policy_verdict v;
static struct lead_of_json lead;
static bool loaded;

static void
setup(void)
{
	schema = lead_of_json_schema(&arena);
	err = (struct err){ 0 };
}

static void
teardown(void)
{
	if (loaded)
		lead_of_json_free(&lead);
	loaded = false;
}

static void
load(const char *text)
{
	unit_put("build/policy_test.json", text);
	policy = policy_load(&arena, &schema, "build/policy_test.json", &err);
	ck_assert_msg(policy != NULL, "%s", err.text);
	lead_of_json_init(&lead, &schema);
	loaded = true;
}

static void
judge(const char *json)
{
	ck_assert(lead_of_json(&lead, str_of(json)));
	policy_judge(policy, &lead.lead, &v);
}

#define KIND(name) "\"" name "\": { \"yes\": \"" name " = y\", \"no\": \"" name " = n\", \"question\": \"" name "?\""

/* Weights 40, 30, 20, 10 for an SQL at 70: whoever swings most is asked for. */
static const struct {
	const char *lead;
	enum policy_level level;
	enum policy_evidence ask;
} weighted[] = {
	{ "{}", POLICY_UNDECIDED, POLICY_BUDGET },
	/* 40 + 30, and nothing more to ask */
	{ "{\"budget\": \"y\", \"authority\": \"y\"}", POLICY_SQL, POLICY_KINDS },
	/* without the 40 it is 60 at most */
	{ "{\"budget\": \"n\"}", POLICY_UNQUALIFIED, POLICY_KINDS },
	/* 60 + 20 or 60 + 10: both swing while the other is no; BANT asks for need first */
	{ "{\"budget\": \"y\", \"authority\": \"n\", \"need\": \"y\"}", POLICY_UNDECIDED, POLICY_TIMEFRAME },
	{ "{\"budget\": \"y\", \"authority\": \"n\"}", POLICY_UNDECIDED, POLICY_NEED },
	/* 40: 30 alone reaches it, and 20 and 10 do together: 3 against 1 */
	{ "{\"budget\": \"y\"}", POLICY_UNDECIDED, POLICY_AUTHORITY },
};

START_TEST(test_weighted)
{
	load("{ \"lead-policy\": 1, \"evidence\": {"
	    KIND("budget") ", \"weight\": 40}," KIND("authority") ", \"weight\": 30},"
	    KIND("need") ", \"weight\": 20}," KIND("timeframe") ", \"weight\": 10} },"
	    "\"levels\": { \"sql\": \"bant_points >= 70\" } }");
	judge(weighted[_i].lead);
	ck_assert_msg(v.level == weighted[_i].level && v.ask == weighted[_i].ask, "%s: %s, asks %d",
	    weighted[_i].lead, policy_level_name[v.level], (int)v.ask);
}
END_TEST

/* A condition need not be one of "at least": every number of yes is tried. */
static const struct {
	const char *sql, *lead;
	enum truth is;
} sums[] = {
	{ "bant = 2", "{}", TRUTH_UNKNOWN },
	{ "bant = 2", "{\"budget\": \"y\"}", TRUTH_UNKNOWN },
	{ "bant = 2", "{\"budget\": \"y\", \"need\": \"y\", \"authority\": \"y\"}", TRUTH_FALSE },
	{ "bant != 2", "{\"budget\": \"n\", \"need\": \"n\", \"authority\": \"n\"}", TRUTH_TRUE },
	{ "bant in 0..4", "{}", TRUTH_TRUE },
	{ "bant >= 2 or bant < 2", "{}", TRUTH_TRUE },
	{ "champ >= 1 and anum >= 1 and bant >= 1", "{\"need\": \"y\"}", TRUTH_TRUE },
	{ "meddic >= 1", "{\"budget\": \"y\", \"timeframe\": \"y\"}", TRUTH_UNKNOWN },
	{ "meddic >= 2", "{\"authority\": \"y\", \"need\": \"y\"}", TRUTH_TRUE },
	{ "bant >= 1 and score > 3", "{\"need\": \"y\"}", TRUTH_UNKNOWN },
	{ "bant >= 5 and score > 3", "{}", TRUTH_FALSE },
};

START_TEST(test_sums)
{
	struct str text = arena_printf(&arena, "{ \"lead-policy\": 1, \"evidence\": {"
	    KIND("budget") "}," KIND("authority") "}," KIND("need") "}," KIND("timeframe") "} },"
	    "\"levels\": { \"sql\": \"%s\" } }", sums[_i].sql);

	load(text.p);
	judge(sums[_i].lead);
	ck_assert_msg(v.is[POLICY_SQL] == sums[_i].is, "%s on %s: %d", sums[_i].sql, sums[_i].lead,
	    (int)v.is[POLICY_SQL]);
}
END_TEST

/* 12 of 20; what is missing counts 1 to 5. */
static const struct {
	const char *lead;
	enum policy_level level;
} rated[] = {
	{ "{\"budget\": 3, \"authority\": 3, \"need\": 3, \"timeframe\": 3}", POLICY_SQL },
	{ "{\"budget\": 3, \"authority\": 3, \"need\": 3, \"timeframe\": 2.9}", POLICY_UNQUALIFIED },
	{ "{\"budget\": 5, \"authority\": 5, \"need\": 1}", POLICY_SQL },
	{ "{\"budget\": 5, \"authority\": 4, \"need\": 1}", POLICY_UNDECIDED },
	{ "{\"budget\": 1, \"authority\": 4, \"need\": 1}", POLICY_UNQUALIFIED },
	{ "{\"budget\": 5, \"authority\": 4, \"need\": 1, \"timeframe\": 6}", POLICY_UNDECIDED },
	{ "{\"budget\": 5, \"authority\": 4, \"need\": 1, \"timeframe\": \"soon\"}", POLICY_UNDECIDED },
};

START_TEST(test_rated)
{
	load("{ \"lead-policy\": 1, \"evidence\": { \"budget\": {\"rating\": \"budget\"},"
	    "\"authority\": {\"rating\": \"authority\"}, \"need\": {\"rating\": \"need\"},"
	    "\"timeframe\": {\"rating\": \"timeframe\"} },"
	    "\"levels\": { \"sql\": \"bant_points >= 12\" } }");
	judge(rated[_i].lead);
	ck_assert_msg(v.level == rated[_i].level, "%s: %s", rated[_i].lead, policy_level_name[v.level]);
}
END_TEST

/* Enter at 40, leave below 30; a level does not hold those that were below it. */
static const struct {
	const char *lead;
	enum policy_level level;
} held[] = {
	{ "{\"score\": 40}", POLICY_MQL },
	{ "{\"score\": 39}", POLICY_UNQUALIFIED },
	{ "{\"score\": 39, \"qualification\": \"mql\"}", POLICY_MQL },
	{ "{\"score\": 30, \"qualification\": \"sql\"}", POLICY_MQL },
	{ "{\"score\": 29, \"qualification\": \"mql\"}", POLICY_UNQUALIFIED },
	{ "{\"score\": 39, \"qualification\": \"iql\"}", POLICY_UNQUALIFIED },
	{ "{\"score\": 39, \"qualification\": \"undecided\"}", POLICY_UNQUALIFIED },
	{ "{\"qualification\": \"mql\"}", POLICY_UNDECIDED },
	{ "{\"score\": 39, \"qualification\": \"no such\"}", POLICY_UNQUALIFIED },
};

START_TEST(test_held)
{
	load("{ \"lead-policy\": 1, \"levels\": { \"mql\": \"score >= 40\" }, \"hold\": { \"mql\": \"score >= 30\" } }");
	judge(held[_i].lead);
	ck_assert_msg(v.level == held[_i].level, "%s: %s", held[_i].lead, policy_level_name[v.level]);
}
END_TEST

/* The text between the words that join, brackets and all. */
static const struct {
	const char *condition, *part[4];
} parts[] = {
	{ "a = 1", { "a = 1" } },
	{ " a = 1 and b = 2 ", { "a = 1", "b = 2" } },
	{ "(a = 1 or b = 2) AND c", { "(a = 1 or b = 2)", "c" } },
	{ "a or (b and c)or not d", { "a", "(b and c)", "not d" } },
	{ "(a and b)", { "(a and b)" } },
	{ "((a) and b)", { "((a) and b)" } },
	{ "(a) and ((b or c))", { "(a)", "((b or c))" } },
	{ "a = \"x) and (\" and `b and c` is known", { "a = \"x) and (\"", "`b and c` is known" } },
	{ "count(call) >= 2 or age(created_at) > 2d", { "count(call) >= 2", "age(created_at) > 2d" } },
	{ "a and b or c and d", { "a and b", "c and d" } },
	{ "not (a and b)", { "not (a and b)" } },
};

START_TEST(test_parts)
{
	const struct condition *c = condition_compile(&schema, str_of(parts[_i].condition), PLACE_NONE,
	    &err);
	size_t i, n = 0;

	ck_assert_msg(c != NULL, "%s: %s", parts[_i].condition, err.text);
	while (n < 4 && parts[_i].part[n] != NULL)
		n++;
	ck_assert_uint_eq(condition_parts(c), n);
	for (i = 0; i < n; i++)
		ck_assert_msg(str_is(condition_part_text(c, i), parts[_i].part[i]), "\"%.*s\"",
		    STR_ARG(condition_part_text(c, i)));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("policy");

	tcase_add_checked_fixture(t, setup, teardown);
	unit_each(t, test_weighted, weighted);
	unit_each(t, test_sums, sums);
	unit_each(t, test_rated, rated);
	unit_each(t, test_held, held);
	unit_each(t, test_parts, parts);
	return unit_run("policy", t);
}
