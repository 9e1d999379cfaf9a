/* skim: what is JSON, where it stops being JSON, and where the members are. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "record/skim.h"

static struct field keys[8], values[8];

/* A copy without a byte behind it, so that reading past the end is seen by the sanitizers. */
static struct str
exactly(const char *text, size_t n)
{
	static char *copy;

	free(copy);
	copy = malloc(n ? n : 1);
	memcpy(copy, text, n);
	return (struct str){ copy, n };
}

static void
expect_value(const char *text, size_t n, enum skim_result want, size_t at)
{
	size_t used = SIZE_MAX;
	enum skim_result got = skim_value(exactly(text, n), &used);

	ck_assert_msg(got == want && used == at, "%s: result %d at %zu, wanted %d at %zu", text,
	    got,
	    used, want, at);
}

#define VALUE(text, result, at) expect_value(text, sizeof(text) - 1, result, at)

START_TEST(takes_values)
{
	static const char *const good[] = { "0", "-0", "10", "-1.5e+10", "1E5", "0.0", "1e-2",
		"true",
		"false", "null", "\"\"", "\"a\\\"b\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"",
		"[]", "{}",
		"[ ]", "{ }", "[1, 2 ,[],{}]", "{\"a\":{\"b\":[null,{\"c\":\"d\"}]},\"e\":1}",
		"\"\\ud800\"", "\"\\u0000\"", "\"\x7f\"", "\"12345678\"", "\"1234567\xc3\xa9\"",
		"\"\xf0\x9f\x98\x80 \xe2\x82\xac \xed\x9f\xbf \xee\x80\x80 \xf4\x8f\xbf\xbf\"",
		"123456789012345678901234567890" };
	size_t i;

	for (i = 0; i < sizeof good / sizeof *good; i++)
		expect_value(good[i], strlen(good[i]), SKIM_OK, strlen(good[i]));
	VALUE(" \t\r\n1 ", SKIM_OK, 5);
	VALUE("1,", SKIM_OK, 1);
	VALUE("[1]]", SKIM_OK, 3);
}
END_TEST

START_TEST(wants_more)
{
	static const char *const text =
	    "{\"a\\u00e9\xc3\xa9\" : [ -1.5e+7 , true, null, {} ] , \"b\": \"c\" } ";
	size_t n, used;

	for (n = 0; n < strlen(text) - 2; n++)
		expect_value(text, n, SKIM_MORE, n);
	ck_assert_int_eq(skim_value(str_of(text), &used), SKIM_OK);
	ck_assert_int_eq(skim_value((struct str){ 0 }, &used), SKIM_MORE);
	VALUE("-", SKIM_MORE, 1);
	VALUE("1.", SKIM_MORE, 2);
	VALUE("1e", SKIM_MORE, 2);
	VALUE("tru", SKIM_MORE, 3);
	VALUE("\"\\", SKIM_MORE, 2);
	VALUE("\"\\u00", SKIM_MORE, 5);
}
END_TEST

