/*
 * report_html - one page that stands by itself: no script, no network, light and dark, on a
 * phone and on paper, where quiet columns have no room.  And its first picture alone, as SVG.
 *
 * Whatever came from a file is shown by its code points when it could move or hide text, and
 * escaped; the page's own policy forbids scripts and loading besides.
 */
#include "funnel/report.h"
#include "value/text.h"

enum { CHARTS = 24 };                   /* groups drawn; the table has all */

void
report_markup(struct buf *out, struct arena *a, struct str text)
{
	text_markup(out, text_visible(a, text));
}

static const char style[] =
	":root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--rule:#d0d7de;--dim:#57606a}"
	"@media(prefers-color-scheme:dark){:root{--ink:#e8ebee;--paper:#0d1117;"
	"--rule:#30363d;--dim:#9da7b1}}"
	"*{box-sizing:border-box}"
	"body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.5 system-ui,sans-serif}"
	"main{max-width:72rem;margin:0 auto;padding:1rem}"
	"h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}"
	"p{color:var(--dim);margin:.5rem 0;max-width:46rem}"
	".charts{display:flex;flex-wrap:wrap;gap:1.5rem 2.5rem}"
	"figure{margin:0;max-width:100%}figcaption{font-weight:600;"
	"overflow-wrap:anywhere;max-width:22.5rem}"
	".charts svg{display:block;max-width:100%;height:auto}.wide svg{max-width:none}"
	".scroll{overflow-x:auto;margin:1rem 0}"
	"table{border-collapse:collapse;font-size:.875rem;width:max-content}"
	"th,td{padding:.25rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}"
	"bdi{display:inline-block;max-width:18rem;overflow-wrap:anywhere}figcaption bdi{display:inline}"
	"td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
	"td small{color:var(--dim)}"
	"@media(max-width:30rem){th,td{padding:.25rem .4rem}}"
	"a:focus-visible,.scroll:focus-visible{outline:2px solid #1f6fb2}"
	"@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--rule:#999;--dim:#333}"
	".scroll{overflow:visible}table{font-size:.7rem;width:auto}th,td{padding:.1rem .4rem}"
	".wide svg{max-width:100%;height:auto}.q,.wide+.scroll{display:none}"
	"td.n{white-space:normal}td small{display:block}bdi{max-width:9rem;overflow-wrap:break-word}"
	".charts{gap:1rem}.charts figure{max-width:47%}figure,tr{break-inside:avoid}"
	"h2{break-after:avoid}.t{fill:#000}}";

static void
cell(struct buf *out, const struct report_table *t, size_t row, size_t c)
{
	const struct report_cell *cell = report_cell(t, row, c);
	enum report_kind kind = t->column[c].kind;
	struct buf shown = { 0 };

	report_show(&shown, &t->column[c], cell);
	if (kind == REPORT_TEXT) {
		buf_str(out, t->column[c].quiet ? STR("<td class=\"q\"><bdi>") : STR("<td><bdi>"));
		report_markup(out, t->arena, buf_text(&shown));
		buf_str(out, STR("</bdi></td>"));
	} else {
		buf_str(out, t->column[c].quiet ? STR("<td class=\"n q\">") : STR("<td class=\"n\">"));
		report_markup(out, t->arena, buf_text(&shown));
		if (cell->known && (kind == REPORT_RATE || kind == REPORT_RATIO)) {
			struct report_cell end = { .known = true, .x = cell->low };

			buf_str(out, STR(" <small>("));
			report_show(out, &t->column[c], &end);
			buf_str(out, STR(" to "));
			end.x = cell->high;
			report_show(out, &t->column[c], &end);
			buf_str(out, STR(")</small>"));
		}
		buf_str(out, STR("</td>"));
	}
	buf_free(&shown);
}

static void
html_table(struct buf *out, const struct report_table *t)
{
	size_t row, c;

	buf_printf(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s, table\">"
	    "<table><thead><tr>", t->title);
	for (c = 0; c < t->columns; c++) {
		buf_printf(out, "<th scope=\"col\" class=\"%s%s\"><bdi>",
		    t->column[c].kind == REPORT_TEXT ? "" : "n", t->column[c].quiet ? " q" : "");
		report_markup(out, t->arena, t->column[c].label);
		buf_str(out, STR("</bdi></th>"));
	}
	buf_str(out, STR("</tr></thead>\n<tbody>\n"));
	for (row = 0; row < report_rows(t); row++) {
		buf_str(out, STR("<tr>"));
		for (c = 0; c < t->columns; c++)
			cell(out, t, row, c);
		buf_str(out, STR("</tr>\n"));
	}
	buf_str(out, STR("</tbody></table></div>\n"));
}

