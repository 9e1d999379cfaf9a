/* steps - how often the lower half has begun anew is the upper half: once in four billion. */
#include "import/steps.h"

static size_t
turns(const struct steps *s)
{
	return s->turn.n / sizeof(uint32_t);
}

void
steps_add(struct steps *s, uint64_t number)
{
	uint32_t low = (uint32_t)number, i = (uint32_t)(s->low.n / sizeof low);

	while (turns(s) < number >> 32)
		buf_add(&s->turn, &i, sizeof i);
	buf_add(&s->low, &low, sizeof low);
}

uint64_t
steps_at(const struct steps *s, uint32_t i)
{
	const uint32_t *low = (const uint32_t *)(const void *)s->low.p;
	const uint32_t *turn = (const uint32_t *)(const void *)s->turn.p;
	size_t upper = turns(s);

	while (upper != 0 && turn[upper - 1] > i)
		upper--;
	return (uint64_t)upper << 32 | low[i];
}

size_t
steps_size(const struct steps *s)
{
	return s->low.n + s->turn.n;
}

void
steps_free(struct steps *s)
{
	buf_free(&s->low);
	buf_free(&s->turn);
}
