/*
 * text - UTF-8 text: valid or not, folded, normalised, measured, made safe to show.
 *
 * utf8proc knows Unicode; ASCII, which nearly all cells are, never reaches it.
 * Functions that take an arena return either their argument or a copy in it.
 * They expect valid UTF-8; bad bytes do no harm, and stay as they are unless said otherwise.
 */
#ifndef VALUE_TEXT_H
#define VALUE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"

/* Well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
 * When not, *bad (if not NULL) is where the first ill-formed sequence begins. */
bool	text_valid(struct str s, size_t *bad);
size_t	text_valid_ascii(struct str s);         /* how many bytes at the front are ASCII */
bool	text_ascii(struct str s);

/* Without white space (Unicode White_Space, and U+FEFF, U+200B) at either end. */
struct str text_trim(struct str s);
/* Full case folding, NFKC, invisible characters left out (NFKC_Casefold of the Unicode
 * Standard, 3.13): two texts fold to the same bytes when people would call them the same
 * word.  "Straße" and "STRASSE" do, "é" in one or two code points does. */
struct str text_fold(struct arena *a, struct str s);
struct str text_nfc(struct arena *a, struct str s);
struct str text_lower(struct arena *a, struct str s);   /* code point by code point */
/* Folded, and only letters and digits left, other runs one `_`; for names of columns:
 * " E-Mail Address*" gives "e_mail_address". */
struct str text_key(struct arena *a, struct str s);

size_t	text_length(struct str s);      /* user-perceived characters (grapheme clusters) */
size_t	text_words(struct str s);       /* runs between white space */
size_t	text_width(struct str s);       /* terminal columns */

/* The shape of a value, which messages show instead of the value: letters become
 * a or A, digits 9, runs over 3 are shortened: "Müller-42" gives "Aaaa-99".  Punctuation
 * and currency signs stay, all else is ?; at most 40 characters, then "...". */
struct str text_shape(struct arena *a, struct str s);
/* Safe on a terminal: controls, escapes, bidi marks and bad UTF-8 as \xNN or \u{NNNN}. */
struct str text_visible(struct arena *a, struct str s);
/* As text or in an attribute of HTML, SVG, XML: & < > " ' as entities.  Controls are text_visible's. */
void	text_markup(struct buf *out, struct str s);

/* The code point at the front of s, and its size in *n: -1 and 1 for a bad byte,
 * -1 and 0 when s is empty. */
int32_t	text_first(struct str s, size_t *n);
bool	text_alnum(int32_t point);      /* a letter or number of any script (categories L and N) */

#endif
