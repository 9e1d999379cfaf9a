/*
 * tool_fuzz - a whole tool on any bytes: its source goes in front of this, with main named tool_main.
 *
 * The first byte chooses one of the tool's lists of options, the rest is its input.  Whatever that is: a
 * status it may have; the summary adds up; output and messages are UTF-8, messages without control
 * codes; and two threads, with small blocks, do what one does.
 *
 * Each run has a process of its own, for a tool leaves its state and its memory to the end of its process.
 * What libFuzzer counts coverage with is shared with it.
 */
#ifndef TESTS_TOOL_FUZZ_H
#define TESTS_TOOL_FUZZ_H

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzz.h"
#include "value/text.h"

enum { TOOL_OPTIONS = 12, TOOL_PATIENCE = 60 };

struct tool_run {
	int status;
	char *out, *said;
	size_t size, said_size;
};

/* Let the child's coverage be seen: the pages that hold nothing but counters are shared. */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if __has_feature(coverage_sanitizer)
/* The linker makes these; the compiler declares them itself, and would not know ours for the same. */
__asm__(".pushsection .data.rel.ro.counters, \"aw\"\n.balign 8\n"
    "tool_counters: .quad __start___sancov_cntrs, __stop___sancov_cntrs\n.popsection");
extern const uintptr_t tool_counters[2];

static void
share_counters(void)
{
	static FILE *shared;
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t start = (tool_counters[0] + page - 1) & ~(page - 1);
	uintptr_t stop = tool_counters[1] & ~(page - 1);

	if (shared != NULL || stop <= start)
		return;
	shared = tmpfile();
	require(shared != NULL && ftruncate(fileno(shared), (off_t)(stop - start)) == 0);
	require(mmap((void *)start, stop - start, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
	    fileno(shared), 0) == (void *)start);
}
#else
static void
share_counters(void)
{
}
#endif

/* An unlinked file, emptied and kept for the next time. */
static int
tool_file(int number)
{
	static FILE *file[3];

	if (file[number] == NULL)
		file[number] = tmpfile();
	require(file[number] != NULL && ftruncate(fileno(file[number]), 0) == 0);
	return fileno(file[number]);
}

static char *
tool_text(int fd, size_t *size)
{
	off_t end = lseek(fd, 0, SEEK_END);
	char *p = malloc((size_t)end + 1);

	require(p != NULL && pread(fd, p, (size_t)end, 0) == end);
	p[end] = '\0';
	*size = (size_t)end;
	return p;
}

static void
tool_child(const char *const *option, bool threads, int in, int out, int said)
{
	static const char *const common[] = { "--now=2026-03-02T09:00:00Z", "--summary" };
	char *word[TOOL_OPTIONS + 5] = { "tool" };
	int n = 1;

	for (; *option != NULL; option++)
		word[n++] = (char *)(uintptr_t)*option;
	word[n++] = (char *)(uintptr_t)common[0];
	word[n++] = (char *)(uintptr_t)common[1];
	word[n++] = threads ? "-j2" : "-j1";
	if (threads) {
		setenv("LEAD_BLOCK", "64", 1);
		setenv("LEAD_READ", "100", 1);
	}
	alarm(TOOL_PATIENCE);
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(said, 2) < 0 || lseek(0, 0, SEEK_SET) != 0)
		_exit(100);
	_exit(tool_main(n, word));
}

static struct tool_run
tool_run(const char *const *option, bool threads, const void *input, size_t size)
{
	int in = tool_file(0), out = tool_file(1), said = tool_file(2), status = 0;
	struct tool_run r;
	pid_t pid, ended;

	require(pwrite(in, input, size, 0) == (ssize_t)size);
	lseek(out, 0, SEEK_SET);
	lseek(said, 0, SEEK_SET);
	if ((pid = fork()) == 0)
		tool_child(option, threads, in, out, said);
	while ((ended = waitpid(pid, &status, 0)) < 0 && errno == EINTR)
		;                       /* the fuzzer's clock */
	require(pid > 0 && ended == pid);
	r.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	r.out = tool_text(out, &r.size);
	r.said = tool_text(said, &r.said_size);
	return r;
}

static void
tool_free(struct tool_run *r)
{
	free(r->out);
	free(r->said);
}

static json_int_t
tool_count(const json_t *summary, const char *key)
{
	const json_t *n = json_object_get(summary, key);

	require(json_is_integer(n) && json_integer_value(n) >= 0);
	return json_integer_value(n);
}

/* The line of the summary is the last. */
static bool
adds_up(const struct tool_run *r)
{
	size_t at = r->said_size;
	json_t *summary;
	bool good;

	if (at == 0 || r->said[at - 1] != '\n')
		return false;
	for (at--; at > 0 && r->said[at - 1] != '\n'; at--)
		;
	if ((summary = json_loads(r->said + at, 0, NULL)) == NULL)
		return r->status >= 2;
	good = r->status >= 2 || tool_count(summary, "read") == tool_count(summary, "written") +
	    tool_count(summary, "merged") + tool_count(summary, "filtered") + tool_count(summary, "rejected");
	json_decref(summary);
	return good;
}

static bool
is_plain(const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (((unsigned char)text[i] < ' ' && text[i] != '\n') || text[i] == 0x7f)
			return false;
	return true;
}

static const char *
tool_wrong(const struct tool_run *r)
{
	if (r->status > 3)
		return "its status";
	if (r->status == 2 && r->size != 0)
		return "output, though the settings are wrong";
	if (!text_valid((struct str){ r->out, r->size }, NULL))
		return "output that is not UTF-8";
	if (!text_valid((struct str){ r->said, r->said_size }, NULL) || !is_plain(r->said, r->said_size))
		return "control codes in a message";
	return adds_up(r) ? NULL : "the summary";
}

static bool
tool_same(const struct tool_run *a, const struct tool_run *b)
{
	return a->status == b->status && a->size == b->size && memcmp(a->out, b->out, a->size) == 0 &&
	    a->said_size == b->said_size && memcmp(a->said, b->said, a->said_size) == 0;
}

/* `lists` of options are there; `steady`: by the first the tool leaves alone what it wrote itself. */
static int
tool_fuzz(const char *const (*option)[TOOL_OPTIONS], size_t lists, bool steady, const uint8_t *data,
    size_t size)
{
	struct tool_run one, two;
	const char *wrong;

	if (size == 0)
		return 0;
	share_counters();
	steady = steady && data[0] % lists == 0;
	option += data[0] % lists;
	one = tool_run(*option, false, data + 1, size - 1);
	if ((wrong = tool_wrong(&one)) == NULL) {
		two = tool_run(*option, true, data + 1, size - 1);
		wrong = tool_same(&one, &two) ? NULL : "what threads change";
		tool_free(&two);
	}
	if (wrong == NULL && steady && one.status == 0) {
		two = tool_run(*option, false, one.out, one.size);
		wrong = two.status == 0 && one.size == two.size && memcmp(one.out, two.out, one.size) == 0 ?
		    NULL : "it changes what it wrote";
		tool_free(&two);
	}
	if (wrong != NULL) {
		fprintf(stderr, "%s: status %d\n%s", wrong, one.status, one.said);
		abort();
	}
	tool_free(&one);
	return 0;
}

#endif
