/*
 * undo - the log is read first, so the leads that follow can be looked up in it.
 *
 *	note	{ who, name, log, head, size } line fields	of which the spool gets the last two
 */
#include "import/match.h"
#include "import/merge_log.h"
#include "import/undo.h"
#include "record/list.h"
#include "record/skim.h"

struct note {
	uint64_t who, name;
	bool log, head, stray;          /* of the log; a lead of it, not a row; neither */
	size_t size;
};

static const enum vocab_field who[UNDO_COLUMNS] = { VOCAB_ID, VOCAB_MERGED_FROM, VOCAB_EMAIL,
	VOCAB_PHONE, VOCAB_FULL_NAME, VOCAB_FIRST_NAME, VOCAB_LAST_NAME, VOCAB_COMPANY, VOCAB_WEBSITE };

void
undo_labels(struct layout_labels *l)
{
	size_t i;

	for (i = 0; i < MERGE_LOG_COLUMNS; i++)
		map_add(&l->refused, merge_log_name[i]);
}

/* Does any file behind the log have the column? */
static bool
leads_have(const struct layout *l, uint32_t at)
{
	size_t i;
	uint32_t k;

	for (i = 1; i < l->files; i++)
		for (k = 0; k < l->file[i].mapping.columns; k++)
			if (l->file[i].to[k] == at)
				return true;
	return false;
}

int
undo_start(struct undo *u, struct err *e)
{
	const struct shape *s = u->layout->shape;
	uint32_t i;
	size_t k;

	u->whos = 0;
	for (i = 0; i < s->count; i++)
		for (k = 0; k < UNDO_COLUMNS; k++)
			if (str_is(s->label[i], vocab[who[k]].name) && leads_have(u->layout, i))
				u->who[u->whos++] = i;
	if (u->whos == 0 && u->layout->files > 1 && u->layout->file[1].mapping.columns != 0)
		return err_set(e, ERR_INPUT, (struct place){ .file = u->file[1] },
		    "no column says who a lead is");
	return 0;
}

/* A list is the same in CSV and in JSON. */
static struct str
list_text(struct arena *a, struct field f)
{
	struct str text = record_field_text(a, f), *item;
	struct skim k = { .room = 64 };
	size_t used, i;

	if (!(f.flags & FIELD_NEST))
		return text;
	k.value = arena_array(a, k.room, sizeof *k.value);
	while (skim_array(text, &k, &used) == SKIM_MEMBERS) {
		k.room *= 8;
		k.value = arena_array(a, k.room, sizeof *k.value);
	}
	item = arena_array(a, k.n + 1, sizeof *item);
	for (i = 0; i < k.n; i++)
		item[i] = record_field_text(a, k.value[i]);
	return list_join(a, item, k.n);
}

static struct str
log_text(struct record *rec, unsigned column)
{
	uint32_t i;

	for (i = 0; i < rec->shape->count; i++)
		if (str_eq(rec->shape->label[i], merge_log_name[column]))
			return record_text(rec, i);
	return (struct str){ 0 };
}

void
undo_note(const struct undo *u, struct buf *notes, const struct clean *c)
{
	struct note note = { .log = c->file == 0 };
	uint64_t line = c->lead->rec->at.line;
	size_t start = notes->n;
	struct buf b = { 0 };
	uint32_t i;

	for (i = 0; i < u->whos; i++) {
		buf_str(&b, list_text(c->scratch, c->lead->field[u->who[i]]));
		buf_byte(&b, '\0');
	}
	note.who = match_hash(buf_text(&b));
	buf_free(&b);
	if (note.log) {
		struct str lead = log_text(c->lead->rec, MERGE_LOG_LEAD);
		struct str row = log_text(c->lead->rec, MERGE_LOG_ROW);

		note.name = match_hash(lead);
		note.head = row.n == 0;
		note.stray = lead.n == 0;
	}
	buf_add(notes, &note, sizeof note);
	buf_add(notes, &line, sizeof line);
	spool_put_fields(notes, c->lead->field, u->layout->shape->count);
	note.size = notes->n - start - sizeof note;
	memcpy(notes->p + start, &note, sizeof note);
}

