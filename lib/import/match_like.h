/*
 * match_like - what is compared of two leads that may be one person, and how much it says.
 *
 * Each field that both know gives points for agreeing and takes some for differing, by how
 * likely each is for one person and for two (the logarithm of the odds, in half bits; set by hand,
 * once, checked against the truth in test data).  Blank never agrees with blank.  From
 * MATCH_LIKE_ENOUGH on two leads are one person, unless one of these holds:
 *
 *	first names differ, though birth dates do not agree: they may be married
 *	no name agrees; and where there is none, no company
 */
#ifndef IMPORT_MATCH_LIKE_H
#define IMPORT_MATCH_LIKE_H

#include "base/buf.h"
#include "lead/vocab.h"

enum match_like_field {
	MATCH_LIKE_FIRST, MATCH_LIKE_LAST, MATCH_LIKE_COMPANY, MATCH_LIKE_STREET, MATCH_LIKE_CITY,
	MATCH_LIKE_REGION, MATCH_LIKE_POSTAL, MATCH_LIKE_COUNTRY, MATCH_LIKE_BIRTH, MATCH_LIKE_PHONE,
	MATCH_LIKE_EMAIL, MATCH_LIKE_FIELDS
};
extern const char *const match_like_name[MATCH_LIKE_FIELDS];

enum { MATCH_LIKE_ENOUGH = 28, MATCH_LIKE_NEVER = -99 };

/* Folded texts, of a lead. */
struct match_like {
	struct str text[MATCH_LIKE_FIELDS];
	bool common;                    /* its full name is on more than MATCH_MOST leads */
	char digits[2][16];             /* where those of its birth date and phone number are */
};

/* Of a cleaned lead, packed behind what is in `b`. */
void	match_like_pack(struct buf *b, struct arena *scratch, const struct str value[VOCAB_FIELDS],
    struct str first, struct str last, bool nicknames);
/* Borrowed from the packed bytes, and from `l` itself: it has to stay where it is. */
void	match_like_unpack(const char *packed, struct match_like *l);

/* Half bits; points[] (or NULL) gets what each field gave.  MATCH_LIKE_NEVER when they are not one
 * person whatever else agrees, or cannot reach `least`. */
int	match_like_score(const struct match_like *a, const struct match_like *b, int least,
    int points[MATCH_LIKE_FIELDS]);

#endif
