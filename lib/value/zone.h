/*
 * zone - time zones, from the bytes of a TZif file (RFC 8536).
 *
 * Nothing is read from disk here: cli/ loads the file and hands over its bytes.
 * Years past the file's table follow its rule, for ever; zones that count leap
 * seconds ("right/...") are refused.
 */
#ifndef VALUE_ZONE_H
#define VALUE_ZONE_H

#include "base/arena.h"
#include "base/err.h"
#include "value/date.h"

struct zone;                    /* read-only once made, any thread */

extern const struct zone zone_utc;

/* A whole TZif file, version 2 or later with its footer; copied into *a. */
struct zone *zone_load(struct arena *a, struct str name, struct str tzif, struct err *e);
struct str zone_name(const struct zone *z);

int32_t	zone_offset(const struct zone *z, instant t);   /* seconds east of UTC at t */

/* The same, and the first instant at which it is another; INT64_MAX: never again. */
int32_t	zone_offset_until(const struct zone *z, instant t, instant *end);

/* The instant at which the zone's clocks show that civil time.  A time that a
 * spring gap skips is moved forward by the gap; one that autumn repeats is the first.
 * An offset that the civil time states itself wins over the zone. */
instant	zone_instant(const struct zone *z, const struct civil *local);
/* The same; the civil time as seconds since its 1970 began. */
instant	zone_instant_at(const struct zone *z, int64_t shown);
/* What they show at t, with the offset. */
void	zone_civil(const struct zone *z, instant t, struct civil *local);

/* The first instant after t at which the offset changes; INSTANT_NONE: never again. */
instant	zone_next_change(const struct zone *z, instant t);

#endif
