/*
 * csv_test - what comes out of small CSV files, written down by hand.
 *
 * An expectation is the log of csv_model.h: "record LINE [field]… <raw>", "reject CODE LINE:COLUMN
 * <raw>", "blank".
 */

#include "unit.h"
#include "../csv_model.h"

static const struct csv_case usual = { .delimiter = ',', .eol = '\n', .most = 1000 };

static void
expect_with(struct csv_case how, struct str text, const char *want)
{
	static const size_t blocks[] = { 0, 1, 70 };
	struct buf log = { 0 };
	struct csv_seen seen;
	size_t i;

	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		how.block = blocks[i];
		log.n = 0;
		csv_model_read(&how, text, &seen, &log);
		buf_byte(&log, '\0');
		ck_assert_str_eq(log.p, want);
	}
	buf_free(&log);
}

static void
expect(const char *text, const char *want)
{
	expect_with(usual, str_of(text), want);
}

static void
expect_lenient(const char *text, const char *want)
{
	struct csv_case how = usual;

	how.lenient = true;
	expect_with(how, str_of(text), want);
}

START_TEST(regular)
{
	expect("a,b\n1,2\n3,\n,\n",
	    "record 2 [1] [2] <1,2>\nrecord 3 [3] [] <3,>\nrecord 4 [] [] <,>\n");
	expect("a,b\n1,2", "record 2 [1] [2] <1,2>\n");
	expect("a,b\r\n1,2\r\n\"x\"\"y\",\"\"\r\n",
	    "record 2 [1] [2] <1,2>\nrecord 3 [x\"y] [] <\"x\"\"y\",\"\">\n");
	expect("a,b\r1,2\r3,4\r", "record 2 [1] [2] <1,2>\nrecord 3 [3] [4] <3,4>\n");
	expect("a,b\n\"x\ny\",2\n3,4\n",
	    "record 2 [x\ny] [2] <\"x\ny\",2>\nrecord 4 [3] [4] <3,4>\n");
	/* Blanks belong to fields. */
	expect("a,b\n 1 ,\t2\n", "record 2 [ 1 ] [\t2] < 1 ,\t2>\n");
	/* Some files have CRLF here and LF there. */
	expect("a,b\r\n1,2\n3,4\r\n", "record 2 [1] [2] <1,2>\nrecord 3 [3] [4] <3,4>\n");
	expect("a,b\n1,2\r", "record 2 [1] [2] <1,2>\n");
}
END_TEST

START_TEST(blank_lines)
{
	expect("a,b\n\n1,2\n\r\n\n", "blank\nrecord 3 [1] [2] <1,2>\nblank\nblank\n");
	/* A column of its own: an empty value has to be quoted. */
	expect("a\n1\n\n\"\"\n", "record 2 [1] <1>\nblank\nrecord 4 [] <\"\">\n");
	/* Blanks are not blank. */
	expect("a,b\n  \n", "reject fields 2:0 <  >\n");
}
END_TEST

START_TEST(ragged)
{
	expect("a,b\n1\n1,2,3\n1,2\n", "reject fields 2:0 <1>\nreject fields 3:0 <1,2,3>\n"
	    "record 4 [1] [2] <1,2>\n");
	/* Every line of a file may end with a comma: the header has an empty last name then. */
	expect("a,b,\n1,2,\n3,4\n", "record 2 [1] [2] [] <1,2,>\nreject fields 3:0 <3,4>\n");
}
END_TEST

START_TEST(quotes_inside)
{
	expect("a,b\n5'10\",x\n37\xC2\xB0" "36'37.8\"N,\"a,b\"\n1,2\n",
	    "record 2 [5'10\"] [x] <5'10\",x>\n"
	    "record 3 [37\xC2\xB0" "36'37.8\"N] [a,b] <37\xC2\xB0" "36'37.8\"N,\"a,b\">\n"
	    "record 4 [1] [2] <1,2>\n");
	expect("a,b\nx,6'2\"", "record 2 [x] [6'2\"] <x,6'2\">\n");
	expect("a,b\nx\",\n", "record 2 [x\"] [] <x\",>\n");
	/* The rest of such a record is read as strictly as ever. */
	expect("a,b\n5\",\"x\"y\n1,2\n", "reject quote 2:7 <5\",\"x\"y>\nrecord 3 [1] [2] <1,2>\n");
	expect("a,b\n5\",\"x\n1,2\n", "reject quote 2:4 <5\",\"x>\nrecord 3 [1] [2] <1,2>\n");
}
END_TEST

