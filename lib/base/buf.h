/*
 * buf - bytes that grow, up to a limit set when it is made.
 *
 * A zeroed struct buf is an empty one without a limit.  Past its limit, or
 * out of memory, arena_no_memory is called: callers bound what they add.
 * Once it holds anything, BUF_SLACK bytes behind its n bytes can be read and written.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

enum { BUF_SLACK = 64 };

struct buf {
	char *p;
	size_t n;               /* used */
	size_t room;            /* usable without growing, slack not counted */
	size_t most;            /* 0: no limit */
};

/* Make room for `more` bytes behind the used ones and return where they go;
 * the caller writes there and adds to n what it wrote. */
char	*buf_room(struct buf *b, size_t more);

static inline void
buf_add(struct buf *b, const void *p, size_t n)
{
	if (n) {
		memcpy(n <= b->room - b->n ? b->p + b->n : buf_room(b, n), p, n);
		b->n += n;
	}
}

static inline void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

static inline void
buf_byte(struct buf *b, char c)
{
	*(b->n < b->room ? b->p + b->n : buf_room(b, 1)) = c;
	b->n++;
}

static inline struct str
buf_text(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

void	buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void	buf_int(struct buf *b, int64_t value);          /* decimal */
void	buf_free(struct buf *b);                        /* leaves an empty, usable buf */

#endif
