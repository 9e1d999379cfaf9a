/*
 * report_data - for programs: csv and json, numbers bare.
 *
 * One table is rows of csv, or an array of json; several are rows with a blank line between, or
 * an object of arrays.
 */
#include "funnel/report.h"
#include "record/cell.h"
#include "value/number.h"

static void
bare(struct buf *out, enum report_kind kind, const struct report_cell *cell, double x)
{
	struct number n = { cell->n, 2 };

	switch (kind) {
	case REPORT_SHARE: case REPORT_RATE: case REPORT_RATIO: report_decimal(out, x, 6); break;
	case REPORT_REAL: report_real_decimal(out, x, 12); break;
	case REPORT_MONEY:
		while (n.scale > 0 && n.units % 10 == 0) {
			n.units /= 10;
			n.scale--;
		}
		number_print(out, n);
		break;
	default: buf_int(out, cell->n);
	}
}

static struct str
text_of(const struct report_cell *cell)
{
	return cell->text.n ? cell->text : STR("(unknown)");
}

static const char *const suffix[] = { "", "_low", "_high" };

/* How many values a column is for a program. */
static int
parts(const struct report_column *c)
{
	return c->kind == REPORT_RATE || c->kind == REPORT_RATIO ? 3 : 1;
}

static double
part(const struct report_cell *cell, int i)
{
	return i == 0 ? cell->x : i == 1 ? cell->low : cell->high;
}

static struct str
name_of(const struct report *r, const struct report_column *c, int i)
{
	return i == 0 ? c->name : arena_printf(r->arena, "%.*s%s", STR_ARG(c->name), suffix[i]);
}

static void
csv_header(struct buf *out, const struct report *r, const struct report_table *t)
{
	const struct cell_style style = { .delimiter = r->delimiter };
	size_t c;
	int i;

	for (c = 0; c < t->columns; c++)
		for (i = 0; i < parts(&t->column[c]); i++) {
			if (c + (size_t)i != 0)
				buf_byte(out, r->delimiter);
			cell_csv_text(out, r->arena, &style, name_of(r, &t->column[c], i));
		}
	buf_byte(out, '\n');
}

static void
csv_table(struct buf *out, const struct report *r, const struct report_table *t)
{
	const struct cell_style style = { .delimiter = r->delimiter };
	size_t row, c;
	int i;

	csv_header(out, r, t);
	for (row = 0; row < report_rows(t); row++) {
		for (c = 0; c < t->columns; c++) {
			const struct report_cell *cell = report_cell(t, row, c);

			for (i = 0; i < parts(&t->column[c]); i++) {
				if (c + (size_t)i != 0)
					buf_byte(out, r->delimiter);
				if (cell->known && t->column[c].kind == REPORT_TEXT)
					cell_csv_text(out, r->arena, &style, text_of(cell));
				else if (cell->known)
					bare(out, t->column[c].kind, cell, part(cell, i));
			}
		}
		buf_byte(out, '\n');
	}
}

void
report_csv(struct buf *out, const struct report *r)
{
	size_t i;

	for (i = 0; i < r->tables; i++) {
		if (i != 0)
			buf_byte(out, '\n');
		csv_table(out, r, r->table[i]);
	}
}

/* What goes before each value of a row: `{"stage":`, `,"reached":` … */
static struct str *
json_keys(const struct report *r, const struct report_table *t)
{
	struct str *key = arena_array(r->arena, 3 * t->columns, sizeof *key), *next = key;
	struct buf b = { 0 };
	size_t c;
	int i;

	for (c = 0; c < t->columns; c++)
		for (i = 0; i < parts(&t->column[c]); i++) {
			b.n = 0;
			buf_byte(&b, next != key ? ',' : '{');
			cell_json_text(&b, name_of(r, &t->column[c], i));
			buf_byte(&b, ':');
			*next++ = arena_copy(r->arena, buf_text(&b));
		}
	buf_free(&b);
	return key;
}

static void
json_row(struct buf *out, const struct report_table *t, size_t row, const struct str *key)
{
	size_t c;
	int i;

	for (c = 0; c < t->columns; c++) {
		const struct report_cell *cell = report_cell(t, row, c);

		for (i = 0; i < parts(&t->column[c]); i++) {
			buf_str(out, *key++);
			if (!cell->known)
				buf_str(out, STR("null"));
			else if (t->column[c].kind == REPORT_TEXT)
				cell_json_text(out, text_of(cell));
			else
				bare(out, t->column[c].kind, cell, part(cell, i));
		}
	}
	buf_byte(out, '}');
}

void
report_json(struct buf *out, const struct report *r)
{
	const struct str *key;
	size_t i, row;

	for (i = 0; i < r->tables; i++) {
		key = json_keys(r, r->table[i]);
		if (r->tables > 1)
			buf_printf(out, "%s\"%s\":", i ? ",\n" : "{\n", r->table[i]->name);
		buf_byte(out, '[');
		for (row = 0; row < report_rows(r->table[i]); row++) {
			buf_str(out, row ? STR(",\n") : STR("\n"));
			json_row(out, r->table[i], row, key);
		}
		buf_str(out, row ? STR("\n]") : STR("]"));
	}
	buf_str(out, r->tables > 1 ? STR("\n}\n") : STR("\n"));
}
