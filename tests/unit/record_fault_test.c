/* record_fault_test - what the record layer makes of system calls that fail: fault.h. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "../record_io.h"
#include "../trust/fault.h"
#include "record/temporary.h"
#include "unit.h"

static char folder[] = "/tmp/fault_test.XXXXXX";

static const char *
in_folder(const char *name)
{
	return arena_printf(&arena, "%s/%s", folder, name).p;
}

static const char *
text_of(const char *path)
{
	static char text[100];
	int fd = open(path, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		close(fd);
	text[n < 0 ? 0 : n] = '\0';
	return n < 0 ? NULL : text;
}

/* The file and what is wrong with it. */
static const char *
told(const struct err *e)
{
	return arena_printf(&arena, "%s: %s", e->at.file ? e->at.file : "", e->text).p;
}

/* Replace the file `out` while calls fail; how it went, in words, and what is there then. */
static const char *
replaced(void)
{
	struct err e = { 0 };
	const char *path = in_folder("out"), *said = "fine";
	struct sink *s;

	s = sink_open(&arena, path, &e);
	if (s != NULL)
		sink_write(s, "new", 3);
	if (s == NULL || sink_close(s, &e) != 0) {
		ck_assert_str_eq(e.at.file, path);
		said = e.text;
	}
	ck_assert_int_eq(fault_pending(), 0);
	return arena_printf(&arena, "%s; %s", said, text_of(path)).p;
}

static void
start_with_old(void)
{
	unit_put(in_folder("out"), "old");
	ck_assert_int_eq(chmod(in_folder("out"), 0640), 0);
}

static const struct {
	const char *call;
	unsigned long n;
	int why;
	const char *want;
} sink_faults[] = {
	{ "readlink", 1, EACCES, "open: Permission denied; old" },
	{ "stat", 1, EIO, "open: Input/output error; old" },
	{ "access", 1, EROFS, "open: Read-only file system; old" },
	{ "open", 1, EMFILE, "open: Too many open files; old" },
	{ "open", 1, EINTR, "fine; new" },
	/* A file system without locks, or that cannot always tell. */
	{ "fcntl", 1, ENOLCK, "fine; new" },
	{ "fstat", 1, EIO, "fine; new" },
	{ "lstat", 1, EIO, "fine; new" },
	{ "write", 1, ENOSPC, "write: No space left on device; old" },
	{ "write", 1, EAGAIN, "fine; new" },
	{ "write", 1, EINTR, "fine; new" },
	{ "fchmod", 1, EPERM, "set the mode: Operation not permitted; old" },
	{ "fsync", 1, EIO, "write: Input/output error; old" },
	{ "rename", 1, EXDEV, "rename: Invalid cross-device link; old" },
	{ "close", 1, EIO, "close: Input/output error; new" },
};

START_TEST(outputs)
{
	start_with_old();
	fault_call(sink_faults[_i].call, sink_faults[_i].n, sink_faults[_i].why);
	ck_assert_str_eq(replaced(), sink_faults[_i].want);
	ck_assert_ptr_null(text_of(in_folder(".out.0~")));
}
END_TEST

START_TEST(the_first_error_is_told)
{
	start_with_old();
	fault_call("write", 1, ENOSPC);
	fault_call("close", 1, EIO);
	ck_assert_str_eq(replaced(), "write: No space left on device; old");
}
END_TEST

/* Somebody else took the file beside for a left-over before it was locked: it is theirs. */
START_TEST(taken_before_locked)
{
	static const struct { const char *call; int why; } faults[] = {
		{ "fcntl", EAGAIN }, { "fcntl", EACCES }, { "lstat", ENOENT }
	};
	size_t i;

	for (i = 0; i < sizeof faults / sizeof *faults; i++) {
		start_with_old();
		fault_call(faults[i].call, 1, faults[i].why);
		ck_assert_str_eq(replaced(), "fine; new");
		ck_assert_str_eq(text_of(in_folder(".out.0~")), "");
		ck_assert_int_eq(unlink(in_folder(".out.0~")), 0);
		ck_assert_ptr_null(text_of(in_folder(".out.1~")));
	}
}
END_TEST

/* By another file of the same name. */
static void
take_name(void)
{
	unit_put(in_folder("theirs"), "theirs");
	ck_assert_int_eq(rename(in_folder("theirs"), in_folder(".out.0~")), 0);
}

