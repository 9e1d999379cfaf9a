/*
 * change - the conditions of the level in question, before and after, and what evidence is read
 * otherwise.
 */
#include "qualify/change.h"
#include "qualify/policy_impl.h"

enum policy_level
change_level(const struct policy *p, const struct policy_verdict *before,
    const struct policy_verdict *after)
{
	enum policy_level level = before->level > after->level ? before->level : after->level;

	if (level >= POLICY_IQL)
		return level;
	for (level = POLICY_IQL; level < POLICY_SQL; level++)
		if (p->level[level].when[POLICY_INBOUND] != NULL)
			break;
	return level;
}

struct str
change_because(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level, struct arena *a)
{
	if (v->level == POLICY_DISQUALIFIED)
		return arena_printf(a, "disqualified: %.*s", STR_ARG(v->reason));
	return policy_explain_level(p, l, v, level);
}

size_t
change_items(const struct policy *p, const struct policy_verdict *before, struct str was,
    const struct policy_verdict *after, struct str is, struct arena *a, const struct str **item)
{
	static const char *const says[] = { "no", "yes", "unknown" };
	struct str *list = arena_array(a, POLICY_MEMBERS + 2, sizeof *list);
	size_t i, n = 0;

	*item = list;
	list[n++] = arena_printf(a, "was %.*s", STR_ARG(was));
	list[n++] = is;
	for (i = 0; i < p->view->n; i++) {
		enum policy_evidence kind = p->view->member[i].kind;

		if (before->evidence[kind] != after->evidence[kind])
			list[n++] = arena_printf(a, "%s %s, was %s", p->view->member[i].name,
			    says[after->evidence[kind]], says[before->evidence[kind]]);
	}
	return n;
}
