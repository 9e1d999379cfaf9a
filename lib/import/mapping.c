/*
 * mapping - the rules: where they come from, and what a name means by itself.
 */
#include "import/mapping.h"
#include "value/text.h"

const char *const mapping_by_name[MAPPING_NONE + 1] = { "option", "mapping file", "preset", "name",
	"synonym", "name alike", "" };
const char *const mapping_fate_name[MAPPING_DROPPED + 1] = { "kept", "renamed", "field",
	"second choice", "ours", "ignored" };
const char *const mapping_activity_name[MAPPING_ACTIVITY_FIELDS] = { "lead_id", "email", "type",
	"at", "channel", "value", "campaign", "count", "stage" };

struct str
mapping_key(struct arena *a, struct str label)
{
	struct str key = text_key(a, label);
	char *to, *p;
	size_t i;

	if (str_find(key, '_') == key.n)
		return key;
	to = p = arena_text(a, key.n);
	for (i = 0; i < key.n; i++)
		if (key.p[i] != '_')
			*to++ = key.p[i];
	return (struct str){ p, (size_t)(to - p) };
}

static void
add_key(struct mapping *m, struct str name, enum vocab_field field, unsigned rank)
{
	struct mapping_name known = { field, rank };
	uint32_t before = m->key.count;

	if (map_add(&m->key, mapping_key(m->arena, name)) == before)
		buf_add(&m->of_key, &known, sizeof known);
}

