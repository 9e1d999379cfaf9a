/* JSON and JSON Lines: which records are read, which are refused and where. */

#include "unit.h"
#include "../record_io.h"
#include "record/format_impl.h"

static struct record_io io;

/* Read with large and small chunks: the same comes out; as JSON Lines. */
static void
read_json(enum format from, const char *text, size_t n, const char *want, const char *refused)
{
	static const size_t blocks[] = { 0, 1, 2, 3, 7, 20, 64 };
	struct str in = { text, n };
	size_t i;

	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		io.read.from = from;
		io.read.block = blocks[i];
		io.write.to = FORMAT_JSONL;
		ck_assert_msg(record_io(&io, in) == 0, "%s: %s", text, io.err.text);
		ck_assert_msg(str_is(buf_text(&io.out), want), "%s\nblock %zu, wanted:\n%sgot:\n"
		    "%.*s", text,
		    blocks[i], want, STR_ARG(buf_text(&io.out)));
		ck_assert_msg(str_is(buf_text(&io.rejects), refused),
		    "%s\nblock %zu, wanted:\n%sgot:\n%.*s",
		    text, blocks[i], refused, STR_ARG(buf_text(&io.rejects)));
		ck_assert_uint_eq(io.bytes, n);
	}
}

#define LINES(text, want, refused) \
	read_json(FORMAT_JSONL, text, sizeof(text) - 1, want, refused)
#define JSON(text, want, refused) \
	read_json(FORMAT_JSON, text, sizeof(text) - 1, want, refused)

START_TEST(lines_pass_unchanged)
{
	LINES("", "", "");
	LINES("{}\n", "{}\n", "");
	LINES("{\"a\":1}", "{\"a\":1}\n", "");
	LINES("{\"a\" : 1.10 , \"a\":\"\\u00e9\" }\t\r\n  {\"b\":[{}]}\n",
	    "{\"a\" : 1.10 , \"a\":\"\\u00e9\" }\t\r\n  {\"b\":[{}]}\n", "");
	ck_assert_uint_eq(io.lines, 2);
}
END_TEST

START_TEST(blank_lines_are_counted)
{
	LINES("\n{\"a\":1}\n \t\r\n\n{\"a\":2}\n ", "{\"a\":1}\n{\"a\":2}\n", "");
	ck_assert_uint_eq(io.blank, 4);
	ck_assert_uint_eq(io.lines, 6);
	ck_assert_uint_eq(io.records, 2);
}
END_TEST

START_TEST(bad_lines_are_refused_alone)
{
	LINES("{\"a\":1}\n{\"a\":tru}\r\n{\"a\":3}\n", "{\"a\":1}\n{\"a\":3}\n",
	    "2:9 json: not JSON from here on \"{\"a\":tru}\"\n");
	LINES("{\"a\":\"x}\n{\"a\":2}", "{\"a\":2}\n",
	    "1:9 json: ends inside the object \"{\"a\":\"x}\"\n");
	LINES("{\"a\":1} {\"a\":2}\n", "",
	    "1:9 json: text behind the object \"{\"a\":1} {\"a\":2}\"\n");
	LINES("[{\"a\":1}]\n 7\nnull\n\"x\"\n{}\n", "{}\n",
	    "1:1 json: expected a JSON object \"[{\"a\":1}]\"\n"
	    "2:2 json: expected a JSON object \" 7\"\n"
	    "3:1 json: expected a JSON object \"null\"\n"
	    "4:1 json: expected a JSON object \"\"x\"\"\n");
	LINES("{\"a\":\"M\xfcller\"}\n{\"b\":1}\n", "{\"b\":1}\n",
	    "1:8 utf8: bytes that are not UTF-8 \"{\"a\":\"M\xfcller\"}\"\n");
	ck_assert_uint_eq(io.refused, 1);
}
END_TEST

