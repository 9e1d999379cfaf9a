/*
 * model_csv - a table of rules, as people keep it in a spreadsheet, made the JSON of a lead-model.
 *
 *	group,name,when,points,max,half_life         {"groups": [
 *	fit,chief,title contains chief,20,,            {"name":"fit","rules":[
 *	engagement,pages,count(page_view),1,5,14d  ─►    {"name":"chief","when":"title contains chief",…}]},
 *	fit,,,,60,                                     {"name":"engagement","rules":[
 *	total,,,,100,                                    {"name":"pages","activity":"page_view",…}]}],
 *	grade,A,,70,,                                 "max":100,"grades":{"A":70}}
 *
 * Every line of the JSON remembers the row it was made of, so that whatever is wrong with a cell is
 * said by who reads lead-models anyway, with the row's line and the column's name.
 */
#include "record/format.h"
#include "score/model_csv.h"


const char *const model_csv_column[CSV_COLUMNS + 1] = { "group", "name", "description", "when",
	"points", "min", "max", "half_life", NULL };

int
model_csv_fail(const struct csv_table *t, uint64_t line, enum csv_column c, const char *what)
{
	const struct place at = { .file = t->name, .line = line };

	return err_set(t->err, ERR_CONFIG, at, "%s: %s", model_csv_column[c], what);
}

