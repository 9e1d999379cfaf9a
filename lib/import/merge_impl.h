/*
 * merge_impl - what the files of merge share; private to lib/import.
 */
#ifndef IMPORT_MERGE_IMPL_H
#define IMPORT_MERGE_IMPL_H

#include "import/merge.h"

struct merge_work {
	const struct layout *layout;
	const struct merge_rules *rules;
	struct arena *scratch;
	const struct merge_lead *lead;
	size_t leads;
	bool master;
	struct field *out;
	uint32_t *from;
	instant *when;                  /* per lead; NULL: not asked for yet */
};

/* One cell of one of the leads. */
struct str merge_text(const struct merge_work *w, size_t lead, uint32_t at);
/* merge_unite.c: permissions, lists, histories and names: what more leads than one have a say in. */
void	merge_unite(struct merge_work *w);

#endif
