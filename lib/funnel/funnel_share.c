/*
 * funnel_share - from a path to the counters and the lengths of time of a group.
 */
#include "funnel/funnel_share.h"

static void
add_stay(struct funnel_share *s, size_t stage, bool waiting, span time)
{
	s->stay[s->stays++] = (struct funnel_stay){ (uint32_t)funnel_spread(stage, waiting),
	    spread_seconds(time) };
}

/* How long it stayed in a stage until it entered a later one; else how long it has been there. */
static void
stay(struct funnel_share *s, const struct path *path, size_t stage, size_t stages)
{
	uint32_t later = path->entered >> stage >> 1, timed = path->timed >> stage >> 1;
	instant next = INSTANT_NONE;
	size_t i;

	for (i = stage + 1; i < stages && timed != 0; i++, timed >>= 1)
		if (timed & 1 && path->at[i] >= path->at[stage] &&
		    (next == INSTANT_NONE || path->at[i] < next))
			next = path->at[i];
	if (next != INSTANT_NONE)
		add_stay(s, stage, false, next - path->at[stage]);
	else if (later == 0)
		add_stay(s, stage, true, path->end - path->at[stage]);
}

void
funnel_share_find(struct funnel_share *s, const struct path *path, size_t stages)
{
	size_t i, last = stages - 1;

	s->stopped = funnel_number(path->furthest, FUNNEL_STOPPED);
	s->stands = funnel_number(path->current, path->fate == PATH_LOST ? FUNNEL_LOST : FUNNEL_CURRENT);
	s->skipped = ~path->entered & ((UINT32_C(2) << path->furthest) - 1);
	s->again = path->again;
	s->back = path->back;
	s->plain = (s->skipped | s->again | s->back) == 0;
	s->stays = 0;
	if (path->timed & 1 && path->furthest < last)
		add_stay(s, last, true, path->end - path->at[0]);
	else if (path->timed & 1 && path->timed >> last & 1 && path->at[last] >= path->at[0])
		add_stay(s, last, false, path->at[last] - path->at[0]);
	for (i = 0; i < last && path->timed >> i != 0; i++)
		if (path->timed >> i & 1)
			stay(s, path, i, stages);
}

static void
count_stages(const struct store_row *group, uint32_t stages, enum funnel_counter counter, int64_t n)
{
	for (; stages != 0; stages &= stages - 1)
		group->number[funnel_number((size_t)__builtin_ctz(stages), counter)] += n;
}

static inline void
count(const struct store_row *group, const struct funnel_share *s, int64_t n)
{
	group->number[s->stopped] += n;
	group->number[s->stands] += n;
	if (s->plain)
		return;
	count_stages(group, s->skipped, FUNNEL_SKIPPED, n);
	count_stages(group, s->again, FUNNEL_AGAIN, n);
	count_stages(group, s->back, FUNNEL_BACK, n);
}

void
funnel_share_add(const struct store_row *group, const struct funnel_share *s)
{
	size_t i;

	count(group, s, 1);
	for (i = 0; i < s->stays; i++)
		spread_add(&group->spread[s->stay[i].spread], s->stay[i].seconds);
}

void
funnel_share_add_kind(const struct store_row *group, const struct funnel_share *s,
    const uint32_t *age, uint32_t n)
{
	size_t i;

	count(group, s, n);
	for (i = 0; i < s->stays; i++)
		spread_add_all(&group->spread[s->stay[i].spread], age, n);
}
