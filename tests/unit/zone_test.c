/* A TZif file made by hand, the rules of its footer, and what must be refused. */
#include <stdlib.h>

#include "unit.h"
#include "value/zone.h"

static struct err err;

/* Version 2, one change: from +1:00 to +2:00 at `at`, then the rule. */
static struct str
tzif(char version, int64_t at, int offsets, const char *rule)
{
	static char file[512];
	char *p = file;
	int i;

	memset(file, 0, sizeof file);
	memcpy(p, "TZif", 4);
	p[4] = version;
	p[39] = 1;                      /* the old block: one type, no changes */
	p[43] = 4;
	p += 44 + 6 + 4;
	memcpy(p, "TZif", 4);
	p[4] = version;
	p[35] = 1;
	p[39] = (char)offsets;
	p[43] = 4;
	p += 44;
	for (i = 0; i < 8; i++)
		*p++ = (char)((uint64_t)at >> (56 - 8 * i));
	*p++ = 1;
	memcpy(p, "\0\0\016\020\0\0" "\0\0\034\040\1\0", 12);   /* 3600, 7200 */
	p += 6 * offsets + 4;
	*p++ = '\n';
	memcpy(p, rule, strlen(rule));
	p += strlen(rule);
	*p++ = '\n';
	return (struct str){ file, (size_t)(p - file) };
}

static struct zone *
load(const char *rule)
{
	struct zone *z = zone_load(&arena, STR("Test/Zone"), tzif('2', 1000000000, 2, rule), &err);

	ck_assert_msg(z != NULL, "%s", rule);
	return z;
}

static instant
at(const struct zone *z, const char *local)
{
	struct civil c;

	ck_assert(date_parse_iso(str_of(local), &c));
	return zone_instant(z, &c);
}

START_TEST(utc)
{
	struct civil c;

	ck_assert(str_is(zone_name(&zone_utc), "UTC"));
	ck_assert_int_eq(zone_offset(&zone_utc, 0), 0);
	ck_assert_int_eq(zone_next_change(&zone_utc, 0), INSTANT_NONE);
	ck_assert_int_eq(at(&zone_utc, "2026-03-01 10:00"), 1772359200);
	ck_assert_int_eq(at(&zone_utc, "2026-03-01"), 1772323200);
	zone_civil(&zone_utc, 1772359200, &c);
	ck_assert(c.has_offset && c.hour == 10 && c.day == 1);
}
END_TEST

START_TEST(table_then_constant)
{
	struct zone *z = load("EET-2");

	ck_assert_int_eq(zone_offset(z, 999999999), 3600);
	ck_assert_int_eq(zone_offset(z, 1000000000), 7200);
	ck_assert_int_eq(zone_offset(z, INT64_MAX), 7200);
	ck_assert_int_eq(zone_offset(z, INT64_MIN), 3600);
	ck_assert_int_eq(zone_next_change(z, 0), 1000000000);
	ck_assert_int_eq(zone_next_change(z, 1000000000), INSTANT_NONE);
	/* a stated offset wins */
	ck_assert_int_eq(at(z, "2026-03-01T10:00:00+05:00"), 1772341200);
}
END_TEST

START_TEST(gaps_and_repeats)
{
	struct zone *z = load("CET-1CEST,M3.5.0,M10.5.0/3");

	/* Berlin, 2026-03-29 and 2026-10-25; GNU date(1), but that it takes the second 02:30 */
	ck_assert_int_eq(at(z, "2026-03-29 01:59:59"), 1774745999);
	ck_assert_int_eq(at(z, "2026-03-29 02:30"), 1774747800);
	ck_assert_int_eq(at(z, "2026-03-29 03:30"), 1774747800);
	ck_assert_int_eq(at(z, "2026-10-25 02:30"), 1792888200);
	ck_assert_int_eq(at(z, "2026-10-25 03:00"), 1792893600);
	ck_assert_int_eq(zone_next_change(z, 1774745999), 1774746000);
	/* 4000-03-26 and 9998-10-25 are last Sundays too */
	ck_assert_int_eq(at(z, "4000-03-26 03:00") - at(z, "4000-03-26 01:00"), 3600);
	ck_assert_int_eq(at(z, "9998-10-25 03:00") - at(z, "9998-10-25 01:00"), 3 * 3600);
}
END_TEST

START_TEST(rules)
{
	/* Days of the year: J60 is always 1 March, 59 is 29 February in leap years. */
	struct zone *early = load("aaa-1:00:30zzz-2:00:30,J59/0,J305/0");
	struct zone *z = load("AAA-1BBB,J60/0,J305/0"), *zero = load("AAA-1BBB,59/0,304/0");
	struct zone *always = load("AAA-2BBB-3,0/0,J365/25"), *brackets =
	    load("<+0330>-3:30<+0430>,J79/24,J263/24");

	ck_assert_int_eq(zone_next_change(z, at(z, "2028-02-01")), at(z, "2028-03-01"));
	ck_assert_int_eq(zone_next_change(early, at(early, "2028-02-01")), at(early, "2028-02-28"));
	ck_assert_int_eq(zone_offset(early, at(early, "2028-02-01")), 3630);
	ck_assert_int_eq(zone_next_change(zero, at(zero, "2028-02-01")), at(zero, "2028-02-29"));
	ck_assert_int_eq(zone_next_change(zero, at(zero, "2027-02-01")), at(zero, "2027-03-01"));
	ck_assert_int_eq(zone_next_change(always, 1100000000), INSTANT_NONE);
	ck_assert_int_eq(zone_offset(always, 1100000000), 10800);
	ck_assert_int_eq(zone_offset(brackets, 1800000000), 12600);
	ck_assert_int_eq(zone_offset(brackets, 1782864000), 16200);
}
END_TEST