/* The window is full somewhere behind the first object: nothing else comes out than when all is in it. */
static const struct {
	size_t most;
	enum format from;
	const char *body;
} late[] = {
	{ 0, FORMAT_JSONL, "{\"a\":1}\n\n{\"a\":tru}\n[1]\n{\"a\":3}" },
	{ 10, FORMAT_JSONL, "{\"a\":12345678}\n{}\n\n{\"a\":1234567890}" },
	{ 0, FORMAT_JSON, "{\"a\":1}, 7, \"x, y\", [1,{}], null, {\"a\":2}]" },
	{ 0, FORMAT_JSON, "{\"a\":1} {\"a\":2},,{\"a\":3},]" },
	{ 0, FORMAT_JSON, "{\"a\":tru},\n{\"a\":\"x},\n{\"a\":[},\n{\"a\":4}]\n\n " },
	{ 0, FORMAT_JSON, "word \"str\\\"ing\" \"open\n\"bad\\\n {\"a\":1}]" },
	{ 0, FORMAT_JSON, "{\"a\":1}]\t\r\n[{\"b\":[[]]}] {\"c\":{\"d\":\"}\"}}" },
	{ 5, FORMAT_JSON, "{\"a\":1234567}, {}, [1,2,3,[4,5]], {\"a\":{\"b\":2}}]" },
	{ 5, FORMAT_JSON, "{}] {\"a\":1234567890" },
};

/* `blanks` of them behind the first object, then the body. */
static void
read_late(struct buf *text, enum format from, size_t blanks, const char *body)
{
	text->n = 0;
	buf_str(text, from == FORMAT_JSON ? STR("[{\"z\":0},\n") : STR("{\"z\":0}\n"));
	memset(buf_room(text, blanks), ' ', blanks);
	text->n += blanks;
	buf_printf(text, "\n%s", body);
	ck_assert_msg(record_io(&io, buf_text(text)) == 0, "%s: %s", body, io.err.text);
	ck_assert_uint_eq(io.bytes, text->n);
}

START_TEST(where_the_window_ends)
{
	enum { WINDOW = 256 * 1024 };
	static const size_t blocks[] = { 1, 7, 64 };
	const char *body = late[_i].body;
	struct buf text = { 0 };
	struct str out, refused;
	size_t in;

	io.read = (struct read_options){ .from = late[_i].from, .max_record = late[_i].most };
	io.write.to = FORMAT_JSONL;
	read_late(&text, late[_i].from, 0, body);
	out = arena_copy(&arena, buf_text(&io.out));
	refused = arena_copy(&arena, buf_text(&io.rejects));
	for (in = 0; in <= strlen(body); in++) {
		io.read.block = blocks[in % (sizeof blocks / sizeof *blocks)];
		read_late(&text, late[_i].from, WINDOW - in - (late[_i].from == FORMAT_JSON ? 12 : 9), body);
		ck_assert_msg(str_eq(buf_text(&io.out), out), "%s: %zu in the window: %.*s", body, in,
		    STR_ARG(buf_text(&io.out)));
		ck_assert_msg(str_eq(buf_text(&io.rejects), refused), "%s: %zu in the window: %.*s, not %.*s", body,
		    in, STR_ARG(buf_text(&io.rejects)), STR_ARG(refused));
	}
	io.read = (struct read_options){ 0 };
	buf_free(&text);
}
END_TEST

/* One word without end is told in pieces; so is what no window holds. */
START_TEST(endless_items)
{
	static const struct { const char *front, *behind; } around[] = {
		{ "", ",\n" }, { "[", "],\n" }, { "{\"b\":\"", "\n" }, { "{\"b\":", "},\n" } };
	struct buf text = { 0 };
	int i;

	for (i = 0; i < 4; i++) {
		text.n = 0;
		buf_printf(&text, "[{\"a\":1},\n%s", around[i].front);
		memset(buf_room(&text, 2000000), i == 0 ? 'x' : '1', 2000000);
		text.n += 2000000;
		buf_printf(&text, "%s{\"a\":2}]", around[i].behind);
		io.read = (struct read_options){ .from = FORMAT_JSON };
		ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
		ck_assert(str_is(buf_text(&io.out), "{\"a\":1}\n{\"a\":2}\n"));
		ck_assert_uint_eq(io.bytes, text.n);
		ck_assert_uint_eq(io.lines, 3);
		ck_assert(str_starts(buf_text(&io.rejects),
		    STR("2:1 size: longer than a record may be (--max-record) \"\"\n")));
		ck_assert(i == 0 || io.refused == 1);
	}
	/* Cut short: what is refused may have been the end. */
	text.n -= 12;
	ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
	ck_assert_uint_eq(io.refused, 1);
	ck_assert_uint_eq(io.bytes, text.n);
	io.read.from = FORMAT_JSONL;
	ck_assert_int_eq(record_io(&io, str_slice(buf_text(&text), 11, text.n)), 0);
	ck_assert_uint_eq(io.refused, 1);
	ck_assert_uint_eq(io.bytes, text.n - 11);
	buf_free(&text);
}
END_TEST

