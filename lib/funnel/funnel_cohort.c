/*
 * funnel_cohort - leads by the week, month or quarter that they came in, and how many of them
 * had converted so many periods later.
 *
 * A share is shown only for periods that were over for the whole cohort: what a young cohort has
 * not had time for is empty, not low.
 */
#include <math.h>
#include <stdio.h>

#include "funnel/funnel_report.h"

enum { AGES = 53 };

int64_t
funnel_cohort_number(enum funnel_period period, const struct zone *zone, instant t)
{
	struct civil c;
	int64_t days;

	zone_civil(zone, t, &c);
	if (period == FUNNEL_MONTH)
		return (int64_t)c.year * 12 + c.month - 1;
	if (period == FUNNEL_QUARTER)
		return (int64_t)c.year * 4 + (c.month - 1) / 3;
	days = date_days(c.year, c.month, c.day);
	return (days - date_weekday(days) + 3) / 7;     /* 1970-01-01 was a Thursday */
}

void
funnel_cohort_name(struct buf *b, enum funnel_period period, int64_t number)
{
	if (period == FUNNEL_MONTH)
		buf_printf(b, "%04d-%02d", (int)(number / 12), (int)(number % 12) + 1);
	else if (period == FUNNEL_QUARTER)
		buf_printf(b, "%04d-Q%d", (int)(number / 4), (int)(number % 4) + 1);
	else
		date_print_day(b, (number * 7 - 3) * 86400);
}

void
funnel_cohort_add(struct funnel *f, const struct zone *zone, const struct path *path,
    instant born, struct str cohort)
{
	struct store *s = &f->store[FUNNEL_COHORTS];
	enum funnel_period period = f->plan->cohort;
	size_t last = f->plan->path.stages - 1;
	const struct store_row *row;
	char key[64];
	int64_t age;
	int n;

	if ((row = store_row(s, cohort)) != NULL)
		row->number[0]++;
	if (born == INSTANT_NONE || path->furthest < last)
		return;
	if (path->timed >> last & 1) {
		age = funnel_cohort_number(period, zone, path->at[last]) -
		    funnel_cohort_number(period, zone, born);
		n = snprintf(key, sizeof key, "%.*s%06lld%c", STR_ARG(cohort),
		    age > 0 ? (long long)age : 0LL, STORE_END);
	} else
		n = snprintf(key, sizeof key, "%.*s?%c", STR_ARG(cohort), STORE_END);
	if ((row = store_row(s, (struct str){ key, (size_t)n })) != NULL)
		row->number[0]++;
}

/* The number of a cohort by its name. */
static int64_t
number_of(enum funnel_period period, struct str name)
{
	struct civil c = { 0 };
	char text[16];
	int quarter = name.n == 7 && name.p[5] == 'Q' ? name.p[6] - '0' : 0;

	snprintf(text, sizeof text, "%.*s%s", (int)(quarter ? 5 : name.n), name.p,
	    quarter ? "01-01" : period == FUNNEL_MONTH ? "-01" : "");
	if (!date_parse_iso(str_of(text), &c))
		return 0;
	if (quarter)
		return (int64_t)c.year * 4 + quarter - 1;
	return funnel_cohort_number(period, &zone_utc, date_utc(&c));
}

/* How many periods after the first are over, or were needed; at most AGES are shown. */
static size_t
ages(struct funnel_report *r, int64_t now)
{
	struct store *s = &r->funnel->store[FUNNEL_COHORTS];
	int64_t most = 0, age;
	uint32_t i;

	for (i = 0; i < s->keys.count; i++) {
		struct str key = s->keys.entry[i].key, name;

		store_part(&key, &name);
		if (name.n == 0)
			continue;
		age = now - number_of(r->plan->cohort, name);
		if (age > most)
			most = age;
	}
	return most > AGES ? AGES : (size_t)most;
}

/* The rest of a cohort's line: of `leads`, how many had converted by each age; *untimed: and who
 * knows when. */
static uint32_t
line(struct funnel_report *r, struct report_table *t, const uint32_t *order, uint32_t i,
    int64_t over, size_t columns, int64_t *untimed)
{
	struct store *s = &r->funnel->store[FUNNEL_COHORTS];
	int64_t leads = s->row[order[i]].number[0], converted[AGES] = { 0 }, sum = 0;
	struct str name, key = s->keys.entry[order[i]].key, part;
	size_t age;

	store_part(&key, &name);
	for (i++; i < s->keys.count; i++) {
		key = s->keys.entry[order[i]].key;
		store_part(&key, &part);
		if (!str_eq(part, name))
			break;
		store_part(&key, &part);
		for (age = 0; part.p[0] != '?' && part.n != 0; part = str_slice(part, 1, part.n))
			age = age * 10 + (size_t)(part.p[0] - '0');
		if (part.n != 0)
			*untimed += s->row[order[i]].number[0];
		else if (age < AGES)
			converted[age] += s->row[order[i]].number[0];
	}
	report_text(t, name);
	report_number(t, leads);
	for (age = 0; age < columns; age++) {
		sum += converted[age];
		if (name.n != 0 && (int64_t)age < over)
			report_real(t, (double)sum / (double)leads);
		else
			report_gap(t);
	}
	return i;
}

void
funnel_report_cohorts(struct funnel_report *r)
{
	static const char *const word[] = { "", "week", "month", "quarter" };
	struct store *s = &r->funnel->store[FUNNEL_COHORTS];
	enum funnel_period period = r->plan->cohort;
	struct report_table *t = report_add(r->report, "cohorts", "Converted, by age of the cohort");
	int64_t now = funnel_cohort_number(period, r->zone, r->now);
	const uint32_t *order = store_order(s);
	size_t columns = ages(r, now), age;
	int64_t untimed = 0;
	struct buf note = { 0 };
	uint32_t i = 0;

	t->chart = REPORT_TRIANGLE;
	report_column(t, STR("cohort"), STR("cohort"), REPORT_TEXT);
	report_column(t, STR("leads"), STR("leads"), REPORT_COUNT);
	for (age = 0; age < columns; age++) {
		struct str name = arena_printf(r->report->arena, "%s_%zu", word[period], age);

		report_column(t, name, arena_printf(r->report->arena, "%zu", age), REPORT_SHARE);
	}
	while (i < s->keys.count) {
		struct str key = s->keys.entry[order[i]].key, name;

		store_part(&key, &name);
		i = line(r, t, order, i, name.n ? now - number_of(period, name) : 0, columns, &untimed);
	}
	buf_printf(&note, "The share of a cohort that had converted at the end of the %s, counted from "
	    "0, after it came in. Empty: not over yet.", word[period]);
	if (untimed != 0) {
		buf_str(&note, STR(" Not in it, as nobody knows when: conversions of "));
		report_count(&note, untimed);
		buf_str(&note, untimed == 1 ? STR(" lead.") : STR(" leads."));
	}
	t->note = arena_copy(r->report->arena, buf_text(&note));
	buf_free(&note);
}
