/*
 * Random conditions on random records obey the laws of Kleene's logic, mean the same however the
 * bytes of a field are written, and are answered by memos as they are without.
 */

#include "law.h"
#include "lead/condition.h"
#include "record/record.h"

enum { ROUNDS = 300, RECORDS = 15, FIELDS = 8 };

#define PICK(list) (list)[below(sizeof (list) / sizeof (list)[0])]

/* ---- what is asked ---- */

static const char *const words[] = { "ceo", "CTO", "\"Head of Sales\"", "straße", "Äpfel", "a",
	"'say \"hi\"'", "50", "2026-01-31", ".de", "é" };
static const char *const numbers[] = { "-5", "0", "7", "7.5", "60", "5%", "1.5k", "1M" };
static const char *const amounts[] = { "0", "10", "10 EUR", "1k USD", "1.5k EUR" };
static const char *const dates[] = { "2025-12-31", "2026-01-31", "2026-02-01T10:00:00Z",
	"'2026-02-28 12:00'" };
static const char *const lengths[] = { "0h", "48h", "30d", "2w", "1d12h" };
static const char *const texts[] = { "title", "flags", "`Col X`", "lower(title)", "email",
	"domain(email)", "domain(`Col X`)" };
static const char *const patterns[] = { "\"\\b(ceo|cto)\\b\"", "\"^head\"", "sales$", "\"é\"",
	"\"(a|aa)+$\"" };
static const char *const histories[] = { "count(call) = 0", "count(call, 30d) >= 2",
	"age(last(call)) < 7d", "first(mail) is known", "count(mail) in 1..3" };

static void
compared(struct buf *b, const char *left, const char *const *value, size_t n)
{
	static const char *const signs[] = { "=", "!=", "<", "<=", ">", ">=" };
	const char *a = value[below((unsigned)n)];

	switch (below(5)) {
	case 0:
		buf_printf(b, "%s in (%s, %s)", left, a, value[below((unsigned)n)]);
		break;
	case 1:
		buf_printf(b, below(2) ? "%s in ..%s" : "%s in %s..", left, a);
		break;
	default:
		buf_printf(b, "%s %s %s", left, PICK(signs), a);
	}
}

#define COMPARED(b, left, list) compared(b, left, list, sizeof (list) / sizeof (list)[0])

static void
leaf(struct buf *b)
{
	static const char *const parts[] = { "contains", "starts with", "ends with", "=", "!=" };

	switch (below(12)) {
	case 0:
		COMPARED(b, "score", numbers);
		break;
	case 1:
		COMPARED(b, below(2) ? "length(title)" : "words(`Col X`)", numbers);
		break;
	case 2:
		COMPARED(b, "value", amounts);
		break;
	case 3:
		COMPARED(b, below(2) ? "created_at" : "last(call)", dates);
		break;
	case 4:
		COMPARED(b, below(2) ? "age(created_at)" : "age(first(call))", lengths);
		break;
	case 5:
		buf_printf(b, "%s matches %s", PICK(texts), PICK(patterns));
		break;
	case 6:
		buf_printf(b, "%s in (%s, %s)", PICK(texts), PICK(words), PICK(words));
		break;
	case 7:
		buf_printf(b, "%s is %s", PICK(texts), below(2) ? "known" : "unknown");
		break;
	case 8:
		buf_printf(b, "%s", below(2) ? "email_opt_out" : "email_opt_out != yes");
		break;
	case 9:
		buf_printf(b, "%s", PICK(histories));
		break;
	default:
		buf_printf(b, "%s %s %s", PICK(texts), PICK(parts), PICK(words));
	}
}

static void
expression(struct buf *b, int depth)
{
	switch (depth > 0 ? below(4) : 0) {
	case 0:
		leaf(b);
		break;
	case 1:
		buf_str(b, STR("not ("));
		expression(b, depth - 1);
		buf_byte(b, ')');
		break;
	default:
		buf_byte(b, '(');
		expression(b, depth - 1);
		buf_printf(b, below(2) ? ") and (" : ") or (");
		expression(b, depth - 1);
		buf_byte(b, ')');
	}
}

/* ---- whom ---- */

static const char *const names[FIELDS] = { "title", "flags", "Col X", "email", "score", "value",
	"created_at", "email_opt_out" };
