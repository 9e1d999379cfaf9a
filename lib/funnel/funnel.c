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

enum { NO_KIND = UINT16_MAX };

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
	for (i = 0; i <= PATH_KINDS; i++)
		f->number[i] = NO_KIND;
	for (i = 0; i < FUNNEL_STORES; i++)
		store_init(&f->store[i], shape[i].numbers, shape[i].spreads, shape[i].most);
	f->total = store_row(&f->store[FUNNEL_TOTALS], STR(""))->number;
}

int64_t
funnel_reached(const struct store_row *group, size_t stage, size_t stages)
{
	int64_t n = 0;

	for (; stage < stages; stage++)
		n += group->number[funnel_number(stage, FUNNEL_STOPPED)];
	return n;
}

/* What leads of a kind lead to. */
struct funnel_known {
	struct path path;
	struct funnel_share share;
	int64_t leads;                  /* that are not among the totals yet */
};

/* What is tallied: groups and kinds, as they were met.  The number of kinds is odd, so that the
 * same kind of several groups does not fall into the same set of a cache. */
enum { TALLY_GROUPS = 512, TALLY_KINDS = 31, TALLIES = TALLY_GROUPS * TALLY_KINDS, TALLY_ROOM = 64 };

/* How many there are stands apart from them: that has to be waited for. */
struct funnel_tally {
	uint16_t n[TALLIES];
	uint32_t age[TALLIES][TALLY_ROOM];
};

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
		store_key(&f->key, lead_text(l, by->slot[i]));
	return store_find(&f->store[FUNNEL_GROUPS], buf_text(&f->key));
}

/* The same, and what is known by it: the next lead's group, this one's money. */
static uint32_t
find_later(struct funnel *f, struct lead *l, const struct path *path, size_t b, struct str cohort)
{
	const struct funnel_breakdown *by = &f->plan->by[b];
	uint32_t group = find_group(f, l, by, cohort);
	int64_t *known = by->simple ? memo_find_slot(l, by->memo, by->slot[0]) : NULL;

	if (known != NULL)
		*known = group;
	if (f->plan->money)
		funnel_money_add(f, l, path, b == 0);
	return group;
}

/* The leads in hand, and what is known of them. */
struct hand {
	bool bare;                      /* nothing is asked for but how old they are, by group */
	uint32_t number[LEAD_ROWS];     /* of the lead's kind; NO_KIND: it is not to be tallied */
	struct path_frame frame[LEAD_ROWS];
	int64_t group[FUNNEL_BREAKDOWNS][LEAD_ROWS];    /* MEMO_NEW: not known */
};

static __attribute__((noinline)) void
empty_tally(struct funnel *f, uint32_t group, uint32_t kind)
{
	uint32_t at = group * TALLY_KINDS + kind;

	funnel_share_add_kind(&f->store[FUNNEL_GROUPS].row[group], &f->kind[kind]->share,
	    f->tally->age[at], f->tally->n[at]);
	f->tally->n[at] = 0;
}

/* The groups of the lead that is looked at. */
static void
find_groups(struct funnel *f, struct lead *l, struct hand *hand, const struct path *path,
    struct str cohort)
{
	int64_t *group = hand->group[0] + lead_row(l);
	size_t b;

	for (b = 0; b < f->plan->breakdowns; b++, group += LEAD_ROWS)
		if (*group == MEMO_NEW)
			*group = find_later(f, l, path, b, cohort);
}

/* Write down an age; false: there is no tally of this group and kind. */
static inline bool
put_age(struct funnel *f, uint64_t group, uint32_t kind, uint32_t age)
{
	struct funnel_tally *t = f->tally;
	uint32_t at;

	if (kind >= TALLY_KINDS || group >= TALLY_GROUPS)
		return false;
	at = (uint32_t)group * TALLY_KINDS + kind;
	t->age[at][t->n[at]++] = age;
	if (t->n[at] == TALLY_ROOM)
		empty_tally(f, (uint32_t)group, kind);
	return true;
}

/* A lead whose group was not known, or of which there is no tally. */
static __attribute__((noinline)) void
add_one(struct funnel *f, struct lead *l, struct hand *hand, size_t b, uint32_t row)
{
	uint32_t kind = hand->number[row], age = hand->frame[row].age;
	const int64_t *group = &hand->group[b][row];

	if (kind == NO_KIND)
		return;
	if (*group == MEMO_NEW) {
		lead_turn(l, row);
		find_groups(f, l, hand, &f->kind[kind]->path, STR(""));
	}
	if (*group != STORE_NONE && !put_age(f, (uint64_t)*group, kind, age))
		funnel_share_add_kind(&f->store[FUNNEL_GROUPS].row[*group], &f->kind[kind]->share, &age, 1);
}

