/*
 * lead-import - make clean canonical leads of the exports of any system
 *
 *	survey	every cell of columns whose name could be a typed field: evidence over all of it
 *	settle	which column is what, and how it is read
 *	row	one lead, cleaned; its keys					(any thread)
 *	commit	into the spool, in input order
 *	report	who is the same person
 *	part	leads merged, joined with activities, as rows		(any thread)
 *	deliver	in order, written
 */
#include "cli/run.h"
#include "import/delivery.h"
#include "import/intake.h"
#include "import/merge_rules.h"
#include "import/report.h"
#include "import/undo.h"

static struct opt_list maps, keeps, updates;
static const char *activities_path, *salt_path, *match_word, *dates_word, *decimal_word, *mapping_path,
    *preset_word, *region, *save_path, *log_path, *undo_path, *master_path, *rank_list, *shard;
static bool pseudonymize, check, show_mapping, strict_mapping, nicknames, loose;

static const char *const match_words[] = { "exact", "fuzzy", "off", NULL };
static const char *const dates_words[] = { "day-first", "month-first", NULL };
static const char *const decimal_words[] = { "point", "comma", NULL };

static const struct opt options[] = {
	OPT_LIST('m', "map", &maps, "FIELD=COLUMN", "which column a field is; A+B joins, :x is a constant"),
	OPT_TEXT('a', "activities", &activities_path, "FILE", "what the leads did, joined by id or e-mail"),
	OPT_TEXT(0, "mapping", &mapping_path, "FILE", "columns and words, see lead-mapping(5)"),
	OPT_TEXT(0, "preset", &preset_word, "NAME", "the system the files come from; found out"),
	OPT_FLAG(0, "show-mapping", &show_mapping, "only say what every column was taken for"),
	OPT_TEXT(0, "save-mapping", &save_path, "FILE", "write what was understood as a mapping file"),
	OPT_FLAG(0, "strict-mapping", &strict_mapping, "refuse two columns that could be one field"),
	OPT_WORD(0, "match", &match_word, "HOW", match_words, "how duplicates are found; exact by default"),
	OPT_FLAG(0, "nicknames", &nicknames, "fuzzy: Bob is Robert"),
	OPT_FLAG(0, "loose-email", &loose, "ann+x@ is ann@, and at Gmail dots do not count"),
	OPT_TEXT(0, "against", &master_path, "MASTER", "leads that are there already are updated"),
	OPT_LIST(0, "update", &updates, "[FIELD=]HOW", "what they change there: fill, replace or ignore"),
	OPT_LIST(0, "keep", &keeps, "[FIELD=]WHICH", "whose value stays: first, newest, complete or rank"),
	OPT_TEXT(0, "rank", &rank_list, "LIST", "inputs or systems, the best first, for --keep rank"),
	OPT_TEXT(0, "shard", &shard, "K/N", "only part K of N of the leads; the parts make all of them"),
	OPT_TEXT(0, "merge-log", &log_path, "FILE", "write what was merged, why, and what is whose"),
	OPT_TEXT(0, "undo", &undo_path, "LOG", "merged leads become their rows again"),
	OPT_WORD(0, "dates", &dates_word, "ORDER", dates_words, "of dates such as 3/4/2026"),
	OPT_WORD(0, "decimal", &decimal_word, "SIGN", decimal_words, "of numbers such as 1.200"),
	OPT_TEXT(0, "region", &region, "CC", "country of phones of leads without one"),
	OPT_FLAG(0, "pseudonymize", &pseudonymize, "others in place of names, e-mail and phone"),
	OPT_TEXT(0, "salt-file", &salt_path, "FILE", "the secret that pseudonyms are made with"),
	OPT_FLAG(0, "check", &check, "only say what is in the files; status 1 when there is something"),
	OPT_END };

static const char *const examples[] = {
	"lead-import export.csv > leads.csv", "any export; what its columns are is found out",
	"lead-import --activities log.csv crm.csv fair.csv > leads.csv", "several files, and a history",
	"lead-import -m email=Contact --rejects bad.csv export.csv", "one column by hand",
	"lead-import --check export.csv", "what is in it?",
	"lead-import --against all.csv -o all.csv new.csv", "every night: what is new, and nothing twice",
	NULL
};

static const char *const *const references[] = { &master_path, &undo_path, NULL };

