/*
 * change - the same lead under two policies: why its level is another one.
 */
#ifndef QUALIFY_CHANGE_H
#define QUALIFY_CHANGE_H

#include "qualify/policy.h"

/* The level that one of them gives and the other does not, or that neither refuses alike. */
enum policy_level change_level(const struct policy *p, const struct policy_verdict *before,
    const struct policy_verdict *after);

/* Under the policy that judged the lead last: "sql: bant >= 3", "not sql: bant >= 4",
 * "disqualified: lost". */
struct str change_because(const struct policy *p, struct lead *l, const struct policy_verdict *v,
    enum policy_level level, struct arena *a);

/* The items of qualify_changes: "was sql: …", "not sql: …", "budget yes, was unknown". */
size_t	change_items(const struct policy *p, const struct policy_verdict *before, struct str was,
    const struct policy_verdict *after, struct str is, struct arena *a, const struct str **item);

#endif
