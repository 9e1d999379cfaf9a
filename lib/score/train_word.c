/*
 * train_word - the levels of a column of words.
 *
 *	"Google" 2,868 ┐                        level 0   missing, and words that mean it
 *	"google"     5 ┘─► google 2,873 ──────► level 1   google
 *	"Press"      2 ──► press      2 ──┐     level 2   …
 *	"Blog"       1 ──► blog       1 ──┴───► the last  the rest: words too rare to tell
 */
#include <stdlib.h>

#include "score/train_impl.h"
#include "value/text.h"

struct group {
	double n, came;
	uint32_t first;                 /* code of its first spelling */
	uint32_t number;                /* in order of first sight */
	uint16_t level;
};

static int
by_count(const void *a, const void *b)
{
	const struct group *x = *(struct group *const *)a, *y = *(struct group *const *)b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

/* Which group each code is in; UINT32_MAX: missing. */
static size_t
grouped(const struct train_scope *s, const struct train_column *c,
    const struct train_count *count, struct group *group, uint32_t *of)
{
	struct map folded = { .arena = s->arena };
	uint32_t i, g;

	for (i = 0; i < c->word.count; i++) {
		struct str text = c->word.entry[i].key;

		of[i] = UINT32_MAX;
		if (text.n == 0 || vocab_means_missing(text))
			continue;
		g = map_add(&folded, text_fold(s->arena, text));
		if (group[g].n == 0 && group[g].first == 0)
			group[g] = (struct group){ .first = i, .number = g };
		group[g].n += count[i].n;
		group[g].came += count[i].came;
		of[i] = g;
	}
	g = folded.count;
	map_free(&folded);
	return g;
}

/* How many of the groups, the most frequent first, stand often enough. */
static size_t
frequent(const struct train_scope *s, struct group **order, size_t groups)
{
	double least = s->total * TRAIN_RARE_SHARE;
	size_t i;

	least = least > TRAIN_RARE ? least : TRAIN_RARE;
	for (i = 0; i < groups && i < s->most_words && order[i]->n >= least; i++)
		order[i]->level = (uint16_t)(i + 1);
	return i;
}

void
train_word_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count)
{
	const struct train_column *c = f->column;
	struct group *group = arena_array(s->arena, c->word.count, sizeof *group);
	struct group **order = arena_array(s->arena, c->word.count, sizeof *order);
	uint32_t *of = arena_array(s->arena, c->word.count, sizeof *of), i;
	size_t groups = grouped(s, c, count, group, of), n, g;

	for (g = 0; g < groups; g++)
		order[g] = &group[g];
	qsort(order, groups, sizeof(struct group *), by_count);
	n = frequent(s, order, groups);
	f->rest = n < groups ? n + 1 : 0;
	f->levels = n + 1 + (f->rest != 0);
	f->level = arena_array(s->arena, f->levels, sizeof *f->level);
	for (g = 0; g < n; g++)
		f->level[g + 1].word = c->word.entry[order[g]->first].key;
	for (i = 0; i < c->word.count; i++) {
		uint16_t l = of[i] == UINT32_MAX ? TRAIN_UNKNOWN : group[of[i]].level;

		if (of[i] != UINT32_MAX && l == 0)
			l = (uint16_t)f->rest;
		f->of[i] = l;
		f->level[l].n += count[i].n;
		f->level[l].came += count[i].came;
	}
}
