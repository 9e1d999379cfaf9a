/*
 * evidence - only columns whose name could mean a typed field are read at all.
 */
#include "import/evidence.h"

void
evidence_init(struct evidence *e, const struct mapping *m, size_t files)
{
	size_t i;

	*e = (struct evidence){ .mapping = m, .files = files };
	e->file = arena_array(&e->arena, files, sizeof *e->file);
	for (i = 0; i < files; i++)
		e->file[i].label.arena = &e->arena;
}

void
evidence_free(struct evidence *e)
{
	size_t i;

	for (i = 0; i < e->files; i++) {
		map_free(&e->file[i].label);
		buf_free(&e->file[i].column);
	}
	arena_free(&e->arena);
}

static unsigned
look_of(enum vocab_field f)
{
	switch (vocab[f].type) {
	case VOCAB_TYPE_TIME:
		return EVIDENCE_FILLED | EVIDENCE_DATE;
	case VOCAB_TYPE_INT:
	case VOCAB_TYPE_DECIMAL:
	case VOCAB_TYPE_MONEY:
		return EVIDENCE_FILLED | EVIDENCE_NUMBER;
	case VOCAB_TYPE_WORD:
		return EVIDENCE_FILLED | EVIDENCE_WORD;
	default:
		return EVIDENCE_FILLED;
	}
}

/* The field that a rule makes of this column; the name's own otherwise. */
static enum vocab_field
field_of(struct evidence *e, struct str label)
{
	const struct mapping *m = e->mapping;
	unsigned rank;
	size_t i;

	for (i = 0; i < m->rules; i++)
		if (!m->rule[i].activity && vocab_same(m->rule[i].text, label))
			return (enum vocab_field)m->rule[i].field;
	return mapping_name(m, &e->arena, label, &rank);
}

static uint32_t
add_column(struct evidence *e, struct evidence_file *f, struct str label)
{
	struct evidence_column c = { 0 };
	uint32_t before = f->label.count, number = map_add(&f->label, label);

	if (number != before)
		return number;
	c.field = field_of(e, label);
	if (c.field != VOCAB_FIELDS)
		c.look = look_of(c.field);
	if (mapping_converted(&e->arena, label))
		c.look |= EVIDENCE_TRUTH;
	buf_add(&f->column, &c, sizeof c);
	return number;
}

static struct evidence_column *
columns(const struct evidence_file *f)
{
	return (struct evidence_column *)(void *)f->column.p;
}

static void
learn_shape(struct evidence *e, struct evidence_file *f, const struct shape *s)
{
	uint32_t i;

	if (s->count > f->room) {
		f->room = 2 * s->count;
		f->at = arena_array(&e->arena, f->room, sizeof *f->at);
	}
	for (i = 0; i < s->count; i++) {
		f->at[i] = add_column(e, f, s->label[i]);
		if (columns(f)[f->at[i]].look == 0)
			f->at[i] = UINT32_MAX;
	}
	f->shape = s->id;
}

void
evidence_header(struct evidence *e, size_t file, const struct shape *s)
{
	learn_shape(e, &e->file[file], s);
}

static void
add_number(struct evidence_column *c, struct str s)
{
	struct money comma, point;
	bool ambiguous, reads_comma, reads_point;

	if (str_find(s, ',') == s.n && str_find(s, '.') == s.n && str_find(s, '\'') == s.n)
		return;
	reads_comma = money_parse_human(s, ',', &comma, &ambiguous);
	reads_point = money_parse_human(s, '.', &point, &ambiguous);
	if (reads_comma && reads_point)
		c->either += number_cmp(comma.amount, point.amount) != 0;
	else if (reads_comma || reads_point)
		*(reads_comma ? &c->comma : &c->point) += 1;
}

static void
add_word(struct evidence_column *c, struct str s)
{
	if (!vocab_has_word(vocab[c->field].words, s) && vocab_truth(s) < 0)
		c->foreign++;
}

