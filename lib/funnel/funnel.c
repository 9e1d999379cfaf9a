/*
 * funnel - adding a lead's path to its group, and groups to groups.
 */
#include <stdlib.h>

#include "funnel/funnel.h"

void
funnel_init(struct funnel *f)
{
	*f = (struct funnel){ 0 };
	f->keys.arena = &f->arena;
}

static struct funnel_group *
group_of(struct funnel *f, struct str key)
{
	uint32_t i, before = f->keys.count;
	struct funnel_group **more;

	if (before == FUNNEL_MOST_GROUPS && map_find(&f->keys, key) == MAP_NONE)
		return NULL;
	i = map_add(&f->keys, key);
	if (i == f->room) {
		f->room = f->room ? f->room * 2 : 16;
		more = arena_array(&f->arena, f->room, sizeof(struct funnel_group *));
		if (before != 0)
			memcpy(more, f->group, before * sizeof(struct funnel_group *));
		f->group = more;
	}
	if (f->keys.count > before)
		f->group[i] = arena_alloc(&f->arena, sizeof(struct funnel_group));
	return f->group[i];
}

/* How long it stayed in each stage it entered: until it entered a later one. */
static void
stays(struct funnel_group *g, const struct path *path, size_t stages)
{
	size_t i, next;

	for (i = 0; i < stages; i++) {
		if (path->entered[i] == INSTANT_NONE)
			continue;
		for (next = i + 1; next < stages && path->entered[next] == INSTANT_NONE; next++)
			continue;
		if (next < stages && path->entered[next] >= path->entered[i])
			spread_add(&g->stage[i].stay, path->entered[next] - path->entered[i]);
	}
	if (path->entered[0] != INSTANT_NONE && path->entered[stages - 1] != INSTANT_NONE &&
	    path->entered[stages - 1] >= path->entered[0])
		spread_add(&g->whole, path->entered[stages - 1] - path->entered[0]);
}

bool
funnel_add(struct funnel *f, struct str key, const struct path *path, size_t stages)
{
	struct funnel_group *g = group_of(f, key);
	size_t i;

	if (g == NULL)
		return false;
	g->leads++;
	for (i = 0; i <= path->furthest; i++) {
		g->stage[i].reached++;
		g->stage[i].skipped += !path->reached[i];
	}
	if (path->fate == PATH_LOST)
		g->stage[path->furthest].lost++;
	else
		g->stage[path->furthest].current++;
	stays(g, path, stages);
	f->source[path->source]++;
	f->strange += path->strange;
	return true;
}

bool
funnel_merge(struct funnel *into, const struct funnel *from)
{
	uint32_t i;
	size_t s;

	for (i = 0; i < from->keys.count; i++) {
		struct funnel_group *to = group_of(into, from->keys.entry[i].key), *g = from->group[i];

		if (to == NULL)
			return false;
		to->leads += g->leads;
		spread_merge(&to->whole, &g->whole);
		for (s = 0; s < PATH_STAGES; s++) {
			to->stage[s].reached += g->stage[s].reached;
			to->stage[s].skipped += g->stage[s].skipped;
			to->stage[s].current += g->stage[s].current;
			to->stage[s].lost += g->stage[s].lost;
			spread_merge(&to->stage[s].stay, &g->stage[s].stay);
		}
	}
	for (s = 0; s < PATH_SOURCES; s++)
		into->source[s] += from->source[s];
	into->strange += from->strange;
	return true;
}

static int
by_key(const void *a, const void *b)
{
	const struct map_entry *const *x = a, *const *y = b;

	return str_cmp((*x)->key, (*y)->key);
}

const uint32_t *
funnel_order(struct funnel *f)
{
	const struct map_entry **entry = arena_array(&f->arena, f->keys.count, sizeof *entry);
	uint32_t *order = arena_array(&f->arena, f->keys.count, sizeof *order), i;

	for (i = 0; i < f->keys.count; i++)
		entry[i] = &f->keys.entry[i];
	qsort(entry, f->keys.count, sizeof *entry, by_key);
	for (i = 0; i < f->keys.count; i++)
		order[i] = (uint32_t)(entry[i] - f->keys.entry);
	return order;
}

void
funnel_free(struct funnel *f)
{
	uint32_t i;
	size_t s;

	for (i = 0; i < f->keys.count; i++) {
		spread_free(&f->group[i]->whole);
		for (s = 0; s < PATH_STAGES; s++)
			spread_free(&f->group[i]->stage[s].stay);
	}
	map_free(&f->keys);
	arena_free(&f->arena);
}
