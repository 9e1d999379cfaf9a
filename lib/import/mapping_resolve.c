/*
 * mapping_resolve - the rules against the columns of one file.
 *
 *	1. rules that were given		email=Contact
 *	2. names that mean a field		E-Mail Address
 *	3. of several columns for one field the better one; the others stay
 *	4. what is left and has one of our names makes way: original_score
 */
#include "import/mapping.h"
#include "value/text.h"

/* The column of that name: exactly, or by its key. */
static uint32_t
find_column(struct arena *a, const struct mapping_file *f, struct str name)
{
	struct str key = text_key(a, name);
	uint32_t i;

	for (i = 0; i < f->columns; i++)
		if (str_eq(f->column[i].label, name))
			return i;
	for (i = 0; i < f->columns && key.n != 0; i++)
		if (str_eq(text_key(a, f->column[i].label), key))
			return i;
	return UINT32_MAX;
}

/* The columns that A+B names; false when one is not there. */
static bool
find_columns(struct arena *a, const struct mapping_file *f, struct str text,
    struct mapping_source *s)
{
	uint32_t whole = find_column(a, f, text), *list, n = 0;
	struct str rest = text, name;

	list = arena_array(a, text.n + 1, sizeof *list);
	if (whole != UINT32_MAX)
		list[n++] = whole;
	while (whole == UINT32_MAX && str_split(&rest, '+', &name)) {
		list[n] = find_column(a, f, str_trim(name));
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

static void
apply_rules(struct mapping *m, struct mapping_file *f)
{
	int by;
	size_t i;

	for (by = MAPPING_OPTION; by <= MAPPING_FILE; by++)
		for (i = 0; i < m->rules; i++) {
			struct mapping_rule *r = &m->rule[i];
			struct mapping_source s = { .mapped = true };

			if (r->activity || (int)r->by != by || f->field[r->field].mapped)
				continue;
			if (r->text.p[0] == ':')
				s.constant = str_slice(r->text, 1, r->text.n);
			else if (!find_columns(m->arena, f, r->text, &s))
				continue;
			r->used = true;
			f->field[r->field] = s;
			take(f, (enum vocab_field)r->field, r->by);
		}
}

/* Is column a the better one for a field that both would be? */
static bool
better(const struct mapping_column *a, const struct mapping_column *b)
{
	if ((a->filled != 0) != (b->filled != 0))
		return a->filled != 0;
	return a->rank < b->rank;
}

static void
apply_names(struct mapping *m, struct mapping_file *f)
{
	uint32_t i, *best;
	unsigned field;

	for (i = 0; i < f->columns; i++) {
		struct mapping_column *c = &f->column[i];

		if (c->fate != MAPPING_KEPT)
			continue;
		field = mapping_name(m, m->arena, c->label, &c->rank);
		if (field == VOCAB_FIELDS)
			continue;
		c->field = (enum vocab_field)field;
		c->fate = MAPPING_BEATEN;
	}
	for (field = 0; field < VOCAB_FIELDS; field++) {
		best = NULL;
		for (i = 0; i < f->columns && !f->field[field].mapped; i++)
			if (f->column[i].fate == MAPPING_BEATEN && f->column[i].field == field &&
			    (best == NULL || better(&f->column[i], &f->column[*best]))) {
				best = best ? best : arena_alloc(m->arena, sizeof *best);
				*best = i;
			}
		if (best == NULL)
			continue;
		f->field[field] = (struct mapping_source){ .column = best, .columns = 1, .mapped = true };
		take(f, (enum vocab_field)field, f->column[*best].rank ? MAPPING_SYNONYM : MAPPING_NAME);
	}
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

static void
name_rest(struct mapping *m, struct mapping_file *f)
{
	uint32_t i;
	unsigned n;

	for (i = 0; i < f->columns; i++) {
		struct mapping_column *c = &f->column[i];
		enum vocab_field ours = vocab_find(c->label);

		c->name = c->label;
		if (c->fate == MAPPING_FIELD || c->fate == MAPPING_DROPPED || ours == VOCAB_FIELDS)
			continue;
		c->name = arena_printf(m->arena, "original_%s", vocab[ours].name);
		for (n = 2; is_label(f, c->name); n++)
			c->name = arena_printf(m->arena, "original_%s_%u", vocab[ours].name, n);
		if (c->fate == MAPPING_KEPT)
			c->fate = MAPPING_RENAMED;
	}
}

void
mapping_resolve(struct mapping *m, struct mapping_file *f)
{
	uint32_t i;

	for (i = 0; i < f->columns; i++) {
		f->column[i].field = VOCAB_FIELDS;
		f->column[i].by = MAPPING_NONE;
	}
	apply_rules(m, f);
	apply_names(m, f);
	name_rest(m, f);
}

static const char *
nearest_column(struct arena *a, const struct mapping_file *const *file, size_t files,
    struct str name)
{
	size_t i, n = 0;
	uint32_t k;
	const char **list;

	for (i = 0; i < files; i++)
		n += file[i]->columns;
	list = arena_array(a, n + 1, sizeof *list);
	for (n = i = 0; i < files; i++)
		for (k = 0; k < file[i]->columns; k++)
			if (file[i]->column[k].label.n != 0)
				list[n++] = arena_copy(a, file[i]->column[k].label).p;
	return str_nearest(name, list);
}

int
mapping_unused(const struct mapping *m, const struct mapping_file *const *file, size_t files,
    struct err *e)
{
	struct str rest, name;
	const char *near;
	size_t i, k;

	for (i = 0; i < m->rules; i++) {
		const struct mapping_rule *r = &m->rule[i];

		if (r->used || r->activity || r->by != MAPPING_OPTION)
			continue;
		for (rest = r->text; str_split(&rest, '+', &name);) {
			for (k = 0; k < files; k++)
				if (find_column(m->arena, file[k], str_trim(name)) != UINT32_MAX)
					break;
			if (k == files)
				break;
		}
		near = nearest_column(m->arena, file, files, name);
		return err_set(e, ERR_CONFIG, r->at, near ?
		    "%s: there is no column \"%.*s\"; did you mean \"%s\"?" :
		    "%s: there is no column \"%.*s\"", vocab[r->field].name, STR_ARG(name), near);
	}
	return 0;
}

/* Usual names of the columns of activity files. */
static const char *const activity_synonyms[MAPPING_ACTIVITY_FIELDS] = {
	[MAPPING_LEAD_ID] = "leadid|contact id|prospect id|lead|record id|who id|person id",
	[MAPPING_EMAIL] = "e-mail|email address|recipient|contact email",
	[MAPPING_TYPE] = "activity type|event|event type|event name|activity|action|interaction",
	[MAPPING_AT] = "timestamp|time|date|activity date|event time|occurred at|created at|created_time",
	[MAPPING_CHANNEL] = "medium", [MAPPING_VALUE] = "amount", [MAPPING_CAMPAIGN] = "campaign name",
	[MAPPING_COUNT] = "number", [MAPPING_STAGE] = "",
};

static int32_t
activity_column(struct arena *a, const struct mapping_file *f, unsigned field)
{
	struct str rest = str_of(activity_synonyms[field]), name;
	uint32_t at = find_column(a, f, str_of(mapping_activity_name[field]));

	while (at == UINT32_MAX && rest.n != 0 && str_split(&rest, '|', &name))
		at = find_column(a, f, name);
	return at == UINT32_MAX ? -1 : (int32_t)at;
}

void
mapping_activities(struct mapping *m, const struct str *label, uint32_t labels,
    struct mapping_cell cell[MAPPING_ACTIVITY_FIELDS])
{
	struct mapping_file f = { .columns = labels };
	unsigned field, by;
	uint32_t i;
	size_t k;

	f.column = arena_array(m->arena, labels + 1, sizeof *f.column);
	for (i = 0; i < labels; i++)
		f.column[i].label = label[i];
	for (field = 0; field < MAPPING_ACTIVITY_FIELDS; field++)
		cell[field] = (struct mapping_cell){ .column = activity_column(m->arena, &f, field) };
	for (by = MAPPING_FILE + 1; by-- > MAPPING_OPTION;)
		for (k = 0; k < m->rules; k++) {
			struct mapping_rule *r = &m->rule[k];

			if (!r->activity || r->by != by)
				continue;
			cell[r->field] = (struct mapping_cell){ .column = -1 };
			if (r->text.p[0] == ':')
				cell[r->field].constant = str_slice(r->text, 1, r->text.n);
			else if ((i = find_column(m->arena, &f, r->text)) != UINT32_MAX)
				cell[r->field].column = (int32_t)i;
			r->used = true;
		}
}
