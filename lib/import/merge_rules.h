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

/* For this layout, by the mapping file and then by the options.  -1: what is wrong with them; a column
 * or an input that only the mapping file knows is none of this run's. */
int	merge_rules_make(struct merge_rules *r, struct arena *a, const struct mapping_merge *o,
    const struct layout *l, const struct mapping *m, const char *const *file, struct err *e);

#endif
