/*
 * temporary - O_TMPFILE, where there is such a thing; else a name that is gone at once.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/temporary.h"

/* Nobody may ever find leads there: no name, or no file. */
static int
open_named(const char *folder)
{
	char path[4096];
	sigset_t all, before;
	int fd = -1;

	if (snprintf(path, sizeof path, "%s/leadkit-XXXXXX", folder) >= (int)sizeof path) {
		errno = ENAMETOOLONG;
		return -1;
	}
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	if ((fd = mkstemp(path)) >= 0 && unlink(path) != 0) {
		int why = errno;

		close(fd);
		errno = why;
		fd = -1;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return fd;
}

static int kept[TEMPORARY_KEPT];
static size_t keeping;

static int
open_new(const char *folder, struct err *e)
{
	int fd = -1;

#ifdef O_TMPFILE
	do
		fd = open(folder, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	while (fd < 0 && errno == EINTR);
#endif
	/* Old kernels and some file systems know no such files, and say so in several ways. */
	if (fd < 0 && errno != EACCES && errno != ENOSPC && errno != EMFILE && errno != ENFILE)
		fd = open_named(folder);
	if (fd < 0)
		return err_system(e, folder, "make a temporary file");
	return fd;
}

size_t
temporary_keep(const char *folder, size_t n)
{
	struct err ignored;
	int fd;

	while (keeping < n && keeping < TEMPORARY_KEPT && (fd = open_new(folder, &ignored)) >= 0)
		kept[keeping++] = fd;
	return keeping;
}

int
temporary_open(const char *folder, struct err *e)
{
	return keeping != 0 ? kept[--keeping] : open_new(folder, e);
}
