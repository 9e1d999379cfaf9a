/*
 * mapping_resolve - the rules against the columns of one file.
 *
 *	1. rules that were given, a mapping file's, the preset's	email=Contact
 *	2. names that mean a field					E-Mail Address
 *	3. of several columns for one field the better one; the others stay
 *	4. what is left and has one of our names makes way: original_score
 */
#include "import/mapping.h"

/* The column of that name: exactly, or by its key. */
static uint32_t
find_column(const struct mapping_file *f, struct str name, struct str key)
{
	uint32_t i;

	for (i = 0; i < f->columns; i++)
		if (str_eq(f->column[i].label, name))
			return i;
	for (i = 0; i < f->columns && key.n != 0; i++)
		if (str_eq(f->column[i].key, key))
			return i;
	return UINT32_MAX;
}

/* The columns that A+B names; false when one is not there. */
static bool
find_columns(struct arena *a, const struct mapping_file *f, const struct mapping_rule *r,
    struct mapping_source *s)
{
	uint32_t whole = find_column(f, r->text, r->key), *list, n = 0;
	size_t names = 1;
	struct str rest, name;

	if (whole == UINT32_MAX && str_find(r->text, '+') == r->text.n)
		return false;
	for (rest = r->text; whole == UINT32_MAX && str_split(&rest, '+', &name); names++)
		;
	list = arena_array(a, names, sizeof *list);
	if (whole != UINT32_MAX)
		list[n++] = whole;
	for (rest = r->text; whole == UINT32_MAX && str_split(&rest, '+', &name);) {
		name = str_trim(name);
		list[n] = find_column(f, name, mapping_key(a, name));
		if (list[n++] == UINT32_MAX)
			return false;
	}
	s->column = list;
	s->columns = n;
	return true;
}

static void
take(struct mapping_file *f, enum vocab_field field, enum mapping_by by)
{
	const struct mapping_source *s = &f->field[field];
	uint32_t i;

	for (i = 0; i < s->columns; i++) {
		struct mapping_column *c = &f->column[s->column[i]];

		c->fate = MAPPING_FIELD;
		c->by = by;
		c->field = field;
	}
}

/* Does the rule hold for this file, and name columns that nobody took yet? */
static bool
holds(struct mapping *m, const struct mapping_file *f, const struct mapping_rule *r,
    struct mapping_source *s)
{
	uint32_t i;

	*s = (struct mapping_source){ .mapped = true };
	if (r->activity || (r->by == MAPPING_PRESET && r->preset != f->preset))
		return false;
	if (r->text.p[0] == ':') {
		s->constant = str_slice(r->text, 1, r->text.n);
		return true;
	}
	if (!find_columns(m->arena, f, r, s))
		return false;
	for (i = 0; i < s->columns; i++)
		if (f->column[s->column[i]].fate == MAPPING_DROPPED ||
		    (r->by == MAPPING_PRESET && f->column[s->column[i]].fate != MAPPING_KEPT))
			return false;
	return true;
}

static bool
is_filled(const struct mapping_file *f, const struct mapping_source *s)
{
	uint32_t i;

	for (i = 0; i < s->columns; i++)
		if (f->column[s->column[i]].filled != 0)
			return true;
	return false;
}

/* A column that another one beat for a field. */
static void
beat(struct mapping_file *f, const struct mapping_source *s, unsigned field)
{
	uint32_t i;

	for (i = 0; i < s->columns; i++) {
		struct mapping_column *c = &f->column[s->column[i]];

		if (c->fate != MAPPING_KEPT)
			continue;
		c->fate = MAPPING_BEATEN;
		c->field = (enum vocab_field)field;
	}
}

