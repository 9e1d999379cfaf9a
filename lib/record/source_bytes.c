/*
 * source_bytes - read(2), gzip, and the spool of a pipe.
 *
 * Plain bytes go straight into the caller's buffer.  A pipe's first bytes are kept until it is
 * known whether it has to be spooled, because they were looked at to see what they are.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "record/source_bytes.h"
#include "record/temporary.h"

enum { ROOM = 64 * 1024 };

static const char GZIP[2] = { '\x1F', '\x8B' };

static int
fail(const struct source_bytes *b, struct err *e, enum err_kind kind, const char *what)
{
	return err_set(e, kind, (struct place){ .file = b->name }, "%s", what);
}

static int
write_spool(struct source_bytes *b, const char *p, size_t n, struct err *e)
{
	while (n != 0) {
		ssize_t did = write(b->spool, p, n);

		if (did < 0 && errno == EINTR)
			continue;
		if (did < 0)
			return err_system(e, b->spool_dir, "write a temporary file");
		p += did;
		n -= (size_t)did;
	}
	return 0;
}

static ssize_t
fetch(struct source_bytes *b, char *p, size_t n, struct err *e)
{
	ssize_t got;

	if (b->ended)
		return 0;
	if (b->read_size != 0 && n > b->read_size)
		n = b->read_size;
	while ((got = read(b->fd, p, n)) < 0 && (errno == EINTR || errno == EAGAIN))
		if (errno == EAGAIN)    /* whoever shares the pipe with us does not want to wait */
			poll(&(struct pollfd){ .fd = b->fd, .events = POLLIN }, 1, -1);
	if (got < 0)
		return err_system(e, b->name, "read");
	b->ended = got == 0;
	if (b->spool >= 0 && write_spool(b, p, (size_t)got, e) != 0)
		return -1;
	if (b->start < 0 && b->spool < 0 && !b->begun)
		buf_add(&b->head, p, (size_t)got);
	return got;
}

/* More into `in`: 1, 0 at the end, -1. */
static int
refill(struct source_bytes *b, struct err *e)
{
	ssize_t got;

	if (b->in_at == b->in.n)
		b->in_at = b->in.n = 0;
	got = fetch(b, buf_room(&b->in, ROOM), ROOM, e);
	if (got > 0)
		b->in.n += (size_t)got;
	return got < 0 ? -1 : got > 0;
}

/* At the start of a member: 1, 0 at the end.  NULs between members are padding, anything
 * else is an error. */
static int
next_member(struct source_bytes *b, struct err *e)
{
	size_t left;
	int more = 1;

	for (;;) {
		while (b->members && b->in_at < b->in.n && b->in.p[b->in_at] == '\0')
			b->in_at++;
		left = b->in.n - b->in_at;
		if (left >= sizeof GZIP || more == 0)
			break;
		if ((more = refill(b, e)) < 0)
			return -1;
	}
	if (left == 0)
		return 0;
	if (left < sizeof GZIP || memcmp(b->in.p + b->in_at, GZIP, sizeof GZIP) != 0)
		return fail(b, e, ERR_SYSTEM, "what follows the gzip data is not gzip");
	inflateReset(b->zip);
	b->member = true;
	return 1;
}

static ssize_t
unpack(struct source_bytes *b, char *p, size_t n, struct err *e)
{
	int more, result;

	for (;;) {
		if (!b->member && (more = next_member(b, e)) <= 0)
			return more;
		if (b->in_at == b->in.n && (more = refill(b, e)) <= 0)
			return more < 0 ? -1 :
			    fail(b, e, ERR_SYSTEM, "the gzip data is cut short");
		b->zip->next_in = (Bytef *)(b->in.p + b->in_at);
		b->zip->avail_in = (uInt)(b->in.n - b->in_at);
		b->zip->next_out = (Bytef *)p;
		b->zip->avail_out = (uInt)n;
		result = inflate(b->zip, Z_NO_FLUSH);
		b->in_at = b->in.n - b->zip->avail_in;
		if (result == Z_MEM_ERROR)
			arena_no_memory();
		if (result == Z_STREAM_END) {
			b->member = false;
			b->members = true;
		} else if (result != Z_OK) {
			return fail(b, e, ERR_SYSTEM, "the gzip data is damaged");
		}
		if (b->zip->avail_out != n)
			return (ssize_t)(n - b->zip->avail_out);
	}
}

