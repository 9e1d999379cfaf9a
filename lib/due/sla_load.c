/*
 * sla_load - a lead-sla file to a struct sla, or a complaint with its place.
 */
#include "due/sla_impl.h"
#include "lead/memo.h"

struct loader {
	struct arena *arena;
	struct schema *schema;
	struct sla *sla;
	struct err *err;
};

enum { TRIES_MOST = 1000, SHARE_WHOLE = 1000 };

static const char *const sla_keys[] = { "name", "description", "calendars", "rules", "escalate",
	"response", "currency", NULL };
static const char *const rule_keys[] = { "name", "when", "from", "within", "warn", "done", "action",
	"attempts", "then", "calendar", "escalate", NULL };
static const char *const step_keys[] = { "after", "to", NULL };

int
sla_load_text(struct arena *a, struct config_node n, struct str *out, struct err *e)
{
	if (config_text(n, out, e) != 0)
		return -1;
	*out = arena_copy(a, *out);
	return 0;
}

/* A length; one of business time needs a calendar to be measured in. */
static int
length(struct loader *l, struct config_node n, const struct sla_office *office, struct length *out)
{
	struct str text = { 0 };

	if (n.value == NULL)
		return 0;
	if (config_text(n, &text, l->err) != 0)
		return -1;
	if (str_is(text, "0"))
		return config_err(n, l->err, "expected a length of time, such as \"0m\"");
	if (config_length(n, out, l->err) != 0)
		return -1;
	if (out->unit != SPAN_WALL && office == NULL && l->sla->usual == NULL)
		return config_err(n, l->err, "business time needs a calendar: give "
		    "\"calendars\" one called \"default\"");
	return 0;
}

/* "75%" of the time, or so long before it is over. */
static int
warning(struct loader *l, struct config_node n, struct sla_rule *r)
{
	struct str text = { 0 };
	struct number share;

	r->warn_share = -1;
	if (n.value == NULL)
		return 0;
	if (config_text(n, &text, l->err) != 0)
		return -1;
	if (!str_ends(text, STR("%")))
		return length(l, n, r->office, &r->warn);
	if (!number_parse(str_slice(text, 0, text.n - 1), &share) ||
	    !number_scaled(share, 1, &r->warn_share) || r->warn_share < 0 ||
	    r->warn_share > SHARE_WHOLE)
		return config_err(n, l->err,
		    "expected a share from 0%% to 100%%, or a length of time");
	return 0;
}

/* One, or a list of which the first that is permitted counts. */
static int
actions(struct loader *l, struct config_node n, struct sla_rule *r)
{
	bool list = config_is_array(n);
	size_t count = list ? config_size(n) : n.value != NULL, i;
	struct sla_action *all = arena_array(l->arena, count, sizeof *all);
	struct str text = { 0 };

	for (i = 0; i < count; i++) {
		struct config_node one = list ? config_item(n, i) : n;

		if (sla_load_text(l->arena, one, &text, l->err) != 0)
			return -1;
		if (str_trim(text).n == 0)
			return config_err(one, l->err, "expected what is to be done");
		all[i] = sla_action_of(text);
	}
	r->action = all;
	r->actions = count;
	return 0;
}

static int
tries(struct loader *l, struct config_node n, struct sla_rule *r)
{
	struct config_node then = config_get(n, "then");
	struct str text = { 0 };

	if (config_int(config_get(n, "attempts"), 1, TRIES_MOST, &r->tries, l->err) != 0 ||
	    sla_load_text(l->arena, then, &text, l->err) != 0)
		return -1;
	if (then.value != NULL && r->tries == 0)
		return config_err(then, l->err, "needs \"attempts\", after which it is to be done");
	if (text.n != 0)
		r->then = sla_action_of(text);
	return 0;
}

