/*
 * mapping_merge - whose value survives, as a mapping file says it: in the words of the options.
 *
 *	"merge": { "keep": { "*": "newest", "phone": "rank" }, "rank": ["crm.csv", "hubspot"] }
 */
#include "base/map.h"
#include "import/mapping.h"
#include "record/cell.h"

const char *const mapping_keep_name[] = { "first", "newest", "complete", "rank", NULL };
const char *const mapping_update_name[] = { "fill", "replace", "ignore", NULL };

/* Of every column. */
#define ALL "*"

static int
rules(struct mapping *m, struct config_node n, const char *const *words, const char *const **list,
    size_t *count, struct err *e)
{
	const char **rule = arena_array(m->arena, config_size(n) + 1, sizeof *rule);
	struct config_node value;
	struct str column, word = { 0 };
	size_t i;

	if (n.value != NULL && !config_is_object(n))
		return config_err(n, e, "expected an object");
	for (i = 0; config_member(n, i, &column, &value); i++) {
		if (config_text(value, &word, e) < 0)
			return -1;
		if (!vocab_has_word(words, word))
			return config_err(value, e, "expected %s, %s%s%s%s%s", words[0], words[1],
			    words[3] ? ", " : " or ", words[2], words[3] ? " or " : "",
			    words[3] ? words[3] : "");
		rule[i] = str_is(column, ALL) ? arena_copy(m->arena, word).p :
		    arena_printf(m->arena, "%.*s=%.*s", STR_ARG(column), STR_ARG(word)).p;
	}
	*list = rule;
	*count = i;
	return 0;
}

static int
ranks(struct mapping *m, struct config_node n, struct err *e)
{
	struct str list = { 0 }, name = { 0 };
	size_t i;

	if (n.value != NULL && (!config_is_array(n) || config_size(n) == 0))
		return config_err(n, e, "expected a list of inputs or systems");
	for (i = 0; i < config_size(n); i++) {
		if (config_text(config_item(n, i), &name, e) < 0)
			return -1;
		list = arena_printf(m->arena, "%.*s%s%.*s", STR_ARG(list), i ? "," : "", STR_ARG(name));
	}
	m->merge.rank = i ? list.p : NULL;
	return 0;
}

int
mapping_merge_load(struct mapping *m, struct config_node n, struct err *e)
{
	static const char *const keys[] = { "keep", "update", "rank", NULL };

	if (n.value == NULL)
		return 0;
	if (!config_is_object(n))
		return config_err(n, e, "expected an object");
	if (config_keys(n, keys, e) < 0 ||
	    rules(m, config_get(n, "keep"), mapping_keep_name, &m->merge.keep, &m->merge.keeps, e) < 0 ||
	    rules(m, config_get(n, "update"), mapping_update_name, &m->merge.update, &m->merge.updates,
	    e) < 0)
		return -1;
	return ranks(m, config_get(n, "rank"), e);
}

/* "phone=rank" to its two sides; "newest" is of all. */
static struct str
column_of(const char *rule, struct str *word)
{
	const char *at = strrchr(rule, '=');

	*word = str_of(at ? at + 1 : rule);
	return at ? (struct str){ rule, (size_t)(at - rule) } : STR(ALL);
}

/* What is said of all takes back what was said before; of what is said twice the last counts. */
static void
put_rules(struct buf *b, const char *name, const char *const *const list[2], const size_t n[2],
    const char **comma)
{
	struct arena a = { 0 };
	struct map columns = { .arena = &a };
	struct str *word = arena_array(&a, n[0] + n[1] + 1, sizeof *word), column, what;
	size_t i, k, all;
	uint32_t c;

	for (k = 0; k < 2; k++)
		for (all = 2; all != 0; all--)
			for (i = 0; i < n[k]; i++) {
				column = column_of(list[k][i], &what);
				if (str_is(column, ALL) != (all == 2))
					continue;
				if (all == 2) {
					map_free(&columns);
					columns = (struct map){ .arena = &a };
				}
				word[map_add(&columns, column)] = what;
			}
	if (columns.count != 0)
		buf_printf(b, "%s\n    \"%s\": {", *comma, name);
	for (c = 0; c < columns.count; c++) {
		buf_str(b, c ? STR(", ") : STR(" "));
		cell_json_text(b, columns.entry[c].key);
		buf_printf(b, ": \"%.*s\"", STR_ARG(word[c]));
	}
	if (columns.count != 0) {
		buf_str(b, STR(" }"));
		*comma = ",";
	}
	map_free(&columns);
	arena_free(&a);
}

void
mapping_merge_put(struct buf *b, const struct mapping_merge *file, const struct mapping_merge *given)
{
	const char *rank = given->rank ? given->rank : file->rank, *comma = ",\n  \"merge\": {";
	struct str rest = str_of(rank ? rank : ""), name;
	const char *between = "";

	put_rules(b, "keep", (const char *const *const[]){ file->keep, given->keep },
	    (const size_t[]){ file->keeps, given->keeps }, &comma);
	put_rules(b, "update", (const char *const *const[]){ file->update, given->update },
	    (const size_t[]){ file->updates, given->updates }, &comma);
	if (rest.n != 0)
		buf_printf(b, "%s\n    \"rank\": [", comma);
	for (; rest.n != 0 && str_split(&rest, ',', &name); between = ", ") {
		buf_str(b, str_of(between));
		cell_json_text(b, str_trim(name));
	}
	if (rank != NULL)
		buf_str(b, STR("]"));
	if (rank != NULL || comma[1] == '\0')
		buf_str(b, STR("\n  }"));
}
