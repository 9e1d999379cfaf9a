/* match_text - likeness of short texts: Jaro-Winkler by Winkler's published values. */
#include <stdlib.h>

#include "unit.h"
#include "import/match_sort.h"
#include "import/match_text.h"

/* Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990, table of examples. */
START_TEST(test_published_values)
{
	static const struct { const char *a, *b; int alike; } cases[] = {
		{ "dwayne", "duane", 840 }, { "martha", "marhta", 961 }, { "dixon", "dicksonx", 813 },
		{ "shackleford", "shackelford", 982 }, { "dunningham", "cunnigham", 896 },
		{ "nichleson", "nichulson", 956 }, { "jones", "johnson", 832 },
		{ "massey", "massie", 933 }, { "abroms", "abrams", 922 }, { "jeraldine", "geraldine", 926 },
		{ "michelle", "michael", 921 }, { "julies", "julius", 933 }, { "tanya", "tonya", 880 },
		{ "sean", "susan", 805 }, { "jon", "john", 933 }, { "abc", "xyz", 0 }, { "", "a", 0 }
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		int there = match_text_alike(str_of(cases[i].a), str_of(cases[i].b));
		int back = match_text_alike(str_of(cases[i].b), str_of(cases[i].a));

		ck_assert_msg(abs(there - cases[i].alike) <= 2, "%s %s: %d", cases[i].a, cases[i].b, there);
		ck_assert_int_eq(there, back);
	}
}
END_TEST

/* The same by the definition: letters within half the longer length, in any order. */
static int
by_definition(const char *a, const char *b, size_t n, size_t m)
{
	bool in_a[64] = { 0 }, in_b[64] = { 0 };
	size_t reach = (n > m ? n : m) / 2, i, j, common = 0, wrong = 0, lead = 0;
	int jaro;

	reach = reach ? reach - 1 : 0;
	for (i = 0; i < n; i++)
		for (j = i > reach ? i - reach : 0; j < m && j <= i + reach; j++)
			if (!in_b[j] && a[i] == b[j]) {
				in_a[i] = in_b[j] = true;
				common++;
				break;
			}
	if (common == 0)
		return 0;
	for (i = j = 0; i < n; i++)
		if (in_a[i]) {
			while (!in_b[j])
				j++;
			wrong += a[i] != b[j++];
		}
	jaro = (int)((1000 * common / n + 1000 * common / m + 1000 * (common - wrong / 2) / common) / 3);
	while (lead < 4 && lead < n && lead < m && a[lead] == b[lead])
		lead++;
	return jaro + (int)lead * (1000 - jaro) / 10;
}

START_TEST(test_same_as_by_definition)
{
	char a[64], b[64];
	size_t round, i, n, m;
	uint32_t random = 1;

	for (round = 0; round < 20000; round++) {
		n = 1 + (random = random * 1664525 + 1013904223) % 63;
		m = 1 + (random >> 8) % 63;
		for (i = 0; i < 63; i++) {
			random = random * 1664525 + 1013904223;
			a[i] = (char)("abcdef\xc3\xa9"[random >> 29]);
			b[i] = (char)("abcdef\xc3\xa9"[random >> 20 & 7]);
		}
		if (n == m && memcmp(a, b, n) == 0)
			continue;
		ck_assert_int_eq(match_text_alike((struct str){ a, n }, (struct str){ b, m }),
		    by_definition(a, b, n, m));
	}
}
END_TEST

START_TEST(test_slips)
{
	ck_assert(match_text_slip(STR("3465"), STR("3465")));
	ck_assert(match_text_slip(STR("3465"), STR("3456")));
	ck_assert(match_text_slip(STR("3465"), STR("345")));
	ck_assert(match_text_slip(STR("3465"), STR("34650")));
	ck_assert(match_text_slip(STR("3465"), STR("3475")));
	ck_assert(!match_text_slip(STR("3465"), STR("3564")));
	ck_assert(!match_text_slip(STR("3465"), STR("34")));
	ck_assert(!match_text_slip(STR("3465"), STR("4365x")));
}
END_TEST

START_TEST(test_words_in_any_order)
{
	int share;

	ck_assert_int_eq(match_text_words(STR("hotel_bel_air"), STR("bel_air_hotel"), &share), 1000);
	ck_assert_int_eq(share, 1000);
	ck_assert_int_eq(match_text_words(STR("arts_deli"), STR("arts_delicatessen"), &share), 975);
	ck_assert_int_eq(match_text_words(STR("mikado"), STR("bistro"), &share), 0);
	ck_assert_int_eq(match_text_words(STR(""), STR("bistro"), &share), 0);
}
END_TEST

/* Sorted by hash, then by row; also where most hashes are equal or differ in their last bytes only. */
START_TEST(test_sort)
{
	enum { MOST = 5000 };
	static struct match_entry e[MOST];
	size_t n, i;
	uint64_t random = 1;

	for (n = 0; n <= MOST; n = n * 3 + 1) {
		for (i = 0; i < n; i++) {
			random = random * UINT64_C(6364136223846793005) + 1442695040888963407;
			e[i] = (struct match_entry){ i % 3 ? random : i % 2 ? UINT64_C(7) << 60 : random >> 52,
			    (uint32_t)(i * 2654435761) };
		}
		match_sort(e, n);
		for (i = 1; i < n; i++)
			ck_assert(e[i - 1].hash < e[i].hash ||
			    (e[i - 1].hash == e[i].hash && e[i - 1].row < e[i].row));
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("match");

	tcase_add_test(t, test_published_values);
	tcase_add_test(t, test_same_as_by_definition);
	tcase_add_test(t, test_slips);
	tcase_add_test(t, test_words_in_any_order);
	tcase_add_test(t, test_sort);
	return unit_run("match", t);
}
