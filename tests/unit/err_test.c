/* err - filled in, and never longer than its room. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "base/err.h"

START_TEST(it_says_what_and_where)
{
	struct err e;
	struct place at = { "a.csv", 3, 7 };

	ck_assert_int_eq(err_set(&e, ERR_INPUT, at, "not %s", "an int"), -1);
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_str_eq(e.at.file, "a.csv");
	ck_assert_uint_eq(e.at.line, 3);
	ck_assert_uint_eq(e.at.column, 7);
	ck_assert_str_eq(e.text, "not an int");
}
END_TEST

START_TEST(what_is_cut_says_so)
{
	char big[600];
	struct err e;

	memset(big, 'x', sizeof big);
	big[239] = '\0';
	err_set(&e, ERR_CONFIG, PLACE_NONE, "%s", big);
	ck_assert_uint_eq(strlen(e.text), 239);
	ck_assert_int_eq(e.text[238], 'x');
	big[239] = 'x';
	big[240] = '\0';
	err_set(&e, ERR_CONFIG, PLACE_NONE, "%s", big);
	ck_assert_uint_eq(strlen(e.text), 239);
	ck_assert_str_eq(e.text + 235, "x...");
}
END_TEST

START_TEST(a_character_is_not_cut)
{
	char big[600];
	struct err e;
	int shift, i;

	for (shift = 0; shift < 3; shift++) {
		memset(big, 'x', sizeof big);
		for (i = shift; i + 3 < 500; i += 3)
			memcpy(big + i, "\u20AC", 3);
		big[500] = '\0';
		err_set(&e, ERR_CONFIG, PLACE_NONE, "%s", big);
		ck_assert_str_eq(e.text + strlen(e.text) - 3, "...");
		ck_assert_uint_eq((strlen(e.text) - 3 - (size_t)shift) % 3, 0);
		ck_assert_uint_gt(strlen(e.text), 230);
	}
}
END_TEST

/* Bytes that only go on, and begin nowhere: nothing is left of them. */
START_TEST(halves_alone_are_cut)
{
	char big[600];
	struct err e;

	memset(big, 0x80, sizeof big - 1);
	big[sizeof big - 1] = '\0';
	err_set(&e, ERR_CONFIG, PLACE_NONE, "%s", big);
	ck_assert_str_eq(e.text, "...");
}
END_TEST

START_TEST(system_errors_have_a_reason)
{
	struct err e;

	errno = ENOENT;
	ck_assert_int_eq(err_system(&e, "a.csv", "open"), -1);
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert_str_eq(e.at.file, "a.csv");
	ck_assert_str_eq(e.text, "open: No such file or directory");
	errno = 99999;
	err_system(&e, "a.csv", "open");
	ck_assert_str_eq(e.text, "open: error 99999");
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("err");

	tcase_add_test(t, it_says_what_and_where);
	tcase_add_test(t, what_is_cut_says_so);
	tcase_add_test(t, a_character_is_not_cut);
	tcase_add_test(t, halves_alone_are_cut);
	tcase_add_test(t, system_errors_have_a_reason);
	return unit_run("err", t);
}
