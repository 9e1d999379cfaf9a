/*
 * store_master - which leads of a master file the new ones are.
 *
 * First come those that are there already: what says word for word what a lead of the master
 * says; and what the master remembers by name in merged_from, if anything else speaks for it.  So
 * importing a file twice changes nothing, whatever the first time has changed.
 */
#include "import/match_sort.h"
#include "import/store_impl.h"
#include "record/list.h"

struct work {
	struct store *store;
	struct arena keep, scratch;
	uint8_t *said;                  /* per column: new leads have something in it */
	struct match_entry *content;    /* of the master's leads, by what they say */
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
		if (store_fetch(s, i, &w->scratch, &lead, e) < 0)
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

static void
add_names(struct work *w, uint32_t row, const struct merge_lead *lead)
{
	struct str rest = record_field_text(&w->scratch,
	    lead->field[w->store->layout->at[VOCAB_MERGED_FROM]]), item = lead->name;
	struct match_entry one = { match_hash(item), row };

	if (lead->has_id)
		buf_add(&w->names, &one, sizeof one);
	while (rest.n != 0 && list_next(&w->scratch, &rest, &item)) {
		one.hash = match_hash(item);
		buf_add(&w->names, &one, sizeof one);
	}
}

/* The master's leads by what they say and by names, the earlier of equal ones first. */
static int
list_masters(struct work *w, struct err *e)
{
	struct store *s = w->store;
	uint32_t masters = s->match.masters, i;
	struct match_entry *name;
	struct merge_lead lead;

	w->content = arena_array(&w->keep, (size_t)masters + 1, sizeof *w->content);
	for (i = 0; i < masters; i++) {
		arena_reset(&w->scratch);
		if (store_fetch(s, i, &w->scratch, &lead, e) < 0)
			return -1;
		w->content[i] = (struct match_entry){ content(w, lead.field), i };
		add_names(w, i, &lead);
	}
	match_sort(w->content, masters);
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
		if (s->match.group[i] != i)
			continue;
		arena_reset(&w->scratch);
		if (store_lead(s, i, &rec, &g, e) < 0)
			return -1;
		known = match_search(w->content, s->match.masters, content(w, rec.field));
		if (known != NULL)
			match_same(&s->match, known->row, i);
	}
	return 0;
}

/* New rows that the master knows by name. */
static int
find_named(struct work *w, struct err *e)
{
	struct store *s = w->store;
	const struct match_entry *name = (const struct match_entry *)(const void *)w->names.p, *known,
	    *end = name + w->names.n / sizeof *name;
	struct merge_lead lead;
	uint64_t hash;
	uint32_t i;

	for (i = s->match.masters; i < s->match.count; i++) {
		arena_reset(&w->scratch);
		if (store_fetch(s, i, &w->scratch, &lead, e) < 0)
			return -1;
		hash = match_hash(lead.name);
		known = match_search(name, (size_t)(end - name), hash);
		while (known != NULL && known < end && known->hash == hash &&
		    !match_named(&s->match, known->row, i))
			known++;
	}
	return 0;
}

int
store_masters(struct store *s, struct err *e)
{
	struct work w = { .store = s };
	int result = find_said(&w, e);

	result = result < 0 ? result : list_masters(&w, e);
	result = result < 0 ? result : find_same(&w, e);
	result = result < 0 ? result : find_named(&w, e);
	buf_free(&w.names);
	arena_free(&w.scratch);
	arena_free(&w.keep);
	return result;
}
