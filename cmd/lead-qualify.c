/*
 * lead-qualify - say which leads are qualified, which are not, and what to ask the others
 *
 * Leads come out with columns; or are only counted, go into a file for each level, or are cases
 * that the policy has to pass.
 */
#include "cli/run_split.h"
#include "qualify/change.h"
#include "qualify/check.h"
#include "qualify/count.h"
#include "qualify/policy.h"

static const char *policy_path, *only, *framework, *other_path, *split_path, *check_path, *cases_path;
static struct opt_maybe count;

static const struct opt options[] = {
	OPT_TEXT('p', "policy", &policy_path, "FILE", "the policy; one for B2B with BANT is built in"),
	OPT_WORD(0, "framework", &framework, "NAME", policy_framework_name,
	    "show evidence as bant, champ, meddic or anum does"),
	OPT_TEXT(0, "only", &only, "LEVELS", "only leads of these levels: sql,mql"),
	OPT_MAYBE_WORD(0, "count", &count, "FORMAT", count_formats,
	    "only how many there are of each level"),
	OPT_TEXT(0, "split", &split_path, "DIR", "into files of this folder, one for each level"),
	OPT_TEXT(0, "compare", &other_path, "FILE",
	    "only leads whose level is another under that policy, and why"),
	OPT_TEXT(0, "check-policy", &check_path, "FILE",
	    "does this policy decide as its cases expect? status 1 when not"),
	OPT_TEXT(0, "cases", &cases_path, "FILE", "the cases: leads with expect_qualification …"),
	OPT_END
};

static const char *const examples[] = {
	"lead-score leads.csv | lead-qualify", "levels, temperature, what is missing",
	"lead-qualify --only sql,mql scored.csv", "only the qualified",
	"lead-qualify --count scored.csv", "how many there are of each level",
	"lead-qualify --why 100457 scored.csv > /dev/null", "how one lead came to its level",
	"lead-qualify -p new.json --compare old.json scored.csv", "who changes level, and why",
	"lead-qualify --check-policy new.json --cases cases.csv", "does it do what we agreed on?",
	NULL
};

/* Those a run has no use for are left out. */
enum { QUALIFICATION, TEMPERATURE, CATEGORY, MISSING, NEXT_QUESTION, ICP, PERSONA, REASONS, FOLLOW_UP,
	OTHER, CHANGES, COLUMNS };
static const char *const column_name[COLUMNS] = { "qualification", "temperature", "category",
	"missing", "next_question", "icp", "persona", "qualify_reasons", "next_follow_up_at",
	"other_qualification", "qualify_changes" };

enum { MOST_MISSING = 24 };

struct plan {
	struct policy *policy, *other;  /* other: of --compare, or NULL */
	uint32_t id;                    /* slot, for --why */
	bool wanted[POLICY_LEVELS];     /* --only */
	const char *column[COLUMNS + 1];
	uint32_t columns;
	uint32_t own[COLUMNS];          /* number of the column, or UINT32_MAX */
	const char *file[RUN_SPLITS];   /* --split: names of the levels that are wanted */
	struct run_split split;
};