ssize_t
source_bytes_read(struct source_bytes *b, char *p, size_t n, struct err *e)
{
	size_t left = b->in.n - b->in_at;

	if (n > INT32_MAX)
		n = INT32_MAX;
	if (b->zip != NULL)
		return unpack(b, p, n, e);
	if (left == 0)
		return fetch(b, p, n, e);
	if (n > left)
		n = left;
	memcpy(p, b->in.p + b->in_at, n);
	b->in_at += n;
	return (ssize_t)n;
}

/* The first bytes say whether it is packed. */
static int
begin(struct source_bytes *b, struct err *e)
{
	int more = 1;

	b->in.n = b->in_at = 0;
	b->member = b->members = b->ended = false;
	while (more > 0 && b->in.n < sizeof GZIP)
		more = refill(b, e);
	if (more < 0)
		return -1;
	if (b->zip == NULL && b->in.n >= sizeof GZIP && memcmp(b->in.p, GZIP, sizeof GZIP) == 0) {
		b->zip = arena_got(calloc(1, sizeof *b->zip));
		/* 16: a gzip header. */
		arena_got(inflateInit2(b->zip, MAX_WBITS + 16) == Z_OK ? b->zip : NULL);
	}
	return 0;
}

int
source_bytes_open(struct source_bytes *b, struct err *e)
{
	struct stat status;

	b->spool = -1;
	b->start = -1;
	if (fstat(b->fd, &status) == 0 && S_ISREG(status.st_mode))
		b->start = lseek(b->fd, 0, SEEK_CUR);
	return begin(b, e);
}

int
source_bytes_spool(struct source_bytes *b, struct err *e)
{
	if (b->start >= 0 || b->spool >= 0)
		return 0;
	if (b->begun)
		return fail(b, e, ERR_BUG, "a pipe is spooled too late");
	if ((b->spool = temporary_open(b->spool_dir, e)) < 0)
		return -1;
	if (write_spool(b, b->head.p, b->head.n, e) != 0)
		return -1;
	buf_free(&b->head);
	return 0;
}

void
source_bytes_unspool(struct source_bytes *b)
{
	if (b->spool >= 0)
		close(b->spool);
	b->spool = -1;
}

/* What the pipe still holds goes to the spool, which then takes its place. */
static int
drain(struct source_bytes *b, struct err *e)
{
	ssize_t got;

	if (b->spool < 0)
		return fail(b, e, ERR_BUG, "a pipe was not spooled");
	b->in.n = b->in_at = 0;
	do
		got = fetch(b, buf_room(&b->in, ROOM), ROOM, e);
	while (got > 0);
	if (got < 0)
		return -1;
	if (b->fd != STDIN_FILENO)
		close(b->fd);
	b->fd = b->spool;
	b->spool = -1;
	b->start = 0;
	return 0;
}

int
source_bytes_rewind(struct source_bytes *b, struct err *e)
{
	if (b->start < 0 && drain(b, e) != 0)
		return -1;
	if (lseek(b->fd, b->start, SEEK_SET) < 0)
		return err_system(e, b->name, "seek");
	return begin(b, e);
}

int
source_bytes_close(struct source_bytes *b, struct err *e)
{
	if (b->zip != NULL)
		inflateEnd(b->zip);
	free(b->zip);
	b->zip = NULL;
	buf_free(&b->head);
	buf_free(&b->in);
	source_bytes_unspool(b);
	if (b->fd != STDIN_FILENO && close(b->fd) != 0)
		return err_system(e, b->name, "close");
	return 0;
}
