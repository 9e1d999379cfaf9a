/* text: any bytes at all.  Nothing may be read outside them, and what is shown is harmless. */
#include "fuzz.h"
#include "value/text.h"

/* What any text must satisfy, well-formed or not. */
static void
measure(struct arena *a, struct str s)
{
	struct str shown = text_visible(a, s), shape = text_shape(a, s), trim = text_trim(s);
	size_t i, n;

	require(text_valid(shown, NULL) && str_eq(text_visible(a, shown), shown));
	require(text_valid(shape, NULL) && str_eq(text_visible(a, shape), shape));
	for (i = 0; i < shown.n; i++)
		require((unsigned char)shown.p[i] >= ' ');
	require(str_eq(text_trim(trim), trim));
	require(text_length(s) <= s.n && text_words(s) <= (s.n + 1) / 2 && text_width(s) <= 2 * s.n);
	require(text_valid_ascii(s) <= s.n && text_ascii(s) == (text_valid_ascii(s) == s.n));
	text_first(s, &n);
	require(n <= s.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	/* A copy of its own size, so that the sanitizer sees every byte outside it. */
	char *copy = malloc(size ? size : 1);
	struct str s = { copy, size };
	size_t bad = 0;

	if (size)
		memcpy(copy, data, size);
	measure(&a, s);
	if (text_valid(s, &bad)) {
		struct str fold = text_fold(&a, s), key = text_key(&a, s);

		require(text_valid(fold, NULL) && str_eq(text_fold(&a, fold), fold));
		require(text_valid(key, NULL) && str_eq(text_key(&a, key), key));
		require(text_valid(text_nfc(&a, s), NULL) && text_valid(text_lower(&a, s), NULL));
	} else {
		require(bad < size && text_valid(str_slice(s, 0, bad), NULL));
		text_fold(&a, s);
		text_key(&a, s);
		text_nfc(&a, s);
		text_lower(&a, s);
	}
	arena_free(&a);
	free(copy);
	return 0;
}
