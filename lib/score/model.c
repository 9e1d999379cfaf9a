/*
 * model - evaluation: every rule gives a term, and limits give terms too.
 */
#include <math.h>

#include "score/model_impl.h"

/* Half a thousandth away from zero. */
static inline int64_t
rounded(double points)
{
	return (int64_t)(points < 0 ? points - 0.5 : points + 0.5);
}

int64_t
model_decayed(const struct model_decay *d, int64_t points, span age)
{
	size_t i;

	if (age < 0)
		age = 0;
	switch (d->kind) {
	case MODEL_HALF_LIFE:
		return rounded((double)points * exp2(-(double)age / (double)d->length));
	case MODEL_LINEAR:
		return age >= d->length ? 0 : rounded((double)points *
		    ((double)(d->length - age) / (double)d->length));
	case MODEL_STEP:
		for (i = 0; i < d->steps; i++)
			if (age <= d->step[i].until)
				return (int64_t)((model_wide)points * d->step[i].share / 1000);
		return 0;
	default:
		return points;
	}
}

size_t
model_step_of(const struct model_scale *s, int64_t points)
{
	size_t i, step = 0;

	/* The best is the first, so each one missed is one step down. */
	for (i = 0; i + 1 < s->n; i++)
		step += points < s->grade[i].least;
	return step;
}

static struct str
grade_of(const struct model *m, const struct model_score *score)
{
	if (m->cell != NULL)
		return m->cell[model_step_of(&m->rows, model_group(score, m->row_group)) * m->columns.n +
		    model_step_of(&m->columns, model_group(score, m->column_group))];
	if (m->grades.n == 0)
		return (struct str){ 0 };
	return m->grades.grade[model_step_of(&m->grades, score->total)].name;
}

/* Of all leads: what the rules of a group come to; added to their totals. */
static void
add_up(const struct model *m, size_t g, const struct model_terms *t, uint32_t rows, int64_t total[])
{
	const struct model_group *group = &m->group[g];
	int64_t *sum = t->group[g];
	size_t i;
	uint32_t row;

	memset(sum, 0, rows * sizeof *sum);
	for (i = group->first; i < group->end; i++)
		for (row = 0; row < rows; row++)
			sum[row] += t->points[i][row];
	model_limit_rows(group->limits, rows, sum, t->group_limited[g]);
	for (row = 0; row < rows; row++)
		total[row] += sum[row];
}

void
model_evaluate(const struct model *m, struct lead *l, instant now, struct model_score out[])
{
	const struct model_terms *t = out->terms;
	int64_t total[LEAD_ROWS] = { 0 }, limited[LEAD_ROWS] = { 0 };
	unsigned char states[LEAD_ROWS] = { 0 };
	uint32_t row;
	size_t i;

	for (i = 0; i < m->rules; i++) {
		model_rule_rows(&m->rule[i], l, now, t->points[i], t->limited[i], t->state[i]);
		for (row = 0; row < l->rows; row++)
			states[row] |= t->state[i][row];
	}
	for (i = 0; i < m->groups; i++)
		add_up(m, i, t, l->rows, total);
	model_limit_rows(m->limits, l->rows, total, limited);
	for (row = 0; row < l->rows; row++) {
		out[row].total = total[row];
		out[row].total_limited = limited[row];
		out[row].unknown = (states[row] & MODEL_UNKNOWN) != 0;
		out[row].grade = grade_of(m, &out[row]);
	}
	lead_turn(l, 0);
}

void
model_score_init(struct model_score out[], size_t n, struct arena *a, const struct model *m)
{
	struct model_terms *t = arena_alloc(a, sizeof *t);
	uint32_t i;

	t->points = arena_array(a, m->rules, sizeof *t->points);
	t->limited = arena_array(a, m->rules, sizeof *t->limited);
	t->state = arena_array(a, m->rules, sizeof *t->state);
	t->group = arena_array(a, m->groups, sizeof *t->group);
	t->group_limited = arena_array(a, m->groups, sizeof *t->group_limited);
	for (i = 0; i < n; i++)
		out[i] = (struct model_score){ .terms = t, .row = i };
}

double
model_probability(const struct model *m, int64_t total)
{
	return 1 / (1 + exp(-(m->intercept + m->slope * (double)total / 1000)));
}

size_t
model_groups(const struct model *m)
{
	return m->groups;
}

struct str
model_group_name(const struct model *m, size_t group)
{
	return m->group[group].name;
}

size_t
model_group_find(const struct model *m, struct str name)
{
	size_t i;

	for (i = 0; i < m->groups; i++)
		if (str_eq_nocase(m->group[i].name, name))
			return i;
	return SIZE_MAX;
}

size_t
model_rules(const struct model *m)
{
	return m->rules;
}

struct str
model_rule_name(const struct model *m, size_t rule)
{
	return m->rule[rule].name;
}

bool
model_has_grades(const struct model *m)
{
	return m->cell != NULL || m->grades.n != 0;
}

bool
model_has_probability(const struct model *m)
{
	return m->calibrated;
}
