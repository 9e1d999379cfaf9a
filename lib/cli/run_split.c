/*
 * run_split - the writer's begin, rows and end, for each file.
 */
#include <errno.h>
#include <sys/stat.h>

#include "cli/run_impl.h"
#include "cli/run_split.h"

int
run_split_folder(struct run *run, const char *folder, struct err *e)
{
	if (run->state->option->output != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--split and --output: one at a time");
	run->state->split = folder;
	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		return 0;
	return err_set(e, ERR_SYSTEM, (struct place){ .file = folder }, "%s", strerror(errno));
}

int
run_split_open(struct run *run, struct run_split *s, const char *folder,
    const char *const name[RUN_SPLITS], struct err *e)
{
	const char *suffix = format_name[run->to == FORMAT_AUTO ? FORMAT_CSV : run->to];
	struct buf b = { 0 };
	bool failed = false;
	size_t i;

	if (s->open)
		return 0;
	s->open = true;
	if (run->writer != NULL)
		writer_begin(run->writer, &b);
	for (i = 0; i < RUN_SPLITS && !failed; i++) {
		if (name[i] == NULL)
			continue;
		s->file[i] = run_output(run, arena_printf(&run->arena, "%s/%s.%s", folder, name[i],
		    suffix).p, e);
		failed = s->file[i] == NULL;
		if (!failed)
			sink_write(s->file[i], b.p, b.n);
	}
	buf_free(&b);
	return failed ? -1 : 0;
}

int
run_split_row(struct run *run, struct run_split *s, size_t file, struct str row, struct err *e)
{
	if (!s->any[file])
		row = writer_first(run->writer, row);
	s->any[file] = true;
	sink_write(s->file[file], row.p, row.n);
	run_count(run, RUN_COUNTED, 1);
	return sink_error(s->file[file], e);
}

void
run_split_end(struct run *run, struct run_split *s)
{
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < RUN_SPLITS && run->writer != NULL; i++) {
		if (s->file[i] == NULL)
			continue;
		b.n = 0;
		writer_end(run->writer, &b, s->any[i]);
		sink_write(s->file[i], b.p, b.n);
	}
	buf_free(&b);
}
