/*
 * merge - column by column, but for those that go together.
 */
#include "import/merge.h"
#include "record/list.h"

const enum vocab_field merge_together[MERGE_WHOLES][MERGE_PARTS] = {
	{ VOCAB_EMAIL, VOCAB_EMAIL_STATUS, VOCAB_FIELDS },
	{ VOCAB_PHONE, VOCAB_PHONE_STATUS, VOCAB_FIELDS },
	{ VOCAB_SOURCE, VOCAB_SOURCE_DETAIL, VOCAB_DIRECTION, VOCAB_FIELDS },
	{ VOCAB_STATUS, VOCAB_FIELDS },
	{ VOCAB_STREET, VOCAB_CITY, VOCAB_POSTAL_CODE, VOCAB_REGION, VOCAB_COUNTRY, VOCAB_FIELDS },
};

struct work {
	const struct layout *layout;
	const struct merge_rules *rules;
	struct arena *scratch;
	const struct merge_lead *lead;
	size_t leads;
	bool master;
	struct field *out;
	uint32_t *from;
	instant *when;                  /* per lead; NULL: not asked for yet */
};

/* Columns that come from one lead: the keys decide which. */
struct block {
	uint32_t key[MERGE_PARTS], column[2 * MERGE_PARTS];
	unsigned keys, columns;
};

static struct str
text(const struct work *w, size_t lead, uint32_t at)
{
	return record_field_text(w->scratch, w->lead[lead].field[at]);
}

bool
merge_known(struct arena *scratch, struct field f)
{
	return f.size != 0 && !(f.flags & FIELD_ABSENT) &&
	    str_trim(record_field_text(scratch, f)).n != 0;
}

static bool
known(const struct work *w, size_t lead, uint32_t at)
{
	return merge_known(w->scratch, w->lead[lead].field[at]);
}

static void
set(struct work *w, uint32_t at, struct str s, uint32_t from)
{
	w->out[at] = (struct field){ s.p, (uint32_t)s.n, FIELD_TEXT };
	w->from[at] = from;
}

static void
take(struct work *w, uint32_t at, size_t lead)
{
	w->out[at] = w->lead[lead].field[at];
	w->from[at] = known(w, lead, at) ? (uint32_t)lead : MERGE_NONE;
}

static instant
time_of(const struct work *w, size_t lead, enum vocab_field f)
{
	uint32_t at = w->layout->at[f];
	struct civil c;

	return at != LAYOUT_NONE && date_parse_iso(str_trim(text(w, lead, at)), &c) ?
	    date_utc(&c) : INSTANT_NONE;
}

/* When it was touched last, or made. */
static instant
when(struct work *w, size_t lead)
{
	size_t i;

	if (w->when == NULL) {
		w->when = arena_array(w->scratch, w->leads, sizeof *w->when);
		for (i = 0; i < w->leads; i++) {
			w->when[i] = time_of(w, i, VOCAB_UPDATED_AT);
			if (w->when[i] == INSTANT_NONE)
				w->when[i] = time_of(w, i, VOCAB_CREATED_AT);
		}
	}
	return w->when[lead];
}

/* How much it knows: columns first, then letters. */
static uint64_t
extent(const struct work *w, size_t lead, const struct block *b)
{
	uint64_t filled = 0, letters = 0;
	unsigned k;

	for (k = 0; k < b->keys; k++)
		if (known(w, lead, b->key[k])) {
			filled++;
			letters += str_trim(text(w, lead, b->key[k])).n;
		}
	return filled << 32 | letters;
}

/* Does lead b, who is behind a, survive it? */
static bool
better(struct work *w, const struct block *block, size_t a, size_t b)
{
	switch ((enum merge_keep)w->rules->keep[block->column[0]]) {
	case MERGE_NEWEST:
		return when(w, b) > when(w, a);
	case MERGE_COMPLETE:
		return extent(w, b, block) > extent(w, a, block);
	case MERGE_RANK:
		return w->rules->rank[w->lead[b].file] < w->rules->rank[w->lead[a].file];
	default:
		return false;
	}
}

/* The best of leads lo to hi that know the key; MERGE_NONE: none does. */
static uint32_t
pick(struct work *w, const struct block *b, uint32_t key, size_t lo, size_t hi)
{
	uint32_t best = MERGE_NONE;
	size_t i;

	for (i = lo; i < hi; i++)
		if (known(w, i, key) && (best == MERGE_NONE || better(w, b, best, i)))
			best = (uint32_t)i;
	return best;
}

/* Who knows the first of the keys, or else the next one of them. */
static uint32_t
choose(struct work *w, const struct block *b, size_t lo, size_t hi)
{
	bool complete = w->rules->keep[b->column[0]] == MERGE_COMPLETE;
	uint32_t best = MERGE_NONE, one;
	unsigned k;

	for (k = 0; k < b->keys && (complete || best == MERGE_NONE); k++) {
		one = pick(w, b, b->key[k], lo, hi);
		if (best == MERGE_NONE || (one != MERGE_NONE && extent(w, one, b) > extent(w, best, b)))
			best = one;
	}
	return best;
}

static void
take_block(struct work *w, const struct block *b, uint32_t lead)
{
	unsigned i;

	for (i = 0; i < b->columns; i++)
		take(w, b->column[i], lead == MERGE_NONE ? 0 : lead);
}

static bool
contradicts(const struct work *w, const struct block *b, size_t lead)
{
	unsigned k;

	for (k = 0; k < b->keys; k++)
		if (known(w, 0, b->key[k]) && known(w, lead, b->key[k]) &&
		    !str_eq(str_trim(text(w, 0, b->key[k])), str_trim(text(w, lead, b->key[k]))))
			return true;
	return false;
}

