/*
 * funnel - a lead's path, added to all that is asked for.
 */
#include "funnel/funnel.h"
#include "lead/memo.h"
#include "value/text.h"

void
funnel_init(struct funnel *f, const struct funnel_plan *plan)
{
	size_t stages = plan->path.stages, i;
	const struct {
		size_t numbers, spreads;
		uint32_t most;
	} shape[FUNNEL_STORES] = {
		[FUNNEL_GROUPS] = { stages * FUNNEL_COUNTERS, 2 * stages, FUNNEL_MOST_GROUPS },
		[FUNNEL_TOTALS] = { FUNNEL_TOTALS_KEPT, 0, 1 },
		[FUNNEL_COHORTS] = { 1, 0, FUNNEL_MOST_GROUPS },
		[FUNNEL_LOSSES] = { 1, 0, FUNNEL_MOST_GROUPS },
		[FUNNEL_MONEY] = { funnel_money_numbers(stages), 1, FUNNEL_MOST_GROUPS },
		[FUNNEL_TOUCHES] = { funnel_touch_numbers(), 0, FUNNEL_MOST_GROUPS },
		[FUNNEL_ARMS] = { 2, 0, FUNNEL_MOST_GROUPS },
		[FUNNEL_STUCK] = { 1, 0, FUNNEL_MOST_STUCK },
	};

	*f = (struct funnel){ .plan = plan };
	for (i = 0; i < FUNNEL_STORES; i++)
		store_init(&f->store[i], shape[i].numbers, shape[i].spreads, shape[i].most);
	f->total = store_row(&f->store[FUNNEL_TOTALS], STR(""))->number;
}

static void
key_part(struct buf *key, struct str part)
{
	buf_str(key, part);
	buf_byte(key, STORE_END);
}

int64_t
funnel_reached(const struct store_row *group, size_t stage, size_t stages)
{
	int64_t n = 0;

	for (; stage < stages; stage++)
		n += group->number[funnel_number(stage, FUNNEL_STOPPED)];
	return n;
}

/* What a lead adds to each of its groups, found out once. */
struct share {
	const struct path *path;
	size_t stopped, stands;         /* numbers of the group */
	uint32_t skipped;
	bool plain;                     /* nothing skipped, nothing entered again or from behind */
	size_t stays;                   /* FEW at least, of which some may be none */
	struct stay {
		uint32_t spread, seconds;
		uint32_t times;                 /* 0: none */
	} stay[PATH_STAGES];
};

/* A lead of a kind has so many stays or less; as many for all is quicker than to ask how many. */
enum { FEW = 2 };

static void
add_stay(struct share *s, size_t stage, bool waiting, span time)
{
	s->stay[s->stays++] = (struct stay){ (uint32_t)funnel_spread(stage, waiting),
	    spread_seconds(time), 1 };
}

static void
add_none(struct share *s, size_t stage)
{
	s->stay[s->stays++] = (struct stay){ .spread = (uint32_t)funnel_spread(stage, true) };
}

/* How long it stayed in a stage until it entered a later one; else how long it has been there. */
static void
stay(struct share *s, const struct path *path, size_t stage, size_t stages)
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

/* All that the lead's words and times lead to. */
struct funnel_known {
	struct path path;
	struct share share;
};

static void
find_share(struct share *s, const struct path *path, size_t stages)
{
	size_t i, last = stages - 1;

	s->path = path;
	s->stopped = funnel_number(path->furthest, FUNNEL_STOPPED);
	s->stands = funnel_number(path->current, path->fate == PATH_LOST ? FUNNEL_LOST : FUNNEL_CURRENT);
	s->skipped = ~path->entered & ((UINT32_C(2) << path->furthest) - 1);
	s->plain = (s->skipped | path->again | path->back) == 0;
	s->stays = 0;
	if (path->timed & 1 && path->furthest < last)
		add_stay(s, last, true, path->end - path->at[0]);
	else if (path->timed & 1 && path->timed >> last & 1 && path->at[last] >= path->at[0])
		add_stay(s, last, false, path->at[last] - path->at[0]);
	else
		add_none(s, last);
	for (i = 0; i < last && path->timed >> i != 0; i++)
		if (path->timed >> i & 1)
			stay(s, path, i, stages);
	while (s->stays < FEW)
		add_none(s, 0);
}

