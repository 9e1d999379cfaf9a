/*
 * Statistics by a second way: sums over every possibility, pairs counted one by one,
 * symmetries, and inverses.
 */
#include <math.h>

#include "law.h"
#include "value/statistic.h"

static void
near(double got, double want, double part, const char *law)
{
	if (fabs(got - want) <= fabs(want) * part)
		return;
	fprintf(stderr, "statistic_law: %s: %.17g, not %.17g\n", law, got, want);
	exit(1);
}

static void
holds(bool is, const char *law)
{
	near(is, 1, 0, law);
}

static double
choose(double n, double k)
{
	double product = 1, i;

	for (i = 0; i < k; i++)
		product = product * (n - i) / (i + 1);
	return product;
}

/* Fisher's test from binomial coefficients, which are exact at this size. */
static double
every_table(struct statistic_pair p)
{
	double k = (double)(p.k1 + p.k2), n1 = (double)p.n1, n2 = (double)p.n2, i, sum = 0;
	double limit = choose(n1, (double)p.k1) * choose(n2, (double)p.k2) * (1 + 1e-9);

	for (i = 0; i <= k; i++)
		if (i <= n1 && k - i <= n2 && choose(n1, i) * choose(n2, k - i) <= limit)
			sum += choose(n1, i) * choose(n2, k - i);
	return sum / choose(n1 + n2, k);
}

/* P(second better) by Simpson's rule over the first share. */
static double
integral(struct statistic_pair p)
{
	enum { STEPS = 4000 };
	double sum = 0, total1 = 0, total2 = 0, below[2] = { 0, 0 };
	int i;

	for (i = 0; i < STEPS; i++) {   /* both densities at midpoints, not normalised */
		double x = (i + 0.5) / STEPS;
		double first = exp((double)p.k1 * log(x) + (double)(p.n1 - p.k1) * log1p(-x));
		double second = exp((double)p.k2 * log(x) + (double)(p.n2 - p.k2) * log1p(-x));

		sum += second * (below[0] + first / 2);
		below[0] += first;
		total1 += first;
		total2 += second;
	}
	return sum / total1 / total2;
}

static void
pairs(void)
{
	struct statistic_pair p = { 0, 1 + below(25), 0, 1 + below(25) }, swapped;
	double difference, low, high, first, second;

	p.k1 = below((uint32_t)p.n1 + 1);
	p.k2 = below((uint32_t)p.n2 + 1);
	swapped = (struct statistic_pair){ p.k2, p.n2, p.k1, p.n1 };
	near(statistic_pair_fisher(p), every_table(p), 1e-9, "Fisher by every table");
	near(statistic_pair_fisher(swapped), statistic_pair_fisher(p), 1e-12, "Fisher swapped");
	near(statistic_pair_z(swapped), statistic_pair_z(p), 1e-9, "z swapped");
	near(statistic_pair_better(p) + statistic_pair_better(swapped), 1, 1e-12, "one is better");
	if (below(200) == 0)
		near(statistic_pair_better(p), integral(p), 1e-4, "better by integration");
	statistic_pair_interval(p, &difference, &low, &high);
	holds(low <= difference && difference <= high && low >= -1 && high <= 1, "interval");
	statistic_pair_interval(swapped, &first, &second, &difference);
	near(-second, high, 1e-12, "interval swapped");
	statistic_wilson(p.k1, p.n1, &low, &high);
	first = (double)p.k1 / (double)p.n1;
	holds(0 <= low && low <= first && first <= high && high <= 1, "Wilson holds the share");
	statistic_wilson(p.n1 - p.k1, p.n1, &first, &second);
	near(1 - second, low, 1e-9 + (low == 0), "Wilson of the complement");
}

static void
big_pairs(void)
{
	struct statistic_pair p = { 0, 1 + below(100000), 0, 1 + below(100000) }, swapped;

	p.k1 = below((uint32_t)p.n1 + 1);
	p.k2 = (uint64_t)((double)p.n2 * fmin(1, (double)p.k1 / (double)p.n1 + below(100) / 5000.));
	swapped = (struct statistic_pair){ p.k2, p.n2, p.k1, p.n1 };
	near(statistic_pair_better(p) + statistic_pair_better(swapped), 1, 1e-9,
	    "one is better, big");
	near(statistic_pair_fisher(swapped), statistic_pair_fisher(p), 1e-9, "Fisher swapped, big");
}

