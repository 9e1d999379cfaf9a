/*
 * train_table - rows as they come, columns as they are learned from.
 *
 * A note is one record: a header, then the text of each field behind its length.  Workers
 * write notes; whoever commits interns them, column by column, so codes follow the order of the
 * input and nothing else.
 */
#include "score/train_impl.h"
#include "value/text.h"

struct note {
	const struct shape *shape;      /* lives as long as the input is read */
	double weight;
	uint32_t fields;
	uint8_t came, has_id;
	uint64_t id;
};

/* FNV-1a and a final mix: not seeded, as the split must be the same every time. */
WRAPS static uint64_t
hash(const void *p, size_t n)
{
	const unsigned char *s = p;
	uint64_t h = UINT64_C(14695981039346656037);
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ s[i]) * UINT64_C(1099511628211);
	h = (h ^ (h >> 33)) * UINT64_C(0xff51afd7ed558ccd);
	return h ^ (h >> 33);
}

void
train_table_init(struct train_table *t)
{
	*t = (struct train_table){ 0 };
	t->names.arena = &t->arena;
}

void
train_table_free(struct train_table *t)
{
	size_t i;

	for (i = 0; i < t->columns; i++) {
		map_free(&t->column[i].word);
		buf_free(&t->column[i].code);
	}
	map_free(&t->names);
	buf_free(&t->came);
	buf_free(&t->lot);
	buf_free(&t->weight);
	buf_free(&t->places);
	buf_free(&t->touched);
	arena_free(&t->row);
	arena_free(&t->arena);
}

/* An array of JSON in a field of the vocabulary that is a list. */
static bool
is_list(const struct record *r, uint32_t i)
{
	struct field f = record_field(r, i);
	enum vocab_field v = f.flags & FIELD_NEST && *f.raw == '[' ? vocab_find(r->shape->label[i]) :
	    VOCAB_FIELDS;

	return v != VOCAB_FIELDS && vocab[v].type == VOCAB_TYPE_LIST;
}

void
train_table_note(struct buf *notes, struct record *r, bool came, double weight, struct str id)
{
	struct note n = { .shape = r->shape, .weight = weight, .fields = r->shape->count,
		.came = came, .has_id = id.n != 0, .id = hash(id.p, id.n) };
	struct str text;
	uint32_t i, size;

	buf_add(notes, &n, sizeof n);
	for (i = 0; i < r->shape->count; i++) {
		text = text_trim(is_list(r, i) ? train_part_list(r->scratch, record_field(r, i)) :
		    record_text(r, i));
		size = (uint32_t)text.n;
		buf_add(notes, &size, sizeof size);
		buf_str(notes, text);
	}
}

uint32_t
train_table_column(struct train_table *t, struct str name)
{
	uint32_t i = map_add(&t->names, name);
	struct train_column *more;
	size_t room;

	if (i < t->columns)
		return i;
	if (i == t->room) {
		room = t->room ? 2 * t->room : 32;
		more = arena_array(&t->arena, room, sizeof *more);
		if (t->columns != 0)
			memcpy(more, t->column, t->columns * sizeof *more);
		t->column = more;
		t->room = room;
	}
	t->columns++;
	t->column[i] = (struct train_column){ .name = t->names.entry[i].key,
		.field = vocab_find(name), .word = { .arena = &t->arena } };
	if (train_part_has(&t->column[i]))
		t->column[i].thin = TRAIN_CLOSED;
	map_add(&t->column[i].word, (struct str){ 0 });
	if (t->column[i].thin == TRAIN_CLOSED)
		map_add(&t->column[i].word, STR("[]"));         /* for whatever there is */
	return i;
}

static int
find_places(struct train_table *t, const struct shape *s, struct err *e)
{
	uint32_t i, at;

	t->shape = s->id;
	t->places.n = 0;
	t->closed = UINT32_MAX;
	for (i = 0; i < s->count; i++) {
		if (t->columns >= TRAIN_COLUMNS)
			return err_set(e, ERR_INPUT, PLACE_NONE, "more than %d columns", TRAIN_COLUMNS);
		at = train_table_column(t, s->label[i]);
		if (t->column[at].field == VOCAB_CLOSED_AT)
			t->closed = i;
		buf_add(&t->places, &at, sizeof at);
	}
	return 0;
}

