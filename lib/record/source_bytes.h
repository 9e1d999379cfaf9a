/*
 * source_bytes - the bytes of a file or pipe, unpacked when they are gzip; private to source.
 *
 *	fd ─► in ─► inflate ─► caller
 *	  └► spool                          of a pipe that has to be read twice
 */
#ifndef RECORD_SOURCE_BYTES_H
#define RECORD_SOURCE_BYTES_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

struct source_bytes {
	const char *name;               /* for messages */
	int fd;
	off_t start;                    /* where a file that can be rewound began; -1: a pipe */
	size_t read_size;               /* most bytes of a read(2), 0: any */
	const char *spool_dir;
	int spool;                      /* -1: none; takes all that is read from the pipe */
	bool begun;                     /* it is too late to spool a pipe */
	struct buf head;                /* what was read from a pipe before */
	bool ended;
	struct buf in;                  /* read, from in_at on not used yet */
	size_t in_at;
	struct z_stream_s *zip;         /* NULL: not packed */
	bool member, members;           /* inside a gzip member; one was complete */
};

/* Look at the first bytes of b->fd; name, fd, read_size and spool_dir are set. */
int	source_bytes_open(struct source_bytes *b, struct err *e);
/* Up to n unpacked bytes: how many, 0 at the end, -1 with *e. */
ssize_t	source_bytes_read(struct source_bytes *b, char *p, size_t n, struct err *e);
/* As source_spool; nothing for a file. */
int	source_bytes_spool(struct source_bytes *b, struct err *e);
void	source_bytes_unspool(struct source_bytes *b);
int	source_bytes_rewind(struct source_bytes *b, struct err *e);
int	source_bytes_close(struct source_bytes *b, struct err *e);

#endif