START_TEST(taken_by_another)
{
	start_with_old();
	fault_before("lstat", 1, take_name);
	ck_assert_str_eq(replaced(), "fine; new");
	ck_assert_str_eq(text_of(in_folder(".out.0~")), "theirs");
	ck_assert_int_eq(unlink(in_folder(".out.0~")), 0);
	ck_assert_ptr_null(text_of(in_folder(".out.1~")));
}
END_TEST

/* What a killed run left is removed, when it is certain that it is one. */
static const struct {
	const char *call;
	unsigned long n;
	int why;
	const char *left;
} stale_faults[] = {
	{ "open", 2, ENOENT, NULL },            /* gone meanwhile; then it is there after all */
	{ "open", 2, EACCES, "stale" },
	{ "fstat", 1, EIO, "stale" },
	{ "fcntl", 1, EAGAIN, "stale" },
	{ "fcntl", 1, ENOLCK, "stale" },
	{ "fstat", 2, EIO, "stale" },
	{ "lstat", 1, ENOENT, "stale" },
	{ "unlink", 1, EACCES, "stale" },
};

START_TEST(left_overs)
{
	start_with_old();
	unit_put(in_folder(".out.0~"), "stale");
	fault_call(stale_faults[_i].call, stale_faults[_i].n, stale_faults[_i].why);
	ck_assert_str_eq(replaced(), "fine; new");
	if (stale_faults[_i].left == NULL)
		ck_assert_ptr_null(text_of(in_folder(".out.0~")));
	else
		ck_assert_str_eq(text_of(in_folder(".out.0~")), stale_faults[_i].left);
	unlink(in_folder(".out.0~"));
	ck_assert_ptr_null(text_of(in_folder(".out.1~")));
}
END_TEST

/* A FIFO somebody reads from, and a stranger's file, are nobody's left-overs. */
START_TEST(not_ours)
{
	const char *name = in_folder(".out.0~");
	int reader;

	start_with_old();
	ck_assert_int_eq(mkfifo(name, 0600), 0);
	reader = open(name, O_RDONLY | O_NONBLOCK);
	ck_assert_str_eq(replaced(), "fine; new");
	close(reader);
	ck_assert_int_eq(unlink(name), 0);
	unit_put(name, "stranger");
	if (chown(name, 12345, 12345) == 0) {
		ck_assert_str_eq(replaced(), "fine; new");
		ck_assert_str_eq(text_of(name), "stranger");
	}
	ck_assert_int_eq(unlink(name), 0);
}
END_TEST

START_TEST(no_name_is_free)
{
	int i;

	start_with_old();
	for (i = 0; i < 100; i++)
		ck_assert_int_eq(mkdir(arena_printf(&arena, "%s/.out.%d~", folder, i).p, 0700), 0);
	ck_assert_str_eq(replaced(), "open: Device or resource busy; old");
	for (i = 0; i < 100; i++)
		ck_assert_int_eq(rmdir(arena_printf(&arena, "%s/.out.%d~", folder, i).p), 0);
}
END_TEST

START_TEST(open_files_by_name)
{
	static const char *const path[] = { "/dev/fd/3x", "/dev/fd/ ", "/dev/fd/99999999999", "/dev/fd/99999" };
	struct err e = { 0 };
	size_t i;

	for (i = 0; i < sizeof path / sizeof *path; i++) {
		ck_assert_ptr_null(sink_open(&arena, path[i], &e));
		ck_assert_str_eq(e.at.file, path[i]);
	}
	ck_assert_str_eq(e.text, "open: Bad file descriptor");
}
END_TEST

START_TEST(targets)
{
	struct err e;
	const char *target = NULL;
	struct sink *s = sink_open(&arena, in_folder("out"), &e);

	ck_assert_ptr_nonnull(s);
	ck_assert_uint_eq(sink_targets(&target, 0), 0);
	ck_assert_ptr_null(target);
	ck_assert_uint_eq(sink_targets(&target, 1), 1);
	ck_assert_str_eq(target, in_folder("out"));
	sink_abandon(s);
	ck_assert_uint_eq(sink_targets(&target, 1), 0);
	ck_assert_int_eq(sink_close(s, &e), 0);
}
END_TEST

