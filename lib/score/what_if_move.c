/*
 * what_if_move - which changes there are for a lead, and how to say them.
 */
#include <stdlib.h>

#include "score/what_if_impl.h"

enum { REPEATS = 5 };                   /* of one kind of activity, at most */

/* Points that lead anywhere, where no limit is in the way: a billion. */
#define ENOUGH INT64_C(1000000000000)

struct moves {
	struct what_if_move *move;
	size_t n;
};

static void
add(struct moves *list, size_t rule, int64_t gain, bool fact, size_t choice)
{
	if (gain <= 0)
		return;
	list->move[list->n] = (struct what_if_move){ .rule = rule, .gain = gain, .fact = fact,
	    .choice = choice, .order = list->n };
	list->n++;
}

static int64_t
within(const struct model_rule *r, int64_t points)
{
	return model_limited(points, r->limits);
}

/* Time alone makes such rules act, or fade: doing something about it helps. */
static void
add_when(struct moves *list, const struct model_rule *r, size_t i, const struct model_term *t)
{
	bool acts = t->state == MODEL_ACTED;

	if (acts && r->points < 0) {
		add(list, i, -t->points, !r->timed, SIZE_MAX);
		if (t->points < 0)
			list->move[list->n - 1].stops = true;
	} else if (!condition_never(r->when)) {
		add(list, i, r->points - t->points, !r->timed && t->state == MODEL_IDLE, SIZE_MAX);
	}
}

static void
add_activities(struct moves *list, const struct model_rule *r, size_t i, const struct model_term *t)
{
	int64_t sum = t->points - t->limited, last = t->points, points;
	size_t n;

	if (r->first_only && t->state == MODEL_ACTED)
		return;
	for (n = 0; n < (r->first_only ? 1 : REPEATS); n++) {
		sum += r->points;
		points = within(r, sum);
		add(list, i, points - last, false, SIZE_MAX);
		last = points;
	}
}

/* A number that is greater; or, where it takes points, smaller, down to nothing. */
static void
add_each(struct moves *list, const struct model_rule *r, size_t i, const struct model_term *t)
{
	int64_t step = llabs(r->points), raw = t->points - t->limited, most = 0;
	size_t before = list->n;

	if (step == 0)
		return;
	if (t->state == MODEL_UNKNOWN)  /* to be found out; where it takes points, a great number */
		raw = r->points > 0 || t->points > 0 ? 0 : (t->points - step + 1) / step * step;
	if (r->points > 0)
		most = r->limits.max != INT64_MAX ? r->limits.max : raw + ENOUGH;
	add(list, i, within(r, most) - t->points, t->state != MODEL_UNKNOWN, SIZE_MAX);
	if (list->n != before) {
		list->move[before].raw = raw;
		list->move[before].step = step;
		list->move[before].most = most;
		list->move[before].from = t->points;
	}
}

int64_t
what_if_steps(const struct what_if_move *move)
{
	return move->step == 0 ? 0 : (move->most - move->raw + move->step - 1) / move->step;
}

int64_t
what_if_gain(const struct model *m, const struct what_if_move *move, int64_t steps)
{
	int64_t points = move->raw + steps * move->step;

	return within(&m->rule[move->rule], points < move->most ? points : move->most) - move->from;
}

static void
add_rule(struct moves *list, const struct model_rule *r, size_t i, const struct model_term *t,
    struct lead *l)
{
	bool fact = t->state != MODEL_UNKNOWN;
	size_t k;

	if (r->kind != MODEL_WHEN && r->when != NULL && condition_test(r->when, l) != TRUTH_TRUE)
		return;
	switch (r->kind) {
	case MODEL_WHEN:
		add_when(list, r, i, t);
		break;
	case MODEL_BINS:
		for (k = 0; k < r->bins; k++)
			add(list, i, r->bin[k].points - t->points, fact, k);
		break;
	case MODEL_MAP:
		for (k = 0; k < r->map.count; k++)
			add(list, i, r->word_points[k] - t->points, fact, k);
		break;
	case MODEL_EACH:
		add_each(list, r, i, t);
		break;
	default:
		add_activities(list, r, i, t);
	}
}

size_t
what_if_moves(const struct model *m, const struct model_score *score, struct lead *l,
    struct arena *a, struct what_if_move **out)
{
	struct moves list = { 0 };
	size_t i, room = 0;

	for (i = 0; i < m->rules; i++)
		room += m->rule[i].bins + m->rule[i].map.count + REPEATS;
	list.move = arena_array(a, room + 1, sizeof *list.move);
	for (i = 0; i < m->rules; i++) {
		struct model_term t = model_term(score, i);

		add_rule(&list, &m->rule[i], i, &t, l);
	}
	*out = list.move;
	return list.n;
}

/* The fields of a rule, its activities left out: any number of those can happen. */
static size_t
fields(const struct model_rule *r, const uint32_t **slot)
{
	*slot = &r->slot;
	if (r->kind == MODEL_WHEN)
		return condition_slots(r->when, slot);
	return r->kind != MODEL_ACTIVITY;
}

bool
what_if_clash(const struct model *m, const struct what_if_move *a, const struct what_if_move *b)
{
	const uint32_t *x, *y;
	size_t n, k, i, j;

	if (a->rule == b->rule)
		return m->rule[a->rule].kind != MODEL_ACTIVITY;
	n = fields(&m->rule[a->rule], &x);
	k = fields(&m->rule[b->rule], &y);
	for (i = 0; i < n; i++)
		for (j = 0; j < k; j++)
			if (x[i] == y[j])
				return true;
	return false;
}

static int
by_order(const void *a, const void *b)
{
	const struct what_if_move *x = *(const struct what_if_move *const *)a;
	const struct what_if_move *y = *(const struct what_if_move *const *)b;

	return x->order < y->order ? -1 : x->order > y->order;
}

static void
name_choice(const struct model_rule *r, size_t choice, struct buf *b)
{
	if (choice == SIZE_MAX)
		return;
	buf_byte(b, ' ');
	if (r->kind == MODEL_MAP) {
		buf_str(b, r->map.entry[choice].key);
		return;
	}
	if (r->bin[choice].has_low)
		number_print(b, r->bin[choice].low);
	buf_str(b, STR(".."));
	if (r->bin[choice].has_high)
		number_print(b, r->bin[choice].high);
}

size_t
what_if_tell(const struct model *m, const struct what_if_move *const *chosen, size_t n,
    struct arena *a, const struct str **item)
{
	const struct what_if_move **order = arena_array(a, n + 1, sizeof *order);
	struct str *out = arena_array(a, n + 1, sizeof *out);
	struct buf b = { 0 };
	size_t i, j, items = 0;
	int64_t gain;

	if (n != 0)
		memcpy(order, chosen, n * sizeof *order);
	qsort(order, n, sizeof(struct what_if_move *), by_order);
	for (i = 0; i < n; i = j) {
		const struct model_rule *r = &m->rule[order[i]->rule];

		for (gain = 0, j = i; j < n && order[j]->rule == order[i]->rule; j++)
			gain += order[j]->gain;
		b.n = 0;
		if (j - i > 1)
			buf_printf(&b, "%zu x ", j - i);
		buf_str(&b, order[i]->stops ? STR("no longer ") : STR(""));
		buf_str(&b, r->name);
		name_choice(r, order[i]->choice, &b);
		buf_byte(&b, ' ');
		number_print_signed(&b, gain);
		out[items++] = arena_copy(a, buf_text(&b));
	}
	buf_free(&b);
	*item = out;
	return items;
}
