/*
 * train_newton - logistic regression on levels, by Newton's method.
 *
 * Minimised is
 *
 *	sum over rows of weight * ln(1 + e^-margin)  +  penalty / 2 * sum of squared weights
 *
 * with a free intercept.  A row is at one level of each feature, so a step adds a handful of
 * numbers to the Hessian, which is then solved by Cholesky.  The penalty makes it definite.
 * Parameter 0 is the intercept.
 */
#include <math.h>

#include "score/train_impl.h"

enum { STEPS = 40, ACTIVE = 256 };

void
train_newton_init(struct train_newton *m, const struct train_scope *s,
    struct train_feature *const *feature, size_t features)
{
	size_t f;

	*m = (struct train_newton){ .scope = s, .feature = feature, .features = features };
	m->first = arena_array(s->arena, features + 1, sizeof *m->first);
	m->parameters = 1;
	for (f = 0; f < features; f++) {
		m->first[f] = m->parameters;
		m->parameters += feature[f]->levels;
	}
	m->beta = arena_array(s->arena, m->parameters, sizeof *m->beta);
	m->gradient = arena_array(s->arena, m->parameters, sizeof *m->gradient);
	m->hessian = arena_array(s->arena, m->parameters * m->parameters, sizeof *m->hessian);
}

/* The parameters of a row, in rising order. */
static size_t
active(const struct train_newton *m, size_t row, uint32_t *out)
{
	size_t f, n = 1;

	out[0] = 0;
	for (f = 0; f < m->features; f++) {
		uint16_t l = m->feature[f]->at[row];

		if (l != TRAIN_NONE)
			out[n++] = (uint32_t)(m->first[f] + l);
	}
	return n;
}

double
train_newton_margin(const struct train_newton *m, size_t row)
{
	double margin = m->beta[0];
	size_t f;

	for (f = 0; f < m->features; f++) {
		uint16_t l = m->feature[f]->at[row];

		if (l != TRAIN_NONE)
			margin += m->beta[m->first[f] + l];
	}
	return margin;
}

