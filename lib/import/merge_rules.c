/*
 * merge_rules - options to tables: a byte per column, a rank per input.
 */
#include "import/merge_rules.h"

/* What --keep and --update share. */
struct kind {
	const char *option;
	const char *const *words;
	const char *list;               /* the words, for people */
	bool lists;                     /* lists have a choice, too */
};

static const struct kind keeping = { "--keep", mapping_keep_name, "first, newest, complete or rank",
	false };
static const struct kind updating = { "--update", mapping_update_name, "fill, replace or ignore", true };

/* Why a field takes no such rule; NULL: it does. */
static const char *
fixed(enum vocab_field f, const struct kind *k)
{
	if (f == VOCAB_CONSENT || f == VOCAB_EMAIL_OPT_OUT || f == VOCAB_DO_NOT_CALL)
		return "of permissions the most restrictive wins";
	if (f == VOCAB_QUALITY || f == VOCAB_FLAGS || f == VOCAB_MERGED_FROM)
		return "it is worked out";
	if (f == VOCAB_ID && k == &updating)
		return "the master's stays, it is known by it";
	if (f == VOCAB_ACTIVITIES && !k->lists)
		return "histories unite";
	if (f != VOCAB_FIELDS && vocab[f].type == VOCAB_TYPE_LIST && !k->lists)
		return "lists unite";
	return NULL;
}

static void
put(const struct layout *l, uint8_t *rule, enum vocab_field f, uint8_t value)
{
	if (l->at[f] != LAYOUT_NONE)
		rule[l->at[f]] = value;
	if (l->original[f] != LAYOUT_NONE)
		rule[l->original[f]] = value;
}

static void
put_whole(const struct layout *l, uint8_t *rule, enum vocab_field f, uint8_t value)
{
	const enum vocab_field *part;
	size_t i;

	put(l, rule, f, value);
	for (i = 0; i < MERGE_WHOLES; i++) {
		for (part = merge_together[i]; *part != VOCAB_FIELDS && *part != f; part++)
			;
		if (*part != f)
			continue;
		for (part = merge_together[i]; *part != VOCAB_FIELDS; part++)
			put(l, rule, *part, value);
	}
}

/* Its canonical name, or as it comes out. */
static uint32_t
find_column(const struct layout *l, struct str name)
{
	enum vocab_field f = vocab_find(name);
	uint32_t i;

	for (i = 0; i < l->shape->count; i++)
		if (str_eq(l->shape->label[i], name))
			return i;
	if (f != VOCAB_FIELDS && l->at[f] != LAYOUT_NONE)
		return l->at[f];
	for (i = 0; i < l->shape->count; i++)
		if (vocab_same(l->shape->label[i], name))
			return i;
	return LAYOUT_NONE;
}

static enum vocab_field
field_at(const struct layout *l, uint32_t at)
{
	unsigned f = 0;

	while (f < VOCAB_FIELDS && l->at[f] != at)
		f++;
	return (enum vocab_field)f;
}

/* Every column that has a choice. */
static void
put_all(const struct layout *l, uint8_t *rule, const struct kind *k, uint8_t value)
{
	uint32_t i;

	for (i = 0; i < l->shape->count; i++)
		if (fixed(field_at(l, i), k) == NULL)
			rule[i] = value;
}

static int
put_one(const struct layout *l, uint8_t *rule, const struct kind *k, struct str name, uint8_t value,
    struct err *e)
{
	uint32_t at = find_column(l, name);
	enum vocab_field f = at == LAYOUT_NONE ? VOCAB_FIELDS : field_at(l, at);
	const char *near = vocab_nearest(name), *why = fixed(f, k);

	if (at == LAYOUT_NONE)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "%s: no column \"%.*s\"%s%s%s", k->option,
		    STR_ARG(name), near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
	if (why != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "%s: %.*s: %s", k->option, STR_ARG(name), why);
	rule[at] = value;
	if (f != VOCAB_FIELDS)
		put_whole(l, rule, f, value);
	return 0;
}

