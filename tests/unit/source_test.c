/* source_test - files and pipes, packed, decoded, read twice, by single bytes. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "unit.h"
#include "record/encoding.h"
#include "record/source.h"

static char path[] = "/tmp/source_test.XXXXXX";

static void
put_file(const char *p, size_t n)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(p, 1, n, f), n);
	ck_assert_int_eq(fclose(f), 0);
}

static void
put_gzip(const char *p, size_t n, const char *mode)
{
	gzFile f = gzopen(path, mode);

	ck_assert_int_eq(gzwrite(f, p, (unsigned)n), (int)n);
	ck_assert_int_eq(gzclose(f), Z_OK);
}

/* What was read last. */
static struct buf text;

static bool
read_all(struct source *s, struct err *e)
{
	ssize_t got;

	text.n = 0;
	while ((got = source_read(s, buf_room(&text, 1000), 1000, e)) > 0)
		text.n += (size_t)got;
	return got == 0;
}

static struct err
load(struct source_options o)
{
	struct err e = { 0 }, ignored;
	struct source *s = source_open(&arena, path, &o, &e);

	if (s != NULL) {
		read_all(s, &e);
		source_close(s, &ignored);
	}
	return e;
}

static void
expect(struct source_options o, struct str want)
{
	static const size_t sizes[] = { 0, 1, 2, 3, 511 };
	size_t i;

	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct err e;

		o.read_size = sizes[i];
		e = load(o);
		ck_assert_msg(e.kind == 0, "%s", e.text);
		ck_assert_msg(str_eq(buf_text(&text), want), "read %zu: got \"%.*s\"", sizes[i],
		    STR_ARG(buf_text(&text)));
	}
}

static void
refused(struct source_options o, enum err_kind kind, const char *word)
{
	struct err e = load(o);

	ck_assert_int_eq(e.kind, kind);
	ck_assert_msg(strstr(e.text, word) != NULL, "\"%s\" has no \"%s\"", e.text, word);
}

#define PUT(literal) put_file(literal, sizeof(literal) - 1)
#define PLAIN ((struct source_options){ .encoding = SOURCE_UTF8 })
#define LADDER ((struct source_options){ .encoding = SOURCE_LADDER })
#define NAMED(name) ((struct source_options){ .encoding = SOURCE_NAMED, .charset = name })

START_TEST(plain)
{
	PUT("a,b\n1,\xC3\xA4\n");
	expect(PLAIN, STR("a,b\n1,\xC3\xA4\n"));
	expect(LADDER, STR("a,b\n1,\xC3\xA4\n"));
	PUT("");
	expect(PLAIN, STR(""));
	expect(LADDER, STR(""));
	/* Bad bytes are the splitter's business. */
	PUT("a\n\xFF\n");
	expect(PLAIN, STR("a\n\xFF\n"));
}
END_TEST

START_TEST(bom)
{
	PUT("\xEF\xBB\xBF" "a,b\n");
	expect(PLAIN, STR("a,b\n"));
	expect(LADDER, STR("a,b\n"));
	expect(NAMED("utf-8"), STR("a,b\n"));
	PUT("\xEF\xBB\xBF");
	expect(PLAIN, STR(""));
	/* Only one, and only at the front. */
	PUT("\xEF\xBB\xBF\xEF\xBB\xBF" "a");
	expect(PLAIN, STR("\xEF\xBB\xBF" "a"));
}
END_TEST

