/*
 * mapping_load - lead-mapping files.
 */
#include "import/mapping.h"
#include "import/words.h"
#include "lead/config.h"

static const char *const keys[] = { "name", "description", "signs", "columns", "keep", "strip",
	"unfold", "values", "dates", "decimal", "region", "activities", "quality", "merge", NULL };
static const char *const date_keys[] = { "order", "zone", NULL };

struct loader {
	struct mapping *mapping;
	struct err *err;
};

static int
add(struct loader *l, struct config_node n, bool activity, struct str field, unsigned rank)
{
	struct mapping_rule rule = { .by = MAPPING_FILE, .preset = MAPPING_NO_PRESET,
		.rank = rank, .activity = activity, .at = config_place(n) };
	struct err inner;

	if (config_text(n, &rule.text, l->err) < 0)
		return -1;
	if (rule.text.n == 0)
		return config_err(n, l->err, "expected the name of a column");
	if (mapping_add_rule(l->mapping, rule, field, &inner) == 0)
		return 0;
	return config_err(n, l->err, "%s", inner.text);
}

/* field: name, or a list of names, the preferred first. */
static int
columns(struct loader *l, struct config_node n, bool activity)
{
	struct config_node value;
	struct str field;
	size_t i, k;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected an object");
	for (i = 0; config_member(n, i, &field, &value); i++) {
		if (!config_is_array(value) && add(l, value, activity, field, 0) < 0)
			return -1;
		for (k = 0; config_is_array(value) && k < config_size(value); k++)
			if (add(l, config_item(value, k), activity, field, (unsigned)k) < 0)
				return -1;
	}
	return 0;
}

static int
keep(struct loader *l, struct config_node n)
{
	size_t i;

	if (n.value != NULL && !config_is_array(n))
		return config_err(n, l->err, "expected a list of columns");
	for (i = 0; i < config_size(n); i++)
		if (add(l, config_item(n, i), false, STR(""), 0) < 0)
			return -1;
	return 0;
}

static int
find_field(struct loader *l, struct config_node n, struct str name, enum vocab_field *f)
{
	const char *near;

	*f = vocab_find(name);
	if (*f != VOCAB_FIELDS)
		return 0;
	near = vocab_nearest(name);
	return config_err(n, l->err, near ? "\"%.*s\" is no field; did you mean %s?" :
	    "\"%.*s\" is no field", STR_ARG(name), near);
}

static int
strips(struct loader *l, struct config_node n)
{
	struct preset_strip strip;
	struct config_node value;
	struct str field;
	size_t i;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected an object");
	for (i = 0; config_member(n, i, &field, &value); i++) {
		if (find_field(l, value, field, &strip.field) < 0 ||
		    config_text(value, &strip.prefix, l->err) < 0)
			return -1;
		buf_add(&l->mapping->strip, &strip, sizeof strip);
	}
	return 0;
}

/* member: [name, value] of the objects in its list, or [] for the members of an object. */
static int
unfolds(struct loader *l, struct config_node n)
{
	struct unfold_rule rule;
	struct config_node value;
	size_t i;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected an object");
	for (i = 0; config_member(n, i, &rule.member, &value); i++) {
		rule.name = rule.value = (struct str){ 0 };
		if (!config_is_array(value) || (config_size(value) != 0 && config_size(value) != 2))
			return config_err(value, l->err, "expected [] or the names of two members");
		if (config_size(value) == 2 &&
		    (config_text(config_item(value, 0), &rule.name, l->err) < 0 ||
		    config_text(config_item(value, 1), &rule.value, l->err) < 0))
			return -1;
		if (rule.member.n == 0 || (rule.name.n == 0) != (config_size(value) == 0))
			return config_err(value, l->err, "expected the name of a member");
		buf_add(&l->mapping->unfold, &rule, sizeof rule);
	}
	return 0;
}

/* Their word: ours. */
static int
words(struct loader *l, struct config_node n, enum vocab_field f)
{
	struct config_node value;
	struct str word, to = { 0 };
	size_t i;

	if (!config_is_object(n))
		return config_err(n, l->err, "expected an object, their word: ours");
	for (i = 0; config_member(n, i, &word, &value); i++) {
		if (config_text(value, &to, l->err) < 0)
			return -1;
		if (vocab[f].words == NULL || (to.n != 0 && !vocab_has_word(vocab[f].words, to)))
			return config_err(value, l->err, "\"%.*s\" is no word of %s", STR_ARG(to),
			    vocab[f].name);
		words_add(l->mapping->words, f, word, arena_copy(l->mapping->arena, to).p);
	}
	return 0;
}

