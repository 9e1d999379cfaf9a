/*
 * store_master - which leads of a master file the new ones are.
 *
 * First come those that are there already: what says word for word what a lead of the master
 * says; and what the master remembers by name in merged_from, if anything else speaks for it.  Then
 * it is done once more with the master as it has become, whose leads are others by then, and in which
 * are those who were new to it, until nobody goes elsewhere: importing a file twice changes nothing,
 * whatever the first time has changed.  Who still wanders after a few tries is nobody's for sure, so
 * he becomes a lead of his own, which is found word for word.
 */
#include "import/match_sort.h"
#include "import/store_impl.h"
#include "record/list.h"

enum { TRIES = 8 };

struct work {
	struct store *store;
	struct spool_view *view;
	struct arena keep, scratch;
	uint8_t *changed;               /* per lead of the master: at the last look it was another */
	bool any;                       /* some has */
	uint8_t *said;                  /* per column: new leads have something in it */
	struct match_entry *content;    /* of the master's leads, by what they say */
	uint32_t *named, *witness;      /* per new group: a lead that knows a row of it by name; the row */
	struct buf names;               /* struct match_entry: names that they have taken in */
};

/* Not the traces of imports, nor what they did since. */
static int
find_said(struct work *w, struct err *e)
{
	struct store *s = w->store;
	const struct layout *l = s->layout;
	struct merge_lead lead;
	uint32_t i, k;

	w->said = arena_alloc(&w->keep, (size_t)l->shape->count + 1);
	for (i = s->match.masters; i < s->match.count; i++) {
		arena_reset(&w->scratch);
		if (store_fetch(s, w->view, i, &w->scratch, &lead, e) < 0)
			return -1;
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

/* The master's lead i, with what has been merged into it. */
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

/* What it is known by now. */
static void
add_keys(struct work *w, uint32_t i, const struct field *f, bool changed, struct match *known)
{
	const struct match *m = &w->store->match;
	struct match_lead l = ((const struct match_lead *)(const void *)m->lead.p)[i];
	struct clean c = { .plan = w->store->clean, .scratch = &w->scratch };
	struct buf packed = { 0 };

	if (changed) {
		store_values(w->store, &w->scratch, f, c.value);
		l = (struct match_lead){ .file = l.file };
		store_keys(w->store, &c, &l, &packed);
	} else if (m->alike) {
		buf_str(&packed, match_packed(m, i));
	}
	match_add(known, &l);
	if (m->alike)
		match_add_text(known, buf_text(&packed));
	buf_free(&packed);
}

/* The master's leads by what they say and by names, the earlier of equal ones first. */
static int
list_masters(struct work *w, struct err *e)
{
	struct store *s = w->store;
	struct record rec = { .shape = s->layout->shape, .scratch = &w->scratch };
	struct match known = { 0 };
	struct match_entry *name;
	struct store_group g;
	uint32_t i;

	w->names.n = 0;
	w->any = false;
	for (i = 0; i < s->match.masters; i++) {
		arena_reset(&w->scratch);
		if (store_lead(s, w->view, i, &rec, &g, e) < 0) {
			match_free(&known);
			return -1;
		}
		w->content[i] = (struct match_entry){ content(w, rec.field), i };
		add_names(w, i, rec.field);
		add_keys(w, i, rec.field, g.changed || w->changed[i], &known);
		w->changed[i] = g.changed;
		w->any = w->any || g.changed;
	}
	for (; i < s->match.count; i++) {
		arena_reset(&w->scratch);
		if (!match_is_fresh(&s->match, i))
			continue;
		if (store_lead(s, w->view, i, &rec, &g, e) < 0) {
			match_free(&known);
			return -1;
		}
		add_names(w, i, rec.field);
	}
	match_renew(&s->match, &known);
	match_sort(w->content, s->match.masters);
	name = (struct match_entry *)(void *)w->names.p;
	match_sort(name, w->names.n / sizeof *name);
	return 0;
}

/* New groups that are, merged, what the master has. */
static int
find_same(struct work *w, struct err *e)
{
	struct store *s = w->store;
	struct record rec = { .shape = s->layout->shape, .scratch = &w->scratch };
	const struct match_entry *known;
	struct store_group g;
	uint32_t i;

	for (i = s->match.masters; i < s->match.count; i++) {
		if (s->match.group[i] != i || match_is_fresh(&s->match, i))
			continue;
		arena_reset(&w->scratch);
		if (store_lead(s, w->view, i, &rec, &g, e) < 0)
			return -1;
		known = match_search(w->content, s->match.masters, content(w, rec.field));
		if (known != NULL)
			match_same(&s->match, known->row, i);
	}
	return 0;
}

/* Of those that know row i by name, and for which something else speaks, the first is its group's. */
static void
take_named(struct work *w, uint32_t i, uint64_t hash)
{
	const struct match *m = &w->store->match;
	const struct match_entry *name = (const struct match_entry *)(const void *)w->names.p;
	const struct match_entry *known, *end = w->names.n ? name + w->names.n / sizeof *name : name;
	uint32_t root = m->group[i];

	/* Of one that is the master's already by what it says, the root is no new one. */
	if (root < m->masters || m->group[root] < m->masters || match_is_fresh(m, root))
		return;
	known = match_search(name, (size_t)(end - name), hash);
	for (; known != NULL && known < end && known->hash == hash && known->row < w->named[root]; known++)
		if (match_speaks(m, known->row, i)) {
			w->named[root] = known->row;
			w->witness[root] = i;
		}
}

/* New groups of whom the master knows one by name. */
static int
find_named(struct work *w, struct err *e)
{
	struct store *s = w->store;
	struct merge_lead lead;
	uint32_t i;

	memset(w->named, 0xff, s->match.count * sizeof *w->named);
	for (i = s->match.masters; i < s->match.count; i++) {
		arena_reset(&w->scratch);
		if (store_fetch(s, w->view, i, &w->scratch, &lead, e) < 0)
			return -1;
		take_named(w, i, match_hash(lead.name));
	}
	for (i = s->match.masters; i < s->match.count; i++)
		if (w->named[i] < s->match.masters)
			match_named(&s->match, w->named[i], w->witness[i]);
		else if (w->named[i] != MATCH_END)
			match_set_fresh(&s->match, i);
	return 0;
}

/* Once: who is which lead of the master, as it has become. */
static int
try(struct work *w, struct err *e)
{
	if (find_same(w, e) < 0 || find_named(w, e) < 0)
		return -1;
	match_group_masters(&w->store->match);
	return 0;
}

/* Each time there are fewer that still can. */
static void
settle_wanderers(struct match *m, const uint32_t *last)
{
	uint32_t i;

	for (i = m->masters; i < m->count; i++)
		if (m->group[i] != last[i] && match_leads_alone(m, i))
			match_set_fresh(m, i);
}

int
store_masters(struct store *s, struct spool_view *v, struct err *e)
{
	struct work w = { .store = s, .view = v };
	struct match *m = &s->match;
	size_t size = m->count * sizeof *m->group;
	uint32_t *last = arena_array(&w.keep, m->count, sizeof *last);
	struct match_try first = { 0 };
	int result = find_said(&w, e);
	uint32_t tries;
	bool fresh;

	w.named = arena_array(&w.keep, m->count, sizeof *w.named);
	w.witness = arena_array(&w.keep, m->count, sizeof *w.witness);
	w.changed = arena_alloc(&w.keep, (size_t)m->masters + 1);
	w.content = arena_array(&w.keep, (size_t)m->masters + 1, sizeof *w.content);
	for (tries = 0; result == 0; tries++) {
		fresh = tries == 0 || match_settle(m);
		if ((result = list_masters(&w, e)) < 0 || (!w.any && !fresh))
			break;
		memcpy(last, m->group, size);
		if (tries != 0)
			match_again(m);
		result = try(&w, e);
		if (memcmp(last, m->group, size) == 0)
			break;
		if (tries == 0)
			match_note(m, &w.keep, &first);
		if (tries >= TRIES)
			settle_wanderers(m, last);
	}
	if (result == 0 && first.group != NULL)
		match_recall(m, &first);
	buf_free(&w.names);
	arena_free(&w.scratch);
	arena_free(&w.keep);
	return result;
}
