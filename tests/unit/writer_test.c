/* writer: every format into every other, the tool's cells, --columns, --excel, --one-line. */

#include "unit.h"
#include "../record_io.h"
#include "record/cell.h"

enum { MOST_COLUMNS = 8 };

static struct record_io io;
static struct str own[MOST_COLUMNS];

static enum column_kind
kind(struct str name)
{
	return str_is(name, "flags") ? COLUMN_LIST :
	    str_is(name, "activities") ? COLUMN_JSON : COLUMN_TEXT;
}

/* The tool's columns: score, grade, when there is room also the rest of the kinds of cells. */
static void
fill(struct record *r)
{
	static const struct str items[] = { { "a;b", 3 }, { "c \"d\"", 5 } };
	uint32_t i;

	for (i = 0; i < io.write.own_count; i++) {
		if (str_is(own[i], "score"))
			record_set_number(r, i, CELL_POINTS, 87500);
		else if (str_is(own[i], "grade"))
			record_set_text(r, i, STR("A, \"good\""));
		else if (str_is(own[i], "count"))
			record_set_number(r, i, CELL_NUMBER, -12);
		else if (str_is(own[i], "hot"))
			record_set_number(r, i, CELL_BOOL, 1);
		else if (str_is(own[i], "due_at"))
			record_set_number(r, i, CELL_TIME, 1772359200);
		else if (str_is(own[i], "keep"))
			r->own[i] = (struct cell){ .kind = CELL_KEEP };
		else if (str_is(own[i], "reasons"))
			record_set_list(r, i, items, 2);
		else
			r->own[i] = (struct cell){ .kind = CELL_NONE };
	}
}

static void
use(enum format from, enum format to, const char *columns)
{
	struct str rest = str_of(columns);

	io.read = (struct read_options){ .from = from };
	io.write = (struct write_options){ .to = to, .own = own, .kind = kind };
	io.row = fill;
	while (columns != NULL && str_split(&rest, ' ', &own[io.write.own_count]))
		io.write.own_count++;
}

static void
expect(const char *text, const char *want)
{
	int result = record_io(&io, str_of(text));

	ck_assert_msg(result == 0, "%s%s", text, io.err.text);
	ck_assert_msg(str_is(buf_text(&io.out), want), "%s\nwanted:\n%s\ngot:\n%.*s", text, want,
	    STR_ARG(buf_text(&io.out)));
}

static void
expect_error(const char *text, const char *want)
{
	ck_assert_int_eq(record_io(&io, str_of(text)), -1);
	ck_assert_msg(strcmp(io.err.text, want) == 0, "%s", io.err.text);
	ck_assert_int_eq(io.err.kind, ERR_CONFIG);
}

START_TEST(csv_passes_raw)
{
	use(FORMAT_CSV, FORMAT_CSV, NULL);
	expect("a,b\n1,\"x\"\n\"\"\"y\"\"\n\",5'10\"\n,\n", "a,b\n1,\"x\"\n\"\"\"y\"\"\n\",5'10\"\n"
	    ",\n");
	expect("a;b;c\r\n1;;\"x;\"\r\n", "a;b;c\r\n1;;\"x;\"\r\n");
	expect("a,a,,\"b\"\n1,2,3,4", "a,a,,\"b\"\n1,2,3,4\n");
	expect("a,b\n", "a,b\n");
	expect("", "");
	expect("\"a\"\n\"\"\nx\n", "\"a\"\n\"\"\nx\n");
	use(FORMAT_TSV, FORMAT_TSV, NULL);
	expect("a\tb\n1,5\t\"x\ty\"\n", "a\tb\n1,5\t\"x\ty\"\n");
}
END_TEST

START_TEST(csv_takes_the_tools_cells)
{
	use(FORMAT_CSV, FORMAT_CSV, "score grade");
	expect("a,b\n1,\"x\"\n", "a,b,score,grade\n1,\"x\",87.5,\"A, \"\"good\"\"\"\n");
	expect("a;b\r\n1;2\r\n", "a;b;score;grade\r\n1;2;87.5;\"A, \"\"good\"\"\"\r\n");
	expect("grade,a,score\n\"old\",\"x\",5\n,5'10\",\n",
	    "grade,a,score\n\"A, \"\"good\"\"\",\"x\",87.5\n\"A, \"\"good\"\"\",5'10\",87.5\n");
	expect("score,a,score\n1,2,3\n", "score,a,score,grade\n87.5,2,87.5,\"A, \"\"good\"\"\"\n");
	expect("a\n", "a,score,grade\n");
	expect("", "");
	use(FORMAT_CSV, FORMAT_CSV, "count hot due_at reasons none");
	expect("a\n1\n", "a,count,hot,due_at,reasons,none\n"
	    "1,-12,true,2026-03-01T10:00:00Z,\"a\\;b;c \"\"d\"\"\",\n");
	/* As it was, or empty where it was not. */
	use(FORMAT_CSV, FORMAT_CSV, "keep score");
	expect("keep,a,score\n\"x\",1,2\n", "keep,a,score\n\"x\",1,87.5\n");
	expect("a\n1\n", "a,keep,score\n1,,87.5\n");
	use(FORMAT_CSV, FORMAT_TSV, "keep");
	expect("a,keep\n1,\"x,\"\n", "a\tkeep\n1\tx,\n");
	use(FORMAT_CSV, FORMAT_CSV, "none");
	expect("none\nx\n", "none\n\"\"\n");
}
END_TEST