/* What temporary_open does, in words. */
static const char *
temporary(const char *where)
{
	struct err e = { 0 };
	struct stat status;
	int fd = temporary_open(where, &e);

	ck_assert_int_eq(fault_pending(), 0);
	if (fd < 0)
		return e.text[0] ? strrchr(told(&e), ':') + 2 : "silent";
	ck_assert_int_eq(fstat(fd, &status), 0);
	ck_assert_uint_eq(status.st_nlink, 0);
	ck_assert_int_eq(write(fd, "lead", 4), 4);
	close(fd);
	return "fine";
}

/* The one file with a name, which is empty. */
static void
remove_temporary(void)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	const char *path;
	int n = 0;

	while ((entry = readdir(dir)) != NULL)
		if (strncmp(entry->d_name, "leadkit-", 8) == 0) {
			path = in_folder(entry->d_name);
			ck_assert_str_eq(text_of(path), "");
			ck_assert_int_eq(unlink(path), 0);
			n++;
		}
	closedir(dir);
	ck_assert_int_eq(n, 1);
}

START_TEST(temporaries)
{
	static const int hopeless[] = { EACCES, ENOSPC, EMFILE, ENFILE };
	char long_name[5000];
	size_t i;

	fault_call("open", 1, EINTR);
	ck_assert_str_eq(temporary(folder), "fine");
	for (i = 0; i < sizeof hopeless / sizeof *hopeless; i++) {
		fault_call("open", 1, hopeless[i]);
		ck_assert_str_eq(temporary(folder), strerror(hopeless[i]));
	}
	/* A file system without nameless files. */
	fault_call("open", 1, EOPNOTSUPP);
	ck_assert_str_eq(temporary(folder), "fine");
	fault_call("open", 1, EISDIR);
	fault_call("mkstemp", 1, EROFS);
	ck_assert_str_eq(temporary(folder), "Read-only file system");
	/* One whose name stays is not used, nor written. */
	fault_call("open", 1, EOPNOTSUPP);
	fault_call("unlink", 1, EIO);
	ck_assert_str_eq(temporary(folder), "Input/output error");
	remove_temporary();
	memset(long_name, 'x', sizeof long_name);
	long_name[sizeof long_name - 1] = '\0';
	ck_assert_str_eq(temporary(long_name), "File name too long");
}
END_TEST

START_TEST(kept_temporaries)
{
	size_t i;

	fault_call("open", 3, EMFILE);
	ck_assert_uint_eq(temporary_keep(folder, 10), 2);
	ck_assert_uint_eq(fault_pending(), 0);
	ck_assert_uint_eq(temporary_keep(folder, 1000), TEMPORARY_KEPT);
	fault_call("open", 1, EMFILE);          /* nobody has to ask */
	for (i = 0; i < TEMPORARY_KEPT; i++)
		close(temporary_open("/nowhere", NULL));
	ck_assert_int_eq(fault_pending(), 1);
}
END_TEST

/* A pipe that holds `text` and then ends. */
static int
pipe_of(struct str text)
{
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(write(ends[1], text.p, text.n), (ssize_t)text.n);
	close(ends[1]);
	return ends[0];
}

/* Read a pipe, go back, read it again; what went wrong, or the second text. */
static const char *
spooled(const char *call, unsigned long n, int why)
{
	struct source_options options = { .encoding = SOURCE_UTF8, .spool_dir = folder };
	struct err e = { 0 };
	int pipe_end = pipe_of(STR("a,b\n1,2\n"));
	const char *path = arena_printf(&arena, "/dev/fd/%d", pipe_end).p;
	struct source *s = source_open(&arena, path, &options, &e);
	char text[100];
	ssize_t got = 0;

	ck_assert_ptr_nonnull(s);
	if (call != NULL)
		fault_call(call, n, why);
	if (source_spool(s, &e) == 0 && source_spool(s, &e) == 0 &&
	    (got = source_read(s, text, sizeof text, &e)) == 8 && source_rewind(s, &e) == 0)
		got = source_read(s, text, sizeof text - 1, &e);
	else
		got = -1;
	text[got < 0 ? 0 : got] = '\0';
	ck_assert_int_eq(fault_pending(), 0);
	ck_assert_int_eq(source_close(s, &e) + close(pipe_end), 0);
	return got < 0 ? told(&e) + strcspn(told(&e), ":") : arena_copy(&arena, str_of(text)).p;
}

