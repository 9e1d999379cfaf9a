/*
 * run: what a tool can rely on, shown with small tools.  Each run is a process of its own, on
 * several threads and chunks of a few records, so that an order that is only luck shows.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "cli/run.h"

static char out[16384], said[16384];
static char folder[] = "/tmp/run_test.XXXXXX";

static void
slurp(const char *name, char *to, size_t room)
{
	FILE *f = fopen(name, "r");
	size_t n = f ? fread(to, 1, room - 1, f) : 0;

	to[n] = '\0';
	if (f != NULL)
		fclose(f);
}

/* The exit status; standard output in out[], standard error in said[]. */
static int
run(const struct tool *tool, const char *input, const char *const *args)
{
	char *argv[16] = { (char *)(uintptr_t)tool->name };
	int argc = 1, status;
	pid_t child;

	for (; *args != NULL; args++)
		argv[argc++] = (char *)(uintptr_t)*args;
	unit_put("stdin", input);
	fflush(NULL);
	if ((child = fork()) == 0) {
		setenv("LEAD_BLOCK", "40", 1);
		if (freopen("stdin", "r", stdin) == NULL || freopen("stdout", "w", stdout) == NULL ||
		    freopen("stderr", "w", stderr) == NULL)
			_exit(99);
		_exit(run_tool(tool, argc, argv));
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	slurp("stdout", out, sizeof out);
	slurp("stderr", said, sizeof said);
	ck_assert_msg(WIFEXITED(status), "died: %d, saying %s", status, said);
	return WEXITSTATUS(status);
}

#define RUN(tool, input, ...) run(tool, input, (const char *const[]){ __VA_ARGS__, NULL })

static const char numbers[] = "n,word\n1,a\n2,b\n3,a\n4,c\n5,b\n6,a\n7,a\n8,d\n9,b\n10,a\n"
    "11,a\n12,b\n13,a\n14,c\n15,b\n16,a\n17,a\n18,d\n19,b\n20,a\n";

static struct str
cell(struct record *rec, uint32_t at)
{
	return record_text(rec, at);
}

/* A tool that counts: sums of workers are merged, nothing comes out but its report. */
static int
counter(struct worker *w, struct err *e)
{
	(void)e;
	w->sum = arena_alloc(&w->run->arena, 256 * sizeof(uint64_t));
	return 0;
}

static enum verdict
count_row(struct worker *w, struct record *rec)
{
	((uint64_t *)w->sum)[(unsigned char)cell(rec, 1).p[0]]++;
	return COUNT;
}

static void
count_merge(struct run *r, const struct worker *w)
{
	size_t i;

	if (r->sum == NULL)
		r->sum = arena_alloc(&r->arena, 256 * sizeof(uint64_t));
	for (i = 0; i < 256; i++)
		((uint64_t *)r->sum)[i] += ((uint64_t *)w->sum)[i];
}

static int
count_report(struct run *r, struct err *e)
{
	struct buf b = { 0 };
	int c;

	(void)e;
	for (c = 'a'; c <= 'd' && r->sum != NULL; c++)
		buf_printf(&b, "%s %c %llu\n", r->report.p, c,
		    (unsigned long long)((uint64_t *)r->sum)[c]);
	run_print(r, buf_text(&b));
	run_total(r, "letters", 4);
	return 0;
}

static const char *const reports[] = { "table", "csv", NULL };
static const struct tool counting = {
	.name = "t-count", .brief = "count", .reports = reports, .report_only = true,
	.worker = counter, .row = count_row, .merge = count_merge, .report = count_report
};

START_TEST(reports_add_up)
{
	ck_assert_int_eq(RUN(&counting, numbers, "-j4", "--summary"), 0);
	ck_assert_str_eq(out, "csv a 10\ncsv b 6\ncsv c 2\ncsv d 2\n");
	ck_assert_str_eq(said, "{\"tool\": \"t-count\", \"read\": 20, \"written\": 20, \"merged\": 0, "
	    "\"updated\": 0, \"filtered\": 0, \"rejected\": 0, \"blank\": 0, \"lines\": 21, "
	    "\"bytes\": 98, \"row_sum\": \"0000000a535aaa3c\", \"lines_written\": 4, \"bytes_written\": 33, "
	    "\"row_sum_written\": \"0000000000000000\", \"letters\": 4}\n");
	ck_assert_int_eq(RUN(&counting, numbers, "-j1", "--to=table"), 0);
	ck_assert_str_eq(out, "table a 10\ntable b 6\ntable c 2\ntable d 2\n");
	ck_assert_int_eq(RUN(&counting, numbers, "--to=jsonl"), 2);
	ck_assert_int_eq(RUN(&counting, "", "--to=csv"), 0);
	ck_assert_str_eq(out, "");
}
END_TEST

/* A tool that drops what it has seen: rows are judged anywhere, duplicates found in order. */
static enum verdict
note_row(struct worker *w, struct record *rec)
{
	buf_byte(&w->notes, cell(rec, 1).p[0]);
	return KEEP;
}

static bool forgetful;

static int
dedupe(struct run *r, const struct batch *b, struct err *e)
{
	static bool seen[256];
	size_t i, from = 0;

	(void)e;
	for (i = 0; i < b->kept; from = b->row[i++]) {
		bool *s = &seen[(unsigned char)b->notes.p[i]];

		if (!*s)
			run_write(r, str_slice(b->out, from, b->row[i]), 1);
		else if (!forgetful)
			run_count(r, RUN_MERGED, 1);
		*s = true;
	}
	return 0;
}

static const struct tool deduping = {
	.name = "t-dedupe", .brief = "dedupe", .row = note_row, .commit = dedupe
};

START_TEST(commits_are_in_order)
{
	static const char *const jobs[] = { "-j1", "-j3", "-j8" };
	size_t i;

	for (i = 0; i < 3; i++) {
		ck_assert_int_eq(RUN(&deduping, numbers, jobs[i]), 0);
		ck_assert_str_eq(out, "n,word\n1,a\n2,b\n4,c\n8,d\n");
		ck_assert_int_eq(RUN(&deduping, numbers, jobs[i], "--to=json", "-cn"), 0);
		ck_assert_str_eq(out,
		    "[\n{\"n\":\"1\"},\n{\"n\":\"2\"},\n{\"n\":\"4\"},\n{\"n\":\"8\"}\n]\n");
	}
	ck_assert_int_eq(RUN(&deduping, "n,word\n", "--to=json"), 0);
	ck_assert_str_eq(out, "[]\n");
}
END_TEST

START_TEST(forgotten_records_are_a_bug)
{
	forgetful = true;
	ck_assert_int_eq(RUN(&deduping, numbers, "-j2"), 5);
	ck_assert_str_eq(said, "t-dedupe: the totals do not add up: please report this\n");
	forgetful = false;
}
END_TEST

/* A tool that needs to see everything first: how long is the longest word of each file? */
struct longest {
	size_t of[4];
	uint32_t columns[4];
};

static int
survey_plan(struct run *r, struct err *e)
{
	static const char *const own[] = { "longest", "records", NULL };

	(void)e;
	r->plan = arena_alloc(&r->arena, sizeof(struct longest));
	run_columns(r, own);
	return 0;
}

static int
survey_open(struct run *r, const struct reader *in, size_t file, struct err *e)
{
	(void)e;
	((struct longest *)r->plan)->columns[file] = reader_shape(in)->count;
	return 0;
}

static int
survey_worker(struct worker *w, struct err *e)
{
	(void)e;
	w->sum = arena_alloc(&w->run->arena, sizeof(struct longest));
	return 0;
}

static void
survey_record(struct worker *w, struct record *rec, uint32_t n)
{
	struct longest *l = w->sum;
	size_t size;

	for (; n != 0; n--)
		if ((size = cell(rec++, 0).n) > l->of[w->file])
			l->of[w->file] = size;
}

static int
survey_settle(struct run *r, struct worker *const *worker, size_t workers, struct err *e)
{
	struct longest *all = r->plan;
	size_t i, k;

	for (i = 0; i < workers; i++)
		for (k = 0; k < 4; k++)
			if (((struct longest *)worker[i]->sum)->of[k] > all->of[k])
				all->of[k] = ((struct longest *)worker[i]->sum)->of[k];
	if (all->of[0] == 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "nothing to go by");
	return 0;
}

static enum verdict
survey_row(struct worker *w, struct record *rec)
{
	const struct longest *l = w->run->plan;

	record_set_number(rec, 0, CELL_NUMBER, (int64_t)l->of[w->file]);
	record_set_number(rec, 1, CELL_NUMBER, l->columns[w->file]);
	return KEEP;
}

static const struct tool surveying = {
	.name = "t-survey", .brief = "survey", .plan = survey_plan, .open = survey_open,
	.worker = survey_worker, .survey = survey_record, .settle = survey_settle, .row = survey_row
};

START_TEST(surveys_see_everything_first)
{
	unit_put("a.csv", "w\na\nbb\nccc\n");
	unit_put("b.csv", "w,x\nd,1\neeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee,2\nf,3\ng,4\nh,5\n");
	ck_assert_int_eq(RUN(&surveying, "", "-j3", "a.csv", "b.csv", "-cw,longest,records"), 0);
	ck_assert_str_eq(out, "w,longest,records\na,3,1\nbb,3,1\nccc,3,1\nd,44,2\n"
	    "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee,44,2\nf,44,2\ng,44,2\nh,44,2\n");
	ck_assert_int_eq(RUN(&surveying, "w\n\xff\nxx\n", "-clongest"), 3);
	ck_assert_str_eq(out, "longest\n2\n");
	ck_assert_str_eq(said, "t-survey: (stdin):2:1: w: a byte that is not UTF-8\n"
	    "t-survey: 1 of 2 records was refused; --rejects FILE keeps them\n");
	ck_assert_int_eq(RUN(&surveying, "w\n", "-clongest"), 2);
	ck_assert_str_eq(said, "t-survey: nothing to go by\n");
}
END_TEST

/* A tool that takes whole numbers only. */
static enum verdict
strict_row(struct worker *w, struct record *rec)
{
	struct number n;

	if (!number_parse(cell(rec, 1), &n))
		return run_reject(w, "Amount", "not a number");
	if (n.units < 0)
		return run_reject(w, "Amount", "%d is too little", (int)n.units);
	if (n.units == 7)
		return run_reject(w, "", "seven");
	if (n.units == 8)
		run_trace(w, STR("eight\nof them\n"));
	return n.units == 9 ? DROP : KEEP;
}

static int
find_report(struct run *r, struct err *e)
{
	(void)e;
	run_found(r);
	return 0;
}

static const struct tool strict = {
	.name = "t-strict", .brief = "numbers", .row = strict_row, .report = find_report
};

START_TEST(rejects_say_where_and_how)
{
	static const char input[] = "name,amount\nann,1\n\"two\nlines\",Ünf\n,12a\nbob,-3\n"
	    "eve,8\nkim,7\nlee,\n\"x\",\"a\"\"b\"\njo,9\nflo,zz\n";

	ck_assert_int_eq(RUN(&strict, input, "-j4", "--rejects=r.csv"), 1);
	ck_assert_str_eq(out, "name,amount\nann,1\neve,8\n");
	ck_assert_str_eq(said,
	    "t-strict: (stdin):4:8: Amount: not a number: shape \"Aaa\"\n"
	    "t-strict: (stdin):5:2: Amount: not a number: shape \"99a\"\n"
	    "t-strict: (stdin):6:5: Amount: -3 is too little: shape \"-9\"\n"
	    "eight\nof them\n"
	    "t-strict: (stdin):8: seven\n"
	    "t-strict: (stdin):9:5: Amount: not a number\n"
	    "t-strict: Amount: not a number: … and 2 more\n");
	slurp("r.csv", out, sizeof out);
	ck_assert_str_eq(out, "_file,_line,_column,_code,_reason,_raw,_raw_base64,name,amount\n"
	    "(stdin),4,8,value,\"Amount: not a number: shape \"\"Aaa\"\"\",,,\"two\nlines\",Ünf\n"
	    "(stdin),5,2,value,\"Amount: not a number: shape \"\"99a\"\"\",,,,12a\n"
	    "(stdin),6,5,value,\"Amount: -3 is too little: shape \"\"-9\"\"\",,,bob,-3\n"
	    "(stdin),8,,value,seven,,,kim,7\n"
	    "(stdin),9,5,value,Amount: not a number,,,lee,\n"
	    "(stdin),10,5,value,\"Amount: not a number: shape \"\"a\"\"a\"\"\",,,\"x\",\"a\"\"b\"\n"
	    "(stdin),12,5,value,\"Amount: not a number: shape \"\"aa\"\"\",,,flo,zz\n");
	ck_assert_int_eq(RUN(&strict, input, "--show-values", "-w", "`name` = flo"), 3);
	ck_assert_str_eq(said, "t-strict: (stdin):12:5: Amount: not a number: \"zz\"\n"
	    "t-strict: 1 of 10 records was refused; --rejects FILE keeps them\n");
	ck_assert_int_eq(RUN(&strict, input, "-w", "`amount` = 1"), 1);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("run");
	int failed;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 1;
	tcase_add_test(t, reports_add_up);
	tcase_add_test(t, commits_are_in_order);
	tcase_add_test(t, forgotten_records_are_a_bug);
	tcase_add_test(t, surveys_see_everything_first);
	tcase_add_test(t, rejects_say_where_and_how);
	failed = unit_run("run", t);
	return system("rm -rf a.csv b.csv r.csv stdin stdout stderr && rmdir \"$PWD\"") != 0 || failed;
}
