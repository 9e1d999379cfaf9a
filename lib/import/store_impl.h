/*
 * store_impl - what the files of store share; private to lib/import.
 */
#ifndef IMPORT_STORE_IMPL_H
#define IMPORT_STORE_IMPL_H

#include "import/store.h"

/* Lead number i, with what it is called if it is merged into another. */
int	store_fetch(const struct store *s, struct spool_view *v, uint32_t i, struct arena *a,
    struct merge_lead *lead, struct err *e);
/* By what a cleaned lead is known, and what it is compared by, behind what is in `packed`. */
void	store_keys(const struct store *s, struct clean *c, struct match_lead *l,
    struct buf *packed);
/* The fields of a lead as text. */
void	store_values(const struct store *s, struct arena *a, const struct field *f,
    struct str value[VOCAB_FIELDS]);
/* A column that is worked out from the rest, or a trace of earlier imports. */
bool	store_derived(const struct layout *l, uint32_t at);
/* store_master.c: new leads, in their groups, become the master's. */
int	store_masters(struct store *s, struct spool_view *v, struct err *e);

#endif
