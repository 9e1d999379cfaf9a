/*
 * domain - most hosts are plain ASCII and are checked in place; libidn2 sees only the others.
 *
 * libidn2 can drop or map characters, so letters-digits-hyphen is checked by us on both
 * sides of it, and its own STD3 option, which deletes in silence, stays off.
 */
#include <idn2.h>
#include <libpsl.h>

#include "value/domain.h"
#include "value/text.h"

enum {
	LABEL_MOST = 63,
	HOST_MOST = 253,
	/* No longer text can become a host: an A-label has at least a byte for each code point. */
	UNICODE_MOST = 4 * HOST_MOST
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* What stands in a host name, several at once. */
enum {
	CAPITAL = 1,
	INTERNATIONAL = 2,      /* bytes beyond ASCII, or a label that claims to be punycode */
	NO_HOST = 4
};

static bool
is_small(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static unsigned
examine_label(struct str label)
{
	unsigned what = 0;
	size_t i;

	if (label.n == 0 || label.p[0] == '-' || label.p[label.n - 1] == '-')
		return NO_HOST;
	for (i = 0; i < label.n; i++) {
		if (is_small(label.p[i]) || label.p[i] == '-')
			continue;
		if (is_capital(label.p[i]))
			what |= CAPITAL;
		else if ((unsigned char)label.p[i] >= 0x80)
			what |= INTERNATIONAL;
		else
			return NO_HOST;
	}
	if (label.n > LABEL_MOST && (what & INTERNATIONAL) == 0)
		return NO_HOST;
	if (label.n > 3 && label.p[3] == '-' && str_eq_nocase(str_slice(label, 0, 4), STR("xn--")))
		what |= INTERNATIONAL;
	return what;
}

static unsigned
examine(struct str host)
{
	struct str rest = host, label;
	unsigned what = 0;

	if (host.n > UNICODE_MOST)
		return NO_HOST;
	while (str_split(&rest, '.', &label))
		what |= examine_label(label);
	if (host.n > HOST_MOST && (what & INTERNATIONAL) == 0)
		what |= NO_HOST;
	return what;
}

static bool
to_ascii(struct arena *a, struct str host, struct str *ascii)
{
	char *out = NULL;
	bool ok;

	host = arena_copy(a, host);
	if (idn2_lookup_u8((const uint8_t *)host.p, (uint8_t **)&out,
	    IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK)
		return false;
	ok = text_ascii(str_of(out)) && strlen(out) <= HOST_MOST &&
	    (examine(str_of(out)) & (NO_HOST | CAPITAL)) == 0;
	if (ok)
		*ascii = arena_copy(a, str_of(out));
	idn2_free(out);
	return ok;
}

static struct str
lower_copy(struct arena *a, struct str host)
{
	char *p = arena_text(a, host.n);
	size_t i;

	for (i = 0; i < host.n; i++)
		p[i] = lower(host.p[i]);
	return (struct str){ p, host.n };
}

bool
domain_ascii(struct arena *a, struct str host, struct str *ascii)
{
	unsigned what = examine(host);

	if (what & NO_HOST)
		return false;
	if (what & INTERNATIONAL)
		return to_ascii(a, host, ascii);
	*ascii = what & CAPITAL ? lower_copy(a, host) : host;
	return true;
}

/* A host whose last label is a number is an IPv4 address or a mistake. */
static bool
ends_in_number(struct str host)
{
	size_t i = host.n;

	while (i > 0 && host.p[i - 1] >= '0' && host.p[i - 1] <= '9')
		i--;
	return i < host.n && (i == 0 || host.p[i - 1] == '.');
}

bool
domain_registrable(struct arena *a, struct str host, struct str *registrable)
{
	const psl_ctx_t *list = psl_builtin();
	const char *at, *dot;

	if (!domain_ascii(a, host, &host) || ends_in_number(host))
		return false;
	at = arena_copy(a, host).p;
	if (psl_is_public_suffix2(list, at, PSL_TYPE_ICANN))
		return false;
	/* The name ends where what follows its first dot is a public suffix. */
	while ((dot = strchr(at, '.')) != NULL) {
		if (psl_is_public_suffix2(list, dot + 1, PSL_TYPE_ICANN)) {
			*registrable = str_of(at);
			return true;
		}
		at = dot + 1;
	}
	return false;
}

static bool
is_slash(char c)
{
	return c == '/' || c == '\\';
}

/* Drop "scheme://" or "//"; true when there was one. */
static bool
drop_scheme(struct str *s)
{
	size_t i = 0;

	while (i < s->n && (is_small(s->p[i]) || is_capital(s->p[i])))
		i++;
	if (i > 0 && (i == s->n || s->p[i++] != ':'))
		return false;
	if (s->n - i < 2 || !is_slash(s->p[i]) || !is_slash(s->p[i + 1]))
		return false;
	*s = str_slice(*s, i + 2, s->n);
	return true;
}

/* Drop ":8080"; a colon with anything else behind it stays and spoils the host. */
static void
drop_port(struct str *s)
{
	size_t i = s->n;

	while (i > 0 && s->p[i - 1] >= '0' && s->p[i - 1] <= '9')
		i--;
	if (i > 0 && s->p[i - 1] == ':')
		s->n = i - 1;
}

bool
domain_of_website(struct arena *a, struct str website, struct str *host)
{
	struct str s = text_trim(website);
	bool scheme = drop_scheme(&s);
	size_t i = 0;

	while (i < s.n && !is_slash(s.p[i]) && s.p[i] != '?' && s.p[i] != '#')
		i++;
	s.n = i;
	/* "user@host" is a URL's only behind a scheme; alone it is an e-mail address. */
	if (scheme)
		while ((i = str_find(s, '@')) < s.n)
			s = str_slice(s, i + 1, s.n);
	drop_port(&s);
	if (str_ends(s, STR(".")))
		s.n--;
	if (!domain_ascii(a, s, &s) || str_find(s, '.') == s.n || ends_in_number(s))
		return false;
	*host = s;
	return true;
}