static const char *const values[FIELDS][6] = {
	{ "\"CEO\"", "CEO", "Head of  Sales", "STRASSE", "say \"hi\"",
	    "\xc3\x84pfel und Birnen und noch viel mehr davon, ja" },
	{ "", "a", "CEO;a", "x\\;y;cto", "a;", "\xc3\xa9" },
	{ "", "50", "2026-01-31", "a@firma.de", "ceo", "12 EUR" },
	{ "", "ann@example.co.uk", "ANN@Firma.DE", "nobody", "x@y.com", "a@b" },
	{ "", "7", "7.50", "60.000", "1e3", "many" },
	{ "", "10", "1500 EUR", "1000 USD", "10.00 EUR", "much" },
	{ "", "2026-01-31", "2026-02-01T10:00:00Z", "2025-12-31T23:59:59Z", "2026-02-30", "soon" },
	{ "", "true", "no", "1", "maybe", "off" },
};
static const char *const activities[] = { "", "[]", "[{\"type\":\"call\",\"at\":\"2026-02-25\"}]",
	"[{\"type\":\"Call\",\"count\":2},{\"type\":\"mail\",\"at\":\"2026-01-01T00:00:00Z\"}]",
	"[1]" };

enum form { PLAIN, CSV_QUOTED, JSON, JSON_ESCAPED, DECODED, FORMS };

static void
quote_csv(struct buf *b, const char *s)
{
	buf_byte(b, '"');
	for (; *s; s++) {
		if (*s == '"')
			buf_byte(b, '"');
		buf_byte(b, *s);
	}
	buf_byte(b, '"');
}

static void
quote_json(struct buf *b, const char *s, bool escaped)
{
	buf_byte(b, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_byte(b, '\\');
		if (escaped && *s >= 'a' && *s <= 'z')
			buf_printf(b, "\\u%04x", (unsigned)*s);
		else
			buf_byte(b, *s);
	}
	buf_byte(b, '"');
}

/* The same text in one of the ways a file may hold it. */
static struct field
write_field(struct arena *a, const char *s, enum form form)
{
	static const uint32_t flags[FORMS] = { 0, FIELD_QUOTED | FIELD_ESCAPE,
		FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE, FIELD_JSON | FIELD_QUOTED | FIELD_ESCAPE,
		FIELD_TEXT };
	static struct buf b;
	struct str raw;

	b.n = 0;
	if (form == CSV_QUOTED)
		quote_csv(&b, s);
	else if (form == JSON || form == JSON_ESCAPED)
		quote_json(&b, s, form == JSON_ESCAPED);
	else
		buf_str(&b, str_of(s));
	raw = arena_copy(a, buf_text(&b));
	return (struct field){ raw.p, (uint32_t)raw.n, flags[form] };
}

/* ---- the laws ---- */

static const char *asked;

static void
fail(const char *law)
{
	fprintf(stderr, "condition: %s: %s\n", law, asked);
	exit(1);
}

static enum truth
not(enum truth t)
{
	return t == TRUTH_UNKNOWN ? t : t == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
}

static enum truth
and(enum truth a, enum truth b)
{
	if (a == TRUTH_FALSE || b == TRUTH_FALSE)
		return TRUTH_FALSE;
	return a == TRUTH_TRUE ? b : b == TRUTH_TRUE ? a : TRUTH_UNKNOWN;
}

enum question { A, B, BOTH, EITHER, NEITHER, NOT_ALL, WITHIN, ABOVE_BELOW, QUESTIONS };

static struct condition *
ask(struct schema *s, const char *text)
{
	struct condition *c;
	struct err e;

	asked = text;
	c = condition_compile(s, str_of(text), PLACE_NONE, &e);
	if (c == NULL) {
		fprintf(stderr, "%s\n", e.text);
		fail("does not compile");
	}
	return c;
}

static void
ask_all(struct schema *s, struct condition *c[QUESTIONS])
{
	struct buf a = { 0 }, b = { 0 };
	const char *low = PICK(numbers), *high = PICK(numbers);
	struct err e;

	expression(&a, 3);
	expression(&b, 3);
	c[A] = ask(s, arena_copy(s->arena, buf_text(&a)).p);
	c[B] = ask(s, arena_copy(s->arena, buf_text(&b)).p);
#define ASK(format) ask(s, arena_printf(s->arena, format, STR_ARG(buf_text(&a)), \
	STR_ARG(buf_text(&b))).p)
	c[BOTH] = ASK("(%.*s) and (%.*s)");
	c[EITHER] = ASK("(%.*s) or (%.*s)");
	c[NEITHER] = ASK("not (%.*s) and not (%.*s)");
	c[NOT_ALL] = ASK("not (%.*s) or not (%.*s)");
