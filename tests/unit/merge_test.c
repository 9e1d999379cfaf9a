/* merge: whose value survives, what unites, what a master keeps. */
#include <stdlib.h>

#include "unit.h"
#include "import/merge.h"

enum { COLUMNS = 12, LEADS = 4 };

static const enum vocab_field field[COLUMNS] = { VOCAB_ID, VOCAB_FIRST_NAME, VOCAB_LAST_NAME,
	VOCAB_FULL_NAME, VOCAB_STREET, VOCAB_CITY, VOCAB_COUNTRY, VOCAB_CONSENT, VOCAB_UPDATED_AT,
	VOCAB_ON_HOLD, VOCAB_ACTIVITIES, VOCAB_MERGED_FROM };
enum { ID, FIRST, LAST, FULL, STREET, CITY, COUNTRY, CONSENT, UPDATED, HOLD, ACTS, FROM };

static struct layout layout;
static uint8_t keep[COLUMNS], update[COLUMNS];
static uint32_t rank[LEADS] = { 2, 1, 0, 3 };
static struct merge_rules rules = { keep, update, update, rank };
static struct field cell[LEADS][COLUMNS], out[COLUMNS];
static struct merge_lead lead[LEADS];
static uint32_t from[COLUMNS];

static void
setup(void)
{
	static struct str name[COLUMNS];
	uint32_t i;

	memset(layout.at, 0xff, sizeof layout.at);
	memset(layout.original, 0xff, sizeof layout.original);
	for (i = 0; i < COLUMNS; i++) {
		name[i] = str_of(vocab[field[i]].name);
		layout.at[field[i]] = i;
	}
	layout.shape = record_shape(&arena, name, COLUMNS);
	memset(keep, 0, sizeof keep);
	memset(update, 0, sizeof update);
	memset(cell, 0, sizeof cell);
	for (i = 0; i < LEADS; i++)
		lead[i] = (struct merge_lead){ .field = cell[i], .file = i,
			.name = arena_printf(&arena, "f:%u", (unsigned)i) };
}

static void
put(size_t number, uint32_t column, const char *text)
{
	cell[number][column] = (struct field){ text, (uint32_t)strlen(text), FIELD_TEXT };
	if (column == ID) {
		lead[number].name = str_of(text);
		lead[number].has_id = true;
	}
}

static void
merge(size_t leads, bool master)
{
	merge_leads(&layout, &rules, &arena, lead, leads, master, out, from);
}

static void
is(uint32_t column, const char *text, uint32_t whose)
{
	struct str s = record_field_text(&arena, out[column]);

	ck_assert_msg(str_is(s, text), "column %u is \"%.*s\", not \"%s\"", (unsigned)column,
	    STR_ARG(s), text);
	ck_assert_uint_eq(from[column], whose);
}

START_TEST(first_known)
{
	put(0, CITY, " ");
	put(1, CITY, "York");
	put(2, CITY, "Leeds");
	put(1, UPDATED, "2026-01-01");
	put(2, UPDATED, "2026-02-01");
	merge(3, false);
	is(CITY, "York", 1);
	is(UPDATED, "2026-01-01", 1);
	is(STREET, "", MERGE_NONE);
}
END_TEST

START_TEST(an_address_is_of_one)
{
	put(0, CITY, "York");
	put(1, STREET, "1 High St");
	put(1, COUNTRY, "GB");
	put(2, STREET, "1 high st");
	put(2, CITY, "Leeds");
	put(2, COUNTRY, "GB");
	merge(3, false);
	is(STREET, "1 High St", 1);
	is(CITY, "Leeds", 2);           /* of one that agrees, not of 0, who does in nothing */
	put(2, COUNTRY, "DE");
	merge(3, false);
	is(CITY, "", MERGE_NONE);       /* nobody who says nothing else knows it */
}
END_TEST

