/*
 * format_csv_strict - libcsv as the judge of records that are not regular.
 *
 * libcsv does not say where a field ended, so it is fed pieces that end behind each byte that
 * could end one; when it hands over a field, the field ended there:
 *
 *	37°36'37.8"N,"a, b",c LF
 *	^----------- ^-- ^- ^---   pieces; the field "a, b" is handed over behind the third
 *
 * It reads strictly.  The field it refuses is read once more, alone, by a lax parser when the
 * trouble is a quote inside an unquoted field, which is data (5'10"), or when the user asked
 * for lenience and the field ends on its line.  Anything else is a reject, which takes the
 * lines up to the one where the broken field began: there a quote is missing or too many, and
 * the lines behind it are read afresh.
 *
 * At the end of the input, and of what a record may have, libcsv gets a line end that is not
 * there: when that does not end the record, a quote is open.
 *
 * Traps of libcsv 3.0.3 that show here: it trims blanks unless told what a blank is; after a
 * strict error a parser is only good for csv_free; csv_fini takes an open quote for closed;
 * a parser at the beginning of a record takes an empty field for an empty line.
 */
#include <csv.h>

#include "base/buf.h"
#include "record/format_csv.h"

enum { GROW = 4096 };

struct csv_judge {
	struct csv_rules rules;
	struct csv_parser strict, lax;
	bool fresh;                     /* strict stands between two records */
	bool field_done, row_done;      /* told by libcsv since the last piece */
	size_t value_at, value_n;       /* the field it handed over, in `values` */
	struct buf values;
	/* the record that is being read */
	struct str text;
	bool ended;                     /* text ends where the input does */
	bool whole;                     /* no more text will come: it is the last, or too long */
	struct field *field;
	uint32_t room;
	struct csv_judged *out;
};

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void
take_field(void *value, size_t n, void *judge)
{
	struct csv_judge *j = judge;

	/* Values are never longer than the record, for which there is room. */
	j->value_at = j->values.n;
	j->value_n = n;
	if (j->room != 0)
		buf_add(&j->values, value, n);
	j->field_done = true;
}

static void
take_row(int ended_by, void *judge)
{
	(void)ended_by;
	((struct csv_judge *)judge)->row_done = true;
}

static void
start(struct csv_judge *j, struct csv_parser *p, unsigned char options)
{
	csv_free(p);
	csv_init(p, options);
	csv_set_delim(p, (unsigned char)j->rules.delimiter);
	csv_set_space_func(p, no_blank);
	csv_set_blk_size(p, GROW);
}

/* Behind the next byte that may end a field, or the end of the text. */
static size_t
piece_end(const struct csv_judge *j, size_t at)
{
	for (; at < j->text.n; at++)
		if (j->text.p[at] == j->rules.delimiter || j->text.p[at] == '\n' ||
		    j->text.p[at] == '\r')
			return at + 1;
	return at;
}

/* Feed the piece from `at` to `end`; how much of it is by the parser's rules.  No piece: the
 * line end that is not there. */
static size_t
feed(struct csv_judge *j, struct csv_parser *p, size_t at, size_t end)
{
	size_t n = end == at ? 1 : end - at, taken;

	j->field_done = j->row_done = false;
	taken = csv_parse(p, end == at ? &j->rules.eol : j->text.p + at, n, take_field, take_row, j);
	if (taken != n && csv_error(p) != CSV_EPARSE)
		arena_no_memory();
	return taken;
}

/* Behind the line end at or after `at`; 0 when the text has none. */
static size_t
line_end(const struct csv_judge *j, size_t at)
{
	const char *p = memchr(j->text.p + at, j->rules.eol, j->text.n - at);

	return p ? (size_t)(p - j->text.p) + 1 : 0;
}

static uint64_t
lines_between(const struct csv_judge *j, size_t from, size_t to)
{
	uint64_t n = 0;

	while (from < to && (from = line_end(j, from)) != 0 && from <= to)
		n++;
	return n;
}

static enum csv_verdict
accept(struct csv_judge *j, size_t end)
{
	j->out->size = end;
	j->out->lines = lines_between(j, 0, end);
	if (end == j->text.n && j->ended && j->text.p[end - 1] != j->rules.eol)
		j->out->lines++;
	return CSV_RECORD;
}

static enum csv_verdict
refuse_long(struct csv_judge *j)
{
	j->out->code = REJECT_SIZE;
	j->out->reason = "longer than a record may be (--max-record)";
	j->out->skip = true;
	j->out->bad_column = 1;
	accept(j, j->text.n);
	return CSV_REJECT;
}

/* Refuse what begins at 0, up to the end of the line on which `from` stands; name `bad`. */
static enum csv_verdict
refuse(struct csv_judge *j, enum reject_code code, const char *reason, size_t bad, size_t from)
{
	struct csv_judged *out = j->out;
	size_t end = line_end(j, from), line = bad;

	if (end == 0 && !j->whole)
		return CSV_MORE;
	if (end == 0 && !j->ended)
		return refuse_long(j);
	while (line > 0 && j->text.p[line - 1] != j->rules.eol)
		line--;
	out->code = code;
	out->reason = reason;
	out->bad_lines = lines_between(j, 0, bad);
	out->bad_column = bad - line + 1;
	out->bad_field = out->fields;
	accept(j, end ? end : j->text.n);
	return CSV_REJECT;
}

