/*
 * run_record - what one worker does with one chunk: split it, ask the tool about each record,
 * format what is kept, say what is wrong with what is not.
 */
#include <stdarg.h>
#include <stdio.h>

#include "cli/run_impl.h"
#include "value/text.h"

/* A complaint about a record, and its row for --rejects. */
static void
refuse(struct run_hand *h, const struct reject *why, struct str kind)
{
	struct run_batch *b = h->batch;

	b->n.rejected++;
	if (diag_held_of(&b->said, kind) < DIAG_SHOWN) {
		struct str text = why->column.n == 0 ? why->reason :
		    arena_printf(&h->scratch, "%.*s: %.*s", STR_ARG(why->column), STR_ARG(why->reason));

		diag_hold(&b->said, kind, why->at, text);
	} else {
		diag_hold(&b->said, kind, why->at, STR(""));
	}
	if (h->input->refused != NULL)
		run_refused_put(h, why);
}

/* The column that a tool's complaint is about: as it is called in the file, or as we call it. */
static uint32_t
find_column(const struct shape *s, const char *column)
{
	struct str name = str_of(column);
	uint32_t i;

	for (i = 0; i < s->count; i++)
		if (str_eq(s->label[i], name))
			return i;
	for (i = 0; i < s->count; i++)
		if (vocab_same(s->label[i], name))
			return i;
	return s->count;
}

/* Line and byte column of a field: a record may go over several lines. */
static void
locate(struct place *at, const struct record *rec, struct field f)
{
	const char *p = rec->raw.p, *line = p;

	if (p == NULL || f.raw < p || f.raw > p + rec->raw.n)
		return;
	for (; p < f.raw; p++)
		if (*p == '\n' || (*p == '\r' && p[1] != '\n')) {
			at->line++;
			line = p + 1;
		}
	at->column = (uint64_t)(f.raw - line) + 1;
}

/* The part of the format that no value changes: "not an amount", of "not an amount: %s". */
static struct str
opening(const char *fmt)
{
	struct str s = str_slice(str_of(fmt), 0, str_find(str_of(fmt), '%'));

	while (s.n != 0 && strchr(" :\"'(", s.p[s.n - 1]) != NULL)
		s.n--;
	return s;
}

enum verdict
run_reject(struct worker *w, const char *column, const char *fmt, ...)
{
	struct run_hand *h = (struct run_hand *)w;
	struct record *rec = w->lead.rec;
	uint32_t i = find_column(rec->shape, column);
	struct str value = { 0 };
	char text[240];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	h->kind = *column == '\0' ? opening(fmt) :
	    arena_printf(&h->scratch, "%s: %.*s", column, STR_ARG(opening(fmt)));
	w->why = (struct reject){ .code = REJECT_VALUE, .at = rec->at, .raw = rec->raw, .record = rec };
	w->why.column = arena_copy(&h->scratch, str_of(column));
	if (i < rec->shape->count) {
		locate(&w->why.at, rec, record_field(rec, i));
		value = record_text(rec, i);
	}
	if (value.n == 0)
		w->why.reason = arena_copy(&h->scratch, str_of(text));
	else if (w->run->show_values)
		w->why.reason = arena_printf(&h->scratch, "%s: \"%.*s\"", text, STR_ARG(value));
	else
		w->why.reason = arena_printf(&h->scratch, "%s: shape \"%.*s\"", text,
		    STR_ARG(text_shape(&h->scratch, value)));
	return REJECT;
}

bool
run_wanted(struct worker *w)
{
	const struct condition *const *c = w->run->state->where;

	for (; *c != NULL; c++)
		if (condition_test(*c, &w->lead) != TRUTH_TRUE)
			return false;
	return true;
}

void
run_trace(struct worker *w, struct str lines)
{
	diag_hold_lines(&((struct run_hand *)w)->batch->said, lines);
}

/* JSON: what the keys say, looked at once per sequence of keys. */
static void
look_at_shape(struct run_hand *h, const struct shape *s, enum run_pass pass)
{
	uint32_t i, before;

	h->shape = s->id;
	h->refed = run_refused_shape(s);
	if (pass != RUN_SURVEY)
		return;
	for (i = 0; i < s->count && h->keys.count <= FORMAT_MAX_COLUMNS; i++) {
		if (h->refed && run_refused_column(s->label[i]))
			continue;
		before = h->keys.count;
		if (map_add(&h->keys, s->label[i]) == before)
			buf_add(&h->batch->keys, &h->keys.entry[before].key, sizeof(struct str));
	}
}

static void
keep(struct run_hand *h, struct record *rec)
{
	const struct run_input *in = h->input;
	const struct writer *w = h->refed && in->refed != NULL ? in->refed : in->writer;
	struct run_batch *b = h->batch;

	if (w != NULL)
		writer_put(w, &b->out, rec);
	buf_add(&b->rows, &b->out.n, sizeof b->out.n);
	b->kept++;
}

static void
judge(struct run_hand *h, struct record *rec)
{
	const struct tool *t = h->worker.run->tool;
	struct reject why;
	enum verdict verdict;

	rec->own = h->own;
	memset(h->own, 0, h->worker.run->state->own_count * sizeof *h->own);
	if (h->refed && run_refused_again(rec, &why)) {
		refuse(h, &why, STR("refused again"));
		return;
	}
	lead_attach(&h->worker.lead, rec);
	verdict = !t->tests_where && !run_wanted(&h->worker) ? DROP : t->row(&h->worker, rec);
	switch (verdict) {
	case KEEP:
		keep(h, rec);
		break;
	case COUNT:
		h->batch->n.written++;
		break;
	case DROP:
		h->batch->n.filtered++;
		break;
	case REJECT:
		refuse(h, &h->worker.why, h->kind);
		break;
	}
}

static void
empty_batch(struct run_batch *b)
{
	b->out.n = b->rows.n = b->notes.n = b->refused.n = b->keys.n = 0;
	b->n = (struct run_counts){ 0 };
	b->kept = 0;
}

void
run_record_chunk(struct run_hand *h, enum run_pass pass)
{
	const struct tool *t = h->worker.run->tool;
	struct run_batch *b = h->batch;
	struct record rec = { .scratch = &h->scratch };
	bool json = reader_shape(h->input->reader) == NULL;
	struct reject why;
	int got;

	empty_batch(b);
	h->worker.notes = b->notes;
	h->worker.number = 0;
	split_start(h->split, &h->chunk);
	for (; (got = split_next(h->split, &rec, &why)) != 0; h->worker.number++) {
		if (got > 0 && json && rec.shape->id != h->shape)
			look_at_shape(h, rec.shape, pass);
		if (pass == RUN_SURVEY && got > 0 && t->survey != NULL)
			t->survey(&h->worker, &rec);
		else if (pass == RUN_ROWS && got > 0)
			judge(h, &rec);
		else if (pass == RUN_ROWS)
			refuse(h, &why, str_of(reject_name[why.code]));
		arena_reset(&h->scratch);
	}
	b->notes = h->worker.notes;
	b->n.read = h->worker.number;
	b->n.blank = split_blank(h->split);
	b->n.lines = h->chunk.lines;
	b->n.bytes = h->chunk.bytes;
}