/* A column has shown TRAIN_WORDS texts: what are they? */
static enum train_thin
thinned(const struct train_column *c)
{
	uint32_t i, numbers = 0, days = 0, step = TRAIN_WORDS / 1024;
	struct number number;
	struct civil day;

	for (i = 1; i < c->word.count; i += step) {
		numbers += train_number(c, c->word.entry[i].key, &number);
		days += date_parse_iso(c->word.entry[i].key, &day);
	}
	return numbers > 1000 ? TRAIN_DIGITS : days > 1000 ? TRAIN_DAYS : TRAIN_CLOSED;
}

/* Four digits of a number, as text. */
static struct str
digits(const struct train_column *c, struct str text, char *room)
{
	struct number n;
	struct buf b = { 0 };
	int64_t power = 1;

	if (!train_number(c, text, &n))
		return text;
	while (n.units / power > 9999 || n.units / power < -9999)
		power *= 10;
	n.units = n.units / power * power;
	number_print(&b, n);
	text = (struct str){ room, b.n < 40 ? b.n : 40 };
	memcpy(room, b.p, text.n);
	buf_free(&b);
	return text;
}

static uint32_t
code_of(struct train_column *c, struct str text)
{
	char room[40];
	uint32_t code;

	if (text.n == 0)
		return 0;
	if (c->thin == TRAIN_CLOSED)
		return 1;
	code = map_find(&c->word, text);
	if (code != MAP_NONE)
		return code;
	if (c->word.count == TRAIN_WORDS)
		c->thin = thinned(c);
	if (c->thin == TRAIN_CLOSED)
		return 1;
	if (c->thin == TRAIN_DIGITS)
		text = digits(c, text, room);
	else if (c->thin == TRAIN_DAYS)
		text = str_slice(text, 0, 10);
	/* What thinning did not help. */
	if (c->word.count >= 2 * TRAIN_WORDS && map_find(&c->word, text) == MAP_NONE)
		return 1;
	return map_add(&c->word, text);
}

/* Rows that did not have the column are unknown. */
static void
pad(struct train_column *c, size_t rows)
{
	size_t have = c->code.n, want = rows * sizeof(uint32_t);

	if (have >= want)
		return;
	memset(buf_room(&c->code, want - have), 0, want - have);
	c->code.n = want;
}

void
train_table_put(struct train_table *t, struct train_column *c, struct str text)
{
	uint32_t code = code_of(c, text);

	if (c->code.n > t->rows * sizeof code)
		return;                 /* a key twice in one object: the first counts */
	pad(c, t->rows);
	buf_add(&c->code, &code, sizeof code);
}

/* The text of one field of a note, whose fields begin at p. */
static struct str
field_text(const char *p, uint32_t field)
{
	uint32_t size, i;

	for (i = 0; ; i++, p += size) {
		memcpy(&size, p, sizeof size);
		p += sizeof size;
		if (i == field)
			return (struct str){ p, size };
	}
}

int
train_table_take(struct train_table *t, struct str notes, struct err *e)
{
	struct note n;
	const char *p = notes.p, *end = str_end(notes);
	struct str closed;
	uint32_t i, size;
	uint64_t id;
	uint8_t lot;

	while (p < end) {
		memcpy(&n, p, sizeof n);
		p += sizeof n;
		if (t->shape != n.shape->id && find_places(t, n.shape, e) != 0)
			return -1;
		closed = t->closed != UINT32_MAX ? field_text(p, t->closed) : (struct str){ 0 };
		for (i = 0; i < n.fields; i++) {
			uint32_t at = ((const uint32_t *)(const void *)t->places.p)[i];

			memcpy(&size, p, sizeof size);
			p += sizeof size;
			train_table_put(t, &t->column[at], (struct str){ p, size });
			if (train_part_has(&t->column[at]))
				train_part_take(t, at, (struct str){ p, size }, closed);
			p += size;
		}
		train_part_end_row(t);
		id = t->rows;
		id = n.has_id ? n.id : hash(&id, sizeof id);
		lot = (uint8_t)(id % 100);
		buf_add(&t->came, &n.came, 1);
		buf_add(&t->lot, &lot, 1);
		buf_add(&t->weight, &n.weight, sizeof n.weight);
		t->rows++;
	}
	return 0;
}

void
train_table_end(struct train_table *t)
{
	size_t i;

	for (i = 0; i < t->columns; i++)
		pad(&t->column[i], t->rows);
}
