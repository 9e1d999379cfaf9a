/*
 * date_clock - "14:05:00.123", "2:05 PM", "5pm", "14h05", "14:05 Uhr"; "UTC", "GMT+1", "-07:00".
 *
 * A zone may be said twice, "+0300 +03", "-0600 MST", "GMT+0100 (British Summer Time)", but
 * not in two ways.  Abbreviations alone are refused: CST is in America, in China and on Cuba.
 */
#include "value/date_clock.h"
#include "value/date_part.h"
#include "value/date_word.h"

/* "PM": the hour before it was one of twelve. */
static bool
take_half(struct str *s, int32_t *hour)
{
	int afternoon;

	if (!date_word_take(s, DATE_WORD_HALF, &afternoon))
		return false;
	if (*hour < 1 || *hour > 12)
		*hour = UINT8_MAX;      /* 14:05 PM contradicts itself */
	else
		*hour = *hour % 12 + 12 * afternoon;
	return true;
}

/* From the hour on, which alone is no time. */
static bool
take_time(struct str *s, struct civil *c)
{
	int32_t hour, minute = 0, second = 0;
	bool complete = true;
	int none;

	if (date_part_number(s, 2, &hour) == 0)
		return false;
	if (date_part_byte(s, ':')) {
		if (date_part_number(s, 2, &minute) == 0)
			return false;
		if (date_part_byte(s, ':')) {
			if (date_part_number(s, 2, &second) == 0)
				return false;
			date_part_fraction(s, &c->nanosecond);
		}
	} else if (date_word_take(s, DATE_WORD_CLOCK, &none)) {
		if (date_part_digit(*s, 0) && date_part_number(s, 2, &minute) != 2)
			return false;
	} else
		complete = false;
	date_part_blanks(s);
	if (!take_half(s, &hour) && !date_word_take(s, DATE_WORD_CLOCK, &none) && !complete)
		return false;
	c->has_time = true;
	c->hour = (uint8_t)hour;
	c->minute = (uint8_t)minute;
	c->second = (uint8_t)second;
	return true;
}

bool
date_clock_take(struct str *s, struct civil *c)
{
	struct str rest = *s;
	int none;

	if (!date_part_byte(s, ':')) {  /* 06/May/2008:08:11:17 */
		date_part_blanks(s);
		date_part_byte(s, ',');
		date_part_blanks(s);
		while (date_word_take(s, DATE_WORD_AT, &none))
			date_part_blanks(s);
	}
	if (date_part_digit(*s, 0))
		return take_time(s, c);
	*s = rest;
	return true;
}

/* "+0200"; behind UTC or GMT also "+2". */
static bool
take_offset(struct str *s, bool may_be_short, int32_t *offset)
{
	struct str rest = *s;
	int32_t hour;

	if (date_part_offset(s, offset))
		return true;
	if (!may_be_short || !(date_part_byte(&rest, '+') || date_part_byte(&rest, '-')) ||
	    date_part_number(&rest, 1, &hour) == 0)
		return false;
	*offset = s->p[0] == '-' ? -3600 * hour : 3600 * hour;
	*s = rest;
	return true;
}

/* "CEST": two to five capitals. */
static bool
take_abbreviation(struct str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] >= 'A' && s->p[n] <= 'Z')
		n++;
	if (n < 2 || n > 5)
		return false;
	date_part_skip(s, n);
	return true;
}

/* One way of saying the zone.  1: it was there, 0: there is none, -1: it is malformed. */
static int
take_zone(struct str *s, bool has_offset, int32_t *offset)
{
	int none;

	if (s->n > 0 && s->p[0] == '(') {
		date_part_skip(s, str_find(*s, ')'));
		return has_offset && date_part_byte(s, ')') ? 1 : -1;
	}
	if (take_offset(s, false, offset))
		return 1;
	if (date_word_take(s, DATE_WORD_UTC, &none)) {
		if (!take_offset(s, true, offset))
			*offset = 0;
		return 1;
	}
	if (take_abbreviation(s))
		return take_offset(s, false, offset) || has_offset ? 1 : -1;
	return 0;
}

bool
date_clock_zone(struct str *s, struct civil *c)
{
	int32_t offset;
	int found;

	for (;;) {
		offset = c->offset;
		date_part_blanks(s);
		if ((found = take_zone(s, c->has_offset, &offset)) <= 0)
			return found == 0;
		if (c->has_offset && c->offset != offset)
			return false;
		c->has_offset = true;
		c->offset = offset;
	}
}
