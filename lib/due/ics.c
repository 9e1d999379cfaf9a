/*
 * ics - everything we know of libical is here.
 *
 * What libical cannot read it keeps as X-LIC-ERROR, and that happens in honest files too (an empty
 * LOCATION); it only matters when it is about a time.
 */
#include <libical/ical.h>

#include "due/ics.h"
#include "value/text.h"

enum { DAY = 86400, REPEATS_MOST = 100000 };

struct reading {
	struct calendar *calendar;
	const struct zone *zone;
	int64_t from, to;
	int64_t days;                   /* that the event touches each time */
	struct err *err;
};

static int
fail(struct reading *r, icalcomponent *event, const char *what)
{
	const char *uid = icalcomponent_get_uid(event);

	return err_set(r->err, ERR_CONFIG, PLACE_NONE, "event %.80s: %s", uid ? uid : "without UID",
	    what);
}

/* The clock of the calendar's zone: a time in UTC is moved there, others are taken as local. */
static int64_t
clock_of(const struct reading *r, struct icaltimetype t)
{
	int64_t day = date_days(t.year, (unsigned)t.month, (unsigned)t.day);
	int64_t clock = day * DAY;

	if (t.is_date)
		return clock;
	clock += t.hour * 3600 + t.minute * 60 + t.second;
	return icaltime_is_utc(t) ? clock + zone_offset(r->zone, clock) : clock;
}

static int64_t
floor_day(int64_t clock)
{
	return clock / DAY - (clock % DAY < 0);
}

/* One time it takes place. */
static void
close_days(struct reading *r, struct icaltimetype start)
{
	int64_t clock = clock_of(r, start), day = floor_day(clock), i;

	for (i = 0; i < r->days; i++)
		if (day + i >= r->from && day + i <= r->to)
			calendar_close(r->calendar, day + i,
			    i == 0 ? (int32_t)(clock - day * DAY) : 0);
}

static int
measure(struct reading *r, icalcomponent *event, struct icaltimetype start)
{
	struct icaltimetype end = icalcomponent_get_dtend(event);
	int64_t from, to;

	if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start))
		return fail(r, event, "has no start");
	from = clock_of(r, start);
	to = icaltime_is_null_time(end) ? from + (start.is_date ? DAY : 0) : clock_of(r, end);
	if (start.is_date && to == from)
		to = from + DAY;
	if (to % DAY != 0 && floor_day(to) == floor_day(from))
		return fail(r, event, "ends before the day does; only \"closed from\" is known");
	r->days = floor_day(to - 1) - floor_day(from) + 1;
	if (to % DAY != 0)
		return fail(r, event, "does not end at midnight");
	return r->days >= 1 && r->days <= 366 ? 0 : fail(r, event, "has an odd length");
}

static int
repeat(struct reading *r, icalcomponent *event, struct icaltimetype start, icalproperty *rule)
{
	struct icalrecurrencetype recurrence = icalproperty_get_rrule(rule);
	icalrecur_iterator *i = icalrecur_iterator_new(recurrence, start);
	struct icaltimetype t;
	int n = 0;

	if (i == NULL)
		return fail(r, event, "has a rule that cannot be followed");
	while (!icaltime_is_null_time(t = icalrecur_iterator_next(i)) && n++ < REPEATS_MOST &&
	    floor_day(clock_of(r, t)) <= r->to)
		if (!icalproperty_recurrence_is_excluded(event, &start, &t))
			close_days(r, t);
	icalrecur_iterator_free(i);
	return n <= REPEATS_MOST ? 0 : fail(r, event, "repeats too often");
}

