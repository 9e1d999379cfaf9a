/*
 * skim - JSON without building anything: validate, and say where the members are.
 *
 * Checks the whole grammar of RFC 8259, UTF-8 and depth; keeps numbers, escapes, order and
 * repeated keys as they stand, and allocates nothing.  jansson is its oracle in the tests; we
 * differ from it on purpose in that numbers have no largest, keys may repeat, and an escaped
 * NUL or lone surrogate is taken.
 */
#ifndef RECORD_SKIM_H
#define RECORD_SKIM_H

#include "base/arena.h"
#include "record/record.h"

enum skim_result {
	SKIM_OK,
	SKIM_MORE,                      /* the text ends too early: needs more bytes */
	SKIM_SYNTAX,
	SKIM_UTF8,
	SKIM_NUL,
	SKIM_DEPTH,                     /* nested more than FORMAT_MAX_DEPTH (64) levels deep */
	SKIM_MEMBERS                    /* more members than there is room for */
};

/* A member as one is expected to begin: `"name":` up to its value. */
struct skim_guess {
	const char *text;               /* SKIM_SLACK readable bytes behind its size */
	uint64_t word[2], mask[2];      /* its first 16 bytes, and which of them there are */
	uint32_t size;
	uint32_t key_size;              /* the quoted name in front */
	uint32_t flags;                 /* of the key */
};

enum { SKIM_SLACK = 16 };

/* What follows from its text and size. */
void	skim_guess(struct skim_guess *g);

/* Where the members of an object, or the items of an array, go; the arrays are the caller's. */
struct skim {
	struct field *key;              /* as read: in quotes, FIELD_ESCAPE when escaped */
	struct field *value;            /* null is FIELD_ABSENT, [] and {} are FIELD_NEST */
	size_t room;                    /* of both arrays */
	size_t n;                       /* out */
	const struct skim_guess *guess; /* how an earlier object began its members; NULL: unknown */
	size_t guesses;
	bool guessed;                   /* out: so it was, for all; then keys are not filled in */
};

/* Room for so many members; for keys and values that are malloc's, or NULL. */
void	skim_grow(struct skim *k, size_t room);

/* The object that begins at s (blanks before it allowed).  *used: bytes up to behind its `}`; on
 * failure *used is where.  Texts of 4 GiB and more are SKIM_MORE. */
enum skim_result skim_object(struct str s, struct skim *k, size_t *used);
/* The items of the array that begins at s; key is not used. */
enum skim_result skim_array(struct str s, struct skim *k, size_t *used);
/* Any value; the same without members. */
enum skim_result skim_value(struct str s, size_t *used);

/* The text of a JSON string given with its quotes (valid, as skim found it); borrowed where no
 * escape is in it.  An escaped lone surrogate or NUL becomes U+FFFD. */
struct str skim_text(struct arena *a, struct str quoted);

#endif
