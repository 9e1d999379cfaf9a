/*
 * report_chart - tables as pictures: plain SVG, no script, colours by class.
 *
 * A picture is 360 units wide, the width of a phone, so that its text is not scaled below what
 * can be read; a triangle is as wide as its cells.  Every picture is also a table, so it says
 * its name and no more to those who cannot see it.
 */
#include <math.h>

#include "funnel/report.h"
#include "value/date.h"
#include "value/text.h"

enum { WIDTH = 360, LABEL_MOST = 25, SERIES = 6, LINE = 26, CELL = 44 };

/* A number for SVG: one decimal. */
static void
number(struct buf *out, double x)
{
	report_decimal(out, x, 1);
}

static void
attribute(struct buf *out, const char *name, double x)
{
	buf_printf(out, " %s=\"", name);
	number(out, x);
	buf_byte(out, '"');
}

static void
text_at(struct buf *out, const char *class, double x, double y)
{
	buf_printf(out, "<text class=\"%s\"", class);
	attribute(out, "x", x);
	attribute(out, "y", y);
	buf_byte(out, '>');
}

static void
rect(struct buf *out, const char *class, double x, double y, double width, double height)
{
	buf_printf(out, "<rect class=\"%s\"", class);
	attribute(out, "x", x);
	attribute(out, "y", y);
	attribute(out, "width", width);
	attribute(out, "height", height);
}

/* A name cut to what has room beside a picture. */
static void
label(struct buf *out, struct arena *a, struct str s, size_t most)
{
	report_markup(out, a, report_clip(a, text_visible(a, s.n ? s : STR("(unknown)")), most));
}

static void
begin(struct buf *out, const char *title, double width, double height)
{
	buf_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s, drawn\" "
	    "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">", title, (int)width, (int)height,
	    (int)width, (int)height);
}

static size_t
column(const struct report_table *t, const char *name)
{
	size_t c;

	for (c = 0; c < t->columns && !str_is(t->column[c].name, name); c++)
		continue;
	return c;
}

/* A bar for each stage: its name and share above, how many at the end of the line. */
static void
funnel(struct buf *out, const struct report_table *t, size_t from, size_t until)
{
	size_t stage = column(t, "stage"), reached = column(t, "reached"), all = column(t, "overall");
	size_t row, i;

	begin(out, t->title, WIDTH, (double)(until - from) * 44 + 8);
	for (row = from, i = 0; row < until; row++, i++) {
		const struct report_cell *share = report_cell(t, row, all);
		double y = (double)i * 44 + 16, width = share->known ? share->x * WIDTH : 0;

		text_at(out, "t", 0, y);
		label(out, t->arena, report_cell(t, row, stage)->text, 24);
		buf_str(out, STR("</text>"));
		text_at(out, "t e", WIDTH, y);
		report_show(out, &t->column[reached], report_cell(t, row, reached));
		if (share->known) {
			buf_str(out, STR(" \u00b7 "));
			report_percent(out, share->x);
		}
		buf_str(out, STR("</text>"));
		rect(out, "g", 0, y + 6, WIDTH, 14);
		buf_str(out, STR("/>"));
		rect(out, "b", 0, y + 6, width, 14);
		buf_str(out, STR("/>"));
	}
	buf_str(out, STR("</svg>\n"));
}