START_TEST(broken_quotes)
{
	/* Text behind a closing quote. */
	expect("a,b\n\"x\"y,2\n3,4\n", "reject quote 2:4 <\"x\"y,2>\nrecord 3 [3] [4] <3,4>\n");
	expect("a,b\n1,\"x\" \n3,4\n", "reject quote 2:6 <1,\"x\" >\nrecord 3 [3] [4] <3,4>\n");
	/* A quote that is never closed costs its line. */
	expect("a,b\n1,\"x\n3,4\n5,6\n", "reject quote 2:3 <1,\"x>\nrecord 3 [3] [4] <3,4>\n"
	    "record 4 [5] [6] <5,6>\n");
	/* Neither does the next quoted field save it. */
	expect("a,b\n1,\"x\n3,4\n5,\"y\"\n7,8\n", "reject quote 2:3 <1,\"x>\n"
	    "record 3 [3] [4] <3,4>\nrecord 4 [5] [y] <5,\"y\">\nrecord 5 [7] [8] <7,8>\n");
	expect("a,b\n1,\"x", "reject quote 2:3 <1,\"x>\n");
	expect("a,b\n\"", "reject quote 2:1 <\">\n");
	/* Named where it opened, not where its record began. */
	expect("a,b\n\"x\ny\",\"z\n5,6\n", "reject quote 3:4 <\"x\ny\",\"z>\nrecord 4 [5] [6] <5,6>\n");
}
END_TEST

START_TEST(lenient)
{
	expect_lenient("a,b\n\"say \"hi\" now\",2\n3,4\n",
	    "record 2 [say \"hi\" now] [2] <\"say \"hi\" now\",2>\nrecord 3 [3] [4] <3,4>\n");
	/* But only within a line. */
	expect_lenient("a,b\n1,\"x\n3,4\n", "reject quote 2:3 <1,\"x>\nrecord 3 [3] [4] <3,4>\n");
	expect_lenient("a,b\n2,\"say \"hi\" \xff\"\n", "reject utf8 2:13 <2,\"say \"hi\" \xff\">\n");
	expect_lenient("a,b\n1,2\r3,4\n5,6\n",
	    "record 2 [1] [2] <1,2>\nrecord 2 [3] [4] <3,4>\nrecord 3 [5] [6] <5,6>\n");
}
END_TEST

START_TEST(line_ends)
{
	/* The piece before the CR would be a whole record, and wrong. */
	expect("a,b\n1,note\rgoes on\n3,4\n",
	    "reject line 2:7 <1,note\rgoes on>\nrecord 3 [3] [4] <3,4>\n");
	expect("a,b\n\"x\ry\",2\n", "record 2 [x\ry] [2] <\"x\ry\",2>\n");
	expect("a,b\r\"x\ny\",2\r3,4\r", "record 2 [x\ny] [2] <\"x\ny\",2>\nrecord 3 [3] [4] <3,4>\n");
}
END_TEST

START_TEST(bytes)
{
	expect("a,b\n1,\xFFx\n\xC3\xA4,2\n",
	    "reject utf8 2:3 <1,\xFFx>\nrecord 3 [\xC3\xA4] [2] <\xC3\xA4,2>\n");
	/* The second line of a record. */
	expect("a,b\n1,\"x\ny\xED\xA0\x80\"\n3,4\n",
	    "reject utf8 3:2 <1,\"x\ny\xED\xA0\x80\">\nrecord 4 [3] [4] <3,4>\n");
	expect("a,b\n5\",\xFF\n", "reject utf8 2:4 <5\",\xFF>\n");
}
END_TEST

