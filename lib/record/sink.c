/*
 * sink - one buffer, and a file beside the target until all went well.
 *
 * The file beside is called ".NAME.N~" and is locked while somebody writes it.  One that is
 * there but not locked was left by a run that was killed: it is removed, so such files never
 * gather, and two runs at once never share one.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record/sink.h"

enum { ROOM = 256 * 1024, MOST_LINKS = 40, MOST_BESIDE = 100, MOST_SINKS = 64 };

struct sink {
	int fd;
	const char *name;               /* for messages */
	const char *target;             /* links followed; NULL: written in place */
	const char *beside;
	volatile sig_atomic_t pending;  /* `beside` is there and has to go */
	int failed;                     /* errno of the first write that failed */
	mode_t mode;                    /* of the target, when there was one */
	bool existed;
	uint64_t bytes;
	char *text;
	size_t n;
};

/* Those with a file beside.  A signal handler reads it, so slots are only filled and emptied. */
static struct sink *_Atomic sinks[MOST_SINKS];

static void
replace(struct sink *old, struct sink *new)
{
	size_t i;

	for (i = 0; i < MOST_SINKS; i++) {
		struct sink *expected = old;

		if (atomic_compare_exchange_strong(&sinks[i], &expected, new))
			return;
	}
}

/* The number of the open file that /dev/fd/3 or what /dev/stdout leads to stands for, or -1. */
static int
descriptor(const char *path)
{
	static const char *const folder[] = { "/dev/fd/", "/proc/self/fd/" };
	struct str s = str_of(path);
	int fd = 0;
	size_t i, n;

	for (i = 0; i < sizeof folder / sizeof *folder; i++) {
		if (!str_starts(s, str_of(folder[i])))
			continue;
		for (n = strlen(folder[i]); n < s.n && fd < 10000; n++) {
			if (s.p[n] < '0' || s.p[n] > '9')
				return -1;
			fd = fd * 10 + s.p[n] - '0';
		}
		return fd;
	}
	return -1;
}

/* The path behind all symbolic links, whether it exists or not; NULL and errno. */
static const char *
follow(struct arena *a, const char *path)
{
	char link[4096];
	const char *slash;
	ssize_t n;
	int i;

	for (i = 0; i < MOST_LINKS; i++) {
		if (descriptor(path) >= 0)
			return path;
		n = readlink(path, link, sizeof link);
		if (n < 0)
			return errno == EINVAL || errno == ENOENT ? path : NULL;
		/* One that was cut is longer than a path may be: the next call says so. */
		slash = strrchr(path, '/');
		if (link[0] == '/' || slash == NULL)
			path = arena_copy(a, (struct str){ link, (size_t)n }).p;
		else
			path = arena_printf(a, "%.*s/%.*s", (int)(slash - path), path, (int)n,
			    link).p;
	}
	errno = ELOOP;
	return NULL;
}

/* Not every file system has locks, and some cannot always tell: then nobody knows. */
enum answer { NO, YES, UNKNOWN };

static enum answer
lock(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_SETLK, &whole) == 0)
		return YES;
	return errno == EACCES || errno == EAGAIN ? NO : UNKNOWN;
}

/* Does the name still stand for the file that is open here? */
static enum answer
is_named(int fd, const char *name)
{
	struct stat open_file, named;

	if (fstat(fd, &open_file) != 0)
		return UNKNOWN;
	if (lstat(name, &named) != 0)
		return errno == ENOENT ? NO : UNKNOWN;
	/* One file system has both. */
	return open_file.st_ino == named.st_ino ? YES : NO;
}

