/*
 * funnel_part - what is asked for besides how many came how far, by group.
 */
#include "funnel/funnel.h"

bool
funnel_part_any(const struct funnel_plan *p)
{
	return p->since != INSTANT_NONE || p->until != INSTANT_NONE || p->cohort != FUNNEL_NO_COHORT ||
	    p->losses || p->touches || p->arm != UINT32_MAX || p->stuck || p->money;
}

static void
add_loss(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_LOSSES];
	const struct store_row *row;

	f->key.n = 0;
	buf_printf(&f->key, "%02zu%c", path->current, STORE_END);
	store_key(&f->key, lead_text(l, f->plan->reason));
	if ((row = store_row(s, buf_text(&f->key))) != NULL)
		row->number[0]++;
}

static void
add_arm(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_ARMS];
	const struct store_row *row;

	f->key.n = 0;
	store_key(&f->key, lead_text(l, f->plan->arm));
	if ((row = store_row(s, buf_text(&f->key))) == NULL)
		return;
	row->number[0]++;
	row->number[1] += path->furthest + 1 == f->plan->path.stages;
}

/* The name of the lead's cohort with the end of a part behind it. */
static struct str
cohort_of(const struct funnel_plan *p, struct lead *l, instant born)
{
	struct buf name = { 0 };
	struct str s;

	if (born != INSTANT_NONE)
		funnel_cohort_name(&name, p->cohort,
		    funnel_cohort_number(p->cohort, l->schema->zone, born));
	buf_byte(&name, STORE_END);
	s = arena_copy(l->rec->scratch, buf_text(&name));
	buf_free(&name);
	return s;
}

/* Whether it was created when it had to be. */
static bool
in_time(struct funnel *f, instant born)
{
	const struct funnel_plan *p = f->plan;

	if (born == INSTANT_NONE) {
		f->total[FUNNEL_UNDATED]++;
		return false;
	}
	return (p->since == INSTANT_NONE || born >= p->since) &&
	    (p->until == INSTANT_NONE || born < p->until);
}

bool
funnel_part_add(struct funnel *f, struct lead *l, const struct path *path, struct str *cohort)
{
	const struct funnel_plan *p = f->plan;
	instant born = path->created != INSTANT_NONE || !(path->timed & 1) ? path->created : path->at[0];

	if ((p->since != INSTANT_NONE || p->until != INSTANT_NONE) && !in_time(f, born))
		return false;
	if (p->cohort != FUNNEL_NO_COHORT) {
		*cohort = cohort_of(p, l, born);
		funnel_cohort_add(f, l->schema->zone, path, born, *cohort);
	}
	if (p->losses && path->fate == PATH_LOST)
		add_loss(f, l, path);
	if (p->touches)
		funnel_touch_add(f, l, path);
	if (p->arm != UINT32_MAX)
		add_arm(f, l, path);
	if (p->stuck)
		funnel_time_stuck(f, l, path);
	return true;
}
