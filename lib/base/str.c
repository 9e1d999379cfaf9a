/* str - the few operations on borrowed bytes that are not one-liners. */
#include "base/str.h"

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_slice(s, 0, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

size_t
str_find(struct str s, char byte)
{
	const char *at = s.n ? memchr(s.p, byte, s.n) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
}

size_t
str_search(struct str s, struct str needle)
{
	size_t i;

	if (needle.n == 0)
		return 0;
	for (i = 0; i + needle.n <= s.n; i++) {
		i += str_find(str_slice(s, i, s.n), needle.p[0]);
		if (i + needle.n > s.n)
			break;
		if (memcmp(s.p + i, needle.p, needle.n) == 0)
			return i;
	}
	return SIZE_MAX;
}

bool
str_split(struct str *rest, char separator, struct str *part)
{
	size_t end;

	if (rest->n == SIZE_MAX)
		return false;
	end = str_find(*rest, separator);
	*part = str_slice(*rest, 0, end);
	if (end == rest->n)
		rest->n = SIZE_MAX;     /* used up, which an empty last part is not */
	else
		*rest = str_slice(*rest, end + 1, rest->n);
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
str_trim(struct str s)
{
	while (s.n && is_blank(s.p[0]))
		s = str_slice(s, 1, s.n);
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool
str_eq_nocase(struct str a, struct str b)
{
	size_t i;

	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

unsigned
str_distance(struct str a, struct str b)
{
	enum { MOST = 64 };
	unsigned row[3][MOST + 1], cost, best;
	size_t i, j;

	if (a.n > MOST || b.n > MOST)
		return str_eq_nocase(a, b) ? 0 : MOST;
	for (j = 0; j <= b.n; j++)
		row[0][j] = (unsigned)j;
	for (i = 1; i <= a.n; i++) {
		unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (j = 1; j <= b.n; j++) {
			cost = lower(a.p[i - 1]) != lower(b.p[j - 1]);
			best = last[j - 1] + cost;
			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && lower(a.p[i - 1]) == lower(b.p[j - 2]) &&
			    lower(a.p[i - 2]) == lower(b.p[j - 1]) && before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			now[j] = best;
		}
	}
	return row[a.n % 3][b.n];
}

const char *
str_nearest(struct str s, const char *const *list)
{
	const char *nearest = NULL;
	unsigned least = (unsigned)(s.n / 3 > 1 ? s.n / 3 : 1) + 1;

	for (; *list != NULL; list++) {
		unsigned distance = str_distance(s, str_of(*list));

		if (distance < least) {
			least = distance;
			nearest = *list;
		}
	}
	return nearest;
}
