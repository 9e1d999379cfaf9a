/*
 * mapping_preset - which system a file comes from, and what follows.
 *
 * A preset has signs: columns that hardly any other system has under that name.  Two of them in
 * one file are enough.
 */
#include "import/mapping.h"

enum { ENOUGH = 2 };

int
mapping_preset_find(const char *name, uint32_t *preset, struct err *e)
{
	struct arena scratch = { 0 };
	const char **list, *near;
	uint32_t i;
	int result;

	*preset = MAPPING_GENERIC;
	for (i = 0; i < preset_count; i++)
		if (str_eq_nocase(preset_list[i].name, str_of(name)))
			*preset = i;
	if (*preset != MAPPING_GENERIC || strcmp(name, "generic") == 0)
		return 0;
	list = arena_array(&scratch, preset_count + 2, sizeof *list);
	list[0] = "generic";
	for (i = 0; i < preset_count; i++)
		list[i + 1] = preset_list[i].name.p;
	near = str_nearest(str_of(name), list);
	result = err_set(e, ERR_CONFIG, PLACE_NONE, near ?
	    "--preset: \"%s\" is not known; did you mean %s?" :
	    "--preset: \"%s\" is not known; lead-mapping(5) lists them", name, near);
	arena_free(&scratch);
	return result;
}

void
mapping_preset_take(struct mapping *m, uint32_t preset)
{
	struct mapping_rule rule = { .by = MAPPING_PRESET, .preset = preset };
	size_t i;

	/* Once is enough for all files of a system. */
	for (i = 0; i < m->rules; i++)
		if (m->rule[i].by == MAPPING_PRESET && m->rule[i].preset == preset)
			return;
	for (i = 0; preset != MAPPING_NO_PRESET && i < preset_list[preset].rules; i++) {
		const struct preset_rule *r = &preset_list[preset].rule[i];

		rule.field = r->field;
		rule.rank = r->rank;
		rule.text = r->text;
		rule.key = r->key;
		mapping_push_rule(m, rule);
	}
}

uint64_t
mapping_preset_fields(struct str key)
{
	size_t low = 0, high = preset_columns, middle;
	int order;

	while (low < high) {
		middle = (low + high) / 2;
		order = str_cmp(key, preset_column[middle].key);
		if (order == 0)
			return preset_column[middle].fields;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

static size_t
count_signs(const struct preset *p, const struct map *keys)
{
	size_t i, n = 0;

	for (i = 0; i < p->signs; i++)
		n += map_find(keys, p->sign[i]) != MAP_NONE;
	return n;
}

/* How many of the file's columns the preset says something about. */
static unsigned
count_known(const struct preset *p, struct arena *scratch, const struct map *keys)
{
	struct map known = { .arena = scratch };
	struct str rest, name;
	unsigned n = 0;
	size_t i;

	for (i = 0; i < p->signs; i++)
		map_add(&known, p->sign[i]);
	for (i = 0; i < p->rules; i++)
		for (rest = p->rule[i].text; str_split(&rest, '+', &name);)
			map_add(&known, mapping_key(scratch, name));
	for (i = 0; i < known.count; i++)
		n += map_find(keys, known.entry[i].key) != MAP_NONE;
	map_free(&known);
	return n;
}

uint32_t
mapping_preset_detect(struct mapping_file *f, uint32_t forced)
{
	struct arena scratch = { 0 };
	struct map keys = { .arena = &scratch };
	uint32_t i, best = forced == MAPPING_GENERIC ? MAPPING_NO_PRESET : forced;
	unsigned known, most_known = 0;
	size_t n, most = ENOUGH;

	for (i = 0; i < f->columns; i++)
		map_add(&keys, f->column[i].key);
	for (i = 0; i < preset_count && f->columns != 0; i++) {
		n = count_signs(&preset_list[i], &keys);
		if (i != forced && (forced != MAPPING_NO_PRESET || n < most))
			continue;
		/* Of two with as many signs it is the one that knows more of the columns. */
		known = count_known(&preset_list[i], &scratch, &keys);
		if (i != forced && n == most && known <= most_known)
			continue;
		most = n;
		most_known = known;
		best = i;
	}
	f->confidence = f->columns != 0 ? most_known * 100 / f->columns : 0;
	map_free(&keys);
	arena_free(&scratch);
	return best;
}
