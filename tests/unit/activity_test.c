/* activity: what counts, what is passed over, what is refused; and back to JSON. */

#include "unit.h"
#include "lead/activity.h"
#include "value/number.h"

static struct activities list;
static struct err e;

static void
setup(void)
{
	list = (struct activities){ 0 };
}

static int
parse(const char *json)
{
	return activity_parse(&arena, str_of(json), &zone_utc, &list, &e);
}

START_TEST(test_full)
{
	const struct activity *a;

	ck_assert_int_eq(parse(" [ {\"type\": \"Pricing_Page_View\", \"at\": \"2026-03-01T10:00:00Z\","
	    "\"count\": 3, \"channel\": \"web\", \"campaign\": \"spring \\\"26\\\"\", \"value\": 12.50,"
	    "\"stage\": \"intent\", \"id\": [1, {\"type\": \"no\"}] }, {\"type\":\"call\"} ] "), 0);
	ck_assert_uint_eq(list.n, 2);
	a = list.item;
	ck_assert(str_is(a->type, "Pricing_Page_View"));
	ck_assert(str_is(a->key, "pricing_page_view"));
	ck_assert_int_eq(a->at, 1772359200);
	ck_assert_int_eq(a->count, 3);
	ck_assert(str_is(a->channel, "web"));
	ck_assert(str_is(a->campaign, "spring \"26\""));
	ck_assert(str_is(a->value, "12.50"));
	ck_assert(str_is(a->stage, "intent"));
	a++;
	ck_assert(str_is(a->key, "call"));
	ck_assert_int_eq(a->at, INSTANT_NONE);
	ck_assert_int_eq(a->count, 1);
	ck_assert_uint_eq(a->channel.n + a->campaign.n + a->value.n + a->stage.n, 0);
}
END_TEST

START_TEST(test_times)
{
	ck_assert_int_eq(parse("[{\"type\":\"a\",\"at\":\"2026-03-01\"},{\"type\":\"a\",\"at\":\"soon\"},"
	    "{\"type\":\"a\",\"at\":null},{\"type\":\"a\",\"at\":1772359200},"
	    "{\"type\":\"a\",\"at\":\"15 Apr 2021 00:03:00\"},{\"type\":\"a\",\"at\":\"03/04/2021\"}]"), 0);
	ck_assert_uint_eq(list.n, 6);
	ck_assert_int_eq(list.item[0].at, 1772323200);
	ck_assert_int_eq(list.item[1].at, INSTANT_NONE);
	ck_assert_int_eq(list.item[2].at, INSTANT_NONE);
	ck_assert_int_eq(list.item[3].at, INSTANT_NONE);        /* a number of what, since when? */
	ck_assert_int_eq(list.item[4].at, 1618444980);
	ck_assert_int_eq(list.item[5].at, INSTANT_NONE);        /* March or April */
}
END_TEST

START_TEST(test_odd_but_good)
{
	ck_assert_int_eq(parse("[]"), 0);
	ck_assert_uint_eq(list.n, 0);
	ck_assert_int_eq(parse("[ ]\n"), 0);
	/* The last of a repeated key counts; keys may be escaped; counts may be text or null. */
	ck_assert_int_eq(parse("[{\"type\":\"a\",\"t\\u0079pe\":\"b\",\"count\":\"4\"},"
	    "{\"type\":\"c\",\"count\":null},{\"type\":\"d\",\"count\":2e1},{\"type\":\"x\"}]"), 0);
	ck_assert_uint_eq(list.n, 4);
	ck_assert(str_is(list.item[0].type, "b"));
	ck_assert_int_eq(list.item[0].count, 4);
	ck_assert_int_eq(list.item[1].count, 1);
	ck_assert_int_eq(list.item[2].count, 20);
	/* More members than are expected. */
	ck_assert_int_eq(parse("[{\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,"
	    "\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"\":0,\"type\":\"z\"}]"), 0);
	ck_assert(str_is(list.item[0].type, "z"));
}
END_TEST

static void
refused(const char *json, const char *why)
{
	ck_assert_msg(parse(json) == -1, "%s", json);
	ck_assert_str_eq(e.text, why);
	ck_assert_int_eq(e.kind, ERR_INPUT);
}

START_TEST(test_refused)
{
	refused("", "activities: expected a JSON array");
	refused("{}", "activities: expected a JSON array");
	refused("[{\"type\":\"a\"}", "activities: expected a JSON array");
	refused("[{\"type\":\"a\"}] x", "activities: expected a JSON array");
	refused("[{\"type\":\"a\"},]", "activities: expected a JSON array");
	refused("[{},{},{}]", "activities: expected objects with a type");
	refused("[{\"type\":\"a\"},{\"at\":\"2026-03-01\"}]", "activity 2: type: expected a text");
	refused("[{\"type\":\"\", \"a\":1}]", "activity 1: type: expected a text");
	refused("[{\"type\":17, \"a\":1}]", "activity 1: type: expected a text");
	refused("[{\"type\":null, \"a\":1}]", "activity 1: type: expected a text");
	refused("[\"page_view page_view\"]", "activity 1: expected an object");
	refused("[[{\"type\":\"a\"}]]", "activity 1: expected an object");
	refused("[{\"type\":\"a\",\"count\":1.5}]",
	    "activity 1: count: expected a whole number from 0 to a billion");
	refused("[{\"type\":\"a\",\"count\":-1}]",
	    "activity 1: count: expected a whole number from 0 to a billion");
	refused("[{\"type\":\"a\",\"count\":1000000001}]",
	    "activity 1: count: expected a whole number from 0 to a billion");
	refused("[{\"type\":\"a\",\"count\":[]}]",
	    "activity 1: count: expected a whole number from 0 to a billion");
}
END_TEST

START_TEST(test_print)
{
	struct buf b = { 0 };

	ck_assert_int_eq(parse("[{\"count\":2,\"type\":\"a\\\"\\\\\\u0001\\n\\u00e9\",\"at\":"
	    "\"2026-03-01T11:00:00+01:00\",\"value\":7,\"stage\":\"s\",\"campaign\":\"c\","
	    "\"channel\":\"w\"},{\"type\":\"b\"}]"), 0);
	activity_print(&b, &list);
	ck_assert(str_is(buf_text(&b),
	    "[{\"type\":\"a\\\"\\\\\\u0001\\né\",\"at\":\"2026-03-01T10:00:00Z\","
	    "\"count\":2,\"channel\":\"w\",\"campaign\":\"c\",\"stage\":\"s\",\"value\":\"7\"},"
	    "{\"type\":\"b\"}]"));
	buf_free(&b);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("activity");

	tcase_add_checked_fixture(t, setup, NULL);
	tcase_add_test(t, test_full);
	tcase_add_test(t, test_times);
	tcase_add_test(t, test_odd_but_good);
	tcase_add_test(t, test_refused);
	tcase_add_test(t, test_print);
	return unit_run("activity", t);
}
