/*
 * Any bytes as a condition, tested on a lead.  The condition ends at the first newline; what
 * follows are the lead's fields, one a line.  Memos, blame and complaints must hold together.
 */
#include "fuzz.h"
#include "lead/condition.h"

static const char *const names[] = { "title", "score", "value", "created_at", "email",
	"email_opt_out", "flags", "activities", "Col X" };
enum { FIELDS = sizeof names / sizeof names[0] };

static const struct shape *
shape_of(struct arena *a)
{
	struct str *name = arena_array(a, FIELDS, sizeof *name);
	size_t i;

	for (i = 0; i < FIELDS; i++)
		name[i] = str_of(names[i]);
	return record_shape(a, name, FIELDS);
}

static void
fill(struct field *field, struct str rest)
{
	struct str line;
	size_t i;

	for (i = 0; i < FIELDS; i++) {
		if (rest.n == SIZE_MAX || !str_split(&rest, '\n', &line))
			line = STR("");
		field[i] = (struct field){ line.p, (uint32_t)line.n, FIELD_TEXT };
	}
}

static void
test(const struct condition *c, const struct schema *s, struct str lines)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct field *field = arena_array(&a, FIELDS, sizeof *field);
	struct record rec = { .shape = shape_of(&a), .field = field, .scratch = &scratch };
	enum truth first, second;
	uint32_t slot[4];
	struct lead l;
	size_t n, i;

	fill(field, lines);
	lead_init(&l, &a, s);
	lead_attach(&l, &rec);
	first = condition_test(c, &l);
	lead_attach(&l, &rec);
	second = condition_test(c, &l);
	require(first == second && first <= TRUTH_UNKNOWN);
	require(first != TRUTH_TRUE || !condition_never(c));
	n = condition_unknown(c, &l, slot, 4);
	require((n != 0) == (first == TRUTH_UNKNOWN));
	for (i = 0; i < n; i++)
		require(slot[i] < s->count && condition_unknown_why(c, &l, slot[i]) != NULL);
	lead_free(&l);
	arena_free(&scratch);
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct schema s = { .arena = &a, .zone = &zone_utc, .now = 1772323200 };
	struct str rest = { (const char *)data, size }, text;
	struct err e = { 0 };
	struct condition *c;

	str_split(&rest, '\n', &text);
	c = condition_compile(&s, text, PLACE_NONE, &e);
	if (c == NULL) {
		/* "19: expected ...", within the text or right behind it. */
		require(e.kind == ERR_CONFIG);
		require(atoi(e.text) >= 1 && (size_t)atoi(e.text) <= text.n + 1);
	} else {
		test(c, &s, rest);
		condition_free(c);
	}
	arena_free(&a);
	return 0;
}
