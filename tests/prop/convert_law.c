/*
 * What holds for records of any text: they pass CSV to CSV and JSON Lines to JSON Lines byte for
 * byte; through CSV, TSV, JSON Lines and JSON their text stays, as jansson reads it; and how the
 * input is cut into chunks does not show.  Also for the naughty strings of real life.
 */
#include <jansson.h>

#include "law.h"
#include "../record_io.h"

enum { MOST_COLUMNS = 6, MOST_ROWS = 700 };

static struct record_io io;

/* A table: row by row, header first. */
static struct arena arena;
static struct str cell[(MOST_ROWS + 1) * MOST_COLUMNS];
static uint32_t columns, rows;

static void
check(bool holds, const char *law, struct str in)
{
	if (holds)
		return;
	fprintf(stderr, "convert_law: %s (%s)\n--- from\n%.*s\n--- came\n%.*s\n--- refused\n%.*s\n",
	    law, io.err.text, STR_ARG(str_slice(in, 0, 4000)),
	    STR_ARG(str_slice(buf_text(&io.out), 0, 4000)),
	    STR_ARG(str_slice(buf_text(&io.rejects), 0, 4000)));
	exit(1);
}

static struct str
any_text(void)
{
	static const char *const piece[] = { ",", ";", "\t", "\"", "\"\"", "'", "\n", "\r\n", "\r",
		"\\", "\\;", "{", "}", "[", "]", ":", " ", "=", "a", "Z", "0", "-1.50", "null", "\x01",
		"\x7f", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xef\xbb\xbf", "\xe2\x80\xa8",
		"\\u0041", "plain text", "http://example.com/?a=b&c", "1234567", "12345678" };
	struct buf b = { 0 };
	struct str text;
	uint32_t n = below(3) ? below(4) : below(12);

	while (n-- != 0)
		buf_str(&b, str_of(piece[below(sizeof piece / sizeof *piece)]));
	text = arena_copy(&arena, buf_text(&b));
	buf_free(&b);
	return text;
}

static void
any_table(void)
{
	uint32_t i;

	arena_reset(&arena);
	columns = 1 + below(MOST_COLUMNS);
	rows = below(20);
	for (i = 0; i < columns; i++)
		cell[i] = arena_printf(&arena, "column %u", i);
	for (; i < (rows + 1) * columns; i++)
		cell[i] = any_text();
}

static bool
needs_quotes(struct str s, char delimiter)
{
	return str_find(s, delimiter) != s.n || str_find(s, '"') != s.n ||
	    str_find(s, '\n') != s.n || str_find(s, '\r') != s.n || (columns == 1 && s.n == 0);
}

/* The table as CSV by the book, with a few quotes more than needed. */
static struct str
table_as_csv(char delimiter)
{
	struct buf b = { 0 };
	struct str text;
	uint32_t i;
	size_t k;

	for (i = 0; i < (rows + 1) * columns; i++) {
		bool quote = needs_quotes(cell[i], delimiter) || below(4) == 0;

		if (quote)
			buf_byte(&b, '"');
		for (k = 0; k < cell[i].n; k++) {
			if (cell[i].p[k] == '"')
				buf_byte(&b, '"');
			buf_byte(&b, cell[i].p[k]);
		}
		if (quote)
			buf_byte(&b, '"');
		buf_byte(&b, (i + 1) % columns ? delimiter : '\n');
	}
	text = arena_copy(&arena, buf_text(&b));
	buf_free(&b);
	return text;
}

static struct str
convert(struct str in, enum format from, enum format to)
{
	io.read.from = from;
	io.read.delimiter = from == FORMAT_CSV ? ',' : '\0';
	io.write.to = to;
	check(record_io(&io, in) == 0 && io.refused == 0, "is read", in);
	return arena_copy(&arena, buf_text(&io.out));
}

/* An object has the texts of row `at` under the names of the header. */
static bool
is_row(json_t *object, uint32_t at)
{
	uint32_t i;

	for (i = 0; i < columns; i++) {
		struct str want = cell[(at + 1) * columns + i];
		json_t *got = json_object_getn(object, cell[i].p, cell[i].n);

		if (!json_is_string(got) || !str_eq(want, (struct str){ json_string_value(got),
		    json_string_length(got) }))
			return false;
	}
	return json_object_size(object) == columns;
}

static void
check_is_table(struct str array, const char *law)
{
	json_t *json = json_loadb(array.p, array.n, 0, NULL);
	uint32_t i;

	check(json_array_size(json) == rows, law, array);
	for (i = 0; i < rows; i++)
		check(is_row(json_array_get(json, i), i), law, array);
	json_decref(json);
}

