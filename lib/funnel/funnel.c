/*
 * funnel - a lead's path, added to all that is asked for.
 *
 * Of most leads only their words and their day of creation are known, so they are of a few kinds
 * (path.h), and two of one kind and group differ in nothing but how old they are.  Their ages are
 * written down, and added to the group when there are enough of them:
 *
 *	tally     group 0, kind 0     group 0, kind 1     ...     group 1, kind 0
 *	n         3                   0                           1
 *	age       [ 86400 7 99 ]      [            ]              [ 5          ]
 */
#include <stdlib.h>

#include "funnel/funnel_share.h"
#include "lead/memo.h"

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

/* All that the lead's words and times lead to. */
struct funnel_known {
	struct path path;
	struct funnel_share share;
	uint32_t number;                /* of kinds, as they were met; UINT32_MAX: of no kind */
};

/* What is tallied: groups and kinds, as they were met.  The number of kinds is odd, so that the
 * same kind of several groups does not fall into the same set of a cache. */
enum { TALLY_GROUPS = 512, TALLY_KINDS = 31, TALLIES = TALLY_GROUPS * TALLY_KINDS, TALLY_ROOM = 64 };

/* How many there are stands apart from them: that has to be waited for. */
struct funnel_tally {
	uint16_t n[TALLIES];
	uint32_t age[TALLIES][TALLY_ROOM];
};

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
static uint32_t
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

static __attribute__((noinline)) uint32_t
find_later(struct funnel *f, struct lead *l, const struct funnel_breakdown *by, struct str cohort)
{
	uint32_t group = find_group(f, l, by, cohort);
	int64_t *known = by->simple ? memo_find_slot(l, by->memo, by->slot[0]) : NULL;

	if (known != NULL)
		*known = group;
	return group;
}

/* What is known of the leads in hand before they are counted. */
struct ahead {
	int64_t group[FUNNEL_BREAKDOWNS][LEAD_ROWS];    /* MEMO_NEW: not known */
	struct path_frame frame[LEAD_ROWS];
};

static inline uint32_t
group_of(struct funnel *f, struct lead *l, const struct funnel_breakdown *by, int64_t known,
    struct str cohort)
{
	return known != MEMO_NEW ? (uint32_t)known : find_later(f, l, by, cohort);
}

static __attribute__((noinline)) void
empty_tally(struct funnel *f, uint32_t group, const struct funnel_known *k)
{
	uint32_t at = group * TALLY_KINDS + k->number;

	funnel_share_add_kind(&f->store[FUNNEL_GROUPS].row[group], &k->share, f->tally->age[at],
	    f->tally->n[at]);
	f->tally->n[at] = 0;
}

static inline void
add_group(struct funnel *f, uint32_t group, struct funnel_known *k, uint32_t age)
{
	uint32_t at;

	if (k->number < TALLY_KINDS && group < TALLY_GROUPS) {
		at = group * TALLY_KINDS + k->number;
		f->tally->age[at][f->tally->n[at]++] = age;
		if (f->tally->n[at] == TALLY_ROOM)
			empty_tally(f, group, k);
	} else if (group != STORE_NONE) {
		if (k->number != UINT32_MAX)
			funnel_share_add_kind(&f->store[FUNNEL_GROUPS].row[group], &k->share, &age, 1);
		else
			funnel_share_add(&f->store[FUNNEL_GROUPS].row[group], &k->share);
	}
}

static inline void
add_breakdowns(struct funnel *f, struct lead *l, struct funnel_known *k, uint32_t age,
    struct str cohort, const struct ahead *ahead, uint32_t row)
{
	const struct funnel_breakdown *by = f->plan->by;
	size_t b;

	for (b = 0; b < f->plan->breakdowns; b++) {
		add_group(f, group_of(f, l, &by[b], ahead->group[b][row], cohort), k, age);
		if (f->plan->money)
			funnel_money_add(f, l, &k->path, b == 0);
	}
}

