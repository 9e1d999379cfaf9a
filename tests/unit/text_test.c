/* text - UTF-8: valid, folded, measured, safe to show. */
#include <stdlib.h>

#include "unit.h"
#include "value/text.h"

#define IS(call, want) \
	ck_assert_msg(str_is((call), (want)), #call " is '%.*s'", STR_ARG(call))

START_TEST(bad_bytes_are_found)
{
	static const struct {
		const char *text;
		size_t bad;
	} cases[] = {
		{ "\x80", 0 },
		{ "a\xC3", 1 },
		{ "ab\xC3(", 2 },
		{ "\xC0\x80", 0 },
		{ "\xC1\xBF", 0 },
		{ "\xE0\x9F\xBF", 0 },
		{ "\xED\xA0\x80", 0 },
		{ "\xED\xBF\xBF", 0 },
		{ "\xF0\x8F\xBF\xBF", 0 },
		{ "\xF4\x90\x80\x80", 0 },
		{ "\xF5\x80\x80\x80", 0 },
		{ "\u20AC\xE2\x82", 3 },
		{ "\xE2\x82", 0 },
		{ "\xF0\x9F\x98", 0 },
		{ "\xFF", 0 },
		{ "0123456789abcdef0123456789abcdef012345\xFF", 38 },
		{ "0123456789abcdef0123456789abcdef0\xE2\x82(45678", 33 },
		{ "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\x80xxxxxxxxxxxxxxxxxxxx", 12 },
	};
	static const char *const good[] = {
		"", "a", "\x7F", "\xC2\x80", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF",
		"\U00010000", "\U0010FFFF", "0123456789abcdef0123456789abcdef\u20AC\U0001F600x"
	};
	size_t i, bad;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(!text_valid(str_of(cases[i].text), &bad), "case %zu", i);
		ck_assert_msg(bad == cases[i].bad, "case %zu: %zu", i, bad);
		ck_assert(!text_valid(str_of(cases[i].text), NULL));
	}
	for (i = 0; i < sizeof good / sizeof *good; i++)
		ck_assert_msg(text_valid(str_of(good[i]), NULL), "case %zu", i);
	ck_assert(text_valid(STR("a\0b"), NULL) && text_valid((struct str){ NULL, 0 }, NULL));
}
END_TEST

START_TEST(ascii)
{
	char text[100];
	size_t i;

	memset(text, 'a', sizeof text);
	for (i = 0; i < sizeof text; i++) {
		ck_assert(text_ascii((struct str){ text, i }));
		text[i] = (char)0x80;
		ck_assert(!text_ascii((struct str){ text, i + 1 }));
		ck_assert_uint_eq(text_valid_ascii((struct str){ text, sizeof text }), i);
		text[i] = 'a';
	}
	ck_assert(text_ascii((struct str){ NULL, 0 }));
}
END_TEST

START_TEST(trimmed_of_white_and_invisible)
{
	IS(text_trim(STR("  a b\t\r\n")), "a b");
	IS(text_trim(STR("\uFEFF\u00A0a\u3000\u200B")), "a");
	IS(text_trim(STR("\u2028\u205F\u1680\xC2\x85")), "");
	IS(text_trim(STR("\u00E9")), "\u00E9");
	IS(text_trim(STR(" \u20AC5 ")), "\u20AC5");
	IS(text_trim(STR(" \xFF ")), "\xFF");           /* a bad byte is no blank */
	IS(text_trim(STR("\x85" "a\xA0")), "\x85" "a\xA0");
	IS(text_trim(STR("a\xE2\x80")), "a\xE2\x80");
	ck_assert_uint_eq(text_trim((struct str){ NULL, 0 }).n, 0);
}
END_TEST

