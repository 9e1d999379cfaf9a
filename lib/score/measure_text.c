/*
 * measure_text - the report as text.
 */
#include <math.h>

#include "score/measure_report.h"
#include "value/text.h"

/* As wide as `width` columns of a terminal, cut where it is longer. */
static void
cell(struct buf *b, struct str text, size_t width)
{
	struct arena a = { 0 };
	size_t n;

	text = text_visible(&a, text);
	while (text_width(text) > width) {
		/* never in the middle of a character */
		for (n = text.n - 1; n > 0 && ((unsigned char)text.p[n] & 0xc0) == 0x80; n--)
			continue;
		text.n = n;
	}
	buf_str(b, text);
	for (n = text_width(text); n < width; n++)
		buf_byte(b, ' ');
	arena_free(&a);
}

static void
points(struct buf *b, int64_t thousandths)
{
	struct buf one = { 0 };

	if (thousandths > 0)
		buf_byte(&one, '+');
	number_print_points(&one, thousandths);
	buf_printf(b, "%9.*s", STR_ARG(buf_text(&one)));
	buf_free(&one);
}

static void
head(struct buf *b, const struct measure_report *r)
{
	const struct measure *m = r->measure;

	buf_printf(b, "%zu leads, %zu of them with %.*s (%.2f %%)\n", r->rows, r->came,
	    STR_ARG(r->outcome), r->rows ? 100.0 * (double)r->came / (double)r->rows : 0);
	buf_printf(b, "measured on %zu of them, %zu with the outcome: %.*s\n\n", m->rows, m->came,
	    STR_ARG(r->split));
	buf_printf(b, "%-22s %7s  %-15s %9s %8s %12s\n", "", "AUC", "95 % interval", "log-loss",
	    "Brier", "calibration");
}

static void
measures(struct buf *b, const struct measure_report *r)
{
	const struct measure *m;
	size_t i;

	for (i = 0; i < r->measures; i++) {
		m = &r->measure[i];
		buf_printf(b, "%-22s %7.4f", m->name, m->area);
		if (isnan(m->area_error))
			buf_printf(b, "  %-15s", "");
		else
			buf_printf(b, "  %.4f to %.4f", fmax(m->area - 1.96 * m->area_error, 0),
			    fmin(m->area + 1.96 * m->area_error, 1));
		buf_printf(b, " %9.4f %8.4f %12.4f\n", m->loss, m->brier, m->calibration);
	}
	m = r->measure;
	buf_printf(b, "%-22s %7.4f  %-15s %9.4f %8.4f\n", "the base rate", 0.5, "", m->base_loss,
	    m->base_brier);
	if (r->fitted)
		buf_printf(b, "The model has no calibration; fitted to these rows: intercept %.6f, "
		    "slope %.6f\n", r->intercept, r->slope);
	if (!measure_has_signal(m))
		buf_str(b, STR("\nNO SIGNAL: this is no better than saying the base rate to all.\n"));
}

static void
tenths(struct buf *b, const struct measure *m)
{
	double sum = 0, rate, base = m->rows ? (double)m->came / (double)m->rows : 0;
	size_t i;

	buf_printf(b, "\n%-10s %8s %8s %9s %9s %6s %10s\n", "tenth", "leads", "came", "rate",
	    "forecast", "lift", "of all");
	for (i = 0; i < MEASURE_TENTHS; i++) {
		const struct measure_tenth *t = &m->tenth[i];

		if (t->n <= 0)
			continue;
		sum += t->came;
		rate = t->came / t->n;
		buf_printf(b, "%-10zu %8.0f %8.0f %7.1f %% %7.1f %% %6.2f %8.1f %%\n", i + 1, t->n,
		    t->came, 100 * rate, 100 * t->expected / t->n, base > 0 ? rate / base : 0,
		    m->came ? 100 * sum / (double)m->came : 0);
	}
}

static void
capacity(struct buf *b, const struct measure_report *r)
{
	static const unsigned percent[] = { 5, 10, 20, 30, 50 };
	const struct measure *m = r->measure;
	size_t i;

	buf_byte(b, '\n');
	for (i = 0; i < sizeof percent / sizeof *percent; i++) {
		double share = percent[i] / 100.0, leads = share * (double)m->rows;

		if (r->weeks > 0)
			buf_printf(b, "work the best %.0f a week (%u %%)", leads / r->weeks, percent[i]);
		else
			buf_printf(b, "work the best %u %% (%.0f of %zu)", percent[i], leads, m->rows);
		buf_printf(b, ": %.0f %% of those that come\n", 100 * measure_captured(m, share));
	}
}

static void
bounds(struct buf *b, const struct train_level *l)
{
	if (l->has_low) {
		buf_byte(b, '>');
		number_print(b, l->low);
	}
	if (l->has_low && l->has_high)
		buf_byte(b, ' ');
	if (l->has_high) {
		buf_str(b, STR("<="));
		number_print(b, l->high);
	}
	if (!l->has_low && !l->has_high)
		buf_str(b, STR("(any)"));
}

