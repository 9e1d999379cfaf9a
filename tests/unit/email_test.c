/* email_test - e-mail addresses: by hand, by the isemail suite, by the lists. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "value/contact.h"

/* What each becomes; NULL: no address. */
static const struct {
	const char *in, *out;
} emails[] = {
	{ "ann@example.com", "ann@example.com" },
	{ "  Ann.Lee@Example.COM\t", "Ann.Lee@example.com" },
	{ "Ann <ann@example.com>", "ann@example.com" },
	{ "\"Lee, Ann\" <ann@Example.com>", "ann@example.com" },
	{ "<ann@example.com>", "ann@example.com" },
	{ "\xe2\x80\x8b" "ann@example.com\xc2\xa0", "ann@example.com" },
	{ "mailto:ann@example.com", "ann@example.com" },
	{ "MAILTO:ann@example.com?subject=Hi", "ann@example.com" },
	{ "a+b!#$%&'*/=?^_`{|}~-.c@x-y.example", "a+b!#$%&'*/=?^_`{|}~-.c@x-y.example" },
	{ "ann@localhost", "ann@localhost" },
	{ "ann@b\xc3\xbc" "cher.example", "ann@xn--bcher-kva.example" },
	{ "ann@B\xc3\x9c" "CHER.example", "ann@xn--bcher-kva.example" },
	{ "", NULL },
	{ "ann", NULL },
	{ "@example.com", NULL },
	{ "ann@", NULL },
	{ "ann@@example.com", NULL },
	{ "ann lee@example.com", NULL },
	{ "ann@example..com", NULL },
	{ "ann@.example.com", NULL },
	{ "ann@example.com.", NULL },
	{ "ann@-example.com", NULL },
	{ "ann@example-.com", NULL },
	{ "ann@exa_mple.com", NULL },
	{ "ann@xn--0.example", NULL },
	{ "\xc3\xa4nn@example.com", NULL },
	{ "\"ann lee\"@example.com", NULL },
	{ "ann@[127.0.0.1]", NULL },
	{ "ann@example.com, bob@example.com", NULL },
	{ "999-826-8118", NULL },
};

START_TEST(addresses)
{
	struct email e = { 0 };
	bool ok = contact_email(&arena, str_of(emails[_i].in), &e);

	ck_assert_msg(ok == (emails[_i].out != NULL), "%s: %d", emails[_i].in, ok);
	if (!ok)
		return;
	ck_assert_msg(str_is(e.text, emails[_i].out), "%s: %.*s", emails[_i].in, STR_ARG(e.text));
	ck_assert(e.local.n + 1 + e.domain.n == e.text.n);
}
END_TEST

START_TEST(lengths)
{
	char s[400];
	struct email e;

	/* 64 in the local part, 254 in all: RFC 5321 4.5.3.1, a path of 256 with its brackets */
	memset(s, 'a', sizeof s);
	memcpy(s + 64, "@b.cc", 5);
	ck_assert(contact_email(&arena, (struct str){ s, 69 }, &e));
	memset(s, 'a', sizeof s);
	memcpy(s + 65, "@b.cc", 5);
	ck_assert(!contact_email(&arena, (struct str){ s, 70 }, &e));
	memset(s, 'a', sizeof s);
	s[64] = '@';
	s[64 + 64] = s[64 + 128] = s[64 + 187] = '.';
	ck_assert(contact_email(&arena, (struct str){ s, 254 }, &e));
	ck_assert(!contact_email(&arena, (struct str){ s, 255 }, &e));
	s[64 + 64] = 'a';               /* a label of 64 and more */
	ck_assert(!contact_email(&arena, (struct str){ s, 200 }, &e));
}
END_TEST

static const struct {
	const char *in, *key, *loose;
} keys[] = {
	{ "Ann.Lee+News@Gmail.com", "ann.lee+news@gmail.com", "annlee@gmail.com" },
	{ "a.b@googlemail.com", "a.b@googlemail.com", "ab@gmail.com" },
	{ "A.b+c@example.com", "a.b+c@example.com", "a.b@example.com" },
	{ "+a@example.com", "+a@example.com", "+a@example.com" },
	{ "AZ.az`{@example.com", "az.az`{@example.com", "az.az`{@example.com" },
};

START_TEST(duplicate_keys)
{
	struct email e;
	struct str key;

	ck_assert(contact_email(&arena, str_of(keys[_i].in), &e));
	key = contact_email_key(&arena, &e, false);
	ck_assert_msg(str_is(key, keys[_i].key), "%.*s", STR_ARG(key));
	key = contact_email_key(&arena, &e, true);
	ck_assert_msg(str_is(key, keys[_i].loose), "%.*s", STR_ARG(key));
}
END_TEST

static const struct {
	const char *in;
	enum email_kind kind;
} kinds[] = {
	{ "ann.lee@example.com", EMAIL_VALID },
	{ "ann@gmail.com", EMAIL_FREE },
	{ "ann@Yahoo.co.uk", EMAIL_FREE },
	{ "ann@mail.gmail.com", EMAIL_VALID },          /* not handed out to anybody */
	{ "info@example.com", EMAIL_ROLE },
	{ "Sales@example.com", EMAIL_ROLE },
	{ "info+web@example.com", EMAIL_ROLE },
	{ "information.desk@example.com", EMAIL_VALID },
	{ "info@gmail.com", EMAIL_ROLE },
	{ "ann@mailinator.com", EMAIL_DISPOSABLE },
	{ "ann@x.y.mailinator.com", EMAIL_DISPOSABLE },
	{ "info@mailinator.com", EMAIL_DISPOSABLE },
	{ "ann@nomailinator.com", EMAIL_VALID },
	{ "ann@localhost", EMAIL_VALID },
	{ "+@example.com", EMAIL_VALID },
};