#undef ASK
	c[WITHIN] = condition_compile(s, arena_printf(s->arena, "score in %s..%s", low, high),
	    PLACE_NONE, &e);
	c[ABOVE_BELOW] = ask(s, arena_printf(s->arena, "not score < %s and not score > %s", low,
	    high).p);
	buf_free(&a);
	buf_free(&b);
}

/* Somebody is to blame exactly when the answer is unknown. */
static void
check_blame(const struct condition *c, struct lead *l, enum truth t)
{
	uint32_t blamed[16];
	const uint32_t *slot;
	size_t n = condition_unknown(c, l, blamed, 16), slots = condition_slots(c, &slot), i, j;

	asked = condition_text(c).p;
	if ((n != 0) != (t == TRUTH_UNKNOWN))
		fail("blames the wrong time");
	for (i = 0; i < n; i++) {
		for (j = 0; j < slots && slot[j] != blamed[i]; j++)
			;
		if (j == slots || condition_unknown_why(c, l, blamed[i]) == NULL)
			fail("blames the wrong one");
	}
}

static void
check_laws(struct condition *const c[QUESTIONS], struct lead *l, enum truth t[QUESTIONS])
{
	unsigned q;

	for (q = 0; q < QUESTIONS; q++)
		t[q] = c[q] != NULL ? condition_test(c[q], l) : TRUTH_UNKNOWN;
	asked = condition_text(c[BOTH]).p;
	if (t[BOTH] == TRUTH_TRUE && condition_never(c[BOTH]))
		fail("never");
	if (t[BOTH] != and(t[A], t[B]))
		fail("and");
	if (t[EITHER] != not(and(not(t[A]), not(t[B]))))
		fail("or");
	if (t[NEITHER] != not(t[EITHER]) || t[NOT_ALL] != not(t[BOTH]))
		fail("De Morgan");
	if (c[WITHIN] != NULL && t[WITHIN] != t[ABOVE_BELOW])
		fail("range");
	check_blame(c[A], l, t[A]);
	check_blame(c[BOTH], l, t[BOTH]);
}

/* The same texts in several forms; `warm` has seen others before, `cold` nothing. */
static void
check_record(const struct schema *s, struct condition *const c[QUESTIONS], struct lead *warm,
    const struct shape *shape)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct field *field = arena_array(&a, FIELDS + 1, sizeof *field);
	struct record rec = { .shape = shape, .field = field, .scratch = &scratch };
	enum truth first[QUESTIONS] = { 0 }, again[QUESTIONS];
	const char *text[FIELDS + 1];
	struct lead cold;
	int f, i;

	for (f = 0; f <= FIELDS; f++)
		text[f] = f < FIELDS ? PICK(values[f]) : PICK(activities);
	for (i = 0; i < 3; i++) {
		for (f = 0; f <= FIELDS; f++)
			field[f] = write_field(&a, text[f], (enum form)below(FORMS));
		lead_attach(warm, &rec);
		check_laws(c, warm, i == 0 ? first : again);
		if (i != 0 && memcmp(first, again, sizeof first) != 0)
			fail("another form, another answer");
	}
	lead_init(&cold, &a, s);
	lead_attach(&cold, &rec);
	check_laws(c, &cold, again);
	if (memcmp(first, again, sizeof first) != 0)
		fail("another answer without a memo");
	lead_free(&cold);
	arena_free(&scratch);
	arena_free(&a);
}

static void
check_round(const struct shape *shape)
{
	struct arena a = { 0 };
	struct civil now = { .year = 2026, .month = 3, .day = 1 };
	struct schema s = { .arena = &a, .zone = &zone_utc, .now = date_utc(&now) };
	struct condition *c[QUESTIONS];
	struct lead warm;
	unsigned i;

	ask_all(&s, c);
	lead_init(&warm, &a, &s);
	for (i = 0; i < RECORDS; i++)
		check_record(&s, c, &warm, shape);
	lead_free(&warm);
	for (i = 0; i < QUESTIONS; i++)
		if (c[i] != NULL)
			condition_free(c[i]);
	arena_free(&a);
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct str name[FIELDS + 1];
	const struct shape *shape;
	int i;

	law_start(argc, argv, 1);
	for (i = 0; i < FIELDS; i++)
		name[i] = str_of(names[i]);
	name[FIELDS] = STR("activities");
	shape = record_shape(&a, name, FIELDS + 1);
	for (i = 0; i < ROUNDS; i++)
		check_round(shape);
	arena_free(&a);
	return 0;
}
