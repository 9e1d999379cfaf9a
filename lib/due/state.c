/*
 * state - a set of fingerprints on disk, under a lock.
 *
 * The lock is on the file itself, so nothing lies beside it.  A run that waits on no one may find
 * that the file it opened was replaced before it was locked; then it opens the new one.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/map.h"
#include "due/state.h"
#include "record/sink.h"

enum { TRIES = 10, STAGE_MOST = 1000 };

static const char heading[] = "lead-due-state 1";

struct state {
	const char *path;
	int fd;                         /* holds the lock */
	struct map told;                /* fingerprints, as bytes */
	struct buf stage;               /* unsigned, for each of them */
	struct buf kept;                /* lines of the file to be */
	struct sink *next;              /* which will take its place */
};

/* Is what is open here still the file of that name? */
static bool
is_current(int fd, const char *path)
{
	struct stat open_file, named;

	return fstat(fd, &open_file) == 0 && stat(path, &named) == 0 &&
	    open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino;
}

static int
open_locked(struct state *s, struct err *e)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int i;

	for (i = 0; i < TRIES; i++) {
		s->fd = open(s->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
		if (s->fd < 0)
			return err_system(e, s->path, "open");
		if (fcntl(s->fd, F_SETLK, &whole) != 0) {
			if (errno != EACCES && errno != EAGAIN)
				return err_system(e, s->path, "lock");
			break;
		}
		if (is_current(s->fd, s->path))
			return 0;
		close(s->fd);
	}
	return err_set(e, ERR_SYSTEM, (struct place){ .file = s->path }, "locked by another run");
}

static int
slurp(struct state *s, struct buf *text, struct err *e)
{
	ssize_t got;

	while ((got = read(s->fd, buf_room(text, 1 << 16), 1 << 16)) != 0) {
		if (got > 0)
			text->n += (size_t)got;
		else if (errno != EINTR)
			return err_system(e, s->path, "read");
	}
	return 0;
}

static struct str
bytes_of(const struct fingerprint *f)
{
	return (struct str){ (const char *)f, sizeof *f };
}

/* "FINGERPRINT STAGE" */
static bool
read_line(struct state *s, struct str line)
{
	struct fingerprint f;
	unsigned stage = 0;
	uint32_t at;
	size_t i = FINGERPRINT_HEX + 1;

	if (line.n <= i || line.p[i - 1] != ' ' ||
	    !fingerprint_parse(str_slice(line, 0, FINGERPRINT_HEX), &f))
		return false;
	for (; i < line.n && line.p[i] >= '0' && line.p[i] <= '9' && stage < STAGE_MOST; i++)
		stage = stage * 10 + (unsigned)(line.p[i] - '0');
	if (i < line.n || stage == 0)
		return false;
	at = map_add(&s->told, bytes_of(&f));
	if (at * sizeof stage == s->stage.n)
		buf_add(&s->stage, &stage, sizeof stage);
	else if (((unsigned *)(void *)s->stage.p)[at] < stage)
		((unsigned *)(void *)s->stage.p)[at] = stage;
	return true;
}

static int
read_all(struct state *s, struct str text, struct err *e)
{
	struct place at = { .file = s->path, .line = 1 };
	struct str line;

	if (text.n == 0)
		return 0;
	if (!str_split(&text, '\n', &line) || !str_is(line, heading))
		return err_set(e, ERR_CONFIG, at, "this is not a state of lead-due");
	while (text.n != 0 && str_split(&text, '\n', &line)) {
		at.line++;
		if (!read_line(s, line))
			return err_set(e, ERR_CONFIG, at, "expected a fingerprint and a stage");
	}
	return 0;
}

struct state *
state_open(struct arena *a, const char *path, struct err *e)
{
	struct state *s = arena_alloc(a, sizeof *s);
	struct buf text = { 0 };
	int result;

	s->path = path;
	s->told.arena = a;
	buf_printf(&s->kept, "%s\n", heading);
	result = open_locked(s, e);
	if (result == 0)
		result = slurp(s, &text, e);
	if (result == 0)
		result = read_all(s, buf_text(&text), e);
	buf_free(&text);
	/* Now, and not when it is needed: later nothing can be opened. */
	if (result == 0)
		s->next = sink_open(a, path, e);
	return s->next != NULL ? s : NULL;
}

static unsigned
told(const struct state *s, struct fingerprint f)
{
	uint32_t at = map_find(&s->told, bytes_of(&f));

	return at == MAP_NONE ? 0 : ((const unsigned *)(const void *)s->stage.p)[at];
}

bool
state_news(struct state *s, struct fingerprint lead, struct str rule, instant due_at,
    unsigned stage)
{
	char who[FINGERPRINT_HEX], when[FINGERPRINT_HEX];
	struct str part[3] = { { who, sizeof who }, rule, { when, sizeof when } };
	struct fingerprint f = { { 0, (uint64_t)due_at } };
	unsigned before;

	fingerprint_print(lead, who);
	fingerprint_print(f, when);
	f = fingerprint_of(part, 3);
	before = told(s, f);
	fingerprint_print(f, who);
	buf_add(&s->kept, who, sizeof who);
	buf_printf(&s->kept, " %u\n", before > stage ? before : stage);
	return before < stage;
}

int
state_save(struct state *s, struct err *e)
{
	sink_write(s->next, s->kept.p, s->kept.n);
	return sink_close(s->next, e);
}