START_TEST(utf16)
{
	/* "aä€😀\n": U+0061 U+00E4 U+20AC U+1F600 */
	static const char want[] = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\n";

	PUT("\xFF\xFE" "a\0\xE4\0\xAC\x20\x3D\xD8\x00\xDE\n\0");
	expect(LADDER, str_of(want));
	expect(NAMED("UTF-16LE"), str_of(want));
	expect(NAMED("UTF-16"), str_of(want));
	refused(PLAIN, ERR_INPUT, "UTF-16LE");
	refused(PLAIN, ERR_INPUT, "--encoding");
	PUT("\xFE\xFF\0a\0\xE4\x20\xAC\xD8\x3D\xDE\x00\0\n");
	expect(LADDER, str_of(want));
	refused(PLAIN, ERR_INPUT, "UTF-16BE");
	/* Without a BOM the NULs tell. */
	PUT("n\0a\0m\0e\0,\0x\0\n\0");
	expect(LADDER, STR("name,x\n"));
	refused(PLAIN, ERR_INPUT, "UTF-16LE");
	PUT("\0n\0a\0m\0e\0,\0x\0\n");
	expect(LADDER, STR("name,x\n"));
	/* A few NULs do not make UTF-16. */
	PUT("a,b\n\0,\0\nccccccccccc,d\n");
	expect(PLAIN, STR("a,b\n\0,\0\nccccccccccc,d\n"));
	/* Cut in the middle of a character. */
	PUT("\xFF\xFE" "a\0\xE4");
	refused(LADDER, ERR_INPUT, "within a character");
}
END_TEST

START_TEST(ladder)
{
	size_t n = 300000, i;
	char *p = malloc(n);
	struct source *s;
	struct source_options o = LADDER;
	struct err e;

	PUT("M\xFCller \x80 \x93q\x94\n");
	expect(LADDER, STR("M\xC3\xBCller \xE2\x82\xAC \xE2\x80\x9Cq\xE2\x80\x9D\n"));
	/* The last byte of a long input decides. */
	memset(p, 'x', n);
	p[n - 1] = '\xE9';
	put_file(p, n);
	s = source_open(&arena, path, &o, &e);
	ck_assert_ptr_nonnull(s);
	ck_assert_str_eq(source_charset(s), "WINDOWS-1252");
	ck_assert(read_all(s, &e));
	ck_assert_uint_eq(text.n, n + 1);
	ck_assert_mem_eq(text.p + n - 2, "x\xC3\xA9", 3);
	source_close(s, &e);
	/* A character across every border of a read. */
	for (i = 0; i + 3 <= n; i += 3)
		memcpy(p + i, "\xE2\x82\xAC", 3);
	put_file(p, i);
	expect(LADDER, (struct str){ p, i });
	free(p);
}
END_TEST

START_TEST(named)
{
	PUT("\x83\x65\x83\x58\x83\x67,1\n");
	expect(NAMED("SHIFT_JIS"), STR("\xE3\x83\x86\xE3\x82\xB9\xE3\x83\x88,1\n"));
	PUT("caf\xE9\n");
	expect(NAMED("ISO-8859-1"), STR("caf\xC3\xA9\n"));
	refused(NAMED("no-such-charset"), ERR_CONFIG, "no-such-charset");
	PUT("ab\xFF\xFF\n");
	refused(NAMED("SHIFT_JIS"), ERR_INPUT, "byte 3");
	PUT("caf\xC3\xA9\n");
	expect(NAMED("utf8"), STR("caf\xC3\xA9\n"));
}
END_TEST

/* Half of a pair alone, behind what is looked at first, or cut in two: the other half does not follow. */
START_TEST(bad_pairs)
{
	struct source_options o = NAMED("UTF-16LE");
	char wide[1000];
	struct encoding *c;
	struct buf out = { 0 };
	struct err e = { 0 };
	size_t i;

	for (i = 0; i < sizeof wide; i += 2)
		memcpy(wide + i, i == 800 ? "\x00\xdc" : "a", 2);
	put_file(wide, sizeof wide);
	o.read_size = 100;
	refused(o, ERR_INPUT, "byte 801 has no meaning in UTF-16LE");
	c = encoding_open("UTF-16LE", &e);
	ck_assert_int_eq(encoding_convert(c, STR("b\0\x3d\xd8"), false, &out, &e), 0);
	ck_assert_int_eq(encoding_convert(c, STR("a\0"), true, &out, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.text, "byte 3 has no meaning"));
	encoding_close(c);
	/* Cut anywhere, in two and in pieces, and long ones behind. */
	for (i = 0; i <= 40; i++) {
		size_t at = i < 8 ? i : 3;

		memcpy(wide, "a\0\x3d\xd8\x00\xde", 6);
		c = encoding_open("UTF-16LE", &e);
		out.n = 0;
		ck_assert_int_eq(encoding_convert(c, (struct str){ wide, at }, false, &out, &e), 0);
		ck_assert_int_eq(encoding_convert(c, (struct str){ wide + at, i < 8 ? 90 - at : i - 3 }, false,
		    &out, &e), 0);
		ck_assert_int_eq(encoding_convert(c, (struct str){ wide + (i < 8 ? 90 : i), i < 8 ? 0 : 90 - i },
		    true, &out, &e), 0);
		ck_assert_uint_eq(out.n, 1 + 4 + 42);
		ck_assert(str_starts(buf_text(&out), STR("a\xf0\x9f\x98\x80" "aaaa")));
		encoding_close(c);
	}
	buf_free(&out);
}
END_TEST

