/* A hostile TZif file is refused or is a zone like any other: in order, and its own inverse. */
#include "fuzz.h"
#include "value/zone.h"

static void
check(const struct zone *z, instant t)
{
	instant change = zone_next_change(z, t), back;
	struct civil c;

	zone_civil(z, t, &c);
	require(date_utc(&c) == t && c.offset == zone_offset(z, t));
	c.has_offset = false;
	back = zone_instant(z, &c);
	require(back <= t && back + zone_offset(z, back) == t + zone_offset(z, t));
	require(change == INSTANT_NONE || (change > t &&
	    zone_offset(z, change) != zone_offset(z, change - 1) &&
	    zone_offset(z, change - 1) == zone_offset(z, t)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct zone *z;
	struct err e;
	instant t;

	z = zone_load(&a, STR("Fuzz/Zone"), (struct str){ (const char *)data, size }, &e);
	for (t = -62135596800; z != NULL && t < 253402300800; t += 987654321)
		check(z, t);
	arena_free(&a);
	return 0;
}
