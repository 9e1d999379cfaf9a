/*
 * forecast - from turn to turn: between two of them points fade smoothly, and no rule begins or
 * ceases to act.
 *
 *	points  ────╮                      turns: a length of time is over (age, within, a step)
 *	             ╰──╮_                 between them: half-lives and straight lines
 *	now         turn   ╰──╮__turn
 *
 * At each turn, and just before it, it is seen whether the grade is lower; within a stretch that
 * ends lower the hour is searched for.  Only rules that time moves are evaluated again.
 */
#include <math.h>

#include "score/forecast.h"
#include "score/model_impl.h"

enum { HOUR = 3600, HORIZON = 2 * 365 * 24, TURNS = 1000 };

/* A rule that may move for this lead. */
struct moving {
	const struct model_rule *rule;
	int64_t points;                 /* now */
	instant since;                  /* it does nothing but fade from there; or INSTANT_NONE */
};

struct outlook {
	const struct forecast *f;
	struct moving *moving;
	size_t movings;
	struct lead *lead;
	instant now;
	const struct model_score *score;
	size_t row, column;             /* where it stands: steps of the scales, 0 best */
	int64_t *fixed;                 /* of each group: what time does not move before the next turn */
	int64_t *group;
	int64_t total;
};

static bool
fades(const struct model_rule *r)
{
	return r->decay.kind == MODEL_HALF_LIFE || r->decay.kind == MODEL_LINEAR;
}

void
forecast_init(struct forecast *f, struct arena *a, const struct model *m)
{
	uint32_t *rule = arena_array(a, m->rules + 1, sizeof *rule), i;

	*f = (struct forecast){ .model = m, .rule = rule };
	for (i = 0; i < m->rules; i++) {
		const struct model_rule *r = &m->rule[i];

		if (!r->timed)
			continue;
		rule[f->rules++] = i;
		if (r->decay.kind == MODEL_HALF_LIFE)
			f->half_life = (double)r->decay.length / HOUR;
	}
}

/* The points of a rule so many hours from now, of what had happened by now. */
static int64_t
points_at(const struct outlook *o, const struct moving *m, int64_t hour)
{
	const struct model_rule *r = m->rule;
	int64_t points = 0;

	if (hour == 0)
		return m->points;
	if (m->since != INSTANT_NONE)
		return model_decayed(&r->decay, r->points, o->now + hour * HOUR - m->since);
	o->lead->now = o->now + hour * HOUR;
	model_rule_points(r, o->lead, o->now, o->lead->now, &points);
	o->lead->now = o->now;
	return model_limited(points, r->has_min, r->min, r->has_max, r->max);
}

/* Group sums without what fades. */
static void
fix(struct outlook *o, int64_t hour)
{
	const struct model *m = o->f->model;
	size_t g, i;

	for (g = 0; g < m->groups; g++)
		o->fixed[g] = o->score->group[g] - o->score->group_limited[g];
	for (i = 0; i < o->movings; i++) {
		const struct moving *one = &o->moving[i];

		o->fixed[one->rule->group] -= one->points;
		if (!fades(one->rule))
			o->fixed[one->rule->group] += points_at(o, one, hour);
	}
}

/* Is the grade lower at that hour? */
static bool
is_lower(struct outlook *o, int64_t hour)
{
	const struct model *m = o->f->model;
	size_t g, i;

	memcpy(o->group, o->fixed, m->groups * sizeof *o->group);
	for (i = 0; i < o->movings; i++)
		if (fades(o->moving[i].rule))
			o->group[o->moving[i].rule->group] += points_at(o, &o->moving[i], hour);
	for (o->total = 0, g = 0; g < m->groups; g++) {
		const struct model_group *of = &m->group[g];

		o->group[g] = model_limited(o->group[g], of->has_min, of->min, of->has_max, of->max);
		o->total += o->group[g];
	}
	o->total = model_limited(o->total, m->has_min, m->min, m->has_max, m->max);
	if (m->cell != NULL)
		return model_step_of(&m->rows, o->group[m->row_group]) > o->row ||
		    model_step_of(&m->columns, o->group[m->column_group]) > o->column;
	return model_step_of(&m->grades, o->total) > o->row;
}

