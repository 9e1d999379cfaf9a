/* buf - growth by doubling, with slack behind the end for wide loads. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

char *
buf_room(struct buf *b, size_t more)
{
	size_t want, room;
	char *p;

	if (b->p != NULL && more <= b->room - b->n)
		return b->p + b->n;
	if (more > SIZE_MAX / 4 || (b->most && b->n + more > b->most))
		goto none;
	want = b->n + more;
	for (room = b->room ? b->room : 256; room < want;)
		room *= 2;
	if (b->most && room > b->most)
		room = b->most;         /* or the fast paths in buf.h would go past it */
	if ((p = realloc(b->p, room + BUF_SLACK)) == NULL)
		goto none;
	memset(p + room, 0, BUF_SLACK);
	b->p = p;
	b->room = room;
	return p + b->n;
none:
	arena_no_memory();
	abort();
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n <= 0)
		return;
	buf_room(b, (size_t)n);         /* the NUL goes into the slack */
	va_start(args, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, args);
	va_end(args);
	b->n += (size_t)n;
}

/* All that was printed is copied whatever its length: what is too much falls into the slack. */
WRAPS void
buf_int(struct buf *b, int64_t value)
{
	enum { MOST = 20 };
	char digits[2 * MOST] = { 0 };
	size_t at = MOST, n;
	uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (value < 0)
		digits[--at] = '-';
	n = MOST - at;
	memcpy(n <= b->room - b->n ? b->p + b->n : buf_room(b, n), digits + at, MOST);
	b->n += n;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ .most = b->most };
}
