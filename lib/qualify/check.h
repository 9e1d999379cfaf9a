/*
 * check - a policy's own test cases: leads with the verdict that is expected of them.
 *
 * A case is a lead with columns `expect_NAME`, where NAME is a column that lead-qualify writes.
 * An empty cell expects nothing.
 */
#ifndef QUALIFY_CHECK_H
#define QUALIFY_CHECK_H

#include "base/buf.h"
#include "record/record.h"

enum check_result { CHECK_GOOD, CHECK_BAD, CHECK_NO_COLUMN, CHECK_NOTHING };

/* Hold the tool's cells (record.own, by these names) against what is expected: BAD with the
 * differences in *diff, as "-name expected" and "+name found"; NO_COLUMN with *column, which
 * expects something there is not; NOTHING when nothing is expected. */
enum check_result check_record(struct record *rec, const char *const *name, size_t names,
    struct buf *diff, struct str *column);

#endif
