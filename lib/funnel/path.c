/*
 * path - columns, activities and the current stage, laid over each other.
 */
#include "funnel/path.h"
#include "value/text.h"

static const char *const usual = "awareness,interest,consideration,intent,conversion";

int
path_plan(struct path_plan *p, struct schema *s, const char *stages, struct err *e)
{
	struct str rest = str_of(stages ? stages : usual), name, column;
	enum vocab_field field;
	size_t i;

	while (str_split(&rest, ',', &name)) {
		name = text_trim(name);
		if (name.n == 0)
			return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: a stage without a name");
		if (p->stages == PATH_STAGES)
			return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: more than %d", PATH_STAGES);
		p->name[p->stages] = name;
		p->key[p->stages] = text_fold(s->arena, name);
		for (i = 0; i < p->stages; i++)
			if (str_eq(p->key[i], p->key[p->stages]))
				return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: \"%.*s\" twice",
				    STR_ARG(name));
		column = arena_printf(s->arena, "%.*s_at", STR_ARG(text_key(s->arena, name)));
		field = vocab_find(column);
		p->at[p->stages++] = field != VOCAB_FIELDS ? schema_want_field(s, field) :
		    schema_want(s, (struct wanted){ .name = column, .quoted = true });
	}
	if (p->stages < 2)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: a funnel has two at least");
	p->stage = schema_want_field(s, VOCAB_STAGE);
	p->status = schema_want_field(s, VOCAB_STATUS);
	p->activities = schema_want_field(s, VOCAB_ACTIVITIES);
	p->created = schema_want_field(s, VOCAB_CREATED_AT);
	return 0;
}

static size_t
number_of(const struct path_plan *p, struct str key)
{
	size_t i;

	for (i = 0; i < p->stages && !str_eq(p->key[i], key); i++)
		continue;
	return i;
}

/* The first time in a stage is the one that counts. */
static void
enter(struct path *out, size_t stage, instant at)
{
	out->reached[stage] = true;
	if (at != INSTANT_NONE && (out->entered[stage] == INSTANT_NONE || at < out->entered[stage]))
		out->entered[stage] = at;
	out->source = PATH_TIMES;
}

static void
from_times(const struct path_plan *p, struct lead *l, struct path *out)
{
	const struct activities *list;
	struct moment m;
	size_t i, stage;

	for (i = 0; i < p->stages; i++)
		if (lead_time(l, p->at[i], &m) && m.from <= l->schema->now)
			enter(out, i, m.from);
	list = lead_activities(l, p->activities);
	for (i = 0; list != NULL && i < list->n; i++) {
		const struct activity *a = &list->item[i];

		if (a->stage.n == 0 || !str_is(a->key, "stage") ||
		    (a->at != INSTANT_NONE && a->at > l->schema->now))
			continue;
		stage = number_of(p, text_fold(l->rec->scratch, text_trim(a->stage)));
		if (stage < p->stages)
			enter(out, stage, a->at);
	}
}

/* Having come to a stage by name is having passed those before it. */
static void
pass(struct path *out, size_t stage)
{
	size_t i;

	for (i = 0; i <= stage; i++)
		out->reached[i] = true;
}

static enum path_fate
fate(const struct path_plan *p, struct lead *l)
{
	struct str status = lead_folded(l, p->status);

	return str_is(status, "won") ? PATH_WON : str_is(status, "lost") ? PATH_LOST : PATH_OPEN;
}

void
path_find(const struct path_plan *p, struct lead *l, struct path *out)
{
	struct str stage = lead_folded(l, p->stage);
	struct moment created;
	size_t i, current = stage.n ? number_of(p, stage) : p->stages;

	memset(out, 0, sizeof *out);
	for (i = 0; i < p->stages; i++)
		out->entered[i] = INSTANT_NONE;
	out->fate = fate(p, l);
	out->strange = stage.n != 0 && current == p->stages;
	from_times(p, l, out);
	if (current < p->stages) {
		if (out->source == PATH_NOTHING)
			pass(out, current);
		out->reached[current] = true;
		out->source = out->source == PATH_TIMES ? PATH_TIMES : PATH_STAGE;
	}
	if (out->fate == PATH_WON) {
		if (out->source != PATH_TIMES)
			pass(out, p->stages - 1);
		out->reached[p->stages - 1] = true;
	}
	out->reached[0] = true;
	if (out->entered[0] == INSTANT_NONE && lead_time(l, p->created, &created))
		out->entered[0] = created.from;
	for (i = 0; i < p->stages; i++)
		if (out->reached[i])
			out->furthest = i;
	if (out->fate != PATH_LOST && out->furthest == p->stages - 1)
		out->fate = PATH_WON;
}
