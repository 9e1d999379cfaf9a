/* config: values come back as written; every complaint has its line, column or path. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"
#include "lead/config.h"

static struct err e;

static void
setup(void)
{
	e = (struct err){ 0 };
}

static const struct config *
parse(const char *text)
{
	return config_parse(&arena, str_of(text), "m.json", "lead-model", &e);
}

static void
refused(const char *text, uint64_t line, uint64_t column, const char *why)
{
	ck_assert_ptr_null(parse(text));
	ck_assert_str_eq(e.text, why);
	ck_assert_str_eq(e.at.file, "m.json");
	ck_assert_uint_eq(e.at.line, line);
	ck_assert_uint_eq(e.at.column, column);
	ck_assert_int_eq(e.kind, ERR_CONFIG);
}

static const char model[] =
    "{ \"lead-model\": 1,\n"
    "  \"name\": \"caf\\u00e9\", \"on\": true,\n"
    "  \"groups\": [\n"
    "    { \"name\": \"fit\",\n"
    "      \"points\": 12.5, \"a/b~c\": [ 1,\n"
    "        0.10, -1e3 ] },\n"
    "    null\n"
    "  ]\n"
    "}\n";

START_TEST(test_values)
{
	struct config_node root, group, list;
	struct str s = STR("untouched");
	int64_t n = 7;
	bool on = false;
	double real;

	root = config_root(parse(model));
	ck_assert_int_eq(config_text(config_get(root, "name"), &s, &e), 0);
	ck_assert(str_is(s, "café"));
	ck_assert_int_eq(config_bool(config_get(root, "on"), &on, &e), 0);
	ck_assert(on);
	ck_assert_uint_eq(config_size(config_get(root, "groups")), 2);
	group = config_item(config_get(root, "groups"), 0);
	ck_assert(str_is(group.path, "/groups/0"));
	ck_assert_uint_eq(config_place(group).line, 4);
	ck_assert_int_eq(config_points(config_get(group, "points"), &n, &e), 0);
	ck_assert_int_eq(n, 12500);
	list = config_get(group, "a/b~c");
	ck_assert(str_is(config_item(list, 1).path, "/groups/0/a~1b~0c/1"));
	ck_assert_uint_eq(config_place(config_item(list, 1)).line, 6);
	ck_assert_int_eq(config_number_text(config_item(list, 1), &s, &e), 0);
	ck_assert(str_is(s, "0.10"));
	ck_assert_int_eq(config_real(config_item(list, 1), &real, &e), 0);
	ck_assert(real == 0.1);
	ck_assert_int_eq(config_int(config_item(list, 2), -1000, 0, &n, &e), 0);
	ck_assert_int_eq(n, -1000);
}
END_TEST

START_TEST(test_absent)
{
	struct config_node root = config_root(parse(model)), none;
	struct str s = STR("as it was"), key;
	int64_t n = 7;

	none = config_get(config_item(config_get(root, "groups"), 5), "points");
	ck_assert_ptr_null(none.value);
	ck_assert_int_eq(config_int(none, 0, 9, &n, &e), 0);
	ck_assert_int_eq(config_text(none, &s, &e), 0);
	ck_assert_int_eq(config_keys(none, (const char *[]){ NULL }, &e), 0);
	ck_assert_int_eq(n, 7);
	ck_assert(str_is(s, "as it was"));
	ck_assert_uint_eq(config_size(none), 0);
	ck_assert(!config_member(none, 0, &key, &root));
	/* It is missing from the array that begins on line 3. */
	config_err(none, &e, "is %s", "missing");
	ck_assert_str_eq(e.text, "/groups/5/points: is missing");
	ck_assert_uint_eq(e.at.line, 3);
}
END_TEST

START_TEST(test_members_in_order)
{
	struct config_node root = config_root(parse("{\"z\":1,\"lead-model\":1,\"a\":2,\"m\":3}")), value;
	const char *const want[] = { "z", "lead-model", "a", "m" };
	struct str key;
	size_t i;

	for (i = 0; config_member(root, i, &key, &value); i++)
		ck_assert(str_is(key, want[i]));
	ck_assert_uint_eq(i, 4);
}
END_TEST

static void
complains(int result, uint64_t line, const char *why)
{
	ck_assert_int_eq(result, -1);
	ck_assert_str_eq(e.text, why);
	ck_assert_uint_eq(e.at.line, line);
	ck_assert_uint_eq(e.at.column, 0);
}

