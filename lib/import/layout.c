/*
 * layout - which column goes where, worked out once all the headers and keys are known.
 */
#include "import/layout.h"

/* Columns in the making: what they are called, and a map of what is there already. */
struct columns {
	struct arena *arena;
	struct map taken;
	struct buf name;                /* struct str */
};

static uint32_t
add(struct columns *c, struct str key, struct str name)
{
	uint32_t before = c->taken.count, at = map_add(&c->taken, key);

	if (at == before)
		buf_add(&c->name, &name, sizeof name);
	return at;
}

static void
add_field(struct columns *c, struct layout *l, enum vocab_field f)
{
	if (l->at[f] == LAYOUT_NONE)
		l->at[f] = add(c, str_of(vocab[f].name), str_of(vocab[f].name));
}

/* The columns of one file, in the order of the union. */
static void
list_columns(struct layout_file *f, struct arena *a, const struct evidence *e, size_t number,
    const struct layout_options *o)
{
	const struct shape *all = o->all;
	struct mapping_file *m = &f->mapping;
	uint32_t i;

	f->label.arena = a;
	m->column = arena_array(a, (size_t)all->count + 1, sizeof *m->column);
	for (i = 0; i < all->count; i++) {
		const struct evidence_column *c = evidence_of(e, number, all->label[i]);
		struct mapping_column *to = &m->column[m->columns];

		if (c == NULL)
			continue;
		map_add(&f->label, all->label[i]);
		*to = (struct mapping_column){ .label = all->label[i], .filled = c->filled,
			.unlike = c->unlike > c->like };
		if (map_find(&o->labels->refused, all->label[i]) != MAP_NONE)
			to->fate = MAPPING_DROPPED;
		m->columns++;
	}
}

/* A column named like a converted flag that holds nothing but truth words is one. */
static void
find_converted(struct layout_file *f, struct arena *a, const struct evidence *e, size_t number)
{
	struct mapping_file *m = &f->mapping;
	uint32_t i;

	m->converted = LAYOUT_NONE;
	for (i = 0; i < m->columns && m->converted == LAYOUT_NONE && !m->ours; i++) {
		const struct evidence_column *c = evidence_of(e, number, m->column[i].label);

		if (c->truth != 0 && c->other == 0 && m->column[i].fate != MAPPING_DROPPED &&
		    mapping_converted(a, m->column[i].label))
			m->converted = i;
	}
}

static void
decide(struct layout_file *f, const struct evidence *e, size_t number)
{
	unsigned field;

	for (field = 0; field < VOCAB_FIELDS; field++) {
		const struct mapping_source *s = &f->mapping.field[field];
		struct layout_reading *r = &f->reading[field];

		if (!s->mapped || s->columns == 0)
			continue;
		r->evidence = evidence_of(e, number, f->mapping.column[s->column[0]].label);
		/* What we wrote is decided; what we left, its canonical neighbours don't decide. */
		if (f->mapping.ours) {
			r->order = e->mapping->order;
			r->order_from = r->order != DATE_ORDER_NONE ? "setting" : NULL;
			r->decimal = e->mapping->decimal;
			r->decimal_from = r->decimal != 0 ? "setting" : NULL;
			continue;
		}
		r->order = evidence_order(e, number, r->evidence, &r->order_from);
		r->decimal = evidence_decimal(e, number, r->evidence, &r->decimal_from);
		r->serial = evidence_serial(r->evidence);
	}
}

void
layout_header(struct layout_labels *l, const struct shape *s, uint32_t refused)
{
	uint32_t i, before;

	for (i = 0; i < s->count; i++) {
		struct str name = arena_copy(l->renamed.arena, s->name[i]);

		before = l->renamed.count;
		if (!str_eq(s->name[i], s->label[i]) && map_add(&l->renamed, s->label[i]) == before)
			buf_add(&l->name, &name, sizeof name);
		if (i < refused)
			map_add(&l->refused, s->label[i]);
	}
}

