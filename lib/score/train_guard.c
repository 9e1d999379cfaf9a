/*
 * train_guard - columns that must not predict.
 *
 * Some are known by name: who somebody is, what our own tools wrote, how the lead went on.  Some
 * give themselves away: what is typed after the outcome knows it too well.
 */
#include <math.h>
#include <stdlib.h>

#include "score/train_impl.h"

/* The guard's bars. */
#define LEAK_AREA 0.90
#define PURE 0.99                       /* of a value's rows have one outcome … */
#define FILLED 0.98                     /* … or of the rows in which there is any value */
enum { PURE_LEAST = 100, EXPECTED_LEAST = 50 };
enum { LATER_LEAST = 10, LATER_SHARE = 5 };     /* times behind the outcome: rows, and in a hundred */

static const char *const why_text[] = {
	[TRAIN_USED] = "used",
	[TRAIN_DROPPED] = "left out as asked",
	[TRAIN_OUTCOME] = "says the outcome",
	[TRAIN_IDENTITY] = "says who it is",
	[TRAIN_PROCESS] = "is set while the lead is worked",
	[TRAIN_OWN] = "written by these tools",
	[TRAIN_TIME] = "a time that is set while the lead is worked",
	[TRAIN_HISTORY] = "a history: what is in it counts by itself",
	[TRAIN_TEXT] = "free text: too many values",
	[TRAIN_SAME] = "the same in all rows",
	[TRAIN_LEAK_AUC] = "LEAK? it alone tells the outcomes apart",
	[TRAIN_LEAK_FILLED] = "LEAK? filled almost only for one outcome",
	[TRAIN_LEAK_PURE] = "LEAK? a value has nearly always one outcome",
	[TRAIN_LEAK_LATER] = "LEAK? its times lie behind the outcome",
	[TRAIN_LIST] = "a list: what is in it counts by itself",
	[TRAIN_SILENT] = "says nothing about the outcome",
};

const char *
train_why_text(enum train_why why)
{
	return why_text[why];
}

static const struct {
	enum vocab_field field;
	enum train_why why;
} by_name[] = {
	{ VOCAB_ID, TRAIN_IDENTITY }, { VOCAB_EMAIL, TRAIN_IDENTITY },
	{ VOCAB_PHONE, TRAIN_IDENTITY }, { VOCAB_FIRST_NAME, TRAIN_IDENTITY },
	{ VOCAB_LAST_NAME, TRAIN_IDENTITY }, { VOCAB_FULL_NAME, TRAIN_IDENTITY },
	{ VOCAB_BIRTH_DATE, TRAIN_IDENTITY }, { VOCAB_WEBSITE, TRAIN_IDENTITY },
	{ VOCAB_STREET, TRAIN_IDENTITY }, { VOCAB_MERGED_FROM, TRAIN_IDENTITY },
	{ VOCAB_STAGE, TRAIN_PROCESS }, { VOCAB_STATUS, TRAIN_PROCESS },
	{ VOCAB_LOST_REASON, TRAIN_PROCESS }, { VOCAB_VALUE, TRAIN_PROCESS },
	{ VOCAB_ON_HOLD, TRAIN_PROCESS }, { VOCAB_ATTEMPTS, TRAIN_PROCESS },
	{ VOCAB_SCORE, TRAIN_OWN }, { VOCAB_FIT, TRAIN_OWN }, { VOCAB_ENGAGEMENT, TRAIN_OWN },
	{ VOCAB_GRADE, TRAIN_OWN }, { VOCAB_PROBABILITY, TRAIN_OWN },
	{ VOCAB_SCORE_REASONS, TRAIN_OWN }, { VOCAB_QUALIFICATION, TRAIN_OWN },
	{ VOCAB_TEMPERATURE, TRAIN_OWN }, { VOCAB_CATEGORY, TRAIN_OWN },
	{ VOCAB_MISSING, TRAIN_OWN }, { VOCAB_NEXT_QUESTION, TRAIN_OWN },
	{ VOCAB_ICP, TRAIN_OWN }, { VOCAB_PERSONA, TRAIN_OWN },
	{ VOCAB_QUALIFY_REASONS, TRAIN_OWN }, { VOCAB_DUE_STATE, TRAIN_OWN },
	{ VOCAB_DUE_ACTION, TRAIN_OWN }, { VOCAB_OVERDUE_BY, TRAIN_OWN },
	{ VOCAB_DUE_RULE, TRAIN_OWN }, { VOCAB_DUE_REASON, TRAIN_OWN },
	{ VOCAB_ACTIVITIES, TRAIN_HISTORY },
};

static bool
listed(const struct str *name, size_t n, struct str label)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (vocab_same(name[i], label))
			return true;
	return false;
}

enum train_why
train_guard_name(const struct train_plan *p, const struct train_column *c)
{
	size_t i;

	if (listed(p->outcome, p->outcomes, c->name) ||
	    (c->part != TRAIN_PLAIN && listed(p->outcome, p->outcomes, c->source)))
		return TRAIN_OUTCOME;
	if (listed(p->drop, p->drops, c->name) ||
	    (c->part != TRAIN_PLAIN && listed(p->drop, p->drops, c->source)))
		return TRAIN_DROPPED;
	for (i = 0; i < sizeof by_name / sizeof *by_name; i++)
		if (by_name[i].field == c->field)
			return by_name[i].why;
	if (c->field != VOCAB_FIELDS && vocab[c->field].type == VOCAB_TYPE_LIST)
		return TRAIN_LIST;
	if (c->field != VOCAB_FIELDS && c->field != VOCAB_CREATED_AT &&
	    vocab[c->field].type == VOCAB_TYPE_TIME)
		return TRAIN_TIME;
	return TRAIN_USED;
}

