/*
 * lead-score - add a score, a grade and the reasons to every lead
 */
#include "cli/run.h"
#include "score/best.h"
#include "score/compare.h"
#include "score/explain.h"
#include "score/forecast.h"

static const char *model_path, *other_path;
static uint64_t top;

static const struct opt options[] = {
	OPT_TEXT('m', "model", &model_path, "FILE", "the scoring model; b2b and b2c are built in"),
	OPT_TEXT(0, "compare", &other_path, "FILE",
	    "only leads whose grade that model would change, and by which rules"),
	OPT_COUNT(0, "top", &top, "N", "only the N best, best first"),
	OPT_END
};

static const char *const examples[] = {
	"lead-score leads.csv > scored.csv", "with the built-in model for selling to firms",
	"lead-score -m model.json --explain leads.csv", "with your own, and the reasons",
	"lead-score --top 20 leads.csv", "the best to call today",
	"lead-score --why 100457 leads.csv > /dev/null", "how one lead came to its score",
	"lead-score --compare new.json leads.csv", "whose grade another model would change",
	NULL
};

/* The columns there are to fill, in order; those a run has no use for are left out. */
enum { SCORE, FIT, ENGAGEMENT, GRADE, PROBABILITY, REASONS, FALLS, OTHER_SCORE, OTHER_GRADE, CHANGES,
	COLUMNS };
static const char *const column_name[COLUMNS] = { "score", "fit", "engagement", "grade",
	"probability", "score_reasons", "grade_falls_at", "other_score", "other_grade",
	"score_changes" };

struct plan {
	struct model *model, *other;    /* other: of --compare, or NULL */
	size_t fit, engagement;         /* groups, or SIZE_MAX */
	uint32_t own[COLUMNS];          /* number of the column, or UINT32_MAX */
	uint32_t id;                    /* slot, for --why */
};

/* What a thread needs for one lead. */
struct scores {
	struct model_score score, other;
};

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	const char **columns = arena_array(&run->arena, COLUMNS + 1, sizeof *columns);
	struct best *best;
	uint32_t i, n = 0;

	run->plan = p;
	run->sum = best = arena_alloc(&run->arena, sizeof *best);
	best->most = top;
	p->model = model_load(&run->arena, &run->schema, model_path, err);
	if (p->model == NULL)
		return -1;
	if (other_path != NULL &&
	    (p->other = model_load(&run->arena, &run->schema, other_path, err)) == NULL)
		return -1;
	p->fit = model_group_find(p->model, STR("fit"));
	p->engagement = model_group_find(p->model, STR("engagement"));
	p->id = schema_want_field(&run->schema, VOCAB_ID);
	bool grades = model_has_grades(p->model), compare = p->other != NULL;
	bool has[COLUMNS] = { [SCORE] = true, [FIT] = p->fit != SIZE_MAX,
		[ENGAGEMENT] = p->engagement != SIZE_MAX, [GRADE] = grades,
		[PROBABILITY] = model_has_probability(p->model), [REASONS] = run->explain,
		[FALLS] = run->explain && grades, [OTHER_SCORE] = compare, [OTHER_GRADE] = compare,
		[CHANGES] = compare };
	for (i = 0; i < COLUMNS; i++) {
		p->own[i] = has[i] ? n : UINT32_MAX;
		if (has[i])
			columns[n++] = column_name[i];
	}
	run_columns(run, columns);
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct plan *p = w->run->plan;
	struct scores *s = arena_alloc(&w->run->arena, sizeof *s);

	(void)err;
	model_score_init(&s->score, &w->run->arena, p->model);
	if (p->other != NULL)
		model_score_init(&s->other, &w->run->arena, p->other);
	w->data = s;
	return 0;
}

static void
tell_why(struct worker *w, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	struct buf b = { 0 };
	instant falls = forecast_fall(p->model, &w->lead, w->run->now, score);

	buf_printf(&b, "%.*s\n", STR_ARG(lead_text(&w->lead, p->id)));
	explain_table(p->model, score, &w->lead, &b);
	if (falls != INSTANT_NONE) {
		buf_str(&b, STR("  the grade falls at "));
		date_print(&b, falls);
		buf_str(&b, STR(" if nothing happens\n"));
	}
	run_trace(w, buf_text(&b));
	buf_free(&b);
}

