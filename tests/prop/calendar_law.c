/*
 * Business time agrees with a walk over every minute of three years, whose offsets come from
 * the C library, for random hours and holidays in both hemispheres; and it obeys its laws:
 * adding and measuring are inverse, both are monotone, spans add up.  What a horizon tells of a
 * start is what counting tells.  usage: calendar_law [seed]
 */
#define _DEFAULT_SOURCE                 /* tm_gmtoff */
#include <time.h>

#include "law.h"
#include "due/sla_impl.h"

static const char *const zones[] = {
	"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
	"America/Sao_Paulo", "Africa/Casablanca", "America/Santiago", "Pacific/Auckland",
};

enum { ZONES = sizeof zones / sizeof *zones, CASES = 100000 / ZONES };
enum { DAY = 86400, MINUTES = 3 * 365 * 1440, DAYS = 1500, SHIFT = 2 * 1440, MOST = 60 };
enum { FIRST_DAY = 20089 };             /* 2025-01-01 */

#define START ((instant)FIRST_DAY * DAY)
#define END   (START + (instant)MINUTES * 60)

/* A calendar as plain lists, kept beside the one under test. */
static struct plain {
	size_t windows[7];
	struct calendar_window window[7][3];
	size_t closings;
	int64_t day[MOST];
	struct calendar_window away[MOST];
} plain;

static int32_t open_minutes[MINUTES + 1];      /* before each minute */
static const char *zone_now;

static void
fail(const char *what, instant t, int64_t n)
{
	fprintf(stderr, "calendar: %s: %s: %lld %lld\n", zone_now, what, (long long)t,
	    (long long)n);
	exit(1);
}

static int64_t
floor_day(int64_t clock)
{
	return clock / DAY - (clock % DAY < 0);
}

/* The days of business, minute by minute, as far as a shift may reach. */
static bool business[DAYS][SHIFT], opens[DAYS];

static void
open_days(void)
{
	int32_t d, m;
	size_t i;

	for (d = 0; d < DAYS; d++) {
		int64_t day = FIRST_DAY - 2 + d;
		const struct calendar_window *w = plain.window[date_weekday(day)];

		opens[d] = false;
		for (m = 0; m < SHIFT; m++) {
			bool is_open = false;

			for (i = 0; i < plain.windows[date_weekday(day)]; i++)
				is_open |= m * 60 >= w[i].from && m * 60 < w[i].to;
			for (i = 0; is_open && i < plain.closings; i++)
				if (plain.day[i] == day && m * 60 >= plain.away[i].from &&
				    m * 60 < plain.away[i].to)
					is_open = false;
			business[d][m] = is_open;
			opens[d] |= is_open;
		}
	}
}

static bool
plain_covers(int64_t day, int64_t second)
{
	return business[day - FIRST_DAY + 2][second / 60];
}

static void
walk(void)
{
	int32_t offset = 0, i;

	for (i = 0; i < MINUTES; i++) {
		int64_t clock, day;

		if (i % 15 == 0) {
			time_t t = (time_t)(START + i * 60);
			struct tm tm;

			localtime_r(&t, &tm);
			offset = (int32_t)tm.tm_gmtoff;
		}
		clock = START + (int64_t)i * 60 + offset;
		day = floor_day(clock);
		open_minutes[i + 1] = open_minutes[i] +
		    (plain_covers(day, clock - day * DAY) ||
		    plain_covers(day - 1, clock - day * DAY + DAY));
	}
}

/* The open seconds between START and t, by the walk. */
static int64_t
walked(instant t)
{
	int32_t i = (int32_t)((t - START) / 60);

	return (int64_t)open_minutes[i] * 60 +
	    (i < MINUTES && open_minutes[i + 1] > open_minutes[i] ? (t - START) % 60 : 0);
}

/* The first instant with that much open time before it, INSTANT_NONE when past the walk. */
static instant
walked_at(int64_t sum)
{
	int32_t low = 0, high = MINUTES;

	if (walked(END) < sum)
		return INSTANT_NONE;
	while (low < high) {
		int32_t middle = (low + high + 1) / 2;

		if ((int64_t)open_minutes[middle] * 60 < sum)
			low = middle;
		else
			high = middle - 1;
	}
	return START + (int64_t)low * 60 + (sum - (int64_t)open_minutes[low] * 60);
}

static instant
walked_days(const struct zone *z, instant first, int64_t n)
{
	int64_t clock = first + zone_offset(z, first), day = floor_day(clock), second = clock -
	    day * DAY, minute, left = n;
	struct civil c;
	instant due;

	if (!plain_covers(day, second)) {
		day--;
		second += DAY;
	}
	while (left > 0)
		left -= opens[++day - FIRST_DAY + 2];
	/* The same time, the next opening, or the closing. */
	for (minute = second / 60; minute < SHIFT && !plain_covers(day, minute * 60);)
		minute++;
	if (minute == SHIFT)
		while (!plain_covers(day, --minute * 60))
			continue;
	if (minute != second / 60)
		second = minute * 60 + (minute < second / 60 ? 60 : 0);
	date_civil(day * DAY + second, &c);
	c.has_offset = false;
	due = zone_instant(z, &c);
	return due > first ? due : walked_days(z, first, n + 1);
}

