/*
 * phone_test - numbers as people and systems write them; one of every kind of every territory.
 *
 * Expected values: national numbering plans (examples reserved for fiction where there are
 * any) and, at the end, the example numbers that come with libphonenumber's metadata.
 */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "value/phone.h"

static const struct {
	const char *in, *region;
	enum phone_status status;
	const char *e164, *extension, *where;
} numbers[] = {
	/* named countries */
	{ "+1 415-555-2671", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "0049 30 123456", "", PHONE_VALID, "+4930123456", "", "DE" },
	{ "0049 30 123456", "US", PHONE_VALID, "+4930123456", "", "DE" },
	{ "011 49 30 123456", "US", PHONE_VALID, "+4930123456", "", "DE" },
	{ "0011 49 30 123456", "AU", PHONE_VALID, "+4930123456", "", "DE" },
	{ "8 10 49 30 123456", "RU", PHONE_VALID, "+4930123456", "", "DE" },
	{ "007 701 234 5678", "", PHONE_VALID, "+77012345678", "", "KZ" },
	{ "+800 1234 5678", "", PHONE_VALID, "+80012345678", "", "" },
	{ "+44 1481 960194", "", PHONE_VALID, "+441481960194", "", "GG" },
	{ "+44 20 7946 0018", "", PHONE_VALID, "+442079460018", "", "GB" },
	{ "+999 123456", "", PHONE_INVALID, "", "", "" },
	{ "+1 415 555 267", "", PHONE_INVALID, "", "", "" },
	{ "+1 415 555 26711", "", PHONE_INVALID, "", "", "" },
	{ "+1 115 555 2671", "", PHONE_INVALID, "", "", "" },
	/* national numbers */
	{ "(415) 555-2671", "US", PHONE_VALID, "+14155552671", "", "US" },
	{ "1 415 555 2671", "US", PHONE_VALID, "+14155552671", "", "US" },
	{ "14155552671", "US", PHONE_VALID, "+14155552671", "", "US" },
	{ "(415) 555-2671", "", PHONE_UNKNOWN, "", "", "" },
	{ "(415) 555-2671", "ZZ", PHONE_UNKNOWN, "", "", "" },
	{ "604 555 0123", "US", PHONE_VALID, "+16045550123", "", "CA" },
	{ "020 7946 0018", "GB", PHONE_VALID, "+442079460018", "", "GB" },
	{ "030 123456", "DE", PHONE_VALID, "+4930123456", "", "DE" },
	{ "4930123456", "DE", PHONE_VALID, "+4930123456", "", "DE" },
	{ "06 1234 5678", "NL", PHONE_VALID, "+31612345678", "", "NL" },
	/* Italian zeros stay; trunk zeros in brackets go, but not in Italy */
	{ "06 698 12345", "IT", PHONE_VALID, "+390669812345", "", "VA" },
	{ "+39 (0)6 7010 2030", "", PHONE_VALID, "+390670102030", "", "IT" },
	{ "+49 (0)30 123456", "", PHONE_VALID, "+4930123456", "", "DE" },
	{ "+44 (0) 20 7946 0018", "", PHONE_VALID, "+442079460018", "", "GB" },
	/* prefixes that are replaced: Argentine mobiles, carriers of Brazil, short Antigua */
	{ "011 15 2345-6789", "AR", PHONE_VALID, "+5491123456789", "", "AR" },
	{ "0 15 11 96123-4567", "BR", PHONE_VALID, "+5511961234567", "", "BR" },
	{ "+52 1 222 123 4567", "", PHONE_VALID, "+522221234567", "", "MX" },
	{ "460-1234", "AG", PHONE_VALID, "+12684601234", "", "AG" },
	/* what surrounds a number */
	{ "p:+14155552671", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "'+44 20 7946 0018", "", PHONE_VALID, "+442079460018", "", "GB" },
	{ "tel:+1-415-555-2671", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "tel:415-555-2671;phone-context=+1", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "Mobile: +14155552671.", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "999-826-8118      ", "US", PHONE_INVALID, "", "", "" },
	{ "310/246-1501", "US", PHONE_VALID, "+13102461501", "", "US" },
	{ "001-415-555-2671x123", "US", PHONE_VALID, "+14155552671", "123", "US" },
	/* extensions */
	{ "8 (423) 202-25-11, \u0434\u043e\u0431. 100", "RU", PHONE_VALID, "+74232022511", "100", "RU" },
	{ "03 331 6005 ext 3456", "NZ", PHONE_VALID, "+6433316005", "3456", "NZ" },
	{ "03-3316005x3456", "NZ", PHONE_VALID, "+6433316005", "3456", "NZ" },
	{ "+1 (645) 123 1234 ext. 910#", "", PHONE_INVALID, "", "", "" },
	/* in the words and signs that libphonenumber knows */
	{ "+442034567890 ext 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 xtn456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 extensi\u00f3n 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 extensio\u0301n 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 extension 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 anexo 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff45\uff58\uff54 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff45\uff58\uff54\uff4e456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff58\uff54456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \u0434\u043e\u0431. 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff49\uff4e\uff54 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 int.456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 ~456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff5e456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 #456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff03456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 \uff58456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 ,,456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 ; 456", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "+442034567890 -456#", "", PHONE_VALID, "+442034567890", "456", "GB" },
	{ "(415) 555-2671 x123", "US", PHONE_VALID, "+14155552671", "123", "US" },
	{ "(415) 555-2671 ext. 7", "US", PHONE_VALID, "+14155552671", "7", "US" },
	{ "(415) 555-2671, Extension: 0042", "US", PHONE_VALID, "+14155552671", "0042", "US" },
	{ "(415) 555-2671 #5", "US", PHONE_VALID, "+14155552671", "5", "US" },
	{ "+14155552671;ext=88", "", PHONE_VALID, "+14155552671", "88", "US" },
	{ "+14155552671,,88#", "", PHONE_VALID, "+14155552671", "88", "US" },
	{ "+14155552671 - 503#", "", PHONE_VALID, "+14155552671", "503", "US" },
	{ "(415) 555-2671 x302/x2303", "US", PHONE_VALID, "+14155552671", "302", "US" },
	/* letters and other scripts */
	{ "1-800-FLOWERS", "US", PHONE_VALID, "+18003569377", "", "US" },
	{ "\xef\xbc\x8b\xef\xbc\x91 \xef\xbc\x94\xef\xbc\x91\xef\xbc\x95\xef\xbc\x8d" "5552671", "",
	    PHONE_VALID, "+14155552671", "", "US" },
	{ "+\xd9\xa1\xd9\xa4\xd9\xa1\xd9\xa5" "5552671", "", PHONE_VALID,
	    "+14155552671", "", "US" },
	{ "+1\xc2\xa0" "415\xe2\x80\x91" "555\xe2\x80\x93" "2671", "", PHONE_VALID,
	    "+14155552671", "", "US" },
	/* U+2212, a minus sign; U+FF08 and U+FF09, brackets */
	{ "+1 415\xe2\x88\x92" "555\xe2\x88\x92" "2671", "", PHONE_VALID, "+14155552671", "", "US" },
	{ "+1 \xef\xbc\x88" "415\xef\xbc\x89 5552671", "", PHONE_VALID, "+14155552671", "", "US" },
	/* nothing, and no numbers */
	{ "", "US", PHONE_UNKNOWN, "", "", "" },
	{ "  ", "US", PHONE_UNKNOWN, "", "", "" },
	{ "n/a", "US", PHONE_INVALID, "", "", "" },
	{ "n/a", "", PHONE_INVALID, "", "", "" },
	{ "ann@example.com", "US", PHONE_INVALID, "", "", "" },
	{ "123", "US", PHONE_INVALID, "", "", "" },
	{ "4.15556E+09", "US", PHONE_INVALID, "", "", "" },
	{ "+1415555267\xff", "", PHONE_INVALID, "", "", "" },
	{ "00000000000000000000000000000000000000000000000000000000000000000", "DE", PHONE_INVALID,
	    "", "", "" },
};

