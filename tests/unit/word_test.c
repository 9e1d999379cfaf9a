/* word: digits by the eight are the number they write, and nothing else is one. */
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "base/word.h"

START_TEST(test_digits)
{
	char text[32];
	int64_t number;
	uint32_t n, at;
	int64_t value, most = 10;
	int byte;

	for (n = 1; n <= 8; n++, most *= 10) {
		for (value = 0; value < most; value += value < 1000 ? 1 : most / 997 + 1) {
			snprintf(text, sizeof text, "%0*lld,99999999", (int)n, (long long)value);
			ck_assert(word_digits(text, n, &number));
			ck_assert_int_eq(number, value);
		}
		for (at = 0; at < n; at++)
			for (byte = 0; byte < 256; byte++) {
				memcpy(text, "1234567899999999", 17);
				text[at] = (char)byte;
				ck_assert_int_eq(word_digits(text, n, &number), byte >= '0' && byte <= '9');
			}
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("word");

	tcase_add_test(t, test_digits);
	return unit_run("word", t);
}
