/*
 * lead - a cell of answers per slot, stamped with the generation of its record.
 *
 *	slot      0           1           2
 *	at      [ 4         | -1        | 0         ]   column of this shape
 *	cell    [ text 17   |           | number 16 ]   generation 17 is attached: slot 2 is stale
 *
 * Attaching a record adds one to the generation and touches no cell.  Which column a slot is
 * depends on the shape alone; the places in recent shapes are kept, as lines of JSON may take
 * turns between a few of them.
 */
#include "lead/activity.h"
#include "lead/condition.h"
#include "lead/lead.h"
#include "lead/memo.h"
#include "record/list.h"
#include "record/skim.h"
#include "value/text.h"

enum { RECENT = 64, DAY = 86400 };

/* A place of no column: lead_give says what is there. */
enum { GIVEN = -2 };

enum have {
	HAVE_TEXT = 1 << 0,
	HAVE_FOLDED = 1 << 1,
	HAVE_NUMBER = 1 << 2,           /* it was tried … */
	IS_NUMBER = 1 << 3,             /* … and is one */
	HAVE_MONEY = 1 << 4,
	IS_MONEY = 1 << 5,
	HAVE_ACTIVITIES = 1 << 6,
	IS_ACTIVITIES = 1 << 7
};

struct lead_cell {
	uint64_t generation;
	uint32_t have;
	struct str text, folded;
	struct number number;
	struct money money;
	struct activities activities;
};

struct lead_places {
	uint64_t shape[RECENT];         /* whose places stand in row id % RECENT; 0: nobody's */
	int32_t at[];                   /* RECENT rows of a column per slot */
};

void
lead_init(struct lead *l, struct arena *a, const struct schema *s)
{
	*l = (struct lead){ .schema = s, .now = s->now, .oldest = 1 };
	l->places = arena_alloc(a, sizeof *l->places + RECENT * s->count * sizeof l->places->at[0]);
	l->cell = arena_array(a, (size_t)s->count * (s->rows ? LEAD_ROWS : 1), sizeof *l->cell);
	l->time = arena_array(a, (size_t)s->count * (s->rows ? LEAD_ROWS : 1), sizeof *l->time);
	l->given = arena_array(a, s->count, sizeof *l->given);
	l->memo = arena_array(a, s->memos, sizeof(struct memo *));
	l->seen = arena_array(a, s->count, sizeof *l->seen);
}

void
lead_free(struct lead *l)
{
	memo_free(l);
	condition_leave(l);
}

static void
find_places(struct lead *l, const struct shape *shape)
{
	size_t row = shape->id % RECENT;
	int32_t *at = l->places->at + row * l->schema->count;
	uint32_t slot;

	l->at = at;
	if (l->places->shape[row] == shape->id)
		return;
	l->places->shape[row] = shape->id;
	for (slot = 0; slot < l->schema->count; slot++) {
		at[slot] = l->schema->wanted[slot].given ? GIVEN :
		    schema_column(l->schema, shape, slot);
		l->seen[slot] += at[slot] >= 0;
	}
}

void
lead_attach_all(struct lead *l, struct record *r, uint32_t rows)
{
	if (l->first == NULL || l->shape != r->shape->id)
		find_places(l, r->shape);
	l->shape = r->shape->id;
	l->first = r;
	l->oldest += l->rows;
	l->rows = rows;
	lead_turn(l, 0);
}

void
lead_attach(struct lead *l, struct record *r)
{
	lead_attach_all(l, r, 1);
}

static inline struct lead_cell *
cell_at(const struct lead *l, uint32_t slot)
{
	return &l->cell[lead_place(l, slot)];
}

static inline struct lead_cell *
cell_of(struct lead *l, uint32_t slot)
{
	struct lead_cell *c = cell_at(l, slot);

	if (c->generation != l->generation) {
		c->generation = l->generation;
		c->have = 0;
	}
	return c;
}

struct field
lead_field_given(const struct lead *l, uint32_t slot)
{
	if (l->at[slot] == GIVEN)
		return (struct field){ l->given[slot].p, (uint32_t)l->given[slot].n, FIELD_TEXT };
	return (struct field){ .flags = FIELD_ABSENT };
}

