/*
 * lead-import - make clean canonical leads of the exports of any system
 *
 *	survey	every cell of columns whose name could be a typed field: evidence over all of it
 *	settle	which column is what, and how it is read
 *	row	one lead, cleaned; its keys					(any thread)
 *	commit	into the spool, in input order
 *	report	who is the same person; merged, joined with activities, written
 */
#include "cli/run.h"
#include "import/report.h"
#include "import/store.h"

enum { WRITE_MOST = 1 << 18 };          /* bytes of rows that are written at once */

static struct opt_list maps;
static const char *activities_path, *region, *match_word, *dates_word, *decimal_word;
static const char *mapping_path, *preset_word;
static const char *save_path;
static bool check, show_mapping, strict_mapping, nicknames, loose;

static const char *const match_words[] = { "exact", "fuzzy", "off", NULL };
static const char *const dates_words[] = { "day-first", "month-first", NULL };
static const char *const decimal_words[] = { "point", "comma", NULL };

static const struct opt options[] = {
	OPT_LIST('m', "map", &maps, "FIELD=COLUMN",
	    "which column a field is; A+B joins, :x is a constant"),
	OPT_TEXT('a', "activities", &activities_path, "FILE",
	    "what the leads did, joined by id or e-mail"),
	OPT_TEXT(0, "mapping", &mapping_path, "FILE", "columns and words, see lead-mapping(5)"),
	OPT_TEXT(0, "preset", &preset_word, "NAME", "the system the files come from; found out"),
	OPT_FLAG(0, "show-mapping", &show_mapping, "only say what every column was taken for"),
	OPT_TEXT(0, "save-mapping", &save_path, "FILE", "write what was understood as a mapping file"),
	OPT_FLAG(0, "strict-mapping", &strict_mapping, "refuse two columns that could be one field"),
	OPT_WORD(0, "match", &match_word, "HOW", match_words,
	    "how duplicates are found; exact by default"),
	OPT_FLAG(0, "nicknames", &nicknames, "fuzzy: Bob is Robert"),
	OPT_FLAG(0, "loose-email", &loose, "ann+x@ is ann@, and at Gmail dots do not count"),
	OPT_WORD(0, "dates", &dates_word, "ORDER", dates_words,
	    "of dates such as 3/4/2026 whose column does not say"),
	OPT_WORD(0, "decimal", &decimal_word, "SIGN", decimal_words,
	    "of numbers such as 1.200 whose column does not say"),
	OPT_TEXT(0, "region", &region, "CC", "country of phones of leads without one"),
	OPT_FLAG(0, "check", &check, "only say what is in the files; status 1 when there is something"),
	OPT_END
};

static const char *const examples[] = {
	"lead-import export.csv > leads.csv", "any export; what its columns are is found out",
	"lead-import --activities log.csv crm.csv fair.csv > leads.csv", "several files, and a history",
	"lead-import -m email=Contact --rejects bad.csv export.csv", "one column by hand",
	"lead-import --check export.csv", "what is in it?",
	NULL
};

struct plan {
	struct mapping mapping;
	struct words words;
	uint32_t preset;
	const struct zone *zone;        /* of times that state none */
	struct evidence evidence;       /* of all workers, once they are done */
	struct map refused, renamed;    /* labels, see layout_options */
	struct buf name;
	const char **file;              /* names of the inputs */
	char *delimiters;
	struct layout layout;
	struct clean_plan clean;
	struct clean_counts cells;
	struct store store;
	struct worker *worker;          /* any, for --where */
};

struct hand {                           /* what a worker has */
	struct evidence evidence;
	struct clean *clean;
};

/* What the options say of columns and of how to read them. */
static int
settings(struct run *run, struct plan *p, struct err *e)
{
	struct place at = { .file = "--map" };
	const char *country;
	size_t i;

	mapping_init(&p->mapping, &run->arena);
	words_init(&p->words, &run->arena);
	p->mapping.words = &p->words;
	if (mapping_preset_init(&p->mapping, e) < 0 ||
	    (mapping_path != NULL && mapping_load(&p->mapping, mapping_path, e) < 0))
		return -1;
	p->preset = MAPPING_NO_PRESET;
	if (preset_word != NULL && mapping_preset_find(&p->mapping, preset_word, &p->preset, e) < 0)
		return -1;
	for (i = 0; i < maps.n; i++)
		if (mapping_add(&p->mapping, MAPPING_OPTION, str_of(maps.item[i]), at, e) < 0)
			return -1;
	p->zone = run->zone;
	if (!run->zone_given && p->mapping.zone.n != 0)
		p->zone = run_zone(run, p->mapping.zone, e);
	if (p->zone == NULL)
		return -1;
	country = region ? words_country(&p->words, &run->arena, str_of(region)) : "";
	if (country == NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--region: \"%s\" is no country", region);
	if (region != NULL)
		p->mapping.region = str_of(country);
	if (dates_word != NULL)
		p->mapping.order = *dates_word == 'd' ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
	if (decimal_word != NULL)
		p->mapping.decimal = *decimal_word == 'p' ? '.' : ',';
	return mapping_check(&p->mapping, e);
}