struct sums {
	uint64_t level[POLICY_LEVELS];  /* of all leads */
	uint64_t counted[POLICY_LEVELS];        /* of those that are wanted */
	uint64_t changed;               /* --compare */
	uint64_t failed;                /* --check-policy */
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

/* What is done with the leads; at most one thing. */
static int
read_modes(struct run *run, struct err *err)
{
	int modes = count.given + (split_path != NULL) + (check_path != NULL);

	if (modes > 1 || (check_path != NULL && other_path != NULL))
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--count, --split, --check-policy: one at a time%s",
		    other_path != NULL ? ", the last without --compare" : "");
	if (check_path != NULL && policy_path != NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--check-policy names the policy; --policy names another");
	if (check_path != NULL && only != NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE,
		    "--check-policy looks at every case: it goes without --only");
	if (cases_path != NULL && check_path == NULL)
		return err_set(err, ERR_CONFIG, PLACE_NONE, "--cases needs --check-policy");
	run->rowless = modes != 0;
	return split_path != NULL ? run_split_folder(run, split_path, err) : 0;
}

static void
claim_columns(struct run *run, struct plan *p)
{
	bool compare = p->other != NULL;
	bool without[COLUMNS] = { [FOLLOW_UP] = !policy_recycles(p->policy), [OTHER] = !compare,
		[CHANGES] = !compare };
	uint32_t i;

	for (i = 0; i < COLUMNS; i++) {
		p->own[i] = without[i] ? UINT32_MAX : p->columns;
		if (!without[i])
			p->column[p->columns++] = column_name[i];
	}
	run_columns(run, p->column);
}

static int
plan(struct run *run, struct err *err)
{
	struct plan *p = arena_alloc(&run->arena, sizeof *p);
	size_t i;

	run->plan = p;
	run->sum = arena_alloc(&run->arena, sizeof(struct sums));
	p->id = schema_want_field(&run->schema, VOCAB_ID);
	if (read_only_list(p, err) != 0 || read_modes(run, err) != 0)
		return -1;
	p->policy = policy_load(&run->arena, &run->schema, check_path ? check_path : policy_path, err);
	if (p->policy == NULL)
		return -1;
	if (other_path != NULL &&
	    (p->other = policy_load(&run->arena, &run->schema, other_path, err)) == NULL)
		return -1;
	if (framework != NULL)
		policy_view(p->policy, framework);
	for (i = 0; i < POLICY_LEVELS; i++)
		p->file[i] = p->wanted[i] ? policy_level_name[i] : NULL;
	claim_columns(run, p);
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
	if (p->own[FOLLOW_UP] == UINT32_MAX)
		return;
	if (v->back_at != INSTANT_NONE)
		record_set_number(rec, p->own[FOLLOW_UP], CELL_TIME, v->back_at);
	else
		record_keep(rec, p->own[FOLLOW_UP]);
}

/* False when both policies give the same level.  The one that is used has judged last, and judges
 * last again. */
static bool
compare(struct worker *w, struct record *rec, struct policy_verdict *v)
{
	struct plan *p = w->run->plan;
	struct policy_verdict old;
	enum policy_level level;
	const struct str *item;
	struct str was, is;
	size_t items;

	policy_judge(p->other, &w->lead, &old);
	if (old.level != v->level) {
		level = change_level(p->policy, &old, v);
		was = change_because(p->other, &w->lead, &old, level, rec->scratch);
		policy_judge(p->policy, &w->lead, v);
		is = change_because(p->policy, &w->lead, v, level, rec->scratch);
		items = change_items(p->policy, &old, was, v, is, rec->scratch, &item);
		record_set_text(rec, p->own[OTHER], str_of(policy_level_name[old.level]));
		record_set_list(rec, p->own[CHANGES], item, items);
	}
	return old.level != v->level;
}

/* A case, and the lines that commit() prints when it fails. */
static enum verdict
check(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct buf diff = { 0 };
	struct str column;

	switch (check_record(rec, p->column, p->columns, &diff, &column)) {
	case CHECK_NO_COLUMN:
		buf_free(&diff);
		return run_reject(w, arena_copy(rec->scratch, column).p,
		    "lead-qualify writes no such column");
	case CHECK_NOTHING:
		return run_reject(w, "", "expects nothing: no expect_qualification or the like");
	case CHECK_BAD:
		sum->failed++;
		buf_printf(&w->notes, "%s:%llu: %.*s\n", rec->at.file,
		    (unsigned long long)rec->at.line, STR_ARG(lead_text(&w->lead, p->id)));
		buf_str(&w->notes, buf_text(&diff));
		break;
	case CHECK_GOOD:
		break;
	}
	buf_free(&diff);
	return COUNT;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct sums *sum = w->sum;
	struct policy_verdict v;
	char level;

	policy_judge(p->policy, &w->lead, &v);
	sum->level[v.level]++;
	if (run_asked(w, p->id))
		tell_why(w, &v);
	if (!p->wanted[v.level] || (p->other != NULL && !compare(w, rec, &v)))
		return DROP;
	sum->changed += p->other != NULL;
	sum->counted[v.level]++;
	if (count.given)
		return COUNT;
	set_columns(w, rec, &v);
	if (check_path != NULL)
		return check(w, rec);
	if (split_path != NULL) {
		level = (char)v.level;
		buf_add(&w->notes, &level, 1);
	}
	return KEEP;
}

static int
split_rows(struct run *run, const struct batch *batch, struct err *err)
{
	struct plan *p = run->plan;
	size_t i;

	if (run_split_open(run, &p->split, split_path, p->file, err) < 0)
		return -1;
	for (i = 0; i < batch->kept; i++)
		if (run_split_row(run, &p->split, (unsigned char)batch->notes.p[i],
		    str_slice(batch->out, i ? batch->row[i - 1] : 0, batch->row[i]), err) < 0)
			return -1;
	return 0;
}

static int
commit(struct run *run, const struct batch *batch, struct err *err)
{
	if (split_path != NULL)
		return split_rows(run, batch, err);
	if (check_path != NULL)
		run_print(run, batch->notes);
	else
		run_pass(run, batch);
	return 0;
}

static void
merge(struct run *run, const struct worker *w)
{
	struct sums *all = run->sum, *one = w->sum;
	size_t i;

	for (i = 0; i < POLICY_LEVELS; i++) {
		all->level[i] += one->level[i];
		all->counted[i] += one->counted[i];
	}
	all->changed += one->changed;
	all->failed += one->failed;
}

static int
report(struct run *run, struct err *err)
{
	struct plan *p = run->plan;
	struct sums *all = run->sum;
	struct buf b = { 0 };
	size_t i;

	if (split_path != NULL) {
		if (run_split_open(run, &p->split, split_path, p->file, err) < 0)
			return -1;
		run_split_end(run, &p->split);
	}
	if (count.given) {
		count_print(&b, count.value ? count.value : run->terminal ? "table" : "csv",
		    all->counted, p->wanted);
		run_print(run, buf_text(&b));
		buf_free(&b);
	}
	for (i = 0; i < POLICY_LEVELS; i++)
		run_total(run, policy_level_name[i], all->level[i]);
	if (p->other != NULL)
		run_total(run, "changed", all->changed);
	if (check_path != NULL)
		run_total(run, "failed", all->failed);
	if (all->failed != 0)
		run_found(run);
	return 0;
}

static const struct tool lead_qualify = {
	.name = "lead-qualify",
	.brief = "say which leads are qualified, and what to ask the others",
	.examples = examples,
	.options = options,
	.explains = true,
	.default_settings = policy_json,
	.schema = policy_schema_json,
	.input = &cases_path,
	.plan = plan,
	.worker = worker,
	.row = row,
	.commit = commit,
	.merge = merge,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_qualify, argc, argv);
}
