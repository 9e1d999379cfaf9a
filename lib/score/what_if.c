/*
 * what_if - a search for the fewest changes that reach a goal.
 *
 *	group      sum   best changes        with 0, 1, 2 … of them, within its limits
 *	fit         35   +15 +12 +5     ─►   35 50 60 60     ┐  the best total of k changes:
 *	engagement   5   +25 +8 +8 +5   ─►    5 30 38 46     ┘  40 65 77 …
 *
 * How many it takes is found that way; then each change gives way to the smallest that will do.
 */
#include <stdlib.h>

#include "score/what_if_impl.h"

/* What has to be reached: so many points in all, or in one group. */
struct goal {
	int64_t points;
	size_t group;                   /* SIZE_MAX: the total */
};

struct search {
	const struct model *m;
	const struct model_score *score;
	struct arena *arena;
	struct goal goal;
	const struct what_if_move *move;
	size_t moves;
	bool facts;                     /* what is known may be otherwise */
};

static int64_t
group_points(const struct search *s, size_t g, int64_t more)
{
	const struct model_group *of = &s->m->group[g];

	return model_limited(model_group(s->score, g) - model_group_limited(s->score, g) + more,
	    of->limits);
}

/* How far from the goal a list of changes leads; none: it is reached. */
static int64_t
short_of(const struct search *s, const struct what_if_move *const *chosen, size_t n)
{
	int64_t total = 0, more;
	size_t g, i;

	for (g = 0; g < s->m->groups; g++) {
		if (s->goal.group != SIZE_MAX && g != s->goal.group)
			continue;
		for (more = 0, i = 0; i < n; i++)
			more += s->m->rule[chosen[i]->rule].group == g ? chosen[i]->gain : 0;
		total += group_points(s, g, more);
	}
	if (s->goal.group == SIZE_MAX)
		total = model_limited(total, s->m->limits);
	return s->goal.points - total;
}

static bool
allowed(const struct search *s, const struct what_if_move *move)
{
	return (s->facts || !move->fact) && (s->goal.group == SIZE_MAX ||
	    s->m->rule[move->rule].group == s->goal.group);
}

static bool
fits(const struct search *s, const struct what_if_move *move,
    const struct what_if_move *const *chosen, size_t n, size_t except)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (i != except && (chosen[i] == move || what_if_clash(s->m, chosen[i], move)))
			return false;
	return true;
}

/* The best changes of a group, the largest first: moves are sorted so. */
static size_t
best_of(const struct search *s, size_t g, const struct what_if_move **taken, size_t before,
    const struct what_if_move **out)
{
	size_t i, n = 0;

	for (i = 0; i < s->moves && n < WHAT_IF_MOST; i++) {
		const struct what_if_move *move = &s->move[i];

		if (s->m->rule[move->rule].group != g || !allowed(s, move) ||
		    !fits(s, move, taken, before, SIZE_MAX) || !fits(s, move, out, n, SIZE_MAX))
			continue;
		out[n++] = move;
	}
	return n;
}

/* The fewest changes, of the best ones, that reach the goal: how many, 0: it cannot be reached. */
WRAPS static size_t
fewest(const struct search *s, const struct what_if_move **chosen)
{
	enum { MOST = WHAT_IF_MOST };
	size_t groups = s->m->groups, g, k, j, n, taken = 0;
	const struct what_if_move **all = arena_array(s->arena, groups * MOST + 1, sizeof *all);
	size_t (*used)[MOST + 1] = arena_array(s->arena, groups + 1, sizeof *used);
	size_t *first = arena_array(s->arena, groups + 1, sizeof *first);
	int64_t best[MOST + 1], next[MOST + 1], more, value;

	for (k = 0; k <= MOST; k++)
		best[k] = 0;
	for (g = 0; g < groups; g++) {
		first[g] = taken;
		n = best_of(s, g, all, taken, all + taken);
		for (k = 0; k <= MOST; k++)
			for (next[k] = INT64_MIN, more = 0, j = 0; j <= n && j <= k; j++) {
				more += j > 0 ? all[taken + j - 1]->gain : 0;
				value = best[k - j] + group_points(s, g, more);
				if (value > next[k]) {
					next[k] = value;
					used[g][k] = j;
				}
			}
		memcpy(best, next, sizeof best);
		taken += n;
	}
	for (k = 1; k <= MOST; k++) {
		for (n = 0, j = k, g = groups; g-- > 0;) {
			memcpy(chosen + n, all + first[g], used[g][j] * sizeof *chosen);
			n += used[g][j];
			j -= used[g][j];
		}
		if (n <= k && short_of(s, chosen, n) <= 0)
			return n;
	}
	return 0;
}