static void
triangle(struct buf *out, const struct report_table *t)
{
	size_t rows = report_rows(t), row, c;

	begin(out, t->title, (double)(t->columns - 2) * CELL + 150, (double)rows * LINE + 24);
	for (c = 2; c < t->columns; c++) {
		text_at(out, "t m", 150 + (double)(c - 2) * CELL + CELL / 2.0, 14);
		report_markup(out, t->arena, t->column[c].label);
		buf_str(out, STR("</text>"));
	}
	for (row = 0; row < rows; row++) {
		double y = (double)row * LINE + 20;

		text_at(out, "t", 0, y + 17);
		label(out, t->arena, report_cell(t, row, 0)->text, 12);
		buf_str(out, STR("</text>"));
		text_at(out, "t e", 140, y + 17);
		report_show(out, &t->column[1], report_cell(t, row, 1));
		buf_str(out, STR("</text>"));
		for (c = 2; c < t->columns; c++) {
			const struct report_cell *cell = report_cell(t, row, c);

			if (!cell->known)
				continue;
			rect(out, "b", 150 + (double)(c - 2) * CELL, y, CELL - 2, LINE - 2);
			buf_str(out, STR(" fill-opacity=\""));
			report_decimal(out, 0.08 + cell->x * 0.42, 2);
			buf_str(out, STR("\"/>"));
			text_at(out, "t m", 150 + (double)(c - 2) * CELL + CELL / 2.0 - 1, y + 17);
			buf_printf(out, "%.0f %%</text>", cell->x * 100);
		}
	}
	buf_str(out, STR("</svg>\n"));
}

/* The names of a row's group, behind a line of its colour. */
static void
legend(struct buf *out, const struct report_table *t, size_t row, size_t series, double y)
{
	struct buf names = { 0 };
	size_t c;

	buf_printf(out, "<path class=\"l l%zu\" d=\"M0 ", series);
	number(out, y - 5);
	buf_str(out, STR("h24\"/>"));
	text_at(out, "t", 32, y);
	for (c = 0; c < t->keys; c++)
		if (report_cell(t, row, c)->known) {
			buf_str(&names, names.n ? STR(", ") : STR(""));
			report_show(&names, &t->column[c], report_cell(t, row, c));
		}
	label(out, t->arena, names.n ? buf_text(&names) : STR("all leads"), LABEL_MOST);
	buf_str(out, STR("</text>"));
	buf_free(&names);
}

/* Steps: what is true at an age stays so until the next. */
static size_t
curve(struct buf *out, const struct report_table *t, size_t row, size_t series, double most,
    double top)
{
	size_t age = t->keys, share = t->keys + 1, first = row;

	buf_printf(out, "<path class=\"l l%zu\" d=\"", series);
	for (; row < report_rows(t) && report_same_group(t, first, row); row++) {
		double x = 40 + (double)report_cell(t, row, age)->n / most * 310;
		double y = 190 - report_cell(t, row, share)->x / top * 180;

		buf_str(out, row == first ? STR("M") : STR("H"));
		number(out, x);
		buf_str(out, row == first ? STR(" ") : STR("V"));
		number(out, y);
	}
	buf_str(out, STR("\"/>"));
	return row;
}

static void
curves(struct buf *out, const struct report_table *t)
{
	size_t rows = report_rows(t), row, n = 0, first = 0, i;
	double most = 1, top = 0.01, height;

	for (row = 0; row < rows; row++) {
		if (row == 0 || !report_same_group(t, row - 1, row))
			n++;
		most = fmax(most, (double)report_cell(t, row, t->keys)->n);
		top = fmax(top, report_cell(t, row, t->keys + 1)->x);
	}
	height = 222 + (double)(n <= SERIES ? n : SERIES + 1) * 20;
	begin(out, t->title, WIDTH, height);
	for (i = 0; i <= 2; i++) {
		buf_str(out, STR("<path class=\"a\" d=\"M40 "));
		number(out, 190 - (double)i * 90);
		buf_str(out, STR("h310\"/>"));
		text_at(out, "t e", 36, 194 - (double)i * 90);
		buf_printf(out, "%.*f %%</text>", top < 0.1, top * (double)i * 50);
		text_at(out, i == 2 ? "t e" : i ? "t m" : "t", 40 + (double)i * 155, 208);
		if (i == 0)
			buf_byte(out, '0');
		else
			date_print_span(out, (int64_t)(most * (double)i / 2));
		buf_str(out, STR("</text>"));
	}
	for (i = 0; i < SERIES && first < rows; i++) {
		legend(out, t, first, i, 234 + (double)i * 20);
		first = curve(out, t, first, i, most, top);
	}
	if (first < rows) {
		text_at(out, "t", 32, 234 + (double)i * 20);
		buf_str(out, STR("and more, in the table</text>"));
	}
	buf_str(out, STR("</svg>\n"));
}