START_TEST(written)
{
	struct phone p;
	enum phone_status status = phone_parse(&arena, str_of(numbers[_i].in),
	    str_of(numbers[_i].region), &p);

	ck_assert_msg(status == numbers[_i].status && str_is(p.e164, numbers[_i].e164) &&
	    str_is(p.extension, numbers[_i].extension) && strcmp(p.region, numbers[_i].where) == 0,
	    "'%s' in '%s': %d '%.*s' '%.*s' '%s'", numbers[_i].in, numbers[_i].region, (int)status,
	    STR_ARG(p.e164), STR_ARG(p.extension), p.region);
}
END_TEST

static void
check_number(struct str s, struct str region, struct str e164)
{
	struct phone p;

	ck_assert_msg(phone_parse(&arena, s, region, &p) == PHONE_VALID && str_eq(p.e164, e164),
	    "%.*s in %.*s: %.*s", STR_ARG(s), STR_ARG(region), STR_ARG(p.e164));
}

/* One example: by +, by 00, and with the national prefix, where the region has these. */
static void
check_example(struct str region, struct str code, struct str idd, struct str prefix,
    struct str nsn, struct str e164)
{
	if (str_is(e164, "+5212221234567"))     /* the 1 of Mexican mobiles went in 2019 */
		return;
	check_number(e164, STR(""), e164);
	check_number(arena_printf(&arena, "00%s", e164.p + 1), STR(""), e164);
	if (str_is(region, "001"))
		return;
	check_number(nsn, region, e164);
	/* Israel's 15 and 19 numbers have no prefix: 01 leads abroad there. */
	if (prefix.n > 0 && !(str_is(region, "IL") && nsn.p[0] == '1'))
		check_number(arena_printf(&arena, "%.*s %.*s", STR_ARG(prefix), STR_ARG(nsn)),
		    region, e164);
	if (str_is(idd, "00") || str_is(idd, "011"))
		check_number(arena_printf(&arena, "%.*s %.*s %.*s", STR_ARG(idd), STR_ARG(code),
		    STR_ARG(nsn)), region, e164);
}

