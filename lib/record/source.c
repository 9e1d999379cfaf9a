/*
 * source - bytes, decoded.
 *
 *	source_bytes ─► packed ─► iconv ─► text ─► caller
 *
 * UTF-8 is not converted and goes straight into the caller's buffer; what had to be looked at to
 * see what the input is in waits in `text` and is handed out first.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record/encoding.h"
#include "record/source.h"
#include "record/source_bytes.h"
#include "value/text.h"

enum { ROOM = 64 * 1024, HEAD = 512 };

struct source {
	struct source_bytes bytes;
	struct source_options options;
	const char *charset;
	struct encoding *encoding;      /* NULL: the bytes are the text */
	struct buf packed;              /* not converted yet */
	struct buf text;                /* from text_at on not handed out yet */
	size_t text_at;
	bool ended, doubtful;
	bool broken;                    /* what follows `text` cannot be converted: … */
	struct err why;
};

/* Convert what is in `packed`; `last`: nothing follows.  What is before a byte that cannot be is handed out
 * first, so that it does not matter how much was read at once. */
static void
convert(struct source *s, bool last)
{
	s->broken = encoding_convert(s->encoding, buf_text(&s->packed), last, &s->text, &s->why) != 0;
	s->packed.n = 0;
	if (s->broken)
		s->why.at.file = s->bytes.name;
}

/* More into `text`: 1, 0 at the end, -1. */
static int
refill(struct source *s, struct err *e)
{
	struct buf *to = s->encoding ? &s->packed : &s->text;
	size_t before;
	ssize_t got;

	if (s->text_at == s->text.n)
		s->text_at = s->text.n = 0;
	before = s->text.n;
	while (s->text.n == before) {
		if (s->broken) {
			*e = s->why;
			return -1;
		}
		if (s->ended)
			return 0;
		if ((got = source_bytes_read(&s->bytes, buf_room(to, ROOM), ROOM, e)) < 0)
			return -1;
		to->n += (size_t)got;
		s->ended = got == 0;
		if (s->encoding != NULL)
			convert(s, s->ended);
	}
	return 1;
}

/* HEAD bytes to look at in `text`, or all there is. */
static int
peek(struct source *s, struct err *e)
{
	int more = 1;

	while (more > 0 && s->text.n < HEAD)
		more = refill(s, e);
	return more < 0 ? -1 : 0;
}

static bool
is_utf8(const char *charset)
{
	return str_eq_nocase(str_of(charset), STR("UTF-8")) ||
	    str_eq_nocase(str_of(charset), STR("UTF8"));
}

/* What was peeked at is in `charset`, and so is all that follows. */
static int
set_charset(struct source *s, const char *charset, struct err *e)
{
	s->charset = charset;
	if (!is_utf8(charset)) {
		if ((s->encoding = encoding_open(charset, e)) == NULL)
			return -1;
		buf_str(&s->packed, buf_text(&s->text));
		s->text.n = 0;
		convert(s, s->ended);
		if (peek(s, e) != 0)
			return -1;
	}
	if (str_starts(buf_text(&s->text), STR("\xEF\xBB\xBF")))
		s->text_at = 3;
	return 0;
}

static int
start_again(struct source *s, struct err *e)
{
	encoding_close(s->encoding);
	s->encoding = NULL;
	s->packed.n = s->text.n = s->text_at = 0;
	s->ended = s->broken = false;
	return source_bytes_rewind(&s->bytes, e) != 0 ? -1 : peek(s, e);
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
		if ((more = refill(s, e)) <= 0)
			return more < 0 ? -1 : held == 0;
	}
}

static int
climb(struct source *s, struct err *e)
{
	int valid;

	if (source_bytes_spool(&s->bytes, e) != 0)
		return -1;
	if ((valid = all_valid(s, e)) < 0 || start_again(s, e) != 0)
		return -1;
	return set_charset(s, valid ? "UTF-8" : "WINDOWS-1252", e);
}

