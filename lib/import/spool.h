/*
 * spool - cleaned leads wait in a temporary file until their duplicates are known.
 *
 * An unlinked file that only its owner could have opened.  One writer, then one reader.
 */
#ifndef IMPORT_SPOOL_H
#define IMPORT_SPOOL_H

#include "base/buf.h"
#include "record/record.h"

struct spool;

struct spool *spool_open(struct arena *a, const char *folder, struct err *e);
int	spool_add(struct spool *s, struct str bytes, struct err *e);
uint64_t spool_size(const struct spool *s);
/* Bytes that were added, into `room`; those of one call are best near those of the last. */
int	spool_read(struct spool *s, uint64_t at, char *room, size_t n, struct err *e);
void	spool_close(struct spool *s);

/* Fields as bytes: size and flags, then the raw bytes. */
void	spool_put_fields(struct buf *b, const struct field *f, uint32_t count);
/* They point into `bytes`; returns how many bytes were used. */
size_t	spool_get_fields(struct str bytes, struct field *f, uint32_t count);

#endif
