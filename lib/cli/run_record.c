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
	uint32_t i;

	rec->own = h->own;
	for (i = 0; i < run->state->own_count; i++)
		h->own[i].kind = CELL_NONE;
	switch (run->tool->row(&h->worker, rec)) {
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

/* Does the tool want the record, the only one in hand?  If not, it is accounted for. */
static bool
is_wanted(struct run_hand *h, struct record *rec)
{
	const struct run *run = h->worker.run;
	struct reject why;

	if (h->refed && run_refused_again(rec, &why)) {
		refuse(h, &why, STR("refused again"));
		return false;
	}
	if (*run->state->where != NULL && !run->tool->tests_where && !run_wanted(&h->worker)) {
		h->batch->n.filtered++;
		return false;
	}
	return true;
}

/* Records of one shape; those that may not be wanted come alone. */
static void
judge_all(struct run_hand *h, struct record *rec, uint32_t n)
{
	const struct tool *t = h->worker.run->tool;
	struct lead *lead = &h->worker.lead;
	uint32_t i;

	lead_attach_all(lead, rec, n);
	if (n == 1 && !is_wanted(h, rec))
		return;
	if (t->ahead != NULL && t->ahead(&h->worker)) {
		h->batch->n.written += n;
		return;
	}
	for (i = 0; i < n; i++) {
		lead_turn(lead, i);
		judge(h, &rec[i]);
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

/* How many may be in hand: who picks them one by one sees each alone. */
static uint32_t
most_together(const struct run *run, enum run_pass pass)
{
	return pass == RUN_SURVEY || (run->tool->ahead != NULL && *run->state->where == NULL) ?
	    LEAD_ROWS : 1;
}

static void
look_at_all(struct run_hand *h, uint32_t n, enum run_pass pass)
{
	bool json = reader_shape(h->input->reader) == NULL;
	struct run_batch *b = h->batch;
	const struct shape *shape;
	uint32_t i, end;

	for (i = 0; i < n && h->worker.run->state->ledger.audited; i++)
		b->n.row_sum += checksum_row(h->rec[i].raw);
	for (i = 0; i < n; i = end) {
		shape = h->rec[i].shape;
		if (json && shape->id != h->shape)
			look_at_shape(h, shape, pass);
		for (end = i + 1; end < n && h->rec[end].shape == shape && !h->refed;)
			end++;
		if (pass == RUN_ROWS) {
			judge_all(h, &h->rec[i], end - i);
		} else if (h->worker.run->tool->survey != NULL) {
			b->last = h->rec[end - 1].at.line;
			h->worker.run->tool->survey(&h->worker, &h->rec[i], end - i);
		}
	}
}

static void
look_at_reject(struct run_hand *h, const struct reject *why, enum run_pass pass)
{
	if (h->worker.run->state->ledger.audited)
		h->batch->n.row_sum += checksum_row(why->raw);
	if (pass == RUN_ROWS)
		refuse(h, why, str_of(reject_name[why->code]));
	else if (why->code == REJECT_FOOTER)
		h->batch->footer = why->at.line;
}

void
run_record_chunk(struct run_hand *h, enum run_pass pass)
{
	struct run_batch *b = h->batch;
	uint32_t most = most_together(h->worker.run, pass), n;
	struct reject why;
	int got;

	empty_batch(b);
	h->worker.notes = b->notes;
	split_start(h->split, &h->chunk);
	b->doubt = pass == RUN_SURVEY && source_is_doubtful(h->input->source) && !split_valid(h->split);
	do {
		got = split_take(h->split, h->rec, most, &n, &why);
		if (n != 0)
			look_at_all(h, n, pass);
		if (got < 0)
			look_at_reject(h, &why, pass);
		b->n.read += n + (got < 0);
		arena_reset(&h->scratch);
	} while (got != 0);
	b->notes = h->worker.notes;
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
