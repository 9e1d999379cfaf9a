/*
 * run_options - the options all tools have, and what they mean.
 *
 * The tables here and the tool's own are all there is: parsing, --help, completion and
 * the check of the manual read them.
 */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/run_impl.h"

enum { JOBS_DEFAULT = 4, JOBS_MOST = 64 };

static struct run_options given;

static const char *const record_formats[] = { "csv", "tsv", "jsonl", "json", NULL };
static const char *const from_words[] = { "auto", "csv", "tsv", "jsonl", "json", NULL };
static const char *const when_words[] = { "auto", "always", "never", NULL };

/* Which words --to takes depends on the tool. */
static struct opt to_table[] = {
	OPT_WORD('T', "to", &given.to, "FORMAT", record_formats, "format of the output"),
	OPT_END
};
static const struct opt table[] = {
	OPT_WORD('F', "from", &given.from, "FORMAT", from_words, "format of the input"),
	OPT_TEXT('o', "output", &given.output, "FILE",
	    "write to FILE, which is replaced once all is written"),
	OPT_TEXT('d', "delimiter", &given.delimiter, "C",
	    "what separates cells in the input: a character, tab, or auto"),
	OPT_TEXT(0, "encoding", &given.encoding, "NAME", "character set of the input"),
	OPT_FLAG(0, "lenient", &given.lenient, "read CSV that is not strictly valid"),
	OPT_TEXT(0, "rejects", &given.rejects, "FILE", "where refused records go, with reasons"),
	OPT_TEXT(0, "max-rejects", &given.max_rejects, "N[%]",
	    "give up when more records than that are refused"),
	OPT_SIZE(0, "max-record", &given.max_record, "SIZE", "longest record taken, 1M by default"),
	OPT_LIST('w', "where", &given.where, "CONDITION",
	    "only the leads that meet it, see lead-condition(5)"),
	OPT_TEXT(0, "now", &given.now, "TIME", "the time it is, instead of the clock's"),
	OPT_TEXT(0, "tz", &given.tz, "ZONE", "zone of times that state none, UTC by default"),
	OPT_COUNT('j', "jobs", &given.jobs, "N", "threads; the processors, at most 4, by default"),
	OPT_MAYBE(0, "summary", &given.summary, "FILE",
	    "totals as JSON, on standard error or in FILE"),
	OPT_FLAG('q', "quiet", &given.quiet, "errors only on standard error"),
	OPT_FLAG('v', "verbose", &given.verbose, "say what was understood"),
	OPT_MAYBE_WORD(0, "progress", &given.progress, "WHEN", when_words, "how far it got"),
	OPT_MAYBE_WORD(0, "color", &given.colour, "WHEN", when_words, "colour in tables"),
	OPT_FLAG(0, "show-values", &given.show_values, "messages show values, not their shapes"),
	OPT_FLAG(0, "no-sandbox", &given.no_sandbox, "keep the right to open files and sockets"),
	OPT_FLAG('h', "help", &given.help, "this help"),
	OPT_FLAG(0, "version", &given.version, "the version"),
	OPT_FLAG(0, "schema", &given.schema, "JSON Schema of the settings, or of a lead"),
	OPT_WORD(0, "completion", &given.completion, "SHELL", opt_complete_shells,
	    "completion script for a shell"),
	OPT_END
};
/* Of tools from which records come out. */
static const struct opt record_table[] = {
	OPT_TEXT('c', "columns", &given.columns, "LIST",
	    "which columns come out; +name,-name edits the default"),
	OPT_FLAG(0, "one-line", &given.one_line, "line ends inside a cell become a space"),
	OPT_FLAG(0, "excel", &given.excel, "CSV that spreadsheets neither run nor mangle"),
	OPT_END
};
static const struct opt reason_table[] = {
	OPT_FLAG(0, "explain", &given.explain, "reasons as columns"),
	OPT_TEXT(0, "why", &given.why, "ID", "trace the lead with that id on standard error"),
	OPT_END
};
static const struct opt settings_table[] = {
	OPT_FLAG(0, "print-default", &given.print_default,
	    "the built-in settings, to edit; by name, where there are several"),
	OPT_END
};
static const struct opt no_table[] = { OPT_END };

const struct opt *const *
run_options_tables(const struct tool *t, struct run_options **options)
{
	static const struct opt *tables[7];

	if (t->reports != NULL)
		to_table[0].words = t->reports;
	tables[0] = t->options ? t->options : no_table;
	tables[1] = t->default_settings ? settings_table : no_table;
	tables[2] = to_table;
	tables[3] = t->report_only ? no_table : record_table;
	tables[4] = t->explains ? reason_table : no_table;
	tables[5] = table;
	*options = &given;
	return tables;
}

static void
read_environment(struct run_environment *env)
{
	*env = (struct run_environment){
		.tmpdir = getenv("TMPDIR"), .tzdir = getenv("TZDIR"),
		.no_color = getenv("NO_COLOR"), .columns = getenv("COLUMNS"),
		.read = getenv("LEAD_READ"), .block = getenv("LEAD_BLOCK")
	};
	if (env->tmpdir == NULL || env->tmpdir[0] == '\0')
		env->tmpdir = "/tmp";
}

static int
settle_delimiter(const char *text, char *delimiter, struct err *e)
{
	static const struct { const char *name; char byte; } names[] = {
		{ "auto", 0 }, { "tab", '\t' }, { "\\t", '\t' }, { "comma", ',' },
		{ "semicolon", ';' }, { "pipe", '|' }, { "space", ' ' }
	};
	size_t i;

	*delimiter = 0;
	if (text == NULL)
		return 0;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(text, names[i].name) == 0) {
			*delimiter = names[i].byte;
			return 0;
		}
	if (strlen(text) != 1 || (unsigned char)*text > 126 || *text == '"' || *text == '\n' ||
	    *text == '\r')
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--delimiter: \"%s\" is not one ASCII character, tab or auto", text);
	*delimiter = *text;
	return 0;
}

