/*
 * store_impl - what the files of store share; private to lib/import.
 */
#ifndef IMPORT_STORE_IMPL_H
#define IMPORT_STORE_IMPL_H

#include "import/store.h"

/* Lead number i, with what it is called if it is merged into another. */
int	store_fetch(struct store *s, uint32_t i, struct arena *a, struct merge_lead *lead, struct err *e);
/* A column that is worked out from the rest, or a trace of earlier imports. */
bool	store_derived(const struct layout *l, uint32_t at);
/* store_master.c: new groups that are in the master file already. */
int	store_masters(struct store *s, struct err *e);

#endif