void
lead_give(struct lead *l, uint32_t slot, struct str text)
{
	l->given[slot] = text;
	l->time[lead_place(l, slot)].generation = 0;
	cell_at(l, slot)->generation = 0;       /* forget what was there */
}

/* A JSON array as a CSV cell holds it. */
static struct str
list_text(struct arena *a, struct field f)
{
	struct skim k = { .room = f.size / 2 };         /* an item and its comma: two bytes */
	struct str *item;
	size_t i, used;

	k.value = arena_array(a, k.room, sizeof *k.value);
	skim_array((struct str){ f.raw, f.size }, &k, &used);
	item = arena_array(a, k.n, sizeof *item);
	for (i = 0; i < k.n; i++)
		item[i] = record_field_text(a, k.value[i]);
	return list_join(a, item, k.n);
}

static struct str
text_of(struct lead *l, uint32_t slot)
{
	struct field f = lead_field(l, slot);

	if (f.flags == 0)
		return text_trim((struct str){ f.raw, f.size });
	if (f.flags & FIELD_NEST && *f.raw == '[' &&
	    l->schema->wanted[slot].type == VOCAB_TYPE_LIST)
		return text_trim(list_text(l->rec->scratch, f));
	return text_trim(record_field_text(l->rec->scratch, f));
}

struct str
lead_text(struct lead *l, uint32_t slot)
{
	struct lead_cell *c = cell_of(l, slot);

	if (!(c->have & HAVE_TEXT)) {
		c->text = text_of(l, slot);
		c->have |= HAVE_TEXT;
	}
	return c->text;
}

struct str
lead_folded(struct lead *l, uint32_t slot)
{
	struct lead_cell *c = cell_of(l, slot);

	if (!(c->have & HAVE_FOLDED)) {
		c->folded = text_fold(l->rec->scratch, lead_text(l, slot));
		c->have |= HAVE_FOLDED;
	}
	return c->folded;
}

bool
lead_known_slowly(struct lead *l, uint32_t slot, struct field f)
{
	return f.flags != 0 ? lead_text(l, slot).n != 0 : text_trim((struct str){ f.raw, f.size }).n != 0;
}

/*
 * Plain digits are read where they stand, which is faster than to remember an answer, and so are
 * ISO times, the first time.  What has to be decoded or trimmed first does not look like either,
 * and goes the long way.
 */
static inline struct str
bare(struct field f)
{
	struct str s = { f.raw, f.size };

	return f.flags & FIELD_QUOTED ? str_slice(s, 1, s.n - 1) : s;
}

WRAPS static inline bool
plain_digits(struct str s, int64_t *units)
{
	uint32_t digit, value = 0;
	size_t i;

	if (s.n == 0 || s.n > 9)
		return false;
	for (i = 0; i < s.n; i++) {
		digit = (uint32_t)(unsigned char)s.p[i] - '0';
		if (digit > 9)
			return false;
		value = value * 10 + digit;
	}
	*units = value;
	return true;
}

bool
lead_number_slowly(struct lead *l, uint32_t slot, struct number *n)
{
	struct lead_cell *c;
	struct str s;
	bool ambiguous;

	n->scale = 0;
	if (plain_digits(bare(lead_field(l, slot)), &n->units))
		return true;
	c = cell_of(l, slot);
	if (!(c->have & HAVE_NUMBER)) {
		s = lead_text(l, slot);
		c->have |= HAVE_NUMBER;
		if (s.n != 0 && (number_parse(s, &c->number) ||
		    number_parse_human(s, 0, &c->number, &ambiguous)))
			c->have |= IS_NUMBER;
	}
	/* Member by member: a copy of both at once would wait for the two writes just made. */
	n->units = c->number.units;
	n->scale = c->number.scale;
	return c->have & IS_NUMBER;
}

