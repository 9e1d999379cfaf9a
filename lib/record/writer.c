/*
 * writer - records as bytes: one copy where nothing changes, cell by cell where it does.
 *
 *	raw	Ann,"Smith, Jr.",42 CR LF		{ "name": "Ann", "score": 1 }
 *	splice	Ann,"Smith, Jr.",42|,87.5|,A|		{ "name": "Ann", "score": |9|,"grade":"A"| }
 *	         one copy         added cells		 copy              replaced  added   copy
 */
#include "record/list.h"
#include "record/skim.h"
#include "record/writer_impl.h"

/* Formats, delimiter and line end, from what was asked for and what is read. */
static void
resolve_options(struct writer *w, const struct reader *r)
{
	struct write_options *o = &w->options;
	enum format from = r ? reader_format(r) : FORMAT_AUTO;
	bool from_csv = from == FORMAT_CSV || from == FORMAT_TSV;

	w->to_json = format_is_json(o->to);
	w->array = o->to == FORMAT_JSON;
	if (o->to == FORMAT_TSV)
		o->delimiter = '\t';
	else if (o->delimiter == '\0')
		o->delimiter = from == FORMAT_CSV ? reader_delimiter(r) : ',';
	w->same = from_csv && !w->to_json && !o->excel && o->delimiter == reader_delimiter(r);
	w->flat = w->to_json && (o->to == FORMAT_JSONL || o->one_line) && from != FORMAT_JSONL;
	w->eol = o->excel ? STR("\r\n") : o->eol.n ? o->eol : from_csv ? reader_eol(r) : STR("\n");
	w->style = (struct cell_style){ o->delimiter, o->excel, o->one_line };
	w->bare = !o->excel && (o->delimiter == ',' || o->delimiter == '\t');
}

static bool
has_line_end(struct str s)
{
	return str_find(s, '\n') != s.n || str_find(s, '\r') != s.n;
}

/* A name in the header line: as it stands in the file, not made unique, but where columns were
 * called by the unique name. */
static struct str
header_name(const struct writer *w, const struct slot *s)
{
	bool called = w->selection.count != 0 && w->selection.choice[0].sign == 0;

	return s->own || called ? s->name : w->header->name[s->at];
}

static void
put_header(const struct writer *w, struct buf *b, struct arena *a, struct str raw)
{
	size_t start = b->n;
	uint32_t i = 0;

	/* What looks like a byte order mark has to be quoted. */
	if (w->same && w->selection.count == 0 && !w->options.own_first && raw.n &&
	    !str_starts(raw, STR("\xef\xbb\xbf")) && !(w->options.one_line && has_line_end(raw))) {
		buf_str(b, raw);
		i = w->header->count;
	}
	for (; i < w->columns.count; i++) {
		if (i != 0)
			buf_byte(b, w->style.delimiter);
		writer_layout_joined(w, cell_csv_text(b, a, &w->style,
		    header_name(w, &w->columns.slot[i])));
	}
	writer_row_end(w, b, start);
}

static int
set_header(struct arena *a, struct writer *w, const struct reader *r, struct err *e)
{
	struct buf b = { 0 };
	uint32_t i, *slot_of;

	if (writer_select_columns(a, w, w->header, &w->columns, e) != 0)
		return -1;
	w->slot_of = slot_of = arena_array(a, (size_t)w->columns.count + 1, sizeof *slot_of);
	for (i = 0; i < w->columns.count; i++)
		if (!w->columns.slot[i].own)
			slot_of[map_add(&w->names, w->columns.slot[i].name)] = i;
	if (!w->to_json) {
		if (w->options.excel)
			buf_str(&b, STR("\xef\xbb\xbf"));
		put_header(w, &b, a,
		    r && reader_shape(r) == w->header ? reader_header_raw(r) : (struct str){ 0 });
		w->begin = arena_copy(a, buf_text(&b));
		buf_free(&b);
	}
	return 0;
}

struct writer *
writer_new(struct arena *a, const struct write_options *o, const struct reader *r,
    const struct shape *header, struct err *e)
{
	struct writer *w = arena_alloc(a, sizeof *w);
	uint32_t i;

	w->options = *o;
	resolve_options(w, r);
	w->own.arena = w->names.arena = a;
	w->cache = writer_layout_cache(a);
	for (i = 0; i < o->own_count; i++)
		map_add(&w->own, o->own[i]);
	if (!(w->to_json && r && format_is_json(reader_format(r))))
		w->header = header;
	if (writer_select(a, o->columns, &w->selection, e) == 0) {
		w->met = arena_array(a, w->selection.count, sizeof *w->met);
		if (w->header == NULL || set_header(a, w, r, e) == 0)
			return w;
	}
	writer_free(w);
	return NULL;
}

bool
writer_plain(const struct writer *w)
{
	const struct write_options *o = &w->options;

	return !w->to_json && w->selection.count == 0 && o->own_count == 0 && !o->excel && !o->one_line;
}

char
writer_delimiter(const struct writer *w)
{
	return w->style.delimiter;
}

void
writer_free(struct writer *w)
{
	map_free(&w->own);
	map_free(&w->names);
	writer_layout_free(w->cache);
}

void
writer_begin(const struct writer *w, struct buf *out)
{
	buf_str(out, w->array ? STR("[") : w->begin);
}

