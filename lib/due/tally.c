/* tally - whole weeks by multiplication, the rest of a week from a table, less what was lost. */
#include "due/tally.h"

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* The day in its week, and which week, from 1969-12-29 on. */
static unsigned
split(int64_t day, int64_t *week)
{
	*week = floor_div(day + 3, 7);
	return (unsigned)(day + 3 - *week * 7);
}

unsigned
tally_weekday(int64_t day)
{
	int64_t week;

	return split(day, &week);
}

void
tally_init(struct tally *t, struct arena *a, const int64_t week[static 7], size_t room)
{
	size_t i;

	*t = (struct tally){ .day = arena_array(a, room, sizeof *t->day) };
	t->sum = arena_array(a, room, sizeof *t->sum);
	t->lost = arena_array(a, room + 1, sizeof *t->lost);
	for (i = 0; i < 7; i++)
		t->before[i + 1] = t->before[i] + week[i];
}

void
tally_except(struct tally *t, int64_t day, int64_t worth)
{
	unsigned weekday = tally_weekday(day);

	t->day[t->count] = day;
	t->sum[t->count] = tally_before(t, day, t->count);
	t->lost[t->count + 1] = t->lost[t->count] - worth +
	    t->before[weekday + 1] - t->before[weekday];
	t->count++;
}

/* How many of a sorted array are below v. */
static size_t
count_below(const int64_t *sorted, size_t n, int64_t v)
{
	const int64_t *at = sorted;
	size_t half;

	for (; n > 0; n -= half) {
		half = (n + 1) / 2;
		at = at[half - 1] < v ? at + half : at;
	}
	return (size_t)(at - sorted);
}

size_t
tally_find(const struct tally *t, int64_t day)
{
	return count_below(t->day, t->count, day);
}

int64_t
tally_before(const struct tally *t, int64_t day, size_t i)
{
	int64_t week;
	unsigned weekday = split(day, &week);

	return week * t->before[7] + t->before[weekday] - t->lost[i];
}

int64_t
tally_day(const struct tally *t, int64_t v)
{
	/* Exceptions that begin before the sum is reached; the last may be the day itself. */
	size_t i = count_below(t->sum, t->count, v);
	int64_t week, rest;
	unsigned weekday;

	if (i > 0 && tally_before(t, t->day[i - 1] + 1, i) >= v)
		return t->day[i - 1];
	rest = v + t->lost[i] - 1;
	week = floor_div(rest, t->before[7]);
	rest -= week * t->before[7];
	for (weekday = 0; t->before[weekday + 1] <= rest;)
		weekday++;
	return 7 * week + weekday - 3;
}
