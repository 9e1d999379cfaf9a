/* date_evidence - a value tells the order of its column when only one order can read it. */
#include "value/date_short.h"

/* Five digits are the years 1927 to 2173; other whole numbers are rather something else. */
static bool
looks_serial(struct str s)
{
	struct civil c;

	return s.n >= 5 && s.p[0] != '0' && (s.n == 5 || s.p[5] == '.' || s.p[5] == ',') &&
	    date_parse_serial(s, &c);
}

void
date_evidence_add(struct date_evidence *e, struct str s)
{
	enum date_result result;
	struct date_short d;
	struct civil c;
	bool day_first, month_first;

	if (date_parse_iso(s, &c) || date_parse_iso(s = str_trim(s), &c)) {
		e->plain++;
		return;
	}
	if (s.n == 0)
		return;
	if (date_short_read(s, &d)) {
		*(!d.month_first ? &e->day_first : !d.day_first ? &e->month_first :
		    d.first != d.second ? &e->ambiguous : &e->plain) += 1;
		return;
	}
	if ((result = date_parse(s, DATE_ORDER_NONE, &c)) == DATE_AMBIGUOUS) {
		e->ambiguous++;
		return;
	}
	if (result == DATE_NO) {
		*(looks_serial(s) ? &e->serial : &e->other) += 1;
		return;
	}
	day_first = date_parse(s, DATE_DAY_FIRST, &c) == DATE_OK;
	month_first = date_parse(s, DATE_MONTH_FIRST, &c) == DATE_OK;
	*(day_first && month_first ? &e->plain : day_first ? &e->day_first : &e->month_first) += 1;
}

void
date_evidence_merge(struct date_evidence *into, const struct date_evidence *from)
{
	into->day_first += from->day_first;
	into->month_first += from->month_first;
	into->ambiguous += from->ambiguous;
	into->plain += from->plain;
	into->serial += from->serial;
	into->other += from->other;
}

enum date_order
date_evidence_order(const struct date_evidence *e)
{
	if ((e->day_first > 0) == (e->month_first > 0))
		return DATE_ORDER_NONE;
	return e->day_first > 0 ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}
