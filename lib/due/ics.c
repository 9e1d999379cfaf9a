/*
 * ics - everything we know of libical is here.
 *
 * What libical cannot read it keeps as X-LIC-ERROR, and that happens in honest files too (an empty
 * LOCATION); it only matters when it is about a time.
 */
#include <libical/ical.h>

#include "due/ics.h"

enum { DAY = 86400, REPEATS_MOST = 100000, DAYS_MOST = 366, MEMORY_A_BYTE = 40, ROOM = 1 << 20 };
enum { FIRST_DAY = 0, LAST_DAY = 47481 };       /* 1970-01-01, 2099-12-31 */

struct reading {
	struct calendar *calendar;
	const struct zone *zone;
	int64_t lasts;                  /* each time, on the clock */
	bool moves;                     /* some event is one time of another, moved */
	struct err *err;
};

static int
fail(struct reading *r, icalcomponent *event, const char *what)
{
	const char *uid = icalcomponent_get_uid(event);

	return err_set(r->err, ERR_CONFIG, PLACE_NONE, "event %.80s: %s", uid ? uid : "without UID",
	    what);
}

/* Of the zone itself, by whatever name libical has for it. */
static bool
is_own_zone(const struct reading *r, const char *tzid)
{
	struct str name = str_of(tzid), own = zone_name(r->zone);

	return str_eq(name, own) || (str_ends(name, own) && name.p[name.n - own.n - 1] == '/');
}

/* What the clocks of the calendar's zone show: times of other zones are moved there, those without
 * one are taken as local. */
static int64_t
clock_of(const struct reading *r, struct icaltimetype t)
{
	int64_t clock;

	if (t.zone != NULL && !t.is_date && !is_own_zone(r, icaltime_get_tzid(t)))
		t = icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone());
	clock = date_days(t.year, (unsigned)t.month, (unsigned)t.day) * DAY;
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

/* One time it takes place.  Whole days are days of business, which leave last night's shift alone;
 * what begins or ends during a day is meant as the clock shows it, and till midnight is for good. */
static void
close_days(const struct reading *r, struct icaltimetype start)
{
	int64_t from = clock_of(r, start), to = from + r->lasts, day = floor_day(from);
	bool till_midnight = to % DAY == 0;

	for (day -= from % DAY != 0 || !till_midnight; day * DAY < to; day++) {
		struct calendar_window w = { 0, CALENDAR_ALL };

		if (from > day * DAY)
			w.from = (int32_t)(from - day * DAY);
		if (to - day * DAY < CALENDAR_ALL && !(till_midnight && to - day * DAY == DAY))
			w.to = (int32_t)(to - day * DAY);
		if (day >= FIRST_DAY && day <= LAST_DAY)
			calendar_close(r->calendar, day, w);
	}
}

static int
measure(struct reading *r, icalcomponent *event, struct icaltimetype start)
{
	struct icaltimetype end = icalcomponent_get_dtend(event);

	if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start))
		return fail(r, event, "has no start");
	r->lasts = icaltime_is_null_time(end) ? 0 : clock_of(r, end) - clock_of(r, start);
	if (start.is_date && r->lasts == 0)
		r->lasts = DAY;
	return r->lasts >= 0 && r->lasts <= (int64_t)DAYS_MOST * DAY ? 0 :
	    fail(r, event, "has an odd length");
}

/* Is there an event that says what this time of that event has become? */
static bool
is_moved(const struct reading *r, icalcomponent *event, struct icaltimetype t)
{
	const char *uid = icalcomponent_get_uid(event), *other;
	icalcomponent *one;
	icalcompiter i;

	if (!r->moves || uid == NULL)
		return false;
	i = icalcomponent_begin_component(icalcomponent_get_parent(event), ICAL_VEVENT_COMPONENT);
	for (; (one = icalcompiter_deref(&i)) != NULL; icalcompiter_next(&i))
		if (icalcomponent_get_first_property(one, ICAL_RECURRENCEID_PROPERTY) != NULL &&
		    (other = icalcomponent_get_uid(one)) != NULL && strcmp(uid, other) == 0 &&
		    clock_of(r, icalcomponent_get_recurrenceid(one)) == clock_of(r, t))
			return true;
	return false;
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
	    floor_day(clock_of(r, t)) <= LAST_DAY)
		if (!icalproperty_recurrence_is_excluded(event, &start, &t) &&
		    !is_moved(r, event, t))
			close_days(r, t);
	icalrecur_iterator_free(i);
	return n <= REPEATS_MOST ? 0 : fail(r, event, "repeats too often");
}

