/* lead: every type from every kind of field, and nothing left over from the record before. */

#include "unit.h"
#include "lead/activity.h"
#include "lead/lead.h"
#include "record/skim.h"

static struct arena scratch;
static struct schema schema;
static struct lead lead;
static struct record record;

static void
setup(void)
{
	schema = (struct schema){ .arena = &arena, .zone = &zone_utc };
}

static void
teardown(void)
{
	arena_free(&scratch);
}

/* A line of CSV as the regular lane leaves it: no quote or comma inside these quotes but "". */
static void
csv(const struct shape *shape, const char *line)
{
	uint32_t *end = arena_array(&arena, shape->count, sizeof *end), n = 0, i;

	for (i = 0; n < shape->count; i++)
		if (line[i] == ',' || line[i] == '\0')
			end[n++] = i;
	record = (struct record){ .shape = shape, .base = line, .end = end, .scratch = &scratch };
	lead_attach(&lead, &record);
}

static void
json(const char *line)
{
	struct field key[20];
	struct skim k = { .key = key, .value = arena_array(&arena, 20, sizeof *key), .room = 20 };
	struct str *name = arena_array(&arena, 20, sizeof *name);
	size_t used, i;

	ck_assert_int_eq(skim_object(str_of(line), &k, &used), SKIM_OK);
	for (i = 0; i < k.n; i++)
		name[i] = record_field_text(&arena, key[i]);
	record = (struct record){ .shape = record_shape(&arena, name, (uint32_t)k.n),
	    .field = k.value, .scratch = &scratch };
	lead_attach(&lead, &record);
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

START_TEST(test_text)
{
	uint32_t title = schema_want_field(&schema, VOCAB_TITLE);
	uint32_t city = schema_want_field(&schema, VOCAB_CITY);
	const char *plain = " Chief of Staff ,x";
	const struct shape *h;

	lead_init(&lead, &arena, &schema);
	h = header("TITLE,Other");
	csv(h, plain);
	ck_assert(str_is(lead_text(&lead, title), "Chief of Staff"));
	ck_assert_ptr_eq(lead_text(&lead, title).p, plain + 1);         /* not a copy */
	ck_assert(str_is(lead_folded(&lead, title), "chief of staff"));
	ck_assert(lead_field(&lead, city).flags & FIELD_ABSENT);
	ck_assert_uint_eq(lead_text(&lead, city).n, 0);
	ck_assert(!lead_known(&lead, city));
	csv(h, "\"The \"\"Boss\"\"\",x");
	ck_assert(str_is(lead_text(&lead, title), "The \"Boss\""));
	csv(h, "\xc2\xa0\xc3\x89lu\xc2\xa0,x");                        /* no-break spaces around */
	ck_assert(str_is(lead_text(&lead, title), "Élu"));
	ck_assert(str_is(lead_folded(&lead, title), "élu"));
	csv(h, "  ,x");
	ck_assert(!lead_known(&lead, title));
	json("{ \"title\": \"C\\u00c9O\\n\", \"city\": null }");
	ck_assert(str_is(lead_text(&lead, title), "CÉO"));
	ck_assert(!lead_known(&lead, city));
	json("{ \"title\": 12.50, \"city\": { \"a\": 1 } }");
	ck_assert(str_is(lead_text(&lead, title), "12.50"));
	ck_assert(str_is(lead_text(&lead, city), "{ \"a\": 1 }"));
	ck_assert_uint_eq(lead.seen[title], 3);
	ck_assert_uint_eq(lead.seen[city], 2);
	lead_free(&lead);
}
END_TEST

START_TEST(test_numbers_and_money)
{
	uint32_t employees = schema_want_field(&schema, VOCAB_EMPLOYEES);
	uint32_t revenue = schema_want_field(&schema, VOCAB_ANNUAL_REVENUE);
	const struct shape *h;
	struct number n;
	struct money m;

	lead_init(&lead, &arena, &schema);
	h = header("employees,annual_revenue");
	csv(h, "250,12000.50 EUR");
	ck_assert(lead_number(&lead, employees, &n));
	ck_assert_int_eq(n.units, 250);
	ck_assert(lead_money(&lead, revenue, &m));
	ck_assert_int_eq(m.amount.units, 120005);
	ck_assert_int_eq(m.amount.scale, 1);
	ck_assert_str_eq(m.code, "EUR");
	ck_assert(lead_money(&lead, revenue, &m));
	ck_assert_int_eq(m.amount.units, 120005);
	/* 1.200 may be 1200 or 1.2: no guess.  It is plainly 1.2 to a machine, though. */
	csv(h, "50-99,$342.09K");
	ck_assert(!lead_number(&lead, employees, &n));
	ck_assert(!lead_number(&lead, employees, &n));
	ck_assert(lead_known(&lead, employees));
	ck_assert(lead_money(&lead, revenue, &m));
	ck_assert_int_eq(m.amount.units, 342090);
	csv(h, ",");
	ck_assert(!lead_number(&lead, employees, &n));
	ck_assert(!lead_money(&lead, revenue, &m));
	json("{ \"annual_revenue\": \"1,200.50\", \"employees\": 7 }");
	ck_assert(lead_number(&lead, employees, &n));
	ck_assert_int_eq(n.units, 7);
	ck_assert(lead_number(&lead, revenue, &n));
	ck_assert_int_eq(n.units, 12005);
	json("{ \"annual_revenue\": \"1,200\" }");
	ck_assert(!lead_number(&lead, revenue, &n));
	ck_assert(!lead_money(&lead, revenue, &m));
	lead_free(&lead);
}
END_TEST

START_TEST(test_times)
{
	uint32_t created = schema_want_field(&schema, VOCAB_CREATED_AT);
	const struct shape *h;
	struct moment m;

	lead_init(&lead, &arena, &schema);
	h = header("Created At");
	csv(h, "2026-03-01T10:00:00Z");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.from, 1772359200);   /* date -u -d 2026-03-01T10:00:00Z +%s */
	ck_assert_int_eq(m.until, 1772359200);
	csv(h, "2026-03-01T10:00:00+02:00");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.from, 1772352000);
	csv(h, "2026-03-01");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.from, 1772323200);
	ck_assert_int_eq(m.until, 1772409600);
	csv(h, "15 Apr 2021 00:03:00");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.from, 1618444980);
	csv(h, "13/04/2021");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.from, 1618272000);
	csv(h, "03/04/2021");
	ck_assert(!lead_time(&lead, created, &m));
	csv(h, "soon");
	ck_assert(!lead_time(&lead, created, &m));
	csv(h, "9999-12-31");
	ck_assert(lead_time(&lead, created, &m));
	ck_assert_int_eq(m.until - m.from, 86400);
	lead_free(&lead);
}
END_TEST

