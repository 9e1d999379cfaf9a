/* split - the part that all formats share: a thread's splitter and its format's own. */
#include "record/format_impl.h"
#include "value/text.h"

struct split *
split_new(struct arena *a, const struct reader *r)
{
	struct split *s = arena_alloc(a, sizeof *s);

	s->arena = a;
	s->reader = r;
	r->row->split_new(s);
	return s;
}

void
split_start(struct split *s, const struct chunk *c)
{
	s->chunk = c;
	s->blank = 0;
	s->valid = false;
	s->reader->row->split_start(s);
}

int
split_next(struct split *s, struct record *rec, struct reject *why)
{
	uint32_t n;

	return split_take(s, rec, 1, &n, why);
}

int
split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n, struct reject *why)
{
	return s->reader->row->split_take(s, rec, most, n, why);
}

bool
split_valid(const struct split *s)
{
	const struct chunk *c = s->chunk;

	return c->bytes == c->size && (s->valid || text_valid((struct str){ c->text, c->size }, NULL));
}

uint64_t
split_blank(const struct split *s)
{
	return s->blank;
}

void
split_free(struct split *s)
{
	if (s != NULL)
		s->reader->row->split_free(s);
}