static enum csv_verdict
refuse_open(struct csv_judge *j, size_t field)
{
	/* Where the text goes on, it may be closed behind the longest record: that is not known. */
	return refuse(j, REJECT_QUOTE, j->ended ? "the quote that opens here is not closed" :
	    "the quote that opens here is not closed within --max-record", field, field);
}

/* A field was handed over that stands from `from` to `to`. */
static void
keep_field(struct csv_judge *j, size_t from, size_t to)
{
	struct str raw = str_slice(j->text, from, to);
	struct field *f;

	if (j->out->fields++ >= j->room)
		return;
	f = &j->field[j->out->fields - 1];
	*f = (struct field){ .raw = raw.p, .size = (uint32_t)raw.n };
	if (raw.n == 0 || raw.p[0] != '"')
		return;
	if (csv_well_quoted(raw)) {
		f->flags = FIELD_QUOTED | FIELD_ESCAPE;
	} else {
		f->raw = j->values.p + j->value_at;
		f->size = (uint32_t)j->value_n;
		f->flags = FIELD_TEXT;
	}
}

/* Read by lax rules the field at `from`, which strict ones refuse at `bad`.  *stop is the byte
 * that ends it; field_done and row_done are set. */
static enum csv_verdict
read_laxly(struct csv_judge *j, size_t from, size_t bad, size_t *stop)
{
	bool data = j->text.p[bad] == '"';
	size_t at = from, end;

	if (!data && lines_between(j, from, bad) != 0)
		return refuse_open(j, from);
	if (!data && !j->rules.lenient)
		return refuse(j, REJECT_QUOTE, "text behind the closing quote of a field", bad, from);
	start(j, &j->lax, 0);
	for (;;) {
		if (at == j->text.n && !j->whole)
			return CSV_MORE;
		end = piece_end(j, at);
		feed(j, &j->lax, at, end);
		if (j->field_done) {
			*stop = end == at ? end : end - 1;
			return CSV_RECORD;
		}
		if (end == at || j->text.p[end - 1] == j->rules.eol)
			return refuse_open(j, from);
		at = end;
	}
}

/* The strict parser goes on behind a field it did not read: it is told of a delimiter. */
static void
go_on(struct csv_judge *j)
{
	size_t values = j->values.n;

	start(j, &j->strict, CSV_STRICT);
	csv_parse(&j->strict, &j->rules.delimiter, 1, take_field, take_row, j);
	j->values.n = values;
}

/* The row ended with the byte at `stop`.  Is that where the record ends? */
static enum csv_verdict
end_row(struct csv_judge *j, size_t stop)
{
	size_t next = stop + 1;

	if (stop == j->text.n)
		return j->ended ? accept(j, stop) : refuse_long(j);
	if (j->text.p[stop] == j->rules.eol)
		return accept(j, next);
	if (j->rules.eol == '\n') {
		if (next == j->text.n && !j->ended)
			return j->whole ? refuse_long(j) : CSV_MORE;
		if (next == j->text.n)
			return accept(j, next);
		if (j->text.p[next] == '\n')
			return accept(j, next + 1);
	}
	if (j->rules.lenient)
		return accept(j, next);
	return refuse(j, REJECT_LINE, "a line end of another kind inside the line", stop, stop);
}

/* Is what was read so far, up to `end`, nothing but a line end? */
static bool
is_blank(const struct csv_judge *j, size_t end)
{
	return end == 1 && (j->text.p[0] == '\n' || j->text.p[0] == '\r');
}

static enum csv_verdict
judge(struct csv_judge *j)
{
	size_t at = 0, field = 0, end, stop, taken;
	enum csv_verdict verdict;
	bool refused;
	for (;; at = stop + 1) {
		if (at >= j->text.n && !j->whole)
			return CSV_MORE;
		end = piece_end(j, at);
		stop = end == at ? end : end - 1;
		taken = feed(j, &j->strict, at, end);
		refused = at + taken < end;
		if (refused && (verdict = read_laxly(j, field, at + taken, &stop)) != CSV_RECORD)
			return verdict;
		if (j->field_done) {
			keep_field(j, field, stop);
			field = stop + 1;
		}
		j->fresh = j->row_done && !refused;
		if (refused && !j->row_done)
			go_on(j);
		if (j->row_done || is_blank(j, end))
			return end_row(j, stop);
		if (stop == j->text.n)
			return refuse_open(j, field);
	}
}

struct csv_judge *
format_csv_strict_new(struct arena *a, const struct csv_rules *rules)
{
	struct csv_judge *j = arena_alloc(a, sizeof *j);

	j->rules = *rules;
	csv_init(&j->strict, 0);
	csv_init(&j->lax, 0);
	return j;
}

enum csv_verdict
format_csv_strict_read(struct csv_judge *j, struct str text, bool ended, struct field *field,
    uint32_t room, struct csv_judged *result)
{
	bool too_long = text.n > j->rules.most;

	j->text = str_slice(text, 0, j->rules.most + 1);
	j->ended = ended && !too_long;
	j->whole = ended || too_long;
	j->field = field;
	j->room = room;
	j->out = result;
	*result = (struct csv_judged){ 0 };
	j->values.n = 0;
	if (room != 0)
		buf_room(&j->values, j->text.n);
	if (!j->fresh)
		start(j, &j->strict, CSV_STRICT);
	j->fresh = false;
	return judge(j);
}

void
format_csv_strict_free(struct csv_judge *j)
{
	if (j == NULL)
		return;
	csv_free(&j->strict);
	csv_free(&j->lax);
	buf_free(&j->values);
}
