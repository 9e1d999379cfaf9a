/* path - which stages a lead reached, from its history; the published cases of other funnels. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "funnel/path.h"
#include "../lead_of_json.h"

enum { NOW = 2000000000 };

static struct lead_of_json t;
static struct path path;

/* A lead with these members, and the entries "a@1 b@2": of stage a at second 1, of b at 2. */
static void
find(const char *stages, struct path_rules rules, const char *members, const char *entries)
{
	struct schema s = { .arena = &arena, .zone = &zone_utc, .now = NOW };
	struct path_plan plan = { .rules = rules };
	struct str rest = str_of(entries), one, name;
	struct buf json = { 0 };
	struct err e;

	ck_assert_int_eq(path_plan(&plan, &s, NULL, stages, &e), 0);
	buf_printf(&json, "{%s\"activities\":[", members);
	while (rest.n != 0 && str_split(&rest, ' ', &one)) {
		str_split(&one, '@', &name);
		buf_printf(&json, "%s{\"type\":\"stage\",\"stage\":\"%.*s\"",
		    json.p[json.n - 1] == '}' ? "," : "", STR_ARG(name));
		if (one.n != 0) {
			buf_str(&json, STR(",\"at\":\""));
			date_print(&json, strtol(one.p, NULL, 10));
			buf_byte(&json, '"');
		}
		buf_byte(&json, '}');
	}
	buf_str(&json, STR("]}"));
	lead_of_json_init(&t, &s);
	ck_assert_msg(lead_of_json(&t, buf_text(&json)), "%.*s", STR_ARG(buf_text(&json)));
	path_find(&plan, &t.lead, &path);
	lead_free(&t.lead);
	arena_free(&t.arena);
	arena_free(&t.scratch);
	buf_free(&json);
}

/* Levels as windowFunnel counts them: steps reached, the first being 1. */
static size_t
level(const char *stages, span window, const char *entries)
{
	find(stages, (struct path_rules){ PATH_STRICT, PATH_DROP, PATH_ANY, window }, "", entries);
	return path.furthest + 1;
}

/* What ClickHouse publishes of windowFunnel: the cases of its test 00632 that are about time and
 * order; stages are named by their events. */
START_TEST(clickhouse)
{
	static const char run[] = "1000@0 1001@1 1002@2 1003@3 1004@4 1005@5 1006@6 1007@7 1008@8";
	static const char abc[] = "a,b,c";

	ck_assert_uint_eq(level("1000,1001", 10000, run), 2);
	ck_assert_uint_eq(level("1000,1001,1002", 10000, run), 3);
	ck_assert_uint_eq(level("1000,1001,1002,1008", 10000, run), 4);
	ck_assert_uint_eq(level("1003,1004,1005,1006,1007", 2, run), 3);
	ck_assert_uint_eq(level("1003,1004,1005,1006,1007", 3, run), 4);
	ck_assert_uint_eq(level("1003,1004,1005,1006,1007", 4, run), 5);
	ck_assert_uint_eq(level("1001,1008", 10000, run), 2);
	ck_assert_uint_eq(level("1008,1001", 10000, run), 1);
	ck_assert_uint_eq(level("1000,1001,1002,1003,1004,1005,1006", 10000, "1000@0 1001@10 1002@20 "
	    "1003@30 1004@40 1005@50 1005@51 1006@60 1007@70 1008@80"), 7);
	ck_assert_uint_eq(level(abc, 86400, "a@1 b@2 c@3"), 3);
	ck_assert_uint_eq(level(abc, 86400, "a@1 d@2 b@3 c@4"), 3);
	ck_assert_uint_eq(level(abc, 86400, "a@1 a@2 b@3 b@4 c@5 c@6"), 3);
	ck_assert_uint_eq(level(abc, 86400, "a@1 a@2 a@3 a@4 b@5 b@6 c@7 c@8"), 3);
	ck_assert_uint_eq(level(abc, 86400, "a@1 a@2 b@3 b@4 d@5 c@6 c@7"), 3);
	ck_assert_uint_eq(level(abc, 86400, "c@1 c@2 b@3 b@4 a@5 a@6"), 1);
	ck_assert_uint_eq(level(abc, 10, "a@1 c@2 b@3"), 2);
	ck_assert_uint_eq(level("1000,1001,1002,1003,1004", 10000,
	    "1000@0 1001@1 1002@1 1003@1 1004@2"), 5);
}
END_TEST

