/*
 * policy_framework - the names that evidence goes by, in the order in which they ask for it.
 */
#include "qualify/policy_impl.h"

const struct policy_framework policy_framework[POLICY_FRAMEWORKS] = {
	{ "bant", 4, { { POLICY_BUDGET, "budget" }, { POLICY_AUTHORITY, "authority" },
	    { POLICY_NEED, "need" }, { POLICY_TIMEFRAME, "timeframe" } } },
	{ "champ", 4, { { POLICY_NEED, "challenges" }, { POLICY_AUTHORITY, "authority" },
	    { POLICY_BUDGET, "money" }, { POLICY_TIMEFRAME, "prioritization" } } },
	{ "meddic", 6, { { POLICY_METRICS, "metrics" }, { POLICY_AUTHORITY, "economic_buyer" },
	    { POLICY_CRITERIA, "decision_criteria" }, { POLICY_PROCESS, "decision_process" },
	    { POLICY_NEED, "pain" }, { POLICY_CHAMPION, "champion" } } },
	{ "anum", 4, { { POLICY_AUTHORITY, "authority" }, { POLICY_NEED, "need" },
	    { POLICY_TIMEFRAME, "urgency" }, { POLICY_BUDGET, "money" } } },
};

const char *const policy_framework_name[POLICY_FRAMEWORKS + 1] = { "bant", "champ", "meddic", "anum" };

void
policy_view(struct policy *p, const char *framework)
{
	size_t i;

	for (i = 0; i < POLICY_FRAMEWORKS; i++)
		if (strcmp(framework, policy_framework[i].name) == 0)
			p->view = &policy_framework[i];
}
