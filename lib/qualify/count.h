/*
 * count - how many leads are at each level, for people or for other programs.
 */
#ifndef QUALIFY_COUNT_H
#define QUALIFY_COUNT_H

#include "base/buf.h"
#include "qualify/policy.h"

extern const char *const count_formats[];       /* "table", "csv", "json"; NULL-ended */

/* In one of those formats, the highest level first; only levels that are wanted. */
void	count_print(struct buf *b, const char *format, const uint64_t leads[POLICY_LEVELS],
    const bool wanted[POLICY_LEVELS]);

#endif
