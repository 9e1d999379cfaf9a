/*
 * merge - column by column, but for those that go together.
 */
#include "import/merge_impl.h"
#include "value/contact.h"

const enum vocab_field merge_together[MERGE_WHOLES][MERGE_PARTS] = {
	{ VOCAB_EMAIL, VOCAB_EMAIL_STATUS, VOCAB_FIELDS },
	{ VOCAB_PHONE, VOCAB_PHONE_STATUS, VOCAB_FIELDS },
	{ VOCAB_SOURCE, VOCAB_SOURCE_DETAIL, VOCAB_DIRECTION, VOCAB_FIELDS },
	{ VOCAB_STATUS, VOCAB_FIELDS },
	{ VOCAB_LAST_NAME, VOCAB_FIRST_NAME, VOCAB_FULL_NAME, VOCAB_FIELDS },
	{ VOCAB_STREET, VOCAB_CITY, VOCAB_POSTAL_CODE, VOCAB_REGION, VOCAB_COUNTRY, VOCAB_FIELDS },
};

/* Columns that come from one lead: the keys decide which. */
struct block {
	uint32_t key[MERGE_PARTS], column[2 * MERGE_PARTS];
	unsigned keys, columns;
	bool name;                      /* who knows all keys comes first */
	uint32_t whole;                 /* … and this is made of them, when there is such a column */
};

struct str
merge_text(const struct merge_work *w, size_t lead, uint32_t at)
{
	return record_field_text(w->scratch, w->lead[lead].field[at]);
}

bool
merge_known(struct arena *scratch, struct field f)
{
	if (f.size == 0 || f.flags & FIELD_ABSENT)
		return false;
	return ((f.flags & ~(uint32_t)(FIELD_TEXT | FIELD_PLAIN)) == 0 && *f.raw > ' ') ||
	    str_trim(record_field_text(scratch, f)).n != 0;
}

static bool
known(const struct merge_work *w, size_t lead, uint32_t at)
{
	return merge_known(w->scratch, w->lead[lead].field[at]);
}

static void
take(struct merge_work *w, uint32_t at, size_t lead)
{
	w->out[at] = w->lead[lead].field[at];
	w->from[at] = known(w, lead, at) ? (uint32_t)lead : MERGE_NONE;
}

static instant
time_of(const struct merge_work *w, size_t lead, enum vocab_field f)
{
	uint32_t at = w->layout->at[f];
	struct civil c;

	return at != LAYOUT_NONE && date_parse_iso(str_trim(merge_text(w, lead, at)), &c) ?
	    date_utc(&c) : INSTANT_NONE;
}

/* When it was touched last, or made. */
static instant
when(struct merge_work *w, size_t lead)
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
extent(const struct merge_work *w, size_t lead, const struct block *b)
{
	uint64_t filled = 0, letters = 0;
	unsigned k;

	for (k = 0; k < b->keys; k++)
		if (known(w, lead, b->key[k])) {
			filled++;
			letters += str_trim(merge_text(w, lead, b->key[k])).n;
		}
	return filled << 32 | letters;
}

/* Does lead b, who is behind a, survive it? */
static bool
better(struct merge_work *w, const struct block *block, size_t a, size_t b)
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
pick(struct merge_work *w, const struct block *b, uint32_t key, size_t lo, size_t hi)
{
	uint32_t best = MERGE_NONE;
	size_t i;

	for (i = lo; i < hi; i++)
		if (known(w, i, key) && (best == MERGE_NONE || better(w, b, best, i)))
			best = (uint32_t)i;
	return best;
}

static bool
knows_all(const struct merge_work *w, const struct block *b, size_t lead)
{
	unsigned k = 0;

	while (k < b->keys && known(w, lead, b->key[k]))
		k++;
	return k == b->keys;
}

/* The best of those that know the whole of a name. */
static uint32_t
choose_whole(struct merge_work *w, const struct block *b, size_t lo, size_t hi)
{
	uint32_t best = MERGE_NONE;
	size_t i;

	for (i = lo; i < hi && b->name; i++)
		if (knows_all(w, b, i) && (best == MERGE_NONE || better(w, b, best, i)))
			best = (uint32_t)i;
	return best;
}

/* Who knows the first of the keys, or else the next one of them. */
static uint32_t
choose(struct merge_work *w, const struct block *b, size_t lo, size_t hi)
{
	bool complete = w->rules->keep[b->column[0]] == MERGE_COMPLETE;
	uint32_t best = choose_whole(w, b, lo, hi), one;
	unsigned k;

	for (k = 0; k < b->keys && (complete || best == MERGE_NONE); k++) {
		one = pick(w, b, b->key[k], lo, hi);
		if (best == MERGE_NONE || (one != MERGE_NONE && extent(w, one, b) > extent(w, best, b)))
			best = one;
	}
	return best;
}

static void
take_block(struct merge_work *w, const struct block *b, uint32_t lead)
{
	unsigned i;

	for (i = 0; i < b->columns; i++)
		take(w, b->column[i], lead == MERGE_NONE ? 0 : lead);
}