/* ln(1 + e^x) without overflow. */
static double
softplus(double x)
{
	return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/* Loss, and with `all` gradient and Hessian (its lower half), at beta. */
static double
evaluate(struct train_newton *m, bool all)
{
	const struct train_table *t = m->scope->plan->table;
	const double *weight = (const double *)(const void *)t->weight.p;
	size_t size = m->parameters, i, j, k, n, r;
	uint32_t at[ACTIVE + 1];
	double loss = 0;

	if (all) {
		memset(m->gradient, 0, size * sizeof *m->gradient);
		memset(m->hessian, 0, size * size * sizeof *m->hessian);
	}
	for (i = 0; i < m->scope->rows; i++) {
		double margin, p, w;

		r = m->scope->row[i];
		if (m->fold != 0 && i % TRAIN_FOLDS == m->fold - 1)
			continue;
		w = weight[r];
		n = active(m, r, at);
		for (margin = 0, j = 0; j < n; j++)
			margin += m->beta[at[j]];
		loss += w * softplus(t->came.p[r] ? -margin : margin);
		if (!all)
			continue;
		p = 1 / (1 + exp(-margin));
		for (j = 0; j < n; j++) {
			double *row = m->hessian + at[j] * size, v = w * p * (1 - p);

			m->gradient[at[j]] += w * (p - (t->came.p[r] ? 1 : 0));
			for (k = 0; k <= j; k++)
				row[at[k]] += v;
		}
	}
	for (i = 1; i < size; i++) {
		loss += m->penalty / 2 * m->beta[i] * m->beta[i];
		if (all) {
			m->gradient[i] += m->penalty * m->beta[i];
			m->hessian[i * size + i] += m->penalty;
		}
	}
	return loss;
}

/* Four sums at a time: one would wait for itself. */
static double
dot(const double *a, const double *b, size_t n)
{
	double sum[4] = { 0 };
	size_t i;

	for (i = 0; i + 4 <= n; i += 4) {
		sum[0] += a[i] * b[i];
		sum[1] += a[i + 1] * b[i + 1];
		sum[2] += a[i + 2] * b[i + 2];
		sum[3] += a[i + 3] * b[i + 3];
	}
	for (; i < n; i++)
		sum[0] += a[i] * b[i];
	return (sum[0] + sum[2]) + (sum[1] + sum[3]);
}

/* The lower half becomes L, with L L^T the matrix. */
static void
cholesky(double *h, size_t size)
{
	size_t i, j;
	double rest;

	for (i = 0; i < size; i++) {
		double *a = h + i * size;

		for (j = 0; j < i; j++) {
			const double *b = h + j * size;

			a[j] = (a[j] - dot(a, b, j)) / b[j];
		}
		rest = a[i] - dot(a, a, i);
		a[i] = sqrt(rest > 1e-12 ? rest : 1e-12);
	}
}

WRAPS static void
solve(const double *h, size_t size, double *x)
{
	size_t i, k;

	for (i = 0; i < size; i++)
		x[i] = (x[i] - dot(h + i * size, x, i)) / h[i * size + i];
	for (i = size; i-- > 0;) {
		x[i] /= h[i * size + i];
		for (k = 0; k < i; k++)
			x[k] -= h[i * size + k] * x[i];
	}
}

void
train_newton_fit(struct train_newton *m, double penalty)
{
	double *step, loss, next, before, scale;
	size_t size = m->parameters, i, round;
	struct arena a = { 0 };

	m->penalty = penalty;
	step = arena_array(&a, size, sizeof *step);
	loss = evaluate(m, true);
	for (round = 0; round < STEPS; round++) {
		before = loss;
		memcpy(step, m->gradient, size * sizeof *step);
		cholesky(m->hessian, size);
		solve(m->hessian, size, step);
		next = before;
		for (scale = 1; scale > 1e-6; scale /= 2) {
			for (i = 0; i < size; i++)
				m->beta[i] -= scale * step[i];
			next = evaluate(m, scale == 1);
			if (next <= before + 1e-12)
				break;
			for (i = 0; i < size; i++)
				m->beta[i] += scale * step[i];
		}
		loss = scale == 1 ? next : evaluate(m, true);
		if (before - loss <= 1e-8 * (loss + 1))
			break;
	}
	arena_free(&a);
}

/* The lower triangle L becomes its inverse, column by column. */
static void
invert(double *l, size_t size)
{
	struct arena a = { 0 };
	double *x = arena_array(&a, size, sizeof *x);
	size_t i, j;

	for (j = 0; j < size; j++) {
		x[j] = l[j * size + j] = 1 / l[j * size + j];
		for (i = j + 1; i < size; i++)
			x[i] = -dot(l + i * size + j, x + j, i - j) / l[i * size + i];
		for (i = j + 1; i < size; i++)
			l[i * size + j] = x[i];
	}
	arena_free(&a);
}

/* A level against the mean of its feature, or, of pairs and parts, against none.  The covariance is
 * M^T M, M the inverse of L. */
static void
contrasts(struct train_newton *m, size_t first, struct train_feature *f)
{
	bool alone = f->a != NULL || f->column->part != TRAIN_PLAIN;
	size_t size = m->parameters, i, l;
	double mean, x, total = 0;

	for (l = 0; l < f->levels; l++) {
		total += f->level[l].n;
		f->level[l].error = 0;
	}
	for (i = first; i < size; i++) {
		const double *row = m->hessian + i * size + first;

		for (mean = 0, l = 0; l < f->levels && !alone; l++)
			mean += first + l <= i ? f->level[l].n / total * row[l] : 0;
		for (l = 0; l < f->levels; l++) {
			x = (first + l <= i ? row[l] : 0) - mean;
			f->level[l].error += x * x;
		}
	}
	for (l = 0; l < f->levels; l++)
		f->level[l].error = sqrt(f->level[l].error);
	if (f->a == NULL && alone)
		f->level[TRAIN_UNKNOWN].error = 0;      /* no row is there */
}

void
train_newton_errors(struct train_newton *m)
{
	size_t f;

	evaluate(m, true);
	cholesky(m->hessian, m->parameters);
	invert(m->hessian, m->parameters);
	for (f = 0; f < m->features; f++)
		contrasts(m, m->first[f], m->feature[f]);
}

/* Mean loss on the rows of the fold that was left out. */
static double
held_out(const struct train_newton *m)
{
	const struct train_table *t = m->scope->plan->table;
	const double *weight = (const double *)(const void *)t->weight.p;
	double loss = 0, total = 0, margin;
	size_t i, r;

	for (i = m->fold - 1; i < m->scope->rows; i += TRAIN_FOLDS) {
		r = m->scope->row[i];
		margin = train_newton_margin(m, r);
		loss += weight[r] * softplus(t->came.p[r] ? -margin : margin);
		total += weight[r];
	}
	return total > 0 ? loss / total : 0;
}

/* From the strongest penalty to the weakest, each from where the last one ended. */
double
train_newton_choose(struct train_newton *m, const double *falling, size_t n)
{
	double loss[TRAIN_PENALTIES] = { 0 };
	size_t i, best = 0;

	for (m->fold = 1; m->fold <= TRAIN_FOLDS; m->fold++)
		for (i = 0; i < n; i++) {
			train_newton_fit(m, falling[i]);
			loss[i] += held_out(m);
		}
	m->fold = 0;
	for (i = 1; i < n; i++)
		best = loss[i] < loss[best] ? i : best;
	train_newton_fit(m, falling[best]);
	return falling[best];
}