/* Did libical stumble over one of its times? */
static bool
is_broken(icalcomponent *event)
{
	static const char *const times[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
		"EXDATE" };
	icalproperty *p;
	size_t i;

	for (p = icalcomponent_get_first_property(event, ICAL_XLICERROR_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(event, ICAL_XLICERROR_PROPERTY))
		for (i = 0; i < sizeof times / sizeof *times; i++)
			if (strstr(icalproperty_as_ical_string(p), times[i]) != NULL)
				return true;
	return false;
}

static int
add_event(struct reading *r, icalcomponent *event)
{
	struct icaltimetype start = icalcomponent_get_dtstart(event);
	icalproperty *p;

	if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
		return 0;
	if (is_broken(event))
		return fail(r, event, "has a time or rule that cannot be read");
	if (measure(r, event, start) != 0)
		return -1;
	p = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
	if (p == NULL && !icalproperty_recurrence_is_excluded(event, &start, &start))
		close_days(r, start);
	for (; p != NULL; p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
		if (repeat(r, event, start, p) != 0)
			return -1;
	for (p = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
		struct icaldatetimeperiodtype d = icalproperty_get_rdate(p);

		if (!icaltime_is_null_time(d.time))
			close_days(r, d.time);
	}
	return 0;
}

int
ics_holidays(struct calendar *c, const struct zone *z, struct str text, int64_t from, int64_t to,
    struct err *e)
{
	struct reading r = { .calendar = c, .zone = z, .from = from, .to = to, .err = e };
	struct arena a = { 0 };
	icalcomponent *all, *event;
	int result = 0;

	if (memchr(text.p, '\0', text.n) != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "this is no iCalendar file");
	icalerror_set_errors_are_fatal(0);
	all = icalparser_parse_string(arena_copy(&a, text).p);
	arena_free(&a);
	if (all == NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "this is no iCalendar file");
	for (event = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
	    event != NULL && result == 0;
	    event = icalcomponent_get_next_component(all, ICAL_VEVENT_COMPONENT))
		result = add_event(&r, event);
	icalcomponent_free(all);
	return result;
}

static struct icaltimetype
utc(instant t)
{
	return icaltime_from_timet_with_zone((time_t)t, 0, icaltimezone_get_utc_timezone());
}

/* libical escapes what has a meaning; controls are made visible before. */
static const char *
safe(struct arena *a, struct str s)
{
	return arena_copy(a, text_visible(a, s)).p;
}

static icalproperty *
summary(struct arena *a, const struct listing_item *i)
{
	const struct str *t = i->text;
	struct str who = t[LISTING_NAME].n ? t[LISTING_NAME] :
	    t[LISTING_EMAIL].n ? t[LISTING_EMAIL] : t[LISTING_ID];
	struct str what = t[LISTING_ACTION].n ? t[LISTING_ACTION] : STR("(not permitted)");

	return icalproperty_new_summary(safe(a, arena_printf(a, "%.*s: %.*s%s%.*s", STR_ARG(what),
	    STR_ARG(who), t[LISTING_COMPANY].n ? ", " : "", STR_ARG(t[LISTING_COMPANY]))));
}

static icalproperty *
description(struct arena *a, const struct listing_item *i)
{
	static const enum listing_text shown[] = { LISTING_PHONE, LISTING_EMAIL, LISTING_OWNER,
		LISTING_RULE };
	static const char *const label[] = { "phone", "e-mail", "owner", "rule" };
	struct buf b = { 0 };
	icalproperty *p;
	size_t k;

	for (k = 0; k < sizeof shown / sizeof *shown; k++)
		if (i->text[shown[k]].n != 0)
			buf_printf(&b, "%s%s: %s", b.n ? "\n" : "", label[k],
			    safe(a, i->text[shown[k]]));
	buf_byte(&b, '\0');
	p = icalproperty_new_description(b.p);
	buf_free(&b);
	return p;
}

/* 1 to 9, 1 is the most urgent. */
static int
priority(const struct listing_item *i)
{
	return i->level != 0 ? 1 : i->overdue ? 3 : 5;
}

static void
todo(struct buf *b, struct arena *a, const struct listing_item *i, instant now)
{
	char hex[FINGERPRINT_HEX];
	icalcomponent *c = icalcomponent_new_vtodo();
	char *text;

	fingerprint_print(i->lead, hex);
	icalcomponent_add_property(c, icalproperty_new_uid(
	    arena_printf(a, "%.*s@lead-due", FINGERPRINT_HEX, hex).p));
	icalcomponent_add_property(c, icalproperty_new_dtstamp(utc(now)));
	icalcomponent_add_property(c, icalproperty_new_due(utc(i->due_at)));
	icalcomponent_add_property(c, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
	icalcomponent_add_property(c, icalproperty_new_priority(priority(i)));
	icalcomponent_add_property(c, summary(a, i));
	icalcomponent_add_property(c, description(a, i));
	text = icalcomponent_as_ical_string_r(c);
	if (text == NULL)
		arena_no_memory();
	else
		buf_str(b, str_of(text));
	icalmemory_free_buffer(text);
	icalcomponent_free(c);
}

void
ics_todos(struct buf *b, const struct notice *n)
{
	struct arena a = { 0 };
	size_t i;

	buf_str(b, STR("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//leadkit//lead-due//EN\r\n"));
	for (i = 0; i < n->due->n; i++) {
		todo(b, &a, n->due->item[i], n->now);
		arena_reset(&a);
	}
	buf_str(b, STR("END:VCALENDAR\r\n"));
	arena_free(&a);
}
