/*
 * run - the order of events, from argv to the exit status.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/run_impl.h"

void
run_columns(struct run *run, const char *const *columns)
{
	struct run_state *state = run->state;
	uint32_t i, n = 0;

	while (columns != NULL && columns[n] != NULL)
		n++;
	state->own = arena_array(&run->arena, (size_t)n + 1, sizeof *state->own);
	for (i = 0; i < n; i++)
		state->own[i] = arena_copy(&run->arena, str_of(columns[i]));
	state->own_count = n;
}

void
run_offer(struct run *run, const struct str *name, uint32_t n, uint32_t *number)
{
	struct run_state *state = run->state;
	struct str *own = arena_array(&run->arena, (size_t)state->own_count + n + 1, sizeof *own);
	bool *named = arena_array(&run->arena, (size_t)n + 1, sizeof *named);
	uint32_t i;

	writer_select_named(&run->arena, state->option->columns, name, n, named);
	memcpy(own, state->own, state->own_count * sizeof *own);
	state->own = own;
	state->offered = name;
	state->offered_count = n;
	for (i = 0; i < n; i++) {
		number[i] = named[i] ? state->own_count : UINT32_MAX;
		if (named[i])
			own[state->own_count++] = name[i];
	}
}

void
run_warn(struct run *run, struct place at, const char *kind, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	diag_complain(&run->state->diag, str_of(kind), at, str_of(text));
}

void
run_tell(struct run *run, struct str lines)
{
	diag_tell(&run->state->diag, lines);
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

bool
run_wants_all(const struct run *run)
{
	return *run->state->where == NULL;
}

bool
run_asked(struct worker *w, uint32_t id)
{
	bool asked = w->run->why.n != 0 && str_eq(lead_text(&w->lead, id), w->run->why);

	((struct run_hand *)w)->asked |= asked;
	return asked;
}

void
run_trace(struct worker *w, struct str lines)
{
	diag_hold_lines(&((struct run_hand *)w)->batch->said, lines);
}

void
run_total(struct run *run, const char *name, uint64_t n)
{
	buf_printf(&run->state->ledger.totals, ", \"%s\": %llu", name, (unsigned long long)n);
}

void
run_detail(struct run *run, const char *name, struct str json)
{
	buf_printf(&run->state->ledger.totals, ", \"%s\": ", name);
	buf_str(&run->state->ledger.totals, json);
}

void
run_print(struct run *run, struct str text)
{
	run_ledger_put(run, text);
}

void
run_found(struct run *run)
{
	run->state->found = true;
}

void
run_count(struct run *run, enum run_fate fate, uint64_t records)
{
	struct run_counts *n = &run->state->ledger.n;

	if (fate == RUN_MERGED)
		n->merged += records;
	else if (fate == RUN_FILTERED)
		n->filtered += records;
	else
		n->written += records;
}

void
run_updated(struct run *run, uint64_t records)
{
	run->state->ledger.n.updated += records;
}

void
run_begin(struct run *run)
{
	struct buf b = { 0 };

	if (run->state->begun || run->writer == NULL)
		return;
	run->state->begun = true;
	writer_begin(run->writer, &b);
	run_ledger_put(run, buf_text(&b));
	buf_free(&b);
}

void
run_pass(struct run *run, const struct batch *b)
{
	run_ledger_rows(run, b->out, b->row, b->kept);
}

void
run_write(struct run *run, struct str row, uint64_t records)
{
	run_ledger_rows(run, row, NULL, records);
}

/* Once, however many workers there are. */
static void
warn_of_all(struct run *run, struct worker *const *w, size_t workers)
{
	bool limited = false, asked = run->why.n == 0;
	size_t i;

	for (i = 0; i < workers; i++) {
		limited |= condition_limited(&w[i]->lead) != 0;
		asked |= ((const struct run_hand *)w[i])->asked;
	}
	if (limited)
		run_warn(run, PLACE_NONE, "match limit",
		    "match limit: a pattern gave up; what it was asked counts as unknown");
	if (!asked)
		run_warn(run, PLACE_NONE, "why", "--why: no lead that was judged has the id \"%.*s\"",
		    STR_ARG(run->why));
}

/* What the tool says at its end, and the end of the output. */
static int
finish(struct run *run, struct err *e)
{
	struct run_state *state = run->state;
	struct worker **workers = arena_array(&run->arena, state->jobs, sizeof *workers);
	size_t i, n = run_work_workers(run, workers);
	struct buf b = { 0 };

	for (i = 0; i < n && run->tool->merge != NULL; i++)
		run->tool->merge(run, workers[i]);
	run_header_unseen(run);
	run_header_unmet(run);
	warn_of_all(run, workers, n);
	if (run->tool->report != NULL && run->tool->report(run, e) < 0)
		return -1;
	if (state->begun) {
		writer_end(run->writer, &b, state->any);
		run_ledger_put(run, buf_text(&b));
		buf_free(&b);
	}
	if (state->option->one_line && run->writer != NULL)
		run_total(run, "joined", run_input_joined(run));
	if (run_ledger_limit(run, true, e) < 0 || sink_flush(run->out, e) < 0)
		return -1;
	run_ledger_taken(run);
	return 0;
}

static int
open_output(struct run *run, struct err *e)
{
	if ((run->out = sink_open(&run->arena, run->state->option->output, e)) == NULL)
		return -1;
	return run_refused_open(run, e) < 0 ? -1 : run_ledger_open(run, e);
}

