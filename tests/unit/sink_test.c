/* sink_test - atomic outputs, in a folder of their own. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "record/sink.h"

static char folder[] = "/tmp/sink_test.XXXXXX";

static const char *
in_folder(const char *name)
{
	return arena_printf(&arena, "%s/%s", folder, name).p;
}

static const char *
get_file(const char *path)
{
	static char text[100];
	FILE *f = fopen(path, "r");
	size_t n;

	if (f == NULL)
		return NULL;
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

/* How many files are in the folder, hidden ones too. */
static int
files(void)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int n = 0;

	while ((entry = readdir(dir)) != NULL)
		n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(dir);
	return n;
}

static void
empty_folder(void)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while ((entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			unlink(in_folder(entry->d_name));
	closedir(dir);
}

static struct sink *
opened(const char *path)
{
	struct err e;
	struct sink *s = sink_open(&arena, path, &e);

	ck_assert_msg(s != NULL, "%s", e.text);
	return s;
}

START_TEST(new_file)
{
	const char *path = in_folder("new");
	struct sink *s = opened(path);
	struct stat status;
	struct err e;
	mode_t mask = umask(0);

	umask(mask);
	sink_write(s, "one,", 4);
	sink_write(s, "two\n", 4);
	ck_assert_ptr_null(get_file(path));
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(path), "one,two\n");
	ck_assert_uint_eq(sink_bytes(s), 8);
	ck_assert_int_eq(files(), 1);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0666 & ~mask);
}
END_TEST

