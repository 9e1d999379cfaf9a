/* writer_select - which columns come out: the default, then what --columns makes of it. */
#include "record/writer_impl.h"

/* One name off the front of *rest, with its sign and backquotes. */
static int
take_choice(struct str *rest, struct choice *c, struct err *e)
{
	struct str s = str_trim(*rest);
	size_t end;

	*c = (struct choice){ 0 };
	if (s.n != 0 && (s.p[0] == '+' || s.p[0] == '-')) {
		c->sign = s.p[0];
		s = str_slice(s, 1, s.n);
	}
	if (s.n != 0 && s.p[0] == '`') {
		c->exact = true;
		end = 1 + str_find(str_slice(s, 1, s.n), '`');
		if (end == s.n)
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--columns: a backquote is not closed");
		c->name = str_slice(s, 1, end);
		s = str_trim(str_slice(s, end + 1, s.n));
		if (s.n != 0 && s.p[0] != ',')
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--columns: expected a comma behind `%.*s`", STR_ARG(c->name));
		*rest = s.n != 0 ? str_slice(s, 1, s.n) : (struct str){ NULL, SIZE_MAX };
		return 0;
	}
	str_split(&s, ',', &c->name);
	*rest = s;
	c->name = str_trim(c->name);
	if (c->name.n == 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--columns: a name is missing");
	return 0;
}

int
writer_select(struct arena *a, const char *columns, struct selection *s, struct err *e)
{
	struct str rest = str_of(columns);
	size_t i, most = 1;

	*s = (struct selection){ 0 };
	if (columns == NULL)
		return 0;
	for (i = 0; i < rest.n; i++)
		most += rest.p[i] == ',';
	s->choice = arena_array(a, most, sizeof *s->choice);
	while (rest.n != SIZE_MAX) {
		if (take_choice(&rest, &s->choice[s->count++], e) != 0)
			return -1;
		if ((s->choice[s->count - 1].sign == 0) != (s->choice[0].sign == 0))
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--columns: either every name has a sign, + or -, or none has");
	}
	return 0;
}

static struct slot
make_slot(const struct writer *w, struct str name, uint32_t at, bool own)
{
	struct slot s = { .name = name, .at = at, .own = own, .was = SLOT_NONE };

	if (w->options.kind != NULL)
		s.kind = w->options.kind(name);
	return s;
}

/* Keys for the columns that will be written one by one: where records leave as they stand, as
 * JSON without a selection does, only the tool's. */
static void
set_keys(struct arena *a, const struct writer *w, const struct columns *c)
{
	bool all = w->header != NULL || w->selection.count != 0;
	struct buf key = { 0 };
	uint32_t i;

	for (i = 0; i < c->count && w->to_json; i++) {
		if (!all && !c->slot[i].own)
			continue;
		key.n = 0;
		cell_json_text(&key, c->slot[i].name);
		buf_byte(&key, ':');
		c->slot[i].key = arena_copy(a, buf_text(&key));
	}
	buf_free(&key);
}

/* The tool's columns that the input has not. */
static uint32_t
own_slots(struct arena *a, const struct writer *w, const struct shape *input, struct slot *slot)
{
	bool *seen = arena_array(a, w->own.count + 1, sizeof *seen);
	uint32_t i, own, n = 0;

	for (i = 0; i < input->count; i++)
		if ((own = map_find(&w->own, input->name[i])) != MAP_NONE)
			seen[own] = true;
	for (own = 0; own < w->own.count; own++)
		if (!seen[own])
			slot[n++] = make_slot(w, w->own.entry[own].key, own, true);
	return n;
}

/* All of the input, the tool's columns where they stand in it; behind them or, when those are
 * to come first, in front the tool's others. */
static struct columns
everything(struct arena *a, const struct writer *w, const struct shape *input)
{
	struct columns all = { 0 };
	uint32_t i, own;

	all.slot = arena_array(a, (size_t)input->count + w->own.count, sizeof *all.slot);
	if (w->options.own_first)
		all.count = own_slots(a, w, input, all.slot);
	for (i = 0; i < input->count; i++) {
		own = map_find(&w->own, input->name[i]);
		all.slot[all.count++] = make_slot(w, input->label[i], own == MAP_NONE ? i : own,
		    own != MAP_NONE);
		all.slot[all.count - 1].was = i;
	}
	if (!w->options.own_first)
		all.count += own_slots(a, w, input, all.slot + all.count);
	return all;
}

static struct str
plain(struct str letter)
{
	return letter.p[0] == ' ' || letter.p[0] == '-' ? STR("_") : letter;
}

static bool
same_loosely(struct str a, struct str b)
{
	size_t i;

	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++) {
		if (!str_eq_nocase(plain(str_slice(a, i, i + 1)), plain(str_slice(b, i, i + 1))))
			return false;
	}
	return true;
}

