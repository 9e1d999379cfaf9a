/*
 * join - the activities of a separate file, found by a lead's id or e-mail address.
 *
 * They are held in memory, as JSON, one list a lead.
 */
#ifndef IMPORT_JOIN_H
#define IMPORT_JOIN_H

#include "base/buf.h"
#include "import/mapping.h"
#include "record/source.h"
#include "value/zone.h"

struct join {
	struct arena arena;
	struct map key;                 /* "i" and an id, "e" and an address' key */
	struct buf list;                /* struct join_list, by number of the key */
	struct buf item;                /* struct join_item */
	struct date_evidence dates;
	uint64_t read, rejected;        /* rows; rejected: no record, or no type or lead */
	_Atomic uint64_t joined;        /* … that are some lead's */
	uint64_t undated;               /* the time cannot be read, or not for sure */
};

struct join_list {
	uint32_t first, last;           /* items + 1; 0: none */
	_Atomic bool taken;
};

struct join_item {
	struct str json;
	uint32_t next;                  /* + 1 */
};

int	join_load(struct join *j, const char *path, const struct source_options *o,
    struct mapping *m, const struct zone *zone, struct err *e);
void	join_free(struct join *j);
/* Any thread: the activities of a lead as a JSON array, "" when there are none; they count as joined
 * once. */
struct str join_of_id(struct join *j, struct arena *scratch, struct str id);
struct str join_of_email(struct join *j, struct arena *scratch, struct str address);

#endif
