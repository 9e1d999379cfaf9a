/*
 * lead-score - add a score, a grade and the reasons to every lead
 */
#include "cli/run.h"
#include "score/best.h"
#include "score/compare.h"
#include "score/explain.h"
#include "score/forecast.h"
#include "score/model_check.h"
#include "score/odd.h"
#include "score/what_if.h"

/* --top: not given. */
#define ALL UINT64_MAX

static const char *model_path, *other_path, *check_path;
static uint64_t top = ALL;
static bool what_if;

static const struct opt options[] = {
	OPT_TEXT('m', "model", &model_path, "FILE", "the scoring model; b2b and b2c are built in"),
	OPT_TEXT(0, "compare", &other_path, "FILE",
	    "only leads whose grade that model would change, and by which rules"),
	OPT_COUNT(0, "top", &top, "N", "only the N best, best first"),
	OPT_FLAG(0, "what-if", &what_if, "the cheapest change that would reach the next grade"),
	OPT_TEXT(0, "check-model", &check_path, "FILE",
	    "what is wrong with this model, and of what it wants in the input? status 1 when anything"),
	OPT_END
};

static const char *const examples[] = {
	"lead-score leads.csv > scored.csv", "with the built-in model for selling to firms",
	"lead-score -m model.json --explain leads.csv", "with your own, and the reasons",
	"lead-score -m model.json -c +group.intent leads.csv", "with the points of a group besides",
	"lead-score --top 20 leads.csv", "the best to call today",
	"lead-score --why 100457 leads.csv > /dev/null", "how one lead came to its score",
	"lead-score --compare new.json leads.csv", "whose grade another model would change",
	"lead-score --what-if leads.csv", "what would have to happen for the next grade",
	"lead-score --check-model new.json leads.csv", "rules that never fire, grades out of reach",
	NULL
};

/* The columns there are to fill, in order; those a run has no use for are left out. */
enum { SCORE, FIT, ENGAGEMENT, GRADE, PROBABILITY, REASONS, FALLS, NEXT, WHAT_IF, OTHER_SCORE,
	OTHER_GRADE, CHANGES, COLUMNS };
static const char *const column_name[COLUMNS] = { "score", "fit", "engagement", "grade",
	"probability", "score_reasons", "grade_falls_at", "next_grade", "what_if", "other_score",
	"other_grade", "score_changes" };

struct plan {
	struct model *model, *other;    /* other: of --compare, or NULL */
	size_t fit, engagement;         /* groups, or SIZE_MAX */
	uint32_t own[COLUMNS];          /* number of the column, or UINT32_MAX */
	uint32_t *group;                /* the same of each group's, "group.NAME" */
	bool groups;                    /* any of those is asked for */
	bool more;                      /* than the first four columns */
	uint32_t id;                    /* slot, for --why */
};

/* What a thread needs for one lead, and sums. */
struct scores {
	struct model_score score[LEAD_ROWS], other[LEAD_ROWS];
	struct odd odd;
	struct explain *explain;
	struct forecast *forecast;
	uint64_t leads, *acted;         /* --check-model: by rule */
};

struct sums {
	struct best best;
	struct odd odd;
	uint64_t leads, *acted, *seen;
};

/* What is done with the leads; at most one thing. */
static int
read_modes(struct run *run, struct err *err)
{
	if (check_path != NULL && model_path != NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--check-model names the model; --model names another");
	if (check_path != NULL && (other_path != NULL || top != ALL || what_if || run->explain ||
	    run->why.n != 0))
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--check-model writes no leads: "
		    "none of --compare, --explain, --top, --what-if, --why goes with it");
	if (top == 0)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--top: expected one or more");
	run->rowless = check_path != NULL;
	return 0;
}

