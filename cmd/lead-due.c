/*
 * lead-due - say which leads are waiting for us, the longest waiting first
 */
#include "cli/run.h"
#include "due/sla.h"
#include "due/table.h"

static const char *sla_path;
static bool all, cron, exit_code;

static const struct opt options[] = {
	OPT_TEXT('s', "sla", &sla_path, "FILE", "the rules; those of the manual are built in"),
	OPT_FLAG('a', "all", &all, "every lead, in the order of the input"),
	OPT_FLAG(0, "cron", &cron, "not one byte when nothing is due"),
	OPT_FLAG(0, "exit-code", &exit_code, "status 1 when something is due"),
	OPT_END
};

static const char *const examples[] = {
	"lead-due leads.csv", "who is waiting, the longest first",
	"lead-due --cron --to table leads.csv", "for cron: silent when nobody is",
	"lead-due -s sla.json --all -T jsonl leads.csv", "every lead, under your own rules",
	NULL
};

static const char *const reports[] = { "table", "csv", "tsv", "jsonl", "json", NULL };

enum { DUE_AT, DUE_STATE, DUE_ACTION, OVERDUE_BY, DUE_RULE, DUE_REASON, COLUMNS };
static const char *const columns[COLUMNS + 1] = { "due_at", "due_state", "due_action", "overdue_by",
	"due_rule", "due_reason" };

/* What a report shows of a lead. */
enum { ID, FIRST_NAME, LAST_NAME, FULL_NAME, COMPANY, OWNER, PHONE, EMAIL, SHOWN };
static const enum vocab_field shown[SHOWN] = { VOCAB_ID, VOCAB_FIRST_NAME, VOCAB_LAST_NAME,
	VOCAB_FULL_NAME, VOCAB_COMPANY, VOCAB_OWNER, VOCAB_PHONE, VOCAB_EMAIL };

struct plan {
	struct sla *sla;
	uint32_t slot[SHOWN];
	struct listing due;             /* commit() fills it, in input order */
};

struct sums {
	uint64_t outcome[SLA_OUTCOMES];
	uint64_t forbidden;
};

static const struct zone *
zone(void *run, struct str name, struct err *e)
{
	return run_zone(run, name, e);
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	struct sla_world world = { run, zone, run->zone };
	size_t i;

	run->plan = p;
	run->sum = arena_alloc(&run->arena, sizeof(struct sums));
	p->due.arena = &run->arena;
	if (all && run->to == FORMAT_AUTO)
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--all writes records: choose --to csv, tsv, jsonl or json");
	for (i = 0; i < SHOWN; i++)
		p->slot[i] = schema_want_field(&run->schema, shown[i]);
	p->sla = sla_load(&run->arena, &run->schema, sla_path, &world, err);
	if (p->sla == NULL)
		return -1;
	run_columns(run, columns);
	return 0;
}

/* A thread's sums, and where it writes reasons. */
static int
worker(struct worker *w, struct err *err)
{
	(void)err;
	w->sum = arena_alloc(&w->run->arena, sizeof(struct sums));
	w->data = arena_alloc(&w->run->arena, sizeof(struct buf));
	return 0;
}

static struct str
copied(struct record *rec, struct buf *b)
{
	struct str s = arena_copy(rec->scratch, buf_text(b));

	b->n = 0;
	return s;
}

static void
set_columns(struct worker *w, struct record *rec, const struct sla_verdict *v)
{
	struct buf *b = w->data;

	sla_reason(&w->lead, v, b);
	record_set_text(rec, DUE_REASON, copied(rec, b));
	if (v->rule != NULL)
		record_set_text(rec, DUE_RULE, sla_name(v->rule));
	if (v->outcome < SLA_OK)
		return;
	record_set_text(rec, DUE_STATE, str_of(sla_outcome_name[v->outcome]));
	record_set_text(rec, DUE_ACTION, v->action);
	if (v->due_at != INSTANT_NONE)
		record_set_number(rec, DUE_AT, CELL_TIME, v->due_at);
	if (v->outcome == SLA_OVERDUE) {
		date_print_span(b, w->run->now - v->due_at);
		record_set_text(rec, OVERDUE_BY, copied(rec, b));
	}
}