START_TEST(spools)
{
	ck_assert_str_eq(spooled(NULL, 0, 0), "a,b\n1,2\n");
	ck_assert_str_eq(spooled("write", 1, EINTR), "a,b\n1,2\n");
	ck_assert_str_eq(spooled("write", 1, ENOSPC), ": write a temporary file: No space left on device");
	ck_assert_str_eq(spooled("open", 1, ENOSPC), ": make a temporary file: No space left on device");
	ck_assert_str_eq(spooled("lseek", 1, EINVAL), ": seek: Invalid argument");
	ck_assert_str_eq(spooled("read", 1, EIO), ": read: Input/output error");
	ck_assert_str_eq(spooled("read", 1, EINTR), "a,b\n1,2\n");
}
END_TEST

/* Longer than what is looked at: some is spooled as it is read. */
START_TEST(long_spools)
{
	struct source_options options = { .encoding = SOURCE_UTF8, .spool_dir = folder, .read_size = 100 };
	static char text[60000];
	struct err e = { 0 };
	int pipe_end;
	struct source *s;

	memset(text, 'x', sizeof text);
	pipe_end = pipe_of((struct str){ text, sizeof text });
	s = source_open(&arena, arena_printf(&arena, "/dev/fd/%d", pipe_end).p, &options, &e);
	ck_assert_int_eq(source_spool(s, &e), 0);
	fault_call("write", 1, EDQUOT);
	while (source_read(s, text, 1000, &e) > 0)
		;
	ck_assert_int_eq(fault_pending(), 0);
	ck_assert_ptr_nonnull(strstr(told(&e), ": write a temporary file: Disk quota exceeded"));
	source_unspool(s);
	ck_assert_int_eq(source_rewind(s, &e), -1);
	ck_assert_ptr_nonnull(strstr(told(&e), "a pipe was not spooled"));
	ck_assert_int_eq(source_close(s, &e), 0);
	close(pipe_end);
	/* What is left in the pipe when it is read again. */
	pipe_end = pipe_of((struct str){ text, sizeof text });
	s = source_open(&arena, arena_printf(&arena, "/dev/fd/%d", pipe_end).p, &options, &e);
	ck_assert_int_eq(source_spool(s, &e), 0);
	fault_call("read", 3, EIO);
	ck_assert_int_eq(source_rewind(s, &e), -1);
	ck_assert_int_eq(fault_pending(), 0);
	ck_assert_ptr_nonnull(strstr(told(&e), ": read: Input/output error"));
	ck_assert_int_eq(source_close(s, &e), 0);
	close(pipe_end);
}
END_TEST

/* A long pipe whose last byte is not UTF-8: that is seen when it is opened, or `later`. */
static const struct {
	bool later;
	const char *call;
	unsigned long n;
	int why;
	const char *want;
} doubts[] = {
	{ false, NULL, 0, 0, "WINDOWS-1252" },
	{ false, "open", 2, ENOSPC, ": make a temporary file: No space left on device" },
	{ false, "read", 8, EIO, ": read: Input/output error" },
	{ false, "lseek", 1, EIO, ": seek: Input/output error" },
	{ true, NULL, 0, 0, "WINDOWS-1252" },
	{ true, "open", 2, ENOSPC, ": make a temporary file: No space left on device" },
	{ true, "lseek", 1, EIO, ": seek: Input/output error" },
	{ true, "lseek", 2, EIO, ": seek: Input/output error" },
};

