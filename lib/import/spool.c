/*
 * spool - one buffer for writing, then a window for each who reads.
 */
#include <errno.h>
#include <unistd.h>

#include "base/word.h"
#include "import/spool.h"
#include "record/temporary.h"

/* Who reads on and on looks elsewhere now and then; after so many times he stays there. */
enum { ROOM = 1 << 18, MOST_ASTRAY = 16 };

struct spool {
	const char *folder;
	int fd;
	struct buf out;                 /* not in the file yet */
	uint64_t written;               /* bytes in the file */
};

struct spool_view {
	char *window;                   /* what was read last */
	uint64_t from;
	size_t filled;
	unsigned astray;                /* reads in a row that were outside of it */
	struct buf stray;               /* what the last of them found */
};

struct spool *
spool_open(struct arena *a, const char *folder, struct err *e)
{
	struct spool *s = arena_alloc(a, sizeof *s);

	s->folder = folder;
	return (s->fd = temporary_open(folder, e)) >= 0 ? s : NULL;
}

static int
flush(struct spool *s, struct err *e)
{
	size_t done = 0;

	while (done < s->out.n) {
		ssize_t n = write(s->fd, s->out.p + done, s->out.n - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_system(e, s->folder, "write a temporary file");
		done += (size_t)n;
	}
	s->written += done;
	s->out.n = 0;
	return 0;
}

int
spool_add(struct spool *s, struct str bytes, struct err *e)
{
	buf_str(&s->out, bytes);
	return s->out.n < ROOM ? 0 : flush(s, e);
}

uint64_t
spool_size(const struct spool *s)
{
	return s->written + s->out.n;
}

int
spool_end(struct spool *s, struct err *e)
{
	int result = flush(s, e);

	buf_free(&s->out);
	return result;
}

struct spool_view *
spool_view_new(struct arena *a)
{
	struct spool_view *v = arena_alloc(a, sizeof *v);

	v->window = arena_text(a, ROOM);
	return v;
}

void
spool_view_free(struct spool_view *v)
{
	buf_free(&v->stray);
}

static int
fill(const struct spool *s, uint64_t at, char *p, size_t n, size_t *got, struct err *e)
{
	*got = 0;
	while (*got < n) {
		ssize_t more = pread(s->fd, p + *got, n - *got, (off_t)(at + *got));

		if (more < 0 && errno == EINTR)
			continue;
		if (more < 0)
			return err_system(e, s->folder, "read a temporary file");
		if (more == 0)
			break;
		*got += (size_t)more;
	}
	return 0;
}

static const char *
shorter(const struct spool *s, struct err *e)
{
	err_set(e, ERR_SYSTEM, (struct place){ .file = s->folder }, "a temporary file has become shorter");
	return NULL;
}

/* Not in the window, nor where it would go next. */
static const char *
look_elsewhere(const struct spool *s, struct spool_view *v, uint64_t at, size_t n, struct err *e)
{
	char *p;
	size_t got;

	v->stray.n = 0;
	p = buf_room(&v->stray, n + 1);
	if (fill(s, at, p, n, &got, e) < 0)
		return NULL;
	return got < n ? shorter(s, e) : p;
}

const char *
spool_look(const struct spool *s, struct spool_view *v, uint64_t at, size_t n, struct err *e)
{
	bool near = at >= v->from && at <= v->from + v->filled;

	if (near && at + n <= v->from + v->filled) {
		v->astray = 0;
		return v->window + (at - v->from);
	}
	if (n > ROOM || (!near && ++v->astray < MOST_ASTRAY))
		return look_elsewhere(s, v, at, n, e);
	v->astray = 0;
	v->from = at;
	if (fill(s, at, v->window, ROOM, &v->filled, e) < 0)
		return NULL;
	return v->filled < n ? shorter(s, e) : v->window;
}

void
spool_close(struct spool *s)
{
	buf_free(&s->out);
	close(s->fd);
}

static void
put_number(struct buf *b, uint64_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_byte(b, (char)(n | 0x80));
	buf_byte(b, (char)n);
}

static uint64_t
get_number(const char **p)
{
	uint64_t n = 0;
	unsigned shift = 0;

	do
		n |= (uint64_t)(**p & 0x7f) << shift;
	while (shift += 7, *(*p)++ & 0x80);
	return n;
}

enum { FLAG_BITS = 7 };

void
spool_put_fields(struct buf *b, const struct field *f, uint32_t count)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		put_number(b, (uint64_t)f[i].size << FLAG_BITS | f[i].flags);
		buf_add(b, f[i].raw, f[i].size);
	}
}

size_t
spool_get_fields(struct str bytes, struct field *f, uint32_t count)
{
	const char *p = bytes.p;
	uint32_t i;

	for (i = 0; i < count; i++) {
		uint64_t n = get_number(&p);

		f[i] = (struct field){ p, (uint32_t)(n >> FLAG_BITS),
		    (uint32_t)n & ((1u << FLAG_BITS) - 1) };
		p += f[i].size;
	}
	return (size_t)(p - bytes.p);
}

/* Where the cell ends that begins at p; a writer puts something behind each. */
static const char *
cell_end(const char *p, char delimiter)
{
	uint64_t word, found;

	if (*p != '"') {
		for (;; p += sizeof word) {
			word = word_load(p);
			found = (word_equal(word, delimiter) | word_equal(word, '\n')) & ~word & WORD_HIGH;
			if (found != 0)
				return p + word_first(found);
		}
	}
	do
		for (p++; *p != '"'; p++)
			;
	while (*++p == '"');
	return p;
}

void
spool_split_row(struct str row, char delimiter, struct field *f, uint32_t count)
{
	const char *p = row.p, *end;
	uint32_t i;

	for (i = 0; i < count; i++, p = end + 1) {
		end = cell_end(p, delimiter);
		f[i] = (struct field){ p, (uint32_t)(end - p),
		    *p == '"' ? FIELD_QUOTED | FIELD_ESCAPE : 0 };
	}
}
