/*
 * model_load - settings to a struct model, or a complaint with its place.
 *
 * Two passes: rules are counted, so that they lie in one array, then each is read.  What a
 * rule may say depends on its kind, and its kind on which key it has: a table says both.
 */
#include "lead/memo.h"
#include "score/model_impl.h"
#include "value/text.h"

struct loader {
	struct arena *arena;
	struct schema *schema;
	struct model *model;
	struct model_rule *rule;        /* the array being filled */
	struct err *err;
};

static const char *const model_keys[] = { "name", "description", "groups", "min", "max", "grades",
	"matrix", "calibration", "trained", NULL };
static const char *const group_keys[] = { "name", "description", "min", "max", "rules", NULL };

/* The key that makes a rule this kind, and what else such a rule may have. */
static const struct {
	const char *key;
	const char *const keys[12];
} kinds[MODEL_KINDS] = {
	[MODEL_ACTIVITY] = { "activity", { "name", "description", "activity", "when", "points",
	    "min", "max", "first_only", "within", "decay", NULL } },
	[MODEL_BINS] = { "bins", { "name", "description", "field", "bins", "when", "unknown", "other",
	    NULL } },
	[MODEL_MAP] = { "map", { "name", "description", "field", "map", "when", "unknown", "other",
	    NULL } },
	[MODEL_EACH] = { "each", { "name", "description", "field", "each", "when", "unknown", "min",
	    "max", NULL } },
	[MODEL_WHEN] = { "when", { "name", "description", "when", "points", "decay", NULL } },
};

static int
limits(struct config_node n, struct model_limits *l, struct err *e)
{
	struct config_node low = config_get(n, "min"), high = config_get(n, "max");

	*l = (struct model_limits){ INT64_MIN, INT64_MAX };
	if (config_points(low, &l->min, e) != 0 || config_points(high, &l->max, e) != 0)
		return -1;
	if (l->min > l->max)
		return config_err(low, e, "min is greater than max");
	return 0;
}

static int
required(struct config_node n, const char *key, struct config_node *value, struct err *e)
{
	*value = config_get(n, key);
	return value->value != NULL ? 0 : config_err(n, e, "needs \"%s\"", key);
}

/* One end of a range of numbers: "", "10", "1.5k". */
static int
end(struct config_node n, struct str text, bool *has, struct number *value, struct err *e)
{
	bool ambiguous;

	text = str_trim(text);
	*has = text.n != 0;
	if (*has && !number_parse(text, value) && !number_parse_human(text, '.', value, &ambiguous))
		return config_err(n, e, "expected a number on each side of \"..\"");
	return 0;
}

static int
bin(struct config_node n, struct model_bin *b, struct err *e)
{
	struct config_node range = config_item(n, 0);
	struct str text = { 0 };
	size_t dots;

	if (!config_is_array(n) || config_size(n) != 2)
		return config_err(n, e, "expected a range and its points, [ \"10..49\", 5 ]");
	b->low.units = INT64_MIN;
	b->high.units = INT64_MAX;
	if (config_text(range, &text, e) != 0 || config_points(config_item(n, 1), &b->points, e) != 0)
		return -1;
	dots = str_search(text, STR(".."));
	if (dots == SIZE_MAX) {         /* one value */
		if (end(range, text, &b->has_low, &b->low, e) != 0)
			return -1;
		b->has_high = b->has_low;
		b->high = b->low;
		return b->has_low ? 0 : config_err(range, e, "expected a range, \"10..49\"");
	}
	if (end(range, str_slice(text, 0, dots), &b->has_low, &b->low, e) != 0 ||
	    end(range, str_slice(text, dots + 2, text.n), &b->has_high, &b->high, e) != 0)
		return -1;
	if (b->has_low && b->has_high && number_cmp(b->low, b->high) > 0)
		return config_err(range, e, "the range ends before it begins");
	return 0;
}

