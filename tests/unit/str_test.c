/* str - borrowed bytes: slices, order, search, split, distance. */
#include <stdlib.h>

#include "unit.h"
#include "base/str.h"

static const struct str none = { NULL, 0 };

START_TEST(empty_is_an_argument_everywhere)
{
	struct str part, rest = none;

	ck_assert(str_eq(none, STR("")) && str_eq(str_of(NULL), none) && str_is(none, ""));
	ck_assert_int_eq(str_cmp(none, STR("")), 0);
	ck_assert_int_lt(str_cmp(none, STR("a")), 0);
	ck_assert(
	    str_starts(none, none) && str_ends(STR("a"), none) && !str_starts(none, STR("a")));
	ck_assert_uint_eq(str_find(none, 'a'), 0);
	ck_assert_uint_eq(str_search(none, none), 0);
	ck_assert_uint_eq(str_search(none, STR("a")), SIZE_MAX);
	ck_assert_uint_eq(str_slice(none, 0, 5).n, 0);
	ck_assert_uint_eq(str_trim(none).n, 0);
	ck_assert(str_eq_nocase(none, STR("")));
	ck_assert_uint_eq(str_distance(none, STR("abc")), 3);
	ck_assert(str_split(&rest, ';', &part) && part.n == 0 && !str_split(&rest, ';', &part));
}
END_TEST

START_TEST(slices_are_clipped)
{
	ck_assert(str_is(str_slice(STR("abcdef"), 2, 4), "cd"));
	ck_assert(str_is(str_slice(STR("abcdef"), 4, 99), "ef"));
	ck_assert(str_is(str_slice(STR("abcdef"), 5, 2), ""));
	ck_assert(str_is(str_slice(STR("abcdef"), 99, 100), ""));
}
END_TEST

START_TEST(order_is_that_of_bytes)
{
	ck_assert_int_lt(str_cmp(STR("ab"), STR("abc")), 0);
	ck_assert_int_gt(str_cmp(STR("b"), STR("abc")), 0);
	ck_assert_int_gt(str_cmp(STR("\xff"), STR("a")), 0);
	ck_assert_int_eq(str_cmp(STR("a\0b"), STR("a\0b")), 0);
	ck_assert_int_lt(str_cmp(STR("a\0b"), STR("a\0c")), 0);
}
END_TEST

START_TEST(ends_and_places)
{
	ck_assert(
	    str_starts(STR("leads.csv"), STR("leads")) && !str_starts(STR("le"), STR("leads")));
	ck_assert(str_ends(STR("leads.csv"), STR(".csv")) && !str_ends(STR("csv"), STR(".csv")));
	ck_assert_uint_eq(str_find(STR("a,b"), ','), 1);
	ck_assert_uint_eq(str_find(STR("ab"), ','), 2);
	ck_assert_uint_eq(str_search(STR("aab"), STR("ab")), 1);
	ck_assert_uint_eq(str_search(STR("ab"), STR("abc")), SIZE_MAX);
	ck_assert_uint_eq(str_search(STR("abab"), STR("abc")), SIZE_MAX);
	ck_assert_uint_eq(str_search(STR("xyzabc"), STR("abc")), 3);
	ck_assert_uint_eq(str_search(STR("aaaaab"), STR("aab")), 3);
}
END_TEST

START_TEST(split_keeps_empty_parts)
{
	static const char *const want[] = { "a", "", "b", "" };
	struct str rest = STR("a;;b;"), part;
	size_t i = 0;

	while (str_split(&rest, ';', &part)) {
		ck_assert_uint_lt(i, 4);
		ck_assert(str_is(part, want[i++]));
	}
	ck_assert_uint_eq(i, 4);
	ck_assert(!str_split(&rest, ';', &part));
}
END_TEST

START_TEST(blanks_and_case_are_ascii)
{
	ck_assert(str_is(str_trim(STR(" \t\r\n a b \n")), "a b"));
	ck_assert(str_is(str_trim(STR(" \t ")), ""));
	ck_assert(str_is(str_trim(STR("\v a")), "\v a"));
	ck_assert(str_eq_nocase(STR("E-Mail[@"), STR("e-mAIL[@")));
	ck_assert(!str_eq_nocase(STR("@"), STR("`")) && !str_eq_nocase(STR("["), STR("{")));
	ck_assert(!str_eq_nocase(STR("a"), STR("ab")));
}
END_TEST

START_TEST(distance_counts_edits)
{
	static const struct {
		const char *a, *b;
		unsigned want;
	} cases[] = {
		{ "", "", 0 },
		{ "abc", "abc", 0 },
		{ "abc", "ABC", 0 },
		{ "kitten", "sitting", 3 },
		{ "ab", "ba", 1 },
		{ "ca", "abc", 3 } /* optimal string alignment, not full Damerau */,
		{ "emial", "email", 1 },
		{ "a", "", 1 },
		{ "flaw", "lawn", 2 },
		{ "abcd", "badc", 2 },
	};
	char big[80];
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_uint_eq(
		    str_distance(str_of(cases[i].a), str_of(cases[i].b)), cases[i].want);
		ck_assert_uint_eq(
		    str_distance(str_of(cases[i].b), str_of(cases[i].a)), cases[i].want);
	}
	memset(big, 'x', sizeof big);
	ck_assert_uint_eq(str_distance((struct str){ big, 80 }, (struct str){ big, 80 }), 0);
	ck_assert_uint_eq(str_distance((struct str){ big, 80 }, (struct str){ big, 79 }), 64);
	ck_assert_uint_eq(str_distance((struct str){ big, 64 }, none), 64);
	ck_assert_uint_eq(str_distance((struct str){ big, 3 }, (struct str){ big, 65 }), 64);
}
END_TEST

START_TEST(nearest_is_a_slip_of_the_finger)
{
	static const char *const list[] = { "email", "phone", "company", "country", NULL };
	static const char *const empty[] = { NULL };

	ck_assert_str_eq(str_nearest(STR("emial"), list), "email");
	ck_assert_str_eq(str_nearest(STR("compny"), list), "company");
	ck_assert_str_eq(str_nearest(STR("COUNTRY"), list), "country");
	ck_assert_ptr_null(str_nearest(STR("title"), list));
	ck_assert_ptr_null(str_nearest(STR("email"), empty));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("str");

	tcase_add_test(t, empty_is_an_argument_everywhere);
	tcase_add_test(t, slices_are_clipped);
	tcase_add_test(t, order_is_that_of_bytes);
	tcase_add_test(t, ends_and_places);
	tcase_add_test(t, split_keeps_empty_parts);
	tcase_add_test(t, blanks_and_case_are_ascii);
	tcase_add_test(t, distance_counts_edits);
	tcase_add_test(t, nearest_is_a_slip_of_the_finger);
	return unit_run("str", t);
}
