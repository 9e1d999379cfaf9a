/* skim_text - decode a JSON string that skim has found to be valid. */
#include "record/skim.h"

static uint32_t
hex(char c)
{
	return (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

static uint32_t
four(const char *p)
{
	return hex(p[0]) << 12 | hex(p[1]) << 8 | hex(p[2]) << 4 | hex(p[3]);
}

/* The code point of an escape that begins at its backslash; *p moves behind it. */
static uint32_t
code_point(const char **p, const char *end)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *at = *p + 2, *letter;
	uint32_t high, low;

	*p = at;
	if (at[-1] != 'u') {
		letter = strchr(from, at[-1]);
		return (unsigned char)(letter ? to[letter - from] : at[-1]);
	}
	high = four(at);
	*p = at += 4;
	if (high >= 0xd800 && high < 0xdc00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
		low = four(at + 2);
		if (low >= 0xdc00 && low < 0xe000) {
			*p = at + 6;
			return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
		}
	}
	return high == 0 || (high >= 0xd800 && high < 0xe000) ? 0xfffd : high;
}

static char *
put_utf8(char *to, uint32_t c)
{
	if (c < 0x80) {
		*to++ = (char)c;
		return to;
	}
	if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
	} else {
		if (c < 0x10000) {
			*to++ = (char)(0xe0 | c >> 12);
		} else {
			*to++ = (char)(0xf0 | c >> 18);
			*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		}
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
	}
	*to++ = (char)(0x80 | (c & 0x3f));
	return to;
}

struct str
skim_text(struct arena *a, struct str quoted)
{
	const char *p = quoted.p + 1, *end = quoted.p + quoted.n - 1, *escaped;
	char *text, *to;

	if ((escaped = memchr(p, '\\', (size_t)(end - p))) == NULL)
		return (struct str){ p, (size_t)(end - p) };
	to = text = arena_text(a, (size_t)(end - p));    /* no escape is shorter than its text */
	while (escaped != NULL) {
		memcpy(to, p, (size_t)(escaped - p));
		to += escaped - p;
		p = escaped;
		to = put_utf8(to, code_point(&p, end));
		escaped = memchr(p, '\\', (size_t)(end - p));
	}
	memcpy(to, p, (size_t)(end - p));
	to += end - p;
	return (struct str){ text, (size_t)(to - text) };
}