/* As it stands in the file. */
static struct str
name_of(const struct layout_options *o, struct str label)
{
	const struct str *name = (const struct str *)(const void *)o->labels->name.p;
	uint32_t i = map_find(&o->labels->renamed, label);

	return i == MAP_NONE ? label : name[i];
}

/* As they come. */
static void
place_plain(struct layout_file *f, struct columns *c, const struct layout_options *o)
{
	struct mapping_file *m = &f->mapping;
	uint32_t i;

	f->to = arena_array(c->arena, (size_t)m->columns + 1, sizeof *f->to);
	for (i = 0; i < m->columns; i++) {
		struct str label = m->column[i].label;

		f->to[i] = m->column[i].fate == MAPPING_DROPPED ? LAYOUT_NONE :
		    add(c, label, name_of(o, label));
	}
}

static void
place_columns(struct layout *l, struct layout_file *f, struct columns *c,
    const struct layout_options *o)
{
	struct mapping_file *m = &f->mapping;
	struct str name;
	uint32_t i;

	f->to = arena_array(c->arena, (size_t)m->columns + 1, sizeof *f->to);
	for (i = 0; i < m->columns; i++) {
		f->to[i] = LAYOUT_NONE;
		name = name_of(o, m->column[i].name);
		/* A second "Email" is not called as a field is. */
		if (vocab_find(name) != VOCAB_FIELDS)
			name = m->column[i].name;
		if (m->column[i].fate == MAPPING_FIELD || m->column[i].fate == MAPPING_OURS)
			add_field(c, l, m->column[i].field);
		else if (m->column[i].fate != MAPPING_DROPPED)
			f->to[i] = add(c, m->column[i].name, name);
	}
}

/* Fields without a column of their own: constants, joined ones, what follows from others. */
static void
derive(struct layout *l, struct columns *c, const struct layout_options *o)
{
	static const struct { enum vocab_field from, to; } derived[] = {
		{ VOCAB_EMAIL, VOCAB_EMAIL_STATUS }, { VOCAB_PHONE, VOCAB_PHONE_STATUS },
		{ VOCAB_SOURCE, VOCAB_SOURCE_DETAIL }, { VOCAB_SOURCE, VOCAB_DIRECTION },
	};
	unsigned field;
	size_t i;

	for (i = 0; i < l->files; i++) {
		for (field = 0; field < VOCAB_FIELDS; field++)
			if (l->file[i].mapping.field[field].mapped)
				add_field(c, l, (enum vocab_field)field);
		if (l->file[i].mapping.converted != LAYOUT_NONE) {
			add_field(c, l, VOCAB_STATUS);
			add_field(c, l, VOCAB_STAGE);
		}
	}
	for (i = 0; i < sizeof derived / sizeof *derived; i++)
		if (l->at[derived[i].from] != LAYOUT_NONE)
			add_field(c, l, derived[i].to);
	if (l->at[VOCAB_FULL_NAME] != LAYOUT_NONE && l->at[VOCAB_FIRST_NAME] == LAYOUT_NONE &&
	    l->at[VOCAB_LAST_NAME] == LAYOUT_NONE) {
		add_field(c, l, VOCAB_FIRST_NAME);
		add_field(c, l, VOCAB_LAST_NAME);
	}
	add_field(c, l, VOCAB_QUALITY);
	add_field(c, l, VOCAB_FLAGS);
	if (o->activities)
		add_field(c, l, VOCAB_ACTIVITIES);
	if (o->merges)
		add_field(c, l, VOCAB_MERGED_FROM);
}

/* Is there a value of the field that is not kept as it is, in any of its columns? */
static bool
holds_foreign(const struct layout_file *f, const struct evidence *e, size_t number, unsigned field)
{
	const struct mapping_source *s = &f->mapping.field[field];
	uint32_t i;

	for (i = 0; s->mapped && i < s->columns + s->seconds; i++) {
		uint32_t column = i < s->columns ? s->column[i] : s->second[i - s->columns];

		if (evidence_of(e, number, f->mapping.column[column].label)->foreign != 0)
			return true;
	}
	return false;
}

