/*
 * any - inputs that may be anything, for Frama-C.
 *
 * Eva runs a driver once, on sets of values: what it finds no alarm for cannot go wrong for any
 * member of the sets.
 */
#ifndef PROVE_ANY_H
#define PROVE_ANY_H

#include <__fc_builtin.h>

#include "base/str.h"

/* Eva knows no builtins of gcc's; what is proved is that they are asked for nothing undefined. */
/*@ requires x != 0; assigns \result \from x; ensures 0 <= \result <= 63; */
int __builtin_ctzll(unsigned long long x);
/*@ requires x != 0; assigns \result \from x; ensures 0 <= \result <= 63; */
int __builtin_clzll(unsigned long long x);

/* Any text of n bytes, at the end of a room of `size` bytes: one more cannot be read. */
static inline struct str
any_text(char *room, size_t size, size_t n)
{
	if (n != 0)
		Frama_C_make_unknown(room + (size - n), n);
	return (struct str){ room + (size - n), n };
}

#endif
