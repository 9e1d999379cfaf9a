/*
 * policy_impl - what a policy is made of; private to lib/qualify.
 */
#ifndef QUALIFY_POLICY_IMPL_H
#define QUALIFY_POLICY_IMPL_H

#include "qualify/policy.h"

struct policy_conditions {
	const struct condition **item;
	size_t n;
};

struct policy_rule {                    /* a reason to disqualify, or a persona */
	struct str name, reason;
	struct policy_conditions when;
};

struct policy_step {                    /* a name and when it is right; tried from the top */
	struct str name;
	const struct condition *when;   /* NULL: never */
};

enum { POLICY_STEPS = 8 };

struct policy_ladder {
	struct policy_step step[POLICY_STEPS];
	size_t n;
};

struct policy {
	struct str name;
	const struct policy_rule *disqualify;
	size_t disqualifiers;
	struct {
		struct policy_conditions yes, no;
		struct str question;
	} evidence[POLICY_KINDS];
	const struct condition *level[POLICY_LEVELS];   /* IQL, MQL, SQL; NULL: never reached */
	struct policy_ladder temperature, category;
	struct policy_conditions icp;
	const struct policy_rule *persona;
	size_t personas;
	/* Slots that policy_judge gives: see lead_give. */
	uint32_t bant, qualification, given_temperature;
};

#endif
