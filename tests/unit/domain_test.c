/* domain_test - host names, the public suffix list, web sites as people type them. */
#include <stdlib.h>

#include "unit.h"
#include "value/domain.h"

struct pair {
	const char *in, *out;           /* NULL: refused */
};

static void
check_pair(const char *what, const struct pair *pair, bool ok, struct str out)
{
	ck_assert_msg(ok == (pair->out != NULL), "%s of %s: %d", what, pair->in, ok);
	if (ok)
		ck_assert_msg(str_is(out, pair->out), "%s of %s: %.*s", what, pair->in,
		    STR_ARG(out));
}

static const struct pair hosts[] = {
	{ "example.com", "example.com" },
	{ "WWW.Example.COM", "www.example.com" },
	{ "r3---sn.example", "r3---sn.example" },
	{ "localhost", "localhost" },
	{ "fa\xc3\x9f.de", "xn--fa-hia.de" },                   /* IDNA 2008 keeps the sharp s */
	{ "m\xc3\xbcnchen.de", "xn--mnchen-3ya.de" },           /* RFC 3492 by hand elsewhere */
	{ "mu\xcc\x88nchen.de", "xn--mnchen-3ya.de" },          /* u and a combining diaeresis */
	{ "\xe4\xbe\x8b\xe3\x80\x82\xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88", "xn--fsq.xn--zckzah" },
	{ "XN--MNCHEN-3YA.de", "xn--mnchen-3ya.de" },
	{ "", NULL },
	{ ".", NULL },
	{ "a..b", NULL },
	{ "example.com.", NULL },
	{ "a b.com", NULL },
	{ "a_b.com", NULL },
	{ "-a.com", NULL },
	{ "a-.com", NULL },
	{ "m\xc3\xbcn_chen.de", NULL },
	{ "m\xc3\xbcn chen.de", NULL },
	{ "m\xc3\xbcn\xef\xbc\x8f" "chen.de", NULL },           /* a full-width solidus */
	{ "\xff.de", NULL },
	{ "xn--a.com", NULL },
};

START_TEST(ascii)
{
	struct str out = { 0 };
	bool ok = domain_ascii(&arena, str_of(hosts[_i].in), &out);

	check_pair("ascii", &hosts[_i], ok, out);
}
END_TEST

/* After the test data of publicsuffix.org, for the ICANN part. */
static const struct pair registrables[] = {
	{ "example.com", "example.com" },
	{ "b.example.com", "example.com" },
	{ "a.b.Example.CO.uk", "example.co.uk" },
	{ "co.uk", NULL },
	{ "com", NULL },
	{ "www.ck", "www.ck" },
	{ "www.www.ck", "www.ck" },
	{ "test.ck", NULL },
	{ "b.test.ck", "b.test.ck" },
	{ "city.kobe.jp", "city.kobe.jp" },
	{ "b.c.kobe.jp", "b.c.kobe.jp" },
	{ "a.b.blogspot.com", "blogspot.com" },                 /* a private rule */
	{ "www.\xe9\xa3\x9f\xe7\x8b\xae.\xe5\x85\xac\xe5\x8f\xb8.cn", "xn--85x722f.xn--55qx5d.cn" },
	{ "b.example.example", "example.example" },             /* unlisted: the rule "*" */
	{ "127.0.0.1", NULL },
	{ "not a host", NULL },
};

START_TEST(registrable)
{
	struct str out = { 0 };
	bool ok = domain_registrable(&arena, str_of(registrables[_i].in), &out);

	check_pair("registrable", &registrables[_i], ok, out);
}
END_TEST

static const struct pair websites[] = {
	{ "https://www.Example.com/x", "www.example.com" },
	{ "example.com", "example.com" },
	{ " www.example.com/ ", "www.example.com" },
	{ "http://user:pass@example.com:8080/?q#f", "example.com" },
	{ "//example.com?x", "example.com" },
	{ "http:\\\\example.com\\a", "example.com" },
	{ "example.com.", "example.com" },
	{ "example.com\xc2\xa0", "example.com" },
	{ "example.com:443", "example.com" },
	{ "https://b\xc3\xbc" "cher.example/", "xn--bcher-kva.example" },
	{ "", NULL },
	{ "n/a", NULL },
	{ "none", NULL },
	{ "ann@example.com", NULL },
	{ "example.com and example.org", NULL },
	{ "http://", NULL },
	{ "192.168.0.1", NULL },
	{ "3.5", NULL },
	{ "mailto:ann@example.com", NULL },
};

START_TEST(website)
{
	struct str out = { 0 };
	bool ok = domain_of_website(&arena, str_of(websites[_i].in), &out);

	check_pair("website", &websites[_i], ok, out);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("domain");

	unit_each(t, ascii, hosts);
	unit_each(t, registrable, registrables);
	unit_each(t, website, websites);
	return unit_run("domain", t);
}
