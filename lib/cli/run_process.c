/*
 * run_process - the process: its standard descriptors, its signals, its memory.
 *
 * Named outputs are written beside their targets, so whatever ends us has to remove them
 * first.  The list of them is read by a signal handler: slots are only filled and emptied.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "cli/run_impl.h"

enum { OUTPUTS = RUN_OUTPUTS + 4 };

static struct sink *_Atomic outputs[OUTPUTS];
static const char *program = "lead";

void
run_process_guard(struct sink *s)
{
	size_t i;

	for (i = 0; i < OUTPUTS; i++) {
		struct sink *none = NULL;

		if (atomic_compare_exchange_strong(&outputs[i], &none, s))
			return;
	}
}

void
run_process_release(struct sink *s)
{
	size_t i;

	for (i = 0; i < OUTPUTS; i++)
		if (outputs[i] == s)
			outputs[i] = NULL;
}

static void
abandon(void)
{
	size_t i;

	for (i = 0; i < OUTPUTS; i++) {
		struct sink *s = outputs[i];

		if (s != NULL)
			sink_abandon(s);
	}
}

/* Clean up, then die of the same signal, so that who waits for us sees it. */
static void
die(int signal_number)
{
	abandon();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void
no_memory(void)
{
	static const char text[] = ": out of memory\n";
	ssize_t n;

	abandon();
	n = write(STDERR_FILENO, program, strlen(program));
	if (n >= 0)
		n = write(STDERR_FILENO, text, sizeof text - 1);
	(void)n;
	_exit(ERR_BUG);
}

/*
 * A closed descriptor would be given to the next file we open, and data or messages would land
 * in it.  Filled so that any use fails as it would have: 0 cannot be read, 1 and 2 not written.
 */
static void
fill_closed(void)
{
	int fd;

	for (fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
			_exit(ERR_SYSTEM);
}

static void
catch_signals(void)
{
	static const int deadly[] = { SIGHUP, SIGINT, SIGTERM, SIGPIPE };
	struct sigaction action = { .sa_handler = die, .sa_flags = (int)SA_RESETHAND }, now;
	size_t i;

	sigfillset(&action.sa_mask);
	for (i = 0; i < sizeof deadly / sizeof *deadly; i++) {
		/* What nohup or a shell ignores stays ignored; a broken pipe never. */
		if (deadly[i] == SIGPIPE || sigaction(deadly[i], NULL, &now) < 0 ||
		    now.sa_handler != SIG_IGN)
			sigaction(deadly[i], &action, NULL);
	}
	/* Too big a file is an error of write(2), with a message. */
	signal(SIGXFSZ, SIG_IGN);
}

static void
unblock(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigaddset(&none, SIGPIPE);
	sigaddset(&none, SIGTERM);
	pthread_sigmask(SIG_UNBLOCK, &none, NULL);
}

/* Nobody outside can know it, so nobody can prepare keys that collide. */
static uint64_t
random_seed(void)
{
	uint64_t seed;

	if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed)
		seed = run_process_clock() ^ (uint64_t)getpid() << 32;
	return seed;
}

void
run_process_start(const char *name)
{
	program = name;
	fill_closed();
	catch_signals();
	unblock();
	arena_no_memory = no_memory;
	map_seed(random_seed());
}

uint64_t
run_process_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}
