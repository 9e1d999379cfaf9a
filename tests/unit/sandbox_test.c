/*
 * What a process may still do in the sandbox: each case in a process of its own.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "cli/sandbox.h"

static char folder[] = "/tmp/sandbox-XXXXXX";

static const struct sandbox_path list[] = {
	{ "in", SANDBOX_READ }, { "write", SANDBOX_WRITE }, { "rename", SANDBOX_RENAME },
	{ "spool", SANDBOX_SPOOL }, { "missing", SANDBOX_READ }
};

/* The errno of what is tried in a sandbox, 0 when it worked. */
static int
within(int (*attempt)(void))
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		sandbox_calls();
		sandbox_files(list, sizeof list / sizeof *list);
		_exit(attempt() >= 0 ? 0 : errno);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int read_listed(void) { return open("in", O_RDONLY); }
static int write_listed(void) { return open("in", O_WRONLY); }
static int read_other(void) { return open("other", O_RDONLY); }
static int read_missing(void) { return open("missing", O_RDONLY); }
static int list_here(void) { return open(".", O_RDONLY | O_DIRECTORY); }
static int make_here(void) { return open("new", O_WRONLY | O_CREAT, 0600); }
static int make_in_write(void) { return open("write/new", O_WRONLY | O_CREAT, 0600); }
static int read_in_write(void) { return open("write/old", O_RDONLY); }
static int make_in_rename(void) { return open("rename/new", O_WRONLY | O_CREAT, 0600); }
static int replace(void) { return rename("rename/a", "rename/b"); }
static int replace_elsewhere(void) { return rename("rename/b", "write/b"); }
static int remove_here(void) { return unlink("other"); }
static int spool(void) { return open("spool", O_TMPFILE | O_RDWR, 0600); }
static int internet(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static int internet_6(void) { return socket(AF_INET6, SOCK_DGRAM, 0); }
static int local(void) { return socket(AF_UNIX, SOCK_STREAM, 0); }
static int process(void) { return (int)fork(); }
static int program(void) { return execl("/bin/true", "true", (char *)NULL); }
static int stop_parent(void) { return kill(getppid(), 0); }
static int ring(void) { return (int)syscall(425, 1, NULL); }
static int raise_signal(void) { return raise(SIGCHLD) == 0 ? 0 : -1; }

static void *
in_a_thread(void *got)
{
	*(int *)got = open("other", O_RDONLY) < 0 && socket(AF_INET, SOCK_STREAM, 0) < 0;
	return NULL;
}

static int
thread(void)
{
	pthread_t t;
	int held = 0;

	if (pthread_create(&t, NULL, in_a_thread, &held) != 0)
		return -1;
	pthread_join(t, NULL);
	errno = EDOM;
	return held ? 0 : -1;
}

/* A second sandbox only takes away. */
static int
read_after_second(void)
{
	sandbox_files(NULL, 0);
	return open("in", O_RDONLY);
}

static int
widen(void)
{
	static const struct sandbox_path more = { "other", SANDBOX_READ };

	sandbox_files(&more, 1);
	return open("other", O_RDONLY);
}

static bool
has_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, 1) >= 1;
}

START_TEST(only_listed_files_are_opened)
{
	ck_assert_int_eq(within(read_listed), 0);
	ck_assert_int_eq(within(write_listed), EACCES);
	ck_assert_int_eq(within(read_other), EACCES);
	ck_assert_int_eq(within(read_missing), ENOENT);
	ck_assert_int_eq(within(list_here), EACCES);
	ck_assert_int_eq(within(make_here), EACCES);
	ck_assert_int_eq(within(remove_here), EACCES);
	ck_assert_int_eq(within(read_after_second), EACCES);
	ck_assert_int_eq(within(widen), EACCES);
}
END_TEST

START_TEST(folders_are_for_one_use)
{
	ck_assert_int_eq(within(make_in_write), 0);
	ck_assert_int_eq(within(read_in_write), EACCES);
	ck_assert_int_eq(within(make_in_rename), EACCES);
	ck_assert_int_eq(within(replace), 0);
	ck_assert_int_ne(within(replace_elsewhere), 0);
	ck_assert_int_eq(within(spool), 0);
}
END_TEST

START_TEST(no_socket_no_process)
{
	ck_assert_int_eq(within(internet), EPERM);
	ck_assert_int_eq(within(internet_6), EPERM);
	ck_assert_int_eq(within(local), EPERM);
	ck_assert_int_eq(within(process), EPERM);
	ck_assert_int_eq(within(program), EPERM);
	ck_assert_int_eq(within(stop_parent), EPERM);
	ck_assert_int_eq(within(ring), EPERM);
	ck_assert_int_eq(within(raise_signal), 0);
}
END_TEST

START_TEST(threads_are_in_it_too)
{
	ck_assert_int_eq(within(thread), 0);
}
END_TEST

static bool
make_files(void)
{
	static const char *const folders[] = { "write", "rename", "spool" };
	static const char *const files[] = { "in", "other", "write/old", "rename/a" };
	bool made = mkdtemp(folder) != NULL && chdir(folder) == 0;
	size_t i;

	for (i = 0; i < sizeof folders / sizeof *folders; i++)
		made = made && mkdir(folders[i], 0700) == 0;
	for (i = 0; i < sizeof files / sizeof *files; i++)
		made = made && close(open(files[i], O_WRONLY | O_CREAT, 0600)) == 0;
	return made;
}

static void
remove_files(void)
{
	static const char *const names[] = { "in", "other", "write/old", "write/new", "rename/b",
		"rename/a", "write", "rename", "spool" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		remove(names[i]);
	rmdir(folder);
}

int
main(void)
{
	TCase *t;
	int failed;

#ifndef SANDBOX
	puts("SKIPPED sandbox: this flavour has none");
	return 77;
#endif
	if (!has_landlock()) {
		puts("SKIPPED sandbox: the kernel has no Landlock");
		return 77;
	}
	if (!make_files())
		return 1;
	t = tcase_create("sandbox");
	tcase_add_test(t, only_listed_files_are_opened);
	tcase_add_test(t, folders_are_for_one_use);
	tcase_add_test(t, no_socket_no_process);
	tcase_add_test(t, threads_are_in_it_too);
	failed = unit_run("sandbox", t);
	remove_files();
	return failed;
}