static void
count_stages(const struct store_row *row, uint32_t stages, enum funnel_counter counter)
{
	for (; stages != 0; stages &= stages - 1)
		row->number[funnel_number((size_t)__builtin_ctz(stages), counter)]++;
}

static __attribute__((noinline)) void
count_odd(const struct store_row *row, const struct share *s)
{
	count_stages(row, s->skipped, FUNNEL_SKIPPED);
	count_stages(row, s->path->again, FUNNEL_AGAIN);
	count_stages(row, s->path->back, FUNNEL_BACK);
}

static inline void
add_group(const struct store_row *row, const struct share *s)
{
	size_t i;

	row->number[s->stopped]++;
	row->number[s->stands]++;
	if (!s->plain)
		count_odd(row, s);
	for (i = 0; i < s->stays; i++)
		spread_add(&row->spread[s->stay[i].spread], s->stay[i].seconds, s->stay[i].times);
}

static void
add_loss(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_LOSSES];
	const struct store_row *row;

	f->key.n = 0;
	buf_printf(&f->key, "%02zu%c", path->current, STORE_END);
	key_part(&f->key, lead_text(l, f->plan->reason));
	if ((row = store_row(s, buf_text(&f->key))) != NULL)
		row->number[0]++;
}

static void
add_totals(struct funnel *f, const struct path *path)
{
	f->total[FUNNEL_BY_NOTHING + path->source]++;
	f->total[FUNNEL_STRANGE] += path->strange;
	f->total[FUNNEL_UNTIMED] += path->untimed;
}

static void
add_arm(struct funnel *f, struct lead *l, const struct path *path)
{
	struct store *s = &f->store[FUNNEL_ARMS];
	const struct store_row *row;

	f->key.n = 0;
	key_part(&f->key, lead_text(l, f->plan->arm));
	if ((row = store_row(s, buf_text(&f->key))) == NULL)
		return;
	row->number[0]++;
	row->number[1] += path->furthest + 1 == f->plan->path.stages;
}

/* The lead's group, the long way: by the values of its columns, which are put into the key. */
static __attribute__((noinline)) uint32_t
find_group(struct funnel *f, struct lead *l, const struct funnel_breakdown *by, struct str cohort)
{
	size_t i;

	f->key.n = 0;
	buf_byte(&f->key, (char)('0' + (by - f->plan->by)));
	buf_byte(&f->key, STORE_END);
	buf_str(&f->key, cohort);
	for (i = 0; i < by->n; i++)
		key_part(&f->key, lead_text(l, by->slot[i]));
	return store_find(&f->store[FUNNEL_GROUPS], buf_text(&f->key));
}

/* Where the groups of the lead are remembered; looked up first, as nothing has to wait for it. */
static inline void
look_up(const struct funnel_plan *p, struct lead *l, int64_t *known[static FUNNEL_BREAKDOWNS])
{
	size_t b;

	for (b = 0; b < p->breakdowns; b++)
		known[b] = p->by[b].simple ? memo_find_slot(l, p->by[b].memo, p->by[b].slot[0]) : NULL;
}

static inline uint32_t
group_of(struct funnel *f, struct lead *l, size_t b, int64_t *known, struct str cohort)
{
	if (known == NULL)
		return find_group(f, l, &f->plan->by[b], cohort);
	if (*known == MEMO_NEW)
		*known = find_group(f, l, &f->plan->by[b], cohort);
	return (uint32_t)*known;
}

static inline void
add_breakdowns(struct funnel *f, struct lead *l, const struct share *share, struct str cohort,
    int64_t *known[static FUNNEL_BREAKDOWNS])
{
	uint32_t group;
	size_t b;

	for (b = 0; b < f->plan->breakdowns; b++) {
		group = group_of(f, l, b, known[b], cohort);
		if (group != STORE_NONE)
			add_group(&f->store[FUNNEL_GROUPS].row[group], share);
		if (f->plan->money)
			funnel_money_add(f, l, share->path);
	}
}

/*
 * The lead's path and share.  A kind is worked out at its first lead, and of the next ones only
 * the times are put in.  A lead of no kind has it made where there is room for one.
 */