void
mapping_init(struct mapping *m, struct arena *a)
{
	struct str rest, name;
	unsigned f, rank;

	*m = (struct mapping){ .arena = a, .key.arena = a, .rule_key.arena = a };
	quality_init(&m->quality);
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

static const struct mapping_name *
find_name(const struct mapping *m, struct str key)
{
	const struct mapping_name *known = (const struct mapping_name *)(const void *)m->of_key.p;
	uint32_t i = map_find(&m->key, key);

	return i == MAP_NONE || !is_ours(known[i].field) ? NULL : &known[i];
}

/* Words that say whose it is, or that it is needed, but not what it is. */
static bool
is_filler(struct str word)
{
	static const char *const fillers[] = { "lead", "contact", "person", "customer", "client",
		"your", "my", "the", "primary", "main", "work", "business", "personal", "prospect",
		"required", "field", "what", "s", "is", "please", "enter", "c", "user", "buyer",
		"home", "value", "1", "best", "attendee", "applicant", NULL };

	return vocab_has_word(fillers, word);
}

/* "What's your e-mail?", "Customer Phone Number", "Person - Email (Work)": the words that are left
 * when the fillers are gone. */
static const struct mapping_name *
find_alike(const struct mapping *m, struct arena *scratch, struct str label)
{
	struct str rest = text_key(scratch, label), word;
	char *p = arena_text(scratch, rest.n), *to = p;
	bool left_out = false;

	while (rest.n != 0 && str_split(&rest, '_', &word)) {
		if (is_filler(word)) {
			left_out = true;
			continue;
		}
		memcpy(to, word.p, word.n);
		to += word.n;
	}
	return left_out && to != p ? find_name(m, (struct str){ p, (size_t)(to - p) }) : NULL;
}

/* A name alike is enough for these only: their cells show whether it is true. */
static bool
may_be_alike(enum vocab_field f)
{
	return f == VOCAB_EMAIL || f == VOCAB_PHONE || f == VOCAB_FIRST_NAME || f == VOCAB_LAST_NAME ||
	    f == VOCAB_FULL_NAME || f == VOCAB_COMPANY || f == VOCAB_TITLE;
}

enum vocab_field
mapping_name(const struct mapping *m, struct arena *scratch, struct str label, enum mapping_by *by,
    unsigned *rank)
{
	const struct mapping_name *known = find_name(m, mapping_key(scratch, label));

	*by = known != NULL && known->rank == 0 ? MAPPING_NAME : MAPPING_SYNONYM;
	if (known == NULL) {
		known = find_alike(m, scratch, label);
		*by = MAPPING_ALIKE;
		if (known != NULL && !may_be_alike(known->field))
			known = NULL;
	}
	if (known == NULL)
		return VOCAB_FIELDS;
	*rank = known->rank;
	return known->field;
}

uint64_t
mapping_candidates(const struct mapping *m, struct arena *scratch, struct str label)
{
	const struct mapping_fields *of = (const struct mapping_fields *)(const void *)m->of_rule_key.p;
	struct str key = mapping_key(scratch, label);
	uint32_t i = map_find(&m->rule_key, key);
	enum mapping_by by;
	unsigned rank;
	enum vocab_field f = mapping_name(m, scratch, label, &by, &rank);

	return (i == MAP_NONE ? 0 : of[i].bits) | mapping_preset_fields(key) |
	    (f < 64 ? UINT64_C(1) << f : 0);
}

bool
mapping_converted(struct arena *scratch, struct str label)
{
	static const char *const names[] = { "converted", "isconverted", "y", "won", "iswon",
		"hasconverted", "leadconverted", "iscustomer", NULL };

	return vocab_has_word(names, mapping_key(scratch, label));
}

bool
mapping_trial(struct arena *scratch, struct str label)
{
	static const char *const names[] = { "istest", "testlead", "istestlead", NULL };

	return vocab_has_word(names, mapping_key(scratch, label));
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

static void
note_column(struct mapping *m, struct str name, unsigned field)
{
	struct mapping_fields none = { 0 }, *of;
	uint32_t before = m->rule_key.count, i = map_add(&m->rule_key, mapping_key(m->arena, name));

	if (i == before)
		buf_add(&m->of_rule_key, &none, sizeof none);
	of = (struct mapping_fields *)(void *)m->of_rule_key.p;
	of[i].bits |= UINT64_C(1) << field;
}

/* The columns a rule names will be looked at as its field. */
static void
note_columns(struct mapping *m, const struct mapping_rule *r)
{
	struct str rest = r->text, name;

	if (r->activity || r->field >= 64 || rest.p[0] == ':')
		return;
	note_column(m, r->text, r->field);
	while (str_find(r->text, '+') != r->text.n && str_split(&rest, '+', &name))
		note_column(m, name, r->field);
}

void
mapping_push_rule(struct mapping *m, struct mapping_rule rule)
{
	struct mapping_rule *more;

	if (m->rules == m->room) {
		m->room = m->room ? 2 * m->room : 64;
		more = arena_array(m->arena, m->room, sizeof *more);
		if (m->rules != 0)
			memcpy(more, m->rule, m->rules * sizeof *more);
		m->rule = more;
	}
	m->rule[m->rules++] = rule;
}

int
mapping_add_rule(struct mapping *m, struct mapping_rule rule, struct str field, struct err *e)
{
	const char *near;

	rule.field = field.n ? find_field(field, rule.activity) : VOCAB_FIELDS;
	if (field.n != 0 && (rule.activity ? rule.field == MAPPING_ACTIVITY_FIELDS :
	    rule.field == VOCAB_FIELDS || !is_ours((enum vocab_field)rule.field))) {
		near = nearest_field(field, rule.activity);
		return err_set(e, ERR_CONFIG, rule.at, near ? "\"%.*s\" is no field; did you mean %s?" :
		    "\"%.*s\" is no field", STR_ARG(field), near);
	}
	rule.text = arena_copy(m->arena, rule.text);
	rule.key = mapping_key(m->arena, rule.text);
	mapping_push_rule(m, rule);
	note_columns(m, &rule);
	return 0;
}

int
mapping_add(struct mapping *m, enum mapping_by by, struct str text, struct place at, struct err *e)
{
	size_t equals = str_find(text, '=');
	struct str name = str_trim(str_slice(text, 0, equals));
	struct mapping_rule rule = { .by = by, .at = at, .preset = MAPPING_NO_PRESET,
		.activity = str_starts(name, STR("activity.")),
		.text = str_trim(str_slice(text, equals + 1, text.n)) };

	if (rule.activity)
		name = str_slice(name, sizeof "activity." - 1, name.n);
	if (rule.text.n == 0 || name.n == 0)
		return err_set(e, ERR_CONFIG, at, "expected FIELD=COLUMN, not \"%.*s\"", STR_ARG(text));
	return mapping_add_rule(m, rule, name, e);
}

int
mapping_check(const struct mapping *m, struct err *e)
{
	size_t i, k;

	for (i = 0; i < m->rules; i++)
		for (k = 0; m->rule[i].by == MAPPING_OPTION && k < i; k++) {
			const struct mapping_rule *a = &m->rule[k], *b = &m->rule[i];

			if (a->by == MAPPING_OPTION && a->activity == b->activity &&
			    a->field == b->field && !str_eq(a->text, b->text))
				return err_set(e, ERR_CONFIG, b->at,
				    "%s cannot be both \"%.*s\" and \"%.*s\"", b->activity ?
				    mapping_activity_name[b->field] : vocab[b->field].name,
				    STR_ARG(a->text), STR_ARG(b->text));
		}
	return 0;
}

void
mapping_free(struct mapping *m)
{
	map_free(&m->key);
	map_free(&m->rule_key);
	buf_free(&m->of_key);
	buf_free(&m->of_rule_key);
	buf_free(&m->strip);
	buf_free(&m->unfold);
}
