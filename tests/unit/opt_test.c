/* opt: what argv means, and what is said when it means nothing. */
#include <stdlib.h>

#include "unit.h"
#include "cli/opt.h"

static bool flag, other;
static const char *text, *word;
static struct opt_list list;
static uint64_t count, size;
static struct opt_maybe maybe, when;

static const char *const words[] = { "csv", "tsv", "jsonl", NULL };

static const struct opt first[] = {
	OPT_FLAG('f', "flag", &flag, "a flag"),
	OPT_FLAG('g', "other", &other, "another flag"),
	OPT_TEXT('o', "output", &text, "FILE", "where it goes"),
	OPT_LIST('l', "list", &list, "ITEM", "one more"),
	OPT_END
};
static const struct opt second[] = {
	OPT_COUNT('j', "jobs", &count, "N", "threads"),
	OPT_SIZE(0, "max-record", &size, "SIZE", "longest record"),
	OPT_MAYBE(0, "summary", &maybe, "FILE", "totals"),
	OPT_MAYBE_WORD(0, "color", &when, "WHEN", words, "colour"),
	OPT_WORD('T', "to", &word, "FORMAT", words, "what comes out"),
	OPT_END
};
static const struct opt *const tables[] = { first, second, NULL };

static const char **operand;
static size_t operands;
static struct err err;

/* Parse a NULL-ended list of arguments, from a clean slate. */
static int
parse(const char *const *args)
{
	char *argv[32] = { "tool" };
	int argc = 1;

	flag = other = false;
	text = word = NULL;
	list = (struct opt_list){ 0 };
	count = size = 0;
	maybe = when = (struct opt_maybe){ 0 };
	err = (struct err){ 0 };
	arena_free(&arena);
	for (; *args != NULL; args++)
		argv[argc++] = (char *)(uintptr_t)*args;
	return opt_parse(&arena, tables, argc, argv, &operand, &operands, &err);
}

#define PARSE(...) parse((const char *const[]){ __VA_ARGS__, NULL })

START_TEST(forms)
{
	ck_assert_int_eq(PARSE("-ofile"), 0);
	ck_assert_str_eq(text, "file");
	ck_assert_int_eq(PARSE("-o", "file"), 0);
	ck_assert_str_eq(text, "file");
	ck_assert_int_eq(PARSE("--output=file"), 0);
	ck_assert_str_eq(text, "file");
	ck_assert_int_eq(PARSE("--output", "file"), 0);
	ck_assert_str_eq(text, "file");
	ck_assert_int_eq(PARSE("--output=", "x"), 0);
	ck_assert_str_eq(text, "");
	ck_assert_uint_eq(operands, 1);
	ck_assert_int_eq(PARSE("-fgo", "--flag"), 0);
	ck_assert(flag && other);
	ck_assert_str_eq(text, "--flag");
	ck_assert_int_eq(PARSE("-o", "a", "--output=b"), 0);
	ck_assert_str_eq(text, "b");
}
END_TEST

START_TEST(operands_anywhere)
{
	ck_assert_int_eq(PARSE("a.csv", "-f", "-", "--", "-g", "--nothing"), 0);
	ck_assert(flag && !other);
	ck_assert_uint_eq(operands, 4);
	ck_assert_str_eq(operand[0], "a.csv");
	ck_assert_str_eq(operand[1], "-");
	ck_assert_str_eq(operand[2], "-g");
	ck_assert_str_eq(operand[3], "--nothing");
	ck_assert_ptr_null(operand[4]);
}
END_TEST

START_TEST(lists)
{
	ck_assert_int_eq(PARSE("-l", "a", "--list=b", "-lc"), 0);
	ck_assert_uint_eq(list.n, 3);
	ck_assert_str_eq(list.item[0], "a");
	ck_assert_str_eq(list.item[2], "c");
}
END_TEST

START_TEST(counts)
{
	ck_assert_int_eq(PARSE("-j4"), 0);
	ck_assert_uint_eq(count, 4);
	ck_assert_int_eq(PARSE("--jobs=18446744073709551615"), 0);
	ck_assert_uint_eq(count, UINT64_MAX);
	ck_assert_int_eq(PARSE("--jobs=18446744073709551616"), -1);
	ck_assert_int_eq(PARSE("--jobs=-1"), -1);
	ck_assert_int_eq(PARSE("--jobs= 1"), -1);
	ck_assert_int_eq(PARSE("--jobs="), -1);
	ck_assert_str_eq(err.text, "--jobs: expected a whole number, not \"\"");
	ck_assert_int_eq(err.kind, ERR_CONFIG);
}
END_TEST

