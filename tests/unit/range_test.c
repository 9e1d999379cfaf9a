/*
 * The examples of the monitoring plugins' guidelines, "Threshold and Ranges".
 */
#include <check.h>
#include <stdlib.h>

#include "due/range.h"

static const struct {
	const char *text;
	int64_t fine[3], alarm[3];
} cases[] = {
	{ "10", { 0, 5, 10 }, { -1, 11, 1000 } },
	{ "10:", { 10, 11, 1000 }, { 9, 0, -5 } },
	{ "~:10", { 10, 0, -1000 }, { 11, 12, 1000 } },
	{ "10:20", { 10, 15, 20 }, { 9, 21, -15 } },
	{ "@10:20", { 9, 21, -15 }, { 10, 15, 20 } },
	{ "0", { 0, 0, 0 }, { 1, 2, -1 } },
	{ "-5:-3", { -5, -4, -3 }, { -6, -2, 4 } },
	{ "@5", { -1, 6, 7 }, { 0, 3, 5 } },
};

START_TEST(reads)
{
	struct range r;
	size_t i;

	ck_assert(range_parse(str_of(cases[_i].text), &r));
	for (i = 0; i < 3; i++) {
		ck_assert_msg(!range_alarm(&r, cases[_i].fine[i]), "%s", cases[_i].text);
		ck_assert_msg(range_alarm(&r, cases[_i].alarm[i]), "%s", cases[_i].text);
	}
}
END_TEST

static const char *const wrong[] = { "", "@", "x", "20:10", "10:20:30", "~", "1.5", "5:x", "-5",
	" 5", "5 ", "~10:" };

START_TEST(refuses)
{
	struct range r;

	ck_assert_msg(!range_parse(str_of(wrong[_i]), &r), "%s", wrong[_i]);
}
END_TEST

START_TEST(without_a_range_there_is_no_alarm)
{
	struct range r = { 0 };

	ck_assert(!range_alarm(&r, 0) && !range_alarm(&r, -1));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("range");
	TCase *t = tcase_create("range");
	SRunner *r = srunner_create(s);
	int failed;

	suite_add_tcase(s, t);
	tcase_add_loop_test(t, reads, 0, (int)(sizeof cases / sizeof *cases));
	tcase_add_loop_test(t, refuses, 0, (int)(sizeof wrong / sizeof *wrong));
	tcase_add_test(t, without_a_range_there_is_no_alarm);
	srunner_set_fork_status(r, CK_NOFORK);
	srunner_run_all(r, CK_NORMAL);
	failed = srunner_ntests_failed(r);
	srunner_free(r);
	return failed != 0;
}
