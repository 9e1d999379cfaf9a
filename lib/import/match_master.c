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
match_is_fresh(const struct match *m, uint32_t lead)
{
	return ((const struct match_lead *)(const void *)m->lead.p)[lead].fresh;
}

void
match_set_fresh(struct match *m, uint32_t lead)
{
	((struct match_lead *)(void *)m->lead.p)[lead].fresh = 1;
}

bool
match_leads_alone(const struct match *m, uint32_t lead)
{
	return ((const uint32_t *)(const void *)m->alone.p)[lead] == lead;
}

bool
match_settle(struct match *m)
{
	bool any = false;
	uint32_t i;

	for (i = m->masters; i < m->count; i++)
		if (m->group[i] == i) {
			match_set_fresh(m, i);
			any = true;
		}
	return any;
}

void
match_again(struct match *m)
{
	memcpy(m->group, m->alone.p, m->alone.n);
	m->n = m->n_alone;
	match_chain(m);
}

void
match_note(const struct match *m, struct arena *a, struct match_try *t)
{
	t->n = m->n;
	t->group = arena_array(a, m->count, sizeof *t->group);
	memcpy(t->group, m->group, m->count * sizeof *t->group);
	if (m->why == NULL)
		return;
	t->why = arena_array(a, m->count, sizeof *t->why);
	memcpy(t->why, m->why, m->count * sizeof *t->why);
}

void
match_recall(struct match *m, const struct match_try *t)
{
	bool same = true;
	uint32_t i;

	for (i = 0; i < m->count; i++) {
		if (m->group[i] != t->group[i])
			same = false;
		else if (m->why != NULL)
			m->why[i] = t->why[i];
	}
	if (same)
		m->n = t->n;
}

void
match_renew(struct match *m, struct match *other)
{
	uint32_t i;

	memcpy(m->lead.p, other->lead.p, other->lead.n);
	for (i = m->masters; i < m->count && m->alike; i++)
		match_add_text(other, match_packed(m, i));
	if (m->alike) {
		buf_free(&m->text);
		steps_free(&m->text_at);
		m->text = other->text;
		m->text_at = other->text_at;
		other->text = (struct buf){ 0 };
		other->text_at = (struct steps){ 0 };
	}
	match_free(other);
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