static void
tables_keep_their_text(void)
{
	struct str csv = table_as_csv(','), tsv = table_as_csv('\t'), lines, json;

	check(str_eq(csv, convert(csv, FORMAT_CSV, FORMAT_CSV)), "CSV passes byte for byte", csv);
	check(str_eq(tsv, convert(tsv, FORMAT_TSV, FORMAT_TSV)), "TSV passes byte for byte", tsv);
	json = convert(csv, FORMAT_CSV, FORMAT_JSON);
	check_is_table(json, "CSV to JSON");
	lines = convert(csv, FORMAT_CSV, FORMAT_JSONL);
	check(str_eq(lines, convert(json, FORMAT_JSON, FORMAT_JSONL)), "JSON to JSON Lines", json);
	check(str_eq(json, convert(lines, FORMAT_JSONL, FORMAT_JSON)), "JSON Lines to JSON", lines);
	check_is_table(convert(convert(csv, FORMAT_CSV, FORMAT_TSV), FORMAT_TSV, FORMAT_JSON),
	    "TSV");
	if (rows != 0)
		check_is_table(convert(convert(lines, FORMAT_JSONL, FORMAT_CSV), FORMAT_CSV,
		    FORMAT_JSON),
		    "JSON to CSV to JSON");
	/* A cell is quoted when it must be, so from here on CSV stays as it is. */
	csv = convert(tsv, FORMAT_TSV, FORMAT_CSV);
	if (rows != 0)
		check(str_eq(csv, convert(convert(csv, FORMAT_CSV, FORMAT_JSONL), FORMAT_JSONL,
		    FORMAT_CSV)), "CSV to JSON to CSV", csv);
}

static json_t *
any_json(unsigned depth)
{
	uint32_t i, n = below(4);
	struct str text;
	json_t *json;

	switch (below(depth < 3 ? 7 : 5)) {
	case 0:
		return json_null();
	case 1:
		return json_boolean(below(2));
	case 2:
		return json_integer((json_int_t)below(100000) - 50000);
	case 5:
		for (json = json_array(), i = 0; i < n; i++)
			json_array_append_new(json, any_json(depth + 1));
		return json;
	case 6:
		for (json = json_object(), i = 0; i < n; i++)
			json_object_set_new(json, arena_printf(&arena, "k%u", below(6)).p,
			    any_json(depth + 1));
		return json;
	default:
		text = any_text();
		return json_stringn(text.p, text.n);
	}
}

/* An array of objects, not all of which are empty: CSV has no table without a column. */
static json_t *
any_objects(uint32_t n)
{
	json_t *array = json_array(), *object;

	while (n-- != 0) {
		do
			object = any_json(2);
		while (!json_is_object(object) && (json_decref(object), true));
		json_array_append_new(array, object);
	}
	json_object_set_new(json_array_get(array, 0), "k9", json_integer(1));
	return array;
}

static void
add_json(struct buf *b, const json_t *json, size_t flags)
{
	char *text = json_dumps(json, flags | JSON_ENCODE_ANY);

	buf_str(b, str_of(text));
	free(text);
}

static struct str
as_lines(json_t *array, size_t flags)
{
	struct buf b = { 0 };
	struct str text;
	json_t *object;
	size_t i;

	json_array_foreach(array, i, object) {
		add_json(&b, object, flags);
		buf_byte(&b, '\n');
	}
	text = arena_copy(&arena, buf_text(&b));
	buf_free(&b);
	return text;
}

/* What CSV holds of a value: a string itself, nothing for null, else its JSON. */
static bool
is_text_of(json_t *got, json_t *want, size_t flags)
{
	struct buf b = { 0 };
	struct str text = { json_string_value(want), json_string_length(want) };
	bool same;

	if (want != NULL && !json_is_string(want) && !json_is_null(want)) {
		add_json(&b, want, flags);
		text = buf_text(&b);
	}
	same = str_eq(text, (struct str){ json_string_value(got), json_string_length(got) });
	buf_free(&b);
	return same;
}

