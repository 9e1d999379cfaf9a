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

/* More than there can be is no memory; nothing is left changed. */
START_TEST(too_much_at_once)
{
	static struct buf b;
	static struct arena a;
	static struct str kept;
	void (*old)(void) = arena_no_memory;
	volatile int i, refused = 0;

	b = (struct buf){ 0 };
	buf_str(&b, STR("kept"));
	kept = arena_copy(&a, STR("kept, too"));
	arena_no_memory = no_memory;
	for (i = 0; i < 4; i++)
		if (setjmp(back) != 0)
			refused++;
		else if (i == 0)
			buf_room(&b, SIZE_MAX / 2);
		else if (i == 1)
			arena_text(&a, SIZE_MAX / 2 + 1);
		else if (i == 2)
			arena_array(&a, SIZE_MAX / 8, 16);
		else
			arena_array(&a, SIZE_MAX, 0);
	arena_no_memory = old;
	ck_assert_int_eq(refused, 3);
	ck_assert(str_is(buf_text(&b), "kept"));
	ck_assert(str_is(kept, "kept, too"));
	/* What has no text in this locale is none. */
	ck_assert(str_is(arena_printf(&a, "%ls", L"\u20ac"), ""));
	buf_free(&b);
	arena_free(&a);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("buf");

	tcase_add_test(t, bytes_stay_while_it_grows);
	tcase_add_test(t, numbers_and_formats);
	tcase_add_test(t, the_limit_is_exact);
	tcase_add_test(t, too_much_at_once);
	return unit_run("buf", t);
}
