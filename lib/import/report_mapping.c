/*
 * report_mapping - what was understood of the columns: --show-mapping, --save-mapping.
 */
#include "import/report.h"
#include "record/cell.h"
#include "value/text.h"

enum { WIDEST = 40 };

/* A cell of a table: safe to show, padded. */
static void
pad(struct buf *b, struct arena *a, struct str s, size_t width)
{
	struct str shown = text_visible(a, s);
	size_t n = text_width(shown);

	buf_str(b, shown);
	for (; n < width; n++)
		buf_byte(b, ' ');
}

static size_t
label_width(struct arena *a, const struct mapping_file *m)
{
	size_t width = 0, n;
	uint32_t i;

	for (i = 0; i < m->columns; i++) {
		n = text_width(text_visible(a, m->column[i].label));
		width = n > width && n <= WIDEST ? n : width;
	}
	return width;
}

static bool
fills_gaps(const struct mapping_source *s, uint32_t column)
{
	uint32_t i;

	for (i = 0; i < s->seconds; i++)
		if (s->second[i] == column)
			return true;
	return false;
}

/* What became of a column, and why. */
static void
fate(struct buf *b, const struct mapping_file *m, uint32_t at)
{
	const struct mapping_column *c = &m->column[at];
	const struct mapping_source *s = c->field == VOCAB_FIELDS ? NULL : &m->field[c->field];

	switch (c->fate) {
	case MAPPING_FIELD:
		buf_printf(b, "%-18s  by %s", vocab[c->field].name, mapping_by_name[c->by]);
		break;
	case MAPPING_BEATEN:
		buf_printf(b, "%-18s  could be %s", "kept", vocab[c->field].name);
		if (s->columns != 0)
			buf_printf(b, "; \"%.*s\" is%s", STR_ARG(m->column[s->column[0]].label),
			    fills_gaps(s, at) ? ", this one fills its gaps" : "");
		break;
	case MAPPING_RENAMED:
		buf_printf(b, "%.*s", STR_ARG(c->name));
		break;
	case MAPPING_OURS:
		buf_printf(b, "%-18s  worked out anew", vocab[c->field].name);
		break;
	default:
		buf_str(b, str_of(mapping_fate_name[c->fate]));
	}
	if (at == m->converted)
		buf_str(b, STR("; says what is won"));
	buf_byte(b, '\n');
}

void
report_mapping_table(struct buf *b, const struct report *r)
{
	struct arena a = { 0 };
	size_t i, width;
	uint32_t k;

	for (i = 0; i < r->layout->files; i++) {
		const struct mapping_file *m = &r->layout->file[i].mapping;

		buf_str(b, str_of(r->file[i]));
		if (m->preset != MAPPING_NO_PRESET)
			buf_printf(b, ": %.*s (%.*s), which knows %u %% of the columns",
			    STR_ARG(preset_list[m->preset].title),
			    STR_ARG(preset_list[m->preset].name), m->confidence);
		buf_byte(b, '\n');
		width = label_width(&a, m);
		for (k = 0; k < m->columns; k++) {
			buf_str(b, STR("  "));
			pad(b, &a, m->column[k].label, width);
			buf_str(b, STR("  "));
			fate(b, m, k);
		}
	}
	arena_free(&a);
}

/* The columns of a field as a rule has them: A+B, or the constant. */
static struct str
rule_text(struct arena *a, const struct mapping_file *m, const struct mapping_source *s)
{
	struct buf b = { 0 };
	struct str text;
	uint32_t i;

	if (s->columns == 0)
		return arena_printf(a, ":%.*s", STR_ARG(s->constant));
	for (i = 0; i < s->columns; i++) {
		if (i != 0)
			buf_byte(&b, '+');
		buf_str(&b, m->column[s->column[i]].label);
	}
	text = arena_copy(a, buf_text(&b));
	buf_free(&b);
	return text;
}

/* Did an option say so, or the mapping file, or else what? */
static enum mapping_by
chosen_by(const struct mapping *m, const struct mapping_file *f, unsigned field)
{
	const struct mapping_source *s = &f->field[field];
	size_t i;

	if (!s->mapped || s->columns != 0)
		return s->mapped ? f->column[s->column[0]].by : MAPPING_NONE;
	for (i = 0; i < m->rules; i++)
		if (m->rule[i].by == MAPPING_OPTION && !m->rule[i].activity && m->rule[i].field == field &&
		    m->rule[i].text.p[0] == ':')
			return MAPPING_OPTION;
	return MAPPING_FILE;
}

/* What the mapping file or an option has for a field. */
static void
add_rules(struct map *texts, const struct mapping *m, enum mapping_by by, bool activity, unsigned field)
{
	size_t i;

	for (i = 0; i < m->rules; i++)
		if (m->rule[i].by == by && m->rule[i].activity == activity && m->rule[i].field == field)
			map_add(texts, m->rule[i].text);
}

