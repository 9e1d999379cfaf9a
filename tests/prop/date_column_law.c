/*
 * Real columns: the same 8,000 days written three ways are read as the same days once the
 * column told its order; and of 360 spellings collected for another library, those that are
 * read mean what it says (month first is its stance).  Needs LEAD_SHARED.
 */
#include <stdio.h>
#include <stdlib.h>

#include "value/date.h"

static FILE *
open_shared(const char *name)
{
	const char *shared = getenv("LEAD_SHARED");
	char path[1024];

	if (shared == NULL || *shared == '\0')
		return NULL;
	snprintf(path, sizeof path, "%s/data/%s", shared, name);
	return fopen(path, "r");
}

static void
fail(const char *what, struct str text)
{
	fprintf(stderr, "date_column: %s: %.*s\n", what, STR_ARG(text));
	exit(1);
}

static struct str
next_cell(struct str *line)
{
	struct str cell = { NULL, 0 };

	str_split(line, '\t', &cell);
	return cell;
}

static void
check_three_ways(FILE *f)
{
	struct date_evidence slash = { 0 }, dash = { 0 }, iso = { 0 };
	uint64_t rows = 0, alike = 0;
	int pass;
	char text[256];
	struct civil a, b, c;

	for (pass = 0; pass < 2; pass++) {
		rewind(f);
		if (fgets(text, sizeof text, f) == NULL)
			fail("no header", STR(""));
		while (fgets(text, sizeof text, f) != NULL) {
			struct str line = str_trim(str_of(text)), in_iso, in_dash, in_slash;

			next_cell(&line);
			in_iso = next_cell(&line);
			in_dash = next_cell(&line);
			in_slash = next_cell(&line);
			if (pass == 0) {
				rows++;
				alike += str_eq(str_slice(in_iso, 5, 7), str_slice(in_iso, 8, 10));
				date_evidence_add(&iso, in_iso);
				date_evidence_add(&dash, in_dash);
				date_evidence_add(&slash, in_slash);
			} else if (date_parse(in_iso, DATE_ORDER_NONE, &a) != DATE_OK ||
			    date_parse(in_dash, date_evidence_order(&dash), &b) != DATE_OK ||
			    date_parse(in_slash, date_evidence_order(&slash), &c) != DATE_OK ||
			    date_utc(&a) != date_utc(&b) || date_utc(&a) != date_utc(&c))
				fail("disagreement", in_iso);
		}
	}
	printf("date_column: %llu rows, %llu ambiguous\n", (unsigned long long)rows,
	    (unsigned long long)slash.ambiguous);
	/* 3,058 days are below 13; where day and month are alike, no question arises. */
	if (rows != 8000 || slash.ambiguous + alike != 3058 || iso.plain != rows ||
	    dash.day_first + dash.plain + dash.ambiguous != rows ||
	    slash.month_first + slash.plain + slash.ambiguous != rows ||
	    slash.ambiguous != dash.ambiguous)
		fail("miscounted", STR(""));
}

/* Theirs is "2006-01-02 15:04:05.999 +0000 UTC". */
static void
check_spelling(struct str text, struct str theirs, unsigned count[3])
{
	enum date_result result = date_parse(text, DATE_MONTH_FIRST, &(struct civil){ 0 });
	struct civil ours, expected;

	if (date_parse(text, DATE_ORDER_NONE, &ours) == DATE_AMBIGUOUS)
		result = DATE_AMBIGUOUS;
	count[result]++;
	if (result == DATE_NO)
		return;
	if (str_search(text, STR("UTC-05")) != SIZE_MAX)        /* they drop that offset */
		return;
	if (date_parse(text, DATE_MONTH_FIRST, &ours) != DATE_OK)
		fail("ambiguous, yet the order does not help", text);
	theirs = str_slice(theirs, 0, theirs.n - 4);
	if (!date_parse_iso(theirs, &expected) || date_utc(&ours) != date_utc(&expected) ||
	    ours.nanosecond != expected.nanosecond)
		fail("misread", text);
}

static void
check_spellings(FILE *f)
{
	unsigned count[3] = { 0 };
	char text[512];

	while (fgets(text, sizeof text, f) != NULL) {
		struct str line = str_slice(str_of(text), 0, strlen(text) - 1);
		struct str spelling = next_cell(&line), theirs = next_cell(&line);

		if (str_ends(theirs, STR(" UTC")))
			check_spelling(spelling, theirs, count);
	}
	printf("date_column: %u spellings read, %u ambiguous, %u refused\n", count[DATE_OK],
	    count[DATE_AMBIGUOUS], count[DATE_NO]);
	/* Refused are zones by abbreviation, weekdays that are wrong, months and years alone,
	 * 03:14:2026, bare numbers of seconds, Chinese, and Go's m=+0.000000001. */
	if (count[DATE_OK] + count[DATE_AMBIGUOUS] < 254)
		fail("fewer spellings than before", STR(""));
}

int
main(void)
{
	FILE *olist = open_shared("leads/olist/dates-three-ways.tsv");
	FILE *suite = open_shared("suites/dates_araddon.tsv");

	if (olist == NULL || suite == NULL) {
		printf("date_column: no data in LEAD_SHARED\n");
		return 77;
	}
	check_three_ways(olist);
	check_spellings(suite);
	fclose(olist);
	fclose(suite);
	return 0;
}
