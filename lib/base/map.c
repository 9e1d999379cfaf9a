/* map - an open table of entry numbers over an array of entries. */
#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/map.h"

static uint64_t seed = 0x6c656164;

void
map_seed(uint64_t value)
{
	seed = value;
}

uint64_t
map_hash(struct str key)
{
	return XXH3_64bits_withSeed(key.p, key.n, seed);
}

/* The slot that holds the key, or the empty one where it would go. */
static uint32_t
probe(const struct map *m, struct str key, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & (m->room - 1);

	while (m->slot[i] != 0) {
		const struct map_entry *e = &m->entry[m->slot[i] - 1];

		if (e->hash == hash && str_eq(e->key, key))
			break;
		i = (i + 1) & (m->room - 1);
	}
	return i;
}

WRAPS uint32_t
map_find(const struct map *m, struct str key)
{
	if (m->room == 0)
		return MAP_NONE;
	return m->slot[probe(m, key, map_hash(key))] - 1;       /* 0 - 1 is MAP_NONE */
}

static void
grow(struct map *m)
{
	uint32_t i, room = m->room ? m->room * 2 : 32;
	struct map_entry *entry = NULL;

	if (room != 0) {
		entry = realloc(m->entry, room / 2 * sizeof *entry);
		m->entry = entry ? entry : m->entry;
		free(m->slot);
		m->slot = calloc(room, sizeof *m->slot);
	}
	if (entry == NULL || m->slot == NULL) {
		arena_no_memory();
		abort();
	}
	m->room = room;
	for (i = 0; i < m->count; i++)
		m->slot[probe(m, m->entry[i].key, m->entry[i].hash)] = i + 1;
}

uint32_t
map_add(struct map *m, struct str key)
{
	uint64_t hash = map_hash(key);
	uint32_t i;

	if (m->count >= m->room / 2)
		grow(m);
	i = probe(m, key, hash);
	if (m->slot[i] == 0) {
		m->entry[m->count] = (struct map_entry){ arena_copy(m->arena, key), hash };
		m->slot[i] = ++m->count;
	}
	return m->slot[i] - 1;
}

void
map_settle(struct map *m)
{
	struct map_entry *entry = m->entry;
	uint32_t *slot = m->slot;

	if (m->room == 0)
		return;
	m->entry = arena_array(m->arena, m->count, sizeof *entry);
	m->slot = arena_array(m->arena, m->room, sizeof *slot);
	memcpy(m->entry, entry, m->count * sizeof *entry);
	memcpy(m->slot, slot, m->room * sizeof *slot);
	free(entry);
	free(slot);
}

void
map_free(struct map *m)
{
	free(m->entry);
	free(m->slot);
	*m = (struct map){ .arena = m->arena };
}
