/*
 * lead-funnel - count leads by stage: how many came how far, how fast, and from where
 */
#include "cli/run.h"
#include "funnel/report.h"

static const char *stages, *by;

static const struct opt options[] = {
	OPT_TEXT(0, "stages", &stages, "LIST",
	    "the stages in order; awareness to conversion by default"),
	OPT_TEXT('b', "by", &by, "COLUMNS", "a funnel for each value of these columns"),
	OPT_END
};

static const char *const examples[] = {
	"lead-funnel leads.csv", "how many reached each stage",
	"lead-funnel --by source leads.csv", "by where they came from",
	"lead-funnel --stages new,demo,offer,won -T json deals.csv", "with stages of one's own",
	NULL
};

static const char *const reports[] = { "table", "csv", "json", NULL };

enum { MOST_BYS = 8 };

struct plan {
	struct path_plan path;
	struct str by[MOST_BYS];
	uint32_t slot[MOST_BYS];
	size_t bys;
};

/* What each thread keeps. */
struct sums {
	struct funnel funnel;
	struct buf key;
	bool too_many;
};

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	struct sums *sum = arena_alloc(&run->arena, sizeof *sum);
	struct str rest = str_of(by), name;

	run->plan = p;
	run->sum = sum;
	funnel_init(&sum->funnel);
	if (path_plan(&p->path, &run->schema, stages, err) != 0)
		return -1;
	while (by != NULL && str_split(&rest, ',', &name)) {
		name = str_trim(name);
		if (p->bys == MOST_BYS || name.n == 0)
			return err_set(err, ERR_CONFIG, PLACE_NONE,
			    "--by: expected up to %d names of columns", MOST_BYS);
		p->by[p->bys] = name;
		p->slot[p->bys++] = schema_want(&run->schema,
		    (struct wanted){ .name = name, .from = STR("--by") });
	}
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct sums *sum = arena_alloc(&w->run->arena, sizeof *sum);

	(void)err;
	funnel_init(&sum->funnel);
	w->sum = sum;
	return 0;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct path path;
	size_t i;

	(void)rec;
	sum->key.n = 0;
	for (i = 0; i < p->bys; i++) {
		buf_str(&sum->key, lead_text(&w->lead, p->slot[i]));
		buf_byte(&sum->key, '\x1f');
	}
	path_find(&p->path, &w->lead, &path);
	if (!funnel_add(&sum->funnel, buf_text(&sum->key), &path, p->path.stages))
		sum->too_many = true;
	return COUNT;
}

static void
merge(struct run *run, const struct worker *w)
{
	struct sums *all = run->sum, *one = w->sum;

	if (one->too_many || !funnel_merge(&all->funnel, &one->funnel))
		all->too_many = true;
	funnel_free(&one->funnel);
	buf_free(&one->key);
}

static void
say_where_from(struct run *run, const struct funnel *f)
{
	run_total(run, "by_stage_times", f->source[PATH_TIMES]);
	run_total(run, "by_current_stage", f->source[PATH_STAGE]);
	run_total(run, "without_stage", f->source[PATH_NOTHING]);
	run_total(run, "unknown_stage", f->strange);
	if (f->strange != 0)
		run_warn(run, PLACE_NONE, "stage", "stage: %llu leads stand in a stage that is none of the "
		    "funnel's, and count as the first; --stages names others",
		    (unsigned long long)f->strange);
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct sums *all = run->sum;
	struct report_style style = { &p->path, p->by, p->bys, ',' };
	struct buf out = { 0 };

	if (all->too_many)
		return err_set(err, ERR_INPUT, PLACE_NONE, "--by: more than %d different values",
		    FUNNEL_MOST_GROUPS);
	if (str_is(run->report, "json"))
		report_json(&out, &all->funnel, &style);
	else if (str_is(run->report, "csv"))
		report_csv(&out, &all->funnel, &style);
	else
		report_table(&out, &all->funnel, &style);
	sink_write(run->out, out.p, out.n);
	say_where_from(run, &all->funnel);
	buf_free(&out);
	funnel_free(&all->funnel);
	return 0;
}

static const struct tool lead_funnel = {
	.name = "lead-funnel",
	.brief = "count leads by stage: how many came how far, how fast, and from where",
	.examples = examples,
	.options = options,
	.reports = reports,
	.report_only = true,
	.plan = plan,
	.worker = worker,
	.row = row,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_funnel, argc, argv);
}
