/*
 * Business time against tables made by brute force (minutes) and by hand (days), and what
 * must be refused.  The calendars of the tables are described in their source.
 */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "due/calendar.h"

static struct err err;

static const struct description {
	const char *name, *zone;
	const char *hours[8];           /* days, hours, ... */
	const char *holidays[8];
} descriptions[] = {
	{ "office", "UTC", { "mon-fri", "09:00-17:00" }, { 0 } },
	{ "berlin", "Europe/Berlin", { "mon-thu", "09:00-12:30 13:30-18:00", "fri", "09:00-15:00" },
	  { "2026-12-31 closed from 14:00", "2026-12-25", "2026-12-26", "2026-05-01",
	  "2026-12-24 closed from 12:00" } },
	{ "newyork", "America/New_York", { "mon-fri", "08:30-17:30", "sat", "10:00-14:00" },
	  { "2026-07-03", "2026-11-26", "2026-11-27 closed from 13:00" } },
	{ "night", "America/New_York", { "mon-fri", "22:00-06:00" }, { 0 } },
	{ "lordhowe", "Australia/Lord_Howe", { "sun-thu", "07:00-11:00 12:00-16:00" }, { 0 } },
	{ "kolkata", "Asia/Kolkata", { "mon-sat", "09:30-18:30" }, { "2026-01-26", "2026-08-15" } },
	{ "allday", "Europe/London", { "mon-sun", "00:00-24:00" }, { "2026-12-25" } },
};

enum { CALENDARS = sizeof descriptions / sizeof *descriptions };

static const struct zone *
load_zone(const char *name)
{
	static char bytes[1 << 16];
	char path[256];
	struct zone *z;
	size_t n;
	FILE *f;

	if (strcmp(name, "UTC") == 0)
		return &zone_utc;
	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
	f = fopen(path, "rb");
	ck_assert_msg(f != NULL, "%s: install tzdata", path);
	n = fread(bytes, 1, sizeof bytes, f);
	fclose(f);
	z = zone_load(&arena, str_of(name), (struct str){ bytes, n }, &err);
	ck_assert_ptr_nonnull(z);
	return z;
}

static struct calendar *
make(const struct description *d)
{
	struct calendar *c = calendar_new(&arena, load_zone(d->zone));
	size_t i;

	for (i = 0; i < 8 && d->hours[i]; i += 2)
		ck_assert_int_eq(calendar_parse_hours(c, str_of(d->hours[i]),
		    str_of(d->hours[i + 1]), &err), 0);
	for (i = 0; i < 8 && d->holidays[i]; i++)
		ck_assert_int_eq(calendar_parse_holiday(c, str_of(d->holidays[i]), &err), 0);
	ck_assert_int_eq(calendar_finish(c, &err), 0);
	return c;
}

static instant
at(struct str text)
{
	struct civil c;

	ck_assert_msg(date_parse_iso(str_trim(text), &c), "%.*s", STR_ARG(text));
	return date_utc(&c);
}

/* Run every line of a table: calendar, start, number, due. */
static unsigned
each_line(const char *path, void (*check)(const struct calendar *, instant, long, instant,
    const char *))
{
	struct calendar *calendar[CALENDARS];
	struct str rest, cell[4];
	char text[256];
	unsigned lines = 0;
	FILE *f = fopen(path, "r");
	size_t i;

	ck_assert_msg(f != NULL, "%s", path);
	for (i = 0; i < CALENDARS; i++)
		calendar[i] = make(&descriptions[i]);
	while (fgets(text, sizeof text, f) != NULL) {
		if (text[0] == '#')
			continue;
		rest = str_of(text);
		for (i = 0; i < 4; i++)
			ck_assert(str_split(&rest, '\t', &cell[i]));
		for (i = 0; i < CALENDARS && !str_is(cell[0], descriptions[i].name); i++)
			continue;
		ck_assert_uint_lt(i, CALENDARS);
		check(calendar[i], at(cell[1]), strtol(cell[2].p, NULL, 10), at(cell[3]), text);
		lines++;
	}
	fclose(f);
	return lines;
}

static void
check_minutes(const struct calendar *c, instant start, long minutes, instant due, const char *line)
{
	instant ours = calendar_add(c, start, 60 * minutes);

	ck_assert_msg(ours == due, "%lld: %s", (long long)(ours - due), line);
	ck_assert_msg(calendar_between(c, start, due) == 60 * minutes, "between: %s", line);
	ck_assert_int_eq(calendar_between(c, due, start), -60 * minutes);
}

static void
check_days(const struct calendar *c, instant start, long days, instant due, const char *line)
{
	instant ours = calendar_add_days(c, start, days);

	ck_assert_msg(ours == due, "%lld: %s", (long long)(ours - due), line);
}

START_TEST(minutes)
{
	ck_assert_uint_eq(each_line("tests/data/business-time.tsv", check_minutes), 400);
}
END_TEST