struct plan {
	struct intake in;
	struct spool *spool;
	struct store store;
	struct undo undo;               /* instead, with --undo */
	struct mapping_merge merge;     /* by the options */
	struct merge_log log;
	struct delivery delivery;
	struct buf row;
	uint64_t updated, fresh;        /* leads of the master that are not what they were; new to it */
	struct sink *saved;             /* --save-mapping, or NULL */
	struct pseudonym *pseudonym;    /* or NULL */
};

/* What the options say of columns and of how to read them. */
static int
settings(struct run *run, struct intake *in, struct err *e)
{
	struct mapping_options o = { .map = maps.item, .maps = maps.n, .file = mapping_path,
		.preset = preset_word, .region = region, .dates = dates_word, .decimal = decimal_word };

	if (intake_start(in, &run->arena, &o, run->operand, run->operands, e) < 0)
		return -1;
	run->unfold = undo_path == NULL ? mapping_unfold(&in->mapping) : NULL;
	in->zone = run->zone;
	if (!run->zone_given && in->mapping.zone.n != 0)
		in->zone = run_zone(run, in->mapping.zone, e);
	return in->zone != NULL ? 0 : -1;
}

/* Options that mean nothing together. */
static int
contradiction(struct err *e)
{
	bool off = match_word != NULL && strcmp(match_word, "off") == 0;
	const char *text = NULL;

	if (undo_path != NULL && (master_path || log_path || shard || check || show_mapping))
		text = "--undo goes with none of --against, --merge-log, --shard, --check, --show-mapping";
	else if (master_path != NULL && off)
		text = "--against needs --match exact or fuzzy";
	else if (updates.n != 0 && master_path == NULL)
		text = "--update needs --against MASTER, whose leads it is about";
	else if (pseudonymize != (salt_path != NULL) || (pseudonymize && (log_path || undo_path)))
		text = "--pseudonymize goes with --salt-file, and with neither --merge-log nor --undo";
	return text != NULL ? err_set(e, ERR_CONFIG, PLACE_NONE, "%s", text) : 0;
}

static int
plan(struct run *run, struct err *e)
{
	struct plan *p = run->plan = arena_alloc(&run->arena, sizeof *p);
	struct source_options so = { .encoding = SOURCE_LADDER, .spool_dir = run->tmpdir };

	run->mute = check || show_mapping;
	p->merge = (struct mapping_merge){ keeps.item, updates.item, keeps.n, updates.n, rank_list };
	if (contradiction(e) < 0 || settings(run, &p->in, e) < 0 ||
	    (pseudonymize && (p->pseudonym = pseudonym_new(&run->arena, salt_path, e)) == NULL) ||
	    (p->spool = spool_open(&run->arena, run->tmpdir, e)) == NULL ||
	    (log_path != NULL && (p->log.sink = run_output(run, log_path, e)) == NULL) ||
	    (save_path != NULL && undo_path == NULL && (p->saved = run_output(run, save_path, e)) == NULL))
		return -1;
	if (undo_path != NULL)
		undo_labels(&p->in.labels);
	p->undo = (struct undo){ .layout = &p->in.layout, .file = p->in.file, .spool = p->spool };
	p->store = (struct store){ .layout = &p->in.layout, .clean = &p->in.clean, .file = p->in.file,
		.spool = p->spool, .master = master_path != NULL, .nicknames = nicknames, .loose = loose,
		.merges = match_word == NULL || strcmp(match_word, "off") != 0,
		.match.alike = match_word != NULL && strcmp(match_word, "fuzzy") == 0,
		.match.keep_why = log_path != NULL };
	if (shard != NULL && store_shard(&p->store, shard, e) < 0)
		return -1;
	if (activities_path == NULL)
		return 0;
	p->store.join = arena_alloc(&run->arena, sizeof *p->store.join);
	return join_load(p->store.join, activities_path, &so, &p->in.mapping, p->in.zone, e);
}

static int
open_input(struct run *run, const struct reader *r, size_t file, struct err *e)
{
	struct plan *p = run->plan;

	(void)e;
	intake_header(&p->in, file, reader_shape(r), reader_delimiter(r),
	    run_refused_columns(reader_shape(r)));
	return 0;
}

