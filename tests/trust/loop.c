/*
 * loop - every case with every fault: loop [-n MOST] [-j JOBS] [-v] KIND BINDIR FAULT.so CASES FOLDER
 *
 *	alloc	each allocation fails, once and from there on
 *	call	each system call fails with each plausible error
 *	kill	SIGKILL in place of each system call, then a run that is left alone
 *	random	SIGKILL after a random time, MOST times a case
 *	short	short and interrupted reads and writes, MOST seeds
 *
 * A case is a line of CASES, see loop_case.h.  It runs in a copy of FOLDER and writes below w/, where there
 * is an old file of each name before.  Whatever went wrong: no crash and no hang; a file below w/ is the
 * old one or the one that a calm run writes, w/summary apart, which tells of a failure too; the calm run's
 * status, when that is good, only with all that the calm run wrote; another status only with a message, and
 * with standard output the beginning of what should have come.
 * -n MOST: that many faults a case, spread evenly.
 */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <sys/mman.h>

#include "../seconds.h"
#include "loop_case.h"

enum { MOST_CASES = 1000 };

struct shared {
	unsigned long next, cases, faults, findings;
};

static const char *kind;
static unsigned long most;
static bool verbose;
static struct shared *shared;

static void
finding(const struct testcase *c, const char *fault, const char *what, const struct outcome *o)
{
	__atomic_add_fetch(&shared->findings, 1, __ATOMIC_RELAXED);
	printf("%s: %s: %s: status %d: %.*s\n", fault, c->line, what, o->status,
	    (int)strcspn(o->err.n ? o->err.p : "", "\n"), o->err.n ? o->err.p : "");
	fflush(stdout);
}

static bool
is_summary(const char *name, struct text t)
{
	return strcmp(name, "summary") == 0 && t.n > 2 && *t.p == '{' &&
	    memcmp(t.p + t.n - 2, "}\n", 2) == 0;
}

/* Files below w/ that are neither old nor new, or have no business there; `loose`: some may lie
 * about, for the next run to clean up. */
static const char *
torn(const struct testcase *c, bool *all_new, bool loose)
{
	static char text[400];
	char path[300];
	size_t i, news = 0;
	DIR *d = opendir("w");

	text[0] = '\0';
	while (d != NULL && each(d, path)) {
		struct text t = slurp(path);

		for (i = 0; i < c->files && strcmp(path + 2, c->file[i].name) != 0; i++)
			;
		if (i == c->files && !loose)
			snprintf(text, sizeof text, "left %s", path);
		if (i < c->files && same(t, c->file[i].new))
			news++;
		else if (i < c->files && !same(t, c->file[i].old) && !is_summary(path + 2, t))
			snprintf(text, sizeof text, "torn %s", path);
		free(t.p);
	}
	if (d != NULL)
		closedir(d);
	*all_new = news == c->files;
	return text[0] != '\0' ? text : NULL;
}

static void
judge(const struct testcase *c, const char *fault, const struct outcome *o, bool harmless)
{
	bool all_new, killed = o->status == 128 + SIGKILL && !o->hung;
	bool good = c->calm.status <= 1;
	/* It could not be removed; or somebody has it locked, who is about to. */
	bool unable = strstr(fault, "unlink") != NULL || strstr(fault, "11 fcntl") != NULL;
	const char *wrong = torn(c, &all_new, killed || unable);

	__atomic_add_fetch(&shared->faults, 1, __ATOMIC_RELAXED);
	if (o->hung)
		finding(c, fault, "hangs", o);
	else if (o->status > 128 && !killed)
		finding(c, fault, "crashes", o);
	else if (wrong != NULL)
		finding(c, fault, wrong, o);
	else if (o->status == c->calm.status && good && !same(o->out, c->calm.out))
		finding(c, fault, "output is not whole", o);
	else if (o->status == c->calm.status && good && !all_new)
		finding(c, fault, "a file is not new", o);
	else if (!begins(c->calm.out, o->out))
		finding(c, fault, "output is not a beginning", o);
	else if (harmless && o->status != c->calm.status)
		finding(c, fault, "must not matter", o);
	else if (!killed && o->status != c->calm.status && o->status != 4 && o->status != 5)
		finding(c, fault, "another status", o);
	else if (!killed && o->status != c->calm.status && o->err.n == 0)
		finding(c, fault, "no message", o);
	else if (strncmp(fault, "alloc", 5) == 0 && o->status != c->calm.status && o->status != 5)
		finding(c, fault, "not status 5", o);
	else if (verbose && o->status != c->calm.status)
		finding(c, fault, "fine", o);
}