START_TEST(folded)
{
	struct str plain = STR("already folded, and long enough for words 123");
	struct str accent = STR("d\u00E9j\u00E0 vu");

	IS(text_fold(&arena, STR("Stra\u00DFe")), "strasse");
	IS(text_fold(&arena, STR("STRASSE")), "strasse");
	IS(text_fold(&arena, STR("E\u0301")), "\u00E9");
	IS(text_fold(&arena, STR("\u00C9")), "\u00E9");
	IS(text_fold(&arena, STR("\uFB01x \uFF21")), "fix a");
	IS(text_fold(&arena, STR("\u03A3\u03C2")), "\u03C3\u03C3");
	IS(text_fold(&arena, STR("a\u00ADb\u200Bc")), "abc");
	IS(text_fold(&arena, STR("@ABCXYZ[`az{")), "@abcxyz[`az{");
	IS(text_fold(&arena, STR("HEAD OF MARKETING and more Of IT")),
	    "head of marketing and more of it");
	ck_assert_ptr_eq(text_fold(&arena, plain).p, plain.p);
	ck_assert_ptr_eq(text_fold(&arena, accent).p, accent.p);
	IS(text_fold(&arena, STR("A\xFF")), "A\xFF");
	ck_assert_uint_eq(text_fold(&arena, (struct str){ NULL, 0 }).n, 0);
}
END_TEST

START_TEST(nothing_changed_is_nothing_allocated)
{
	struct arena a = { 0 };

	text_fold(&a, STR("head of marketing"));
	text_fold(&a, STR("m\u00FCller"));
	text_nfc(&a, STR("M\u00FCller"));
	text_lower(&a, STR("head of marketing"));
	text_visible(&a, STR("M\u00FCller, Head of \u65E5\u672C"));
	ck_assert_ptr_null(a.blocks);
}
END_TEST

START_TEST(long_text_is_folded_whole)
{
	enum { N = 5000 };
	char in[2 * N], want[2 * N];
	struct str out;
	int i;

	for (i = 0; i < N; i++) {
		memcpy(in + 2 * i, "\u00C4", 2);
		memcpy(want + 2 * i, "\u00E4", 2);
	}
	out = text_fold(&arena, (struct str){ in, sizeof in });
	ck_assert(str_eq(out, (struct str){ want, sizeof want }));
}
END_TEST

