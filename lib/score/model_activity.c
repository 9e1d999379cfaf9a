/* model_activity - what a rule gives for what a lead has done. */
#include "lead/activity.h"
#include "score/model_impl.h"

/* One activity's points: none when it is of another type, too old, or still to come. */
static bool
counts(const struct model_rule *r, const struct activity *a, instant now, instant at)
{
	if (!str_eq(a->key, r->activity))
		return false;
	if (a->at == INSTANT_NONE)
		return r->within == 0 && r->decay.kind == MODEL_STEADY;
	return a->at <= now && (r->within == 0 || at - a->at <= r->within);
}

enum model_state
model_activity_points(const struct model_rule *r, struct lead *l, instant now, instant at, int64_t *points)
{
	const struct activities *list = lead_activities(l, r->slot);
	const struct activity *first = NULL;
	model_wide sum = 0;
	size_t i;

	*points = 0;
	if (list == NULL)
		return MODEL_UNKNOWN;
	for (i = 0; i < list->n; i++) {
		const struct activity *a = &list->item[i];

		if (!counts(r, a, now, at))
			continue;
		if (first == NULL || a->at < first->at)
			first = a;
		sum += (model_wide)a->count * model_decayed(&r->decay, r->points,
		    a->at == INSTANT_NONE ? 0 : at - a->at);
	}
	if (first == NULL)
		return MODEL_IDLE;
	if (r->first_only)
		sum = model_decayed(&r->decay, r->points, first->at == INSTANT_NONE ? 0 : at - first->at);
	*points = model_held(sum);
	return MODEL_ACTED;
}
