/*
 * What a rule says of many leads at once is what it says of each of them alone.
 */
#include "law.h"
#include "../record_io.h"
#include "score/model_impl.h"

enum { ROUNDS = 60, MOST_ROWS = 300, NOW = 1772323200 };

static const char *const rules[] = {
	"\"when\": \"title matches \\\"chief|head\\\"\", \"points\": 7",
	"\"when\": \"title in (CEO, CTO)\", \"points\": 7.125",
	"\"when\": \"not (title contains e)\", \"points\": -1",
	"\"when\": \"email ends with \\\"@gmail.com\\\"\", \"points\": -5",
	"\"when\": \"title is known\", \"points\": 2",
	"\"when\": \"title is unknown or employees > 40\", \"points\": 2",
	"\"when\": \"age(created_at) > 30d\", \"points\": 3",
	"\"when\": \"age(created_at) in 1d..90d\", \"points\": 3",
	"\"when\": \"created_at is known\", \"points\": 20, \"decay\": "
	    "{ \"half_life\": \"30d\", \"since\": \"created_at\" }",
	"\"when\": \"email_opt_out\", \"points\": -25",
	"\"when\": \"created_at >= 2026-01-01 and title starts with c\", \"points\": 4",
	"\"field\": \"employees\", \"bins\": [[\"..9\", -5], [\"10..49\", 5], [\"500..\", 10]]",
	"\"field\": \"employees\", \"bins\": [[\"..0.5\", 1], [\"0.5..40\", 2]], \"unknown\": 3",
	"\"field\": \"employees\", \"each\": 0.5",
	"\"field\": \"employees\", \"each\": 900000000",
	"\"field\": \"annual_revenue\", \"each\": -0.001",
	"\"field\": \"title\", \"map\": { \"ceo\": 5, \"head of sales\": 4 }, \"other\": -1, \"unknown\": 1",
	"\"field\": \"id\", \"map\": { \"1\": 5, \"22\": 4 }",
	"\"field\": \"employees\", \"each\": 2, \"when\": \"title is known\"",
};
enum { RULES = sizeof rules / sizeof *rules };

static const char *const values[] = { "", "", "1", "22", "007", "12345678", "123456789", "-3", "4.5",
	"1e3", "ceo", "CEO", " CTO ", "\"CEO\"", "\"a \"\"b\"\" c\"", "\"x, y\"", "\"two\nlines\"",
	"head of sales", "Chief Everything Officer of a very long name indeed, no", "\xc3\x89t\xc3\xa9",
	"ann@gmail.com", "ANN@GMAIL.COM", "\"b@gmail.com\"", "c@x.example", "2026-02-01",
	"2026-02-27T10:00:00Z", "2026-02-30T10:00:00Z", "2027-01-01T00:00:00Z", "true", "no", "0",
	"250000 EUR", "12,5", "\"\"", "broken\"quote" };

static void
make_model(struct buf *b)
{
	uint32_t i, n = 1 + below(RULES);

	b->n = 0;
	buf_str(b, STR("{ \"lead-model\": 1, \"groups\": [ { \"name\": \"g\", \"rules\": [ "));
	for (i = 0; i < n; i++) {
		const char *rule = rules[below(RULES)];
		bool limits = strstr(rule, "each") != NULL;

		buf_printf(b, "%s{ \"name\": \"r%u\", %s", i ? ", " : "", i, rule);
		if (limits && below(2))
			buf_printf(b, ", \"max\": %u", 1 + below(9));
		if (limits && below(2))
			buf_printf(b, ", \"min\": -%u", 1 + below(9));
		buf_str(b, STR(" }"));
	}
	buf_str(b, STR(" ] } ] }"));
}

static void
make_leads(struct buf *b)
{
	uint32_t rows = below(MOST_ROWS), columns = 7, i;
	const char *end = below(2) ? "\r\n" : "\n";

	b->n = 0;
	buf_printf(b, "id,title,employees,annual_revenue,email,created_at,email_opt_out%s", end);
	for (; rows-- > 0; buf_str(b, str_of(end)))
		for (i = 0; i < columns; i++)
			buf_printf(b, "%s%s", i ? "," : "", values[below(sizeof values / sizeof *values)]);
}

