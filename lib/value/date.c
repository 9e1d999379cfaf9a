/*
 * date - ISO dates by position, the calendar's arithmetic, lengths, printing.
 *
 * An ISO time is read as two words of eight bytes, "2026-03-" and "01T10:00".  A word fits
 * its shape when, after xor with the shape, digits are at most 9 and everything else is 0:
 *
 *	x = word ^ "0000-00-";   (x | (x + room)) has no high bit;   room = 0x76 under a digit,
 *	                                                            0x7f elsewhere
 *
 * The calendar's year begins in March, so that a leap day is the last day of a year and
 * months and days follow from linear functions (Neri and Schneider, "Euclidean affine
 * functions and their application to calendar algorithms", 2022).
 */
#include "base/word.h"
#include "value/date.h"
#include "value/date_human.h"
#include "value/date_part.h"
#include "value/date_short.h"

enum { DAY = 86400 };

enum { SERIAL_0 = -25569, LAST_SERIAL = 2958465 };      /* 1899-12-30, and 9999-12-31 */

/* Years are counted from -32800, and 0000-03-01 is 719468 days before 1970-01-01. */
enum { ERAS = 82, YEARS_BEFORE = 400 * ERAS, DAYS_BEFORE = 719468 + 146097 * ERAS };

WRAPS bool
date_is_valid(int32_t year, unsigned month, unsigned day)
{
	static const uint8_t length[16] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (day - 1 < 28 && month - 1 < 12)
		return year >= 1 && year <= 9999;
	if (year < 1 || year > 9999 || month > 12 || day == 0)
		return false;
	return day <= length[month] ||
	    (day == 29 && month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

int64_t
date_days(int32_t year, unsigned month, unsigned day)
{
	uint32_t early = month <= 2;
	uint32_t y = (uint32_t)(year + YEARS_BEFORE) - early;
	uint32_t m = month + 12 * early;

	return (int64_t)(y * 365 + y / 4 - y / 100 + y / 400 + (979 * m - 2919) / 32 + day) -
	    1 - DAYS_BEFORE;
}

void
date_from_days(int64_t days, int32_t *year, unsigned *month, unsigned *day)
{
	uint32_t n, century, in_century, y, in_year, m, late;
	uint64_t product;

	if (days < -DAYS_BEFORE)
		days = -DAYS_BEFORE;
	else if (days > DAYS_BEFORE)
		days = DAYS_BEFORE;
	n = 4 * (uint32_t)(days + DAYS_BEFORE) + 3;
	century = n / 146097;
	in_century = n % 146097 | 3;
	product = (uint64_t)in_century * 2939745;       /* 2^32 / 1461 days of four years */
	y = 100 * century + (uint32_t)(product >> 32);
	in_year = (uint32_t)product / 2939745 / 4;
	m = 2141 * in_year + 197913;
	late = in_year >= 306;                          /* January and February */
	*year = (int32_t)(y + late) - YEARS_BEFORE;
	*month = (m >> 16) - 12 * late;
	*day = (m & 0xffff) / 2141 + 1;
}

unsigned
date_weekday(int64_t days)
{
	int64_t w = (days + 3) % 7;             /* 1970-01-01 was a Thursday */

	return (unsigned)(w < 0 ? w + 7 : w);
}

instant
date_utc(const struct civil *c)
{
	instant t = date_days(c->year, c->month, c->day) * DAY;

	if (c->has_time)
		t += c->hour * 3600 + c->minute * 60 + c->second;
	return c->has_offset ? t - c->offset : t;
}

static void
set(struct civil *c, int64_t days, int32_t second)
{
	unsigned month, day;

	date_from_days(days, &c->year, &month, &day);
	c->month = (uint8_t)month;
	c->day = (uint8_t)day;
	c->hour = (uint8_t)(second / 3600);
	c->minute = (uint8_t)(second / 60 % 60);
	c->second = (uint8_t)(second % 60);
}

void
date_civil(instant t, struct civil *c)
{
	int64_t days = t / DAY;
	int32_t second = (int32_t)(t % DAY);

	if (second < 0) {
		second += DAY;
		days--;
	}
	*c = (struct civil){ .has_time = true, .has_offset = true };
	set(c, days, second);
}

/* Do eight bytes fit a shape?  `any` has zeros where all do.  Byte i of the sums: digits i and i + 1. */
WRAPS static inline bool
pairs(const char *p, const char shape[static 8], const char room[static 8], const char any[static 8],
    uint64_t *sums)
{
	uint64_t x = (word_load(p) ^ word_load(shape)) & word_load(any);

	*sums = x * 10 + (x >> 8);
	return ((x | (x + word_load(room))) & WORD_HIGH) == 0;
}

static inline unsigned
byte(uint64_t sums, unsigned i)
{
	return sums >> 8 * i & 0xff;
}

/* Two digits, or something above 99. */
WRAPS static inline unsigned
pair(const char *p)
{
	unsigned tens = (unsigned)(unsigned char)p[0] - '0', ones = (unsigned)(unsigned char)p[1] - '0';

	return tens > 9 || ones > 9 ? 100 : 10 * tens + ones;
}

/* What stands behind "hh:mm": [":ss" ["." digits]] [blank] [offset]. */
static bool
parse_iso_rest(struct str s, struct civil *c)
{
	unsigned second;

	if (s.n >= 3 && s.p[0] == ':') {
		if ((second = pair(s.p + 1)) > 60)
			return false;
		c->second = (uint8_t)(second < 60 ? second : 59);
		s = str_slice(s, 3, s.n);
		date_part_fraction(&s, &c->nanosecond);
	}
	if (s.n == 0)
		return true;
	if (s.n > 1 && s.p[0] == ' ')
		s = str_slice(s, 1, s.n);
	c->has_offset = true;
	return (s.n == 1 && (s.p[0] | 0x20) == 'z') ||
	    (date_part_offset(&s, &c->offset) && s.n == 0);
}

#define EXACTLY "\377\377\377\377\377\377\377\377"

bool
date_parse_iso(struct str s, struct civil *c)
{
	const char *p = s.p;
	uint64_t sums;
	unsigned day;

	if (s.n < 10 || !pairs(p, "0000-00-", "vvvv\177vv\177", EXACTLY, &sums))
		return false;
	*c = (struct civil){
		.year = (int32_t)(byte(sums, 0) * 100 + byte(sums, 2)),
		.month = (uint8_t)byte(sums, 5)
	};
	day = pair(p + 8);
	if (!date_is_valid(c->year, c->month, day))
		return false;
	c->day = (uint8_t)day;
	if (s.n == 10)
		return true;
	if (s.n < 16 || (p[10] != 'T' && p[10] != ' ' && p[10] != 't') ||
	    !pairs(p + 8, "00T00:00", "vv\177vv\177vv", "\377\377\0\377\377\377\377\377", &sums))
		return false;
	c->has_time = true;
	c->hour = (uint8_t)byte(sums, 3);
	c->minute = (uint8_t)byte(sums, 6);
	return (s.n == 16 || parse_iso_rest(str_slice(s, 16, s.n), c)) && date_part_valid(c);
}

bool
date_parse_utc(struct str s, instant *t)
{
	uint64_t date, minute, second;
	unsigned year, h, m, sec;

	if (s.n != 20 || !pairs(s.p, "0000-00-", "vvvv\177vv\177", EXACTLY, &date) ||
	    !pairs(s.p + 8, "00T00:00", "vv\177vv\177vv", EXACTLY, &minute) ||
	    !pairs(s.p + 12, "0:00:00Z", "v\177vv\177vv\177", EXACTLY, &second))
		return false;
	year = byte(date, 0) * 100 + byte(date, 2);
	h = byte(minute, 3);
	m = byte(minute, 6);
	sec = byte(second, 5);
	*t = date_days((int32_t)year, byte(date, 5), byte(minute, 0)) * DAY +
	    (int64_t)(h * 3600 + m * 60 + sec);
	return date_is_valid((int32_t)year, byte(date, 5), byte(minute, 0)) && h <= 23 && m <= 59 &&
	    sec <= 59;
}

enum date_result
date_parse(struct str s, enum date_order order, struct civil *c)
{
	enum date_result result;

	if (date_parse_iso(s, c))
		return DATE_OK;
	return date_short_parse(s, order, c, &result) ? result : date_human_parse(s, order, c);
}

/* Excel counts from 1900-01-01 as 1 and believes in 1900-02-29, which is 60. */
bool
date_parse_serial(struct str s, struct civil *c)
{
	uint32_t fraction = 0;          /* of a day, in billionths */
	int32_t serial, second;
	bool has_fraction;

	if (date_part_number(&s, 7, &serial) == 0)
		return false;
	has_fraction = date_part_fraction(&s, &fraction) && fraction != 0;
	if (s.n != 0 || serial < 1 || serial == 60 || serial > LAST_SERIAL)
		return false;
	second = (int32_t)(((uint64_t)fraction * DAY + 500000000) / 1000000000);
	*c = (struct civil){ .has_time = has_fraction };
	set(c, SERIAL_0 + serial + (serial < 60) + second / DAY, second % DAY);
	return c->year <= 9999;
}

static void
put_pair(char *p, unsigned value)
{
	p[0] = (char)('0' + value / 10);
	p[1] = (char)('0' + value % 10);
}

/* "2026-03-01", and where it ends.  Years before 0 and after 9999 take the room they need. */
static char *
put_day(char *p, const struct civil *c)
{
	unsigned year = (unsigned)(c->year < 0 ? -c->year : c->year);

	if (c->year < 0)
		*p++ = '-';
	if (year > 9999)
		*p++ = (char)('0' + year / 10000);
	put_pair(p, year / 100 % 100);
	put_pair(p + 2, year % 100);
	p[4] = p[7] = '-';
	put_pair(p + 5, c->month);
	put_pair(p + 8, c->day);
	return p + 10;
}

void
date_print(struct buf *b, instant t)
{
	char *start = buf_room(b, 32), *p;
	struct civil c;

	if (t == INSTANT_NONE)
		return;
	date_civil(t, &c);
	p = put_day(start, &c);
	p[0] = 'T';
	put_pair(p + 1, c.hour);
	p[3] = ':';
	put_pair(p + 4, c.minute);
	p[6] = ':';
	put_pair(p + 7, c.second);
	p[9] = 'Z';
	b->n += (size_t)(p + 10 - start);
}

void
date_print_civil(struct buf *b, const struct civil *c)
{
	char *start = buf_room(b, 32);

	b->n += (size_t)(put_day(start, c) - start);
}

void
date_print_day(struct buf *b, instant t)
{
	struct civil c;

	if (t == INSTANT_NONE)
		return;
	date_civil(t, &c);
	date_print_civil(b, &c);
}

/* Longer than the calendar: no sum of an instant and a length overflows. */
#define LONGEST ((int64_t)10000 * 366 * DAY)

static const struct unit {
	char letter;
	int32_t seconds;
} units[] = { { 'w', 7 * DAY }, { 'd', DAY }, { 'h', 3600 }, { 'm', 60 }, { 's', 1 } };

enum { UNITS = sizeof units / sizeof *units };

/* Take decimal digits off the front of *s; false when there are none or too many. */
static bool
take_number(struct str *s, int64_t *n)
{
	size_t i;

	for (*n = 0, i = 0; date_part_digit(*s, i); i++)
		if ((*n = *n * 10 + (s->p[i] - '0')) > LONGEST)
			return false;
	*s = str_slice(*s, i, s->n);
	return i > 0;
}

/* "4bh", "3bd": the number was taken, s is the unit. */
static bool
parse_business(struct str s, int64_t n, struct length *l)
{
	if (str_is(s, "bh") && n <= LONGEST / 3600)
		*l = (struct length){ n * 3600, SPAN_BUSINESS_HOURS };
	else if (str_is(s, "bd") && n <= LONGEST / DAY)
		*l = (struct length){ n, SPAN_BUSINESS_DAYS };
	else
		return false;
	return true;
}

bool
date_parse_length(struct str s, struct length *l)
{
	size_t next = 0, i;             /* units of a sum go down: a part's is at or behind next */
	int64_t n, sum = 0;

	do {
		if (!take_number(&s, &n))
			return false;
		if (next == 0 && s.n == 2)
			return parse_business(s, n, l);
		for (i = next; i < UNITS && (s.n == 0 || units[i].letter != s.p[0]); i++)
			continue;
		if (i == UNITS || n > LONGEST / units[i].seconds)
			return false;
		sum += n * units[i].seconds;
		next = i + 1;
		s = str_slice(s, 1, s.n);
		if (s.n > 1 && s.p[0] == ' ')
			s = str_slice(s, 1, s.n);
	} while (s.n > 0);
	*l = (struct length){ sum, SPAN_WALL };
	return sum <= LONGEST;
}

bool
date_parse_span(struct str s, span *d)
{
	struct length l;

	if (!date_parse_length(s, &l) || l.unit != SPAN_WALL)
		return false;
	*d = l.n;
	return true;
}

WRAPS void
date_print_span(struct buf *b, span d)
{
	uint64_t rest = d < 0 ? -(uint64_t)d : (uint64_t)d;
	size_t i = 1;                   /* "16d" says more than "2w 2d" */

	if (d < 0)
		buf_byte(b, '-');
	while (i < UNITS - 1 && rest < (uint64_t)units[i].seconds)
		i++;
	buf_int(b, (int64_t)(rest / (uint64_t)units[i].seconds));
	buf_byte(b, units[i].letter);
	rest %= (uint64_t)units[i].seconds;
	if (++i < UNITS && rest >= (uint64_t)units[i].seconds) {
		buf_byte(b, ' ');
		buf_int(b, (int64_t)(rest / (uint64_t)units[i].seconds));
		buf_byte(b, units[i].letter);
	}
}
