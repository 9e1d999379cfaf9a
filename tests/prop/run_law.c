/*
 * run: the three promises, for inputs nobody would write.
 *
 *	1. What nobody asked about is not changed: records that can be read come out as they went in.
 *	2. Every record is accounted for.
 *	3. Output, rejects, messages and totals depend on the input alone: not on threads, chunks,
 *	   reads, locale or zone.
 */
#include <sys/wait.h>
#include <unistd.h>

#include "law.h"
#include "cli/run.h"

enum { ROUNDS = 60, MOST = 64 * 1024 };

static char folder[] = "/tmp/run_law.XXXXXX";

/* Some records are dropped, some refused, by what is in them. */
static enum verdict
choose(struct worker *w, struct record *rec)
{
	struct str s = rec->shape->count ? record_text(rec, 0) : (struct str){ 0 };

	if (s.n != 0 && s.p[0] == 'd')
		return DROP;
	return s.n != 0 && s.p[0] == 'r' ? run_reject(w, "k", "not taken") : KEEP;
}

static enum verdict
keep(struct worker *w, struct record *rec)
{
	(void)w;
	(void)rec;
	return KEEP;
}

static const struct tool choosing = { .name = "t-choose", .brief = "choose", .row = choose };
static const struct tool keeping = { .name = "t-keep", .brief = "keep", .row = keep };

/* One cell of CSV, well-formed or not. */
static void
csv_cell(struct buf *b, bool sane)
{
	static const char *const good[] = { "", "a", "drop", "refuse", "\"q,q\"",
		"\"two\nlines\"", "5'10\"x", "\"say \"\"hi\"\"\"", "Müller", " blank ", "00501" };
	static const char *const bad[] = { "\"open", "\"x\"y", "\xff\xfe", "\r", "\"\"\"" };

	if (!sane && below(40) == 0)
		buf_str(b, str_of(bad[below(5)]));
	else if (!sane && below(200) == 0)
		buf_byte(b, '\0');
	else
		buf_str(b, str_of(good[below(11)]));
}

static void
make_csv(struct buf *b, bool sane)
{
	unsigned i, rows = below(120), cells;

	buf_str(b, STR("k,l,m\n"));
	for (i = 0; i < rows; i++) {
		if (!sane && below(30) == 0)
			buf_byte(b, '\n');
		for (cells = !sane && below(25) == 0 ? 1 + below(5) : 3; cells-- > 0;) {
			csv_cell(b, sane);
			if (cells != 0)
				buf_byte(b, ',');
		}
		buf_byte(b, '\n');
	}
}

static void
make_json(struct buf *b, bool sane)
{
	static const char *const good[] = { "\"a\"", "1.10", "null", "\"drop\"", "\"refuse\"",
		"[1, 2]", "{\"x\":{}}", "\"M\\u00fcller\"", "12345678901234567890", "true" };
	static const char *const bad[] = { "tru", "\"\xff\"", "01", "\"a", "{" };
	unsigned i, rows = below(120), n;

	for (i = 0; i < rows; i++) {
		buf_byte(b, '{');
		for (n = below(4); n-- > 0;)
			buf_printf(b, "\"%c\":%s%s", "klmn"[below(4)],
			    !sane && below(60) == 0 ? bad[below(5)] : good[below(10)], n ? ", " : "");
		buf_str(b, STR("}\n"));
	}
}

static void
put_file(const char *name, struct str s)
{
	FILE *f = fopen(name, "w");

	if (f == NULL || fwrite(s.p, 1, s.n, f) != s.n || fclose(f) != 0)
		exit(2);
}

static struct str
get_file(const char *name, char *p)
{
	FILE *f = fopen(name, "r");
	struct str s = { p, 0 };

	if (f != NULL) {
		s.n = fread(p, 1, MOST, f);
		fclose(f);
	}
	return s;
}