/* The same columns, but not every lead has all of them. */
static void
make_json(struct buf *b)
{
	static const char *const columns[] = { "id", "title", "employees", "annual_revenue", "email",
		"created_at", "email_opt_out" };
	static const char *const bare[] = { "null", "true", "7", "1234567", "-12", "0.5", "1e3", "[]",
		"[\"x\",\"y\"]", "{}", "\"tab\\tb\"", "\"\\u0043EO\"", "nonsense" };
	uint32_t rows = below(MOST_ROWS), i;
	uint32_t usual = below(3) ? 0x7f : 1 + below(0x7f), has;
	const char *comma;

	for (b->n = 0; rows-- > 0; buf_str(b, STR("}\n"))) {
		buf_byte(b, '{');
		has = below(6) ? usual : 1 + below(0x7f);
		for (i = 0, comma = ""; i < 7; i++) {
			const char *v = values[below(sizeof values / sizeof *values)];

			if (!(has >> i & 1))
				continue;
			buf_printf(b, "%s\"%s\":", comma, columns[i]);
			if (below(3) && strpbrk(v, "\"\n") == NULL)
				buf_printf(b, "\"%s\"", v);
			else
				buf_str(b, str_of(bare[below(sizeof bare / sizeof *bare - (below(9) != 0))]));
			comma = ",";
		}
	}
}

static void
check(const struct model *m, struct lead *all, struct lead *alone, struct model_score *score,
    uint32_t n)
{
	uint32_t i;
	size_t r;

	model_evaluate(m, all, NOW, score);
	for (i = 0; i < n; i++) {
		bool unknown = false;

		lead_attach(alone, &all->first[i]);
		for (r = 0; r < m->rules; r++) {
			const struct model_rule *rule = &m->rule[r];
			struct model_term term = model_term(&score[i], r);
			int64_t points;
			enum model_state state = model_rule_points(rule, alone, NOW, NOW, &points);
			int64_t held = model_limited(points, rule->limits);

			unknown |= state == MODEL_UNKNOWN;
			if (term.state == state && term.points == held && term.limited == held - points)
				continue;
			printf("row %u of %u, %.*s: %d %" PRId64 ", alone %d %" PRId64 ": %.*s\n", i, n,
			    STR_ARG(rule->name), (int)term.state, term.points, (int)state, held,
			    STR_ARG(all->first[i].raw));
			exit(1);
		}
		if (score[i].unknown != unknown)
			exit(1);
	}
}

struct test {
	struct arena arena, scratch;
	struct schema schema;
	struct model_score score[LEAD_ROWS];
	struct record rec[LEAD_ROWS];
	struct lead all, alone;
	uint64_t rows, together;        /* of all rounds */
};

static void
round_of(struct test *t, const struct model *m, struct reader *r)
{
	struct split *s = split_new(&t->arena, r);
	struct chunk c = { 0 };
	struct reject why;
	struct err e;
	uint32_t n, i, end;
	int got;

	while (reader_cut(r, &c, &e) == 1) {
		split_start(s, &c);
		do {
			got = split_take(s, t->rec, 1 + below(LEAD_ROWS), &n, &why);
			for (i = 0; i < n; i = end) {
				for (end = i + 1; end < n && t->rec[end].shape->id == t->rec[i].shape->id;)
					end++;
				lead_attach_all(&t->all, &t->rec[i], end - i);
				check(m, &t->all, &t->alone, t->score, end - i);
				t->together += end - i > 1;
			}
			t->rows += n;
			arena_reset(&t->scratch);
		} while (got != 0);
	}
	split_free(s);
	chunk_free(&c);
}

static void
start(struct test *t, const struct model *m)
{
	uint32_t i;

	model_score_init(t->score, LEAD_ROWS, &t->arena, m);
	for (i = 0; i < LEAD_ROWS; i++)
		t->rec[i].scratch = &t->scratch;
	t->schema.rows = true;
	lead_init(&t->all, &t->arena, &t->schema);
	lead_init(&t->alone, &t->arena, &t->schema);
}

int
main(int argc, char **argv)
{
	struct test t = { 0 };
	struct buf text = { 0 };
	struct err e;
	unsigned i;

	law_start(argc, argv, 20261122);
	for (i = 0; i < ROUNDS; i++) {
		bool json = below(2);
		struct record_io io = { .read = { .from = json ? FORMAT_JSONL : FORMAT_CSV } };
		struct source *source;
		struct reader *r;
		struct model *m;

		t.schema = (struct schema){ .arena = &t.arena, .zone = &zone_utc, .now = NOW };
		make_model(&text);
		if ((m = model_load(&t.arena, &t.schema, record_io_path(buf_text(&text)), &e)) == NULL) {
			printf("%s\n%.*s\n", e.text, (int)text.n, text.p);
			return 1;
		}
		start(&t, m);
		if (json)
			make_json(&text);
		else
			make_leads(&text);
		if ((r = record_io_open(&io, &t.arena, buf_text(&text), &source)) == NULL)
			return 1;
		round_of(&t, m, r);
		reader_close(r);
		source_close(source, &e);
		lead_free(&t.all);
		lead_free(&t.alone);
		arena_free(&t.arena);
		t.arena = (struct arena){ 0 };
	}
	printf("%" PRIu64 " rows, %" PRIu64 " times several\n", t.rows, t.together);
	arena_free(&t.scratch);
	buf_free(&text);
	return t.rows == 0 || t.together == 0;
}
