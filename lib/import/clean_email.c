/*
 * clean_email - most addresses are plain: their local part is read here, and their host is known.
 */
#include "import/clean_impl.h"
#include "value/contact.h"
#include "value/domain.h"

/* What a host is: its kind, and … */
enum {
	HOST_KIND = 7,
	HOST_PLAIN = 8,                 /* ASCII, of lower case but for … */
	HOST_CAPITAL = 16
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int64_t
examine_host(struct arena *a, struct str host)
{
	struct str ascii;
	int64_t what;
	size_t i;

	if (!domain_ascii(a, host, &ascii) || ascii.n != host.n)
		return 0;
	for (i = 0; i < host.n; i++)
		if (lower(host.p[i]) != ascii.p[i])
			return 0;
	what = HOST_PLAIN | (int64_t)contact_email_domain(ascii);
	return str_eq(host, ascii) ? what : what | HOST_CAPITAL;
}

/* An address and nothing else, with a host like most.  False: it has to be looked at more closely. */
static bool
read_plain(struct clean *c, struct str s, struct email *e, enum email_kind *kind)
{
	size_t at = contact_email_local(s), i;
	struct str host = str_slice(s, at + 1, s.n);
	int64_t *known, what;
	char *p;

	if (at == 0 || host.n == 0 || (known = clean_memo_host(c, CLEAN_MEMO_HOST, host)) == NULL)
		return false;
	if (*known == MEMO_NEW)
		*known = examine_host(c->scratch, host);
	if (((what = *known) & HOST_PLAIN) == 0)
		return false;
	if (what & HOST_CAPITAL) {
		p = arena_text(c->scratch, s.n);
		memcpy(p, s.p, at + 1);
		for (i = at + 1; i < s.n; i++)
			p[i] = lower(s.p[i]);
		s.p = p;
	}
	*e = (struct email){ s, str_slice(s, 0, at), str_slice(s, at + 1, s.n) };
	*kind = (enum email_kind)(what & HOST_KIND);
	if (*kind != EMAIL_DISPOSABLE && contact_email_role(e->local))
		*kind = EMAIL_ROLE;
	return true;
}

static bool
find_first(struct arena *a, struct str in, struct email *e)
{
	struct str rest = in, part;

	while (clean_next(&rest, &part))
		if (contact_email(a, part, e))
			return true;
	return false;
}

enum clean_verdict
clean_email(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	static const struct str status[] = { [EMAIL_DISPOSABLE] = { "disposable", 10 },
		[EMAIL_ROLE] = { "role", 4 }, [EMAIL_FREE] = { "free", 4 },
		[EMAIL_VALID] = { "valid", 5 } };
	enum email_kind kind;
	struct email e;

	if (!read_plain(c, in, &e, &kind)) {
		if (!contact_email(c->scratch, in, &e)) {
			if (!find_first(c->scratch, in, &e)) {
				clean_set_plain(c, VOCAB_EMAIL_STATUS, STR("invalid"));
				return CLEAN_UNREAD;
			}
			clean_keep(c, f, in);
		}
		kind = contact_email_kind(&e);
	}
	clean_set_plain(c, VOCAB_EMAIL_STATUS, status[kind]);
	*out = e.text;
	return str_eq(in, e.text) ? CLEAN_SAME : CLEAN_REPAIRED;
}