START_TEST(nul)
{
	struct buf log = { 0 };
	struct csv_seen seen;

	csv_model_read(&usual, STR("a,b\n1,\0002\n3,4\n"), &seen, &log);
	ck_assert(str_eq(buf_text(&log), STR("reject nul 2:3 <1,\0002>\nrecord 3 [3] [4] <3,4>\n")));
	buf_free(&log);
}
END_TEST

START_TEST(limits)
{
	struct csv_case how = usual;

	how.most = 10;
	expect_with(how, STR("a,b\n123456789,\n1234567890,\n1,2\n"),
	    "record 2 [123456789] [] <123456789,>\nreject size 3:1 <>\nrecord 4 [1] [2] <1,2>\n");
	/* As long as it may be, with each line end and none. */
	expect_with(how, STR("a,b\n12345678,1"), "record 2 [12345678] [1] <12345678,1>\n");
	expect_with(how, STR("a,b\n123456789,1"), "reject size 2:1 <>\n");
	expect_with(how, STR("a,b\n1234567,1\r\n1,2\r\n"),
	    "record 2 [1234567] [1] <1234567,1>\nrecord 3 [1] [2] <1,2>\n");
	/* A quoted field of many lines that is too long is an open quote. */
	expect_with(how, STR("a,b\n1,\"x\n1,2\n3,4\n5,6\n\"\n7,8\n"),
	    "reject quote 2:3 <1,\"x>\nrecord 3 [1] [2] <1,2>\nrecord 4 [3] [4] <3,4>\n"
	    "record 5 [5] [6] <5,6>\nreject quote 6:1 <\">\nrecord 7 [7] [8] <7,8>\n");
	/* A line that is too long though its quote is open. */
	expect_with(how, STR("a,b\n1,\"1234567890\n3,4\n"),
	    "reject size 2:1 <>\nrecord 3 [3] [4] <3,4>\n");
}
END_TEST

static struct buf text;

/* The reader's window is full somewhere in each of these: what it makes of them is what the model, which
 * knows no windows, makes of them. */
static const struct {
	struct csv_case how;
	const char *body;
} late[] = {
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "1,2\n3,4\n5,6" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "\"x\ny\",2\n3,4\n" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "5'10\",x\n\"a\"\"b\",2\r\n\r\n\n" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "1,note\rgoes on\n3,4\n" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "\rx,1\n3,4\n" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "1,note\r" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "1,\"x\"y\n3,4\n" },
	{ { ',', '\n', false, 1 << 20, 0, 0 }, "1,\"x\n3,4\n5,6\n" },
	{ { ',', '\n', true, 1 << 20, 0, 0 }, "\"say \"hi\" now\",2\n3,4\n" },
	{ { ',', '\n', true, 1 << 20, 0, 0 }, "1,2\r3,4\n\r1,\"x\"y" },
	{ { ',', '\n', false, 10, 0, 0 }, "123456789,\n1234567890,\n1,2\n" },
	{ { ',', '\n', false, 10, 0, 0 }, "1,\"1234567890\n3,4\n" },
	{ { ',', '\n', false, 10, 0, 0 }, "12345678901234567890,1" },
	{ { ',', '\n', false, 10, 0, 0 }, "12345678,1\rx,y\n12345678,1\r\n1,2\n" },
	/* A file of CRs, as far as was to be seen. */
	{ { ',', '\r', false, 1 << 20, 0, 0 }, "\n1,2\r3,4\n5,6\r" },
	{ { ',', '\r', false, 1 << 20, 0, 0 }, "1,2\n3,4\r5,6\r" },
	{ { ',', '\r', true, 1 << 20, 0, 0 }, "1,2\n3,4\r\n\r5,6\n" },
};

START_TEST(where_the_window_ends)
{
	enum { WINDOW = 256 * 1024 };
	struct csv_case how = late[_i].how;
	const char *body = late[_i].body;
	/* Line ends are told by those in the window. */
	size_t in, most = how.eol == '\r' ? strcspn(body, "\n") : strlen(body), n;

	for (in = 0; in <= most; in++) {
		text.n = 0;
		buf_printf(&text, "a,b%c", how.eol);
		n = WINDOW - in - text.n - 2;
		memset(buf_room(&text, n), 'x', n);
		text.n += n;
		buf_printf(&text, ",%c%s", how.eol, body);
		how.block = in % 8 == 0 ? 1 : in % 2 ? 5 : 7;
		ck_assert(csv_model_agrees(&how, buf_text(&text), 4, 2));
	}
}
END_TEST

