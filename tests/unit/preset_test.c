/* preset: the tables say what the mapping files say, as the reader of mapping files has it. */
#include <glob.h>
#include <string.h>

#include "unit.h"

#include "import/mapping.h"
#include "import/words.h"

static void
check_signs(const struct preset *p, const char *path, struct err *e)
{
	const struct config *c = config_load(&arena, path, "lead-mapping", e);
	struct config_node signs = config_get(config_root(c), "signs");
	struct str text = { 0 };
	size_t i;

	ck_assert_int_eq(config_text(config_get(config_root(c), "name"), &text, e), 0);
	ck_assert(str_eq(text, p->title));
	ck_assert_uint_eq(config_size(signs), p->signs);
	for (i = 0; i < p->signs; i++) {
		ck_assert_int_eq(config_text(config_item(signs, i), &text, e), 0);
		ck_assert_msg(str_eq(mapping_key(&arena, text), p->sign[i]), "%s: %s", path, text.p);
	}
}

/* What a column could be by the file and its name is what it could be by all presets and its name. */
static void
check_fields(const struct mapping *file, const struct mapping *none, struct str label)
{
	uint64_t by_file = mapping_candidates(file, &arena, label);

	ck_assert_uint_eq(by_file & ~mapping_candidates(none, &arena, label), 0);
}

static size_t unfolded;

static void
check_preset(const struct preset *p, const char *path, const struct mapping *none)
{
	const struct preset_strip *strip;
	struct mapping m;
	struct words words;
	struct err e;
	size_t i;

	mapping_init(&m, &arena);
	words_init(&words, &arena);
	m.words = &words;
	ck_assert_int_eq(mapping_load(&m, path, &e), 0);
	check_signs(p, path, &e);
	ck_assert_uint_eq(m.rules, p->rules);
	for (i = 0; i < p->rules; i++) {
		ck_assert_uint_eq(m.rule[i].field, p->rule[i].field);
		ck_assert_uint_eq(m.rule[i].rank, p->rule[i].rank);
		ck_assert(!m.rule[i].activity);
		ck_assert_msg(str_eq(m.rule[i].text, p->rule[i].text), "%s: %s", path, m.rule[i].text.p);
		ck_assert_msg(str_eq(m.rule[i].key, p->rule[i].key), "%s: %s", path, m.rule[i].text.p);
		check_fields(&m, none, m.rule[i].text);
	}
	strip = (const struct preset_strip *)(const void *)m.strip.p;
	ck_assert_uint_eq(m.strip.n / sizeof *strip, p->strips);
	for (i = 0; i < p->strips; i++) {
		ck_assert_uint_eq(strip[i].field, p->strip[i].field);
		ck_assert(str_eq(strip[i].prefix, p->strip[i].prefix));
	}
	/* In the order of the files. */
	for (i = 0; i < m.unfold.n / sizeof *preset_unfold; i++, unfolded++) {
		const struct unfold_rule *u = (const struct unfold_rule *)(const void *)m.unfold.p + i;

		ck_assert(str_eq(u->member, preset_unfold[unfolded].member));
		ck_assert(str_eq(u->name, preset_unfold[unfolded].name));
		ck_assert(str_eq(u->value, preset_unfold[unfolded].value));
	}
	words_free(&words);
	mapping_free(&m);
}

START_TEST(test_tables)
{
	struct mapping none;
	unsigned i;
	glob_t files;

	ck_assert_int_eq(glob("lib/import/preset_*.json", 0, NULL, &files), 0);
	ck_assert_uint_eq(files.gl_pathc, preset_count);
	mapping_init(&none, &arena);
	for (i = 0; i < preset_count; i++) {
		const char *name = strrchr(files.gl_pathv[i], '_') + 1;

		ck_assert(str_eq(preset_list[i].name, str_slice(str_of(name), 0, strlen(name) - 5)));
		check_preset(&preset_list[i], files.gl_pathv[i], &none);
	}
	ck_assert_uint_eq(preset_unfold[unfolded].member.n, 0);
	mapping_free(&none);
	globfree(&files);
}
END_TEST

/* Looked up by halving. */
START_TEST(test_order)
{
	unsigned i;

	for (i = 0; i < preset_columns; i++) {
		ck_assert_uint_eq(mapping_preset_fields(preset_column[i].key), preset_column[i].fields);
		ck_assert(i == 0 || str_cmp(preset_column[i - 1].key, preset_column[i].key) < 0);
	}
	ck_assert_uint_eq(mapping_preset_fields(STR("no such column")), 0);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("presets");

	tcase_add_test(t, test_tables);
	tcase_add_test(t, test_order);
	return unit_run("preset", t);
}
