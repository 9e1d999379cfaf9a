/*
 * funnel_arm - an experiment: the arms' conversion against the control's.
 *
 * The chance to be best is from uniform priors: Beta densities of all arms on one grid, each
 * times the chance that the others are below.
 */
#include <math.h>

#include "funnel/funnel_report.h"

enum { ARMS = 64, GRID = 8192, ENOUGH = 30, FEW = 5, EXACT = 10000 };

struct arm {
	struct str name;
	uint64_t leads, converted;
	double best;
	double p, adjusted;
	bool judged;                    /* large enough for a verdict */
};

struct experiment {
	struct arm arm[ARMS];           /* the control first */
	size_t n;
};

static bool
large(const struct arm *a)
{
	return a->leads >= ENOUGH && a->converted >= FEW && a->leads - a->converted >= FEW;
}

static struct statistic_pair
pair_of(const struct experiment *x, size_t i)
{
	return (struct statistic_pair){ x->arm[0].converted, x->arm[0].leads, x->arm[i].converted,
		x->arm[i].leads };
}

/* Where nearly all of the density of any arm is. */
static void
range(const struct experiment *x, double *from, double *until)
{
	size_t i;

	*from = 1;
	*until = 0;
	for (i = 0; i < x->n; i++) {
		double a = (double)x->arm[i].converted + 1;
		double b = (double)(x->arm[i].leads - x->arm[i].converted) + 1;
		double mean = a / (a + b), spread = sqrt(a * b / (a + b + 1)) / (a + b);

		*from = fmin(*from, fmax(0, mean - 12 * spread));
		*until = fmax(*until, fmin(1, mean + 12 * spread));
	}
}

/* An arm's probability in each cell of the grid, adding up to 1. */
static void
density(const struct arm *a, double from, double width, double *cell)
{
	double yes = (double)a->converted, no = (double)(a->leads - a->converted), top = -INFINITY, sum = 0;
	size_t i;

	for (i = 0; i < GRID; i++) {
		double x = from + ((double)i + 0.5) * width;

		cell[i] = yes * log(x) + no * log1p(-x);
		top = fmax(top, cell[i]);
	}
	for (i = 0; i < GRID; i++)
		sum += cell[i] = exp(cell[i] - top);
	for (i = 0; i < GRID; i++)
		cell[i] /= sum;
}

static void
find_best(struct experiment *x, struct arena *a)
{
	double from, until, *cell, *product, *below, sum = 0;
	size_t i, k;

	cell = arena_array(a, x->n * GRID, sizeof *cell);
	product = arena_array(a, GRID, sizeof *product);
	below = arena_array(a, x->n, sizeof *below);
	range(x, &from, &until);
	for (i = 0; i < x->n; i++)
		density(&x->arm[i], from, (until - from) / GRID, cell + i * GRID);
	for (k = 0; k < GRID; k++)
		for (i = 0; i < x->n; i++) {
			size_t other;
			double chance = cell[i * GRID + k];

			/* Half of the others' own cell is below. */
			for (other = 0; other < x->n && chance > 0; other++)
				if (other != i)
					chance *= below[other] + cell[other * GRID + k] / 2;
			x->arm[i].best += chance;
			if (i + 1 == x->n)
				for (other = 0; other < x->n; other++)
					below[other] += cell[other * GRID + k];
		}
	for (i = 0; i < x->n; i++)
		sum += x->arm[i].best;
	for (i = 0; i < x->n; i++)
		x->arm[i].best /= sum;
	if (x->n == 2) {
		x->arm[1].best = statistic_pair_better(pair_of(x, 1));
		x->arm[0].best = 1 - x->arm[1].best;
	}
}

