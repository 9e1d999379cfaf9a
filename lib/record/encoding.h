/*
 * encoding - from other character sets to UTF-8, with iconv.
 */
#ifndef RECORD_ENCODING_H
#define RECORD_ENCODING_H

#include "base/buf.h"
#include "base/err.h"

struct encoding;

/* NULL and *e when iconv does not know the name. */
struct encoding *encoding_open(const char *charset, struct err *e);
/* Have what that charset needs at hand: for it, encoding_open opens no more files. */
void	encoding_keep(const char *charset);
/* Appends what `in` means to out.  Bytes that mean nothing are an error with their offset;
 * a sequence cut at the end of `in` is kept for the next call, and an error when `last`. */
int	encoding_convert(struct encoding *c, struct str in, bool last, struct buf *out, struct err *e);
void	encoding_close(struct encoding *c);

/* By its first bytes: the name a BOM stands for and the BOM's size, or NULL. */
const char *encoding_of_bom(struct str head, size_t *size);
/* "UTF-16LE" or "UTF-16BE" when every other byte of a text of a few hundred bytes is mostly NUL. */
const char *encoding_of_nuls(struct str head);
/* By its first bytes: what it is when it is no text at all ("a PDF document"), or NULL. */
const char *encoding_binary(struct str head);

#endif
