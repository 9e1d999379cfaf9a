/*
 * A model learned from anything is a model, and gives every lead the score that was learned.  The
 * input is lines of five cells with a bar between them; they are repeated until there is enough.
 */
#include "fuzz.h"
#include "score/model_impl.h"
#include "score/train_model.h"

enum { ROWS = 120, COLUMNS = 5 };

static const char *const columns[COLUMNS] = { "x", "annual_revenue", "source", "flags", "activities" };

static void
take(struct arena *a, struct train_table *t, const struct shape *shape, struct str text,
    struct field *field)
{
	struct record rec = { .shape = shape, .scratch = a };
	struct buf note = { 0 };
	struct str rest = text, line, cell;
	struct err e;
	size_t row, i, end;

	for (row = 0; row < ROWS; row++) {
		if (rest.n == 0)
			rest = text;
		end = str_find(rest, '\n');
		line = str_slice(rest, 0, end);
		rest = str_slice(rest, end + 1, rest.n);
		for (i = 0; i < COLUMNS; i++) {
			end = str_find(line, '|');
			cell = str_slice(line, 0, end);
			line = str_slice(line, end + 1, line.n);
			field[row * COLUMNS + i] = (struct field){ cell.p, (uint32_t)cell.n, FIELD_TEXT };
		}
		rec.field = field + row * COLUMNS;
		note.n = 0;
		train_table_note(&note, &rec, (row * 7 + field[row * COLUMNS].size) % 3 == 0, 1, STR(""));
		if (train_table_take(t, buf_text(&note), &e) != 0)
			abort();
	}
	train_table_end(t);
	buf_free(&note);
}

static void
check(struct arena *a, const struct train_fit *fit, const struct shape *shape,
    const struct field *field, struct str text)
{
	struct schema schema = { .arena = a, .zone = &zone_utc };
	struct record rec = { .shape = shape, .scratch = a };
	struct model_score score;
	struct model *m = NULL;
	struct lead lead;
	struct err e;
	const struct config *config = config_parse(a, text, "fuzz", "lead-model", &e);
	size_t row;

	if (config == NULL || (m = model_read(a, &schema, config, &e)) == NULL)
		abort();
	lead_init(&lead, a, &schema);
	model_score_init(&score, 1, a, m);
	for (row = 0; row < ROWS; row++) {
		rec.field = field + row * COLUMNS;
		lead_attach(&lead, &rec);
		model_evaluate(m, &lead, 0, &score);
		if (score.total != train_fit_score(fit, row))
			abort();
	}
	lead_free(&lead);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str text = { (const char *)data, size }, name[COLUMNS];
	struct field field[ROWS * COLUMNS];
	struct train_table t;
	struct train_plan plan = { .table = &t, .zone = &zone_utc, .pairs = 2, .penalty = 1 };
	struct train_fit fit;
	struct measure m = { .name = "" };
	int64_t best[ROWS] = { 0 };
	struct train_about about = { STR("x"), STR("none"), 0, &m, best };
	struct buf out = { 0 };
	const struct shape *shape;
	size_t i;

	if (size == 0 || size > 4096)
		return 0;
	for (i = 0; i < size; i++)      /* such records are refused before */
		if (data[i] == 0 || data[i] > 126)
			return 0;
	for (i = 0; i < COLUMNS; i++)
		name[i] = str_of(columns[i]);
	shape = record_shape(&a, name, COLUMNS);
	train_table_init(&t);
	take(&a, &t, shape, text, field);
	train_fit(&a, &plan, TRAIN_ALL, &fit);
	train_model_write(&out, &fit, &about);
	check(&a, &fit, shape, field, buf_text(&out));
	buf_free(&out);
	train_table_free(&t);
	arena_free(&a);
	return 0;
}
