/* contact_test - e-mail addresses and the names of people, by hand. */
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

/* The full name; prefix, first, middle, last, suffix. */
static const char *const names[][6] = {
	{ "Ann Lee", "", "Ann", "", "Lee", "" },
	{ "  Ann \t Lee ", "", "Ann", "", "Lee", "" },
	{ "Ann\xc2\xa0Lee", "", "Ann", "", "Lee", "" },
	{ "Madonna", "", "Madonna", "", "", "" },
	{ "", "", "", "", "", "" },
	{ " , ", "", "", "", "", "" },
	{ "John Ronald Reuel Tolkien", "", "John", "Ronald Reuel", "Tolkien", "" },
	{ "J. R. R. Tolkien", "", "J.", "R. R.", "Tolkien", "" },
	{ "Robert (Bob) Smith", "", "Robert", "(Bob)", "Smith", "" },
	{ "Mary-Jane O'Neil", "", "Mary-Jane", "", "O'Neil", "" },
	/* particles */
	{ "Ludwig van Beethoven", "", "Ludwig", "", "van Beethoven", "" },
	{ "LUDWIG VAN BEETHOVEN", "", "LUDWIG", "", "VAN BEETHOVEN", "" },
	{ "Jan Peter van der Berg", "", "Jan", "Peter", "van der Berg", "" },
	{ "Oscar De La Hoya", "", "Oscar", "", "De La Hoya", "" },
	{ "Otto von Bismarck", "", "Otto", "", "von Bismarck", "" },
	{ "Osama bin Ladin", "", "Osama", "", "bin Ladin", "" },
	{ "Omar Hassan al-Bashir", "", "Omar", "Hassan", "al-Bashir", "" },
	{ "Harun al Rashid", "", "Harun", "", "al Rashid", "" },
	{ "Al Pacino", "", "Al", "", "Pacino", "" },
	{ "Weird Al Yankovic", "", "Weird", "Al", "Yankovic", "" },
	{ "Van Morrison", "", "Van", "", "Morrison", "" },
	{ "van der Berg", "", "", "", "van der Berg", "" },
	{ "David Ben Gurion", "", "David", "Ben", "Gurion", "" },
	{ "David ben Gurion", "", "David", "", "ben Gurion", "" },
	{ "Jos\xc3\xa9 Ortega y Gasset", "", "Jos\xc3\xa9", "", "Ortega y Gasset", "" },
	{ "Maria da Silva Santos", "", "Maria", "", "da Silva Santos", "" },
	{ "Jill St. John", "", "Jill", "", "St. John", "" },
	{ "Gerard 't Hooft", "", "Gerard", "", "'t Hooft", "" },
	{ "Minh Le", "", "Minh", "", "Le", "" },
	/* suffixes */
	{ "Sammy Davis Jr.", "", "Sammy", "", "Davis", "Jr." },
	{ "Sammy Davis, Jr.", "", "Sammy", "", "Davis", "Jr." },
	{ "Henry Ford III", "", "Henry", "", "Ford", "III" },
	{ "Ann Lee PhD", "", "Ann", "", "Lee", "PhD" },
	{ "Ann Lee, Ph.D., M.B.A.", "", "Ann", "", "Lee", "Ph.D. M.B.A." },
	{ "Ann Lee MA", "", "Ann", "", "Lee", "MA" },
	{ "Ann Lee, MA", "", "Ann", "", "Lee", "MA" },
	{ "Yo-Yo Ma", "", "Yo-Yo", "", "Ma", "" },
	{ "ANN LEE MA", "", "ANN", "LEE", "MA", "" },
	{ "Smith, MD", "", "Smith", "", "", "MD" },
	{ "Li, Ma", "", "Ma", "", "Li", "" },
	{ "Raj Kumar V", "", "Raj", "Kumar", "V", "" },
	{ "Jan van der Berg Sr", "", "Jan", "", "van der Berg", "Sr" },
	/* comma order */
	{ "Lee, Ann", "", "Ann", "", "Lee", "" },
	{ "van der Berg, Jan Peter", "", "Jan", "Peter", "van der Berg", "" },
	{ "Berg, Jan van der", "", "Jan", "", "van der Berg", "" },
	{ "Davis Jr., Sammy", "", "Sammy", "", "Davis", "Jr." },
	{ "Davis, Jr., Sammy", "", "Sammy", "", "Davis", "Jr." },
	{ "Davis, Sammy, Jr.", "", "Sammy", "", "Davis", "Jr." },
	{ "Davis, Sammy Jr.", "", "Sammy", "", "Davis", "Jr." },
	{ "Garc\xc3\xad" "a M\xc3\xa1rquez, Gabriel", "", "Gabriel", "", "Garc\xc3\xad" "a M\xc3\xa1rquez", "" },
	{ "Lee, Dr. Ann", "Dr.", "Ann", "", "Lee", "" },
	{ "Dr. Lee, Ann", "Dr.", "Ann", "", "Lee", "" },
	{ "Lee, Ann, Dr.", "Dr.", "Ann", "", "Lee", "" },
	{ "Lee, Mr.", "Mr.", "", "", "Lee", "" },
	{ "Lee, Ann, Sales", "", "Ann", "", "Lee", "Sales" },
	/* honorifics */
	{ "Dr. Ann Lee", "Dr.", "Ann", "", "Lee", "" },
	{ "MR JOHN SMITH", "MR", "JOHN", "", "SMITH", "" },
	{ "Mr. Smith", "Mr.", "", "", "Smith", "" },
	{ "Prof. Dr. med. Hans M\xc3\xbcller", "Prof. Dr. med.", "Hans", "", "M\xc3\xbcller", "" },
	{ "Dr. rer. nat. Angela Merkel", "Dr. rer. nat.", "Angela", "", "Merkel", "" },
	{ "dr. phil smith", "dr.", "phil", "", "smith", "" },
	{ "Mr. and Mrs. John Smith", "Mr. and Mrs.", "John", "", "Smith", "" },
	{ "Herr Karl-Heinz von der Tann", "Herr", "Karl-Heinz", "", "von der Tann", "" },
	{ "Sra. Ana Garc\xc3\xad" "a", "Sra.", "Ana", "", "Garc\xc3\xad" "a", "" },
	{ "Sr. Garc\xc3\xad" "a", "Sr.", "", "", "Garc\xc3\xad" "a", "" },
	{ "Sgt. Pepper", "Sgt.", "", "", "Pepper", "" },
	{ "Gen Urobuchi", "", "Gen", "", "Urobuchi", "" },
	{ "Dr.", "", "Dr.", "", "", "" },
	/* the family name first: Yamada Taro */
	{ "\xe5\xb1\xb1\xe7\x94\xb0 \xe5\xa4\xaa\xe9\x83\x8e", "", "\xe5\xa4\xaa\xe9\x83\x8e", "",
	    "\xe5\xb1\xb1\xe7\x94\xb0", "" },
	{ "\xe5\xb1\xb1\xe7\x94\xb0\xe3\x80\x80\xe5\xa4\xaa\xe9\x83\x8e", "", "\xe5\xa4\xaa\xe9\x83\x8e", "",
	    "\xe5\xb1\xb1\xe7\x94\xb0", "" },
};