static const struct str words[] = { { "plain", 5 }, { "a,b", 3 }, { "a\nb", 3 }, { "a\rb", 3 }, { "a\"b", 3 },
	{ "\xc3\xa4", 2 }, { "more than a word: a whole text", 30 }, { "=1", 2 }, { "", 0 } };

static void
fill_words(struct record *r)
{
	record_set_text(r, 0, words[io.records - 1]);
}

/* What a tool may put into its column, in place, cell by cell, and for spreadsheets. */
START_TEST(words_of_tools)
{
	static const char *const want = "x,w\n1,plain\n1,\"a,b\"\n1,\"a\nb\"\n1,\"a\rb\"\n1,\"a\"\"b\"\n1,\xc3\xa4\n"
	    "1,more than a word: a whole text\n1,=1\n1,\n";
	static const char *const rows = "x\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

	use(FORMAT_CSV, FORMAT_CSV, "w");
	io.row = fill_words;
	expect(rows, want);
	io.write.columns = "x,w";
	expect(rows, want);
	io.write.columns = NULL;
	io.write.excel = true;
	io.write.eol = STR("\n");
	expect(rows, "\xef\xbb\xbfx,w\r\n1,plain\r\n1,\"a,b\"\r\n1,\"a\nb\"\r\n1,\"a\rb\"\r\n1,\"a\"\"b\"\r\n1,\xc3\xa4\r\n"
	    "1,more than a word: a whole text\r\n1,'=1\r\n1,\r\n");
}
END_TEST

START_TEST(csv_becomes_json)
{
	use(FORMAT_CSV, FORMAT_JSONL, "score");
	expect("id,name,id,\n00501,\"Ann \"\"A\"\"\n\\\t\",1.10,\n",
	    "{\"id\":\"00501\",\"name\":\"Ann \\\"A\\\"\\n\\\\\\t\",\"id_2\":\"1.10\",\"column_4\":\"\","
	    "\"score\":87.5}\n");
	expect("a\"b,\x01\n1,\x1f\x7f\n",
	    "{\"a\\\"b\":\"1\",\"\\u0001\":\"\\u001f\x7f\",\"score\":87.5}\n");
	expect("flags,activities\na;b\\;c,\"[{\"\"type\"\": \"\"x\"\"},\n {}]\"\n,\nx,[1\nx, []\nx,[1] y\nx,[] \nx,7\n",
	    "{\"flags\":[\"a\",\"b;c\"],\"activities\":[{\"type\": \"x\"},{}],\"score\":87.5}\n"
	    "{\"flags\":\"\",\"activities\":\"\",\"score\":87.5}\n"
	    "{\"flags\":[\"x\"],\"activities\":\"[1\",\"score\":87.5}\n"
	    "{\"flags\":[\"x\"],\"activities\":\" []\",\"score\":87.5}\n"
	    "{\"flags\":[\"x\"],\"activities\":\"[1] y\",\"score\":87.5}\n"
	    "{\"flags\":[\"x\"],\"activities\":[] ,\"score\":87.5}\n"
	    "{\"flags\":[\"x\"],\"activities\":\"7\",\"score\":87.5}\n");
	use(FORMAT_CSV, FORMAT_JSONL, "count hot due_at reasons none");
	expect("a\n1\n",
	    "{\"a\":\"1\",\"count\":-12,\"hot\":true,\"due_at\":\"2026-03-01T10:00:00Z\","
	    "\"reasons\":[\"a;b\",\"c \\\"d\\\"\"],\"none\":null}\n");
	use(FORMAT_CSV, FORMAT_JSONL, "a");
	expect("a,b\n1,2\n", "{\"a\":null,\"b\":\"2\"}\n");
}
END_TEST

