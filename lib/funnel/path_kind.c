/*
 * path_kind - what a lead's words say: where it stands, what became of it.
 *
 * Of most leads nothing is known but these and when they were created.  There are few words, so
 * there are few such paths: they are numbered here, and whoever has seen one knows the next.
 */
#include "funnel/path.h"
#include "funnel/spread.h"
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

/*
 * Where it stands now by its column, p->stages when that does not say, and whether it is strange; a fate
 * is added to it.  A disqualified lead is lost, whatever its status is.
 */
enum { STRANGE = PATH_FATES, STAGE = 2 * STRANGE, DISQUALIFIED = 1 << 16 };

static int64_t
standing_of(const struct path_plan *p, struct str key)
{
	int64_t now = (int64_t)(key.n ? path_kind_number(p, key) : p->stages);

	if (now == (int64_t)p->stages && p->levels) {
		if (str_is(key, "disqualified"))
			return now * STAGE + PATH_LOST + DISQUALIFIED;
		if (str_is(key, "unqualified") || str_is(key, "undecided"))
			return 0;
	}
	return now * STAGE + (now == (int64_t)p->stages && key.n ? STRANGE : 0);
}

/* Both together: the kind of a lead, but for its time. */
static inline uint32_t
words(int64_t standing, int64_t fate)
{
	return (uint32_t)(standing & DISQUALIFIED ? standing - DISQUALIFIED : standing + fate);
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

size_t
path_kind_standing(const struct path_plan *p, struct lead *l, enum path_fate *fate, bool *strange)
{
	uint32_t said = words(standing_said(p, l), fate_said(p, l));

	*fate = (enum path_fate)(said % PATH_FATES);
	*strange = said / STRANGE % 2;
	return said / STAGE;
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

/* Is there anything in these columns of a row? */
static __attribute__((noinline)) bool
has_times(const struct path_plan *p, struct lead *l, uint32_t row, enum path_fate fate)
{
	size_t i;

	lead_turn(l, row);
	for (i = 0; i < p->stages; i++)
		if (lead_has(l, p->at[i]) && lead_known(l, p->at[i]))
			return true;
	return (lead_has(l, p->activities) && lead_known(l, p->activities)) ||
	    (lead_has(l, p->closed) && fate == PATH_WON && lead_known(l, p->closed));
}

/* Nearly always in the usual form, which is read where it stands in regular CSV. */
static inline bool
read_created(const struct record *r, int32_t at, instant *t)
{
	struct str s;
	uint32_t n;

	if (at < 0 || r->field != NULL)
		return false;
	s.p = record_place(r, (uint32_t)at, &n);
	s.n = n;
	return date_parse_utc(s, t);
}

static inline void
put_frame(const struct path_plan *p, struct path_frame *frame, uint32_t said, instant born, instant now)
{
	bool timed = born != INSTANT_NONE && born <= now;
	instant end = now;

	if (timed && p->rules.window != 0 && born + p->rules.window < end)
		end = born + p->rules.window;
	frame->created = born;
	frame->end = end;
	frame->age = timed ? spread_seconds(end - born) : 0;
	frame->kind = said * 2 + timed;
}

/* The long ways, of one row. */
static __attribute__((noinline)) uint32_t
find_words(const struct path_plan *p, struct lead *l, uint32_t row)
{
	lead_turn(l, row);
	return words(standing_said(p, l), fate_said(p, l));
}

static __attribute__((noinline)) instant
find_created(const struct path_plan *p, struct lead *l, uint32_t row)
{
	struct moment m;

	lead_turn(l, row);
	return lead_time(l, p->created, &m) ? m.from : INSTANT_NONE;
}

void
path_kinds(const struct path_plan *p, struct lead *l, struct path_frame frame[])
{
	int64_t standing[LEAD_ROWS], fate[LEAD_ROWS];
	bool timeless = is_timeless(p, l);
	int32_t at = l->at[p->created];
	uint32_t row, said;
	instant born;

	memo_find_rows(l, p->standing_memo, p->track, standing);
	memo_find_rows(l, p->fate_memo, p->status, fate);
	for (row = 0; row < l->rows; row++) {
		said = standing[row] != MEMO_NEW && fate[row] != MEMO_NEW ?
		    words(standing[row], fate[row]) : find_words(p, l, row);
		if (!timeless && has_times(p, l, row, (enum path_fate)(said % PATH_FATES))) {
			frame[row].kind = PATH_KINDS;
			continue;
		}
		if (!read_created(&l->first[row], at, &born))
			born = find_created(p, l, row);
		put_frame(p, &frame[row], said, born, l->schema->now);
	}
}
