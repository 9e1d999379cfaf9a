/*
 * quality - how far a lead can be trusted, 0 to 100, and why.
 *
 * Three questions that buyers of leads ask: does the contact data hold together (accuracy), may we
 * contact them (authority), is it a person at all (legitimacy).  A lead begins with 100 points;
 * each flag takes some; below 0 nothing is taken.  The points of all flags and 100 add up to the
 * quality exactly.
 */
#ifndef IMPORT_QUALITY_H
#define IMPORT_QUALITY_H

#include "base/arena.h"
#include "lead/vocab.h"

#define QUALITY_TABLE(X) \
	/* accuracy */ \
	X(NO_CONTACT, "no_contact", -40)        /* neither an e-mail address nor a number */ \
	X(NO_EMAIL, "no_email", -15) \
	X(NO_NAME, "no_name", -10) \
	X(EMAIL_INVALID, "email_invalid", -35) \
	X(EMAIL_TYPO, "email_typo", -20)        /* gmial.com */ \
	X(EMAIL_ROLE, "email_role", -10) \
	X(EMAIL_OTHER_NAME, "email_other_name", -5)     /* the name is not in the address */ \
	X(PHONE_INVALID, "phone_invalid", -15) \
	X(PHONE_COUNTRY, "phone_country", -10)  /* of another country than the lead */ \
	X(PHONE_DAMAGED, "phone_damaged", -5)   /* 4.15556E+09: a spreadsheet was here */ \
	/* authority */ \
	X(CONSENT_DENIED, "consent_denied", -30) \
	X(CONSENT_UNKNOWN, "consent_unknown", -10) \
	X(EMAIL_OPT_OUT, "email_opt_out", -10) \
	X(DO_NOT_CALL, "do_not_call", -10) \
	/* legitimacy */ \
	X(EMAIL_DISPOSABLE, "email_disposable", -35) \
	X(PLACEHOLDER, "placeholder", -40)      /* a@a.com, phone 123 */ \
	X(TEST_DATA, "test_data", -60) \
	X(KEYBOARD_MASH, "keyboard_mash", -40)  /* asdf */ \
	X(REPEATED_DIGITS, "repeated_digits", -25)      /* 5555555, 1234567 */ \
	X(BOT, "bot", -40)                      /* a link for a name, first and last the same */

enum quality_flag {
#define X(id, name, points) QUALITY_##id,
	QUALITY_TABLE(X)
#undef X
	QUALITY_FLAGS
};
extern const char *const quality_name[QUALITY_FLAGS];

struct quality {
	int points[QUALITY_FLAGS];      /* each of -100 to 0 */
};

void	quality_init(struct quality *q);
/* What is known already.  Names come again and again: where is what this one was known to be?  NULL:
 * nowhere. */
struct quality_memory {
	int64_t *(*find)(void *with, struct str name);  /* MEMO_NEW: nothing is known of it */
	void *with;
	struct quality_said *said;      /* QUALITY_SAID of them, whose lists are in … */
	struct arena *arena;            /* … this */
	struct quality_known *lead;     /* of the lead that is looked at */
};

/* Of one lead. */
struct quality_known {
	char region[4];                 /* of the telephone number; "": it has not been read */
	uint32_t name[2];               /* answer: match_name of the first and the last name … */
	bool word[2];                   /* … and match_one_word … */
	bool named;                     /* … once this is set */
};

/* What was said of a set of flags: few sets are on most leads. */
enum { QUALITY_SAID = 64 };
struct quality_said {
	uint32_t flags;
	int points;
	struct str list;                /* p NULL: nothing was said yet */
};

/* The bits of the flags that hold for a cleaned lead; "" is unknown.  No memory: NULL. */
uint32_t quality_flags(struct arena *scratch, struct quality_memory *m,
    const struct str value[VOCAB_FIELDS]);
/* What they leave of 100, and as a list: "email_role -10;consent_unknown -10". */
int	quality_points(const struct quality *q, uint32_t flags, struct arena *a, struct str *list);
int	quality_points_again(const struct quality *q, const struct quality_memory *m, uint32_t flags,
    struct arena *a, struct str *list);

#endif
