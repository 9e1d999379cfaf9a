/*
 * counts - linked into the tools of COV=1: what they did is counted however they end.
 *
 * gcov writes its files when a program ends.  By then a test may have limited files or memory, or
 * fault.so be about to fail the next call: here it is over.  Limits are to be soft ones
 * (ulimit -S).  gcov knows nothing of _exit(), nor of dying of a signal; only SIGKILL stays uncounted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

void	__gcov_dump(void);

static void
lift(int resource)
{
	struct rlimit limit;

	if (getrlimit(resource, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(resource, &limit);
	}
}

/* A destructor: before those of gcov, which have a priority. */
__attribute__((destructor)) static void
over(void)
{
	void (*no_more_faults)(void);

	lift(RLIMIT_FSIZE);
	lift(RLIMIT_AS);
	*(void **)&no_more_faults = dlsym(RTLD_DEFAULT, "fault_over");
	if (no_more_faults != NULL)
		no_more_faults();
}

void
_exit(int status)
{
	over();
	__gcov_dump();
	syscall(SYS_exit_group, status);
	__builtin_unreachable();
}

int
raise(int signal_number)
{
	over();
	__gcov_dump();
	return (int)syscall(SYS_tgkill, getpid(), gettid(), signal_number);
}
