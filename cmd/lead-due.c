/*
 * lead-due - say which leads are waiting for us, the longest waiting first
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/run.h"
#include "due/column.h"
#include "due/listing_lead.h"
#include "due/notice.h"
#include "due/state.h"

static const char none_overdue[] = "0";
static const char *sla_path, *state_path, *upcoming, *rank, *critical, *warning = none_overdue;
static bool all, cron, exit_code, next, by_owner;

static const char *const ranks[] = { "late", "owner", "value", NULL };

static const struct opt options[] = {
	OPT_TEXT('s', "sla", &sla_path, "FILE", "the rules; those of the manual are built in"),
	OPT_FLAG('a', "all", &all, "every lead, in the order of the input"),
	OPT_TEXT(0, "upcoming", &upcoming, "LENGTH", "also what falls due within 4h, 1bd, 2d …"),
	OPT_FLAG(0, "next", &next, "only the time at which something falls due next"),
	OPT_WORD(0, "rank", &rank, "HOW", ranks, "by lateness, by owner, or by what waiting costs"),
	OPT_FLAG(0, "by-owner", &by_owner, "the same as --rank owner"),
	OPT_TEXT(0, "state", &state_path, "FILE", "report once, and again when it gets worse"),
	OPT_FLAG(0, "cron", &cron, "not one byte when nothing is due"),
	OPT_FLAG(0, "exit-code", &exit_code, "status 1 when something is due"),
	OPT_TEXT(0, "warning", &warning, "RANGE", "nagios: how many overdue are fine, 0"),
	OPT_TEXT(0, "critical", &critical, "RANGE", "nagios: outside of it is critical"),
	OPT_END
};

static const char *const examples[] = {
	"lead-due leads.csv", "who is waiting, the longest first",
	"lead-due --cron --to text --by-owner leads.csv", "a mail from cron, none when nobody is",
	"lead-due -s sla.json --all -T jsonl leads.csv", "every lead, under your own rules",
	NULL
};

static const char *const reports[] = { "table", "csv", "tsv", "jsonl", "json", "text", "html",
	"ics", "nagios", "prom", NULL };
/* What the plugin answers once the run is over. */
static struct {
	bool ready;
	int status;
	struct buf line;
} nagios;

struct plan {
	struct sla *sla;
	struct listing_lead lead;
	struct listing due;             /* commit() fills it, in input order */
	struct length upcoming;
	enum listing_order order;
	struct range warning, critical;
	struct state *state;            /* NULL: all is reported, always */
};

struct sums {
	uint64_t outcome[SLA_OUTCOMES];
	uint64_t forbidden;
	instant next;                   /* INSTANT_NONE: none */
};

static const struct zone *
zone(void *run, struct str name, struct err *e)
{
	return run_zone(run, name, e);
}

static int
read_options(struct run *run, struct plan *p, struct err *err)
{
	bool monitor = str_is(run->report, "nagios");
	const char *clash =
	    all && run->to == FORMAT_AUTO ?
	    "--all writes records: choose --to csv, tsv, jsonl or json" :
	    all && next ? "--next and --all: one at a time" :
	    all && (rank != NULL || by_owner) ?
	    "--all keeps the order of the input: it goes with neither --rank nor --by-owner" :
	    by_owner && rank != NULL && strcmp(rank, "owner") != 0 ?
	    "--rank and --by-owner: one at a time" :
	    next && monitor ? "--next is no answer for a monitor: it goes without --to nagios" :
	    state_path != NULL && (all || next) ? "--state goes with neither --all nor --next" :
	    state_path != NULL && (monitor || str_is(run->report, "prom")) ?
	    "--state tells once, and a monitor is told each time: it goes without --to nagios or prom" :
	    state_path != NULL && run_writes(run, state_path) ? "--state is also an output" :
	    (warning != none_overdue || critical != NULL) && !monitor ?
	    "--warning and --critical are for --to nagios" : NULL;

	if (clash != NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "%s", clash);
	p->order = by_owner || (rank != NULL && strcmp(rank, "owner") == 0) ? LISTING_BY_OWNER :
	    rank != NULL && strcmp(rank, "value") == 0 ? LISTING_BY_LOSS : LISTING_BY_TIME;
	if (upcoming != NULL && !date_parse_length(str_of(upcoming), &p->upcoming))
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--upcoming: expected a length of time such as 4h or 1bd, not \"%s\"",
		    upcoming);
	return range_option(&p->warning, "--warning", warning, err) != 0 ||
	    range_option(&p->critical, "--critical", critical, err) != 0 ? -1 : 0;
}

