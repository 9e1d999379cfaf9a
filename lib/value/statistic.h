/*
 * statistic - the few formulas leads need.  Pure; doubles; each names its source.
 *
 * Intervals are at the 95 % level.  Nothing here allocates or keeps anything; what needs an
 * order sorts the caller's array in place.
 */
#ifndef VALUE_STATISTIC_H
#define VALUE_STATISTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Wilson score interval for k of n at the 95 % level; 0 to 1 when n is 0.
 * Wilson, JASA 22 (1927). */
void	statistic_wilson(uint64_t k, uint64_t n, double *low, double *high);

double	statistic_normal_cdf(double z);
double	statistic_normal_quantile(double p);    /* p in (0, 1), to the last digits */

/* Sales velocity, money a day: opportunities * win rate * value / length of the cycle. */
double	statistic_velocity(double opportunities, double win_rate, double value, double days);

/* Adjust `count` p values for having asked that many questions; `adjusted` may not be `p`.
 * Holm, Scandinavian Journal of Statistics 6 (1979). */
void	statistic_holm(const double *p, double *adjusted, size_t count);

/* Two shares, k1 of n1 and k2 of n2; the second against the first. */
struct statistic_pair {
	uint64_t k1, n1, k2, n2;
};

/* k2/n2 - k1/n1 and its interval; NAN, -1 and 1 when there is no n1 or no n2.
 * Newcombe, Statistics in Medicine 17 (1998), method 10. */
void	statistic_pair_interval(struct statistic_pair pair, double *difference, double *low,
	    double *high);
/* Two-sided p of "the shares are equal": by the pooled z test, for large counts, and by Fisher's
 * exact test (all tables at most as probable as this one), for any.  1 when nothing can differ. */
double	statistic_pair_z(struct statistic_pair pair);
double	statistic_pair_fisher(struct statistic_pair pair);
/* The probability that the second share is the greater one, from uniform priors: of two
 * independent Beta(k + 1, n - k + 1).  A sum of k2 + 1 terms; ten digits up to n = 10^5. */
double	statistic_pair_better(struct statistic_pair pair);

/* The upper tail of chi-square with 1 to 1000 degrees of freedom.
 * Abramowitz and Stegun (1964), 26.4.4 and 26.4.5. */
double	statistic_chi_tail(double x, unsigned degrees);
/* Pearson's p of "the observed counts follow these shares", which add up to 1: a small one
 * means that an experiment's arms were not filled as planned.  1 when there is no count. */
double	statistic_chi_mismatch(const uint64_t *observed, const double *share, size_t count);

/* What happened after `time`: to how many the event, how many were last seen without it. */
struct statistic_survival {
	int64_t time;
	uint64_t events;
	uint64_t censored;
	double share;                   /* filled in: to whom the event happened by then */
};

/* Kaplan and Meier, JASA 53 (1958).  Rows in rising order of time, no time twice. */
void	statistic_survival_fit(struct statistic_survival *rows, size_t count);
double	statistic_survival_at(const struct statistic_survival *rows, size_t count, int64_t time);
/* The first time at which the share is at least `share`; false when it never is. */
bool	statistic_survival_quantile(const struct statistic_survival *rows, size_t count,
	    double share, int64_t *time);

/* What was forecast and what came. */
struct statistic_forecast {
	double score;                   /* for the losses a probability, 0 to 1 */
	bool came;
};

/* The area under the ROC curve, ties half, and its standard error; sorts the cases by score.
 * False when all or none came.  The error is NAN when only one did, or only one did not.
 * DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988). */
bool	statistic_forecast_auc(struct statistic_forecast *cases, size_t count, double *area,
	    double *error);
/* Means over the cases, NAN without any: -ln of the probability given to what came (a
 * probability of 0 counts as 1e-15), and the squared distance (Brier, 1950). */
double	statistic_forecast_log_loss(const struct statistic_forecast *cases, size_t count);
double	statistic_forecast_brier(const struct statistic_forecast *cases, size_t count);

#endif