/* Mixpanel counts its window from the first entry; windowFunnel from the one that serves best. */
START_TEST(window_and_start)
{
	static const char twice[] = "a@1 b@5 a@100 b@101 c@102";
	static const struct {
		enum path_start start;
		span window;
		size_t furthest;
		instant a;
	} cases[] = {
		{ PATH_FIRST, 0, 2, 1 }, { PATH_LAST, 0, 2, 100 }, { PATH_ANY, 0, 2, 1 },
		{ PATH_FIRST, 10, 1, 1 }, { PATH_LAST, 10, 2, 100 }, { PATH_ANY, 10, 2, 100 },
		{ PATH_FIRST, 101, 2, 1 }, { PATH_FIRST, 100, 1, 1 }, { PATH_ANY, 1, 1, 100 },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		find("a,b,c", (struct path_rules){ PATH_STRICT, PATH_DROP, cases[i].start,
		    cases[i].window }, "", twice);
		ck_assert_msg(path.furthest == cases[i].furthest, "case %zu: %zu", i, path.furthest);
		ck_assert_int_eq(path.at[0], cases[i].a);
	}
}
END_TEST

/* HubSpot's "all stages" drops who skips one; "any" does not. */
START_TEST(order_and_skip)
{
	static const struct {
		const char *entries;
		size_t furthest[4];     /* loose count, loose drop, strict count, strict drop */
		uint32_t entered[4];
	} cases[] = {
		{ "a@1 b@2 c@3", { 2, 2, 2, 2 }, { 7, 7, 7, 7 } },
		{ "a@1 c@3", { 2, 0, 2, 0 }, { 5, 1, 5, 1 } },
		{ "a@1 c@2 b@3", { 2, 2, 2, 1 }, { 7, 7, 5, 3 } },
		{ "c@1 b@2 a@3", { 2, 2, 0, 0 }, { 7, 7, 1, 1 } },
		{ "b@2", { 1, 1, 1, 1 }, { 3, 3, 3, 3 } },
		{ "a@1 b@1 c@1", { 2, 2, 2, 2 }, { 7, 7, 7, 7 } },
		{ "c@1 b@1 a@1", { 2, 2, 2, 2 }, { 7, 7, 7, 7 } },
	};
	size_t i, k;

	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		for (k = 0; k < 4; k++) {
			find("a,b,c", (struct path_rules){ k / 2, k % 2, PATH_FIRST, 0 }, "",
			    cases[i].entries);
			ck_assert_msg(path.furthest == cases[i].furthest[k] &&
			    path.entered == cases[i].entered[k], "case %zu.%zu: %zu %x", i, k,
			    path.furthest, path.entered);
		}
}
END_TEST

START_TEST(back_and_again)
{
	static const struct {
		const char *members, *entries;
		uint32_t back, again;
		size_t current;
	} cases[] = {
		{ "", "a@1 b@2 c@3", 0, 0, 2 },
		{ "", "a@1 c@3 b@4", 2, 0, 1 },
		{ "", "a@1 b@2 a@3 b@4", 1, 3, 1 },
		{ "", "a@1 a@2 b@3 b@4", 0, 0, 1 },
		{ "\"stage\":\"a\",", "a@1 b@2", 1, 1, 0 },
		{ "\"stage\":\"b\",", "a@1 c@2", 2, 0, 1 },
		{ "\"status\":\"lost\",", "a@1 b@2", 0, 0, 1 },
		{ "\"status\":\"won\",", "a@1 b@2", 0, 0, 3 },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		find("a,b,c,d", (struct path_rules){ 0 }, cases[i].members, cases[i].entries);
		ck_assert_msg(path.back == cases[i].back && path.again == cases[i].again &&
		    path.current == cases[i].current, "case %zu: %x %x %zu", i, path.back, path.again,
		    path.current);
	}
}
END_TEST

