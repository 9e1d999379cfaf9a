/*
 * policy_load - a lead-policy file to a struct policy, or a complaint with its place.
 */
#include "qualify/policy_impl.h"

struct loader {
	struct arena *arena;
	struct schema *schema;
	struct policy *policy;
	struct err *err;
};

static const char *const policy_keys[] = { "name", "description", "disqualify", "evidence", "levels",
	"temperature", "category", "icp", "personas", NULL };

static int
condition(struct loader *l, struct config_node n, const struct condition **c)
{
	struct str text = { 0 };
	struct err inner;

	if (n.value == NULL)
		return 0;
	if (config_text(n, &text, l->err) != 0)
		return -1;
	*c = condition_compile(l->schema, text, config_place(n), l->err);
	if (*c != NULL)
		return 0;
	inner = *l->err;                /* the column within the condition; the path goes before it */
	return config_err(n, l->err, "%s", inner.text);
}

/* One condition, or a list of them. */
static int
conditions(struct loader *l, struct config_node n, struct policy_conditions *out)
{
	size_t i, count = config_is_array(n) ? config_size(n) : n.value != NULL;

	out->item = arena_array(l->arena, count, sizeof(const struct condition *));
	out->n = count;
	for (i = 0; i < count; i++)
		if (condition(l, config_is_array(n) ? config_item(n, i) : n, &out->item[i]) != 0)
			return -1;
	return 0;
}

static int
text(struct loader *l, struct config_node n, struct str *out)
{
	if (config_text(n, out, l->err) != 0)
		return -1;
	*out = arena_copy(l->arena, *out);
	return 0;
}

/* A list of { name, when, reason }. */
static int
rules(struct loader *l, struct config_node list, const char *const *keys,
    const struct policy_rule **out, size_t *count)
{
	struct policy_rule *all = arena_array(l->arena, config_size(list), sizeof *all);
	size_t i;

	*out = all;
	*count = config_size(list);
	if (list.value != NULL && !config_is_array(list))
		return config_err(list, l->err, "expected a list");
	for (i = 0; i < *count; i++) {
		struct config_node n = config_item(list, i);

		if (!config_is_object(n))
			return config_err(n, l->err, "expected an object");
		if (config_keys(n, keys, l->err) != 0 ||
		    text(l, config_get(n, "name"), &all[i].name) != 0 ||
		    text(l, config_get(n, "reason"), &all[i].reason) != 0 ||
		    conditions(l, config_get(n, "when"), &all[i].when) != 0)
			return -1;
		if (all[i].name.n == 0 || all[i].when.n == 0)
			return config_err(n, l->err, "needs a name and \"when\"");
		if (all[i].reason.n == 0)
			all[i].reason = all[i].name;
	}
	return 0;
}

static int
evidence(struct loader *l, struct config_node n)
{
	static const char *const keys[] = { "yes", "no", "question", NULL };
	static const char *const kinds[] = { "budget", "authority", "need", "timeframe", NULL };
	size_t i;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected budget, authority, need, timeframe");
	if (n.value != NULL && config_keys(n, kinds, l->err) != 0)
		return -1;
	for (i = 0; i < POLICY_KINDS; i++) {
		struct config_node one = config_get(n, policy_evidence_name[i]);

		if (one.value == NULL)
			continue;
		if (!config_is_object(one))
			return config_err(one, l->err,
			    "expected { \"yes\": …, \"no\": …, \"question\": … }");
		if (config_keys(one, keys, l->err) != 0 ||
		    conditions(l, config_get(one, "yes"), &l->policy->evidence[i].yes) != 0 ||
		    conditions(l, config_get(one, "no"), &l->policy->evidence[i].no) != 0 ||
		    text(l, config_get(one, "question"), &l->policy->evidence[i].question) != 0)
			return -1;
	}
	return 0;
}

static int
levels(struct loader *l, struct config_node n)
{
	static const char *const keys[] = { "sql", "mql", "iql", NULL };
	enum policy_level level;

	if (!config_is_object(n))
		return config_err(n, l->err, "expected conditions for sql, mql, iql");
	if (config_keys(n, keys, l->err) != 0)
		return -1;
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		if (condition(l, config_get(n, policy_level_name[level]), &l->policy->level[level]) != 0)
			return -1;
	return 0;
}

/* { "hot": "…", "warm": "…" }: the words of the vocabulary, from the top; the last one is what
 * is left. */
static int
ladder(struct loader *l, struct config_node n, const char *const *words, struct policy_ladder *out)
{
	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected conditions by name");
	if (n.value != NULL && config_keys(n, words, l->err) != 0)
		return -1;
	for (; n.value != NULL && words[out->n] != NULL; out->n++) {
		out->step[out->n].name = str_of(words[out->n]);
		if (condition(l, config_get(n, words[out->n]), &out->step[out->n].when) != 0)
			return -1;
		if (out->step[out->n].when == NULL && words[out->n + 1] != NULL)
			return config_err(n, l->err, "needs \"%s\"", words[out->n]);
	}
	return 0;
}

static uint32_t
given(struct schema *s, const char *name)
{
	return schema_want(s, (struct wanted){ .name = str_of(name), .given = true });
}

struct policy *
policy_load(struct arena *a, struct schema *s, const char *path, struct err *e)
{
	static const char *const disqualify_keys[] = { "name", "when", "reason", NULL };
	static const char *const persona_keys[] = { "name", "when", NULL };
	static const char *const temperatures[] = { "hot", "warm", "cold", NULL };
	static const char *const categories[] = { "customer", "opportunity", "prospect", "lead",
		"suspect", NULL };
	struct policy *p = arena_alloc(a, sizeof *p);
	struct loader l = { a, s, p, e };
	const struct config *config;
	struct config_node root;

	config = path != NULL ? config_load(a, path, "lead-policy", e) :
	    config_parse(a, str_of(policy_json), "(built-in policy)", "lead-policy", e);
	if (config == NULL)
		return NULL;
	root = config_root(config);
	p->bant = given(s, "bant");
	p->qualification = given(s, "qualification");
	p->given_temperature = given(s, "temperature");
	if (config_keys(root, policy_keys, e) != 0 || text(&l, config_get(root, "name"), &p->name) != 0 ||
	    rules(&l, config_get(root, "disqualify"), disqualify_keys, &p->disqualify,
		&p->disqualifiers) != 0 ||
	    evidence(&l, config_get(root, "evidence")) != 0 ||
	    levels(&l, config_get(root, "levels")) != 0 ||
	    ladder(&l, config_get(root, "temperature"), temperatures, &p->temperature) != 0 ||
	    ladder(&l, config_get(root, "category"), categories, &p->category) != 0 ||
	    conditions(&l, config_get(root, "icp"), &p->icp) != 0 ||
	    rules(&l, config_get(root, "personas"), persona_keys, &p->persona, &p->personas) != 0)
		return NULL;
	return p;
}
