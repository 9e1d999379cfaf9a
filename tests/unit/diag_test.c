/* diag: what reaches standard error, byte for byte. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"
#include "cli/diag.h"

static char said[8192];
static int before = -1;
static FILE *file;

/* Standard error goes to a file between these two; what it got is in said[]. */
static void
listen_in(void)
{
	file = tmpfile();
	before = dup(STDERR_FILENO);
	dup2(fileno(file), STDERR_FILENO);
}

static const char *
heard(void)
{
	ssize_t n;

	dup2(before, STDERR_FILENO);
	close(before);
	n = pread(fileno(file), said, sizeof said - 1, 0);
	said[n < 0 ? 0 : n] = '\0';
	fclose(file);
	return said;
}

START_TEST(places)
{
	struct diag d;

	diag_init(&d, "lead-score");
	listen_in();
	diag_say(&d, PLACE_NONE, STR("no model"));
	diag_say(&d, (struct place){ "a.csv", 0, 0 }, STR("empty"));
	diag_say(&d, (struct place){ "a.csv", 17, 0 }, STR("odd"));
	diag_say(&d, (struct place){ "a.csv", 17, 42 }, STR("annual_revenue: not an amount"));
	ck_assert_str_eq(heard(),
	    "lead-score: no model\n"
	    "lead-score: a.csv: empty\n"
	    "lead-score: a.csv:17: odd\n"
	    "lead-score: a.csv:17:42: annual_revenue: not an amount\n");
	diag_free(&d);
}
END_TEST

START_TEST(nothing_raw)
{
	struct diag d;

	diag_init(&d, "t");
	listen_in();
	diag_say(&d, (struct place){ "a\033[2J.csv", 1, 1 }, STR("x\ny\xff\xe2\x80\xae"));
	diag_tell(&d, STR("one\n\ttwo\a\n"));
	ck_assert_str_eq(heard(),
	    "t: a\\x1b[2J.csv:1:1: x\\x0ay\\xff\\u{202e}\n"
	    "one\n\\x09two\\x07\n");
	diag_free(&d);
}
END_TEST

START_TEST(three_of_a_kind)
{
	struct diag d;
	int i;

	diag_init(&d, "t");
	listen_in();
	for (i = 0; i < 1207; i++)
		diag_complain(&d, STR("quote"), PLACE_NONE, STR("a quote"));
	for (i = 0; i < 3; i++)
		diag_complain(&d, STR("nul"), PLACE_NONE, STR("a NUL"));
	diag_rest(&d);
	ck_assert_str_eq(heard(),
	    "t: a quote\nt: a quote\nt: a quote\n"
	    "t: a NUL\nt: a NUL\nt: a NUL\n"
	    "t: quote: … and 1,204 more\n");
	diag_free(&d);
}
END_TEST

/* However the complaints are cut into batches, the same lines come out. */
START_TEST(held_is_the_same)
{
	static const char *const kinds[] = { "a", "b", "c", "d" };
	char direct[sizeof said];
	int cut, i;

	for (cut = 0; cut < 12; cut++) {
		struct diag d;
		struct diag_held h = { 0 };

		diag_init(&d, "t");
		listen_in();
		for (i = 0; i < 40; i++) {
			const char *kind = kinds[i * 7 / 5 % 4];
			struct place at = { "f", (uint64_t)i + 1, 0 };

			if (cut == 0)
				diag_complain(&d, str_of(kind), at, str_of(kind));
			else
				diag_hold(&h, str_of(kind), at, str_of(kind));
			if (cut != 0 && i % cut == 0)
				diag_release(&d, &h);
		}
		if (cut != 0)
			diag_release(&d, &h);
		diag_rest(&d);
		heard();
		if (cut == 0)
			strcpy(direct, said);
		else
			ck_assert_str_eq(said, direct);
		diag_free(&d);
		diag_held_free(&h);
	}
}
END_TEST

START_TEST(quiet)
{
	struct diag d;
	struct diag_held h = { 0 };
	struct err e = { .kind = ERR_INPUT, .text = "too bad" };
	int i;

	diag_init(&d, "t");
	d.quiet = true;
	listen_in();
	diag_complain(&d, STR("a"), PLACE_NONE, STR("a"));
	for (i = 0; i < 5; i++)
		diag_hold(&h, STR("b"), PLACE_NONE, STR("b"));
	diag_release(&d, &h);
	diag_rest(&d);
	diag_error(&d, &e);
	ck_assert_str_eq(heard(), "t: too bad\n");
	diag_free(&d);
	diag_held_free(&h);
}
END_TEST

/* Neither a closed stderr nor a pipe nobody reads ends the program. */
START_TEST(nobody_listens)
{
	struct diag d;
	int ends[2];

	diag_init(&d, "t");
	before = dup(STDERR_FILENO);
	close(STDERR_FILENO);
	diag_say(&d, PLACE_NONE, STR("closed"));
	ck_assert_int_eq(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[0]);
	diag_say(&d, PLACE_NONE, STR("broken"));
	dup2(before, STDERR_FILENO);
	close(before);
	diag_free(&d);
}
END_TEST

START_TEST(counts)
{
	static const struct { uint64_t n; const char *text; } rows[] = {
		{ 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 1204567, "1,204,567" },
		{ 100000, "100,000" }, { UINT64_MAX, "18,446,744,073,709,551,615" }
	};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = { 0 };

		diag_count(&b, rows[i].n);
		ck_assert(str_is(buf_text(&b), rows[i].text));
		buf_free(&b);
	}
}
END_TEST

int
main(void)
{
	TCase *t = tcase_create("diag");

	tcase_add_test(t, places);
	tcase_add_test(t, nothing_raw);
	tcase_add_test(t, three_of_a_kind);
	tcase_add_test(t, held_is_the_same);
	tcase_add_test(t, quiet);
	tcase_add_test(t, nobody_listens);
	tcase_add_test(t, counts);
	return unit_run("diag", t);
}
