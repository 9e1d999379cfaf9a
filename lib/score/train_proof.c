/*
 * train_proof - rows that were held out, as cases to measure on.
 */
#include "score/train_impl.h"
#include "score/train_odoo.h"
#include "score/train_proof.h"

struct held {
	struct arena arena;
	struct measure_case *cases;
	size_t n;
	double base;                    /* the share that came of the rows that are not held out */
};

static void
start(struct held *h, const struct train_plan *p)
{
	size_t i, rest = 0, came = 0;

	*h = (struct held){ 0 };
	h->cases = arena_array(&h->arena, p->table->rows + 1, sizeof *h->cases);
	for (i = 0; i < p->table->rows; i++) {
		rest += !p->test[i];
		came += !p->test[i] && p->table->came.p[i];
	}
	h->base = rest ? (double)came / (double)rest : 0;
}

static void
add(struct held *h, const struct train_plan *p, size_t row, int64_t score, double probability)
{
	h->cases[h->n++] = (struct measure_case){ score, probability, p->table->came.p[row] != 0 };
}

static void
finish(struct held *h, struct measure *m)
{
	measure_make(m, h->cases, h->n, h->base);
	arena_free(&h->arena);
}

void
train_proof(const struct train_plan *p, struct measure *m)
{
	struct train_fit fit;
	struct held h;
	size_t i;
	int64_t score;

	start(&h, p);
	train_fit(&h.arena, p, 0, &fit);
	for (i = 0; i < p->table->rows; i++)
		if (p->test[i]) {
			score = train_fit_score(&fit, i);
			add(&h, p, i, score, train_fit_probability(&fit, score));
		}
	finish(&h, m);
}

void
train_proof_odoo(const struct train_plan *p, struct measure *m)
{
	struct train_odoo odoo;
	struct train_odoo_value *value;
	struct held h;
	size_t i;
	double probability;

	start(&h, p);
	train_odoo_learn(&h.arena, p, p->decided, &odoo);
	value = arena_array(&h.arena, odoo.columns + 1, sizeof *value);
	for (i = 0; i < p->table->rows; i++)
		if (p->test[i]) {
			probability = train_odoo_probability(&odoo, value,
			    train_odoo_values(&odoo, i, value));
			add(&h, p, i, (int64_t)(probability * 100000 + 0.5), probability);
		}
	finish(&h, m);
}
