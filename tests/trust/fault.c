/*
 * fault - LD_PRELOAD: below the program, one thing goes wrong.
 *
 *	FAULT=alloc:N:once      allocation N fails            alloc:N:after  and all that follow
 *	FAULT=call:N:E          system call N fails with errno E
 *	FAULT=kill:N            the process dies of SIGKILL in place of system call N
 *	FAULT=short:SEED        reads and writes take 1 to 7 bytes, and one in ten is interrupted
 *	FAULT_LOG=FILE          at the end: "alloc N", then the name of each system call in turn
 *
 * Linked into a unit test, it does what fault.h says.
 *
 * Counting begins where the program's own code does.  System calls are those that the program asks
 * for, by the name of their function; what libc does within itself is not seen.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fault.h"

enum { CALLS = 4096 };

void	*__libc_malloc(size_t);
void	*__libc_calloc(size_t, size_t);
void	*__libc_realloc(void *, size_t);
void	*__libc_memalign(size_t, size_t);

static enum { NOTHING, ALLOC_ONCE, ALLOC_AFTER, CALL, KILL, SHORT } fault;
static unsigned long at, allocations, calls;
static int error;
static uint64_t dice;
static int log_file = -1;
static const char *name_of[CALLS];
static volatile int armed;
static struct { const char *name; unsigned long n; int error; void (*act)(void); } wanted[4];

__attribute__((constructor)) static void
begin(void)
{
	const char *s = getenv("FAULT"), *number = s != NULL ? strchr(s, ':') : NULL;
	char *end = NULL;
	int fd;

	/* Now: later the program may not open it, nor signal by kill. */
	if (getenv("FAULT_LOG") != NULL && (fd = open(getenv("FAULT_LOG"), O_WRONLY | O_CREAT |
	    O_TRUNC, 0600)) >= 0)
		log_file = fcntl(fd, F_DUPFD_CLOEXEC, 200), close(fd);
	if (number != NULL)
		at = strtoul(number + 1, &end, 10);
	if (number != NULL && strncmp(s, "alloc", 5) == 0)
		fault = strcmp(end, ":after") == 0 ? ALLOC_AFTER : ALLOC_ONCE;
	else if (number != NULL && strncmp(s, "call", 4) == 0)
		fault = CALL, error = atoi(end + 1);
	else if (number != NULL && strncmp(s, "kill", 4) == 0)
		fault = KILL;
	else if (number != NULL && strncmp(s, "short", 5) == 0)
		fault = SHORT, dice = at * 0x9E3779B97F4A7C15u + 1;
	unsetenv("LD_PRELOAD");
	armed = 1;
}

/* From here on nothing goes wrong: for what ends the program and is not its own (counts.c). */
void
fault_over(void)
{
	armed = 0;
}

__attribute__((destructor)) static void
finish(void)
{
	static char text[CALLS * 16];
	unsigned long i;
	size_t n;

	fault_over();
	if (log_file < 0)
		return;
	n = (size_t)snprintf(text, sizeof text, "alloc %lu\n", allocations);
	for (i = 0; i < calls && i < CALLS; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, "%s\n", name_of[i]);
	syscall(SYS_write, log_file, text, n);
}

static void
want(const char *name, unsigned long n, int why, void (*act)(void))
{
	size_t i;

	for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (wanted[i].n == 0) {
			wanted[i].name = name;
			wanted[i].error = why;
			wanted[i].act = act;
			wanted[i].n = n;
			return;
		}
}

void
fault_call(const char *name, unsigned long n, int why)
{
	want(name, n, why, NULL);
}

void
fault_before(const char *name, unsigned long n, void (*act)(void))
{
	want(name, n, 0, act);
}

int
fault_pending(void)
{
	size_t i;
	int n = 0;

	for (i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		n += wanted[i].n != 0;
		wanted[i].n = 0;
	}
	return n;
}

/* Was it said by fault_call that this call fails?  What fault_before said is done. */
static int
is_wanted(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (wanted[i].n != 0 && strcmp(wanted[i].name, name) == 0 && --wanted[i].n == 0) {
			if (wanted[i].act != NULL) {
				wanted[i].act();
				return 0;
			}
			errno = wanted[i].error;
			return 1;
		}
	return 0;
}

/* Was it said that this and all that follow fail? */
static int
is_over(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (wanted[i].n != 0 && strcmp(wanted[i].name, name) == 0 &&
		    (wanted[i].n == 1 || --wanted[i].n == 0))
			return 1;
	return 0;
}

/* Does this system call fail?  errno says how. */
static int
fails(const char *name)
{
	unsigned long i;

	if (!armed)
		return 0;
	i = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
	if (i <= CALLS)
		name_of[i - 1] = name;
	if (is_wanted(name))
		return 1;
	if (i != at || (fault != CALL && fault != KILL))
		return 0;               /* errno is somebody else's */
	if (fault == KILL)
		syscall(SYS_tgkill, getpid(), gettid(), SIGKILL);
	errno = error;
	return 1;
}

