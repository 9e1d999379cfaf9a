/*
 * match_sort - hashes with the rows they come from, in order.
 */
#ifndef IMPORT_MATCH_SORT_H
#define IMPORT_MATCH_SORT_H

#include <stddef.h>
#include <stdint.h>

struct match_entry {
	uint64_t hash;
	uint32_t row;
};

/* By hash; equal ones stay in the order they are in.  The hashes' upper 33 bits have to be
 * well spread.  `scratch`: room for as many. */
void	match_sort(struct match_entry *e, struct match_entry *scratch, size_t n);

/* The first of sorted ones that has this hash, or NULL. */
const struct match_entry *match_search(const struct match_entry *e, size_t n, uint64_t hash);

#endif
