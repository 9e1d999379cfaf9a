/*
 * forecast - bisection over hours; only rules that time moves are evaluated again.
 */
#include "score/forecast.h"
#include "score/model_impl.h"

enum { HOUR = 3600, HORIZON = 2 * 365 * 24 };

/* Where a lead stands: steps of the scales, 0 best. */
struct standing {
	size_t row, column;             /* without a matrix: the grade, and 0 */
};

static struct standing
standing(const struct model *m, const int64_t *group, int64_t total)
{
	if (m->cell != NULL)
		return (struct standing){ model_step_of(&m->rows, group[m->row_group]),
			model_step_of(&m->columns, group[m->column_group]) };
	return (struct standing){ model_step_of(&m->grades, total), 0 };
}

/* The standing at a later time, of what had happened by now. */
static struct standing
later(const struct model *m, struct lead *l, instant now, instant at,
    const struct model_score *score, int64_t *group)
{
	int64_t total = 0, sum, points;
	size_t g, i;

	l->now = at;
	for (g = 0; g < m->groups; g++) {
		const struct model_group *of = &m->group[g];

		for (sum = 0, i = of->first; i < of->end; i++) {
			const struct model_rule *r = &m->rule[i];

			points = score->term[i].points;
			if (r->timed) {
				points = 0;
				model_rule_points(r, l, now, at, &points);
				points = model_limited(points, r->has_min, r->min, r->has_max, r->max);
			}
			sum += points;
		}
		group[g] = model_limited(sum, of->has_min, of->min, of->has_max, of->max);
		total += group[g];
	}
	l->now = now;
	return standing(m, group, model_limited(total, m->has_min, m->min, m->has_max, m->max));
}

static bool
is_lower(struct standing a, struct standing than)
{
	return a.row > than.row || a.column > than.column;
}

instant
forecast_fall(const struct model *m, struct lead *l, instant now, const struct model_score *score)
{
	struct standing today = standing(m, score->group, score->total);
	int64_t *group, same = 0, lower = HORIZON, middle;

	if (!m->timed || !model_has_grades(m))
		return INSTANT_NONE;
	group = arena_array(l->rec->scratch, m->groups, sizeof *group);
	if (!is_lower(later(m, l, now, now + lower * HOUR, score, group), today))
		return INSTANT_NONE;
	while (lower - same > 1) {
		middle = same + (lower - same) / 2;
		if (is_lower(later(m, l, now, now + middle * HOUR, score, group), today))
			lower = middle;
		else
			same = middle;
	}
	return now + lower * HOUR;
}
