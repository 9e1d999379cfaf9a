/*
 * measure_html - the report as one page: three charts in SVG, then the text.
 *
 * Nothing is loaded and nothing runs.  Every text that comes from the leads is escaped; the
 * text report is the same one that a terminal gets, whose control codes are already visible.
 */
#include <math.h>

#include "score/measure_report.h"
#include "value/text.h"

enum { WIDE = 320, HIGH = 240, EDGE = 48 };

static const char style[] = ":root{color-scheme:light dark;--ink:#222;--paper:#fff;--rule:#999;"
    "--came:#087f4d}@media(prefers-color-scheme:dark){:root{--ink:#e8ebee;--paper:#0d1117;"
    "--rule:#8b949e;--came:#3ddc97}}"
    "body{font:15px/1.45 system-ui,sans-serif;margin:1em auto;max-width:70em;padding:0 1em;"
    "color:var(--ink);background:var(--paper)}h1{font-size:1.6rem}"
    ".charts{display:flex;flex-wrap:wrap;gap:1em}figure{margin:0;max-width:100%}"
    "figcaption{font-weight:600}pre{overflow-x:auto;font-size:13px}"
    "svg{font:12px system-ui,sans-serif;max-width:100%;height:auto}text{fill:var(--ink)}"
    ".a{fill:none;stroke:var(--rule)}.d{fill:none;stroke:var(--rule);stroke-dasharray:4 4}"
    ".l{fill:none;stroke:var(--came);stroke-width:2}.p{fill:var(--came)}.n{fill:#89a;fill-opacity:.6}"
    ".c{fill:var(--came);fill-opacity:.6}";

/* Shares 0 to 1 to places in the picture. */
static double
across(double share)
{
	return EDGE + share * (WIDE - EDGE - 8);
}

static double
up(double share)
{
	return HIGH - EDGE - share * (HIGH - EDGE - 8);
}

static void
begin(struct buf *b, const char *title, const char *x, const char *y)
{
	buf_printf(b, "<figure><figcaption>%s</figcaption>\n<svg viewBox=\"0 0 %d %d\" width=\"%d\" "
	    "height=\"%d\" role=\"img\" aria-label=\"%s\">", title, WIDE, HIGH, WIDE, HIGH, title);
	buf_printf(b, "<path class=\"a\" d=\"M%d 8V%dH%d\"/>\n<text x=\"%d\" y=\"%d\" "
	    "text-anchor=\"middle\">%s</text><text transform=\"translate(11 %d) rotate(-90)\" "
	    "text-anchor=\"middle\">%s</text>\n", EDGE, HIGH - EDGE, WIDE - 8, WIDE / 2, HIGH - 6, x,
	    HIGH / 2, y);
}

static void
marks(struct buf *b, double most_x, double most_y)
{
	size_t i;

	for (i = 0; i <= 4; i += 2)
		buf_printf(b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%.3g %%</text>"
		    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.3g</text>\n", across((double)i / 4),
		    HIGH - EDGE + 16, i == 4 ? "end" : i ? "middle" : "start",
		    25.0 * (double)i * most_x, EDGE - 3, up((double)i / 4) + 4, 25.0 * (double)i * most_y);
}

static void
end(struct buf *b)
{
	buf_str(b, STR("</svg></figure>\n"));
}

/* Forecast against what came, tenth by tenth. */
static void
reliability(struct buf *b, const struct measure *m)
{
	double most = 0.01;
	size_t i;

	for (i = 0; i < MEASURE_TENTHS; i++)
		if (m->tenth[i].n > 0)
			most = fmax(most, fmax(m->tenth[i].came, m->tenth[i].expected) / m->tenth[i].n);
	begin(b, "Reliability", "forecast", "came, %");
	marks(b, most, most);
	buf_printf(b, "<path class=\"d\" d=\"M%.1f %.1fL%.1f %.1f\"/>", across(0), up(0), across(1), up(1));
	for (i = 0; i < MEASURE_TENTHS; i++) {
		const struct measure_tenth *t = &m->tenth[i];

		if (t->n > 0)
			buf_printf(b, "<circle class=\"p\" r=\"4\" cx=\"%.1f\" cy=\"%.1f\"/>\n",
			    across(t->expected / t->n / most), up(t->came / t->n / most));
	}
	end(b);
}

/* Working the best share of the leads gets which share of those that come. */
static void
gain(struct buf *b, const struct measure *m)
{
	size_t i;

	begin(b, "Gain", "of the leads, best first", "of those that come, %");
	marks(b, 1, 1);
	buf_printf(b, "<path class=\"d\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n<path class=\"l\" d=\"M%.1f %.1f",
	    across(0), up(0), across(1), up(1), across(0), up(0));
	for (i = 1; i <= MEASURE_TENTHS; i++)
		buf_printf(b, "L%.1f %.1f", across((double)i / MEASURE_TENTHS),
		    up(measure_captured(m, (double)i / MEASURE_TENTHS)));
	buf_str(b, STR("\"/>\n"));
	end(b);
}

/* Both kinds of leads by score, each kind's bars adding up to one. */
static void
distribution(struct buf *b, const struct measure *m)
{
	double total[2] = { (double)(m->rows - m->came), (double)m->came }, most = 1e-9, x;
	size_t i, kind;

	for (kind = 0; kind < 2; kind++)
		for (i = 0; i < MEASURE_BARS; i++)
			most = fmax(most, (double)m->bar[kind][i] / fmax(total[kind], 1));
	begin(b, "Scores", "score", "of those that came (green), and not");
	buf_printf(b, "<text x=\"%d\" y=\"%d\">%.1f</text><text x=\"%d\" y=\"%d\" "
	    "text-anchor=\"end\">%.1f</text>\n", EDGE, HIGH - EDGE + 16, (double)m->low / 1000, WIDE - 8,
	    HIGH - EDGE + 16, (double)m->high / 1000);
	for (kind = 0; kind < 2; kind++)
		for (i = 0; i < MEASURE_BARS; i++) {
			double share = (double)m->bar[kind][i] / fmax(total[kind], 1) / most;

			x = across((double)i / MEASURE_BARS);
			if (share > 0)
				buf_printf(b, "<rect class=\"%c\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
				    "height=\"%.1f\"/>\n", kind ? 'c' : 'n', x, up(share),
				    across(1.0 / MEASURE_BARS) - EDGE - 1, up(0) - up(share));
		}
	end(b);
}

void
measure_html(struct buf *b, const struct measure_report *r)
{
	struct buf text = { 0 };

	buf_printf(b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	    "<title>lead-train: report</title>\n<style>%s</style></head><body>\n<h1>How good is the "
	    "score?</h1>\n<div class=\"charts\">\n", style);
	reliability(b, r->measure);
	gain(b, r->measure);
	distribution(b, r->measure);
	measure_text(&text, r);
	buf_str(b, STR("</div>\n<pre tabindex=\"0\" role=\"region\" aria-label=\"The report\">"));
	text_markup(b, buf_text(&text));
	buf_str(b, STR("</pre>\n</body></html>\n"));
	buf_free(&text);
}