/* It says nothing else than what is there, and, but for a name, something of that. */
static bool
agrees(const struct merge_work *w, const struct block *b, const struct merge_lead *lead)
{
	bool any = b->name;
	unsigned k;

	for (k = 0; k < b->keys; k++) {
		const struct field there = w->out[b->key[k]], here = lead->field[b->key[k]];

		if (!merge_known(w->scratch, there) || !merge_known(w->scratch, here))
			continue;
		/* Most of them are where they have come from. */
		if (!(there.raw == here.raw && there.size == here.size && there.flags == here.flags) &&
		    !str_eq_nocase(str_trim(record_field_text(w->scratch, there)),
		    str_trim(record_field_text(w->scratch, here))))
			return false;
		any = true;
	}
	return any;
}

/* A name whose parts are of two leads is written anew. */
static void
rename_whole(struct merge_work *w, const struct block *b)
{
	struct str first, last, full;

	if (b->whole == MERGE_NONE || b->keys < 2 || w->from[b->key[0]] == w->from[b->key[1]] ||
	    w->from[b->key[0]] == MERGE_NONE || w->from[b->key[1]] == MERGE_NONE)
		return;
	last = record_field_text(w->scratch, w->out[b->key[0]]);
	first = record_field_text(w->scratch, w->out[b->key[1]]);
	full = contact_join_name(w->scratch, str_trim(first), str_trim(last));
	w->out[b->whole] = (struct field){ full.p, (uint32_t)full.n, FIELD_TEXT };
	w->from[b->whole] = MERGE_NONE;
}

/* Does the lead fill any? */
static bool
fill_from(struct merge_work *w, const struct block *b, size_t lead)
{
	bool any = false;
	unsigned k;

	for (k = 0; k < b->columns; k++)
		if (!merge_known(w->scratch, w->out[b->column[k]]) && known(w, lead, b->column[k])) {
			take(w, b->column[k], lead);
			any = true;
		}
	return any;
}

/* The gaps of a whole, from leads that agree with what is there; and who does may be another once
 * more is there. */
static void
fill(struct merge_work *w, const struct block *b)
{
	size_t i = 0;

	while (i < w->leads && b->columns > 1)
		i = agrees(w, b, &w->lead[i]) && fill_from(w, b, i) ? 0 : i + 1;
	rename_whole(w, b);
}

/* The others' before the master's: they say what it says and more, or at least as much. */
static uint32_t
replace(struct merge_work *w, const struct block *b)
{
	unsigned k;

	for (k = 0; k < b->keys; k++) {
		if (pick(w, b, b->key[k], 1, w->leads) != MERGE_NONE)
			return choose(w, b, 1, w->leads);
		if (known(w, 0, b->key[k]))
			break;
	}
	return 0;
}

static void
settle(struct merge_work *w, const struct block *b)
{
	uint8_t update = w->rules->update[b->column[0]];
	uint32_t lead = 0;
	unsigned k;

	if (!w->master) {
		lead = choose(w, b, 0, w->leads);
	} else if (update == MERGE_REPLACE) {
		lead = replace(w, b);
	} else if (update == MERGE_FILL) {
		for (k = 0; k < b->keys && !known(w, 0, b->key[k]); k++)
			;
		lead = k < b->keys ? 0 : choose(w, b, 0, w->leads);
	}
	take_block(w, b, lead);
	if (!w->master || update != MERGE_IGNORE)
		fill(w, b);
}

/* One column by itself: most are the first one's that is known. */
static void
settle_alone(struct merge_work *w, uint32_t at)
{
	size_t i = 0;

	if (w->master || w->rules->keep[at] != MERGE_FIRST) {
		settle(w, &(struct block){ { at }, { at }, 1, 1, false, MERGE_NONE });
		return;
	}
	while (i < w->leads && !known(w, i, at))
		i++;
	take(w, at, i < w->leads ? i : 0);
}

static void
settle_together(struct merge_work *w, const enum vocab_field *field)
{
	struct block b = { .name = *field == VOCAB_LAST_NAME, .whole = MERGE_NONE };
	unsigned n = 0;
	uint32_t at;

	for (; *field != VOCAB_FIELDS; field++, n++) {
		if ((at = w->layout->at[*field]) == LAYOUT_NONE)
			continue;
		b.column[b.columns++] = at;
		if (*field == VOCAB_FULL_NAME)
			b.whole = at;
		else
			b.key[b.keys++] = at;
	}
	for (field -= n; n != 0; n--, field++)
		if ((at = w->layout->original[*field]) != LAYOUT_NONE)
			b.column[b.columns++] = at;
	if (b.keys != 0)
		settle(w, &b);
}

void
merge_leads(const struct layout *l, const struct merge_rules *rules, struct arena *scratch,
    const struct merge_lead *lead, size_t leads, bool master, struct field *out, uint32_t *from)
{
	static const enum vocab_field derived[] = { VOCAB_QUALITY, VOCAB_FLAGS, VOCAB_MERGED_FROM };
	struct merge_work w = { l, rules, scratch, lead, leads, master, out, from, NULL };
	size_t i;
	uint32_t at;

	for (at = 0; at < l->shape->count; at++)
		settle_alone(&w, at);
	for (i = 0; i < MERGE_WHOLES; i++)
		settle_together(&w, merge_together[i]);
	merge_unite(&w);
	for (i = 0; i < sizeof derived / sizeof *derived; i++)
		if (l->at[derived[i]] != LAYOUT_NONE)
			from[l->at[derived[i]]] = MERGE_NONE;
}