START_TEST(json_arrays_have_commas)
{
	use(FORMAT_CSV, FORMAT_JSON, NULL);
	expect("a\n1\n2\n", "[\n{\"a\":\"1\"},\n{\"a\":\"2\"}\n]\n");
	expect("a\n1\n", "[\n{\"a\":\"1\"}\n]\n");
	expect("a\n", "[]\n");
	expect("", "[]\n");
	use(FORMAT_CSV, FORMAT_JSONL, NULL);
	expect("a\n", "");
	use(FORMAT_JSONL, FORMAT_JSON, "score");
	expect("{\"a\" :1} \n{}\n", "[\n{\"a\" :1,\"score\":87.5} ,\n{\"score\":87.5}\n]\n");
	use(FORMAT_JSON, FORMAT_JSON, NULL);
	expect("[{\n \"a\": 1\n}]", "[\n{\n \"a\": 1\n}\n]\n");
	expect("[]", "[]\n");
	io.write.one_line = true;
	expect("[{\n \"a\": 1\n}]", "[\n{\"a\": 1}\n]\n");
}
END_TEST

START_TEST(json_lines_pass_raw)
{
	use(FORMAT_JSONL, FORMAT_JSONL, "score grade");
	expect(" { \"id\" : 1.10, \"id\":null }\r\n",
	    " { \"id\" : 1.10, \"id\":null,\"score\":87.5,\"grade\":\"A, \\\"good\\\"\" }\r\n");
	expect("{ }\n", "{\"score\":87.5,\"grade\":\"A, \\\"good\\\"\" }\n");
	expect("{\"grade\": [1, 2] ,\"x\":1,\"score\":\"\\u0041\"}\n",
	    "{\"grade\": \"A, \\\"good\\\"\" ,\"x\":1,\"score\":87.5}\n");
	expect("{\"score\":1,\"\\u0073core\":2,\"grade\":{}}\n",
	    "{\"score\":87.5,\"\\u0073core\":87.5,\"grade\":\"A, \\\"good\\\"\"}\n");
	use(FORMAT_JSONL, FORMAT_JSONL, "keep score");
	expect("{\"keep\": [1],\"score\":2}\n{}\n",
	    "{\"keep\": [1],\"score\":87.5}\n{\"keep\":null,\"score\":87.5}\n");
	use(FORMAT_JSON, FORMAT_JSONL, "score");
	expect("[{\"a\":\r1}]", "{\"a\":1,\"score\":87.5}\n");
	expect("[\n  {\n    \"a\": \"x  y\",\r\n\t\"b\": [\n1,\n2]\n  }\n]\n",
	    "{\"a\": \"x  y\",\"b\": [1,2],\"score\":87.5}\n");
}
END_TEST

START_TEST(json_becomes_csv)
{
	use(FORMAT_JSONL, FORMAT_CSV, "score");
	expect("{\"a\":\"x,\\\"y\\\"\\n\",\"b\":1.10}\n{\"c\":null,\"a\":[1, \"b\"],\"d\":true}\n"
	    "{}\n",
	    "a,b,c,d,score\n\"x,\"\"y\"\"\n\",1.10,,,87.5\n\"[1, \"\"b\"\"]\",,,true,87.5\n"
	    ",,,,87.5\n");
	expect("{\"a\":1,\"a\":2,\"\":3}\n", "a,a_2,column_3,score\n1,2,3,87.5\n");
	expect("{\"score\":1,\"a\":\"\xc3\xa9\"}\n", "score,a\n87.5,\xc3\xa9\n");
	use(FORMAT_JSONL, FORMAT_CSV, NULL);
	expect("{\"flags\":[\"a;b\",\"c\\\\\",7],\"x\":{\"y\":[]}}\n"
	    "{\"flags\":[null]}\n{\"flags\":[]}\n",
	    "flags,x\na\\;b;c\\\\;7,\"{\"\"y\"\":[]}\"\n[null],\n,\n");
	expect("{\"flags\":{\"a\":1}}\n{\"flags\":\"p;q\"}\n", "flags\n\"{\"\"a\"\":1}\"\np;q\n");
	expect("{\"flags\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,"
	    "31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,"
	    "61,62,63,64,65]}\n", "flags\n1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;"
	    "27;28;29;30;31;32;33;34;35;36;37;38;39;40;41;42;43;44;45;46;47;48;49;50;51;52;53;54;55;56;57;"
	    "58;59;60;61;62;63;64;65\n");
	expect("{\"a\":null}\n{\"a\":\"\"}\n", "a\n\"\"\n\"\"\n");
	expect("{}\n", "\"\"\n\"\"\n");
	expect("", "");
	use(FORMAT_JSON, FORMAT_TSV, NULL);
	expect("[{\"a\":\"x\\ty\",\"b\":\"1,5\"}]", "a\tb\n\"x\ty\"\t1,5\n");
}
END_TEST

