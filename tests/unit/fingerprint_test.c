/*
 * SipHash-2-4-128 against the reference's first two vectors and OpenSSL 3; hex both ways.
 */
#include <stdlib.h>

#include "unit.h"
#include "due/fingerprint.h"

static const struct {
	const char *text, *hex;         /* bytes of the two halves, as the reference prints them */
} cases[] = {
	{ "", "a3817f04ba25a8e66df67214c7550293" },
	{ "a", "0ea4f2fb02ad21d92d5fc91684f26426" },
	{ "abcdefg", "5594f7eaed3f0d1da681551476ccbede" },
	{ "abcdefgh", "8c93e201ac8e8396897e3133e447eda3" },
	{ "hello, world and more", "1b26612ee24401740c0d23f702c12c53" },
};

START_TEST(is_siphash)
{
	static const uint64_t key[2] = { 0x0706050403020100, 0x0f0e0d0c0b0a0908 };
	struct fingerprint f = fingerprint_sip(key, str_of(cases[_i].text)), turned = { { 0 } };
	char hex[FINGERPRINT_HEX + 1] = "";
	size_t i;

	for (i = 0; i < 16; i++)        /* little-endian to big */
		turned.half[i / 8] |= (f.half[i / 8] >> (8 * (i % 8)) & 255) << (56 - 8 * (i % 8));
	fingerprint_print(turned, hex);
	ck_assert_str_eq(hex, cases[_i].hex);
}
END_TEST

START_TEST(hex_goes_both_ways)
{
	struct fingerprint f;
	char hex[FINGERPRINT_HEX + 1] = "";

	ck_assert(fingerprint_parse(str_of(cases[_i].hex), &f));
	fingerprint_print(f, hex);
	ck_assert_str_eq(hex, cases[_i].hex);
}
END_TEST

START_TEST(other_texts_are_refused)
{
	struct fingerprint f;

	ck_assert(!fingerprint_parse(STR(""), &f));
	ck_assert(!fingerprint_parse(STR("a3817f04ba25a8e66df67214c755029"), &f));
	ck_assert(!fingerprint_parse(STR("a3817f04ba25a8e66df67214c75502933"), &f));
	ck_assert(!fingerprint_parse(STR("A3817f04ba25a8e66df67214c7550293"), &f));
	ck_assert(!fingerprint_parse(STR("g3817f04ba25a8e66df67214c7550293"), &f));
}
END_TEST

START_TEST(parts_stay_apart)
{
	struct str one[] = { STR("a"), STR("bc") }, other[] = { STR("ab"), STR("c") };
	struct fingerprint f = fingerprint_of(one, 2), g = fingerprint_of(other, 2);

	ck_assert(f.half[0] != g.half[0] && f.half[1] != g.half[1]);
	g = fingerprint_of(one, 2);
	ck_assert(f.half[0] == g.half[0] && f.half[1] == g.half[1]);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("fingerprint");

	unit_each(t, is_siphash, cases);
	unit_each(t, hex_goes_both_ways, cases);
	tcase_add_test(t, other_texts_are_refused);
	tcase_add_test(t, parts_stay_apart);
	return unit_run("fingerprint", t);
}
