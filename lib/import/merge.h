/*
 * merge - several leads that are one person become one.
 *
 * The first value that is known wins, in input order.  What belongs together comes from one lead:
 * an address, a value and its status.  Of permissions the most restrictive wins.  Lists and
 * histories unite, and merged_from names the leads that came in.
 */
#ifndef IMPORT_MERGE_H
#define IMPORT_MERGE_H

#include "base/buf.h"
#include "import/layout.h"

struct merge_lead {
	const struct field *field;      /* of the layout's shape */
	struct str name;                /* its id, or file:line */
};

/* Into `out`, also of the layout's shape; texts are borrowed or in `scratch`. */
void	merge_leads(const struct layout *l, struct arena *scratch, const struct merge_lead *lead,
    size_t leads, struct field *out);

/* JSON arrays of activities as one, ordered by time; what has none stays where it was.  A text
 * that is no array is left out, unless it is the only one. */
struct str merge_activities(struct arena *a, const struct str *list, size_t n);

#endif
