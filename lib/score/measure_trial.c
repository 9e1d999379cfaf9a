/*
 * measure_trial - notes of a scored lead: the case; with drift, whether it is new and what each
 * rule gave.
 */
#include "score/measure_trial.h"

void
measure_trial_init(struct measure_trial *t, const struct model *m, bool drift)
{
	*t = (struct measure_trial){ .model = m, .drift = drift };
	measure_drift_init(&t->drifts, model_rules(m));
}

void
measure_trial_free(struct measure_trial *t)
{
	buf_free(&t->cases);
	measure_drift_free(&t->drifts);
}

void
measure_trial_note(const struct measure_trial *t, struct buf *notes, struct measure_case *one,
    const struct model_score *score, bool is_new)
{
	size_t i, rules = model_rules(t->model);

	one->score = score->total;
	one->probability = model_probability(t->model, one->score);
	buf_add(notes, one, sizeof *one);
	if (!t->drift)
		return;
	buf_byte(notes, is_new);
	for (i = 0; i < rules; i++) {
		int64_t points = model_term(score, i).points;

		buf_add(notes, &points, sizeof points);
	}
}

void
measure_trial_take(struct measure_trial *t, struct str notes)
{
	struct measure_case one;
	const char *at = notes.p, *end = str_end(notes);
	size_t i, rules = model_rules(t->model);
	int64_t points;
	bool is_new;

	while (notes.n != 0 && at < end) {
		memcpy(&one, at, sizeof one);
		at += sizeof one;
		is_new = t->drift && *at++;
		if (!is_new)
			buf_add(&t->cases, &one, sizeof one);
		if (!t->drift)
			continue;
		for (i = 0; i < rules; i++, at += sizeof points) {
			memcpy(&points, at, sizeof points);
			measure_drift_add(&t->drifts, i, points, is_new);
		}
		measure_drift_add(&t->drifts, rules, one.score, is_new);
	}
}

void
measure_trial_count(const struct measure_trial *t, struct measure_report *r)
{
	const struct measure_case *one = (const struct measure_case *)(const void *)t->cases.p;
	size_t i;

	r->rows = t->cases.n / sizeof *one;
	for (r->came = 0, i = 0; i < r->rows; i++)
		r->came += one[i].came;
}

/* The score first, then the rules. */
static void
list_drifts(const struct measure_trial *t, struct arena *a, struct measure_report *r)
{
	size_t i, rules = model_rules(t->model);
	struct measure_drift *list = arena_array(a, rules + 1, sizeof *list);

	list[0] = (struct measure_drift){ STR("score"), measure_drift_index(&t->drifts, rules) };
	for (i = 0; i < rules; i++)
		list[i + 1] = (struct measure_drift){ model_rule_name(t->model, i),
			measure_drift_index(&t->drifts, i) };
	r->drift = list;
	r->drifts = rules + 1;
}

void
measure_trial_report(struct measure_trial *t, struct arena *a, struct measure *m,
    struct measure_report *r)
{
	struct measure_case *cases = (struct measure_case *)(void *)t->cases.p;
	size_t i;

	if (!model_has_probability(t->model)) {
		measure_calibrate(cases, r->rows, &r->intercept, &r->slope);
		for (i = 0; i < r->rows; i++)
			cases[i].probability = measure_probability(&cases[i], r->intercept, r->slope);
		r->fitted = true;
	}
	measure_make(m, cases, r->rows, r->rows ? (double)r->came / (double)r->rows : 0);
	if (t->drift)
		list_drifts(t, a, r);
}
