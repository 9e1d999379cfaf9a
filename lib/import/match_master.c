/*
 * match_master - leads of a master file, which are joined with new ones but never with each other.
 */
#include "import/match_impl.h"
#include "import/match_like.h"

void
match_group_masters(struct match *m)
{
	match_join_groups(m, 0, true);
}

bool
match_leads_alone(const struct match *m, uint32_t lead)
{
	return ((const uint32_t *)(const void *)m->alone.p)[lead] == lead;
}

void
match_begin(struct match *other, const struct match *m)
{
	const uint32_t *alone = (const uint32_t *)(const void *)m->alone.p;
	uint32_t i, more = other->count - m->masters;

	other->masters = other->count;
	for (i = m->masters; i < m->count; i++) {
		match_add(other, (const struct match_lead *)(const void *)m->lead.p + i);
		if (m->alike)
			match_add_text(other, match_packed(m, i));
	}
	other->group = (uint32_t *)(void *)buf_room(&other->groups, other->count * sizeof *other->group);
	for (i = 0; i < other->count; i++)
		other->group[i] = i < other->masters ? i : alone[i - more] + more;
	other->keep_why = m->keep_why;
	if (other->keep_why)
		other->why = (struct match_why *)(void *)buf_room(&other->whys,
		    other->count * sizeof *other->why);
	other->n = m->n_alone;
}

void
match_place(struct match *m, const uint32_t *place)
{
	const uint32_t *alone = (const uint32_t *)(const void *)m->alone.p;
	uint32_t i;

	for (i = 0; i < m->count; i++)
		m->group[i] = i < m->masters ? i : place[alone[i]];
	match_chain(m);
}

static bool
both(uint64_t a, uint64_t b)
{
	return a != 0 && a == b;
}

/* The group of `other` becomes one of a master's lead. */
static void
join_master(struct match *m, uint32_t lead, uint32_t other, enum match_rule rule)
{
	uint32_t root = m->group[other];

	m->group[root] = lead;
	if (m->why != NULL)
		m->why[root] = (struct match_why){ lead, other, (uint16_t)rule, 0 };
	m->n.joined[rule]++;
}

void
match_same(struct match *m, uint32_t lead, uint32_t other)
{
	join_master(m, lead, other, MATCH_SAME);
}

void
match_named(struct match *m, uint32_t lead, uint32_t other)
{
	join_master(m, lead, other, MATCH_NAMED);
}

bool
match_speaks(const struct match *m, uint32_t lead, uint32_t other)
{
	const struct match_lead *all = (const struct match_lead *)(const void *)m->lead.p;
	const struct match_lead *a = &all[lead], *b = &all[other];
	struct match_like x, y;

	if (both(a->key[MATCH_EMAIL], b->key[MATCH_EMAIL]) ||
	    both(a->key[MATCH_PHONE], b->key[MATCH_PHONE]) ||
	    (both(a->first, b->first) && both(a->last, b->last)))
		return true;
	if (!m->alike)
		return false;
	match_text_of(m, lead, &x);
	match_text_of(m, other, &y);
	return match_like_score(&x, &y, MATCH_LIKE_ENOUGH / 2, NULL) >= MATCH_LIKE_ENOUGH / 2;
}

bool
match_agreed(const struct match *m, const uint32_t *number, size_t n)
{
	const uint32_t *party = (const uint32_t *)(const void *)m->alone.p;
	size_t i;

	for (i = 2; i < n; i++)
		if (party[number[i]] != party[number[1]])
			return false;
	return true;
}
