/*
 * report - one list of measures, three ways to write it.
 */
#include "funnel/report.h"
#include "record/cell.h"
#include "value/statistic.h"
#include "value/text.h"

enum { MICRO = 1000000 };

/* What a row says, once for all formats. */
struct row {
	const struct funnel_stage *stage;
	struct str name;
	uint64_t from, all;             /* those in the stage before; those in the first */
	bool first;
	double low, high;               /* interval of the step */
	int64_t median;                 /* seconds, -1: not known */
};

static struct row
row_of(const struct path_plan *p, struct funnel_group *g, size_t i)
{
	struct row r = { .stage = &g->stage[i], .name = p->name[i], .first = i == 0 };

	r.from = i ? g->stage[i - 1].reached : r.stage->reached;
	r.all = g->stage[0].reached;
	statistic_wilson(r.stage->reached, r.from, &r.low, &r.high);
	r.median = spread_quantile(&g->stage[i].stay, 0.5);
	return r;
}

/* A share in millionths as a decimal: 0.385391, 1, 0. */
static void
share(struct buf *out, double value)
{
	int64_t micro = (int64_t)(value * MICRO + 0.5);
	struct number n = { micro, 6 };

	while (n.scale > 0 && n.units % 10 == 0) {
		n.units /= 10;
		n.scale--;
	}
	number_print(out, n);
}

static double
ratio(uint64_t k, uint64_t n)
{
	return n ? (double)k / (double)n : 0;
}

/* The parts of a key, "" shown as it is usual for a group without a value. */
static bool
part(struct str *rest, struct str *value)
{
	if (rest->n == 0)
		return false;
	*value = str_slice(*rest, 0, str_find(*rest, '\x1f'));
	*rest = str_slice(*rest, value->n + 1, rest->n);
	if (value->n == 0)
		*value = STR("(unknown)");
	return true;
}

static const char *const measures[] = { "reached", "step", "step_low", "step_high", "overall",
	"current", "lost", "skipped", "median_seconds" };
enum { MEASURES = sizeof measures / sizeof *measures };

/* The i-th measure of a row; nothing when it has none. */
static void
measure(struct buf *out, const struct row *r, size_t i)
{
	switch (i) {
	case 0: buf_int(out, (int64_t)r->stage->reached); break;
	case 1: case 2: case 3:
		if (!r->first && r->from != 0)
			share(out, i == 1 ? ratio(r->stage->reached, r->from) : i == 2 ? r->low : r->high);
		break;
	case 4:
		if (r->all != 0)
			share(out, ratio(r->stage->reached, r->all));
		break;
	case 5: buf_int(out, (int64_t)r->stage->current); break;
	case 6: buf_int(out, (int64_t)r->stage->lost); break;
	case 7: buf_int(out, (int64_t)r->stage->skipped); break;
	default:
		if (r->median >= 0)
			buf_int(out, r->median);
	}
}

void
report_csv(struct buf *out, struct funnel *f, const struct report_style *style)
{
	const struct cell_style cell = { .delimiter = style->delimiter };
	const uint32_t *order = funnel_order(f);
	struct str value;
	size_t i, s, m;
	uint32_t g;

	for (i = 0; i < style->bys; i++) {
		cell_csv_text(out, &f->arena, &cell, style->by[i]);
		buf_byte(out, style->delimiter);
	}
	buf_str(out, STR("stage"));
	for (m = 0; m < MEASURES; m++) {
		buf_byte(out, style->delimiter);
		buf_str(out, str_of(measures[m]));
	}
	buf_byte(out, '\n');
	for (g = 0; g < f->keys.count; g++)
		for (s = 0; s < style->plan->stages; s++) {
			struct row r = row_of(style->plan, f->group[order[g]], s);
			struct str rest = f->keys.entry[order[g]].key;

			while (part(&rest, &value)) {
				cell_csv_text(out, &f->arena, &cell, value);
				buf_byte(out, style->delimiter);
			}
			cell_csv_text(out, &f->arena, &cell, r.name);
			for (m = 0; m < MEASURES; m++) {
				buf_byte(out, style->delimiter);
				measure(out, &r, m);
			}
			buf_byte(out, '\n');
		}
}

void
report_json(struct buf *out, struct funnel *f, const struct report_style *style)
{
	const uint32_t *order = funnel_order(f);
	struct str value;
	size_t i, s, m, before;
	uint32_t g;

	buf_byte(out, '[');
	for (g = 0; g < f->keys.count; g++)
		for (s = 0; s < style->plan->stages; s++) {
			struct row r = row_of(style->plan, f->group[order[g]], s);
			struct str rest = f->keys.entry[order[g]].key;

			buf_str(out, g + s ? STR(",\n{") : STR("\n{"));
			for (i = 0; part(&rest, &value); i++) {
				cell_json_text(out, style->by[i]);
				buf_byte(out, ':');
				cell_json_text(out, value);
				buf_byte(out, ',');
			}
			buf_str(out, STR("\"stage\":"));
			cell_json_text(out, r.name);
			for (m = 0; m < MEASURES; m++) {
				buf_printf(out, ",\"%s\":", measures[m]);
				before = out->n;
				measure(out, &r, m);
				if (out->n == before)
					buf_str(out, STR("null"));
			}
			buf_byte(out, '}');
		}
	buf_str(out, f->keys.count ? STR("\n]\n") : STR("]\n"));
}
