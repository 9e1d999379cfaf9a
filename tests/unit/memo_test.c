/* memo: an answer comes back for the same bytes and flags, and for nothing else. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "lead/memo.h"

static struct schema schema;
static struct lead lead;

static void
setup(void)
{
	schema = (struct schema){ 0 };
	ck_assert_uint_eq(memo_want(&schema), 0);
	ck_assert_uint_eq(memo_want(&schema), 1);
	lead = (struct lead){ .schema = &schema, .memo = calloc(schema.memos, sizeof *lead.memo) };
}

static void
teardown(void)
{
	memo_free(&lead);
	free(lead.memo);
}

static struct field
field_of(const char *bytes, size_t n, uint32_t flags)
{
	return (struct field){ .raw = bytes, .size = (uint32_t)n, .flags = flags };
}

START_TEST(test_every_size)
{
	char *bytes;
	size_t n, i;

	for (n = 0; n <= MEMO_KEY; n++) {
		/* A block of exactly n bytes, so that a sanitizer sees a read beyond the field. */
		bytes = malloc(n ? n : 1);
		memset(bytes, 'x', n);
		ck_assert_int_eq(*memo_find(&lead, 0, field_of(bytes, n, 0)), MEMO_NEW);
		*memo_find(&lead, 0, field_of(bytes, n, 0)) = (int64_t)n;
		ck_assert_int_eq(*memo_find(&lead, 0, field_of(bytes, n, 0)), (int64_t)n);
		for (i = 0; i < n; i++) {
			bytes[i] = 'y';
			ck_assert_int_eq(*memo_find(&lead, 0, field_of(bytes, n, 0)), MEMO_NEW);
			bytes[i] = 'x';
			*memo_find(&lead, 0, field_of(bytes, n, 0)) = (int64_t)n;
		}
		free(bytes);
	}
}
END_TEST

/* Regular CSV: what lies behind the field is no part of it, whether longer ones were seen or not. */
START_TEST(test_raw_of_every_size)
{
	char bytes[3 * MEMO_KEY];
	struct memo *m;
	uint32_t n, i;
	int round;

	memo_find(&lead, 0, field_of("a", 1, 0));
	m = lead.memo[0];
	for (round = 0; round < 2; round++)
		for (n = 0; n <= MEMO_KEY; n++) {
			memset(bytes, 'x', sizeof bytes);
			ck_assert(round == 1 || *memo_find_raw(&lead, m, bytes, n) == MEMO_NEW);
			*memo_find_raw(&lead, m, bytes, n) = n;
			memset(bytes + n, ',', sizeof bytes - n);
			ck_assert_int_eq(*memo_find_raw(&lead, m, bytes, n), n);
			for (i = 0; i < n; i++) {
				bytes[i] = 'y';
				ck_assert_int_eq(*memo_find_raw(&lead, m, bytes, n), MEMO_NEW);
				bytes[i] = 'x';
				*memo_find_raw(&lead, m, bytes, n) = n;
			}
		}
	ck_assert(m->wide);
}
END_TEST

START_TEST(test_too_long)
{
	char bytes[MEMO_KEY + 1] = { 0 };

	ck_assert_ptr_null(memo_find(&lead, 0, field_of(bytes, sizeof bytes, 0)));
}
END_TEST

START_TEST(test_flags_and_tables_are_apart)
{
	*memo_find(&lead, 0, field_of("\"a\"", 3, FIELD_QUOTED)) = 7;
	ck_assert_int_eq(*memo_find(&lead, 1, field_of("\"a\"", 3, FIELD_QUOTED)), MEMO_NEW);
	ck_assert_int_eq(*memo_find(&lead, 0, field_of("\"a\"", 3, FIELD_QUOTED)), 7);
	ck_assert_int_eq(*memo_find(&lead, 0, field_of("\"a\"", 3, FIELD_QUOTED | FIELD_JSON)),
	    MEMO_NEW);
	ck_assert_int_eq(*memo_find(&lead, 0, field_of("", 0, 0)), MEMO_NEW);
}
END_TEST

/* As many as a column has that is worth a memo: none has to make way for another. */
START_TEST(test_values_stay)
{
	enum { VALUES = 60 };
	char bytes[40];
	int i, round, n;
	uint32_t memo;

	for (round = 0; round < 2; round++)
		for (i = 0; i < 3 * VALUES; i++) {
			/* Of one word in one memo, of two and of more in the other. */
			n = snprintf(bytes, sizeof bytes, "%.*s%d", i % 3 * 8, "a title of words", i / 3);
			memo = i % 3 != 0;
			ck_assert(round == 0 || *memo_find(&lead, memo, field_of(bytes, (size_t)n, 0)) == i);
			*memo_find(&lead, memo, field_of(bytes, (size_t)n, 0)) = i;
		}
}
END_TEST

/* Far more values than entries: none gets the answer of another. */
START_TEST(test_many_values)
{
	char bytes[16];
	int64_t *known;
	int i, round, n, hits = 0;

	for (round = 0; round < 2; round++)
		for (i = 0; i < 20000; i++) {
			lead.generation++;
			n = snprintf(bytes, sizeof bytes, "value %d", i % 300 + (i > 10000) * 5000);
			known = memo_find(&lead, 0, field_of(bytes, (size_t)n, 0));
			if (*known == MEMO_NEW)
				*known = i % 300;
			else
				hits++;
			ck_assert_int_eq(*known, i % 300);
		}
	/* 300 values in 1024 entries: some collide, most don't. */
	ck_assert_int_gt(hits, 20000);
}
END_TEST

START_TEST(test_useless)
{
	char bytes[16];
	int64_t *known = NULL;
	int i, n;

	for (i = 0; i < 8 * MEMO_ENTRIES; i++) {
		lead.generation++;
		n = snprintf(bytes, sizeof bytes, "value %d", i);
		known = memo_find(&lead, 0, field_of(bytes, (size_t)n, 0));
		ck_assert(known == NULL || *known == MEMO_NEW);
	}
	ck_assert_ptr_null(known);
	ck_assert_ptr_nonnull(memo_find(&lead, 1, field_of("a", 1, 0)));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("memo");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, test_every_size);
	tcase_add_test(t, test_raw_of_every_size);
	tcase_add_test(t, test_too_long);
	tcase_add_test(t, test_flags_and_tables_are_apart);
	tcase_add_test(t, test_values_stay);
	tcase_add_test(t, test_many_values);
	tcase_add_test(t, test_useless);
	return unit_run("memo", t);
}