static int
worker(struct worker *w, struct err *e)
{
	(void)e;
	w->data = intake_hand(&((struct plan *)w->run->plan)->in);
	return 0;
}

static void
survey(struct worker *w, struct record *rec, uint32_t n)
{
	evidence_add(&((struct intake_hand *)w->data)->evidence, w->file, rec, n);
}

static void
forget(struct worker *w, size_t file)
{
	evidence_forget(&((struct intake_hand *)w->data)->evidence, file);
}

static int
settle(struct run *run, struct worker *const *workers, size_t n, struct err *e)
{
	struct plan *p = run->plan;
	struct layout_options o = { .merges = p->store.merges, .activities = p->store.join != NULL,
		.plain = undo_path != NULL, .master = master_path != NULL };
	size_t i;
	int result;

	if (run->header == NULL)        /* nothing in any file */
		return 0;
	for (i = 0; i < n; i++)
		intake_gather(&p->in, workers[i]->data);
	result = intake_settle(&p->in, run->header, o, strict_mapping, e);
	/* A file without any way to reach anybody is kept, but hardly what was meant. */
	for (i = 0; i < p->in.files && undo_path == NULL; i++)
		if (!layout_says_who(&p->in.layout, i))
			run_warn(run, (struct place){ .file = p->in.file[i] }, "no contact",
			    "no contact: no column is an e-mail address, a phone number or a name; "
			    "-m email=COLUMN says which is");
	run->header = p->in.layout.shape;
	if (result < 0 || merge_rules_make(&p->store.rules, &run->arena, &p->merge, &p->in.layout,
	    &p->in.mapping, p->in.file, e) < 0 || (undo_path != NULL && undo_start(&p->undo, e) < 0) ||
	    (intake_rows(&p->in, run->to) &&
	    (p->store.row = run_output_writer(run, NULL, 0, e)) == NULL))
		return -1;
	return schema_check(&run->schema, run->header, e);
}

static bool
ahead(struct worker *w)
{
	clean_records(((struct intake_hand *)w->data)->clean, w->file, w->lead.first, w->lead.rows);
	return false;
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct clean *c = ((struct intake_hand *)w->data)->clean;

	(void)rec;
	clean_turn(c, lead_row(&w->lead));
	if (c->lead->refused != VOCAB_FIELDS)
		return run_reject(w, layout_column(&p->in.layout, w->file, c->lead->refused),
		    "neither yes nor no");
	if (undo_path != NULL)
		undo_note(&p->undo, &w->notes, c);
	else
		store_note(&p->store, &w->notes, c);
	return KEEP;
}

static int
commit(struct run *run, const struct batch *b, struct err *e)
{
	struct plan *p = run->plan;

	return undo_path != NULL ? undo_take(&p->undo, b->notes, e) : store_take(&p->store, b->notes, e);
}

static void
merge_counts(struct run *run, const struct worker *w)
{
	clean_add(&((struct plan *)run->plan)->in.cells, &((struct intake_hand *)w->data)->clean->n);
}

static bool
wanted(void *with, struct record *rec)
{
	lead_attach(&((struct worker *)with)->lead, rec);
	return run_wanted(with);
}

static int
part(struct worker *w, uint64_t number, struct record *rec, struct buf *out, struct err *e)
{
	struct plan *p = w->run->plan;
	struct intake_hand *h = w->data;

	if (h->view == NULL)
		h->view = spool_view_new(&h->evidence.arena);
	return delivery_make(&p->delivery, h->view, number, rec, w, out, &w->notes, e);
}

static int
deliver(struct run *run, const struct batch *b, struct err *e)
{
	struct plan *p = run->plan;
	struct delivery_part d;
	struct batch rows = { .out = b->out };
	size_t i, from = 0;

	delivery_read(b->notes, &d);
	run_count(run, RUN_MERGED, d.merged);
	run_count(run, RUN_FILTERED, d.filtered);
	run_count(run, RUN_COUNTED, d.counted);
	p->updated += d.updated;
	p->fresh += d.fresh;
	if (merge_log_take(&p->log, d.log, e) < 0)
		return -1;
	rows.row = d.row;
	rows.kept = d.rows;
	if (d.masters == 0)
		run_pass(run, &rows);
	for (i = 0; d.masters != 0 && i < d.rows; from = d.row[i++])
		run_write(run, str_slice(b->out, from, d.row[i]), i >= d.masters);
	return 0;
}