START_TEST(damaged_files)
{
	static const char *const malformed[] = {
		"CE-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0",
		"CET-1CEST,M3.5.0,M10.5.0/3x", "CET-1CEST,M13.5.0,M10.5.0",
		"CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
		"CET-1CEST,J0,J365", "CET-1CEST,J366,J1",
		"CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60", "<CET-1",
		"CET-1CEST,M3.5.0,M10.5.0/99999999999",
		"CET-1CEST,M1.1.0/-167,M12.5.0/167",
		"CET-1:02:60", "CET-1:02:", "CET-1,M3.5.0,M10.5.0", "CET-1CEST+,M3.5.0,M10.5.0", "CET-1CEST+25",
		"CET-1CEST,M3,5.0,M10.5.0", "CET-1CEST,M3.5,0,M10.5.0", "C[T-1", "C{T-1", "C@T-1", "C`T-1",
	};
	struct str good = tzif('2', 1000000000, 2, "CET-1");
	size_t i;

	for (i = 0; i < good.n; i++)
		ck_assert_msg(zone_load(&arena, STR("x"), str_slice(good, 0, i), &err) == NULL,
		    "%zu bytes", i);
	ck_assert(zone_load(&arena, STR("x"), good, &err) != NULL);
	ck_assert(zone_load(&arena, STR("x"), tzif('\0', 1000000000, 2, ""), &err) == NULL);
	ck_assert_str_eq(err.text, "time zone x: not a TZif file of version 2 or later");
	ck_assert(zone_load(&arena, STR("x"), tzif('2', 1000000000, 1, ""), &err) == NULL);
	for (i = 0; i < sizeof malformed / sizeof *malformed; i++)
		ck_assert_msg(zone_load(&arena, STR("x"), tzif('2', 0, 2, malformed[i]),
		    &err) == NULL, "%s", malformed[i]);
}
END_TEST

/* One byte of a good file is another: both headers, the offsets, the newlines around the rule. */
START_TEST(damaged_bytes)
{
	static const struct {
		size_t at;
		char byte;
		const char *why;
	} damage[] = {
		{ 0, 'X', "not a TZif file of version 2 or later" },
		{ 54, 'X', "not a TZif file of version 2 or later" },
		{ 39, 0, "not a TZif file of version 2 or later" },
		{ 93, 0, "not a TZif file of version 2 or later" },
		{ 85, 1, "counts leap seconds" },
		{ 107, 0x7f, "its changes are not in order" }, { 107, -0x80, "its changes are not in order" },
		{ 106, 2, "its changes are not in order" },
		{ 123, 'x', "the rule behind the table is missing" },
		{ 150, 'x', "the rule behind the table is missing" },
	};
	struct str file;
	size_t i;

	for (i = 0; i < sizeof damage / sizeof *damage; i++) {
		file = tzif('2', 1000000000, 2, "CET-1CEST,M3.5.0,M10.5.0/3");
		ck_assert_uint_eq(file.n, 151);
		((char *)(uintptr_t)file.p)[damage[i].at] = damage[i].byte;
		ck_assert_ptr_null(zone_load(&arena, STR("x"), file, &err));
		ck_assert_msg(strcmp(err.text + strlen("time zone x: "), damage[i].why) == 0, "%zu: %s", i, err.text);
	}
	/* So late a change that no rule comes behind it. */
	ck_assert_ptr_nonnull(zone_load(&arena, STR("x"), tzif('2', INT64_MAX / 2, 2, "CET-1CEST,M3.5.0,M10.5.0"), &err));
	/* A change at the beginning of time, and where the rule's own are no later. */
	ck_assert_ptr_null(zone_load(&arena, STR("x"), tzif('2', INT64_MIN, 2, "CET-1"), &err));
	ck_assert_str_eq(err.text, "time zone x: its changes are not in order");
}
END_TEST

/* Two changes: only the later may come second. */
START_TEST(order_of_changes)
{
	static const int64_t at[][2] = { { 100, 200 }, { 100, 100 }, { 200, 100 }, { INT64_MIN, 0 } };
	size_t i, k;
	int shift;

	for (i = 0; i < sizeof at / sizeof *at; i++) {
		struct str one = tzif('2', at[i][0], 2, "CET-1");
		char two[512];

		memcpy(two, one.p, 106);
		two[89] = 2;                    /* changes; their times, then their types */
		for (k = 106, shift = 56; shift >= 0; shift -= 8)
			two[k++] = (char)((uint64_t)at[i][1] >> shift);
		two[k++] = 1;
		two[k++] = 0;
		memcpy(two + k, one.p + 107, one.n - 107);
		ck_assert_int_eq(zone_load(&arena, STR("x"), (struct str){ two, one.n + 9 }, &err) != NULL, i == 0);
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("zone");

	tcase_add_test(t, utc);
	tcase_add_test(t, table_then_constant);
	tcase_add_test(t, gaps_and_repeats);
	tcase_add_test(t, rules);
	tcase_add_test(t, damaged_files);
	tcase_add_test(t, damaged_bytes);
	tcase_add_test(t, order_of_changes);
	return unit_run("zone", t);
}
