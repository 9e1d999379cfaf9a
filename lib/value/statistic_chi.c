/* statistic_chi - chi-square: its tail as a finite sum, and Pearson's test. */
#include <math.h>

#include "value/statistic.h"

double
statistic_chi_tail(double x, unsigned degrees)
{
	bool odd = degrees % 2 != 0;
	double half = x / 2, root = sqrt(half), sum = odd ? erfc(root) : 0;
	/* sqrt(x/2)^(i) / gamma(i/2 + 1), e^-x/2 taken in, for i = 0, 2, 4 ... or 1, 3, 5 ... */
	double term = odd ? exp(-half) * root * 1.128379167095512573896159 : exp(-half);
	unsigned i;

	if (!(x > 0) || isinf(x))
		return x > 0 ? 0 : 1;
	for (i = odd ? 3 : 2; i <= degrees; i += 2) {
		sum += term;
		term *= x / i;
	}
	return fmin(1, sum);
}

double
statistic_chi_mismatch(const uint64_t *observed, const double *share, size_t count)
{
	double total = 0, x = 0;
	size_t i;

	for (i = 0; i < count; i++)
		total += (double)observed[i];
	if (total == 0 || count < 2)
		return 1;
	for (i = 0; i < count; i++) {
		double expected = total * share[i], away = (double)observed[i] - expected;

		if (away != 0)          /* nobody where nobody was expected is as planned */
			x += away * away / expected;
	}
	return statistic_chi_tail(x, (unsigned)count - 1);
}