/* What the master knows stays; the rest from one lead that agrees with it. */
static void
fill(struct work *w, const struct block *b)
{
	uint32_t best = MERGE_NONE;
	unsigned k;
	size_t i;

	take_block(w, b, 0);
	for (k = 0; k < b->keys && best == MERGE_NONE; k++)
		for (i = 1; i < w->leads && !known(w, 0, b->key[k]); i++)
			if (known(w, i, b->key[k]) && !contradicts(w, b, i) &&
			    (best == MERGE_NONE || better(w, b, best, i)))
				best = (uint32_t)i;
	for (k = 0; k < b->columns && best != MERGE_NONE; k++)
		if (!known(w, 0, b->column[k]))
			take(w, b->column[k], best);
}

/* The others' before the master's: they say what it says and more, or at least as much. */
static void
replace(struct work *w, const struct block *b)
{
	uint32_t best = MERGE_NONE;
	unsigned k;

	for (k = 0; k < b->keys && best == MERGE_NONE; k++)
		if (pick(w, b, b->key[k], 1, w->leads) != MERGE_NONE)
			best = choose(w, b, 1, w->leads);
		else if (known(w, 0, b->key[k]))
			best = 0;
	take_block(w, b, best);
}

static void
settle(struct work *w, const struct block *b)
{
	if (!w->master)
		take_block(w, b, choose(w, b, 0, w->leads));
	else if (w->rules->update[b->column[0]] == MERGE_IGNORE)
		take_block(w, b, 0);
	else if (w->rules->update[b->column[0]] == MERGE_REPLACE)
		replace(w, b);
	else
		fill(w, b);
}

static void
settle_together(struct work *w, const enum vocab_field *field)
{
	struct block b = { .keys = 0 };
	uint32_t at;

	for (; *field != VOCAB_FIELDS; field++) {
		if ((at = w->layout->at[*field]) != LAYOUT_NONE)
			b.key[b.keys++] = b.column[b.columns++] = at;
		if ((at = w->layout->original[*field]) != LAYOUT_NONE)
			b.column[b.columns++] = at;
	}
	if (b.columns != 0)
		settle(w, &b);
}

/* Any lead that says `most` decides. */
static void
restrict_to(struct work *w, enum vocab_field f, const char *most)
{
	uint32_t at = w->layout->at[f];
	size_t i;

	for (i = 0; i < w->leads && at != LAYOUT_NONE; i++)
		if (str_is(text(w, i, at), most)) {
			set(w, at, str_of(most), (uint32_t)i);
			return;
		}
}

/* Which leads have a say in what unites. */
static void
range(const struct work *w, uint32_t at, size_t *lo, size_t *hi)
{
	size_t i;

	*lo = 0;
	*hi = w->master && w->rules->update[at] == MERGE_IGNORE ? 1 : w->leads;
	for (i = 1; i < *hi && w->master && w->rules->update[at] == MERGE_REPLACE; i++)
		if (known(w, i, at))
			*lo = 1;
}

static void
unite(struct work *w, uint32_t at, bool names)
{
	struct arena *a = w->scratch;
	struct map items = { .arena = a };
	struct str rest, item, *list;
	uint32_t k;
	size_t i, hi;

	for (range(w, at, &i, &hi); i < hi; i++) {
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
		set(w, at, list_join(a, list, items.count), names ? MERGE_NONE : MERGE_ALL);
	}
	map_free(&items);
}

static void
unite_activities(struct work *w, uint32_t at)
{
	struct str *list = arena_array(w->scratch, w->leads, sizeof *list);
	size_t i, hi, n = 0;

	for (range(w, at, &i, &hi); i < hi; i++) {
		list[n] = text(w, i, at);
		n += list[n].n != 0;
	}
	if (n > 0)
		set(w, at, merge_activities(w->scratch, list, n), MERGE_ALL);
}

void
merge_leads(const struct layout *l, const struct merge_rules *rules, struct arena *scratch,
    const struct merge_lead *lead, size_t leads, bool master, struct field *out, uint32_t *from)
{
	static const enum vocab_field derived[] = { VOCAB_QUALITY, VOCAB_FLAGS, VOCAB_MERGED_FROM };
	struct work w = { l, rules, scratch, lead, leads, master, out, from, NULL };
	unsigned f;
	size_t i;
	uint32_t at;

	for (at = 0; at < l->shape->count; at++)
		settle(&w, &(struct block){ { at }, { at }, 1, 1 });
	for (i = 0; i < MERGE_WHOLES; i++)
		settle_together(&w, merge_together[i]);
	restrict_to(&w, VOCAB_CONSENT, "denied");
	restrict_to(&w, VOCAB_EMAIL_OPT_OUT, "true");
	restrict_to(&w, VOCAB_DO_NOT_CALL, "true");
	for (f = 0; f < VOCAB_FIELDS; f++)
		if (l->at[f] != LAYOUT_NONE && vocab[f].type == VOCAB_TYPE_LIST)
			unite(&w, l->at[f], f == VOCAB_MERGED_FROM);
	for (i = 0; i < sizeof derived / sizeof *derived; i++)
		if (l->at[derived[i]] != LAYOUT_NONE)
			from[l->at[derived[i]]] = MERGE_NONE;
	if (l->at[VOCAB_ACTIVITIES] != LAYOUT_NONE)
		unite_activities(&w, l->at[VOCAB_ACTIVITIES]);
}
