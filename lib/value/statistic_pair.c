/*
 * statistic_pair - is one share greater than the other?
 *
 * The exact answers are sums of many terms, each a simple multiple of its neighbour.  They
 * are summed by that ratio, which keeps nearly every digit also where the answer is 10^-24.
 */
#include <math.h>

#include "value/statistic.h"

void
statistic_pair_interval(struct statistic_pair pair, double *difference, double *low, double *high)
{
	double first = (double)pair.k1 / (double)pair.n1, low1, high1;
	double second = (double)pair.k2 / (double)pair.n2, low2, high2;

	*difference = NAN;
	*low = -1;
	*high = 1;
	if (pair.n1 == 0 || pair.n2 == 0)
		return;
	statistic_wilson(pair.k1, pair.n1, &low1, &high1);
	statistic_wilson(pair.k2, pair.n2, &low2, &high2);
	*difference = second - first;
	*low = *difference - hypot(second - low2, high1 - first);
	*high = *difference + hypot(high2 - second, first - low1);
}

double
statistic_pair_z(struct statistic_pair pair)
{
	double n1 = (double)pair.n1, n2 = (double)pair.n2;
	double pooled = ((double)pair.k1 + (double)pair.k2) / (n1 + n2);
	double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
	double difference = (double)pair.k2 / n2 - (double)pair.k1 / n1;

	if (pair.n1 == 0 || pair.n2 == 0 || !(variance > 0))
		return 1;
	return erfc(fabs(difference) / sqrt(2 * variance));
}

/* How much more probable k1 + 1 is than k1 when the sums of rows and columns are given. */
static double
step_up(struct statistic_pair pair, double k1)
{
	double k2 = (double)pair.k1 + (double)pair.k2 - k1;

	return ((double)pair.n1 - k1) * k2 / ((k1 + 1) * ((double)pair.n2 - k2 + 1));
}

double
statistic_pair_fisher(struct statistic_pair pair)
{
	double n1 = (double)pair.n1, n2 = (double)pair.n2, k = (double)pair.k1 + (double)pair.k2;
	double least = fmax(0, k - n2), most = fmin(n1, k), at = (double)pair.k1;
	double mode = fmin(most, floor((n1 + 1) * (k + 1) / (n1 + n2 + 2)));
	double weight, limit = 1, extreme = 0, total = 0, i;

	/* Weights relative to the most probable table; those that vanish can't matter. */
	for (i = mode; i < at; i++)
		limit *= step_up(pair, i);
	for (i = mode; i > at; i--)
		limit /= step_up(pair, i - 1);
	limit *= 1 + 1e-7;      /* equal but for rounding is equal */
	for (weight = 1, i = mode; i <= most && weight > 0; i++) {
		total += weight;
		extreme += weight <= limit ? weight : 0;
		weight *= step_up(pair, i);
	}
	for (weight = 1, i = mode; i > least && weight > 0; i--) {
		weight /= step_up(pair, i - 1);
		total += weight;
		extreme += weight <= limit ? weight : 0;
	}
	return extreme / total;
}

/* ln of the gamma function of x >= 1.  Not lgamma(), which writes to a global.  Stirling's
 * series (Abramowitz and Stegun 6.1.41) from 15 on, where six terms are exact to a double. */
static double
log_gamma(double x)
{
	double product = 1, s;

	for (; x < 15; x++)
		product *= x;
	s = 1 / (x * x);
	s = (1. / 12 - s * (1. / 360 - s * (1. / 1260 - s * (1. / 1680 - s * (1. / 1188 -
	    s * (691. / 360360)))))) / x;
	return (x - 0.5) * log(x) - x + 0.918938533204672741780330 + s - log(product);
}

/*
 * Miller (2013): the sum for i from 0 to k2 of
 *	B(a + i, b + d) / ((d + i) B(1 + i, d) B(a, b))
 * with Beta(a, b) the first posterior and d = n2 - k2 + 1.
 */
double
statistic_pair_better(struct statistic_pair pair)
{
	double a = (double)pair.k1 + 1, b = (double)(pair.n1 - pair.k1) + 1;
	double d = (double)(pair.n2 - pair.k2) + 1, last = (double)pair.k2, i;
	double scale = log_gamma(b + d) - log_gamma(a + b + d) - log_gamma(b) + log_gamma(a + b);
	double term = 1, sum = 0;

	for (i = 0; i <= last; i++) {
		sum += term;
		term *= (a + i) * (d + i) / ((a + b + d + i) * (1 + i));
		if (sum > 1e250) {      /* the first terms may be as small as e^-10000 */
			sum *= 1e-250;
			term *= 1e-250;
			scale += 250 * 2.302585092994045684017991;
		}
	}
	return fmin(1, exp(scale + log(sum)));
}