START_TEST(refuses_syntax)
{
	VALUE("]", SKIM_SYNTAX, 0);
	VALUE("01", SKIM_OK, 1);
	VALUE("[01]", SKIM_SYNTAX, 2);
	VALUE("[1.]", SKIM_SYNTAX, 3);
	VALUE("[.5]", SKIM_SYNTAX, 1);
	VALUE("[+1]", SKIM_SYNTAX, 1);
	VALUE("[1e]", SKIM_SYNTAX, 3);
	VALUE("[--1]", SKIM_SYNTAX, 2);
	VALUE("[1,]", SKIM_SYNTAX, 3);
	VALUE("[,1]", SKIM_SYNTAX, 1);
	/* What stands before and behind the digits and letters of a hexadecimal number. */
	VALUE("\"\\u00/0\"", SKIM_SYNTAX, 5);
	VALUE("\"\\u00:0\"", SKIM_SYNTAX, 5);
	VALUE("\"\\u00@0\"", SKIM_SYNTAX, 5);
	VALUE("\"\\u00g0\"", SKIM_SYNTAX, 5);
	VALUE("\"\\u09afAF\"", SKIM_OK, 10);
	VALUE("[1 2]", SKIM_SYNTAX, 3);
	VALUE("[1}", SKIM_SYNTAX, 2);
	VALUE("{\"a\":1]", SKIM_SYNTAX, 6);
	VALUE("{\"a\":1,}", SKIM_SYNTAX, 7);
	VALUE("{\"a\"}", SKIM_SYNTAX, 4);
	VALUE("{\"a\",1}", SKIM_SYNTAX, 4);
	VALUE("{a:1}", SKIM_SYNTAX, 1);
	VALUE("{'a':1}", SKIM_SYNTAX, 1);
	VALUE("{1:1}", SKIM_SYNTAX, 1);
	VALUE("{\"a\":1 \"b\":2}", SKIM_SYNTAX, 7);
	VALUE("[True]", SKIM_SYNTAX, 1);
	VALUE("[nul]", SKIM_SYNTAX, 4);
	VALUE("[NaN]", SKIM_SYNTAX, 1);
	VALUE("\"a\nb\"", SKIM_SYNTAX, 2);
	VALUE("\"1234567\x1f\"", SKIM_SYNTAX, 8);
	VALUE("\"\\x\"", SKIM_SYNTAX, 2);
	VALUE("\"\\u12g4\"", SKIM_SYNTAX, 5);
	VALUE("/**/1", SKIM_SYNTAX, 0);
	VALUE("\xef\xbb\xbf{}", SKIM_SYNTAX, 0);
	VALUE("[1\0]", SKIM_NUL, 2);
	VALUE("\"a\0b\"", SKIM_NUL, 2);
	VALUE("\0", SKIM_NUL, 0);
}
END_TEST

START_TEST(refuses_bad_utf8)
{
	VALUE("\"a\x80\"", SKIM_UTF8, 2);                       /* continuation alone */
	VALUE("\"\xc3(\"", SKIM_UTF8, 1);                       /* continuation missing */
	VALUE("\"\xc1\xbf\"", SKIM_UTF8, 1);                    /* overlong */
	VALUE("\"\xe0\x9f\xbf\"", SKIM_UTF8, 1);
	VALUE("\"\xf0\x8f\xbf\xbf\"", SKIM_UTF8, 1);
	VALUE("\"\xed\xa0\x80\"", SKIM_UTF8, 1);                /* surrogate */
	VALUE("\"\xf4\x90\x80\x80\"", SKIM_UTF8, 1);            /* beyond U+10FFFF */
	VALUE("\"\xf5\x80\x80\x80\"", SKIM_UTF8, 1);
	VALUE("\"\xff\"", SKIM_UTF8, 1);
	VALUE("\"M\xfcller in Windows-1252\"", SKIM_UTF8, 2);
	VALUE("\"\xc3", SKIM_MORE, 2);
}
END_TEST

START_TEST(counts_depth)
{
	char text[2 * 65 + 1];
	size_t i, used;

	for (i = 0; i < 64; i++) {
		text[i] = '[';
		text[64 + i] = ']';
	}
	ck_assert_int_eq(skim_value((struct str){ text, 128 }, &used), SKIM_OK);
	ck_assert_uint_eq(used, 128);
	memset(text, '[', 65);
	ck_assert_int_eq(skim_value((struct str){ text, 65 }, &used), SKIM_DEPTH);
	ck_assert_uint_eq(used, 64);
	/* {"a":[[…]]}: the object is the first level. */
	memcpy(text, "{\"a\":", 5);
	memset(text + 5, '[', 64);
	ck_assert_int_eq(skim_object((struct str){ text, 69 }, &(struct skim){ .key = keys,
	    .value = values, .room = 8 },
	    &used), SKIM_DEPTH);
	ck_assert_uint_eq(used, 5 + 63);
}
END_TEST

