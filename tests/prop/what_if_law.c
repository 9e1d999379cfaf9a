/*
 * What what_if proposes is what an exhaustive search finds: every column of a small lead is given
 * every value, more activities are added, and the model is asked each time.
 */

#include "law.h"
#include "../lead_of_json.h"
#include "score/model_impl.h"
#include "score/what_if.h"

enum { LEADS = 25, COLUMNS = 4, WORDS = 3, TYPES = 2, MORE = 5, NOW = 1772323200 };

static int
points(void)
{
	return (int)below(31) - 8;
}

/* Points for each, of which two reach the limit: there are no greater numbers here. */
static void
make_each(struct buf *b, const char *comma, unsigned i)
{
	int each = points();

	buf_printf(b, "%s{ \"name\": \"r%u\", \"field\": \"c%u\", \"each\": %d, \"%s\": %d, "
	    "\"unknown\": %d }", comma, i, i, each, each > 0 ? "max" : "min",
	    each > 0 ? 1 + (int)below(2 * (unsigned)each) : 2 * each, below(3) ? 0 : points());
}

/* A map for the even columns, bins or a number for the odd ones, and a rule for each type of
 * activity. */
static void
make_model(struct buf *b)
{
	unsigned groups = 1 + below(3), g, i;
	bool matrix = groups > 1 && below(3) == 0;

	b->n = 0;
	buf_str(b, STR("{ \"lead-model\": 1, \"groups\": ["));
	for (g = 0; g < groups; g++) {
		const char *comma = "";

		buf_printf(b, "%s{ \"name\": \"g%u\"", g ? "," : "", g);
		if (below(2))
			buf_printf(b, ", \"max\": %u", 10 + below(30));
		if (below(3) == 0)
			buf_printf(b, ", \"min\": %d", -(int)below(5));
		buf_str(b, STR(", \"rules\": ["));
		for (i = g; i < COLUMNS; i += groups, comma = ",")
			if (i % 2 == 0)
				buf_printf(b, "%s{ \"name\": \"r%u\", \"field\": \"c%u\", \"map\": { \"0\": %d, "
				    "\"1\": %d, \"2\": %d }, \"unknown\": %d }", comma, i, i, points(), points(),
				    points(), below(3) ? 0 : points());
			else if (i == 3)
				make_each(b, comma, i);
			else
				buf_printf(b, "%s{ \"name\": \"r%u\", \"field\": \"c%u\", \"bins\": [ [\"..0\", %d], "
				    "[\"1..1\", %d], [\"2..\", %d] ] }", comma, i, i, points(), points(), points());
		for (i = g; i < TYPES; i += groups, comma = ",")
			buf_printf(b, "%s{ \"name\": \"a%u\", \"activity\": \"t%u\", \"points\": %d, \"max\": %u, "
			    "\"first_only\": %s }", comma, i, i, points(), 5 + below(20),
			    below(3) ? "false" : "true");
		buf_str(b, STR("] }"));
	}
	if (matrix)
		buf_printf(b, "], \"matrix\": { \"rows\": { \"group\": \"g0\", \"A\": %u, \"B\": 0 }, \"columns\": "
		    "{ \"group\": \"g1\", \"1\": %u, \"2\": 0 } } }", 1 + below(20), 1 + below(20));
	else
		buf_printf(b, "], \"max\": %u, \"grades\": { \"A\": %u, \"B\": %u, \"C\": 0 } }", 20 + below(40),
		    25 + below(20), 5 + below(15));
}

/* A value of -1 is missing; activities of -1 are an unknown history. */
static void
make_lead(struct buf *b, const int value[COLUMNS], const int times[TYPES])
{
	int i, n, any = 0;

	b->n = 0;
	buf_str(b, STR("{\"id\":1"));
	for (i = 0; i < COLUMNS; i++)
		if (value[i] >= 0)
			buf_printf(b, ",\"c%d\":\"%d\"", i, value[i]);
	if (times[0] + times[1] >= 0) {
		buf_str(b, STR(",\"activities\":["));
		for (i = 0; i < TYPES; i++)
			for (n = 0; n < times[i]; n++)
				buf_printf(b, "%s{\"type\":\"t%d\",\"at\":\"2026-02-01\"}", any++ ? "," : "", i);
		buf_byte(b, ']');
	}
	buf_byte(b, '}');
}

struct test {
	struct model *model;
	struct model_score score;
	struct lead_of_json lead;
	struct buf json;
};

static void
evaluate(struct test *t, const int value[COLUMNS], const int times[TYPES])
{
	make_lead(&t->json, value, times);
	if (!lead_of_json(&t->lead, buf_text(&t->json)))
		abort();
	model_evaluate(t->model, &t->lead.lead, NOW, &t->score);
}

