/*
 * zone - one sorted table of changes, and nothing to work out when asked.
 *
 *	at[0] = INT64_MIN | at[1] | at[2] | ....... | at[count - 1]
 *	  offset[0]       | [1]   | [2]   | ....... | offset[count - 1]
 *	  before records  | the file's table        | its rule, year by year, for CYCLE and more
 *
 * The Gregorian calendar, weekdays included, repeats every 400 years.  So does the rule: a
 * time past the table is moved back by whole cycles, looked up, and the answer moved forth.
 */
#include "value/zone.h"
#include "value/zone_rule.h"

enum { YEARS_AHEAD = 404, DAY = 86400, WIDEST = 26 * 3600 };

#define CYCLE ((int64_t)146097 * DAY)
#define FAR   ((int64_t)1 << 40)        /* a table that reaches so far needs no rule */

struct zone {
	struct str name;
	const int64_t *at;
	const int32_t *offset;
	size_t count;
	instant repeats;        /* times from here on are answered one or more cycles earlier */
};

const struct zone zone_utc = {
	.name = { "UTC", 3 },
	.at = (const int64_t[]){ INT64_MIN },
	.offset = (const int32_t[]){ 0 },
	.count = 1,
	.repeats = INT64_MAX,
};

/* The lengths in a TZif header, by their names in RFC 8536, and the data block behind it. */
struct tzif {
	uint32_t isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt;
	const unsigned char *times, *indexes, *types;
	struct str rest;                /* what follows the block */
};

WRAPS static int64_t
big_endian(const unsigned char *p, size_t n)
{
	uint64_t value = p[0] & 0x80 ? UINT64_MAX : 0;

	while (n-- > 0)
		value = value << 8 | *p++;
	return (int64_t)value;
}

