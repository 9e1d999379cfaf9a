/*
 * report_table - the funnel for people: one line a stage, a bar for its share of all.
 */
#include "funnel/report.h"
#include "value/date.h"
#include "value/statistic.h"
#include "value/text.h"

enum { BAR = 20, NAME_MOST = 32 };

static void
pad(struct buf *out, struct str s, size_t width, bool right)
{
	size_t have = text_width(s);

	for (; right && have < width; have++)
		buf_byte(out, ' ');
	buf_str(out, s);
	for (; !right && have < width; have++)
		buf_byte(out, ' ');
}

/* 12,345 */
static void
grouped(struct buf *out, uint64_t n, size_t width)
{
	char text[32];
	size_t at = sizeof text, digits = 0;

	do {
		if (digits != 0 && digits % 3 == 0)
			text[--at] = ',';
		text[--at] = (char)('0' + n % 10);
		digits++;
	} while ((n /= 10) != 0);
	pad(out, (struct str){ text + at, sizeof text - at }, width, true);
}

/* "38.5 %", to the tenth. */
static void
percent(struct buf *out, double share, size_t width)
{
	struct buf b = { 0 };
	int64_t tenths = (int64_t)(share * 1000 + 0.5);

	buf_int(&b, tenths / 10);
	buf_byte(&b, '.');
	buf_int(&b, tenths % 10);
	buf_str(&b, STR(" %"));
	pad(out, buf_text(&b), width, true);
	buf_free(&b);
}

static void
bar(struct buf *out, double share)
{
	static const char *const part[] = { "", "\u258f", "\u258e", "\u258d", "\u258c", "\u258b", "\u258a",
		"\u2589" };
	int eighths = (int)(share * BAR * 8 + 0.5), i;

	if (eighths == 0 && share > 0)
		eighths = 1;
	for (i = 0; i < eighths / 8; i++)
		buf_str(out, STR("\u2588"));
	buf_str(out, str_of(part[eighths % 8]));
}

static void
stage_line(struct buf *out, const struct report_style *style, struct funnel_group *g, size_t i,
    size_t width)
{
	const struct funnel_stage *s = &g->stage[i];
	uint64_t all = g->stage[0].reached, from = i ? g->stage[i - 1].reached : 0;
	int64_t median = spread_quantile(&g->stage[i].stay, 0.5);
	double low, high;
	struct buf b = { 0 };

	buf_str(out, STR("  "));
	pad(out, style->plan->name[i], width, false);
	grouped(out, s->reached, 11);
	percent(out, all ? (double)s->reached / (double)all : 0, 10);
	if (from != 0) {
		statistic_wilson(s->reached, from, &low, &high);
		percent(out, (double)s->reached / (double)from, 10);
		buf_printf(&b, "%d\u2013%d %%", (int)(low * 100 + 0.5), (int)(high * 100 + 0.5));
	} else
		pad(out, STR(""), 10, true);
	pad(out, buf_text(&b), 10, true);
	b.n = 0;
	if (median >= 0)
		date_print_span(&b, median);
	pad(out, buf_text(&b), 10, true);
	grouped(out, s->current, 10);
	grouped(out, s->lost, 8);
	buf_str(out, STR("  "));
	bar(out, all ? (double)s->reached / (double)all : 0);
	buf_byte(out, '\n');
	buf_free(&b);
}

/* "source: referral, owner: k.meyer" */
static void
title(struct buf *out, struct funnel *f, const struct report_style *style, struct str key)
{
	struct str value;
	size_t i;

	for (i = 0; i < style->bys; i++) {
		value = str_slice(key, 0, str_find(key, '\x1f'));
		key = str_slice(key, value.n + 1, key.n);
		buf_str(out, i ? STR(", ") : STR(""));
		buf_str(out, text_visible(&f->arena, style->by[i]));
		buf_str(out, STR(": "));
		buf_str(out, value.n ? text_visible(&f->arena, value) : STR("(unknown)"));
	}
	if (style->bys)
		buf_byte(out, '\n');
}

void
report_table(struct buf *out, struct funnel *f, const struct report_style *style)
{
	const uint32_t *order = funnel_order(f);
	size_t width = 12, i;
	uint32_t g;

	for (i = 0; i < style->plan->stages; i++)
		if (text_width(style->plan->name[i]) > width)
			width = text_width(style->plan->name[i]);
	if (width > NAME_MOST)
		width = NAME_MOST;
	for (g = 0; g < f->keys.count; g++) {
		if (g != 0)
			buf_byte(out, '\n');
		title(out, f, style, f->keys.entry[order[g]].key);
		buf_str(out, STR("  "));
		pad(out, STR("stage"), width, false);
		buf_str(out, STR("    reached    of all    of last  95 % int.    median   current    lost\n"));
		for (i = 0; i < style->plan->stages; i++)
			stage_line(out, style, f->group[order[g]], i, width);
	}
}
