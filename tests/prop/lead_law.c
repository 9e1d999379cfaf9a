/*
 * What a lead says about a record depends on that record alone: not on what was attached or
 * asked before, nor on the order of the questions.  A lead that lives through all records, of
 * more shapes than it remembers, answers as one that was made for this question.
 */

#include "law.h"
#include "lead/activity.h"
#include "lead/lead.h"

enum { SHAPES = 150, COLUMNS = 8, RECORDS = 40000, QUESTIONS = 12 };

static const char *const names[] = { "title", "Title", "employees", "Annual Revenue", "created_at",
	"email-opt-out", "flags", "activities", "other", "Other", "", "x" };
enum { NAMES = sizeof names / sizeof names[0] };

#define F(text, flags) { text, sizeof(text) - 1, flags }
static const struct field cells[] = {
	F("", 0), F("Chief of Staff", 0), F(" b\xc3\xa9\xc3\x89 ", 0), F("250", 0), F("1,200.50", 0),
	F("1.200", 0), F("12000 EUR", 0), F("2026-03-01", 0), F("2026-03-01T10:00:00+02:00", 0),
	F("yes", 0), F("0", 0), F("a;b", 0), F("", FIELD_ABSENT),
	F("\"q \"\"r\"\"\"", FIELD_QUOTED | FIELD_ESCAPE),
	F("\"[{\"\"type\"\":\"\"Call\"\"}]\"", FIELD_QUOTED | FIELD_ESCAPE),
	F("[\"a\",\"b;c\"]", FIELD_JSON | FIELD_NEST),
	F("[{\"type\":\"x\",\"count\":2},{\"type\":\"y\"}]", FIELD_JSON | FIELD_NEST),
	F("\"caf\\u00e9\"", FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE),
	F("12.5", FIELD_JSON), F("true", FIELD_JSON), F("null", FIELD_JSON | FIELD_ABSENT),
};
enum { CELLS = sizeof cells / sizeof cells[0] };

/* Everything one can ask of a slot, as one line. */
static void
ask(struct lead *l, uint32_t slot, unsigned question, struct buf *answer)
{
	const struct activities *list;
	struct moment m = { 0 };
	struct number n = { 0 };
	struct money money = { 0 };
	struct field f;

	answer->n = 0;
	switch (question) {
	case 0:
		f = lead_field(l, slot);
		buf_printf(answer, "field %p %u %x", (const void *)f.raw, f.size, f.flags);
		break;
	case 1:
		buf_str(answer, lead_text(l, slot));
		break;
	case 2:
		buf_str(answer, lead_folded(l, slot));
		break;
	case 3:
		buf_printf(answer, "known %d", lead_known(l, slot));
		break;
	case 4:
		if (lead_number(l, slot, &n))
			buf_printf(answer, "number %lld %d", (long long)n.units, n.scale);
		break;
	case 5:
		if (lead_money(l, slot, &money))
			money_print(answer, &money);
		break;
	case 6:
		if (lead_time(l, slot, &m))
			buf_printf(answer, "%lld..%lld", (long long)m.from, (long long)m.until);
		break;
	case 7:
		buf_printf(answer, "bool %d", lead_bool(l, slot));
		break;
	default:
		if ((list = lead_activities(l, slot)) != NULL)
			activity_print(answer, list);
	}
}

int
main(int argc, char **argv)
{
	struct arena run = { 0 }, scratch = { 0 }, once = { 0 };
	struct schema schema = { .arena = &run, .zone = &zone_utc };
	const struct shape *shape[SHAPES];
	struct buf got = { 0 }, want = { 0 };
	struct lead old, new;
	uint64_t known = 0;
	unsigned i, k;

	law_start(argc, argv, 20260302);
	for (i = 0; i < NAMES; i++)
		schema_want(&schema, (struct wanted){ .name = str_of(names[i]), .quoted = i % 3 == 0 });
	for (i = 0; i < SHAPES; i++) {
		struct str *name = arena_array(&run, COLUMNS, sizeof *name);

		for (k = 0; k < COLUMNS; k++)
			name[k] = str_of(names[below(NAMES)]);
		shape[i] = record_shape(&run, name, COLUMNS);
	}
	lead_init(&old, &run, &schema);
	for (i = 0; i < RECORDS; i++) {
		struct field field[COLUMNS];
		struct record r = { .shape = shape[below(SHAPES)], .field = field, .scratch = &scratch };

		arena_reset(&scratch);
		for (k = 0; k < COLUMNS; k++)
			field[k] = cells[below(CELLS)];
		lead_attach(&old, &r);
		for (k = 0; k < QUESTIONS; k++) {
			uint32_t slot = below(schema.count), question = below(9);

			arena_reset(&once);
			lead_init(&new, &once, &schema);
			lead_attach(&new, &r);
			ask(&new, slot, question, &want);
			ask(&old, slot, question, &got);
			known += want.n != 0;
			if (!str_eq(buf_text(&got), buf_text(&want))) {
				fprintf(stderr,
				    "record %u, column %s, question %u: \"%.*s\", not \"%.*s\"\n",
				    i, schema.wanted[slot].name.p, question,
				    STR_ARG(buf_text(&got)), STR_ARG(buf_text(&want)));
				return 1;
			}
		}
	}
	lead_free(&old);
	buf_free(&got);
	buf_free(&want);
	arena_free(&run);
	arena_free(&scratch);
	arena_free(&once);
	/* Most questions must have had an answer, or the law says little. */
	return known < (uint64_t)RECORDS * QUESTIONS / 4;
}
