/*
 * source - three steps, each only there when it is needed.
 *
 *	fd or spool ─► fetch ─► in ─► unpack (gzip) ─► packed ─► decode (iconv) ─► text ─► caller
 *
 * Plain UTF-8 is read straight into the caller's buffer.  What had to be looked at to see what
 * the input is waits in `in` or `text` and is handed out first.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "record/encoding.h"
#include "record/source.h"
#include "value/text.h"

enum { ROOM = 64 * 1024, HEAD = 512 };

static const char GZIP[2] = { '\x1F', '\x8B' };

struct source {
	const char *name;
	struct source_options options;
	const char *charset;
	int fd;
	off_t start;                    /* where a file that can be rewound began; -1: a pipe */
	int spool;                      /* -1: none; takes what is fetched from a pipe */
	struct buf head;                /* what was fetched before it could be known if to spool */
	bool ended;                     /* fetch saw the end */
	bool begun;                     /* source_read was called */
	struct buf in;                  /* fetched, from in_at on not used yet */
	size_t in_at;
	bool gzip, member, members;     /* packed; inside a member; one was complete */
	z_stream zip;
	struct encoding *encoding;
	struct buf packed;
	struct buf text;                /* decoded, from text_at on not handed out yet */
	size_t text_at;
	bool decoded;                   /* the last of the input went through iconv */
};

static int
fail(const struct source *s, struct err *e, enum err_kind kind, const char *what)
{
	return err_set(e, kind, (struct place){ .file = s->name }, "%s", what);
}

static int
write_all(int fd, const char *p, size_t n)
{
	while (n != 0) {
		ssize_t did = write(fd, p, n);

		if (did < 0 && errno == EINTR)
			continue;
		if (did < 0)
			return -1;
		p += did;
		n -= (size_t)did;
	}
	return 0;
}