START_TEST(kind_of)
{
	struct email e;

	ck_assert(contact_email(&arena, str_of(kinds[_i].in), &e));
	ck_assert_msg(contact_email_kind(&e) == kinds[_i].kind, "%s: %d", kinds[_i].in,
	    (int)contact_email_kind(&e));
}
END_TEST

static FILE *
open_shared(const char *name)
{
	const char *shared = getenv("LEAD_SHARED");
	struct str path = arena_printf(&arena, "%s/data/%s",
	    shared != NULL && *shared != '\0' ? shared : "../shared", name);
	FILE *file = fopen(path.p, "r");

	if (file == NULL)
		printf("email_test: skipped: no %s\n", path.p);
	return file;
}

/* Count the words of a list that, in the address that `form` makes of them, are of the kind. */
static int
count_listed(const char *name, const char *form, enum email_kind kind, bool or_worse)
{
	FILE *file = open_shared(name);
	char line[256];
	struct email e;
	int count = 0;

	if (file == NULL)
		return -1;
	while (fgets(line, sizeof line, file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (!contact_email(&arena, arena_printf(&arena, form, line), &e))
			continue;
		count += contact_email_kind(&e) == kind ||
		    (or_worse && contact_email_kind(&e) < kind);
	}
	fclose(file);
	return count;
}

/* All words of the lists that the tables were made from, but one of both lists of domains: it
 * is an emoji, which IDNA 2008 forbids. */
START_TEST(lists)
{
	int n;

	n = count_listed("lists/disposable_domains_cc0.txt", "ann@%s", EMAIL_DISPOSABLE, false);
	ck_assert(n < 0 || n == 8334);
	n = count_listed("lists/freemail_domains.txt", "ann@%s", EMAIL_FREE, true);
	ck_assert(n < 0 || n == 14124);
	n = count_listed("lists/role_accounts.txt", "%s@example.com", EMAIL_ROLE, false);
	ck_assert(n < 0 || n == 1018);
}
END_TEST

/* Undo \r, \n, \t, \xNN and \\ in place. */
static struct str
unescaped(char *s)
{
	char *to = s, *from = s;
	unsigned byte;

	for (; *from != '\0'; from++) {
		if (*from != '\\') {
			*to++ = *from;
			continue;
		}
		switch (*++from) {
		case 'r': *to++ = '\r'; break;
		case 'n': *to++ = '\n'; break;
		case 't': *to++ = '\t'; break;
		case 'x':
			ck_assert(sscanf(from + 1, "%2x", &byte) == 1);
			*to++ = (char)byte;
			from += 2;
			break;
		default: *to++ = *from;
		}
	}
	return (struct str){ s, (size_t)(to - s) };
}

/*
 * The suite of isemail, after our rule.  We take what it calls valid, whatever the DNS or the
 * top level say (DNSWARN, TLD, TLDNUMERIC: WHATWG asks for neither).  We refuse, with WHATWG,
 * quoted strings, comments, folding white space inside, address literals and other domain
 * literals, all of which it takes with a warning.  And:
 */
static bool
we_take(const char *diagnosis, struct str address)
{
	static const char *const taken[] = {
		"ISEMAIL_VALID", "ISEMAIL_DNSWARN_NO_RECORD", "ISEMAIL_DNSWARN_NO_MX_RECORD",
		"ISEMAIL_RFC5321_TLD", "ISEMAIL_RFC5321_TLDNUMERIC",
	};
	struct str trimmed = str_trim(address);
	size_t i;

	/* dots may stand anywhere in a local part, which is WHATWG's willful violation */
	if (str_is(address, ".test@iana.org") || str_is(address, "test.@iana.org"))
		return true;
	/* cells have blanks and line ends around them: these go before the address is judged */
	if (trimmed.n < address.n)
		return str_is(trimmed, "test@iana.org");
	for (i = 0; i < sizeof taken / sizeof *taken; i++)
		if (strcmp(diagnosis, taken[i]) == 0)
			return true;
	return false;
}

START_TEST(isemail)
{
	FILE *file = open_shared("suites/email_isemail.tsv");
	char line[1024], *category, *diagnosis, *address;
	struct str s;
	struct email e;
	int count = 0;

	if (file == NULL)
		return;
	while (fgets(line, sizeof line, file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		category = strchr(line, '\t') + 1;
		diagnosis = strchr(category, '\t') + 1;
		address = strchr(diagnosis, '\t');
		*address++ = '\0';
		if (strcmp(diagnosis, "diagnosis") == 0)
			continue;
		s = unescaped(address);
		count++;
		ck_assert_msg(contact_email(&arena, s, &e) == we_take(diagnosis, s), "%s", line);
	}
	fclose(file);
	ck_assert_int_eq(count, 164);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("email");

	unit_each(t, addresses, emails);
	tcase_add_test(t, lengths);
	unit_each(t, duplicate_keys, keys);
	unit_each(t, kind_of, kinds);
	tcase_add_test(t, lists);
	tcase_add_test(t, isemail);
	return unit_run("email", t);
}
