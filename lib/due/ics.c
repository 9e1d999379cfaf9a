/*
 * ics - everything we know of libical is here.
 *
 * What libical cannot read it keeps as X-LIC-ERROR, and that happens in honest files too (an empty
 * LOCATION); it only matters when it is about a time.
 */
#include <libical/ical.h>

#include "due/ics.h"

enum { DAY = 86400, REPEATS_MOST = 100000, MEMORY_A_BYTE = 40, ROOM = 1 << 20 };

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
	/* libical does not look whether it got its memory, so it is seen to before. */
	arena_text(&a, (size_t)MEMORY_A_BYTE * text.n + ROOM);
	arena_free(&a);
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
