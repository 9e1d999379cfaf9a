/*
 * merge_rules - which value survives, and what may change in a master file: as options say it.
 *
 *	newest			of every column
 *	phone=newest		of one, by its canonical name or as the file calls it
 *
 * An address is one thing, and so is a value with its status: what is said of a part is said of the
 * whole.  What always unites (lists) or always restricts (permissions) takes no rule.
 */
#ifndef IMPORT_MERGE_RULES_H
#define IMPORT_MERGE_RULES_H

#include "import/merge.h"

/* As given, NULL or empty when not. */
struct merge_options {
	const char *const *keep, *const *update;
	size_t keeps, updates;
	const char *rank;               /* files and presets, best first, with commas between */
};

/* For this layout.  -1: the option and what is wrong with it. */
int	merge_rules_make(struct merge_rules *r, struct arena *a, const struct merge_options *o,
    const struct layout *l, const struct mapping *m, const char *const *file, struct err *e);

#endif
