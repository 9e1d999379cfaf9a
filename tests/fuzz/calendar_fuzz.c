/*
 * Any lines of hours ("mon-fri=09:00-17:00") and holidays make a calendar that keeps its laws,
 * or are refused.
 */
#include "fuzz.h"
#include "due/calendar.h"

static void
check(const struct calendar *c, instant t, span n)
{
	instant due = calendar_add(c, t, n), next = calendar_next_open(c, t), days =
	    calendar_add_days(c, t, n % 50);

	require(next >= t && calendar_open(c, next) && calendar_between(c, t, next) == 0);
	require(calendar_open(c, t) == (next == t));
	require(due > next && calendar_between(c, t, due) == n &&
	    calendar_between(c, t, due - 1) == n - 1);
	require(days >= next && (n % 50 == 0) == (days == next));
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
	instant t;

	while (good && size < 4096 && str_split(&rest, '\n', &line)) {
		equals = str_find(line, '=');
		if (equals < line.n)
			good = calendar_parse_hours(c, str_slice(line, 0, equals),
			    str_slice(line, equals + 1, line.n), &e) == 0;
		else
			good = calendar_parse_holiday(c, line, &e) == 0;
	}
	if (good && calendar_finish(c, &e) == 0)
		for (t = 0; t < 4000000000; t += 123456789)
			check(c, t, 1 + t % 1000000);
	arena_free(&a);
	return 0;
}
