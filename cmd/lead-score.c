/*
 * lead-score - add a score, a grade and the reasons to every lead
 */
#include "cli/run.h"
#include "score/explain.h"

static const char *model_path;

static const struct opt options[] = {
	OPT_TEXT('m', "model", &model_path, "FILE", "the scoring model; b2b and b2c are built in"),
	OPT_END
};

static const char *const examples[] = {
	"lead-score leads.csv > scored.csv", "with the built-in model for selling to firms",
	"lead-score -m model.json --explain leads.csv", "with your own, and the reasons",
	"lead-score --why 100457 leads.csv > /dev/null", "how one lead came to its score",
	NULL
};

/* The columns a model can fill, in order; those it has no use for are left out. */
enum { SCORE, FIT, ENGAGEMENT, GRADE, PROBABILITY, REASONS, COLUMNS };
static const char *const column_name[COLUMNS] = { "score", "fit", "engagement", "grade",
	"probability", "score_reasons" };

struct plan {
	struct model *model;
	size_t fit, engagement;         /* groups, or SIZE_MAX */
	uint32_t own[COLUMNS];          /* number of the column, or UINT32_MAX */
	uint32_t id;                    /* slot, for --why */
};

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	const char **columns = arena_array(&run->arena, COLUMNS + 1, sizeof *columns);
	uint32_t i, n = 0;

	p->model = model_load(&run->arena, &run->schema, model_path, err);
	if (p->model == NULL)
		return -1;
	p->fit = model_group_find(p->model, STR("fit"));
	p->engagement = model_group_find(p->model, STR("engagement"));
	p->id = schema_want_field(&run->schema, VOCAB_ID);
	bool has[COLUMNS] = { [SCORE] = true, [FIT] = p->fit != SIZE_MAX,
		[ENGAGEMENT] = p->engagement != SIZE_MAX, [GRADE] = model_has_grades(p->model),
		[PROBABILITY] = model_has_probability(p->model), [REASONS] = run->explain };
	for (i = 0; i < COLUMNS; i++) {
		p->own[i] = has[i] ? n : UINT32_MAX;
		if (has[i])
			columns[n++] = column_name[i];
	}
	run_columns(run, columns);
	run->plan = p;
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct plan *p = w->run->plan;
	struct model_score *score = arena_alloc(&w->run->arena, sizeof *score);

	(void)err;
	model_score_init(score, &w->run->arena, p->model);
	w->data = score;
	return 0;
}

/* The share as text, three decimals, exact for the eye and the same everywhere. */
static void
set_probability(struct record *rec, uint32_t own, double share)
{
	record_set_number(rec, own, CELL_POINTS, (int64_t)(share * 1000 + 0.5));
}

static void
tell_why(struct worker *w, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	struct buf b = { 0 };

	buf_printf(&b, "%.*s\n", STR_ARG(lead_text(&w->lead, p->id)));
	explain_table(p->model, score, &w->lead, &b);
	run_trace(w, buf_text(&b));
	buf_free(&b);
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct model_score *score = w->data;
	const struct str *item;
	size_t items;

	model_evaluate(p->model, &w->lead, w->run->now, score);
	record_set_number(rec, p->own[SCORE], CELL_POINTS, score->total);
	if (p->fit != SIZE_MAX)
		record_set_number(rec, p->own[FIT], CELL_POINTS, score->group[p->fit]);
	if (p->engagement != SIZE_MAX)
		record_set_number(rec, p->own[ENGAGEMENT], CELL_POINTS, score->group[p->engagement]);
	if (p->own[GRADE] != UINT32_MAX)
		record_set_text(rec, p->own[GRADE], score->grade);
	if (p->own[PROBABILITY] != UINT32_MAX)
		set_probability(rec, p->own[PROBABILITY], model_probability(p->model, score->total));
	if (w->run->explain) {
		items = explain_items(p->model, score, &w->lead, rec->scratch, &item);
		record_set_list(rec, p->own[REASONS], item, items);
	}
	if (w->run->why.n != 0 && str_eq(lead_text(&w->lead, p->id), w->run->why))
		tell_why(w, score);
	return KEEP;
}

static const struct tool lead_score = {
	.name = "lead-score",
	.brief = "add a score, a grade and the reasons to every lead",
	.examples = examples,
	.options = options,
	.default_settings = b2b_json,
	.plan = plan,
	.worker = worker,
	.row = row,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_score, argc, argv);
}
