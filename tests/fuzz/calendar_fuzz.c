/*
 * Any lines of hours ("mon-fri=09:00-17:00") and holidays make a calendar that keeps its laws,
 * or are refused; and it says the same of days that are at hand.
 */
#include "fuzz.h"
#include "due/calendar.h"

enum { NOW = 1800000000, DAY = 86400, AROUND = 600 };

static uint64_t
check(const struct calendar *c, instant t, span n)
{
	instant due = calendar_add(c, t, n), next = calendar_next_open(c, t), days =
	    calendar_add_days(c, t, n % 50);

	require(next >= t && calendar_open(c, next) && calendar_between(c, t, next) == 0);
	require(calendar_open(c, t) == (next == t));
	require(due > next && calendar_between(c, t, due) == n &&
	    calendar_between(c, t, due - 1) == n - 1);
	require(days >= next && (n % 50 == 0) == (days == next));
	return (uint64_t)due ^ (uint64_t)next << 7 ^ (uint64_t)days << 13;
}

/* What it says of many times, in one number. */
static uint64_t
check_all(const struct calendar *c)
{
	uint64_t sum = 0;
	instant t;

	for (t = 0; t < 4000000000; t += 123456789)
		sum = (sum << 5 | sum >> 59) ^ check(c, t, 1 + t % 1000000);
	for (t = NOW - AROUND * DAY; t < NOW + AROUND * DAY; t += 12345678)
		sum = (sum << 5 | sum >> 59) ^ check(c, t, 1 + t % 300000);
	return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size }, line;
	struct arena a = { 0 };
	struct calendar *c = calendar_new(&a, &zone_utc);
	bool good = true;
	struct err e;
	size_t equals;
	uint64_t before;

	while (good && size < 4096 && str_split(&rest, '\n', &line)) {
		equals = str_find(line, '=');
		if (equals < line.n)
			good = calendar_parse_hours(c, str_slice(line, 0, equals),
			    str_slice(line, equals + 1, line.n), &e) == 0;
		else
			good = calendar_parse_holiday(c, line, &e) == 0;
	}
	if (good && calendar_finish(c, &e) == 0) {
		before = check_all(c);
		calendar_near(c, NOW);
		require(check_all(c) == before);
	}
	arena_free(&a);
	return 0;
}
