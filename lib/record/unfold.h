/*
 * unfold - members of JSON objects that hold the lead's fields inside are taken apart.
 *
 *	"user_column_data": [ { "column_id": "EMAIL", "string_value": "a@x.example" }, … ]
 *	    ─►  "EMAIL": "a@x.example", …               by name and value
 *	"properties": { "email": "a@x.example", … }
 *	    ─►  "email": "a@x.example", …               the object's own members
 *
 * What is found stands where the member stood.  A list with one value in it is that value.  A
 * member that does not look like its rule stays whole.
 */
#ifndef RECORD_UNFOLD_H
#define RECORD_UNFOLD_H

#include "record/record.h"

struct unfold_rule {
	struct str member;              /* "user_column_data"; "" ends a list of rules */
	struct str name, value;         /* of a list's objects; both "": it is an object */
};

struct unfold;

/* `rules` is borrowed. */
struct unfold *unfold_new(struct arena *a, const struct unfold_rule *rules);
/* Shape and fields of the record, which live until the next call; its raw bytes stay. */
void	unfold_record(struct unfold *u, struct record *rec);
void	unfold_free(struct unfold *u);

#endif