static int
plan(struct run *run, struct err *e)
{
	struct plan *p = run->plan = arena_alloc(&run->arena, sizeof *p);
	struct source_options so = { .encoding = SOURCE_LADDER, .spool_dir = run->tmpdir };
	size_t files = run->operands ? run->operands : 1;

	if (settings(run, p, e) < 0)
		return -1;
	evidence_init(&p->evidence, &p->mapping, files);
	p->refused.arena = p->renamed.arena = &run->arena;
	p->file = arena_array(&run->arena, files, sizeof *p->file);
	p->delimiters = arena_alloc(&run->arena, files);
	p->store.layout = &p->layout;
	p->store.clean = &p->clean;
	p->store.file = p->file;
	p->store.merges = match_word == NULL || strcmp(match_word, "off") != 0;
	p->store.match.alike = match_word != NULL && strcmp(match_word, "fuzzy") == 0;
	p->store.nicknames = nicknames;
	p->store.loose = loose;
	run->mute = check || show_mapping;
	if (store_open(&p->store, &run->arena, run->tmpdir, e) < 0)
		return -1;
	if (activities_path == NULL)
		return 0;
	p->store.join = arena_alloc(&run->arena, sizeof *p->store.join);
	return join_load(p->store.join, activities_path, &so, &p->mapping, p->zone, e);
}

/* Columns of a header: their names as they stand, which of them are not the lead's. */
static int
open_input(struct run *run, const struct reader *r, size_t file, struct err *e)
{
	struct plan *p = run->plan;
	const struct shape *s = reader_shape(r);
	uint32_t i, before;

	(void)e;
	p->delimiters[file] = reader_delimiter(r);
	if (s == NULL)
		return 0;
	evidence_header(&p->evidence, file, s);
	for (i = 0; i < s->count; i++) {
		struct str name = arena_copy(&run->arena, s->name[i]);

		before = p->renamed.count;
		if (!str_eq(s->name[i], s->label[i]) && map_add(&p->renamed, s->label[i]) == before)
			buf_add(&p->name, &name, sizeof name);
		if (i < run_refused_columns(s))
			map_add(&p->refused, s->label[i]);
	}
	return 0;
}

static int
worker(struct worker *w, struct err *e)
{
	struct plan *p = w->run->plan;
	struct hand *h = arena_alloc(&w->run->arena, sizeof *h);

	(void)e;
	evidence_init(&h->evidence, &p->mapping, p->evidence.files);
	w->data = h;
	p->worker = w;
	if (p->layout.shape != NULL)
		h->clean = clean_new(&h->evidence.arena, &p->clean);
	return 0;
}

static void
survey(struct worker *w, struct record *rec)
{
	struct hand *h = w->data;

	evidence_add(&h->evidence, w->file, rec);
}

/* A file without any way to reach anybody is kept, but hardly what was meant. */
static void
warn_unknown(struct run *run, size_t file)
{
	static const enum vocab_field who[] = { VOCAB_EMAIL, VOCAB_PHONE, VOCAB_FIRST_NAME,
		VOCAB_LAST_NAME, VOCAB_FULL_NAME };
	struct plan *p = run->plan;
	const struct mapping_source *field = p->layout.file[file].mapping.field;
	size_t i;

	for (i = 0; i < sizeof who / sizeof *who; i++)
		if (field[who[i]].mapped)
			return;
	if (p->layout.file[file].mapping.columns != 0)
		run_warn(run, (struct place){ .file = p->file[file] }, "no contact",
		    "no contact: no column is an e-mail address, a phone number or a name; "
		    "-m email=COLUMN says which is");
}

