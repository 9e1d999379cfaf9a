/*
 * Any bytes as a word of a taxonomy, a country, a truth or the name of a field.  What is found is ours, and
 * leads to itself; case and blanks around do not matter.
 */
#include "fuzz.h"
#include "import/words.h"
#include "value/text.h"

/* Blanks around it, and ASCII letters of the other case. */
static struct str
dressed(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + 2);
	size_t i;

	p[0] = ' ';
	for (i = 0; i < s.n; i++)
		p[i + 1] = (s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z') ?
		    s.p[i] ^ 0x20 : s.p[i];
	p[s.n + 1] = '\t';
	return (struct str){ p, s.n + 2 };
}

static void
check_words(const struct words *w, struct arena *a, struct str s)
{
	const char *found, *again;
	int f;

	for (f = 0; f < VOCAB_FIELDS; f++) {
		if (vocab[f].type != VOCAB_TYPE_WORD)
			continue;
		found = words_find(w, a, (enum vocab_field)f, s);
		again = words_find(w, a, (enum vocab_field)f, dressed(a, s));
		require(found == again || (found != NULL && again != NULL && strcmp(found, again) == 0));
		if (found == NULL || *found == '\0')
			continue;
		require(vocab_has_word(vocab[f].words, str_of(found)));
		again = words_find(w, a, (enum vocab_field)f, str_of(found));
		require(again != NULL && strcmp(again, found) == 0);
	}
}

static void
check_country(const struct words *w, struct arena *a, struct str s)
{
	const char *found = words_country(w, a, s), *again = words_country(w, a, dressed(a, s));

	require(found == again || (found != NULL && again != NULL && strcmp(found, again) == 0));
	if (found == NULL)
		return;
	require(strlen(found) == 2 && found[0] >= 'A' && found[0] <= 'Z' && found[1] >= 'A' &&
	    found[1] <= 'Z');
	again = words_country(w, a, str_of(found));
	require(again != NULL && strcmp(again, found) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena lasting;
	static struct words w;
	struct arena a = { 0 };
	struct str s = { (const char *)data, size };
	enum vocab_field field = vocab_find(s);
	const char *nearest;
	int truth;

	if (lasting.blocks == NULL)
		words_init(&w, &lasting);
	require(field == vocab_find(dressed(&a, s)));
	require(field == VOCAB_FIELDS || vocab_same(s, str_of(vocab[field].name)));
	nearest = vocab_nearest(s);
	require(nearest == NULL || vocab_find(str_of(nearest)) != VOCAB_FIELDS);
	truth = vocab_truth(s);
	require(truth >= -1 && truth <= 1 && truth == vocab_truth(dressed(&a, s)));
	require(vocab_means_missing(s) == vocab_means_missing(dressed(&a, s)));
	if (text_valid(s, NULL)) {
		check_words(&w, &a, s);
		check_country(&w, &a, s);
	}
	arena_free(&a);
	return 0;
}
