/*
 * match_sort - hashes with the rows they come from, in order.
 */
#ifndef IMPORT_MATCH_SORT_H
#define IMPORT_MATCH_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Twelve bytes: there is one for every lead. */
struct match_entry {
	uint64_t hash;
	uint32_t row;
} __attribute__((packed, aligned(4)));

/* By hash, equal ones by row; where they are, without room for more. */
void	match_sort(struct match_entry *e, size_t n);

/* The first of sorted ones that has this hash, or NULL. */
const struct match_entry *match_search(const struct match_entry *e, size_t n, uint64_t hash);

#endif
