/* statistic - the normal distribution, the interval of one share, and two small formulas. */
#include <math.h>

#include "value/statistic.h"

static const double Z95 = 1.959963984540054235524594;           /* normal quantile of 0.975 */
static const double ROOT_HALF = 0.707106781186547524400844;     /* 1 / sqrt(2) */
static const double ROOT_TWO_PI = 2.506628274631000502415765;

double
statistic_normal_cdf(double z)
{
	return 0.5 * erfc(-z * ROOT_HALF);
}

/* The quantile of p <= 0.5: a guess that is off by less than 0.00045 (Abramowitz and
 * Stegun 26.2.23), and Halley's method, each step of which triples the right digits. */
static double
lower_quantile(double p)
{
	double t = sqrt(-2 * log(p)), z, error;
	int i;

	z = (2.515517 + t * (0.802853 + t * 0.010328)) /
	    (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
	for (i = 0; i < 3; i++) {
		error = (statistic_normal_cdf(z) - p) * ROOT_TWO_PI * exp(z * z / 2);
		z -= error / (1 + z * error / 2);
	}
	return z;
}

double
statistic_normal_quantile(double p)
{
	return p <= 0.5 ? lower_quantile(p) : -lower_quantile(1 - p);
}

void
statistic_wilson(uint64_t k, uint64_t n, double *low, double *high)
{
	double count = (double)n, share, centre, half;

	*low = 0;
	*high = 1;
	if (n == 0)
		return;
	share = (double)k / count;
	centre = (double)k + Z95 * Z95 / 2;
	half = Z95 * sqrt(count * share * (1 - share) + Z95 * Z95 / 4);
	/* At the ends the formula is exact, and rounding must not say otherwise. */
	if (k > 0)
		*low = (centre - half) / (count + Z95 * Z95);
	if (k < n)
		*high = (centre + half) / (count + Z95 * Z95);
}

double
statistic_velocity(double opportunities, double win_rate, double value, double days)
{
	return opportunities * win_rate * value / days;
}

/* The p value of rank i (from 0) counts count - i times, and no less than those before it.
 * Asking each for its rank needs no sorting, and raising in place is safe: whoever looks at a
 * raised value would have looked at what raised it. */
void
statistic_holm(const double *p, double *adjusted, size_t count)
{
	size_t i, j, smaller;

	for (i = 0; i < count; i++) {
		for (smaller = j = 0; j < count; j++)
			smaller += p[j] < p[i];
		adjusted[i] = fmin(1, (double)(count - smaller) * p[i]);
	}
	for (i = 0; i < count; i++)
		for (j = 0; j < count; j++)
			if (p[j] <= p[i] && adjusted[j] > adjusted[i])
				adjusted[i] = adjusted[j];
}