/* All of them, as many at once as can be: what is in hand is not forgotten. */
static void
take_heavy(struct str text)
{
	struct arena a = { 0 };
	struct source *s;
	struct reader *r = record_io_open(&io, &a, text, &s);
	struct split *split = split_new(&a, r);
	struct chunk c = { 0 };
	struct record rec[8] = { { 0 } };
	struct reject why;
	uint32_t n, k, all = 0, most = 0;

	while (reader_cut(r, &c, &io.err) == 1)
		for (split_start(split, &c); split_take(split, rec, 8, &n, &why) != 0 || n != 0;) {
			most = n > most ? n : most;
			for (k = 0; k < n; k++, all++) {
				ck_assert_int_eq(rec[k].shape->label[0].p[0], '0' + (int)all % 10);
				ck_assert_uint_eq(rec[k].shape->label[0].n, 700001);
			}
		}
	ck_assert_uint_eq(all, 20);
	ck_assert_uint_eq(most, 6);
	split_free(split);
	chunk_free(&c);
	reader_close(r);
	source_close(s, &io.err);
	arena_free(&a);
}

/* New keys without end: shapes are forgotten, by their number and by what they weigh. */
START_TEST(heavy_keys)
{
	struct buf text = { 0 };
	int i;

	for (i = 0; i < 20; i++) {
		buf_printf(&text, "{\"%d", i % 10);
		memset(buf_room(&text, 700000), 'k', 700000);
		text.n += 700000;
		buf_printf(&text, "\":%d}\n", i);
	}
	io.read = (struct read_options){ .from = FORMAT_JSONL, .block = 20000000 };
	ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
	ck_assert_uint_eq(io.records, 20);
	ck_assert(str_eq(buf_text(&io.out), buf_text(&text)));
	take_heavy(buf_text(&text));
	buf_free(&text);
}
END_TEST

/* How many come at once: until one is refused, a shape is forgotten, or what is taken apart lives in one
 * place. */
START_TEST(taken_together)
{
	static const struct unfold_rule rules[] = { { { "p", 1 }, { 0 }, { 0 } }, { { 0 }, { 0 }, { 0 } } };
	static const char *const text = "{\"a\":1}\n{\"p\":{\"b\":2}}\n[\n{\"c\":3}\n{\"d\":4}\n";
	static const struct { bool unfolds; const char *want; } cases[] = {
		{ false, "a p | c d . " }, { true, "a . b . | c . d . " },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct source *s;
		struct buf said = { 0 };
		struct chunk c = { 0 };
		struct record rec[8] = { { 0 } };
		struct reject why;
		struct reader *r;
		struct split *split;
		uint32_t n, k;
		int got = 1;

		io.read = (struct read_options){ .from = FORMAT_JSONL, .unfold = cases[i].unfolds ? rules : NULL };
		r = record_io_open(&io, &a, str_of(text), &s);
		split = split_new(&a, r);
		ck_assert_int_eq(reader_cut(r, &c, &io.err), 1);
		split_start(split, &c);
		while (got != 0) {
			got = split_take(split, rec, 8, &n, &why);
			for (k = 0; k < n; k++)
				buf_printf(&said, "%.*s ", STR_ARG(rec[k].shape->label[0]));
			if (got < 0 || n != 0)
				buf_printf(&said, got < 0 ? "| " : ". ");
		}
		buf_byte(&said, '\0');
		ck_assert_str_eq(said.p, cases[i].want);
		buf_free(&said);
		split_free(split);
		chunk_free(&c);
		reader_close(r);
		source_close(s, &io.err);
		arena_free(&a);
	}
	io.read = (struct read_options){ 0 };
}
END_TEST

