/*
 * lead-train - learn a scoring model from leads whose outcome is known, and prove it
 */
#include <stdlib.h>

#include "cli/run.h"
#include "record/sink.h"
#include "score/measure_trial.h"
#include "score/train_model.h"
#include "score/train_proof.h"
#include "score/train_split.h"

enum { PAIRS = 6 };

static const char *outcome = "status = won", *split, *timed, *weighted, *evaluated, *report_as,
    *model_path, *drift, *baseline;
static struct opt_list drop, keep;
static uint64_t pairs = PAIRS;
static bool force;

static const char *const report_words[] = { "text", "html", NULL };
static const char *const rivals[] = { "odoo", NULL };

static const struct opt options[] = {
	OPT_TEXT(0, "outcome", &outcome, "CONDITION", "what a success is; status = won by default"),
	OPT_LIST(0, "drop-column", &drop, "NAMES", "columns that may not predict"),
	OPT_LIST(0, "keep-column", &keep, "NAMES", "columns that may, whatever they look like"),
	OPT_TEXT(0, "weight", &weighted, "COLUMN", "how much each row counts"),
	OPT_TEXT(0, "split", &split, "HOW",
	    "what is held out to measure on: time, id or every:N"),
	OPT_TEXT(0, "time", &timed, "COLUMN", "the time to split by; created_at by default"),
	OPT_COUNT(0, "pairs", &pairs, "N", "pairs of columns to learn, at most; 6 by default"),
	OPT_TEXT('m', "model", &model_path, "FILE", "write the model there"),
	OPT_TEXT(0, "evaluate", &evaluated, "MODEL", "learn nothing: measure this model"),
	OPT_TEXT(0, "drift", &drift, "FILE", "with --evaluate: how far these leads differ"),
	OPT_WORD(0, "baseline", &baseline, "RIVAL", rivals, "measure a rival too"),
	OPT_WORD(0, "report", &report_as, "FORMAT", report_words,
	    "the report on standard output, instead of the model"),
	OPT_FLAG(0, "force", &force, "write a model even if it is no better than none"),
	OPT_END
};

static const char *const examples[] = {
	"lead-train --outcome 'status = won' leads.csv > model.json",
	"learn from the past; the report goes to standard error",
	"lead-train --evaluate model.json --report text new.csv", "how good is a model?",
	"lead-train --outcome '`Converted` = 1' --drop-column Tags,Notes --report text leads.csv",
	"any file, without what was written afterwards",
	NULL
};

static const char *const formats[] = { "json", NULL };

struct plan {
	const struct condition *outcome;
	struct model *model;            /* --evaluate; else NULL */
	uint32_t id, weight;            /* slots */
	struct train_table table;
	struct measure_trial trial;     /* --evaluate */
	uint64_t unweighted;
	struct sink *saved;             /* --model; else NULL */
};