/* It is UTF-8, or may be. */
static int
doubt(struct source *s, struct err *e)
{
	s->doubtful = s->options.encoding == SOURCE_LADDER;
	if (s->doubtful && source_bytes_spool(&s->bytes, e) != 0)
		return -1;
	return set_charset(s, "UTF-8", e);
}

static int
find_charset(struct source *s, struct err *e)
{
	struct str head = str_slice(buf_text(&s->text), 0, HEAD);
	struct place at = { .file = s->bytes.name };
	const char *binary = encoding_binary(head), *found;
	size_t bom = 0;

	if (binary != NULL)
		return err_set(e, ERR_INPUT, at, "this is %s, not text", binary);
	if (s->options.encoding == SOURCE_NAMED)
		return set_charset(s, s->options.charset, e);
	if ((found = encoding_of_bom(head, &bom)) == NULL)
		found = encoding_of_nuls(head);
	if (found == NULL)
		return s->options.encoding == SOURCE_LADDER && !s->options.later ? climb(s, e) :
		    doubt(s, e);
	if (s->options.encoding == SOURCE_UTF8 && !is_utf8(found))
		return err_set(e, ERR_INPUT, at, "this is %s, not UTF-8 (--encoding %s reads it)",
		    found, found);
	return set_charset(s, found, e);
}

struct source *
source_open(struct arena *a, const char *path, const struct source_options *options,
    struct err *e)
{
	struct source *s = arena_alloc(a, sizeof *s);
	struct err ignored;

	s->options = *options;
	s->bytes = (struct source_bytes){
		.name = "(stdin)", .fd = STDIN_FILENO, .read_size = options->read_size,
		.spool_dir = options->spool_dir ? options->spool_dir : "/tmp",
	};
	if (path != NULL && strcmp(path, "-") != 0) {
		s->bytes.name = arena_copy(a, str_of(path)).p;
		do
			s->bytes.fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
		while (s->bytes.fd < 0 && errno == EINTR);
		if (s->bytes.fd < 0) {
			err_system(e, s->bytes.name, "open");
			return NULL;
		}
	}
	if (source_bytes_open(&s->bytes, e) == 0 && peek(s, e) == 0 && find_charset(s, e) == 0)
		return s;
	source_close(s, &ignored);
	return NULL;
}

const char *
source_name(const struct source *s)
{
	return s->bytes.name;
}

const char *
source_charset(const struct source *s)
{
	return s->charset;
}

struct str
source_head(const struct source *s)
{
	return str_slice(buf_text(&s->text), s->text_at, s->text.n);
}

ssize_t
source_read(struct source *s, char *p, size_t n, struct err *e)
{
	size_t left = s->text.n - s->text_at;
	int more;

	s->bytes.begun = true;
	if (left == 0 && s->encoding == NULL)
		return source_bytes_read(&s->bytes, p, n, e);
	if (left == 0) {
		if ((more = refill(s, e)) <= 0)
			return more;
		left = s->text.n - s->text_at;
	}
	if (n > left)
		n = left;
	memcpy(p, s->text.p + s->text_at, n);
	s->text_at += n;
	return (ssize_t)n;
}

bool
source_is_doubtful(const struct source *s)
{
	return s->doubtful;
}

int
source_decide(struct source *s, struct err *e)
{
	s->doubtful = false;
	return start_again(s, e) != 0 || climb(s, e) != 0 ? -1 : 0;
}

int
source_spool(struct source *s, struct err *e)
{
	return source_bytes_spool(&s->bytes, e);
}

void
source_unspool(struct source *s)
{
	source_bytes_unspool(&s->bytes);
}

int
source_rewind(struct source *s, struct err *e)
{
	return start_again(s, e) != 0 ? -1 : set_charset(s, s->charset, e);
}

bool
source_is_file(const struct source *s, uint64_t *device, uint64_t *inode)
{
	struct stat status;

	if (fstat(s->bytes.fd, &status) != 0)
		return false;
	*device = status.st_dev;
	*inode = status.st_ino;
	return true;
}

int
source_close(struct source *s, struct err *e)
{
	encoding_close(s->encoding);
	buf_free(&s->packed);
	buf_free(&s->text);
	return source_bytes_close(&s->bytes, e);
}