static void
add_cell(struct evidence_column *c, struct str s)
{
	s = str_trim(s);
	if (s.n == 0 || (c->look != EVIDENCE_FILLED && vocab_means_missing(s)))
		return;
	c->filled++;
	if (c->look & EVIDENCE_DATE)
		date_evidence_add(&c->date, s);
	if (c->look & EVIDENCE_NUMBER)
		add_number(c, s);
	if (c->look & EVIDENCE_WORD)
		add_word(c, s);
	if (c->look & EVIDENCE_TRUTH)
		*(vocab_truth(s) >= 0 ? &c->truth : &c->other) += 1;
}

void
evidence_add(struct evidence *e, size_t file, struct record *rec)
{
	struct evidence_file *f = &e->file[file];
	uint32_t i;

	if (f->shape != rec->shape->id)
		learn_shape(e, f, rec->shape);
	for (i = 0; i < rec->shape->count; i++)
		if (f->at[i] != UINT32_MAX && record_field(rec, i).size != 0)
			add_cell(&columns(f)[f->at[i]], record_text(rec, i));
}

void
evidence_merge(struct evidence *into, const struct evidence *from)
{
	size_t i;
	uint32_t k;

	for (i = 0; i < from->files; i++)
		for (k = 0; k < from->file[i].label.count; k++) {
			struct evidence_file *f = &into->file[i];
			const struct evidence_column *b = &columns(&from->file[i])[k];
			uint32_t number = add_column(into, f, from->file[i].label.entry[k].key);
			struct evidence_column *a = &columns(f)[number];

			a->filled += b->filled;
			date_evidence_merge(&a->date, &b->date);
			a->comma += b->comma;
			a->point += b->point;
			a->either += b->either;
			a->truth += b->truth;
			a->other += b->other;
			a->foreign += b->foreign;
		}
}

const struct evidence_column *
evidence_of(const struct evidence *e, size_t file, struct str label)
{
	uint32_t i = map_find(&e->file[file].label, label);

	return i == MAP_NONE ? NULL : &columns(&e->file[file])[i];
}

enum date_order
evidence_order(const struct evidence *e, size_t file, const struct evidence_column *c,
    const char **from)
{
	const struct evidence_file *f = &e->file[file];
	struct date_evidence all = { 0 };
	enum date_order order = c ? date_evidence_order(&c->date) : DATE_ORDER_NONE;
	uint32_t i;

	*from = order ? "column" : NULL;
	if (order != DATE_ORDER_NONE || c == NULL || c->date.ambiguous == 0)
		return order;
	*from = "setting";
	if (e->mapping->order != DATE_ORDER_NONE)
		return e->mapping->order;
	for (i = 0; i < f->label.count; i++)
		date_evidence_merge(&all, &columns(f)[i].date);
	order = date_evidence_order(&all);
	*from = order ? "file" : NULL;
	return order;
}

static char
decimal(uint64_t comma, uint64_t point)
{
	return (comma != 0) == (point != 0) ? 0 : comma ? ',' : '.';
}

char
evidence_decimal(const struct evidence *e, size_t file, const struct evidence_column *c,
    const char **from)
{
	const struct evidence_file *f = &e->file[file];
	uint64_t comma = 0, point = 0;
	char sign = c ? decimal(c->comma, c->point) : 0;
	uint32_t i;

	*from = sign ? "column" : NULL;
	if (sign != 0 || c == NULL || c->either == 0)
		return sign;
	*from = "setting";
	if (e->mapping->decimal != 0)
		return e->mapping->decimal;
	for (i = 0; i < f->label.count; i++) {
		comma += columns(f)[i].comma;
		point += columns(f)[i].point;
	}
	sign = decimal(comma, point);
	*from = sign ? "file" : NULL;
	return sign;
}

bool
evidence_serial(const struct evidence_column *c)
{
	return c != NULL && c->date.serial != 0 && c->date.other == 0 &&
	    c->date.plain + c->date.day_first + c->date.month_first + c->date.ambiguous == 0;
}
