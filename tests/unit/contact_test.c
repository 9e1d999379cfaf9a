/* contact_test - e-mail addresses, by hand. */
#include <check.h>
#include <stdlib.h>

#include "value/contact.h"
#include "value/domain.h"

static struct arena arena;

/* What each becomes; NULL: no address. */
static const struct {
	const char *in, *out;
} emails[] = {
	{ "ann@example.com", "ann@example.com" },
	{ "  Ann.Lee@Example.COM\t", "Ann.Lee@example.com" },
	{ "Ann <ann@example.com>", "ann@example.com" },
	{ "\"Lee, Ann\" <ann@Example.com>", "ann@example.com" },
	{ "<ann@example.com>", "ann@example.com" },
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

	/* 64 in the local part, 254 in all: RFC 5321 4.5.3.1 and the path of 256 with its brackets. */
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

int
main(void)
{
	Suite *suite = suite_create("contact");
	TCase *t = tcase_create("email");
	SRunner *runner;
	int failures;

	tcase_add_loop_test(t, addresses, 0, sizeof emails / sizeof *emails);
	tcase_add_test(t, lengths);
	tcase_add_loop_test(t, duplicate_keys, 0, sizeof keys / sizeof *keys);
	suite_add_tcase(suite, t);
	runner = srunner_create(suite);
	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_ENV);
	failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	arena_free(&arena);
	return failures != 0;
}
