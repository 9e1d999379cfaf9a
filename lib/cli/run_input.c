/*
 * run_input - the inputs, read in order.
 *
 * The first one with anything in it leads: the output has its format, delimiter, line ends and
 * columns.  Usually the inputs are opened one after the other.  Where evidence over all
 * of them is needed (a tool's survey; the header of a CSV file made from JSON), all are opened
 * first, read once, and then from their beginning again; pipes are spooled for that.
 */
#include "cli/run_impl.h"

/* Does anything need the first pass?  Known once there is a leading input. */
bool
run_input_surveys(const struct run *run)
{
	const struct run_input *first = run->state->leading;

	return run_surveys(run) ||
	    (first != NULL && run_is_csv(run->to) && format_is_json(reader_format(first->reader)));
}

enum column_kind
run_input_kind(struct str name)
{
	enum vocab_field f = vocab_find(name);

	if (f == VOCAB_FIELDS)
		return COLUMN_TEXT;
	return vocab[f].type == VOCAB_TYPE_LIST ? COLUMN_LIST :
	    vocab[f].type == VOCAB_TYPE_ACTIVITIES ? COLUMN_JSON : COLUMN_TEXT;
}

static int
open_writers(struct run *run, struct run_input *in, struct err *e)
{
	const struct run_state *state = run->state;
	const struct reader *leading = state->leading ? state->leading->reader : in->reader;
	struct write_options o = {
		.to = run->to, .one_line = state->option->one_line, .excel = state->option->excel,
		.own = state->own, .own_count = state->own_count, .kind = run_input_kind,
		.columns = state->option->columns,
		.offered = state->offered, .offered_count = state->offered_count
	};

	if (run->tool->settle != NULL) {
		/* Rows of the tool's own making, whatever they were made from. */
		o.delimiter = run->to == FORMAT_TSV ? '\t' : ',';
		o.eol = STR("\n");
	} else if (run_is_csv(reader_format(leading))) {
		o.delimiter = reader_format(leading) == FORMAT_TSV ? ',' : reader_delimiter(leading);
		o.eol = reader_eol(leading);
		if (run->header != NULL && run->header == reader_shape(leading) &&
		    run_refused_columns(run->header))
			o.columns = run_refused_drop(run, o.columns);
	}
	if (run->to == FORMAT_AUTO)
		return 0;
	if ((in->writer = writer_new(&in->arena, &o, in->reader, run->header, e)) == NULL)
		return -1;
	if (format_is_json(reader_format(in->reader)) && format_is_json(run->to)) {
		o.columns = run_refused_drop(run, o.columns);
		if ((in->refed = writer_new(&in->arena, &o, in->reader, NULL, e)) == NULL)
			return -1;
	}
	return 0;
}

static void
close_writer(struct run_input *in, struct writer **w)
{
	if (*w != NULL && *w != in->refused)
		in->joined += writer_joined(*w);
	if (*w != NULL)
		writer_free(*w);
	*w = NULL;
}

static int
close_input(struct run *run, struct run_input *in, struct err *e)
{
	struct source *source = in->source;

	in->source = NULL;
	if (source != NULL && source_close(source, e) < 0)
		return -1;
	if (in == run->state->leading)
		return 0;
	if (in->reader != NULL)
		reader_close(in->reader);
	in->reader = NULL;
	run_header_met(run, in->writer);
	run_header_met(run, in->refed);
	close_writer(in, &in->writer);
	close_writer(in, &in->refed);
	close_writer(in, &in->refused);
	arena_free(&in->arena);
	return 0;
}

/* The second pass, or the only one.  What no chunk stands for is counted too: the header, what
 * is behind the last record. */
static int
read_rows(struct run *run, struct run_input *in, struct err *e)
{
	struct run_counts *n = &run->state->ledger.n;
	uint64_t lines = n->lines, bytes = n->bytes, all_lines, all_bytes;
	int result = run_work(run, in, RUN_ROWS, e);

	reader_taken(in->reader, &all_lines, &all_bytes);
	n->lines = lines + all_lines;
	n->preamble += reader_preamble(in->reader);
	n->bytes = bytes + all_bytes;
	return result;
}

/* Its records, for row(). */
static int
read_input(struct run *run, struct run_input *in, struct err *e)
{
	if (in->empty)
		return 0;
	if (open_writers(run, in, e) < 0 || run_refused_writer(run, in, e) < 0)
		return -1;
	if (in == run->state->leading) {
		run->writer = in->writer;
		if (run->tool->reports == NULL && !run->mute && !run->rowless)
			run_begin(run);
	}
	return read_rows(run, in, e);
}

static void
forget(struct run *run, struct run_input *in, uint64_t surveyed)
{
	struct run_state *state = run->state;
	unsigned i;

	for (i = 0; i < state->jobs; i++)
		if (state->hand[i] != NULL)
			run->tool->forget(&state->hand[i]->worker, in->number);
	in->last = in->footer = 0;
	state->surveyed = surveyed;
}

