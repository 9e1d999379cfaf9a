/*
 * run_reject - what a tool cannot take: where it stands, and how it looks.
 *
 * A lead is personal data, so the message has the shape of the value, not the value.
 */
#include <stdarg.h>
#include <stdio.h>

#include "cli/run_impl.h"
#include "value/text.h"

/* The column that a tool's complaint is about: as it is called in the file, or as we call it. */
static uint32_t
find_column(const struct shape *s, const char *column)
{
	struct str name = str_of(column);
	uint32_t i;

	for (i = 0; i < s->count; i++)
		if (str_eq(s->label[i], name))
			return i;
	for (i = 0; i < s->count; i++)
		if (vocab_same(s->label[i], name))
			return i;
	return s->count;
}

/* Line and byte column of a field: a record may go over several lines. */
static void
locate(struct place *at, const struct record *rec, struct field f)
{
	const char *p = rec->raw.p, *line = p;

	if (p == NULL || f.raw < p || f.raw > p + rec->raw.n)
		return;
	for (; p < f.raw; p++)
		if (*p == '\n' || (*p == '\r' && p[1] != '\n')) {
			at->line++;
			line = p + 1;
		}
	at->column = (uint64_t)(f.raw - line) + 1;
}

/* The part of the format that no value changes: "not an amount", of "not an amount: %s". */
static struct str
opening(const char *fmt)
{
	struct str s = str_slice(str_of(fmt), 0, str_find(str_of(fmt), '%'));

	while (s.n != 0 && strchr(" :\"'(", s.p[s.n - 1]) != NULL)
		s.n--;
	return s;
}

enum verdict
run_reject(struct worker *w, const char *column, const char *fmt, ...)
{
	struct run_hand *h = (struct run_hand *)w;
	struct record *rec = w->lead.rec;
	uint32_t i = find_column(rec->shape, column);
	struct str value = { 0 };
	char text[240];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	h->kind = *column == '\0' ? opening(fmt) :
	    arena_printf(&h->scratch, "%s: %.*s", column, STR_ARG(opening(fmt)));
	w->why = (struct reject){
		.code = REJECT_VALUE, .at = rec->at, .raw = rec->raw, .record = rec
	};
	w->why.column = arena_copy(&h->scratch, str_of(column));
	if (i < rec->shape->count) {
		locate(&w->why.at, rec, record_field(rec, i));
		value = record_text(rec, i);
	}
	if (value.n == 0)
		w->why.reason = arena_copy(&h->scratch, str_of(text));
	else if (w->run->show_values)
		w->why.reason = arena_printf(&h->scratch, "%s: \"%.*s\"", text, STR_ARG(value));
	else
		w->why.reason = arena_printf(&h->scratch, "%s: shape \"%.*s\"", text,
		    STR_ARG(text_shape(&h->scratch, value)));
	return REJECT;
}
