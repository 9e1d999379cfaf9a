/*
 * words - the usual words of other systems, as ours.
 *
 * For the taxonomies (source, status, magnet, direction, consent) and for countries, whose names
 * and codes become ISO 3166-1 alpha-2.  Compared by text_key.
 */
#ifndef IMPORT_WORDS_H
#define IMPORT_WORDS_H

#include "base/map.h"
#include "lead/vocab.h"

struct words {
	struct arena *arena;
	struct map key[VOCAB_FIELDS];   /* empty where a field has no words */
	const char **to[VOCAB_FIELDS];  /* by number in the map */
	uint32_t room[VOCAB_FIELDS];
};

void	words_init(struct words *w, struct arena *a);
void	words_free(struct words *w);
/* One more spelling; it replaces what was known. */
void	words_add(struct words *w, enum vocab_field f, struct str spelling, const char *to);
/* Our word, "" for one that means unknown, or NULL when nobody knows it. */
const char *words_find(const struct words *w, struct arena *scratch, enum vocab_field f,
    struct str word);
/* A country by any usual name or code: alpha-2, or NULL. */
const char *words_country(const struct words *w, struct arena *scratch, struct str name);

struct words_country {
	const char alpha2[3], alpha3[4];
	const char *names;              /* "germany|federal_republic_of_germany|deutschland" */
};
extern const struct words_country words_country_list[];
extern const unsigned words_countries;

#endif
