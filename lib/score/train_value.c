/*
 * train_value - what a column is, from the texts in it.
 *
 * A text is read as lead-score reads it, so a level of a feature holds exactly the leads that
 * its rule will.
 */
#include "score/train_impl.h"
#include "value/text.h"

/* Of the known texts, so many in a hundred make a column one of numbers or of times. */
enum { MOST_OF = 99 };

bool
train_number(const struct train_column *c, struct str text, struct number *n)
{
	struct money money;
	bool ambiguous;

	if (c->field == VOCAB_FIELDS || vocab[c->field].type != VOCAB_TYPE_MONEY)
		return number_parse(text, n) || number_parse_human(text, 0, n, &ambiguous);
	if (!money_parse(text, &money) && !money_parse_human(text, 0, &money, &ambiguous))
		return false;
	*n = money.amount;
	return true;
}

/* The weekday as the condition language has it, 0 Monday; -1: no time. */
int
train_weekday(struct str text, const struct zone *zone)
{
	struct moment m;
	struct civil local;

	if (!lead_moment(text, zone, &m))
		return -1;
	zone_civil(zone, m.from, &local);
	return (int)date_weekday(date_days(local.year, local.month, local.day));
}

instant
train_time(struct str text, const struct zone *zone)
{
	struct moment m;

	return lead_moment(text, zone, &m) ? m.from : INSTANT_NONE;
}

void
train_tally(const struct train_scope *s, const struct train_column *c, struct train_count *out)
{
	const uint32_t *code = train_codes(c);
	const double *weight = (const double *)(const void *)s->plan->table->weight.p;
	const char *came = s->plan->table->came.p;
	size_t i;

	for (i = 0; i < s->rows; i++) {
		struct train_count *t = &out[code[s->row[i]]];
		double w = weight[s->row[i]];

		t->n += w;
		t->came += came[s->row[i]] ? w : 0;
	}
}

/* Types that the vocabulary settles; the others are looked at. */
static bool
is_word(enum vocab_field f)
{
	if (f == VOCAB_FIELDS)
		return false;
	switch (vocab[f].type) {
	case VOCAB_TYPE_WORD: case VOCAB_TYPE_BOOL: case VOCAB_TYPE_COUNTRY: case VOCAB_TYPE_LIST:
	case VOCAB_TYPE_EMAIL: case VOCAB_TYPE_PHONE:
		return true;
	default:
		return f == VOCAB_POSTAL_CODE;
	}
}

enum train_kind
train_kind_of(const struct train_column *c, const struct train_count *count,
    const struct zone *zone)
{
	double known = 0, numbers = 0, times = 0;
	struct number number;
	uint32_t i;

	if (c->part != TRAIN_PLAIN)
		return TRAIN_NUMBER;
	if (is_word(c->field))
		return TRAIN_WORD;
	if (c->field != VOCAB_FIELDS && vocab[c->field].type == VOCAB_TYPE_TIME)
		return TRAIN_WEEKDAY;
	for (i = 1; i < c->word.count; i++) {
		struct str text = c->word.entry[i].key;

		if (count[i].n == 0 || vocab_means_missing(text))
			continue;
		known += count[i].n;
		if (train_number(c, text, &number))
			numbers += count[i].n;
		/* Once a column has shown words, it is no column of times. */
		else if (times * 100 >= (known - count[i].n) * MOST_OF / 2 &&
		    train_time(text, zone) != INSTANT_NONE)
			times += count[i].n;
	}
	if (known > 0 && numbers * 100 >= known * MOST_OF)
		return TRAIN_NUMBER;
	return known > 0 && times * 100 >= known * MOST_OF ? TRAIN_WEEKDAY : TRAIN_WORD;
}

/* The days.  What is no time takes no part: no rule could say so. */
void
train_weekday_levels(const struct train_scope *s, struct train_feature *f,
    const struct train_count *count)
{
	static const char *const day[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
		"saturday", "sunday" };
	const struct train_column *c = f->column;
	uint32_t i;
	int d;

	f->levels = 8;
	f->level = arena_array(s->arena, f->levels, sizeof *f->level);
	for (d = 0; d < 7; d++)
		f->level[d + 1].word = str_of(day[d]);
	for (i = 0; i < c->word.count; i++) {
		d = train_weekday(c->word.entry[i].key, s->plan->zone);
		f->of[i] = d < 0 ? TRAIN_NONE : (uint16_t)(d + 1);
		f->level[d + 1].n += count[i].n;
		f->level[d + 1].came += count[i].came;
	}
}
