/*
 * train - from a table to points.
 *
 * Features are made of the columns, the guard looks at them, the weights are fitted, pairs of
 * columns are tried on what is left unexplained, and the weights become points: POINTS_DOUBLE
 * of them double the odds.  Points are rounded to thousandths and the intercept is fitted once
 * more to the rounded scores, so what the report says of a model is true of the file.
 */
#include <math.h>

#include "score/train_impl.h"

enum { POINTS_DOUBLE = 20, CHOOSE_ROWS = 20000 };

static void
scope_make(struct train_scope *s, struct arena *a, const struct train_plan *p, uint8_t held)
{
	const struct train_table *t = p->table;
	const double *weight = (const double *)(const void *)t->weight.p;
	uint32_t *row = arena_array(a, t->rows + 1, sizeof *row);
	size_t i;

	*s = (struct train_scope){ .arena = a, .plan = p, .row = row };
	for (i = 0; i < t->rows; i++) {
		if (held != TRAIN_ALL && p->test[i] != held)
			continue;
		row[s->rows++] = (uint32_t)i;
		s->total += weight[i];
		s->came += t->came.p[i] ? weight[i] : 0;
	}
	s->most_words = TRAIN_LEVELS_MOST / (t->columns + 1);
	if (s->most_words < 20)
		s->most_words = 20;
	if (s->most_words > TRAIN_WORDS_MOST)
		s->most_words = TRAIN_WORDS_MOST;
}

static void
feature_make(const struct train_scope *s, const struct train_column *c, struct train_feature *f)
{
	static void (*const levels[])(const struct train_scope *, struct train_feature *,
	    const struct train_count *) = {
		[TRAIN_NUMBER] = train_number_levels, [TRAIN_WORD] = train_word_levels,
		[TRAIN_WEEKDAY] = train_weekday_levels,
	};
	const uint32_t *code = train_codes(c);
	bool none = c->part != TRAIN_PLAIN;     /* nothing of it is no level: no rule says so */
	struct train_count *count;
	size_t i;

	*f = (struct train_feature){ .column = c, .why = train_guard_name(s->plan, c),
		.kept = train_guard_kept(s->plan, c), .area = 0.5 };
	if (f->kept && f->why != TRAIN_OUTCOME && f->why != TRAIN_LIST && f->why != TRAIN_HISTORY)
		f->why = TRAIN_USED;
	if (s->plan->decided != NULL)
		f->why = s->plan->decided->feature[c - s->plan->table->column].why;
	if (f->why != TRAIN_USED)
		return;
	count = arena_array(s->arena, c->word.count, sizeof *count);
	f->of = arena_array(s->arena, c->word.count, sizeof *f->of);
	train_tally(s, c, count);
	f->kind = train_kind_of(c, count, s->plan->zone);
	levels[f->kind](s, f, count);
	train_guard_levels(s, f, count);
	if (f->why != TRAIN_USED)
		return;
	f->at = arena_array(s->arena, s->plan->table->rows, sizeof *f->at);
	for (i = 0; i < s->plan->table->rows; i++)
		f->at[i] = none && code[i] == 0 ? TRAIN_NONE : f->of[code[i]];
}

/* Every k-th of the rows: enough to choose by. */
static struct train_scope
thinner(const struct train_scope *s)
{
	struct train_scope few = *s;
	size_t step = (s->rows + CHOOSE_ROWS - 1) / CHOOSE_ROWS, i;
	uint32_t *row = arena_array(s->arena, s->rows / (step ? step : 1) + 1, sizeof *row);

	for (few.rows = 0, i = 0; i < s->rows; i += step)
		row[few.rows++] = s->row[i];
	few.row = row;
	return few;
}

/* Where a sample ends is where all the rows begin. */
static double
choose_penalty(const struct train_scope *s, struct train_newton *m)
{
	static const double penalty[TRAIN_PENALTIES] = { 30, 10, 3, 1 };
	struct train_scope few = thinner(s);
	double best;

	m->scope = &few;
	best = train_newton_choose(m, penalty, TRAIN_PENALTIES);
	m->scope = s;
	return best;
}

