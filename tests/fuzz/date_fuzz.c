/* Whatever is read is a real time, prints as ISO, and is read back from that. */
#include "fuzz.h"
#include "value/date.h"
#include "value/date_part.h"

static void
check_printed(struct buf *b, const struct civil *c)
{
	struct civil again;

	require(date_part_valid(c));
	b->n = 0;
	date_print(b, date_utc(c));
	require(date_parse_iso(buf_text(b), &again) && date_utc(&again) == date_utc(c));
}

static void
check_date(struct buf *b, struct str s)
{
	struct civil c, day, month, other;
	enum date_result result = date_parse(s, DATE_ORDER_NONE, &c);
	bool day_first = date_parse(s, DATE_DAY_FIRST, &day) == DATE_OK;
	bool month_first = date_parse(s, DATE_MONTH_FIRST, &month) == DATE_OK;

	instant t;

	if (date_parse_utc(s, &t))
		require(date_parse_iso(s, &other) && date_utc(&other) == t);
	if (date_parse_iso(s, &other))
		require(result == DATE_OK && day_first && month_first);
	require((result == DATE_NO) == (!day_first && !month_first));
	if (result == DATE_OK)
		check_printed(b, &c);
	if (day_first)
		check_printed(b, &day);
	if (month_first)
		check_printed(b, &month);
	if (result == DATE_OK && day_first)
		require(date_utc(&c) == date_utc(&day));
	if (result == DATE_OK && month_first)
		require(date_utc(&c) == date_utc(&month));
	if (date_parse_serial(s, &other))
		check_printed(b, &other);
}

static void
check_length(struct buf *b, struct str s)
{
	struct length l;
	span d;

	if (!date_parse_length(s, &l))
		return;
	require(l.n >= 0 && date_parse_span(s, &d) == (l.unit == SPAN_WALL));
	b->n = 0;
	date_print_span(b, l.n);
	require(date_parse_span(buf_text(b), &d) && d <= l.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	struct date_evidence e = { 0 };
	struct buf b = { 0 };

	check_date(&b, s);
	check_length(&b, s);
	date_evidence_add(&e, s);
	require(e.day_first + e.month_first + e.ambiguous + e.plain + e.serial + e.other <= 1);
	buf_free(&b);
	return 0;
}
