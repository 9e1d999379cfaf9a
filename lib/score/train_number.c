/*
 * train_number - bins of a column of numbers, by weight of evidence.
 *
 *	values   ─► up to CUTS quantile bins ─► the two neighbours whose odds differ least are
 *	one, as long as they do not differ for certain ─► monotone, if that costs nothing certain
 *
 * "For certain" is chi-square with one degree of freedom above TRAIN_SAME_CHI.  A value that many
 * rows share gets a bin of its own to begin with: 0 visits is not few visits.
 */
#include <math.h>
#include <stdlib.h>

#include "score/train_impl.h"

struct value {
	struct number number;
	double n, came;
	uint32_t code;
};

struct bin {
	struct number high;             /* in it */
	double n, came;
};

static int
by_number(const void *a, const void *b)
{
	const struct value *x = a, *y = b;
	int order = number_cmp(x->number, y->number);

	return order != 0 ? order : x->code < y->code ? -1 : 1;
}

static size_t
sorted(const struct train_column *c, const struct train_count *count, struct value *value)
{
	uint32_t i;
	size_t n = 0;

	for (i = 1; i < c->word.count; i++)
		if (train_number(c, c->word.entry[i].key, &value[n].number)) {
			value[n].n = count[i].n;
			value[n].came = count[i].came;
			value[n++].code = i;
		}
	qsort(value, n, sizeof *value, by_number);
	return n;
}

/* Bins of about the same number of rows; a value is never cut in two. */
static size_t
quantiles(const struct value *value, size_t values, struct bin *bin)
{
	double total = 0, share, one;
	size_t i, j, bins = 0;

	for (i = 0; i < values; i++)
		total += value[i].n;
	share = total / TRAIN_CUTS;
	for (i = 0; i < values; i = j) {
		struct bin next = { value[i].number, 0, 0 };

		for (j = i; j < values && number_cmp(value[j].number, next.high) == 0; j++) {
			next.n += value[j].n;
			next.came += value[j].came;
		}
		one = next.n;
		if (bins == 0 || bin[bins - 1].n >= share || one >= share) {
			bin[bins++] = next;
			continue;
		}
		bin[bins - 1].high = next.high;
		bin[bins - 1].n += next.n;
		bin[bins - 1].came += next.came;
	}
	return bins;
}

/* Twice the log-likelihood that two bins gain over one; about chi-square. */
static double
gain(const struct bin *a, const struct bin *b)
{
	return 2 * (train_likelihood(a->n, a->came) + train_likelihood(b->n, b->came) -
	    train_likelihood(a->n + b->n, a->came + b->came));
}

static size_t
join(struct bin *bin, size_t bins, size_t i)
{
	bin[i].n += bin[i + 1].n;
	bin[i].came += bin[i + 1].came;
	bin[i].high = bin[i + 1].high;
	memmove(&bin[i + 1], &bin[i + 2], (bins - i - 2) * sizeof *bin);
	return bins - 1;
}

/* Neighbours that differ least go first; small bins whatever they say. */
static size_t
merge(struct bin *bin, size_t bins, double least)
{
	size_t i, best;
	double chi, lowest;

	while (bins > 1) {
		best = 0;
		lowest = INFINITY;
		for (i = 0; i + 1 < bins; i++) {
			chi = gain(&bin[i], &bin[i + 1]);
			if (bin[i].n < least || bin[i + 1].n < least)
				chi /= 1e6;
			if (chi < lowest) {
				lowest = chi;
				best = i;
			}
		}
		if (lowest >= TRAIN_SAME_CHI && bins <= TRAIN_BINS)
			return bins;
		bins = join(bin, bins, best);
	}
	return bins;
}

/* Pool neighbours that go against the direction; what that costs, in chi-square. */
static size_t
pooled(struct bin *bin, size_t bins, int direction, double *cost)
{
	size_t i = 0;

	*cost = 0;
	while (i + 1 < bins) {
		double slope = bin[i + 1].came / bin[i + 1].n - bin[i].came / bin[i].n;

		if (slope * direction >= 0) {
			i++;
			continue;
		}
		*cost += gain(&bin[i], &bin[i + 1]);
		bins = join(bin, bins, i);
		i = i > 0 ? i - 1 : 0;
	}
	return bins;
}

/* The monotone bins when they are as good as the free ones. */
static size_t
straightened(struct train_feature *f, struct bin *bin, size_t bins)
{
	struct bin up[TRAIN_BINS], down[TRAIN_BINS];
	double up_cost, down_cost;
	size_t ups, downs;

	memcpy(up, bin, bins * sizeof *bin);
	memcpy(down, bin, bins * sizeof *bin);
	ups = pooled(up, bins, 1, &up_cost);
	downs = pooled(down, bins, -1, &down_cost);
	f->rising = ups > 1 && up_cost <= TRAIN_SAME_CHI * (double)(bins - ups);
	f->falling = !f->rising && downs > 1 &&
	    down_cost <= TRAIN_SAME_CHI * (double)(bins - downs);
	if (f->rising || f->falling)
		memcpy(bin, f->rising ? up : down, bins * sizeof *bin);
	return f->rising ? ups : f->falling ? downs : bins;
}

void
train_number_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count)
{
	const struct train_column *c = f->column;
	struct value *value = arena_array(s->arena, c->word.count, sizeof *value);
	struct bin *bin = arena_array(s->arena, c->word.count + 1, sizeof *bin);
	size_t values = sorted(c, count, value), bins, i, l;
	double least = s->total * TRAIN_RARE_SHARE;

	bins = quantiles(value, values, bin);
	bins = merge(bin, bins, least > TRAIN_RARE ? least : TRAIN_RARE);
	bins = straightened(f, bin, bins);
	f->levels = bins + 1;
	f->level = arena_array(s->arena, f->levels, sizeof *f->level);
	f->whole = true;
	for (i = 0; i < c->word.count; i++)
		f->of[i] = TRAIN_UNKNOWN;
	for (i = 0, l = 1; i < values; i++) {
		while (l < bins && number_cmp(value[i].number, bin[l - 1].high) > 0)
			l++;
		f->of[value[i].code] = (uint16_t)l;
		f->whole = f->whole && value[i].number.scale == 0;
	}
	for (l = 1; l <= bins; l++) {
		f->level[l].has_low = l > 1;
		f->level[l].has_high = l < bins;
		f->level[l].high = bin[l - 1].high;
		if (l > 1)
			f->level[l].low = bin[l - 2].high;
	}
	for (i = 0; i < c->word.count; i++) {
		f->level[f->of[i]].n += count[i].n;
		f->level[f->of[i]].came += count[i].came;
	}
}