START_TEST(days)
{
	ck_assert_uint_eq(each_line("tests/data/business-days.tsv", check_days), 9);
}
END_TEST

/* Mon-Fri 9-17; the design's own examples. */
START_TEST(examples)
{
	static const struct description with_holiday = {
		"", "UTC", { "mon-fri", "09:00-17:00" }, { "2026-03-13" },
	};
	struct calendar *c = make(&descriptions[0]), *h = make(&with_holiday);

	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-06T16:30Z")),
	    at(STR("2026-03-09T09:30Z"))), 3600);
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-07T15:00Z")), 7200),
	    at(STR("2026-03-09T11:00Z")));
	ck_assert_int_eq(calendar_add(h, at(STR("2026-03-12T15:00Z")), 14400),
	    at(STR("2026-03-16T11:00Z")));
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-06T16:30Z")), 1800),
	    at(STR("2026-03-06T17:00Z")));
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-07T15:00Z")), 0),
	    at(STR("2026-03-07T15:00Z")));
	ck_assert_int_eq(calendar_next_open(c, at(STR("2026-03-07T15:00Z"))),
	    at(STR("2026-03-09T09:00Z")));
	ck_assert_int_eq(calendar_next_open(c, at(STR("2026-03-06T16:59:59Z"))),
	    at(STR("2026-03-06T16:59:59Z")));
	ck_assert(calendar_open(c, at(STR("2026-03-06T09:00Z"))) &&
	    !calendar_open(c, at(STR("2026-03-06T17:00Z"))));
	/* 20,000 weeks of 40 hours */
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-06T17:00Z")), INT64_C(20000) * 40 * 3600),
	    at(STR("2026-03-06T17:00Z")) + INT64_C(20000) * 7 * 86400);
}
END_TEST

/* The far end, and times that are none. */
START_TEST(limits)
{
	struct calendar *c = make(&descriptions[1]);

	ck_assert_int_eq(calendar_add(c, at(STR("9999-12-31T20:00Z")), 3600), INSTANT_NONE);
	ck_assert_int_eq(calendar_next_open(c, at(STR("9999-12-31T20:00Z"))), INSTANT_NONE);
	ck_assert_int_eq(calendar_add_days(c, at(STR("9999-12-30T10:00Z")), 5), INSTANT_NONE);
	ck_assert_int_eq(calendar_add(c, at(STR("2026-01-01T00:00Z")), INT64_C(300000000000)),
	    INSTANT_NONE);
	ck_assert_int_eq(calendar_add(c, INSTANT_NONE, 60), INSTANT_NONE);
	ck_assert_int_eq(calendar_next_open(c, at(STR("0001-01-01T00:00Z"))),
	    at(STR("0001-01-01T09:00Z")) - 3208);
}
END_TEST

/* A shift belongs to the day it begins: its holiday closes it, the next day's does not. */
START_TEST(night_shifts)
{
	static const struct description night = {
		"", "UTC", { "mon-thu", "22:00-06:00", "fri", "20:00-23:00" },
		{ "2026-03-10", "2026-03-12 closed from 23:00", "2026-03-13 closed from 12:00" },
	};
	struct calendar *c = make(&night);

	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-09T00:00Z")),
	    at(STR("2026-03-10T12:00Z"))), 8 * 3600);
	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-10T12:00Z")),
	    at(STR("2026-03-11T12:00Z"))), 0);
	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-12T12:00Z")),
	    at(STR("2026-03-13T12:00Z"))), 3600);
	ck_assert_int_eq(calendar_next_open(c, at(STR("2026-03-12T23:00Z"))),
	    at(STR("2026-03-16T22:00Z")));
	/* 02:00 on Wednesday's shift; Thursday's ends at 23:00; Monday's at 02:00 of Tuesday */
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-12T02:00Z")), 1),
	    at(STR("2026-03-12T23:00Z")));
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-12T02:00Z")), 2),
	    at(STR("2026-03-17T02:00Z")));
}
END_TEST

/* Two windows that meet at midnight or overlap there count once. */
START_TEST(midnight)
{
	static const struct description overlap = {
		"", "UTC",
		{ "mon", "20:00-06:00", "tue", "05:00-09:00 18:00-24:00", "wed", "00:00-03:00" }, { 0 },
	};
	struct calendar *c = make(&overlap);

	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-09T00:00Z")),
	    at(STR("2026-03-16T00:00Z"))), (4 + 9 + 6 + 3) * 3600);
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-10T04:00Z")), 5 * 3600),
	    at(STR("2026-03-10T09:00Z")));
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-10T23:00Z")), 2 * 3600),
	    at(STR("2026-03-11T01:00Z")));
}
END_TEST

