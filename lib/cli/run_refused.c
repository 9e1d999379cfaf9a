/*
 * run_refused - the file of --rejects: what was refused, why, and the record as it was.
 *
 *	_file,_line,_column,_code,_reason,_raw,_raw_base64,| the columns of the input
 *
 * A record that could be split is in its own columns; one that could not is in _raw, byte for
 * byte.  Fed back in, our columns are dropped.
 */
#include "cli/run_impl.h"
#include "value/text.h"

enum { FILE_NAME, LINE, COLUMN, CODE, REASON, RAW, RAW_BASE64, COLUMNS };

static const struct str names[COLUMNS] = {
	{ "_file", 5 }, { "_line", 5 }, { "_column", 7 }, { "_code", 5 }, { "_reason", 7 },
	{ "_raw", 4 }, { "_raw_base64", 11 }
};

bool
run_refused_column(struct str name)
{
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		if (str_eq(name, names[i]))
			return true;
	return false;
}

bool
run_refused_shape(const struct shape *s)
{
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		if (i >= s->count || !str_eq(s->label[i], names[i]))
			return false;
	return true;
}

uint32_t
run_refused_columns(const struct shape *s)
{
	return s != NULL && run_refused_shape(s) ? COLUMNS : 0;
}

bool
run_refused_again(struct record *rec, struct reject *why)
{
	struct str code = record_text(rec, CODE);
	uint32_t i;

	if (record_text(rec, RAW).n == 0 && record_text(rec, RAW_BASE64).n == 0)
		return false;
	for (i = COLUMNS; i < rec->shape->count; i++)
		if (record_text(rec, i).n != 0)
			return false;
	*why = (struct reject){ .code = REJECT_VALUE, .at = rec->at, .record = rec,
	    .reason = STR("refused again: its own cells are empty, what was there is in _raw") };
	for (i = 0; i < REJECT_COUNT; i++)
		if (str_is(code, reject_name[i]))
			why->code = (enum reject_code)i;
	return true;
}

/* The selection of --columns without ours. */
const char *
run_refused_drop(struct run *run, const char *columns)
{
	struct buf b = { 0 };
	struct str s;
	size_t i;

	if (columns != NULL && columns[0] != '+' && columns[0] != '-')
		return columns;         /* it names what it wants */
	for (i = 0; i < COLUMNS; i++)
		buf_printf(&b, "%s-%.*s", i ? "," : "", STR_ARG(names[i]));
	if (columns != NULL)
		buf_printf(&b, ",%s", columns);
	s = arena_copy(&run->arena, buf_text(&b));
	buf_free(&b);
	return s.p;
}

int
run_refused_open(struct run *run, struct err *e)
{
	struct run_state *state = run->state;
	const char *path = state->option->rejects;

	if (path == NULL)
		return 0;
	if ((state->rejects = sink_open(&run->arena, path, e)) == NULL)
		return -1;
	return 0;
}

int
run_refused_writer(struct run *run, struct run_input *in, struct err *e)
{
	struct run_state *state = run->state;
	const struct reader *leading = state->leading->reader;
	struct write_options o = {
		.to = reader_format(leading), .delimiter = reader_delimiter(leading),
		.eol = reader_eol(leading), .own = names, .own_count = COLUMNS, .own_first = true
	};

	if (state->rejects == NULL)
		return 0;
	in->refused = writer_new(&in->arena, &o, in->reader, state->refused, e);
	return in->refused == NULL ? -1 : 0;
}

static struct str
base64(struct arena *a, struct str s)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *p = arena_text(a, (s.n + 2) / 3 * 4), *at = p;
	size_t i, k;

	for (i = 0; i < s.n; i += 3) {
		size_t n = s.n - i < 3 ? s.n - i : 3;
		uint32_t bits = 0;

		for (k = 0; k < 3; k++)
			bits = bits << 8 | (k < n ? (unsigned char)s.p[i + k] : 0);
		for (k = 0; k < 4; k++)
			*at++ = k <= n ? digits[bits >> (18 - 6 * k) & 63] : '=';
	}
	return (struct str){ p, (size_t)(at - p) };
}

static struct cell
text_cell(struct str s)
{
	return (struct cell){ .kind = CELL_TEXT, .text = s };
}

static struct cell
number_cell(uint64_t n)
{
	return (struct cell){ .kind = n ? CELL_NUMBER : CELL_NONE, .number = (int64_t)n };
}

static bool
is_text(struct str s)
{
	return text_valid(s, NULL) && str_find(s, '\0') == s.n;
}

void
run_refused_put(struct run_hand *h, const struct reject *why)
{
	static const struct shape nothing = { 0 };
	struct record rec = { .shape = &nothing };
	struct cell own[COLUMNS] = {
		[FILE_NAME] = text_cell(str_of(why->at.file)),
		[LINE] = number_cell(why->at.line), [COLUMN] = number_cell(why->at.column),
		[CODE] = text_cell(str_of(reject_name[why->code])),
		[REASON] = text_cell(why->reason)
	};

	if (why->column.n != 0)
		own[REASON].text = arena_printf(&h->scratch, "%.*s: %.*s", STR_ARG(why->column),
		    STR_ARG(why->reason));
	/* Members of JSON have no place in the columns of a CSV file. */
	if (why->record != NULL && (reader_shape(h->input->reader) != NULL ||
	    h->worker.run->state->refused == NULL))
		rec = *why->record;
	else if (is_text(why->raw))
		own[RAW] = text_cell(why->raw);
	else
		own[RAW_BASE64] = text_cell(base64(&h->scratch, why->raw));
	if (h->refed && why->record != NULL) {
		own[RAW] = text_cell(record_text(&rec, RAW));
		own[RAW_BASE64] = text_cell(record_text(&rec, RAW_BASE64));
	}
	rec.own = own;
	rec.scratch = &h->scratch;
	writer_put(h->input->refused, &h->batch->refused, &rec);
}

/* Rows, in input order.  The header goes before the first: no rejects, an empty file. */
void
run_refused_write(struct run *run, struct str rows)
{
	struct run_state *state = run->state;
	const struct writer *w = state->leading->refused;
	struct buf b = { 0 };

	if (rows.n == 0)
		return;
	if (!state->refused_any) {
		writer_begin(w, &b);
		sink_write(state->rejects, b.p, b.n);
		buf_free(&b);
		rows = writer_first(w, rows);
	}
	state->refused_any = true;
	sink_write(state->rejects, rows.p, rows.n);
}

void
run_refused_abandon(struct run *run)
{
	if (run->state->rejects != NULL)
		sink_abandon(run->state->rejects);
}

int
run_refused_close(struct run *run, struct err *e)
{
	struct run_state *state = run->state;
	struct buf b = { 0 };
	int result;

	if (state->rejects == NULL)
		return 0;
	if (state->refused_any)
		writer_end(state->leading->refused, &b, true);
	sink_write(state->rejects, b.p, b.n);
	buf_free(&b);
	result = sink_close(state->rejects, e);
	state->rejects = NULL;
	return result;
}
