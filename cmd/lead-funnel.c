/*
 * lead-funnel - count leads by stage: how many came how far, how fast, and from where
 */
#include "cli/run.h"
#include "funnel/funnel_partial.h"
#include "funnel/funnel_report.h"
#include "funnel/stages.h"
#include "lead/memo.h"

static const char *track, *stages, *order, *skip, *reentry, *window, *cohort, *since, *until;
static const char *ab, *control;
static struct opt_list by;
static bool losses, times, money, attribution, stuck, partial, merging, from_file;

static const char *const orders[] = { "loose", "strict", NULL };
static const char *const skips[] = { "count", "drop", NULL };
static const char *const starts[] = { "first", "last", "any", NULL };
static const char *const cohorts[] = { "none", "week", "month", "quarter", NULL };

static const struct opt options[] = {
	OPT_LIST('b', "by", &by, "COLUMNS",
	    "a funnel for each value of these columns; also several times"),
	OPT_TEXT(0, "stages", &stages, "LIST",
	    "the stages in order, or file: as its leads enter them; awareness to conversion is usual"),
	OPT_WORD(0, "track", &track, "COLUMN", path_tracks,
	    "whose words are the stages"),
	OPT_WORD(0, "order", &order, "HOW", orders,
	    "strict: a stage counts only after those before it; loose is usual"),
	OPT_WORD(0, "skip", &skip, "HOW", skips,
	    "drop: nobody comes past a stage that they skipped; count is usual"),
	OPT_TEXT(0, "window", &window, "TIME", "only what was entered within it counts: 90d"),
	OPT_WORD(0, "reentry", &reentry, "WHICH", starts,
	    "the entry of the first stage from which is counted; first is usual"),
	OPT_TEXT(0, "since", &since, "TIME", "only leads created then or later"),
	OPT_TEXT(0, "until", &until, "TIME", "only leads created before that; a date is the whole day"),
	OPT_WORD(0, "cohort", &cohort, "PERIOD", cohorts,
	    "by when they came in, and a triangle of what became of them"),
	OPT_FLAG(0, "losses", &losses, "and a table of why leads were lost, by stage"),
	OPT_FLAG(0, "times", &times, "and how the share converted grows with a lead's age"),
	OPT_FLAG(0, "stuck", &stuck, "and the open leads that wait longer than nine in ten who moved on"),
	OPT_FLAG(0, "money", &money, "and open deals, their expected value and velocity, by currency"),
	OPT_FLAG(0, "attribution", &attribution, "and to which channels conversions are owed"),
	OPT_TEXT(0, "ab", &ab, "COLUMN", "and an experiment whose arms this column names"),
	OPT_TEXT(0, "control", &control, "ARM",
	    "the arm that --ab compares with; the first by name is usual"),
	OPT_FLAG(0, "partial", &partial, "write sums, for --merge, instead of a report"),
	OPT_FLAG(0, "merge", &merging, "read what --partial wrote, with the same options, and report"),
	OPT_END
};

/* What the tool keeps of its options. */
struct plan {
	struct funnel_plan funnel;
	struct stages_plan stages;      /* --stages file: what is looked at for them … */
	bool stages_found;              /* … and that there are some */
	struct str settings;            /* how is counted: parts of other settings are refused */
	uint32_t slot[3];               /* of a part's columns, with --merge */
};

static const char *const examples[] = {
	"lead-funnel leads.csv", "how many reached each stage",
	"lead-funnel --by source leads.csv", "by where they came from",
	"lead-funnel --stages new,demo,offer,won -T json deals.csv", "with stages of one's own",
	NULL
};

/* Which of the words, the first when none was given. */
static int
which(const char *const *words, const char *word)
{
	int i;

	for (i = 0; word != NULL && words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return 0;
}

static int
plan_breakdown(struct funnel_breakdown *b, struct schema *s, const char *columns, struct err *err)
{
	struct str rest = str_of(columns), name;

	while (str_split(&rest, ',', &name)) {
		name = str_trim(name);
		if (b->n == FUNNEL_BYS || name.n == 0)
			return err_set(err, ERR_CONFIG, PLACE_NONE,
			    "--by: expected up to %d names of columns", FUNNEL_BYS);
		b->name[b->n] = name;
		b->slot[b->n++] = schema_want(s, (struct wanted){ .name = name, .from = STR("--by") });
	}
	b->simple = b->n == 1 && cohort == NULL && !money;
	b->memo = memo_want(s);
	return 0;
}

static int
plan_rules(struct path_rules *r, struct err *err)
{
	r->order = (enum path_order)which(orders, order);
	r->skip = (enum path_skip)which(skips, skip);
	r->start = (enum path_start)which(starts, reentry);
	if (window != NULL && (!date_parse_span(str_of(window), &r->window) || r->window <= 0))
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--window: expected a length of time, such as 90d");
	return 0;
}

static int
plan_time(const struct run *run, const char *option, const char *text, bool whole, instant *at,
    struct err *err)
{
	struct moment m;

	*at = INSTANT_NONE;
	if (text == NULL)
		return 0;
	if (!lead_moment(str_of(text), run->zone, &m))
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--%s: expected a time, such as 2026-03-31",
		    option);
	*at = whole ? m.until : m.from;
	return 0;
}

