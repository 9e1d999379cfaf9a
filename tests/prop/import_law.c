/*
 * Importing what was imported changes nothing, and every record is a lead or refused: for exports
 * nobody would write, of columns and cells as systems have them, put together by chance.
 */

#include "law.h"
#include "../import_io.h"

enum { ROUNDS = 120, COLUMNS = 9, ROWS = 12 };

#define PICK(list) list[below(sizeof list / sizeof *list)]

static const char *const names[] = { "Email", "E-Mail 2", "Work Email", "Phone", "Mobile", "Tel.",
	"First Name", "Last Name", "Name", "Full Name", "Company", "Job Title", "Country", "Land", "City",
	"Town", "Street", "Zip", "State", "Employees", "Company Size", "Annual Revenue", "Amount", "Lead Source",
	"Source", "Status", "Lead Status", "Stage", "Converted", "Created", "Create Date", "Close Date",
	"Last Modified", "Birthday", "consent", "Do Not Call", "Email Opt Out", "score", "quality", "flags",
	"original_email", "Record ID", "Contact owner", "id", "form_id", "is_test", "Notes", "", "Tags" };

static const char *const cells[] = { "", "", "N/A", "Select", "-", "a@x.example", "Ann@X.EXAMPLE",
	"a@x.example; b@y.example", "info@x.example", "bo@gmial.com", "not mail", "+44 20 7946 0958",
	"020 7946 0958 x12", "'+49 30 901820", "p:+15085550123", "4.15556E+09", "123", "Ann", "Lee",
	"Lee, Ann", "Dr. Ann van der Lee", "<test lead: dummy data for full_name>", "Germany",
	"Vereinigte Staaten", "XX", "00501", "=\"00501\"", "'", " x ", "51-200", "10,001+", "1 to 10", "May-20",
	"1.200", "1,200", "1.200,50 EUR", "$1,200.50", "12k", "45631", "45631.5", "01/02/2026", "13/02/2026",
	"02/13/2026", "2026-02-13", "2026-02-13T10:00:00+02:00", "15 Apr, 2021 00:03:00", "soon", "yes", "no",
	"TRUE", "0", "hm", "Web", "Cold Call", "fb", "newsletter", "won", "Open - Not Contacted", "MQL",
	"granted", "q,\"q\"", "two\nlines", "M\xc3\xbcller", "a;b", "[\"a\"]" };

static void
put_cell(struct buf *b, const char *cell)
{
	buf_byte(b, '"');
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			buf_byte(b, '"');
		buf_byte(b, *cell);
	}
	buf_byte(b, '"');
}

static void
make_export(struct buf *b)
{
	unsigned columns = 2 + below(COLUMNS - 1), rows = 1 + below(ROWS), i, k;
	const char *usual[COLUMNS];

	/* Most cells of a column are of one kind. */
	for (i = 0; i < columns; i++) {
		usual[i] = PICK(cells);
		buf_printf(b, "%s%s", i ? "," : "", i == 0 ? "Name" : PICK(names));
	}
	for (k = 0; k < rows; k++)
		for (i = 0; i < columns; i++) {
			buf_byte(b, i ? ',' : '\n');
			put_cell(b, below(below(2) ? 4 : 40) ? usual[i] : PICK(cells));
		}
	buf_byte(b, '\n');
}

int
main(int argc, char **argv)
{
	struct record_io once = { .read = { .from = FORMAT_CSV, .delimiter = ',' } }, twice = once;
	struct buf b = { 0 };
	const char *wrong;
	unsigned round;

	law_start(argc, argv, 20261122);
	for (round = 0; round < ROUNDS; round++) {
		b.n = 0;
		make_export(&b);
		wrong = import_io_wrong(&once, &twice, STR(""), buf_text(&b));
		if (wrong != NULL) {
			printf("%s: round %u\n%.*s---\n%.*s---\n%.*s", wrong, round, (int)b.n, b.p,
			    (int)once.out.n, once.out.p, (int)twice.out.n, twice.out.p);
			return 1;
		}
	}
	record_io_free(&once);
	record_io_free(&twice);
	buf_free(&b);
	return 0;
}