/* The groups that --columns names. */
static void
offer_groups(struct run *run, struct plan *p)
{
	size_t n = model_groups(p->model), i;
	struct str *name = arena_array(&run->arena, n, sizeof *name);

	p->group = arena_array(&run->arena, n, sizeof *p->group);
	for (i = 0; i < n; i++)
		name[i] = arena_printf(&run->arena, "group.%.*s", STR_ARG(model_group_name(p->model, i)));
	run_offer(run, name, (uint32_t)n, p->group);
	for (i = 0; i < n; i++)
		p->groups = p->groups || p->group[i] != UINT32_MAX;
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	const char **columns = arena_array(&run->arena, COLUMNS + 1, sizeof *columns);
	struct sums *sum;
	uint32_t i, n = 0;

	run->plan = p;
	run->sum = sum = arena_alloc(&run->arena, sizeof *sum);
	sum->best.most = top;
	if (read_modes(run, err) != 0)
		return -1;
	p->model = model_load(&run->arena, &run->schema, check_path ? check_path : model_path, err);
	if (p->model == NULL)
		return -1;
	odd_init(&sum->odd, &run->arena, p->model);
	if (what_if && !model_has_grades(p->model))
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--what-if: the model has no grades");
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
		[FALLS] = run->explain && grades, [NEXT] = what_if, [WHAT_IF] = what_if,
		[OTHER_SCORE] = compare, [OTHER_GRADE] = compare, [CHANGES] = compare };
	for (i = 0; i < COLUMNS; i++) {
		p->own[i] = has[i] ? n : UINT32_MAX;
		if (has[i])
			columns[n++] = column_name[i];
	}
	run_columns(run, columns);
	offer_groups(run, p);
	p->more = check_path != NULL || has[PROBABILITY] || p->groups || run->explain || what_if ||
	    run->why.n != 0 || compare || top != ALL;
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct plan *p = w->run->plan;
	struct scores *s = arena_alloc(&w->run->arena, sizeof *s);

	(void)err;
	odd_init(&s->odd, &w->run->arena, p->model);
	s->acted = arena_array(&w->run->arena, model_rules(p->model), sizeof *s->acted);
	s->explain = explain_new(&w->run->arena, p->model, &w->run->schema);
	s->forecast = forecast_new(&w->run->arena, p->model);
	model_score_init(s->score, LEAD_ROWS, &w->run->arena, p->model);
	if (p->other != NULL)
		model_score_init(s->other, LEAD_ROWS, &w->run->arena, p->other);
	w->data = s;
	return 0;
}

static void
tell_why(struct worker *w, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;
	struct buf b = { 0 };

	buf_printf(&b, "%.*s\n", STR_ARG(lead_text(&w->lead, p->id)));
	explain_table(p->model, score, &w->lead,
	    forecast_fall(s->forecast, &w->lead, w->run->now, score), &b);
	run_trace(w, buf_text(&b));
	buf_free(&b);
}

/* False when both models give the same grade. */
static bool
compare(const struct plan *p, struct record *rec, const struct model_score *score,
    const struct model_score *other)
{
	const struct str *item;
	size_t items;

	if (str_eq(score->grade, other->grade))
		return false;
	record_set_number(rec, p->own[OTHER_SCORE], CELL_POINTS, other->total);
	record_set_text(rec, p->own[OTHER_GRADE], other->grade);
	items = compare_items(p->model, score, p->other, other, rec->scratch, &item);
	record_set_list(rec, p->own[CHANGES], item, items);
	return true;
}

static void
explain(struct worker *w, struct record *rec, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;
	bool plain;
	struct str reasons = explain_reasons(s->explain, score, &w->lead, &plain);
	instant falls = forecast_fall(s->forecast, &w->lead, w->run->now, score);

	record_set_joined(rec, p->own[REASONS], reasons, plain);
	if (falls != INSTANT_NONE)
		record_set_number(rec, p->own[FALLS], CELL_TIME, falls);
}

static void
tell_what_if(struct worker *w, struct record *rec, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	const struct str *item;
	struct str grade;
	size_t items = what_if_items(p->model, score, &w->lead, rec->scratch, &item, &grade);

	record_set_text(rec, p->own[NEXT], grade);
	record_set_list(rec, p->own[WHAT_IF], item, items);
}

static bool
ahead(struct worker *w)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;

	model_evaluate(p->model, &w->lead, w->run->now, s->score);
	odd_look(&s->odd, p->model, s->score, &w->lead);
	if (p->other != NULL)
		model_evaluate(p->other, &w->lead, w->run->now, s->other);
	return false;
}

