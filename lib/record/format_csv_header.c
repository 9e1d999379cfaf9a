/*
 * format_csv_header - the names of the columns, in the record at the front of the window.
 */
#include "record/format_csv.h"
#include "value/text.h"

static int
refuse(struct reader *r, uint64_t line, size_t column, struct err *e, const char *what)
{
	return err_set(e, ERR_INPUT, (struct place){ source_name(r->source), line, column },
	    "the header: %s", what);
}

/* Names and line end of the header that was read into `field`. */
static int
take_names(struct reader *r, struct str raw, const struct field *field, uint32_t count,
    struct err *e)
{
	struct str *name = arena_array(r->arena, count, sizeof *name);
	size_t bad = raw.n;
	uint32_t i;

	if (str_find(raw, '\0') != raw.n)
		return refuse(r, r->line, str_find(raw, '\0') + 1, e, "a NUL byte; is this text?");
	if (!text_valid(raw, &bad))
		return refuse(r, r->line, bad + 1, e, "not UTF-8 (--encoding reads others)");
	for (i = 0; i < count; i++)
		name[i] = arena_copy(r->arena, record_field_text(r->arena, field[i]));
	r->shape = record_shape(r->arena, name, count);
	if (str_ends(raw, STR("\r\n")))
		r->eol = STR("\r\n");
	else
		r->eol = str_ends(raw, STR("\r")) ? STR("\r") : STR("\n");
	if (str_ends(raw, r->eol))
		raw.n -= r->eol.n;
	r->header_raw = arena_copy(r->arena, raw);
	return 0;
}

/* What stands in the only cell of the header, and the header's line end. */
static struct str
unwrap(struct arena *a, struct str header)
{
	struct str cell = str_trim(header), end;
	char *p;

	if (!csv_well_quoted(cell))
		return header;
	end = str_slice(header, (size_t)(cell.p - header.p) + cell.n, header.n);
	cell = record_field_text(a, (struct field){ cell.p, (uint32_t)cell.n,
	    FIELD_QUOTED | FIELD_ESCAPE });
	p = arena_text(a, cell.n + end.n);
	memcpy(p, cell.p, cell.n);
	memcpy(p + cell.n, end.p, end.n);
	return (struct str){ p, cell.n + end.n };
}

/* The header stands at the front of the window and takes `judged`. */
static int
take(struct reader *r, struct csv_judge *j, const struct csv_judged *judged, bool wrapped,
    struct arena *scratch, struct err *e)
{
	struct str raw = str_slice(reader_window(r), 0, judged->size);
	struct csv_judged found = *judged;
	struct field *field;

	if (wrapped) {
		raw = unwrap(scratch, raw);
		if (format_csv_strict_read(j, raw, true, NULL, 0, &found) == CSV_REJECT)
			return refuse(r, r->line, 0, e, found.reason);
	}
	if (found.fields > FORMAT_MAX_COLUMNS)
		return refuse(r, r->line, 0, e, "more than 10,000 columns");
	field = arena_array(scratch, found.fields, sizeof *field);
	format_csv_strict_read(j, raw, true, field, found.fields, &found);
	if (take_names(r, raw, field, found.fields, e) != 0)
		return -1;
	reader_skip(r, NULL, judged->size, judged->lines);
	return 0;
}

int
format_csv_header(struct reader *r, const struct csv_rules *rules, bool wrapped, struct err *e)
{
	struct arena scratch = { 0 };
	struct csv_judge *j = format_csv_strict_new(&scratch, rules);
	struct csv_judged judged;
	enum csv_verdict verdict;
	int result = 0;

	while ((verdict = format_csv_strict_read(j, reader_window(r), r->ended, NULL, 0,
	    &judged)) == CSV_MORE && result == 0)
		result = reader_fill(r, reader_window(r).n * 2, e);
	if (verdict == CSV_REJECT)
		result = refuse(r, r->line + judged.bad_lines, judged.bad_column, e, judged.reason);
	else if (result == 0)
		result = take(r, j, &judged, wrapped, &scratch, e);
	format_csv_strict_free(j);
	arena_free(&scratch);
	return result;
}