/* False when both models give the same grade. */
static bool
compare(struct worker *w, struct record *rec, struct scores *s)
{
	struct plan *p = w->run->plan;
	const struct str *item;
	size_t items;

	model_evaluate(p->other, &w->lead, w->run->now, &s->other);
	if (str_eq(s->score.grade, s->other.grade))
		return false;
	record_set_number(rec, p->own[OTHER_SCORE], CELL_POINTS, s->other.total);
	record_set_text(rec, p->own[OTHER_GRADE], s->other.grade);
	items = compare_items(p->model, &s->score, p->other, &s->other, rec->scratch, &item);
	record_set_list(rec, p->own[CHANGES], item, items);
	return true;
}

static void
explain(struct worker *w, struct record *rec, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	const struct str *item;
	size_t items = explain_items(p->model, score, &w->lead, rec->scratch, &item);
	instant falls;

	record_set_list(rec, p->own[REASONS], item, items);
	falls = forecast_fall(p->model, &w->lead, w->run->now, score);
	if (falls != INSTANT_NONE)
		record_set_number(rec, p->own[FALLS], CELL_TIME, falls);
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;
	const struct model_score *score = &s->score;

	model_evaluate(p->model, &w->lead, w->run->now, &s->score);
	record_set_number(rec, p->own[SCORE], CELL_POINTS, score->total);
	if (p->fit != SIZE_MAX)
		record_set_number(rec, p->own[FIT], CELL_POINTS, score->group[p->fit]);
	if (p->engagement != SIZE_MAX)
		record_set_number(rec, p->own[ENGAGEMENT], CELL_POINTS, score->group[p->engagement]);
	if (p->own[GRADE] != UINT32_MAX)
		record_set_text(rec, p->own[GRADE], score->grade);
	if (p->own[PROBABILITY] != UINT32_MAX)
		record_set_number(rec, p->own[PROBABILITY], CELL_POINTS,
		    (int64_t)(model_probability(p->model, score->total) * 1000 + 0.5));
	if (w->run->explain)
		explain(w, rec, score);
	if (w->run->why.n != 0 && str_eq(lead_text(&w->lead, p->id), w->run->why))
		tell_why(w, score);
	if (p->other != NULL && !compare(w, rec, s))
		return DROP;
	if (top != 0)
		buf_add(&w->notes, &score->total, sizeof score->total);
	return KEEP;
}

/* Without --top rows go out as they come. */
static int
commit(struct run *run, const struct batch *batch, struct err *err)
{
	struct best *best = run->sum;
	const int64_t *score = (const int64_t *)(const void *)batch->notes.p;
	size_t i;

	(void)err;
	if (top == 0)
		run_write(run, batch->out, batch->kept);
	for (i = 0; top != 0 && i < batch->kept; i++)
		best_offer(best, score[i],
		    str_slice(batch->out, i ? batch->row[i - 1] : 0, batch->row[i]));
	return 0;
}

static int
report(struct run *run, struct err *err)
{
	struct best *best = run->sum;
	size_t i;

	(void)err;
	best_sort(best);
	for (i = 0; i < best->n; i++)
		run_write(run, buf_text(&best->row[i].text), 1);
	run_count(run, RUN_FILTERED, best->offered - best->n);
	best_free(best);
	return 0;
}

static const struct named_settings settings[] = { { "b2b", b2b_json }, { "b2c", b2c_json }, { 0 } };

static const struct tool lead_score = {
	.name = "lead-score",
	.brief = "add a score, a grade and the reasons to every lead",
	.examples = examples,
	.options = options,
	.default_settings = b2b_json,
	.settings = settings,
	.schema = model_schema_json,
	.plan = plan,
	.worker = worker,
	.row = row,
	.commit = commit,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_score, argc, argv);
}
