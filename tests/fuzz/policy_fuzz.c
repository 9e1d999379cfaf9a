/* A policy, and a lead held against it: a complaint or a verdict that is sound. */
#include "qualify/policy.h"
#include "settings_fuzz.h"

static const char *const columns[] = { "budget", "authority", "need", "timeframe", "score", "source",
	"direction", "status", "closed_at", "next_follow_up_at", "qualification", NULL };
enum { MOST = 4 };

static void
check(const struct policy *p, struct lead *l)
{
	struct str missing[MOST];
	const struct str *item;
	struct policy_verdict v;
	struct buf b = { 0 };
	int level;

	policy_judge(p, l, &v);
	for (level = POLICY_SQL; level > (int)v.level && v.level != POLICY_DISQUALIFIED; level--)
		require(level < POLICY_IQL || v.is[level] != TRUTH_TRUE);
	require(v.level < POLICY_IQL || v.is[v.level] == TRUTH_TRUE);
	require((v.level == POLICY_DISQUALIFIED) == (v.reason.n != 0));
	require(v.ask == POLICY_KINDS || (v.evidence[v.ask] == TRUTH_UNKNOWN &&
	    policy_question(p, v.ask).n != 0));
	require(v.back_at == INSTANT_NONE || v.recycled.n != 0);
	require(v.icp >= -1 && v.icp <= 1000);
	require(policy_missing(p, l, &v, missing, MOST) <= MOST);
	require(policy_reasons(p, l, &v, true, l->rec->scratch, &item) != 0);
	policy_trace(p, l, &v, &b);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct settings_case c;
	struct policy *p;
	struct err e;

	if (!settings_begin(&c, data, size))
		return 0;
	if ((p = policy_load_json(&c.a, &c.schema, c.settings, "fuzz", &e)) != NULL)
		check(p, settings_lead(&c, columns));
	settings_end(&c);
	return 0;
}
