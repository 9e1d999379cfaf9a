/* statistic - against vectors made by scipy and numpy, and tabulated values. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "base/str.h"
#include "value/statistic.h"

enum { MOST = 64 };

/* The same but for this part of it. */
#define NEAR(got, want, part) ck_assert_double_eq_tol((got), (want), fabs(want) * (part) + 1e-300)

START_TEST(normal_distribution)
{
	/* Wichura's test values for PPND16 (Applied Statistics 37, 1988), and the usual 1.96. */
	NEAR(statistic_normal_quantile(0.25), -0.6744897501960817, 1e-14);
	NEAR(statistic_normal_quantile(0.001), -3.090232306167814, 1e-14);
	NEAR(statistic_normal_quantile(1e-20), -9.262340089798408, 1e-14);
	NEAR(statistic_normal_quantile(0.975), 1.959963984540054, 1e-14);
	ck_assert(fabs(statistic_normal_quantile(0.5)) < 1e-15);
	NEAR(statistic_normal_cdf(0), 0.5, 0);
	NEAR(statistic_normal_cdf(1), 0.8413447460685429, 1e-14);
	NEAR(statistic_normal_cdf(-8), 6.220960574271784e-16, 1e-12);
}
END_TEST

START_TEST(chi_square)
{
	/* The usual critical values, and exp(-x/2) for two degrees. */
	NEAR(statistic_chi_tail(3.841458820694124, 1), 0.05, 1e-12);
	NEAR(statistic_chi_tail(5.991464547107979, 2), 0.05, 1e-12);
	NEAR(statistic_chi_tail(7.814727903251179, 3), 0.05, 1e-12);
	NEAR(statistic_chi_tail(18.30703805327515, 10), 0.05, 1e-12);
	NEAR(statistic_chi_tail(100, 2), exp(-50), 1e-12);
	NEAR(statistic_chi_tail(0, 5), 1., 0);
	NEAR(statistic_chi_tail(INFINITY, 1), 0., 0);
	NEAR(statistic_chi_tail(INFINITY, 3), 0., 0);
	ck_assert(statistic_chi_mismatch((uint64_t[]){ 5, 1 }, (double[]){ 1, 0 }, 2) == 0);
	ck_assert(statistic_chi_mismatch((uint64_t[]){ 5, 0 }, (double[]){ 1, 0 }, 2) == 1);
	ck_assert(statistic_chi_mismatch((uint64_t[]){ 0, 0 }, (double[]){ 0.5, 0.5 }, 2) == 1);
}
END_TEST

START_TEST(nothing_to_go_by)
{
	static const struct statistic_pair empty = { 0, 0, 0, 0 }, half = { 1, 2, 0, 0 };
	struct statistic_forecast won[] = { { 0.5, true }, { 0.6, true }, { 0.2, false } };
	double difference, low, high;
	int64_t time;

	statistic_wilson(0, 0, &low, &high);
	ck_assert(low == 0 && high == 1);
	statistic_pair_interval(half, &difference, &low, &high);
	ck_assert(isnan(difference) && low == -1 && high == 1);
	ck_assert(statistic_pair_z(empty) == 1 && statistic_pair_z(half) == 1);
	ck_assert(statistic_pair_fisher(empty) == 1 && statistic_pair_fisher(half) == 1);
	NEAR(statistic_pair_better(empty), 0.5, 1e-12);
	ck_assert(statistic_pair_z((struct statistic_pair){ 0, 5, 0, 9 }) == 1);
	ck_assert(statistic_pair_z((struct statistic_pair){ 5, 5, 9, 9 }) == 1);
	ck_assert(!statistic_forecast_auc(won, 2, &low, &high));
	ck_assert(!statistic_forecast_auc(won, 0, &low, &high));
	ck_assert(statistic_forecast_auc(won, 3, &low, &high) && low == 1 && isnan(high));
	ck_assert(isnan(statistic_forecast_brier(won, 0)));
	ck_assert(statistic_survival_at(NULL, 0, 5) == 0);
	ck_assert(!statistic_survival_quantile(NULL, 0, 0.5, &time));
}
END_TEST

/* Fisher's own lady: 3 of 4 cups right on either side is p = 34/70. */
START_TEST(tea)
{
	NEAR(statistic_pair_fisher((struct statistic_pair){ 3, 4, 1, 4 }), 34. / 70, 1e-14);
	NEAR(statistic_pair_fisher((struct statistic_pair){ 4, 4, 0, 4 }), 2. / 70, 1e-14);
}
END_TEST

static size_t
list(struct str s, char separator, double *values)
{
	struct str part;
	char text[64];
	size_t n = 0;

	while (str_split(&s, separator, &part)) {
		ck_assert(n < MOST && part.n < sizeof text);
		memcpy(text, part.p, part.n);
		text[part.n] = '\0';
		values[n++] = strtod(text, NULL);
	}
	return n;
}

static void
check_pair(const double *v)
{
	struct statistic_pair pair = { (uint64_t)v[0], (uint64_t)v[1], (uint64_t)v[2],
		(uint64_t)v[3] };
	double difference, low, high;

	statistic_pair_interval(pair, &difference, &low, &high);
	NEAR(difference, v[4], 1e-9);
	NEAR(low, v[5], 1e-8);
	NEAR(high, v[6], 1e-9);
	NEAR(statistic_pair_z(pair), v[7], 1e-9);
	NEAR(statistic_pair_fisher(pair), v[8], 1e-9);
	NEAR(statistic_pair_better(pair), v[9], 1e-9);
}

