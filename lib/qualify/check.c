/*
 * check - cells as CSV would hold them, against the text that is expected.
 */
#include "qualify/check.h"
#include "record/cell.h"
#include "record/list.h"
#include "value/text.h"

/* As text, before any quoting. */
static struct str
found(struct record *rec, const struct cell *c)
{
	struct cell_style plain = { .delimiter = ',' };
	struct buf b = { 0 };
	struct str text;

	if (c->kind == CELL_TEXT)
		return c->text;
	if (c->kind == CELL_LIST)
		return list_join(rec->scratch, c->item, (size_t)c->number);
	cell_csv(&b, rec->scratch, &plain, c);
	text = arena_copy(rec->scratch, buf_text(&b));
	buf_free(&b);
	return text;
}

enum check_result
check_record(struct record *rec, const char *const *name, size_t names, struct buf *diff,
    struct str *column)
{
	static const struct str prefix = { "expect_", 7 };
	enum check_result result = CHECK_NOTHING;
	struct str what, expected, is;
	uint32_t i;
	size_t own;

	for (i = 0; i < rec->shape->count; i++) {
		what = rec->shape->label[i];
		if (!str_starts(what, prefix))
			continue;
		*column = what;
		what = str_slice(what, prefix.n, what.n);
		for (own = 0; own < names && !str_is(what, name[own]); own++)
			continue;
		if (own == names)
			return CHECK_NO_COLUMN;
		expected = text_trim(record_text(rec, i));
		if (expected.n == 0)
			continue;
		is = found(rec, &rec->own[own]);
		if (result == CHECK_NOTHING)
			result = CHECK_GOOD;
		if (str_eq(expected, is))
			continue;
		result = CHECK_BAD;
		buf_printf(diff, "-%.*s %.*s\n+%.*s%s%.*s\n", STR_ARG(what), STR_ARG(expected),
		    STR_ARG(what), is.n ? " " : "", STR_ARG(is));
	}
	return result;
}