/* Rejects first: what was refused must be safe before the output says that all is done. */
static int
close_output(struct run *run, bool failed, struct err *e)
{
	struct err other;
	int result = 0;

	if (failed && e->kind != ERR_INPUT)
		run_refused_abandon(run);
	if (run_refused_close(run, failed ? &other : e) < 0) {
		/* Two things went wrong, and neither says the other. */
		if (failed)
			diag_error(&run->state->diag, &other);
		result = -1;
	}
	if (run_output_close(run, failed || result < 0, failed || result < 0 ? &other : e) < 0)
		result = -1;
	if (run->out == NULL)
		return result;
	if (failed || result < 0) {
		/* A pipe gets what was done so far; a file stays as it was. */
		if (sink_flush(run->out, &other) == 0)
			run_ledger_taken(run);
		sink_abandon(run->out);
	} else {
		result = sink_close(run->out, e);
	}
	return result;
}

static int
work(struct run *run, struct err *e)
{
	int result;

	if (run_options_settle(run, e) < 0)
		return -1;
	run_sandbox_start(run);
	run_columns(run, run->tool->columns);
	if (run->tool->plan != NULL && run->tool->plan(run, e) < 0)
		return -1;
	result = open_output(run, e);
	if (result == 0)
		result = run_input_all(run, e);
	if (result == 0)
		result = finish(run, e);
	if (close_output(run, result < 0, e) < 0 || result < 0)
		return -1;
	return run->tool->done != NULL ? run->tool->done(run, e) : 0;
}

static void
tell_rejects(struct run *run)
{
	struct buf b = { 0 };
	const struct run_counts *n = &run->state->ledger.n;
	uint64_t broken = run_ledger_broken(run);

	diag_count(&b, broken);
	buf_str(&b, STR(" of "));
	diag_count(&b, n->read);
	buf_printf(&b, " records %s refused; --rejects FILE keeps them",
	    broken == 1 ? "was" : "were");
	diag_say(&run->state->diag, PLACE_NONE, buf_text(&b));
	buf_free(&b);
}

/* The status of a run, and the last words. */
static int
conclude(struct run *run, int result, const struct err *e)
{
	struct run_state *state = run->state;
	const struct run_counts *n = &state->ledger.n;
	int status = result < 0 ? (int)e->kind : state->found ? 1 : 0;
	struct err other;

	diag_rest(&state->diag);
	if (result < 0)
		diag_error(&state->diag, e);
	if (result == 0 && !run_ledger_balanced(run)) {
		diag_say(&state->diag, PLACE_NONE,
		    STR("the totals do not add up: please report this"));
		status = ERR_BUG;
	} else if (result == 0 && run_ledger_broken(run) != 0 && state->option->rejects == NULL &&
	    !run->mute) {
		tell_rejects(run);
		status = ERR_INPUT;
	}
	if ((result == 0 || n->bytes != 0) && run_ledger_summary(run, &other) < 0) {
		diag_error(&state->diag, &other);
		status = status > 1 ? status : (int)other.kind;
	}
	return status;
}

static int
usage_error(struct run *run, const struct err *e)
{
	struct err hint;

	diag_error(&run->state->diag, e);
	err_set(&hint, ERR_CONFIG, PLACE_NONE, "%s --help lists the options", run->tool->name);
	diag_error(&run->state->diag, &hint);
	return ERR_CONFIG;
}

/* The one that an option of the tool's names. */
static void
add_operand(struct run *run, const char ***operand)
{
	const char *input = run->tool->input != NULL ? *run->tool->input : NULL;
	const char **more;

	if (input == NULL)
		return;
	more = arena_array(&run->arena, run->operands + 2, sizeof *more);
	if (run->operands != 0)
		memcpy(more, *operand, run->operands * sizeof *more);
	more[run->operands++] = input;
	*operand = more;
}

/* And one of the tool's references. */
static void
add_reference(struct run *run, const char ***operand)
{
	const char *const *const *r = run->tool->references;
	const char **all;

	while (r != NULL && *r != NULL && **r == NULL)
		r++;
	if (r == NULL || *r == NULL)
		return;
	all = arena_array(&run->arena, run->operands + 2, sizeof *all);
	all[0] = **r;
	all[1] = "-";
	if (run->operands != 0)
		memcpy(all + 1, *operand, run->operands * sizeof *all);
	run->operands += run->operands ? 1 : 2;
	run->reference = true;
	*operand = all;
}

int
run_tool(const struct tool *tool, int argc, char **argv)
{
	/* All that lives as long as the run ends with the process; nobody frees it. */
	static struct run_state state;
	static struct run run;
	const struct opt *const *tables;
	const char **operand;
	struct err e;
	int status, result;

	run_process_start(tool->name);
	run = (struct run){ .tool = tool, .state = &state };
	diag_init(&state.diag, tool->name);
	tables = run_options_tables(tool, &state.option);
	if (opt_parse(&run.arena, tables, argc, argv, &operand, &run.operands, &e) < 0) {
		status = usage_error(&run, &e);
		return status;
	}
	run.operand = operand;
	if (!run_answer(&run, tables, &status)) {
		add_operand(&run, &operand);
		run.inputless = run.operands == 0 && tool->question != NULL && *tool->question != NULL;
		if (run.operands == 0 && !run.inputless && isatty(STDIN_FILENO))
			return run_answer_usage(&run);
		add_reference(&run, &operand);
		run.operand = operand;
		result = work(&run, &e);
		status = conclude(&run, result, &e);
		/* Whatever was opened and came to nothing. */
		sink_abandon_all();
	}
	return status;
}
