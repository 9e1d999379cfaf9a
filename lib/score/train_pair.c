/*
 * train_pair - pairs of columns that say more together than apart.
 *
 * What the fit leaves unexplained, row by row, is summed over the cells of every pair of levels:
 *
 *	chi-square  =  sum over cells of  (came - expected)^2 / variance
 *
 * which is about the number of cells when the columns only add up.  The pairs that exceed it
 * most become features; small cells take no part.
 */
#include <math.h>

#include "score/train_impl.h"

enum { CELL_LEAST = 40, CELLS_MOST = 400, CELLS_ALL = 800, SIDE_MOST = 13 };

struct both {
	double left, variance, n, came;
};

struct candidate {
	const struct train_feature *a, *b;
	double excess;
};

/* Is every row at a level? */
static bool
all_rows(const struct train_feature *f)
{
	return f->kind != TRAIN_WEEKDAY && f->column->part == TRAIN_PLAIN;
}

/* Levels that a condition can name: see train_model.c. */
static bool
nameable(const struct train_feature *f)
{
	return all_rows(f) && f->levels <= SIDE_MOST;
}

static void
fill(const struct train_scope *s, const struct candidate *c, const double *left,
    const double *variance, struct both *cell)
{
	const struct train_table *t = s->plan->table;
	size_t i;

	memset(cell, 0, c->a->levels * c->b->levels * sizeof *cell);
	for (i = 0; i < s->rows; i++) {
		size_t r = s->row[i];
		struct both *one = &cell[c->a->at[r] * c->b->levels + c->b->at[r]];

		one->left += left[i];
		one->variance += variance[i];
		one->n++;
		one->came += t->came.p[r];
	}
}

static double
excess(const struct candidate *c, const struct both *cell)
{
	double chi = 0, cells = 0;
	size_t i;

	for (i = 0; i < c->a->levels * c->b->levels; i++)
		if (cell[i].n >= CELL_LEAST && cell[i].variance > 0) {
			chi += cell[i].left * cell[i].left / cell[i].variance;
			cells++;
		}
	/* How far above what chance gives, in its standard deviations. */
	return cells > 1 ? (chi - cells) / sqrt(2 * cells) : 0;
}

static struct train_feature *
make(const struct train_scope *s, const struct candidate *c, const struct both *cell)
{
	struct train_feature *f = arena_alloc(s->arena, sizeof *f);
	size_t rows = s->plan->table->rows, i, l;

	f->a = c->a;
	f->b = c->b;
	f->levels = c->a->levels * c->b->levels;
	f->level = arena_array(s->arena, f->levels, sizeof *f->level);
	f->at = arena_array(s->arena, rows, sizeof *f->at);
	for (i = 0; i < f->levels; i++) {
		f->level[i].n = cell[i].n;
		f->level[i].came = cell[i].came;
	}
	for (i = 0; i < rows; i++) {
		l = c->a->at[i] * c->b->levels + c->b->at[i];
		f->at[i] = cell[l].n >= CELL_LEAST && train_pair_named(c->a, c->a->at[i]) ?
		    (uint16_t)l : TRAIN_NONE;
	}
	return f;
}

/* The best ones, best first; of equals the earlier. */
static size_t
keep(struct candidate *best, size_t n, size_t most, struct candidate c)
{
	size_t i;

	if (n == most && c.excess <= best[n - 1].excess)
		return n;
	for (i = n < most ? n : most - 1; i > 0 && best[i - 1].excess < c.excess; i--)
		best[i] = best[i - 1];
	best[i] = c;
	return n < most ? n + 1 : most;
}

size_t
train_pair_find(const struct train_scope *s, struct train_newton *m,
    struct train_feature **out, size_t most)
{
	const struct train_table *t = s->plan->table;
	double *left = arena_array(s->arena, s->rows + 1, sizeof *left), p;
	double *variance = arena_array(s->arena, s->rows + 1, sizeof *variance);
	struct both *cell = arena_array(s->arena, CELLS_MOST, sizeof *cell);
	struct candidate *best = arena_array(s->arena, most + 1, sizeof *best);
	size_t i, j, n = 0;

	for (i = 0; i < s->rows && most != 0; i++) {
		p = 1 / (1 + exp(-train_newton_margin(m, s->row[i])));
		left[i] = t->came.p[s->row[i]] - p;
		variance[i] = p * (1 - p);
	}
	for (i = 0; i < m->features && most != 0; i++)
		for (j = 0; j < m->features; j++) {
			struct candidate c = { m->feature[i], m->feature[j], 0 };

			if (i == j || !nameable(c.a) || !all_rows(c.b) ||
			    c.a->levels * c.b->levels > CELLS_MOST || c.a->levels > c.b->levels ||
			    (c.a->levels == c.b->levels && i > j))
				continue;
			fill(s, &c, left, variance, cell);
			c.excess = excess(&c, cell);
			if (c.excess > TRAIN_PAIR_EXCESS)
				n = keep(best, n, most, c);
		}
	for (i = 0, j = 0; i < n && j < CELLS_ALL; i++) {
		fill(s, &best[i], left, variance, cell);
		out[i] = make(s, &best[i], cell);
		j += out[i]->levels;
	}
	return i;
}

/* Can a condition say that a lead is at this level? */
bool
train_pair_named(const struct train_feature *f, size_t level)
{
	enum vocab_field field = f->column->field;
	struct str word = f->level[level].word;

	/* Yes is true, and Germany DE, to a condition, but not to a map. */
	if (field != VOCAB_FIELDS && (vocab[field].type == VOCAB_TYPE_BOOL ||
	    vocab[field].type == VOCAB_TYPE_COUNTRY))
		return false;
	if (level == TRAIN_UNKNOWN || str_find(f->column->name, '`') != f->column->name.n)
		return false;
	if (f->kind == TRAIN_NUMBER)
		return true;
	return level != f->rest && str_find(word, '"') == word.n;
}