static void
one(const struct testcase *c, const char *fault, useconds_t kill_after, bool harmless)
{
	struct outcome o;
	const char *wrong;

	reset(c);
	o = run(c, fault, NULL, kill_after);
	judge(c, fault, &o, harmless);
	forget(&o);
	if (strncmp(kind, "kill", 4) != 0 && strcmp(kind, "random") != 0)
		return;
	/* Whoever comes next finds nothing in the way, and cleans up. */
	o = run(c, "", NULL, 0);
	if (o.status != c->calm.status && strstr(c->line, "state") == NULL)
		finding(c, fault, "the run after it fails", &o);
	else if ((wrong = torn(c, &(bool){ false }, false)) != NULL && strncmp(wrong, "left", 4) == 0)
		finding(c, fault, "the run after it does not clean up", &o);
	forget(&o);
}

/* Number i of `count`, when only MOST are wanted. */
static bool
chosen(unsigned long i, unsigned long count)
{
	return most == 0 || count <= most || i * most / count != (i + 1) * most / count;
}

static void
loop_alloc(const struct testcase *c)
{
	unsigned long i;
	char fault[64];

	for (i = 1; i <= 2 * c->allocations; i++) {
		if (!chosen(i, 2 * c->allocations))
			continue;
		snprintf(fault, sizeof fault, "alloc:%lu:%s", (i + 1) / 2, i % 2 ? "once" : "after");
		one(c, fault, 0, false);
	}
}

/* The errors that a call may well have. */
static const struct plausible {
	const char *call;
	int error[6];
} plausible[] = {
	{ "read", { EINTR, EIO, EAGAIN, EISDIR } },
	{ "pread", { EINTR, EIO } },
	{ "write", { EINTR, ENOSPC, EIO, EPIPE, EDQUOT, EFBIG } },
	{ "stderr", { EINTR, ENOSPC, EIO, EPIPE, EAGAIN } },
	{ "open", { EINTR, EMFILE, ENFILE, EACCES, ENOSPC } },
	{ "mkstemp", { EINTR, EMFILE, EACCES, ENOSPC, EROFS } },
	{ "close", { EINTR, EIO, ENOSPC } },
	{ "fsync", { EIO, ENOSPC, EINTR, EDQUOT } },
	{ "rename", { EXDEV, EACCES, ENOSPC, EROFS } },
	{ "unlink", { EACCES, EIO, EROFS } },
	{ "mkdir", { EACCES, ENOSPC, EROFS } },
	{ "fchmod", { EPERM, EIO } },
	{ "access", { EACCES, EIO, EROFS } },
	{ "fcntl", { ENOLCK, EAGAIN, EINTR, EBADF } },
	{ "lseek", { ESPIPE, EINVAL } },
	{ "fstat", { EIO, EOVERFLOW } },
	{ "stat", { EIO, EACCES, ENOENT } },
	{ "lstat", { EIO } },
	{ "readlink", { EACCES, EIO, EINVAL } },
	{ "getrandom", { EINTR, ENOSYS, EAGAIN } },
	{ "pthread_create", { EAGAIN } },
};

static void
loop_call(const struct testcase *c)
{
	char fault[64];
	unsigned long i;
	size_t k, n;

	for (i = 0; i < c->calls; i++) {
		if (!chosen(i, c->calls))
			continue;
		for (k = 0; k < sizeof plausible / sizeof *plausible; k++)
			if (strcmp(plausible[k].call, c->call[i]) == 0)
				break;
		if (k == sizeof plausible / sizeof *plausible) {
			fprintf(stderr, "loop: no errors for %s\n", c->call[i]);
			exit(2);
		}
		for (n = 0; n < 6 && plausible[k].error[n] != 0; n++) {
			int error = plausible[k].error[n];
			bool moves = strchr("rwp", c->call[i][0]) != NULL && strcmp(c->call[i], "rename") != 0
			    && strcmp(c->call[i], "readlink") != 0;

			snprintf(fault, sizeof fault, "call:%lu:%d %s", i + 1, error, c->call[i]);
			one(c, fault, 0, strcmp(c->call[i], "stderr") == 0 || (error == EINTR && moves) ||
			    strcmp(c->call[i], "getrandom") == 0 || strcmp(c->call[i], "pthread_create") == 0);
		}
	}
}

static void
loop_kill(const struct testcase *c)
{
	char fault[64];
	unsigned long i;

	for (i = 0; i < c->calls; i++) {
		snprintf(fault, sizeof fault, "kill:%lu %s", i + 1, c->call[i]);
		if (chosen(i, c->calls))
			one(c, fault, 0, false);
	}
}

static void
loop_random(const struct testcase *c)
{
	unsigned long i;
	unsigned seed = 1;

	for (i = 0; i < most; i++) {
		useconds_t after = (useconds_t)((double)rand_r(&seed) / RAND_MAX * c->took * 1.2e6) + 1;

		one(c, "", after, false);
	}
}

