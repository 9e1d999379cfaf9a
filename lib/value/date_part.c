/* date_part - small cursors and the last check. */
#include "value/date_part.h"

WRAPS static unsigned
digit(struct str s, size_t i)
{
	return i < s.n ? (unsigned)(unsigned char)s.p[i] - '0' : 10;
}

void
date_part_blanks(struct str *s)
{
	for (;;) {
		if (s->n && (s->p[0] == ' ' || s->p[0] == '\t' || s->p[0] == '\r' ||
		    s->p[0] == '\n'))
			date_part_skip(s, 1);
		else if (s->n > 1 && memcmp(s->p, "\xc2\xa0", 2) == 0)
			date_part_skip(s, 2);
		else if (s->n > 2 && memcmp(s->p, "\xe2\x80", 2) == 0 &&
		    ((unsigned char)s->p[2] <= 0x8a || (unsigned char)s->p[2] == 0xaf))
			date_part_skip(s, 3);
		else
			return;
	}
}

size_t
date_part_number(struct str *s, size_t most, int32_t *value)
{
	size_t n;

	for (n = 0, *value = 0; n < most && date_part_digit(*s, n); n++)
		*value = *value * 10 + (s->p[n] - '0');
	if (date_part_digit(*s, n))
		return 0;
	date_part_skip(s, n);
	return n;
}

bool
date_part_fraction(struct str *s, uint32_t *nanosecond)
{
	uint32_t unit = 100000000, sum = 0;
	size_t i;

	if (s->n < 2 || (s->p[0] != '.' && s->p[0] != ',') || digit(*s, 1) > 9)
		return false;
	for (i = 1; digit(*s, i) <= 9; i++, unit /= 10)
		sum += digit(*s, i) * unit;
	*nanosecond = sum;
	*s = str_slice(*s, i, s->n);
	return true;
}

bool
date_part_offset(struct str *s, int32_t *offset)
{
	unsigned hour, minute = 0;
	size_t n = 3;

	if (s->n < 3 || (s->p[0] != '+' && s->p[0] != '-') || digit(*s, 1) > 9 || digit(*s, 2) > 9)
		return false;
	hour = digit(*s, 1) * 10 + digit(*s, 2);
	if (s->n > 3 && s->p[3] == ':')
		n = 4;
	if (digit(*s, n) <= 9 && digit(*s, n + 1) <= 9) {
		minute = digit(*s, n) * 10 + digit(*s, n + 1);
		n += 2;
	} else if (n == 4)
		return false;
	if (hour > 23 || minute > 59 || digit(*s, n) <= 9)
		return false;
	*offset = (int32_t)(hour * 3600 + minute * 60) * (s->p[0] == '-' ? -1 : 1);
	*s = str_slice(*s, n, s->n);
	return true;
}

bool
date_part_valid(const struct civil *c)
{
	instant t;

	if (!date_is_valid(c->year, c->month, c->day) || c->hour > 23 || c->minute > 59 ||
	    c->second > 59)
		return false;
	if (!c->has_offset || (c->year > 1 && c->year < 9999))
		return true;
	t = date_utc(c);
	return t >= date_days(1, 1, 1) * 86400 && t < date_days(10000, 1, 1) * 86400;
}