static void
test(struct experiment *x)
{
	double p[ARMS], adjusted[ARMS];
	size_t i;

	for (i = 1; i < x->n; i++) {
		struct statistic_pair pair = pair_of(x, i);

		p[i - 1] = pair.n1 + pair.n2 <= EXACT ? statistic_pair_fisher(pair) :
		    statistic_pair_z(pair);
		x->arm[i].judged = large(&x->arm[0]) && large(&x->arm[i]);
	}
	statistic_holm(p, adjusted, x->n - 1);
	for (i = 1; i < x->n; i++) {
		x->arm[i].p = p[i - 1];
		x->arm[i].adjusted = adjusted[i - 1];
	}
}

/* How many leads more an arm needs for a difference like this to show in four cases of five. */
static double
still_needed(struct statistic_pair pair)
{
	double a = (double)pair.k1 / (double)pair.n1, b = (double)pair.k2 / (double)pair.n2;
	double mean = (a + b) / 2, root, n;

	if (a == b)
		return NAN;
	root = statistic_normal_quantile(0.975) * sqrt(2 * mean * (1 - mean)) +
	    statistic_normal_quantile(0.8) * sqrt(a * (1 - a) + b * (1 - b));
	n = ceil(root * root / ((a - b) * (a - b)));
	return fmax(0, n - (double)(pair.n1 < pair.n2 ? pair.n1 : pair.n2));
}

/* Katz and others, Biometrics 34 (1978): the logarithm of the ratio is nearly normal. */
static void
ratio(struct report_table *t, struct statistic_pair p)
{
	double value, half;

	if (p.k1 == 0 || p.k2 == 0 || p.n1 == 0 || p.n2 == 0) {
		report_gap(t);
		return;
	}
	value = (double)p.k2 / (double)p.n2 / ((double)p.k1 / (double)p.n1);
	half = statistic_normal_quantile(0.975) * sqrt(1 / (double)p.k1 - 1 / (double)p.n1 +
	    1 / (double)p.k2 - 1 / (double)p.n2);
	report_range(t, value, value * exp(-half), value * exp(half));
}

static void
control_line(struct report_table *t, const struct arm *a)
{
	int i;

	report_text(t, a->name);
	report_number(t, (int64_t)a->leads);
	report_number(t, (int64_t)a->converted);
	report_rate(t, a->converted, a->leads);
	for (i = 0; i < 4; i++)
		report_gap(t);
	report_real(t, a->best);
	report_gap(t);
	report_text(t, STR("control"));
}

static void
arm_line(struct report_table *t, const struct experiment *x, size_t i)
{
	const struct arm *a = &x->arm[i];
	struct statistic_pair pair = pair_of(x, i);
	double difference, low, high, needed = a->judged ? still_needed(pair) : NAN;

	report_text(t, a->name);
	report_number(t, (int64_t)a->leads);
	report_number(t, (int64_t)a->converted);
	report_rate(t, a->converted, a->leads);
	statistic_pair_interval(pair, &difference, &low, &high);
	report_range(t, difference, low, high);
	ratio(t, pair);
	report_real(t, a->p);
	report_real(t, a->adjusted);
	report_real(t, a->best);
	if (isnan(needed) || needed > 1e15)
		report_gap(t);
	else
		report_number(t, (int64_t)needed);
	report_text(t, !a->judged ? STR("too few") : a->adjusted >= 0.05 ? STR("no difference shown") :
	    difference > 0 ? STR("better") : STR("worse"));
}

static void
sentence(struct buf *b, const struct experiment *x, size_t i)
{
	const struct arm *a = &x->arm[i], *c = &x->arm[0];
	double difference, low, high;

	statistic_pair_interval(pair_of(x, i), &difference, &low, &high);
	buf_printf(b, "%.*s against %.*s: ", STR_ARG(a->name), STR_ARG(c->name));
	if (!a->judged) {
		buf_printf(b, "no verdict, each arm needs %d leads, %d that converted and %d that did "
		    "not. ", ENOUGH, FEW, FEW);
		return;
	}
	report_percent(b, (double)a->converted / (double)a->leads);
	buf_str(b, STR(" converted instead of "));
	report_percent(b, (double)c->converted / (double)c->leads);
	buf_printf(b, ", a difference of %+.1f points (%+.1f to %+.1f), ", difference * 100, low * 100,
	    high * 100);
	buf_str(b, a->adjusted < 0.05 ? STR("more than chance explains. ") :
	    STR("which may be chance. "));
}