/* Is this one better by one, in the row or the column, and not worse in the other? */
static bool
is_next(const struct model *m, const struct model_score *was, const struct model_score *now)
{
	if (m->cell == NULL)
		return model_step_of(&m->grades, now->total) < model_step_of(&m->grades, was->total);
	return model_step_of(&m->rows, model_group(now, 0)) < model_step_of(&m->rows, model_group(was, 0)) ||
	    model_step_of(&m->columns, model_group(now, 1)) <
	    model_step_of(&m->columns, model_group(was, 1));
}

/* The fewest changes that lead to a better grade, of all there are; 0: none does. */
static unsigned
exhaustive(struct test *t, const struct model_score *was, const int value[COLUMNS],
    const int times[TYPES], bool facts)
{
	unsigned best = 0, way, ways = 1, rest, changes;
	int v[COLUMNS], n[TYPES], i;

	for (i = 0; i < COLUMNS; i++)
		ways *= WORDS + 1;
	for (i = 0; i < TYPES; i++)
		ways *= MORE + 1;
	for (way = 0; way < ways; way++) {
		bool fact = false;

		for (rest = way, changes = 0, i = 0; i < COLUMNS; i++, rest /= WORDS + 1) {
			v[i] = rest % (WORDS + 1) ? (int)(rest % (WORDS + 1)) - 1 : value[i];
			changes += v[i] != value[i];
			fact = fact || (v[i] != value[i] && value[i] >= 0);
		}
		for (i = 0; i < TYPES; i++, rest /= MORE + 1) {
			n[i] = times[i] + (int)(rest % (MORE + 1));
			if (times[i] < 0 && rest % (MORE + 1))
				n[i]++;
			changes += rest % (MORE + 1);
		}
		if (n[0] + n[1] >= 0)
			for (i = 0; i < TYPES; i++)
				n[i] = n[i] < 0 ? 0 : n[i];
		if ((fact && !facts) || changes == 0 || (best != 0 && changes >= best))
			continue;
		evaluate(t, v, n);
		best = is_next(t->model, was, &t->score) ? changes : best;
	}
	return best;
}

static void
fail(const char *what, unsigned ours, unsigned theirs, const struct buf *model, const struct buf *lead)
{
	printf("what_if_law: %s: %u, and %u by trying all\n%.*s\n%.*s\n", what, ours, theirs,
	    STR_ARG(buf_text(model)), STR_ARG(buf_text(lead)));
	exit(1);
}

static void
check_lead(struct test *t, const struct buf *text, struct arena *a)
{
	int value[COLUMNS], times[TYPES], history = (int)below(4), i;
	struct model_score was;
	struct buf lead = { 0 };
	const struct str *item;
	struct str grade;
	unsigned ours = 0, theirs;
	size_t items, k;

	for (i = 0; i < COLUMNS; i++)
		value[i] = (int)below(WORDS + 1) - 1;
	for (i = 0; i < TYPES; i++)
		times[i] = history == 0 ? -1 : (int)below(3);
	evaluate(t, value, times);
	items = what_if_items(t->model, &t->score, &t->lead.lead, a, &item, &grade);
	for (k = 0; k < items; k++)
		ours += item[k].n > 3 && item[k].p[1] == ' ' ? (unsigned)(item[k].p[0] - '0') : 1;
	make_lead(&lead, value, times);
	was = t->score;
	model_score_init(&t->score, 1, a, t->model);
	theirs = exhaustive(t, &was, value, times, false);
	if (theirs == 0)
		theirs = exhaustive(t, &was, value, times, true);
	if (theirs > WHAT_IF_MOST)
		theirs = ours;
	if (ours != theirs)
		fail("changes", ours, theirs, text, &lead);
	if ((grade.n != 0) != (ours != 0) || str_eq(grade, was.grade))
		fail("grade", ours, theirs, text, &lead);
	buf_free(&lead);
}

int
main(int argc, char **argv)
{
	struct buf text = { 0 };
	unsigned i;

	law_start(argc, argv, 1);
	for (i = 0; i < LEADS; i++) {
		struct arena a = { 0 };
		struct schema schema = { .arena = &a, .zone = &zone_utc, .now = NOW };
		const struct config *config;
		struct test t = { 0 };
		struct err e;

		make_model(&text);
		config = config_parse(&a, buf_text(&text), "law", "lead-model", &e);
		if (config == NULL || (t.model = model_read(&a, &schema, config, &e)) == NULL) {
			printf("%s\n%.*s\n", e.text, STR_ARG(buf_text(&text)));
			return 1;
		}
		model_score_init(&t.score, 1, &a, t.model);
		lead_of_json_init(&t.lead, &schema);
		check_lead(&t, &text, &a);
		lead_of_json_free(&t.lead);
		buf_free(&t.json);
		arena_free(&a);
	}
	buf_free(&text);
	return 0;
}