static struct sums *
new_sums(struct arena *a)
{
	struct sums *s = arena_alloc(a, sizeof *s);

	s->next = INSTANT_NONE;
	return s;
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	struct sla_world world = { run, zone, run->zone };

	run->plan = p;
	run->sum = new_sums(&run->arena);
	p->due.arena = &run->arena;
	if (read_options(run, p, err) != 0)
		return -1;
	listing_lead_want(&p->lead, &run->schema);
	p->sla = sla_load(&run->arena, &run->schema, sla_path, &world, err);
	if (p->sla == NULL)
		return -1;
	if (p->upcoming.unit != SPAN_WALL && !sla_has_calendar(p->sla))
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--upcoming: business time needs rules with a calendar called \"default\"");
	if (state_path != NULL && (p->state = state_open(&run->arena, state_path, err)) == NULL)
		return -1;
	run_columns(run, column_name);
	return 0;
}

/* A thread's sums, and where it writes reasons. */
static int
worker(struct worker *w, struct err *err)
{
	(void)err;
	w->sum = new_sums(&w->run->arena);
	w->data = arena_alloc(&w->run->arena, sizeof(struct buf));
	return 0;
}

/* For commit(): when, and what else the report or the order asks for. */
static void
note(struct worker *w, const struct sla_verdict *v)
{
	struct plan *p = w->run->plan;
	struct listing_unpacked one = { .item.due_at = v->due_at };
	bool shown = w->run->to == FORMAT_AUTO;

	if (shown || p->state != NULL || p->order != LISTING_BY_TIME)
		listing_lead_facts(&p->lead, p->sla, &w->lead, v, shown, &one);
	listing_pack(&w->notes, &one.item);
}

static void
tell_why(struct worker *w, const struct sla_verdict *v)
{
	struct plan *p = w->run->plan;
	struct buf b = { 0 };

	buf_printf(&b, "%.*s:\n", STR_ARG(w->run->why));
	sla_trace(p->sla, &w->lead, v, &b);
	run_trace(w, buf_text(&b));
	buf_free(&b);
}

/* Will it fall due?  Then perhaps first of all. */
static bool
is_next(struct worker *w, const struct sla_verdict *v)
{
	struct sums *sum = w->sum;

	if (v->due_at == INSTANT_NONE || v->due_at <= w->run->now)
		return false;
	if (sum->next == INSTANT_NONE || v->due_at < sum->next)
		sum->next = v->due_at;
	return true;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct sla_verdict v;

	sla_judge(p->sla, &w->lead, p->upcoming, &v);
	if (v.outcome == SLA_UNREADABLE)
		return run_reject(w, v.column, "%s", v.wrong);
	sum->outcome[v.outcome]++;
	if (run_asked(w, p->lead.slot[0]))
		tell_why(w, &v);
	if (next)
		return is_next(w, &v) ? COUNT : DROP;
	if (v.outcome < SLA_SOON && !all)
		return DROP;
	sum->forbidden += v.outcome >= SLA_SOON && v.forbidden != NULL;
	column_set(rec, &w->lead, &v, w->data);
	if (!all)
		note(w, &v);
	return KEEP;
}

/* Is it to be reported?  Not what was already, as bad as it is. */
static bool
is_news(struct state *s, const struct listing_item *i)
{
	const struct listing_facts *f = i->facts;

	return s == NULL || state_news(s, f->lead, f->text[LISTING_RULE], i->due_at,
	    f->overdue ? STATE_OVERDUE + f->level : STATE_SOON);
}

static int
commit(struct run *run, const struct batch *b, struct err *err)
{
	struct plan *p = run->plan;
	struct str notes = b->notes;
	struct listing_unpacked one;
	size_t i, from = 0;

	(void)err;
	if (all) {
		run_pass(run, b);
		return 0;
	}
	for (i = 0; i < b->kept; i++) {
		listing_unpack(&notes, &one);
		one.item.row = str_slice(b->out, from, b->row[i]);
		from = b->row[i];
		if (is_news(p->state, &one.item))
			listing_add(&p->due, &one.item);
		else
			run_count(run, RUN_FILTERED, 1);
	}
	return 0;
}

static void
merge(struct run *run, const struct worker *w)
{
	struct sums *sum = run->sum, *one = w->sum;
	size_t i;

	for (i = 0; i < SLA_OUTCOMES; i++)
		sum->outcome[i] += one->outcome[i];
	sum->forbidden += one->forbidden;
	if (sum->next == INSTANT_NONE || (one->next != INSTANT_NONE && one->next < sum->next))
		sum->next = one->next;
}

