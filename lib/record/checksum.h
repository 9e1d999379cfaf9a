/*
 * checksum - of rows, to see that none was lost or changed on the way.
 *
 * The sum, modulo 2^64, of the CRC-32 (that of gzip, zip and PNG) of every row: whatever order they come
 * in, the same rows have the same sum, and sums of parts add up.  It guards against accidents, not
 * against forgery.
 */
#ifndef RECORD_CHECKSUM_H
#define RECORD_CHECKSUM_H

#include "base/str.h"

/* Of one row, as it is written: its line end, or the comma before it in an array, does not count. */
uint64_t checksum_row(struct str row);

#endif
