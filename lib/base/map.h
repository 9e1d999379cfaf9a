/*
 * map - from bytes to small whole numbers, in the order they were first seen.
 *
 * The hash is seeded once per process (map_seed), so colliding keys cannot be
 * prepared, and iteration follows insertion, so the seed never shows.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map_entry {
	struct str key;                 /* a copy, in the map's arena */
	uint64_t hash;
};

struct map {
	struct arena *arena;            /* keys are copied here; set by the owner */
	struct map_entry *entry;        /* entry[0 .. count) in order of insertion */
	uint32_t *slot;                 /* open table of entry numbers + 1 */
	uint32_t count;
	uint32_t room;                  /* slots, a power of two; entries: half */
};

#define MAP_NONE UINT32_MAX

void	 map_seed(uint64_t seed);       /* before the first map_hash of the process */
uint64_t map_hash(struct str key);      /* 64 good bits, seeded */

uint32_t map_find(const struct map *m, struct str key);         /* its number or MAP_NONE */
uint32_t map_add(struct map *m, struct str key);                /* found or appended */
/* Nothing more will be added: move the tables into the arena, where nobody has to free them. */
void	 map_settle(struct map *m);
void	 map_free(struct map *m);       /* the tables; the keys go with the arena */

#endif
