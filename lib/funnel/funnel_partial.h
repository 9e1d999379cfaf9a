/*
 * funnel_partial - a funnel's sums as rows of CSV, and back: for parts that are counted apart.
 *
 *	part,key,sums
 *	settings,:stages=...,
 *	groups,:0|web|,n 5 5 0 2 ...		the numbers of a row
 *	groups,:0|web|,t 0 86400 90000 ...	lengths of time of its spread 0
 *	groups,:0|web|,b 0 SUM 17:3 18:40 ...	the same in buckets: its sum, bucket and count
 *	end,:,n 4				how many rows there are besides this one
 *
 * In a key `|` ends a part; `\p` is a | and `\\` a \.  Rows may come in any order, parts one behind
 * the other with their headers: all adds up.
 */
#ifndef FUNNEL_FUNNEL_PARTIAL_H
#define FUNNEL_FUNNEL_PARTIAL_H

#include "funnel/funnel.h"

extern const char *const funnel_partial_columns[];      /* "part", "key", "sums", NULL */

/* `settings` says how was counted; only parts of the same settings belong together. */
void	funnel_partial_write(struct buf *out, struct funnel *f, struct str settings);

/* Add a row.  False: no such row, and nothing was added.  Other settings fail funnel_check, and so
 * does it when rows are missing or came twice. */
bool	funnel_partial_add(struct funnel *f, struct str settings, struct str part, struct str key,
    struct str sums);

#endif
