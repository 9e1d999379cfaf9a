/* buf - growth, slack, the limit. */
#include <setjmp.h>
#include <stdlib.h>

#include "unit.h"
#include "base/arena.h"
#include "base/buf.h"

static jmp_buf back;

static void
no_memory(void)
{
	longjmp(back, 1);
}

START_TEST(bytes_stay_while_it_grows)
{
	struct buf b = { 0 };
	size_t i;

	ck_assert_uint_eq(buf_text(&b).n, 0);
	buf_add(&b, NULL, 0);
	for (i = 0; i < 100000; i++) {
		if (i % 3 == 0)
			buf_byte(&b, (char)(i % 127));
		else
			buf_add(&b, &(char){ (char)(i % 127) }, 1);
		ck_assert_uint_ge(b.room, b.n);
	}
	for (i = 0; i < 100000; i++)
		ck_assert_int_eq(b.p[i], (char)(i % 127));
	memset(b.p + b.n, 'x', BUF_SLACK);      /* the sanitizer watches */
	buf_free(&b);
	ck_assert_ptr_null(b.p);
	buf_str(&b, STR("again"));
	ck_assert(str_is(buf_text(&b), "again"));
	buf_free(&b);
}
END_TEST

START_TEST(numbers_and_formats)
{
	struct buf b = { 0 };

	buf_int(&b, 0);
	buf_byte(&b, ' ');
	buf_int(&b, -7);
	buf_byte(&b, ' ');
	buf_int(&b, INT64_MAX);
	buf_byte(&b, ' ');
	buf_int(&b, INT64_MIN);
	buf_printf(&b, " %s=%d", "n", 12);
	buf_printf(&b, "%s", "");
	ck_assert(str_is(buf_text(&b), "0 -7 9223372036854775807 -9223372036854775808 n=12"));
	buf_free(&b);
}
END_TEST

START_TEST(the_limit_is_exact)
{
	static struct buf b;
	void (*old)(void) = arena_no_memory;
	volatile int i;

	b = (struct buf){ .most = 300 };
	arena_no_memory = no_memory;
	for (i = 0; i < 290; i++)
		buf_byte(&b, 'x');
	buf_printf(&b, "%s", "0123456789");     /* up to the limit, the NUL outside it */
	ck_assert_uint_eq(b.n, 300);
	i = 0;
	if (setjmp(back) == 0) {
		buf_byte(&b, 'x');
		i = 1;
	}
	ck_assert_int_eq(i, 0);
	if (setjmp(back) == 0) {
		buf_add(&b, "x", 1);
		i = 1;
	}
	ck_assert_int_eq(i, 0);
	ck_assert_uint_eq(b.n, 300);
	arena_no_memory = old;
	buf_free(&b);
	ck_assert_uint_eq(b.most, 300);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("buf");

	tcase_add_test(t, bytes_stay_while_it_grows);
	tcase_add_test(t, numbers_and_formats);
	tcase_add_test(t, the_limit_is_exact);
	return unit_run("buf", t);
}
