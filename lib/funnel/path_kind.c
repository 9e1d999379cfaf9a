/*
 * path_kind - what a lead's words say: where it stands, what became of it.
 *
 * Of most leads nothing is known but these and when they were created.  There are few words, so
 * there are few such paths: they are numbered here, and whoever has seen one knows the next.
 */
#include "funnel/path.h"
#include "lead/memo.h"
#include "value/text.h"

size_t
path_kind_number(const struct path_plan *p, struct str key)
{
	size_t i;

	for (i = 0; i < p->stages && !str_eq(p->key[i], key); i++)
		continue;
	return i;
}

/* What a column's words mean, looked up once for each of them. */
static __attribute__((noinline)) int64_t
meaning(const struct path_plan *p, struct lead *l, uint32_t memo, uint32_t slot,
    int64_t (*find)(const struct path_plan *, struct str))
{
	int64_t *known, answer;

	if (!lead_has(l, slot))
		return find(p, STR(""));
	known = memo_find_slot(l, memo, slot);
	if (known != NULL && *known != MEMO_NEW)
		return *known;
	answer = find(p, lead_folded(l, slot));
	if (known != NULL)
		*known = answer;
	return answer;
}

static int64_t
fate_of(const struct path_plan *p, struct str status)
{
	(void)p;
	return str_is(status, "lost") ? PATH_LOST : str_is(status, "won") ? PATH_WON : PATH_OPEN;
}

/* Where it stands now by its column, PATH_STAGES when that does not say; and what is said besides. */
enum { STRANGE = 1 << 8, DISQUALIFIED = 1 << 9 };

static int64_t
standing_of(const struct path_plan *p, struct str key)
{
	size_t now = key.n ? path_kind_number(p, key) : p->stages;

	if (now < p->stages)
		return (int64_t)now;
	if (p->levels && str_is(key, "disqualified"))
		return DISQUALIFIED;
	if (p->levels && (str_is(key, "unqualified") || str_is(key, "undecided")))
		return 0;
	return PATH_STAGES | (key.n ? STRANGE : 0);
}

static inline int64_t
standing_said(const struct path_plan *p, struct lead *l)
{
	return meaning(p, l, p->standing_memo, p->track, standing_of);
}

static inline int64_t
fate_said(const struct path_plan *p, struct lead *l)
{
	return meaning(p, l, p->fate_memo, p->status, fate_of);
}

static inline size_t
standing(const struct path_plan *p, int64_t said, int64_t fate_says, enum path_fate *fate, bool *strange)
{
	size_t now = (size_t)said & (STRANGE - 1);

	*fate = said & DISQUALIFIED ? PATH_LOST : (enum path_fate)fate_says;
	*strange = said & STRANGE;
	return now < p->stages ? now : p->stages;
}

size_t
path_kind_standing(const struct path_plan *p, struct lead *l, enum path_fate *fate, bool *strange)
{
	return standing(p, standing_said(p, l), fate_said(p, l), fate, strange);
}

/* Is there a column that could tell when a lead entered a stage? */
static bool
is_timeless(const struct path_plan *p, const struct lead *l)
{
	bool timeless = !lead_has(l, p->activities) && !lead_has(l, p->closed);
	size_t i;

	for (i = 0; i < p->stages; i++)
		timeless = timeless && !lead_has(l, p->at[i]);
	return timeless;
}

/* Is there anything in these columns? */
static __attribute__((noinline)) bool
has_times(const struct path_plan *p, struct lead *l, enum path_fate fate)
{
	size_t i;

	for (i = 0; i < p->stages; i++)
		if (lead_has(l, p->at[i]) && lead_known(l, p->at[i]))
			return true;
	return (lead_has(l, p->activities) && lead_known(l, p->activities)) ||
	    (lead_has(l, p->closed) && fate == PATH_WON && lead_known(l, p->closed));
}

static __attribute__((noinline)) instant
created_slowly(const struct path_plan *p, struct lead *l)
{
	struct moment m;

	return lead_time(l, p->created, &m) ? m.from : INSTANT_NONE;
}

/* Nearly always in the usual form, which is read where it stands. */
static inline instant
created(const struct path_plan *p, struct lead *l)
{
	struct field f = lead_field(l, p->created);
	instant t;

	return f.flags == 0 && date_parse_utc((struct str){ f.raw, f.size }, &t) ? t :
	    created_slowly(p, l);
}

static inline void
put_frame(const struct path_plan *p, struct lead *l, struct path_frame *frame, size_t now,
    enum path_fate fate, bool strange)
{
	instant end = l->schema->now, born = created(p, l);
	bool timed = born != INSTANT_NONE && born <= end;

	if (timed && p->rules.window != 0 && born + p->rules.window < end)
		end = born + p->rules.window;
	frame->created = born;
	frame->end = end;
	frame->age = timed ? end - born : 0;
	frame->kind = (uint32_t)(((now * 2 + strange) * PATH_FATES + fate) * 2 + timed);
}

void
path_kinds(const struct path_plan *p, struct lead *l, struct path_frame frame[])
{
	int64_t said[LEAD_ROWS], says[LEAD_ROWS];
	bool timeless = is_timeless(p, l), strange;
	enum path_fate fate;
	uint32_t row;
	size_t now;

	memo_find_rows(l, p->standing_memo, p->track, said);
	memo_find_rows(l, p->fate_memo, p->status, says);
	for (row = 0; row < l->rows; row++) {
		lead_turn(l, row);
		if (said[row] == MEMO_NEW)
			said[row] = standing_said(p, l);
		if (says[row] == MEMO_NEW)
			says[row] = fate_said(p, l);
		now = standing(p, said[row], says[row], &fate, &strange);
		if (!timeless && has_times(p, l, fate))
			frame[row].kind = PATH_KINDS;
		else
			put_frame(p, l, &frame[row], now, fate, strange);
	}
}