/* Closed for a part of the day: at its beginning, in the middle, twice. */
START_TEST(closed_parts)
{
	static const struct description parts = {
		"", "UTC", { "mon-fri", "09:00-13:00 14:00-18:00" },
		{ "2026-03-09 closed from 10:00 until 11:30", "2026-03-09 closed from 17:00",
		  "2026-03-10 closed until 12:00", "2026-03-09 closed from 11:00 until 12:00",
		  "2026-03-11 closed from 13:00 until 14:00" },
	};
	struct calendar *c = make(&parts);

	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-09T00:00Z")),
	    at(STR("2026-03-10T00:00Z"))), 5 * 3600);
	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-10T00:00Z")),
	    at(STR("2026-03-11T00:00Z"))), 5 * 3600);
	ck_assert_int_eq(calendar_between(c, at(STR("2026-03-11T00:00Z")),
	    at(STR("2026-03-12T00:00Z"))), 8 * 3600);
	ck_assert_int_eq(calendar_add(c, at(STR("2026-03-09T09:30Z")), 3600),
	    at(STR("2026-03-09T12:30Z")));
	ck_assert_int_eq(calendar_next_open(c, at(STR("2026-03-09T10:00Z"))),
	    at(STR("2026-03-09T12:00Z")));
	/* 11:00 on the next day is closed: its next opening */
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-06T11:00Z")), 2),
	    at(STR("2026-03-10T12:00Z")));
}
END_TEST

/* On Saturday at 09:30 Friday's shift still goes on, and Saturday has closed: a day later is the same
 * time of Monday's shift. */
START_TEST(days_that_are_over)
{
	static const struct description nights = {
		"", "UTC", { "mon-fri", "22:00-10:00", "sat", "08:00-09:00" }, { NULL },
	};
	struct calendar *c = make(&nights);

	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-07T08:30Z")), 1),
	    at(STR("2026-03-09T22:00Z")));
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-07T09:30Z")), 1),
	    at(STR("2026-03-10T09:30Z")));
	calendar_near(c, at(STR("2026-03-01T00:00Z")));
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-07T08:30Z")), 1),
	    at(STR("2026-03-09T22:00Z")));
	ck_assert_int_eq(calendar_add_days(c, at(STR("2026-03-07T09:30Z")), 1),
	    at(STR("2026-03-10T09:30Z")));
}
END_TEST

START_TEST(refused)
{
	static const struct {
		const char *days, *hours;
	} hours[] = {
		{ "mon", "" }, { "mon", "9-17" }, { "mon", "09:00" }, { "mon", "09:00-09:00" },
		{ "mon", "24:00-06:00" }, { "mon", "09:00-24:01" },
		{ "mon", "09:60-10:00" }, { "mon", "09:00-12:00 11:00-13:00" },
		{ "mon", "13:00-14:00 09:00-10:00" }, { "mon", "22:00-06:00 23:00-24:00" },
		{ "mon", "09:00-12:00,13:00-14:00" }, { "mon", "09:00-12:00x" },
		{ "", "09:00-12:00" }, { "monday", "09:00-12:00" }, { "mon-", "09:00-12:00" },
		{ "mon,mon", "09:00-12:00" }, { "mon-fri,wed", "09:00-12:00" },
		{ "-mon", "09:00-12:00" }, { "mon,", "09:00-12:00" },
		{ "mon",
		"01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00 "
		  "11:00-12:00 13:00-14:00 15:00-16:00 17:00-18:00" },
	};
	static const char *const holidays[] = {
		"", "2026-02-30", "2026-12-2", "25.12.2026", "2026-12-24T10:00",
		"2026-12-24 closed", "2026-12-24 closed from", "2026-12-24 closed from noon",
		"2026-12-24 closed from 25:00", "2026-12-24 closed from 12:00 on", "2026-12-24x",
		"2026-12-24 closed until", "2026-12-24 closed from 12:00 until 12:00",
		"2026-12-24 closed until 12:00 from 10:00", "2026-12-24 closed until 00:00",
	};
	size_t i;

	for (i = 0; i < sizeof hours / sizeof *hours; i++)
		ck_assert_msg(calendar_parse_hours(calendar_new(&arena, &zone_utc),
		    str_of(hours[i].days), str_of(hours[i].hours), &err) == -1,
		    "%s %s", hours[i].days, hours[i].hours);
	for (i = 0; i < sizeof holidays / sizeof *holidays; i++)
		ck_assert_msg(calendar_parse_holiday(calendar_new(&arena, &zone_utc),
		    str_of(holidays[i]), &err) == -1, "%s", holidays[i]);
	ck_assert_int_eq(calendar_finish(calendar_new(&arena, &zone_utc), &err), -1);
	ck_assert_str_eq(err.text, "the calendar never opens");
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("calendar");

	tcase_add_test(t, minutes);
	tcase_add_test(t, days);
	tcase_add_test(t, examples);
	tcase_add_test(t, limits);
	tcase_add_test(t, night_shifts);
	tcase_add_test(t, midnight);
	tcase_add_test(t, closed_parts);
	tcase_add_test(t, days_that_are_over);
	tcase_add_test(t, refused);
	return unit_run("calendar", t);
}
