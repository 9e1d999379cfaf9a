/*
 * stages - counted by pairs: in how many leads did this one come before that one?
 *
 * Counts are added up, so neither the order of the leads nor that of threads shows.
 */
#include <stdlib.h>

#include "funnel/stages.h"
#include "value/text.h"

struct stages {
	const struct stages_plan *plan;
	struct arena arena;
	struct lead lead;
	struct map keys;                /* text_key of a name */
	struct buf name[STAGES_MOST];   /* of its spellings the first in the order of bytes */
	int64_t leads[STAGES_MOST];     /* that stand there, or entered it; 0: it is no stage */
	int64_t before[STAGES_MOST][STAGES_MOST];       /* leads that entered one before the other */
	int64_t looked_at;              /* leads */
	bool many;                      /* there were more names */
};

void
stages_plan(struct stages_plan *p, const struct schema *leads, const char *track)
{
	*p = (struct stages_plan){ .track = track, .schema = { .arena = leads->arena,
	    .zone = leads->zone, .now = leads->now } };
	p->standing = schema_want_field(&p->schema, path_plan_track(track));
	p->activities = schema_want_field(&p->schema, VOCAB_ACTIVITIES);
}

struct stages *
stages_new(struct arena *a, const struct stages_plan *p)
{
	struct stages *s = arena_alloc(a, sizeof *s);

	s->plan = p;
	s->keys.arena = &s->arena;
	lead_init(&s->lead, &s->arena, &p->schema);
	return s;
}

/* The number of a name by its key; STAGES_MOST: there is none, or no room for it. */
static uint32_t
number(struct stages *s, struct str key)
{
	uint32_t i = key.n != 0 ? map_find(&s->keys, key) : STAGES_MOST;

	if (i != MAP_NONE)
		return i;
	if (s->keys.count < STAGES_MOST)
		return map_add(&s->keys, key);
	s->many = true;
	return STAGES_MOST;
}

static struct str
name_of(const struct stages *s, uint32_t i)
{
	return buf_text(&s->name[i]);
}

static void
spell(struct stages *s, uint32_t i, struct str name)
{
	if (s->name[i].n != 0 && str_cmp(name, name_of(s, i)) >= 0)
		return;
	s->name[i].n = 0;
	buf_str(&s->name[i], name);
}

/* What is known of one lead. */
struct entries {
	uint64_t entered;               /* a set of names */
	uint64_t timed;                 /* of names whose first time is known */
	instant at[STAGES_MOST];
};

/* A word that is a stage's name. */
static uint32_t
name(struct stages *s, struct arena *scratch, struct str word, struct entries *e)
{
	uint32_t i = number(s, text_key(scratch, word));

	if (i != STAGES_MOST) {
		spell(s, i, word);
		e->entered |= UINT64_C(1) << i;
	}
	return i;
}

static void
enter(struct entries *e, uint32_t i, instant at, instant now)
{
	if (i == STAGES_MOST || at == INSTANT_NONE || at > now)
		return;
	if (!(e->timed >> i & 1) || at < e->at[i])
		e->at[i] = at;
	e->timed |= UINT64_C(1) << i;
}

/* Levels that are none: they stand in the first, or are lost. */
static bool
is_stage(const struct stages_plan *p, struct str key)
{
	bool levels = path_plan_track(p->track) == VOCAB_QUALIFICATION;

	return key.n != 0 && !(levels && (str_is(key, "disqualified") ||
	    str_is(key, "unqualified") || str_is(key, "undecided")));
}

static void
look_at_activities(struct stages *s, const struct activities *list, struct lead *l, struct entries *e)
{
	size_t i;

	for (i = 0; list != NULL && i < list->n; i++) {
		const struct activity *a = &list->item[i];
		struct str word = text_trim(a->stage);

		if (word.n != 0 && str_is(a->key, "stage"))
			enter(e, name(s, l->rec->scratch, word, e), a->at, l->schema->now);
	}
}

/* Columns that are called as the entry time of a stage is, see path_plan.c. */
static void
look_at_columns(struct stages *s, struct lead *l, struct entries *e)
{
	const struct shape *shape = l->rec->shape;
	struct arena *scratch = l->rec->scratch;
	struct moment m;
	struct str key;
	uint32_t i;

	for (i = 0; i < shape->count; i++) {
		key = shape->label[i];
		if (!str_ends(key, STR("_at")) || !str_eq(text_key(scratch, key), key))
			continue;
		if (lead_moment(text_trim(record_text(l->rec, i)), l->schema->zone, &m))
			enter(e, number(s, str_slice(key, 0, key.n - 3)), m.from, l->schema->now);
	}
}

void
stages_add(struct stages *s, struct record *rec)
{
	const struct stages_plan *p = s->plan;
	struct lead *l = &s->lead;
	struct entries e = { 0 };
	uint32_t i, k;

	lead_attach(l, rec);
	if (is_stage(p, lead_folded(l, p->standing)))
		name(s, rec->scratch, lead_text(l, p->standing), &e);
	look_at_activities(s, lead_activities(l, p->activities), l, &e);
	look_at_columns(s, l, &e);
	s->looked_at++;
	for (i = 0; i < s->keys.count; i++) {
		s->leads[i] += e.entered >> i & 1;
		for (k = 0; e.timed >> i & 1 && k < s->keys.count; k++)
			s->before[i][k] += e.timed >> k & 1 && e.at[i] < e.at[k];
	}
}

