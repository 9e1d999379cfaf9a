/*
 * match_text - how alike two short texts are.
 *
 * Likeness is in thousandths: 1000 is equal.  Texts are folded, of bytes; a word is what stands
 * between underscores.
 */
#ifndef IMPORT_MATCH_TEXT_H
#define IMPORT_MATCH_TEXT_H

#include "base/str.h"

enum { MATCH_TEXT_MOST = 63 };          /* bytes looked at */

/* Jaro and Winkler's: letters in common, nearly in the same places; a common beginning counts. */
int	match_text_alike(struct str a, struct str b);
/* How much of the text with fewer letters has a counterpart in the other, word by word in any
 * order; *share: how much of the longer one that is, in thousandths. */
int	match_text_words(struct str a, struct str b, int *share);
/* Equal, or one letter more, less or wrong, or two neighbours swapped. */
bool	match_text_slip(struct str a, struct str b);

/* The words that are numbers, and the others, each as one text in `room` of MATCH_TEXT_MOST. */
struct str match_text_part(struct str s, bool numbers, char *room);

#endif
