/* encoding - a text comes in pieces, and means the same wherever it is cut. */

#include "unit.h"
#include "record/encoding.h"

/* A literal with NUL bytes in it. */
#define BYTES(literal) ((struct str){ literal, sizeof(literal) - 1 })

struct sample {
	const char *charset;
	struct str bytes, text;
};

static const struct sample sample[] = {
	{ "WINDOWS-1252", { "M\xFCller \x80", 8 }, { "M\xC3\xBCller \xE2\x82\xAC", 11 } },
	{ "SHIFT_JIS", { "\x83\x65\x83\x58\x83\x67,1", 8 },
	    { "\xE3\x83\x86\xE3\x82\xB9\xE3\x83\x88,1", 11 } },
	{ "UTF-16LE", { "a\0\xE4\0\x3D\xD8\x00\xDE\n\0", 10 }, { "a\xC3\xA4\xF0\x9F\x98\x80\n", 8 } },
	{ "UTF-32BE", { "\0\1\xF6\0\0\0\0a", 8 }, { "\xF0\x9F\x98\x80" "a", 5 } },
	{ "GB18030", { "\x81\x30\x81\x30x\x81\x30\x81\x30", 9 }, { "\xC2\x80x\xC2\x80", 5 } },
	/* 88 66 is a letter that an accent may follow: 88 62 is both. */
	{ "BIG5-HKSCS", { "\x88\x66" "a\x88\x62\x88\x66", 7 },
	    { "\xC3\x8A" "a\xC3\x8A\xCC\x84\xC3\x8A", 9 } },
};

/* In three pieces, each of which may be empty. */
static void
convert(const struct sample *s, size_t i, size_t k)
{
	struct err e = { 0 };
	struct encoding *c = encoding_open(s->charset, &e);
	struct buf out = { 0 };

	ck_assert_msg(c != NULL, "%s", e.text);
	ck_assert_int_eq(encoding_convert(c, str_slice(s->bytes, 0, i), false, &out, &e), 0);
	ck_assert_int_eq(encoding_convert(c, str_slice(s->bytes, i, k), false, &out, &e), 0);
	ck_assert_msg(encoding_convert(c, str_slice(s->bytes, k, s->bytes.n), true, &out, &e) == 0,
	    "%s cut at %zu and %zu: %s", s->charset, i, k, e.text);
	ck_assert_msg(str_eq(buf_text(&out), s->text), "%s cut at %zu and %zu: \"%.*s\"", s->charset, i, k,
	    STR_ARG(buf_text(&out)));
	encoding_close(c);
	buf_free(&out);
}

START_TEST(cut_anywhere)
{
	const struct sample *s = &sample[_i];
	size_t i, k;

	for (i = 0; i <= s->bytes.n; i++)
		for (k = i; k <= s->bytes.n; k++)
			convert(s, i, k);
}
END_TEST

START_TEST(byte_by_byte)
{
	const struct sample *s = &sample[_i];
	struct err e = { 0 };
	struct encoding *c = encoding_open(s->charset, &e);
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < s->bytes.n; i++)
		ck_assert_int_eq(encoding_convert(c, str_slice(s->bytes, i, i + 1), i + 1 == s->bytes.n,
		    &out, &e), 0);
	ck_assert(str_eq(buf_text(&out), s->text));
	encoding_close(c);
	buf_free(&out);
}
END_TEST

/* More than a piece of output holds, behind a character that was cut. */
START_TEST(large)
{
	enum { LETTERS = 100000 };
	struct err e = { 0 };
	struct encoding *c = encoding_open("SHIFT_JIS", &e);
	struct buf in = { 0 }, out = { 0 };
	size_t i;

	for (i = 0; i < LETTERS; i++)
		buf_str(&in, STR("\x83\x65"));
	ck_assert_int_eq(encoding_convert(c, str_slice(buf_text(&in), 0, 1), false, &out, &e), 0);
	ck_assert_int_eq(encoding_convert(c, str_slice(buf_text(&in), 1, in.n), true, &out, &e), 0);
	ck_assert_uint_eq(out.n, 3 * LETTERS);
	for (i = 0; i < out.n; i += 3)
		ck_assert_mem_eq(out.p + i, "\xE3\x83\x86", 3);
	encoding_close(c);
	buf_free(&in);
	buf_free(&out);
}
END_TEST

/* The pieces up to a NULL; the last has to fail with this. */
static void
refused(const char *charset, const struct str *piece, bool last, const char *message)
{
	struct err e = { 0 };
	struct encoding *c = encoding_open(charset, &e);
	struct buf out = { 0 };

	for (; piece[1].p != NULL; piece++)
		ck_assert_int_eq(encoding_convert(c, *piece, false, &out, &e), 0);
	ck_assert_int_eq(encoding_convert(c, *piece, last, &out, &e), -1);
	ck_assert_str_eq(e.text, message);
	ck_assert_int_eq(e.kind, ERR_INPUT);
	encoding_close(c);
	buf_free(&out);
}

