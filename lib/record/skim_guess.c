/* skim_guess - the beginning of a member as two words, which is how it is compared. */
#include "base/word.h"
#include "record/skim.h"

void
skim_guess(struct skim_guess *g)
{
	size_t i, n;

	for (i = 0; i < 2; i++) {
		n = g->size > 8 * i ? g->size - 8 * i : 0;
		g->word[i] = word_load(g->text + 8 * i);
		g->mask[i] = n >= 8 ? UINT64_MAX : (UINT64_C(1) << 8 * n) - 1;
	}
}