START_TEST(dialects_change)
{
	use(FORMAT_CSV, FORMAT_TSV, "score");
	expect("a;b\r\n\"1;2\";\"x\ty\"\r\n", "a\tb\tscore\r\n1;2\t\"x\ty\"\t87.5\r\n");
	use(FORMAT_TSV, FORMAT_CSV, NULL);
	io.write.eol = STR("\n");
	expect("a\tb\r\n1,5\t\"2\"\r\n", "a,b\n\"1,5\",2\n");
	expect("a\ta\t\n1\t2\t3\n", "a,a,\n1,2,3\n");
}
END_TEST

START_TEST(columns_are_selected)
{
	use(FORMAT_CSV, FORMAT_CSV, "score");
	io.write.columns = "score,b";
	expect("a,b,c\n1,\"2\",3\n", "score,b\n87.5,\"2\"\n");
	io.write.columns = "-a";
	expect("a,b,c\n1,\"2\",3\n", "b,c,score\n\"2\",3,87.5\n");
	io.write.columns = " +score, -`a, b` ";
	expect("\"a, b\",c\n1,2\n", "c,score\n2,87.5\n");
	io.write.columns = "created at, B-C,ID";
	expect("created_at,b_c,id,x\n1,2,3,4\n", "created_at,b_c,id\n1,2,3\n");
	io.write.columns = "x_2,column_3,x";
	expect("x,x,\n1,2,3\n", "x_2,column_3,x\n2,3,1\n");
	io.write.columns = "b";
	expect("a,b\n1,\n", "b\n\"\"\n");
	io.write.columns = "b,nope";
	use(FORMAT_JSONL, FORMAT_JSONL, "score");
	io.write.columns = "b,nope,score,a";
	expect("{\"a\": [1], \"b\":null,\"c\":1}\n{}\n", "{\"b\":null,\"score\":87.5,\"a\":[1]}\n"
	    "{\"score\":87.5}\n");
	io.write.columns = "a,A,b,a";
	expect("{\"a\": [1], \"b\":null,\"c\":1}\n{\"A\":2}\n", "{\"a\":[1],\"b\":null}\n{\"A\":2}\n");
	io.write.columns = "-a,-score";
	expect("{\"a\": [1], \"b\":null,\"c\":1}\n{}\n", "{\"b\":null,\"c\":1}\n{}\n");
	use(FORMAT_CSV, FORMAT_JSONL, "score");
	io.write.columns = "b";
	expect("a,b\n1,2\n", "{\"b\":\"2\"}\n");
}
END_TEST

START_TEST(selections_that_make_no_sense)
{
	static const struct {
		const char *columns, *message;
	} want[] = {
		{ "scroe", "--columns: no column \"scroe\"; did you mean \"score\"?" },
		{ "zzzzzz", "--columns: no column \"zzzzzz\"" },
		{ "-zzzzzz", "--columns: no column \"zzzzzz\"" },
		{ "a,a", "--columns: \"a\" is named twice" },
		{ "a,-b", "--columns: either every name has a sign, + or -, or none has" },
		{ "a,", "--columns: a name is missing" },
		{ "", "--columns: a name is missing" },
		{ "+", "--columns: a name is missing" },
		{ "`a", "--columns: a backquote is not closed" },
		{ "`a`b", "--columns: expected a comma behind `a`" },
		{ "`A`", "--columns: no column \"A\"; did you mean \"a\"?" },
		{ "-a,-b,-score", "--columns: no column is left" },
	};
	size_t i;

	use(FORMAT_CSV, FORMAT_CSV, "score");
	for (i = 0; i < sizeof want / sizeof *want; i++) {
		io.write.columns = want[i].columns;
		expect_error("a,b\n1,2\n", want[i].message);
	}
	io.write.columns = "`b` ,a";
	expect("a,b\n1,2\n", "b,a\n2,1\n");
	io.write.columns = "A-B,c d";
	expect("a b,C_D\n1,2\n", "a b,C_D\n1,2\n");
	expect("a_b,c-d\n1,2\n", "a_b,c-d\n1,2\n");
	io.write.columns = "cd";
	expect_error("Cd,cD\n1,2\n", "--columns: no column \"cd\"; did you mean \"Cd\"?");
	/* What the tool could add, too. */
	io.write.offered = (const struct str[]){ STR("category"), STR("temperature") };
	io.write.offered_count = 2;
	io.write.columns = "temprature";
	expect_error("a,b\n1,2\n", "--columns: no column \"temprature\"; did you mean \"temperature\"?");
}
END_TEST

