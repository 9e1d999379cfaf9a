/*
 * store_master - which leads of a master file the new ones are.
 *
 * First come those that are there already: what says word for word what a lead of the master
 * says; and what the master remembers by name in merged_from, if anything else speaks for it.
 *
 * Importing a file twice changes nothing.  So once they have their places it is looked what another
 * import would see: the master's leads as they have become, those who were new to it among them, and
 * the same new ones again.  Who would go elsewhere then goes there now, and it is looked once more,
 * until nobody does.  Who still wanders after a few tries is nobody's for sure, so he becomes a lead of
 * his own, which is found word for word.
 *
 *	here	masters | new ones, in groups		place: of a group's first, where it belongs
 *	there	masters as they are by now, fresh ones | new ones, in the same groups
 */
#include "import/match_sort.h"
#include "import/store_impl.h"
#include "record/list.h"

enum { TRIES = 8, MOST = 64 };

struct work {
	struct store *store;
	struct spool_view *view;
	struct arena keep, scratch;
	uint8_t *said;                  /* per column: new leads have something in it */
	uint64_t *called;               /* per lead, of new ones: by what name … */
	uint64_t *says;                 /* … and, of a group's first, what the group says */
	uint32_t *place;                /* per first: a lead of the master, or a first */
	uint8_t *own;                   /* per first: he has wandered */
	bool any;                       /* the master's leads are not what they were */

	/* of there */
	struct match there;
	struct buf fresh;               /* uint32_t: the first of each group that is new to the master */
	struct buf content;             /* struct match_entry: the master's leads, by what they say */
	struct buf names;               /* struct match_entry: names that they have taken in */
	uint32_t *same;                 /* per lead, of new groups: the master's that says the same */
	uint32_t *named, *witness;      /* per new group: a lead that knows a row of it by name; the row */
};

/* What no place is. */
#define NOWHERE UINT32_MAX

/* Not the traces of imports, nor what they did since; and what each is called. */
static int
find_said(struct work *w, struct err *e)
{
	struct store *s = w->store;
	const struct layout *l = s->layout;
	struct merge_lead lead;
	uint32_t i, k;

	for (i = s->match.masters; i < s->match.count; i++) {
		arena_reset(&w->scratch);
		if (store_fetch(s, w->view, i, &w->scratch, &lead, e) < 0)
			return -1;
		w->called[i] = match_hash(lead.name);
		for (k = 0; k < l->shape->count; k++)
			if (!w->said[k] && !store_derived(l, k) && k != l->at[VOCAB_ACTIVITIES])
				w->said[k] = merge_known(&w->scratch, lead.field[k]);
	}
	return 0;
}

static uint64_t
content(struct work *w, const struct field *f)
{
	struct buf b = { 0 };
	uint64_t hash;
	uint32_t i;

	for (i = 0; i < w->store->layout->shape->count; i++) {
		if (!w->said[i])
			continue;
		buf_str(&b, record_field_text(&w->scratch, f[i]));
		buf_byte(&b, '\0');
	}
	hash = match_hash(buf_text(&b));
	buf_free(&b);
	return hash;
}

/* Lead i of there, with what has been merged into it. */
static void
add_names(struct work *w, uint32_t i, const struct field *f)
{
	const uint32_t *at = w->store->layout->at;
	struct str rest = record_field_text(&w->scratch, f[at[VOCAB_MERGED_FROM]]), item = { 0 };
	struct match_entry one = { 0, i };

	if (at[VOCAB_ID] != LAYOUT_NONE)
		item = record_field_text(&w->scratch, f[at[VOCAB_ID]]);
	if (item.n != 0) {
		one.hash = match_hash(item);
		buf_add(&w->names, &one, sizeof one);
	}
	while (rest.n != 0 && list_next(&w->scratch, &rest, &item)) {
		one.hash = match_hash(item);
		buf_add(&w->names, &one, sizeof one);
	}
}

/* What the groups of new leads say before they have a place. */
static int
find_says(struct work *w, struct err *e)
{
	struct store *s = w->store;
	struct record rec = { .shape = s->layout->shape, .scratch = &w->scratch };
	struct store_group g;
	uint32_t i;

	for (i = s->match.masters; i < s->match.count; i++) {
		w->place[i] = i;
		if (s->match.group[i] != i)
			continue;
		arena_reset(&w->scratch);
		if (store_lead(s, w->view, i, &rec, &g, e) < 0)
			return -1;
		w->says[i] = content(w, rec.field);
	}
	return 0;
}

