/*
 * run_output - outputs besides the output, kept until it is known that all went well.
 */
#include "cli/run_impl.h"

struct sink *
run_output(struct run *run, const char *path, struct err *e)
{
	struct run_state *state = run->state;
	const char *output = state->option->output;
	struct sink *s = NULL;

	if (output != NULL && strcmp(output, path) == 0)
		err_set(e, ERR_CONFIG, (struct place){ .file = path }, "this is also the output");
	else if (state->outputs == RUN_OUTPUTS)
		err_set(e, ERR_BUG, PLACE_NONE, "too many outputs");
	else if ((s = sink_open(&run->arena, path, e)) != NULL)
		state->output[state->outputs++] = s;
	return s;
}

int
run_output_close(struct run *run, bool failed, struct err *e)
{
	struct run_state *state = run->state;
	struct err other;
	size_t i;

	for (i = 0; i < state->outputs; i++)
		failed = failed || sink_flush(state->output[i], e) < 0;
	for (i = 0; i < state->outputs; i++) {
		if (failed)
			sink_abandon(state->output[i]);
		if (sink_close(state->output[i], failed ? &other : e) < 0)
			failed = true;
	}
	return failed ? -1 : 0;
}

/* What a program is to read back stays as it is: no guard of a spreadsheet's, no joined lines. */
struct writer *
run_output_writer(struct run *run, const struct str *own, uint32_t count, struct err *e)
{
	const struct run_state *state = run->state;
	struct write_options o = {
		.to = run->to, .own = own, .own_count = count, .own_first = true,
		.kind = run_input_kind, .eol = STR("\n"), .delimiter = run->to == FORMAT_TSV ? '\t' : ','
	};

	return writer_new(&run->arena, &o, state->leading ? state->leading->reader : NULL, run->header,
	    e);
}