START_TEST(nul_and_depth_are_refused)
{
	char text[512], want[600];
	struct str in = { "{\"a\":1\0}\n{}\n", 12 };

	io.read.from = FORMAT_JSONL;
	ck_assert_int_eq(record_io(&io, in), 0);
	ck_assert(str_is(buf_text(&io.out), "{}\n"));
	ck_assert(str_starts(buf_text(&io.rejects), STR("1:7 nul: a NUL byte \"{\"a\":1\0}\"")));
	ck_assert_int_eq(record_io(&io, STR("\0{\"a\":1}\n{}\n")), 0);
	ck_assert(str_starts(buf_text(&io.rejects), STR("1:1 nul: a NUL byte \"\0{\"a\":1}\"")));
	memset(text, 0, sizeof text);
	strcpy(text, "{\"a\":");
	memset(text + 5, '[', 64);
	memset(text + 69, ']', 64);
	strcat(text, "}");
	snprintf(want, sizeof want, "1:69 depth: nested more than 64 levels deep \"%s\"\n", text);
	read_json(FORMAT_JSONL, text, strlen(text), "", want);
	read_json(FORMAT_JSON, text, strlen(text), "", want);
}
END_TEST

START_TEST(long_records_are_refused)
{
	char text[600], one[300];

	memset(one, 0, sizeof one);
	snprintf(one, sizeof one, "{\"a\":\"%0200d\"}", 0);
	snprintf(text, sizeof text, "{\"b\":1}\n%s\n{\"b\":2}\n", one);
	io.read.max_record = 100;
	read_json(FORMAT_JSONL, text, strlen(text), "{\"b\":1}\n{\"b\":2}\n",
	    "2:1 size: longer than a record may be (--max-record) \"\"\n");
	read_json(FORMAT_JSON, text, strlen(text), "{\"b\":1}\n{\"b\":2}\n",
	    "2:1 size: longer than a record may be (--max-record) \"\"\n");
	/* Its line end goes with it. */
	ck_assert_int_eq(record_io(&io, (io.read.from = FORMAT_JSONL, str_of(text))), 0);
	ck_assert_uint_eq(io.blank, 0);
	ck_assert_uint_eq(io.lines, 3);
	io.read.max_record = strlen(one);
	read_json(FORMAT_JSONL, one, strlen(one), strcat(one, "\n"), "");
	io.read.max_record = strlen(one) - 2;
	read_json(FORMAT_JSON, one, strlen(one), "",
	    "1:1 size: longer than a record may be (--max-record) \"\"\n");
	/* The last line, without an end; and what is no object. */
	io.read.max_record = 10;
	LINES("{\"b\":1}\n{\"a\":12345678}", "{\"b\":1}\n",
	    "2:1 size: longer than a record may be (--max-record) \"\"\n");
	JSON("[{\"b\":1}, wordwordword, 1234567890, {}]", "{\"b\":1}\n{}\n",
	    "1:11 size: longer than a record may be (--max-record) \"\"\n"
	    "1:25 json: expected a JSON object \"1234567890\"\n");
	io.read.max_record = 0;
}
END_TEST

/* Records larger than the reader's window; the last is too large for any. */
START_TEST(large_records)
{
	static const size_t sizes[] = { 10, 300000, 1000000, 20, 3000000, 30 };
	static const enum format formats[] = { FORMAT_JSONL, FORMAT_JSON };
	struct buf text = { 0 }, want = { 0 };
	size_t i, k;

	for (k = 0; k < 2; k++) {
		text.n = want.n = 0;
		for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			struct buf *b = &text;

			do {
				buf_str(b, STR("{\"a\":\""));
				memset(buf_room(b, sizes[i]), 'x', sizes[i]);
				b->n += sizes[i];
				buf_str(b, STR("\"}\n"));
			} while (sizes[i] < 3000000 && b == &text && (b = &want));
		}
		io.read = (struct read_options){ .from = formats[k] };
		ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
		ck_assert(str_eq(buf_text(&io.out), buf_text(&want)));
		ck_assert(str_is(buf_text(&io.rejects),
		    "5:1 size: longer than a record may be (--max-record) \"\"\n"));
		ck_assert_uint_eq(io.bytes, text.n);
		ck_assert_uint_eq(io.lines, 6);
	}
	buf_free(&text);
	buf_free(&want);
}
END_TEST

