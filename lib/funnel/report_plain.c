/*
 * report_plain - for people: columns in a terminal, and the same as Markdown.
 *
 * Rows of one group stand under its name.  The last share of a row is drawn as a bar behind it.
 */
#include "funnel/report.h"
#include "value/text.h"

enum { BAR = 20, TEXT_MOST = 40 };

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

/* A bar's length in eighths of a column. */
static void
bar(struct buf *out, double share)
{
	static const char *const part[] = { "", "\u258f", "\u258e", "\u258d", "\u258c", "\u258b", "\u258a",
		"\u2589" };
	int eighths = share > 1 ? BAR * 8 : (int)(share * BAR * 8 + 0.5), i;

	if (eighths == 0 && share > 0)
		eighths = 1;
	for (i = 0; i < eighths / 8; i++)
		buf_str(out, STR("\u2588"));
	buf_str(out, str_of(part[eighths % 8]));
}

/* At most TEXT_MOST columns of it, nothing that moves the cursor. */
static struct str
shown(const struct report_table *t, size_t row, size_t c)
{
	const struct report_cell *cell = report_cell(t, row, c);
	struct buf b = { 0 };
	struct str s;

	report_show(&b, &t->column[c], cell);
	if (t->column[c].kind == REPORT_RATE && cell->known)
		buf_printf(&b, cell->low < 0 ? " (%.1f to %.1f)" : " (%.0f\u2013%.0f)", cell->low * 100,
		    cell->high * 100);
	if (t->column[c].kind == REPORT_RATIO && cell->known)
		buf_printf(&b, " (%.2f\u2013%.2f)", cell->low, cell->high);
	s = arena_copy(t->arena, text_visible(t->arena, buf_text(&b)));
	buf_free(&b);
	return report_clip(t->arena, s, TEXT_MOST);
}

/* "source: referral, owner: k.meyer" */
static bool
title(struct buf *out, const struct report_table *t, size_t row)
{
	size_t c;
	bool any = false;

	for (c = 0; c < t->keys; c++)
		if (report_cell(t, row, c)->known) {
			buf_str(out, any ? STR(", ") : STR(""));
			buf_str(out, text_visible(t->arena, t->column[c].name));
			buf_str(out, STR(": "));
			buf_str(out, shown(t, row, c));
			any = true;
		}
	return any;
}

struct layout {
	struct str *text;               /* row by row, of the columns that are shown */
	size_t *width;
	size_t bar;                     /* the column drawn, or SIZE_MAX */
};

static void
measure(const struct report_table *t, struct layout *l)
{
	size_t row, c;

	l->text = arena_array(t->arena, t->cells, sizeof *l->text);
	l->width = arena_array(t->arena, t->columns, sizeof *l->width);
	l->bar = SIZE_MAX;
	for (c = t->keys; c < t->columns; c++) {
		if (t->column[c].quiet)
			continue;
		l->width[c] = text_width(t->column[c].label);
		if (t->column[c].kind == REPORT_RATE || t->column[c].kind == REPORT_SHARE)
			l->bar = t->chart == REPORT_FUNNEL ? c : SIZE_MAX;
		for (row = 0; row < report_rows(t); row++) {
			struct str s = shown(t, row, c);

			l->text[row * t->columns + c] = s;
			if (text_width(s) > l->width[c])
				l->width[c] = text_width(s);
		}
	}
}

static void
trim_line(struct buf *out)
{
	while (out->n > 0 && out->p[out->n - 1] == ' ')
		out->n--;
	buf_byte(out, '\n');
}

static void
head(struct buf *out, const struct report_table *t, const struct layout *l)
{
	size_t c;

	for (c = t->keys; c < t->columns; c++)
		if (!t->column[c].quiet) {
			buf_str(out, STR("  "));
			pad(out, t->column[c].label, l->width[c], t->column[c].kind != REPORT_TEXT);
		}
	trim_line(out);
}

static void
line(struct buf *out, const struct report_table *t, const struct layout *l, size_t row)
{
	size_t c;

	for (c = t->keys; c < t->columns; c++)
		if (!t->column[c].quiet) {
			buf_str(out, STR("  "));
			pad(out, l->text[row * t->columns + c], l->width[c],
			    t->column[c].kind != REPORT_TEXT);
		}
	if (l->bar != SIZE_MAX && report_cell(t, row, l->bar)->known) {
		buf_str(out, STR("  "));
		bar(out, report_cell(t, row, l->bar)->x);
	}
	trim_line(out);
}

static void
plain_table(struct buf *out, const struct report_table *t)
{
	struct layout l = { 0 };
	size_t row;

	measure(t, &l);
	if (report_rows(t) == 0)
		head(out, t, &l);
	for (row = 0; row < report_rows(t); row++) {
		if (row == 0 || !report_same_group(t, row - 1, row)) {
			if (row != 0)
				buf_byte(out, '\n');
			if (title(out, t, row))
				buf_byte(out, '\n');
			head(out, t, &l);
		}
		line(out, t, &l, row);
	}
	if (t->note.n != 0) {
		buf_str(out, text_visible(t->arena, t->note));
		buf_byte(out, '\n');
	}
}

void
report_plain(struct buf *out, const struct report *r)
{
	size_t i;

	buf_str(out, text_visible(r->arena, r->subtitle));
	buf_str(out, STR("\n\n"));
	for (i = 0; i < r->tables; i++) {
		if (i != 0)
			buf_byte(out, '\n');
		if (r->tables > 1)
			buf_printf(out, "%s\n", r->table[i]->title);
		plain_table(out, r->table[i]);
	}
}

/* What Markdown or the HTML in it would take for its own is escaped. */
static void
md_text(struct buf *out, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (strchr("\\`*_{}[]<>#+!|~&", s.p[i]) != NULL)
			buf_byte(out, '\\');
		buf_byte(out, s.p[i]);
	}
}

static void
md_table(struct buf *out, const struct report_table *t)
{
	size_t row, c;

	buf_printf(out, "## %s\n\n|", t->title);
	for (c = 0; c < t->columns; c++)
		if (!t->column[c].quiet) {
			buf_byte(out, ' ');
			md_text(out, text_visible(t->arena, c < t->keys ? t->column[c].name :
			    t->column[c].label));
			buf_str(out, STR(" |"));
		}
	buf_str(out, STR("\n|"));
	for (c = 0; c < t->columns; c++)
		if (!t->column[c].quiet)
			buf_str(out, t->column[c].kind == REPORT_TEXT ? STR(" --- |") : STR(" ---: |"));
	buf_byte(out, '\n');
	for (row = 0; row < report_rows(t); row++) {
		buf_byte(out, '|');
		for (c = 0; c < t->columns; c++)
			if (!t->column[c].quiet) {
				buf_byte(out, ' ');
				md_text(out, shown(t, row, c));
				buf_str(out, STR(" |"));
			}
		buf_byte(out, '\n');
	}
	if (t->note.n != 0) {
		buf_byte(out, '\n');
		md_text(out, text_visible(t->arena, t->note));
		buf_byte(out, '\n');
	}
}

void
report_md(struct buf *out, const struct report *r)
{
	size_t i;

	buf_str(out, STR("# "));
	md_text(out, text_visible(r->arena, r->title));
	buf_str(out, STR("\n\n"));
	md_text(out, text_visible(r->arena, r->subtitle));
	buf_str(out, STR("\n\n"));
	for (i = 0; i < r->tables; i++) {
		if (i != 0)
			buf_byte(out, '\n');
		md_table(out, r->table[i]);
	}
}