/* Records that are in a report are written with it. */
static void
write_notice(struct run *run, const struct notice *n)
{
	struct buf b = { 0 };

	if (str_is(run->report, "nagios") && !next) {
		nagios.status = notice_nagios(&nagios.line, n);
		nagios.ready = true;
	}
	notice_print(&b, next ? STR("next") : run->report, n, cron && !next);
	if (n->due->n != 0)
		run_write(run, buf_text(&b), n->due->n);
	else
		run_print(run, buf_text(&b));
	buf_free(&b);
}

static int
part(struct worker *w, uint64_t number, struct record *rec, struct buf *out, struct err *err)
{
	(void)rec;
	(void)err;
	listing_part(&((struct plan *)w->run->plan)->due, number, out, &w->notes);
	return 0;
}

static int
deliver(struct run *run, const struct batch *b, struct err *err)
{
	const size_t *end = (const size_t *)(const void *)b->notes.p;

	(void)err;
	run_pass(run, &(struct batch){ .out = b->out, .row = end, .kept = b->notes.n / sizeof *end });
	return 0;
}

static int
write_rows(struct run *run, const struct listing *due, struct err *err)
{
	if (!cron)
		run_begin(run);
	return run_parts(run, listing_parts(due), err);
}

static void
say_sums(struct run *run, const struct sums *sum)
{
	enum sla_outcome i;

	for (i = SLA_OUTCOMES; i-- > SLA_NO_RULE;)
		if (i != SLA_UNREADABLE)
			run_total(run, sla_outcome_name[i], sum->outcome[i]);
	run_total(run, "not_permitted", sum->forbidden);
	/* The clock of no lead runs: that is no reason to be quiet, but for cron. */
	if (sum->outcome[SLA_NO_START] != 0 && !cron &&
	    sum->outcome[SLA_OK] + sum->outcome[SLA_SOON] + sum->outcome[SLA_OVERDUE] == 0)
		run_warn(run, PLACE_NONE, "start", "start: no lead has the time that its rule "
		    "starts from");
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct sums *sum = run->sum;
	struct notice n = { .now = run->now, .due = &p->due, .sla = p->sla, .outcome = sum->outcome,
		.width = run->terminal ? run->width : 0, .colour = run->colour,
		.by_owner = p->order == LISTING_BY_OWNER, .warning = p->warning,
		.critical = p->critical, .next = sum->next };

	listing_sort(&p->due, p->order);
	if (next || run->to == FORMAT_AUTO)
		write_notice(run, &n);
	else if (write_rows(run, &p->due, err) < 0)
		return -1;
	say_sums(run, sum);
	if (exit_code && (p->state != NULL ? p->due.n :
	    sum->outcome[SLA_SOON] + sum->outcome[SLA_OVERDUE]) != 0)
		run_found(run);
	return 0;
}

/* Told is what was written: a run that fails before tells it all again. */
static int
done(struct run *run, struct err *err)
{
	struct plan *p = run->plan;

	return p->state != NULL ? state_save(p->state, err) : 0;
}

static const struct tool lead_due = {
	.name = "lead-due",
	.brief = "say which leads are waiting for us, the longest waiting first",
	.examples = examples,
	.options = options,
	.reports = reports,
	.explains = true,
	.default_settings = sla_json,
	.schema = sla_schema_json,
	.plan = plan,
	.worker = worker,
	.row = row,
	.commit = commit,
	.merge = merge,
	.report = report,
	.part = part,
	.deliver = deliver,
	.done = done,
};

/* Monitoring wants one line whatever happens, and 3 for all that went wrong.  The run has closed
 * its output, so `out` is another descriptor for the same. */
static int
answer(int status, int out)
{
	ssize_t did;

	if (status <= 1 && !nagios.ready)
		return status;          /* --help and the like */
	if (status > 1) {
		nagios.line.n = 0;
		buf_str(&nagios.line, STR("LEADS UNKNOWN - lead-due failed, see its messages\n"));
		nagios.status = 3;
	}
	while ((did = write(out, nagios.line.p, nagios.line.n)) < 0 && errno == EINTR)
		;
	return did == (ssize_t)nagios.line.n ? nagios.status : 3;
}

int
main(int argc, char **argv)
{
	bool monitor = notice_nagios_asked(argc, argv);
	int out = monitor ? fcntl(STDOUT_FILENO, F_DUPFD, STDERR_FILENO + 1) : -1;
	int status = run_tool(&lead_due, argc, argv);

	return monitor ? answer(status, out) : status;
}
