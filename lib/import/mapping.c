/*
 * mapping - the rules: where they come from, and what a name means by itself.
 */
#include "import/mapping.h"
#include "value/text.h"

const char *const mapping_by_name[MAPPING_NONE + 1] = { "option", "file", "name", "synonym", "" };
const char *const mapping_fate_name[MAPPING_DROPPED + 1] = { "kept", "renamed", "field",
	"second choice", "ignored" };
const char *const mapping_activity_name[MAPPING_ACTIVITY_FIELDS] = { "lead_id", "email", "type",
	"at", "channel", "value", "campaign", "count", "stage" };

static void
add_key(struct mapping *m, struct str name, enum vocab_field field, unsigned rank)
{
	struct mapping_name known = { field, rank };
	uint32_t before = m->key.count;

	if (map_add(&m->key, text_key(m->arena, name)) == before)
		buf_add(&m->of_key, &known, sizeof known);
}

void
mapping_init(struct mapping *m, struct arena *a)
{
	struct str rest, name;
	unsigned f, rank;

	*m = (struct mapping){ .arena = a, .key.arena = a };
	for (f = 0; f < VOCAB_FIELDS; f++)
		add_key(m, str_of(vocab[f].name), (enum vocab_field)f, 0);
	for (f = 0; f < VOCAB_FIELDS; f++) {
		rest = str_of(vocab[f].synonyms);
		for (rank = 1; rest.n != 0 && str_split(&rest, '|', &name); rank++)
			add_key(m, name, (enum vocab_field)f, rank);
	}
}

/* Only fields that an import may fill: what the other tools compute is theirs. */
static bool
is_ours(enum vocab_field f)
{
	return f <= VOCAB_ACTIVITIES || f == VOCAB_MERGED_FROM;
}

enum vocab_field
mapping_name(const struct mapping *m, struct arena *scratch, struct str label, unsigned *rank)
{
	const struct mapping_name *known = (const struct mapping_name *)(const void *)m->of_key.p;
	uint32_t i = map_find(&m->key, text_key(scratch, label));

	if (i == MAP_NONE || !is_ours(known[i].field))
		return VOCAB_FIELDS;
	*rank = known[i].rank;
	return known[i].field;
}

bool
mapping_converted(struct arena *scratch, struct str label)
{
	static const char *const names[] = { "converted", "is_converted", "isconverted", "y", "won",
		"is_won", "has_converted", "lead_converted", "is_customer", NULL };

	return vocab_has_word(names, text_key(scratch, label));
}

static unsigned
find_field(struct str name, bool activity)
{
	unsigned f;

	if (!activity)
		return vocab_find(name);
	for (f = 0; f < MAPPING_ACTIVITY_FIELDS; f++)
		if (vocab_same(name, str_of(mapping_activity_name[f])))
			break;
	return f;
}

static const char *
nearest_field(struct str name, bool activity)
{
	const char *list[MAPPING_ACTIVITY_FIELDS + 1] = { NULL };

	if (!activity)
		return vocab_nearest(name);
	memcpy(list, mapping_activity_name, sizeof mapping_activity_name);
	return str_nearest(name, list);
}

int
mapping_add(struct mapping *m, enum mapping_by by, struct str text, struct place at, struct err *e)
{
	struct mapping_rule rule = { .by = by, .at = at }, *more;
	size_t equals = str_find(text, '=');
	struct str name = str_trim(str_slice(text, 0, equals));
	const char *near;

	rule.activity = str_starts(name, STR("activity."));
	if (rule.activity)
		name = str_slice(name, sizeof "activity." - 1, name.n);
	rule.text = arena_copy(m->arena, str_trim(str_slice(text, equals + 1, text.n)));
	if (rule.text.n == 0)
		return err_set(e, ERR_CONFIG, at, "expected FIELD=COLUMN, not \"%.*s\"", STR_ARG(text));
	rule.field = find_field(name, rule.activity);
	if (rule.field == (rule.activity ? MAPPING_ACTIVITY_FIELDS : VOCAB_FIELDS) ||
	    (!rule.activity && !is_ours((enum vocab_field)rule.field))) {
		near = nearest_field(name, rule.activity);
		return err_set(e, ERR_CONFIG, at, near ? "\"%.*s\" is no field; did you mean %s?" :
		    "\"%.*s\" is no field", STR_ARG(name), near);
	}
	if (m->rules == m->room) {
		m->room = m->room ? 2 * m->room : 16;
		more = arena_array(m->arena, m->room, sizeof *more);
		if (m->rules != 0)
			memcpy(more, m->rule, m->rules * sizeof *more);
		m->rule = more;
	}
	m->rule[m->rules++] = rule;
	return 0;
}

static const char *
field_name(const struct mapping_rule *r)
{
	return r->activity ? mapping_activity_name[r->field] : vocab[r->field].name;
}

int
mapping_check(const struct mapping *m, struct err *e)
{
	size_t i, k;

	for (i = 0; i < m->rules; i++)
		for (k = 0; k < i; k++) {
			const struct mapping_rule *a = &m->rule[k], *b = &m->rule[i];

			if (a->by == b->by && a->activity == b->activity && a->field == b->field &&
			    !str_eq(a->text, b->text))
				return err_set(e, ERR_CONFIG, b->at,
				    "%s cannot be both \"%.*s\" and \"%.*s\"", field_name(b),
				    STR_ARG(a->text), STR_ARG(b->text));
		}
	return 0;
}
