/*
 * steps - numbers of 64 bits that only grow, in four bytes each.
 */
#ifndef IMPORT_STEPS_H
#define IMPORT_STEPS_H

#include "base/buf.h"

struct steps {
	struct buf low;                 /* uint32_t each: the lower half */
	struct buf turn;                /* uint32_t each: from this one on the upper half is one more */
};

/* Not less than the one before. */
void	steps_add(struct steps *s, uint64_t number);
/* Number i, from 0. */
uint64_t steps_at(const struct steps *s, uint32_t i);
/* Bytes of memory. */
size_t	steps_size(const struct steps *s);
void	steps_free(struct steps *s);

#endif