static int
values(struct loader *l, struct config_node n)
{
	struct config_node value;
	struct str name;
	enum vocab_field f;
	size_t i;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, l->err, "expected an object");
	for (i = 0; config_member(n, i, &name, &value); i++)
		if (find_field(l, value, name, &f) < 0 || words(l, value, f) < 0)
			return -1;
	return 0;
}

static int
dates(struct loader *l, struct config_node n)
{
	struct config_node order = config_get(n, "order");
	struct str text = { 0 };

	if (config_keys(n, date_keys, l->err) < 0 ||
	    config_text(config_get(n, "zone"), &l->mapping->zone, l->err) < 0 ||
	    config_text(order, &text, l->err) < 0)
		return -1;
	if (text.n != 0 && !str_is(text, "day-first") && !str_is(text, "month-first"))
		return config_err(order, l->err, "expected \"day-first\" or \"month-first\"");
	if (text.n != 0)
		l->mapping->order = text.p[0] == 'd' ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
	return 0;
}

/* What each flag costs. */
static int
quality(struct loader *l, struct config_node n)
{
	const char *names[QUALITY_FLAGS + 1] = { NULL };
	struct config_node value;
	unsigned f;
	int64_t points;

	memcpy(names, quality_name, sizeof quality_name);
	if (n.value != NULL && config_keys(n, names, l->err) < 0)
		return -1;
	for (f = 0; f < QUALITY_FLAGS; f++) {
		value = config_get(n, quality_name[f]);
		points = l->mapping->quality.points[f];
		if (config_int(value, -100, 0, &points, l->err) < 0)
			return -1;
		l->mapping->quality.points[f] = (int)points;
	}
	return 0;
}

static int
reading(struct loader *l, struct config_node root)
{
	struct config_node decimal = config_get(root, "decimal"), region = config_get(root, "region");
	struct config_node n = config_get(root, "dates");
	struct str sign = { 0 }, country = { 0 };
	struct arena scratch = { 0 };
	const char *alpha2 = NULL;

	if ((n.value != NULL && dates(l, n) < 0) || config_text(decimal, &sign, l->err) < 0 ||
	    config_text(region, &country, l->err) < 0)
		return -1;
	if (sign.n != 0 && !str_is(sign, ",") && !str_is(sign, "."))
		return config_err(decimal, l->err, "expected \",\" or \".\"");
	if (sign.n != 0)
		l->mapping->decimal = sign.p[0];
	if (country.n != 0) {
		alpha2 = words_country(l->mapping->words, &scratch, country);
		arena_free(&scratch);
		if (alpha2 == NULL)
			return config_err(region, l->err, "\"%.*s\" is no country", STR_ARG(country));
		l->mapping->region = str_of(alpha2);
	}
	return 0;
}

static int
load(struct loader *l, struct config_node root)
{
	if (config_keys(root, keys, l->err) < 0 ||
	    columns(l, config_get(root, "columns"), false) < 0 ||
	    columns(l, config_get(root, "activities"), true) < 0 ||
	    keep(l, config_get(root, "keep")) < 0 || strips(l, config_get(root, "strip")) < 0 ||
	    unfolds(l, config_get(root, "unfold")) < 0)
		return -1;
	if (values(l, config_get(root, "values")) < 0 || quality(l, config_get(root, "quality")) < 0 ||
	    mapping_merge_load(l->mapping, config_get(root, "merge"), l->err) < 0)
		return -1;
	return reading(l, root);
}

const struct unfold_rule *
mapping_unfold(struct mapping *m)
{
	const struct unfold_rule *rule = (const struct unfold_rule *)(const void *)m->unfold.p;
	size_t i, n = m->unfold.n / sizeof *rule, presets = 0;
	struct unfold_rule *list;

	while (preset_unfold[presets].member.n != 0)
		presets++;
	/* The first one counts. */
	list = arena_array(m->arena, n + presets + 1, sizeof *list);
	for (i = 0; i < n; i++)
		list[i] = rule[n - 1 - i];
	memcpy(list + n, preset_unfold, presets * sizeof *list);
	buf_free(&m->unfold);
	return list;
}

int
mapping_load(struct mapping *m, const char *path, struct err *e)
{
	struct loader l = { m, e };
	const struct config *c = config_load(m->arena, path, "lead-mapping", e);

	if (c == NULL)
		return -1;
	m->given = config_root(c);
	return load(&l, m->given);
}
