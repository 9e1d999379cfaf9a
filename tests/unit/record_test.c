/* record: labels of columns, and what the bytes of a field mean. */

#include "unit.h"
#include "record/record.h"

START_TEST(labels_are_unique)
{
	static const char *const want[] = { "a", "a_3", "a_2", "column_4", "b", "column_6_2",
		"column_6",
		"a_4", "column_9" };
	const struct str names[] = { STR("a"), STR("a"), STR("a_2"), STR(""), STR("b"), STR(""),
		STR("column_6"), STR("a"), STR("") };
	const struct shape *s = record_shape(&arena, names, 9);
	uint32_t i;

	for (i = 0; i < 9; i++) {
		ck_assert_msg(str_is(s->label[i], want[i]), "%u: %.*s", i, STR_ARG(s->label[i]));
		ck_assert(str_eq(s->name[i], names[i]));
	}
}
END_TEST

START_TEST(shapes_have_ids)
{
	const struct str names[] = { STR("a"), STR("b") };
	const struct shape *s = record_shape(&arena, names, 2), *t = record_shape(&arena, names, 2);

	ck_assert_uint_ne(s->id, 0);
	ck_assert_uint_ne(s->id, t->id);
	ck_assert_ptr_eq(s->label, s->name);
	ck_assert_uint_eq(record_shape(&arena, NULL, 0)->count, 0);
}
END_TEST

static struct str
text(const char *raw, uint32_t flags)
{
	return record_field_text(&arena, (struct field){ raw, (uint32_t)strlen(raw), flags });
}

START_TEST(fields_are_text)
{
	static const char *const plain = "Ann \"x\" \\n";
	enum { CSV = FIELD_QUOTED | FIELD_ESCAPE, JSON = FIELD_JSON };

	ck_assert_ptr_eq(text(plain, 0).p, plain);
	ck_assert(str_is(text(plain, 0), plain));
	ck_assert(str_is(text("\"no quote inside\"", FIELD_TEXT | FIELD_QUOTED),
	    "\"no quote inside\""));
	ck_assert(str_is(text("\"a,b\"", CSV), "a,b"));
	ck_assert(str_is(text("\"\"", CSV), ""));
	ck_assert(str_is(text("\"\"\"\"", CSV), "\""));
	ck_assert(str_is(text("\"\"\"a\"\"\"\"b\"\"\"", CSV), "\"a\"\"b\""));
	ck_assert(str_is(text("\"a\\u0041\"", CSV), "a\\u0041"));
	ck_assert(str_is(text("\"a\\u0041\"", JSON | CSV), "aA"));
	ck_assert(str_is(text("\"aA\"", JSON | FIELD_QUOTED), "aA"));
	ck_assert(str_is(text("1.10", JSON), "1.10"));
	ck_assert(str_is(text("true", JSON), "true"));
	ck_assert(str_is(text("[ 1, \"a\\n\"]", JSON | FIELD_NEST), "[ 1, \"a\\n\"]"));
	ck_assert_uint_eq(text("null", JSON | FIELD_ABSENT).n, 0);
}
END_TEST

START_TEST(csv_fields_lie_between_separators)
{
	/*                   0123456789... */
	const char *base = "x\nAnn,\"S, \"\"Jr\"\"\",,z\n";
	const uint32_t end[] = { 5, 17, 18, 20 };
	const struct str names[] = { STR("a"), STR("b"), STR("c"), STR("d") };
	struct record r = { .shape = record_shape(&arena, names, 4), .base = base, .start = 2,
	    .end = end, .scratch = &arena };

	ck_assert(str_is(record_text(&r, 0), "Ann"));
	ck_assert(str_is(record_text(&r, 1), "S, \"Jr\""));
	ck_assert(str_is(record_text(&r, 2), ""));
	ck_assert(str_is(record_text(&r, 3), "z"));
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("record");

	tcase_add_test(t, labels_are_unique);
	tcase_add_test(t, shapes_have_ids);
	tcase_add_test(t, fields_are_text);
	tcase_add_test(t, csv_fields_lie_between_separators);
	return unit_run("record", t);
}