START_TEST(spreadsheets_are_safe)
{
	use(FORMAT_CSV, FORMAT_CSV, "score count");
	io.write.excel = true;
	expect("a,=b\n=1+1,-5\n+49301234567,\"x;y\"\n00501,'=x\n",
	    "\xef\xbb\xbf" "a,'=b,score,count\r\n"
	    "'=1+1,-5,87.5,-12\r\n'+49301234567,\"x;y\",87.5,-12\r\n"
	    "'00501,''=x,87.5,-12\r\n");
	expect("a\n-5.\n-.5\n-1.5x\n-12,5\n\"-12,5\"\n-\n", "\xef\xbb\xbf" "a,score,count\r\n"
	    "'-5.,87.5,-12\r\n'-.5,87.5,-12\r\n'-1.5x,87.5,-12\r\n\"-12,5\",87.5,-12\r\n'-,87.5,-12\r\n");
	expect("a\n\"@x\ny,\"\"z\"\"\"\n", "\xef\xbb\xbf" "a,score,count\r\n"
	    "\"'@x\ny,\"\"z\"\"\",87.5,-12\r\n");
}
END_TEST

START_TEST(lines_are_joined)
{
	use(FORMAT_CSV, FORMAT_CSV, "score");
	io.write.one_line = true;
	expect("a,\"b\nc\"\n\"1\r\n2\",\"x, y\"\n3,\"\"\"\n\r\"\"\"\n\"4\",5\n",
	    "a,b c,score\n1 2,\"x, y\",87.5\n3,\"\"\"  \"\"\",87.5\n\"4\",5,87.5\n");
	ck_assert_uint_eq(io.joined, 4);
	use(FORMAT_JSONL, FORMAT_CSV, NULL);
	io.write.one_line = true;
	expect("{\"a\":\"x\\r\\ny\"}\n", "a\nx y\n");
	ck_assert_uint_eq(io.joined, 1);
	use(FORMAT_JSONL, FORMAT_JSONL, NULL);
	io.write.one_line = true;
	expect("{\"a\":\"x\\r\\ny\"}\n", "{\"a\":\"x\\r\\ny\"}\n");
}
END_TEST

/* lead-import makes records up: fields of any kind, no raw bytes. */
START_TEST(made_up_records)
{
	struct arena a = { 0 };
	const struct str names[] = { STR("a"), STR("b"), STR("c"), STR("d"), STR("flags") };
	const struct shape *shape = record_shape(&a, names, 5);
	const struct field field[] = { { "\"x\"\"y\"", 6, FIELD_QUOTED | FIELD_ESCAPE },
		{ "\"x\\ny\"", 6, FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE }, { NULL, 0,
		FIELD_ABSENT },
		{ "{\"k\": 1}", 8, FIELD_JSON | FIELD_NEST }, { "p;q", 3, FIELD_TEXT } };
	struct record rec = { .shape = shape, .field = field, .scratch = &a };
	struct write_options o = { .to = FORMAT_CSV, .kind = kind };
	struct buf b = { 0 };
	struct err e;
	struct writer *w = writer_new(&a, &o, NULL, shape, &e);

	writer_begin(w, &b);
	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b), "a,b,c,d,flags\n\"x\"\"y\",\"x\n"
	    "y\",,\"{\"\"k\"\": 1}\",p;q\n"));
	writer_free(w);
	o.to = FORMAT_JSONL;
	w = writer_new(&a, &o, NULL, shape, &e);
	b.n = 0;
	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b),
	    "{\"a\":\"x\\\"y\",\"b\":\"x\\ny\",\"d\":{\"k\": 1},\"flags\":[\"p\",\"q\"]}\n"));
	writer_free(w);
	buf_free(&b);
	arena_free(&a);
}
END_TEST

/* A second input with its columns in another order: those of the first hold. */
START_TEST(other_shapes_than_the_header)
{
	struct arena a = { 0 };
	const struct shape *header = record_shape(&a, (struct str[]){ STR("a"), STR("b") }, 2);
	const struct shape *other = record_shape(&a, (struct str[]){ STR("b"), STR("c"), STR("a") },
	    3);
	const uint32_t end[] = { 1, 3, 5 };
	struct record rec = { .shape = other, .base = "2,9,1", .end = end, .raw = STR("2,9,1"),
		.scratch = &a };
	struct write_options o = { .to = FORMAT_CSV };
	struct buf b = { 0 };
	struct err e;
	struct writer *w = writer_new(&a, &o, NULL, header, &e);

	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b), "1,2\n"));
	writer_free(w);
	o.to = FORMAT_JSONL;
	w = writer_new(&a, &o, NULL, record_shape(&a, (struct str[]){ STR("a"), STR("x"), STR("b") }, 3), &e);
	b.n = 0;
	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b), "{\"a\":\"1\",\"b\":\"2\"}\n"));
	writer_free(w);
	buf_free(&b);
	arena_free(&a);
}
END_TEST

