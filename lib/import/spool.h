/*
 * spool - cleaned leads wait in a temporary file until their duplicates are known.
 *
 * An unlinked file that only its owner could have opened.  One writer, then any number of readers,
 * each with a view of its own.
 */
#ifndef IMPORT_SPOOL_H
#define IMPORT_SPOOL_H

#include "base/buf.h"
#include "record/record.h"

struct spool;
struct spool_view;

struct spool *spool_open(struct arena *a, const char *folder, struct err *e);
int	spool_add(struct spool *s, struct str bytes, struct err *e);
uint64_t spool_size(const struct spool *s);
/* All has been added: from now on it can be read. */
int	spool_end(struct spool *s, struct err *e);
struct spool_view *spool_view_new(struct arena *a);
void	spool_view_free(struct spool_view *v);
/* Bytes that were added, until the view's next one; best near the last ones.  NULL: an error. */
const char *spool_look(const struct spool *s, struct spool_view *v, uint64_t at, size_t n,
    struct err *e);
void	spool_close(struct spool *s);

/* Fields as bytes: size and flags, then the raw bytes. */
void	spool_put_fields(struct buf *b, const struct field *f, uint32_t count);
/* They point into `bytes`; returns how many bytes were used. */
size_t	spool_get_fields(struct str bytes, struct field *f, uint32_t count);
/* The same of a row of CSV as a writer has written it, line end included; eight bytes behind it can be
 * read. */
void	spool_split_row(struct str row, char delimiter, struct field *f, uint32_t count);

#endif