START_TEST(test_wrong_types)
{
	struct config_node root = config_root(parse("{\n\"lead-model\": 1,\n\"t\": \"x\",\n\"n\": 1.2345,"
	    "\n\"b\": 1,\n\"big\": 1e17, \"s\": \"14 parsecs\", \"d\": \"3bd\", \"none\": null }"));
	struct length length;
	struct str s;
	int64_t n;
	double real;
	bool b;
	span d;

	complains(config_points(config_get(root, "t"), &n, &e), 3, "/t: expected a number");
	complains(config_real(config_get(root, "t"), &real, &e), 3, "/t: expected a number");
	complains(config_number_text(config_get(root, "t"), &s, &e), 3, "/t: expected a number");
	complains(config_points(config_get(root, "n"), &n, &e), 4,
	    "/n: expected a number with at most 3 decimals");
	complains(config_int(config_get(root, "n"), 0, 9, &n, &e), 4, "/n: expected a whole number");
	complains(config_text(config_get(root, "n"), &s, &e), 4, "/n: expected a text");
	complains(config_bool(config_get(root, "b"), &b, &e), 5, "/b: expected true or false");
	complains(config_text(config_get(root, "none"), &s, &e), 6, "/none: expected a text");
	complains(config_int(config_get(root, "b"), 2, 9, &n, &e), 5,
	    "/b: expected a whole number from 2 to 9");
	complains(config_int(config_get(root, "b"), 2, INT64_MAX, &n, &e), 5,
	    "/b: expected a whole number of at least 2");
	complains(config_int(config_get(root, "b"), INT64_MIN, -1, &n, &e), 5,
	    "/b: expected a whole number of at most -1");
	complains(config_points(config_get(root, "big"), &n, &e), 6,
	    "/big: expected a number with at most 3 decimals");
	complains(config_span(config_get(root, "s"), &d, &e), 6,
	    "/s: expected a length of time like \"14d\" or \"36h\"");
	complains(config_span(config_get(root, "d"), &d, &e), 6,
	    "/d: expected a length of time like \"14d\" or \"36h\"");
	ck_assert_int_eq(config_length(config_get(root, "d"), &length, &e), 0);
	ck_assert_int_eq(length.n, 3);
	ck_assert_int_eq(length.unit, SPAN_BUSINESS_DAYS);
}
END_TEST

START_TEST(test_points)
{
	static const struct {
		const char *text;
		int64_t thousandths;
	} good[] = { { "0", 0 }, { "-0.0", 0 }, { "15", 15000 }, { "12.500", 12500 },
		{ "-0.001", -1 }, { "1.5e1", 15000 }, { "1000000000", 1000000000000 } };
	static const char *const bad[] = { "0.0001", "1000000000.001", "-1e10", "12345678901234567890" };
	char text[80];
	int64_t n;
	size_t i;

	for (i = 0; i < sizeof good / sizeof good[0]; i++) {
		snprintf(text, sizeof text, "{\"lead-model\":1,\"p\":%s}", good[i].text);
		ck_assert_int_eq(config_points(config_get(config_root(parse(text)), "p"), &n, &e), 0);
		ck_assert_int_eq(n, good[i].thousandths);
	}
	for (i = 0; i < 3; i++) {
		snprintf(text, sizeof text, "{\"lead-model\":1,\"p\":%s}", bad[i]);
		ck_assert_int_eq(config_points(config_get(config_root(parse(text)), "p"), &n, &e), -1);
	}
	snprintf(text, sizeof text, "{\"lead-model\":1,\"p\":%s}", bad[3]);
	ck_assert_ptr_null(parse(text));
	ck_assert_str_eq(e.text, "a number out of range");
}
END_TEST

START_TEST(test_unknown_keys)
{
	static const char *const keys[] = { "name", "points", "groups", NULL };
	struct config_node root = config_root(parse("{ \"lead-model\": 1, \"groups\": [\n"
	    "{ \"name\": \"a\", \"pionts\": 3 },\n{ \"xyzzy\": 3 },\n{ \"lead-model\": 1 } ] }"));
	struct config_node groups = config_get(root, "groups");

	ck_assert_int_eq(config_keys(root, keys, &e), 0);
	complains(config_keys(config_item(groups, 0), keys, &e), 2,
	    "/groups/0/pionts: unknown key; did you mean \"points\"?");
	complains(config_keys(config_item(groups, 1), keys, &e), 3, "/groups/1/xyzzy: unknown key");
	/* The kind is known at the top only. */
	complains(config_keys(config_item(groups, 2), keys, &e), 4, "/groups/2/lead-model: unknown key");
	complains(config_keys(groups, keys, &e), 1, "/groups: expected an object");
}
END_TEST