/* A row of the log belongs to the lead above it. */
static int
take_log(struct undo *u, const struct note *note, uint64_t line, struct err *e)
{
	uint32_t row = (uint32_t)(u->rows.n / sizeof(struct undo_row));
	struct undo_group one = { .name = note->name, .who = note->who, .first = row + 1 };
	struct undo_group *last;

	if (note->stray)
		return err_set(e, ERR_INPUT, (struct place){ .file = u->file[0], .line = line },
		    "this is no row of --merge-log: it has no _lead");
	if (note->head) {
		buf_add(&u->groups, &one, sizeof one);
		return 0;
	}
	last = row ? (struct undo_group *)(void *)u->groups.p + u->groups.n / sizeof *last - 1 : NULL;
	if (last == NULL || last->name != note->name)
		return err_set(e, ERR_INPUT, (struct place){ .file = u->file[0], .line = line },
		    "the lead of this row is not above it");
	last->rows++;
	return 0;
}

int
undo_take(struct undo *u, struct str notes, struct err *e)
{
	const char *at = notes.p, *end = str_end(notes);
	struct note note;
	uint64_t line;

	for (; at < end; at += note.size) {
		struct undo_row row = { .at = spool_size(u->spool) };

		memcpy(&note, at, sizeof note);
		at += sizeof note;
		memcpy(&line, at, sizeof line);
		row.who = note.who;
		row.log = note.log;
		if (note.log && take_log(u, &note, line, e) < 0)
			return -1;
		buf_add(&u->rows, &row, sizeof row);
		if (spool_add(u->spool, (struct str){ at, note.size }, e) < 0)
			return -1;
	}
	return 0;
}

static void
sort_groups(struct undo *u, struct arena *a)
{
	struct undo_group *g = (struct undo_group *)(void *)u->groups.p;
	size_t n = u->groups.n / sizeof *g, i;

	u->known = arena_array(a, n + 1, sizeof *u->known);
	for (i = 0; i < n; i++)
		u->known[i] = (struct match_entry){ g[i].who, (uint32_t)i };
	match_sort(u->known, n);
}

/* The rows that come out for row number i: *first and how many; none for those of the log. */
static uint32_t
find(struct undo *u, uint32_t i, uint32_t *first)
{
	const struct undo_row *row = (const struct undo_row *)(const void *)u->rows.p + i;
	struct undo_group *g = (struct undo_group *)(void *)u->groups.p, *due;
	const struct match_entry *known, *end = u->known + u->groups.n / sizeof *g;

	*first = i;
	if (row->log)
		return 0;
	if ((known = match_search(u->known, (size_t)(end - u->known), row->who)) == NULL)
		return 1;
	/* Several leads that look the same: in their order. */
	due = &g[known->row];
	known += due->next;
	if (known == end || known->hash != row->who)
		return 1;
	due->next++;
	g = &g[known->row];
	u->undone++;
	u->restored += g->rows;
	*first = g->first;
	return g->rows;
}

static int
fetch(const struct undo *u, struct spool_view *v, uint32_t i, struct record *rec, struct err *e)
{
	const struct undo_row *row = (const struct undo_row *)(const void *)u->rows.p + i;
	uint64_t end = i + 1 < u->rows.n / sizeof *row ? row[1].at : spool_size(u->spool);
	struct field *f = arena_array(rec->scratch, (size_t)u->layout->shape->count + 1, sizeof *f);
	size_t n = (size_t)(end - row->at);
	const char *p = spool_look(u->spool, v, row->at, n, e);

	if (p == NULL)
		return -1;
	spool_get_fields(arena_copy(rec->scratch, (struct str){ p + sizeof(uint64_t),
	    n - sizeof(uint64_t) }), f, u->layout->shape->count);
	rec->field = f;
	return 0;
}

int
undo_write(struct undo *u, int (*put)(void *with, struct record *rec, bool first, struct err *e),
    void *with, struct err *e)
{
	struct arena keep = { 0 }, scratch = { 0 };
	struct record rec = { .shape = u->layout->shape, .scratch = &scratch };
	struct spool_view *v = spool_view_new(&keep);
	uint32_t i, k, first, rows;
	int result = spool_end(u->spool, e);

	sort_groups(u, &keep);
	for (i = 0; i < u->rows.n / sizeof(struct undo_row) && result == 0; i++) {
		rows = find(u, i, &first);
		for (k = 0; k < rows && result == 0; k++) {
			arena_reset(&scratch);
			result = fetch(u, v, first + k, &rec, e);
			result = result == 0 ? put(with, &rec, k == 0, e) : result;
		}
	}
	spool_view_free(v);
	arena_free(&scratch);
	arena_free(&keep);
	return result;
}

void
undo_free(struct undo *u)
{
	buf_free(&u->rows);
	buf_free(&u->groups);
}
