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

/* A rule that time moves. */
struct timed {
	const struct model_rule *rule;
	uint32_t number;
	bool still;                     /* but not its condition */
	bool fades;
	bool bounded;                   /* of no lead does it get below `least`, or below where it is */
	int64_t least;
};

/* The same, when it may move for this lead. */
struct moving {
	const struct timed *timed;
	int64_t points;                 /* now */
	instant since;                  /* it does nothing but fade from there; or INSTANT_NONE */
};

struct forecast {
	const struct model *model;
	struct timed *timed;
	size_t rules;
	double half_life;               /* of one of them, in hours; 0: none fades so */
	struct moving *moving;          /* of the lead at hand, as all that follows */
	size_t movings;
	struct lead *lead;
	instant now;
	const struct model_score *score;
	size_t row, column;             /* where it stands: steps of the scales, 0 best */
	int64_t *fixed;                 /* of each group: what time does not move before the next turn */
	int64_t *group;
	int64_t total;
};

/* What such a rule gives at the least, whatever the time. */
static void
find_least(struct timed *t)
{
	const struct model_rule *r = t->rule;
	size_t i;

	t->bounded = true;
	if (r->kind == MODEL_WHEN || r->kind == MODEL_BINS || r->kind == MODEL_MAP) {
		t->least = r->points < 0 ? r->points : 0;
		t->least = r->other < t->least ? r->other : t->least;
		t->least = r->unknown < t->least ? r->unknown : t->least;
		for (i = 0; i < r->bins; i++)
			t->least = r->bin[i].points < t->least ? r->bin[i].points : t->least;
		for (i = 0; i < r->map.count; i++)
			t->least = r->word_points[i] < t->least ? r->word_points[i] : t->least;
	} else if (r->kind == MODEL_ACTIVITY && r->points >= 0) {
		t->least = model_limited(0, r->limits);
	} else {
		t->bounded = r->limits.min != INT64_MIN;
		t->least = r->limits.min;
	}
}

struct forecast *
forecast_new(struct arena *a, const struct model *m)
{
	struct forecast *f = arena_alloc(a, sizeof *f);
	uint32_t i;

	*f = (struct forecast){ .model = m };
	f->timed = arena_array(a, m->rules + 1, sizeof *f->timed);
	f->moving = arena_array(a, m->rules + 1, sizeof *f->moving);
	f->fixed = arena_array(a, m->groups + 1, sizeof *f->fixed);
	f->group = arena_array(a, m->groups + 1, sizeof *f->group);
	for (i = 0; i < m->rules; i++) {
		const struct model_rule *r = &m->rule[i];
		struct timed *t = &f->timed[f->rules];

		if (!r->timed)
			continue;
		f->rules++;
		*t = (struct timed){ .rule = r, .number = i };
		t->still = r->when == NULL || !condition_timed(r->when);
		t->fades = r->decay.kind == MODEL_HALF_LIFE || r->decay.kind == MODEL_LINEAR;
		find_least(t);
		if (r->decay.kind == MODEL_HALF_LIFE)
			f->half_life = (double)r->decay.length / HOUR;
	}
	return f;
}

/* The points of a rule so many hours from now, of what had happened by now. */
static int64_t
points_at(const struct forecast *f, const struct moving *m, int64_t hour)
{
	const struct model_rule *r = m->timed->rule;
	int64_t points = 0;

	if (hour == 0)
		return m->points;
	if (m->since != INSTANT_NONE)
		return model_decayed(&r->decay, r->points, f->now + hour * HOUR - m->since);
	f->lead->now = f->now + hour * HOUR;
	model_rule_points(r, f->lead, f->now, f->lead->now, &points);
	f->lead->now = f->now;
	return model_limited(points, r->limits);
}

/* Group sums without what fades. */
static void
fix(struct forecast *f, int64_t hour)
{
	const struct model *m = f->model;
	size_t g, i;

	for (g = 0; g < m->groups; g++)
		f->fixed[g] = model_group(f->score, g) - model_group_limited(f->score, g);
	for (i = 0; i < f->movings; i++) {
		const struct moving *one = &f->moving[i];

		f->fixed[one->timed->rule->group] -= one->points;
		if (!one->timed->fades)
			f->fixed[one->timed->rule->group] += points_at(f, one, hour);
	}
}

/* Is the grade of such group sums a lower one? */
static bool
is_lower(struct forecast *f)
{
	const struct model *m = f->model;
	size_t g;

	for (f->total = 0, g = 0; g < m->groups; g++) {
		const struct model_group *of = &m->group[g];

		f->group[g] = model_limited(f->group[g], of->limits);
		f->total += f->group[g];
	}
	f->total = model_limited(f->total, m->limits);
	if (m->cell != NULL)
		return model_step_of(&m->rows, f->group[m->row_group]) > f->row ||
		    model_step_of(&m->columns, f->group[m->column_group]) > f->column;
	return f->total < m->grades.grade[f->row].least;
}