static int
write_leads(struct run *run, struct plan *p, struct err *e)
{
	if ((p->log.sink != NULL &&
	    (p->log.writer = run_output_writer(run, merge_log_name, MERGE_LOG_COLUMNS, e)) == NULL) ||
	    store_group(&p->store, &run->arena, e) < 0)
		return -1;
	p->delivery = (struct delivery){ .store = &p->store, .writer = run->writer, .mute = run->mute,
		.log = p->log.sink != NULL ? &p->log : NULL, .pseudonym = p->pseudonym,
		.wanted = run_wants_all(run) ? NULL : wanted };
	if (run_parts(run, delivery_parts(&p->delivery), e) < 0)
		return -1;
	merge_log_end(&p->log);
	run_updated(run, p->updated);
	return 0;
}

/* What the log has for a lead, or else the lead. */
static int
put_undone(void *with, struct record *rec, bool first, struct err *e)
{
	struct run *run = with;
	struct plan *p = run->plan;

	p->row.n = 0;
	writer_put(run->writer, &p->row, rec);
	run_write(run, buf_text(&p->row), first);
	return sink_error(run->out, e);
}

static void
tell(struct run *run)
{
	struct plan *p = run->plan;
	struct report r = { .mapping = &p->in.mapping, .merge = p->merge, .layout = &p->in.layout,
		.file = p->in.file, .cells = &p->in.cells, .join = p->store.join, .updated = p->updated,
		.match = p->store.merges ? &p->store.match : NULL, .master = p->store.master,
		.fresh = p->fresh, .leads = p->store.match.count, .bytes = store_bytes(&p->store) };
	uint64_t wrapped = p->in.cells.repaired[CLEAN_WRAPPED];
	const struct report_detail *d;
	struct buf b = { 0 };

	if (wrapped != 0)
		run_warn(run, PLACE_NONE, "wrapped", "wrapped: %llu record%s stood in one quoted cell; "
		    "read as what is in it", (unsigned long long)wrapped, wrapped == 1 ? "" : "s");
	for (d = report_details; d->name != NULL; d++) {
		d->put(&b, &r);
		if (b.n != 0)
			run_detail(run, d->name, buf_text(&b));
		b.n = 0;
	}
	if (show_mapping)
		report_mapping_table(&b, &r);
	if (check && report_findings(&b, &r) != 0)
		run_found(run);
	run_print(run, buf_text(&b));
	if (p->saved != NULL)
		report_mapping_save(p->saved, &r);
	buf_free(&b);
}

static void
tell_undone(struct run *run)
{
	const struct undo *u = &((struct plan *)run->plan)->undo;
	size_t left = u->groups.n / sizeof(struct undo_group) - u->undone;

	run_total(run, "undone", u->undone);
	run_total(run, "restored", u->restored);
	run_updated(run, u->undone);
	if (left != 0)
		run_warn(run, (struct place){ .file = undo_path }, "not undone",
		    "not undone: %zu merges, whose leads are not there as they came out", left);
}

static int
report(struct run *run, struct err *e)
{
	struct plan *p = run->plan;
	int result = 0;

	if (p->in.layout.shape != NULL) {
		result = undo_path != NULL ? undo_write(&p->undo, put_undone, run, e) :
		    write_leads(run, p, e);
		if (undo_path != NULL)
			tell_undone(run);
		else if (result == 0)
			tell(run);
	} else if (p->saved != NULL) {
		sink_abandon(p->saved);         /* nothing was understood: what is there stays */
	}
	buf_free(&p->row);
	store_close(&p->store);
	undo_free(&p->undo);
	spool_close(p->spool);
	return result;
}

static const struct tool lead_import = {
	.name = "lead-import",
	.brief = "make clean leads of the exports of any system",
	.examples = examples, .options = options,
	.schema = mapping_schema_json,
	.encoding = SOURCE_LADDER, .tests_where = true, .late = true, .unwraps = true,
	.references = references,
	.plan = plan, .open = open_input, .worker = worker,
	.survey = survey, .forget = forget, .settle = settle,
	.ahead = ahead, .row = row, .commit = commit, .merge = merge_counts,
	.report = report, .part = part, .deliver = deliver,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_import, argc, argv);
}