START_TEST(finds_members)
{
	static const char text[] = " { \"id\" : 1.10 , \"\\u0061\":\"x\\ny\",\"n\":null, "
				   "\"id\":[1, {}],\"o\":{},\"t\":true,\"e\":\"\"} tail";
	static const struct {
		const char *key, *value;
		uint32_t flags;
	} want[] = {
		{ "\"id\"", "1.10", FIELD_JSON },
		{ "\"\\u0061\"", "\"x\\ny\"", FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE },
		{ "\"n\"", "null", FIELD_JSON | FIELD_ABSENT },
		{ "\"id\"", "[1, {}]", FIELD_JSON | FIELD_NEST },
		{ "\"o\"", "{}", FIELD_JSON | FIELD_NEST },
		{ "\"t\"", "true", FIELD_JSON },
		{ "\"e\"", "\"\"", FIELD_JSON | FIELD_QUOTED },
	};
	struct skim k = { .key = keys, .value = values, .room = 8, .n = 99 };
	size_t used, i;

	ck_assert_int_eq(skim_object(exactly(text, sizeof text - 1), &k, &used), SKIM_OK);
	ck_assert_uint_eq(used, sizeof text - 1 - strlen(" tail"));
	ck_assert_uint_eq(k.n, 7);
	for (i = 0; i < k.n; i++) {
		ck_assert(str_is((struct str){ keys[i].raw, keys[i].size }, want[i].key));
		ck_assert(str_is((struct str){ values[i].raw, values[i].size }, want[i].value));
		ck_assert_uint_eq(values[i].flags, want[i].flags);
	}
	ck_assert_uint_eq(keys[1].flags, FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE);
	k.room = 6;
	ck_assert_int_eq(skim_object(exactly(text, sizeof text - 1), &k, &used), SKIM_MEMBERS);
	ck_assert_int_eq(skim_object(STR("[{}]"), &k, &used), SKIM_SYNTAX);
	ck_assert_int_eq(skim_object(STR("{ }"), &k, &used), SKIM_OK);
	ck_assert_uint_eq(k.n, 0);
	ck_assert_int_eq(skim_object(STR("{,}"), &k, &used), SKIM_SYNTAX);
	ck_assert_int_eq(skim_object(STR(" "), &k, &used), SKIM_MORE);
	k.room = 8;
	for (i = 0; i < sizeof text - 1 - strlen(" tail"); i++) {
		ck_assert_int_eq(skim_object(exactly(text, i), &k, &used), SKIM_MORE);
		ck_assert_uint_eq(used, i);
	}
}
END_TEST

START_TEST(finds_items)
{
	struct skim k = { .value = values, .room = 8 };
	size_t used;

	ck_assert_int_eq(skim_array(STR("[ \"a;b\", 2 ,null,[3] ]"), &k, &used), SKIM_OK);
	ck_assert_uint_eq(k.n, 4);
	ck_assert_uint_eq(values[0].size, 5);
	ck_assert_uint_eq(values[2].flags, FIELD_JSON | FIELD_ABSENT);
	ck_assert_uint_eq(values[3].flags, FIELD_JSON | FIELD_NEST);
	ck_assert_int_eq(skim_array(STR("[]"), &k, &used), SKIM_OK);
	ck_assert_uint_eq(k.n, 0);
	ck_assert_int_eq(skim_array(STR("[1,]"), &k, &used), SKIM_SYNTAX);
	ck_assert_int_eq(skim_array(STR("{}"), &k, &used), SKIM_SYNTAX);
}
END_TEST