struct str
writer_first(const struct writer *w, struct str rows)
{
	return str_slice(rows, w->array, rows.n);
}

void
writer_end(const struct writer *w, struct buf *out, bool any)
{
	if (w->array)
		buf_str(out, any ? STR("\n]\n") : STR("]\n"));
}

/* JSON as it stands; in JSON Lines without its line ends, which are never inside a string, nor
 * the blanks that indent what follows. */
static void
put_raw_json(const struct writer *w, struct buf *b, const char *p, size_t n)
{
	struct str s = { p, n };
	size_t i, end;

	if (!w->flat || !has_line_end(s)) {
		buf_str(b, s);
		return;
	}
	for (i = 0; i < n; i = end) {
		for (end = i; end < n && p[end] != '\n' && p[end] != '\r';)
			end++;
		buf_add(b, p + i, end - i);
		while (end < n && memchr("\n\r \t", p[end], 4) != NULL)
			end++;
	}
}

/* A cell of CSV as JSON. */
static void
put_json_text(const struct writer *w, struct buf *b, struct arena *scratch, enum column_kind kind,
    struct str text)
{
	struct str rest = text, item;
	size_t used;

	if (kind == COLUMN_JSON && text.n != 0 && text.p[0] == '[' &&
	    skim_value(text, &used) == SKIM_OK &&
	    str_trim(str_slice(text, used, text.n)).n == 0) {
		put_raw_json(w, b, text.p, text.n);
	} else if (kind == COLUMN_LIST && text.n != 0) {
		for (buf_byte(b, '['); list_next(scratch, &rest, &item);) {
			cell_json_text(b, item);
			buf_byte(b, ',');
		}
		b->p[b->n - 1] = ']';
	} else {
		cell_json_text(b, text);
	}
}

static void
put_key(struct buf *b, const struct slot *s)
{
	if (s->key.n != 0) {
		buf_str(b, s->key);
	} else {
		cell_json_text(b, s->name);
		buf_byte(b, ':');
	}
}

static void
put_object(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec)
{
	const char *comma = "";
	struct field f;
	uint32_t i, at;

	buf_byte(b, '{');
	for (i = 0; i < l->columns.count; i++) {
		const struct slot *s = &l->columns.slot[i];

		if (s->at == SLOT_NONE)
			continue;
		at = writer_source(rec, s);
		f = at == SLOT_NONE ? (struct field){ 0 } : record_field(rec, at);
		if (f.flags & FIELD_ABSENT && f.size == 0)
			continue;
		buf_str(b, str_of(comma));
		comma = ",";
		put_key(b, s);
		if (at == SLOT_NONE)
			cell_json(b, rec->scratch, &rec->own[s->at]);
		else if (f.flags & FIELD_JSON)
			put_raw_json(w, b, f.raw, f.size);
		else
			put_json_text(w, b, rec->scratch, s->kind,
			    record_field_text(rec->scratch, f));
	}
	buf_byte(b, '}');
}

/* Behind the last value; in an empty object behind its bracket. */
static const char *
last_value(const struct record *rec)
{
	struct field f;

	if (rec->shape->count == 0)
		return rec->raw.p + str_find(rec->raw, '{') + 1;
	f = rec->field[rec->shape->count - 1];
	return f.raw + f.size;
}

static void
splice_object(const struct writer *w, const struct layout *l, struct buf *b, struct record *rec)
{
	const char *from = rec->raw.p, *end = str_end(rec->raw), *last = last_value(rec);
	const struct slot *slot = l->columns.slot;
	struct field f;
	uint32_t i;

	for (i = 0; i < l->replaced_count; i++) {
		f = rec->field[l->replaced[i]];
		put_raw_json(w, b, from, (size_t)(f.raw - from));
		if (writer_source(rec, &slot[l->replaced[i]]) == SLOT_NONE)
			cell_json(b, rec->scratch, &rec->own[slot[l->replaced[i]].at]);
		else
			put_raw_json(w, b, f.raw, f.size);
		from = f.raw + f.size;
	}
	if (l->added < l->columns.count) {
		put_raw_json(w, b, from, (size_t)(last - from));
		from = last;
		for (i = l->added; i < l->columns.count; i++) {
			if (i != 0)
				buf_byte(b, ',');
			buf_str(b, slot[i].key);
			cell_json(b, rec->scratch, &rec->own[slot[i].at]);
		}
	}
	put_raw_json(w, b, from, (size_t)(end - from));
}

void
writer_put(const struct writer *w, struct buf *out, struct record *rec)
{
	const struct layout *l = writer_layout(w, rec->shape, rec->scratch);
	bool whole = rec->raw.p != NULL && l->splice;
	bool raw;

	if (w->to_json) {
		if (w->array)
			buf_str(out, STR(",\n"));
		if (whole)
			splice_object(w, l, out, rec);
		else
			put_object(w, l, out, rec);
		if (!w->array)
			buf_byte(out, '\n');
		return;
	}
	raw = w->same && !(w->options.one_line && (rec->raw.p == NULL || has_line_end(rec->raw)));
	/* The fields of the strict lane need not lie in the raw bytes. */
	if (whole && raw && (rec->field == NULL || l->replaced_count == 0))
		writer_row_splice(w, l, out, rec);
	else
		writer_row_put(w, l, out, rec, raw);
}
