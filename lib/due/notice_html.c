/*
 * notice_html - a page that stands alone: no script, nothing loaded from elsewhere.
 */
#include "due/notice.h"
#include "value/text.h"

static void
escape(struct buf *b, struct arena *a, struct str s)
{
	text_markup(b, text_visible(a, s));
}

static void
data(struct buf *b, struct arena *a, struct str s)
{
	buf_str(b, STR("<td>"));
	escape(b, a, s);
	buf_str(b, STR("</td>"));
}

static void
row(struct buf *b, struct arena *a, const struct listing_item *i, instant now)
{
	static const enum listing_text shown[] = { LISTING_ACTION, LISTING_NAME, LISTING_COMPANY,
		LISTING_PHONE, LISTING_EMAIL, LISTING_OWNER, LISTING_ESCALATE, LISTING_RULE };
	size_t c;

	buf_printf(b, "<tr class=\"%s\"><td><time datetime=\"", i->facts->overdue ? "overdue" : "soon");
	date_print(b, i->due_at);
	buf_str(b, STR("\">"));
	listing_print_wait(b, i, now);
	buf_str(b, i->facts->overdue ? STR(" overdue</time></td>") : STR("</time></td>"));
	for (c = 0; c < sizeof shown / sizeof *shown; c++)
		data(b, a, i->facts->text[shown[c]]);
	buf_str(b, STR("</tr>\n"));
}

void
notice_html(struct buf *b, const struct notice *r)
{
	struct arena a = { 0 };
	size_t i;

	buf_str(b, STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<title>Leads waiting</title>\n<style>\n"
	    ":root { color-scheme: light dark; --rule: #ddd; --late: #b00 }\n"
	    "@media (prefers-color-scheme: dark) { :root { --rule: #444; --late: #ff8a80 } }\n"
	    "body { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem }\n"
	    "h1 { font-size: 1.6rem }\n"
	    "div { overflow-x: auto }\n"
	    "table { border-collapse: collapse; width: max-content }\n"
	    "td, th { padding: .3rem .6rem; text-align: left; border-bottom: 1px solid var(--rule) }\n"
	    "td { overflow-wrap: anywhere; max-width: 18rem }\n"
	    ".overdue td:first-child { color: var(--late); font-weight: bold }\n"
	    "</style>\n</head>\n<body>\n<h1>Leads waiting</h1>\n<p>As of "));
	date_print(b, r->now);
	buf_printf(b, ": %llu overdue, %llu due soon.</p>\n"
	    "<div tabindex=\"0\" role=\"region\" aria-label=\"Leads\"><table>\n"
	    "<thead><tr><th>Due</th><th>Do</th><th>Lead</th><th>Company</th><th>Phone</th>"
	    "<th>E-mail</th><th>Owner</th>"
	    "<th>Escalate to</th><th>Rule</th></tr></thead>\n<tbody>\n",
	    (unsigned long long)r->outcome[SLA_OVERDUE], (unsigned long long)r->outcome[SLA_SOON]);
	for (i = 0; i < r->due->n; i++) {
		row(b, &a, listing_at(r->due, i), r->now);
		arena_reset(&a);
	}
	buf_str(b, STR("</tbody>\n</table></div>\n"));
	if (r->outcome[SLA_NO_START] != 0)
		buf_printf(b, "<p>Without the time that their rule starts from: %llu.</p>\n",
		    (unsigned long long)r->outcome[SLA_NO_START]);
	buf_str(b, STR("</body>\n</html>\n"));
	arena_free(&a);
}