static int
settle_limit(const char *text, struct run_limit *limit, struct err *e)
{
	struct str s = str_of(text);
	struct number n;
	int64_t most;

	if (text == NULL)
		return 0;
	limit->given = true;
	if ((limit->percent = str_ends(s, STR("%"))))
		s.n--;
	/* A percentage in thousandths, which is one in RUN_LIMIT_SCALE. */
	if (number_parse(s, &n) && number_scaled(n, limit->percent ? 3 : 0, &most) && most >= 0)
		limit->most = (uint64_t)most;
	else
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--max-rejects: expected a number or a percentage, not \"%s\"", text);
	return 0;
}

/* RFC 3339, or a date and its midnight, in --tz where no zone is stated. */
static int
settle_now(struct run *run, const char *text, struct err *e)
{
	struct civil c;

	if (text == NULL) {
		run->now = (instant)time(NULL);
		return 0;
	}
	if (!date_parse_iso(str_of(text), &c))
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--now: expected a time such as 2026-03-01T10:00:00Z, not \"%s\"", text);
	run->now = zone_instant(run->zone, &c);
	return 0;
}

static int
settle_jobs(uint64_t jobs, unsigned *n, struct err *e)
{
	long here = sysconf(_SC_NPROCESSORS_ONLN);

	if (jobs > JOBS_MOST)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--jobs: at most %d", JOBS_MOST);
	if (jobs == 0)
		jobs = here < 1 ? 1 : here > JOBS_DEFAULT ? JOBS_DEFAULT : (uint64_t)here;
	*n = (unsigned)jobs;
	return 0;
}

/* --progress, --color: alone it means always; not given, or auto, means if there is a terminal. */
static bool
settle_when(const struct opt_maybe *when, bool terminal)
{
	if (!when->given || (when->value != NULL && strcmp(when->value, "auto") == 0))
		return terminal;
	return when->value == NULL || strcmp(when->value, "always") == 0;
}

static unsigned
terminal_width(const struct run_environment *env)
{
	struct winsize size;
	struct number n;

	if (env->columns != NULL && number_parse(str_of(env->columns), &n) && n.scale == 0 &&
	    n.units >= 20 && n.units <= 1000)
		return (unsigned)n.units;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
		return size.ws_col;
	return 80;
}

static void
settle_look(struct run *run, const struct run_options *o)
{
	const struct run_environment *env = &run->state->environment;
	bool plain = env->no_color != NULL && env->no_color[0] != '\0';

	run->terminal = o->output == NULL && isatty(STDOUT_FILENO);
	run->colour = settle_when(&o->colour, run->terminal && !plain);
	run->width = run->terminal ? terminal_width(env) : 80;
	run->state->progress = settle_when(&o->progress, !o->quiet && isatty(STDERR_FILENO));
	run->explain = o->explain;
	run->why = str_of(o->why);
	run->show_values = o->show_values;
	run->quiet = run->state->diag.quiet = o->quiet;
	run->verbose = o->verbose;
}

/* --to of a tool with reports: one of its words, which may be the name of a record format. */
static void
settle_report(struct run *run, const struct run_options *o)
{
	const char *const *word = run->tool->reports;
	int f;

	if (word == NULL)
		return;
	run->report = str_of(o->to != NULL ? o->to : run->terminal ? word[0] : "csv");
	for (f = FORMAT_CSV; f < FORMAT_COUNT && !run->tool->report_only; f++)
		if (str_is(run->report, format_name[f]))
			run->to = (enum format)f;
	run->state->to_known = true;
}

static int
compile_where(struct run *run, const struct opt_list *where, struct err *e)
{
	size_t i;

	run->state->where = arena_array(&run->arena, where->n + 1, sizeof *run->state->where);
	for (i = 0; i < where->n; i++) {
		const struct place at = { .file = "--where" };
		struct str text = str_of(where->item[i]);

		if ((run->state->where[i] = condition_compile(&run->schema, text, at, e)) == NULL)
			return -1;
	}
	return 0;
}

int
run_options_settle(struct run *run, struct err *e)
{
	struct run_state *state = run->state;
	const struct run_options *o = state->option;
	int f;

	read_environment(&state->environment);
	run->tmpdir = state->environment.tmpdir;
	state->ledger.audited = o->summary.given;
	if (run_output_check(o, e) < 0 || settle_delimiter(o->delimiter, &state->delimiter, e) < 0 ||
	    settle_limit(o->max_rejects, &state->limit, e) < 0 ||
	    settle_jobs(o->jobs, &state->jobs, e) < 0)
		return -1;
	run->zone = o->tz ? run_zone(run, str_of(o->tz), e) : &zone_utc;
	run->zone_given = o->tz != NULL;
	if (run->zone == NULL || settle_now(run, o->now, e) < 0)
		return -1;
	settle_look(run, o);
	settle_report(run, o);
	for (f = FORMAT_CSV; f < FORMAT_COUNT && o->to != NULL && run->tool->reports == NULL; f++)
		if (strcmp(o->to, format_name[f]) == 0) {
			run->to = (enum format)f;
			state->to_known = true;
		}
	run->schema = (struct schema){ .arena = &run->arena, .zone = run->zone, .now = run->now,
	    .rows = run->tool->ahead != NULL };
	return compile_where(run, &o->where, e);
}
