/*
 * temporary - a file without a name, for what has to be read twice.
 *
 * It can be read and written by nobody else and is gone with its descriptor, however the process
 * ends.
 */
#ifndef RECORD_TEMPORARY_H
#define RECORD_TEMPORARY_H

#include "base/err.h"

enum { TEMPORARY_KEPT = 64 };

/* In that folder.  The descriptor, or -1 and *e. */
int	temporary_open(const char *folder, struct err *e);
/* Make some now, at most TEMPORARY_KEPT, which temporary_open will hand out first: how many. */
size_t	temporary_keep(const char *folder, size_t n);

#endif
