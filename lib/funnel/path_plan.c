/*
 * path_plan - the stages by name, and the columns that tell of them.
 */
#include "funnel/path.h"
#include "lead/memo.h"
#include "value/text.h"

const char *const path_tracks[] = { "stage", "category", "qualification", NULL };

static const struct {
	enum vocab_field field;
	const char *stages;
} tracks[] = {
	{ VOCAB_STAGE, "awareness,interest,consideration,intent,conversion" },
	{ VOCAB_CATEGORY, "suspect,lead,prospect,opportunity,customer" },
	{ VOCAB_QUALIFICATION, "lead,iql,mql,sql" },
};

static int
stage(struct path_plan *p, struct schema *s, struct str name, struct err *e)
{
	struct str column;
	enum vocab_field field;
	size_t i;

	if (name.n == 0)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: a stage without a name");
	if (p->stages == PATH_STAGES)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: more than %d", PATH_STAGES);
	p->name[p->stages] = arena_copy(s->arena, name);
	p->key[p->stages] = text_fold(s->arena, p->name[p->stages]);
	for (i = 0; i < p->stages; i++)
		if (str_eq(p->key[i], p->key[p->stages]))
			return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: \"%.*s\" twice",
			    STR_ARG(name));
	column = arena_printf(s->arena, "%.*s_at", STR_ARG(text_key(s->arena, name)));
	field = vocab_find(column);
	p->at[p->stages++] = field != VOCAB_FIELDS ? schema_want_field(s, field) :
	    schema_want(s, (struct wanted){ .name = column, .quoted = true,
	    .optional = true });
	return 0;
}

static size_t
number(const char *track)
{
	size_t i = 0;

	while (track != NULL && strcmp(track, path_tracks[i]) != 0)
		i++;
	return i;
}

enum vocab_field
path_plan_track(const char *track)
{
	return tracks[number(track)].field;
}

const char *
path_plan_usual(const char *track)
{
	return tracks[number(track)].stages;
}

int
path_plan(struct path_plan *p, struct schema *s, const char *track, const char *stages,
    struct err *e)
{
	struct str rest = str_of(stages ? stages : path_plan_usual(track)), name;

	p->track = schema_want_field(s, path_plan_track(track));
	p->levels = path_plan_track(track) == VOCAB_QUALIFICATION;
	while (str_split(&rest, ',', &name))
		if (stage(p, s, text_trim(name), e) != 0)
			return -1;
	if (p->stages < 2)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "--stages: a funnel has two at least");
	p->status = schema_want_field(s, VOCAB_STATUS);
	p->activities = schema_want_field(s, VOCAB_ACTIVITIES);
	p->created = schema_want_field(s, VOCAB_CREATED_AT);
	p->closed = schema_want_field(s, VOCAB_CLOSED_AT);
	p->standing_memo = memo_want(s);
	p->fate_memo = memo_want(s);
	return 0;
}