/* At that hour? */
static bool
is_lower_at(struct forecast *f, int64_t hour)
{
	size_t g, i;

	for (g = 0; g < f->model->groups; g++)
		f->group[g] = f->fixed[g];
	for (i = 0; i < f->movings; i++)
		if (f->moving[i].timed->fades)
			f->group[f->moving[i].timed->rule->group] += points_at(f, &f->moving[i], hour);
	return is_lower(f);
}

/* At the worst, if all rules that may lose points lose all that they can at once? */
static bool
can_be_lower(struct forecast *f)
{
	const struct moving *m = f->moving, *end = m + f->movings;
	size_t g;

	for (g = 0; g < f->model->groups; g++)
		f->group[g] = model_group(f->score, g) - model_group_limited(f->score, g);
	for (; m < end; m++) {
		if (!m->timed->bounded)
			return true;
		if (m->points > m->timed->least)
			f->group[m->timed->rule->group] += m->timed->least - m->points;
	}
	return is_lower(f);
}

/* Where between two hours the total passes the grade's least, if it fades by one half-life. */
static int64_t
guess(const struct forecast *f, int64_t same, int64_t from, int64_t lower, int64_t to)
{
	double half = f->half_life, share, least, u;

	if (half <= 0 || f->model->cell != NULL)
		return same + (lower - same) / 2;
	least = (double)f->model->grades.grade[f->row].least;
	share = ((double)from - least) / (double)(from - to);
	u = exp2(-(double)same / half) * (1 - share) + exp2(-(double)lower / half) * share;
	return (int64_t)floor(-log2(u) * half);
}

/* The first hour at which it is lower, behind one at which it is not, the total being `from`, and
 * up to one at which it is. */
static int64_t
search(struct forecast *f, int64_t same, int64_t from, int64_t lower)
{
	int64_t to = f->total, middle, tries;

	for (tries = 0; lower - same > 1; tries++) {
		middle = tries == 0 ? guess(f, same, from, lower, to) :
		    tries == 1 ? same + 1 : tries == 2 ? lower - 1 : same + (lower - same) / 2;
		middle = middle <= same ? same + 1 : middle >= lower ? lower - 1 : middle;
		if (is_lower_at(f, middle))
			lower = middle;
		else
			same = middle;
	}
	return lower;
}

/* The first whole hour behind that one by which a rule begins or ceases to act; or the horizon. */
static int64_t
next_turn(const struct forecast *f, int64_t hour)
{
	instant turn = f->now + (instant)HORIZON * HOUR, at;
	size_t i;

	f->lead->now = f->now + hour * HOUR;
	for (i = 0; i < f->movings; i++) {
		at = model_rule_turn(f->moving[i].timed->rule, f->lead, f->now, f->lead->now);
		if (at != INSTANT_NONE && at < turn)
			turn = at;
	}
	f->lead->now = f->now;
	at = (turn - f->now + HOUR - 1) / HOUR;
	return at > hour ? at : hour + 1;
}

/* No activities, no change: those to come do not happen.  Nor does a condition that time does not
 * touch come true. */
static void
find_moving(struct forecast *f)
{
	const struct timed *t = f->timed, *end = t + f->rules;

	for (f->movings = 0; t < end; t++) {
		struct model_term term = model_term(f->score, t->number);

		if (!t->still || term.state == MODEL_ACTED)
			f->moving[f->movings++] = (struct moving){ t, term.points, INSTANT_NONE };
	}
}

/* Those that do nothing but fade. */
static void
find_fading(struct forecast *f)
{
	struct moment since;
	size_t i;

	for (i = 0; i < f->movings; i++) {
		const struct timed *t = f->moving[i].timed;

		if (t->still && t->fades && t->rule->kind == MODEL_WHEN &&
		    lead_time(f->lead, t->rule->since, &since))
			f->moving[i].since = since.from;
	}
}

/* Which steps of the scales it stands on; false: no grade is lower. */
static bool
find_place(struct forecast *f)
{
	const struct model *m = f->model;

	if (m->cell == NULL) {
		f->row = model_step_of(&m->grades, f->score->total);
		return f->row + 1 < m->grades.n;
	}
	f->row = model_step_of(&m->rows, model_group(f->score, m->row_group));
	f->column = model_step_of(&m->columns, model_group(f->score, m->column_group));
	return true;
}

instant
forecast_fall(struct forecast *f, struct lead *l, instant now, const struct model_score *score)
{
	int64_t hour = 0, turn, from = score->total;
	size_t turns;

	if (f->rules == 0 || !model_has_grades(f->model))
		return INSTANT_NONE;
	f->lead = l;
	f->now = now;
	f->score = score;
	if (!find_place(f))
		return INSTANT_NONE;
	find_moving(f);
	if (!can_be_lower(f))
		return INSTANT_NONE;
	find_fading(f);
	fix(f, 0);
	for (turns = 0; hour < HORIZON && turns < TURNS; turns++, hour = turn, from = f->total) {
		turn = next_turn(f, hour);
		if (turn - 1 > hour && is_lower_at(f, turn - 1))
			return now + search(f, hour, from, turn - 1) * HOUR;
		fix(f, turn);
		if (is_lower_at(f, turn))
			return now + turn * HOUR;
	}
	return INSTANT_NONE;
}