START_TEST(columns)
{
	struct arena a = { 0 };
	struct source_options from = { .encoding = SOURCE_UTF8 };
	struct read_options options = { .from = FORMAT_CSV };
	struct buf log = { 0 };
	struct csv_seen seen;
	struct source *s;
	struct err e;
	int i;

	text.n = 0;
	buf_str(&text, STR("a,b\n"));
	for (i = 0; i < 10001; i++)
		buf_byte(&text, ',');
	buf_str(&text, STR("\n1,2\n"));
	csv_model_read(&(struct csv_case){ .delimiter = ',' }, buf_text(&text), &seen, &log);
	ck_assert(str_starts(buf_text(&log), STR("reject columns 2:0 <,,,")));
	ck_assert(str_ends(buf_text(&log), STR("record 3 [1] [2] <1,2>\n")));
	buf_free(&log);
	/* Such a header is an error. */
	text.p[4] = 'x';
	s = source_open(&a, csv_model_file(str_slice(buf_text(&text), 4, text.n)), &from, &e);
	options.delimiter = ',';
	ck_assert_ptr_null(reader_open(&a, s, &options, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "10,000"));
	source_close(s, &e);
	arena_free(&a);
}
END_TEST

/* The same of a record that is not all in the window, nor short enough to wait for the rest. */
START_TEST(where_the_window_ends_in_a_record)
{
	enum { WINDOW = 256 * 1024, LONG = 2400 };
	static const struct { bool lenient; const char *body; } cases[] = {
		{ false, "\"x\"y\n3,4\n" }, { true, "\"say \"hi\" now\"\n3,4\n" }, { false, "5'10\",x\n3,4" },
		{ false, "note\rgoes on\n3,4\n" }, { false, "1\r\n3,4\n" }, { false, "1\r" }, { false, "5'10\",x\r\n3,4\n" },
	};
	struct csv_case how = { .delimiter = ',', .eol = '\n', .lenient = cases[_i].lenient, .most = 1 << 20,
		.block = 4096 };
	const char *body = cases[_i].body;
	size_t in, n;

	for (in = 0; in <= strlen(body); in++) {
		text.n = 0;
		buf_printf(&text, "a,b\n");
		while (text.n < WINDOW - LONG - in) {
			n = WINDOW - LONG - in - text.n;
			n = n < 4000 ? n : n < 8000 ? n / 2 : 4000;
			memset(buf_room(&text, n), 'x', n);
			memcpy(text.p + text.n + n - 3, ",1\n", 3);
			text.n += n;
		}
		memset(buf_room(&text, LONG), 'x', LONG);
		text.n += LONG;
		text.p[text.n - 1] = ',';
		buf_printf(&text, "%s", body);
		ck_assert(csv_model_agrees(&how, buf_text(&text), 4, 2));
	}
}
END_TEST

