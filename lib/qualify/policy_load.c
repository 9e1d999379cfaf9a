/*
 * policy_load - a lead-policy file to a struct policy, or a complaint with its place.
 */
#include "qualify/policy_impl.h"

enum { MOST_POINTS = 1000 * 1000, MOST_AWAY = 3660 * 86400 };

struct loader {
	struct arena *arena;
	struct schema *schema;
	struct policy *policy;
	struct err *err;
};

static const char *const policy_keys[] = { "name", "description", "framework", "disqualify",
	"evidence", "levels", "hold", "temperature", "category", "icp", "personas", "recycle", NULL };

/* Which sums of the evidence does it ask for? */
static bool
note_sums(struct policy *p, const struct condition *c)
{
	const uint32_t *slot;
	size_t i, j, slots = condition_slots(c, &slot);
	bool any = false;

	for (i = 0; i < slots; i++)
		for (j = 0; j < POLICY_SUMS; j++)
			if (slot[i] == p->sum[j])
				any = p->summed[j] = true;
	return any;
}

static int
condition(struct loader *l, struct config_node n, const struct condition **c)
{
	if (condition_read(l->schema, n, c, l->err) != 0)
		return -1;
	if (n.value != NULL)
		note_sums(l->policy, *c);
	return 0;
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

/* { "rating": "COLUMN", "from": 1, "to": 5 }, instead of yes and no. */
static int
rating(struct loader *l, struct config_node n, struct policy_kind *kind)
{
	struct config_node column = config_get(n, "rating");

	if (column.value == NULL) {
		if (config_get(n, "from").value != NULL || config_get(n, "to").value != NULL)
			return config_err(n, l->err, "\"from\" and \"to\" need a \"rating\"");
		return 0;
	}
	kind->from = 1000;
	kind->to = 5000;
	if (schema_read(l->schema, column, &kind->rating, l->err) != 0 ||
	    config_points(config_get(n, "from"), &kind->from, l->err) != 0 ||
	    config_points(config_get(n, "to"), &kind->to, l->err) != 0)
		return -1;
	if (kind->yes.n != 0 || kind->no.n != 0)
		return config_err(column, l->err, "a rating stands instead of \"yes\" and \"no\"");
	if (kind->from < 0 || kind->from >= kind->to || kind->to > MOST_POINTS)
		return config_err(n, l->err, "expected 0 <= from < to <= 1000");
	kind->rated = true;
	return 0;
}

static int
one_kind(struct loader *l, struct config_node n, struct policy_kind *kind)
{
	static const char *const keys[] = { "yes", "no", "rating", "from", "to", "weight", "question",
		NULL };
	struct config_node weight = config_get(n, "weight");

	if (!config_is_object(n))
		return config_err(n, l->err, "expected { \"yes\": …, \"no\": …, \"question\": … }");
	if (config_keys(n, keys, l->err) != 0 ||
	    conditions(l, config_get(n, "yes"), &kind->yes) != 0 ||
	    conditions(l, config_get(n, "no"), &kind->no) != 0 ||
	    config_points(weight, &kind->weight, l->err) != 0 || rating(l, n, kind) != 0 ||
	    text(l, config_get(n, "question"), &kind->question) != 0)
		return -1;
	if (kind->weight <= 0 || kind->weight > MOST_POINTS)
		return config_err(weight, l->err, "expected a weight above 0, 1000 at most");
	return 0;
}

static int
evidence(struct loader *l, struct config_node n)
{
	static const char *const kinds[POLICY_KINDS + 1] = { "budget", "authority", "need", "timeframe",
		"metrics", "decision_criteria", "decision_process", "champion" };
	struct config_node one;
	size_t i;

	for (i = 0; i < POLICY_KINDS; i++)
		l->policy->evidence[i].weight = 1000;
	if (n.value == NULL)
		return 0;
	if (!config_is_object(n))
		return config_err(n, l->err, "expected budget, authority, need, timeframe");
	if (config_keys(n, kinds, l->err) != 0)
		return -1;
	for (i = 0; i < POLICY_KINDS; i++)
		if ((one = config_get(n, kinds[i])).value != NULL &&
		    one_kind(l, one, &l->policy->evidence[i]) != 0)
			return -1;
	return 0;
}

static int
framework(struct loader *l, struct config_node n)
{
	struct str name = STR("bant");
	const char *const *known = policy_framework_name, *nearest;

	if (config_text(n, &name, l->err) != 0)
		return -1;
	for (; *known != NULL && !str_is(name, *known); known++)
		continue;
	if (*known != NULL) {
		policy_view(l->policy, *known);
		return 0;
	}
	nearest = str_nearest(name, policy_framework_name);
	return config_err(n, l->err, "no such framework%s%s%s", nearest ? "; did you mean \"" :
	    "; there are bant, champ, meddic, anum", nearest ? nearest : "", nearest ? "\"?" : "");
}

/* A condition, or { "inbound": …, "outbound": … }. */
static int
bar(struct loader *l, struct config_node n, struct policy_bar *out)
{
	static const char *const ways[] = { "inbound", "outbound", NULL };
	int i;

	if (config_is_object(n) && config_keys(n, ways, l->err) != 0)
		return -1;
	for (i = 0; i < POLICY_DIRECTIONS; i++) {
		struct config_node one = config_is_object(n) ? config_get(n, ways[i]) : n;

		if (!config_is_object(n) && i != POLICY_INBOUND) {
			out->when[i] = out->when[POLICY_INBOUND];
			continue;
		}
		if (condition(l, one, &out->when[i]) != 0)
			return -1;
		if (n.value != NULL && out->when[i] == NULL)
			return config_err(n, l->err, "needs \"%s\"", ways[i]);
		out->sums |= out->when[i] != NULL && note_sums(l->policy, out->when[i]);
	}
	l->policy->directed |= config_is_object(n);
	return 0;
}

static int
bars(struct loader *l, struct config_node n, struct policy_bar out[POLICY_LEVELS])
{
	static const char *const keys[] = { "sql", "mql", "iql", NULL };
	enum policy_level level;

	if (!config_is_object(n))
		return config_err(n, l->err, "expected conditions for sql, mql, iql");
	if (config_keys(n, keys, l->err) != 0)
		return -1;
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		if (bar(l, config_get(n, policy_level_name[level]), &out[level]) != 0)
			return -1;
	return 0;
}

/* Where a lead stays that was there before. */
static int
hold(struct loader *l, struct config_node n)
{
	struct policy *p = l->policy;
	enum policy_level level;

	if (n.value == NULL)
		return 0;
	if (bars(l, n, p->hold) != 0)
		return -1;
	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		if (p->hold[level].when[POLICY_INBOUND] != NULL &&
		    p->level[level].when[POLICY_INBOUND] == NULL)
			return config_err(config_get(n, policy_level_name[level]), l->err,
			    "there is no such level to enter");
	p->holds = true;
	return 0;
}

/* A list of { name, when, after, from }. */
static int
recycle(struct loader *l, struct config_node list)
{
	static const char *const keys[] = { "name", "when", "after", "from", NULL };
	struct policy_return *all = arena_array(l->arena, config_size(list), sizeof *all);
	size_t i;

	l->policy->recycle = all;
	if (list.value != NULL && !config_is_array(list))
		return config_err(list, l->err, "expected a list");
	for (i = 0; i < config_size(list); i++) {
		struct config_node n = config_item(list, i), from;

		if (!config_is_object(n))
			return config_err(n, l->err, "expected an object");
		from = config_get(n, "from");
		if (from.value == NULL)
			all[i].from = schema_want_field(l->schema, VOCAB_CLOSED_AT);
		if (config_keys(n, keys, l->err) != 0 ||
		    text(l, config_get(n, "name"), &all[i].name) != 0 ||
		    conditions(l, config_get(n, "when"), &all[i].when) != 0 ||
		    config_span(config_get(n, "after"), &all[i].after, l->err) != 0 ||
		    schema_read_time(l->schema, from, &all[i].from, l->err) != 0)
			return -1;
		if (all[i].name.n == 0 || all[i].when.n == 0 || all[i].after == 0)
			return config_err(n, l->err, "needs a name, \"when\" and \"after\"");
		if (all[i].after > MOST_AWAY)
			return config_err(config_get(n, "after"), l->err, "expected ten years at most");
		l->policy->recycles++;
	}
	if (l->policy->recycles != 0)
		l->policy->follow_up = schema_want_field(l->schema, VOCAB_NEXT_FOLLOW_UP_AT);
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

/* A name we give, or the lead's own column of that name. */
static uint32_t
slot(struct schema *s, const char *name, bool given)
{
	return schema_want(s, (struct wanted){ .name = str_of(name), .given = given, .own = !given });
}

/* The names that conditions may ask for and only we can answer. */
static void
give_names(struct loader *l)
{
	struct policy *p = l->policy;
	size_t i;

	for (i = 0; i < POLICY_SUMS; i++)
		p->sum[i] = slot(l->schema, arena_printf(l->arena, "%s%s",
		    policy_framework[i / 2].name, i % 2 ? "_points" : "").p, true);
	p->qualification = slot(l->schema, "qualification", true);
	p->given_temperature = slot(l->schema, "temperature", true);
	p->own_qualification = slot(l->schema, "qualification", false);
	p->own_temperature = slot(l->schema, "temperature", false);
}

/* What the whole policy says of its parts. */
static void
finish(struct loader *l)
{
	struct policy *p = l->policy;
	enum policy_level level;
	size_t i, f;
	bool sums = false;

	for (level = POLICY_IQL; level <= POLICY_SQL; level++)
		sums |= p->level[level].sums || p->hold[level].sums;
	for (i = 0; sums && i < POLICY_SUMS; i++)
		for (f = 0; p->summed[i] && f < policy_framework[i / 2].n; f++)
			p->weighed[policy_framework[i / 2].member[f].kind] = true;
	if (p->directed) {
		p->direction = schema_want_field(l->schema, VOCAB_DIRECTION);
		p->source = schema_want_field(l->schema, VOCAB_SOURCE);
	}
}

static struct policy *
load(struct arena *a, struct schema *s, const struct config *config, struct err *e)
{
	static const char *const disqualify_keys[] = { "name", "when", "reason", NULL };
	static const char *const persona_keys[] = { "name", "when", NULL };
	static const char *const temperatures[] = { "hot", "warm", "cold", NULL };
	static const char *const categories[] = { "customer", "opportunity", "prospect", "lead", "suspect",
		NULL };
	struct policy *p = arena_alloc(a, sizeof *p);
	struct loader l = { a, s, p, e };
	struct config_node root;

	if (config == NULL)
		return NULL;
	root = config_root(config);
	give_names(&l);
	if (config_keys(root, policy_keys, e) != 0 || text(&l, config_get(root, "name"), &p->name) != 0 ||
	    rules(&l, config_get(root, "disqualify"), disqualify_keys, &p->disqualify,
		&p->disqualifiers) != 0 ||
	    framework(&l, config_get(root, "framework")) != 0 ||
	    evidence(&l, config_get(root, "evidence")) != 0 ||
	    bars(&l, config_get(root, "levels"), p->level) != 0 ||
	    hold(&l, config_get(root, "hold")) != 0 ||
	    ladder(&l, config_get(root, "temperature"), temperatures, &p->temperature) != 0 ||
	    ladder(&l, config_get(root, "category"), categories, &p->category) != 0 ||
	    conditions(&l, config_get(root, "icp"), &p->icp) != 0 ||
	    rules(&l, config_get(root, "personas"), persona_keys, &p->persona, &p->personas) != 0 ||
	    recycle(&l, config_get(root, "recycle")) != 0)
		return NULL;
	finish(&l);
	policy_world_prepare(p, a);
	policy_explain_prepare(p, a);
	return p;
}

struct policy *
policy_load_json(struct arena *a, struct schema *s, struct str text, const char *name, struct err *e)
{
	return load(a, s, config_parse(a, text, name, "lead-policy", e), e);
}

struct policy *
policy_load(struct arena *a, struct schema *s, const char *path, struct err *e)
{
	return path == NULL ? policy_load_json(a, s, str_of(policy_json), "(built-in policy)", e) :
	    load(a, s, config_load(a, path, "lead-policy", e), e);
}
