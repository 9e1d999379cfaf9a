/*
 * run_record - what one worker does with one chunk: split it, ask the tool about each record,
 * format what is kept, say what is wrong with what is not.  Or with one part of what is written last.
 */
#include "cli/run_impl.h"
#include "record/checksum.h"

/* A complaint about a record, and its row for --rejects. */
static void
refuse(struct run_hand *h, const struct reject *why, struct str kind)
{
	struct run_batch *b = h->batch;

	b->n.rejected++;
	b->n.refused[why->code]++;
	if (diag_held_of(&b->said, kind) < DIAG_SHOWN) {
		struct str text = why->column.n == 0 ? why->reason : arena_printf(&h->scratch,
		    "%.*s: %.*s", STR_ARG(why->column), STR_ARG(why->reason));

		diag_hold(&b->said, kind, why->at, text);
	} else {
		diag_hold(&b->said, kind, why->at, STR(""));
	}
	if (h->input->refused != NULL)
		run_refused_put(h, why);
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

	if (w != NULL && !h->worker.run->tool->late)
		writer_put(w, &b->out, rec);
	buf_add(&b->rows, &b->out.n, sizeof b->out.n);
	b->kept++;
}

static void
judge(struct run_hand *h, struct record *rec)
{
	const struct run *run = h->worker.run;
	const struct tool *t = run->tool;
	struct reject why;
	enum verdict verdict;

	rec->own = h->own;
	if (run->state->own_count != 0)
		memset(h->own, 0, run->state->own_count * sizeof *h->own);
	if (h->refed && run_refused_again(rec, &why)) {
		refuse(h, &why, STR("refused again"));
		return;
	}
	lead_attach(&h->worker.lead, rec);
	verdict = *run->state->where != NULL && !t->tests_where && !run_wanted(&h->worker) ? DROP :
	    t->row(&h->worker, rec);
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
	b->last = b->footer = 0;
}

void
run_record_chunk(struct run_hand *h, enum run_pass pass)
{
	const struct tool *t = h->worker.run->tool;
	struct run_batch *b = h->batch;
	struct record rec = { .scratch = &h->scratch };
	bool json = reader_shape(h->input->reader) == NULL;
	bool audited = h->worker.run->state->ledger.audited;
	struct reject why;
	int got;

	empty_batch(b);
	h->worker.notes = b->notes;
	h->worker.number = 0;
	split_start(h->split, &h->chunk);
	for (; (got = split_next(h->split, &rec, &why)) != 0; h->worker.number++) {
		if (audited)
			b->n.row_sum += checksum_row(got > 0 ? rec.raw : why.raw);
		if (got > 0 && json && rec.shape->id != h->shape)
			look_at_shape(h, rec.shape, pass);
		if (pass == RUN_SURVEY && got > 0 && t->survey != NULL) {
			b->last = rec.at.line;
			t->survey(&h->worker, &rec);
		} else if (pass == RUN_SURVEY && got < 0 && why.code == REJECT_FOOTER)
			b->footer = why.at.line;
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

void
run_record_part(struct run_hand *h, uint64_t number)
{
	struct run_batch *b = h->batch;
	struct record rec = { .scratch = &h->scratch, .own = h->own };

	empty_batch(b);
	h->worker.notes = b->notes;
	b->failed = h->worker.run->tool->part(&h->worker, number, &rec, &b->out, &b->error) < 0;
	b->notes = h->worker.notes;
	arena_reset(&h->scratch);
}
