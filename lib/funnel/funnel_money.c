/*
 * funnel_money - what the open deals are worth, what of it is to be expected, and how fast.
 *
 * A key is the group's with the currency behind it, so currencies never meet.  Amounts are whole
 * hundredths.  Numbers: for each stage the open deals, their value and the deals lost there; then
 * the won deals and their value.  One spread: how long the won ones took.
 *
 * The chance of a deal in a stage is won / (won + lost there or later) of the same group and
 * currency, drawn to the chance of all of these by as much as PRIOR deals weigh.
 */
#include <math.h>

#include "funnel/funnel_report.h"

enum { OPEN, OPEN_VALUE, LOST, PER_STAGE };
enum { WON, WON_VALUE, AT_END };
static const double PRIOR = 10;

size_t
funnel_money_numbers(size_t stages)
{
	return stages * PER_STAGE + AT_END;
}

static size_t
of_stage(size_t stage, int what)
{
	return stage * PER_STAGE + (size_t)what;
}

void
funnel_money_add(struct funnel *f, struct lead *l, const struct path *path, bool count)
{
	struct store *s = &f->store[FUNNEL_MONEY];
	size_t last = f->plan->path.stages - 1, end = of_stage(last + 1, 0);
	const struct store_row *row;
	struct money m;
	int64_t value;

	if (!lead_money(l, f->plan->value, &m) || !number_scaled(m.amount, 2, &value)) {
		f->total[FUNNEL_NO_AMOUNT] += count;
		return;
	}
	store_key(&f->key, str_of(m.code));
	if ((row = store_row(s, buf_text(&f->key))) == NULL)
		return;
	if (path->fate == PATH_LOST)
		row->number[of_stage(path->current, LOST)]++;
	else if (path->fate == PATH_WON) {
		row->number[end + WON]++;
		store_count(s, row, end + WON_VALUE, value);
		if (path->timed & 1 && path->timed >> last & 1 && path->at[last] >= path->at[0])
			spread_add(&row->spread[0], spread_seconds(path->at[last] - path->at[0]));
	} else {
		row->number[of_stage(path->current, OPEN)]++;
		store_count(s, row, of_stage(path->current, OPEN_VALUE), value);
	}
}

struct deals {
	const struct store_row *row;
	size_t stages;
	double won, all;                /* of the decided ones */
};

static struct deals
deals_of(const struct store_row *row, size_t stages)
{
	struct deals d = { row, stages, (double)row->number[of_stage(stages, WON)], 0 };
	size_t i;

	d.all = d.won;
	for (i = 0; i < stages; i++)
		d.all += (double)row->number[of_stage(i, LOST)];
	return d;
}

/* NAN: no deal was ever decided. */
static double
chance(const struct deals *d, size_t stage)
{
	double decided = d->won;
	size_t i;

	if (d->all == 0)
		return NAN;
	for (i = stage; i < d->stages; i++)
		decided += (double)d->row->number[of_stage(i, LOST)];
	return (d->won + PRIOR * d->won / d->all) / (decided + PRIOR);
}