/* One more input, behind the others. */
static void
read_too(struct run *run, const char *path)
{
	size_t n = run->operands ? run->operands : 1;
	const char **operand = arena_array(&run->arena, n + 2, sizeof *operand);

	operand[0] = "-";
	if (run->operands != 0)
		memcpy(operand, run->operand, n * sizeof *operand);
	operand[n] = path;
	run->operand = operand;
	run->operands = n + 1;
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	struct place at = { .file = "--outcome" };

	run->plan = p;
	train_table_init(&p->table);
	p->table.zone = run->zone;
	p->outcome = condition_compile(&run->schema, str_of(outcome), at, err);
	if (p->outcome == NULL)
		return -1;
	p->id = UINT32_MAX;
	if (weighted != NULL)
		p->weight = schema_want(&run->schema, (struct wanted){ .name = str_of(weighted),
		    .quoted = vocab_find(str_of(weighted)) == VOCAB_FIELDS, .from = STR("--weight") });
	if (evaluated == NULL && drift != NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--drift needs --evaluate MODEL");
	if (evaluated == NULL && model_path != NULL)
		return (p->saved = run_output(run, model_path, err)) != NULL ? 0 : -1;
	if (evaluated == NULL)
		return 0;
	p->model = model_load(&run->arena, &run->schema, evaluated, err);
	if (p->model == NULL)
		return -1;
	measure_trial_init(&p->trial, p->model, drift != NULL);
	if (drift != NULL)
		read_too(run, drift);
	return 0;
}

/* The id, where there is one; a file without is no reason for a warning. */
static int
open_input(struct run *run, const struct reader *reader, size_t file, struct err *err)
{
	struct plan *p = run->plan;
	const struct shape *s = reader_shape(reader);
	bool found = s == NULL;
	uint32_t i;

	(void)err;
	for (i = 0; s != NULL && i < s->count; i++)
		found = found || vocab_find(s->label[i]) == VOCAB_ID;
	if (file == 0 && found)
		p->id = schema_want_field(&run->schema, VOCAB_ID);
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	struct plan *p = w->run->plan;
	struct model_score *score = arena_alloc(&w->run->arena, sizeof *score);

	(void)err;
	if (p->model != NULL)
		model_score_init(score, 1, &w->run->arena, p->model);
	w->data = score;
	return 0;
}

static double
weight_of(struct worker *w)
{
	struct plan *p = w->run->plan;
	struct number n;
	double weight;

	if (weighted == NULL)
		return 1;
	if (!lead_number(&w->lead, p->weight, &n) || n.units < 0)
		return -1;
	for (weight = (double)n.units; n.scale > 0; n.scale--)
		weight /= 10;
	return weight;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	enum truth came = condition_test(p->outcome, &w->lead);
	struct model_score *score = w->data;
	struct measure_case one = { .came = came == TRUTH_TRUE };
	bool is_new = drift != NULL && w->file + 1 == w->run->operands;
	double weight = weight_of(w);

	if (weight < 0)
		return run_reject(w, weighted, "not a weight, a number from 0");
	/* Not over yet, or not known, or without weight: nothing to learn from. */
	if ((came == TRUTH_UNKNOWN || weight == 0) && !is_new)
		return DROP;
	if (p->model == NULL) {
		train_table_note(&w->notes, rec, one.came, weight,
		    p->id != UINT32_MAX ? lead_text(&w->lead, p->id) : (struct str){ 0 });
		return COUNT;
	}
	model_evaluate(p->model, &w->lead, w->run->now, score);
	measure_trial_note(&p->trial, &w->notes, &one, score, is_new);
	return COUNT;
}

static int
commit(struct run *run, const struct batch *batch, struct err *err)
{
	struct plan *p = run->plan;

	if (p->model == NULL)
		return train_table_take(&p->table, batch->notes, err);
	measure_trial_take(&p->trial, batch->notes);
	return 0;
}

/* "a,b" and "c" as a, b, c; and a name with commas as it is. */
static size_t
names(struct arena *a, const struct opt_list *list, const struct str **out)
{
	size_t i, n = 0, most = 0;
	struct str rest, *name;

	for (i = 0; i < list->n; i++)
		most += strlen(list->item[i]) + 2;
	name = arena_array(a, most + 1, sizeof *name);
	for (i = 0; i < list->n; i++) {
		rest = str_of(list->item[i]);
		name[n++] = rest;
		while (str_split(&rest, ',', &name[n])) {
			name[n] = str_trim(name[n]);
			n++;
		}
	}
	*out = name;
	return n;
}

static int
check_names(const struct train_table *t, const struct str *name, size_t n, const char *option,
    struct err *err)
{
	size_t i, c;

	for (i = 0; i < n; i++) {
		for (c = 0; c < t->columns && !vocab_same(t->column[c].name, name[i]); c++)
			continue;
		if (c == t->columns && str_find(name[i], ',') == name[i].n)
			return err_set(err, ERR_CONFIG, PLACE_NONE, "%s: no column is called \"%.*s\"",
			    option, STR_ARG(name[i]));
	}
	return 0;
}

static int
plan_training(struct run *run, struct train_plan *t, struct err *err)
{
	struct plan *p = run->plan;
	const uint32_t *slot;
	size_t i, n = condition_slots(p->outcome, &slot);
	struct str *name = arena_array(&run->arena, n + 1, sizeof *name);

	for (i = 0; i < n; i++)
		name[i] = run->schema.wanted[slot[i]].name;
	*t = (struct train_plan){ .table = &p->table, .zone = run->zone, .outcome = name,
		.outcomes = n, .guard = true, .pairs = pairs };
	t->drops = names(&run->arena, &drop, &t->drop);
	t->keeps = names(&run->arena, &keep, &t->keep);
	if (check_names(&p->table, t->drop, t->drops, "--drop-column", err) != 0)
		return -1;
	return check_names(&p->table, t->keep, t->keeps, "--keep-column", err);
}

static int
check_enough(size_t rows, size_t came, struct err *err)
{
	size_t fewer = came < rows - came ? came : rows - came;

	if (fewer >= TRAIN_LEAST)
		return 0;
	return err_set(err, ERR_INPUT, PLACE_NONE, "%zu leads with the outcome and %zu without: "
	    "at least %d of each are needed", came, rows - came, TRAIN_LEAST);
}

static int
falling(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x > y ? -1 : x < y;
}

static int
write_model(struct run *run, const struct train_fit *fit, const struct measure_report *r,
    struct err *err)
{
	int64_t *score = arena_array(&run->arena, fit->rows + 1, sizeof *score);
	struct train_about about = { r->outcome, r->split, r->came, r->measure, score };
	struct plan *p = run->plan;
	struct sink *sink = p->saved != NULL ? p->saved : run->out;
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < fit->rows; i++)
		score[i] = train_fit_score(fit, i);
	qsort(score, fit->rows, sizeof *score, falling);
	train_model_write(&out, fit, &about);
	sink_write(sink, out.p, out.n);
	buf_free(&out);
	return sink_error(sink, err);
}

