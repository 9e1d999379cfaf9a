/*
 * What holds for any text: text_valid agrees with a decoder that knows only the definition;
 * folding twice changes nothing more, nor does composing before it; what is shown is harmless.
 */

#include "law.h"
#include "value/text.h"

static struct arena arena;

static void
check(bool holds, const char *law, struct str s)
{
	size_t i;

	if (holds)
		return;
	fprintf(stderr, "text_law: %s:", law);
	for (i = 0; i < s.n; i++)
		fprintf(stderr, " %02X", (unsigned char)s.p[i]);
	fprintf(stderr, "\n");
	exit(1);
}

/* The definition: decode the value, then ask whether this is the shortest way to write it. */
static size_t
naive_sequence(const unsigned char *p, size_t n)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t i, size = p[0] < 0x80 ? 1 : p[0] >> 5 == 6 ? 2 : p[0] >> 4 == 14 ? 3 :
	    p[0] >> 3 == 30 ? 4 : 0;
	uint32_t value;

	if (size <= 1 || size > n)
		return size == 1;
	value = p[0] & (0x7Fu >> size);
	for (i = 1; i < size; i++) {
		if (p[i] >> 6 != 2)
			return 0;
		value = value << 6 | (p[i] & 0x3F);
	}
	return value >= least[size] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ?
	    size : 0;
}

static void
validity(struct str s)
{
	size_t i = 0, bad = 0, size = 1;
	bool valid;

	while (i < s.n && (size = naive_sequence((const unsigned char *)s.p + i, s.n - i)) != 0)
		i += size;
	valid = text_valid(s, &bad);
	check(valid == (i >= s.n), "valid", s);
	check(valid || bad == i, "place of the bad byte", s);
}

static size_t
encode(uint32_t c, char *p)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xC0 | c >> 6);
		p[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		p[0] = (char)(0xE0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 63));
		p[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	p[0] = (char)(0xF0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 63));
	p[2] = (char)(0x80 | (c >> 6 & 63));
	p[3] = (char)(0x80 | (c & 63));
	return 4;
}

static void
harmless(struct str s)
{
	struct str shown = text_visible(&arena, s), shape = text_shape(&arena, s);
	size_t i, n;

	check(text_valid(shown, NULL) && text_valid(shape, NULL), "what is shown is valid", s);
	check(str_eq(text_visible(&arena, shown), shown), "visible twice", s);
	check(str_eq(text_visible(&arena, shape), shape), "a shape is visible", s);
	for (i = 0; i < shown.n; i++)
		check((unsigned char)shown.p[i] >= ' ' && shown.p[i] != 0x7F, "no controls", s);
	for (; shape.n; shape = str_slice(shape, n, shape.n)) {
		int32_t c = text_first(shape, &n);

		check((c | 32) == 'a' || !((c | 32) >= 'a' && (c | 32) <= 'z'), "no letters", s);
		check(c == '9' || c < '0' || c > '9', "no digits", s);
	}
}

static void
unicode(struct str s)
{
	struct str fold = text_fold(&arena, s), key = text_key(&arena, s), trim = text_trim(s);
	size_t n;

	check(str_eq(text_fold(&arena, fold), fold), "fold twice", s);
	/* U+0345, a mark that folds to a letter, is the standard's own exception (3.13, D145). */
	check(str_search(s, STR("\u0345")) != SIZE_MAX ||
	    str_eq(text_fold(&arena, text_nfc(&arena, s)), fold), "compose, then fold", s);
	check(str_eq(text_key(&arena, key), key), "key twice", s);
	check(text_valid(fold, NULL) && text_valid(key, NULL), "results are valid", s);
	check(text_valid(text_lower(&arena, s), NULL), "lower is valid", s);
	check(str_eq(text_trim(trim), trim), "trim twice", s);
	check(text_words(trim) == text_words(s), "words of trimmed", s);
	check(s.n == 0 || (text_first(s, &n) >= 0 && text_length(s) >= 1), "first, length", s);
	harmless(s);
}

int
main(int argc, char **argv)
{
	/* Where combining, casing, width and invisibility happen. */
	static const uint32_t from[] = { 0, 0x80, 0x300, 0x370, 0x590, 0x900, 0x1100, 0x1E00,
		0x2000, 0x3040, 0xAC00, 0xFB00, 0xFF00, 0x10400, 0x1F1E6, 0x1F600 };
	char text[64];
	uint32_t c, i, j;

	law_start(argc, argv, 20260101);
	for (c = 0; c < 1 << 24; c++) {         /* every three bytes: all of one, two and three */
		text[0] = (char)(c >> 16);
		text[1] = (char)(c >> 8);
		text[2] = (char)c;
		if (c >> 22 == 3)               /* those whose lead byte can begin something */
			validity((struct str){ text, 3 });
	}
	for (c = 0; c <= 0x10FFFF; c++)
		if (c < 0xD800 || c > 0xDFFF) {
			struct str s = { text, encode(c, text) };

			validity(s);
			if (c < 0x30000 || c >= 0xE0000)
				unicode(s);
			if (c % 256 == 0)
				arena_reset(&arena);
		}
	for (i = 0; i < 200000; i++) {          /* mostly sequences, some broken, some ASCII */
		size_t n = 0, length = below(48);

		while (n < length)
			if (below(2))
				n += encode(below(0x110000), text + n);
			else
				text[n++] = (char)(below(8) ? 'a' : below(256));
		validity((struct str){ text + below(8), n > 8 ? n - 8 : 0 });
		harmless((struct str){ text, n });
		arena_reset(&arena);
	}
	for (i = 0; i < 60000; i++) {
		size_t n = 0, length = below(8);

		for (j = 0; j < length; j++)
			n += encode(from[below(sizeof from / sizeof *from)] + below(0x80), text + n);
		unicode((struct str){ text, n });
		arena_reset(&arena);
	}
	arena_free(&arena);
	return 0;
}