/* Where a taxonomy's word replaces another, or one value stands for several, what was there is
 * kept; the source's in source_detail, unless that is mapped, too. */
static void
keep_originals(struct layout *l, const struct evidence *e, struct columns *c)
{
	unsigned field, n;
	size_t i;

	for (i = 0; i < l->files; i++)
		for (field = 0; field < VOCAB_FIELDS; field++) {
			const struct layout_file *f = &l->file[i];
			struct str name, next;

			if (l->original[field] != LAYOUT_NONE || !holds_foreign(f, e, i, field))
				continue;
			if (field == VOCAB_SOURCE && !f->mapping.field[VOCAB_SOURCE_DETAIL].mapped)
				continue;
			name = arena_printf(c->arena, "original_%s", vocab[field].name);
			/* Another import's is the same thing, the last: it came after a column's. */
			for (n = 2, next = name; map_find(&c->taken, next) != MAP_NONE; n++) {
				name = l->file[0].mapping.ours ? next : name;
				next = arena_printf(c->arena, "original_%s_%u", vocab[field].name, n);
			}
			name = l->file[0].mapping.ours ? name : next;
			l->original[field] = add(c, name, name);
		}
}

/* The column of test leads, which comes out as it is. */
static uint32_t
find_trial(struct arena *a, const struct shape *s)
{
	uint32_t i;

	for (i = 0; i < s->count; i++)
		if (mapping_trial(a, s->label[i]))
			return i;
	return LAYOUT_NONE;
}

void
layout_make(struct layout *l, struct arena *a, struct mapping *m, const struct evidence *e,
    const struct layout_options *o)
{
	struct columns c = { .arena = a, .taken.arena = a };
	struct str *name;
	size_t i;

	memset(l->at, 0xff, sizeof l->at);
	memset(l->original, 0xff, sizeof l->original);
	l->files = e->files;
	l->file = arena_array(a, l->files, sizeof *l->file);
	for (i = 0; i < l->files; i++) {
		list_columns(&l->file[i], a, e, i, o);
		l->file[i].mapping.converted = LAYOUT_NONE;
		l->file[i].mapping.master = o->master && i == 0;
		if (o->plain) {
			place_plain(&l->file[i], &c, o);
			continue;
		}
		mapping_resolve(m, &l->file[i].mapping, o->preset);
		find_converted(&l->file[i], a, e, i);
		decide(&l->file[i], e, i);
		place_columns(l, &l->file[i], &c, o);
	}
	if (!o->plain) {
		derive(l, &c, o);
		keep_originals(l, e, &c);
	}
	name = arena_array(a, c.taken.count, sizeof *name);
	if (c.taken.count != 0)
		memcpy(name, c.name.p, c.name.n);
	l->shape = record_shape(a, name, c.taken.count);
	l->trial = find_trial(a, l->shape);
	buf_free(&c.name);
	map_free(&c.taken);
}

bool
layout_says_who(const struct layout *l, size_t file)
{
	static const enum vocab_field who[] = { VOCAB_EMAIL, VOCAB_PHONE, VOCAB_FIRST_NAME,
		VOCAB_LAST_NAME, VOCAB_FULL_NAME };
	const struct mapping_file *m = &l->file[file].mapping;
	size_t i;

	for (i = 0; i < sizeof who / sizeof *who; i++)
		if (m->field[who[i]].mapped)
			return true;
	return m->columns == 0;
}

const char *
layout_column(const struct layout *l, size_t file, enum vocab_field f)
{
	const struct mapping_file *m = &l->file[file].mapping;
	const struct mapping_source *s = &m->field[f];

	return s->columns ? m->column[s->column[0]].label.p : vocab[f].name;
}

void
layout_free(struct layout *l)
{
	size_t i;

	for (i = 0; i < l->files; i++)
		map_free(&l->file[i].label);
}