/* The best rule of one strength for a field: filled first, then by rank. */
static void
apply_rules_for(struct mapping *m, struct mapping_file *f, enum mapping_by by, unsigned field)
{
	struct mapping_source best = { 0 }, s;
	unsigned rank = 0;
	bool filled = false;
	size_t i;

	for (i = 0; i < m->rules; i++) {
		struct mapping_rule *r = &m->rule[i];

		if (r->by != by || r->field != field || !holds(m, f, r, &s))
			continue;
		r->used = true;
		if (best.mapped && (filled || !is_filled(f, &s)) && rank <= r->rank) {
			beat(f, &s, field);
			continue;
		}
		if (best.mapped)
			beat(f, &best, field);
		best = s;
		rank = r->rank;
		filled = is_filled(f, &s);
	}
	if (!best.mapped)
		return;
	if (f->field[field].mapped) {
		beat(f, &best, field);
		return;
	}
	f->field[field] = best;
	take(f, (enum vocab_field)field, by);
}

static void
apply_rules(struct mapping *m, struct mapping_file *f)
{
	unsigned field;
	int by;

	for (by = MAPPING_OPTION; by <= MAPPING_PRESET; by++)
		for (field = 0; field < VOCAB_FIELDS; field++)
			apply_rules_for(m, f, (enum mapping_by)by, field);
}

/* Columns that a mapping says are nothing of ours, whatever their names. */
static void
apply_keep(struct mapping *m, struct mapping_file *f)
{
	struct mapping_source s;
	size_t i;

	for (i = 0; i < m->rules; i++)
		if (m->rule[i].field == VOCAB_FIELDS && holds(m, f, &m->rule[i], &s) &&
		    f->column[s.column[0]].fate == MAPPING_KEPT)
			f->column[s.column[0]].by = m->rule[i].by;
}

/* Is column a the better one for a field that both would be? */
static bool
better(const struct mapping_column *a, const struct mapping_column *b)
{
	if ((a->filled != 0) != (b->filled != 0))
		return a->filled != 0;
	if (a->by != b->by)
		return a->by < b->by;
	return a->rank < b->rank;
}

static void
apply_names(struct mapping *m, struct mapping_file *f)
{
	uint32_t i, *best;
	unsigned field;

	for (i = 0; i < f->columns; i++) {
		struct mapping_column *c = &f->column[i];
		enum mapping_by by;

		if (c->fate != MAPPING_KEPT || c->by != MAPPING_NONE)
			continue;
		/* Of our own files the names are ours, or were no field's before. */
		if (f->ours && ((field = vocab_find(c->label)) == VOCAB_FIELDS ||
		    !str_is(c->label, vocab[field].name)))
			continue;
		field = mapping_name(m, m->arena, c->label, &by, &c->rank);
		if (field == VOCAB_FIELDS || (by == MAPPING_ALIKE && c->unlike))
			continue;
		c->field = (enum vocab_field)field;
		c->by = by;
		c->fate = MAPPING_BEATEN;
	}
	for (field = 0; field < VOCAB_FIELDS; field++) {
		best = NULL;
		for (i = 0; i < f->columns && !f->field[field].mapped; i++)
			if (f->column[i].fate == MAPPING_BEATEN && f->column[i].field == field &&
			    f->column[i].by != MAPPING_NONE &&
			    (best == NULL || better(&f->column[i], &f->column[*best]))) {
				best = best ? best : arena_alloc(m->arena, sizeof *best);
				*best = i;
			}
		if (best == NULL)
			continue;
		f->field[field] = (struct mapping_source){ .column = best, .columns = 1, .mapped = true };
		take(f, (enum vocab_field)field, f->column[*best].by);
	}
}

/* Whoever has no e-mail address in the best column may have one in the next. */
static void
find_seconds(struct mapping *m, struct mapping_file *f, enum vocab_field field)
{
	struct mapping_source *s = &f->field[field];
	uint32_t i, *second;

	if (s->columns == 0)
		return;
	s->second = second = arena_array(m->arena, f->columns, sizeof *second);
	for (i = 0; i < f->columns; i++)
		if (f->column[i].fate == MAPPING_BEATEN && f->column[i].field == field &&
		    !f->column[i].unlike)
			second[s->seconds++] = i;
}