/* Each column's weights about their mean, so that no evidence is no points. */
static void
centre(const struct train_scope *s, struct train_feature *f, double *intercept)
{
	double mean = 0;
	size_t l;

	if (f->a != NULL || f->kind == TRAIN_WEEKDAY || f->column->part != TRAIN_PLAIN)
		/* some rows are at no level */
		return;
	for (l = 0; l < f->levels; l++)
		mean += f->level[l].n * f->level[l].weight / s->total;
	for (l = 0; l < f->levels; l++)
		f->level[l].weight = f->level[l].n > 0 ? f->level[l].weight - mean : 0;
	*intercept += mean;
}

/* The intercept that gives as many as came, the scores being what they are. */
static double
refit_intercept(const struct train_scope *s, const struct train_fit *fit)
{
	const struct train_table *t = s->plan->table;
	const double *weight = (const double *)(const void *)t->weight.p;
	double intercept = fit->intercept, sum, slope, p, margin;
	size_t i, round;

	for (round = 0; round < 20; round++) {
		sum = slope = 0;
		for (i = 0; i < s->rows; i++) {
			margin = intercept + fit->slope * (double)train_fit_score(fit, s->row[i]) / 1000;
			p = 1 / (1 + exp(-margin));
			sum += weight[s->row[i]] * p;
			slope += weight[s->row[i]] * p * (1 - p);
		}
		if (slope < 1e-9 || fabs(sum - s->came) < 1e-9 * s->total)
			break;
		intercept += (s->came - sum) / slope;
	}
	return intercept;
}

static void
take_weights(const struct train_scope *s, struct train_newton *m, struct train_fit *fit)
{
	size_t f, l;

	train_newton_errors(m);
	fit->intercept = m->beta[0];
	fit->slope = 0.69314718055994530942 / POINTS_DOUBLE;
	for (f = 0; f < m->features; f++) {
		struct train_feature *one = m->feature[f];

		for (l = 0; l < one->levels; l++)
			one->level[l].weight = m->beta[m->first[f] + l];
		centre(s, one, &fit->intercept);
		for (l = 0; l < one->levels; l++)
			one->level[l].points = llround(one->level[l].weight / fit->slope * 1000);
	}
	fit->intercept = refit_intercept(s, fit);
}

int64_t
train_fit_score(const struct train_fit *f, size_t row)
{
	int64_t score = 0;
	size_t i;

	for (i = 0; i < f->features; i++)
		if (f->feature[i].why == TRAIN_USED && f->feature[i].at[row] != TRAIN_NONE)
			score += f->feature[i].level[f->feature[i].at[row]].points;
	return score;
}

double
train_fit_probability(const struct train_fit *f, int64_t score)
{
	return 1 / (1 + exp(-(f->intercept + f->slope * (double)score / 1000)));
}

void
train_fit(struct arena *a, const struct train_plan *p, uint8_t held, struct train_fit *out)
{
	const struct train_table *t = p->table;
	size_t most = t->columns + p->pairs, i, n = 0, pairs;
	struct train_feature **used = arena_array(a, most + 1, sizeof *used);
	struct train_scope s;
	struct train_newton m, single;

	scope_make(&s, a, p, held);
	*out = (struct train_fit){ .arena = a, .rows = s.rows, .features = t->columns };
	out->feature = arena_array(a, most + 1, sizeof *out->feature);
	for (i = 0; i < t->columns; i++) {
		feature_make(&s, &t->column[i], &out->feature[i]);
		if (out->feature[i].why == TRAIN_USED && n == TRAIN_FEATURES_MOST)
			out->feature[i].why = TRAIN_SILENT;
		if (out->feature[i].why == TRAIN_USED)
			used[n++] = &out->feature[i];
	}
	train_newton_init(&m, &s, used, n);
	out->penalty = p->penalty > 0 ? p->penalty : choose_penalty(&s, &m);
	train_newton_fit(&m, out->penalty);
	pairs = train_pair_find(&s, &m, used + n, p->pairs);
	if (pairs != 0) {
		for (i = 0; i < pairs; i++) {
			out->feature[out->features + i] = *used[n + i];
			used[n + i] = &out->feature[out->features + i];
		}
		out->features += pairs;
		out->pairs = pairs;
		single = m;
		train_newton_init(&m, &s, used, n + pairs);
		memcpy(m.beta, single.beta, single.parameters * sizeof *m.beta);
		train_newton_fit(&m, out->penalty);
	}
	take_weights(&s, &m, out);
}