static void
check(const struct calendar *c, const struct zone *z)
{
	instant t = START + (instant)below_long(MINUTES * 60), u = START + (instant)below_long(MINUTES * 60),
	    next, due;
	int64_t n = 1 + (int64_t)below_long(below_long(8) ? 40 * 3600 : 4000 * 3600), days = 1 +
	    (int64_t)below_long(20);

	if (calendar_between(c, t, u) != walked(u) - walked(t))
		fail("between", t, u);
	if ((next = walked_at(walked(t) + 1)) == INSTANT_NONE)
		return;
	next--;
	if (calendar_next_open(c, t) != next || calendar_open(c, t) != (next == t) ||
	    !calendar_open(c, next))
		fail("next opening", t, next);
	due = calendar_add(c, t, n);
	if (walked(END) >= walked(t) + n && due != walked_at(walked(t) + n))
		fail("add", t, n);
	if (calendar_between(c, t, due) != n || calendar_between(c, t, due - 1) != n - 1)
		fail("between is not the inverse of add", t, n);
	if (calendar_add(c, t, n + 1) <= due || calendar_add(c, t + 1, n) < due)
		fail("add is not monotone", t, n);
	if (calendar_between(c, t, u) + calendar_between(c, u, due) != n)
		fail("spans do not add up", t, u);
	if (calendar_add_days(c, t, days) != walked_days(z, next, days))
		fail("days", t, days);
}

/* Random windows in order, the last one perhaps past midnight, and random closings. */
static void
invent(struct calendar *c)
{
	struct err e;
	unsigned weekday;
	size_t i;

	memset(&plain, 0, sizeof plain);
	for (weekday = 0; weekday < 7; weekday++) {
		size_t n = weekday == 2 ? 1 + below_long(3) : below_long(4);
		int32_t minute = (int32_t)below_long(600);

		for (i = 0; i < n; i++) {
			int32_t from = minute, to = from + 1 +
			    (int32_t)below_long(i + 1 == n && below_long(3) == 0 ? 1200 : 250);

			plain.window[weekday][i] = (struct calendar_window){ from * 60, to * 60 };
			minute = to + (int32_t)below_long(30);
		}
		plain.windows[weekday] = n;
		if (n > 0 && calendar_set(c, weekday, plain.window[weekday], n, &e) != 0)
			fail(e.text, weekday, 0);
	}
	plain.closings = below_long(MOST);
	for (i = 0; i < plain.closings; i++) {
		plain.day[i] = FIRST_DAY + (int64_t)below_long(400);
		plain.away[i] = (struct calendar_window){ below_long(3) ? 0 : 60 * (int32_t)below_long(SHIFT),
			CALENDAR_ALL };
		if (below_long(2) == 0)
			plain.away[i].to = plain.away[i].from + 60 * (int32_t)below_long(600);
		calendar_close(c, plain.day[i], plain.away[i]);
	}
	if (calendar_finish(c, &e) != 0)
		fail(e.text, 0, 0);
	if (below_long(3) != 0)
		calendar_near(c, START + (instant)below_long(MINUTES) * 60);
}

/* Starts around a horizon, closely where it leaves them to be counted, and far from it. */
static void
check_horizon(const struct calendar *c)
{
	instant now = START + (instant)below_long(MINUTES) * 60, t;
	bool days = below_long(2) != 0;
	struct length l = { (int64_t)(days ? below_long(6) : 60 * below_long(5000)),
		days ? SPAN_BUSINESS_DAYS : SPAN_BUSINESS_HOURS };
	struct sla_horizon h;
	int i;

	sla_clock_horizon(c, l, now, &h);
	if (h.passed >= h.open)
		fail("an odd horizon", now, l.n);
	for (i = 0; i < 200; i++) {
		t = h.open - 4 * DAY + (instant)below_long(6 * DAY);
		t -= i % 10 ? 0 : (instant)below_long(1000) * DAY;
		if (sla_clock_passed(c, t, l, now, &h) != sla_clock_passed(c, t, l, now, NULL))
			fail("the horizon is wrong", t, now);
	}
}

static struct zone *
load(struct arena *a, const char *name)
{
	static char bytes[1 << 16];
	char path[256];
	struct err e;
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
	if ((f = fopen(path, "rb")) == NULL) {
		printf("calendar: no %s\n", path);
		exit(77);               /* skipped */
	}
	n = fread(bytes, 1, sizeof bytes, f);
	fclose(f);
	return zone_load(a, str_of(name), (struct str){ bytes, n }, &e);
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	size_t i, k;

	law_start(argc, argv, 306);
	for (i = 0; i < ZONES; i++) {
		struct zone *z = load(&a, zones[i]);
		struct calendar *c = calendar_new(&a, z);

		zone_now = zones[i];
		setenv("TZ", zone_now, 1);
		tzset();
		invent(c);
		open_days();
		walk();
		for (k = 0; k < CASES; k++)
			check(c, z);
		for (k = 0; k < 100; k++)
			check_horizon(c);
	}
	arena_free(&a);
	return 0;
}
