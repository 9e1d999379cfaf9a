/* unfold - members that hold the lead's fields inside, taken apart by rules. */

#include "unit.h"
#include "../record_io.h"
#include "record/unfold.h"

static const struct unfold_rule rules[] = {
	{ { "data", 4 }, { "id", 2 }, { "is", 2 } },
	{ { "properties", 10 }, { 0 }, { 0 } },
	{ { 0 }, { 0 }, { 0 } },
};

static struct record_io io;

/* A line of label=value for each record; nothing behind the = of a field that is absent. */
static void
tell(struct record_io *out, struct record *rec, void *with)
{
	uint32_t i;

	(void)with;
	for (i = 0; i < rec->shape->count; i++) {
		struct field f = record_field(rec, i);

		buf_printf(&out->out, "%s%.*s%s", i ? " " : "", STR_ARG(rec->shape->label[i]),
		    f.flags & FIELD_ABSENT ? "" : "=");
		buf_str(&out->out, record_field_text(rec->scratch, f));
	}
	buf_byte(&out->out, '\n');
}

static struct str
unfolded(struct str text)
{
	struct arena a = { 0 };
	struct source *s;
	struct reader *r;
	struct err ignored;

	record_io_forget(&io);
	io.read = (struct read_options){ .from = FORMAT_JSONL, .unfold = rules };
	r = record_io_open(&io, &a, text, &s);
	ck_assert_ptr_nonnull(r);
	ck_assert_int_eq(record_io_read(&io, r, tell, NULL), 0);
	ck_assert_uint_eq(io.refused, 0);
	reader_close(r);
	source_close(s, &ignored);
	arena_free(&a);
	return buf_text(&io.out);
}

static void
expect(const char *text, const char *want)
{
	struct str got = unfolded(str_of(text));

	ck_assert_msg(str_is(got, want), "%s\nwanted:\n%sgot:\n%.*s", text, want, STR_ARG(got));
}

START_TEST(by_name_and_value)
{
	expect("{\"x\":1,\"data\":[{\"id\":\"email\",\"is\":\"a@x.example\"},{\"is\":7,\"id\":\"n\\u0061me\"}],"
	    "\"y\":2}\n", "x=1 email=a@x.example name=7 y=2\n");
	/* What else a pair holds is not looked at; without a value it is unknown. */
	expect("{\"data\":[{\"id\":\"a\",\"more\":[1]},{\"id\":\"b\",\"is\":null}]}\n", "a b\n");
	expect("{\"data\":[]}\n{\"x\":1,\"data\":[],\"y\":2}\n", "\nx=1 y=2\n");
}
END_TEST

START_TEST(own_members)
{
	expect("{\"x\":1,\"properties\":{\"email\":\"a@x.example\",\"p\":{\"q\":1}},\"y\":2}\n",
	    "x=1 email=a@x.example p={\"q\":1} y=2\n");
	expect("{\"properties\":{}}\n", "\n");
	/* Both, and only one level deep. */
	expect("{\"data\":[{\"id\":\"properties\",\"is\":{\"a\":1}}],\"properties\":{\"b\":2}}\n",
	    "properties={\"a\":1} b=2\n");
}
END_TEST

START_TEST(single_values)
{
	expect("{\"properties\":{\"a\":[\"x\"],\"b\":[\"x\",\"y\"],\"c\":[],\"d\":[[1]],\"e\":[{}],\"f\":[7]}}\n",
	    "a=x b=[\"x\",\"y\"] c=[] d=[[1]] e=[{}] f=7\n");
	expect("{\"data\":[{\"id\":\"a\",\"is\":[\"x\"]},{\"id\":\"b\",\"is\":[1,2]}]}\n", "a=x b=[1,2]\n");
}
END_TEST

START_TEST(others_stay_whole)
{
	static const char *const whole[] = { "data=7", "data={\"id\":\"a\"}", "data=[1]",
		"data=[{\"is\":\"x\"}]", "data=[{\"id\":7,\"is\":\"x\"}]", "data=[{\"id\":\"\",\"is\":\"x\"}]",
		"data=[{\"id\":\"a\",\"is\":\"x\"},[]]", "properties=[]", "properties=7", "properties=",
		"other=[{\"id\":\"a\",\"is\":\"x\"}]", "Data=[{\"id\":\"a\",\"is\":\"x\"}]" };
	char in[200], want[200];
	size_t i;

	for (i = 0; i < sizeof whole / sizeof *whole; i++) {
		const char *value = strchr(whole[i], '=') + 1;

		snprintf(in, sizeof in, "{\"y\":1,\"%.*s\":%s}\n", (int)(value - 1 - whole[i]), whole[i],
		    *value ? value : "\"\"");
		snprintf(want, sizeof want, "y=1 %s\n", whole[i]);
		expect(in, want);
	}
	/* A text that looks like a list is a text. */
	expect("{\"data\":\"[{}]\"}\n", "data=[{}]\n");
}
END_TEST

