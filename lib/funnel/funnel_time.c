/*
 * funnel_time - how the converted share grows with age, and who waits too long.
 */
#include <math.h>
#include <stdio.h>

#include "funnel/funnel_report.h"

/* Ages at which the curve is told, in days. */
static const int ages[] = { 0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 540,
	730, 1095 };
enum { AGES = sizeof ages / sizeof *ages };

/* Until nobody has been watched any longer. */
WRAPS static void
curve(struct funnel_report *r, struct report_table *t, struct store *s, uint32_t g)
{
	size_t last = r->plan->path.stages - 1, n, i, k;
	struct statistic_survival *rows = spread_survival(
	    &s->row[g].spread[funnel_spread(last, false)], &s->row[g].spread[funnel_spread(last, true)],
	    &s->arena, &n);

	for (i = 0; i < AGES && n != 0; i++) {
		int64_t age = (int64_t)ages[i] * 86400, watched = 0;

		for (k = n; k-- > 0 && rows[k].time >= age; )
			watched += (int64_t)(rows[k].events + rows[k].censored);
		if (watched == 0)
			break;
		funnel_report_group(r, t, s->keys.entry[g].key);
		report_number(t, age);
		report_real(t, statistic_survival_at(rows, n, age));
		report_number(t, watched);
	}
}

void
funnel_report_times(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_GROUPS];
	struct report_table *t = report_add(r->report, "times", "Converted, by age of the lead");
	const uint32_t *order = store_order(s);
	uint32_t i;

	t->chart = REPORT_CURVES;
	funnel_report_keys(r, t);
	report_column(t, STR("age_seconds"), STR("age"), REPORT_SPAN);
	report_column(t, STR("converted"), STR("converted"), REPORT_SHARE);
	report_column(t, STR("watched"), STR("watched"), REPORT_COUNT);
	for (i = 0; i < s->keys.count; i++)
		curve(r, t, s, order[i]);
	t->note = STR("Kaplan\u2013Meier: leads count for as long as they have been watched; those "
	    "that were lost never convert.");
}

/* Keys sort by stage, then by how long it has been there. */
void
funnel_time_stuck(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_STUCK];
	const struct store_row *row;

	if (path->fate != PATH_OPEN || !(path->timed >> path->current & 1))
		return;
	f->key.n = 0;
	/* Instants are within 10,000 years, so this is never negative. */
	buf_printf(&f->key, "%02zu%c%015lld%c", path->current, STORE_END,
	    (long long)path->at[path->current] + 100000000000, STORE_END);
	store_key(&f->key, lead_text(l, f->plan->id));
	if ((row = store_row(s, buf_text(&f->key))) != NULL)
		row->number[0]++;
}

/* The p90 of the time in a stage of those who moved on; -1: nobody did. */
static int64_t
limit(struct funnel_report *r, size_t stage)
{
	struct store *s = &r->funnel->store[FUNNEL_GROUPS];
	struct spread all = { 0 };
	int64_t p90;
	uint32_t i;

	for (i = 0; i < s->keys.count; i++)
		if (s->keys.entry[i].key.p[0] == '0')
			spread_merge(&all, &s->row[i].spread[funnel_spread(stage, false)]);
	p90 = spread_quantile(&all, 0.9);
	spread_free(&all);
	return p90;
}

static int64_t
digits(struct str s)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		n = n * 10 + (s.p[i] - '0');
	return n;
}

void
funnel_report_stuck(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_STUCK];
	struct report_table *t = report_add(r->report, "stuck", "Stuck leads");
	const uint32_t *order = store_order(s);
	int64_t most[PATH_STAGES], waited, k;
	struct str key, stage, since, id;
	size_t at;
	uint32_t i;

	for (at = 0; at < r->plan->path.stages; at++)
		most[at] = limit(r, at);
	report_column(t, STR("stage"), STR("stage"), REPORT_TEXT);
	report_column(t, STR("id"), STR("id"), REPORT_TEXT);
	report_column(t, STR("waited_seconds"), STR("waited"), REPORT_SPAN);
	report_column(t, STR("limit_seconds"), STR("limit"), REPORT_SPAN);
	for (i = 0; i < s->keys.count; i++) {
		key = s->keys.entry[order[i]].key;
		store_part(&key, &stage);
		store_part(&key, &since);
		store_part(&key, &id);
		at = (size_t)digits(stage);
		waited = r->now - (digits(since) - 100000000000);
		for (k = 0; most[at] >= 0 && waited > most[at] && k < s->row[order[i]].number[0]; k++) {
			report_text(t, r->plan->path.name[at]);
			report_text(t, id);
			report_number(t, waited);
			report_number(t, most[at]);
		}
	}
	t->note = STR("Open leads that have been in their stage for longer than nine in ten of those who "
	    "moved on from it had been.");
}
