/*
 * activity_scan - in a quoted cell of CSV every quote of the JSON stands twice:
 *
 *	"[{""type"":""call"",""count"":2}]"
 *
 * Without escapes that is the only difference, and what stands between quotes is the text
 * itself.  So one scanner, told how wide a quote is, reads both, and copies nothing.
 */
#include "lead/activity_scan.h"
#include "base/word.h"

const struct str activity_scan_name[ACTIVITY_MEMBERS] = {
	[ACTIVITY_TYPE] = { "type", 4 }, [ACTIVITY_AT] = { "at", 2 }, [ACTIVITY_COUNT] = { "count", 5 },
	[ACTIVITY_CHANNEL] = { "channel", 7 }, [ACTIVITY_CAMPAIGN] = { "campaign", 8 },
	[ACTIVITY_STAGE] = { "stage", 5 }, [ACTIVITY_VALUE] = { "value", 5 },
};

enum activity_member
activity_scan_member(struct str key)
{
	unsigned m = 0;

	while (m < ACTIVITY_MEMBERS && !str_eq(key, activity_scan_name[m]))
		m++;
	return (enum activity_member)m;
}

/* Blanks, then this byte. */
static inline bool
take(struct activity_scan *s, char byte)
{
	while (s->p != s->end && (*s->p == ' ' || *s->p == '\n' || *s->p == '\r' || *s->p == '\t'))
		s->p++;
	if (s->p == s->end || *s->p != byte)
		return false;
	s->p++;
	return true;
}

/* The rest of a quote whose first byte was taken. */
static inline bool
quote(struct activity_scan *s)
{
	return s->quote == 1 || (s->p != s->end && *s->p++ == '"');
}

/* Where the run of plain characters ends. */
static inline const char *
plain(const char *p, const char *end)
{
	uint64_t w, found;

	for (; end - p >= 8; p += 8) {
		w = word_load(p);
		found = (word_below(w, ' ') | word_equal(w, '"') | word_equal(w, '\\') | w) & WORD_HIGH;
		if (found != 0)
			return p + word_first(found);
	}
	while (p != end && *p >= ' ' && *p < 0x7f && *p != '"' && *p != '\\')
		p++;
	return p;
}

/* A text behind the first byte of its quote. */
static inline bool
text(struct activity_scan *s, struct str *out)
{
	if (!quote(s))
		return false;
	out->p = s->p;
	s->p = plain(s->p, s->end);
	out->n = (size_t)(s->p - out->p);
	return s->p != s->end && *s->p++ == '"' && quote(s);
}

static bool
digits(struct activity_scan *s)
{
	const char *from = s->p;

	while (s->p != s->end && *s->p >= '0' && *s->p <= '9')
		s->p++;
	return s->p != from;
}

/* 0, 12, 12.50; what may follow it is the caller's business. */
static bool
number(struct activity_scan *s, struct str *out)
{
	out->p = s->p;
	if (s->p != s->end && *s->p == '0')
		s->p++;
	else if (!digits(s))
		return false;
	if (s->p != s->end && *s->p == '.') {
		s->p++;
		if (!digits(s))
			return false;
	}
	out->n = (size_t)(s->p - out->p);
	return true;
}

static inline bool
value(struct activity_scan *s, struct field *f)
{
	struct str v;
	bool quoted = take(s, '"');     /* passes over blanks too */

	if (!(quoted ? text(s, &v) : number(s, &v)))
		return false;
	*f = (struct field){ v.p, (uint32_t)v.n, FIELD_TEXT | (quoted ? FIELD_QUOTED : 0) };
	return true;
}

bool
activity_scan_start(struct activity_scan *s, struct str in, unsigned quote_size)
{
	if (in.n == 0 || in.n > UINT32_MAX)
		return false;
	*s = (struct activity_scan){ in.p, in.p + in.n, quote_size, '[' };
	return take(s, '[');
}

static bool
members(struct activity_scan *s, struct field member[ACTIVITY_MEMBERS])
{
	struct field ignored;
	struct str key;
	unsigned m;

	for (m = 0; m < ACTIVITY_MEMBERS; m++)
		member[m].flags = FIELD_ABSENT;
	do {
		if (!take(s, '"') || !text(s, &key) || !take(s, ':'))
			return false;
		m = activity_scan_member(key);
		if (!value(s, m < ACTIVITY_MEMBERS ? &member[m] : &ignored))
			return false;
	} while (take(s, ','));
	return take(s, '}');
}

int
activity_scan_next(struct activity_scan *s, struct field member[ACTIVITY_MEMBERS])
{
	if (s->before != 0 && take(s, '{')) {
		if (!members(s, member))
			return -1;
		s->before = take(s, ',') ? ',' : 0;
		return 1;
	}
	if (s->before == ',' || !take(s, ']'))
		return -1;
	return str_trim((struct str){ s->p, (size_t)(s->end - s->p) }).n == 0 ? 0 : -1;
}