/* However many are to be kept at hand: they can still be opened. */
START_TEST(kept_at_hand)
{
	static const char *const names[] = { "ISO-8859-1", "no-such-charset", "UTF-16LE", "WINDOWS-1252",
		"ISO-8859-2", "ISO-8859-15", "UTF-32LE" };
	struct err e = { 0 };
	struct encoding *c;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		encoding_keep(names[i]);
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		c = encoding_open(names[i], &e);
		ck_assert_int_eq(c == NULL, i == 1);
		if (c != NULL)
			encoding_close(c);
	}
}
END_TEST

START_TEST(gzip)
{
	size_t n = 500000, i;
	char *p = malloc(n);
	FILE *f;
	long size;

	for (i = 0; i < n; i++)
		p[i] = (char)('a' + (i * i / 7) % 26);
	put_gzip(p, n, "wb");
	expect(PLAIN, (struct str){ p, n });
	expect(LADDER, (struct str){ p, n });
	/* Two members, and padding as tapes have it. */
	put_gzip("a,b\n", 4, "wb");
	put_gzip("1,2\n", 4, "ab");
	expect(PLAIN, STR("a,b\n1,2\n"));
	f = fopen(path, "ab");
	fwrite("\0\0\0\0\0", 1, 5, f);
	fclose(f);
	expect(PLAIN, STR("a,b\n1,2\n"));
	f = fopen(path, "ab");
	fputs("junk", f);
	fclose(f);
	refused(PLAIN, ERR_SYSTEM, "not gzip");
	/* Cut anywhere: never a short text taken for the whole. */
	put_gzip("a,b\n1,2\n", 8, "wb");
	f = fopen(path, "rb");
	fseek(f, 0, SEEK_END);
	size = ftell(f);
	fclose(f);
	while (--size > 1) {
		ck_assert_int_eq(truncate(path, size), 0);
		refused(PLAIN, ERR_SYSTEM, "cut short");
	}
	/* A wrong checksum. */
	put_gzip("a,b\n1,2\n", 8, "wb");
	f = fopen(path, "r+b");
	fseek(f, -6, SEEK_END);
	fputc(0x5A, f);
	fclose(f);
	refused(PLAIN, ERR_SYSTEM, "damaged");
	/* UTF-16 inside gzip. */
	put_gzip("\xFF\xFE" "a\0\n\0", 6, "wb");
	expect(LADDER, STR("a\n"));
	free(p);
}
END_TEST

START_TEST(binaries)
{
	PUT("PK\3\4\x14\0\x06\0");
	refused(LADDER, ERR_INPUT, "xlsx");
	refused(PLAIN, ERR_INPUT, "xlsx");
	PUT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0");
	refused(LADDER, ERR_INPUT, "xls");
	PUT("%PDF-1.4\n");
	refused(PLAIN, ERR_INPUT, "PDF");
	PUT("PAR1\x15\x04");
	refused(PLAIN, ERR_INPUT, "Parquet");
	PUT("<!doctype html><html>");
	refused(PLAIN, ERR_INPUT, "HTML");
	/* Words that only begin alike. */
	PUT("PAR1,PAR2\n");
	expect(PLAIN, STR("PAR1,PAR2\n"));
}
END_TEST

START_TEST(again)
{
	struct source_options o = LADDER;
	struct source *s;
	struct err e;
	uint64_t device = 0, inode = 0;

	PUT("M\xFCller\n");
	s = source_open(&arena, path, &o, &e);
	ck_assert_ptr_nonnull(s);
	ck_assert_int_eq(source_is_file(s, &device, &inode), true);
	ck_assert(inode != 0);
	for (int i = 0; i < 3; i++) {
		ck_assert(read_all(s, &e));
		ck_assert(str_is(buf_text(&text), "M\xC3\xBCller\n"));
		ck_assert_int_eq(source_rewind(s, &e), 0);
	}
	source_close(s, &e);
}
END_TEST

