/* zone_rule - a cursor over the rule's text, and its days counted out for one year. */
#include "value/zone_rule.h"

static bool
take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_slice(*s, 1, s->n);
	return true;
}

static bool
take_int(struct str *s, int32_t least, int32_t most, int32_t *value)
{
	size_t i;

	for (*value = 0, i = 0; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		if ((*value = *value * 10 + (s->p[i] - '0')) > most)
			return false;
	*s = str_slice(*s, i, s->n);
	return i > 0 && *value >= least;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* An abbreviation: at least three letters, or anything between < and >. */
static bool
take_name(struct str *s)
{
	size_t n = 0;

	if (take(s, '<')) {
		n = str_find(*s, '>');
		*s = str_slice(*s, n, s->n);
		return take(s, '>');
	}
	while (n < s->n && is_letter(s->p[n]))
		n++;
	*s = str_slice(*s, n, s->n);
	return n >= 3;
}

/* [+-]hh[:mm[:ss]] */
static bool
take_time(struct str *s, int32_t most, int32_t *seconds)
{
	int32_t sign = take(s, '-') ? -1 : 1, hour, minute = 0, second = 0;

	if (sign > 0)
		take(s, '+');
	if (!take_int(s, 0, most, &hour))
		return false;
	if (take(s, ':')) {
		if (!take_int(s, 0, 59, &minute))
			return false;
		if (take(s, ':') && !take_int(s, 0, 59, &second))
			return false;
	}
	*seconds = sign * (hour * 3600 + minute * 60 + second);
	return true;
}

static bool
take_day(struct str *s, struct zone_day *d)
{
	*d = (struct zone_day){ .time = 7200 };
	if (!take(s, ','))
		return false;
	if (take(s, 'M')) {
		if (!take_int(s, 1, 12, &d->month) || !take(s, '.') ||
		    !take_int(s, 1, 5, &d->week) ||
		    !take(s, '.') || !take_int(s, 0, 6, &d->weekday))
			return false;
	} else if (take(s, 'J')) {
		d->kind = ZONE_JULIAN;
		if (!take_int(s, 1, 365, &d->day))
			return false;
	} else {
		d->kind = ZONE_ORDINAL;
		if (!take_int(s, 0, 365, &d->day))
			return false;
	}
	return !take(s, '/') || take_time(s, 167, &d->time);
}

bool
zone_rule_parse(struct str s, struct zone_rule *r)
{
	int32_t west;

	*r = (struct zone_rule){ 0 };
	if (!take_name(&s) || !take_time(&s, 24, &west))
		return false;
	r->standard = -west;
	if (s.n == 0)
		return true;
	r->has_summer = true;
	r->summer = r->standard + 3600;
	if (!take_name(&s))
		return false;
	if (s.n && s.p[0] != ',') {
		if (!take_time(&s, 24, &west))
			return false;
		r->summer = -west;
	}
	return take_day(&s, &r->start) && take_day(&s, &r->end) && s.n == 0;
}

/* Seconds since 1970 on a clock that knows no zone. */
static int64_t
clock_time(const struct zone_day *d, int32_t year)
{
	int64_t days = date_days(year, 1, 1), end;
	int32_t next;

	if (d->kind == ZONE_ORDINAL)
		days += d->day;
	else if (d->kind == ZONE_JULIAN)        /* the days of a year that is not a leap year */
		days += d->day - 1 + (d->day >= 60 && date_is_valid(year, 2, 29));
	else {
		days = date_days(year, (unsigned)d->month, 1);
		next = (d->weekday + 6 - (int32_t)date_weekday(days)) % 7;
		days += (next + 7) % 7 + 7 * (d->week - 1);
		end = date_days(year + d->month / 12, (unsigned)d->month % 12 + 1, 1);
		if (days >= end)
			days -= 7;
	}
	return days * 86400 + d->time;
}

void
zone_rule_year(const struct zone_rule *r, int32_t year, struct zone_change change[2])
{
	struct zone_change start = { clock_time(&r->start, year) - r->standard, r->summer };
	struct zone_change end = { clock_time(&r->end, year) - r->summer, r->standard };
	bool north = start.at <= end.at;

	change[0] = north ? start : end;
	change[1] = north ? end : start;
}
