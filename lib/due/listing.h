/*
 * listing - the leads that are due, kept until all are known, and put in order.
 *
 * It holds what comes out and no more, so memory is bounded by what is due.
 */
#ifndef DUE_LISTING_H
#define DUE_LISTING_H

#include "base/arena.h"
#include "base/buf.h"
#include "due/fingerprint.h"
#include "value/date.h"

enum listing_text {
	LISTING_ID, LISTING_NAME, LISTING_COMPANY, LISTING_OWNER, LISTING_PHONE, LISTING_EMAIL,
	LISTING_ACTION, LISTING_RULE, LISTING_ESCALATE,
	LISTING_TEXTS
};

/* What a report or an order other than by time needs to know. */
struct listing_facts {
	bool overdue;
	uint32_t level;                 /* of escalation */
	double loss;                    /* by an hour more of waiting; below 0: unknown */
	struct fingerprint lead;        /* which one it is, whatever else it says */
	const struct str *text;         /* LISTING_TEXTS of them, "" is unknown */
};

struct listing_item {
	instant due_at;
	struct str row;                 /* as it comes out, for record formats */
	const struct listing_facts *facts;      /* NULL: they are not wanted */
};

struct listing {
	struct arena *arena;
	struct listing_item **chunk;    /* as they came */
	size_t n, room;
	instant first, last;            /* that is due */
	uint64_t *order;                /* once they are sorted: their numbers, in the lower halves */
};

/* A copy of it all goes into the arena. */
void	listing_add(struct listing *l, const struct listing_item *one);
/* The most overdue first; by owner: within each, in the order of their names, nobody last.  What
 * is equal stays in the order of the input. */
enum listing_order { LISTING_BY_TIME, LISTING_BY_OWNER, LISTING_BY_LOSS };
void	listing_sort(struct listing *l, enum listing_order order);
/* The i-th of them then. */
const struct listing_item *listing_at(const struct listing *l, size_t i);

/* The rows go out part by part: how many parts; one of them, by any thread: its rows behind `out`,
 * where each of them ends (size_t) behind `ends`. */
size_t	listing_parts(const struct listing *l);
void	listing_part(const struct listing *l, size_t part, struct buf *out, struct buf *ends);

/* An item as bytes, its row left out, and back: texts are then borrowed from *bytes, which
 * moves behind it, and what the item points to is filled. */
struct listing_unpacked {
	struct listing_item item;
	struct listing_facts facts;
	struct str text[LISTING_TEXTS];
};
void	listing_pack(struct buf *b, const struct listing_item *one);
void	listing_unpack(struct str *bytes, struct listing_unpacked *one);

/* How late it is, "2d 3h", or how soon, "in 45m"; "now". */
void	listing_print_wait(struct buf *b, const struct listing_item *one, instant now);

#endif