START_TEST(a_name_is_of_one)
{
	put(0, FIRST, "Ann");
	put(0, FULL, "Ann");
	put(1, FIRST, "Bob");
	put(1, LAST, "Lee");
	put(1, FULL, "Bob Lee");
	merge(2, false);
	is(FIRST, "Bob", 1);
	is(LAST, "Lee", 1);
	is(FULL, "Bob Lee", 1);
	put(1, FIRST, "");
	put(1, FULL, "Lee");
	merge(2, false);
	is(FIRST, "Ann", 0);
	is(LAST, "Lee", 1);
	is(FULL, "Ann Lee", MERGE_NONE);
}
END_TEST

START_TEST(by_rule)
{
	put(0, CITY, "Yo");
	put(1, CITY, "York");
	put(2, CITY, "Yor");
	put(0, UPDATED, "2026-01-01T10:00:00+02:00");
	put(1, UPDATED, "2026-01-01");
	put(2, UPDATED, "2026-01-01T09:00:00Z");
	keep[STREET] = keep[CITY] = keep[COUNTRY] = MERGE_NEWEST;
	merge(3, false);
	is(CITY, "Yor", 2);
	keep[STREET] = keep[CITY] = keep[COUNTRY] = MERGE_COMPLETE;
	merge(3, false);
	is(CITY, "York", 1);
	put(2, COUNTRY, "GB");
	merge(3, false);
	is(CITY, "Yor", 2);
	keep[STREET] = keep[CITY] = keep[COUNTRY] = MERGE_RANK;
	merge(2, false);
	is(CITY, "York", 1);
}
END_TEST

START_TEST(unites)
{
	put(0, CONSENT, "granted");
	put(1, CONSENT, "denied");
	put(0, HOLD, "a;b");
	put(1, HOLD, "b;c");
	put(0, FROM, "x");
	put(1, ID, "7");
	put(2, ID, "8");
	put(0, ACTS, "[{\"type\":\"call\",\"at\":\"2026-01-02\"},{\"type\":\"call\",\"at\":\"2026-01-02\"}]");
	put(1, ACTS, "[{\"type\":\"call\",\"at\":\"2026-01-02\"},{\"type\":\"visit\",\"at\":\"2026-01-01\"}]");
	merge(3, false);
	is(CONSENT, "denied", 1);
	is(HOLD, "a;b;c", MERGE_ALL);
	is(ID, "7", 1);
	is(FROM, "x;7;8", MERGE_NONE);
	is(ACTS, "[{\"type\":\"visit\",\"at\":\"2026-01-01\"},{\"type\":\"call\",\"at\":\"2026-01-02\"},"
	    "{\"type\":\"call\",\"at\":\"2026-01-02\"}]", MERGE_ALL);
}
END_TEST

START_TEST(a_master)
{
	unsigned how;

	put(0, ID, "1");
	put(1, ID, "9");
	put(0, CITY, "York");
	put(0, CONSENT, "denied");
	put(1, STREET, "1 High St");
	put(1, CITY, "Leeds");
	put(1, CONSENT, "granted");
	put(1, COUNTRY, "GB");
	for (how = MERGE_FILL; how <= MERGE_IGNORE; how++) {
		memset(update, (int)how, sizeof update);
		update[ID] = update[FROM] = MERGE_FILL;
		merge(2, true);
		is(ID, "1", 0);
		is(FROM, "9", MERGE_NONE);
		is(CONSENT, "denied", 0);
		is(CITY, how == MERGE_REPLACE ? "Leeds" : "York", how == MERGE_REPLACE);
		is(STREET, how == MERGE_REPLACE ? "1 High St" : "", how == MERGE_REPLACE ? 1 : MERGE_NONE);
	}
	memset(update, MERGE_FILL, sizeof update);
	put(1, CITY, "york");
	merge(2, true);
	is(CITY, "York", 0);
	is(STREET, "1 High St", 1);
	is(COUNTRY, "GB", 1);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("merge");

	tcase_add_checked_fixture(t, setup, NULL);
	tcase_add_test(t, first_known);
	tcase_add_test(t, an_address_is_of_one);
	tcase_add_test(t, a_name_is_of_one);
	tcase_add_test(t, by_rule);
	tcase_add_test(t, unites);
	tcase_add_test(t, a_master);
	return unit_run("merge", t);
}