START_TEST(evidence)
{
	struct path_rules none = { 0 }, window = { .window = 100 };

	find("a,b,c", none, "", "");
	ck_assert(path.source == PATH_NOTHING && path.furthest == 0 && path.timed == 0);
	find("a,b,c", none, "\"stage\":\" B \",", "");
	ck_assert(path.source == PATH_STAGE && path.furthest == 1 && path.entered == 3);
	find("a,b,c", none, "\"stage\":\"x\",", "");
	ck_assert(path.strange && path.furthest == 0);
	find("a,b,c", none, "\"b_at\":\"2001-09-09T01:46:40Z\",", "");
	ck_assert(path.source == PATH_TIMES && path.furthest == 1 && path.at[1] == 1000000000);
	find("a,b,c", none, "\"status\":\"won\",", "");
	ck_assert(path.furthest == 2 && path.entered == 7 && path.fate == PATH_WON);
	find("a,b,c", none, "\"status\":\"won\",", "a@1");
	ck_assert(path.furthest == 2 && path.entered == 5);
	find("a,b,c", none, "\"status\":\"won\",\"closed_at\":\"1970-01-01T00:00:09Z\",", "a@1");
	ck_assert(path.timed == 5 && path.at[2] == 9);
	/* Reaching the last stage is winning, unless it is said to be lost. */
	find("a,b,c", none, "", "c@1");
	ck_assert(path.fate == PATH_WON);
	find("a,b,c", none, "\"status\":\"lost\",", "c@1");
	ck_assert(path.fate == PATH_LOST);
	/* What is to come has not come; a time unknown is not in the window. */
	find("a,b,c", none, "", "a@1 b@2000000001");
	ck_assert(path.furthest == 0);
	find("a,b,c", window, "", "a@1 b@");
	ck_assert(path.furthest == 0 && path.untimed && path.end == 101);
	find("a,b,c", none, "", "a@1 b@");
	ck_assert(path.furthest == 1 && path.timed == 1 && path.entered == 3);
}
END_TEST

START_TEST(creation)
{
	struct path_rules none = { 0 };

	find("a,b,c", none, "\"created_at\":\"1970-01-01T00:00:05Z\",", "b@9");
	ck_assert(path.timed == 3 && path.at[0] == 5);
	/* Its own stage says when it came in; and a creation after its progress is no beginning. */
	find("a,b,c", none, "\"created_at\":\"1970-01-01T00:00:05Z\",", "a@7 b@9");
	ck_assert(path.at[0] == 7);
	find("a,b,c", none, "\"created_at\":\"1970-01-01T00:00:50Z\",", "b@9");
	ck_assert(path.timed == 2 && path.furthest == 1);
	/* A plain date is the whole day. */
	find("a,b,c", none, "\"created_at\":\"1970-01-02T10:00:00Z\",\"b_at\":\"1970-01-02\",", "");
	ck_assert(path.timed == 3 && path.at[0] == 86400 && path.at[1] == 86400);
}
END_TEST

START_TEST(tracks)
{
	static const struct {
		const char *track, *members;
		size_t stages, furthest;
		enum path_fate fate;
	} cases[] = {
		{ "category", "{\"category\":\"opportunity\"}", 5, 3, PATH_OPEN },
		{ "category", "{\"category\":\"customer\"}", 5, 4, PATH_WON },
		{ "qualification", "{\"qualification\":\"MQL\"}", 4, 2, PATH_OPEN },
		{ "qualification", "{\"qualification\":\"undecided\"}", 4, 0, PATH_OPEN },
		{ "qualification", "{\"qualification\":\"disqualified\"}", 4, 0, PATH_LOST },
		{ "stage", "{\"stage\":\"intent\"}", 5, 3, PATH_OPEN },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct schema s = { .arena = &arena, .zone = &zone_utc, .now = NOW };
		struct path_plan plan = { 0 };
		struct err e;

		ck_assert_int_eq(path_plan(&plan, &s, cases[i].track, NULL, &e), 0);
		ck_assert_uint_eq(plan.stages, cases[i].stages);
		lead_of_json_init(&t, &s);
		ck_assert(lead_of_json(&t, str_of(cases[i].members)));
		path_find(&plan, &t.lead, &path);
		ck_assert_msg(path.furthest == cases[i].furthest && path.fate == cases[i].fate,
		    "case %zu: %zu %d", i, path.furthest, path.fate);
		ck_assert(!path.strange);
		lead_free(&t.lead);
		arena_free(&t.arena);
		arena_free(&t.scratch);
	}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("path");

	tcase_add_test(tests, clickhouse);
	tcase_add_test(tests, window_and_start);
	tcase_add_test(tests, order_and_skip);
	tcase_add_test(tests, back_and_again);
	tcase_add_test(tests, evidence);
	tcase_add_test(tests, creation);
	tcase_add_test(tests, tracks);
	return unit_run("path", tests);
}
