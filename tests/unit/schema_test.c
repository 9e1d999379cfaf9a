/* schema: slots are shared, columns are found, and what is missing is said. */

#include "unit.h"
#include "lead/lead.h"

static struct schema schema;
static struct err e;

static void
setup(void)
{
	schema = (struct schema){ .arena = &arena, .zone = &zone_utc };
}

static uint32_t
want(const char *name, bool quoted)
{
	return schema_want(&schema, (struct wanted){ .name = str_of(name), .quoted = quoted,
	    .from = STR("model.json"), .line = 3, .column = 7 });
}

static const struct shape *
header(const char *names)
{
	struct str rest = str_of(names), *name = arena_array(&arena, 20, sizeof *name);
	uint32_t n = 0;

	while (str_split(&rest, ',', &name[n]))
		n++;
	return record_shape(&arena, name, n);
}

START_TEST(test_slots)
{
	uint32_t created = want("Created At", false), slot;
	char name[] = "Total Visits";
	int i;

	ck_assert_uint_eq(created, 0);
	ck_assert_int_eq(schema.wanted[created].field, VOCAB_CREATED_AT);
	ck_assert_int_eq(schema.wanted[created].type, VOCAB_TYPE_TIME);
	ck_assert_uint_eq(want("created_at", false), created);
	ck_assert_uint_eq(schema_want_field(&schema, VOCAB_CREATED_AT), created);
	/* In backquotes it may warn where the bare name does not: another slot, the same type. */
	slot = want("created_at", true);
	ck_assert_uint_ne(slot, created);
	ck_assert_int_eq(schema.wanted[slot].type, VOCAB_TYPE_TIME);
	slot = want("Created At", true);
	ck_assert_int_eq(schema.wanted[slot].field, VOCAB_FIELDS);
	ck_assert_int_eq(schema.wanted[slot].type, VOCAB_TYPE_TEXT);
	/* Names are copied. */
	slot = want(name, false);
	name[0] = 'X';
	ck_assert(str_is(schema.wanted[slot].name, "Total Visits"));
	/* Columns of the file that differ in case only are different columns. */
	ck_assert_uint_ne(want("total visits", false), slot);
	for (i = 0; i < VOCAB_FIELDS; i++)
		schema_want_field(&schema, (enum vocab_field)i);
	ck_assert_uint_eq(want("Created At", false), created);
	ck_assert_uint_eq(schema.count, VOCAB_FIELDS - 1 + 5);
}
END_TEST

START_TEST(test_columns)
{
	const struct shape *h = header("Created-At,email,Created At,EMAIL,email,Total Visits,,x");

	ck_assert_int_eq(schema_column(&schema, h, want("created_at", false)), 0);
	ck_assert_int_eq(schema_column(&schema, h, want("Created At", true)), 2);
	ck_assert_int_eq(schema_column(&schema, h, want("created at", true)), -1);
	ck_assert_int_eq(schema_column(&schema, h, want("email", false)), 1);
	ck_assert_int_eq(schema_column(&schema, h, want("email_2", false)), 4);
	ck_assert_int_eq(schema_column(&schema, h, want("EMAIL", true)), 3);
	ck_assert_int_eq(schema_column(&schema, h, want("total_visits", false)), 5);
	ck_assert_int_eq(schema_column(&schema, h, want("column_7", true)), 6);
	ck_assert_int_eq(schema_column(&schema, h, want("title", false)), -1);
	/* The exact name first, wherever it stands. */
	h = header("Title,title");
	ck_assert_int_eq(schema_column(&schema, h, want("Title", false)), 1);
}
END_TEST

START_TEST(test_check)
{
	const struct shape *h = header("email,TotalVisits,Lead Origin");

	want("title", false);           /* in the vocabulary: only unknown */
	want("No Such", true);          /* in backquotes: a warning, at the end */
	want("lead_origin", false);
	want("totalvisits", false);
	ck_assert_int_eq(schema_check(&schema, h, &e), 0);
	want("TotalVsits", false);
	ck_assert_int_eq(schema_check(&schema, h, &e), -1);
	ck_assert_str_eq(e.text, "no column \"TotalVsits\" in the input; did you mean \"TotalVisits\"?");
	ck_assert_str_eq(e.at.file, "model.json");
	ck_assert_uint_eq(e.at.line, 3);
	ck_assert_uint_eq(e.at.column, 7);
	ck_assert_int_eq(e.kind, ERR_CONFIG);
	ck_assert_int_eq(schema_check(&schema, header("TotalVsits,x"), &e), -1);
	ck_assert_str_eq(e.text, "no column \"lead_origin\" in the input");
}
END_TEST

/* A slip in a canonical name is mended from the vocabulary. */
START_TEST(test_check_vocabulary)
{
	want("emploeyes", false);
	ck_assert_int_eq(schema_check(&schema, header("email,x"), &e), -1);
	ck_assert_str_eq(e.text, "no column \"emploeyes\" in the input; did you mean \"employees\"?");
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("schema");

	tcase_add_checked_fixture(t, setup, NULL);
	tcase_add_test(t, test_slots);
	tcase_add_test(t, test_columns);
	tcase_add_test(t, test_check);
	tcase_add_test(t, test_check_vocabulary);
	return unit_run("schema", t);
}
