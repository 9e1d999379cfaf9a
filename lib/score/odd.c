/*
 * odd - a rule that is unknown although its field is filled.
 */
#include "score/model_impl.h"
#include "score/odd.h"

/* The field it looks at by itself; UINT32_MAX: there is no such one.  Any text is a word; and that
 * something has not happened yet is nothing odd, see is_odd. */
static uint32_t
field_of(const struct model_rule *r)
{
	const uint32_t *slot;

	if (r->kind == MODEL_WHEN && r->decay.kind != MODEL_STEADY)
		return r->since;
	if (r->kind == MODEL_WHEN)
		return condition_slots(r->when, &slot) == 1 && !condition_timed(r->when) ? *slot :
		    UINT32_MAX;
	return r->kind == MODEL_MAP ? UINT32_MAX : r->slot;
}

/* Does an earlier rule of the kind look at the same field, and whatever else there is? */
static bool
told(const struct model *m, size_t i)
{
	const struct model_rule *r = &m->rule[i], *before;

	for (before = m->rule; r->kind != MODEL_WHEN && before < r; before++)
		if (before->kind == r->kind && before->slot == r->slot && before->when == NULL)
			return true;
	return false;
}

void
odd_init(struct odd *o, struct arena *a, const struct model *m)
{
	uint32_t *rule = arena_array(a, m->rules + 1, sizeof *rule), i;

	*o = (struct odd){ .rule = rule };
	for (i = 0; i < m->rules; i++)
		if (field_of(&m->rule[i]) != UINT32_MAX && !told(m, i))
			rule[o->rules++] = i;
	o->times = arena_array(a, o->rules + 1, sizeof *o->times);
}

static bool
is_odd(const struct model_rule *r, struct lead *l)
{
	uint32_t slot = field_of(r);
	struct moment m;

	if (!lead_known(l, slot))
		return false;
	if (r->kind == MODEL_WHEN && r->decay.kind != MODEL_STEADY)
		return !lead_time(l, slot, &m);
	if (r->kind == MODEL_WHEN && l->schema->wanted[slot].type == VOCAB_TYPE_ACTIVITIES)
		return false;
	/* The field is filled; was it the condition that could not be told? */
	return r->kind == MODEL_WHEN || r->when == NULL || condition_test(r->when, l) == TRUTH_TRUE;
}

void
odd_look(struct odd *o, const struct model *m, const struct model_score *score, struct lead *l)
{
	const unsigned char *state, *p, *end;
	size_t i;

	for (i = 0; i < o->rules; i++) {
		state = score->terms->state[o->rule[i]];
		end = state + l->rows;
		for (p = state; (p = memchr(p, MODEL_UNKNOWN, (size_t)(end - p))) != NULL; p++) {
			lead_turn(l, (uint32_t)(p - state));
			o->times[i] += is_odd(&m->rule[o->rule[i]], l);
		}
	}
	lead_turn(l, 0);
}

void
odd_add(struct odd *all, const struct odd *o)
{
	size_t i;

	for (i = 0; i < all->rules; i++)
		all->times[i] += o->times[i];
}

static const char *
wanted(const struct model_rule *r)
{
	if (r->kind == MODEL_ACTIVITY)
		return "no list of activities";
	if (r->kind == MODEL_WHEN)
		return r->decay.kind != MODEL_STEADY ? "no time" : "not what its condition asks for";
	return "no number";
}

struct str
odd_text(const struct odd *o, const struct model *m, const struct schema *s, size_t i,
    struct arena *a, struct place *at)
{
	const struct model_rule *r = &m->rule[o->rule[i]];
	bool one = o->times[i] == 1;

	*at = r->at;
	if (o->times[i] == 0)
		return STR("");
	return arena_printf(a, "%.*s: %llu value%s of %.*s %s %s, so unknown",
	    STR_ARG(r->name), (unsigned long long)o->times[i], one ? "" : "s",
	    STR_ARG(s->wanted[field_of(r)].name), one ? "is" : "are", wanted(r));
}
