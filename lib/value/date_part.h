/*
 * date_part - the smallest parts of a written date, and the last check.
 *
 * A function that takes moves *s past what it read, and nothing when it answers false.
 */
#ifndef VALUE_DATE_PART_H
#define VALUE_DATE_PART_H

#include "value/date.h"

/* Is there a decimal digit at s.p[i]? */
static inline bool
date_part_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static inline void
date_part_skip(struct str *s, size_t n)
{
	*s = str_slice(*s, n, s->n);
}

static inline bool
date_part_byte(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	date_part_skip(s, 1);
	return true;
}

/* Blanks of any width: U+00A0, U+2000-200A, U+202F, which browsers put before PM. */
void	date_part_blanks(struct str *s);
/* At most `most` digits, and no digit behind them.  How many; 0: nothing was taken. */
size_t	date_part_number(struct str *s, size_t most, int32_t *value);

/* ".25", ",787"; digits past the ninth are read and dropped. */
bool	date_part_fraction(struct str *s, uint32_t *nanosecond);
/* "+hh:mm", "-hhmm", "+hh", with no digit behind it; up to 23:59. */
bool	date_part_offset(struct str *s, int32_t *offset);

/* The day exists, the time of day is one, and with its offset it stays in the years 1 to 9999. */
bool	date_part_valid(const struct civil *c);

#endif
