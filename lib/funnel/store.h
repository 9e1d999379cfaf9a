/*
 * store - sums by key: so many whole numbers and so many spreads for each.
 *
 * All that a funnel adds up is kept in these, so that threads, parts and machines are merged in
 * one place.  Adding commutes: neither cut nor order shows.
 */
#ifndef FUNNEL_STORE_H
#define FUNNEL_STORE_H

#include "base/buf.h"
#include "base/map.h"
#include "funnel/spread.h"

struct store_row {
	int64_t *number;
	struct spread *spread;
};

struct store {
	struct arena arena;
	struct map keys;                /* key to its row */
	struct store_row *row;
	uint32_t room;
	size_t numbers, spreads;        /* of each row */
	uint32_t most;                  /* rows */
	bool full;                      /* a row more was asked for: the sums are no good */
	bool wide;                      /* a number grew too large to go on with */
};

/* Parts of a key are ended by this byte, which no UTF-8 text has. */
#define STORE_END '\xff'
#define STORE_NONE MAP_NONE

void	store_init(struct store *s, size_t numbers, size_t spreads, uint32_t most);
/* The number of a key's row, made when new; STORE_NONE: it would be one too many. */
uint32_t store_find(struct store *s, struct str key);
/* The row itself, or NULL.  The next call may move it, but not its numbers. */
const struct store_row *store_row(struct store *s, struct str key);
void	store_count(struct store *s, const struct store_row *row, size_t number, int64_t n);
void	store_merge(struct store *into, struct store *from);     /* from is spent */
/* The numbers of the rows, sorted by the parts of their keys; in the store's arena. */
const uint32_t *store_order(struct store *s);
/* Put a part behind a key; take one off its front. */
void	store_key(struct buf *key, struct str part);
bool	store_part(struct str *key, struct str *part);
void	store_free(struct store *s);

#endif