static int
bins(struct loader *l, struct config_node n, struct model_rule *r)
{
	struct model_bin *list = arena_array(l->arena, config_size(n), sizeof *list);
	size_t i;

	if (!config_is_array(n) || config_size(n) == 0)
		return config_err(n, l->err, "expected a list of ranges with points");
	r->bin = list;
	r->whole = true;
	for (r->bins = config_size(n), i = 0; i < r->bins; i++) {
		if (bin(config_item(n, i), &list[i], l->err) != 0)
			return -1;
		r->whole = r->whole && list[i].low.scale == 0 && list[i].high.scale == 0;
	}
	return 0;
}

static int
words(struct loader *l, struct config_node n, struct model_rule *r)
{
	int64_t *points = arena_array(l->arena, config_size(n), sizeof *points);
	struct config_node value;
	struct str key;
	int result = 0;
	size_t i;

	if (!config_is_object(n) || config_size(n) == 0)
		return config_err(n, l->err, "expected words with points");
	r->map.arena = l->arena;
	r->word_points = points;
	for (i = 0; result == 0 && config_member(n, i, &key, &value); i++) {
		if (map_add(&r->map, text_fold(l->arena, text_trim(key))) != i)
			result = config_err(value, l->err, "the same word as an earlier one");
		else
			result = config_points(value, &points[i], l->err);
	}
	map_settle(&r->map);
	return result;
}

static int
steps(struct loader *l, struct config_node n, struct model_decay *d)
{
	struct model_step *list = arena_array(l->arena, config_size(n), sizeof *list);
	size_t i;

	d->kind = MODEL_STEP;
	d->step = list;
	if (!config_is_array(n) || config_size(n) == 0)
		return config_err(n, l->err, "expected ages and shares, [ [\"7d\", 1], [\"30d\", 0.5] ]");
	for (d->steps = config_size(n), i = 0; i < d->steps; i++) {
		struct config_node item = config_item(n, i);

		if (!config_is_array(item) || config_size(item) != 2)
			return config_err(item, l->err, "expected an age and a share, [ \"7d\", 0.5 ]");
		if (config_span(config_item(item, 0), &list[i].until, l->err) != 0 ||
		    config_points(config_item(item, 1), &list[i].share, l->err) != 0)
			return -1;
		if (list[i].share < 0 || list[i].share > 1000)
			return config_err(config_item(item, 1), l->err, "expected a share from 0 to 1");
		if (i > 0 && list[i].until <= list[i - 1].until)
			return config_err(item, l->err, "ages must grow");
	}
	return 0;
}

static int
want(struct loader *l, struct config_node n, uint32_t *slot)
{
	struct wanted w = { .quoted = true };
	struct place at = config_place(n);

	if (config_text(n, &w.name, l->err) != 0)
		return -1;
	if (w.name.n == 0)
		return config_err(n, l->err, "expected the name of a column");
	w.field = vocab_find(w.name);
	w.quoted = w.field == VOCAB_FIELDS;
	w.type = w.quoted ? VOCAB_TYPE_TEXT : vocab[w.field].type;
	w.from = str_of(at.file);
	w.line = at.line;
	w.path = config_path(n);
	*slot = schema_want(l->schema, w);
	return 0;
}