/* Of the same dialect and as many columns, whose names differ, or of a field that is not there at all: no
 * record's raw bytes go out then. */
START_TEST(same_dialect)
{
	struct arena a = { 0 };
	struct source *s;
	struct reader *r;
	const struct shape *other = record_shape(&a, (struct str[]){ STR("b"), STR("a") }, 2);
	const uint32_t end[] = { 1, 3 };
	const struct field field[] = { { NULL, 0, 0 }, { "\"2\"", 3, FIELD_QUOTED } };
	struct record rec = { .shape = other, .base = "2,1", .end = end, .raw = STR("2,1"), .scratch = &a };
	struct write_options o = { .to = FORMAT_CSV };
	struct buf b = { 0 };
	struct writer *w, *some;
	int i;

	io.read = (struct read_options){ .from = FORMAT_CSV };
	r = record_io_open(&io, &a, STR("a,b\n"), &s);
	o.columns = "a,b";
	some = writer_new(&a, &o, r, reader_shape(r), &io.err);
	o.columns = NULL;
	w = writer_new(&a, &o, r, reader_shape(r), &io.err);
	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b), "1,2\n"));
	rec = (struct record){ .shape = reader_shape(r), .field = field, .scratch = &a };
	b.n = 0;
	writer_put(w, &b, &rec);
	ck_assert(str_is(buf_text(&b), ",\"2\"\n"));
	/* Side by side, but with something else between, or as a text. */
	for (i = 0; i < 2; i++) {
		const char *text = i == 0 ? "1;2" : "1,2";
		const struct field side[] = { { text, 1, 0 }, { text + 2, 1, i == 0 ? 0 : FIELD_TEXT } };

		rec.field = side;
		b.n = 0;
		writer_put(w, &b, &rec);
		writer_put(some, &b, &rec);
		ck_assert(str_is(buf_text(&b), "1,2\n1,2\n"));
	}
	writer_free(some);
	writer_free(w);
	reader_close(r);
	source_close(s, &io.err);
	buf_free(&b);
	arena_free(&a);
}
END_TEST

/* Of columns that are written where somebody asks for them. */
START_TEST(named_columns)
{
	static const struct { const char *columns; bool named[2]; } cases[] = {
		{ NULL, { false, false } }, { "score", { false, false } }, { "b_c,x", { true, false } },
		{ "+B-C,+`d`", { true, true } }, { "`B-C`,d", { false, true } }, { "a,,", { false, false } },
	};
	struct arena a = { 0 };
	const struct str names[] = { STR("b_c"), STR("d") };
	bool named[2];
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		writer_select_named(&a, cases[i].columns, names, 2, named);
		ck_assert_msg(named[0] == cases[i].named[0] && named[1] == cases[i].named[1], "%zu", i);
	}
	arena_free(&a);
}
END_TEST

/* Rows that may be taken apart again: all columns, as they are. */
START_TEST(plain_rows)
{
	static const struct { struct write_options options; bool plain; } cases[] = {
		{ { .to = FORMAT_CSV }, true }, { { .to = FORMAT_TSV }, true }, { { .to = FORMAT_JSONL }, false },
		{ { .to = FORMAT_CSV, .columns = "b" }, false }, { { .to = FORMAT_CSV, .excel = true }, false },
		{ { .to = FORMAT_CSV, .one_line = true }, false },
		{ { .to = FORMAT_CSV, .own = own, .own_count = 1 }, false },
	};
	struct arena a = { 0 };
	const struct shape *header = record_shape(&a, (struct str[]){ STR("a"), STR("b") }, 2);
	size_t i;

	own[0] = STR("score");
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct writer *w = writer_new(&a, &cases[i].options, NULL, header, &io.err);

		ck_assert_msg(writer_plain(w) == cases[i].plain, "%zu", i);
		if (cases[i].options.own_count != 0) {
			ck_assert_str_eq(writer_select_nearest(&a, w, STR("scroe")), "score");
			ck_assert_ptr_null(writer_select_nearest(&a, w, STR("zzzzzz")));
		}
		writer_free(w);
	}
	arena_free(&a);
}
END_TEST

