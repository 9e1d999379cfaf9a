/*
 * contact_email - addresses: unwrapped from what surrounds them, then judged byte by byte.
 */
#include "value/contact.h"
#include "value/contact_table.h"
#include "value/domain.h"
#include "value/text.h"

enum { LOCAL_MOST = 64, ADDRESS_MOST = 254 };
static const uint32_t HASH_START = 2166136261;

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The bytes that WHATWG HTML allows in a local part: bit b of mask[w] is the byte 64 w + b. */
static bool
is_local(unsigned char c)
{
	static const uint64_t mask[4] = {
		/* !#$%&'*+-./ 0-9 =? */ 0xa3ffecfa00000000, /* A-Z ^_ `a-z {|}~ */ 0x7fffffffc7fffffe
	};

	return mask[c >> 6] >> (c & 63) & 1;
}

/* What stands in "Ann <...>"; s itself when there are no angle brackets. */
static struct str
inside_brackets(struct str s)
{
	size_t open;

	if (s.n == 0 || s.p[s.n - 1] != '>' || (open = str_find(s, '<')) == s.n)
		return s;
	return text_trim(str_slice(s, open + 1, s.n - 1));
}

/* Without "mailto:" and the "?subject=..." that may follow the address then. */
static struct str
without_mailto(struct str s)
{
	size_t at;

	if (!str_eq_nocase(str_slice(s, 0, 7), STR("mailto:")))
		return s;
	s = str_slice(s, 7, s.n);
	at = str_find(s, '@');
	return str_slice(s, 0, at + str_find(str_slice(s, at, s.n), '?'));
}

size_t
contact_email_local(struct str s)
{
	size_t at = 0, most = s.n < LOCAL_MOST + 1 ? s.n : LOCAL_MOST + 1;

	while (at < most && is_local((unsigned char)s.p[at]))
		at++;
	return at < most && s.p[at] == '@' ? at : 0;
}

bool
contact_email(struct arena *a, struct str s, struct email *e)
{
	struct str local, domain, host;
	size_t at;
	char *p;

	s = without_mailto(inside_brackets(text_trim(s)));
	if ((at = contact_email_local(s)) == 0)
		return false;
	local = str_slice(s, 0, at);
	domain = str_slice(s, at + 1, s.n);
	if (!domain_ascii(a, domain, &host) || at + 1 + host.n > ADDRESS_MOST)
		return false;
	if (host.p != domain.p) {
		p = arena_text(a, at + 1 + host.n);
		memcpy(p, s.p, at + 1);
		memcpy(p + at + 1, host.p, host.n);
		s = (struct str){ p, at + 1 + host.n };
	}
	*e = (struct email){ s, local, str_slice(s, at + 1, s.n) };
	return true;
}

struct str
contact_email_key(struct arena *a, const struct email *e, bool loose)
{
	bool gmail = loose &&
	    (str_is(e->domain, "gmail.com") || str_is(e->domain, "googlemail.com"));
	struct str domain = gmail ? STR("gmail.com") : e->domain;
	char *p = arena_text(a, e->local.n + 1 + domain.n);
	size_t i, n = 0;

	for (i = 0; i < e->local.n; i++) {
		if (loose && i > 0 && e->local.p[i] == '+')
			break;
		if (!gmail || e->local.p[i] != '.')
			p[n++] = lower(e->local.p[i]);
	}
	p[n++] = '@';
	memcpy(p + n, domain.p, domain.n);
	return (struct str){ p, n + domain.n };
}

static bool
listed(const struct contact_table *table, struct str word)
{
	size_t low = 0, high, middle;
	int order;

	if (word.n > CONTACT_TABLE_LONGEST)
		return false;
	for (high = table[word.n].count; low < high;) {
		middle = low + (high - low) / 2;
		order = memcmp(word.p, table[word.n].words + middle * word.n, word.n);
		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

WRAPS static inline uint32_t
hash_byte(uint32_t hash, char c)
{
	return (hash ^ (unsigned char)c) * 16777619;
}

/* May a word with this hash be in any of the tables? */
static inline bool
may_be_listed(uint32_t hash)
{
	hash >>= 32 - CONTACT_TABLE_HASH;
	return contact_table_filter[hash >> 6] >> (hash & 63) & 1;
}

/* EMAIL_DISPOSABLE, also below such a domain, as those services hand out names there; EMAIL_FREE;
 * or EMAIL_VALID. */
enum email_kind
contact_email_domain(struct str domain)
{
	uint32_t hash = HASH_START;
	size_t i;

	for (i = domain.n; i > 0; i--) {
		hash = hash_byte(hash, domain.p[i - 1]);
		if ((i == 1 || domain.p[i - 2] == '.') && may_be_listed(hash) &&
		    listed(contact_table_disposable, str_slice(domain, i - 1, domain.n)))
			return EMAIL_DISPOSABLE;
	}
	return may_be_listed(hash) && listed(contact_table_free, domain) ? EMAIL_FREE : EMAIL_VALID;
}

bool
contact_email_role(struct str local)
{
	char small[LOCAL_MOST];
	size_t i, n = str_find(local, '+');
	uint32_t hash = HASH_START;

	for (i = n; i > 0; i--)
		hash = hash_byte(hash, small[i - 1] = lower(local.p[i - 1]));
	return may_be_listed(hash) && listed(contact_table_role, (struct str){ small, n });
}

enum email_kind
contact_email_kind(const struct email *e)
{
	enum email_kind kind = contact_email_domain(e->domain);

	return kind != EMAIL_DISPOSABLE && contact_email_role(e->local) ? EMAIL_ROLE : kind;
}