/* Shapes with rules and without, one after another and again. */
START_TEST(shapes_change)
{
	expect("{\"a\":1}\n{\"properties\":{\"a\":2}}\n{\"a\":3}\n{\"b\":4,\"properties\":{\"a\":5}}\n"
	    "{\"properties\":{\"c\":6}}\n{\"properties\":{\"a\":7}}\n",
	    "a=1\na=2\na=3\nb=4 a=5\nc=6\na=7\n");
	/* Names that run together are other names. */
	expect("{\"properties\":{\"ab\":1,\"c\":2}}\n{\"properties\":{\"a\":1,\"bc\":2}}\n",
	    "ab=1 c=2\na=1 bc=2\n");
	expect("{\"properties\":{\"a\":1,\"a\":2,\"\":3}}\n", "a=1 a_2=2 column_3=3\n");
}
END_TEST

/* More shapes than are remembered, and the first ones again. */
START_TEST(many_shapes)
{
	struct buf in = { 0 }, want = { 0 };
	int i;

	for (i = 0; i < 10000; i++) {
		buf_printf(&in, "{\"x\":%d,\"properties\":{\"name%d\":\"y\"}}\n", i, i % 4500);
		buf_printf(&want, "x=%d name%d=y\n", i, i % 4500);
	}
	ck_assert(str_eq(unfolded(buf_text(&in)), buf_text(&want)));
	buf_free(&in);
	buf_free(&want);
}
END_TEST

/* `n` members, or pairs, and as many columns; or one that stays whole. */
static void
wide(size_t n, bool pairs, bool apart)
{
	struct buf in = { 0 }, want = { 0 };
	size_t i;

	buf_printf(&in, "{\"%s\":%s", pairs ? "data" : "properties", pairs ? "[" : "{");
	for (i = 0; i < n; i++) {
		buf_printf(&in, pairs ? "%s{\"id\":\"c%zu\",\"is\":1}" : "%s\"c%zu\":1", i ? "," : "", i);
		buf_printf(&want, "%sc%zu=1", i ? " " : "", i);
	}
	buf_str(&in, pairs ? STR("]}\n") : STR("}}\n"));
	buf_byte(&want, '\n');
	if (!apart) {
		want.n = 0;
		buf_printf(&want, "%s=", pairs ? "data" : "properties");
		buf_str(&want, str_slice(buf_text(&in), want.n + 3, in.n - 2));
		buf_byte(&want, '\n');
	}
	ck_assert(str_eq(unfolded(buf_text(&in)), buf_text(&want)));
	buf_free(&in);
	buf_free(&want);
}

/* With 40,000 more of an item. */
static unsigned
columns_of(const char *front, const char *more, const char *behind)
{
	struct buf in = { 0 };
	struct str out;
	unsigned n = 0;
	int i;

	buf_printf(&in, "%s", front);
	for (i = 0; i < 40000; i++)
		buf_printf(&in, "%s", more);
	buf_printf(&in, "%s", behind);
	for (out = unfolded(buf_text(&in)); out.n != 0; out = str_slice(out, 1, out.n))
		n += *out.p == '=';
	buf_free(&in);
	return n;
}

START_TEST(many_members)
{
	wide(9, false, true);
	wide(9, true, true);
	wide(200, true, true);
	wide(10000, false, true);
	wide(10000, true, true);
	/* More columns than a record may have are none. */
	wide(10001, false, false);
	wide(10001, true, false);
	wide(40000, false, false);
	wide(40000, true, false);
	/* Nor is an object in a list, nor a list for one value; what is beside that is taken apart. */
	ck_assert_uint_eq(columns_of("{\"data\":[{\"id\":\"a\"", ",\"b\":1", "}]}\n"), 1);
	ck_assert_uint_eq(columns_of("{\"properties\":{\"a\":[0", ",1", "],\"b\":2}}\n"), 2);
	/* Of a pair, too. */
	expect("{\"data\":[{\"1\":1,\"2\":2,\"3\":3,\"4\":4,\"5\":5,\"6\":6,\"7\":7,\"8\":8,"
	    "\"id\":\"a\",\"is\":9}]}\n", "a=9\n");
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("unfold");
	int failed;

	tcase_set_timeout(t, 60);
	tcase_add_test(t, by_name_and_value);
	tcase_add_test(t, own_members);
	tcase_add_test(t, single_values);
	tcase_add_test(t, others_stay_whole);
	tcase_add_test(t, shapes_change);
	tcase_add_test(t, many_shapes);
	tcase_add_test(t, many_members);
	failed = unit_run("unfold", t);
	record_io_free(&io);
	return failed;
}