START_TEST(sizes)
{
	uint64_t n;

	ck_assert(opt_size("0", &n) && n == 0);
	ck_assert(opt_size("4096", &n) && n == 4096);
	ck_assert(opt_size("64K", &n) && n == 65536);
	ck_assert(opt_size("64k", &n) && n == 65536);
	ck_assert(opt_size("1M", &n) && n == 1048576);
	ck_assert(opt_size("2G", &n) && n == (uint64_t)2 << 30);
	ck_assert(opt_size("16777215T", &n) && n == (uint64_t)16777215 << 40);
	ck_assert(!opt_size("16777216T", &n));
	ck_assert(!opt_size("K", &n));
	ck_assert(!opt_size("", &n));
	ck_assert(!opt_size("1KB", &n));
	ck_assert(!opt_size("1.5M", &n));
}
END_TEST

START_TEST(maybe_values)
{
	ck_assert_int_eq(PARSE("--summary", "file"), 0);
	ck_assert(maybe.given && maybe.value == NULL);
	ck_assert_uint_eq(operands, 1);
	ck_assert_int_eq(PARSE("--summary=file"), 0);
	ck_assert_str_eq(maybe.value, "file");
	ck_assert_int_eq(PARSE("--color"), 0);
	ck_assert(when.given && when.value == NULL);
	ck_assert_int_eq(PARSE("--color=cvs"), -1);
	ck_assert_str_eq(err.text, "--color: unknown word \"cvs\" (did you mean csv?)");
}
END_TEST

START_TEST(closed_sets)
{
	ck_assert_int_eq(PARSE("-Ttsv"), 0);
	ck_assert_str_eq(word, "tsv");
	ck_assert_int_eq(PARSE("--to=jsnl"), -1);
	ck_assert_str_eq(err.text, "--to: unknown word \"jsnl\" (did you mean jsonl?)");
	ck_assert_int_eq(PARSE("--to=parquet"), -1);
	ck_assert_str_eq(err.text, "--to: \"parquet\" is none of: csv tsv jsonl");
}
END_TEST

START_TEST(slips)
{
	ck_assert_int_eq(PARSE("--ouptut=x"), -1);
	ck_assert_str_eq(err.text, "unknown option --ouptut (did you mean --output?)");
	ck_assert_int_eq(PARSE("--max"), -1);
	ck_assert_str_eq(err.text, "unknown option --max (did you mean --max-record?)");
	ck_assert_int_eq(PARSE("--zzzzzzzz"), -1);
	ck_assert_str_eq(err.text, "unknown option --zzzzzzzz");
	ck_assert_int_eq(PARSE("-fz"), -1);
	ck_assert_str_eq(err.text, "unknown option -z");
	ck_assert_int_eq(PARSE("--flag=yes"), -1);
	ck_assert_str_eq(err.text, "--flag takes no value");
	ck_assert_int_eq(PARSE("--output"), -1);
	ck_assert_str_eq(err.text, "--output needs a value: FILE");
	ck_assert_int_eq(PARSE("-fo"), -1);
	ck_assert_str_eq(err.text, "-o needs a value: FILE");
}
END_TEST

START_TEST(help)
{
	struct buf b = { 0 };

	opt_help(&b, first);
	opt_help(&b, second);
	buf_byte(&b, '\0');
	ck_assert_str_eq(b.p,
	    "  -f, --flag                a flag\n"
	    "  -g, --other               another flag\n"
	    "  -o, --output FILE         where it goes\n"
	    "  -l, --list ITEM           one more\n"
	    "  -j, --jobs N              threads\n"
	    "      --max-record SIZE     longest record\n"
	    "      --summary[=FILE]      totals\n"
	    "      --color[=WHEN]        colour: csv tsv jsonl\n"
	    "  -T, --to FORMAT           what comes out: csv tsv jsonl\n");
	buf_free(&b);
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("opt");

	tcase_add_test(t, forms);
	tcase_add_test(t, operands_anywhere);
	tcase_add_test(t, lists);
	tcase_add_test(t, counts);
	tcase_add_test(t, sizes);
	tcase_add_test(t, maybe_values);
	tcase_add_test(t, closed_sets);
	tcase_add_test(t, slips);
	tcase_add_test(t, help);
	return unit_run("opt", t);
}
