/*
 * merge_log - one group: its lead, then its rows.
 */
#include "import/match_like.h"
#include "import/merge_log.h"

const struct str merge_log_name[MERGE_LOG_COLUMNS] = {
	{ "_lead", 5 }, { "_row", 4 }, { "_rule", 5 }, { "_match", 6 }, { "_likeness", 9 },
	{ "_points", 7 }, { "_kept", 5 }
};

static void
set_list(struct record *r, uint32_t own, struct arena *a, const struct buf *items)
{
	struct str *list = arena_array(a, items->n / sizeof *list + 1, sizeof *list);

	if (items->n != 0)
		memcpy(list, items->p, items->n);
	record_set_list(r, own, list, items->n / sizeof *list);
}

/* Columns whose value is this row's: its alone, or also its. */
static void
set_kept(struct record *r, const struct store *s, const struct store_group *g, uint32_t number)
{
	const struct shape *shape = s->layout->shape;
	struct buf items = { 0 };
	uint32_t i;

	for (i = 0; i < shape->count; i++)
		if (g->from[i] == number || (g->from[i] == MERGE_ALL &&
		    merge_known(r->scratch, g->lead[number].field[i])))
			buf_add(&items, &shape->label[i], sizeof shape->label[i]);
	set_list(r, MERGE_LOG_KEPT, r->scratch, &items);
	buf_free(&items);
}

/* What the fields of leads that are alike say. */
static void
set_points(struct record *r, const struct match *m, const struct match_why *why)
{
	int points[MATCH_LIKE_FIELDS] = { 0 };
	struct match_like x, y;
	struct buf items = { 0 };
	struct str one;
	unsigned f;

	match_text_of(m, why->a, &x);
	match_text_of(m, why->b, &y);
	match_like_score(&x, &y, MATCH_LIKE_NEVER, points);
	for (f = 0; f < MATCH_LIKE_FIELDS; f++) {
		if (points[f] == 0)
			continue;
		one = arena_printf(r->scratch, "%s %+d", match_like_name[f], points[f]);
		buf_add(&items, &one, sizeof one);
	}
	record_set_number(r, MERGE_LOG_LIKENESS, CELL_NUMBER, why->score);
	set_list(r, MERGE_LOG_POINTS, r->scratch, &items);
	buf_free(&items);
}

static struct str
place_of(const struct store_group *g, struct arena *a, uint32_t number)
{
	size_t i = 0;

	while (i + 1 < g->leads && g->number[i] != number)
		i++;
	return store_place(a, &g->lead[i]);
}

static void
set_why(struct record *r, const struct store *s, const struct store_group *g, uint32_t number)
{
	const struct match_why *why = &s->match.why[number];
	struct str *pair = arena_array(r->scratch, 2, sizeof *pair);

	record_set_text(r, MERGE_LOG_RULE, str_of(match_rule_name[why->rule]));
	pair[0] = place_of(g, r->scratch, why->a < why->b ? why->a : why->b);
	pair[1] = place_of(g, r->scratch, why->a < why->b ? why->b : why->a);
	record_set_list(r, MERGE_LOG_MATCH, pair, 2);
	if (why->rule == MATCH_ALIKE)
		set_points(r, &s->match, why);
}

void
merge_log_put(const struct merge_log *m, struct buf *rows, const struct store *s,
    struct record *lead, const struct store_group *g)
{
	struct record r = *lead;
	struct cell own[MERGE_LOG_COLUMNS];
	struct str name = store_place(r.scratch, &g->lead[0]);
	uint32_t i;

	r.own = own;
	for (i = 0; i <= g->leads; i++) {
		memset(own, 0, sizeof own);
		record_set_text(&r, MERGE_LOG_LEAD, name);
		if (i != 0) {
			r.field = g->lead[i - 1].field;
			record_set_text(&r, MERGE_LOG_ROW, store_place(r.scratch, &g->lead[i - 1]));
			set_kept(&r, s, g, i - 1);
		}
		if (i > 1)
			set_why(&r, s, g, g->number[i - 1]);
		writer_put(m->writer, rows, &r);
	}
}

int
merge_log_take(struct merge_log *m, struct str rows, struct err *e)
{
	struct buf b = { 0 };

	if (m->sink == NULL || rows.n == 0)
		return 0;
	if (!m->any) {
		writer_begin(m->writer, &b);
		rows = writer_first(m->writer, rows);
	}
	m->any = true;
	sink_write(m->sink, b.p, b.n);
	sink_write(m->sink, rows.p, rows.n);
	buf_free(&b);
	return sink_error(m->sink, e);
}

void
merge_log_end(struct merge_log *m)
{
	struct buf b = { 0 };

	if (m->any)
		writer_end(m->writer, &b, true);
	if (m->sink != NULL)
		sink_write(m->sink, b.p, b.n);
	buf_free(&b);
}