START_TEST(what_means_nothing)
{
	static const char *const third = "byte 3 has no meaning in SHIFT_JIS (try another --encoding)";

	refused("SHIFT_JIS", (struct str[]){ STR("ab\xFF\xFF"), { 0 } }, false, third);
	refused("SHIFT_JIS", (struct str[]){ STR("ab"), STR("\xFF"), { 0 } }, false, third);
	/* What was held back counts where it stood. */
	refused("SHIFT_JIS", (struct str[]){ STR("ab\x83"), STR("\xFF" "c"), { 0 } }, false, third);
	refused("SHIFT_JIS", (struct str[]){ STR("ab\x83"), { 0 } }, true,
	    "the input ends within a character of SHIFT_JIS");
	refused("GB18030", (struct str[]){ STR("\x81"), STR("\x30"), STR("\x81"), { 0 } }, true,
	    "the input ends within a character of GB18030");
}
END_TEST

START_TEST(unknown)
{
	struct err e = { 0 };

	ck_assert_ptr_null(encoding_open("no-such-charset", &e));
	ck_assert_int_eq(e.kind, ERR_CONFIG);
	ck_assert_str_eq(e.text, "unknown encoding \"no-such-charset\"");
}
END_TEST

START_TEST(boms)
{
	size_t n = 0;

	ck_assert_str_eq(encoding_of_bom(BYTES("\xEF\xBB\xBF"), &n), "UTF-8");
	ck_assert_uint_eq(n, 3);
	ck_assert_str_eq(encoding_of_bom(BYTES("\xFF\xFE\0\0a"), &n), "UTF-32LE");
	ck_assert_uint_eq(n, 4);
	ck_assert_str_eq(encoding_of_bom(BYTES("\xFF\xFE\0a"), &n), "UTF-16LE");
	ck_assert_uint_eq(n, 2);
	ck_assert_str_eq(encoding_of_bom(BYTES("\0\0\xFE\xFF"), &n), "UTF-32BE");
	ck_assert_str_eq(encoding_of_bom(BYTES("\xFE\xFF"), &n), "UTF-16BE");
	ck_assert_ptr_null(encoding_of_bom(BYTES("\xEF\xBB"), &n));
	ck_assert_ptr_null(encoding_of_bom(BYTES(""), &n));
}
END_TEST

/* So many pairs, so many with a NUL as their first and as their second byte. */
static const char *
with_nuls(size_t pairs, size_t first, size_t second)
{
	char head[200];
	size_t i;

	for (i = 0; i < pairs; i++) {
		head[2 * i] = i < first ? '\0' : 'x';
		head[2 * i + 1] = i < second ? '\0' : 'x';
	}
	return encoding_of_nuls((struct str){ head, 2 * pairs });
}

/* Seven of ten on one side, and at most one of twenty on the other. */
START_TEST(nuls)
{
	ck_assert_str_eq(with_nuls(20, 0, 14), "UTF-16LE");
	ck_assert_str_eq(with_nuls(20, 1, 14), "UTF-16LE");
	ck_assert_ptr_null(with_nuls(20, 2, 14));
	ck_assert_ptr_null(with_nuls(20, 0, 13));
	ck_assert_str_eq(with_nuls(20, 14, 0), "UTF-16BE");
	ck_assert_str_eq(with_nuls(20, 14, 1), "UTF-16BE");
	ck_assert_ptr_null(with_nuls(20, 14, 2));
	ck_assert_ptr_null(with_nuls(20, 13, 0));
	ck_assert_ptr_null(with_nuls(20, 20, 20));
	ck_assert_str_eq(with_nuls(2, 0, 2), "UTF-16LE");
	ck_assert_ptr_null(with_nuls(1, 0, 1));
	/* Half a pair does not count. */
	ck_assert_ptr_null(encoding_of_nuls(BYTES("\0x\0x\0x\0xx\0\0")));
	ck_assert_str_eq(encoding_of_nuls(BYTES("\0x\0x\0")), "UTF-16BE");
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("encoding");

	unit_each(t, cut_anywhere, sample);
	unit_each(t, byte_by_byte, sample);
	tcase_add_test(t, large);
	tcase_add_test(t, what_means_nothing);
	tcase_add_test(t, unknown);
	tcase_add_test(t, boms);
	tcase_add_test(t, nuls);
	return unit_run("encoding", t);
}