/* How much of n bytes is transferred; 0: interrupted. */
static size_t
cut(size_t n)
{
	size_t most;

	if (fault != SHORT || !armed || n == 0)
		return n;
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	if (dice % 10 == 0) {
		errno = EINTR;
		return 0;
	}
	most = 1 + dice / 16 % 7;
	return n < most ? n : most;
}

/* Sanitizers have their own. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/* Does this allocation fail? */
static int
starves(void)
{
	unsigned long i;

	if (!armed)
		return 0;
	i = __atomic_add_fetch(&allocations, 1, __ATOMIC_RELAXED);
	if (is_wanted("alloc") || is_over("allocs"))
		return 1;
	if ((fault != ALLOC_ONCE || i != at) && (fault != ALLOC_AFTER || i < at))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t n)
{
	return starves() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t size)
{
	return starves() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *p, size_t n)
{
	return starves() ? NULL : __libc_realloc(p, n);
}

void *
memalign(size_t alignment, size_t n)
{
	return starves() ? NULL : __libc_memalign(alignment, n);
}

void *
aligned_alloc(size_t alignment, size_t n)
{
	return memalign(alignment, n);
}

int
posix_memalign(void **p, size_t alignment, size_t n)
{
	void *got = memalign(alignment, n);

	if (got == NULL)
		return ENOMEM;
	*p = got;
	return 0;
}
#endif

ssize_t
read(int fd, void *p, size_t n)
{
	size_t part = cut(n);

	if (fails("read") || (part == 0 && n != 0))
		return -1;
	return syscall(SYS_read, fd, p, part);
}

ssize_t
pread(int fd, void *p, size_t n, off_t from)
{
	size_t part = cut(n);

	if (fails("pread") || (part == 0 && n != 0))
		return -1;
	return syscall(SYS_pread64, fd, p, part, from);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	size_t part = cut(n);

	if (fails(fd == STDERR_FILENO ? "stderr" : "write") || (part == 0 && n != 0))
		return -1;
	return syscall(SYS_write, fd, p, part);
}

int
open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list args;

	va_start(args, flags);
	if ((flags & O_CREAT) != 0)
		mode = va_arg(args, mode_t);
	va_end(args);
	return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
mkstemp(char *pattern)
{
	static int (*real)(char *);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "mkstemp");
	return fails("mkstemp") ? -1 : real(pattern);
}

/* The descriptor is gone even when close says that something went wrong. */
int
close(int fd)
{
	int failed = fails("close"), why = errno;
	int result = (int)syscall(SYS_close, fd);

	if (!failed)
		return result;
	errno = why;
	return -1;
}

int
fcntl(int fd, int command, ...)
{
	va_list args;
	long value;

	va_start(args, command);
	value = va_arg(args, long);
	va_end(args);
	return fails("fcntl") ? -1 : (int)syscall(SYS_fcntl, fd, command, value);
}

int
fsync(int fd)
{
	return fails("fsync") ? -1 : (int)syscall(SYS_fsync, fd);
}

int
rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int
unlink(const char *path)
{
	return fails("unlink") ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int
mkdir(const char *path, mode_t mode)
{
	return fails("mkdir") ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int
fchmod(int fd, mode_t mode)
{
	return fails("fchmod") ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int
access(const char *path, int mode)
{
	return fails("access") ? -1 : (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}

off_t
lseek(int fd, off_t to, int whence)
{
	return fails("lseek") ? -1 : syscall(SYS_lseek, fd, to, whence);
}

int
fstat(int fd, struct stat *s)
{
	return fails("fstat") ? -1 : (int)syscall(SYS_newfstatat, fd, "", s, AT_EMPTY_PATH);
}

int
stat(const char *path, struct stat *s)
{
	return fails("stat") ? -1 : (int)syscall(SYS_newfstatat, AT_FDCWD, path, s, 0);
}

int
lstat(const char *path, struct stat *s)
{
	return fails("lstat") ? -1 :
	    (int)syscall(SYS_newfstatat, AT_FDCWD, path, s, AT_SYMLINK_NOFOLLOW);
}

ssize_t
readlink(const char *path, char *p, size_t n)
{
	return fails("readlink") ? -1 : syscall(SYS_readlinkat, AT_FDCWD, path, p, n);
}

ssize_t
getrandom(void *p, size_t n, unsigned flags)
{
	return fails("getrandom") ? -1 : syscall(SYS_getrandom, p, n, flags);
}

int
pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*start)(void *), void *arg)
{
	static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
	return fails("pthread_create") ? errno : real(t, a, start, arg);
}