START_TEST(doubtful_pipes)
{
	struct source_options options = { .encoding = SOURCE_LADDER, .spool_dir = folder, .read_size = 100,
		.later = doubts[_i].later };
	static char text[20000], back[2 * sizeof text];
	struct err e = { 0 };
	int pipe_end;
	struct source *s;
	size_t n = 0;
	ssize_t got = 0;

	memset(text, 'x', sizeof text);
	text[sizeof text - 1] = '\xe4';
	pipe_end = pipe_of((struct str){ text, sizeof text });
	if (doubts[_i].call != NULL)
		fault_call(doubts[_i].call, doubts[_i].n, doubts[_i].why);
	s = source_open(&arena, arena_printf(&arena, "/dev/fd/%d", pipe_end).p, &options, &e);
	if (s != NULL) {
		ck_assert_int_eq(source_is_doubtful(s), options.later);
		while (options.later && (got = source_read(s, back, sizeof back, &e)) > 0)
			continue;
		if (options.later)
			got = source_decide(s, &e);
		for (; got == 0 && (got = source_read(s, back + n, sizeof back - n, &e)) > 0; got = 0)
			n += (size_t)got;
	}
	ck_assert_int_eq(fault_pending(), 0);
	if (doubts[_i].call == NULL) {
		ck_assert_str_eq(source_charset(s), doubts[_i].want);
		ck_assert_uint_eq(n, sizeof text + 1);
		ck_assert(memcmp(back + n - 3, "x\xc3\xa4", 3) == 0);
	} else {
		ck_assert(s == NULL || got < 0);
		ck_assert_str_eq(told(&e) + strcspn(told(&e), ":"), doubts[_i].want);
	}
	if (s != NULL)
		ck_assert_int_eq(source_close(s, &e), 0);
	close(pipe_end);
}
END_TEST

START_TEST(spooled_too_late)
{
	struct source_options options = { .encoding = SOURCE_UTF8, .spool_dir = folder };
	struct err e = { 0 };
	int pipe_end = pipe_of(STR("a,b\n1,2\n"));
	struct source *s = source_open(&arena, arena_printf(&arena, "/dev/fd/%d", pipe_end).p, &options, &e);
	char text[100];

	while (source_read(s, text, sizeof text, &e) > 0)
		;
	ck_assert_int_eq(source_spool(s, &e), -1);
	ck_assert_ptr_nonnull(strstr(told(&e), "a pipe is spooled too late"));
	ck_assert_int_eq(e.kind, ERR_BUG);
	ck_assert_int_eq(source_close(s, &e), 0);
	close(pipe_end);
}
END_TEST

START_TEST(sources)
{
	struct source_options options = { .encoding = SOURCE_UTF8, .read_size = 1 << 20 };
	struct err e = { 0 };
	char text[100];
	uint64_t device, inode;
	struct source *s;

	unit_put(in_folder("in"), "a,b\n");
	/* Interrupted, not ready, and of a kind that nobody can tell. */
	fault_call("open", 1, EINTR);
	fault_call("read", 1, EAGAIN);
	fault_call("fstat", 1, EIO);
	s = source_open(&arena, in_folder("in"), &options, &e);
	ck_assert_int_eq(fault_pending(), 0);
	ck_assert_ptr_nonnull(s);
	ck_assert_int_eq(source_read(s, text, sizeof text, &e), 4);
	ck_assert_int_eq(source_close(s, &e), 0);
	s = source_open(&arena, in_folder("in"), &options, &e);
	fault_call("fstat", 1, EIO);
	ck_assert(!source_is_file(s, &device, &inode));
	ck_assert(source_is_file(s, &device, &inode));
	/* More than zlib counts to. */
	ck_assert_int_eq(source_read(s, text, (size_t)INT32_MAX + 1, &e), 4);
	ck_assert(memcmp(text, "a,b\n", 4) == 0);
	ck_assert_int_eq(source_read(s, text, (size_t)INT32_MAX + 1, &e), 0);
	fault_call("close", 1, EIO);
	ck_assert_int_eq(source_close(s, &e), -1);
	ck_assert_ptr_nonnull(strstr(told(&e), "/in: close: Input/output error"));
	ck_assert_int_eq(fault_pending(), 0);
}
END_TEST

/* Whichever read fails: it is said, and what came before is as it is without. */
static const struct {
	enum format from;
	const char *text;
} inputs[] = {
	{ FORMAT_AUTO, "a,b\n1,2\n\"3\n\",4\n5,\"6\"x\n7,8\n" },
	{ FORMAT_AUTO, "a;b\r\n1;2\r\n3\r\n" },
	{ FORMAT_AUTO, "Report\n\na,b,c\n1,2,3\n4,5,6\n" },
	{ FORMAT_TSV, "a\tb\n1\t2\n" },
	{ FORMAT_CSV, "\n\na,b\n1,2\n" },
	{ FORMAT_AUTO, "{\"a\":1}\n{\"a\":2,\"b\":[1,2]}\n\n{\"a\":3}\n" },
	{ FORMAT_AUTO, "[\n {\"a\": 1},\n {\"a\": 2}, 17,\n {\"a\": 3}\n]\n" },
	{ FORMAT_JSON, "{\"a\": 1} {\"a\":\n {\"b\": 2}} [{\"a\":4}]" },
	{ FORMAT_JSON, "{\"a\": 1 }} , {\"a\": 2" },
	{ FORMAT_JSON, "x\n{\"a\": 1}" },
};

