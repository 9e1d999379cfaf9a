/*
 * cells - results of the scoring job in one form, so that they can be sorted and compared:
 * cells csv|jsonl < RESULT.  Reads what the job's programs write, and is slow and plain.
 *
 * A line for each record: its values in order, tabs between, line ends as \n; the value before
 * the last, the score, rounded to three decimals.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 32, SIZE = 4096 };

static char cell[MOST][SIZE];
static int cells;

static void
add(size_t *n, int c)
{
	if (cells < MOST && *n + 3 < SIZE) {
		if (c == '\n')
			cell[cells][(*n)++] = '\\';
		cell[cells][(*n)++] = (char)(c == '\n' ? 'n' : c);
		cell[cells][*n] = '\0';
	}
}

static void
end_cell(size_t *n)
{
	cells += cells < MOST - 1;
	*n = 0;
	cell[cells][0] = '\0';
}

static void
end_record(void)
{
	int i;

	if (cells >= 2)
		snprintf(cell[cells - 2], SIZE, "%.3f", strtod(cell[cells - 2], NULL));
	for (i = 0; i < cells; i++)
		printf("%s%c", cell[i], i + 1 < cells ? '\t' : '\n');
	cells = 0;
	cell[0][0] = '\0';
}

static void
read_csv(void)
{
	int c, quoted = 0, header = 1;
	size_t n = 0;

	while ((c = getchar()) != EOF) {
		if (c == '"' && quoted && (c = getchar()) != '"') {
			quoted = 0;
			ungetc(c, stdin);
		} else if (quoted) {
			add(&n, c);
		} else if (c == '"') {
			quoted = 1;
		} else if (c == ',' || c == '\n') {
			end_cell(&n);
			if (c == '\n' && header)
				cells = header = 0;
			else if (c == '\n')
				end_record();
		} else if (c != '\r') {
			add(&n, c);
		}
	}
}

/* Objects of texts and numbers, one a line. */
static void
read_jsonl(void)
{
	int c, quoted = 0, value = 0;
	size_t n = 0;

	while ((c = getchar()) != EOF) {
		if (quoted && c == '"') {
			quoted = 0;
		} else if (quoted) {
			if (c == '\\')
				c = (c = getchar()) == 'n' ? '\n' : c;
			if (value)
				add(&n, c);
		} else if (c == '"') {
			quoted = 1;
		} else if (c == ':') {
			value = 1;
		} else if (c == ',' || c == '}') {
			value = 0;
			end_cell(&n);
			if (c == '}')
				end_record();
		} else if (value && c != ' ' && c != '\n') {
			add(&n, c);
		}
	}
}

int
main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "jsonl") == 0)
		read_jsonl();
	else
		read_csv();
	return fflush(stdout) != 0;
}
