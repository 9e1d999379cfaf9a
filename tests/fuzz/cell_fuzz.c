/*
 * Any text as one cell: libcsv and jansson read back what was written, a guard comes off again, and a list
 * is the same list once more.  The first byte chooses the style.
 */
#include <csv.h>
#include <jansson.h>

#include "fuzz.h"
#include "record/cell.h"
#include "record/guard.h"
#include "record/list.h"
#include "value/text.h"

struct seen {
	struct str want;
	unsigned fields, rows;
	bool same;
};

static void
see_field(void *p, size_t n, void *to)
{
	struct seen *s = to;

	s->fields++;
	s->same = str_eq(s->want, (struct str){ p, n });
}

static void
see_row(int c, void *to)
{
	(void)c;
	((struct seen *)to)->rows++;
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* The cell, and another one behind it so that an empty one is seen. */
static void
check_csv(const struct cell_style *style, struct str text, struct str want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct seen seen = { .want = want };
	struct csv_parser p;

	cell_csv_text(&b, &a, style, text);
	require(b.n <= 2 * text.n + 3);
	require(csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) == 0);
	csv_set_delim(&p, (unsigned char)style->delimiter);
	csv_set_space_func(&p, no_space);
	if (b.n != 0)
		require(csv_parse(&p, b.p, b.n, see_field, see_row, &seen) == b.n);
	require(csv_fini(&p, see_field, see_row, &seen) == 0);
	csv_free(&p);
	require(want.n == 0 ? b.n == 0 : seen.fields == 1 && seen.rows == 1 && seen.same);
	buf_free(&b);
	arena_free(&a);
}

/* As it is meant: each line end one blank, a guard in front. */
static struct str
meant(struct arena *a, const struct cell_style *style, struct str text)
{
	char *p = arena_text(a, text.n + 1);
	size_t i, n = 1;

	for (i = 0; i < text.n; i++) {
		p[n] = text.p[i];
		if (style->one_line && (text.p[i] == '\r' || text.p[i] == '\n')) {
			p[n] = ' ';
			i += text.p[i] == '\r' && i + 1 < text.n && text.p[i + 1] == '\n';
		}
		n++;
	}
	*p = '\'';
	text = (struct str){ p + 1, n - 1 };
	return style->excel && guard_needed(text) ? (struct str){ p, n } : text;
}

static void
check_guard(struct str text)
{
	struct buf b = { 0 };

	if (guard_needed(text))
		buf_byte(&b, '\'');
	buf_str(&b, text);
	require(str_eq(guard_undo(buf_text(&b)), text));
	buf_free(&b);
}

static void
check_list(struct arena *a, struct str text)
{
	struct str *item = arena_array(a, text.n + 2, sizeof *item), rest = text, again;
	size_t n = 0, i = 0;

	while (list_next(a, &rest, &item[n]))
		n++;
	require(n != 0 && n <= text.n + 1);
	rest = list_join(a, item, n);
	require(rest.n <= 2 * text.n);
	for (; list_next(a, &rest, &again); i++)
		require(i < n && str_eq(again, item[i]));
	require(i == n);
}

static void
check_json(struct str text)
{
	struct buf b = { 0 };
	json_t *json;

	cell_json_text(&b, text);
	require(b.n <= 6 * text.n + 2);
	json = json_loadb(b.p, b.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	require(json_is_string(json) && str_eq(text, (struct str){ json_string_value(json),
	    json_string_length(json) }));
	json_decref(json);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str text = { (const char *)data + 1, size - 1 };
	struct cell_style style;

	if (size == 0)
		return 0;
	style = (struct cell_style){ .delimiter = ",;\t|"[*data & 3], .excel = *data & 4, .one_line = *data & 8 };
	check_csv(&style, text, meant(&a, &style, text));
	check_guard(text);
	check_list(&a, text);
	if (text_valid(text, NULL))
		check_json(text);
	arena_free(&a);
	return 0;
}