static void
count(struct record_io *io, struct record *rec, void *columns)
{
	*(uint64_t *)columns += rec->shape->count;
	(void)io;
}

/* As much as can be read of `text`, the Nth read, of that size, failing; -1: it is said. */
static int
read_until(struct record_io *io, struct str text, size_t read_size, unsigned long n, uint64_t *columns)
{
	struct source_options options = { .encoding = SOURCE_UTF8, .read_size = read_size };
	struct source *s;
	struct reader *r = NULL;
	struct err e;
	int result = -1;

	record_io_forget(io);
	*columns = 0;
	record_io_path(text);
	if (n != 0)
		fault_call("read", n, EIO);
	s = source_open(&arena, record_io_path(text), &options, &io->err);
	if (s != NULL && (r = reader_open(&arena, s, &io->read, &io->err)) != NULL)
		result = record_io_read(io, r, count, columns);
	if (r != NULL)
		reader_close(r);
	if (s != NULL)
		source_close(s, &e);
	return result;
}

/* Each read of the text in turn; how many it took. */
static unsigned long
every_read(struct read_options read, struct str text, size_t read_size)
{
	struct record_io all = { .read = read }, io = { .read = read };
	uint64_t columns, most;
	unsigned long n;

	ck_assert_int_eq(read_until(&all, text, read_size, 0, &most), 0);
	for (n = 1; read_until(&io, text, read_size, n, &columns) != 0; n++) {
		ck_assert_int_eq(fault_pending(), 0);
		ck_assert_msg(strstr(told(&io.err), ": read: Input/output error") != NULL, "%s", io.err.text);
		ck_assert_uint_le(columns, most);
		ck_assert_uint_le(io.refused, all.refused);
		ck_assert(io.rejects.n == 0 || memcmp(io.rejects.p, all.rejects.p, io.rejects.n) == 0);
	}
	ck_assert_int_eq(fault_pending(), 1);
	ck_assert_uint_eq(columns, most);
	record_io_free(&all);
	record_io_free(&io);
	return n;
}

START_TEST(reads)
{
	struct read_options read = { .from = inputs[_i].from, .block = 4 };

	ck_assert_uint_gt(every_read(read, str_of(inputs[_i].text), 1), strlen(inputs[_i].text));
}
END_TEST

/* The same where more is read than fits into the window: `pad` stands for a lot of it. */
static const struct {
	struct read_options read;
	const char *front;
	char pad;
	const char *behind;
} long_inputs[] = {
	{ { .from = FORMAT_CSV, .block = 4 }, "a,b\n1,", 'x', "\n\"3\n\",4\n5,\"6\"x\n7,8\n" },
	{ { .from = FORMAT_CSV, .max_record = 100 }, "a,b\n", 'x', "\n1,2\n" },
	{ { .from = FORMAT_CSV, .max_record = 100 }, "a,b\n", 'x', "" },
	{ { .from = FORMAT_CSV }, "", '\n', "a,b\n1,2\n" },
	{ { .from = FORMAT_CSV }, "a,", 'x', "\n1,2\n" },
	{ { .from = FORMAT_JSONL, .block = 4 }, "{}\n{\"a\":\"", 'x', "\"}\n{\"b\":1}\n" },
	{ { .from = FORMAT_JSONL, .max_record = 100 }, "{}\n{\"a\":\"", 'x', "\"}\n{\"b\":1}\n" },
	{ { .from = FORMAT_JSON, .block = 4 }, "[{},\n{\"a\":\"", 'x', "\"},\n{\"b\":1}]\n" },
	{ { .from = FORMAT_JSON, .max_record = 100 }, "[{},\n{\"a\":\"", 'x', "\"},\n{\"b\":1}]\n" },
	{ { .from = FORMAT_JSON, .max_record = 100 }, "[{},\n", 'x', ",\n{\"b\":1}]\n" },
	{ { .from = FORMAT_JSON, .block = 4 }, "[{},\n", ' ', "{\"b\":1}]\n" },
};

