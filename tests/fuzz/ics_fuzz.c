/*
 * Holidays from any bytes: a complaint, or a calendar that still keeps its laws.  Closing can only
 * take time away.
 */
#include "fuzz.h"
#include "due/ics.h"

static struct calendar *
office(struct arena *a)
{
	struct calendar *c = calendar_new(a, &zone_utc);
	struct err e;

	if (calendar_parse_hours(c, STR("mon-thu"), STR("09:00-12:00 13:00-17:00"), &e) != 0 ||
	    calendar_parse_hours(c, STR("fri"), STR("22:00-06:00"), &e) != 0)
		abort();
	return c;
}

static void
check(const struct calendar *closed, const struct calendar *open)
{
	instant t, next, due;
	span n;

	for (t = 0; t < 4102444800; t += 86400 * 97 + 4567) {
		n = calendar_between(closed, t, t + 30 * 86400);
		if (n < 0 || n > calendar_between(open, t, t + 30 * 86400))
			abort();
		next = calendar_next_open(closed, t);
		due = calendar_add(closed, t, 3600);
		if (next == INSTANT_NONE || !calendar_open(closed, next) || due <= next ||
		    calendar_between(closed, t, due) != 3600)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct calendar *closed = office(&a), *open = office(&a);
	struct str text = { (const char *)data, size };
	struct err e;

	/* A hundred thousand repetitions are refused, but take their time. */
	if (size < 4096 && str_search(text, STR("SECONDLY")) == SIZE_MAX &&
	    str_search(text, STR("MINUTELY")) == SIZE_MAX && ics_holidays(closed, &zone_utc, text, &e) == 0 && calendar_finish(closed, &e) == 0 &&
	    calendar_finish(open, &e) == 0)
		check(closed, open);
	arena_free(&a);
	return 0;
}
