/*
 * run_process - the process: its standard descriptors, its signals, its memory.
 *
 * Named outputs are written beside their targets, so whatever ends us has to remove them first.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "cli/run_impl.h"

static const char *program = "lead";

/* Clean up, then die of the same signal, so that who waits for us sees it. */
static void
die(int signal_number)
{
	sink_abandon_all();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void
no_memory(void)
{
	static const char text[] = ": out of memory\n";
	ssize_t n;

	sink_abandon_all();
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
	/* Not SA_RESETHAND: Linux takes the handler away a moment before it blocks the signal, and
	 * a second one in that moment kills us on the spot. */
	struct sigaction action = { .sa_handler = die }, now;
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
