/* contact_test - the names of people, by hand. */
#include <stdlib.h>

#include "unit.h"
#include "value/contact.h"

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
	{ "Garc\xc3\xad" "a M\xc3\xa1rquez, Gabriel", "", "Gabriel", "",
	    "Garc\xc3\xad" "a M\xc3\xa1rquez", "" },
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
	{ "\xe5\xb1\xb1\xe7\x94\xb0\xe3\x80\x80\xe5\xa4\xaa\xe9\x83\x8e", "",
	    "\xe5\xa4\xaa\xe9\x83\x8e", "", "\xe5\xb1\xb1\xe7\x94\xb0", "" },
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
	TCase *t = tcase_create("contact");

	unit_each(t, people, names);
	tcase_add_test(t, long_text_is_no_name);
	unit_each(t, join, joins);
	return unit_run("contact", t);
}