START_TEST(test_kinds)
{
	refused("{\n \"lead-policy\": 1 }", 2, 0, "expected a lead-model, this is a lead-policy");
	refused("{\n \"lead-model\":\n 2 }", 3, 0,
	    "/lead-model: version 2 of lead-model is not known here: expected 1");
	refused("{ \"lead-model\": \"1\" }", 1, 0, "/lead-model: expected a number");
	refused("\n{ }", 2, 0, "expected \"lead-model\": 1 as the first key");
	refused("[ 1 ]", 1, 0, "expected an object that begins with \"lead-model\": 1");
	refused("3", 1, 0, "expected an object that begins with \"lead-model\": 1");
}
END_TEST

START_TEST(test_bad_files)
{
	char deep[200];

	refused("", 0, 0, "the file is empty");
	refused(" \n\t ", 0, 0, "the file is empty");
	refused("{ \"lead-model\": 1,\n  \"a\": tru }", 2, 11, "not JSON");
	refused("{ \"lead-model\": 1,\n", 2, 1, "ends in the middle of a value");
	refused("{ \"lead-model\": 1 }\n x", 2, 2, "text behind the end of the settings");
	refused("{ \"lead-model\": 1, \"a\": \"\xff\" }", 1, 26, "bytes that are not UTF-8");
	refused("{ \"lead-model\": 1,\n\"a\": 1, \"a\": 2 }", 2, 11, "a key that was there before");
	refused("{ \"lead-model\": 1,\n\"a\": \"\\u0000\" }", 2, 13, "\\u0000 in a text");
	refused("{ \"lead-model\": 1,\n\"a\": 1e999 }", 2, 10, "a number out of range");
	memset(deep, '[', sizeof deep - 1);
	deep[sizeof deep - 1] = '\0';
	refused(deep, 1, 65, "nested more than 64 levels deep");
	ck_assert_ptr_null(config_parse(&arena, (struct str){ "{ \"lead-model\": 1\0 }", 20 },
	    "m.json", "lead-model", &e));
	ck_assert_str_eq(e.text, "a NUL byte");
	ck_assert_uint_eq(e.at.column, 18);
}
END_TEST

START_TEST(test_load)
{
	char path[] = "/tmp/config_test.XXXXXX";
	int fd = mkstemp(path);
	const struct config *c;

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, "\xef\xbb\xbf{\"lead-sla\":1}", 17), 17);
	c = config_load(&arena, path, "lead-sla", &e);
	ck_assert_ptr_nonnull(c);
	ck_assert_ptr_null(config_load(&arena, path, "lead-model", &e));
	ck_assert_str_eq(e.at.file, path);
	close(fd);
	unlink(path);
	ck_assert_ptr_null(config_load(&arena, path, "lead-sla", &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert_ptr_null(config_load(&arena, "/", "lead-sla", &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
}
END_TEST

START_TEST(test_too_long)
{
	size_t n = CONFIG_MOST + 1;
	char *text = malloc(n);

	memset(text, ' ', n);
	memcpy(text, "{\"lead-model\":1}", 16);
	ck_assert_ptr_nonnull(config_parse(&arena, (struct str){ text, n - 1 }, "m.json",
	    "lead-model", &e));
	ck_assert_ptr_null(config_parse(&arena, (struct str){ text, n }, "m.json", "lead-model", &e));
	ck_assert_str_eq(e.text, "longer than 8388608 bytes");
	free(text);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("config");

	tcase_add_checked_fixture(t, setup, NULL);
	tcase_add_test(t, test_values);
	tcase_add_test(t, test_absent);
	tcase_add_test(t, test_members_in_order);
	tcase_add_test(t, test_wrong_types);
	tcase_add_test(t, test_points);
	tcase_add_test(t, test_unknown_keys);
	tcase_add_test(t, test_kinds);
	tcase_add_test(t, test_bad_files);
	tcase_add_test(t, test_load);
	tcase_add_test(t, test_too_long);
	return unit_run("config", t);
}