/* The arms' differences from the control, each under its name, and the line where there is none. */
static void
intervals(struct buf *out, const struct report_table *t)
{
	size_t name = column(t, "arm"), difference = column(t, "difference"), row;
	double low = 0, high = 0, scale, bottom = (double)(report_rows(t) - 1) * 40 + 8;

	for (row = 1; row < report_rows(t); row++) {
		low = fmin(low, report_cell(t, row, difference)->low);
		high = fmax(high, report_cell(t, row, difference)->high);
	}
	scale = high > low ? (WIDTH - 12) / (high - low) : 1;
	begin(out, t->title, WIDTH, bottom + 24);
	buf_str(out, STR("<path class=\"a\" d=\"M"));
	number(out, 6 - low * scale);
	buf_printf(out, " 18V%d\"/>", (int)bottom);
	for (row = 1; row < report_rows(t); row++) {
		const struct report_cell *d = report_cell(t, row, difference);
		double y = (double)row * 40 - 12;

		text_at(out, "t", 0, y - 14);
		label(out, t->arena, report_cell(t, row, name)->text, LABEL_MOST);
		buf_str(out, STR("</text><path class=\"l l0\" d=\"M"));
		number(out, 6 + (d->low - low) * scale);
		buf_byte(out, ' ');
		number(out, y);
		buf_byte(out, 'H');
		number(out, 6 + (d->high - low) * scale);
		buf_str(out, STR("\"/><circle class=\"b\" r=\"5\""));
		attribute(out, "cx", 6 + (d->x - low) * scale);
		attribute(out, "cy", y);
		buf_str(out, STR("/>"));
	}
	text_at(out, "t", 0, bottom + 16);
	report_percent(out, low);
	buf_str(out, STR("</text>"));
	text_at(out, "t e", WIDTH, bottom + 16);
	report_percent(out, high);
	buf_str(out, STR("</text></svg>\n"));
}

bool
report_chart(struct buf *out, const struct report_table *t, size_t from, size_t until)
{
	if (report_rows(t) == 0 || t->chart == REPORT_NO_CHART)
		return false;
	switch (t->chart) {
	case REPORT_FUNNEL: funnel(out, t, from, until); break;
	case REPORT_TRIANGLE: triangle(out, t); break;
	case REPORT_CURVES: curves(out, t); break;
	default: intervals(out, t);
	}
	return true;
}

const char *const report_chart_style =
	"svg{font:13px system-ui,sans-serif}"
	".t{fill:#1b1f24}.e{text-anchor:end}.m{text-anchor:middle}"
	".b{fill:#1f6fb2}.g{fill:#e3e8ee}.a{stroke:#7a838e;fill:none}"
	".l{fill:none;stroke-width:2;stroke:#1f6fb2}.l1{stroke:#b24d1f;stroke-dasharray:7 3}"
	".l2{stroke:#2e7d32;stroke-dasharray:2 3}.l3{stroke:#8e24aa;stroke-dasharray:9 3 2 3}"
	".l4{stroke:#7a6000;stroke-dasharray:4 4}.l5{stroke:#5f6b76;stroke-dasharray:1 3}"
	"@media(prefers-color-scheme:dark){.t{fill:#e8ebee}.b{fill:#5aa7e6}.g{fill:#30363d}"
	".a{stroke:#8b949e}.l{stroke:#5aa7e6}.l1{stroke:#f0945f}.l2{stroke:#7bc67f}"
	".l3{stroke:#d48be6}.l4{stroke:#e0c050}.l5{stroke:#a8b3bd}}";