/* What most runs do not ask for. */
static __attribute__((noinline)) enum verdict
tell_more(struct worker *w, struct record *rec, const struct model_score *score)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;
	size_t i;

	if (check_path != NULL) {
		s->leads++;
		model_check_lead(p->model, score, s->acted);
		return COUNT;
	}
	if (p->own[PROBABILITY] != UINT32_MAX)
		record_set_number(rec, p->own[PROBABILITY], CELL_POINTS,
		    (int64_t)(model_probability(p->model, score->total) * 1000 + 0.5));
	for (i = 0; p->groups && i < model_groups(p->model); i++)
		if (p->group[i] != UINT32_MAX)
			record_set_number(rec, p->group[i], CELL_POINTS, model_group(score, i));
	if (w->run->explain)
		explain(w, rec, score);
	if (what_if)
		tell_what_if(w, rec, score);
	if (run_asked(w, p->id))
		tell_why(w, score);
	if (p->other != NULL && !compare(p, rec, score, &s->other[lead_row(&w->lead)]))
		return DROP;
	if (top != ALL)
		buf_add(&w->notes, &score->total, sizeof score->total);
	return KEEP;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct scores *s = w->data;
	const struct model_score *score = &s->score[lead_row(&w->lead)];

	record_set_number(rec, p->own[SCORE], CELL_POINTS, score->total);
	if (p->fit != SIZE_MAX)
		record_set_number(rec, p->own[FIT], CELL_POINTS, model_group(score, p->fit));
	if (p->engagement != SIZE_MAX)
		record_set_number(rec, p->own[ENGAGEMENT], CELL_POINTS, model_group(score, p->engagement));
	if (p->own[GRADE] != UINT32_MAX)
		record_set_text(rec, p->own[GRADE], score->grade);
	return p->more ? tell_more(w, rec, score) : KEEP;
}

/* Without --top rows go out as they come. */
static int
commit(struct run *run, const struct batch *batch, struct err *err)
{
	struct sums *sum = run->sum;
	const int64_t *score = (const int64_t *)(const void *)batch->notes.p;
	size_t i;

	(void)err;
	if (top == ALL)
		run_pass(run, batch);
	for (i = 0; top != ALL && i < batch->kept; i++)
		best_offer(&sum->best, score[i],
		    str_slice(batch->out, i ? batch->row[i - 1] : 0, batch->row[i]));
	return 0;
}

static void
merge(struct run *run, const struct worker *w)
{
	struct plan *p = run->plan;
	struct scores *s = w->data;
	struct sums *sum = run->sum;
	size_t i;

	odd_add(&sum->odd, &s->odd);
	sum->leads += s->leads;
	if (sum->acted == NULL) {
		sum->acted = arena_array(&run->arena, model_rules(p->model), sizeof *sum->acted);
		sum->seen = arena_array(&run->arena, run->schema.count, sizeof *sum->seen);
	}
	for (i = 0; i < model_rules(p->model); i++)
		sum->acted[i] += s->acted[i];
	for (i = 0; i < run->schema.count; i++)
		sum->seen[i] += w->lead.seen[i];
}

static void
report_check(struct run *run)
{
	struct plan *p = run->plan;
	struct sums *sum = run->sum;
	struct buf out = { 0 };
	size_t found = model_check(p->model, check_path, &out);

	if (sum->leads != 0)
		found += model_check_leads(p->model, &run->schema, sum->seen, sum->acted, sum->leads,
		    &out);
	run_print(run, buf_text(&out));
	buf_free(&out);
	run_total(run, "findings", found);
	if (found != 0)
		run_found(run);
}

static void
report_best(struct run *run, struct best *best)
{
	size_t i;

	best_sort(best);
	for (i = 0; i < best->n; i++)
		run_write(run, buf_text(&best->row[i].text), 1);
	run_count(run, RUN_FILTERED, best->offered - best->n);
	best_free(best);
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct sums *sum = run->sum;
	struct place at;
	struct str text;
	size_t i;

	(void)err;
	for (i = 0; i < sum->odd.rules; i++) {
		text = odd_text(&sum->odd, p->model, &run->schema, i, &run->arena, &at);
		if (text.n != 0)
			run_warn(run, at, "odd", "%.*s", STR_ARG(text));
	}
	if (check_path != NULL)
		report_check(run);
	report_best(run, &sum->best);
	return 0;
}

static const struct named_settings settings[] = { { "b2b", b2b_json }, { "b2c", b2c_json }, { 0 } };

static const struct tool lead_score = {
	.name = "lead-score",
	.brief = "add a score, a grade and the reasons to every lead",
	.examples = examples,
	.options = options,
	.explains = true,
	.default_settings = b2b_json,
	.settings = settings,
	.question = &check_path,
	.schema = model_schema_json,
	.plan = plan,
	.worker = worker,
	.ahead = ahead,
	.row = row,
	.commit = commit,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_score, argc, argv);
}
