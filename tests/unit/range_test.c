/*
 * The examples of the monitoring plugins' guidelines, "Threshold and Ranges".
 */
#include <stdlib.h>

#include "unit.h"
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
	TCase *t = tcase_create("range");

	unit_each(t, reads, cases);
	unit_each(t, refuses, wrong);
	tcase_add_test(t, without_a_range_there_is_no_alarm);
	return unit_run("range", t);
}