/* Input that goes on inventing shapes: more than are remembered, twice over. */
START_TEST(many_shapes)
{
	struct buf text = { 0 }, want = { 0 };
	int i;

	use(FORMAT_JSONL, FORMAT_JSONL, "score grade");
	for (i = 0; i < 12000; i++) {
		buf_printf(&text, "{\"k%d\":%d,\"score\":0}\n", i % 6000, i);
		buf_printf(&want, "{\"k%d\":%d,\"score\":87.5,\"grade\":\"A, \\\"good\\\"\"}\n", i % 6000,
		    i);
	}
	ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
	ck_assert_uint_eq(io.records, 12000);
	ck_assert(str_eq(buf_text(&io.out), buf_text(&want)));
	/* Few enough to be remembered, but not each in a place of its own. */
	text.n = 0;
	use(FORMAT_JSONL, FORMAT_JSONL, NULL);
	for (i = 0; i < 5000; i++)
		buf_printf(&text, "{\"k%d\":%d}\n", i % 2500, i);
	ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
	ck_assert_uint_eq(io.records, 5000);
	ck_assert(str_eq(buf_text(&io.out), buf_text(&text)));
	/* Few, but each with many columns. */
	use(FORMAT_JSONL, FORMAT_JSONL, NULL);
	text.n = 0;
	for (i = 0; i < 100000; i++)
		buf_printf(&text, "%s\"%d\":1%s", i % 1000 ? "," : "{", i, i % 1000 == 999 ? "}\n" : "");
	ck_assert_int_eq(record_io(&io, buf_text(&text)), 0);
	ck_assert_uint_eq(io.records, 100);
	ck_assert(str_eq(buf_text(&io.out), buf_text(&text)));
	buf_free(&text);
	buf_free(&want);
}
END_TEST

START_TEST(cells_alone)
{
	struct arena a = { 0 };
	const struct cell_style comma = { .delimiter = ',' }, sheet = { .delimiter = ';', .excel = true };
	const struct cell_style line = { .delimiter = ',', .one_line = true };
	const struct cell_style joined[] = { { .delimiter = ',' }, { .delimiter = '\t' }, { .delimiter = ';' },
		{ .delimiter = ',', .excel = true } };
	struct buf b = { 0 };
	size_t i;

	cell_csv_text(&b, &a, &comma, STR("a b;c\td'e"));
	cell_csv_text(&b, &a, &comma, STR("|12345678,"));
	cell_csv_text(&b, &a, &comma, STR("|1234567\r"));
	cell_csv_text(&b, &a, &comma, STR("\""));
	cell_csv_text(&b, &a, &comma,
	    STR("\xac\xa2\x8a\x8d"));         /* delimiters but for bit 7 */
	ck_assert(str_is(buf_text(&b),
	    "a b;c\td'e\"|12345678,\"\"|1234567\r\"\"\"\"\"\xac\xa2\x8a\x8d"));
	b.n = 0;
	cell_csv_text(&b, &a, &sheet, STR("a,b"));
	cell_csv_text(&b, &a, &sheet, STR("a\tb"));
	cell_csv_text(&b, &a, &sheet, STR(""));
	cell_csv_text(&b, &a, &sheet, STR("a|b"));
	ck_assert(str_is(buf_text(&b), "\"a,b\"\"a\tb\"a|b"));
	b.n = 0;
	/* What looks like a byte order mark, and what begins like one. */
	cell_csv_text(&b, &a, &comma, STR("\xef\xbb\xbfx"));
	cell_csv_text(&b, &a, &comma, STR("\xef\xbc\xa1"));
	ck_assert(str_is(buf_text(&b), "\"\xef\xbb\xbfx\"\xef\xbc\xa1"));
	b.n = 0;
	ck_assert_uint_eq(cell_csv_text(&b, &a, &line, STR("a\rb\r")), 2);
	ck_assert_uint_eq(cell_csv_text(&b, &a, &line, STR("c\r\nd\r\re")), 3);
	ck_assert_uint_eq(cell_csv_text(&b, &a, &line, STR("f\n")), 1);
	ck_assert(str_is(buf_text(&b), "a b c d  ef "));
	b.n = 0;
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_BOOL, .number = 0 });
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_BOOL, .number = 1 });
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_KEEP });
	cell_json(&b, &a, &(struct cell){ .kind = CELL_BOOL, .number = 0 });
	cell_json(&b, &a, &(struct cell){ .kind = CELL_KEEP });
	ck_assert(str_is(buf_text(&b), "falsetruefalsenull"));
	b.n = 0;
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_POINTS, .number = -12500 });
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_TEXT, .text = STR("a,b") });
	ck_assert(str_is(buf_text(&b), "-12.5\"a,b\""));
	b.n = 0;
	/* A list that is joined already: it needs no care (1) where neither comma nor tab does. */
	for (i = 0; i < sizeof joined / sizeof *joined; i++) {
		cell_csv(&b, &a, &joined[i], &(struct cell){ .kind = CELL_JOINED, .text = STR("p;q"), .number = 1 });
		buf_byte(&b, '|');
	}
	cell_csv(&b, &a, &comma, &(struct cell){ .kind = CELL_JOINED, .text = STR("p,q") });
	cell_json(&b, &a, &(struct cell){ .kind = CELL_JOINED, .text = STR("p;q\\;r") });
	cell_json(&b, &a, &(struct cell){ .kind = CELL_JOINED });
	ck_assert(str_is(buf_text(&b), "p;q|p;q|\"p;q\"|\"p;q\"|\"p,q\"[\"p\",\"q;r\"][]"));
	b.n = 0;
	cell_json_text(&b, STR("\xe2\x82\xac \"\\/\b\f\n\r\t\x0b\x1e"));
	ck_assert(str_is(buf_text(&b), "\"\xe2\x82\xac \\\"\\\\/\\b\\f\\n\\r\\t\\u000b\\u001e\""));
	buf_free(&b);
	arena_free(&a);
}
END_TEST