START_TEST(long_reads)
{
	enum { PAD = 600000 };
	struct buf text = { 0 };

	buf_printf(&text, "%s", long_inputs[_i].front);
	memset(buf_room(&text, PAD), long_inputs[_i].pad, PAD);
	text.n += PAD;
	buf_printf(&text, "%s", long_inputs[_i].behind);
	ck_assert_uint_gt(every_read(long_inputs[_i].read, buf_text(&text), 50000), PAD / 50000);
	buf_free(&text);
}
END_TEST

/* Far behind what is looked at first: what came before is handed over. */
START_TEST(late_reads)
{
	static const struct {
		enum format from;
		const char *line;
	} rows[] = { { FORMAT_CSV, "1,2\n" }, { FORMAT_JSONL, "{\"a\":1}\n" }, { FORMAT_JSON, "{\"a\":1}\n" } };
	struct record_io io = { .read = { .block = 4096 } };
	struct buf text = { 0 };
	uint64_t columns;
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		io.read.from = rows[i].from;
		text.n = 0;
		while (text.n < 400000)
			buf_str(&text, str_of(rows[i].line));
		ck_assert_int_eq(read_until(&io, buf_text(&text), 1, 390000, &columns), -1);
		ck_assert_int_eq(fault_pending(), 0);
		ck_assert_msg(strstr(told(&io.err), ": read: Input/output error") != NULL, "%s", io.err.text);
		ck_assert_uint_gt(io.records * strlen(rows[i].line), 100000);
		ck_assert_uint_lt(io.records * strlen(rows[i].line), 390000);
		ck_assert_uint_eq(io.refused, 0);
	}
	buf_free(&text);
	record_io_free(&io);
}
END_TEST

/* The same of gzip data, and of text that has to be converted. */
START_TEST(packed_reads)
{
	/* printf 'a,b\n1,2\n' | gzip -n; and without its end, and with one byte behind it */
	static const char packed[] = "\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\xd4\x49\xe2\x32\xd4\x31\xe2\x02\0"
	    "\x7b\x07\x97\x0a\x08\0\0\0x";
	static const char wide[] = "a\0,\0\xe4\0\n\0\x31\0,\0\x32\0\n\0";
	struct err e = { 0 };
	char text[100];
	int i;

	for (i = 0; i < 3; i++) {
		struct source_options options = { .encoding = i == 2 ? SOURCE_NAMED : SOURCE_UTF8,
			.charset = "UTF-16LE", .read_size = 1 };
		struct str bytes = i == 2 ? (struct str){ wide, sizeof wide - 1 } :
		    (struct str){ packed, sizeof packed - 1 - (i == 0) };
		unsigned long n = 0;
		bool more = true;

		while (more) {
			const char *path = record_io_path(bytes);
			struct source *s;
			ssize_t got = -1;

			fault_call("read", ++n, EIO);
			if ((s = source_open(&arena, path, &options, &e)) != NULL) {
				while ((got = source_read(s, text, sizeof text, &e)) > 0)
					;
				source_close(s, &(struct err){ 0 });
			}
			more = fault_pending() == 0;
			if (more)
				ck_assert_msg(strstr(told(&e), ": read: Input/output error") != NULL, "%s", e.text);
			else
				ck_assert_int_eq(got, i == 1 ? -1 : 0);
		}
		ck_assert_uint_eq(n, bytes.n + 2);
	}
	ck_assert_ptr_nonnull(strstr(told(&e), ": read: Input/output error"));
}
END_TEST

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
static jmp_buf starved;

static void
starve(void)
{
	longjmp(starved, 1);
}