static int
decay(struct loader *l, struct config_node n, struct model_rule *r)
{
	static const char *const keys[] = { "half_life", "linear", "step", "since", NULL };
	struct config_node half = config_get(n, "half_life"), linear = config_get(n, "linear"),
	    step = config_get(n, "step"), since = config_get(n, "since");
	struct model_decay *d = &r->decay;

	if (n.value == NULL)
		return 0;
	if (!config_is_object(n))
		return config_err(n, l->err, "expected an object, { \"half_life\": \"14d\" }");
	if (config_keys(n, keys, l->err) != 0)
		return -1;
	if ((half.value != NULL) + (linear.value != NULL) + (step.value != NULL) != 1)
		return config_err(n, l->err, "needs one of half_life, linear, step");
	if (r->kind == MODEL_WHEN && since.value == NULL)
		return config_err(n, l->err, "needs \"since\", the time from which points decay");
	if (r->kind == MODEL_ACTIVITY && since.value != NULL)
		return config_err(since, l->err, "an activity decays from its own time");
	if (since.value != NULL && want(l, since, &r->since) != 0)
		return -1;
	if (since.value != NULL && l->schema->wanted[r->since].field != VOCAB_FIELDS &&
	    l->schema->wanted[r->since].type != VOCAB_TYPE_TIME)
		return config_err(since, l->err, "%.*s is not a time",
		    STR_ARG(l->schema->wanted[r->since].name));
	if (step.value != NULL)
		return steps(l, step, d);
	d->kind = half.value != NULL ? MODEL_HALF_LIFE : MODEL_LINEAR;
	if (config_span(half.value != NULL ? half : linear, &d->length, l->err) != 0)
		return -1;
	return d->length > 0 ? 0 : config_err(n, l->err, "expected a length above zero");
}

static int
kind_of(struct config_node n, enum model_kind *kind, struct err *e)
{
	static const enum model_kind order[] = { MODEL_ACTIVITY, MODEL_BINS, MODEL_MAP, MODEL_EACH,
		MODEL_WHEN };
	size_t i;

	for (i = 0; i < sizeof order / sizeof *order; i++)
		if (config_get(n, kinds[order[i]].key).value != NULL) {
			*kind = order[i];
			return 0;
		}
	return config_err(n, e, "needs one of when, bins, map, each, activity");
}

/* What the rule's kind alone has. */
static int
special(struct loader *l, struct config_node n, struct model_rule *r)
{
	struct config_node value;
	enum vocab_field field;
	struct str type = { 0 };

	if (r->kind == MODEL_WHEN)
		return required(n, "points", &value, l->err);
	if (r->kind == MODEL_ACTIVITY) {
		if (required(n, "points", &value, l->err) != 0 ||
		    config_text(config_get(n, "activity"), &type, l->err) != 0)
			return -1;
		r->activity = text_fold(l->arena, text_trim(arena_copy(l->arena, type)));
		if (r->activity.n == 0)
			return config_err(config_get(n, "activity"), l->err, "expected a type of activity");
		r->slot = schema_want_field(l->schema, VOCAB_ACTIVITIES);
		return 0;
	}
	if (required(n, "field", &value, l->err) != 0 || want(l, value, &r->slot) != 0)
		return -1;
	if (r->kind == MODEL_BINS)
		return bins(l, config_get(n, "bins"), r);
	if (r->kind == MODEL_MAP) {
		field = l->schema->wanted[r->slot].field;
		r->words = field != VOCAB_FIELDS ? vocab[field].words : NULL;
		return words(l, config_get(n, "map"), r);
	}
	return config_points(config_get(n, "each"), &r->points, l->err);
}

/* Does the rule, or all of it but its condition, look at one field only?  Numbers are many, and
 * quicker read than remembered. */
static void
want_memo(struct loader *l, struct model_rule *r)
{
	bool alone = r->kind == MODEL_MAP;

	if (r->kind == MODEL_WHEN) {
		r->slot = condition_column(r->when);
		alone = r->slot != UINT32_MAX && r->decay.kind == MODEL_STEADY;
	}
	r->memo = alone ? memo_want(l->schema) : MEMO_NONE;
	r->guarded = r->kind != MODEL_WHEN && r->when != NULL;
	r->lookup = alone && !r->guarded;
}

