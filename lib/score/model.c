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
		return m->cell[model_step_of(&m->rows, score->group[m->row_group]) * m->columns.n +
		    model_step_of(&m->columns, score->group[m->column_group])];
	if (m->grades.n == 0)
		return (struct str){ 0 };
	return m->grades.grade[model_step_of(&m->grades, score->total)].name;
}

/* The rules stand in the order of their groups. */
static void
add_up(const struct model *m, struct model_score *out)
{
	const struct model_term *term = out->term;
	const struct model_group *group = m->group, *last = group + m->groups;
	int64_t total = 0, sum, held, *to = out->group, *limited = out->group_limited;
	unsigned states = 0;

	for (; group < last; group++) {
		const struct model_term *end = out->term + group->end;

		for (sum = 0; term < end; term++) {
			sum += term->points;
			states |= term->state;
		}
		held = model_limited(sum, group->has_min, group->min, group->has_max, group->max);
		*to++ = held;
		*limited++ = held - sum;
		total += held;
	}
	out->total = model_limited(total, m->has_min, m->min, m->has_max, m->max);
	out->total_limited = out->total - total;
	out->unknown = (states & MODEL_UNKNOWN) != 0;
	out->grade = grade_of(m, out);
}

void
model_evaluate(const struct model *m, struct lead *l, instant now, struct model_score *out)
{
	size_t i;

	for (i = 0; i < m->rules; i++)
		model_rule_rows(&m->rule[i], l, now, out->term + i, m->rules);
	for (i = 0; i < l->rows; i++)
		add_up(m, &out[i]);
	lead_turn(l, 0);
}

void
model_score_init(struct model_score out[], size_t n, struct arena *a, const struct model *m)
{
	int64_t *group = arena_array(a, 2 * n * m->groups, sizeof *group);
	struct model_term *term = arena_array(a, n * m->rules, sizeof *term);
	size_t i;

	for (i = 0; i < n; i++)
		out[i] = (struct model_score){
			.group = group + 2 * i * m->groups,
			.group_limited = group + (2 * i + 1) * m->groups,
			.term = term + i * m->rules,
		};
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