/* The same of a record that libcsv has to read, which asks once more, for less: then all is as it is. */
START_TEST(judged_memory)
{
	static const char *const csv = "a,b,c\n\"x\",5'10\",\n";
	void (*old)(void) = arena_no_memory;
	volatile unsigned long n = 0;
	volatile bool more = true;
	uint64_t columns;
	volatile int got = -1;

	arena_no_memory = starve;
	while (more) {
		struct record_io io = { .read = { .from = FORMAT_CSV } };

		record_io_path(str_of(csv));
		fault_call("alloc", ++n, 0);
		if (setjmp(starved) != 0) {
			ck_assert_int_eq(fault_pending(), 0);
			continue;
		}
		got = read_until(&io, str_of(csv), 0, 0, &columns);
		more = fault_pending() == 0;
		ck_assert_int_eq(got, 0);
		ck_assert_uint_eq(columns, 3);
		ck_assert_uint_eq(io.records, 1);
	}
	ck_assert_uint_gt(n, 6);
	/* From some allocation on there is none. */
	for (n = 1, more = true; more; n++) {
		struct record_io io = { .read = { .from = FORMAT_CSV } };

		record_io_path(str_of(csv));
		fault_call("allocs", n, 0);
		more = false;
		if (setjmp(starved) == 0)
			got = read_until(&io, str_of(csv), 0, 0, &columns);
		else
			more = true;
		fault_pending();
		ck_assert(more || (got == 0 && columns == 3));
	}
	arena_no_memory = old;
	ck_assert_uint_gt(n, 7);
}
END_TEST

/* Whichever allocation fails while gzip data is read: somebody says so.  What was there stays behind. */
START_TEST(packed_memory)
{
	static char text[200000];
	static const struct source_options options = { .encoding = SOURCE_UTF8 };
	void (*old)(void) = arena_no_memory;
	volatile unsigned long n = 0;
	volatile bool more = true;
	const char *path = in_folder("in");
	gzFile file = gzopen(path, "wb");
	struct err e;
	ssize_t got;

	/* More than is unpacked at once, or zlib would keep nothing. */
	memset(text, 'x', sizeof text);
	ck_assert_int_eq(gzwrite(file, text, sizeof text), sizeof text);
	ck_assert_int_eq(gzclose(file), Z_OK);
	arena_no_memory = starve;
	while (more) {
		struct arena a = { 0 };
		struct source *s;

		fault_call("alloc", ++n, 0);
		if (setjmp(starved) != 0) {
			ck_assert_int_eq(fault_pending(), 0);
			continue;
		}
		s = source_open(&a, path, &options, &e);
		while ((got = s != NULL ? source_read(s, text, sizeof text, &e) : -1) > 0)
			continue;
		/* Before Check allocates. */
		more = fault_pending() == 0;
		ck_assert(!more);
		ck_assert_int_eq(got, 0);
		ck_assert_int_eq(source_close(s, &e), 0);
		arena_free(&a);
	}
	arena_no_memory = old;
	/* The arena's, two buffers', ours and two of zlib's at the least. */
	ck_assert_uint_gt(n, 6);
}
END_TEST
#endif

int
main(void)
{
	TCase *t = tcase_create("record_fault");
	int failed;

	if (mkdtemp(folder) == NULL)
		return 1;
	unit_each(t, outputs, sink_faults);
	tcase_add_test(t, the_first_error_is_told);
	tcase_add_test(t, taken_before_locked);
	tcase_add_test(t, taken_by_another);
	unit_each(t, left_overs, stale_faults);
	tcase_add_test(t, not_ours);
	tcase_add_test(t, no_name_is_free);
	tcase_add_test(t, open_files_by_name);
	tcase_add_test(t, targets);
	tcase_add_test(t, temporaries);
	tcase_add_test(t, kept_temporaries);
	tcase_add_test(t, spools);
	tcase_add_test(t, long_spools);
	unit_each(t, doubtful_pipes, doubts);
	tcase_add_test(t, spooled_too_late);
	tcase_add_test(t, sources);
	unit_each(t, reads, inputs);
	tcase_add_test(t, late_reads);
	unit_each(t, long_reads, long_inputs);
	tcase_add_test(t, packed_reads);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
	tcase_add_test(t, judged_memory);
	tcase_add_test(t, packed_memory);
#endif
	failed = unit_run("record_fault", t);
	unlink(arena_printf(&arena, "%s/in", folder).p);
	unlink(arena_printf(&arena, "%s/out", folder).p);
	failed |= rmdir(folder) != 0;
	arena_free(&arena);
	return failed;
}