/* What is asked for besides the funnel, and the columns it needs. */
static int
plan_parts(struct funnel_plan *p, struct schema *s, struct err *err)
{
	p->usual = stages == NULL && !partial;
	p->losses = losses;
	p->times = times;
	p->stuck = stuck;
	p->money = money;
	p->touches = attribution;
	p->cohort = (enum funnel_period)which(cohorts, cohort);
	p->arm = UINT32_MAX;
	if (losses)
		p->reason = schema_want_field(s, VOCAB_LOST_REASON);
	if (stuck)
		p->id = schema_want_field(s, VOCAB_ID);
	if (money)
		p->value = schema_want_field(s, VOCAB_VALUE);
	if (attribution)
		p->source = schema_want_field(s, VOCAB_SOURCE);
	if (ab != NULL)
		p->arm = schema_want(s, (struct wanted){ .name = str_of(ab), .from = STR("--ab") });
	if (control != NULL && (ab == NULL || *control == '\0'))
		return err_set(err, ERR_CONFIG, PLACE_NONE, ab == NULL ?
		    "--control: an arm of what? --ab says so" : "--control: expected the name of an arm");
	return 0;
}

/* All that changes what is added up. */
static void
plan_settings(struct run *run, struct plan *p, const char *names)
{
	const struct {
		const char *name, *value;
	} given[] = {
		{ "track", track }, { "stages", names }, { "order", order }, { "skip", skip },
		{ "reentry", reentry }, { "window", window }, { "since", since }, { "until", until },
		{ "cohort", cohort }, { "ab", ab }, { "losses", losses ? "yes" : NULL },
		{ "stuck", stuck ? "yes" : NULL }, { "money", money ? "yes" : NULL },
		{ "attribution", attribution ? "yes" : NULL },
	};
	struct buf b = { 0 };
	size_t i;

	buf_str(&b, STR("now="));
	date_print(&b, run->now);
	buf_printf(&b, " tz=%.*s", STR_ARG(zone_name(run->zone)));
	for (i = 0; i < sizeof given / sizeof *given; i++)
		if (given[i].value != NULL)
			buf_printf(&b, " %s=%s", given[i].name, given[i].value);
	for (i = 0; i < by.n; i++)
		buf_printf(&b, " by=%s", by.item[i]);
	buf_byte(&b, STORE_END);
	p->settings = arena_copy(&run->arena, buf_text(&b));
	buf_free(&b);
}

/* The input is sums: columns of leads are not missed in it. */
static void
plan_merge(struct plan *p, struct schema *s)
{
	uint32_t i;

	for (i = 0; i < s->count; i++)
		s->wanted[i].given = true;
	for (i = 0; i < 3; i++)
		p->slot[i] = schema_want(s, (struct wanted){ .name = str_of(funnel_partial_columns[i]),
		    .from = STR("--merge") });
}

/* What depends on the stages; NULL: the usual ones. */
static int
plan_stages(struct run *run, const char *names, struct err *err)
{
	struct plan *p = run->plan;

	if (path_plan(&p->funnel.path, &run->schema, track, names, err) != 0)
		return -1;
	plan_settings(run, p, names);
	if (merging)
		plan_merge(p, &run->schema);
	funnel_init(run->sum, &p->funnel);
	return 0;
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *all = arena_alloc(&run->arena, sizeof *all);
	struct funnel_plan *p = &all->funnel;
	struct schema *s = &run->schema;
	size_t i;

	run->plan = all;
	from_file = stages != NULL && strcmp(stages, "file") == 0;
	if (partial && merging)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--partial and --merge exclude each other");
	if (merging && from_file)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--stages file: no leads are in the input of "
		    "--merge; it wants the names that --partial found");
	if (plan_rules(&p->path.rules, err) != 0)
		return -1;
	if (by.n > FUNNEL_BREAKDOWNS)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--by: given more than %d times",
		    FUNNEL_BREAKDOWNS);
	p->breakdowns = by.n ? by.n : 1;
	for (i = 0; i < by.n; i++)
		if (plan_breakdown(&p->by[i], s, by.item[i], err) != 0)
			return -1;
	if (plan_parts(p, s, err) != 0 ||
	    plan_time(run, "since", since, false, &p->since, err) != 0 ||
	    plan_time(run, "until", until, true, &p->until, err) != 0)
		return -1;
	if (since != NULL && until != NULL && p->since >= p->until)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--since: not before the end of --until");
	run->sum = arena_alloc(&run->arena, sizeof(struct funnel));
	if (!from_file)
		return plan_stages(run, stages, err);
	stages_plan(&all->stages, s, track);
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct plan *p = w->run->plan;

	(void)err;
	w->sum = arena_alloc(&w->run->arena, sizeof(struct funnel));
	if (p->funnel.path.stages != 0)
		funnel_init(w->sum, &p->funnel);
	else
		w->data = stages_new(&w->run->arena, &p->stages);
	return 0;
}