/* A way to run: what may not matter. */
struct way {
	const char *jobs, *block, *read, *locale, *zone;
};

static const struct way ways[] = {
	{ "-j1", "", "", "C", "UTC" }, { "-j1", "1", "1", "tr_TR.UTF-8", "Asia/Tokyo" },
	{ "-j2", "64", "", "de_DE.UTF-8", "UTC" }, { "-j5", "200", "7", "C", "America/New_York" },
	{ "-j8", "17", "3", "ps_AF", "UTC" },
};

static int
run(const struct tool *tool, const struct way *way, const char *from, const char *to, bool rejects)
{
	const char *args[] = { tool->name, way->jobs, "-F", from, "-T", to, "--summary=summary",
		rejects ? "--rejects=rejects" : "-q", "input", NULL };
	int status;
	pid_t child;

	fflush(NULL);
	if ((child = fork()) == 0) {
		setenv("LEAD_BLOCK", way->block, 1);
		setenv("LEAD_READ", way->read, 1);
		setenv("LC_ALL", way->locale, 1);
		setenv("TZ", way->zone, 1);
		if (freopen("output", "w", stdout) == NULL || freopen("said", "w", stderr) == NULL)
			_exit(99);
		_exit(run_tool(tool, 9, (char **)(uintptr_t)args));
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void
fail(const char *what, unsigned round)
{
	printf("%s: round %u, in %s\n", what, round, folder);
	exit(1);
}

static uint64_t
total(struct str summary, const char *name)
{
	struct buf key = { 0 };
	uint64_t n = 0;
	size_t i;

	buf_printf(&key, "\"%s\": ", name);
	i = str_search(summary, buf_text(&key)) + key.n;
	for (; i < summary.n && summary.p[i] >= '0' && summary.p[i] <= '9'; i++)
		n = n * 10 + (uint64_t)(summary.p[i] - '0');
	buf_free(&key);
	return n;
}

/* Promises 2 and 3. */
static void
same_any_way(unsigned round, const char *from, const char *to)
{
	static const char *const names[] = { "output", "rejects", "said", "summary" };
	static char first[4][MOST], other[MOST];
	struct str was[4] = { { 0 } }, now, s;
	int status = 0, before = 0;
	size_t i, k;

	for (i = 0; i < sizeof ways / sizeof *ways; i++) {
		status = run(&choosing, &ways[i], from, to, true);
		if (status != 0)
			fail("status", round);
		for (k = 0; k < 4; k++) {
			now = get_file(names[k], i == 0 ? first[k] : other);
			if (i == 0)
				was[k] = now;
			else if (status != before || !str_eq(now, was[k]))
				fail(names[k], round);
		}
		before = status;
	}
	s = was[3];
	if (total(s, "read") != total(s, "written") + total(s, "filtered") + total(s, "rejected"))
		fail("totals", round);
}

/* Promise 1. */
static void
same_bytes(unsigned round, struct str input, const char *format)
{
	static char text[MOST];

	if (run(&keeping, &ways[round % 5], format, format, false) != 0)
		fail("status of pass-through", round);
	if (!str_eq(get_file("output", text), input))
		fail("pass-through", round);
}

int
main(int argc, char **argv)
{
	unsigned round;

	law_start(argc, argv, 20261121);
	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 2;
	for (round = 0; round < ROUNDS; round++) {
		struct buf b = { 0 };
		bool json = round % 3 == 2, sane = below(3) == 0;

		(json ? make_json : make_csv)(&b, sane);
		put_file("input", buf_text(&b));
		same_any_way(round, json ? "jsonl" : "csv",
		    below(2) ? json ? "jsonl" : "csv" : json ? "csv" : "jsonl");
		if (sane)
			same_bytes(round, buf_text(&b), json ? "jsonl" : "csv");
		buf_free(&b);
	}
	return system("rm -f input output said summary rejects && rmdir \"$PWD\"") != 0;
}
