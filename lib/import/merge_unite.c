/*
 * merge_unite - what more leads than one have a say in.
 */
#include "import/merge_impl.h"
#include "record/list.h"

static void
set(struct merge_work *w, uint32_t at, struct str s, uint32_t from)
{
	w->out[at] = (struct field){ s.p, (uint32_t)s.n, FIELD_TEXT };
	w->from[at] = from;
}

/* Any lead that says `most` decides. */
static void
restrict_to(struct merge_work *w, enum vocab_field f, const char *most)
{
	uint32_t at = w->layout->at[f];
	size_t i;

	for (i = 0; i < w->leads && at != LAYOUT_NONE; i++)
		if (str_is(merge_text(w, i, at), most)) {
			set(w, at, str_of(most), (uint32_t)i);
			return;
		}
}

/* Which leads have a say in what unites. */
static void
range(const struct merge_work *w, uint32_t at, size_t *lo, size_t *hi)
{
	size_t i;

	*lo = 0;
	*hi = w->master && w->rules->update[at] == MERGE_IGNORE ? 1 : w->leads;
	for (i = 1; i < *hi && w->master && w->rules->update[at] == MERGE_REPLACE; i++)
		if (merge_known(w->scratch, w->lead[i].field[at]))
			*lo = 1;
}

static void
add_items(struct merge_work *w, struct map *items, struct str list)
{
	struct str item;

	while (list.n != 0 && list_next(w->scratch, &list, &item))
		map_add(items, item);
}

static void
set_items(struct merge_work *w, uint32_t at, struct map *items, uint32_t from)
{
	struct str *list = arena_array(w->scratch, (size_t)items->count + 1, sizeof *list);
	uint32_t k;

	for (k = 0; k < items->count; k++)
		list[k] = items->entry[k].key;
	if (items->count != 0)
		set(w, at, list_join(w->scratch, list, items->count), from);
	map_free(items);
}

static void
unite(struct merge_work *w, uint32_t at)
{
	struct map items = { .arena = w->scratch };
	size_t i, hi;

	for (range(w, at, &i, &hi); i < hi; i++)
		add_items(w, &items, merge_text(w, i, at));
	set_items(w, at, &items, MERGE_ALL);
}

/* Who came in, but for whose name the lead goes on with; a master's may come in again by its own. */
static void
unite_names(struct merge_work *w, uint32_t at, bool ids)
{
	uint32_t id = w->layout->at[VOCAB_ID];
	struct str own = id == LAYOUT_NONE ? (struct str){ 0 } :
	    record_field_text(w->scratch, w->out[id]);
	struct map items = { .arena = w->scratch };
	size_t i;

	for (i = 0; i < w->leads; i++) {
		const struct merge_lead *l = &w->lead[i];

		if (i == 0 || !ids)
			add_items(w, &items, merge_text(w, i, at));
		if ((i != 0 || l->has_id) && (l->has_id || !ids) &&
		    !((i == 0 || w->master) && str_eq(l->name, own)))
			map_add(&items, l->name);
	}
	set_items(w, at, &items, MERGE_NONE);
}

bool
merge_ids(const struct layout *l, struct arena *scratch, const struct merge_lead *lead,
    size_t leads, struct field *out)
{
	uint32_t at = l->at[VOCAB_MERGED_FROM];
	uint32_t *from = arena_array(scratch, l->shape->count, sizeof *from);
	struct merge_work w = { .layout = l, .scratch = scratch, .lead = lead, .leads = leads,
		.master = true, .out = out, .from = from };

	unite_names(&w, at, true);
	return !str_eq(record_field_text(scratch, out[at]), merge_text(&w, 0, at));
}

static void
unite_activities(struct merge_work *w, uint32_t at)
{
	struct str *list = arena_array(w->scratch, w->leads, sizeof *list);
	size_t i, hi, n = 0;

	for (range(w, at, &i, &hi); i < hi; i++) {
		list[n] = merge_text(w, i, at);
		n += list[n].n != 0;
	}
	if (n > 0)
		set(w, at, merge_activities(w->scratch, list, n), MERGE_ALL);
}

void
merge_unite(struct merge_work *w)
{
	const uint32_t *at = w->layout->at;
	unsigned f;

	restrict_to(w, VOCAB_CONSENT, "denied");
	restrict_to(w, VOCAB_EMAIL_OPT_OUT, "true");
	restrict_to(w, VOCAB_DO_NOT_CALL, "true");
	/* Flags are those of what comes out. */
	for (f = 0; f < VOCAB_FIELDS; f++)
		if (at[f] != LAYOUT_NONE && vocab[f].type == VOCAB_TYPE_LIST && f != VOCAB_MERGED_FROM &&
		    f != VOCAB_FLAGS)
			unite(w, at[f]);
	if (at[VOCAB_MERGED_FROM] != LAYOUT_NONE)
		unite_names(w, at[VOCAB_MERGED_FROM], false);
	if (at[VOCAB_ACTIVITIES] != LAYOUT_NONE)
		unite_activities(w, at[VOCAB_ACTIVITIES]);
}
