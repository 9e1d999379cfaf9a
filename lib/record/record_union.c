/* record_union - the keys of many shapes as one. */
#include "record/format.h"

bool
record_union_add(struct map *keys, const struct shape *s)
{
	uint32_t i;

	for (i = 0; i < s->count; i++)
		map_add(keys, s->label[i]);
	return keys->count <= FORMAT_MAX_COLUMNS;
}

const struct shape *
record_union_shape(struct arena *a, const struct map *keys)
{
	struct str *name = arena_array(a, keys->count, sizeof *name);
	uint32_t i;

	for (i = 0; i < keys->count; i++)
		name[i] = arena_copy(a, keys->entry[i].key);
	return record_shape(a, name, keys->count);
}