/* A record in quotes as a whole is what stands in them, if that is as the header is. */
START_TEST(wrapped_records)
{
	static const struct {
		const char *text, *want;
		uint64_t last;
	} cases[] = {
		{ "a,b\n\"1,2\"\n\"3,\"\"4\"\"\"\n5,6\n", "1|2 3|4 5|6 ", 0 },
		{ "a,b\n\"\"\n1,2\n", "fields 1|2 ", 0 },
		{ "a,b\n\"1,2\n3,4\"\n\"1,2,3\"\n\"1\"\n", "fields fields fields ", 0 },
		{ "a,b\n\"1,\"\"2\"\n\"1,\"\"2\"\"x\"\n", "fields fields ", 0 },
		{ "a\n\"1,2\"\n", "1,2 ", 0 },
		/* What a report ends with: its words tell, or that no record follows. */
		{ "a,b\nx\n1,2\nx\n1,2,3\n", "fields 1|2 footer fields ", 3 },
		{ "a,b\n1,2\n\"Grand total\"\nx\n", "1|2 footer fields ", 0 },
	};
	struct source_options from = { .encoding = SOURCE_UTF8 };
	struct read_options options = { .from = FORMAT_CSV, .delimiter = ',', .unwrap = true };
	struct chunk c = { 0 };
	struct arena a = { 0 };
	struct err e;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct source *s = source_open(&a, csv_model_file(str_of(cases[i].text)), &from, &e);
		struct record rec[4] = { { .scratch = &a }, { .scratch = &a }, { .scratch = &a }, { .scratch = &a } };
		struct split *split;
		struct reader *r;
		struct reject why;
		uint32_t n, at, k;
		int got = 0;

		options.last = cases[i].last;
		r = reader_open(&a, s, &options, &e);
		split = split_new(&a, r);
		text.n = 0;
		while (reader_cut(r, &c, &e) == 1)
			for (split_start(split, &c); (got = split_take(split, rec, 4, &n, &why)) != 0 || n != 0;) {
				for (at = 0; at < n; at++)
					for (k = 0; k < rec[at].shape->count; k++)
						buf_printf(&text, "%.*s%c", STR_ARG(record_text(&rec[at], k)),
						    k + 1 < rec[at].shape->count ? '|' : ' ');
				if (got < 0)
					buf_printf(&text, "%s ", reject_name[why.code]);
			}
		buf_byte(&text, '\0');
		ck_assert_str_eq(text.p, cases[i].want);
		split_free(split);
		reader_close(r);
		source_close(s, &e);
	}
	chunk_free(&c);
	arena_free(&a);
}
END_TEST

/* What was found in front of the records, as one line. */
static const char *
sniffed(struct str input, struct read_options options)
{
	static char line[600];
	struct source_options from = { .encoding = SOURCE_UTF8 };
	struct arena a = { 0 };
	struct err e;
	struct source *s = source_open(&a, csv_model_file(input), &from, &e);
	struct reader *r = reader_open(&a, s, &options, &e);
	const struct shape *shape = r ? reader_shape(r) : NULL;
	int n = 0;

	if (r == NULL)
		snprintf(line, sizeof line, "%llu:%llu: %s", (unsigned long long)e.at.line,
		    (unsigned long long)e.at.column, e.text);
	else
		n = snprintf(line, sizeof line, "%s %c %zu %llu", format_name[reader_format(r)],
		    reader_delimiter(r) == '\t' ? 'T' : reader_delimiter(r), reader_eol(r).n,
		    (unsigned long long)reader_preamble(r));
	for (uint32_t i = 0; shape != NULL && i < shape->count; i++)
		n += snprintf(line + n, sizeof line - (size_t)n, " %.*s=%.*s", STR_ARG(shape->name[i]),
		    STR_ARG(shape->label[i]));
	if (r != NULL)
		reader_close(r);
	source_close(s, &e);
	arena_free(&a);
	return line;
}

#define SNIFF(text, want) \
	ck_assert_str_eq(sniffed(STR(text), (struct read_options){ .from = FORMAT_AUTO }), want)