START_TEST(people)
{
	static const char *const part_names[] = { "prefix", "first", "middle", "last", "suffix" };
	struct name n;
	const struct str *parts[] = { &n.prefix, &n.first, &n.middle, &n.last, &n.suffix };
	int i;

	contact_split_name(&arena, str_of(names[_i][0]), &n);
	for (i = 0; i < 5; i++)
		ck_assert_msg(str_is(*parts[i], names[_i][i + 1]), "%s: %s is '%.*s'", names[_i][0],
		    part_names[i], STR_ARG(*parts[i]));
}
END_TEST

START_TEST(long_text_is_no_name)
{
	char s[100];
	struct name n;
	size_t i;

	for (i = 0; i < sizeof s; i++)
		s[i] = i % 2 ? ' ' : 'a';
	contact_split_name(&arena, (struct str){ s, sizeof s }, &n);
	ck_assert(n.first.n == 0 && n.last.n == sizeof s - 1);
}
END_TEST

static const char *const joins[][3] = {
	{ "Ann", "Lee", "Ann Lee" },
	{ " Ann ", "\tLee", "Ann Lee" },
	{ "", "Lee", "Lee" },
	{ "Ann", " ", "Ann" },
	{ "", "", "" },
	{ "\xe5\xa4\xaa\xe9\x83\x8e", "\xe5\xb1\xb1\xe7\x94\xb0",
	    "\xe5\xb1\xb1\xe7\x94\xb0 \xe5\xa4\xaa\xe9\x83\x8e" },
};

START_TEST(join)
{
	struct str out = contact_join_name(&arena, str_of(joins[_i][0]), str_of(joins[_i][1]));

	ck_assert_msg(str_is(out, joins[_i][2]), "%s: %.*s", joins[_i][2], STR_ARG(out));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("contact");
	TCase *t = tcase_create("contact");
	SRunner *runner;
	int failures;

	tcase_add_loop_test(t, addresses, 0, sizeof emails / sizeof *emails);
	tcase_add_test(t, lengths);
	tcase_add_loop_test(t, duplicate_keys, 0, sizeof keys / sizeof *keys);
	tcase_add_loop_test(t, people, 0, sizeof names / sizeof *names);
	tcase_add_test(t, long_text_is_no_name);
	tcase_add_loop_test(t, join, 0, sizeof joins / sizeof *joins);
	suite_add_tcase(suite, t);
	runner = srunner_create(suite);
	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_ENV);
	failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	arena_free(&arena);
	return failures != 0;
}
