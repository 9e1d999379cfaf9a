/*
 * temporary - a file without a name, for what has to be read twice.
 *
 * It can be read and written by nobody else and is gone with its descriptor, however the process
 * ends.
 */
#ifndef RECORD_TEMPORARY_H
#define RECORD_TEMPORARY_H

#include "base/err.h"

/* In that folder.  The descriptor, or -1 and *e. */
int	temporary_open(const char *folder, struct err *e);

#endif
