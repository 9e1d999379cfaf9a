/*
 * run_sandbox - what a run still needs at each step, and so what it gives up.
 *
 *	options, settings	every file; no socket and no program from here on
 *	inputs			those named
 *	records			nothing; what was written beside its target may take its place
 *
 * Whatever is opened later has to be named here: --split's files, which only the rows call for.
 * Converters of character sets are files to the C library, so they are fetched before, and so are
 * the files that pipes are spooled to.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run_impl.h"
#include "cli/sandbox.h"
#include "record/encoding.h"
#include "record/temporary.h"

enum { TARGETS = 64 };

void
run_sandbox_start(const struct run *run)
{
	if (!run->state->option->no_sandbox)
		sandbox_calls();
}

static void
fetch_converters(const struct run *run)
{
	/* Where UTF-16 begins, and what is left when it is not UTF-8: see source.h. */
	static const char *const ladder[] = { "UTF-16LE", "UTF-32LE", "WINDOWS-1252" };
	const char *named = run->state->option->encoding;
	size_t i;

	if (named != NULL)
		encoding_keep(named);
	for (i = 0; named == NULL && run->tool->encoding == SOURCE_LADDER &&
	    i < sizeof ladder / sizeof *ladder; i++)
		encoding_keep(ladder[i]);
}

static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return arena_copy(a, (struct str){ path, slash == path ? 1 : (size_t)(slash - path) }).p;
}

/* Folders of what is replaced at the end, and of --split: how many. */
static size_t
add_outputs(struct run *run, struct sandbox_path *list)
{
	const char *target[TARGETS];
	size_t n = sink_targets(target, TARGETS), i;

	for (i = 0; i < n; i++)
		list[i] = (struct sandbox_path){ folder_of(&run->arena, target[i]), SANDBOX_RENAME };
	if (run->state->split != NULL)
		list[n++] = (struct sandbox_path){ run->state->split, SANDBOX_WRITE };
	return n;
}

/* Could it have to be spooled?  Pipes, where it is read twice. */
static bool
may_be_spooled(const struct run *run, const char *path)
{
	const struct run_state *state = run->state;
	struct stat status;

	if (!run_surveys(run) && run->tool->encoding != SOURCE_LADDER &&
	    !(state->to_known && run_is_csv(run->to)))
		return false;
	return (path == NULL || strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &status) :
	    stat(path, &status)) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

void
run_sandbox_inputs(struct run *run)
{
	const struct run_state *state = run->state;
	struct sandbox_path *list;
	size_t spools = 0, n, i;

	if (state->option->no_sandbox)
		return;
	fetch_converters(run);
	list = arena_array(&run->arena, TARGETS + 2 + state->inputs, sizeof *list);
	n = add_outputs(run, list);
	for (i = 0; i < state->inputs; i++) {
		const char *path = state->input[i].path;

		spools += may_be_spooled(run, path);
		if (path != NULL)
			list[n++] = (struct sandbox_path){ path, SANDBOX_READ };
	}
	if (temporary_keep(run->tmpdir, spools) < spools)
		list[n++] = (struct sandbox_path){ run->tmpdir, SANDBOX_SPOOL };
	sandbox_files(list, n);
}

void
run_sandbox_records(struct run *run)
{
	struct sandbox_path list[TARGETS + 1];

	if (!run->state->option->no_sandbox)
		sandbox_files(list, add_outputs(run, list));
}