/* The number that the next open file gets. */
static int
unused(void)
{
	int fd = open("/dev/null", O_RDONLY);

	close(fd);
	return fd;
}

/* Run `body` with the text coming in as standard input through a pipe. */
static void
with_pipe(struct str in, void (*body)(struct source *, struct str), struct source_options o)
{
	int ends[2], kept = dup(STDIN_FILENO), status, next;
	struct source *s;
	struct err e;
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	fflush(NULL);
	if ((child = fork()) == 0) {
		close(ends[0]);
		for (size_t i = 0; i < in.n; i += 7777) {
			struct str part = str_slice(in, i, i + 7777);

			if (write(ends[1], part.p, part.n) != (ssize_t)part.n)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	next = unused();
	s = source_open(&arena, "-", &o, &e);
	ck_assert_msg(s != NULL, "%s", e.text);
	ck_assert_str_eq(source_name(s), "(stdin)");
	body(s, in);
	ck_assert_int_eq(source_close(s, &e), 0);
	/* It is closed by nobody, and nothing else stays open. */
	ck_assert_int_ge(fcntl(STDIN_FILENO, F_GETFD), 0);
	ck_assert_int_eq(unused(), next);
	dup2(kept, STDIN_FILENO);
	close(kept);
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
}

static void
read_twice(struct source *s, struct str in)
{
	struct err e;
	char some[100];

	ck_assert_int_eq(source_spool(s, &e), 0);
	/* Rewound when only a little was read, too. */
	ck_assert_int_gt(source_read(s, some, sizeof some, &e), 0);
	ck_assert_int_eq(source_rewind(s, &e), 0);
	for (int i = 0; i < 2; i++) {
		ck_assert(read_all(s, &e));
		ck_assert(str_eq(buf_text(&text), in));
		ck_assert_int_eq(source_rewind(s, &e), 0);
	}
}

static void
read_once(struct source *s, struct str in)
{
	struct err e;

	ck_assert(read_all(s, &e));
	ck_assert(str_eq(buf_text(&text), in));
	ck_assert_int_eq(source_rewind(s, &e), -1);
}

/* Spooled, but never read twice. */
static void
spool_only(struct source *s, struct str in)
{
	struct err e;

	ck_assert_int_eq(source_spool(s, &e), 0);
	ck_assert(read_all(s, &e));
	ck_assert(str_eq(buf_text(&text), in));
}

START_TEST(pipes)
{
	struct str in = { malloc(400000), 400000 };
	size_t i;

	for (i = 0; i < in.n; i++)
		((char *)(uintptr_t)in.p)[i] = (char)('a' + i % 25);
	with_pipe(in, read_twice, PLAIN);
	with_pipe(in, read_twice, LADDER);
	with_pipe(in, read_once, PLAIN);
	with_pipe(STR("a,b\n"), read_twice, PLAIN);
	with_pipe(in, spool_only, PLAIN);
	free((char *)(uintptr_t)in.p);
}
END_TEST

START_TEST(missing)
{
	struct source_options o = PLAIN;
	struct err e;

	ck_assert_ptr_null(source_open(&arena, "/no/such/file", &o, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(e.text, strerror(ENOENT)));
	ck_assert_ptr_null(source_open(&arena, "/tmp", &o, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("source");
	int failed, fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	tcase_add_test(t, plain);
	tcase_add_test(t, bom);
	tcase_add_test(t, utf16);
	tcase_add_test(t, ladder);
	tcase_add_test(t, named);
	tcase_add_test(t, bad_pairs);
	tcase_add_test(t, kept_at_hand);
	tcase_add_test(t, gzip);
	tcase_add_test(t, binaries);
	tcase_add_test(t, again);
	tcase_add_test(t, pipes);
	tcase_add_test(t, missing);
	failed = unit_run("source", t);
	unlink(path);
	buf_free(&text);
	return failed;
}
