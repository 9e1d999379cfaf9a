/* guard - a number is harmless when it is short, anything else by its first character. */
#include "record/guard.h"
#include "value/text.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* [+-] digits [. or , digits] and nothing else.  *whole, *digits: before the point, and in all. */
static bool
is_number(struct str s, size_t *whole, size_t *digits)
{
	size_t i = s.n && (s.p[0] == '+' || s.p[0] == '-'), from = i, point;

	while (i < s.n && is_digit(s.p[i]))
		i++;
	*whole = *digits = i - from;
	if (*whole == 0 || i == s.n)
		return *whole != 0;
	if (s.p[i] != '.' && s.p[i] != ',')
		return false;
	point = i++;
	while (i < s.n && is_digit(s.p[i]))
		i++;
	*digits += i - point - 1;
	return i == s.n && i != point + 1;
}

static bool
is_dangerous(struct str s)
{
	static const struct str wide[] = { { "\xef\xbc\x9d", 3 }, { "\xef\xbc\x8b", 3 },
		{ "\xef\xbc\x8d", 3 }, { "\xef\xbc\xa0", 3 } };
	size_t i;

	if (s.n != 0 && memchr("=+-@\t\r\n", s.p[0], 7) != NULL)
		return true;
	for (i = 0; i < sizeof wide / sizeof *wide && s.n != 0 && s.p[0] == '\xef'; i++)
		if (str_starts(s, wide[i]))
			return true;
	return false;
}

bool
guard_needed(struct str s)
{
	size_t whole, digits;

	while (s.n != 0 && s.p[0] == '\'')
		s = str_slice(s, 1, s.n);
	if (!is_number(s, &whole, &digits))
		return is_dangerous(s);
	if (digits > 11 || (s.p[0] == '+' && whole == digits && whole >= 7))
		return true;
	return whole > 1 && (is_digit(s.p[0]) ? s.p[0] : s.p[1]) == '0';
}

struct str
guard_undo(struct str s)
{
	return s.n != 0 && s.p[0] == '\'' && guard_needed(s) ? str_slice(s, 1, s.n) : s;
}

struct str
guard_strip(struct str s)
{
	size_t before;

	do {
		before = s.n;
		s = guard_undo(s);
		if (s.n >= 3 && s.p[0] == '=' && s.p[1] == '"' && s.p[s.n - 1] == '"' &&
		    str_find(str_slice(s, 2, s.n - 1), '"') == s.n - 3)
			s = text_trim(str_slice(s, 2, s.n - 1));
	} while (s.n != before);
	return s;
}
