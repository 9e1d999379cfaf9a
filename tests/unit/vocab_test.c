/* vocab: names are compared as promised, and no heading can mean two fields. */

#include "unit.h"
#include "base/map.h"
#include "lead/vocab.h"
#include "value/text.h"

START_TEST(test_names)
{
	ck_assert_int_eq(vocab_find(STR("created_at")), VOCAB_CREATED_AT);
	ck_assert_int_eq(vocab_find(STR("Created At")), VOCAB_CREATED_AT);
	ck_assert_int_eq(vocab_find(STR(" CREATED-at ")), VOCAB_CREATED_AT);
	ck_assert_int_eq(vocab_find(STR("created  at")), VOCAB_FIELDS);
	ck_assert_int_eq(vocab_find(STR("createdat")), VOCAB_FIELDS);
	ck_assert_int_eq(vocab_find(STR("e-mail")), VOCAB_FIELDS);       /* a synonym: lead-import's */
	ck_assert_int_eq(vocab_find(STR("")), VOCAB_FIELDS);
	ck_assert_str_eq(vocab_nearest(STR("titel")), "title");
	ck_assert_str_eq(vocab_nearest(STR("Anual_Revenue")), "annual_revenue");
	ck_assert_ptr_null(vocab_nearest(STR("zzzzzz")));
}
END_TEST

/* A set of words where, and only where, the type says so; names are their own keys. */
START_TEST(test_table)
{
	struct arena a = { 0 };
	struct str name;
	unsigned f;

	for (f = 0; f < VOCAB_FIELDS; f++) {
		name = str_of(vocab[f].name);
		ck_assert_msg((vocab[f].type == VOCAB_TYPE_WORD) == (vocab[f].words != NULL), "%s",
		    vocab[f].name);
		ck_assert_msg(str_eq(text_key(&a, name), name), "%s", vocab[f].name);
		ck_assert_int_eq(vocab_find(name), (int)f);
	}
	arena_free(&a);
}
END_TEST

/* A heading leads to one field: no synonym is given twice, or is the name of another field. */
START_TEST(test_synonyms_are_unique)
{
	struct arena a = { 0 };
	struct map seen = { .arena = &a };
	struct str rest, synonym, key;
	unsigned f;

	for (f = 0; f < VOCAB_FIELDS; f++)
		map_add(&seen, str_of(vocab[f].name));
	for (f = 0; f < VOCAB_FIELDS; f++) {
		rest = str_of(vocab[f].synonyms);
		while (rest.n != 0 && str_split(&rest, '|', &synonym)) {
			key = text_key(&a, synonym);
			ck_assert_msg(key.n != 0, "%s: an empty synonym", vocab[f].name);
			ck_assert_msg(map_find(&seen, key) == MAP_NONE, "%s: \"%.*s\" is known already",
			    vocab[f].name, STR_ARG(synonym));
			map_add(&seen, key);
		}
	}
	map_free(&seen);
	arena_free(&a);
}
END_TEST

START_TEST(test_missing)
{
	static const char *const yes[] = { "", "  ", "N/A", "n/a", "#N/A", "-", ".", "null", "NULL",
		"None", "Unknown", "Select", " select ", "nonexistent", "000000000000000AAA", NULL };
	/* NA is Namibia, 0 a number, "no" an answer. */
	static const char *const no[] = { "NA", "0", "no", "other", "selected", "Nullarbor", NULL };
	const char *const *s;

	for (s = yes; *s != NULL; s++)
		ck_assert_msg(vocab_means_missing(str_of(*s)), "\"%s\"", *s);
	for (s = no; *s != NULL; s++)
		ck_assert_msg(!vocab_means_missing(str_of(*s)), "\"%s\"", *s);
}
END_TEST

START_TEST(test_truth)
{
	static const char *const yes[] = { "true", "TRUE", "Yes", "y", "1", "on", "ja", "Oui", "sí",
		"SÍ", "sim", "да", "1.0", " true ", NULL };
	static const char *const no[] = { "false", "False", "NO", "n", "0", "off", "nein", "non",
		"não", "нет", "0.0", NULL };
	static const char *const neither[] = { "", "2", "maybe", "yess", "10", "-", NULL };
	const char *const *s;

	for (s = yes; *s != NULL; s++)
		ck_assert_msg(vocab_truth(str_of(*s)) == 1, "\"%s\"", *s);
	for (s = no; *s != NULL; s++)
		ck_assert_msg(vocab_truth(str_of(*s)) == 0, "\"%s\"", *s);
	for (s = neither; *s != NULL; s++)
		ck_assert_msg(vocab_truth(str_of(*s)) == -1, "\"%s\"", *s);
}
END_TEST

START_TEST(test_direction)
{
	ck_assert_str_eq(vocab_direction(STR("cold_call")), "outbound");
	ck_assert_str_eq(vocab_direction(STR("purchased_list")), "outbound");
	ck_assert_str_eq(vocab_direction(STR("webinar")), "inbound");
	ck_assert_str_eq(vocab_direction(STR("other")), "inbound");
	ck_assert_ptr_null(vocab_direction(STR("Google")));
	ck_assert_ptr_null(vocab_direction(STR("")));
	ck_assert(vocab_has_word(vocab[VOCAB_QUALIFICATION].words, STR("undecided")));
	ck_assert(!vocab_has_word(vocab[VOCAB_QUALIFICATION].words, STR("Undecided")));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("vocab");

	tcase_add_test(t, test_names);
	tcase_add_test(t, test_table);
	tcase_add_test(t, test_synonyms_are_unique);
	tcase_add_test(t, test_missing);
	tcase_add_test(t, test_truth);
	tcase_add_test(t, test_direction);
	return unit_run("vocab", t);
}