static int
rule(struct loader *l, struct config_node n, size_t group, struct model_rule *r)
{
	struct err *e = l->err;

	if (!config_is_object(n))
		return config_err(n, e, "expected a rule, an object");
	if (kind_of(n, &r->kind, e) != 0 || config_keys(n, kinds[r->kind].keys, e) != 0)
		return -1;
	r->group = group;
	r->at = config_place(n);
	if (config_text(config_get(n, "name"), &r->name, e) != 0 ||
	    condition_read(l->schema, config_get(n, "when"), &r->when, l->err) != 0 ||
	    special(l, n, r) != 0)
		return -1;
	if (r->name.n == 0)
		return config_err(n, e, "needs a name, to be known by in explanations");
	r->name = arena_copy(l->arena, r->name);
	if ((r->kind != MODEL_EACH && config_points(config_get(n, "points"), &r->points, e) != 0) ||
	    config_points(config_get(n, "unknown"), &r->unknown, e) != 0 ||
	    config_points(config_get(n, "other"), &r->other, e) != 0 ||
	    limits(n, &r->limits, e) != 0 ||
	    config_bool(config_get(n, "first_only"), &r->first_only, e) != 0 ||
	    config_span(config_get(n, "within"), &r->within, e) != 0)
		return -1;
	if (decay(l, config_get(n, "decay"), r) != 0)
		return -1;
	r->timed = r->decay.kind != MODEL_STEADY || r->within != 0 ||
	    (r->when != NULL && condition_timed(r->when));
	l->model->timed |= r->timed;
	want_memo(l, r);
	return 0;
}

static int
group(struct loader *l, struct config_node n, size_t g, struct model_group *out)
{
	struct config_node list = config_get(n, "rules");
	size_t i;

	if (!config_is_object(n))
		return config_err(n, l->err, "expected a group, an object");
	if (config_keys(n, group_keys, l->err) != 0 ||
	    config_text(config_get(n, "name"), &out->name, l->err) != 0 ||
	    limits(n, &out->limits, l->err) != 0)
		return -1;
	if (out->name.n == 0)
		return config_err(n, l->err, "needs a name");
	out->name = arena_copy(l->arena, out->name);
	if (list.value != NULL && !config_is_array(list))
		return config_err(list, l->err, "expected a list of rules");
	for (i = 0; i < g; i++)
		if (str_eq_nocase(l->model->group[i].name, out->name))
			return config_err(n, l->err, "a group of that name is there already");
	for (i = 0; i < config_size(list); i++)
		if (rule(l, config_item(list, i), g, &l->rule[out->first + i]) != 0)
			return -1;
	return 0;
}

static int
groups(struct loader *l, struct config_node root)
{
	struct config_node list = config_get(root, "groups");
	struct model_group *all;
	size_t g, rules = 0;

	if (list.value != NULL && !config_is_array(list))
		return config_err(list, l->err, "expected a list of groups");
	l->model->groups = config_size(list);
	all = arena_array(l->arena, l->model->groups, sizeof *all);
	l->model->group = all;
	for (g = 0; g < l->model->groups; g++) {
		all[g].first = rules;
		rules += config_size(config_get(config_item(list, g), "rules"));
		all[g].end = rules;
	}
	l->model->rules = rules;
	l->model->rule = l->rule = arena_array(l->arena, rules, sizeof *l->rule);
	for (g = 0; g < l->model->groups; g++)
		if (group(l, config_item(list, g), g, &all[g]) != 0)
			return -1;
	return 0;
}

struct model *
model_read(struct arena *a, struct schema *s, const struct config *config, struct err *e)
{
	struct model *m = arena_alloc(a, sizeof *m);
	struct loader l = { .arena = a, .schema = s, .model = m, .err = e };
	struct config_node root = config_root(config);

	if (config_keys(root, model_keys, e) != 0 ||
	    config_text(config_get(root, "name"), &m->name, e) != 0 ||
	    limits(root, &m->limits, e) != 0 ||
	    groups(&l, root) != 0 || model_scale_load(a, root, m, e) != 0)
		return NULL;
	m->name = arena_copy(a, m->name);
	return m;
}