static void
tally(struct funnel *f, struct lead *l, struct hand *hand, size_t b)
{
	uint32_t row;

	for (row = 0; row < l->rows; row++)
		if (!put_age(f, (uint64_t)hand->group[b][row], hand->number[row], hand->frame[row].age))
			add_one(f, l, hand, b, row);
}

/* A kind is worked out at its first lead. */
static uint32_t
new_kind(struct funnel *f, struct lead *l, uint32_t kind)
{
	struct funnel_known *k = arena_alloc(&f->arena, sizeof *k);

	if (f->tally == NULL)
		f->tally = arena_got(calloc(1, sizeof *f->tally));
	path_find(&f->plan->path, l, &k->path);
	funnel_share_find(&k->share, &k->path, f->plan->path.stages);
	f->kind[f->kinds] = k;
	return f->number[kind] = f->kinds++;
}

static void
count(struct funnel *f, const struct path *path, int64_t leads)
{
	f->total[FUNNEL_BY_NOTHING + path->source] += leads;
	f->total[FUNNEL_STRANGE] += path->strange * leads;
	f->total[FUNNEL_UNTIMED] += path->untimed * leads;
}

/* A lead with times of its own. */
static bool
add_single(struct funnel *f, struct lead *l, struct hand *hand)
{
	uint32_t row = lead_row(l);
	struct str cohort = STR("");
	struct funnel_share share;
	struct path path;
	size_t b;

	path_find(&f->plan->path, l, &path);
	if (!funnel_part_add(f, l, &path, &cohort))
		return false;
	find_groups(f, l, hand, &path, cohort);
	funnel_share_find(&share, &path, f->plan->path.stages);
	for (b = 0; b < f->plan->breakdowns; b++)
		if (hand->group[b][row] != STORE_NONE)
			funnel_share_add(&f->store[FUNNEL_GROUPS].row[hand->group[b][row]], &share);
	count(f, &path, 1);
	return true;
}

/* One like others, of which only the times are put in. */
static bool
add_alike(struct funnel *f, struct lead *l, struct hand *hand)
{
	const struct path_frame *frame = &hand->frame[lead_row(l)];
	uint32_t number = f->number[frame->kind];
	struct str cohort = STR("");
	struct path *path;

	if (number == NO_KIND)
		number = new_kind(f, l, frame->kind);
	path = &f->kind[number]->path;
	path->created = path->at[0] = frame->created;
	path->end = frame->end;
	if (!funnel_part_add(f, l, path, &cohort))
		return false;
	find_groups(f, l, hand, path, cohort);
	hand->number[lead_row(l)] = number;
	f->kind[number]->leads++;
	return true;
}

/* What is known before they are counted. */
static void
look_ahead(const struct funnel *f, struct lead *l, struct hand *hand)
{
	const struct funnel_breakdown *by = f->plan->by;
	uint32_t row;
	size_t b;

	hand->bare = !funnel_part_any(f->plan);
	for (b = 0; b < f->plan->breakdowns; b++)
		if (by[b].simple)
			memo_find_rows(l, by[b].memo, by[b].slot[0], hand->group[b]);
		else
			for (row = 0; row < l->rows; row++)
				hand->group[b][row] = MEMO_NEW;
	path_kinds(&f->plan->path, l, hand->frame);
}

bool
funnel_add(struct funnel *f, struct lead *l)
{
	struct hand hand;
	uint32_t row, kind;
	bool all = true;
	size_t b;

	look_ahead(f, l, &hand);
	for (row = 0; row < l->rows; row++) {
		kind = hand.frame[row].kind;
		hand.number[row] = hand.bare ? f->number[kind] : NO_KIND;
		if (hand.number[row] != NO_KIND) {
			f->kind[hand.number[row]]->leads++;
			continue;
		}
		lead_turn(l, row);
		f->added[row] = kind == PATH_KINDS ? add_single(f, l, &hand) : add_alike(f, l, &hand);
		all = all && f->added[row];
	}
	for (b = 0; b < f->plan->breakdowns; b++)
		tally(f, l, &hand, b);
	return all;
}

void
funnel_settle(struct funnel *f)
{
	uint32_t group, kind;

	for (kind = 0; kind < f->kinds; kind++) {
		for (group = 0; kind < TALLY_KINDS && group < TALLY_GROUPS; group++)
			if (f->tally->n[group * TALLY_KINDS + kind] != 0)
				empty_tally(f, group, kind);
		count(f, &f->kind[kind]->path, f->kind[kind]->leads);
		f->kind[kind]->leads = 0;
	}
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
