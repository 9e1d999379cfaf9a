/*
 * text_fold - letters of one case by utf8proc, behind a fast path for ASCII.  The code points between
 * text and text are on the stack for the length of a cell, so the arena only ever holds results.
 */
#include <utf8proc.h>

#include "value/text.h"

static const uint64_t ONES = 0x0101010101010101, HIGH = 0x8080808080808080;

static inline uint64_t
load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* The high bit of each byte of an ASCII word that is A to Z. */
WRAPS static inline uint64_t
capitals(uint64_t ascii)
{
	return (ascii + ONES * (0x80 - 'A')) & ~(ascii + ONES * (0x80 - 'Z' - 1)) & HIGH;
}

static struct str
map(struct arena *a, struct str s, utf8proc_option_t options)
{
	int32_t cell[512], *points = cell;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.p;
	utf8proc_ssize_t room = sizeof cell / sizeof *cell - 1, n = (utf8proc_ssize_t)s.n;
	utf8proc_ssize_t count = utf8proc_decompose(bytes, n, points, room, options);

	if (count > room) {
		points = arena_array(a, (size_t)count + 1, sizeof *points);
		count = utf8proc_decompose(bytes, n, points, count, options);
	}
	if (count < 0 || (n = utf8proc_reencode(points, count, options)) < 0)
		return s;               /* not UTF-8 */
	if (str_eq((struct str){ (char *)points, (size_t)n }, s))
		return s;
	return arena_copy(a, (struct str){ (char *)points, (size_t)n });
}

/* Eight bytes or more, a word at a time, the last of which ends with them. */
static bool
lower_words(struct arena *a, struct str s, struct str *lower)
{
	uint64_t word, high = 0, upper = 0;
	size_t i, last = s.n - sizeof word;
	char *p;

	for (i = 0; i < last + sizeof word; i += sizeof word) {
		word = load(s.p + (i < last ? i : last));
		high |= word & HIGH;
		upper |= capitals(word);
	}
	*lower = s;
	if (high != 0 || upper == 0)
		return high == 0;
	lower->p = p = arena_text(a, s.n);
	for (i = 0; i < last + sizeof word; i += sizeof word) {
		word = load(s.p + (i < last ? i : last));
		word |= capitals(word) >> 2;    /* 0x80 becomes the 0x20 between A and a */
		memcpy(p + (i < last ? i : last), &word, sizeof word);
	}
	return true;
}

/* ASCII in small letters: itself where it has no others.  False: it is not ASCII. */
static bool
lower_ascii(struct arena *a, struct str s, struct str *lower)
{
	char text[8];
	size_t i;

	if (s.n >= sizeof text)
		return lower_words(a, s, lower);
	for (i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
		text[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]);
	}
	*lower = s.n == 0 || memcmp(text, s.p, s.n) == 0 ? s :
	    arena_copy(a, (struct str){ text, s.n });
	return true;
}

static struct str
fold(struct arena *a, struct str s)
{
	return map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
	    UTF8PROC_IGNORE);
}

/*
 * Names and cities come again and again, and utf8proc takes a microsecond for each: what was folded
 * last is remembered, by each thread for itself.  Nothing depends on it.
 */
enum { MEMORIES = 256, TEXT_MOST = 48, FOLDED_MOST = 72 };

struct memory {
	uint8_t n, folded_n;
	char text[TEXT_MOST], folded[FOLDED_MOST];
};

static _Thread_local struct memory memories[MEMORIES];

WRAPS static struct memory *
memory_of(struct str s)
{
	uint64_t hash = s.n, word = 0;
	size_t i;

	for (i = 0; i + sizeof word <= s.n; i += sizeof word)
		hash = (hash ^ load(s.p + i)) * UINT64_C(0x9e3779b97f4a7c15);
	if (i < s.n)
		memcpy(&word, s.p + i, s.n - i);
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return &memories[hash >> 56];
}

struct str
text_fold(struct arena *a, struct str s)
{
	struct memory *m;
	struct str folded;

	if (lower_ascii(a, s, &folded))
		return folded;
	if (s.n > TEXT_MOST)
		return fold(a, s);
	m = memory_of(s);
	if (m->n == s.n && memcmp(m->text, s.p, s.n) == 0)
		return arena_copy(a, (struct str){ m->folded, m->folded_n });
	folded = fold(a, s);
	if (folded.n <= FOLDED_MOST) {
		m->n = (uint8_t)s.n;
		m->folded_n = (uint8_t)folded.n;
		memcpy(m->text, s.p, s.n);
		memcpy(m->folded, folded.p, folded.n);
	}
	return folded;
}

struct str
text_nfc(struct arena *a, struct str s)
{
	return text_ascii(s) ? s : map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

struct str
text_lower(struct arena *a, struct str s)
{
	struct str rest = s, lower;
	char *p, *at;
	size_t n;

	if (lower_ascii(a, s, &lower))
		return lower;
	at = p = arena_text(a, 2 * s.n);        /* two bytes become three at most */
	for (; rest.n; rest = str_slice(rest, n, rest.n)) {
		int32_t point = text_first(rest, &n);

		if (point < 0)
			*at++ = rest.p[0];
		else
			at += utf8proc_encode_char(utf8proc_tolower(point), (utf8proc_uint8_t *)at);
	}
	return (struct str){ p, (size_t)(at - p) };
}
