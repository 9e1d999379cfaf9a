/*
 * condition_turn - when may the answer change, if nothing happens but that time passes?
 *
 * Only ages grow and only counts within a length of now shrink:
 *
 *	age(t) > 90d            turns a second after t + 90d
 *	count(x, 30d) >= 2      turns a second after any x is 30d old, and when one to come arrives
 */
#include "lead/condition_impl.h"

static void
sooner(instant *turn, instant now, instant at)
{
	if (at > now && (*turn == INSTANT_NONE || at < *turn))
		*turn = at;
}

static void
turn_of_age(const struct node *n, struct lead *l, instant *turn)
{
	const struct interval *in = n->is.within.item;
	struct value v;
	uint32_t i;

	if (!n[1].is.call.row->call(l, n + 1, &v))
		return;
	for (i = 0; i < n->is.within.count; i++, in++) {
		instant from = l->now - v.as.whole;

		if (in->has_low)
			sooner(turn, l->now, from + in->low.as.whole + in->above);
		if (in->has_high)
			sooner(turn, l->now, from + in->high.as.whole + !in->below);
	}
}

static void
turn_of_count(const struct node *n, struct lead *l, instant *turn)
{
	const struct activities *list = lead_activities(l, n->slot);
	size_t i;

	for (i = 0; list != NULL && i < list->n; i++)
		if (list->item[i].at != INSTANT_NONE &&
		    str_eq(list->item[i].key, n->is.call.activity)) {
			sooner(turn, l->now, list->item[i].at);
			sooner(turn, l->now, list->item[i].at + n->is.call.within + 1);
		}
}

instant
condition_turn(const struct condition *c, struct lead *l)
{
	const struct node *n, *end = c->node + c->count;
	instant turn = INSTANT_NONE;

	for (n = c->node; n < end; n++) {
		if (n->kind == NODE_WITHIN && n[1].kind == NODE_CALL && n[1].is.call.row->timed)
			turn_of_age(n, l, &turn);
		if (n->kind == NODE_CALL && n->is.call.row->within && n->is.call.within >= 0)
			turn_of_count(n, l, &turn);
	}
	return turn;
}