/* Remove a file that a killed run left; true when the name is free now. */
static bool
reclaim(const char *name)
{
	struct stat status;
	int fd = open(name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool gone;

	if (fd < 0)
		return errno == ENOENT;
	gone = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
	    status.st_uid == geteuid() && lock(fd) == YES && is_named(fd, name) == YES &&
	    unlink(name) == 0;
	close(fd);
	return gone;
}

/* No signal comes between the file and our knowing of it. */
static int
make_beside(struct sink *s)
{
	sigset_t all, before;
	int fd;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	fd = open(s->beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    s->existed ? s->mode : 0666);
	s->pending = fd >= 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return fd;
}

/* Make and lock the file beside the target: its descriptor, or -1 and errno. */
static int
open_beside(struct sink *s, struct arena *a)
{
	const char *slash = strrchr(s->target, '/');
	size_t folder = slash ? (size_t)(slash + 1 - s->target) : 0;
	int i, fd;

	for (i = 0; i < MOST_BESIDE;) {
		s->beside = arena_printf(a, "%.*s.%.200s.%d~", (int)folder, s->target,
		    s->target + folder, i).p;
		if ((fd = make_beside(s)) >= 0) {
			/* Between open and lock another run may have taken it for a left-over.  One
			 * that cannot lock either takes nothing. */
			if (lock(fd) != NO && is_named(fd, s->beside) != NO)
				return fd;
			close(fd);
			s->pending = 0;
			i++;
		} else if (errno != EEXIST) {
			return -1;
		} else if (!reclaim(s->beside)) {
			i++;
		}
	}
	errno = EBUSY;
	return -1;
}

static int
open_target(struct sink *s, struct arena *a, const char *path)
{
	struct stat status;

	if ((path = follow(a, path)) == NULL)
		return -1;
	/* An open file is written from where it stands, whatever it is called. */
	if (descriptor(path) >= 0)
		return fcntl(descriptor(path), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (stat(path, &status) == 0) {
		if (!S_ISREG(status.st_mode))
			return open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		/* Renaming over it would ask nobody. */
		if (access(path, W_OK) != 0)
			return -1;
		s->existed = true;
		s->mode = status.st_mode & 0777;
	} else if (errno != ENOENT) {
		return -1;
	}
	s->target = path;
	return open_beside(s, a);
}

struct sink *
sink_open(struct arena *a, const char *path, struct err *e)
{
	struct sink *s = arena_alloc(a, sizeof *s);

	/* First: once the file beside is there, nothing may fail before the caller knows of it. */
	s->text = arena_got(malloc(ROOM));
	s->fd = STDOUT_FILENO;
	s->name = "(stdout)";
	if (path != NULL) {
		s->name = arena_copy(a, str_of(path)).p;
		replace(NULL, s);
		do
			s->fd = open_target(s, a, s->name);
		while (s->fd < 0 && errno == EINTR);
		if (s->fd < 0) {
			err_system(e, s->name, "open");
			replace(s, NULL);
			free(s->text);
			return NULL;
		}
	}
	return s;
}

static void
put(struct sink *s, const char *p, size_t n)
{
	while (n != 0 && s->failed == 0) {
		ssize_t did = write(s->fd, p, n);

		if (did >= 0) {
			p += did;
			n -= (size_t)did;
			s->bytes += (uint64_t)did;
		} else if (errno == EAGAIN) {
			poll(&(struct pollfd){ .fd = s->fd, .events = POLLOUT }, 1, -1);
		} else if (errno != EINTR) {
			s->failed = errno;
		}
	}
}

void
sink_write(struct sink *s, const void *p, size_t n)
{
	if (n > ROOM - s->n) {
		put(s, s->text, s->n);
		s->n = 0;
	}
	if (n >= ROOM) {
		put(s, p, n);
	} else if (n != 0) {
		memcpy(s->text + s->n, p, n);
		s->n += n;
	}
}

int
sink_error(const struct sink *s, struct err *e)
{
	if (s->failed == 0)
		return 0;
	errno = s->failed;
	return err_system(e, s->name, "write");
}

int
sink_flush(struct sink *s, struct err *e)
{
	put(s, s->text, s->n);
	s->n = 0;
	return sink_error(s, e);
}

/* What was written is on the disk before the name is. */
static int
settle(struct sink *s, struct err *e)
{
	if (s->existed && fchmod(s->fd, s->mode) != 0)
		return err_system(e, s->name, "set the mode");
	if (fsync(s->fd) != 0)
		return err_system(e, s->name, "write");
	if (rename(s->beside, s->target) != 0)
		return err_system(e, s->name, "rename");
	s->pending = 0;
	return 0;
}

int
sink_close(struct sink *s, struct err *e)
{
	int failed = sink_flush(s, e);

	if (failed == 0 && s->pending)
		failed = settle(s, e);
	sink_abandon(s);
	replace(s, NULL);
	/* Closed only now: the lock on the file beside goes with it. */
	if (close(s->fd) != 0 && failed == 0)
		failed = err_system(e, s->name, "close");
	free(s->text);
	s->text = NULL;
	return failed;
}

void
sink_abandon(struct sink *s)
{
	if (s->pending) {
		s->pending = 0;
		unlink(s->beside);
	}
}

void
sink_abandon_all(void)
{
	size_t i;

	for (i = 0; i < MOST_SINKS; i++) {
		struct sink *s = sinks[i];

		if (s != NULL)
			sink_abandon(s);
	}
}

size_t
sink_targets(const char **target, size_t most)
{
	size_t n = 0, i;

	for (i = 0; i < MOST_SINKS; i++) {
		const struct sink *s = sinks[i];

		if (s != NULL && s->pending && n < most)
			target[n++] = s->target;
	}
	return n;
}

uint64_t
sink_bytes(const struct sink *s)
{
	return s->bytes;
}