/* Every byte at every place of texts of every length up to a few words: quotes where they have to be. */
START_TEST(quotes_where_needed)
{
	const struct cell_style styles[] = { { .delimiter = ',' }, { .delimiter = '\t' }, { .delimiter = 'x' } };
	const struct cell_style *style = &styles[_i];
	struct cell word = { .kind = CELL_TEXT };
	char short_text[CELL_SHORT];
	struct buf b = { 0 };
	int byte;
	size_t n, at;

	for (byte = 1; byte < 256; byte++)
		for (n = 1; n < 20; n++)
			for (at = 0; at < n; at++) {
				bool quoted = byte == style->delimiter || byte == '"' || byte == '\n' ||
				    byte == '\r';
				char text[20];

				memset(text, 'a', n);
				text[at] = (char)byte;
				b.n = 0;
				cell_csv_text(&b, &arena, style, (struct str){ text, n });
				ck_assert_uint_eq(b.n, n + 2 * quoted + (byte == '"'));
				ck_assert_int_eq(b.p[0] == '"', quoted);
				/* The quick way takes what is plain ASCII. */
				word.text = (struct str){ text, n };
				ck_assert_ptr_eq(cell_csv_short(short_text, style, &word),
				    quoted || byte >= 0x80 ? NULL : short_text + n);
				ck_assert(quoted || byte >= 0x80 || memcmp(short_text, text, n) == 0);
			}
	word.text = STR("a text that is no word any more");
	ck_assert_ptr_null(cell_csv_short(short_text, style, &word));
	word = (struct cell){ .kind = CELL_BOOL };
	ck_assert_ptr_null(cell_csv_short(short_text, style, &word));
	word = (struct cell){ .kind = CELL_TEXT, .text = STR("=A") };
	ck_assert_ptr_null(cell_csv_short(short_text, &(struct cell_style){ .delimiter = ',', .excel = true }, &word));
	word = (struct cell){ .kind = CELL_POINTS, .number = -12500 };
	ck_assert_ptr_eq(cell_csv_short(short_text, style, &word), short_text + 5);
	ck_assert(memcmp(short_text, "-12.5", 5) == 0);
	buf_free(&b);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("writer");
	int failed;

	tcase_add_test(t, csv_passes_raw);
	tcase_add_test(t, csv_takes_the_tools_cells);
	tcase_add_test(t, words_of_tools);
	tcase_add_test(t, csv_becomes_json);
	tcase_add_test(t, json_arrays_have_commas);
	tcase_add_test(t, json_lines_pass_raw);
	tcase_add_test(t, json_becomes_csv);
	tcase_add_test(t, dialects_change);
	tcase_add_test(t, columns_are_selected);
	tcase_add_test(t, selections_that_make_no_sense);
	tcase_add_test(t, spreadsheets_are_safe);
	tcase_add_test(t, lines_are_joined);
	tcase_add_test(t, made_up_records);
	tcase_add_test(t, other_shapes_than_the_header);
	tcase_add_test(t, same_dialect);
	tcase_add_test(t, named_columns);
	tcase_add_test(t, plain_rows);
	tcase_add_test(t, many_shapes);
	tcase_add_test(t, cells_alone);
	tcase_add_loop_test(t, quotes_where_needed, 0, 3);
	failed = unit_run("writer", t);
	record_io_free(&io);
	return failed;
}
