/*
 * escape - LD_PRELOAD: a program taken over.  When it first writes (to whatever: an output, a
 * message), it tries what a thief would, and says on descriptor 9 what he got.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TELL = 9 };

static void
say(const char *what, long got)
{
	char line[80];
	int n = snprintf(line, sizeof line, "%s: %s\n", what, got < 0 ? "no" : "YES");

	syscall(SYS_write, TELL, line, n);
}

static long
start_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	if (child > 0)
		waitpid(child, NULL, 0);
	return child;
}

static void *
in_a_thread(void *unused)
{
	(void)unused;
	say("read in a thread", open("/etc/passwd", O_RDONLY));
	return NULL;
}

static void
rob(void)
{
	static char *const arguments[] = { "true", NULL };
	pthread_t thread;
	int pair[2];

	say("read a file", open("/etc/passwd", O_RDONLY));
	say("read an input again", open("leads.csv", O_RDONLY));
	say("list a folder", open("/", O_RDONLY | O_DIRECTORY));
	say("make a file", open("loot", O_WRONLY | O_CREAT, 0600));
	say("write a file", open("mine", O_WRONLY));
	say("cut a file", truncate("mine", 0));
	say("make a temporary file", open("/tmp", O_TMPFILE | O_RDWR, 0600));
	say("make a folder", mkdirat(AT_FDCWD, "folder", 0700));
	say("make a link", symlink("/etc/passwd", "link"));
	say("network", socket(AF_INET, SOCK_STREAM, 0));
	say("local socket", socket(AF_UNIX, SOCK_STREAM, 0));
	say("pair of sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	say("io_uring", syscall(425, 0, NULL) == -1 ? -1 : 0);
	say("a process", start_process());
	say("a signal to another", kill(getppid(), 0));
	if (pthread_create(&thread, NULL, in_a_thread, NULL) != 0)
		say("a thread, which it may have", 0);
	else
		pthread_join(thread, NULL);
	say("a program", access("run", F_OK) == 0 ? execv("/bin/true", arguments) : -1);
}

/* Below libc's: what stdio writes is not seen here, and nobody uses it. */
ssize_t
write(int fd, const void *p, size_t n)
{
	static int done;

	if (!__atomic_exchange_n(&done, 1, __ATOMIC_RELAXED))
		rob();
	return syscall(SYS_write, fd, p, n);
}