static void
forecast_stages(struct funnel_report *r, struct store *s, const uint32_t *order)
{
	struct report_table *t = report_add(r->report, "forecast", "Open deals, and what to expect");
	size_t stages = r->plan->path.stages, i;
	uint32_t g;

	funnel_report_keys(r, t);
	report_column(t, STR("currency"), STR("currency"), REPORT_TEXT);
	t->keys++;
	report_column(t, STR("stage"), STR("stage"), REPORT_TEXT);
	report_column(t, STR("open"), STR("open"), REPORT_COUNT);
	report_column(t, STR("value"), STR("value"), REPORT_MONEY);
	report_column(t, STR("chance"), STR("chance"), REPORT_SHARE);
	report_column(t, STR("expected"), STR("expected"), REPORT_MONEY);
	for (g = 0; g < s->keys.count; g++) {
		struct deals d = deals_of(&s->row[order[g]], stages);

		for (i = 0; i < stages; i++) {
			int64_t value = d.row->number[of_stage(i, OPEN_VALUE)];
			struct str key, code;

			/* Who is in the last is won, unless a window says that it came too late. */
			if (i + 1 == stages && d.row->number[of_stage(i, OPEN)] == 0)
				continue;
			key = funnel_report_group(r, t, s->keys.entry[order[g]].key);
			store_part(&key, &code);
			report_text(t, code);
			report_text(t, r->plan->path.name[i]);
			report_number(t, d.row->number[of_stage(i, OPEN)]);
			report_number(t, value);
			report_real(t, chance(&d, i));
			if (d.all != 0)
				report_number(t, llround((double)value * chance(&d, i)));
			else
				report_gap(t);
		}
	}
}

/* One line of the pipeline: all the stages of a group and currency together. */
static void
pipeline_line(struct report_table *t, const struct deals *d)
{
	int64_t open = 0, value = 0, expected = 0, cycle, won_value;
	size_t i;

	for (i = 0; i < d->stages; i++) {
		int64_t v = d->row->number[of_stage(i, OPEN_VALUE)];

		open += d->row->number[of_stage(i, OPEN)];
		value += v;
		if (d->all != 0)
			expected += llround((double)v * chance(d, i));
	}
	won_value = d->row->number[of_stage(d->stages, WON_VALUE)];
	cycle = spread_quantile(&d->row->spread[0], 0.5);
	report_number(t, open);
	report_number(t, value);
	if (d->all != 0)
		report_number(t, expected);
	else
		report_gap(t);
	report_number(t, (int64_t)d->won);
	report_number(t, won_value);
	report_number(t, (int64_t)(d->all - d->won));
	report_rate(t, (uint64_t)d->won, (uint64_t)d->all);
	if (cycle >= 0)
		report_number(t, cycle);
	else
		report_gap(t);
	if (cycle > 0 && d->won > 0)
		report_number(t, llround(statistic_velocity((double)open, d->won / d->all,
		    (double)won_value / d->won, (double)cycle / 86400)));
	else
		report_gap(t);
}

static const struct {
	const char *name, *label;
	enum report_kind kind;
} pipeline[] = {
	{ "open", "open", REPORT_COUNT }, { "value", "value", REPORT_MONEY },
	{ "expected", "expected", REPORT_MONEY }, { "won", "won", REPORT_COUNT },
	{ "won_value", "won value", REPORT_MONEY }, { "lost", "lost", REPORT_COUNT },
	{ "win_rate", "win rate", REPORT_RATE }, { "cycle_seconds", "cycle", REPORT_SPAN },
	{ "velocity", "a day", REPORT_MONEY },
};

void
funnel_report_money(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_MONEY];
	const uint32_t *order = store_order(s);
	struct report_table *t;
	uint32_t g;
	size_t i;

	forecast_stages(r, s, order);
	t = report_add(r->report, "pipeline", "Pipeline by currency");
	funnel_report_keys(r, t);
	report_column(t, STR("currency"), STR("currency"), REPORT_TEXT);
	for (i = 0; i < sizeof pipeline / sizeof *pipeline; i++)
		report_column(t, str_of(pipeline[i].name), str_of(pipeline[i].label), pipeline[i].kind);
	for (g = 0; g < s->keys.count; g++) {
		struct deals d = deals_of(&s->row[order[g]], r->plan->path.stages);
		struct str key = funnel_report_group(r, t, s->keys.entry[order[g]].key), code;

		store_part(&key, &code);
		report_text(t, code);
		pipeline_line(t, &d);
	}
	t->note = STR("A day: sales velocity, open deals \u00d7 win rate \u00d7 mean value of a won deal "
	    "\u00f7 median cycle. Lost deals are worth nothing; currencies are never added up.");
}
