/*
 * A scoring model, JSON or a table of rules, and a lead scored by it: a complaint, or a score whose terms
 * add up, with reasons, findings, a forecast and a way to the next grade.
 */
#include "../record_io.h"
#include "record/list.h"
#include "score/explain.h"
#include "score/forecast.h"
#include "score/model_check.h"
#include "score/model_impl.h"
#include "score/odd.h"
#include "score/what_if.h"
#include "settings_fuzz.h"

static const char *const columns[] = { "id", "title", "employees", "source", "created_at",
	"annual_revenue", "flags", "Any Column", "activities", NULL };
enum { NOW = SETTINGS_NOW };

static void
check_sums(const struct model *m, const struct model_score *s)
{
	int64_t total = s->total_limited;
	size_t i;

	for (i = 0; i < model_groups(m); i++)
		total += model_group(s, i);
	require(total == s->total);
	for (total = s->total_limited, i = 0; i < model_groups(m); i++)
		total += model_group_limited(s, i);
	for (i = 0; i < model_rules(m); i++)
		total += model_term(s, i).points;
	require(total == s->total);
}

/* The signed points of all items add up, also where outcomes are told a second time. */
static void
check_reasons(const struct model *m, struct explain *x, const struct model_score *s, struct lead *l)
{
	bool plain;
	struct str first = explain_reasons(x, s, l, &plain), rest, item;
	size_t items;

	first = arena_copy(l->rec->scratch, first);
	rest = explain_reasons(x, s, l, &plain);
	require(str_eq(first, rest));
	rest.n = rest.n == 0 ? SIZE_MAX : rest.n;
	for (items = 0; list_next(l->rec->scratch, &rest, &item); items++)
		require(item.n != 0);
	require(items <= 2 * model_rules(m) + model_groups(m) + 1);
	require(!plain || (str_find(first, ',') == first.n && str_find(first, '"') == first.n));
}

/* Is the grade at `at` lower than at NOW, of all that had happened by NOW? */
static bool
is_lower(const struct model *m, struct lead *l, instant at, const struct model_score *was)
{
	int64_t total = 0, sum, points, row = 0, column = 0;
	size_t g, i;

	l->now = at;
	for (g = 0; g < m->groups; g++) {
		for (sum = 0, i = m->group[g].first; i < m->group[g].end; i++) {
			const struct model_rule *r = &m->rule[i];

			model_rule_points(r, l, NOW, at, &points);
			sum += model_limited(points, r->limits);
		}
		sum = model_limited(sum, m->group[g].limits);
		total += sum;
		row = g == m->row_group ? sum : row;
		column = g == m->column_group ? sum : column;
	}
	l->now = NOW;
	total = model_limited(total, m->limits);
	if (m->cell != NULL)
		return model_step_of(&m->rows, row) > model_step_of(&m->rows, model_group(was, m->row_group)) ||
		    model_step_of(&m->columns, column) >
		    model_step_of(&m->columns, model_group(was, m->column_group));
	return m->grades.n != 0 &&
	    model_step_of(&m->grades, total) > model_step_of(&m->grades, was->total);
}

/* The grade is lower when it says so, and at no time before that, nor at all where it says never;
 * but for what may be missed where points below zero fade, and where there are many turns. */
static void
check_forecast(const struct model *m, struct lead *l, struct arena *a, const struct model_score *score)
{
	static const int hours[] = { 1, 2, 23, 24, 25, 168, 719, 720, 721, 2161, 8760, 17000 };
	instant falls = forecast_fall(forecast_new(a, m), l, NOW, score);
	bool fades_below = false;
	size_t i;

	require(falls == INSTANT_NONE || (falls > NOW && (falls - NOW) % 3600 == 0));
	require(l->now == NOW);
	require(falls == INSTANT_NONE || is_lower(m, l, falls, score));
	for (i = 0; i < m->rules; i++)
		fades_below = fades_below || (m->rule[i].points < 0 && m->rule[i].decay.kind != MODEL_STEADY);
	for (i = 0; !fades_below && i < sizeof hours / sizeof *hours; i++)
		if (falls == INSTANT_NONE || NOW + hours[i] * 3600 < falls)
			require(!is_lower(m, l, NOW + hours[i] * 3600, score));
}

static void
check(const struct model *m, struct lead *l, struct arena *a)
{
	struct explain *x = explain_new(a, m, l->schema);
	struct model_score score, again;
	const struct str *item;
	struct buf b = { 0 };
	struct odd odd;
	struct str grade;
	size_t n;

	model_score_init(&score, 1, a, m);
	model_score_init(&again, 1, a, m);
	model_evaluate(m, l, NOW, &score);
	check_sums(m, &score);
	model_evaluate(m, l, NOW, &again);
	require(again.total == score.total && str_eq(again.grade, score.grade));
	check_reasons(m, x, &score, l);
	explain_table(m, &score, l, INSTANT_NONE, &b);
	odd_init(&odd, a, m);
	odd_look(&odd, m, &score, l);
	check_forecast(m, l, a, &score);
	n = what_if_items(m, &score, l, a, &item, &grade);
	require(n <= WHAT_IF_MOST && (n == 0) == (grade.n == 0));
	model_check(m, "fuzz", &b);
	explain_free(x);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct settings_case c;
	struct model *m;
	struct err e;

	if (!settings_begin(&c, data, size) || str_starts(c.settings, STR("\x1f\x8b")))
		return 0;
	if ((m = model_load(&c.a, &c.schema, record_io_path(c.settings), &e)) != NULL)
		check(m, settings_lead(&c, columns), &c.a);
	settings_end(&c);
	return 0;
}
