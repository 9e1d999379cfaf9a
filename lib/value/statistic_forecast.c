/*
 * statistic_forecast - how good forecasts were.
 *
 * The area is the share of pairs (one that came, one that did not) in the right order.  Its
 * error needs, for every case, that share among the pairs it is in: with the cases sorted,
 * all cases of one score have the same, and counts of what lies below give it.
 */
#include <math.h>
#include <stdlib.h>

#include "value/statistic.h"

static int
by_score(const void *a, const void *b)
{
	double left = ((const struct statistic_forecast *)a)->score;
	double right = ((const struct statistic_forecast *)b)->score;

	return (left > right) - (left < right);
}

/* A run of cases of one score from i on: how many came, how many did not.  Returns its end. */
static size_t
run(const struct statistic_forecast *cases, size_t count, size_t i, double *came, double *stayed)
{
	double score = cases[i].score;

	*came = *stayed = 0;
	do
		*(cases[i].came ? came : stayed) += 1;
	while (++i < count && cases[i].score == score);
	return i;
}

bool
statistic_forecast_auc(struct statistic_forecast *cases, size_t count, double *area, double *error)
{
	double all_came = 0, all_stayed, came, stayed, below, above, pairs = 0;
	double came_spread = 0, stayed_spread = 0;
	size_t i;

	for (i = 0; i < count; i++)
		all_came += cases[i].came;
	all_stayed = (double)count - all_came;
	if (all_came == 0 || all_stayed == 0)
		return false;
	qsort(cases, count, sizeof *cases, by_score);
	for (below = 0, i = 0; i < count; below += stayed) {
		i = run(cases, count, i, &came, &stayed);
		pairs += came * (below + stayed / 2);
	}
	*area = pairs / (all_came * all_stayed);
	for (below = 0, above = all_came, i = 0; i < count; below += stayed) {
		double right;

		i = run(cases, count, i, &came, &stayed);
		above -= came;
		right = (below + stayed / 2) / all_stayed - *area;
		came_spread += came * right * right;
		right = (above + came / 2) / all_came - *area;
		stayed_spread += stayed * right * right;
	}
	*error = all_came < 2 || all_stayed < 2 ? NAN :
	    sqrt(came_spread / (all_came - 1) / all_came +
	    stayed_spread / (all_stayed - 1) / all_stayed);
	return true;
}

double
statistic_forecast_log_loss(const struct statistic_forecast *cases, size_t count)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < count; i++)
		sum -= log(fmax(1e-15, cases[i].came ? cases[i].score : 1 - cases[i].score));
	return sum / (double)count;
}

double
statistic_forecast_brier(const struct statistic_forecast *cases, size_t count)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		double away = cases[i].score - (cases[i].came ? 1 : 0);

		sum += away * away;
	}
	return sum / (double)count;
}