/* A guess changes nothing but that keys are not filled in when it was right throughout. */
START_TEST(guesses_members)
{
	static const char *const lines[] = { "{\"a\": 1,\"key\\n 2\" : 2}",
		"{\"a\": 3 , \"key\\n 2\" : \"4\"}", "{\"a\":1,\"key\\n 2\" :2}", "{\"a\": 1}",
		"{\"a\": 1,\"key\\n 2\" : 2,\"c\":3}", "{}", "{\"a\":  1,\"x\" : 2}",
		"{\"a\": 1,\"key\\n 2\":2}", "{\"a\": 1,\"b\":2}", "{\"a\": 1,\"key\\n 2\" :" };
	static const char first[32] = "\"a\": ", second[32] = "\"key\\n 2\" : ";
	struct skim_guess guess[] = {
		{ .text = first, .size = 5, .key_size = 3, .flags = FIELD_JSON | FIELD_QUOTED },
		{ .text = second, .size = 12, .key_size = 9,
		    .flags = FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE } };
	struct field plain_keys[8], plain_values[8];
	size_t i, n, used[2];

	skim_guess(&guess[0]);
	skim_guess(&guess[1]);
	for (i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct skim k = { .key = plain_keys, .value = plain_values, .room = 8 };
		struct skim g = { .key = keys, .value = values, .room = 8, .guess = guess,
		    .guesses = 2 };
		struct str line = exactly(lines[i], strlen(lines[i]));

		ck_assert_int_eq(skim_object(line, &k, &used[0]), skim_object(line, &g, &used[1]));
		ck_assert_uint_eq(used[0], used[1]);
		if (used[0] != line.n || line.p[line.n - 1] != '}')
			continue;
		ck_assert_msg(g.guessed == (i < 2), "%s", lines[i]);
		ck_assert(!k.guessed);
		ck_assert_uint_eq(k.n, g.n);
		for (n = 0; n < k.n; n++) {
			ck_assert_mem_eq(&plain_values[n], &values[n], sizeof *values);
			if (!g.guessed)
				ck_assert_mem_eq(&plain_keys[n], &keys[n], sizeof *keys);
		}
	}
}
END_TEST

START_TEST(decodes_text)
{
	static const struct {
		const char *quoted, *text;
	} want[] = {
		{ "\"\"", "" },
		{ "\"plain \xc3\xa9\"", "plain \xc3\xa9" },
		{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
		{ "\"a\\u0041\\u00e9\\u20AC\\uFFFF!\"", "aA\xc3\xa9\xe2\x82\xac\xef\xbf\xbf!" },
		{ "\"\\uD83D\\uDE00\"", "\xf0\x9f\x98\x80" },
		{ "\"\\udbff\\udfff\"", "\xf4\x8f\xbf\xbf" },
		{ "\"\\ud83dx\"", "\xef\xbf\xbdx" },
		{ "\"\\ud83d\"", "\xef\xbf\xbd" },
		{ "\"\\ude00\\ud83d\"", "\xef\xbf\xbd\xef\xbf\xbd" },
		{ "\"\\ud83d\\u0041\"", "\xef\xbf\xbd" "A" },
		{ "\"\\ud83d\\n\"", "\xef\xbf\xbd\n" },
		{ "\"\\ud83dabcdef\"", "\xef\xbf\xbd" "abcdef" },
		{ "\"\\ud83d\\nabcd\"", "\xef\xbf\xbd\nabcd" },
		{ "\"\\ud83d\\ue000\"", "\xef\xbf\xbd\xee\x80\x80" },
		{ "\"\\ue000\"", "\xee\x80\x80" },
		{ "\"\\u0000\"", "\xef\xbf\xbd" },
		{ "\"\\u007f\\u0080\\u07ff\\u0800\"", "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80" },
	};
	struct arena a = { 0 };
	struct str quoted, text;
	size_t i;

	for (i = 0; i < sizeof want / sizeof *want; i++) {
		quoted = exactly(want[i].quoted, strlen(want[i].quoted));
		text = skim_text(&a, quoted);
		ck_assert_msg(str_is(text, want[i].text), "%s", want[i].quoted);
		if (strchr(want[i].quoted, '\\') == NULL)
			ck_assert_ptr_eq(text.p, quoted.p + 1);
	}
	arena_free(&a);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("skim");

	tcase_add_test(t, takes_values);
	tcase_add_test(t, wants_more);
	tcase_add_test(t, refuses_syntax);
	tcase_add_test(t, refuses_bad_utf8);
	tcase_add_test(t, counts_depth);
	tcase_add_test(t, finds_members);
	tcase_add_test(t, finds_items);
	tcase_add_test(t, guesses_members);
	tcase_add_test(t, decodes_text);
	return unit_run("skim", t);
}
