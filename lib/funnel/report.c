/*
 * report - tables that are filled cell by cell, and what writers say of a cell.
 */
#include <math.h>

#include "funnel/report.h"
#include "value/date.h"
#include "value/number.h"
#include "value/statistic.h"
#include "value/text.h"

static const struct {
	void (*write)(struct buf *, const struct report *);
} writers[] = { { report_plain }, { report_csv }, { report_json }, { report_md },
	{ report_html }, { report_svg } };

const char *const report_formats[] = { "table", "csv", "json", "md", "html", "svg", NULL };

void
report_write(struct buf *out, const struct report *r, const char *format)
{
	size_t i;

	for (i = 0; report_formats[i] != NULL; i++)
		if (strcmp(report_formats[i], format) == 0)
			writers[i].write(out, r);
}

struct report_table *
report_add(struct report *r, const char *name, const char *title)
{
	struct report_table *t = arena_alloc(r->arena, sizeof *t);

	t->arena = r->arena;
	t->name = name;
	t->title = title;
	return r->table[r->tables++] = t;
}

struct report_column *
report_column(struct report_table *t, struct str name, struct str label, enum report_kind kind)
{
	struct report_column *more;
	size_t i;

	/* What leads are grouped by may be called as a column of ours is: stage. */
	for (i = 0; i < t->columns; i++)
		if (str_eq(t->column[i].name, name))
			*(i < t->keys ? &t->column[i].name : &name) =
			    arena_printf(t->arena, "by_%.*s", STR_ARG(name));
	if (t->columns == t->column_room) {
		t->column_room = t->column_room ? t->column_room * 2 : 32;
		more = arena_array(t->arena, t->column_room, sizeof *more);
		if (t->columns != 0)
			memcpy(more, t->column, t->columns * sizeof *more);
		t->column = more;
	}
	t->column[t->columns] = (struct report_column){ name, label, kind, false };
	return &t->column[t->columns++];
}

static struct report_cell *
next(struct report_table *t)
{
	struct report_cell *more;

	if (t->cells == t->room) {
		t->room = t->room ? t->room * 2 : 256;
		more = arena_array(t->arena, t->room, sizeof *more);
		if (t->cells != 0)
			memcpy(more, t->cell, t->cells * sizeof *more);
		t->cell = more;
	}
	return &t->cell[t->cells++];
}

void
report_text(struct report_table *t, struct str text)
{
	*next(t) = (struct report_cell){ .known = true, .text = text };
}

void
report_number(struct report_table *t, int64_t n)
{
	*next(t) = (struct report_cell){ .known = true, .n = n };
}

void
report_real(struct report_table *t, double x)
{
	*next(t) = (struct report_cell){ .known = !isnan(x), .x = x };
}

void
report_range(struct report_table *t, double x, double low, double high)
{
	*next(t) = (struct report_cell){ .known = !isnan(x), .x = x, .low = low, .high = high };
}

void
report_rate(struct report_table *t, uint64_t k, uint64_t n)
{
	double low, high;

	if (n == 0) {
		report_gap(t);
		return;
	}
	statistic_wilson(k, n, &low, &high);
	report_range(t, (double)k / (double)n, low, high);
}

void
report_gap(struct report_table *t)
{
	*next(t) = (struct report_cell){ 0 };
}

size_t
report_rows(const struct report_table *t)
{
	return t->columns ? t->cells / t->columns : 0;
}

const struct report_cell *
report_cell(const struct report_table *t, size_t row, size_t column)
{
	return &t->cell[row * t->columns + column];
}

bool
report_same_group(const struct report_table *t, size_t a, size_t b)
{
	size_t c;

	for (c = 0; c < t->keys; c++)
		if (report_cell(t, a, c)->known != report_cell(t, b, c)->known ||
		    !str_eq(report_cell(t, a, c)->text, report_cell(t, b, c)->text))
			return false;
	return true;
}

struct str
report_clip(struct arena *a, struct str s, size_t most)
{
	size_t at = 0, width = 0, kept = 0, n;

	while (at < s.n && width <= most) {
		text_first(str_slice(s, at, s.n), &n);
		width += text_width(str_slice(s, at, at + n));
		at += n;
		if (width < most)
			kept = at;
	}
	return width <= most ? s : arena_printf(a, "%.*s\u2026", (int)kept, s.p);
}

/* Rounded half away from zero, trailing zeros left out, and fewer digits where that many do not
 * fit; too large for any: 1.5e+20. */
void
report_decimal(struct buf *out, double value, int digits)
{
	double scaled = fabs(value) * pow(10, digits) + 0.5;
	struct number n;

	for (; scaled >= 9e17 && digits > 0; digits--)
		scaled = fabs(value) * pow(10, digits - 1) + 0.5;
	if (scaled >= 9e17) {
		buf_printf(out, "%.6g", value);
		return;
	}
	n = (struct number){ (int64_t)scaled, (uint8_t)digits };
	while (n.scale > 0 && n.units % 10 == 0) {
		n.units /= 10;
		n.scale--;
	}
	if (value < 0)
		n.units = -n.units;
	number_print(out, n);
}

void
report_real_decimal(struct buf *out, double value, int digits)
{
	if (value != 0 && fabs(value) < pow(10, -digits))
		buf_printf(out, "%.3g", value);
	else
		report_decimal(out, value, digits);
}

/* "38.5 %" */
void
report_percent(struct buf *out, double share)
{
	int64_t tenths = (int64_t)(fabs(share) * 1000 + 0.5);

	if (share < 0 && tenths != 0)
		buf_str(out, STR("\u2212"));
	buf_int(out, tenths / 10);
	buf_byte(out, '.');
	buf_int(out, tenths % 10);
	buf_str(out, STR(" %"));
}

void
report_count(struct buf *out, int64_t n)
{
	char text[32];
	size_t at = sizeof text, digits = 0;
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;

	do {
		if (digits != 0 && digits % 3 == 0)
			text[--at] = ',';
		text[--at] = (char)('0' + left % 10);
		digits++;
	} while ((left /= 10) != 0);
	if (n < 0)
		buf_str(out, STR("\u2212"));
	buf_add(out, text + at, sizeof text - at);
}

static void
show_money(struct buf *out, int64_t hundredths)
{
	if (hundredths < 0 && hundredths > -100)
		buf_str(out, STR("\u2212"));
	report_count(out, hundredths / 100);
	if (hundredths % 100 != 0)
		buf_printf(out, ".%02d", (int)(hundredths < 0 ? -(hundredths % 100) : hundredths % 100));
}

void
report_show(struct buf *out, const struct report_column *c, const struct report_cell *cell)
{
	if (!cell->known)
		return;
	switch (c->kind) {
	case REPORT_TEXT: buf_str(out, cell->text.n ? cell->text : STR("(unknown)")); break;
	case REPORT_COUNT: report_count(out, cell->n); break;
	case REPORT_SHARE: case REPORT_RATE: report_percent(out, cell->x); break;
	case REPORT_SPAN: date_print_span(out, cell->n); break;
	case REPORT_MONEY: show_money(out, cell->n); break;
	case REPORT_RATIO: report_decimal(out, cell->x, 2); break;
	case REPORT_REAL: report_real_decimal(out, cell->x, 4); break;
	}
}