bool
train_guard_kept(const struct train_plan *p, const struct train_column *c)
{
	return listed(p->keep, p->keeps, c->name);
}

double
train_likelihood(double n, double came)
{
	double stayed = n - came;

	return (came > 0 ? came * log(came / n) : 0) + (stayed > 0 ? stayed * log(stayed / n) : 0);
}

static int
by_rate(const void *a, const void *b)
{
	const struct train_level *x = *(const struct train_level *const *)a;
	const struct train_level *y = *(const struct train_level *const *)b;
	double left = x->came * y->n, right = y->came * x->n;

	return left < right ? -1 : left > right;
}

/* The area under the curve when leads are ranked by their level's rate. */
static double
area(const struct train_scope *s, const struct train_feature *f)
{
	const struct train_level **order = arena_array(s->arena, f->levels, sizeof *order);
	double below = 0, sum = 0, pairs = s->came * (s->total - s->came);
	size_t i, n = 0;

	for (i = 0; i < f->levels; i++)
		if (f->level[i].n > 0)
			order[n++] = &f->level[i];
	qsort(order, n, sizeof(struct train_level *), by_rate);
	for (i = 0; i < n; i++) {
		double stayed = order[i]->n - order[i]->came;

		sum += order[i]->came * (below + stayed / 2);
		below += stayed;
	}
	return pairs > 0 ? sum / pairs : 0.5;
}

/* Do so many rows have one outcome, where chance would have given both? */
static bool
pure(const struct train_scope *s, double n, double came, double share)
{
	double base = s->came / s->total, other;

	if (n < PURE_LEAST)
		return false;
	other = came * 2 > n ? n - came : came;
	base = came * 2 > n ? 1 - base : base;
	return other <= (1 - share) * n && base * n >= EXPECTED_LEAST && other / n <= base / 10;
}

/* The times of a column, by code. */
static struct moment *
moments(const struct train_scope *s, const struct train_column *c)
{
	struct moment *m = arena_array(s->arena, c->word.count, sizeof *m);
	uint32_t i;

	for (i = 0; i < c->word.count; i++)
		if (!lead_moment(c->word.entry[i].key, s->plan->zone, &m[i]))
			m[i].from = INSTANT_NONE;
	return m;
}

/* Whole numbers of which no two rows share one: somebody's row numbers. */
static bool
numbered(const struct train_scope *s, const struct train_feature *f,
    const struct train_count *count)
{
	size_t i;

	if (f->kind != TRAIN_NUMBER || !f->whole || f->level[TRAIN_UNKNOWN].n > 0 || s->rows < 200)
		return false;
	for (i = 0; i < f->column->word.count; i++)
		if (count[i].n > 1)
			return false;
	return true;
}

/* Do times of this column lie behind the time of the outcome, in the rows that have both? */
static bool
lies_behind(const struct train_scope *s, const struct train_feature *f)
{
	const struct train_table *t = s->plan->table;
	const struct train_column *closed = NULL;
	struct moment *end, *at;
	size_t i, both = 0, later = 0;

	for (i = 0; i < t->columns; i++)
		if (t->column[i].field == VOCAB_CLOSED_AT ||
		    (closed == NULL && t->column[i].field == VOCAB_CONVERSION_AT))
			closed = &t->column[i];
	if (closed == NULL || closed->thin == TRAIN_CLOSED)
		return false;
	end = moments(s, closed);
	at = moments(s, f->column);
	for (i = 0; i < s->rows; i++) {
		const struct moment *x = &at[train_codes(f->column)[s->row[i]]];
		const struct moment *y = &end[train_codes(closed)[s->row[i]]];

		if (x->from == INSTANT_NONE || y->from == INSTANT_NONE)
			continue;
		both++;
		later += x->from > y->from && x->from >= y->until;
	}
	return later >= LATER_LEAST && later * 100 >= both * LATER_SHARE;
}

void
train_guard_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count)
{
	const struct train_level *none = &f->level[TRAIN_UNKNOWN];
	size_t i, filled = 0;

	for (i = 0; i < f->levels; i++)
		filled += f->level[i].n > 0;
	f->area = area(s, f);
	if (numbered(s, f, count) && !f->kept)
		f->why = TRAIN_IDENTITY;
	else if (filled < 2 && f->column->word.count <= 2)
		f->why = TRAIN_SAME;
	else if (filled < 2 && f->kind == TRAIN_NUMBER)
		f->why = TRAIN_SILENT;
	else if (filled < 2 || f->column->thin == TRAIN_CLOSED)
		f->why = TRAIN_TEXT;
	if (f->why != TRAIN_USED || !s->plan->guard || f->kept)
		return;
	if (f->area >= LEAK_AREA)
		f->why = TRAIN_LEAK_AUC;
	else if (none->n >= PURE_LEAST && pure(s, s->total - none->n, s->came - none->came, FILLED))
		f->why = TRAIN_LEAK_FILLED;
	for (i = 1; i < f->levels && f->why == TRAIN_USED; i++)
		if ((f->kind == TRAIN_WORD || f->column->part != TRAIN_PLAIN) &&
		    pure(s, f->level[i].n, f->level[i].came, PURE)) {
			f->why = TRAIN_LEAK_PURE;
			f->pure = f->level[i].word;
		}
	if (f->why == TRAIN_USED && f->kind == TRAIN_WEEKDAY && lies_behind(s, f))
		f->why = TRAIN_LEAK_LATER;
}
