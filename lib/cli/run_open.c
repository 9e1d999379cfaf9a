/*
 * run_open - one input: what it is, what is said of it, its header against the others'.
 *
 * Of a file that could be UTF-8 only all of it can tell whether it is.  Where it is surveyed anyway, it
 * is taken for UTF-8 until a survey has seen something else.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run_impl.h"
#include "value/text.h"

static enum format
format_of(const char *name)
{
	int f;

	for (f = FORMAT_COUNT - 1; f > FORMAT_AUTO; f--)
		if (name != NULL && strcmp(name, format_name[f]) == 0)
			break;
	return (enum format)f;
}

size_t
run_open_size(const char *text)
{
	uint64_t n;

	return text != NULL && opt_size(text, &n) ? (size_t)n : 0;
}

static int
open_source(struct run *run, struct run_input *in, struct err *e)
{
	const struct run_state *state = run->state;
	const struct run_options *o = state->option;
	struct source_options so = {
		.encoding = o->encoding ? SOURCE_NAMED : run->tool->encoding,
		.charset = o->encoding, .read_size = run_open_size(state->environment.read),
		.later = run_surveys(run) && run->tool->forget != NULL && !run->verbose,
		.spool_dir = state->environment.tmpdir
	};
	struct stat out;
	uint64_t device, inode;

	if ((in->source = source_open(&in->arena, in->path, &so, e)) == NULL)
		return -1;
	in->name = arena_copy(&run->arena, str_of(source_name(in->source))).p;
	/* It would grow for as long as we read it. */
	if (o->output == NULL && fstat(STDOUT_FILENO, &out) == 0 && S_ISREG(out.st_mode) &&
	    source_is_file(in->source, &device, &inode) &&
	    out.st_dev == device && out.st_ino == inode)
		return err_set(e, ERR_CONFIG, (struct place){ .file = in->name },
		    "this is also the output; -o can replace it");
	return 0;
}

int
run_open_reader(struct run *run, struct run_input *in, struct err *e)
{
	const struct run_options *o = run->state->option;
	struct read_options ro = {
		.from = format_of(o->from), .delimiter = run->state->delimiter, .lenient = o->lenient,
		.unwrap = run->tool->unwraps, .unfold = run->unfold, .max_record = o->max_record,
		.block = run->state->block, .last = in->footer > in->last ? in->last : 0
	};

	if (in->reader != NULL)
		reader_close(in->reader);
	in->reader = reader_open(&in->arena, in->source, &ro, e);
	if (in->reader == NULL)
		return -1;
	in->empty = run_is_csv(reader_format(in->reader)) && reader_shape(in->reader) == NULL;
	return 0;
}

/* The last rung of the ladder takes anything, so it is a guess. */
void
run_open_encoding(struct run *run, const struct run_input *in)
{
	if (run->state->option->encoding == NULL &&
	    strcmp(source_charset(in->source), "WINDOWS-1252") == 0)
		run_warn(run, (struct place){ .file = in->name }, "encoding",
		    "encoding: not UTF-8, so read as Windows-1252; --encoding NAME says what it is");
}

static void
tell_input(struct run *run, const struct run_input *in)
{
	const struct reader *r = in->reader;
	char delimiter = reader_delimiter(r);
	struct buf b = { 0 };

	if (!run->verbose)
		return;
	buf_printf(&b, "%s, %s", format_name[reader_format(r)], source_charset(in->source));
	if (delimiter == '\t')
		buf_str(&b, STR(", delimiter tab"));
	else if (delimiter != 0)
		buf_printf(&b, ", delimiter \"%c\"", delimiter);
	if (reader_shape(r) != NULL)
		buf_printf(&b, ", %u columns", (unsigned)reader_shape(r)->count);
	if (reader_preamble(r) != 0)
		buf_printf(&b, ", %llu lines above the header",
		    (unsigned long long)reader_preamble(r));
	diag_say(&run->state->diag, (struct place){ .file = in->name }, buf_text(&b));
	buf_free(&b);
}

/* Before anything is read: could this input have to be read twice?  JSON has its bracket early. */
static bool
may_be_read_twice(const struct run *run, const struct run_input *in)
{
	enum format from = format_of(run->state->option->from);
	struct str head = str_trim(source_head(in->source));

	if (run_surveys(run))
		return true;
	if (!run->state->to_known || !run_is_csv(run->to))
		return false;
	return from == FORMAT_AUTO ? head.n == 0 || *head.p == '{' || *head.p == '[' : format_is_json(from);
}

/* Does it stay true what was understood of an input, whatever it turns out to be? */
static bool
is_sure(const struct run_input *in)
{
	const struct reader *r = in->reader;
	uint64_t lines, bytes;

	reader_taken(r, &lines, &bytes);
	return reader_shape(r) != NULL && text_ascii(reader_header_raw(r)) &&
	    bytes <= reader_header_raw(r).n + reader_eol(r).n;
}

static int
open_first(struct run *run, struct run_input *in, struct err *e)
{
	if (source_is_doubtful(in->source)) {
		if (run_open_reader(run, in, e) == 0 && is_sure(in))
			return 0;
		if (source_decide(in->source, e) < 0)
			return -1;
	}
	/* First: that it was guessed may be why it cannot be read. */
	run_open_encoding(run, in);
	return run_open_reader(run, in, e);
}

int
run_open(struct run *run, struct run_input *in, struct err *e)
{
	struct run_state *state = run->state;
	bool perhaps;

	if (open_source(run, in, e) < 0)
		return -1;
	perhaps = may_be_read_twice(run, in);
	if ((perhaps && source_spool(in->source, e) < 0) || open_first(run, in, e) < 0)
		return -1;
	if (in->number + 1 == state->inputs)
		run_sandbox_records(run);
	if (in->empty)
		return 0;
	tell_input(run, in);
	if (state->leading == NULL) {
		state->leading = in;
		if (!state->to_known)
			run->to = reader_format(in->reader);
		state->to_known = true;
		run->header = reader_shape(in->reader);
	}
	if (perhaps && !run_input_surveys(run))
		source_unspool(in->source);
	if (run_header_check(run, in, e) < 0)
		return -1;
	return run->tool->open ? run->tool->open(run, in->reader, in->number, e) : 0;
}