static void
survey(struct worker *w, struct record *rec, uint32_t n)
{
	for (; n != 0; n--)
		stages_add(w->data, rec++);
}

static int
settle(struct run *run, struct worker *const *w, size_t workers, struct err *err)
{
	struct plan *p = run->plan;
	struct stages *all = stages_new(&run->arena, &p->stages);
	struct str list, hint;
	size_t i;

	for (i = 0; i < workers; i++)
		stages_merge(all, w[i]->data);
	if (stages_list(all, run->show_values, &list, &hint, err) != 0) {
		if (hint.n != 0)
			run_tell(run, hint);
		return -1;
	}
	p->stages_found = list.n != 0;
	if (plan_stages(run, p->stages_found ? list.p : NULL, err) != 0)
		return -1;
	stages_free(all);
	for (i = 0; i < workers; i++)
		funnel_init(w[i]->sum, &p->funnel);
	return 0;
}

static __attribute__((noinline)) enum verdict
part_row(struct worker *w)
{
	struct plan *p = w->run->plan;
	struct lead *l = &w->lead;

	return funnel_partial_add(w->sum, p->settings, lead_text(l, p->slot[0]),
	    lead_text(l, p->slot[1]), lead_text(l, p->slot[2])) ? COUNT :
	    run_reject(w, "sums", "not sums that --partial writes");
}

static bool
ahead(struct worker *w)
{
	return !merging && funnel_add(w->sum, &w->lead);
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	const struct funnel *f = w->sum;

	(void)rec;
	return merging ? part_row(w) : f->added[lead_row(&w->lead)] ? COUNT : DROP;
}

static void
merge(struct run *run, const struct worker *w)
{
	funnel_merge(run->sum, w->sum);
	funnel_free(w->sum);
}

/* How each total is called, and what is worth a warning when it is not 0. */
static const struct {
	const char *name, *warning;
} totals[FUNNEL_TOTALS_KEPT] = {
	[FUNNEL_BY_NOTHING] = { "without_stage", NULL },
	[FUNNEL_BY_STAGE] = { "by_current_stage", NULL },
	[FUNNEL_BY_TIMES] = { "by_stage_times", NULL },
	[FUNNEL_STRANGE] = { "unknown_stage", "leads in a stage that is none of the funnel's, which "
	    "counts as the first; --stages names others" },
	[FUNNEL_UNTIMED] = { "stages_without_time", "leads that entered stages at an unknown time, which "
	    "--window leaves out" },
	[FUNNEL_UNDATED] = { "without_date", "leads without a date of creation, which were left out" },
	[FUNNEL_NO_AMOUNT] = { "without_value", NULL },
};

static void
say_totals(struct run *run, struct funnel *f)
{
	size_t i;

	for (i = 0; i < FUNNEL_TOTALS_KEPT; i++) {
		run_total(run, totals[i].name, (uint64_t)f->total[i]);
		if (totals[i].warning != NULL && f->total[i] != 0)
			run_warn(run, PLACE_NONE, totals[i].name, "%s: %lld", totals[i].warning,
			    (long long)f->total[i]);
	}
}

static int
report(struct run *run, struct err *err)
{
	struct report r = { .arena = &run->arena, .title = STR("Lead funnel"), .delimiter = ',' };
	struct funnel *f = run->sum;
	struct plan *p = run->plan;
	struct funnel_report all = { .report = &r, .funnel = f, .plan = &p->funnel, .zone = run->zone,
		.now = run->now, .control = str_of(control), .stages_found = p->stages_found };
	struct buf out = { 0 };

	funnel_report_subtitle(&all);
	if (funnel_check(f, err) != 0 || funnel_arm_check(&all, err) != 0)
		return -1;
	if (!partial)
		funnel_report(&all);
	/* A CSV of nothing, not even a header, is nothing; to JSON it is an empty array. */
	if (partial)
		funnel_partial_write(&out, f, p->settings);
	else if (!str_is(run->report, "csv") || run->header != NULL || funnel_leads(f) != 0)
		report_write(&out, &r, run->report.p);
	run_print(run, buf_text(&out));
	say_totals(run, f);
	buf_free(&out);
	funnel_free(f);
	return 0;
}

static const struct tool lead_funnel = {
	.name = "lead-funnel",
	.brief = "count leads by stage: how many came how far, how fast, and from where",
	.examples = examples,
	.options = options,
	.reports = report_formats,
	.report_only = true,
	.plan = plan,
	.worker = worker,
	.surveys = &from_file, .survey = survey, .settle = settle,
	.ahead = ahead, .row = row,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_funnel, argc, argv);
}
