/*
 * mapping_preset - the systems that are known, and how to tell which one a file comes from.
 *
 * A preset has signs: columns that hardly any other system has under that name.  Two of them in
 * one file are enough.
 */
#include "import/mapping.h"
#include "import/preset.h"

enum { ENOUGH = 2 };

static const struct {
	const char *name, *json;
} built_in[] = {
	{ "salesforce", preset_salesforce_json }, { "salesforce-report", preset_sfreport_json },
	{ "hubspot", preset_hubspot_json }, { "hubspot-deals", preset_hubspotdeals_json },
	{ "zoho", preset_zoho_json }, { "pipedrive", preset_pipedrive_json },
	{ "odoo", preset_odoo_json }, { "dynamics", preset_dynamics_json },
	{ "suitecrm", preset_suitecrm_json }, { "espocrm", preset_espocrm_json },
	{ "freshsales", preset_freshsales_json }, { "meta", preset_meta_json },
	{ "linkedin", preset_linkedin_json }, { "google-ads", preset_googleads_json },
	{ "mailchimp", preset_mailchimp_json }, { "activecampaign", preset_activecampaign_json },
	{ "apollo", preset_apollo_json }, { "google-contacts", preset_googlecontacts_json },
	{ "outlook", preset_outlook_json }, { "typeform", preset_typeform_json },
	{ "eventbrite", preset_eventbrite_json },
};

int
mapping_preset_init(struct mapping *m, struct err *e)
{
	size_t i;

	m->preset = arena_array(m->arena, sizeof built_in / sizeof *built_in, sizeof *m->preset);
	for (i = 0; i < sizeof built_in / sizeof *built_in; i++)
		if (mapping_load_preset(m, built_in[i].name, built_in[i].json, e) < 0)
			return -1;
	return 0;
}

int
mapping_preset_find(const struct mapping *m, const char *name, uint32_t *preset, struct err *e)
{
	const char *list[sizeof built_in / sizeof *built_in + 2] = { "generic" }, *near;
	uint32_t i;

	if (strcmp(name, "generic") == 0) {
		*preset = MAPPING_GENERIC;
		return 0;
	}
	for (i = 0; i < m->presets; i++) {
		list[i + 1] = built_in[i].name;
		if (str_eq_nocase(m->preset[i].name, str_of(name))) {
			*preset = i;
			return 0;
		}
	}
	near = str_nearest(str_of(name), list);
	return err_set(e, ERR_CONFIG, PLACE_NONE, near ? "--preset: \"%s\" is not known; did you mean %s?" :
	    "--preset: \"%s\" is not known; lead-mapping(5) lists them", name, near);
}

static bool
has(const struct map *keys, struct str key)
{
	return map_find(keys, key) != MAP_NONE;
}

static size_t
count_signs(const struct mapping_preset *p, const struct map *keys)
{
	size_t i, n = 0;

	for (i = 0; i < p->signs; i++)
		n += has(keys, p->sign[i]);
	return n;
}

/* How many of the file's columns the preset says something about. */
static unsigned
count_known(const struct mapping *m, uint32_t preset, const struct map *keys)
{
	struct arena scratch = { 0 };
	struct map known = { .arena = &scratch };
	struct str rest, name;
	unsigned n = 0;
	size_t i;

	for (i = 0; i < m->preset[preset].signs; i++)
		map_add(&known, m->preset[preset].sign[i]);
	for (i = 0; i < m->rules; i++)
		if (m->rule[i].by == MAPPING_PRESET && m->rule[i].preset == preset)
			for (rest = m->rule[i].text; str_split(&rest, '+', &name);)
				map_add(&known, mapping_key(&scratch, name));
	for (i = 0; i < known.count; i++)
		n += has(keys, known.entry[i].key);
	map_free(&known);
	arena_free(&scratch);
	return n;
}

uint32_t
mapping_preset_detect(const struct mapping *m, struct mapping_file *f, uint32_t forced)
{
	struct arena scratch = { 0 };
	struct map keys = { .arena = &scratch };
	uint32_t i, best = forced;
	size_t n, most = 0;

	for (i = 0; i < f->columns; i++)
		map_add(&keys, mapping_key(&scratch, f->column[i].label));
	for (i = 0; i < m->presets && forced == MAPPING_NO_PRESET; i++) {
		n = count_signs(&m->preset[i], &keys);
		if (n < ENOUGH || n <= most)
			continue;
		most = n;
		best = i;
	}
	if (best == MAPPING_GENERIC)
		best = MAPPING_NO_PRESET;
	if (best != MAPPING_NO_PRESET && f->columns != 0)
		f->confidence = count_known(m, best, &keys) * 100 / f->columns;
	map_free(&keys);
	arena_free(&scratch);
	return best;
}
