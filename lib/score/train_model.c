/*
 * train_model - what was learned, as a lead-model file that people can read and change.
 *
 * A column becomes one rule: bins, a map, or a rule a weekday.  A pair becomes a rule of one
 * column for each level of the other, its `when`.  lead-score comes to the very score that
 * train_fit_score gives.
 */
#include "record/cell.h"
#include "score/train_model.h"
#include "score/train_impl.h"
#include "value/text.h"

struct writer_state {
	struct buf *out;
	struct arena *arena;
	bool any;                       /* a rule went before */
};

static void
points(struct buf *b, int64_t thousandths)
{
	number_print_points(b, thousandths);
}

/* The column as conditions name it. */
static void
field(struct buf *b, const struct train_column *c)
{
	if (c->part != TRAIN_PLAIN)     /* of vocabulary fields only */
		buf_str(b, str_of(vocab[vocab_find(c->source)].name));
	else if (c->field != VOCAB_FIELDS)
		buf_str(b, str_of(vocab[c->field].name));
	else
		buf_printf(b, "`%.*s`", STR_ARG(c->name));
}

static void
rule(struct writer_state *w, struct str name)
{
	buf_str(w->out, w->any ? STR(",\n      { \"name\": ") : STR("\n      { \"name\": "));
	w->any = true;
	cell_json_text(w->out, name);
}

static void
range(struct buf *b, const struct train_feature *f, const struct train_level *l)
{
	struct number low = l->low;

	/* Of whole numbers the next bin begins one up; of others where the last one ends, which
	 * holds its end itself as it comes first. */
	if (f->whole)
		low.units++;
	buf_byte(b, '"');
	if (l->has_low)
		number_print(b, low);
	buf_str(b, STR(".."));
	if (l->has_high)
		number_print(b, l->high);
	buf_byte(b, '"');
}

static void
bins(struct writer_state *w, const struct train_feature *f, const struct train_level *level)
{
	size_t l;

	buf_str(w->out, STR("\"bins\": ["));
	for (l = 1; l < f->levels; l++) {
		buf_str(w->out, l > 1 ? STR(", [") : STR(" ["));
		range(w->out, f, &f->level[l]);
		buf_str(w->out, STR(", "));
		points(w->out, level[l].points);
		buf_byte(w->out, ']');
	}
	buf_str(w->out, STR(" ]"));
}

static void
word(struct writer_state *w, bool first, struct str text, int64_t p)
{
	buf_str(w->out, first ? STR(" ") : STR(", "));
	cell_json_text(w->out, text);
	buf_str(w->out, STR(": "));
	points(w->out, p);
}

/* Spellings of "missing" are words to lead-score, so each is listed. */
static void
words(struct writer_state *w, const struct train_feature *f, const struct train_level *level)
{
	const struct map *texts = &f->column->word;
	struct map seen = { .arena = w->arena };
	bool first = true;
	uint32_t i;
	size_t l;

	buf_str(w->out, STR("\"map\": {"));
	for (l = 1; l < f->levels; l++) {
		if (l == f->rest)
			continue;
		word(w, first, f->level[l].word, level[l].points);
		first = false;
	}
	for (i = 1; i < texts->count; i++) {
		struct str text = texts->entry[i].key;
		uint32_t known = seen.count;

		/* A map has at least one word: one of the rest does, where there is no other. */
		if (!vocab_means_missing(text) && !(first && f->levels == 2 && f->rest == 1))
			continue;
		if (map_add(&seen, text_fold(w->arena, text)) != known)
			continue;
		word(w, first, text, level[f->of[i]].points);
		first = false;
	}
	buf_str(w->out, STR(" }"));
	map_free(&seen);
	if (f->rest != 0 && level[f->rest].points != 0) {
		buf_str(w->out, STR(", \"other\": "));
		points(w->out, level[f->rest].points);
	}
}