static void
distributions(void)
{
	double p = exp(-(double)below(600)) * (1 + below(1000)) / 1001, x = below(290) / 8.;
	unsigned degrees = 1 + below(40);

	near(statistic_normal_cdf(statistic_normal_quantile(p)), p, 1e-11, "normal there and back");
	holds(fabs(statistic_normal_quantile(0.5 + p / 2) +
	    statistic_normal_quantile(0.5 - p / 2)) < 1e-9, "normal is symmetric");
	near(statistic_chi_tail(x * x, 1), 2 * statistic_normal_cdf(-x), 1e-11,
	    "chi-square is z squared");
	holds(statistic_chi_tail(x, degrees) <= statistic_chi_tail(x, degrees + 1) + 1e-15,
	    "chi-square grows with degrees");
}

static void
holm(void)
{
	double p[12], adjusted[12];
	size_t n = 1 + below(12), i, j;

	for (i = 0; i < n; i++)
		p[i] = below(20) / 100.;
	statistic_holm(p, adjusted, n);
	for (i = 0; i < n; i++) {
		holds(adjusted[i] >= p[i] && adjusted[i] <= 1 &&
		    adjusted[i] <= p[i] * (double)n + 1e-12,
		    "Holm between p and Bonferroni");
		for (j = 0; j < n; j++)
			holds(p[i] > p[j] || adjusted[i] <= adjusted[j], "Holm keeps the order");
	}
}

static void
survival(void)
{
	struct statistic_survival rows[20];
	size_t n = 1 + below(20), i;
	uint64_t all = 0, seen = 0;
	int64_t time;

	for (i = 0; i < n; i++) {
		rows[i] = (struct statistic_survival){ (int64_t)i * 3, below(4), 0, 0 };
		all += rows[i].events;
	}
	statistic_survival_fit(rows, n);        /* nobody censored: the plain share */
	for (i = 0; i < n; i++) {
		seen += rows[i].events;
		if (all > 0)
			near(rows[i].share, (double)seen / (double)all, 1e-12,
			    "survival uncensored");
		holds(statistic_survival_at(rows, n, (int64_t)i * 3 + 2) == rows[i].share,
		    "look-up");
		rows[i].censored = below(3);
	}
	statistic_survival_fit(rows, n);
	for (i = 0; i < n; i++)
		holds(rows[i].share >= (i ? rows[i - 1].share : 0) && rows[i].share <= 1,
		    "it only rises");
	if (statistic_survival_quantile(rows, n, 0.5, &time))
		holds(statistic_survival_at(rows, n, time) >= 0.5 &&
		    statistic_survival_at(rows, n, time - 1) < 0.5, "the median is the first");
}

static void
forecast(void)
{
	struct statistic_forecast cases[30];
	size_t n = below(31), i, j;
	double right = 0, all = 0, area, error;

	for (i = 0; i < n; i++)
		cases[i] = (struct statistic_forecast){ below(10) / 10., below(2) };
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			if (cases[i].came && !cases[j].came) {
				right += cases[i].score > cases[j].score ? 1 :
				    cases[i].score == cases[j].score ? 0.5 : 0;
				all++;
			}
	holds(statistic_forecast_auc(cases, n, &area, &error) == (all > 0),
	    "area when there are pairs");
	if (all > 0) {
		near(area, right / all, 1e-12, "area by pairs");
		holds(isnan(error) || (error >= 0 && error <= 1), "its error");
	}
}

int
main(int argc, char **argv)
{
	int i;

	law_start(argc, argv, 20260103);
	for (i = 0; i < 20000; i++) {
		pairs();
		distributions();
		holm();
		survival();
		forecast();
		if (i % 200 == 0)
			big_pairs();
	}
	return 0;
}