START_TEST(delimiters)
{
	SNIFF("a,b\n1,2\n", "csv , 1 0 a=a b=b");
	SNIFF("a;b\r\n1,5;2,5\r\n", "csv ; 2 0 a=a b=b");
	SNIFF("a\tb\n1,2\t3\n", "tsv T 1 0 a=a b=b");
	SNIFF("a|b\r1|2\r", "csv | 1 0 a=a b=b");
	/* As many rows for each: the one with more columns, then the usual one. */
	SNIFF("a,b;c;d\n1,2;3;4\n", "csv ; 1 0 a,b=a,b c=c d=d");
	SNIFF("a,b;c\n1,2;3\n", "csv , 1 0 a=a b;c=b;c");
	/* Not the first line alone: here it has a comma, the file has semicolons. */
	SNIFF("name, first;age\nx;1\ny;2\n", "csv ; 1 0 name, first=name, first age=age");
	/* Delimiters inside of quotes do not count. */
	SNIFF("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", "csv , 1 0 a=a b=b");
	/* One column; what looks like delimiters is seldom there. */
	SNIFF("email\na@b.c\nc@d.e\n", "csv , 1 0 email=email");
	SNIFF("city\nParis\nBonn\nKiel\nRome; Lazio\n", "csv , 1 0 city=city");
	SNIFF("12-07-84,36y11m15d\n", "csv , 1 0 12-07-84=12-07-84 36y11m15d=36y11m15d");
	ck_assert_str_eq(sniffed(STR("a,b;c\n1,2;3\n"),
	    (struct read_options){ .from = FORMAT_CSV, .delimiter = ';' }), "csv ; 1 0 a,b=a,b c=c");
	ck_assert_str_eq(sniffed(STR("a,b,c\td\n"), (struct read_options){ .from = FORMAT_TSV }),
	    "tsv T 1 0 a,b,c=a,b,c d=d");
	ck_assert_str_eq(sniffed(STR("a;b\td\n"), (struct read_options){ .from = FORMAT_TSV, .delimiter = ';' }),
	    "tsv ; 1 0 a=a b\td=b\td");
}
END_TEST

#define WRAPPED(text, want) \
	ck_assert_str_eq(sniffed(STR(text), (struct read_options){ .from = FORMAT_AUTO, .unwrap = true }), want)

/* Every line in quotes as a whole, the header too; or not quite. */
START_TEST(wrapped_headers)
{
	WRAPPED("\"a,b\"\n\"1,2\"\n", "csv , 1 0 a=a b=b");
	WRAPPED(" \"a\"\n", "csv , 1 0  \"a\"= \"a\"");
	WRAPPED("\"a\",\"b\"\n\"1\",\"2\"\n", "csv , 1 0 a=a b=b");
	WRAPPED("\"a\"\n\"b\"\n", "csv , 1 0 a=a");
	WRAPPED("\"a\"\n\"1,2\"\n\"3,4\"\n", "csv , 1 0 a=a");
	WRAPPED("\"a,b\"\n\"x\"\n", "csv , 1 0 a,b=a,b");
	WRAPPED("\"City, State\"\n\"Rome, Lazio\"\n", "csv , 1 0 City, State=City, State");
	WRAPPED("\"a,\"\"b\"\"x\"\n\"1,2\"\n\"3,4\"\n", "1:0: the header: text behind the closing quote of a field");
	/* What is in the quotes shows that it is semicolons; the header has none around it. */
	WRAPPED("\"a\";b\n\"1;2\"\n\"1;2\"\n1,2;3\n1,2;3\n1,2;3\n1,2\n1,2\n", "csv ; 1 0 a=a b=b");
	WRAPPED("\"a\"x;b\n\"1;2\"\n\"1;2\"\n1,2;3\n1,2;3\n1,2;3\n1,2\n1,2\n",
	    "1:4: the header: text behind the closing quote of a field");
}
END_TEST

START_TEST(refused_options)
{
	ck_assert_str_eq(sniffed(STR("a\n"), (struct read_options){ .delimiter = '"' }),
	    "0:0: neither quote nor line end can be the delimiter");
	ck_assert_str_eq(sniffed(STR("a\n"), (struct read_options){ .delimiter = '\n' }),
	    "0:0: neither quote nor line end can be the delimiter");
	ck_assert_str_eq(sniffed(STR("a\n"), (struct read_options){ .delimiter = '\r' }),
	    "0:0: neither quote nor line end can be the delimiter");
	ck_assert_str_eq(sniffed(STR("a\n"), (struct read_options){ .max_record = (size_t)1 << 31 }),
	    "0:0: a record may have at most 1 GiB");
}
END_TEST

