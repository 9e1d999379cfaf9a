/*
 * mapping_start - a file, the options: a mapping before any input is seen.
 */
#include "import/mapping.h"
#include "import/words.h"

static int
take_region(struct mapping *m, const char *region, struct err *e)
{
	const char *country = words_country(m->words, m->arena, str_of(region));

	if (country == NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--region: \"%s\" is no country", region);
	m->region = str_of(country);
	return 0;
}

int
mapping_start(struct mapping *m, struct arena *a, struct words *words,
    const struct mapping_options *o, uint32_t *preset, struct err *e)
{
	struct place at = { .file = "--map" };
	size_t i;

	mapping_init(m, a);
	words_init(words, a);
	m->words = words;
	*preset = MAPPING_NO_PRESET;
	if ((o->file != NULL && mapping_load(m, o->file, e) < 0) ||
	    (o->preset != NULL && mapping_preset_find(o->preset, preset, e) < 0))
		return -1;
	for (i = 0; i < o->maps; i++)
		if (mapping_add(m, MAPPING_OPTION, str_of(o->map[i]), at, e) < 0)
			return -1;
	if (o->region != NULL && take_region(m, o->region, e) < 0)
		return -1;
	if (o->dates != NULL)
		m->order = *o->dates == 'd' ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
	if (o->decimal != NULL)
		m->decimal = *o->decimal == 'p' ? '.' : ',';
	return mapping_check(m, e);
}
