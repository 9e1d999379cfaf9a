/*
 * loop_case - a case of the fault loops: what its line says, the folder that it runs in, one run.
 *
 * A case is a line: words, some in single quotes, VARIABLE=value in front, <FILE for standard input.  It
 * runs in the working folder and writes below w/.
 */
#ifndef TESTS_LOOP_CASE_H
#define TESTS_LOOP_CASE_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS = 64, FILES = 16, CALLS = 4096, PATIENCE = 40 };

struct text {
	char *p;
	size_t n;
};

struct file {
	char name[64];
	struct text old, new;
};

struct outcome {
	int status;                     /* 128 + the signal */
	bool hung;
	struct text out, err;
};

struct testcase {
	const char *line;
	char *word[WORDS], *env[WORDS];
	const char *input;
	struct file file[FILES];
	size_t files;
	struct outcome calm;
	unsigned long allocations, calls;
	char call[CALLS][16];
	double took;                    /* seconds */
};

/* Where the programs are, and what is loaded below them. */
static const char *bin, *injector;

static inline void
die(const char *what)
{
	perror(what);
	exit(2);
}

static inline struct text
slurp(const char *path)
{
	struct text t = { malloc(1), 0 };
	int fd = open(path, O_RDONLY);
	ssize_t got = 1;

	while (fd >= 0 && got > 0) {
		t.p = realloc(t.p, t.n + (1 << 16));
		if (t.p == NULL)
			die("realloc");
		if ((got = read(fd, t.p + t.n, 1 << 16)) > 0)
			t.n += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	return t;
}

static inline void
spill(const char *path, struct text t)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (fd < 0 || write(fd, t.p, t.n) != (ssize_t)t.n)
		die(path);
	close(fd);
}

static inline bool
same(struct text a, struct text b)
{
	return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

static inline bool
begins(struct text whole, struct text part)
{
	return part.n <= whole.n && memcmp(whole.p, part.p, part.n) == 0;
}

/* The words of a line, in place. */
static inline void
parse(struct testcase *c, char *p)
{
	size_t words = 0, variables = 0;

	while (*p != '\0') {
		char *word = p, *to = p;
		bool quoted = false;

		for (; *p != '\0' && (quoted || *p != ' '); p++)
			if (*p == '\'')
				quoted = !quoted;
			else
				*to++ = *p;
		while (*p == ' ')
			p++;
		*to = '\0';
		if (words == 0 && strchr(word, '=') != NULL)
			c->env[variables++] = word;
		else if (*word == '<')
			c->input = word + 1;
		else
			c->word[words++] = word;
		if (words == WORDS - 1 || variables == WORDS - 8) {
			fprintf(stderr, "loop: too many words: %s\n", c->line);
			exit(2);
		}
	}
}

/* What is below w/, one name at a time. */
static inline bool
each(DIR *d, char path[300])
{
	struct dirent *entry;

	while ((entry = readdir(d)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		snprintf(path, 300, "w/%s", entry->d_name);
		return true;
	}
	return false;
}

static inline void
reset(const struct testcase *c)
{
	char path[300];
	DIR *d = opendir("w");
	size_t i;

	if (d == NULL && mkdir("w", 0755) != 0)
		die("w");
	while (d != NULL && each(d, path))
		unlink(path);
	if (d != NULL)
		closedir(d);
	for (i = 0; i < c->files; i++) {
		snprintf(path, sizeof path, "w/%s", c->file[i].name);
		if (c->file[i].old.p != NULL)
			spill(path, c->file[i].old);
	}
}

static inline pid_t
start(const struct testcase *c, const char *fault, const char *log)
{
	char program[600], preload[600], variable[100], path[700];
	char *env[WORDS + 8];
	posix_spawn_file_actions_t files;
	size_t n = 0;
	pid_t pid;

	for (; c->env[n] != NULL; n++)
		env[n] = c->env[n];
	snprintf(preload, sizeof preload, "LD_PRELOAD=%s", injector);
	snprintf(variable, sizeof variable, "FAULT=%s", fault);
	snprintf(path, sizeof path, "FAULT_LOG=%s", log ? log : "");
	env[n++] = preload;
	env[n++] = variable;
	if (log != NULL)
		env[n++] = path;
	env[n++] = "TMPDIR=w";
	env[n] = NULL;
	snprintf(program, sizeof program, "%s/%s", bin, c->word[0]);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, c->input ? c->input : "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "out", O_WRONLY | O_CREAT | O_TRUNC, 0644);
	posix_spawn_file_actions_addopen(&files, 2, "err", O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (posix_spawn(&pid, program, &files, NULL, c->word, env) != 0)
		die(program);
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

static inline void
nothing(int signal_number)
{
	(void)signal_number;
}

static inline struct outcome
run(const struct testcase *c, const char *fault, const char *log, useconds_t kill_after)
{
	struct outcome o = { 0 };
	pid_t pid = start(c, fault, log);
	int status;

	if (kill_after != 0) {
		usleep(kill_after);
		kill(pid, SIGKILL);
	}
	alarm(PATIENCE);
	while (waitpid(pid, &status, 0) < 0)
		kill(pid, SIGKILL);
	o.hung = alarm(0) == 0 && WIFSIGNALED(status);
	o.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	o.out = slurp("out");
	o.err = slurp("err");
	return o;
}

static inline void
forget(struct outcome *o)
{
	free(o->out.p);
	free(o->err.p);
}

#endif
