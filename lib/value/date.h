/*
 * date - points in time, calendar dates, lengths of time.  No libc clock, no locale.
 *
 * Proleptic Gregorian calendar, years 1 to 9999, also in UTC.  A leap second (:60) is read
 * as :59; 24:00 is not a time.  Day and month names are English, plus the usual ones of
 * German, French, Spanish, Italian, Portuguese and Dutch, in any case, with or without accents.
 */
#ifndef VALUE_DATE_H
#define VALUE_DATE_H

#include "base/buf.h"

typedef int64_t instant;        /* seconds since 1970-01-01T00:00:00Z */
typedef int64_t span;           /* seconds */

#define INSTANT_NONE INT64_MIN

/* What a text said, before any zone is applied. */
struct civil {
	int32_t year;
	uint8_t month, day, hour, minute, second;
	bool has_time;                  /* false: a plain date */
	bool has_offset;                /* Z or +hh:mm was stated */
	int32_t offset;                 /* seconds east of UTC, when has_offset */
	uint32_t nanosecond;
};

/* 01/02/2026: which comes first.  Year-first dates need no order. */
enum date_order { DATE_ORDER_NONE, DATE_DAY_FIRST, DATE_MONTH_FIRST };

enum date_result {
	DATE_NO,                        /* not a date */
	DATE_OK,
	DATE_AMBIGUOUS                  /* needs an order, and `order` gave none */
};

/* RFC 3339 and ISO 8601 dates by position; the fast path of everything else.  A blank may
 * stand for the T; offsets are Z, +hh:mm, +hhmm, +hh.  No blanks around. */
bool	date_parse_iso(struct str s, struct civil *c);
/* Only "2026-03-01T10:00:00Z", as programs write it, and at once the instant that it is.  Quicker
 * still; false for all else, which may be a date. */
bool	date_parse_utc(struct str s, instant *t);
/* Also human and CRM forms: "3/14/2026 2:05 PM", "15 Apr, 2021 00:03:00", "26-02-2018 19:58",
 * "March 3rd, 2026", "20260314", "1.2.2026", "2026-03-14 10:00:00 UTC", "Sat, 14 Mar 2026 …",
 * "2026-W11-6", "2026-073".  *c is set on DATE_OK only.
 *
 * An order that is given binds: with DATE_DAY_FIRST, 3/14/2026 is not a date.  Without one,
 * a date that only one order can read is read so.  Two-digit years stand last and mean 1969
 * to 2068; 26-02-18, which may also be the year 2026, needs an order.  Refused: a month or a
 * year alone, abbreviated zones without an offset (CST is three), a wrong weekday, 14:05 PM,
 * long numbers but 20260314 (1900 to 2099) and 20260314100000. */
enum date_result date_parse(struct str s, enum date_order order, struct civil *c);
/* An Excel serial day number (1900 system), "45631" or "45631.5", to the nearest second.
 * It has a time when it has a fraction.  60, Excel's 29 February 1900, is refused. */
bool	date_parse_serial(struct str s, struct civil *c);

/* Evidence about the order of a column, gathered over the whole file; empty values don't count.
 * Add up with date_evidence_merge; merging is commutative. */
struct date_evidence {
	uint64_t day_first;             /* values that are only possible day first: 13/03/2026 */
	uint64_t month_first;
	uint64_t ambiguous;
	uint64_t plain;                 /* dates without that question */
	uint64_t serial;                /* look like Excel serial numbers, 1927 to 2173 */
	uint64_t other;                 /* neither dates nor empty */
};

void	date_evidence_add(struct date_evidence *e, struct str s);
void	date_evidence_merge(struct date_evidence *into, const struct date_evidence *from);
/* DATE_ORDER_NONE when there is no evidence, or evidence for both. */
enum date_order date_evidence_order(const struct date_evidence *e);

bool	date_is_valid(int32_t year, unsigned month, unsigned day);
int64_t	date_days(int32_t year, unsigned month, unsigned day);  /* since 1970-01-01 */
void	date_from_days(int64_t days, int32_t *year, unsigned *month, unsigned *day);
unsigned date_weekday(int64_t days);                            /* 0 Monday … 6 Sunday */

/* As if the civil time were UTC (its offset applied when it has one). */
instant	date_utc(const struct civil *c);
void	date_civil(instant t, struct civil *c);                 /* in UTC, offset 0 */

/* INSTANT_NONE prints as nothing. */
void	date_print(struct buf *b, instant t);           /* 2026-03-01T10:00:00Z */
void	date_print_day(struct buf *b, instant t);       /* 2026-03-01 */
void	date_print_civil(struct buf *b, const struct civil *c); /* the same; its time does not count */

/* A length: "90m" "36h" "14d" "2w" "45s", sums "1d12h" or "1d 12h" from the largest unit
 * down; business "4bh" "3bd" (never in sums).  At most 10,000 years. */
enum span_unit { SPAN_WALL, SPAN_BUSINESS_HOURS, SPAN_BUSINESS_DAYS };
struct length {
	int64_t n;                      /* seconds, seconds of business time, or days */
	enum span_unit unit;
};
bool	date_parse_length(struct str s, struct length *l);
bool	date_parse_span(struct str s, span *d);         /* wall-clock lengths only */
void	date_print_span(struct buf *b, span d);         /* "2d 3h", "45m": two units, rounded down */

#endif