bool
lead_money(struct lead *l, uint32_t slot, struct money *m)
{
	struct lead_cell *c;
	struct str s;
	bool ambiguous;

	*m = (struct money){ 0 };
	if (plain_digits(bare(lead_field(l, slot)), &m->amount.units))
		return true;
	c = cell_of(l, slot);
	if (!(c->have & HAVE_MONEY)) {
		s = lead_text(l, slot);
		c->have |= HAVE_MONEY;
		if (s.n != 0 && (money_parse(s, &c->money) ||
		    money_parse_human(s, 0, &c->money, &ambiguous)))
			c->have |= IS_MONEY;
	}
	*m = c->money;
	return c->have & IS_MONEY;
}

/* The midnight behind a plain date.  Days are not all 24 hours long. */
static instant
day_end(const struct civil *day, instant from, const struct zone *zone)
{
	struct civil next = { 0 };
	unsigned month, number;

	if (zone == &zone_utc || day->has_offset)
		return from + DAY;
	date_from_days(date_days(day->year, day->month, day->day) + 1, &next.year, &month, &number);
	next.month = (uint8_t)month;
	next.day = (uint8_t)number;
	return zone_instant(zone, &next);
}

static inline void
moment_of(const struct civil *c, const struct zone *zone, struct moment *m)
{
	m->from = zone == &zone_utc || c->has_offset ? date_utc(c) : zone_instant(zone, c);
	m->until = c->has_time ? m->from : day_end(c, m->from, zone);
}

bool
lead_moment(struct str s, const struct zone *zone, struct moment *m)
{
	struct civil c;

	if (date_parse(s, DATE_ORDER_NONE, &c) != DATE_OK)
		return false;
	moment_of(&c, zone, m);
	return true;
}

static bool
read_time(struct lead *l, uint32_t slot, struct moment *m)
{
	struct str s;
	struct civil c;

	if (!lead_has(l, slot))
		return false;
	s = bare(lead_field(l, slot));
	if (date_parse_utc(s, &m->from)) {
		m->until = m->from;
		return true;
	}
	if (date_parse_iso(s, &c)) {
		moment_of(&c, l->schema->zone, m);
		return true;
	}
	return (s = lead_text(l, slot)).n != 0 && lead_moment(s, l->schema->zone, m);
}

void
lead_time_read(struct lead *l, uint32_t slot, struct lead_time *t)
{
	t->known = read_time(l, slot, &t->moment);
	t->generation = l->generation;
}

/* The first one asked for reads it; of regular CSV most times are as programs write them. */
static inline void
read_time_at(struct lead *l, uint32_t slot, struct lead_time *t)
{
	struct str s = { 0 };
	uint32_t n;

	if (l->at[slot] >= 0 && l->rec->field == NULL) {
		s.p = record_place(l->rec, (uint32_t)l->at[slot], &n);
		s.n = n;
	}
	if (!date_parse_utc(s, &t->moment.from)) {
		lead_time_read(l, slot, t);
		return;
	}
	t->moment.until = t->moment.from;
	t->known = true;
	t->generation = l->generation;
}

void
lead_time_rows(struct lead *l, uint32_t slot, instant from[], bool known[])
{
	struct lead_time *t;
	uint32_t i;

	for (i = 0; i < l->rows; i++) {
		lead_turn(l, i);
		t = &l->time[lead_place(l, slot)];
		if (t->generation != l->generation)
			read_time_at(l, slot, t);
		from[i] = t->moment.from;
		known[i] = t->known;
	}
}

enum truth
lead_bool(struct lead *l, uint32_t slot)
{
	struct str s = lead_text(l, slot);
	int truth = s.n ? vocab_truth(s) : -1;

	return truth < 0 ? TRUTH_UNKNOWN : truth ? TRUTH_TRUE : TRUTH_FALSE;
}

const struct activities *
lead_activities(struct lead *l, uint32_t slot)
{
	struct lead_cell *c;
	struct field f;
	struct err e;

	if (!lead_has(l, slot))
		return NULL;
	c = cell_of(l, slot);
	if (!(c->have & HAVE_ACTIVITIES)) {
		f = lead_field(l, slot);
		c->have |= HAVE_ACTIVITIES;
		if (!(f.flags & FIELD_ABSENT) && activity_parse_field(l->rec->scratch, f,
		    l->schema->zone, &c->activities, &e) == 0)
			c->have |= IS_ACTIVITIES;
	}
	return c->have & IS_ACTIVITIES ? &c->activities : NULL;
}
