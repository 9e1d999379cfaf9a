/*
 * writer_row - a record as a row of CSV.
 *
 *	fields	|Ann|Lee|*text*|DE|12|		*: of our making
 *	copied	|Ann,Lee|,|text|,|DE,12|	what lies side by side goes as one
 */
#include "record/list.h"
#include "record/skim.h"
#include "record/writer_impl.h"

/* Columns are separated by delimiters; a lone empty cell is quoted, or its line would be blank. */
void
writer_row_end(const struct writer *w, struct buf *b, size_t start)
{
	if (b->n == start)
		buf_str(b, STR("\"\""));
	buf_byte(b, w->eol.p[0]);
	if (w->eol.n > 1)
		buf_byte(b, w->eol.p[1]);
}

/* Column `own` of the tool, and what stands before it. */
static inline uint64_t
put_own(const struct writer *w, struct buf *b, struct record *rec, uint32_t own, char delimiter)
{
	enum { ROOM = CELL_SHORT + 1 };
	char *to = b->room - b->n >= ROOM ? b->p + b->n : buf_room(b, ROOM), *end;

	*to = delimiter;
	b->n += delimiter != '\0';
	end = cell_csv_short(b->p + b->n, &w->style, &rec->own[own]);
	if (end == NULL)
		return cell_csv(b, rec->scratch, &w->style, &rec->own[own]);
	b->n = (size_t)(end - b->p);
	return 0;
}

/* The items of an array as one text, when none is null or nested. */
static bool
list_of_array(struct arena *a, struct field f, struct str *text)
{
	enum { FEW = 64 };
	struct field few[FEW];
	struct skim k = { .value = few, .room = FEW };
	struct str *item;
	size_t used, i;

	if (!(f.flags & FIELD_NEST) || *f.raw != '[')
		return false;
	while (skim_array((struct str){ f.raw, f.size }, &k, &used) == SKIM_MEMBERS) {
		k.room *= 8;
		k.value = arena_array(a, k.room, sizeof *k.value);
	}
	item = arena_array(a, k.n, sizeof *item);
	for (i = 0; i < k.n; i++) {
		if (k.value[i].flags & (FIELD_NEST | FIELD_ABSENT))
			return false;
		item[i] = record_field_text(a, k.value[i]);
	}
	*text = list_join(a, item, k.n);
	return true;
}

static uint64_t
put_field(const struct writer *w, struct buf *b, struct record *rec, const struct slot *s, struct field f)
{
	struct str text;

	if (f.size == 0)
		return 0;
	if (w->bare && f.flags & FIELD_PLAIN) {
		buf_add(b, f.raw, f.size);
		return 0;
	}
	if (s->kind != COLUMN_LIST || !list_of_array(rec->scratch, f, &text))
		text = record_field_text(rec->scratch, f);
	return cell_csv_text(b, rec->scratch, &w->style, text);
}

static bool
stands(struct field f)
{
	return !(f.flags & (FIELD_TEXT | FIELD_JSON | FIELD_ABSENT)) && f.raw != NULL;
}

/* All the columns of a record whose fields are at hand, when they come out in that order. */
static uint64_t
put_fields(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec, bool raw)
{
	const struct field *field = rec->field, *end = field + l->added, *f, *last;
	char delimiter = w->style.delimiter;
	uint64_t joined = 0;

	for (f = field; f < end; f++) {
		if (f != field)
			buf_byte(b, delimiter);
		if (!raw || !stands(*f)) {
			joined += put_field(w, b, rec, &l->columns.slot[f - field], *f);
			continue;
		}
		/* What lies side by side. */
		for (last = f; last + 1 < end && last[1].raw == last->raw + last->size + 1 &&
		    last->raw[last->size] == delimiter && stands(last[1]); last++)
			;
		buf_add(b, f->raw, (size_t)(last->raw + last->size - f->raw));
		f = last;
	}
	return joined;
}

/* The last of the slots from number i on, whose field is f, that lie side by side in the input and may go
 * out as they stand, the delimiters between them included. */
static uint32_t
span(const struct writer *w, const struct layout *l, const struct record *rec, uint32_t i,
    struct field f, struct str *text)
{
	const struct slot *s = l->columns.slot;
	const char *from = f.raw, *end = from + f.size;
	uint32_t at;

	for (; i + 1 < l->columns.count; i++, end = f.raw + f.size) {
		if ((at = writer_source(rec, &s[i + 1])) == SLOT_NONE)
			break;
		f = record_field(rec, at);
		if (f.raw != end + 1 || !stands(f) || *end != w->style.delimiter)
			break;
	}
	*text = (struct str){ from, (size_t)(end - from) };
	return i;
}

void
writer_row_put(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec,
    bool raw)
{
	size_t start = b->n;
	const struct slot *slot = l->columns.slot;
	uint64_t joined = 0;
	struct str text;
	struct field f;
	uint32_t i, at;

	i = l->splice && l->replaced_count == 0 && rec->field != NULL ? l->added : 0;
	if (i != 0)
		joined = put_fields(w, l, b, rec, raw);
	for (; i < l->columns.count; i++) {
		if (i != 0)
			buf_byte(b, w->style.delimiter);
		if ((at = writer_source(rec, &slot[i])) == SLOT_NONE) {
			joined += slot[i].own ? put_own(w, b, rec, slot[i].at, '\0') : 0;
			continue;
		}
		f = record_field(rec, at);
		if (!raw || !stands(f)) {
			joined += put_field(w, b, rec, &slot[i], f);
			continue;
		}
		i = span(w, l, rec, i, f, &text);
		buf_str(b, text);
	}
	writer_row_end(w, b, start);
	writer_layout_joined(w, joined);
}

void
writer_row_splice(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec)
{
	const char *from = rec->raw.p, *end = str_end(rec->raw);
	const struct slot *slot = l->columns.slot;
	size_t start = b->n;
	uint64_t joined = 0;
	struct field f;
	uint32_t i;

	for (i = 0; i < l->replaced_count; i++) {
		const struct slot *s = &slot[l->replaced[i]];

		f = record_field(rec, l->replaced[i]);
		buf_add(b, from, (size_t)(f.raw - from));
		if (writer_source(rec, s) == SLOT_NONE)
			joined += put_own(w, b, rec, s->at, '\0');
		else
			buf_add(b, f.raw, f.size);
		from = f.raw + f.size;
	}
	buf_add(b, from, (size_t)(end - from));
	for (i = l->added; i < l->columns.count; i++)
		joined += put_own(w, b, rec, slot[i].at, w->style.delimiter);
	writer_row_end(w, b, start);
	writer_layout_joined(w, joined);
}