/* The rows of one group end here. */
static size_t
group_end(const struct report_table *t, size_t row)
{
	size_t next = row + 1;

	while (next < report_rows(t) && report_same_group(t, row, next))
		next++;
	return next;
}

static void
caption(struct buf *out, const struct report_table *t, size_t row)
{
	size_t c;
	bool any = false;

	buf_str(out, STR("<figcaption>"));
	for (c = 0; c < t->keys; c++)
		if (report_cell(t, row, c)->known) {
			struct buf value = { 0 };

			buf_str(out, any ? STR(", ") : STR(""));
			report_markup(out, t->arena, t->column[c].name);
			buf_str(out, STR(": <bdi>"));
			report_show(&value, &t->column[c], report_cell(t, row, c));
			report_markup(out, t->arena, buf_text(&value));
			buf_str(out, STR("</bdi>"));
			buf_free(&value);
			any = true;
		}
	buf_str(out, STR("</figcaption>\n"));
}

static void
charts(struct buf *out, const struct report_table *t)
{
	size_t row, n;

	if (t->chart == REPORT_NO_CHART || report_rows(t) == 0)
		return;
	if (t->chart != REPORT_FUNNEL) {
		buf_str(out, t->chart == REPORT_TRIANGLE ? STR("<div class=\"scroll wide\" tabindex=\"0\" "
		    "role=\"region\" aria-label=\"Picture\">") : STR("<div class=\"charts\"><figure>"));
		report_chart(out, t, 0, 0);
		buf_str(out, t->chart == REPORT_TRIANGLE ? STR("</div>\n") : STR("</figure></div>\n"));
		return;
	}
	buf_str(out, STR("<div class=\"charts\">\n"));
	for (row = n = 0; row < report_rows(t) && n < CHARTS; row = group_end(t, row), n++) {
		buf_str(out, STR("<figure>"));
		caption(out, t, row);
		report_chart(out, t, row, group_end(t, row));
		buf_str(out, STR("</figure>\n"));
	}
	buf_str(out, STR("</div>\n"));
	if (row < report_rows(t))
		buf_printf(out, "<p>The first %d groups are drawn; the table has all.</p>\n", CHARTS);
}

void
report_html(struct buf *out, const struct report *r)
{
	size_t i;

	buf_str(out, STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
	    "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<title>"));
	report_markup(out, r->arena, r->title);
	buf_printf(out, "</title>\n<style>%s%s</style>\n</head>\n<body>\n<main>\n<h1>", report_chart_style,
	    style);
	report_markup(out, r->arena, r->title);
	buf_str(out, STR("</h1>\n<p>"));
	report_markup(out, r->arena, r->subtitle);
	buf_str(out, STR("</p>\n"));
	for (i = 0; i < r->tables; i++) {
		const struct report_table *t = r->table[i];

		buf_printf(out, "<section>\n<h2>%s</h2>\n", t->title);
		charts(out, t);
		html_table(out, t);
		if (t->note.n != 0) {
			buf_str(out, STR("<p>"));
			report_markup(out, r->arena, t->note);
			buf_str(out, STR("</p>\n"));
		}
		buf_str(out, STR("</section>\n"));
	}
	buf_str(out, STR("</main>\n</body>\n</html>\n"));
}

void
report_svg(struct buf *out, const struct report *r)
{
	const struct report_table *t = r->table[0];
	struct buf picture = { 0 };
	size_t end;

	if (!report_chart(&picture, t, 0, group_end(t, 0))) {
		buf_str(out, STR("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n"));
		return;
	}
	end = str_find(buf_text(&picture), '>') + 1;
	buf_add(out, picture.p, end);
	buf_printf(out, "<style>%s</style>", report_chart_style);
	buf_add(out, picture.p + end, picture.n - end);
	buf_free(&picture);
}
