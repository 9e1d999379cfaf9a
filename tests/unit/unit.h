/* unit.h - for tests: a test program is one case of tests, run in its own process. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <stdio.h>

#include "base/arena.h"

/* What the tests of a program allocate; it is freed after the last. */
static struct arena arena;

/* A test for each row of an array; the row's number is _i. */
#define unit_each(tests, test, rows) \
	tcase_add_loop_test(tests, test, 0, (int)(sizeof(rows) / sizeof *(rows)))

static inline void
unit_put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_int_ge(fputs(text, f), 0);
	ck_assert_int_eq(fclose(f), 0);
}

/* What main() returns: 0 when all hold. */
static inline int
unit_run(const char *name, TCase *tests)
{
	Suite *suite = suite_create(name);
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tests);
	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	arena_free(&arena);
	return failed != 0;
}

#endif