START_TEST(headers)
{
	SNIFF("", "csv , 1 0");
	SNIFF("\n\n", "csv , 1 2");
	SNIFF("a,b", "csv , 1 0 a=a b=b");
	/* Unique labels; a name that stands alone keeps itself. */
	SNIFF("name,name,,name_2,\n1,2,3,4,5\n",
	    "csv , 1 0 name=name name=name_3 =column_3 name_2=name_2 =column_5");
	SNIFF("\"a \"\"b\"\"\",\"c\nd\",5'\"\n1,2,3\n", "csv , 1 0 a \"b\"=a \"b\" c\nd=c\nd 5'\"=5'\"");
	SNIFF("a,\"b\"c\n1,2\n",
	    "1:6: the header: text behind the closing quote of a field");
	SNIFF("a,\xFF\n1,2\n", "1:3: the header: not UTF-8 (--encoding reads others)");
	SNIFF("a,\0b\n1,2\n", "1:3: the header: a NUL byte; is this text?");
}
END_TEST

START_TEST(preambles)
{
	SNIFF("\n\na,b\n1,2\n", "csv , 1 2 a=a b=b");
	SNIFF("Leads of May\n\nid,name,email\n1,x,y@z\n2,x,y@z\n",
	    "csv , 1 2 id=id name=name email=email");
	SNIFF("Leads of May,,\nid,name,email\n1,x,y@z\n", "csv , 1 1 id=id name=name email=email");
	SNIFF("Leads of May,,\n#,?,name\n1,2,x\n3,4,y\n", "csv , 1 1 #=# ?=? name=name");
	/* Data does not become a header; all is rejected then, which is seen. */
	SNIFF("email\nx@y.z,1\na@b.c,2\n", "csv , 1 0 email=email");
	SNIFF("a,b\n1,2,3\n4,5,6\n", "csv , 1 0 a=a b=b");
	SNIFF("a,b,c,d\nx,y\nx,y\n", "csv , 1 0 a=a b=b c=c d=d");
	/* Lines that are blank but for delimiters, or blanks. */
	SNIFF(",,\n,,\nid,name,email\n1,x,y@z\n", "csv , 1 2 id=id name=name email=email");
	SNIFF("\n  ", "csv , 1 2");
	SNIFF(",\n,", "csv , 1 1 =column_1 =column_2");
}
END_TEST

/* More blank lines than are looked at at once, and as many lines of a preamble as there may be. */
START_TEST(long_preambles)
{
	char want[100];
	int i, n;

	text.n = 0;
	for (i = 0; i < 300000; i++)
		buf_byte(&text, '\n');
	buf_str(&text, STR("a,b\n1,2\n"));
	ck_assert_str_eq(sniffed(buf_text(&text), (struct read_options){ .from = FORMAT_AUTO }),
	    "csv , 1 300000 a=a b=b");
	for (n = 64; n <= 65; n++) {
		text.n = 0;
		for (i = 0; i < n; i++)
			buf_str(&text, STR("note\n"));
		for (i = 0; i < 100; i++)
			buf_printf(&text, i == 0 ? "a,b\n" : "1,2\n");
		snprintf(want, sizeof want, n == 64 ? "csv , 1 64 a=a b=b" : "csv , 1 0 note=note");
		ck_assert_str_eq(sniffed(buf_text(&text), (struct read_options){ .from = FORMAT_AUTO }), want);
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("csv");
	int failed;

	tcase_add_test(t, regular);
	tcase_add_test(t, blank_lines);
	tcase_add_test(t, ragged);
	tcase_add_test(t, quotes_inside);
	tcase_add_test(t, broken_quotes);
	tcase_add_test(t, lenient);
	tcase_add_test(t, line_ends);
	tcase_add_test(t, bytes);
	tcase_add_test(t, nul);
	tcase_add_test(t, limits);
	unit_each(t, where_the_window_ends, late);
	tcase_add_loop_test(t, where_the_window_ends_in_a_record, 0, 7);
	tcase_add_test(t, wrapped_records);
	tcase_add_test(t, columns);
	tcase_add_test(t, delimiters);
	tcase_add_test(t, wrapped_headers);
	tcase_add_test(t, refused_options);
	tcase_add_test(t, headers);
	tcase_add_test(t, preambles);
	tcase_add_test(t, long_preambles);
	failed = unit_run("csv", t);
	buf_free(&text);
	return failed;
}
