/*
 * quality - the flags of accuracy and authority, and what all of them cost.
 */
#include "import/match_text.h"
#include "import/quality_impl.h"
#include "value/contact.h"
#include "value/phone.h"
#include "value/text.h"

const char *const quality_name[QUALITY_FLAGS] = {
#define X(id, name, points) name,
	QUALITY_TABLE(X)
#undef X
};

/* The same, to be copied as they lie. */
enum { LONGEST = 18 };
static const struct { char text[LONGEST]; uint8_t n; } names[QUALITY_FLAGS] = {
#define X(id, name, points) { name, sizeof name - 1 },
	QUALITY_TABLE(X)
#undef X
};

static const int built_in[QUALITY_FLAGS] = {
#define X(id, name, points) points,
	QUALITY_TABLE(X)
#undef X
};

void
quality_init(struct quality *q)
{
	memcpy(q->points, built_in, sizeof q->points);
}

/* Domains that are often mistyped. */
static const struct str mailers[] = {
#define D(name) { name, sizeof name - 1 }
	D("gmail.com"), D("googlemail.com"), D("yahoo.com"), D("yahoo.co.uk"), D("hotmail.com"),
	D("hotmail.co.uk"), D("outlook.com"), D("icloud.com"), D("comcast.net"), D("protonmail.com"),
	D("t-online.de"), D("wanadoo.fr"), D("orange.fr"), D("libero.it"), D("yandex.ru")
#undef D
};

/* Of a domain that is no known mailer. */
static bool
is_mistyped(struct str domain)
{
	size_t i;

	/* As long as one of them, give or take two. */
	if (domain.n < 7 || domain.n > 16)
		return false;
	for (i = 0; i < sizeof mailers / sizeof *mailers; i++)
		if (match_text_slip(domain, mailers[i]))
			return !str_eq(domain, mailers[i]);
	return false;
}

/* The first letters of s that are ASCII, in lower case, at most `most`; the others are left out. */
static struct str
letters(char *room, size_t most, struct str s)
{
	size_t i, n = 0;

	/* Without a branch on what nobody can predict. */
	for (i = 0; i < s.n && n < most; i++) {
		room[n] = s.p[i] | 0x20;
		n += room[n] >= 'a' && room[n] <= 'z';
	}
	return (struct str){ room, n };
}

/* Does a short word stand anywhere in s? */
static bool
has(struct str s, struct str word)
{
	size_t i;

	for (i = 0; i + word.n <= s.n; i++)
		if (s.p[i] == word.p[0] && memcmp(s.p + i, word.p, word.n) == 0)
			return true;
	return false;
}

/* Is any part of the name in the address, or are its initials the address? */
static bool
names_agree(struct str local, struct str first, struct str last)
{
	enum { LOCAL = 64, PART = 4 };
	char room[LOCAL + 1], begins[2][PART + 1];
	struct str l = letters(room, LOCAL, local), f, s;

	if (!text_ascii(first) || !text_ascii(last))
		return true;            /* how people write it in ASCII is theirs to say */
	f = letters(begins[0], PART, first);
	s = letters(begins[1], PART, last);
	if (f.n < 2 || s.n < 2 || l.n == 0)
		return true;
	if (has(l, f) || has(l, s))
		return true;
	return l.n <= 3 && (l.p[0] == f.p[0] || l.p[0] == s.p[0]);
}

static uint32_t
bit(bool holds, enum quality_flag f)
{
	return holds ? UINT32_C(1) << f : 0;
}

static uint32_t
email_flags(const struct str *value)
{
	struct str status = value[VOCAB_EMAIL_STATUS], address = value[VOCAB_EMAIL];
	size_t at = str_find(address, '@');
	struct str domain = str_slice(address, at + 1, address.n);
	uint32_t flags = 0;
	bool mistyped;

	if (address.n == 0)
		return bit(true, value[VOCAB_PHONE].n == 0 ? QUALITY_NO_CONTACT : QUALITY_NO_EMAIL);
	flags |= bit(str_is(status, "invalid"), QUALITY_EMAIL_INVALID);
	flags |= bit(str_is(status, "role"), QUALITY_EMAIL_ROLE);
	/* Some who throw mail away wait for slips. */
	mistyped = (str_is(status, "valid") || str_is(status, "disposable")) && is_mistyped(domain);
	flags |= bit(mistyped, QUALITY_EMAIL_TYPO);
	flags |= bit(!mistyped && str_is(status, "disposable"), QUALITY_EMAIL_DISPOSABLE);
	if (str_is(status, "valid") || str_is(status, "free"))
		flags |= bit(!names_agree(str_slice(address, 0, at), value[VOCAB_FIRST_NAME],
		    value[VOCAB_LAST_NAME]), QUALITY_EMAIL_OTHER_NAME);
	return flags;
}

