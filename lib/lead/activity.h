/*
 * activity - what a lead did: a JSON array, in CSV as the text of a cell.
 */
#ifndef LEAD_ACTIVITY_H
#define LEAD_ACTIVITY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "record/record.h"
#include "value/zone.h"

struct activity {
	struct str type;                /* as written */
	struct str key;                 /* folded: compare with this */
	instant at;                     /* INSTANT_NONE when missing or no time */
	int64_t count;                  /* 1 unless stated; 0 to a billion */
	struct str channel, campaign, stage, value;     /* "" when absent */
};

struct activities {
	const struct activity *item;    /* in the order of the text */
	size_t n;
};

/* The array in `json` (UTF-8).  An element that is no object with a type is an error, as is a
 * count that is none.  Other members are passed over.  A time without a zone is in `zone`, a
 * plain date its midnight.  Texts are borrowed from `json` unless they have escapes. */
int	activity_parse(struct arena *a, struct str json, const struct zone *zone,
    struct activities *out, struct err *e);
/* The same of a field as it stands in the file: a plain list is not even unquoted. */
int	activity_parse_field(struct arena *a, struct field f, const struct zone *zone,
    struct activities *out, struct err *e);
/* As a JSON array of what is held here: "" and a count of 1 left out, times in UTC. */
void	activity_print(struct buf *b, const struct activities *list);

#endif