/* "Name" beside "Surname" is the first name. */
static void
split_name(struct mapping *m, struct mapping_file *f)
{
	static const char *const names[] = { "name", "nome", "naam", "imie", NULL };
	struct mapping_source *full = &f->field[VOCAB_FULL_NAME], *first = &f->field[VOCAB_FIRST_NAME];

	if (!full->mapped || full->columns != 1 || first->mapped ||
	    !f->field[VOCAB_LAST_NAME].mapped || f->column[full->column[0]].by < MAPPING_NAME ||
	    !vocab_has_word(names, mapping_key(m->arena, f->column[full->column[0]].label)))
		return;
	*first = *full;
	*full = (struct mapping_source){ 0 };
	f->column[first->column[0]].field = VOCAB_FIRST_NAME;
}

static bool
is_label(const struct mapping_file *f, struct str name)
{
	uint32_t i;

	for (i = 0; i < f->columns; i++)
		if (str_eq(f->column[i].label, name))
			return true;
	return false;
}

/* What an earlier import worked out is worked out anew; what the other tools added stays.  Such a
 * file is known by columns that no other system has, alone or together. */
static void
find_ours(struct mapping_file *f)
{
	static const enum vocab_field derived[] = { VOCAB_EMAIL_STATUS, VOCAB_PHONE_STATUS,
		VOCAB_QUALITY, VOCAB_FLAGS };
	uint32_t i;
	size_t k;

	f->ours = is_label(f, STR("merged_from")) ||
	    (is_label(f, STR("quality")) && is_label(f, STR("flags")));
	for (i = 0; i < f->columns && f->ours; i++)
		for (k = 0; k < sizeof derived / sizeof *derived; k++)
			if (str_is(f->column[i].label, vocab[derived[k]].name)) {
				f->column[i].fate = MAPPING_OURS;
				f->column[i].field = derived[k];
			}
}

static void
name_rest(struct mapping *m, struct mapping_file *f)
{
	uint32_t i;
	unsigned n;

	for (i = 0; i < f->columns; i++) {
		struct mapping_column *c = &f->column[i];
		enum vocab_field ours = vocab_find(c->label);

		c->name = c->label;
		if (c->fate == MAPPING_FIELD || c->fate == MAPPING_DROPPED || c->fate == MAPPING_OURS ||
		    ours == VOCAB_FIELDS || (f->ours && str_is(c->label, vocab[ours].name)))
			continue;
		c->name = arena_printf(m->arena, "original_%s", vocab[ours].name);
		for (n = 2; is_label(f, c->name); n++)
			c->name = arena_printf(m->arena, "original_%s_%u", vocab[ours].name, n);
		if (c->fate == MAPPING_KEPT)
			c->fate = MAPPING_RENAMED;
	}
}

static void
find_strips(const struct mapping *m, struct mapping_file *f)
{
	const struct preset_strip *strip = (const struct preset_strip *)(const void *)m->strip.p;
	const struct preset *p = f->preset == MAPPING_NO_PRESET ? NULL : &preset_list[f->preset];
	size_t i;

	for (i = 0; p != NULL && i < p->strips; i++)
		f->strip[p->strip[i].field] = p->strip[i].prefix;
	for (i = 0; i < m->strip.n / sizeof *strip; i++)
		f->strip[strip[i].field] = strip[i].prefix;
}

void
mapping_resolve(struct mapping *m, struct mapping_file *f, uint32_t forced)
{
	uint32_t i;

	for (i = 0; i < f->columns; i++) {
		f->column[i].key = mapping_key(m->arena, f->column[i].label);
		f->column[i].field = VOCAB_FIELDS;
		f->column[i].by = MAPPING_NONE;
	}
	find_ours(f);
	f->preset = MAPPING_NO_PRESET;
	if (!f->master) {
		f->preset = mapping_preset_detect(f, forced == MAPPING_NO_PRESET && f->ours ?
		    MAPPING_GENERIC : forced);
		mapping_preset_take(m, f->preset);
		apply_rules(m, f);
		apply_keep(m, f);
	}
	apply_names(m, f);
	find_seconds(m, f, VOCAB_EMAIL);
	find_seconds(m, f, VOCAB_PHONE);
	split_name(m, f);
	name_rest(m, f);
	find_strips(m, f);
}
