/*
 * skim - JSON without building anything: validate, and say where the members are.
 *
 * Checks the whole grammar of RFC 8259, UTF-8 and depth; keeps numbers, escapes, order and
 * repeated keys as they stand.  jansson is its oracle in the tests.
 */
#ifndef RECORD_SKIM_H
#define RECORD_SKIM_H

#include "base/arena.h"
#include "record/record.h"

struct skim_member {
	struct str key;                 /* between the quotes, escapes as they stand */
	bool key_escaped;
	struct field value;             /* FIELD_JSON and what else holds */
};

enum skim_result {
	SKIM_OK,
	SKIM_MORE,                      /* the text ends too early: needs more bytes */
	SKIM_SYNTAX,
	SKIM_UTF8,
	SKIM_NUL,
	SKIM_DEPTH,
	SKIM_MEMBERS                    /* more members than there is room for */
};

/* The object that begins at s (blanks before it allowed).  *n: its members; *used: bytes up to
 * behind its `}`; on failure *used is where. */
enum skim_result skim_object(struct str s, struct skim_member *member, size_t room, size_t *n,
    size_t *used);
/* Any value; the same without members. */
enum skim_result skim_value(struct str s, size_t *used);
/* The elements of an array, as fields. */
enum skim_result skim_array(struct str s, struct field *item, size_t room, size_t *n, size_t *used);

/* The text of a JSON string given with its quotes (valid, as skim found it).  An escaped lone
 * surrogate becomes U+FFFD. */
struct str skim_text(struct arena *a, struct str quoted);

#endif