static int
settle(struct run *run, struct worker *const *workers, size_t n, struct err *e)
{
	struct plan *p = run->plan;
	struct layout_options o = { .all = run->header, .refused = &p->refused, .renamed = &p->renamed,
		.name = (const struct str *)(const void *)p->name.p, .preset = p->preset,
		.merges = p->store.merges,
		.activities = p->store.join != NULL };
	const struct mapping_file **files = arena_array(&run->arena, p->evidence.files, sizeof *files);
	size_t i;

	if (run->header == NULL)        /* nothing in any file */
		return 0;
	for (i = 0; i < n; i++)
		evidence_merge(&p->evidence, &((struct hand *)workers[i]->data)->evidence);
	for (i = 0; i < p->evidence.files; i++)
		p->file[i] = run->operands ? run->operand[i] : "(stdin)";
	layout_make(&p->layout, &run->arena, &p->mapping, &p->evidence, &o);
	for (i = 0; i < p->layout.files; i++) {
		files[i] = &p->layout.file[i].mapping;
		warn_unknown(run, i);
	}
	p->clean = (struct clean_plan){ .quality = p->mapping.quality, .layout = &p->layout,
		.words = &p->words, .zone = p->zone, .region = p->mapping.region,
		.delimiters = p->delimiters };
	for (i = 0; p->clean.delimiter == 0 && i < p->layout.files; i++)
		p->clean.delimiter = p->delimiters[i];
	for (i = 0; i < n; i++) {
		struct hand *h = workers[i]->data;

		h->clean = clean_new(&h->evidence.arena, &p->clean);
	}
	run->header = p->layout.shape;
	if (mapping_unused(&p->mapping, files, p->layout.files, e) < 0 ||
	    (strict_mapping && mapping_strict(files, p->layout.files, p->file, e) < 0))
		return -1;
	return schema_check(&run->schema, run->header, e);
}

static enum verdict
row(struct worker *w, struct record *rec)
{
	struct plan *p = w->run->plan;
	struct clean *c = ((struct hand *)w->data)->clean;
	enum vocab_field refused;

	if (clean_record(c, w->file, rec, &refused) < 0)
		return run_reject(w, layout_column(&p->layout, w->file, refused), "neither yes nor no");
	store_note(&p->store, &w->notes, c);
	return KEEP;
}

static int
commit(struct run *run, const struct batch *b, struct err *e)
{
	return store_take(&((struct plan *)run->plan)->store, b->notes, e);
}

static void
merge_counts(struct run *run, const struct worker *w)
{
	const struct hand *h = w->data;

	if (h->clean != NULL)
		clean_add(&((struct plan *)run->plan)->cells, &h->clean->n);
}

static int
write_leads(struct run *run, struct err *e)
{
	struct plan *p = run->plan;
	struct arena scratch = { 0 };
	struct record rec = { .shape = p->layout.shape, .scratch = &scratch };
	struct buf rows = { 0 };
	uint64_t ready = 0;
	size_t leads;
	uint32_t i;
	int result = 0;

	for (i = 0; i < p->store.match.count && result == 0; i++) {
		arena_reset(&scratch);
		if ((result = store_lead(&p->store, i, &rec, &leads, e)) < 0 || leads == 0)
			continue;
		run_count(run, RUN_MERGED, leads - 1);
		lead_attach(&p->worker->lead, &rec);
		if (!run_wanted(p->worker)) {
			run_count(run, RUN_FILTERED, 1);
		} else if (run->mute) {
			run_count(run, RUN_COUNTED, 1);
		} else {
			writer_put(run->writer, &rows, &rec);
			ready++;
		}
		if (rows.n > WRITE_MOST) {
			run_write(run, buf_text(&rows), ready);
			result = sink_error(run->out, e);
			rows.n = ready = 0;
		}
	}
	run_write(run, buf_text(&rows), ready);
	buf_free(&rows);
	arena_free(&scratch);
	return result;
}

static int
save(struct run *run, const char *path, struct str text, struct err *e)
{
	struct sink *s = sink_open(&run->arena, path, e);

	if (s == NULL)
		return -1;
	sink_write(s, text.p, text.n);
	return sink_close(s, e);
}

static int
tell(struct run *run, struct err *e)
{
	struct plan *p = run->plan;
	struct report r = { .mapping = &p->mapping, .layout = &p->layout, .file = p->file,
		.cells = &p->cells, .match = p->store.merges ? &p->store.match : NULL,
		.join = p->store.join };
	const struct report_detail *d;
	struct buf b = { 0 };
	int result = 0;

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
	if (save_path != NULL) {
		b.n = 0;
		report_mapping_file(&b, &r);
		result = save(run, save_path, buf_text(&b), e);
	}
	buf_free(&b);
	return result;
}

static int
report(struct run *run, struct err *e)
{
	struct plan *p = run->plan;
	int result = 0;

	if (p->layout.shape != NULL) {
		store_group(&p->store);
		result = write_leads(run, e);
		result = result < 0 ? result : tell(run, e);
	}
	store_close(&p->store);
	return result;
}

static const struct tool lead_import = {
	.name = "lead-import",
	.brief = "make clean leads of the exports of any system",
	.examples = examples,
	.options = options,
	.schema = mapping_schema_json,
	.encoding = SOURCE_LADDER,
	.tests_where = true,
	.late = true,
	.plan = plan,
	.open = open_input,
	.worker = worker,
	.survey = survey,
	.settle = settle,
	.row = row,
	.commit = commit,
	.merge = merge_counts,
	.report = report,
};

int
main(int argc, char **argv)
{
	return run_tool(&lead_import, argc, argv);
}