/* What lead i, the next of there, is known by: what it was, or what follows from what it says. */
static void
add_keys(struct work *w, uint32_t i, const struct field *f, bool changed)
{
	const struct match *m = &w->store->match;
	struct match_lead l = ((const struct match_lead *)(const void *)m->lead.p)[i];
	struct clean_lead lead = { 0 };
	struct clean c = { .plan = w->store->clean, .scratch = &w->scratch, .lead = &lead };
	struct buf packed = { 0 };

	if (changed) {
		store_values(w->store, &w->scratch, f, lead.value);
		l = (struct match_lead){ 0 };
		store_keys(w->store, &c, &l, &packed);
	} else if (m->alike) {
		buf_str(&packed, match_packed(m, i));
	}
	match_add(&w->there, &l);
	if (m->alike)
		match_add_text(&w->there, buf_text(&packed));
	buf_free(&packed);
}

/* Lead i of here, if it is the first of its group, as it is by now. */
static int
add_lead(struct work *w, uint32_t i, struct err *e)
{
	struct store *s = w->store;
	struct record rec = { .shape = s->layout->shape, .scratch = &w->scratch };
	bool fresh = i >= s->match.masters;
	struct match_entry one = { 0, w->there.count };
	struct store_group g;

	arena_reset(&w->scratch);
	if (store_lead(s, w->view, i, &rec, &g, e) < 0)
		return -1;
	if (g.leads == 0)
		return 0;
	one.hash = content(w, rec.field);
	buf_add(&w->content, &one, sizeof one);
	add_names(w, one.row, rec.field);
	add_keys(w, i, rec.field, fresh || g.changed);
	if (fresh)
		buf_add(&w->fresh, &i, sizeof i);
	w->any = w->any || fresh || g.changed;
	return 0;
}

static void
sort(struct buf *b)
{
	struct match_entry *e = (struct match_entry *)(void *)b->p;

	match_sort(e, b->n / sizeof *e);
}

/* All of there. */
static int
look(struct work *w, bool first, struct err *e)
{
	const struct match *m = &w->store->match;
	uint32_t i, count = first ? m->masters : m->count;

	match_free(&w->there);
	w->there = (struct match){ .alike = m->alike };
	w->fresh.n = w->content.n = w->names.n = 0;
	w->any = first;
	for (i = 0; i < count; i++)
		if (add_lead(w, i, e) < 0)
			return -1;
	sort(&w->content);
	sort(&w->names);
	match_begin(&w->there, m);
	return 0;
}

/* How much further behind new leads are there. */
static uint32_t
shift(const struct work *w)
{
	return w->there.masters - w->store->match.masters;
}

static const struct match_entry *
search(const struct buf *b, uint64_t hash)
{
	const struct match_entry *e = (const struct match_entry *)(const void *)b->p;

	return match_search(e, b->n / sizeof *e, hash);
}

/* New groups that are, merged, what the master has. */
static void
find_same(struct work *w)
{
	const struct match *m = &w->store->match;
	const struct match_entry *known;
	uint32_t i;

	for (i = m->masters; i < m->count; i++) {
		w->same[i] = w->named[i] = NOWHERE;
		if (!match_leads_alone(m, i) || (known = search(&w->content, w->says[i])) == NULL)
			continue;
		w->same[i] = known->row;
		match_same(&w->there, known->row, i + shift(w));
	}
}

/* Of those that know row i by name, and for which something else speaks, the first is its group's. */
static void
take_named(struct work *w, uint32_t i)
{
	const struct match_entry *known = search(&w->names, w->called[i]);
	const struct match_entry *end;
	uint32_t root = w->there.group[i + shift(w)], *named;

	/* Who is the master's already by what it says. */
	if (known == NULL || root < w->there.masters || w->same[root - shift(w)] != NOWHERE)
		return;
	end = (const struct match_entry *)(const void *)(w->names.p + w->names.n);
	named = &w->named[root - shift(w)];
	for (; known < end && known->hash == w->called[i] && known->row < *named; known++)
		if (match_speaks(&w->there, known->row, i + shift(w))) {
			*named = known->row;
			w->witness[root - shift(w)] = i;
		}
}