/* For commit(): what the order needs, and a report. */
static void
note(struct worker *w, struct record *rec, const struct sla_verdict *v)
{
	struct plan *p = w->run->plan;
	struct listing_item item = { .due_at = v->due_at, .overdue = v->outcome == SLA_OVERDUE,
		.level = (uint32_t)v->level };
	struct str text[SHOWN], *to = item.text;
	size_t i;

	for (i = 0; i < SHOWN && w->run->to == FORMAT_AUTO; i++)
		text[i] = lead_text(&w->lead, p->slot[i]);
	if (w->run->to == FORMAT_AUTO) {
		to[LISTING_ID] = text[ID];
		to[LISTING_NAME] = text[FULL_NAME];
		if (text[FULL_NAME].n == 0)
			to[LISTING_NAME] = str_trim(arena_printf(rec->scratch, "%.*s %.*s",
			    STR_ARG(text[FIRST_NAME]), STR_ARG(text[LAST_NAME])));
		to[LISTING_COMPANY] = text[COMPANY];
		to[LISTING_OWNER] = text[OWNER];
		to[LISTING_PHONE] = text[PHONE];
		to[LISTING_EMAIL] = text[EMAIL];
		to[LISTING_ACTION] = v->action;
		to[LISTING_RULE] = sla_name(v->rule);
		to[LISTING_ESCALATE] = v->escalate;
	}
	listing_pack(&w->notes, &item);
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

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct sla_verdict v;

	sla_judge(p->sla, &w->lead, (struct length){ 0, SPAN_WALL }, &v);
	if (v.outcome == SLA_UNREADABLE)
		return run_reject(w, v.column, "%s", v.wrong);
	sum->outcome[v.outcome]++;
	if (w->run->why.n != 0 && str_eq(lead_text(&w->lead, p->slot[ID]), w->run->why))
		tell_why(w, &v);
	if (v.outcome < SLA_SOON && !all)
		return DROP;
	sum->forbidden += v.outcome >= SLA_SOON && v.action.n == 0 && v.forbidden != NULL;
	set_columns(w, rec, &v);
	if (!all)
		note(w, rec, &v);
	return KEEP;
}

static int
commit(struct run *run, const struct batch *b, struct err *err)
{
	struct plan *p = run->plan;
	struct str notes = b->notes;
	struct listing_item item;
	size_t i, from = 0;

	(void)err;
	if (all) {
		run_write(run, b->out, b->kept);
		return 0;
	}
	for (i = 0; i < b->kept; i++) {
		listing_unpack(&notes, &item);
		item.row = str_slice(b->out, from, b->row[i]);
		listing_add(&p->due, &item);
		from = b->row[i];
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
}

static void
write_table(struct run *run, const struct listing *due)
{
	struct table_look look = { run->now, run->terminal ? run->width : 0, run->colour };
	struct buf b = { 0 };

	table_print(&b, due, &look);
	run_write(run, buf_text(&b), due->n);
	buf_free(&b);
}

static void
write_rows(struct run *run, const struct listing *due)
{
	size_t i;

	if (!cron)
		run_begin(run);
	for (i = 0; i < due->n; i++)
		run_write(run, due->item[i].row, 1);
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct sums *sum = run->sum;
	enum sla_outcome i;

	(void)err;
	listing_sort(&p->due);
	if (run->to == FORMAT_AUTO)
		write_table(run, &p->due);
	else
		write_rows(run, &p->due);
	for (i = SLA_OUTCOMES; i-- > SLA_NO_RULE;)
		if (i != SLA_UNREADABLE)
			run_total(run, sla_outcome_name[i], sum->outcome[i]);
	run_total(run, "not_permitted", sum->forbidden);
	if (exit_code && sum->outcome[SLA_SOON] + sum->outcome[SLA_OVERDUE] != 0)
		run_found(run);
	return 0;
}

static const struct tool lead_due = {
	.name = "lead-due",
	.brief = "say which leads are waiting for us, the longest waiting first",
	.examples = examples,
	.options = options,
	.reports = reports,
	.default_settings = sla_json,
	.plan = plan,
	.worker = worker,
	.row = row,
	.commit = commit,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_due, argc, argv);
}
