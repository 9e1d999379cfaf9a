/*
 * measure - one pass over the ranked rows, ties shared out.
 */
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "score/measure.h"
#include "value/statistic.h"

static int
best_first(const void *a, const void *b)
{
	const struct measure_case *x = a, *y = b;

	return x->score > y->score ? -1 : x->score < y->score;
}

/* Spread `n` equal rows over the tenths they reach into. */
static void
share_out(struct measure *m, double *from, double n, double came, double expected, int64_t score)
{
	double each = (double)m->rows / MEASURE_TENTHS, left = n, room, part;
	size_t i;

	while (left > 1e-9) {
		i = (size_t)(*from / each + 1e-9);
		if (i >= MEASURE_TENTHS)
			i = MEASURE_TENTHS - 1;
		room = i + 1 == MEASURE_TENTHS ? left : (double)(i + 1) * each - *from;
		part = left < room ? left : room;
		m->tenth[i].n += part;
		m->tenth[i].came += came * part / n;
		m->tenth[i].expected += expected * part / n;
		m->tenth[i].least = score;
		*from += part;
		left -= part;
	}
}

static void
rank(struct measure *m, const struct measure_case *cases)
{
	double from = 0, came, expected;
	size_t i, j;

	for (i = 0; i < m->rows; i = j) {
		came = expected = 0;
		for (j = i; j < m->rows && cases[j].score == cases[i].score; j++) {
			came += cases[j].came;
			expected += cases[j].probability;
		}
		share_out(m, &from, (double)(j - i), came, expected, cases[i].score);
	}
	for (i = 0; i < MEASURE_TENTHS; i++)
		m->calibration += fabs(m->tenth[i].came - m->tenth[i].expected) / (double)m->rows;
}

static void
spread(struct measure *m, const struct measure_case *cases)
{
	size_t i, at;

	m->high = cases[0].score;
	m->low = cases[m->rows - 1].score;
	for (i = 0; i < m->rows; i++) {
		at = (size_t)((double)(cases[i].score - m->low) / (double)(m->high - m->low + 1) *
		    MEASURE_BARS);
		m->bar[cases[i].came][at < MEASURE_BARS ? at : MEASURE_BARS - 1]++;
	}
}

void
measure_make(struct measure *m, struct measure_case *cases, size_t n, double base)
{
	struct arena a = { 0 };
	struct statistic_forecast *f = arena_array(&a, n + 1, sizeof *f);
	size_t i;

	*m = (struct measure){ .name = m->name, .rows = n, .base = base };
	qsort(cases, n, sizeof *cases, best_first);
	for (i = 0; i < n; i++) {
		m->came += cases[i].came;
		f[i] = (struct statistic_forecast){ cases[i].probability, cases[i].came };
	}
	m->loss = statistic_forecast_log_loss(f, n);
	m->brier = statistic_forecast_brier(f, n);
	for (i = 0; i < n; i++)
		f[i].score = base;
	m->base_loss = statistic_forecast_log_loss(f, n);
	m->base_brier = statistic_forecast_brier(f, n);
	for (i = 0; i < n; i++)
		f[i] = (struct statistic_forecast){ (double)cases[i].score, cases[i].came };
	m->has_area = statistic_forecast_auc(f, n, &m->area, &m->area_error);
	if (n != 0) {
		rank(m, cases);
		spread(m, cases);
	}
	arena_free(&a);
}

bool
measure_has_signal(const struct measure *m)
{
	return m->has_area && m->area - 1.96 * m->area_error > 0.5 && m->loss < m->base_loss;
}

double
measure_captured(const struct measure *m, double share)
{
	double tenths = share * MEASURE_TENTHS, came = 0;
	size_t i;

	for (i = 0; i < MEASURE_TENTHS && tenths > 0; i++, tenths -= 1)
		came += m->tenth[i].came * (tenths < 1 ? tenths : 1);
	return m->came ? came / (double)m->came : 0;
}

double
measure_probability(const struct measure_case *c, double intercept, double slope)
{
	return 1 / (1 + exp(-(intercept + slope * (double)c->score / 1000)));
}

void
measure_calibrate(const struct measure_case *cases, size_t n, double *intercept, double *slope)
{
	double a = 0, b = 0, mean = 0, spread = 0, x, p, w;
	size_t i, round;

	for (i = 0; i < n; i++)
		mean += (double)cases[i].score / 1000 / (double)n;
	for (i = 0; i < n; i++)
		spread += pow((double)cases[i].score / 1000 - mean, 2) / (double)n;
	spread = spread > 0 ? sqrt(spread) : 1;
	/* Newton on the standardised score, with a whisper of a penalty: two groups may be apart. */
	for (round = 0; round < 50; round++) {
		double ga = 0, gb = 1e-3 * b, haa = 1e-9, hab = 0, hbb = 1e-3, det;

		for (i = 0; i < n; i++) {
			x = ((double)cases[i].score / 1000 - mean) / spread;
			p = 1 / (1 + exp(-(a + b * x)));
			w = p * (1 - p);
			ga += p - cases[i].came;
			gb += (p - cases[i].came) * x;
			haa += w;
			hab += w * x;
			hbb += w * x * x;
		}
		det = haa * hbb - hab * hab;
		if (det < 1e-12)
			break;
		a -= (hbb * ga - hab * gb) / det;
		b -= (haa * gb - hab * ga) / det;
		if (fabs(ga) + fabs(gb) < 1e-9 * (double)n)
			break;
	}
	*slope = b / spread;
	*intercept = a - b * mean / spread;
}
