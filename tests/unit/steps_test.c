/* steps: numbers over four billion, and jumps over several. */
#include "unit.h"

#include "import/steps.h"

static const uint64_t number[] = { 0, 0, 7, UINT32_MAX, UINT64_C(1) << 32, (UINT64_C(1) << 32) + 1,
	(UINT64_C(5) << 32) + 3, (UINT64_C(5) << 32) + 3, UINT64_C(6) << 32 };
enum { NUMBERS = sizeof number / sizeof *number };

START_TEST(test_numbers)
{
	struct steps s = { 0 };
	uint32_t i;

	for (i = 0; i < NUMBERS; i++)
		steps_add(&s, number[i]);
	for (i = 0; i < NUMBERS; i++)
		ck_assert_uint_eq(steps_at(&s, i), number[i]);
	ck_assert_uint_eq(steps_size(&s), (NUMBERS + 6) * sizeof(uint32_t));
	steps_free(&s);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("numbers");

	tcase_add_test(t, test_numbers);
	return unit_run("steps", t);
}