/* If it was not UTF-8, what was seen of it was nothing, and it is looked at again. */
static int
survey_records(struct run *run, struct run_input *in, struct err *e)
{
	uint64_t surveyed = run->state->surveyed;

	if (run_work(run, in, RUN_SURVEY, e) < 0 || (in->doubt && source_decide(in->source, e) < 0))
		return -1;
	if (!in->doubt || strcmp(source_charset(in->source), "UTF-8") == 0)
		return 0;
	run_open_encoding(run, in);
	forget(run, in, surveyed);
	return run_open_reader(run, in, e) < 0 ? -1 : run_work(run, in, RUN_SURVEY, e);
}

static int
survey_input(struct run *run, struct run_input *in, struct err *e)
{
	const struct shape *s = reader_shape(in->reader);

	if (in->empty)
		return 0;
	if (s != NULL)
		record_union_add(&run->state->keys, s);
	/* CSV's header says it all, unless the tool wants to see the records. */
	if ((s == NULL || run_surveys(run)) && survey_records(run, in, e) < 0)
		return -1;
	if (s != NULL && !run_surveys(run))
		return 0;
	if (source_rewind(in->source, e) < 0)
		return -1;
	return run_open_reader(run, in, e);
}

/* Nothing in any of them: to JSON that is still an empty array. */
static int
read_nothing(struct run *run, struct err *e)
{
	struct run_input *in = &run->state->input[0];

	if (run->mute)
		return 0;
	if (open_writers(run, in, e) < 0)
		return -1;
	run->writer = in->writer;
	if (run->tool->reports == NULL && !run->rowless)
		run_begin(run);
	return 0;
}

/* All of them, from input number `opened` on; then the same again for row(). */
static int
read_twice(struct run *run, size_t opened, struct err *e)
{
	struct run_state *state = run->state;
	struct worker **workers = arena_array(&run->arena, state->jobs, sizeof *workers);
	size_t i;

	for (i = opened; i < state->inputs; i++)
		if (run_open(run, &state->input[i], e) < 0)
			return -1;
	run_header_refused(run);
	for (i = 0; i < state->inputs; i++)
		if (survey_input(run, &state->input[i], e) < 0)
			return -1;
	/* Without any record there is no header, and nothing comes out. */
	if (state->leading != NULL && state->surveyed + state->keys.count != 0 &&
	    (run_surveys(run) || (reader_shape(state->leading->reader) == NULL && run_is_csv(run->to))))
		run->header = record_union_shape(&run->arena, &state->keys);
	if (run_surveys(run) && run->tool->settle != NULL &&
	    run->tool->settle(run, workers, run_work_workers(run, workers), e) < 0)
		return -1;
	for (i = 0; i < state->inputs; i++)
		if (read_input(run, &state->input[i], e) < 0 ||
		    (state->leading != NULL && close_input(run, &state->input[i], e) < 0))
			return -1;
	return state->leading == NULL ? read_nothing(run, e) : 0;
}

static void
list_inputs(struct run *run)
{
	struct run_state *state = run->state;
	size_t i;

	state->inputs = run->operands ? run->operands : 1;
	state->input = arena_array(&run->arena, state->inputs, sizeof *state->input);
	state->keys.arena = &run->arena;
	state->block = run_open_size(state->environment.block);
	if (state->block == 0)
		state->block = 256 * 1024;
	for (i = 0; i < state->inputs; i++) {
		state->input[i].path = i < run->operands ? run->operand[i] : NULL;
		state->input[i].number = i;
		state->input[i].reference = run->reference && i == 0;
	}
}

int
run_input_all(struct run *run, struct err *e)
{
	struct run_state *state = run->state;
	size_t i;

	list_inputs(run);
	run_work_prepare(run);
	run_sandbox_inputs(run);
	if (run->inputless)
		return 0;
	for (i = 0; i < state->inputs; i++) {
		struct run_input *in = &state->input[i];

		if (!run_surveys(run) && run_open(run, in, e) < 0)
			return -1;
		if (run_input_surveys(run))
			return read_twice(run, !run_surveys(run) ? i + 1 : 0, e);
		run_header_refused(run);
		if (read_input(run, in, e) < 0)
			return -1;
		if (state->leading != NULL && close_input(run, in, e) < 0)
			return -1;
	}
	return state->leading == NULL ? read_nothing(run, e) : 0;
}

uint64_t
run_input_joined(const struct run *run)
{
	const struct run_state *state = run->state;
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < state->inputs; i++) {
		const struct run_input *in = &state->input[i];

		n += in->joined;
		n += in->writer != NULL ? writer_joined(in->writer) : 0;
		n += in->refed != NULL ? writer_joined(in->refed) : 0;
	}
	return n;
}