static struct funnel_known *
new_kind(struct funnel *f, size_t kind)
{
	struct funnel_known *k = arena_alloc(&f->arena, sizeof *k);

	if (f->tally == NULL)
		f->tally = arena_got(calloc(1, sizeof *f->tally));
	k->number = f->kinds;
	f->kind[f->kinds++] = (uint16_t)kind;
	return f->known[kind] = k;
}

/*
 * The lead's path and share.  A kind is worked out at its first lead, and of the next ones only
 * the times are put in.  A lead of no kind has it made where there is room for one.
 */
static inline struct funnel_known *
find(struct funnel *f, struct lead *l, const struct path_frame *frame, struct funnel_known *room,
    uint32_t *age)
{
	const struct path_plan *p = &f->plan->path;
	struct funnel_known *k = room;

	if (frame->kind < PATH_KINDS) {
		*age = spread_seconds(frame->age);
		if ((k = f->known[frame->kind]) != NULL) {
			k->path.created = k->path.at[0] = frame->created;
			k->path.end = frame->end;
			return k;
		}
		k = new_kind(f, frame->kind);
	} else {
		*age = 0;
		k->number = UINT32_MAX;
	}
	path_find(p, l, &k->path);
	funnel_share_find(&k->share, &k->path, p->stages);
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

static inline bool
add(struct funnel *f, struct lead *l, const struct ahead *ahead, uint32_t row)
{
	const struct funnel_plan *p = f->plan;
	struct funnel_known room, *known;
	struct str cohort = STR("");
	const struct path *path;
	uint32_t age;
	instant born;

	known = find(f, l, &ahead->frame[row], &room, &age);
	path = &known->path;
	born = path->created != INSTANT_NONE || !(path->timed & 1) ? path->created : path->at[0];
	if ((p->since != INSTANT_NONE || p->until != INSTANT_NONE) && !in_time(f, born))
		return false;
	if (p->cohort != FUNNEL_NO_COHORT)
		cohort = cohort_of(p, l, born);
	add_breakdowns(f, l, known, age, cohort, ahead, row);
	add_parts(f, l, path, born, cohort);
	f->total[FUNNEL_BY_NOTHING + path->source]++;
	f->total[FUNNEL_STRANGE] += path->strange;
	f->total[FUNNEL_UNTIMED] += path->untimed;
	return true;
}

void
funnel_add(struct funnel *f, struct lead *l)
{
	struct ahead ahead;
	uint32_t row;
	size_t b;

	for (b = 0; b < f->plan->breakdowns; b++) {
		if (f->plan->by[b].simple)
			memo_find_rows(l, f->plan->by[b].memo, f->plan->by[b].slot[0], ahead.group[b]);
		else
			for (row = 0; row < l->rows; row++)
				ahead.group[b][row] = MEMO_NEW;
	}
	path_kinds(&f->plan->path, l, ahead.frame);
	for (row = 0; row < l->rows; row++) {
		lead_turn(l, row);
		f->added[row] = add(f, l, &ahead, row);
	}
}

void
funnel_settle(struct funnel *f)
{
	uint32_t group, kind;

	for (group = 0; f->tally != NULL && group < TALLY_GROUPS; group++)
		for (kind = 0; kind < TALLY_KINDS; kind++)
			if (f->tally->n[group * TALLY_KINDS + kind] != 0)
				empty_tally(f, group, f->known[f->kind[kind]]);
}

void
funnel_merge(struct funnel *into, struct funnel *from)
{
	size_t i;

	funnel_settle(from);
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
	if (f->plan->usual &&
	    f->total[FUNNEL_STRANGE] > f->total[FUNNEL_BY_STAGE] + f->total[FUNNEL_BY_TIMES])
		return err_set(e, ERR_CONFIG, PLACE_NONE, "%lld leads stand in stages that are none of the "
		    "funnel's, more than in those that are: --stages file takes the file's own, --stages "
		    "LIST names them", (long long)f->total[FUNNEL_STRANGE]);
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
	free(f->tally);
	buf_free(&f->key);
	arena_free(&f->arena);
}
