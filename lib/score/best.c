/*
 * best - a heap: what is offered has to be better than the worst that is kept.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "score/best.h"

static int
by_worth(const void *a, const void *b)
{
	const struct best_row *x = a, *y = b;

	if (x->score != y->score)
		return (x->score < y->score) - (x->score > y->score);
	return (x->number > y->number) - (x->number < y->number);
}

static bool
is_better(const struct best_row *a, const struct best_row *b)
{
	return by_worth(a, b) < 0;
}

static void
swap(struct best_row *a, struct best_row *b)
{
	struct best_row t = *a;

	*a = *b;
	*b = t;
}

static void
sink(struct best *b)
{
	size_t i, child;

	for (i = 0; (child = 2 * i + 1) < b->n; i = child) {
		if (child + 1 < b->n && is_better(&b->row[child], &b->row[child + 1]))
			child++;
		if (!is_better(&b->row[i], &b->row[child]))
			break;
		swap(&b->row[i], &b->row[child]);
	}
}

static void
rise(struct best *b)
{
	size_t i;

	for (i = b->n - 1; i > 0 && is_better(&b->row[(i - 1) / 2], &b->row[i]); i = (i - 1) / 2)
		swap(&b->row[i], &b->row[(i - 1) / 2]);
}

/* Room for another row, by doubling: --top 1000000000 asks for no more than there are rows. */
WRAPS static void
grow(struct best *b)
{
	if ((b->n & (b->n - 1)) == 0)
		b->row = arena_got(realloc(b->row, (b->n ? 2 * b->n : 1) * sizeof *b->row));
}

void
best_offer(struct best *b, int64_t score, struct str text)
{
	struct best_row one = { .score = score, .number = b->offered++ };

	if (b->n == b->most) {
		if (b->most == 0 || !is_better(&one, &b->row[0]))
			return;
		one.text = b->row[0].text;
		one.text.n = 0;
		buf_str(&one.text, text);
		b->row[0] = one;
		sink(b);
		return;
	}
	grow(b);
	buf_str(&one.text, text);
	b->row[b->n++] = one;
	rise(b);
}

void
best_sort(struct best *b)
{
	if (b->n != 0)
		qsort(b->row, b->n, sizeof *b->row, by_worth);
}

void
best_free(struct best *b)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		buf_free(&b->row[i].text);
	free(b->row);
	*b = (struct best){ .most = b->most, .offered = b->offered };
}
