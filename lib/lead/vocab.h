/*
 * vocab - the canonical fields of a lead and the words of their taxonomies.
 *
 * Everything comes from vocab.def: adding a field is adding a line there.
 */
#ifndef LEAD_VOCAB_H
#define LEAD_VOCAB_H

#include "base/arena.h"

enum vocab_type {
	VOCAB_TYPE_TEXT, VOCAB_TYPE_EMAIL, VOCAB_TYPE_PHONE, VOCAB_TYPE_COUNTRY, VOCAB_TYPE_INT,
	VOCAB_TYPE_DECIMAL, VOCAB_TYPE_MONEY, VOCAB_TYPE_BOOL, VOCAB_TYPE_TIME, VOCAB_TYPE_LIST,
	VOCAB_TYPE_WORD, VOCAB_TYPE_ACTIVITIES
};

enum vocab_field {
#define LEAD_FIELD(id, name, type, words, synonyms) VOCAB_##id,
#include "lead/vocab.def"
#undef LEAD_FIELD
	VOCAB_FIELDS
};

struct vocab_entry {
	const char *name;               /* "first_contacted_at" */
	enum vocab_type type;
	const char *const *words;       /* VOCAB_TYPE_WORD: the set, NULL-ended; else NULL */
	const char *synonyms;           /* "e-mail|email address|…": for lead-import only */
};

extern const struct vocab_entry vocab[VOCAB_FIELDS];

/* Two names of columns are the same: any ASCII case, blanks or hyphens for `_`, blanks around. */
bool	vocab_same(struct str a, struct str b);
/* By canonical name: any case, blanks or hyphens for `_` ("Created At").  VOCAB_FIELDS: none. */
enum vocab_field vocab_find(struct str name);
/* The nearest canonical name, for "did you mean", or NULL. */
const char *vocab_nearest(struct str name);

/* A spelling that means missing in typed and taxonomy fields: empty, "N/A", "#N/A", "-", ".",
 * "null", "none", "unknown", "Select", "nonexistent", 000000000000000AAA … */
static inline bool vocab_means_missing(struct str value);
/* The same, the long way; and how long spellings are that begin with a byte, a bit each. */
bool	vocab_missing(struct str value);
extern const uint32_t vocab_missing_sizes[256];
/* Most values begin otherwise, or are not as long. */
static inline bool
vocab_means_missing(struct str value)
{
	unsigned char first, last;

	if (value.n == 0)
		return true;
	first = (unsigned char)value.p[0];
	last = (unsigned char)value.p[value.n - 1];
	if (first > ' ' && last > ' ' && (value.n > 31 || (vocab_missing_sizes[first] >> value.n & 1) == 0))
		return false;
	return vocab_missing(value);
}

/* Truth words: true/false yes/no y/n 1/0 on/off and the same in other languages.
 * 1, 0, or -1 for a word it does not know. */
int	vocab_truth(struct str value);
/* Is `word`, exactly as written, in a NULL-ended set? */
bool	vocab_has_word(const char *const *words, struct str word);
/* inbound or outbound, from a canonical source; NULL when it is none. */
const char *vocab_direction(struct str source);

#endif
