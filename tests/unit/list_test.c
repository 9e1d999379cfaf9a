/* list and guard: what stands in a cell, and back, without a loss. */
#include <stdio.h>

#include "unit.h"
#include "record/guard.h"
#include "record/list.h"

/* Items joined with " | ", which none of them holds. */
static const char *
items(const char *cell)
{
	struct str rest = str_of(cell), item, text = { 0 };

	while (list_next(&arena, &rest, &item))
		text = text.p ? arena_printf(&arena, "%.*s | %.*s", STR_ARG(text), STR_ARG(item)) :
				arena_printf(&arena, "%.*s", STR_ARG(item));
	return text.p;
}

START_TEST(cells_split)
{
	ck_assert_str_eq(items("a"), "a");
	ck_assert_str_eq(items("a;b;c"), "a | b | c");
	ck_assert_str_eq(items("a;;"), "a |  | ");
	ck_assert_str_eq(items(""), "");
	ck_assert_str_eq(items("a\\;b;c"), "a;b | c");
	ck_assert_str_eq(items("\\;"), ";");
	ck_assert_str_eq(items("a\\\\;b"), "a\\ | b");
	ck_assert_str_eq(items("a\\\\\\;b"), "a\\;b");
	ck_assert_str_eq(items("C:\\new\\\\x;y\\"), "C:\\new\\\\x | y\\");
	ck_assert_str_eq(items("a\\;b\\\\;c"), "a;b\\ | c");
	ck_assert_str_eq(items("a\\;b\\\\"), "a;b\\\\");
}
END_TEST

START_TEST(lists_join)
{
	const struct str list[] = { STR("a"), STR("b;c"), STR("d\\"), STR("\\e"), STR(""),
		STR("f\\;g"),
		STR("h\\") };

	ck_assert(str_is(list_join(&arena, list, 1), "a"));
	ck_assert(str_is(list_join(&arena, list, 0), ""));
	ck_assert(str_is(list_join(&arena, list, 3), "a;b\\;c;d\\"));
	ck_assert(str_is(list_join(&arena, list, 7), "a;b\\;c;d\\\\;\\e;;f\\\\\\;g;h\\"));
	ck_assert(str_is(list_join(&arena, (struct str[]){ STR(";"), STR(";") }, 2), "\\;;\\;"));
}
END_TEST

static void
one_by_one(const struct str *item, size_t n, struct str joined)
{
	struct buf b = { 0 };
	size_t i;

	buf_str(&b, STR("\\"));
	for (i = 0; i < n; i++)
		list_add(&b, item[i]);
	list_end(&b, 1);
	ck_assert_msg(str_eq(str_slice(buf_text(&b), 1, b.n), joined), "%.*s, not %.*s",
	    STR_ARG(buf_text(&b)), STR_ARG(joined));
	buf_free(&b);
}

/* All cells of up to seven of these letters. */
START_TEST(both_ways_lose_nothing)
{
	static const char letters[] = "a;\\";
	char cell[8];
	struct str item[9], rest, again;
	unsigned code, codes, n, size, rest_code;

	for (size = 1, codes = 3; size <= 7; size++, codes *= 3) {
		for (code = 0; code < codes; code++) {
			for (rest_code = code, n = 0; n < size; n++, rest_code /= 3)
				cell[n] = letters[rest_code % 3];
			rest = (struct str){ cell, size };
			for (n = 0; list_next(&arena, &rest, &item[n]);)
				n++;
			again = list_join(&arena, item, n);
			ck_assert_msg(str_eq(again, (struct str){ cell, size }), "%.*s became %.*s",
			    (int)size,
			    cell, STR_ARG(again));
			one_by_one(item, n, again);
		}
	}
	arena_reset(&arena);
}
END_TEST

/* What is not all of a formula that is one text stays as it is. */
START_TEST(covers)
{
	static const char *const same[] = { "", "=", "=a", "=ab", "=\"", "=a\"", "=\"a", "=\"a\"b", "=\"a\"b\"",
		"a\"\"", "=\"a\"&\"b\"", "'" };
	size_t i;

	for (i = 0; i < sizeof same / sizeof *same; i++)
		ck_assert_msg(str_is(guard_strip(str_of(same[i])), same[i]), "%s", same[i]);
	ck_assert(str_is(guard_strip(STR("=\"00501\"")), "00501"));
	ck_assert(str_is(guard_strip(STR("=\"\"")), ""));
	ck_assert(str_is(guard_strip(STR("=\" '+491234567 \"")), "+491234567"));
}
END_TEST

START_TEST(guards)
{
	static const char *const needed[] = { "=1+1", "+", "-", "+1-2", "@SUM(A1)", "\tx", "\rx",
		"\nx",
		"\xef\xbc\x9d" "1", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0", "-abc",
		"+49 30 1234",
		"+491234567", "123456789012", "1234567890.12", "00501", "-007", "-1e5", "-5.",
		"--5",
		"'=1", "''00501", "-2+3+cmd|' /C calc'!A0" };
	static const char *const harmless[] = { "", "a", "-5", "+4.2", "0", "0.5", "-0.5", "+0,5",
		"12345678901",
		"1.10", "+123456", "'", "'a", "a=1", " =1", "2026-01-31", "1-2", "'5", "(030) 12",
		"\xef\xbc\x9c" };
	char cell[64];
	size_t i;

	for (i = 0; i < sizeof needed / sizeof *needed; i++) {
		ck_assert_msg(guard_needed(str_of(needed[i])), "%s", needed[i]);
		cell[0] = '\'';
		memcpy(cell + 1, needed[i], strlen(needed[i]) + 1);
		ck_assert(str_is(guard_undo(str_of(cell)), needed[i]));
	}
	for (i = 0; i < sizeof harmless / sizeof *harmless; i++) {
		ck_assert_msg(!guard_needed(str_of(harmless[i])), "%s", harmless[i]);
		ck_assert(str_is(guard_undo(str_of(harmless[i])), harmless[i]));
	}
	/* What stands behind a cell is not looked at. */
	ck_assert(!guard_needed(str_slice(STR("+12"), 0, 2)));
	ck_assert(!guard_needed(str_slice(STR("1.23"), 0, 3)));
	ck_assert(!guard_needed(str_slice(STR("123456789012"), 0, 11)));
	ck_assert(!guard_needed(str_slice(STR("a="), 0, 0)));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("list");

	tcase_add_test(t, cells_split);
	tcase_add_test(t, lists_join);
	tcase_add_test(t, both_ways_lose_nothing);
	tcase_add_test(t, covers);
	tcase_add_test(t, guards);
	return unit_run("list", t);
}
