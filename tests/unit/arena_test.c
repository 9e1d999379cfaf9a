/* arena - alignment, zeroing, reset. */
#include <stdlib.h>

#include "unit.h"
#include "base/arena.h"

START_TEST(objects_are_zeroed_and_aligned)
{
	size_t i, j;

	for (i = 0; i < 3000; i++) {
		size_t size = i % 97;
		unsigned char *p;

		memset(arena_text(&arena, i % 13), 0xFF, i % 13);
		p = arena_alloc(&arena, size);
		ck_assert_uint_eq((uintptr_t)p % 16, 0);
		for (j = 0; j < size; j++)
			ck_assert_uint_eq(p[j], 0);
		memset(p, 0xFF, size);
	}
	arena_reset(&arena);
	for (i = 0; i < 64; i++)        /* memory that was used before is zeroed again */
		ck_assert_uint_eq(*(unsigned char *)arena_alloc(&arena, 1), 0);
}
END_TEST

START_TEST(objects_do_not_overlap)
{
	enum { COUNT = 2000 };
	static unsigned char *p[COUNT];
	static size_t size[COUNT];
	size_t i, j, n = 1;

	for (i = 0; i < COUNT; i++) {
		n = n * 31 % 1009;
		size[i] = n;
		p[i] = i % 2 ? arena_alloc(&arena, n) : (void *)arena_text(&arena, n);
		memset(p[i], (int)(i % 251), n);
	}
	for (i = 0; i < COUNT; i++)
		for (j = 0; j < size[i]; j++)
			ck_assert_uint_eq(p[i][j], i % 251);
}
END_TEST

START_TEST(big_ones_get_a_block)
{
	char *p = arena_text(&arena, 5 * 1024 * 1024), *q;

	p[5 * 1024 * 1024 - 1] = 'x';
	q = arena_array(&arena, 1000, 1000);
	ck_assert_int_eq(q[999999], 0);
	q[999999] = 1;
}
END_TEST

START_TEST(copies_end_in_nul)
{
	struct str s = arena_copy(&arena, STR("lead\0kit"));

	ck_assert_uint_eq(s.n, 8);
	ck_assert_int_eq(memcmp(s.p, "lead\0kit", 9), 0);
	s = arena_copy(&arena, (struct str){ NULL, 0 });
	ck_assert_uint_eq(s.n, 0);
	ck_assert_str_eq(s.p, "");
	s = arena_printf(&arena, "%d leads, %s", 42, "all new");
	ck_assert_uint_eq(s.n, 17);
	ck_assert_str_eq(s.p, "42 leads, all new");
}
END_TEST

START_TEST(a_steady_load_stops_allocating)
{
	struct arena a = { 0 };
	struct arena_block *kept;
	int i, round;

	for (i = 0; i < 200; i++)
		arena_text(&a, 1000);
	arena_reset(&a);
	kept = a.blocks;
	for (round = 0; round < 3; round++) {
		for (i = 0; i < 100; i++)
			arena_text(&a, 1000);
		ck_assert_ptr_eq(a.blocks, kept);
		arena_reset(&a);
	}
	arena_free(&a);
	ck_assert_ptr_null(a.blocks);
	arena_reset(&a);
	arena_free(&a);
	ck_assert_ptr_nonnull(arena_alloc(&a, 1));      /* usable again */
	arena_free(&a);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("arena");

	tcase_add_test(t, objects_are_zeroed_and_aligned);
	tcase_add_test(t, objects_do_not_overlap);
	tcase_add_test(t, big_ones_get_a_block);
	tcase_add_test(t, copies_end_in_nul);
	tcase_add_test(t, a_steady_load_stops_allocating);
	return unit_run("arena", t);
}