static void
objects_keep_their_text(void)
{
	static const size_t flags[] = { 0, JSON_COMPACT, JSON_ENSURE_ASCII };
	size_t flag = flags[below(3)], i;
	json_t *array = any_objects(1 + below(12)), *again, *value;
	struct str lines = as_lines(array, flag), csv, pretty, back;
	struct buf b = { 0 };
	const char *key;

	check(str_eq(lines, convert(lines, FORMAT_JSONL, FORMAT_JSONL)),
	    "JSON Lines pass byte for byte",
	    lines);
	add_json(&b, array, JSON_INDENT(1 + below(4)));
	pretty = buf_text(&b);
	for (i = 0; i < 2; i++) {
		back = convert(pretty, FORMAT_JSON, i ? FORMAT_JSONL : FORMAT_JSON);
		if (i)
			back = convert(back, FORMAT_JSONL, FORMAT_JSON);
		again = json_loadb(back.p, back.n, JSON_ALLOW_NUL, NULL);
		check(json_equal(again, array), "pretty JSON", pretty);
		json_decref(again);
	}
	csv = convert(lines, FORMAT_JSONL, FORMAT_CSV);
	back = convert(csv, FORMAT_CSV, FORMAT_JSON);
	again = json_loadb(back.p, back.n, JSON_ALLOW_NUL, NULL);
	check(json_array_size(again) == json_array_size(array), "JSON to CSV to JSON", lines);
	for (i = 0; i < json_array_size(again); i++)
		json_object_foreach(json_array_get(again, i), key, value)
			check(strcmp(key, "column_1") == 0 || is_text_of(value,
			    json_object_get(json_array_get(array, i), key), flag),
			    "JSON to CSV to JSON", lines);
	json_decref(again);
	json_decref(array);
	buf_free(&b);
}

/* Larger than the reader's window, with damage, in large and in small chunks. */
static void
chunks_do_not_show(enum format from)
{
	static const char damage[] = "\"{}[],\\\n x";
	struct buf b = { 0 };
	json_t *array;
	struct str first, refused;
	uint64_t records;
	uint32_t i;

	while (b.n < 600000) {
		array = any_objects(200);
		if (from == FORMAT_JSONL)
			buf_str(&b, as_lines(array, 0));
		else
			add_json(&b, array, below(2) ? JSON_INDENT(2) : 0);
		json_decref(array);
	}
	for (i = 0; i < 40; i++)
		b.p[below((uint32_t)b.n)] = damage[below(sizeof damage - 1)];
	io.read = (struct read_options){ .from = from, .max_record = below(2) ? 0 : 300 };
	io.write = (struct write_options){ .to = FORMAT_JSONL };
	record_io(&io, buf_text(&b));
	check(io.records > 1 && io.refused > 1, "most records survive damage", (struct str){ 0 });
	first = arena_copy(&arena, buf_text(&io.out));
	refused = arena_copy(&arena, buf_text(&io.rejects));
	records = io.records;
	io.read.block = 200 + below(9000);
	record_io(&io, buf_text(&b));
	check(str_eq(first, buf_text(&io.out)) && str_eq(refused, buf_text(&io.rejects)) &&
	    records == io.records, "chunks do not show", first);
	io.read = (struct read_options){ 0 };
	buf_free(&b);
	arena_reset(&arena);
}

/* The Big List of Naughty Strings: a string on each line that is no comment. */
static void
naughty_strings(void)
{
	const char *shared = getenv("LEAD_SHARED");
	char path[4096];
	struct buf b = { 0 };
	struct str rest, line;
	FILE *f;

	snprintf(path, sizeof path, "%s/data/suites/blns.txt", shared ? shared : "../shared");
	if ((f = fopen(path, "rb")) == NULL) {
		printf("convert: skipped the naughty strings: no %s\n", path);
		return;
	}
	b.n = fread(buf_room(&b, 1 << 16), 1, 1 << 16, f);
	fclose(f);
	columns = 2;
	rows = 0;
	cell[0] = STR("id");
	cell[1] = STR("notes");
	for (rest = buf_text(&b); str_split(&rest, '\n', &line);)
		if (line.n != 0 && line.p[0] != '#' && rows < MOST_ROWS) {
			rows++;
			cell[2 * rows] = STR("1");
			cell[2 * rows + 1] = line;
		}
	check(rows >= 500, "about 515 strings", (struct str){ 0 });
	tables_keep_their_text();
	columns = 1;
	for (uint32_t i = 0; i <= rows; i++)
		cell[i] = cell[2 * i + 1];
	tables_keep_their_text();
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	int i;

	law_start(argc, argv, 20260304);
	json_object_seed(1);
	naughty_strings();
	for (i = 0; i < 300; i++) {
		any_table();
		tables_keep_their_text();
		objects_keep_their_text();
	}
	chunks_do_not_show(FORMAT_JSONL);
	chunks_do_not_show(FORMAT_JSON);
	record_io_free(&io);
	arena_free(&arena);
	return 0;
}