/* Counted once, here, instead of once a lead. */
static const struct sla_horizon *
horizons(struct loader *l, struct length after)
{
	const struct sla *s = l->sla;
	struct sla_horizon *all = arena_array(l->arena, s->offices, sizeof *all);
	size_t i;

	for (i = 0; i < s->offices; i++)
		sla_clock_horizon(s->office[i].calendar, after, l->schema->now, &all[i]);
	return all;
}

static int
escalation(struct loader *l, struct config_node list, const struct sla_office *office,
    struct sla_steps *out)
{
	struct sla_step *all = arena_array(l->arena, config_size(list), sizeof *all);
	size_t i;

	if (list.value != NULL && !config_is_array(list))
		return config_err(list, l->err, "expected a list of steps");
	for (i = 0; i < config_size(list); i++) {
		struct config_node n = config_item(list, i);

		if (!config_is_object(n))
			return config_err(n, l->err, "expected { \"after\": …, \"to\": … }");
		if (config_keys(n, step_keys, l->err) != 0 ||
		    length(l, config_get(n, "after"), office, &all[i].after) != 0 ||
		    sla_load_text(l->arena, config_get(n, "to"), &all[i].to, l->err) != 0)
			return -1;
		if (config_get(n, "after").value == NULL || all[i].to.n == 0)
			return config_err(n, l->err, "needs \"after\" and \"to\"");
		if (all[i].after.unit != SPAN_WALL)
			all[i].horizon = horizons(l, all[i].after);
	}
	*out = (struct sla_steps){ all, config_size(list) };
	return 0;
}

static int
office(struct loader *l, struct config_node n, const struct sla_office **out)
{
	struct str name = { 0 };

	if (n.value == NULL)
		return 0;
	if (config_text(n, &name, l->err) != 0)
		return -1;
	if ((*out = sla_calendar_find(l->sla, name)) == NULL)
		return config_err(n, l->err, "there is no calendar \"%.*s\"", STR_ARG(name));
	return 0;
}

static int
rule(struct loader *l, struct config_node n, struct sla_rule *r)
{
	struct config_node steps = config_get(n, "escalate");
	struct str within = { 0 };

	if (!config_is_object(n))
		return config_err(n, l->err, "expected a rule");
	r->from = r->done = UINT32_MAX;
	if (config_keys(n, rule_keys, l->err) != 0 ||
	    sla_load_text(l->arena, config_get(n, "name"), &r->name, l->err) != 0 ||
	    condition_read(l->schema, config_get(n, "when"), &r->when, l->err) != 0 ||
	    schema_read_time(l->schema, config_get(n, "from"), &r->from, l->err) != 0 ||
	    schema_read_time(l->schema, config_get(n, "done"), &r->done, l->err) != 0 ||
	    office(l, config_get(n, "calendar"), &r->office) != 0 ||
	    length(l, config_get(n, "within"), r->office, &r->within) != 0 ||
	    config_text(config_get(n, "within"), &within, l->err) != 0 ||
	    warning(l, config_get(n, "warn"), r) != 0 ||
	    actions(l, config_get(n, "action"), r) != 0 || tries(l, n, r) != 0)
		return -1;
	if (r->name.n == 0 || r->from == UINT32_MAX || config_get(n, "within").value == NULL)
		return config_err(n, l->err, "needs a name, \"from\" and \"within\"");
	r->because = arena_printf(l->arena, "%.*s%s%.*s ", r->within.n ? (int)within.n : 0, within.p,
	    r->within.n ? " from " : "", STR_ARG(l->schema->wanted[r->from].name));
	if (steps.value == NULL)
		steps = config_get(config_root(n.config), "escalate");
	return escalation(l, steps, r->office, &r->escalate);
}