START_TEST(composed_and_lowered)
{
	IS(text_nfc(&arena, STR("e\u0301 \uFB01")), "\u00E9 \uFB01");
	IS(text_nfc(&arena, STR("\u212B")), "\u00C5");
	IS(text_lower(&arena, STR("\u00C4RGER 42 ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
	    "\u00E4rger 42 abcdefghijklmnopqrstuvwxyz");
	IS(text_lower(&arena, STR("\u023A\u023A\u023A")), "\u2C65\u2C65\u2C65");        /* grows */
	IS(text_lower(&arena, STR("A\xFF\u00C9")), "a\xFF\u00E9");
	IS(text_lower(&arena, STR("STRASSE \u00DF")), "strasse \u00DF");
}
END_TEST

START_TEST(keys_of_column_names)
{
	IS(text_key(&arena, STR(" E-Mail Address*")), "e_mail_address");
	IS(text_key(&arena, STR("\uFEFFLead Status")), "lead_status");
	IS(text_key(&arena, STR("# Employees")), "employees");
	IS(text_key(&arena, STR("Stra\u00DFe / Nr.")), "strasse_nr");
	IS(text_key(&arena, STR("__custom__c")), "custom_c");
	IS(text_key(&arena, STR("\u5E74\u5546")), "\u5E74\u5546");
	IS(text_key(&arena, STR("\u0928\u093F\u092E")), "\u0928\u093F\u092E"); /* marks are kept */
	IS(text_key(&arena, STR("***")), "");
	IS(text_key(&arena, STR("")), "");
	IS(text_key(&arena, STR("a\xFF" "b")), "a_b");
}
END_TEST

START_TEST(measures)
{
	ck_assert_uint_eq(text_length(STR("")), 0);
	ck_assert_uint_eq(text_length(STR("abc")), 3);
	ck_assert_uint_eq(text_length(STR("a\r\nb")), 3);
	ck_assert_uint_eq(text_length(STR("e\u0301a")), 2);
	ck_assert_uint_eq(text_length(STR("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7")), 2);
	ck_assert_uint_eq(text_length(STR("\U0001F469\u200D\U0001F469\u200D\U0001F467")), 1);
	ck_assert_uint_eq(text_length(STR("a\xFF\xFF")), 3);
	ck_assert_uint_eq(text_words(STR("")), 0);
	ck_assert_uint_eq(text_words(STR("  one  two\u00A0three\n")), 3);
	ck_assert_uint_eq(text_width(STR("abc")), 3);
	ck_assert_uint_eq(text_width(STR("\u65E5\u672C")), 4);
	ck_assert_uint_eq(text_width(STR("e\u0301")), 1);
}
END_TEST

START_TEST(shapes_show_no_letters)
{
	IS(text_shape(&arena, STR("M\u00FCller-42")), "Aaaa-99");
	IS(text_shape(&arena, STR("+49 (0)30 1234567")), "+99 (9)99 999");
	IS(text_shape(&arena, STR("\u20AC 1.200,50")), "\u20AC 9.999,99");
	IS(text_shape(&arena, STR("\u65E5\u672C\u8A9E\u3067\u3059")), "aaa");
	IS(text_shape(&arena, STR("e\u0301\x1B[1m\xFF\u202E\U0001F600")), "a?[9a???");
	IS(text_shape(&arena, STR("")), "");
	IS(text_shape(&arena, STR("a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1")),
	    "a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9");
	IS(text_shape(&arena, STR("a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a")),
	    "a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9...");
}
END_TEST

START_TEST(visible_and_harmless)
{
	IS(text_visible(&arena, STR("a\x1B[31m\n\x7F")), "a\\x1b[31m\\x0a\\x7f");
	IS(text_visible(&arena, STR("\xFF\xC3(")), "\\xff\\xc3(");
	IS(text_visible(&arena, STR("\u202Eabc\u2066\u2028\uFEFF")),
	    "\\u{202e}abc\\u{2066}\\u{2028}\\u{feff}");
	IS(text_visible(&arena, STR("\xC2\x85\U000E0041")), "\\u{0085}\\u{0e0041}");
	IS(text_visible(&arena, STR("\U0001F469\u200D\U0001F467")), "\U0001F469\u200D\U0001F467");
	ck_assert_uint_eq(text_visible(&arena, STR("\0")).n, 4);
}
END_TEST

START_TEST(first)
{
	size_t n;

	ck_assert_int_eq(text_first(STR("a"), &n), 'a');
	ck_assert_uint_eq(n, 1);
	ck_assert_int_eq(text_first(STR("\u20ACx"), &n), 0x20AC);
	ck_assert_uint_eq(n, 3);
	ck_assert_int_eq(text_first(STR("\xE2\x82"), &n), -1);
	ck_assert_uint_eq(n, 1);
	ck_assert_int_eq(text_first(STR(""), &n), -1);
	ck_assert_uint_eq(n, 0);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("text");

	tcase_add_test(t, bad_bytes_are_found);
	tcase_add_test(t, ascii);
	tcase_add_test(t, trimmed_of_white_and_invisible);
	tcase_add_test(t, folded);
	tcase_add_test(t, nothing_changed_is_nothing_allocated);
	tcase_add_test(t, long_text_is_folded_whole);
	tcase_add_test(t, composed_and_lowered);
	tcase_add_test(t, keys_of_column_names);
	tcase_add_test(t, measures);
	tcase_add_test(t, shapes_show_no_letters);
	tcase_add_test(t, visible_and_harmless);
	tcase_add_test(t, first);
	return unit_run("text", t);
}
