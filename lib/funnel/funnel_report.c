/*
 * funnel_report - the funnel itself: one table of measures, a row for each stage of each group.
 */
#include "funnel/funnel_report.h"

enum { FEW = 30 };

struct view {
	const struct store_row *row;
	struct arena *arena;
	size_t stage, stages;
};

static uint64_t
counter(const struct view *v, size_t stage, enum funnel_counter c)
{
	return (uint64_t)v->row->number[funnel_number(stage, c)];
}

static uint64_t
reached_of(const struct view *v, size_t stage)
{
	return (uint64_t)funnel_reached(v->row, stage, v->stages);
}

static struct spread *
spread(const struct view *v, bool waiting)
{
	return &v->row->spread[funnel_spread(v->stage, waiting)];
}

static void
plain(struct report_table *t, const struct view *v, enum funnel_counter c)
{
	report_number(t, (int64_t)counter(v, v->stage, c));
}

static void
reached(struct report_table *t, const struct view *v)
{
	report_number(t, (int64_t)reached_of(v, v->stage));
}

static void
step(struct report_table *t, const struct view *v)
{
	report_rate(t, reached_of(v, v->stage),
	    v->stage ? reached_of(v, v->stage - 1) : 0);
}

static void
overall(struct report_table *t, const struct view *v)
{
	report_rate(t, reached_of(v, v->stage), reached_of(v, 0));
}

static void
dropped(struct report_table *t, const struct view *v)
{
	if (v->stage + 1 < v->stages)
		plain(t, v, FUNNEL_STOPPED);
	else
		report_gap(t);
}

static void
current(struct report_table *t, const struct view *v)
{
	plain(t, v, FUNNEL_CURRENT);
}

static void
lost(struct report_table *t, const struct view *v)
{
	plain(t, v, FUNNEL_LOST);
}

static void
skipped(struct report_table *t, const struct view *v)
{
	plain(t, v, FUNNEL_SKIPPED);
}

static void
back(struct report_table *t, const struct view *v)
{
	plain(t, v, FUNNEL_BACK);
}

static void
again(struct report_table *t, const struct view *v)
{
	plain(t, v, FUNNEL_AGAIN);
}

static void
seconds(struct report_table *t, int64_t n)
{
	if (n >= 0)
		report_number(t, n);
	else
		report_gap(t);
}

static void
median(struct report_table *t, const struct view *v)
{
	seconds(t, spread_quantile(spread(v, false), 0.5));
}

static void
p90(struct report_table *t, const struct view *v)
{
	seconds(t, spread_quantile(spread(v, false), 0.9));
}

static void
mean(struct report_table *t, const struct view *v)
{
	seconds(t, spread_mean(spread(v, false)));
}

static void
kaplan(struct report_table *t, const struct view *v)
{
	struct spread *moved = spread(v, false);
	struct statistic_survival *rows;
	int64_t time = -1;
	size_t n;

	if (moved->n != 0) {
		rows = spread_survival(moved, spread(v, true), v->arena, &n);
		if (!statistic_survival_quantile(rows, n, 0.5, &time))
			time = -1;
	}
	seconds(t, time);
}

static bool
is_few(const struct view *v)
{
	return reached_of(v, v->stage ? v->stage - 1 : 0) < FEW;
}

static void
few(struct report_table *t, const struct view *v)
{
	report_text(t, is_few(v) ? STR("few") : STR("enough"));
}

static void
exactness(struct report_table *t, const struct view *v)
{
	report_text(t, spread_is_exact(spread(v, false)) && spread_is_exact(spread(v, true)) ?
	    STR("exact") : STR("within 1.1 %"));
}

/* All that is said of a stage; the manual explains each by its name. */
static const struct {
	const char *name, *label;
	enum report_kind kind;
	bool quiet;
	void (*fill)(struct report_table *, const struct view *);
} measures[] = {
	{ "reached", "reached", REPORT_COUNT, false, reached },
	{ "step", "of last", REPORT_RATE, false, step },
	{ "overall", "of all", REPORT_RATE, false, overall },
	{ "dropped", "dropped", REPORT_COUNT, true, dropped },
	{ "current", "now", REPORT_COUNT, false, current },
	{ "lost", "lost", REPORT_COUNT, false, lost },
	{ "skipped", "skipped", REPORT_COUNT, true, skipped },
	{ "went_back", "went back", REPORT_COUNT, true, back },
	{ "reentered", "re-entered", REPORT_COUNT, true, again },
	{ "median_seconds", "median", REPORT_SPAN, false, median },
	{ "p90_seconds", "p90", REPORT_SPAN, false, p90 },
	{ "mean_seconds", "mean", REPORT_SPAN, true, mean },
	{ "kaplan_meier_seconds", "Kaplan\u2013Meier", REPORT_SPAN, true, kaplan },
	{ "sample", "sample", REPORT_TEXT, true, few },
	{ "times", "times", REPORT_TEXT, true, exactness },
};
enum { MEASURES = sizeof measures / sizeof *measures };

/* The columns of all breakdowns, each once. */
static size_t
column_names(const struct funnel_plan *p, struct str *name)
{
	size_t b, i, k, n = 0;

	for (b = 0; b < p->breakdowns; b++)
		for (i = 0; i < p->by[b].n; i++) {
			for (k = 0; k < n && !str_eq(name[k], p->by[b].name[i]); k++)
				continue;
			if (k == n)
				name[n++] = p->by[b].name[i];
		}
	return n;
}