START_TEST(examples)
{
	const char *shared = getenv("LEAD_SHARED");
	struct str path = arena_printf(&arena, "%s/data/suites/phones_examples.tsv",
	    shared != NULL && *shared != '\0' ? shared : "../shared");
	FILE *file = fopen(path.p, "r");
	char line[256];
	struct str field[7], rest;
	int i, count = 0;

	if (file == NULL) {
		printf("phone_test: examples skipped: no %s\n", path.p);
		return;
	}
	while (fgets(line, sizeof line, file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		rest = str_of(line);
		for (i = 0; i < 7; i++)
			ck_assert(str_split(&rest, '\t', &field[i]));
		if (!str_is(field[0], "region")) {
			check_example(field[0], field[1], field[2], field[3], field[5], field[6]);
			count++;
		}
	}
	fclose(file);
	ck_assert_int_eq(count, 1032);
}
END_TEST

/* lib/value/phone_table.c is what its generator makes of the metadata. */
START_TEST(table)
{
	const char *shared = getenv("LEAD_SHARED");
	struct str list = arena_printf(&arena, "%s/data/lists/PhoneNumberMetadata.xml",
	    shared != NULL && *shared != '\0' ? shared : "../shared");
	FILE *file = fopen(list.p, "r");

	if (file == NULL || system("command -v python3 >/dev/null") != 0) {
		printf("phone_test: generator skipped: no python3 or no %s\n", list.p);
	} else {
		list = arena_printf(&arena,
		    "python3 lib/value/phone_table.py '%s' | cmp - lib/value/phone_table.c",
		    list.p);
		ck_assert_int_eq(system(list.p), 0);
	}
	if (file != NULL)
		fclose(file);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("phone");

	unit_each(t, written, numbers);
	tcase_add_test(t, examples);
	tcase_add_test(t, table);
	tcase_set_timeout(t, 60);
	return unit_run("phone", t);
}