/* New groups of whom the master knows one by name. */
static void
find_named(struct work *w)
{
	const struct match *m = &w->store->match;
	uint32_t i;

	for (i = m->masters; i < m->count; i++)
		take_named(w, i);
	for (i = m->masters; i < m->count; i++)
		if (w->named[i] != NOWHERE)
			match_named(&w->there, w->named[i], w->witness[i] + shift(w));
}

/* What lead i of there is here. */
static uint32_t
here(const struct work *w, uint32_t i)
{
	const struct match *m = &w->store->match;

	return i < m->masters ? i : i < w->there.masters ?
	    ((const uint32_t *)(const void *)w->fresh.p)[i - m->masters] : i - shift(w);
}

/* Where the group whose first is i would be found. */
static uint32_t
place_of(const struct work *w, uint32_t i)
{
	uint32_t to = here(w, w->there.group[i + shift(w)]);

	if (w->same[i] == NOWHERE && (w->own[i] || (to >= w->store->match.masters && w->own[to])))
		return i;
	return to;
}

/* Those who are found at a group's first are its group, whoever that was. */
static void
find_firsts(const struct work *w, uint32_t *place)
{
	const struct match *m = &w->store->match;
	uint32_t *first = w->witness, i;

	memset(first, 0xff, m->count * sizeof *first);
	for (i = m->masters; i < m->count; i++)
		if (match_leads_alone(m, i) && place[i] >= m->masters && first[place[i]] == NOWHERE)
			first[place[i]] = i;
	for (i = m->masters; i < m->count; i++)
		if (match_leads_alone(m, i) && place[i] >= m->masters)
			place[i] = first[place[i]];
}

/* Everybody goes where he is found; has anybody moved? */
static bool
move(struct work *w, uint32_t *place, bool late)
{
	struct match *m = &w->store->match;
	bool moved = false;
	uint32_t i;

	for (i = m->masters; i < m->count; i++)
		place[i] = match_leads_alone(m, i) ? place_of(w, i) : i;
	find_firsts(w, place);
	for (i = m->masters; i < m->count; i++) {
		const struct match_why *why = w->there.why != NULL ? &w->there.why[i + shift(w)] : NULL;

		if (place[i] == w->place[i])
			continue;
		moved = true;
		w->own[i] = late;
		w->place[i] = late ? i : place[i];
		if (why != NULL && w->place[i] != i && w->there.group[i + shift(w)] != i + shift(w))
			m->why[i] = (struct match_why){ here(w, why->a), here(w, why->b), why->rule,
				why->score };
	}
	return moved;
}

int
store_masters(struct store *s, struct spool_view *v, struct err *e)
{
	struct work w = { .store = s, .view = v };
	struct match *m = &s->match;
	uint32_t *place = arena_array(&w.keep, m->count, sizeof *place), tries;
	bool moved = true;
	int result;

	w.said = arena_alloc(&w.keep, (size_t)s->layout->shape->count + 1);
	w.called = arena_array(&w.keep, m->count, sizeof *w.called);
	w.says = arena_array(&w.keep, m->count, sizeof *w.says);
	w.place = arena_array(&w.keep, m->count, sizeof *w.place);
	w.own = arena_alloc(&w.keep, (size_t)m->count + 1);
	w.same = arena_array(&w.keep, m->count, sizeof *w.same);
	w.named = arena_array(&w.keep, m->count, sizeof *w.named);
	w.witness = arena_array(&w.keep, m->count, sizeof *w.witness);
	result = find_said(&w, e) < 0 ? -1 : find_says(&w, e);
	for (tries = 0; result == 0 && moved && tries < MOST; tries++) {
		if ((result = look(&w, tries == 0, e)) < 0 || !w.any)
			break;
		find_same(&w);
		find_named(&w);
		match_group_masters(&w.there);
		if (tries == 0)
			m->n = w.there.n;
		moved = move(&w, place, tries >= TRIES);
		match_place(m, w.place);
		m->bytes = m->bytes > w.there.bytes ? m->bytes : w.there.bytes;
	}
	match_free(&w.there);
	buf_free(&w.fresh);
	buf_free(&w.content);
	buf_free(&w.names);
	arena_free(&w.scratch);
	arena_free(&w.keep);
	return result;
}
