/*
 * train_odoo - counting, as Odoo does.
 */
#include <math.h>

#include "score/train_impl.h"
#include "score/train_odoo.h"

#define START 0.1

static void
count(struct arena *a, const struct train_plan *p, struct train_odoo_column *c)
{
	const uint32_t *code = train_codes(c->column);
	struct train_odoo_value sum = { 0 };
	uint32_t w;
	size_t i;

	c->value = arena_array(a, c->column->word.count, sizeof *c->value);
	for (i = 0; i < p->table->rows; i++)
		if (!p->test[i]) {
			c->value[code[i]].won += p->table->came.p[i];
			c->value[code[i]].lost += !p->table->came.p[i];
		}
	for (w = 1; w < c->column->word.count; w++) {
		struct train_odoo_value *v = &c->value[w];

		if (v->won + v->lost == 0 || vocab_means_missing(c->column->word.entry[w].key))
			continue;
		v->won += START;
		v->lost += START;
		sum.won_total += v->won;
		sum.lost_total += v->lost;
		v->won_total = 1;
	}
	for (w = 1; w < c->column->word.count; w++)
		if (c->value[w].won_total > 0) {
			c->value[w].won_total = sum.won_total;
			c->value[w].lost_total = sum.lost_total;
		}
	c->value[0].won_total = 0;
}

void
train_odoo_learn(struct arena *a, const struct train_plan *p, const struct train_fit *fit,
    struct train_odoo *out)
{
	const struct train_table *t = p->table;
	size_t i;

	*out = (struct train_odoo){ .won = START, .lost = START };
	out->column = arena_array(a, t->columns + 1, sizeof *out->column);
	for (i = 0; i < t->columns; i++) {
		if (fit != NULL && (fit->feature[i].why != TRAIN_USED ||
		    fit->feature[i].kind != TRAIN_WORD))
			continue;
		out->column[out->columns].column = &t->column[i];
		count(a, p, &out->column[out->columns++]);
	}
	for (i = 0; i < t->rows; i++)
		if (!p->test[i]) {
			out->won += t->came.p[i];
			out->lost += !t->came.p[i];
		}
}

size_t
train_odoo_values(const struct train_odoo *o, size_t row, struct train_odoo_value *out)
{
	size_t i, n = 0;

	for (i = 0; i < o->columns; i++) {
		const struct train_odoo_value *v =
		    &o->column[i].value[train_codes(o->column[i].column)[row]];

		if (v->won_total > 0)
			out[n++] = *v;
	}
	return n;
}

double
train_odoo_probability(const struct train_odoo *o, const struct train_odoo_value *value, size_t n)
{
	double won = o->won, lost = o->lost, sum, percent;
	size_t i;

	for (i = 0; i < n; i++) {
		won *= value[i].won / value[i].won_total;
		lost *= value[i].lost / value[i].lost_total;
		sum = won + lost;       /* many columns would make both too small */
		won /= sum;
		lost /= sum;
	}
	percent = floor(10000 * won / (won + lost) + 0.5) / 100;
	return fmin(fmax(percent, 0.01), 99.99) / 100;
}