/* Did libical stumble over one of its times? */
static bool
is_broken(icalcomponent *event)
{
	static const char *const times[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
		"EXDATE", "RECURRENCE-ID" };
	icalproperty *p;
	size_t i;

	for (p = icalcomponent_get_first_property(event, ICAL_XLICERROR_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(event, ICAL_XLICERROR_PROPERTY))
		for (i = 0; i < sizeof times / sizeof *times; i++)
			if (strstr(icalproperty_as_ical_string(p), times[i]) != NULL)
				return true;
	return false;
}

/* What we cannot follow, and must not follow in part. */
static const char *
obstacle(const struct reading *r, icalcomponent *event)
{
	icalproperty *p;
	icalparameter *zone;

	if (is_broken(event))
		return "has a time or rule that cannot be read";
	for (p = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); p != NULL;
	    p = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)) {
		zone = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
		if (zone != NULL && !is_own_zone(r, icalparameter_get_tzid(zone)) &&
		    icalproperty_get_datetime_with_component(p, event).zone == NULL)
			return "is in a zone that is not known";
		if (icalproperty_isa(p) == ICAL_RDATE_PROPERTY &&
		    icaltime_is_null_time(icalproperty_get_rdate(p).time))
			return "has a time or rule that cannot be read";
		if (icalproperty_isa(p) == ICAL_EXRULE_PROPERTY ||
		    icalproperty_get_first_parameter(p, ICAL_RANGE_PARAMETER) != NULL)
			return "has an exception that cannot be followed";
	}
	return NULL;
}

/* libical has one place in the list of properties for all who walk along it. */
WRAPS static icalproperty *
nth(icalcomponent *event, icalproperty_kind kind, size_t n)
{
	icalproperty *p = icalcomponent_get_first_property(event, kind);

	while (p != NULL && n-- > 0)
		p = icalcomponent_get_next_property(event, kind);
	return p;
}

static int
add_event(struct reading *r, icalcomponent *event)
{
	struct icaltimetype start = icalcomponent_get_dtstart(event);
	const char *wrong;
	icalproperty *p;
	size_t i;

	if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
		return 0;
	if ((wrong = obstacle(r, event)) != NULL)
		return fail(r, event, wrong);
	if (measure(r, event, start) != 0)
		return -1;
	if (nth(event, ICAL_RRULE_PROPERTY, 0) == NULL &&
	    !icalproperty_recurrence_is_excluded(event, &start, &start))
		close_days(r, start);
	for (i = 0; (p = nth(event, ICAL_RRULE_PROPERTY, i)) != NULL; i++)
		if (repeat(r, event, start, p) != 0)
			return -1;
	for (i = 0; (p = nth(event, ICAL_RDATE_PROPERTY, i)) != NULL; i++) {
		struct icaltimetype t = icalproperty_get_datetime_with_component(p, event);

		if (!is_moved(r, event, t))
			close_days(r, t);
	}
	return 0;
}

static int
add_events(struct reading *r, icalcomponent *all)
{
	icalcomponent *event;
	icalcompiter i = icalcomponent_begin_component(all, ICAL_VEVENT_COMPONENT);

	for (; (event = icalcompiter_deref(&i)) != NULL; icalcompiter_next(&i))
		r->moves |= icalcomponent_get_first_property(event,
		    ICAL_RECURRENCEID_PROPERTY) != NULL;
	i = icalcomponent_begin_component(all, ICAL_VEVENT_COMPONENT);
	for (; (event = icalcompiter_deref(&i)) != NULL; icalcompiter_next(&i))
		if (add_event(r, event) != 0)
			return -1;
	return 0;
}

int
ics_holidays(struct calendar *c, const struct zone *z, struct str text, struct err *e)
{
	struct reading r = { .calendar = c, .zone = z, .err = e };
	struct arena a = { 0 };
	icalcomponent *all;
	int result;

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
	result = add_events(&r, all);
	icalcomponent_free(all);
	return result;
}
