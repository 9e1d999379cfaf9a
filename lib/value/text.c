/*
 * text - UTF-8 by utf8proc, behind a fast path for ASCII.
 */
#include <utf8proc.h>

#include "value/text.h"

bool
text_ascii(struct str s)
{
	return text_valid_ascii(s) == s.n;
}

int32_t
text_first(struct str s, size_t *n)
{
	utf8proc_int32_t point;
	utf8proc_ssize_t size;

	*n = s.n != 0;
	if (s.n == 0)
		return -1;
	size = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &point);
	if (size <= 0)
		return -1;
	*n = (size_t)size;
	return point;
}

/* Unicode White_Space, and the two invisible ones that exports leave at the ends of cells. */
static bool
is_space(int32_t point)
{
	return (point >= 9 && point <= 13) || point == ' ' || point == 0x85 || point == 0xA0 ||
	    point == 0x1680 || (point >= 0x2000 && point <= 0x200B) || point == 0x2028 ||
	    point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000 ||
	    point == 0xFEFF;
}

/* The code point at the end of s, and its size. */
static int32_t
last(struct str s, size_t *n)
{
	size_t from = s.n - 1;
	int32_t point;

	while (from > 0 && s.n - from < 4 && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from--;
	point = text_first(str_slice(s, from, s.n), n);
	return *n == s.n - from ? point : -1;
}

static bool
is_plain(char c)
{
	return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

struct str
text_trim(struct str s)
{
	size_t n;

	if (s.n && is_plain(s.p[0]) && is_plain(s.p[s.n - 1]))
		return s;
	while (s.n && is_space(text_first(s, &n)))
		s = str_slice(s, n, s.n);
	while (s.n && is_space(last(s, &n)))
		s.n -= n;
	return s;
}

size_t
text_length(struct str s)
{
	utf8proc_int32_t state = 0;
	int32_t before = -1;
	size_t n, length = 0;

	for (; s.n; s = str_slice(s, n, s.n)) {
		int32_t point = text_first(s, &n);

		length += before < 0 || point < 0 ||
		    utf8proc_grapheme_break_stateful(before, point, &state);
		before = point;
	}
	return length;
}

size_t
text_words(struct str s)
{
	size_t n, words = 0;
	bool inside = false;

	for (; s.n; s = str_slice(s, n, s.n)) {
		bool space = is_space(text_first(s, &n));

		words += !space && !inside;
		inside = !space;
	}
	return words;
}

size_t
text_width(struct str s)
{
	size_t n, width = 0;

	for (; s.n; s = str_slice(s, n, s.n)) {
		int32_t point = text_first(s, &n);

		width += point < 0 ? 1 : (size_t)utf8proc_charwidth(point);
	}
	return width;
}

/* What a code point is to text_key, text_shape and text_visible. */
enum kind { BAD, LETTER, CAPITAL, MARK, DIGIT, PUNCTUATION, CURRENCY, SYMBOL, BLANK, HIDDEN };

static enum kind
kind(int32_t point)
{
	static const unsigned char kinds[] = {
		[UTF8PROC_CATEGORY_CN] = HIDDEN, [UTF8PROC_CATEGORY_LU] = CAPITAL,
		[UTF8PROC_CATEGORY_LL] = LETTER, [UTF8PROC_CATEGORY_LT] = CAPITAL,
		[UTF8PROC_CATEGORY_LM] = LETTER, [UTF8PROC_CATEGORY_LO] = LETTER,
		[UTF8PROC_CATEGORY_MN] = MARK, [UTF8PROC_CATEGORY_MC] = MARK,
		[UTF8PROC_CATEGORY_ME] = MARK, [UTF8PROC_CATEGORY_ND] = DIGIT,
		[UTF8PROC_CATEGORY_NL] = DIGIT, [UTF8PROC_CATEGORY_NO] = DIGIT,
		[UTF8PROC_CATEGORY_PC] = PUNCTUATION, [UTF8PROC_CATEGORY_PD] = PUNCTUATION,
		[UTF8PROC_CATEGORY_PS] = PUNCTUATION, [UTF8PROC_CATEGORY_PE] = PUNCTUATION,
		[UTF8PROC_CATEGORY_PI] = PUNCTUATION, [UTF8PROC_CATEGORY_PF] = PUNCTUATION,
		[UTF8PROC_CATEGORY_PO] = PUNCTUATION, [UTF8PROC_CATEGORY_SM] = SYMBOL,
		[UTF8PROC_CATEGORY_SC] = CURRENCY, [UTF8PROC_CATEGORY_SK] = SYMBOL,
		[UTF8PROC_CATEGORY_SO] = SYMBOL, [UTF8PROC_CATEGORY_ZS] = BLANK,
		[UTF8PROC_CATEGORY_ZL] = HIDDEN, [UTF8PROC_CATEGORY_ZP] = HIDDEN,
		[UTF8PROC_CATEGORY_CC] = HIDDEN, [UTF8PROC_CATEGORY_CF] = HIDDEN,
		[UTF8PROC_CATEGORY_CS] = HIDDEN, [UTF8PROC_CATEGORY_CO] = HIDDEN,
	};

	return point < 0 ? BAD : kinds[utf8proc_category(point)];
}

bool
text_alnum(int32_t point)
{
	enum kind k = kind(point);

	return k == LETTER || k == CAPITAL || k == DIGIT;
}

/* What ASCII becomes in a key; 0: a gap. */
static const char in_key[128] = {
#define LETTERS 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', \
	'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'
	['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ['A'] = LETTERS, ['a'] = LETTERS
#undef LETTERS
};

/* False: it is not all ASCII. */
static bool
ascii_key(struct arena *a, struct str s, struct str *key)
{
	char *p = arena_text(a, s.n), *at = p, c;
	bool gap = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
		if ((c = in_key[(unsigned char)s.p[i]]) == 0) {
			gap = at != p;
			continue;
		}
		if (gap)
			*at++ = '_';
		gap = false;
		*at++ = c;
	}
	*key = (struct str){ p, (size_t)(at - p) };
	return true;
}

struct str
text_key(struct arena *a, struct str s)
{
	struct str rest, key;
	char *p, *at;
	bool gap = false;
	size_t n;

	if (ascii_key(a, s, &key))
		return key;
	rest = text_fold(a, s);
	at = p = arena_text(a, rest.n);

	for (; rest.n; rest = str_slice(rest, n, rest.n)) {
		enum kind k = LETTER;

		n = 1;
		if ((unsigned char)*rest.p >= 0x80)
			k = kind(text_first(rest, &n));
		else if (!in_key[(unsigned char)*rest.p])
			k = BLANK;
		if (k != LETTER && k != CAPITAL && k != DIGIT && (k != MARK || gap || at == p)) {
			gap = at != p;
			continue;
		}
		if (gap)
			*at++ = '_';
		gap = false;
		*at++ = *rest.p;
		if (n > 1) {
			memcpy(at, rest.p + 1, n - 1);
			at += n - 1;
		}
	}
	return (struct str){ p, (size_t)(at - p) };
}

struct str
text_shape(struct arena *a, struct str s)
{
	enum { MOST = 40, RUN = 3 };
	char *p = arena_text(a, 4 * MOST + 3), *at = p;
	int shown = 0, run = 0;
	size_t n;
	int32_t before = -1;

	for (; s.n; s = str_slice(s, n, s.n)) {
		int32_t point = text_first(s, &n), show = '?';

		switch (kind(point)) {
		case LETTER: show = 'a'; break;
		case CAPITAL: show = 'A'; break;
		case DIGIT: show = '9'; break;
		case BLANK: show = ' '; break;
		case PUNCTUATION: case CURRENCY: show = point; break;
		case SYMBOL: show = point < 0x80 ? point : '?'; break;
		case MARK: continue;
		case BAD: case HIDDEN: break;
		}
		run = show == before ? run + 1 : 1;
		before = show;
		if (run > RUN)
			continue;
		if (shown++ == MOST) {
			memcpy(at, "...", 3);
			at += 3;
			break;
		}
		at += utf8proc_encode_char(show, (utf8proc_uint8_t *)at);
	}
	return (struct str){ p, (size_t)(at - p) };
}

/* Joiners change how their neighbours look and nothing else; Persian and emoji need them. */
static bool
is_visible(int32_t point)
{
	enum kind k = kind(point);

	return (k != BAD && k != HIDDEN) || point == 0x200C || point == 0x200D;
}

struct str
text_visible(struct arena *a, struct str s)
{
	static const char hex[] = "0123456789abcdef";
	struct str rest = s;
	char *p, *at;
	size_t n;
	int digits;

	while (rest.n && is_visible(text_first(rest, &n)))
		rest = str_slice(rest, n, rest.n);
	if (rest.n == 0)
		return s;
	/* \xNN for one byte, \u{NNNN} for two or three, \u{NNNNNN} for four. */
	at = p = arena_text(a, s.n + 3 * rest.n);
	for (rest = s; rest.n; rest = str_slice(rest, n, rest.n)) {
		int32_t point = text_first(rest, &n);

		if (is_visible(point)) {
			memcpy(at, rest.p, n);
			at += n;
			continue;
		}
		if (n == 1)
			point = (unsigned char)rest.p[0];
		*at++ = '\\';
		*at++ = n == 1 ? 'x' : 'u';
		if (n > 1)
			*at++ = '{';
		for (digits = n == 1 ? 2 : n < 4 ? 4 : 6; digits-- > 0;)
			*at++ = hex[point >> 4 * digits & 15];
		if (n > 1)
			*at++ = '}';
	}
	return (struct str){ p, (size_t)(at - p) };
}