/* Where between two hours the total passes the grade's least, if it fades by one half-life. */
static int64_t
guess(const struct outlook *o, int64_t same, int64_t from, int64_t lower, int64_t to)
{
	double half = o->f->half_life, share, least, u;

	if (half <= 0 || o->f->model->cell != NULL)
		return same + (lower - same) / 2;
	least = (double)o->f->model->grades.grade[o->row].least;
	share = ((double)from - least) / (double)(from - to);
	u = exp2(-(double)same / half) * (1 - share) + exp2(-(double)lower / half) * share;
	return (int64_t)floor(-log2(u) * half);
}

/* The first hour at which it is lower, behind one at which it is not, the total being `from`, and
 * up to one at which it is. */
static int64_t
search(struct outlook *o, int64_t same, int64_t from, int64_t lower)
{
	int64_t to = o->total, middle, tries;

	for (tries = 0; lower - same > 1; tries++) {
		middle = tries == 0 ? guess(o, same, from, lower, to) :
		    tries == 1 ? same + 1 : tries == 2 ? lower - 1 : same + (lower - same) / 2;
		middle = middle <= same ? same + 1 : middle >= lower ? lower - 1 : middle;
		if (is_lower(o, middle))
			lower = middle;
		else
			same = middle;
	}
	return lower;
}

/* The first whole hour behind that one by which a rule begins or ceases to act; or the horizon. */
static int64_t
next_turn(const struct outlook *o, int64_t hour)
{
	instant turn = o->now + (instant)HORIZON * HOUR, at;
	size_t i;

	o->lead->now = o->now + hour * HOUR;
	for (i = 0; i < o->movings; i++) {
		at = model_rule_turn(o->moving[i].rule, o->lead, o->now, o->lead->now);
		if (at != INSTANT_NONE && at < turn)
			turn = at;
	}
	o->lead->now = o->now;
	at = (turn - o->now + HOUR - 1) / HOUR;
	return at > hour ? at : hour + 1;
}

/* No activities, no change: those to come do not happen.  Nor does a condition that time does not
 * touch come true. */
static void
find_moving(struct outlook *o)
{
	const struct forecast *f = o->f;
	struct moment since;
	size_t i;

	o->moving = arena_array(o->lead->rec->scratch, f->rules, sizeof *o->moving);
	for (i = 0; i < f->rules; i++) {
		const struct model_rule *r = &f->model->rule[f->rule[i]];
		const struct model_term *t = &o->score->term[f->rule[i]];
		bool still = r->when == NULL || !condition_timed(r->when);
		struct moving *m = &o->moving[o->movings];

		if (still && t->state != MODEL_ACTED)
			continue;
		*m = (struct moving){ r, t->points, INSTANT_NONE };
		o->movings++;
		if (still && r->kind == MODEL_WHEN && fades(r) &&
		    lead_time(o->lead, r->since, &since))
			m->since = since.from;
	}
}

instant
forecast_fall(const struct forecast *f, struct lead *l, instant now, const struct model_score *score)
{
	const struct model *m = f->model;
	struct outlook o = { .f = f, .lead = l, .now = now, .score = score };
	int64_t hour = 0, turn, from = score->total;
	size_t turns;

	if (f->rules == 0 || !model_has_grades(m))
		return INSTANT_NONE;
	o.row = m->cell != NULL ? model_step_of(&m->rows, score->group[m->row_group]) :
	    model_step_of(&m->grades, score->total);
	o.column = m->cell != NULL ? model_step_of(&m->columns, score->group[m->column_group]) : 0;
	if (m->cell == NULL && o.row + 1 == m->grades.n)
		return INSTANT_NONE;
	find_moving(&o);
	if (o.movings == 0)
		return INSTANT_NONE;
	o.fixed = arena_array(l->rec->scratch, m->groups, sizeof *o.fixed);
	o.group = arena_array(l->rec->scratch, m->groups, sizeof *o.group);
	fix(&o, 0);
	for (turns = 0; hour < HORIZON && turns < TURNS; turns++, hour = turn, from = o.total) {
		turn = next_turn(&o, hour);
		if (turn - 1 > hour && is_lower(&o, turn - 1))
			return now + search(&o, hour, from, turn - 1) * HOUR;
		fix(&o, turn);
		if (is_lower(&o, turn))
			return now + turn * HOUR;
	}
	return INSTANT_NONE;
}
