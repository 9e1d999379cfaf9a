/*
 * Any bytes as a file of records; the first byte says of which format, the second how large
 * chunks are.  What is read and written again does not change any more; what goes to another
 * format and back has kept its text; chunks do not show.
 */
#include "fuzz.h"
#include "../record_io.h"

static enum column_kind
kind(struct str name)
{
	return str_is(name, "l") ? COLUMN_LIST : str_is(name, "j") ? COLUMN_JSON : COLUMN_TEXT;
}

/* Convert; false when there is nothing to compare. */
static bool
convert(struct record_io *io, struct str text, enum format from, enum format to, size_t block)
{
	io->read = (struct read_options){ .from = from, .delimiter = from == FORMAT_CSV ? ',' : 0,
		.block = block };
	io->write = (struct write_options){ .to = to, .kind = kind };
	return record_io(io, text) == 0 && io->records != 0;
}

static bool
same(const struct record_io *a, const struct record_io *b)
{
	return str_eq(buf_text(&a->out), buf_text(&b->out)) &&
	    str_eq(buf_text(&a->rejects), buf_text(&b->rejects)) && a->records == b->records &&
	    a->lines == b->lines && a->bytes == b->bytes && a->blank == b->blank;
}

/* A header with names without a letter may be taken for a preamble when it is read again. */
static bool
names_all_columns(struct str csv)
{
	bool filled = false;
	size_t i;

	for (i = 0; i < csv.n && csv.p[i] != '\n'; i++) {
		if (csv.p[i] == ',' || csv.p[i] == '\t') {
			if (!filled)
				return false;
			filled = false;
		} else {
			filled |= (csv.p[i] | 0x20) >= 'a' && (csv.p[i] | 0x20) <= 'z';
		}
	}
	return filled;
}

static void
check_round_trips(struct str text, enum format from)
{
	struct record_io lines = { 0 }, csv = { 0 }, lines_again = { 0 }, csv_again = { 0 };

	if (convert(&lines, text, from, FORMAT_JSONL, 0) &&
	    convert(&csv, buf_text(&lines.out), FORMAT_JSONL, FORMAT_CSV, 0) &&
	    names_all_columns(buf_text(&csv.out))) {
		require(csv.refused == 0 && csv.records == lines.records);
		require(convert(&lines_again, buf_text(&csv.out), FORMAT_CSV, FORMAT_JSONL, 0));
		require(convert(&csv_again, buf_text(&lines_again.out), FORMAT_JSONL, FORMAT_CSV,
		    0));
		require(str_eq(buf_text(&csv.out), buf_text(&csv_again.out)));
		if (from == FORMAT_CSV || from == FORMAT_TSV)
			require(str_eq(buf_text(&lines.out), buf_text(&lines_again.out)));
	}
	record_io_free(&lines);
	record_io_free(&csv);
	record_io_free(&lines_again);
	record_io_free(&csv_again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum format formats[] = { FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL, FORMAT_JSON };
	struct record_io whole = { 0 }, cut = { 0 }, again = { 0 };
	enum format from;
	struct str text;

	if (size < 2)
		return 0;
	from = formats[data[0] % 4];
	text = (struct str){ (const char *)data + 2, size - 2 };
	convert(&whole, text, from, from, 0);
	convert(&cut, text, from, from, data[1] + 1u);
	require(same(&whole, &cut));
	if (convert(&whole, text, from, from, 0) &&
	    (from >= FORMAT_JSONL || names_all_columns(buf_text(&whole.out)))) {
		require(whole.bytes <= text.n);
		require(convert(&again, buf_text(&whole.out), from, from, 0));
		require(again.refused == 0 && again.records == whole.records);
		require(str_eq(buf_text(&again.out), buf_text(&whole.out)));
	}
	check_round_trips(text, from);
	record_io_free(&whole);
	record_io_free(&cut);
	record_io_free(&again);
	return 0;
}
