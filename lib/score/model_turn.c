/*
 * model_turn - when a rule's points may change otherwise than by fading.
 */
#include "lead/activity.h"
#include "score/model_impl.h"

static void
sooner(instant *turn, instant at, instant then)
{
	if (then > at && (*turn == INSTANT_NONE || then < *turn))
		*turn = then;
}

/* The ends of what decays from there: each step, or the line. */
static void
turn_of_decay(const struct model_decay *d, instant from, instant at, instant *turn)
{
	size_t i;

	if (d->kind == MODEL_LINEAR)
		sooner(turn, at, from + d->length);
	for (i = 0; d->kind == MODEL_STEP && i < d->steps; i++)
		sooner(turn, at, from + d->step[i].until + 1);
}

instant
model_rule_turn(const struct model_rule *r, struct lead *l, instant now, instant at)
{
	instant turn = r->when != NULL && condition_timed(r->when) ? condition_turn(r->when, l) :
	    INSTANT_NONE;
	const struct activities *list;
	struct moment since;
	size_t i;

	if (r->kind == MODEL_WHEN && r->decay.kind != MODEL_STEADY && lead_time(l, r->since, &since))
		turn_of_decay(&r->decay, since.from, at, &turn);
	if (r->kind != MODEL_ACTIVITY || (r->within == 0 && r->decay.kind == MODEL_STEADY) ||
	    (list = lead_activities(l, r->slot)) == NULL)
		return turn;
	for (i = 0; i < list->n; i++) {
		const struct activity *a = &list->item[i];

		if (a->at == INSTANT_NONE || a->at > now || !str_eq(a->key, r->activity))
			continue;
		turn_of_decay(&r->decay, a->at, at, &turn);
		if (r->within != 0)
			sooner(&turn, at, a->at + r->within + 1);
	}
	return turn;
}
