/*
 * Zones answer as the C library does, and going from a clock's time to the instant is the
 * inverse of that.  usage: zone_law [seed]
 */
#define _DEFAULT_SOURCE                 /* tm_gmtoff */
#include <time.h>

#include "law.h"
#include "value/zone.h"

static const char *const names[] = {
	"UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York",
	"America/Sao_Paulo", "America/St_Johns", "America/Nuuk", "America/Santiago",
	"Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata", "Asia/Gaza", "Asia/Tehran",
	"Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Australia/Sydney",
	"Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "Antarctica/Troll", "EST5EDT",
};

enum { HOUR = 3600, QUARTER = 900, ROUNDS = 1000 };

static const char *zone_now;

static void
fail(const char *what, instant t)
{
	fprintf(stderr, "zone: %s: %s at %lld\n", zone_now, what, (long long)t);
	exit(1);
}

static int32_t
libc_offset(instant t)
{
	time_t clock = (time_t)t;
	struct tm tm;

	localtime_r(&clock, &tm);
	return (int32_t)tm.tm_gmtoff;
}

static void
check_offset(const struct zone *z, instant t)
{
	struct civil c;

	if (zone_offset(z, t) != libc_offset(t))
		fail("offset differs from libc", t);
	zone_civil(z, t, &c);
	if (!c.has_offset || c.offset != libc_offset(t) || date_utc(&c) != t)
		fail("civil time", t);
}

/* The first instant that shows this clock time, if any does. */
static instant
first_showing(instant clock)
{
	instant found = INSTANT_NONE, t;
	int i;

	for (i = -8; i <= 8; i++) {     /* every offset in force within a day */
		t = clock - libc_offset(clock + i * 3 * HOUR);
		if (t + libc_offset(t) == clock && (found == INSTANT_NONE || t < found))
			found = t;
	}
	return found;
}

static void
check_inverse(const struct zone *z, instant clock)
{
	instant t, found = first_showing(clock);
	struct civil c;

	date_civil(clock, &c);
	c.has_offset = false;
	t = zone_instant(z, &c);
	if (found != INSTANT_NONE && t != found)
		fail("not the first instant of that clock time", clock);
	if (found == INSTANT_NONE && t + libc_offset(t) <= clock)
		fail("a skipped time is not moved forward", clock);
}

/* Both sides of a change, the gap or repeat it makes, and that nothing changed before it. */
static void
check_change(const struct zone *z, instant t)
{
	instant change = zone_next_change(z, t);
	int32_t before, after, i;

	if (change == INSTANT_NONE)
		return;
	before = libc_offset(change - 1);
	after = libc_offset(change);
	if (change <= t || before == after || before != libc_offset(t))
		fail("not a change", change);
	for (i = 0; i < 64; i++)
		if (libc_offset(t + (change - t) / 64 * i) != before)
			fail("a change was missed before", change);
	check_offset(z, change - 1);
	check_offset(z, change);
	for (i = -8; i <= 8; i++)
		check_inverse(z, change + before + i * QUARTER);
	if (after > before) {           /* the middle of the gap moves forward by the gap */
		struct civil c;

		date_civil(change + before + (after - before) / 2, &c);
		c.has_offset = false;
		if (zone_instant(z, &c) != change + (after - before) / 2)
			fail("a skipped time is not moved by the gap", change);
	}
}

static struct zone *
load(struct arena *a, const char *name)
{
	static char bytes[1 << 16];
	char path[256];
	struct zone *z;
	struct err e;
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
	if ((f = fopen(path, "rb")) == NULL)
		return NULL;
	n = fread(bytes, 1, sizeof bytes, f);
	fclose(f);
	if ((z = zone_load(a, str_of(name), (struct str){ bytes, n }, &e)) == NULL) {
		fprintf(stderr, "zone: %s\n", e.text);
		exit(1);
	}
	return z;
}

int
main(int argc, char **argv)
{
	const int64_t from = -2208988800, years = 600 * (int64_t)31556952;     /* 1900 and on */
	struct arena a = { 0 };
	size_t i, k, loaded = 0;

	law_start(argc, argv, 20260301);
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		struct zone *z = load(&a, names[i]);

		if (z == NULL)
			continue;
		loaded++;
		zone_now = names[i];
		setenv("TZ", names[i], 1);
		tzset();
		for (k = 0; k < ROUNDS; k++) {
			instant t = from + (int64_t)(below_long(years));

			check_offset(z, t);
			if (k % 16 == 0) {
				check_change(z, t);
				check_inverse(z, t);
			}
		}
	}
	arena_free(&a);
	if (loaded == 0)
		printf("zone: no /usr/share/zoneinfo\n");
	return loaded ? 0 : 77;         /* skipped */
}
