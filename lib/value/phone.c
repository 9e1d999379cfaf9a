/*
 * phone - numbers that name their country (+ or 00), judged by the lengths of its plan.
 */
#include "value/phone.h"
#include "value/phone_table.h"

enum { DIGITS_MOST = 15 };

/* Digits of s into `digits`; false when there is anything but digits and the usual punctuation. */
static bool
digits_of(struct str s, char *digits, size_t *n)
{
	size_t i;

	for (i = 0, *n = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9') {
			if (*n > DIGITS_MOST)
				return false;
			digits[(*n)++] = s.p[i];
		} else if (s.p[i] == '\0' || strchr(" -.()/", s.p[i]) == NULL) {
			return false;
		}
	}
	return *n > 0;
}

enum phone_status
phone_parse(struct arena *a, struct str s, struct str region, struct phone *p)
{
	char digits[DIGITS_MOST + 1];
	unsigned code = 0;
	size_t n, i;

	(void)region;
	*p = (struct phone){ .e164 = STR("") };
	s = str_trim(s);
	if (str_starts(s, STR("+")))
		s = str_slice(s, 1, s.n);
	else if (str_starts(s, STR("00")))
		s = str_slice(s, 2, s.n);
	else
		return PHONE_UNKNOWN;
	if (!digits_of(s, digits, &n) || n > DIGITS_MOST)
		return PHONE_INVALID;
	for (i = 0; i < 3 && i < n; i++) {
		code = code * 10 + (unsigned)(digits[i] - '0');
		if (code == 0)
			break;
		if (phone_table_lengths[code] != 0) {
			if ((phone_table_lengths[code] >> (n - i - 1) & 1) == 0)
				break;
			p->e164 = arena_printf(a, "+%.*s", (int)n, digits);
			return PHONE_VALID;
		}
	}
	return PHONE_INVALID;
}
