/*
 * train_split - hold rows out, the same ones every time.
 */
#include <stdlib.h>

#include "score/train_impl.h"
#include "score/train_split.h"

/* Of a column that splits by time, so many rows in a hundred have one. */
enum { TIMED = 95, HELD = 20, WEEK = 7 * 86400 };

static int
by_time(const void *a, const void *b)
{
	instant x = *(const instant *)a, y = *(const instant *)b;

	return x < y ? -1 : x > y;
}

/* The time of each row; false when too few have one. */
static bool
times_of(struct arena *a, const struct train_table *t, const struct train_column *c,
    const struct zone *zone, instant *out)
{
	instant *time = arena_array(a, c->word.count, sizeof *time);
	const uint32_t *code = train_codes(c);
	struct number number;
	size_t i, known = 0;
	uint32_t w;

	for (w = 0; w < c->word.count; w++) {
		struct str text = c->word.entry[w].key;

		/* A number may be a day to somebody, but is a number to us. */
		time[w] = number_parse(text, &number) ? INSTANT_NONE : train_time(text, zone);
		if (w == 64 && c->field == VOCAB_FIELDS && time[w] == INSTANT_NONE &&
		    time[w - 1] == INSTANT_NONE && time[1] == INSTANT_NONE)
			return false;
	}
	for (i = 0; i < t->rows; i++) {
		out[i] = time[code[i]];
		known += out[i] != INSTANT_NONE;
	}
	return c->thin != TRAIN_CLOSED && known * 100 >= t->rows * TIMED && known != 0;
}

/* Other times than when it began do not order leads. */
static bool
may_order(const struct train_column *c, const char *name)
{
	if (name != NULL)
		return vocab_same(c->name, str_of(name));
	return c->field == VOCAB_CREATED_AT || c->field == VOCAB_FIELDS;
}

static bool
split_time(struct arena *a, const struct train_table *t, const char *column,
    const struct zone *zone, uint8_t *test, struct train_split *out)
{
	instant *time = arena_array(a, t->rows + 1, sizeof *time), cut, first, last;
	instant *sorted = arena_array(a, t->rows + 1, sizeof *sorted);
	size_t i, n = 0, held, best = t->columns;

	for (i = 0; i < t->columns; i++)
		if (may_order(&t->column[i], column) &&
		    (best == t->columns || t->column[i].field == VOCAB_CREATED_AT) &&
		    times_of(a, t, &t->column[i], zone, time))
			best = i;
	if (best == t->columns || !times_of(a, t, &t->column[best], zone, time))
		return false;
	for (i = 0; i < t->rows; i++)
		if (time[i] != INSTANT_NONE)
			sorted[n++] = time[i];
	qsort(sorted, n, sizeof *sorted, by_time);
	cut = sorted[n * (100 - HELD) / 100];
	if (cut == sorted[0])
		return false;           /* all at one time */
	first = cut;
	last = sorted[n - 1];
	/* Few times that many rows share put them in no order. */
	for (held = 0, i = 0; i < t->rows; i++)
		held += test[i] = time[i] != INSTANT_NONE && time[i] >= cut;
	if (held * 100 > n * 2 * HELD)
		return false;
	out->weeks = last - first >= WEEK ? (double)(last - first) / WEEK : 0;
	out->how = arena_printf(a, "the newest fifth by %.*s", STR_ARG(t->column[best].name));
	return true;
}

static int
every(const struct train_table *t, struct str how, uint8_t *test, struct err *e)
{
	struct number n;
	size_t i;

	if (!number_parse(str_slice(how, 6, how.n), &n) || n.scale != 0 || n.units < 2 ||
	    n.units > 1000)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--split: expected every:N, N from 2 to 1000");
	for (i = 0; i < t->rows; i++)
		test[i] = i % (size_t)n.units == 0;
	return 0;
}

int
train_split(struct arena *a, const struct train_table *t, const char *how, const char *column,
    const struct zone *zone, struct train_split *out, struct err *e)
{
	uint8_t *test = arena_array(a, t->rows + 1, sizeof *test);
	struct str word = str_of(how);
	size_t i;

	*out = (struct train_split){ .test = test };
	if (str_starts(word, STR("every:"))) {
		out->how = arena_printf(a, "every %.*s. row", STR_ARG(str_slice(word, 6, word.n)));
		return every(t, word, test, e);
	}
	if (how != NULL && !str_is(word, "time") && !str_is(word, "id"))
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--split: expected time, id or every:N");
	if (!str_is(word, "id") && split_time(a, t, column, zone, test, out))
		return 0;
	if (str_is(word, "time") || column != NULL)
		return err_set(e, ERR_INPUT, PLACE_NONE,
		    "no column has a time in nearly every row to split by%s%s", column ? ": " : "",
		    column ? column : "");
	for (i = 0; i < t->rows; i++)
		test[i] = (uint8_t)t->lot.p[i] < HELD;
	out->how = arena_copy(a, STR("a fifth by a hash of the id or row number"));
	return 0;
}