/* The slot that the name means, or `all.count`. */
static uint32_t
find(const struct columns *all, const struct choice *c)
{
	uint32_t i, found = all->count, n = 0;

	for (i = 0; i < all->count; i++)
		if (str_eq(all->slot[i].name, c->name))
			return i;
	for (i = 0; i < all->count && !c->exact; i++)
		if (same_loosely(all->slot[i].name, c->name)) {
			found = i;
			n++;
		}
	return n == 1 ? found : all->count;
}

/* Of these columns, and those that the tool offers. */
static const char *
nearest_of(struct arena *a, const struct writer *w, const struct columns *all, struct str to)
{
	const struct write_options *o = &w->options;
	const char **name = arena_array(a, (size_t)all->count + o->offered_count + 1, sizeof *name);
	uint32_t i;

	for (i = 0; i < all->count; i++)
		name[i] = arena_copy(a, all->slot[i].name).p;
	for (i = 0; i < o->offered_count; i++)
		name[all->count + i] = arena_copy(a, o->offered[i]).p;
	return str_nearest(to, name);
}

const char *
writer_select_nearest(struct arena *a, const struct writer *w, struct str name)
{
	struct columns own = everything(a, w, &(struct shape){ .count = 0 });

	return nearest_of(a, w, &own, name);
}

void
writer_select_named(struct arena *a, const char *columns, const struct str *name, uint32_t n,
    bool *named)
{
	struct columns all = { arena_array(a, (size_t)n + 1, sizeof *all.slot), n };
	struct selection s;
	struct err later;               /* writer_new says what is wrong */
	uint32_t i, at;

	for (i = 0; i < n; i++) {
		all.slot[i].name = name[i];
		named[i] = false;
	}
	writer_select(a, columns, &s, &later);
	for (i = 0; i < s.count; i++)
		if ((at = find(&all, &s.choice[i])) != n)
			named[at] = true;
}

bool
writer_select_met(const struct writer *w, uint32_t i, struct str *name, bool *met)
{
	if (w->header != NULL || i >= w->selection.count)
		return false;
	*name = w->selection.choice[i].name;
	*met = atomic_load_explicit(&w->met[i], memory_order_relaxed);
	return true;
}

static int
unknown(struct arena *a, const struct writer *w, const struct columns *all, const struct choice *c,
    struct err *e)
{
	const char *nearest = nearest_of(a, w, all, c->name);

	if (nearest == NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--columns: no column \"%.*s\"",
		    STR_ARG(c->name));
	return err_set(e, ERR_CONFIG, PLACE_NONE,
	    "--columns: no column \"%.*s\"; did you mean \"%s\"?", STR_ARG(c->name), nearest);
}

int
writer_select_columns(struct arena *a, const struct writer *w, const struct shape *labels,
    struct columns *out, struct err *e)
{
	struct columns all = everything(a, w, labels);
	const struct selection *s = &w->selection;
	uint32_t i, at, n = 0;
	bool *taken;

	if (s->count == 0) {
		*out = all;
		set_keys(a, w, out);
		return 0;
	}
	taken = arena_array(a, (size_t)all.count + 1, sizeof *taken);
	out->slot = arena_array(a, (size_t)all.count + 1, sizeof *out->slot);
	for (i = 0; i < s->count; i++) {
		if ((at = find(&all, &s->choice[i])) == all.count) {
			if (e != NULL)
				return unknown(a, w, &all, &s->choice[i], e);
			continue;
		}
		atomic_store_explicit(&w->met[i], true, memory_order_relaxed);
		if (taken[at] && e != NULL)
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--columns: \"%.*s\" is named twice", STR_ARG(s->choice[i].name));
		if (s->choice[i].sign == 0 && !taken[at])
			out->slot[n++] = all.slot[at];
		taken[at] = true;
		if (s->choice[i].sign == '-')
			all.slot[at].at = SLOT_NONE;
	}
	for (i = 0; i < all.count && s->choice[0].sign != 0; i++)
		if (all.slot[i].at != SLOT_NONE)
			out->slot[n++] = all.slot[i];
	out->count = n;
	set_keys(a, w, out);
	if (n == 0 && e != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--columns: no column is left");
	return 0;
}
