/* calendar_parse - opening hours and holidays as they stand in a settings file. */
#include "due/calendar.h"

static const char weekdays[] = "montuewedthufrisatsun";

/* Take digits off the front; at most two. */
static bool
take_number(struct str *s, int32_t *value)
{
	size_t n;

	for (*value = 0, n = 0; n < 2 && n < s->n && s->p[n] >= '0' && s->p[n] <= '9'; n++)
		*value = *value * 10 + (s->p[n] - '0');
	*s = str_slice(*s, n, s->n);
	return n > 0;
}

/* The whole of s is hh:mm, up to 24:00. */
static bool
parse_time(struct str s, int32_t *second)
{
	int32_t hour, minute;

	if (!take_number(&s, &hour) || s.n != 3 || s.p[0] != ':')
		return false;
	s = str_slice(s, 1, s.n);
	if (!take_number(&s, &minute) || s.n != 0 || minute > 59)
		return false;
	*second = hour * 3600 + minute * 60;
	return *second <= 86400;
}

/* "22:00-06:00" */
static bool
parse_window(struct str s, struct calendar_window *w)
{
	size_t dash = str_find(s, '-');

	if (!parse_time(str_slice(s, 0, dash), &w->from) ||
	    !parse_time(str_slice(s, dash + 1, s.n), &w->to) ||
	    w->from == 86400 || w->from == w->to)
		return false;
	if (w->to < w->from)
		w->to += 86400;
	return true;
}

static bool
parse_weekday(struct str s, unsigned *weekday)
{
	for (*weekday = 0; *weekday < 7; ++*weekday)
		if (str_eq_nocase(s, (struct str){ weekdays + 3 * *weekday, 3 }))
			return true;
	return false;
}

int
calendar_parse_hours(struct calendar *c, struct str days, struct str hours, struct err *e)
{
	struct calendar_window w[CALENDAR_WINDOWS];
	unsigned first, last;
	struct str part;
	size_t n = 0;

	for (hours = str_trim(hours); str_split(&hours, ' ', &part);) {
		if (part.n == 0)
			continue;
		if (n == CALENDAR_WINDOWS || !parse_window(part, &w[n++]))
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "expected hours such as \"09:00-12:30 13:30-18:00\", at most %d a day",
			    CALENDAR_WINDOWS);
	}
	while (str_split(&days, ',', &part)) {
		size_t dash = str_find(part, '-');
		size_t to = dash < part.n ? dash + 1 : 0;

		if (!parse_weekday(str_trim(str_slice(part, 0, dash)), &first) ||
		    !parse_weekday(str_trim(str_slice(part, to, part.n)), &last))
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "expected weekdays such as \"mon-thu\" or \"sat,sun\"");
		for (;; first = (first + 1) % 7) {
			if (calendar_set(c, first, w, n, e) != 0)
				return -1;
			if (first == last)
				break;
		}
	}
	return 0;
}

/* " from 12:00", if the text goes on so. */
static bool
take_time(struct str *s, struct str word, int32_t *second)
{
	if (!str_starts(*s, word))
		return true;
	*s = str_slice(*s, word.n, s->n);
	if (!parse_time(str_slice(*s, 0, str_find(*s, ' ')), second))
		return false;
	*s = str_slice(*s, str_find(*s, ' '), s->n);
	return true;
}

/* " closed", and from when until when. */
static bool
parse_away(struct str s, struct calendar_window *w)
{
	static const struct str closed = { " closed", 7 };

	if (s.n == 0)
		return true;
	if (!str_starts(s, closed) || s.n == closed.n)
		return false;
	s = str_slice(s, closed.n, s.n);
	return take_time(&s, STR(" from "), &w->from) && take_time(&s, STR(" until "), &w->to) &&
	    s.n == 0 && w->from < w->to;
}

int
calendar_parse_holiday(struct calendar *c, struct str text, struct err *e)
{
	struct calendar_window away = { 0, CALENDAR_ALL };
	struct civil day;

	text = str_trim(text);
	if (!date_parse_iso(str_slice(text, 0, 10), &day) ||
	    !parse_away(str_slice(text, 10, text.n), &away))
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "expected a day such as \"2026-12-25\" or \"2026-12-24 closed from 12:00\"");
	calendar_close(c, date_days(day.year, day.month, day.day), away);
	return 0;
}