/* To standard output where it was asked for, else to standard error. */
static void
tell_report(struct run *run, const struct measure_report *r)
{
	struct buf out = { 0 };

	if (report_as != NULL && strcmp(report_as, "html") == 0)
		measure_html(&out, r);
	else
		measure_text(&out, r);
	if (report_as != NULL || r->fit == NULL)
		run_print(run, buf_text(&out));
	else if (!run->quiet)
		run_tell(run, buf_text(&out));
	buf_free(&out);
}

static int
report_training(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct train_plan t;
	struct train_split s;
	struct train_fit fit;
	struct measure m[] = { { .name = "this model" }, { .name = "Odoo's naive Bayes" } };
	struct measure_report r = { .outcome = str_of(outcome), .rows = p->table.rows, .measure = m,
		.measures = 1, .fit = &fit };
	size_t i;

	train_table_end(&p->table);
	for (i = 0; i < p->table.rows; i++)
		r.came += (size_t)p->table.came.p[i];
	if (check_enough(r.rows, r.came, err) != 0 || plan_training(run, &t, err) != 0 ||
	    train_split(&run->arena, &p->table, split, timed, run->zone, &s, err) != 0)
		return -1;
	t.test = s.test;
	train_fit(&run->arena, &t, TRAIN_ALL, &fit);
	t.decided = &fit;
	train_proof(&t, &m[0]);
	if (baseline != NULL)
		train_proof_odoo(&t, &m[r.measures++]);
	r.split = s.how;
	r.weeks = s.weeks;
	tell_report(run, &r);
	if (!measure_has_signal(m) && !force)
		return err_set(err, ERR_INPUT, PLACE_NONE,
		    "no better than the base rate: no model is written (--force writes one)");
	if (report_as != NULL && model_path == NULL)
		return 0;
	return write_model(run, &fit, &r, err);
}

static int
report_model(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct measure m = { .name = "this model" };
	struct measure_report r = { .outcome = str_of(outcome), .measure = &m, .measures = 1,
		.split = STR("all of them; did the model learn from any?") };

	measure_trial_count(&p->trial, &r);
	if (check_enough(r.rows, r.came, err) != 0)
		return -1;
	measure_trial_report(&p->trial, &run->arena, &m, &r);
	tell_report(run, &r);
	measure_trial_free(&p->trial);
	return 0;
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;

	return p->model != NULL ? report_model(run, err) : report_training(run, err);
}

static const struct tool lead_train = {
	.name = "lead-train",
	.brief = "learn a scoring model from leads whose outcome is known, and prove it",
	.examples = examples,
	.options = options,
	.reports = formats,
	.report_only = true,
	.plan = plan,
	.open = open_input,
	.worker = worker,
	.row = row,
	.commit = commit,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_train, argc, argv);
}
