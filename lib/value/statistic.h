/*
 * statistic - the few formulas leads need.  Pure; doubles; each names its source.
 */
#ifndef VALUE_STATISTIC_H
#define VALUE_STATISTIC_H

#include <stddef.h>
#include <stdint.h>

/* Wilson score interval for k of n at the 95 % level.  Wilson, JASA 22 (1927). */
void	statistic_wilson(uint64_t k, uint64_t n, double *low, double *high);

double	statistic_normal_cdf(double z);
double	statistic_normal_quantile(double p);    /* p in (0, 1) */

#endif
