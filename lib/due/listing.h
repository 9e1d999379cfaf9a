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

struct listing_item {
	instant due_at;
	bool overdue;
	double loss;                    /* by an hour more of waiting; below 0: unknown */
	uint32_t level;                 /* of escalation */
	struct fingerprint lead;        /* which one it is, whatever else it says */
	const struct str *text;         /* LISTING_TEXTS of them, "" is unknown */
	struct str row;                 /* as it comes out, for record formats */
};

struct listing {
	struct arena *arena;
	const struct listing_item **item;
	size_t n, room;
};

/* What a listing that is not shown knows of a lead. */
extern const struct str listing_no_text[LISTING_TEXTS];

/* A copy of it all goes into the arena. */
void	listing_add(struct listing *l, const struct listing_item *one);
/* The most overdue first; by owner: within each, in the order of their names, nobody last.  What
 * is equal stays in the order of the input. */
enum listing_order { LISTING_BY_TIME, LISTING_BY_OWNER, LISTING_BY_LOSS };
void	listing_sort(struct listing *l, enum listing_order order);

/* An item as bytes, its row left out, and back: texts are then borrowed from *bytes, which
 * moves behind it, and `text` is filled. */
void	listing_pack(struct buf *b, const struct listing_item *one);
void	listing_unpack(struct str *bytes, struct listing_item *one, struct str *text);

/* How late it is, "2d 3h", or how soon, "in 45m"; "now". */
void	listing_print_wait(struct buf *b, const struct listing_item *one, instant now);

#endif
