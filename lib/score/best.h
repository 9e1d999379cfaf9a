/*
 * best - the N best rows of many, in bounded memory.
 *
 * Rows are copied when they are among the best so far and freed when they no longer are.
 */
#ifndef SCORE_BEST_H
#define SCORE_BEST_H

#include "base/buf.h"

struct best_row {
	int64_t score;
	uint64_t number;                /* in the input: of equal scores the first is the better */
	struct buf text;
};

struct best {
	struct best_row *row;           /* a heap with the worst at [0], until best_sort */
	size_t n;
	size_t most;                    /* set by the owner */
	uint64_t offered;
};

/* Rows are numbered as they are offered. */
void	best_offer(struct best *b, int64_t score, struct str text);
/* Best first; nothing may be offered afterwards. */
void	best_sort(struct best *b);
void	best_free(struct best *b);

#endif