/* Put this one in the place of a chosen one: does that lead there? */
static bool
will_do(const struct search *s, const struct what_if_move **chosen, size_t n, size_t place,
    const struct what_if_move *move)
{
	const struct what_if_move *was = chosen[place];
	bool there;

	chosen[place] = move;
	there = short_of(s, chosen, n) <= 0;
	chosen[place] = was;
	return there;
}

/* The same change by as few steps as will do there; as it is when it has none, or will not do. */
static const struct what_if_move *
fewest_steps(const struct search *s, const struct what_if_move **chosen, size_t n, size_t place,
    const struct what_if_move *move)
{
	struct what_if_move *less = arena_alloc(s->arena, sizeof *less);
	int64_t low = 0, high = what_if_steps(move), middle;

	if (high == 0 || !will_do(s, chosen, n, place, move))
		return move;
	*less = *move;
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		less->gain = what_if_gain(s->m, move, middle);
		if (will_do(s, chosen, n, place, less))
			high = middle;
		else
			low = middle;
	}
	less->gain = what_if_gain(s->m, move, high);
	return less;
}

/* The smallest change that will do in the place of each. */
WRAPS static void
refine(const struct search *s, const struct what_if_move **chosen, size_t n)
{
	const struct what_if_move *move;
	size_t i, j;

	for (i = 0; i < n; i++) {
		chosen[i] = fewest_steps(s, chosen, n, i, chosen[i]);
		for (j = s->moves; j-- > 0;) {
			move = &s->move[j];
			if ((move->step == 0 && move->gain >= chosen[i]->gain) || !allowed(s, move) ||
			    !fits(s, move, chosen, n, i))
				continue;
			move = fewest_steps(s, chosen, n, i, move);
			if (move->gain < chosen[i]->gain && will_do(s, chosen, n, i, move))
				chosen[i] = move;
		}
	}
}

/* Cheapest for one goal; 0: there is no way. */
static size_t
reach(struct search *s, struct goal goal, const struct what_if_move **chosen)
{
	size_t n;

	s->goal = goal;
	s->facts = false;
	if ((n = fewest(s, chosen)) == 0) {
		s->facts = true;
		n = fewest(s, chosen);
	}
	refine(s, chosen, n);
	return n;
}

/* Fewer facts, then fewer changes, then fewer points. */
static bool
cheaper(const struct what_if_move *const *a, size_t n, const struct what_if_move *const *b, size_t k)
{
	int64_t facts = 0, points = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		facts += a[i]->fact;
		points += a[i]->gain;
	}
	for (i = 0; i < k; i++) {
		facts -= b[i]->fact;
		points -= b[i]->gain;
	}
	return k == 0 || (n != 0 && (facts != 0 ? facts < 0 : n != k ? n < k : points < 0));
}

static int
largest_first(const void *a, const void *b)
{
	const struct what_if_move *x = a, *y = b;

	return x->gain != y->gain ? (x->gain < y->gain) - (x->gain > y->gain) :
	    (x->order > y->order) - (x->order < y->order);
}

/* The better of a row and a column of the matrix. */
static size_t
reach_cell(struct search *s, const struct what_if_move **chosen, struct str *grade)
{
	const struct model *m = s->m;
	const struct what_if_move *other[WHAT_IF_MOST];
	size_t row = model_step_of(&m->rows, model_group(s->score, m->row_group));
	size_t column = model_step_of(&m->columns, model_group(s->score, m->column_group)), n = 0, k = 0;

	if (row > 0)
		n = reach(s, (struct goal){ m->rows.grade[row - 1].least, m->row_group }, chosen);
	if (column > 0)
		k = reach(s, (struct goal){ m->columns.grade[column - 1].least, m->column_group }, other);
	if (n == 0 && k == 0)
		return 0;
	if (cheaper(chosen, n, other, k)) {
		row--;
	} else {
		memcpy(chosen, other, k * sizeof *chosen);
		n = k;
		column--;
	}
	*grade = m->cell[row * m->columns.n + column];
	return n;
}

size_t
what_if_items(const struct model *m, const struct model_score *score, struct lead *l,
    struct arena *a, const struct str **item, struct str *grade)
{
	const struct what_if_move *chosen[WHAT_IF_MOST];
	struct search s = { .m = m, .score = score, .arena = a };
	size_t step, n = 0;
	struct what_if_move *move;

	*grade = STR("");
	*item = NULL;
	if (!model_has_grades(m))
		return 0;
	s.moves = what_if_moves(m, score, l, a, &move);
	s.move = move;
	qsort(move, s.moves, sizeof *move, largest_first);
	if (m->cell != NULL) {
		n = reach_cell(&s, chosen, grade);
	} else if ((step = model_step_of(&m->grades, score->total)) > 0) {
		n = reach(&s, (struct goal){ m->grades.grade[step - 1].least, SIZE_MAX }, chosen);
		if (n != 0)
			*grade = m->grades.grade[step - 1].name;
	}
	return what_if_tell(m, chosen, n, a, item);
}
