/*
 * lead-qualify - say which leads are qualified, which are not, and what to ask the others
 */
#include "cli/run.h"
#include "qualify/policy.h"

static const char *policy_path, *only, *framework;

static const struct opt options[] = {
	OPT_TEXT('p', "policy", &policy_path, "FILE", "the policy; one for B2B with BANT is built in"),
	OPT_WORD(0, "framework", &framework, "NAME", policy_framework_name,
	    "show evidence as bant, champ, meddic or anum does"),
	OPT_TEXT(0, "only", &only, "LEVELS", "only leads of these levels: sql,mql"),
	OPT_END
};

static const char *const examples[] = {
	"lead-score leads.csv | lead-qualify", "levels, temperature, what is missing",
	"lead-qualify --only sql,mql scored.csv", "only the qualified",
	"lead-qualify --why 100457 scored.csv > /dev/null", "how one lead came to its level",
	NULL
};

/* The last is only there where the policy recycles. */
enum { QUALIFICATION, TEMPERATURE, CATEGORY, MISSING, NEXT_QUESTION, ICP, PERSONA, REASONS, FOLLOW_UP,
	COLUMNS };
static const char *const column_name[COLUMNS] = { "qualification", "temperature", "category",
	"missing", "next_question", "icp", "persona", "qualify_reasons", "next_follow_up_at" };

enum { MOST_MISSING = 16 };

struct plan {
	struct policy *policy;
	uint32_t id;                    /* slot, for --why */
	bool wanted[POLICY_LEVELS];     /* --only */
};

struct sums {
	uint64_t level[POLICY_LEVELS];
};

static int
read_only_list(struct plan *p, struct err *err)
{
	struct str rest = str_of(only), word;
	size_t i;

	for (i = 0; i < POLICY_LEVELS; i++)
		p->wanted[i] = only == NULL;
	while (only != NULL && str_split(&rest, ',', &word)) {
		word = str_trim(word);
		for (i = 0; i < POLICY_LEVELS && !str_eq_nocase(word, str_of(policy_level_name[i])); i++)
			continue;
		if (i == POLICY_LEVELS) {
			const char *nearest = str_nearest(word, policy_level_name);

			return err_set(err, ERR_CONFIG, PLACE_NONE, "--only: no level \"%.*s\"%s%s%s",
			    STR_ARG(word), nearest ? "; did you mean \"" : "; there are disqualified, "
			    "unqualified, undecided, iql, mql, sql", nearest ? nearest : "",
			    nearest ? "\"?" : "");
		}
		p->wanted[i] = true;
	}
	return 0;
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	const char *columns[COLUMNS + 1] = { NULL };

	run->plan = p;
	run->sum = arena_alloc(&run->arena, sizeof(struct sums));
	p->id = schema_want_field(&run->schema, VOCAB_ID);
	if (read_only_list(p, err) != 0)
		return -1;
	p->policy = policy_load(&run->arena, &run->schema, policy_path, err);
	if (p->policy == NULL)
		return -1;
	if (framework != NULL)
		policy_view(p->policy, framework);
	memcpy(columns, column_name, sizeof column_name);
	if (!policy_recycles(p->policy))
		columns[FOLLOW_UP] = NULL;
	run_columns(run, columns);
	return 0;
}

static int
worker(struct worker *w, struct err *err)
{
	(void)err;
	w->sum = arena_alloc(&w->run->arena, sizeof(struct sums));
	return 0;
}

static void
tell_why(struct worker *w, const struct policy_verdict *v)
{
	struct plan *p = w->run->plan;
	struct buf b = { 0 };

	buf_printf(&b, "%.*s: %s\n", STR_ARG(w->run->why), policy_level_name[v->level]);
	policy_trace(p->policy, &w->lead, v, &b);
	run_trace(w, buf_text(&b));
	buf_free(&b);
}

static void
set_columns(struct worker *w, struct record *rec, const struct policy_verdict *v)
{
	struct plan *p = w->run->plan;
	struct str *missing = arena_array(rec->scratch, MOST_MISSING, sizeof *missing);
	const struct str *reason;
	size_t n;

	record_set_text(rec, QUALIFICATION, str_of(policy_level_name[v->level]));
	record_set_text(rec, TEMPERATURE, v->temperature);
	record_set_text(rec, CATEGORY, v->category);
	n = policy_missing(p->policy, &w->lead, v, missing, MOST_MISSING);
	record_set_list(rec, MISSING, missing, n);
	if (v->ask != POLICY_KINDS)
		record_set_text(rec, NEXT_QUESTION, policy_question(p->policy, v->ask));
	if (v->icp >= 0)
		record_set_number(rec, ICP, CELL_POINTS, v->icp);
	record_set_text(rec, PERSONA, v->persona);
	n = policy_reasons(p->policy, &w->lead, v, w->run->explain, rec->scratch, &reason);
	record_set_list(rec, REASONS, reason, n);
	if (!policy_recycles(p->policy))
		return;
	if (v->back_at != INSTANT_NONE)
		record_set_number(rec, FOLLOW_UP, CELL_TIME, v->back_at);
	else
		record_keep(rec, FOLLOW_UP);
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct policy_verdict v;

	policy_judge(p->policy, &w->lead, &v);
	sum->level[v.level]++;
	if (w->run->why.n != 0 && str_eq(lead_text(&w->lead, p->id), w->run->why))
		tell_why(w, &v);
	if (!p->wanted[v.level])
		return DROP;
	set_columns(w, rec, &v);
	return KEEP;
}

static void
merge(struct run *run, const struct worker *w)
{
	struct sums *all = run->sum, *one = w->sum;
	size_t i;

	for (i = 0; i < POLICY_LEVELS; i++)
		all->level[i] += one->level[i];
}

static int
report(struct run *run, struct err *err)
{
	struct sums *all = run->sum;
	size_t i;

	(void)err;
	for (i = 0; i < POLICY_LEVELS; i++)
		run_total(run, policy_level_name[i], all->level[i]);
	return 0;
}

static const struct tool lead_qualify = {
	.name = "lead-qualify",
	.brief = "say which leads are qualified, and what to ask the others",
	.examples = examples,
	.options = options,
	.default_settings = policy_json,
	.plan = plan,
	.worker = worker,
	.row = row,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_qualify, argc, argv);
}