static int
rules(struct loader *l, struct config_node list)
{
	struct sla_rule *all = arena_array(l->arena, config_size(list), sizeof *all);
	size_t i, k;

	if (!config_is_array(list) || config_size(list) == 0)
		return config_err(list, l->err, "expected a list of rules");
	for (i = 0; i < config_size(list); i++) {
		if (rule(l, config_item(list, i), &all[i]) != 0)
			return -1;
		for (k = 0; k < i; k++)
			if (str_eq(all[k].name, all[i].name))
				return config_err(config_item(list, i), l->err,
				    "there are two rules \"%.*s\"", STR_ARG(all[i].name));
	}
	l->sla->rule = all;
	l->sla->rules = config_size(list);
	return 0;
}

/* [ ["1h", 100], ["24h", 20] ]: later is worse. */
static int
response(struct loader *l, struct config_node list)
{
	struct sla_odds *all = arena_array(l->arena, config_size(list), sizeof *all);
	size_t i;

	if (list.value != NULL && (!config_is_array(list) || config_size(list) < 2))
		return config_err(list, l->err,
		    "expected two points or more: [ [\"1h\", 100], … ]");
	for (i = 0; i < config_size(list); i++) {
		struct config_node n = config_item(list, i);

		if (!config_is_array(n) || config_size(n) != 2)
			return config_err(n, l->err, "expected a time and the odds: [\"1h\", 100]");
		if (config_span(config_item(n, 0), &all[i].after, l->err) != 0 ||
		    config_real(config_item(n, 1), &all[i].odds, l->err) != 0)
			return -1;
		if (all[i].odds < 0 || (i == 0 && all[i].odds == 0) ||
		    (i != 0 && (all[i].after <= all[i - 1].after || all[i].odds > all[i - 1].odds)))
			return config_err(n, l->err, "times rise and odds fall, from above 0");
	}
	l->sla->response = all;
	l->sla->responses = config_size(list);
	return 0;
}

static struct sla_flag
want_flag(struct schema *s, enum vocab_field field)
{
	return (struct sla_flag){ schema_want_field(s, field), memo_want(s) };
}

static struct sla *
load(struct arena *a, struct schema *schema, const struct config *config,
    const struct sla_world *world, struct err *e)
{
	struct sla *s = arena_alloc(a, sizeof *s);
	struct loader l = { a, schema, s, e };
	struct config_node root;

	if (config == NULL)
		return NULL;
	root = config_root(config);
	s->consent = schema_want_field(schema, VOCAB_CONSENT);
	s->email_opt_out = want_flag(schema, VOCAB_EMAIL_OPT_OUT);
	s->do_not_call = want_flag(schema, VOCAB_DO_NOT_CALL);
	s->on_hold = schema_want_field(schema, VOCAB_ON_HOLD);
	s->attempts = schema_want_field(schema, VOCAB_ATTEMPTS);
	s->activities = schema_want_field(schema, VOCAB_ACTIVITIES);
	s->value = schema_want_field(schema, VOCAB_VALUE);
	s->score = schema_want_field(schema, VOCAB_SCORE);
	s->probability = schema_want_field(schema, VOCAB_PROBABILITY);
	if (config_keys(root, sla_keys, e) != 0 ||
	    sla_load_text(a, config_get(root, "name"), &s->name, e) != 0 ||
	    sla_calendar_load(s, a, schema, world, config_get(root, "calendars"), e) != 0 ||
	    sla_load_text(a, config_get(root, "currency"), &s->currency, e) != 0 ||
	    response(&l, config_get(root, "response")) != 0 ||
	    rules(&l, config_get(root, "rules")) != 0)
		return NULL;
	return s;
}

struct sla *
sla_load_json(struct arena *a, struct schema *schema, struct str text, const char *name,
    const struct sla_world *world, struct err *e)
{
	return load(a, schema, config_parse(a, text, name, "lead-sla", e), world, e);
}

struct sla *
sla_load(struct arena *a, struct schema *schema, const char *path, const struct sla_world *world,
    struct err *e)
{
	if (path == NULL)
		return sla_load_json(a, schema, str_of(sla_json), "(built-in rules)", world, e);
	return load(a, schema, config_load(a, path, "lead-sla", e), world, e);
}