START_TEST(replaces)
{
	const char *path = in_folder("old");
	struct stat status;
	struct sink *s;
	struct err e;

	unit_put(path, "before");
	ck_assert_int_eq(chmod(path, 0640), 0);
	s = opened(path);
	sink_write(s, "after", 5);
	ck_assert_int_eq(sink_flush(s, &e), 0);
	ck_assert_str_eq(get_file(path), "before");
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(path), "after");
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0640);
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(abandons)
{
	const char *path = in_folder("kept");
	struct sink *s;
	struct err e;

	unit_put(path, "before");
	s = opened(path);
	sink_write(s, "after", 5);
	sink_abandon(s);
	ck_assert_int_eq(files(), 1);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(path), "before");
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(links)
{
	const char *link = in_folder("link"), *chain = in_folder("chain");
	struct stat status;
	struct sink *s;
	struct err e;
	int here;

	/* To a file that is not there yet, through two links, one of them relative. */
	ck_assert_int_eq(symlink("target", link), 0);
	ck_assert_int_eq(symlink(link, chain), 0);
	s = opened(chain);
	sink_write(s, "x", 1);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(in_folder("target")), "x");
	ck_assert_int_eq(lstat(link, &status), 0);
	ck_assert(S_ISLNK(status.st_mode));

	/* A link in the folder one works in. */
	here = open(".", O_RDONLY | O_DIRECTORY);
	ck_assert_int_eq(chdir(in_folder(".")), 0);
	s = opened("link");
	sink_write(s, "y", 1);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_int_eq(fchdir(here) + close(here), 0);
	ck_assert_str_eq(get_file(in_folder("target")), "y");
	ck_assert_int_eq(lstat(link, &status), 0);
	ck_assert(S_ISLNK(status.st_mode));

	ck_assert_int_eq(symlink("loop", in_folder("loop")), 0);
	ck_assert_ptr_null(sink_open(&arena, in_folder("loop"), &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
}
END_TEST

START_TEST(in_place)
{
	struct sink *s = opened("/dev/null");
	const char *fifo = in_folder("fifo");
	char text[4];
	struct err e;
	int fd;

	sink_write(s, "x", 1);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_uint_eq(sink_bytes(s), 1);

	ck_assert_int_eq(mkfifo(fifo, 0600), 0);
	fd = open(fifo, O_RDONLY | O_NONBLOCK);
	s = opened(fifo);
	sink_write(s, "abc", 3);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_int_eq(read(fd, text, 4), 3);
	close(fd);
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(open_files)
{
	const char *path = in_folder("log");
	char name[30];
	struct sink *s;
	struct err e;
	int fd = open(path, O_RDWR | O_CREAT, 0600);

	/* What is there already stays, and the name too. */
	ck_assert_int_eq(write(fd, "one ", 4), 4);
	snprintf(name, sizeof name, "/dev/fd/%d", fd);
	s = opened(name);
	sink_write(s, "two", 3);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_int_eq(write(fd, " three", 6), 6);
	close(fd);
	ck_assert_str_eq(get_file(path), "one two three");
	ck_assert_int_eq(files(), 1);
	ck_assert_ptr_null(sink_open(&arena, name, &e));
	/* A number with something else in it is none: 1/ is not 9, 0: is not 10. */
	ck_assert_int_eq(dup2(STDERR_FILENO, 9), 9);
	ck_assert_int_eq(dup2(STDERR_FILENO, 10), 10);
	ck_assert_ptr_null(sink_open(&arena, "/dev/fd/1/", &e));
	ck_assert_ptr_null(sink_open(&arena, "/dev/fd/0:", &e));
	close(9);
	close(10);
}
END_TEST

START_TEST(full_disk)
{
	struct sink *s = opened("/dev/full");
	struct err e;

	sink_write(s, "x", 1);
	ck_assert_int_eq(sink_error(s, &e), 0);
	ck_assert_int_eq(sink_flush(s, &e), -1);
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(e.text, strerror(ENOSPC)));
	/* It stays so. */
	sink_write(s, "y", 1);
	ck_assert_int_eq(sink_error(s, &e), -1);
	ck_assert_int_eq(sink_close(s, &e), -1);
	ck_assert_uint_eq(sink_bytes(s), 0);
}
END_TEST

START_TEST(failed_write_keeps_target)
{
	const char *path = in_folder("limited");
	struct sink *s;
	struct err e;
	int status;
	pid_t child;

	unit_put(path, "before");
	fflush(NULL);
	if ((child = fork()) == 0) {
		/* A limit on file sizes stands for a full disk. */
		signal(SIGXFSZ, SIG_IGN);
		if (setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 1000, 1000 }) != 0)
			_exit(9);
		s = sink_open(&arena, path, &e);
		for (int i = 0; i < 100; i++)
			sink_write(s, "0123456789012345678901234567890123456789", 40);
		_exit(sink_close(s, &e) == -1 && e.kind == ERR_SYSTEM ? 0 : 1);
	}
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
	ck_assert_str_eq(get_file(path), "before");
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(two_at_once)
{
	const char *path = in_folder("both");
	struct sink *s = opened(path);
	struct err e;
	int status;
	pid_t child;

	sink_write(s, "first", 5);
	ck_assert_int_eq(sink_flush(s, &e), 0);
	fflush(NULL);
	if ((child = fork()) == 0) {
		struct sink *other = sink_open(&arena, path, &e);

		sink_write(other, "second", 6);
		_exit(sink_close(other, &e) != 0);
	}
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
	ck_assert_str_eq(get_file(path), "second");
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(path), "first");
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(killed_runs_leave_nothing)
{
	const char *path = in_folder("victim");
	struct sink *s;
	struct err e;
	int status, i;
	pid_t child;

	unit_put(path, "before");
	fflush(NULL);
	for (i = 0; i < 5; i++) {
		if ((child = fork()) == 0) {
			s = sink_open(&arena, path, &e);
			sink_write(s, "half", 4);
			sink_flush(s, &e);
			raise(SIGKILL);
		}
		waitpid(child, &status, 0);
		ck_assert(WIFSIGNALED(status));
		ck_assert_str_eq(get_file(path), "before");
		ck_assert_int_eq(files(), 2);
	}
	s = opened(path);
	sink_write(s, "after", 5);
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_str_eq(get_file(path), "after");
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(cannot_open)
{
	struct err e;

	ck_assert_ptr_null(sink_open(&arena, in_folder("no/such/folder"), &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(e.text, strerror(ENOENT)));
	ck_assert_ptr_null(sink_open(&arena, folder, &e));
	ck_assert_ptr_nonnull(strstr(e.text, strerror(EISDIR)));
}
END_TEST

START_TEST(large)
{
	const char *path = in_folder("large");
	struct sink *s = opened(path);
	char *text = malloc(1000000);
	struct stat status;
	struct err e;
	size_t n, sum = 0;

	memset(text, 'x', 1000000);
	for (n = 1; n < 1000000; n = n * 3 + 1) {
		sink_write(s, text, n);
		sum += n;
	}
	ck_assert_int_eq(sink_close(s, &e), 0);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq((size_t)status.st_size, sum);
	ck_assert_uint_eq(sink_bytes(s), sum);
	free(text);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("sink");
	int failed;

	if (mkdtemp(folder) == NULL)
		return 1;
	tcase_add_checked_fixture(t, NULL, empty_folder);
	tcase_add_test(t, new_file);
	tcase_add_test(t, replaces);
	tcase_add_test(t, abandons);
	tcase_add_test(t, links);
	tcase_add_test(t, in_place);
	tcase_add_test(t, open_files);
	tcase_add_test(t, full_disk);
	tcase_add_test(t, failed_write_keeps_target);
	tcase_add_test(t, two_at_once);
	tcase_add_test(t, killed_runs_leave_nothing);
	tcase_add_test(t, cannot_open);
	tcase_add_test(t, large);
	failed = unit_run("sink", t);
	rmdir(folder);
	return failed;
}
