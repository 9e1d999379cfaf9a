/*
 * sink - where bytes go: one buffer, every write checked, the first error kept.
 *
 * A named output is written beside its target and renamed by sink_close, so the target is
 * never half a file and may be the input.  An existing target that is no regular file
 * (/dev/null, a FIFO) is written in place, and so is what /dev/stdout and /dev/fd/3 stand for;
 * symbolic links are followed; the mode is kept.
 */
#ifndef RECORD_SINK_H
#define RECORD_SINK_H

#include "base/arena.h"
#include "base/err.h"

struct sink;

/* `path` NULL: standard output.  On failure NULL and *e. */
struct sink *sink_open(struct arena *a, const char *path, struct err *e);
/* After an error all writes are ignored; the error is told by sink_flush and sink_close. */
void	sink_write(struct sink *s, const void *p, size_t n);
int	sink_flush(struct sink *s, struct err *e);
/* -1 and *e if an earlier write failed. */
int	sink_error(const struct sink *s, struct err *e);
/* Flush, close, and rename when all went well; otherwise the target stays as it was. */
int	sink_close(struct sink *s, struct err *e);
/* Give up: remove what was written beside the target.  Async-signal-safe.  sink_close may follow,
 * and then only closes. */
void	sink_abandon(struct sink *s);
void	sink_abandon_all(void);         /* all that are open: we are about to die */
/* The files that will be replaced by sink_close, symbolic links followed: how many, at most `most`. */
size_t	sink_targets(const char **target, size_t most);
uint64_t sink_bytes(const struct sink *s);      /* taken by the system so far */

#endif