static int
read_header(struct csv_table *t, const struct reader *r)
{
	struct place at = { .file = t->name, .line = reader_preamble(r) + 1 };
	const struct shape *s = reader_shape(r);
	const char *nearest;
	uint32_t i, c;

	for (c = 0; c < CSV_COLUMNS; c++)
		t->at[c] = -1;
	for (i = 0; s != NULL && i < s->count; i++) {
		struct str name = str_trim(s->name[i]);

		for (c = 0; c < CSV_COLUMNS && !vocab_same(name, str_of(model_csv_column[c])); c++)
			continue;
		if (c < CSV_COLUMNS && t->at[c] < 0)
			t->at[c] = (int32_t)i;
		else if (c < CSV_COLUMNS)
			return err_set(t->err, ERR_CONFIG, at, "two columns called \"%s\"",
			    model_csv_column[c]);
	}
	if (t->at[CSV_POINTS] < 0 && t->at[CSV_WHEN] < 0)
		return err_set(t->err, ERR_CONFIG, at,
		    "neither a JSON object nor a table of rules: group,name,when,points,max,half_life");
	for (i = 0; i < s->count; i++) {
		struct str name = str_trim(s->name[i]);

		for (c = 0; c < CSV_COLUMNS && t->at[c] != (int32_t)i; c++)
			continue;
		if (c < CSV_COLUMNS || name.n == 0)
			continue;
		nearest = str_nearest(name, model_csv_column);
		return err_set(t->err, ERR_CONFIG, at, "unknown column \"%.*s\"%s%s%s", STR_ARG(name),
		    nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
	}
	for (c = 0; c < CSV_COLUMNS; c++)
		if (t->at[c] < 0 && (c == CSV_GROUP || c == CSV_NAME || c == CSV_WHEN || c == CSV_POINTS))
			return err_set(t->err, ERR_CONFIG, at, "needs a column \"%s\"",
			    model_csv_column[c]);
	return 0;
}

static struct csv_group *
group_of(struct csv_table *t, struct str name)
{
	struct csv_group *g;
	char *lower;
	uint32_t i;
	size_t k;

	if (str_eq_nocase(name, STR("grade")))
		return &t->grades;
	if (str_eq_nocase(name, STR("total")))
		return &t->total;
	lower = arena_text(&t->temp, name.n + 1);
	for (k = 0; k < name.n; k++)
		lower[k] = (char)(name.p[k] >= 'A' && name.p[k] <= 'Z' ? name.p[k] + 32 : name.p[k]);
	i = map_add(&t->names, (struct str){ lower, name.n });
	if (i * sizeof g == t->groups.n) {
		g = arena_alloc(&t->temp, sizeof *g);
		buf_add(&t->groups, &g, sizeof g);
	}
	return ((struct csv_group **)(void *)t->groups.p)[i];
}

/* What a row is for shows by which cells are filled. */
static int
take(struct csv_table *t, struct csv_row *row)
{
	const struct str *cell = row->cell;
	bool bare = cell[CSV_NAME].n + cell[CSV_WHEN].n + cell[CSV_POINTS].n + cell[CSV_HALF_LIFE].n == 0;
	struct csv_group *g;

	if (cell[CSV_GROUP].n == 0)
		return model_csv_fail(t, row->line, CSV_GROUP, "a row without a group");
	g = group_of(t, cell[CSV_GROUP]);
	if (bare && g != &t->grades) {
		if (cell[CSV_MIN].n + cell[CSV_MAX].n == 0)
			return model_csv_fail(t, row->line, CSV_POINTS,
			    "a row with neither points nor limits");
		if (g->limits != NULL)
			return model_csv_fail(t, row->line, CSV_GROUP,
			    "limits of this group are there already");
		g->limits = row;
		return 0;
	}
	if (g == &t->total)
		return model_csv_fail(t, row->line, CSV_GROUP, "\"total\" has limits alone");
	if (cell[CSV_NAME].n == 0)
		return model_csv_fail(t, row->line, CSV_NAME,
		    "needs a name, to be known by in explanations");
	if (cell[CSV_POINTS].n == 0)
		return model_csv_fail(t, row->line, CSV_POINTS, "expected a number");
	if (g == &t->grades &&
	    cell[CSV_WHEN].n + cell[CSV_MIN].n + cell[CSV_MAX].n + cell[CSV_HALF_LIFE].n != 0)
		return model_csv_fail(t, row->line, CSV_GROUP,
		    "a grade has a name and the least points for it");
	if (g != &t->grades && cell[CSV_WHEN].n == 0)
		return model_csv_fail(t, row->line, CSV_WHEN,
		    "expected a condition, or count(TYPE) of activities");
	if (g->last == NULL)
		g->last = &g->first;
	*g->last = row;
	g->last = &row->next;
	return 0;
}

static int
read_row(struct csv_table *t, struct record *rec)
{
	struct csv_row *row = arena_alloc(&t->temp, sizeof *row);
	size_t filled = 0;
	uint32_t c, i;

	row->line = rec->at.line;
	for (i = 0; i < rec->shape->count; i++) {
		struct str text = str_trim(record_text(rec, i));

		filled += text.n;
		for (c = 0; c < CSV_COLUMNS && t->at[c] != (int32_t)i; c++)
			continue;
		if (c < CSV_COLUMNS)
			row->cell[c] = arena_copy(&t->temp, text);
		else if (text.n != 0)
			return err_set(t->err, ERR_CONFIG, rec->at, "a cell in a column without a name");
	}
	t->bytes += filled;
	if (t->bytes > CONFIG_MOST)
		return err_set(t->err, ERR_CONFIG, (struct place){ .file = t->name },
		    "longer than %d bytes", (int)CONFIG_MOST);
	return filled != 0 ? take(t, row) : 0;
}

static int
refused(const struct csv_table *t, const struct reject *why)
{
	return err_set(t->err, ERR_CONFIG, why->at, "%.*s%s%.*s", STR_ARG(why->column),
	    why->column.n ? ": " : "", STR_ARG(why->reason));
}

static int
read_rows(struct csv_table *t, struct reader *r)
{
	struct split *s = split_new(&t->temp, r);
	struct cell none[1];
	struct record rec = { .scratch = &t->temp, .own = none };
	struct chunk chunk = { 0 };
	struct reject why;
	int more, got = 0, result = 0;

	while (result == 0 && (more = reader_cut(r, &chunk, t->err)) != 0) {
		result = more < 0 ? -1 : 0;
		for (split_start(s, &chunk); result == 0 && (got = split_next(s, &rec, &why)) != 0;)
			result = got < 0 ? refused(t, &why) : read_row(t, &rec);
	}
	split_free(s);
	chunk_free(&chunk);
	return result;
}

const struct config *
model_csv_parse(struct arena *a, struct source *source, struct err *e)
{
	const struct read_options options = { .from = FORMAT_CSV };
	struct csv_table t = { .err = e };
	struct reader *r = reader_open(&t.temp, source, &options, e);
	const struct config *config = NULL;
	uint64_t *lines;

	t.names.arena = &t.temp;
	t.name = arena_copy(a, str_of(source_name(source))).p;
	if (r != NULL && read_header(&t, r) == 0 && read_rows(&t, r) == 0 && model_csv_json(&t) == 0) {
		lines = arena_array(a, t.lines.n / sizeof *lines, sizeof *lines);
		memcpy(lines, t.lines.p, t.lines.n);
		config = config_parse_table(a, buf_text(&t.out), lines, t.name, "lead-model", e);
	}
	if (config == NULL && e->at.file != NULL)
		e->at.file = t.name;    /* the reader's goes with it */
	if (r != NULL)
		reader_close(r);
	map_free(&t.names);
	buf_free(&t.groups);
	buf_free(&t.out);
	buf_free(&t.lines);
	arena_free(&t.temp);
	return config;
}
