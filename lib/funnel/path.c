/*
 * path - columns, activities and the current stage, laid over each other.
 *
 * Every entry of a stage with a time is an event; sorted by time, and at the same second by
 * stage, they are the lead's history.  A walk along them from a start says which entries count.
 */
#include <stdlib.h>

#include "funnel/path.h"
#include "value/text.h"

struct event {
	instant at, until;              /* a plain date is the whole day */
	uint32_t stage;
	uint32_t next;                  /* of the stage behind it, see best_start */
};

struct history {
	struct event *event;
	size_t n;
	uint32_t untimed;               /* stages known to be entered, but not when */
};

static uint32_t
bit(size_t stage)
{
	return UINT32_C(1) << stage;
}

static uint32_t
bits_to(size_t stage)
{
	return (bit(stage) << 1) - 1;
}

static void
add(struct history *h, size_t stage, instant at, instant until)
{
	h->event[h->n++] = (struct event){ .at = at, .until = until, .stage = (uint32_t)stage };
}

static void
from_columns(const struct path_plan *p, struct lead *l, struct history *h)
{
	struct moment m;
	size_t i;

	for (i = 0; i < p->stages; i++)
		if (lead_has(l, p->at[i]) && lead_time(l, p->at[i], &m) && m.from <= l->schema->now)
			add(h, i, m.from, m.until);
}

static void
from_activities(const struct path_plan *p, struct lead *l, const struct activities *list,
    struct history *h)
{
	size_t i, stage;

	for (i = 0; i < list->n; i++) {
		const struct activity *a = &list->item[i];

		if (a->stage.n == 0 || !str_is(a->key, "stage") ||
		    (a->at != INSTANT_NONE && a->at > l->schema->now))
			continue;
		stage = path_kind_number(p, text_fold(l->rec->scratch, text_trim(a->stage)));
		if (stage == p->stages)
			continue;
		if (a->at != INSTANT_NONE)
			add(h, stage, a->at, a->at);
		else
			h->untimed |= bit(stage);
	}
}

static int
by_time(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->stage > y->stage) - (x->stage < y->stage);
}

static void
sort(struct history *h)
{
	size_t i;

	for (i = 1; i < h->n && by_time(&h->event[i - 1], &h->event[i]) <= 0; i++)
		continue;
	if (i < h->n)
		qsort(h->event, h->n, sizeof *h->event, by_time);
}

/* What no stage column says: it was created in the first stage, and closed in the last. */
static void
add_ends(const struct path_plan *p, struct lead *l, struct path *out, struct history *h)
{
	uint32_t have = 0;
	struct moment m;
	bool created;
	size_t i;

	for (i = 0; i < h->n; i++)
		have |= bit(h->event[i].stage);
	if (out->fate == PATH_WON && !(have & bit(p->stages - 1)) && lead_time(l, p->closed, &m) &&
	    m.from <= l->schema->now) {
		add(h, p->stages - 1, m.from, m.until);
		sort(h);
	}
	created = lead_time(l, p->created, &m);
	out->created = created ? m.from : INSTANT_NONE;
	/* Created after its first entry of a stage: then the one or the other is wrong. */
	if (created && !(have & 1) && m.from <= l->schema->now &&
	    (h->n == 0 || m.from < h->event[0].until || m.from <= h->event[0].at)) {
		if (h->n != 0 && h->event[0].at < m.from)
			m.from = h->event[0].at;
		add(h, 0, m.from, m.from);
		sort(h);
	}
}

/* Coming back and coming again; where the history ends, or SIZE_MAX. */
static size_t
look_back(const struct history *h, size_t now, size_t stages, struct path *out)
{
	uint32_t seen = 0;
	size_t i, stage, last = SIZE_MAX;

	for (i = 0; i < h->n + (now < stages); i++) {
		stage = i < h->n ? h->event[i].stage : now;
		if (stage == last)
			continue;
		if (last != SIZE_MAX && stage < last)
			out->back |= bit(stage);
		out->again |= seen & bit(stage);
		seen |= bit(stage);
		last = stage;
	}
	return last;
}

/* Which entries count, from `start` on. */
static void
walk(const struct path_plan *p, const struct history *h, instant start, struct path *out)
{
	const struct path_rules *r = &p->rules;
	size_t i, stage, position = 0;
	bool counts;

	if (r->window != 0 && start + r->window < out->end)
		out->end = start + r->window;
	for (i = 0; i < h->n && h->event[i].at <= out->end; i++) {
		stage = h->event[i].stage;
		if (h->event[i].at < start || out->timed & bit(stage))
			continue;
		counts = r->order == PATH_LOOSE || (stage == 0 ? position == 0 :
		    r->skip == PATH_COUNT ? stage > position : stage == position + 1);
		if (!counts)
			continue;
		position = stage;
		out->timed |= bit(stage);
		out->at[stage] = h->event[i].at;
	}
}

static size_t
furthest(const struct path_plan *p, uint32_t entered)
{
	size_t stage = 0;

	if (p->rules.skip == PATH_COUNT)
		return 31 - (size_t)__builtin_clz(entered);
	while (stage + 1 < p->stages && entered & bit(stage + 1))
		stage++;
	return stage;
}