void
stages_merge(struct stages *into, struct stages *from)
{
	uint32_t at[STAGES_MOST], i, k;

	into->many |= from->many;
	into->looked_at += from->looked_at;
	for (i = 0; i < from->keys.count; i++) {
		at[i] = number(into, from->keys.entry[i].key);
		if (at[i] == STAGES_MOST)
			continue;
		into->leads[at[i]] += from->leads[i];
		if (from->name[i].n != 0)
			spell(into, at[i], name_of(from, i));
	}
	for (i = 0; i < from->keys.count; i++)
		for (k = 0; k < from->keys.count; k++)
			if (at[i] != STAGES_MOST && at[k] != STAGES_MOST)
				into->before[at[i]][at[k]] += from->before[i][k];
	stages_free(from);
}

/* A stage among the others: what comes before most of them comes first. */
struct place_of {
	const struct stages *of;
	uint32_t number;
	uint32_t before;                /* so many others */
};

static bool
comes_before(const struct stages *s, uint32_t a, uint32_t b)
{
	return s->before[a][b] > s->before[b][a];
}

static int
by_order(const void *a, const void *b)
{
	const struct place_of *x = a, *y = b;

	if (x->before != y->before)
		return x->before > y->before ? -1 : 1;
	return str_cmp(name_of(x->of, x->number), name_of(y->of, y->number));
}

static size_t
sort(const struct stages *s, struct place_of *stage)
{
	size_t n = 0, i, k;

	for (i = 0; i < s->keys.count; i++)
		if (s->leads[i] != 0)
			stage[n++] = (struct place_of){ s, (uint32_t)i, 0 };
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++)
			stage[i].before += comes_before(s, stage[i].number, stage[k].number);
	qsort(stage, n, sizeof *stage, by_order);
	return n;
}

static bool
is_ordered(const struct stages *s, const struct place_of *stage, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		if (i + 1 < n && !comes_before(s, stage[i].number, stage[i + 1].number))
			return false;
		for (k = i + 1; k < n; k++)
			if (comes_before(s, stage[k].number, stage[i].number))
				return false;
	}
	return true;
}

static bool
is_usual(struct stages *s, const struct place_of *stage, size_t n)
{
	struct str usual = str_of(path_plan_usual(s->plan->track)), word;
	size_t i, found = 0;

	while (str_split(&usual, ',', &word))
		for (i = 0; i < n; i++)
			found += str_eq(text_fold(&s->arena, name_of(s, stage[i].number)), word);
	return found == n;
}

static struct str
join(struct stages *s, const struct place_of *stage, size_t n)
{
	struct buf b = { 0 };
	struct str list;
	size_t i;

	for (i = 0; i < n; i++) {
		if (i != 0)
			buf_byte(&b, ',');
		buf_str(&b, name_of(s, stage[i].number));
	}
	list = arena_copy(&s->arena, buf_text(&b));
	buf_free(&b);
	return list;
}

/* The option to give instead, as a shell reads it. */
static struct str
option(struct stages *s, struct str list, size_t hidden)
{
	struct buf b = { 0 };
	struct str text = text_visible(&s->arena, list);
	size_t i;

	buf_str(&b, STR("lead-funnel: put them in order, and leave out where only lost leads are: "
	    "--stages '"));
	for (i = 0; i < text.n; i++)
		buf_str(&b, text.p[i] == '\'' ? STR("'\\''") : str_slice(text, i, i + 1));
	buf_byte(&b, '\'');
	if (hidden != 0)
		buf_printf(&b, " and %zu that a single lead names; --show-values shows all", hidden);
	text = arena_copy(&s->arena, buf_text(&b));
	buf_free(&b);
	return text;
}

static int
unordered(struct stages *s, struct place_of *stage, size_t n, bool show_values, struct str *hint,
    struct err *e)
{
	size_t shown = 0, i;

	for (i = 0; i < n; i++)
		if (show_values || s->leads[stage[i].number] > 1)
			stage[shown++] = stage[i];
	*hint = shown == 0 ? STR("lead-funnel: a single lead names each of them, so they are not shown; "
	    "--show-values shows them") : option(s, join(s, stage, shown), n - shown);
	return err_set(e, ERR_CONFIG, PLACE_NONE,
	    "--stages file: the times in it do not say in which order its %zu stages are", n);
}

int
stages_list(struct stages *s, bool show_values, struct str *list, struct str *hint,
    struct err *e)
{
	struct place_of stage[STAGES_MOST];
	size_t n = sort(s, stage), i;

	*list = *hint = STR("");
	if (s->looked_at == 0 || (n != 0 && !s->many && is_usual(s, stage, n)))
		return 0;
	if (s->many || n > PATH_STAGES)
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--stages file: leads stand in more than %d stages, or columns tell of more than %d "
		    "times", PATH_STAGES, STAGES_MOST - PATH_STAGES);
	if (n < 2)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages file: leads stand in %s, and a funnel "
		    "has two stages at least", n == 0 ? "none" : "one");
	for (i = 0; i < n; i++)
		if (str_search(name_of(s, stage[i].number), STR(",")) != SIZE_MAX)
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--stages file: a stage has a comma in its name, which no list can have");
	if (!is_ordered(s, stage, n))
		return unordered(s, stage, n, show_values, hint, e);
	*list = join(s, stage, n);
	return 0;
}

void
stages_free(struct stages *s)
{
	uint32_t i;

	for (i = 0; i < STAGES_MOST; i++)
		buf_free(&s->name[i]);
	map_free(&s->keys);
	lead_free(&s->lead);
	arena_free(&s->arena);
}