static void
mismatch(struct buf *b, const struct experiment *x)
{
	uint64_t leads[ARMS];
	double share[ARMS], p;
	size_t i;

	for (i = 0; i < x->n; i++) {
		leads[i] = x->arm[i].leads;
		share[i] = 1 / (double)x->n;
	}
	p = statistic_chi_mismatch(leads, share, x->n);
	if (p < 0.001)
		buf_printf(b, "The arms are not of one size, and that is no accident (p = %.2g): mend the "
		    "experiment before you believe it. ", p);
}

/* The arms of the store, the control in front; the others by name. */
static bool
gather(struct funnel_report *r, struct experiment *x)
{
	struct store *s = &r->funnel->store[FUNNEL_ARMS];
	const uint32_t *order = store_order(s);
	struct arm swap;
	struct str key, name;
	uint32_t i;
	size_t k, at = 0;

	for (i = 0; i < s->keys.count; i++) {
		key = s->keys.entry[order[i]].key;
		store_part(&key, &name);
		if (name.n == 0)
			continue;
		if (x->n == ARMS)
			return false;
		if (str_eq(name, r->control))
			at = x->n;
		x->arm[x->n++] = (struct arm){ .name = name,
			.leads = (uint64_t)s->row[order[i]].number[0],
			.converted = (uint64_t)s->row[order[i]].number[1] };
	}
	for (k = at; k > 0; k--) {
		swap = x->arm[k];
		x->arm[k] = x->arm[k - 1];
		x->arm[k - 1] = swap;
	}
	return x->n >= 2;
}

int
funnel_arm_check(const struct funnel_report *r, struct err *e)
{
	const struct map *arms = &r->funnel->store[FUNNEL_ARMS].keys;
	struct str key = arena_printf(r->report->arena, "%.*s%c", STR_ARG(r->control), STORE_END);

	if (r->control.n == 0 || arms->count == 0 || map_find(arms, key) != MAP_NONE)
		return 0;
	return err_set(e, ERR_CONFIG, PLACE_NONE, "--control: no lead is in the arm \"%.*s\"",
	    STR_ARG(r->control));
}

static const struct {
	const char *name, *label;
	enum report_kind kind;
} columns[] = {
	{ "arm", "arm", REPORT_TEXT }, { "leads", "leads", REPORT_COUNT },
	{ "converted", "converted", REPORT_COUNT }, { "rate", "rate", REPORT_RATE },
	{ "difference", "difference", REPORT_RATE }, { "ratio", "ratio", REPORT_RATIO },
	{ "p", "p", REPORT_REAL }, { "p_adjusted", "p (Holm)", REPORT_REAL },
	{ "best", "best", REPORT_SHARE }, { "needed", "still needed", REPORT_COUNT },
	{ "verdict", "verdict", REPORT_TEXT },
};

void
funnel_report_arms(struct funnel_report *r)
{
	struct report_table *t = report_add(r->report, "experiment", "Experiment");
	struct experiment *x = arena_alloc(r->report->arena, sizeof *x);
	struct buf note = { 0 };
	size_t i;

	t->chart = REPORT_INTERVALS;
	for (i = 0; i < sizeof columns / sizeof *columns; i++)
		report_column(t, str_of(columns[i].name), str_of(columns[i].label), columns[i].kind);
	if (!gather(r, x)) {
		t->note = STR("An experiment has two to 64 arms.");
		return;
	}
	find_best(x, r->report->arena);
	test(x);
	control_line(t, &x->arm[0]);
	for (i = 1; i < x->n; i++) {
		arm_line(t, x, i);
		sentence(&note, x, i);
	}
	mismatch(&note, x);
	t->note = arena_copy(r->report->arena, str_trim(buf_text(&note)));
	buf_free(&note);
}