static inline struct funnel_known *
find(struct funnel *f, struct lead *l, struct funnel_known *room)
{
	const struct path_plan *p = &f->plan->path;
	struct path_frame frame;
	size_t kind = path_kind(p, l, &frame);
	struct funnel_known *k = kind < PATH_KINDS ? f->known[kind] : room;

	if (kind < PATH_KINDS && k != NULL) {
		k->path.created = k->path.at[0] = frame.created;
		k->path.end = frame.end;
		/* It stays on the way to the last stage, or in the first, or not. */
		k->share.stay[0].seconds = k->share.stay[1].seconds = spread_seconds(frame.age);
		return k;
	}
	if (k == NULL)
		k = f->known[kind] = arena_alloc(&f->arena, sizeof *k);
	path_find(p, l, &k->path);
	find_share(&k->share, &k->path, p->stages);
	return k;
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

/* What else is asked for. */
static void
add_parts(struct funnel *f, struct lead *l, const struct path *path, instant born, struct str cohort)
{
	const struct funnel_plan *p = f->plan;

	if (p->cohort != FUNNEL_NO_COHORT)
		funnel_cohort_add(f, l->schema->zone, path, born, cohort);
	if (p->losses && path->fate == PATH_LOST)
		add_loss(f, l, path);
	if (p->touches)
		funnel_touch_add(f, l, path);
	if (p->arm != UINT32_MAX)
		add_arm(f, l, path);
	if (p->stuck)
		funnel_time_stuck(f, l, path);
}

bool
funnel_add(struct funnel *f, struct lead *l)
{
	const struct funnel_plan *p = f->plan;
	int64_t *groups[FUNNEL_BREAKDOWNS];
	struct funnel_known room, *known;
	struct str cohort = STR("");
	const struct path *path;
	instant born;

	look_up(p, l, groups);
	known = find(f, l, &room);
	path = &known->path;
	born = path->created != INSTANT_NONE || !(path->timed & 1) ? path->created : path->at[0];
	if ((p->since != INSTANT_NONE || p->until != INSTANT_NONE) && !in_time(f, born))
		return false;
	if (p->cohort != FUNNEL_NO_COHORT)
		cohort = cohort_of(p, l, born);
	add_breakdowns(f, l, &known->share, cohort, groups);
	add_parts(f, l, path, born, cohort);
	add_totals(f, path);
	return true;
}

void
funnel_merge(struct funnel *into, struct funnel *from)
{
	size_t i;

	for (i = 0; i < FUNNEL_STORES; i++)
		store_merge(&into->store[i], &from->store[i]);
	into->other |= from->other;
	into->rows += from->rows;
	into->announced += from->announced;
}

/* What there can be too many of, and what asked for them. */
static const char *const most_of[FUNNEL_STORES] = {
	[FUNNEL_GROUPS] = "--by: more than %u different groups",
	[FUNNEL_TOTALS] = "more than %u totals",
	[FUNNEL_COHORTS] = "--cohort: more than %u cohorts",
	[FUNNEL_LOSSES] = "--losses: more than %u different reasons",
	[FUNNEL_MONEY] = "--money: more than %u different groups and currencies",
	[FUNNEL_TOUCHES] = "--attribution: more than %u different channels",
	[FUNNEL_ARMS] = "--ab: more than %u different arms",
	[FUNNEL_STUCK] = "--stuck: more than %u open leads",
};

int
funnel_check(const struct funnel *f, struct err *e)
{
	size_t i;

	if (f->other)
		return err_set(e, ERR_INPUT, PLACE_NONE, "sums of other settings: "
		    "--partial and --merge want the same options and the same --now");
	if (f->rows != f->announced)
		return err_set(e, ERR_INPUT, PLACE_NONE, "sums that are not whole: %lld rows, but "
		    "--partial wrote %lld", (long long)f->rows, (long long)f->announced);
	for (i = 0; i < FUNNEL_STORES; i++) {
		if (f->store[i].full)
			return err_set(e, ERR_INPUT, PLACE_NONE, most_of[i], f->store[i].most);
		if (f->store[i].wide)
			return err_set(e, ERR_INPUT, PLACE_NONE, "amounts too large to add up");
	}
	return 0;
}

void
funnel_free(struct funnel *f)
{
	size_t i;

	for (i = 0; i < FUNNEL_STORES; i++)
		store_free(&f->store[i]);
	buf_free(&f->key);
	arena_free(&f->arena);
}