/* Raw bytes of the input: how many, 0 at the end, -1 with *e. */
static ssize_t
fetch(struct source *s, char *p, size_t n, struct err *e)
{
	ssize_t got;

	if (s->ended)
		return 0;
	if (s->options.read_size != 0 && n > s->options.read_size)
		n = s->options.read_size;
	do
		got = read(s->fd, p, n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_system(e, s->name, "read");
	if (got == 0)
		s->ended = true;
	if (s->start < 0 && !s->begun && s->spool < 0)
		buf_add(&s->head, p, (size_t)got);
	if (s->spool >= 0 && write_all(s->spool, p, (size_t)got) != 0)
		return err_system(e, s->options.spool_dir, "write a temporary file");
	return got;
}

/* More into `in`: 1, 0 at the end, -1. */
static int
refill(struct source *s, struct err *e)
{
	ssize_t got;

	if (s->in_at == s->in.n)
		s->in_at = s->in.n = 0;
	got = fetch(s, buf_room(&s->in, ROOM), ROOM, e);
	if (got > 0)
		s->in.n += (size_t)got;
	return got < 0 ? -1 : got > 0;
}

/* At the start of a member: 1, 0 at the end.  NULs between members are padding, anything
 * else is an error. */
static int
next_member(struct source *s, struct err *e)
{
	size_t left;
	int more = 1;

	for (;;) {
		while (s->members && s->in_at < s->in.n && s->in.p[s->in_at] == '\0')
			s->in_at++;
		left = s->in.n - s->in_at;
		if (left >= 2 || more == 0)
			break;
		if ((more = refill(s, e)) < 0)
			return -1;
	}
	if (left == 0)
		return 0;
	if (left < 2 || memcmp(s->in.p + s->in_at, GZIP, 2) != 0)
		return fail(s, e, ERR_SYSTEM, "what follows the gzip data is not gzip");
	if (inflateReset(&s->zip) != Z_OK)
		return fail(s, e, ERR_BUG, "zlib refuses to start again");
	s->member = true;
	return 1;
}

static ssize_t
inflate_some(struct source *s, char *p, size_t n, struct err *e)
{
	int more, result;

	for (;;) {
		if (!s->member && (more = next_member(s, e)) <= 0)
			return more;
		if (s->in_at == s->in.n) {
			if ((more = refill(s, e)) < 0)
				return -1;
			if (more == 0)
				return fail(s, e, ERR_SYSTEM, "the gzip data is cut short");
		}
		s->zip.next_in = (Bytef *)(s->in.p + s->in_at);
		s->zip.avail_in = (uInt)(s->in.n - s->in_at);
		s->zip.next_out = (Bytef *)p;
		s->zip.avail_out = (uInt)n;
		result = inflate(&s->zip, Z_NO_FLUSH);
		s->in_at = s->in.n - s->zip.avail_in;
		if (result == Z_MEM_ERROR)
			arena_no_memory();
		if (result == Z_STREAM_END) {
			s->member = false;
			s->members = true;
		} else if (result != Z_OK && result != Z_BUF_ERROR) {
			return fail(s, e, ERR_SYSTEM, "the gzip data is damaged");
		}
		if (s->zip.avail_out != n)
			return (ssize_t)(n - s->zip.avail_out);
	}
}

static ssize_t
unpack(struct source *s, char *p, size_t n, struct err *e)
{
	size_t left = s->in.n - s->in_at;

	if (n > UINT32_MAX / 2)
		n = UINT32_MAX / 2;
	if (s->gzip)
		return inflate_some(s, p, n, e);
	if (left == 0)
		return fetch(s, p, n, e);
	if (n > left)
		n = left;
	memcpy(p, s->in.p + s->in_at, n);
	s->in_at += n;
	return (ssize_t)n;
}

/* More into `text`: 1, 0 at the end, -1. */
static int
decode(struct source *s, struct err *e)
{
	struct buf *to = s->encoding ? &s->packed : &s->text;
	size_t before;
	ssize_t got;

	if (s->text_at == s->text.n)
		s->text_at = s->text.n = 0;
	before = s->text.n;
	while (s->text.n == before) {
		if (s->decoded)
			return 0;
		if ((got = unpack(s, buf_room(to, ROOM), ROOM, e)) < 0)
			return -1;
		s->decoded = got == 0;
		if (s->encoding == NULL) {
			s->text.n += (size_t)got;
		} else if (encoding_convert(s->encoding, (struct str){ to->p, (size_t)got },
		    s->decoded, &s->text, e) != 0) {
			e->at.file = s->name;
			return -1;
		}
	}
	return 1;
}

ssize_t
source_read(struct source *s, char *p, size_t n, struct err *e)
{
	size_t left = s->text.n - s->text_at;
	int more;

	if (!s->begun)
		buf_free(&s->head);
	s->begun = true;
	if (left == 0 && s->encoding == NULL)
		return unpack(s, p, n, e);
	if (left == 0) {
		if ((more = decode(s, e)) <= 0)
			return more;
		left = s->text.n - s->text_at;
	}
	if (n > left)
		n = left;
	memcpy(p, s->text.p + s->text_at, n);
	s->text_at += n;
	return (ssize_t)n;
}

/* Back to the first byte, all steps as they were at the start. */
static int
start_again(struct source *s, struct err *e)
{
	int more;

	s->in.n = s->in_at = s->text.n = s->text_at = 0;
	s->member = s->members = s->decoded = false;
	while (s->in.n < 2 && (more = refill(s, e)) != 0)
		if (more < 0)
			return -1;
	if (!s->gzip && s->in.n >= 2 && memcmp(s->in.p, GZIP, 2) == 0) {
		if (inflateInit2(&s->zip, 15 + 16) != Z_OK)
			arena_no_memory();
		s->gzip = true;
	}
	return 0;
}

/* Something to look at in `text`, at least HEAD bytes or all there is. */
static int
peek(struct source *s, struct err *e)
{
	int more = 1;

	while (more > 0 && s->text.n < HEAD)
		more = decode(s, e);
	return more < 0 ? -1 : 0;
}

static void
drop_bom(struct source *s)
{
	if (s->text.n >= 3 && memcmp(s->text.p, "\xEF\xBB\xBF", 3) == 0)
		s->text_at = 3;
}

static int
rewind_input(struct source *s, struct err *e)
{
	char *waste;
	ssize_t got = 1;

	if (s->start < 0) {
		/* What the pipe still holds goes to the spool, which takes its place. */
		if (s->spool < 0)
			return fail(s, e, ERR_BUG, "a pipe was not spooled");
		s->in.n = s->in_at = 0;
		waste = buf_room(&s->in, ROOM);
		while (got > 0)
			got = fetch(s, waste, ROOM, e);
		if (got < 0)
			return -1;
		if (s->fd > STDIN_FILENO)
			close(s->fd);
		s->fd = s->spool;
		s->spool = -1;
		s->start = 0;
	}
	if (lseek(s->fd, s->start, SEEK_SET) < 0)
		return err_system(e, s->name, "seek");
	s->ended = false;
	return start_again(s, e);
}

/* Decode as `charset` from the first byte on. */
static int
set_charset(struct source *s, const char *charset, struct err *e)
{
	struct str rest = { s->text.p, s->text.n };

	s->charset = charset;
	if (str_eq_nocase(str_of(charset), STR("UTF-8")) || str_eq_nocase(str_of(charset), STR("UTF8")))
		return 0;
	if ((s->encoding = encoding_open(charset, e)) == NULL)
		return -1;
	/* What was peeked at was not decoded yet. */
	buf_str(&s->packed, rest);
	s->text.n = s->text_at = 0;
	rest = buf_text(&s->packed);
	if (encoding_convert(s->encoding, rest, false, &s->text, e) != 0) {
		e->at.file = s->name;
		return -1;
	}
	s->packed.n = 0;
	return peek(s, e);
}

/* Is the whole input UTF-8?  1, 0, -1. */
static int
all_valid(struct source *s, struct err *e)
{
	size_t bad, held;
	int more;

	for (;;) {
		struct str text = buf_text(&s->text);

		held = 0;
		if (!text_valid(text, &bad)) {
			/* It may only be cut: at most three bytes of a character wait for more. */
			held = text.n - bad;
			if (held > 3)
				return 0;
			memmove(s->text.p, s->text.p + bad, held);
		}
		s->text.n = held;
		s->text_at = 0;
		if ((more = decode(s, e)) < 0)
			return -1;
		if (more == 0)
			return held == 0;
	}
}

static int
climb(struct source *s, const char *by_nuls, struct err *e)
{
	int valid;

	if (by_nuls != NULL)
		return set_charset(s, by_nuls, e);
	if (s->start < 0 && source_spool(s, e) != 0)
		return -1;
	if ((valid = all_valid(s, e)) < 0 || rewind_input(s, e) != 0 || peek(s, e) != 0)
		return -1;
	return set_charset(s, valid ? "UTF-8" : "WINDOWS-1252", e);
}

static int
find_charset(struct source *s, struct err *e)
{
	size_t size = 0;
	const char *bom, *nuls, *binary;

	if (peek(s, e) != 0)
		return -1;
	if ((binary = encoding_binary(buf_text(&s->text))) != NULL)
		return err_set(e, ERR_INPUT, (struct place){ .file = s->name },
		    "this is %s, not text", binary);
	bom = encoding_of_bom(buf_text(&s->text), &size);
	nuls = bom ? NULL : encoding_of_nuls(str_slice(buf_text(&s->text), 0, HEAD));
	if (s->options.encoding == SOURCE_NAMED)
		return set_charset(s, s->options.charset, e);
	if (s->options.encoding == SOURCE_UTF8) {
		if (nuls != NULL || (bom != NULL && size != 3))
			return err_set(e, ERR_INPUT, (struct place){ .file = s->name },
			    "this is %s, not UTF-8 (--encoding %s reads it)",
			    bom ? bom : nuls, bom ? bom : nuls);
		return set_charset(s, "UTF-8", e);
	}
	return bom != NULL ? set_charset(s, bom, e) : climb(s, nuls, e);
}

struct source *
source_open(struct arena *a, const char *path, const struct source_options *options,
    struct err *e)
{
	struct source *s = arena_alloc(a, sizeof *s);
	struct stat status;

	s->options = *options;
	if (s->options.spool_dir == NULL)
		s->options.spool_dir = "/tmp";
	s->spool = -1;
	s->fd = STDIN_FILENO;
	s->name = "(stdin)";
	if (path != NULL && strcmp(path, "-") != 0) {
		s->name = arena_copy(a, str_of(path)).p;
		do
			s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
		while (s->fd < 0 && errno == EINTR);
		if (s->fd < 0) {
			err_system(e, s->name, "open");
			return NULL;
		}
	}
	s->start = -1;
	if (fstat(s->fd, &status) == 0 && S_ISREG(status.st_mode))
		s->start = lseek(s->fd, 0, SEEK_CUR);
	if (start_again(s, e) != 0 || find_charset(s, e) != 0) {
		struct err ignored;

		source_close(s, &ignored);
		return NULL;
	}
	drop_bom(s);
	return s;
}

const char *
source_name(const struct source *s)
{
	return s->name;
}

const char *
source_charset(const struct source *s)
{
	return s->charset;
}

/* An unlinked file that holds what was fetched so far. */
int
source_spool(struct source *s, struct err *e)
{
	static const char tail[] = "/leadkit-XXXXXX";
	size_t n = strlen(s->options.spool_dir);
	char *path;

	if (s->start >= 0 || s->spool >= 0)
		return 0;
	if (s->begun)
		return fail(s, e, ERR_BUG, "a pipe is spooled too late");
	if ((path = malloc(n + sizeof tail)) == NULL) {
		arena_no_memory();
		abort();
	}
	memcpy(path, s->options.spool_dir, n);
	memcpy(path + n, tail, sizeof tail);
	s->spool = mkstemp(path);
	if (s->spool >= 0)
		unlink(path);
	free(path);
	if (s->spool < 0)
		return err_system(e, s->options.spool_dir, "make a temporary file");
	if (write_all(s->spool, s->head.p, s->head.n) != 0)
		return err_system(e, s->options.spool_dir, "write a temporary file");
	buf_free(&s->head);
	return 0;
}

void
source_unspool(struct source *s)
{
	if (s->spool >= 0)
		close(s->spool);
	s->spool = -1;
}

int
source_rewind(struct source *s, struct err *e)
{
	encoding_close(s->encoding);
	s->encoding = NULL;
	if (rewind_input(s, e) != 0 || peek(s, e) != 0 || set_charset(s, s->charset, e) != 0)
		return -1;
	drop_bom(s);
	return 0;
}

bool
source_is_file(const struct source *s, uint64_t *device, uint64_t *inode)
{
	struct stat status;

	if (fstat(s->fd, &status) != 0)
		return false;
	*device = status.st_dev;
	*inode = status.st_ino;
	return true;
}

int
source_close(struct source *s, struct err *e)
{
	int failed = 0;

	if (s->gzip)
		inflateEnd(&s->zip);
	encoding_close(s->encoding);
	buf_free(&s->head);
	buf_free(&s->in);
	buf_free(&s->packed);
	buf_free(&s->text);
	if (s->spool >= 0)
		close(s->spool);
	if (s->fd > STDIN_FILENO && close(s->fd) != 0)
		failed = err_system(e, s->name, "close");
	return failed;
}