/* Field, bins or map, unknown: `level` has the points, which are the feature's or a pair's. */
static void
lookup(struct writer_state *w, const struct train_feature *f, const struct train_level *level)
{
	buf_str(w->out, STR(", \"field\": "));
	cell_json_text(w->out, f->column->name);
	buf_str(w->out, STR(",\n        "));
	if (f->kind == TRAIN_NUMBER)
		bins(w, f, level);
	else
		words(w, f, level);
	if (level[TRAIN_UNKNOWN].points != 0) {
		buf_str(w->out, STR(", \"unknown\": "));
		points(w->out, level[TRAIN_UNKNOWN].points);
	}
}

static void
weekdays(struct writer_state *w, const struct train_feature *f)
{
	struct buf when = { 0 };
	size_t l;

	for (l = 1; l < f->levels; l++) {
		if (f->level[l].points == 0)
			continue;
		when.n = 0;
		buf_str(&when, STR("weekday("));
		field(&when, f->column);
		buf_printf(&when, ") = %.*s", STR_ARG(f->level[l].word));
		rule(w, arena_printf(w->arena, "%.*s %.*s", STR_ARG(f->column->name),
		    STR_ARG(f->level[l].word)));
		buf_str(w->out, STR(", \"when\": "));
		cell_json_text(w->out, buf_text(&when));
		buf_str(w->out, STR(", \"points\": "));
		points(w->out, f->level[l].points);
		buf_str(w->out, STR(" }"));
	}
	buf_free(&when);
}

/* Items that are there, and numbers of activities. */
static void
parts(struct writer_state *w, const struct train_feature *f)
{
	const struct train_column *c = f->column;
	struct buf when = { 0 }, name = { 0 };
	size_t l;

	for (l = 1; l < f->levels; l++) {
		const struct train_level *level = &f->level[l];

		if (level->points == 0)
			continue;
		when.n = name.n = 0;
		buf_str(&name, c->name);
		if (c->part == TRAIN_ITEM) {
			field(&when, f->column);
			buf_printf(&when, " = \"%.*s\"", STR_ARG(c->item));
		} else {
			buf_printf(&when, "count(\"%.*s\") in %lld..", STR_ARG(c->item),
			    level->has_low ? (long long)level->low.units + 1 : 1);
			if (level->has_high)
				number_print(&when, level->high);
			buf_str(&name, str_slice(buf_text(&when), c->item.n + 12, when.n));
		}
		rule(w, buf_text(&name));
		buf_str(w->out, STR(", \"when\": "));
		cell_json_text(w->out, buf_text(&when));
		buf_str(w->out, STR(", \"points\": "));
		points(w->out, level->points);
		buf_str(w->out, STR(" }"));
	}
	buf_free(&when);
	buf_free(&name);
}

/* The condition that a lead is at this level, and how people call that. */
static void
when_at(struct buf *when, struct buf *name, const struct train_feature *f, size_t level)
{
	const struct train_level *l = &f->level[level];
	struct buf range_text = { 0 };

	buf_printf(name, ", %.*s ", STR_ARG(f->column->name));
	if (f->kind == TRAIN_WORD) {
		field(when, f->column);
		buf_printf(when, " = \"%.*s\"", STR_ARG(l->word));
		buf_str(name, l->word);
		return;
	}
	if (l->has_low) {
		field(when, f->column);
		buf_str(when, STR(" > "));
		number_print(when, l->low);
	}
	if (l->has_low && l->has_high)
		buf_str(when, STR(" and "));
	if (l->has_high) {
		field(when, f->column);
		buf_str(when, STR(" <= "));
		number_print(when, l->high);
	}
	range(&range_text, f, l);
	buf_str(name, str_slice(buf_text(&range_text), 1, range_text.n - 1));
	buf_free(&range_text);
}

static void
pair(struct writer_state *w, const struct train_feature *f)
{
	struct buf when = { 0 }, name = { 0 };
	size_t i, l, any;

	for (i = 1; i < f->a->levels; i++) {
		const struct train_level *level = f->level + i * f->b->levels;

		for (any = 0, l = 0; l < f->b->levels; l++)
			any += level[l].points != 0;
		if (any == 0)
			continue;
		when.n = name.n = 0;
		buf_str(&name, f->b->column->name);
		when_at(&when, &name, f->a, i);
		rule(w, buf_text(&name));
		buf_str(w->out, STR(", \"when\": "));
		cell_json_text(w->out, buf_text(&when));
		lookup(w, f->b, level);
		buf_str(w->out, STR(" }"));
	}
	buf_free(&when);
	buf_free(&name);
}

