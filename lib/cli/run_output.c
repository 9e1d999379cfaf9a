/*
 * run_output - outputs besides the output, kept until it is known that all went well.
 */
#include <sys/stat.h>

#include "cli/run_impl.h"

/* What is replaced once it is whole.  A device, or a pipe, may take what several write. */
static bool
is_file(const char *path)
{
	struct stat status;

	return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

int
run_output_check(const struct run_options *o, struct err *e)
{
	const char *const path[] = { o->output, o->rejects, o->summary.value };
	static const char *const name[] = { "--output", "--rejects", "--summary" };
	size_t i, k;

	for (i = 0; i < sizeof path / sizeof *path; i++)
		for (k = 0; k < i; k++)
			if (path[i] != NULL && path[k] != NULL && strcmp(path[i], path[k]) == 0 &&
			    is_file(path[i]))
				return err_set(e, ERR_CONFIG, PLACE_NONE, "%s and %s are the same file",
				    name[k], name[i]);
	return 0;
}

bool
run_writes(const struct run *run, const char *path)
{
	const struct run_state *state = run->state;
	const struct run_options *o = state->option;
	const char *const written[] = { o->output, o->rejects, o->summary.value };
	bool is = false;
	size_t i;

	for (i = 0; i < sizeof written / sizeof *written; i++)
		is |= written[i] != NULL && strcmp(written[i], path) == 0;
	for (i = 0; i < state->outputs; i++)
		is |= strcmp(state->output_path[i], path) == 0;
	return is && is_file(path);
}

struct sink *
run_output(struct run *run, const char *path, struct err *e)
{
	struct run_state *state = run->state;
	struct sink *s = NULL;

	if (run_writes(run, path))
		err_set(e, ERR_CONFIG, (struct place){ .file = path }, "this is also the output");
	else if (state->outputs == RUN_OUTPUTS)
		err_set(e, ERR_BUG, PLACE_NONE, "too many outputs");
	else if ((s = sink_open(&run->arena, path, e)) != NULL) {
		state->output_path[state->outputs] = path;
		state->output[state->outputs++] = s;
	}
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