void
funnel_report_keys(struct funnel_report *r, struct report_table *t)
{
	struct str name[FUNNEL_BREAKDOWNS * FUNNEL_BYS];
	size_t n = column_names(r->plan, name), i;

	if (r->plan->cohort != FUNNEL_NO_COHORT)
		report_column(t, STR("cohort"), STR("cohort"), REPORT_TEXT);
	for (i = 0; i < n; i++)
		report_column(t, name[i], name[i], REPORT_TEXT);
	t->keys = t->columns;
}

struct str
funnel_report_group(struct funnel_report *r, struct report_table *t, struct str key)
{
	struct str name[FUNNEL_BREAKDOWNS * FUNNEL_BYS], value[FUNNEL_BYS], part = { 0 };
	size_t n = column_names(r->plan, name), i, k;
	const struct funnel_breakdown *by;

	store_part(&key, &part);
	by = &r->plan->by[part.p[0] - '0'];
	if (r->plan->cohort != FUNNEL_NO_COHORT) {
		store_part(&key, &part);
		report_text(t, part);
	}
	for (i = 0; i < by->n; i++)
		store_part(&key, &value[i]);
	for (k = 0; k < n; k++) {
		for (i = 0; i < by->n && !str_eq(by->name[i], name[k]); i++)
			continue;
		if (i < by->n)
			report_text(t, value[i]);
		else
			report_gap(t);
	}
	return key;
}

static void
groups(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_GROUPS];
	const uint32_t *order = store_order(s);
	struct report_table *t = report_add(r->report, "funnel", "Funnel");
	struct view v = { .arena = &s->arena, .stages = r->plan->path.stages };
	uint32_t g, small = 0;
	size_t m;

	t->chart = REPORT_FUNNEL;
	funnel_report_keys(r, t);
	report_column(t, STR("stage"), STR("stage"), REPORT_TEXT);
	for (m = 0; m < MEASURES; m++)
		report_column(t, str_of(measures[m].name), str_of(measures[m].label),
		    measures[m].kind)->quiet = measures[m].quiet;
	for (g = 0; g < s->keys.count; g++) {
		v.row = &s->row[order[g]];
		for (v.stage = 0; v.stage < v.stages; v.stage++) {
			funnel_report_group(r, t, s->keys.entry[order[g]].key);
			report_text(t, r->plan->path.name[v.stage]);
			for (m = 0; m < MEASURES; m++)
				measures[m].fill(t, &v);
			small += v.stage != 0 && is_few(&v);
		}
	}
	if (small != 0)
		t->note = arena_printf(t->arena, "%u of %u steps are from fewer than %d leads: such shares "
		    "say little.", small, s->keys.count * (uint32_t)(v.stages - 1), FEW);
}

void
funnel_report_subtitle(struct funnel_report *r)
{
	const int64_t *n = r->funnel->total;
	int64_t all = funnel_leads(r->funnel);
	struct buf b = { 0 };

	report_count(&b, all);
	buf_str(&b, all == 1 ? STR(" lead as of ") : STR(" leads as of "));
	date_print_day(&b, r->now);
	buf_str(&b, STR(": "));
	report_count(&b, n[FUNNEL_BY_TIMES]);
	buf_str(&b, STR(" by the times of their stages, "));
	report_count(&b, n[FUNNEL_BY_STAGE]);
	buf_str(&b, STR(" by their current stage alone, "));
	report_count(&b, n[FUNNEL_BY_NOTHING]);
	buf_str(&b, STR(" without either."));
	if (r->stages_found)
		buf_str(&b, STR(" The stages are the file's, in the order in which leads entered them."));
	r->report->subtitle = arena_copy(r->report->arena, buf_text(&b));
	buf_free(&b);
}

/* What is told behind the funnel, when it was asked for. */
void
funnel_report(struct funnel_report *r)
{
	const struct funnel_plan *p = r->plan;
	const struct {
		bool wanted;
		void (*tell)(struct funnel_report *);
	} parts[] = {
		{ true, groups }, { p->losses, funnel_report_losses }, { p->times, funnel_report_times },
		{ p->cohort != FUNNEL_NO_COHORT, funnel_report_cohorts },
		{ p->money, funnel_report_money }, { p->touches, funnel_report_touches },
		{ p->arm != UINT32_MAX, funnel_report_arms }, { p->stuck, funnel_report_stuck },
	};
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].wanted)
			parts[i].tell(r);
}

void
funnel_report_losses(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_LOSSES];
	const uint32_t *order = store_order(s);
	struct report_table *t = report_add(r->report, "losses", "Why leads were lost");
	struct str key, part;
	uint32_t i, k;
	int64_t all = 0;

	report_column(t, STR("stage"), STR("stage"), REPORT_TEXT);
	report_column(t, STR("lost_reason"), STR("reason"), REPORT_TEXT);
	report_column(t, STR("lost"), STR("lost"), REPORT_COUNT);
	report_column(t, STR("share"), STR("of stage"), REPORT_SHARE);
	for (i = 0; i < s->keys.count; i++) {
		key = s->keys.entry[order[i]].key;
		store_part(&key, &part);
		if (i == 0 || !str_eq(str_slice(s->keys.entry[order[i - 1]].key, 0, part.n), part))
			for (all = 0, k = i; k < s->keys.count && str_eq(part,
			    str_slice(s->keys.entry[order[k]].key, 0, part.n)); k++)
				all += s->row[order[k]].number[0];
		report_text(t, r->plan->path.name[(part.p[0] - '0') * 10 + part.p[1] - '0']);
		store_part(&key, &part);
		report_text(t, part);
		report_number(t, s->row[order[i]].number[0]);
		report_real(t, (double)s->row[order[i]].number[0] / (double)all);
	}
}