static void
group(struct writer_state *w, const struct train_fit *f, const char *name, bool pairs)
{
	size_t i;

	buf_printf(w->out, "\n    { \"name\": \"%s\", \"rules\": [", name);
	w->any = false;
	for (i = 0; i < f->features; i++) {
		const struct train_feature *one = &f->feature[i];

		if (one->why != TRAIN_USED || (one->a != NULL) != pairs)
			continue;
		if (pairs) {
			pair(w, one);
		} else if (one->kind == TRAIN_WEEKDAY) {
			weekdays(w, one);
		} else if (one->column->part != TRAIN_PLAIN) {
			parts(w, one);
		} else {
			rule(w, one->column->name);
			lookup(w, one, one->level);
			buf_str(w->out, STR(" }"));
		}
	}
	buf_str(w->out, STR(" ] }"));
}

static void
left_out(struct buf *out, const struct train_fit *f)
{
	bool any = false;
	size_t i;

	buf_str(out, STR("\"left_out\": {"));
	for (i = 0; i < f->features; i++) {
		if (f->feature[i].why == TRAIN_USED)
			continue;
		buf_str(out, any ? STR(",\n      ") : STR("\n      "));
		any = true;
		cell_json_text(out, f->feature[i].column->name);
		buf_str(out, STR(": "));
		cell_json_text(out, str_of(train_why_text(f->feature[i].why)));
	}
	buf_str(out, STR(" }"));
}

/* Scores that the best of these shares of the leads have. */
static void
grades(struct buf *out, const int64_t *best_first, size_t n)
{
	static const struct {
		char name;
		unsigned percent;
	} grade[] = { { 'A', 0 }, { 'B', 10 }, { 'C', 30 }, { 'D', 60 } };
	size_t i, upto;
	int64_t last = INT64_MAX, least;

	buf_str(out, STR("\"grades\": {"));
	for (i = 0; i < sizeof grade / sizeof *grade; i++) {
		upto = i == 3 ? n : n * grade[i + 1].percent / 100;
		least = best_first[upto > 0 ? upto - 1 : 0];
		if (least >= last)
			continue;
		buf_printf(out, "%s \"%c\": ", last == INT64_MAX ? "" : ",", grade[i].name);
		points(out, least);
		last = least;
	}
	buf_str(out, STR(" }"));
}

void
train_model_write(struct buf *out, const struct train_fit *f, const struct train_about *about)
{
	struct writer_state w = { .out = out, .arena = f->arena };

	buf_str(out, STR("{ \"lead-model\": 1, \"name\": \"trained\",\n  \"description\": "
	    "\"20 points double the odds; 0 is the average\",\n  \"groups\": ["));
	group(&w, f, "columns", false);
	if (f->pairs != 0) {
		buf_byte(out, ',');
		group(&w, f, "pairs", true);
	}
	buf_str(out, STR(" ],\n  "));
	grades(out, about->best_first, f->rows);
	buf_printf(out, ",\n  \"calibration\": { \"intercept\": %.9f, \"slope\": %.9f },\n"
	    "  \"trained\": {\n    \"outcome\": ", f->intercept, f->slope);
	cell_json_text(out, about->outcome);
	buf_printf(out, ", \"rows\": %zu, \"came\": %zu, \"penalty\": %g,\n    \"split\": ", f->rows,
	    about->came, f->penalty);
	cell_json_text(out, about->split);
	buf_printf(out, ",\n    \"held_out\": { \"rows\": %zu, \"auc\": %.4f, \"log_loss\": %.4f, "
	    "\"base_log_loss\": %.4f, \"brier\": %.4f },\n    ", about->measure->rows,
	    about->measure->area, about->measure->loss, about->measure->base_loss,
	    about->measure->brier);
	left_out(out, f);
	buf_str(out, STR(" } }\n"));
}