static void
loop_short(const struct testcase *c)
{
	char fault[64];
	unsigned long i;

	for (i = 1; i <= most; i++) {
		snprintf(fault, sizeof fault, "short:%lu", i);
		one(c, fault, 0, true);
	}
}

static const struct {
	const char *name;
	void (*go)(const struct testcase *);
} loops[] = {
	{ "alloc", loop_alloc }, { "call", loop_call }, { "kill", loop_kill },
	{ "random", loop_random }, { "short", loop_short },
};

/* What a calm run does: its status, output, files, and how much there is to go wrong. */
static void
observe(struct testcase *c)
{
	char path[300], *word, *rest;
	struct text log;
	DIR *d;

	reset(c);
	c->calm = run(c, "", NULL, 0);
	if ((d = opendir("w")) == NULL)
		die("w");
	while (each(d, path)) {
		struct file *f = &c->file[c->files++];

		snprintf(f->name, sizeof f->name, "%.60s", path + 2);
		f->old = strncmp(f->name, "state", 5) == 0 ? slurp("state.old") :
		    (struct text){ strdup("old\n"), 4 };
	}
	closedir(d);
	reset(c);
	forget(&c->calm);
	c->took = seconds_now();
	c->calm = run(c, "", "log", 0);
	c->took = seconds_now() - c->took;
	for (size_t i = 0; i < c->files; i++) {
		snprintf(path, sizeof path, "w/%s", c->file[i].name);
		c->file[i].new = slurp(path);
	}
	log = slurp("log");
	log.p[log.n] = '\0';
	rest = log.p;
	c->allocations = strtoul(rest + 6, &rest, 10);
	for (word = strtok(rest, "\n"); word != NULL && c->calls < CALLS; word = strtok(NULL, "\n"))
		snprintf(c->call[c->calls++], sizeof *c->call, "%.15s", word);
	free(log.p);
	if (c->calm.status > 4 || c->calls == 0)
		finding(c, "calm", "does not run", &c->calm);
}

static void
work(char *const *line, size_t lines, size_t loop)
{
	static struct testcase c;
	unsigned long i;

	while ((i = __atomic_fetch_add(&shared->next, 1, __ATOMIC_RELAXED)) < lines) {
		c = (struct testcase){ .line = line[i] };
		parse(&c, strdup(line[i]));
		observe(&c);
		if (c.calm.status <= 4)
			loops[loop].go(&c);
		__atomic_add_fetch(&shared->cases, 1, __ATOMIC_RELAXED);
	}
}

static size_t
read_cases(const char *path, char **line)
{
	struct text t = slurp(path);
	size_t n = 0;
	char *p;

	t.p[t.n] = '\0';
	for (p = strtok(t.p, "\n"); p != NULL && n < MOST_CASES; p = strtok(NULL, "\n"))
		if (*p != '#')
			line[n++] = p;
	return n;
}

int
main(int argc, char **argv)
{
	static char *line[MOST_CASES];
	char command[2100], place[1000], *cases, *folder;
	struct sigaction wake = { .sa_handler = nothing };
	size_t lines, loop;
	int option, jobs = 1, i;
	double begun = seconds_now();

	while ((option = getopt(argc, argv, "n:j:v")) != -1)
		if (option == 'n')
			most = strtoul(optarg, NULL, 10);
		else if (option == 'j')
			jobs = atoi(optarg);
		else
			verbose = true;
	if (argc - optind != 5)
		return 2;
	kind = argv[optind];
	bin = realpath(argv[optind + 1], NULL);
	injector = realpath(argv[optind + 2], NULL);
	cases = argv[optind + 3];
	folder = argv[optind + 4];
	for (loop = 0; loop < sizeof loops / sizeof *loops && strcmp(loops[loop].name, kind) != 0; loop++)
		;
	if (loop == sizeof loops / sizeof *loops || bin == NULL || injector == NULL)
		return 2;
	lines = read_cases(cases, line);
	sigaction(SIGALRM, &wake, NULL);
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	for (i = 0; i < jobs; i++) {
		if (fork() != 0)
			continue;
		snprintf(place, sizeof place, "%s.%d", folder, (int)getpid());
		snprintf(command, sizeof command, "cp -r '%s' '%s'", folder, place);
		if (system(command) != 0 || chdir(place) != 0)
			die(command);
		work(line, lines, loop);
		snprintf(command, sizeof command, "rm -r '%s'", place);
		exit(system(command) != 0);
	}
	for (i = 0, option = 0; i < jobs; i++) {
		int status;

		wait(&status);
		option |= status;
	}
	printf("%s: %lu cases, %lu faults, %lu findings, %.0f s\n", kind, shared->cases, shared->faults,
	    shared->findings, seconds_now() - begun);
	return option != 0 || shared->findings != 0 || shared->cases != lines;
}