/* 4.15556E+09 */
static bool
is_damaged(struct str phone)
{
	return (str_search(phone, STR("E+")) != SIZE_MAX || str_search(phone, STR("e+")) != SIZE_MAX) &&
	    phone.p[0] >= '0' && phone.p[0] <= '9';
}

static uint32_t
phone_flags(struct arena *a, const struct quality_memory *m, const struct str *value)
{
	struct str status = value[VOCAB_PHONE_STATUS], country = value[VOCAB_COUNTRY];
	struct str region = m != NULL ? str_of(m->lead->region) : STR("");
	struct phone p;
	uint32_t flags = bit(str_is(status, "invalid"), QUALITY_PHONE_INVALID);

	if (str_is(status, "invalid"))
		return flags | bit(is_damaged(value[VOCAB_PHONE]), QUALITY_PHONE_DAMAGED);
	if (!str_is(status, "valid") || country.n != 2)
		return flags;
	if (region.n == 0 && phone_parse(a, value[VOCAB_PHONE], STR(""), &p) == PHONE_VALID)
		region = str_of(p.region);
	return flags | bit(region.n != 0 && !str_eq(region, country), QUALITY_PHONE_COUNTRY);
}

static uint32_t
permission_flags(const struct str *value)
{
	struct str consent = value[VOCAB_CONSENT];

	return bit(str_is(consent, "denied"), QUALITY_CONSENT_DENIED) |
	    bit(consent.n == 0, QUALITY_CONSENT_UNKNOWN) |
	    bit(str_is(value[VOCAB_EMAIL_OPT_OUT], "true"), QUALITY_EMAIL_OPT_OUT) |
	    bit(str_is(value[VOCAB_DO_NOT_CALL], "true"), QUALITY_DO_NOT_CALL);
}

uint32_t
quality_flags(struct arena *scratch, struct quality_memory *m,
    const struct str value[VOCAB_FIELDS])
{
	uint32_t flags = email_flags(value) | phone_flags(scratch, m, value) |
	    permission_flags(value) | quality_legitimacy(scratch, m, value);

	return flags | bit(value[VOCAB_FIRST_NAME].n + value[VOCAB_LAST_NAME].n +
	    value[VOCAB_FULL_NAME].n == 0, QUALITY_NO_NAME);
}

/* Behind `to`: a sign and at most four digits. */
static char *
put_points(char *to, char sign, unsigned points)
{
	char digits[4];
	size_t n = 0;

	*to++ = sign;
	do
		digits[n++] = (char)('0' + points % 10);
	while ((points /= 10) != 0);
	while (n > 0)
		*to++ = digits[--n];
	return to;
}

int
quality_points(const struct quality *q, uint32_t flags, struct arena *a, struct str *list)
{
	static const struct str floor = { ";no less than 0 ", 16 };
	char *p = arena_text(a, QUALITY_FLAGS * (LONGEST + sizeof "; -100") + floor.n + 5), *to = p;
	int points = 100;
	unsigned f;

	for (f = 0; f < QUALITY_FLAGS; f++)
		if (flags >> f & 1 && q->points[f] != 0) {
			if (to != p)
				*to++ = ';';
			memcpy(to, names[f].text, LONGEST);
			to += names[f].n;
			*to++ = ' ';
			to = put_points(to, '-', (unsigned)-q->points[f]);
			points += q->points[f];
		}
	if (points < 0) {
		memcpy(to, floor.p, floor.n);
		to = put_points(to + floor.n, '+', (unsigned)-points);
		points = 0;
	}
	*list = (struct str){ p, (size_t)(to - p) };
	return points;
}

WRAPS int
quality_points_again(const struct quality *q, const struct quality_memory *m, uint32_t flags,
    struct arena *a, struct str *list)
{
	struct quality_said *said = &m->said[flags * UINT32_C(0x9e3779b1) >> 26];

	/* The first stays, so that what is remembered does not grow. */
	if (said->list.p == NULL) {
		said->points = quality_points(q, flags, m->arena, &said->list);
		said->flags = flags;
	}
	if (said->flags != flags)
		return quality_points(q, flags, a, list);
	*list = said->list;
	return said->points;
}