static int
by_time(const void *a, const void *b)
{
	const struct statistic_survival *left = a, *right = b;

	return (left->time > right->time) - (left->time < right->time);
}

static void
check_survival(struct str leads, struct str probes, struct str shares, struct str median)
{
	struct statistic_survival rows[MOST];
	double days[MOST], want[MOST];
	size_t n = 0, i, kept = 0;
	struct str lead;
	int64_t time;

	while (str_split(&leads, ' ', &lead)) {
		int64_t day = strtoll(lead.p, NULL, 10);
		bool event = lead.p[lead.n - 1] == '1';

		rows[n++] = (struct statistic_survival){ day, event, !event, 0 };
	}
	qsort(rows, n, sizeof *rows, by_time);
	for (i = 1; i < n; i++)
		if (rows[i].time == rows[kept].time) {
			rows[kept].events += rows[i].events;
			rows[kept].censored += rows[i].censored;
		} else {
			rows[++kept] = rows[i];
		}
	n = kept + 1;
	statistic_survival_fit(rows, n);
	list(shares, ',', want);
	for (i = list(probes, ',', days); i-- > 0;)
		NEAR(statistic_survival_at(rows, n, (int64_t)days[i]), want[i], 1e-9);
	ck_assert(statistic_survival_quantile(rows, n, 0.5, &time) != str_is(median, "-"));
	if (!str_is(median, "-"))
		ck_assert_int_eq(time, strtoll(median.p, NULL, 10));
}

static void
check_forecast(struct str scores, struct str outcomes, const double *want)
{
	struct statistic_forecast cases[MOST];
	double score[MOST], area, error;
	size_t n = list(scores, ',', score), i;

	ck_assert_uint_eq(n, outcomes.n);
	for (i = 0; i < n; i++)
		cases[i] = (struct statistic_forecast){ score[i], outcomes.p[i] == '1' };
	NEAR(statistic_forecast_log_loss(cases, n), want[0 + 2], 1e-9);
	NEAR(statistic_forecast_brier(cases, n), want[1 + 2], 1e-9);
	ck_assert(statistic_forecast_auc(cases, n, &area, &error));
	NEAR(area, want[0], 1e-9);
	NEAR(error, want[1], 1e-9);
}

static void
check_lists(struct str kind, struct str first, struct str second, struct str p)
{
	double in[MOST], want[MOST], got[MOST], wanted_p;
	uint64_t observed[MOST];
	size_t n = list(first, ',', in), i;

	ck_assert_uint_eq(list(second, ',', want), n);
	if (str_is(kind, "holm")) {
		statistic_holm(in, got, n);
		for (i = 0; i < n; i++)
			NEAR(got[i], want[i], 1e-9);
		return;
	}
	for (i = 0; i < n; i++)
		observed[i] = (uint64_t)in[i];
	list(p, ',', &wanted_p);
	NEAR(statistic_chi_mismatch(observed, want, n), wanted_p, 1e-9);
}

static void
check_line(struct str line)
{
	struct str f[16] = { { NULL, 0 } };
	double v[MOST], low, high;
	size_t n = 0, i;

	while (n < 16 && str_split(&line, '\t', &f[n]))
		n++;
	if (str_is(f[0], "wilson95")) {
		for (i = 1; i < n; i++)
			list(f[i], ',', v + i);
		statistic_wilson((uint64_t)v[1], (uint64_t)v[2], &low, &high);
		ck_assert_msg(fabs(low - v[3]) < 1e-9 && fabs(high - v[4]) < 1e-9, "%.12g", low);
		NEAR(low, v[3], 1e-9);
		NEAR(high, v[4], 1e-9);
	} else if (str_is(f[0], "ab")) {
		for (i = 1; i < n; i++)
			list(f[i], ',', v + i - 1);
		check_pair(v);
	} else if (str_is(f[0], "km")) {
		check_survival(f[1], f[2], f[3], f[4]);
	} else if (str_is(f[0], "auc")) {
		for (i = 3; i < n; i++)
			list(f[i], ',', v + i - 3);
		check_forecast(f[1], f[2], v);
	} else if (str_is(f[0], "velocity")) {
		for (i = 1; i < n; i++)
			list(f[i], ',', v + i);
		NEAR(statistic_velocity(v[1], v[2], v[3], v[4]), v[5], 1e-12);
	} else {
		ck_assert(str_is(f[0], "holm") || str_is(f[0], "srm"));
		check_lists(f[0], f[1], f[2], f[3]);
	}
}

START_TEST(vectors)
{
	FILE *file = fopen("tests/data/statistics.tsv", "r");
	char line[2048];
	int lines = 0;

	ck_assert_ptr_nonnull(file);
	while (fgets(line, sizeof line, file) != NULL)
		if (line[0] != '#') {
			check_line(str_trim(str_of(line)));
			lines++;
		}
	fclose(file);
	ck_assert_int_eq(lines, 51);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("statistic");

	tcase_add_test(t, normal_distribution);
	tcase_add_test(t, chi_square);
	tcase_add_test(t, nothing_to_go_by);
	tcase_add_test(t, tea);
	tcase_add_test(t, vectors);
	return unit_run("statistic", t);
}