START_TEST(many_members)
{
	struct buf text = { 0 };
	int i, n;

	for (n = 10000; n <= 10001; n++) {
		text.n = 0;
		for (i = 0; i < n; i++)
			buf_printf(&text, "%c\"%d\":%d", i ? ',' : '{', i, i);
		buf_str(&text, STR("}\n"));
		io.read.from = FORMAT_JSONL;
		io.read.block = 0;
		ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
		ck_assert_uint_eq(io.records, n == 10000);
		ck_assert(n == 10000 ? str_eq(buf_text(&text), buf_text(&io.out)) :
				       str_starts(buf_text(&io.rejects),
				       STR("1:117782 columns: ")));
	}
	buf_free(&text);
}
END_TEST

START_TEST(arrays_and_sequences)
{
	JSON("", "", "");
	JSON(" [ ] ", "", "");
	JSON("[{\"a\":1},{\"a\":\"]}\\\"\"} , {}]\n", "{\"a\":1}\n{\"a\":\"]}\\\"\"}\n{}\n", "");
	ck_assert_uint_eq(io.lines, 1);
	JSON("{\"a\":1}{\"a\":2}\n\n{\"a\":3}", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", "");
	ck_assert_uint_eq(io.lines, 3);
	ck_assert_uint_eq(io.blank, 0);
	JSON("[{\"a\":1}]\n[{\"a\":2}]\n{\"a\":3}\n", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", "");
	JSON("[\n  {\n    \"a\": 1,\n    \"b\": [\n      {}\n    ]\n  },\r\n  {\n    \"a\": 2\n"
	    "  }\n]\n",
	    "{\"a\": 1,\"b\": [{}]}\n{\"a\": 2}\n", "");
	ck_assert_uint_eq(io.lines, 11);
}
END_TEST

START_TEST(what_is_no_object_is_refused)
{
	JSON("[{\"a\":1}, 7, \"x, y\", [1,{}], null, {\"a\":2}]", "{\"a\":1}\n{\"a\":2}\n",
	    "1:11 json: expected a JSON object \"7\"\n"
	    "1:14 json: expected a JSON object \"\"x, y\"\"\n"
	    "1:22 json: expected a JSON object \"[1,{}]\"\n"
	    "1:30 json: expected a JSON object \"null\"\n");
	JSON("[{\"a\":1},\n{\"a\":tru},\n{\"a\":3}]", "{\"a\":1}\n{\"a\":3}\n",
	    "2:9 json: not JSON from here on \"{\"a\":tru}\"\n");
	JSON("[{\"a\":1} {\"a\":2},,{\"a\":3},]", "{\"a\":1}\n{\"a\":3}\n",
	    "1:10 json: expected a comma before this object \"{\"a\":2}\"\n"
	    "1:18 json: a comma too many \",\"\n"
	    "1:27 json: a comma before the end of the array \"]\"\n");
	JSON("[\"a\\\"b\",\t\"c\\\\\", \"open\\\n,{\"a\":1},\"\"]", "{\"a\":1}\n",
	    "1:2 json: expected a JSON object \"\"a\\\"b\"\"\n"
	    "1:10 json: expected a JSON object \"\"c\\\\\"\"\n"
	    "1:17 json: expected a JSON object \"\"open\\\"\n"
	    "2:10 json: expected a JSON object \"\"\"\"\n");
	JSON("{\"a\":1}\n\"end\\", "{\"a\":1}\n", "2:1 json: expected a JSON object \"\"end\\\"\n");
	JSON("{\"a\":1}\n\"end", "{\"a\":1}\n", "2:1 json: expected a JSON object \"\"end\"\n");
	JSON("{\"a\":1}, {\"a\":2}] x", "{\"a\":1}\n{\"a\":2}\n",
	    "1:8 json: expected a JSON object \",\"\n1:17 json: expected a JSON object \"]\"\n"
	    "1:19 json: expected a JSON object \"x\"\n");
}
END_TEST

/* A missing quote or bracket costs its own record; those behind it survive. */
START_TEST(lost_ends_are_found_again)
{
	JSON("[\n  {\n    \"a\": \"x,\n    \"b\": [\n      {\n        \"c\": 1\n      }\n"
	    "    ]\n  },\n"
	     "  {\n    \"a\": 2\n  }\n]\n",
	    "{\"a\": 2}\n",
	    "3:13 json: not JSON from here on \"{\n    \"a\": \"x,\n    \"b\": [\n"
	    "      {\n        \"c\": 1\n"
	    "      }\n    ]\n  },\"\n");
	JSON("[\n{\"a\":1},\n{\"a\":[},\n{\"a\":3},\n{\"a\":\"x},\n{\"a\":5}\n]\n",
	    "{\"a\":1}\n{\"a\":3}\n{\"a\":5}\n",
	    "3:7 json: not JSON from here on \"{\"a\":[},\"\n"
	    "5:10 json: not JSON from here on \"{\"a\":\"x},\"\n");
	JSON("[{\n  \"a\": {\n  \"b\": 1\n}, {\n  \"a\": ]\n}, {\n  \"a\": 3\n}]\n", "{\"a\": 3}\n",
	    "4:4 json: not JSON from here on \"{\n  \"a\": {\n  \"b\": 1\n}, {\n  \"a\": ]\n"
	    "},\"\n");
	/* Lines that close what is open, in every order; blanks of any kind; one that is indented more. */
	JSON("[\n\t{\"a\":\"x},\n\t]\r\n\t[,\n\t\t{\"b\":1}\n\t{\"a\":2}\n]", "{\"a\":2}\n",
	    "2:11 json: not JSON from here on \"{\"a\":\"x},\n\t]\r\n\t[,\n\t\t{\"b\":1}\"\n");
	JSON("[\n{\"a\":\"x},\n] , [ \t x {\"a\":1},\n \t{\"a\":2},\n},{\"a\":3}\n]", "{\"a\":3}\n",
	    "2:10 json: not JSON from here on \"{\"a\":\"x},\n] , [ \t x {\"a\":1},\n \t{\"a\":2},\n},\"\n");
	JSON("{\"a\":\"x}\n{\"a\":2}\n", "{\"a\":2}\n",
	    "1:9 json: not JSON from here on \"{\"a\":\"x}\"\n");
	JSON("[{\"a\":1},{\"a\":\"x},{\"a\":3}]", "{\"a\":1}\n",
	    "1:21 json: not JSON from here on \"{\"a\":\"x},{\"a\":3}]\"\n");
	/* Where all brackets fit, no end was lost. */
	JSON("[{\"a\":[{\"b\":[[1]]}],x},{\"a\":2},{\"a\":{\"b\":[1]}]},{\"a\":3}]", "{\"a\":2}\n",
	    "1:21 json: not JSON from here on \"{\"a\":[{\"b\":[[1]]}],x}\"\n"
	    "1:46 json: not JSON from here on \"{\"a\":{\"b\":[1]}]},{\"a\":3}]\"\n");
}
END_TEST

START_TEST(cut_off_input)
{
	static const char *const text = "[{\"a\":1},\n {\"a\":2}\n";

	io.read.from = FORMAT_JSON;
	ck_assert_int_eq(record_io(&io, str_of(text)), -1);
	ck_assert(strstr(io.err.text, "ends inside the array") != NULL);
	ck_assert_int_eq(io.err.kind, ERR_INPUT);
	ck_assert_uint_eq(io.err.at.line, 3);
	ck_assert_uint_eq(io.records, 2);
	JSON("{\"a\":1}\n{\"a\":", "{\"a\":1}\n", "2:6 json: ends inside the object \"{\"a\":\"\n");
}
END_TEST

static enum format
sniffed(const char *text)
{
	io.read = (struct read_options){ .from = FORMAT_AUTO };
	return format_json_sniff_lines(str_of(text), true) ? FORMAT_JSONL :
	    format_json_sniff(str_of(text), true) ? FORMAT_JSON : FORMAT_AUTO;
}

START_TEST(formats_are_told_apart)
{
	static const char *const lines[] = { "{\"a\":1}", "\n {\"a\":1}\n{", "{}",
		"{\"a\":1}\n{\"a\":",
		"{\"a\":tru}\n{\"a\":2}", "{\"a\":\n{\"a\":2}", "{\"a\":1} x\n", "{ }\n" };
	static const char *const json[] = { "[", "[]", "[{", " [\n{\"a\"", "{\n  \"a\": 1\n}\n",
		"{\"a\":1}{\"a\":2}",
		"{\"a\": 1,\n \"b\": 2}\n", "{\n}\n", "{\"a\": x,\n \"b\": 2}\n", "[1, 2]" };
	static const char *const other[] = { "", "a,b\n", "{a},{b}\n", "[id],[name]\n1,2\n",
		"\"{\"\n", "[1],[2]\n",
		"{x}\n" };
	size_t i;

	for (i = 0; i < sizeof lines / sizeof *lines; i++)
		ck_assert_msg(sniffed(lines[i]) == FORMAT_JSONL, "%s", lines[i]);
	for (i = 0; i < sizeof json / sizeof *json; i++)
		ck_assert_msg(sniffed(json[i]) == FORMAT_JSON, "%s", json[i]);
	for (i = 0; i < sizeof other / sizeof *other; i++)
		ck_assert_msg(sniffed(other[i]) == FORMAT_AUTO, "%s", other[i]);
	/* An array of no objects is one when its end is seen. */
	ck_assert(format_json_sniff(STR("[1, 2]"), true));
	ck_assert(!format_json_sniff(STR("[1, 2]"), false));
}
END_TEST

static uint64_t ids[16];
static size_t id_count;

static void
note_shape(struct record *r)
{
	ids[id_count++ % 16] = r->shape->id;
}

START_TEST(shapes_are_shared)
{
	io.row = note_shape;
	id_count = 0;
	LINES("{\"a\":1,\"b\":2}\n", "{\"a\":1,\"b\":2}\n", "");
	io.read.block = 0;
	id_count = 0;
	ck_assert_int_eq(record_io(&io, STR("{\"a\":1,\"b\":2}\n{\"b\":1,\"a\":2}\n"
	    "{\"a\" :0,\"b\":2}\n{}\n"
	    "{\"a\":1}\n{\"ab\":1}\n{\"b\":1,\"a\":2}\n{\"\\u0061\":1}\n{\"a\":1,\"b\":2,\"c\":3}\n"
	    "{}\n")), 0);
	ck_assert_uint_eq(ids[0], ids[2]);
	ck_assert_uint_eq(ids[1], ids[6]);
	ck_assert_uint_eq(ids[3], ids[9]);
	ck_assert_uint_ne(ids[0], ids[1]);
	ck_assert_uint_ne(ids[4], ids[5]);
	ck_assert_uint_ne(ids[0], ids[8]);
	ck_assert_uint_ne(ids[3], ids[0]);
	io.row = NULL;
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("json_read");
	int failed;

	tcase_add_test(t, lines_pass_unchanged);
	tcase_add_test(t, blank_lines_are_counted);
	tcase_add_test(t, bad_lines_are_refused_alone);
	unit_each(t, where_the_window_ends, late);
	tcase_add_test(t, endless_items);
	tcase_add_test(t, heavy_keys);
	tcase_add_test(t, taken_together);
	tcase_add_test(t, nul_and_depth_are_refused);
	tcase_add_test(t, long_records_are_refused);
	tcase_add_test(t, large_records);
	tcase_add_test(t, many_members);
	tcase_add_test(t, arrays_and_sequences);
	tcase_add_test(t, what_is_no_object_is_refused);
	tcase_add_test(t, lost_ends_are_found_again);
	tcase_add_test(t, cut_off_input);
	tcase_add_test(t, formats_are_told_apart);
	tcase_add_test(t, shapes_are_shared);
	failed = unit_run("json_read", t);
	record_io_free(&io);
	return failed;
}
