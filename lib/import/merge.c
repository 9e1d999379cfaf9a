/*
 * merge - column by column, but for those that go together.
 */
#include "import/merge.h"
#include "record/list.h"

/* The first of each row decides which lead all of the row come from. */
static const enum vocab_field together[][8] = {
	{ VOCAB_EMAIL, VOCAB_EMAIL_STATUS, VOCAB_FIELDS },
	{ VOCAB_PHONE, VOCAB_PHONE_STATUS, VOCAB_FIELDS },
	{ VOCAB_SOURCE, VOCAB_SOURCE_DETAIL, VOCAB_DIRECTION, VOCAB_FIELDS },
	{ VOCAB_STATUS, VOCAB_FIELDS },
	{ VOCAB_STREET, VOCAB_CITY, VOCAB_POSTAL_CODE, VOCAB_REGION, VOCAB_COUNTRY, VOCAB_FIELDS },
};

struct work {
	const struct layout *layout;
	struct arena *scratch;
	const struct merge_lead *lead;
	size_t leads;
	struct field *out;
};

static struct str
text(const struct work *w, size_t lead, uint32_t at)
{
	return record_field_text(w->scratch, w->lead[lead].field[at]);
}

static bool
known(const struct work *w, size_t lead, uint32_t at)
{
	const struct field *f = &w->lead[lead].field[at];

	return f->size != 0 && !(f->flags & FIELD_ABSENT) && str_trim(text(w, lead, at)).n != 0;
}

static void
set(struct work *w, uint32_t at, struct str s)
{
	w->out[at] = (struct field){ s.p, (uint32_t)s.n, FIELD_TEXT };
}

static void
first_known(struct work *w, uint32_t at)
{
	size_t i;

	w->out[at] = w->lead[0].field[at];
	for (i = 0; i < w->leads; i++)
		if (known(w, i, at)) {
			w->out[at] = w->lead[i].field[at];
			return;
		}
}

static void
take(struct work *w, uint32_t at, size_t lead)
{
	if (at != LAYOUT_NONE)
		w->out[at] = w->lead[lead].field[at];
}

/* The first lead that knows the first of these fields, or else the next one of them. */
static void
as_block(struct work *w, const enum vocab_field *field)
{
	const uint32_t *at = w->layout->at;
	const enum vocab_field *f, *part;
	size_t i;

	for (f = field; *f != VOCAB_FIELDS; f++)
		for (i = 0; i < w->leads && at[*f] != LAYOUT_NONE; i++) {
			if (!known(w, i, at[*f]))
				continue;
			for (part = field; *part != VOCAB_FIELDS; part++) {
				take(w, at[*part], i);
				take(w, w->layout->original[*part], i);
			}
			return;
		}
}

/* Any lead that says `most` decides. */
static void
restrict_to(struct work *w, enum vocab_field f, const char *most)
{
	uint32_t at = w->layout->at[f];
	size_t i;

	for (i = 0; i < w->leads && at != LAYOUT_NONE; i++)
		if (str_is(text(w, i, at), most))
			set(w, at, str_of(most));
}

static void
unite(struct work *w, uint32_t at, bool names)
{
	struct arena *a = w->scratch;
	struct map items = { .arena = a };
	struct str rest, item, *list;
	uint32_t k;
	size_t i;

	for (i = 0; i < w->leads; i++) {
		rest = text(w, i, at);
		while (rest.n != 0 && list_next(a, &rest, &item))
			map_add(&items, item);
		if (names && i != 0)
			map_add(&items, w->lead[i].name);
	}
	if (items.count != 0) {
		list = arena_array(a, items.count, sizeof *list);
		for (k = 0; k < items.count; k++)
			list[k] = items.entry[k].key;
		set(w, at, list_join(a, list, items.count));
	}
	map_free(&items);
}

/* The same history in two leads is one history. */
static void
unite_activities(struct work *w, uint32_t at)
{
	struct map seen = { .arena = w->scratch };
	struct str *list = arena_array(w->scratch, w->leads, sizeof *list);
	size_t i, n = 0;
	uint32_t before;

	for (i = 0; i < w->leads; i++) {
		struct str s = text(w, i, at);

		before = seen.count;
		if (s.n != 0 && map_add(&seen, s) == before)
			list[n++] = s;
	}
	if (n > 1)
		set(w, at, merge_activities(w->scratch, list, n));
	map_free(&seen);
}

void
merge_leads(const struct layout *l, struct arena *scratch, const struct merge_lead *lead,
    size_t leads, struct field *out)
{
	struct work w = { l, scratch, lead, leads, out };
	unsigned f;
	size_t i;
	uint32_t at;

	for (at = 0; at < l->shape->count; at++)
		first_known(&w, at);
	for (i = 0; i < sizeof together / sizeof *together; i++)
		as_block(&w, together[i]);
	restrict_to(&w, VOCAB_CONSENT, "denied");
	restrict_to(&w, VOCAB_EMAIL_OPT_OUT, "true");
	restrict_to(&w, VOCAB_DO_NOT_CALL, "true");
	for (f = 0; f < VOCAB_FIELDS; f++)
		if (l->at[f] != LAYOUT_NONE && vocab[f].type == VOCAB_TYPE_LIST)
			unite(&w, l->at[f], f == VOCAB_MERGED_FROM);
	if (l->at[VOCAB_ACTIVITIES] != LAYOUT_NONE)
		unite_activities(&w, l->at[VOCAB_ACTIVITIES]);
}
