/*
 * funnel_touch - to which channels conversions are owed.
 *
 * The touches of a converted lead are its activities with a channel, not after the conversion,
 * by time and at the same second as they stand in the file; without any, its source is its only
 * touch.  Each model gives whole weights to touches; a conversion's million is shared out by
 * weight, what rounding leaves going to the earliest, so credits add up to exactly one.
 *
 * A weight of 0 everywhere cannot be: the first, the last or the nearest touch always has one.
 */
#include <math.h>
#include <stdlib.h>

#include "funnel/funnel_report.h"

enum { ONE = 1000000 };

struct touch {
	struct str channel;
	instant at;
	size_t place;                   /* in the file */
};

struct journey {
	struct touch *touch;
	size_t n;
	size_t creation, opportunity;   /* the touch that led to it; SIZE_MAX: not known */
};

static int64_t
first(const struct journey *j, size_t i)
{
	(void)j;
	return i == 0;
}

static int64_t
last(const struct journey *j, size_t i)
{
	return i == j->n - 1;
}

static int64_t
linear(const struct journey *j, size_t i)
{
	(void)j;
	(void)i;
	return 1;
}

/* `parts` for each milestone that a touch stands at; those at none share `rest`.  Weights are
 * multiplied by how many of those there are; when there are none, the milestones have all. */
static int64_t
shaped(const struct journey *j, size_t i, const size_t *milestone, size_t milestones,
    int64_t parts, int64_t rest)
{
	size_t k, m, others = j->n;
	int64_t weight = 0;

	for (m = 0; m < milestones; m++) {
		for (k = 0; k < m && milestone[k] != milestone[m]; k++)
			continue;
		others -= k == m && milestone[m] < j->n;
		weight += milestone[m] == i ? parts : 0;
	}
	return weight == 0 ? rest : others ? weight * (int64_t)others : weight;
}

/* 40 % first, 40 % last, 20 % those between. */
static int64_t
u_shaped(const struct journey *j, size_t i)
{
	return shaped(j, i, (size_t[]){ 0, j->n - 1 }, 2, 40, 20);
}

/* 30 % each: first, creation, opportunity; 10 % the others. */
static int64_t
w_shaped(const struct journey *j, size_t i)
{
	return shaped(j, i, (size_t[]){ 0, j->creation, j->opportunity }, 3, 30, 10);
}

/* 22.5 % each: first, creation, opportunity, last; 10 % the others. */
static int64_t
full_path(const struct journey *j, size_t i)
{
	return shaped(j, i, (size_t[]){ 0, j->creation, j->opportunity, j->n - 1 }, 4, 225, 100);
}

/* Half for every seven days before the last touch. */
static int64_t
decay(const struct journey *j, size_t i)
{
	double age = (double)(j->touch[j->n - 1].at - j->touch[i].at) / (7 * 86400.0);

	return (int64_t)(exp2(40 - age) + 0.5);
}

static const struct {
	const char *name, *label;
	int64_t (*weight)(const struct journey *, size_t);
} models[] = {
	{ "first", "first", first }, { "last", "last", last }, { "linear", "linear", linear },
	{ "u_shaped", "U", u_shaped }, { "w_shaped", "W", w_shaped },
	{ "full_path", "full path", full_path }, { "time_decay", "decay", decay },
};
enum { MODELS = sizeof models / sizeof *models };

size_t
funnel_touch_numbers(void)
{
	return 1 + MODELS;
}

static int
by_time(const void *a, const void *b)
{
	const struct touch *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* The last touch that was not after `at`. */
static size_t
before(const struct journey *j, instant at)
{
	size_t i = SIZE_MAX, k;

	for (k = 0; at != INSTANT_NONE && k < j->n && j->touch[k].at <= at; k++)
		i = k;
	return i;
}

static void
gather(const struct funnel_plan *p, struct lead *l, const struct path *path, struct journey *j)
{
	const struct activities *list = lead_activities(l, p->path.activities);
	size_t end = p->path.stages - 1, n = list ? list->n : 0, i;
	instant until = path->timed >> end & 1 ? path->at[end] : l->schema->now;

	j->touch = arena_array(l->rec->scratch, n + 1, sizeof *j->touch);
	for (i = 0; i < n; i++) {
		const struct activity *a = &list->item[i];

		if (a->channel.n != 0 && a->at != INSTANT_NONE && a->at <= until)
			j->touch[j->n++] = (struct touch){ a->channel, a->at, i };
	}
	qsort(j->touch, j->n, sizeof *j->touch, by_time);
	if (j->n == 0)
		j->touch[j->n++] = (struct touch){ lead_text(l, p->source), 0, 0 };
	j->creation = before(j, path->created);
	j->opportunity = before(j, path->timed >> (end - 1) & 1 ? path->at[end - 1] : INSTANT_NONE);
}

/* One conversion by one model: the shares, rounded down, and what is left over to the first. */
static void
share_out(const struct journey *j, size_t model, int64_t *weight, int64_t *credit)
{
	int64_t left = ONE;
	double all = 0;
	size_t i;

	for (i = 0; i < j->n; i++)
		all += (double)(weight[i] = models[model].weight(j, i));
	for (i = 0; i < j->n; i++)
		left -= credit[i] = (int64_t)((double)weight[i] / all * ONE);
	for (i = 0; left > 0; i = (i + 1) % j->n)
		if (weight[i] != 0) {
			credit[i]++;
			left--;
		}
}

void
funnel_touch_add(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_TOUCHES];
	const struct store_row *row;
	struct journey j = { 0 };
	int64_t *weight, *credit;
	size_t i, m;

	if (path->furthest + 1 < f->plan->path.stages)
		return;
	gather(f->plan, l, path, &j);
	weight = arena_array(l->rec->scratch, j.n, sizeof *weight);
	credit = arena_array(l->rec->scratch, j.n * MODELS, sizeof *credit);
	for (m = 0; m < MODELS; m++)
		share_out(&j, m, weight, credit + m * j.n);
	for (i = 0; i < j.n; i++) {
		f->key.n = 0;
		store_key(&f->key, j.touch[i].channel);
		if ((row = store_row(s, buf_text(&f->key))) == NULL)
			return;
		row->number[0]++;
		for (m = 0; m < MODELS; m++)
			row->number[1 + m] += credit[m * j.n + i];
	}
}

void
funnel_report_touches(struct funnel_report *r)
{
	struct store *s = &r->funnel->store[FUNNEL_TOUCHES];
	struct report_table *t = report_add(r->report, "attribution", "Conversions by channel");
	const uint32_t *order = store_order(s);
	struct str key, channel;
	uint32_t i;
	size_t m;

	report_column(t, STR("channel"), STR("channel"), REPORT_TEXT);
	report_column(t, STR("touches"), STR("touches"), REPORT_COUNT);
	for (m = 0; m < MODELS; m++)
		report_column(t, str_of(models[m].name), str_of(models[m].label), REPORT_REAL);
	for (i = 0; i < s->keys.count; i++) {
		key = s->keys.entry[order[i]].key;
		store_part(&key, &channel);
		report_text(t, channel);
		report_number(t, s->row[order[i]].number[0]);
		for (m = 0; m < MODELS; m++)
			report_real(t, (double)s->row[order[i]].number[1 + m] / ONE);
	}
	t->note = STR("Conversions shared out over the touches that came before them; every column adds "
	    "up to the number of conversions.");
}