START_TEST(test_bools_and_lists)
{
	uint32_t opt_out = schema_want_field(&schema, VOCAB_EMAIL_OPT_OUT);
	uint32_t flags = schema_want_field(&schema, VOCAB_FLAGS);
	const struct shape *h;

	lead_init(&lead, &arena, &schema);
	h = header("email_opt_out,flags");
	csv(h, "TRUE,a;b");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_TRUE);
	ck_assert(str_is(lead_text(&lead, flags), "a;b"));
	csv(h, "0,");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_FALSE);
	csv(h, "perhaps,");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_UNKNOWN);
	csv(h, ",");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_UNKNOWN);
	json("{ \"email_opt_out\": false, \"flags\": [ \"a\", \"b;c\", 3, \"\\u00e9\" ] }");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_FALSE);
	ck_assert(str_is(lead_text(&lead, flags), "a;b\\;c;3;é"));
	json("{ \"email_opt_out\": true, \"flags\": [] }");
	ck_assert_int_eq(lead_bool(&lead, opt_out), TRUTH_TRUE);
	ck_assert(!lead_known(&lead, flags));
	json("{ \"flags\": [ 1,2,[3,4],\";\" ] }");
	ck_assert(str_is(lead_text(&lead, flags), "1;2;[3,4];\\;"));
	lead_free(&lead);
}
END_TEST

START_TEST(test_activities)
{
	uint32_t slot = schema_want_field(&schema, VOCAB_ACTIVITIES);
	const struct activities *list;
	const struct shape *h;

	lead_init(&lead, &arena, &schema);
	h = header("activities");
	csv(h, "\"[{\"\"type\"\":\"\"call\"\"}]\"");
	ck_assert_ptr_nonnull(list = lead_activities(&lead, slot));
	ck_assert_uint_eq(list->n, 1);
	ck_assert(str_is(list->item[0].type, "call"));
	csv(h, "");
	ck_assert_ptr_null(lead_activities(&lead, slot));
	csv(h, "oops");
	ck_assert_ptr_null(lead_activities(&lead, slot));
	ck_assert_ptr_null(lead_activities(&lead, slot));
	json("{ \"activities\": [ { \"type\": \"a\" }, { \"type\": \"b\" } ] }");
	ck_assert_ptr_nonnull(list = lead_activities(&lead, slot));
	ck_assert_uint_eq(list->n, 2);
	ck_assert_ptr_eq(lead_activities(&lead, slot), list);
	json("{ \"activities\": [] }");
	ck_assert_ptr_nonnull(list = lead_activities(&lead, slot));
	ck_assert_uint_eq(list->n, 0);
	json("{ \"activities\": null }");
	ck_assert_ptr_null(lead_activities(&lead, slot));
	lead_free(&lead);
}
END_TEST

/* More shapes than are remembered, in turns: the places stay right. */
START_TEST(test_many_shapes)
{
	enum { SHAPES = 150 };
	uint32_t title = schema_want_field(&schema, VOCAB_TITLE);
	const struct shape *shape[SHAPES];
	char line[2 * SHAPES] = "";
	uint32_t *end = arena_array(&arena, SHAPES + 1, sizeof *end);
	struct str *name;
	int i, j;

	/* Column i of shape i is the title; cell j holds the letter of j. */
	for (i = 0; i < SHAPES; i++) {
		name = arena_array(&arena, SHAPES, sizeof *name);
		for (j = 0; j < SHAPES; j++)
			name[j] = j == i ? STR("title") : STR("");
		shape[i] = record_shape(&arena, name, SHAPES);
		line[2 * i] = (char)('0' + i % 75);
		line[2 * i + 1] = ',';
		end[i] = (uint32_t)(2 * i + 1);
	}
	lead_init(&lead, &arena, &schema);
	for (j = 0; j < 3; j++)
		for (i = 0; i < SHAPES; i++) {
			record = (struct record){ .shape = shape[i * 7 % SHAPES], .base = line, .end = end,
			    .scratch = &scratch };
			lead_attach(&lead, &record);
			ck_assert_int_eq(lead_text(&lead, title).p[0], '0' + i * 7 % SHAPES % 75);
		}
	lead_free(&lead);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("lead");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, test_text);
	tcase_add_test(t, test_numbers_and_money);
	tcase_add_test(t, test_times);
	tcase_add_test(t, test_bools_and_lists);
	tcase_add_test(t, test_activities);
	tcase_add_test(t, test_many_shapes);
	return unit_run("lead", t);
}
