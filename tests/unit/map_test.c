/* map - numbers in order of first sight, whatever the seed. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "base/map.h"

START_TEST(keys_are_numbered_in_order)
{
	struct map m = { .arena = &arena };
	char key[32];
	uint32_t i;

	ck_assert_uint_eq(map_find(&m, STR("nothing")), MAP_NONE);
	for (i = 0; i < 20000; i++) {
		int n = snprintf(key, sizeof key, "key %u", i * 7919);

		ck_assert_uint_eq(map_find(&m, (struct str){ key, (size_t)n }), MAP_NONE);
		ck_assert_uint_eq(map_add(&m, (struct str){ key, (size_t)n }), i);
		ck_assert_uint_eq(map_add(&m, (struct str){ key, (size_t)n }), i);
	}
	ck_assert_uint_eq(m.count, 20000);
	for (i = 0; i < 20000; i++) {
		int n = snprintf(key, sizeof key, "key %u", i * 7919);

		ck_assert_uint_eq(map_find(&m, (struct str){ key, (size_t)n }), i);
		ck_assert(str_is(m.entry[i].key, key));
	}
	map_free(&m);
	ck_assert_uint_eq(m.count, 0);
	ck_assert_uint_eq(map_add(&m, STR("again")), 0);
	map_free(&m);
}
END_TEST

START_TEST(any_bytes_are_a_key)
{
	struct map m = { .arena = &arena };

	ck_assert_uint_eq(map_add(&m, (struct str){ NULL, 0 }), 0);
	ck_assert_uint_eq(map_add(&m, STR("\0")), 1);
	ck_assert_uint_eq(map_add(&m, STR("\0\0")), 2);
	ck_assert_uint_eq(map_add(&m, STR("")), 0);
	ck_assert_uint_eq(map_find(&m, STR("\0")), 1);
	map_free(&m);
}
END_TEST

/* A settled map needs no map_free: the leak checker says whether that is true. */
START_TEST(a_settled_map_is_found_in)
{
	struct map m = { .arena = &arena };

	map_settle(&m);
	ck_assert_uint_eq(map_find(&m, STR("b")), MAP_NONE);
	map_add(&m, STR("b"));
	map_add(&m, STR("a"));
	map_settle(&m);
	ck_assert_uint_eq(map_find(&m, STR("a")), 1);
	ck_assert_uint_eq(map_find(&m, STR("b")), 0);
	ck_assert_uint_eq(map_find(&m, STR("c")), MAP_NONE);
}
END_TEST

START_TEST(the_seed_changes_hashes_not_numbers)
{
	struct map m = { .arena = &arena };
	uint64_t before = map_hash(STR("lead"));

	map_seed(12345);
	ck_assert(map_hash(STR("lead")) != before);
	ck_assert_uint_eq(map_add(&m, STR("b")), 0);
	ck_assert_uint_eq(map_add(&m, STR("a")), 1);
	ck_assert_uint_eq(map_find(&m, STR("b")), 0);
	map_free(&m);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("map");

	tcase_add_test(t, keys_are_numbered_in_order);
	tcase_add_test(t, any_bytes_are_a_key);
	tcase_add_test(t, a_settled_map_is_found_in);
	tcase_add_test(t, the_seed_changes_hashes_not_numbers);
	return unit_run("map", t);
}
