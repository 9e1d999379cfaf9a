/*
 * clean_steps - where the columns of the mapping are in records of a shape, and what is done to each.
 */
#include "import/clean_impl.h"

/* Once: the layout is made after the hands. */
static void
make_room(struct clean *c)
{
	size_t count = (size_t)c->plan->layout->shape->count + 1, i;

	c->field = arena_array(c->arena, LEAD_ROWS * count, sizeof *c->field);
	c->none = arena_array(c->arena, count, sizeof *c->none);
	for (i = 0; i < count; i++)
		c->none[i] = CLEAN_ABSENT;
	c->step = arena_array(c->arena, VOCAB_FIELDS, sizeof *c->step);
}

static void
add_step(struct clean *c, const struct layout_file *file, enum vocab_field f)
{
	const struct mapping_source *s = &file->mapping.field[f];

	if (s->mapped)
		c->step[c->steps++] = (struct clean_step){ .field = f, .source = s,
			.from = s->columns == 1 ? c->place[s->column[0]] : LAYOUT_NONE,
			.to = c->plan->layout->at[f],
			.text = vocab[f].type == VOCAB_TYPE_TEXT && f != VOCAB_STAGE,
			.simple = s->columns == 1 && s->seconds == 0 && file->mapping.strip[f].n == 0 };
}

/* What is done to each record of this shape. */
static void
find_steps(struct clean *c, const struct layout_file *f)
{
	/* Permission, which may refuse the record, before anything is counted; the country before the
	 * phones that are dialled there. */
	static const enum vocab_field first[] = { VOCAB_CONSENT, VOCAB_EMAIL_OPT_OUT,
		VOCAB_DO_NOT_CALL, VOCAB_COUNTRY };
	uint32_t i;
	unsigned k;

	c->passes = c->steps = 0;
	for (i = 0; i < f->mapping.columns; i++)
		if (f->to[i] != LAYOUT_NONE && c->place[i] != LAYOUT_NONE)
			c->pass[c->passes++] = (struct clean_step){ .from = c->place[i], .to = f->to[i] };
	for (k = 0; k < sizeof first / sizeof *first; k++)
		add_step(c, f, first[k]);
	for (k = 0; k < VOCAB_FIELDS; k++)
		if (k != first[0] && k != first[1] && k != first[2] && k != first[3])
			add_step(c, f, (enum vocab_field)k);
}

void
clean_steps(struct clean *c, size_t file, const struct shape *s)
{
	const struct layout_file *f = &c->plan->layout->file[file];
	uint32_t i, number;

	if (c->none == NULL)
		make_room(c);
	if (f->mapping.columns > c->room || c->place == NULL) {
		c->room = f->mapping.columns;
		c->place = arena_array(c->arena, (size_t)c->room + 1, sizeof *c->place);
		c->pass = arena_array(c->arena, (size_t)c->room + 1, sizeof *c->pass);
	}
	for (i = 0; i < f->mapping.columns; i++)
		c->place[i] = LAYOUT_NONE;
	for (i = 0; i < s->count; i++)
		if ((number = map_find(&f->label, s->label[i])) != MAP_NONE)
			c->place[number] = i;
	c->file = file;
	c->portable = c->plan->delimiters[file] == c->plan->delimiter;
	c->shape = s->id;
	find_steps(c, f);
}