static void
level_name(struct buf *b, const struct train_feature *f, size_t l)
{
	if (l == TRAIN_UNKNOWN)
		buf_str(b, f->column->part != TRAIN_PLAIN ? STR("(none)") : STR("(unknown)"));
	else if (f->column->part == TRAIN_ITEM)
		buf_str(b, STR("there"));
	else if (f->kind == TRAIN_NUMBER)
		bounds(b, &f->level[l]);
	else if (f->kind == TRAIN_WORD && l == f->rest)
		buf_str(b, STR("(other)"));
	else
		buf_str(b, f->level[l].word);
}

static void
levels(struct buf *b, const struct train_feature *f, double slope)
{
	struct buf name = { 0 };
	size_t l;

	buf_byte(b, '\n');
	cell(b, f->column->name, 60);
	buf_printf(b, "alone AUC %.3f%s\n", f->area,
	    f->rising ? ", rising" : f->falling ? ", falling" : "");
	for (l = 0; l < f->levels; l++) {
		const struct train_level *one = &f->level[l];

		if (one->n <= 0)
			continue;
		name.n = 0;
		level_name(&name, f, l);
		buf_str(b, STR("  "));
		cell(b, buf_text(&name), 36);
		buf_printf(b, "%8.0f %7.1f %% ", one->n, 100 * one->came / one->n);
		points(b, one->points);
		buf_printf(b, "  ± %.1f\n", slope > 0 ? one->error / slope : 0);
	}
	buf_free(&name);
}

static void
columns(struct buf *b, const struct train_fit *f)
{
	size_t i, n = 0;

	buf_printf(b, "\nPoints, learned from %zu rows (20 points double the odds; ± one standard "
	    "error):\n%-38s%8s %9s %9s\n", f->rows, "", "leads", "came", "points");
	for (i = 0; i < f->features; i++)
		if (f->feature[i].why == TRAIN_USED && f->feature[i].a == NULL)
			levels(b, &f->feature[i], f->slope);
	for (i = 0; i < f->features; i++)
		if (f->feature[i].a != NULL) {
			buf_str(b, n++ ? STR(", ") : STR("\nPairs that say more than their columns: "));
			buf_printf(b, "%.*s by %.*s", STR_ARG(f->feature[i].b->column->name),
			    STR_ARG(f->feature[i].a->column->name));
		}
	buf_str(b, n ? STR("\n") : STR(""));
}

static bool
is_leak(enum train_why why)
{
	return why == TRAIN_LEAK_AUC || why == TRAIN_LEAK_FILLED || why == TRAIN_LEAK_PURE ||
	    why == TRAIN_LEAK_LATER;
}

static void
left_out(struct buf *b, const struct train_fit *f)
{
	bool any = false;
	size_t i;

	for (i = 0; i < f->features; i++) {
		const struct train_feature *one = &f->feature[i];

		if (one->why == TRAIN_USED)
			continue;
		buf_str(b, any ? STR("  ") : STR("\nLeft out (--keep-column brings back):\n  "));
		any = true;
		cell(b, one->column->name, 36);
		buf_printf(b, "  %s", train_why_text(one->why));
		if (is_leak(one->why))
			buf_printf(b, ": AUC %.3f", one->area);
		if (one->pure.n != 0)
			buf_printf(b, ", \"%.*s\"", STR_ARG(one->pure));
		buf_byte(b, '\n');
	}
	for (any = false, i = 0; i < f->features; i++) {
		const struct train_feature *one = &f->feature[i];

		if (one->why != TRAIN_USED || one->area < 0.7 || one->a != NULL)
			continue;
		buf_str(b, any ? STR("  ") : STR("\nStrong alone: known before the outcome? "
		    "(--drop-column leaves out)\n  "));
		any = true;
		cell(b, one->column->name, 36);
		buf_printf(b, "  AUC %.3f\n", one->area);
	}
}

const char *
measure_drift_word(double index)
{
	return index < 0.1 ? "" : index < 0.25 ? "  shifted" : "  OTHER LEADS";
}

static void
drift(struct buf *b, const struct measure_report *r)
{
	size_t i;

	buf_str(b, STR("\nDrift (population stability index):\n"));
	for (i = 0; i < r->drifts; i++) {
		buf_str(b, STR("  "));
		cell(b, r->drift[i].name, 36);
		buf_printf(b, "%8.4f%s\n", r->drift[i].index, measure_drift_word(r->drift[i].index));
	}
}

void
measure_text(struct buf *b, const struct measure_report *r)
{
	head(b, r);
	measures(b, r);
	tenths(b, r->measure);
	capacity(b, r);
	if (r->fit != NULL) {
		left_out(b, r->fit);
		columns(b, r->fit);
	}
	if (r->drifts != 0)
		drift(b, r);
}