/* What was worked out from the columns of one input, unless the mapping file had it. */
static void
add_understood(struct map *texts, struct arena *a, const struct mapping *m, const struct mapping_file *f,
    unsigned field, bool by_option)
{
	enum mapping_by by = chosen_by(m, f, field);
	uint32_t i;

	if (by == MAPPING_NONE || by == MAPPING_FILE || (by == MAPPING_OPTION) != by_option)
		return;
	map_add(texts, rule_text(a, f, &f->field[field]));
	for (i = 0; i < f->field[field].seconds; i++)
		map_add(texts, f->column[f->field[field].second[i]].label);
}

/* "name": one text, or a list of them. */
static void
put_texts(struct buf *b, const char *name, const struct map *texts, const char **comma)
{
	uint32_t i;

	if (texts->count == 0)
		return;
	buf_printf(b, "%s\n    \"%s\": %s", *comma, name, texts->count > 1 ? "[" : "");
	for (i = 0; i < texts->count; i++) {
		buf_str(b, i ? STR(", ") : STR(""));
		cell_json_text(b, texts->entry[i].key);
	}
	buf_str(b, texts->count > 1 ? STR("]") : STR(""));
	*comma = ",";
}

/* One field over all files, the strongest first; the file's own order is kept, and what it has for
 * columns that are not there this time.  Where an option holds everywhere nothing else does. */
static void
put_field(struct buf *b, struct arena *a, const struct report *r, unsigned f, const char **comma)
{
	struct map texts = { .arena = a };
	size_t i, options = 0, files = r->layout->files;

	for (i = 0; i < files; i++) {
		options += chosen_by(r->mapping, &r->layout->file[i].mapping, f) == MAPPING_OPTION;
		add_understood(&texts, a, r->mapping, &r->layout->file[i].mapping, f, true);
	}
	if (options < files)
		add_rules(&texts, r->mapping, MAPPING_FILE, false, f);
	for (i = 0; i < files; i++)
		add_understood(&texts, a, r->mapping, &r->layout->file[i].mapping, f, false);
	put_texts(b, vocab[f].name, &texts, comma);
	map_free(&texts);
}

static void
put_activities(struct buf *b, struct arena *a, const struct mapping *m)
{
	const char *comma = ",\n  \"activities\": {";
	unsigned field;

	for (field = 0; field < MAPPING_ACTIVITY_FIELDS; field++) {
		struct map texts = { .arena = a };

		add_rules(&texts, m, MAPPING_OPTION, true, field);
		if (texts.count == 0)
			add_rules(&texts, m, MAPPING_FILE, true, field);
		put_texts(b, mapping_activity_name[field], &texts, &comma);
		map_free(&texts);
	}
	if (comma[1] == '\0')
		buf_str(b, STR("\n  }"));
}

/* What options and inputs say nothing of: as the mapping file has it. */
static void
put_given(struct buf *b, const struct mapping *m)
{
	static const char *const names[] = { "name", "description", "signs", "keep", "strip", "unfold",
		"values", "quality" };
	size_t i;

	for (i = 0; m->given.value != NULL && i < sizeof names / sizeof *names; i++) {
		struct str raw = config_raw(config_get(m->given, names[i]));

		if (raw.n != 0)
			buf_printf(b, ",\n  \"%s\": %.*s", names[i], STR_ARG(raw));
	}
}

static void
put_dates(struct buf *b, const struct mapping *m)
{
	if (m->order == DATE_ORDER_NONE && m->zone.n == 0)
		return;
	buf_str(b, STR(",\n  \"dates\": { "));
	if (m->order != DATE_ORDER_NONE)
		buf_printf(b, "\"order\": \"%s-first\"%s", m->order == DATE_DAY_FIRST ? "day" : "month",
		    m->zone.n ? ", " : "");
	if (m->zone.n != 0) {
		buf_str(b, STR("\"zone\": "));
		cell_json_text(b, m->zone);
	}
	buf_str(b, STR(" }"));
}

static void
put_file(struct buf *b, const struct report *r)
{
	const struct mapping *m = r->mapping;
	struct arena a = { 0 };
	const char *comma = "";
	unsigned f;

	buf_str(b, STR("{\n  \"lead-mapping\": 1,\n  \"columns\": {"));
	for (f = 0; f < VOCAB_FIELDS; f++)
		put_field(b, &a, r, f, &comma);
	buf_str(b, STR("\n  }"));
	put_activities(b, &a, m);
	put_given(b, m);
	put_dates(b, m);
	if (m->decimal != 0)
		buf_printf(b, ",\n  \"decimal\": \"%c\"", m->decimal);
	if (m->region.n != 0)
		buf_printf(b, ",\n  \"region\": \"%.*s\"", STR_ARG(m->region));
	mapping_merge_put(b, &m->merge, &r->merge);
	buf_str(b, STR("\n}\n"));
	arena_free(&a);
}

void
report_mapping_save(struct sink *s, const struct report *r)
{
	struct buf b = { 0 };

	put_file(&b, r);
	sink_write(s, b.p, b.n);
	buf_free(&b);
}