/* Read one header and find its block, whose times take `width` bytes each. */
static bool
parse_block(struct str s, size_t width, struct tzif *f)
{
	uint32_t *const count[] = {
		&f->isutcnt, &f->isstdcnt, &f->leapcnt, &f->timecnt, &f->typecnt, &f->charcnt,
	};
	const unsigned char *p = (const unsigned char *)s.p;
	uint64_t size;
	size_t i;

	if (s.n < 44 || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return false;
	for (i = 0; i < 6; i++)
		*count[i] = (uint32_t)big_endian(p + 20 + 4 * i, 4);
	size = 44 + (uint64_t)f->timecnt * (width + 1) + (uint64_t)f->typecnt * 6 + f->charcnt +
	    (uint64_t)f->leapcnt * (width + 4) + f->isstdcnt + f->isutcnt;
	if (f->typecnt == 0 || size > s.n)
		return false;
	f->times = p + 44;
	f->indexes = f->times + width * f->timecnt;
	f->types = f->indexes + f->timecnt;
	f->rest = str_slice(s, size, s.n);
	return true;
}

/* A table being filled. */
struct table {
	int64_t *at;
	int32_t *offset;
	size_t count;
};

/* Changes that last no time or change nothing leave no trace.  False: not in order. */
static bool
add(struct table *t, instant at, int32_t offset)
{
	if (t->count > 1 && t->at[t->count - 1] == at)
		t->count--;
	if (t->count > 0 && t->offset[t->count - 1] == offset)
		return true;
	if (t->count > 0 && t->at[t->count - 1] >= at)
		return false;
	t->at[t->count] = at;
	t->offset[t->count++] = offset;
	return true;
}

static bool
add_file(struct table *t, const struct tzif *f)
{
	uint32_t i;

	for (i = 0; i < f->typecnt; i++) {
		int64_t offset = big_endian(f->types + 6 * i, 4);

		if (offset <= -WIDEST || offset >= WIDEST)
			return false;
	}
	add(t, INT64_MIN, (int32_t)big_endian(f->types, 4));
	for (i = 0; i < f->timecnt; i++) {
		int64_t at = big_endian(f->times + 8 * i, 8);

		if (f->indexes[i] >= f->typecnt ||
		    (i > 0 && at <= big_endian(f->times + 8 * (i - 1), 8)) ||
		    !add(t, at, (int32_t)big_endian(f->types + 6 * f->indexes[i], 4)))
			return false;
	}
	return true;
}

/* The rule's changes behind the file's last one, and where the cycle is entered. */
static bool
add_rule(struct table *t, const struct zone_rule *r, instant last, instant *repeats)
{
	struct zone_change change[2];
	struct civil c;
	int32_t year, first;
	instant end;
	size_t i;

	date_civil(last, &c);
	first = c.year > 0 ? c.year : 0;
	end = date_days(first + YEARS_AHEAD - 1, 1, 1) * DAY;
	for (year = first; year < first + YEARS_AHEAD; year++) {
		zone_rule_year(r, year, change);
		for (i = 0; i < 2; i++)
			if (change[i].at > last && change[i].at < end &&
			    !add(t, change[i].at, change[i].offset))
				return false;
	}
	*repeats = date_days(first + 2, 1, 1) * DAY + CYCLE;
	return true;
}

/* The zone's name is the operator's, so it may be shown. */
static int
refuse(struct err *e, struct str name, const char *why)
{
	err_set(e, ERR_CONFIG, PLACE_NONE, "time zone %.*s: %s", STR_ARG(name), why);
	return -1;      /* what err_set returns, for an analyser that sees one file */
}

/* The block of 64-bit times, and the rule's text between two newlines behind it. */
static int
parse_file(struct str name, struct str tzif, struct tzif *f, struct zone_rule *r, struct err *e)
{
	struct str rule;

	if (!parse_block(tzif, 4, f) || !parse_block(f->rest, 8, f))
		return refuse(e, name, "not a TZif file of version 2 or later");
	if (f->leapcnt != 0)
		return refuse(e, name, "counts leap seconds");
	rule = f->rest;
	if (rule.n < 2 || rule.p[0] != '\n' || rule.p[rule.n - 1] != '\n')
		return refuse(e, name, "the rule behind the table is missing");
	rule = str_slice(rule, 1, rule.n - 1);
	*r = (struct zone_rule){ 0 };
	if (rule.n != 0 && !zone_rule_parse(rule, r))
		return refuse(e, name, "the rule behind the table is malformed");
	return 0;
}

struct zone *
zone_load(struct arena *a, struct str name, struct str tzif, struct err *e)
{
	instant last = INT64_MIN, repeats = INT64_MAX;
	struct zone_rule rule = { 0 };
	struct table t = { 0 };
	struct zone *z;
	struct tzif f;
	size_t room;

	if (parse_file(name, tzif, &f, &rule, e) != 0)
		return NULL;
	room = 1 + f.timecnt + (rule.has_summer ? 2 * YEARS_AHEAD : 0);
	t.at = arena_array(a, room, sizeof *t.at);
	t.offset = arena_array(a, room, sizeof *t.offset);
	if (f.timecnt != 0)
		last = big_endian(f.times + 8 * (f.timecnt - 1), 8);
	if (!add_file(&t, &f) ||
	    (rule.has_summer && last < FAR && !add_rule(&t, &rule, last, &repeats))) {
		refuse(e, name, "its changes are not in order");
		return NULL;
	}
	z = arena_alloc(a, sizeof *z);
	*z = (struct zone){ arena_copy(a, name), t.at, t.offset, t.count, repeats };
	return z;
}

struct str
zone_name(const struct zone *z)
{
	return z->name;
}

/* How far t is moved back to where the table knows it. */
static int64_t
cycles(const struct zone *z, instant t)
{
	return t < z->repeats ? 0 : ((t - z->repeats) / CYCLE + 1) * CYCLE;
}

/* The last entry at or before t. */
static size_t
entry(const struct zone *z, instant t)
{
	const int64_t *at = z->at;
	size_t n = z->count, half;

	while (n > 1) {                 /* without a branch to mispredict */
		half = n / 2;
		at = at[half] <= t ? at + half : at;
		n -= half;
	}
	return (size_t)(at - z->at);
}

int32_t
zone_offset(const struct zone *z, instant t)
{
	return z->offset[entry(z, t - cycles(z, t))];
}

int32_t
zone_offset_until(const struct zone *z, instant t, instant *end)
{
	int64_t back = cycles(z, t);
	size_t i = entry(z, t - back);

	*end = i + 1 < z->count ? z->at[i + 1] + back : INT64_MAX;
	return z->offset[i];
}

instant
zone_next_change(const struct zone *z, instant t)
{
	instant end;

	zone_offset_until(z, t, &end);
	return end < INT64_MAX ? end : INSTANT_NONE;
}

instant
zone_instant(const struct zone *z, const struct civil *local)
{
	instant shown = date_utc(local);

	return local->has_offset ? shown : zone_instant_at(z, shown);
}

instant
zone_instant_at(const struct zone *z, int64_t shown)
{
	int64_t back = cycles(z, shown);
	instant t, before;
	size_t i;

	shown -= back;
	/* No clock is WIDEST ahead of UTC, so the answer is not before this entry. */
	for (i = entry(z, shown - WIDEST), before = shown - z->offset[i];; i++, before = t) {
		t = shown - z->offset[i];
		if (i + 1 == z->count || t < z->at[i + 1])
			return (t >= z->at[i] ? t : before) + back;
	}
}

void
zone_civil(const struct zone *z, instant t, struct civil *local)
{
	int32_t offset = zone_offset(z, t);

	date_civil(t + offset, local);
	local->offset = offset;
}