/* May the count start with this event?  In strict order only with an entry of the first stage. */
static bool
may_start(const struct path_plan *p, const struct history *h, size_t i, bool first_known)
{
	return (h->event[i].stage == 0 && first_known) ||
	    (i == 0 && (!first_known || p->rules.order == PATH_LOOSE));
}

/* The stages that come into the window from the event i on, of which first[] are the first of
 * each stage.  In strict order some of them would not count, but how far it comes is the same. */
static uint32_t
in_window(const struct path_plan *p, const struct history *h, uint32_t i, const uint32_t *first)
{
	instant end = h->event[i].at + p->rules.window;
	bool chain = p->rules.order == PATH_STRICT && p->rules.skip == PATH_DROP;
	uint32_t stage, entered = 1, at = i;

	for (stage = 0; stage < p->stages; stage++) {
		if (!chain)
			at = first[stage];
		else if (stage > h->event[i].stage)
			at = h->event[at].next;
		if (at != UINT32_MAX && h->event[at].at <= end)
			entered |= bit(stage);
		else if (chain)
			break;
	}
	return entered;
}

/*
 * The start that leads furthest, of several such the earliest.  From the last event to the first,
 * as then the next of every stage is known: each start is looked at in a step a stage.
 */
WRAPS static size_t
best_start(const struct path_plan *p, struct history *h, bool first_known)
{
	uint32_t first[PATH_STAGES + 1];
	size_t i, far, most = 0, best = 0;

	memset(first, 0xff, sizeof first);
	for (i = h->n; i-- > 0; ) {
		struct event *e = &h->event[i];

		e->next = first[e->stage + 1];
		first[e->stage] = (uint32_t)i;
		if (!may_start(p, h, i, first_known))
			continue;
		far = furthest(p, in_window(p, h, (uint32_t)i, first));
		if (far >= most) {
			most = far;
			best = i;
		}
	}
	return best;
}

static void
choose(const struct path_plan *p, struct history *h, struct path *out)
{
	enum path_start which = p->rules.start;
	bool first_known = false;
	size_t i, at = 0;

	for (i = 0; i < h->n && !first_known; i++)
		first_known = h->event[i].stage == 0;
	/* Without a window nothing is gained by starting later. */
	if (which == PATH_ANY && p->rules.window == 0)
		which = PATH_FIRST;
	if (which == PATH_ANY)
		at = best_start(p, h, first_known);
	for (i = 0; which != PATH_ANY && i < h->n; i++)
		if (may_start(p, h, i, first_known)) {
			at = i;
			if (which == PATH_FIRST)
				break;
		}
	walk(p, h, h->event[at].at, out);
}

/* What the current stage and the end say of the stages before. */
static void
add_untimed(const struct path_plan *p, size_t now, const struct path *out, struct history *h)
{
	size_t last = p->stages - 1;

	if (now < p->stages)
		h->untimed |= out->source == PATH_TIMES ? bit(now) : bits_to(now);
	if (out->fate == PATH_WON)
		h->untimed |= out->source == PATH_TIMES ? bit(last) : bits_to(last);
}

static void
settle(const struct path_plan *p, const struct history *h, size_t now, size_t last_seen,
    struct path *out)
{
	out->entered = out->timed | 1;
	if (p->rules.window == 0)
		out->entered |= h->untimed;
	else
		out->untimed = (h->untimed & ~out->timed & ~UINT32_C(1)) != 0;
	out->furthest = furthest(p, out->entered);
	out->entered &= bits_to(out->furthest);
	out->timed &= out->entered;
	if (out->fate == PATH_OPEN && out->furthest == p->stages - 1)
		out->fate = PATH_WON;
	out->current = out->fate == PATH_WON ? p->stages - 1 : now < p->stages ? now :
	    last_seen != SIZE_MAX ? last_seen : out->furthest;
}

void
path_find(const struct path_plan *p, struct lead *l, struct path *out)
{
	struct event few[PATH_STAGES + 2];
	struct history h = { .event = few };
	const struct activities *list = lead_activities(l, p->activities);
	size_t now, last_seen;

	memset(out, 0, offsetof(struct path, at));
	out->end = l->schema->now;
	now = path_kind_standing(p, l, &out->fate, &out->strange);
	if (list != NULL && list->n != 0)
		h.event = arena_array(l->rec->scratch, list->n + PATH_STAGES + 2, sizeof *h.event);
	from_columns(p, l, &h);
	if (list != NULL)
		from_activities(p, l, list, &h);
	sort(&h);
	out->source = h.n != 0 || h.untimed != 0 ? PATH_TIMES : now < p->stages ? PATH_STAGE :
	    PATH_NOTHING;
	add_untimed(p, now, out, &h);
	add_ends(p, l, out, &h);
	last_seen = look_back(&h, now, p->stages, out);
	if (h.n != 0)
		choose(p, &h, out);
	settle(p, &h, now, last_seen, out);
}