/* All columns first, whatever the order of the options. */
static int
read_rules(const struct layout *l, uint8_t *rule, const struct kind *k, const char *const *option,
    size_t n, bool file, struct err *e)
{
	bool one;
	size_t i;
	uint8_t value;

	for (one = false; ; one = true) {
		for (i = 0; i < n; i++) {
			struct str s = str_of(option[i]);
			size_t at = s.n;

			while (at != 0 && s.p[at - 1] != '=')
				at--;
			for (value = 0; k->words[value] != NULL; value++)
				if (str_is(str_slice(s, at, s.n), k->words[value]))
					break;
			if (k->words[value] == NULL)
				return err_set(e, ERR_CONFIG, PLACE_NONE, "%s %s: the word is none of %s",
				    k->option, option[i], k->list);
			if (at == 0 && !one)
				put_all(l, rule, k, value);
			else if (at != 0 && one &&
			    !(file && find_column(l, str_slice(s, 0, at - 1)) == LAYOUT_NONE) &&
			    put_one(l, rule, k, str_slice(s, 0, at - 1), value, e) < 0)
				return -1;
		}
		if (one)
			return 0;
	}
}

/* An input by its name as given, without its folders, or by the system it comes from. */
static bool
is_called(const struct layout *l, const char *const *file, size_t i, struct str name)
{
	const char *base = strrchr(file[i], '/');
	uint32_t preset = l->file[i].mapping.preset;

	return str_is(name, file[i]) || (base != NULL && str_is(name, base + 1)) ||
	    (preset < preset_count && str_eq(name, preset_list[preset].name));
}

static int
read_rank(uint32_t *rank, const struct layout *l, const char *const *file, const char *list,
    bool of_file, struct err *e)
{
	struct str rest = str_of(list ? list : ""), name;
	uint32_t place = 0;
	size_t i;

	for (i = 0; i < l->files; i++)
		rank[i] = UINT32_MAX;
	for (; rest.n != 0 && str_split(&rest, ',', &name); place++) {
		bool any = false;

		name = str_trim(name);
		for (i = 0; i < l->files; i++)
			if (is_called(l, file, i, name)) {
				rank[i] = rank[i] < place ? rank[i] : place;
				any = true;
			}
		if (!any && !of_file)
			return err_set(e, ERR_CONFIG, PLACE_NONE,
			    "--rank: no input is \"%.*s\" or comes from such a system", STR_ARG(name));
	}
	return 0;
}

int
merge_rules_make(struct merge_rules *r, struct arena *a, const struct mapping_merge *o,
    const struct layout *l, const struct mapping *m, const char *const *file, struct err *e)
{
	uint8_t *keep = arena_alloc(a, (size_t)l->shape->count + 1);
	uint8_t *update = arena_alloc(a, (size_t)l->shape->count + 1);
	uint32_t *rank = arena_array(a, l->files + 1, sizeof *rank), i;
	uint8_t *cautious = arena_alloc(a, (size_t)l->shape->count + 1);
	const char *list = o->rank ? o->rank : m->merge.rank;
	struct kind file_keeping = keeping, file_updating = updating;
	bool ranked = false;

	r->keep = keep;
	r->update = update;
	r->cautious = cautious;
	r->rank = rank;
	file_keeping.option = "/merge/keep of the mapping file";
	file_updating.option = "/merge/update of the mapping file";
	if (read_rules(l, keep, &file_keeping, m->merge.keep, m->merge.keeps, true, e) < 0 ||
	    read_rules(l, update, &file_updating, m->merge.update, m->merge.updates, true, e) < 0 ||
	    read_rules(l, keep, &keeping, o->keep, o->keeps, false, e) < 0 ||
	    read_rules(l, update, &updating, o->update, o->updates, false, e) < 0 ||
	    read_rank(rank, l, file, list, o->rank == NULL, e) < 0)
		return -1;
	for (i = 0; i < l->shape->count; i++)
		ranked = ranked || keep[i] == MERGE_RANK;
	for (i = 0; i < l->shape->count; i++)
		cautious[i] = update[i] == MERGE_REPLACE ? MERGE_FILL : update[i];
	if (ranked ? list == NULL : o->rank != NULL)
		return err_set(e, ERR_CONFIG, PLACE_NONE, ranked ?
		    "--keep rank needs --rank, which says which input is the best" :
		    "--rank needs --keep rank, or --keep FIELD=rank");
	return 0;
}
