/* scan_checks - scan.h against the plainest loops; included by a test for each way it is built. */
#ifndef TESTS_SCAN_CHECKS_H
#define TESTS_SCAN_CHECKS_H

#include <stdlib.h>

#include "unit/unit.h"
#include "record/scan.h"

static uint64_t scan_state = 88172645463325252u;

static unsigned char
any_byte(void)
{
	static const unsigned char edge[] = { 0, 1, '"', ',', '\n', '\r', 0x7E, 0x7F, 0x80, 0x81, 0xFE, 0xFF };

	scan_state ^= scan_state << 13;
	scan_state ^= scan_state >> 7;
	scan_state ^= scan_state << 17;
	return scan_state & 0x300 ? (unsigned char)(scan_state >> 40) :
	    edge[(scan_state >> 16) % sizeof edge];
}

START_TEST(masks)
{
	char text[SCAN_BLOCK];
	int round, byte, i;

	for (round = 0; round < 300; round++) {
		struct scan_block b;
		bool unusual = false;

		for (i = 0; i < SCAN_BLOCK; i++) {
			text[i] = (char)any_byte();
			/* Most blocks are plain, some have one unusual byte. */
			if (round % 3 && i != round % SCAN_BLOCK)
				text[i] = (char)(1 + (text[i] & 0x7E));
			unusual |= text[i] <= 0;
		}
		b = scan_load(text);
		ck_assert_int_eq(scan_unusual(&b), unusual);
		for (byte = 0; byte < 256; byte++) {
			uint64_t want = 0;

			for (i = 0; i < SCAN_BLOCK; i++)
				want |= (uint64_t)(text[i] == (char)byte) << i;
			ck_assert_uint_eq(scan_bytes(&b, (char)byte), want);
			ck_assert_uint_eq(scan_number(&b, (char)byte),
			    (unsigned)__builtin_popcountll(want));
			ck_assert_int_eq(scan_either(&b, (char)byte, (char)byte), want != 0);
			ck_assert_int_eq(scan_either(&b, (char)byte, text[5]), true);
			ck_assert_int_eq(scan_either(&b, text[63], (char)byte), true);
		}
	}
}
END_TEST

START_TEST(bits)
{
	uint64_t mask;
	unsigned i, n;

	ck_assert_uint_eq(scan_low(0), 0);
	ck_assert_uint_eq(scan_low(1), 1);
	ck_assert_uint_eq(scan_low(63), UINT64_MAX >> 1);
	ck_assert_uint_eq(scan_low(64), UINT64_MAX);
	for (i = 0; i < 64; i++) {
		mask = UINT64_C(1) << i;
		ck_assert_uint_eq(scan_first(mask), i);
		ck_assert_uint_eq(scan_last(mask), i);
		ck_assert_uint_eq(scan_first(mask | UINT64_C(1) << 63), i);
		ck_assert_uint_eq(scan_last(mask | 1), i);
	}
	for (i = 0; i < 1000; i++) {
		for (mask = 0, n = 0; n < 8; n++)
			mask = mask << 8 | any_byte();
		ck_assert_uint_eq(scan_count(mask), (unsigned)__builtin_popcountll(mask));
	}
	ck_assert_uint_eq(scan_count(0), 0);
	ck_assert_uint_eq(scan_count(UINT64_MAX), 64);
}
END_TEST

START_TEST(inside)
{
	int round, i;
	uint64_t carry = 0;
	bool in = false;

	for (round = 0; round < 1000; round++) {
		uint64_t quotes = 0, want = 0;

		for (i = 0; i < 64; i++)
			if (any_byte() < 20)
				quotes |= UINT64_C(1) << i;
		for (i = 0; i < 64; i++) {
			in ^= quotes >> i & 1;
			want |= (uint64_t)in << i;
		}
		ck_assert_uint_eq(scan_inside(quotes, &carry), want);
		ck_assert_uint_eq(carry, in ? UINT64_MAX : 0);
	}
}
END_TEST

START_TEST(tally)
{
	char *text = malloc(1000 + SCAN_BLOCK);
	size_t n, i;

	for (i = 0; i < 1000 + SCAN_BLOCK; i++)
		text[i] = (char)any_byte();
	for (n = 0; n <= 1000; n++) {
		uint64_t want = 0;

		for (i = 0; i < n; i++)
			want += text[i] == '\n';
		ck_assert_uint_eq(scan_tally(text, n, '\n'), want);
	}
	free(text);
}
END_TEST

START_TEST(strings)
{
	char text[SCAN_STRING];
	unsigned want, i, at, byte;

	for (at = 0; at < SCAN_STRING; at++) {
		for (byte = 0; byte < 256; byte++) {
			for (i = 0; i < SCAN_STRING; i++)
				text[i] = i < at ? "az ~!#[]09"[(i + byte) % 10] : (char)any_byte();
			text[at] = (char)byte;
			for (want = 0; want < SCAN_STRING; want++)
				if (text[want] == '"' || text[want] == '\\' ||
				    (unsigned char)text[want] < 0x20 || (unsigned char)text[want] >= 0x80)
					break;
			ck_assert_uint_eq(scan_string(text), want);
		}
	}
}
END_TEST

static int
scan_checks(const char *name)
{
	TCase *t = tcase_create(name);

	tcase_add_test(t, masks);
	tcase_add_test(t, bits);
	tcase_add_test(t, inside);
	tcase_add_test(t, tally);
	tcase_add_test(t, strings);
	return unit_run(name, t);
}

#endif
