/*
 * config_tree - three steps, each by the one who knows best.
 *
 *	skim     is it JSON, UTF-8, not too deep?  Then jansson can neither overflow the stack
 *	         nor trip over a NUL, and its message, which quotes the text, is not needed
 *	jansson  are the keys unique and the numbers in range?  And it decodes
 *	build    jansson forgets where a value stood, so its tree is walked side by side with the
 *	         text (members keep their order), and each value gets its bytes and its line
 */
#include <stdlib.h>

#include <jansson.h>

#include "lead/config_tree.h"
#include "record/skim.h"

struct builder {
	struct arena *arena;
	const char *counted;            /* line ends up to here are counted */
	uint64_t line;
};

static int
fail_at(struct str text, size_t offset, const char *name, struct err *e, const char *what)
{
	struct place at = { name, 1, 1 };
	size_t i;

	for (i = 0; i < offset && i < text.n; i++, at.column++)
		if (text.p[i] == '\n') {
			at.line++;
			at.column = 0;
		}
	return err_set(e, ERR_CONFIG, at, "%s", what);
}

static int
check_syntax(struct str text, const char *name, struct err *e)
{
	static const char *const what[] = {
		[SKIM_MORE] = "ends in the middle of a value",
		[SKIM_SYNTAX] = "not JSON",
		[SKIM_UTF8] = "bytes that are not UTF-8",
		[SKIM_NUL] = "a NUL byte",
		[SKIM_DEPTH] = "nested more than 64 levels deep",
	};
	enum skim_result result;
	struct str behind;
	size_t used;

	if (str_trim(text).n == 0)
		return err_set(e, ERR_CONFIG, (struct place){ .file = name }, "the file is empty");
	if ((result = skim_value(text, &used)) != SKIM_OK)
		return fail_at(text, used, name, e, what[result]);
	behind = str_trim(str_slice(text, used, text.n));
	if (behind.n != 0)
		return fail_at(text, (size_t)(behind.p - text.p), name, e,
		    "text behind the end of the settings");
	return 0;
}

/* What jansson refuses and skim does not. */
static const char *
complaint(enum json_error_code code)
{
	switch (code) {
	case json_error_duplicate_key:
		return "a key that was there before";
	case json_error_numeric_overflow:
		return "a number out of range";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "\\u0000 in a text";
	default:
		return "not JSON";
	}
}

/* jansson would call it a repeated key, a number out of range or whatever it was about to do. */
static void *
checked_malloc(size_t n)
{
	return arena_got(malloc(n));
}

static json_t *
decode(struct str text, const char *name, struct err *e)
{
	json_error_t error;
	json_t *json;

	json_set_alloc_funcs(checked_malloc, free);
	json = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (json != NULL)
		return json;
	/* `position` counts the bytes that were taken: the last is the offender's. */
	fail_at(text, error.position > 0 ? (size_t)error.position - 1 : 0, name, e,
	    complaint(json_error_code(&error)));
	return NULL;
}

static void build(struct builder *b, struct config_value *v, json_t *json);

static void
build_children(struct builder *b, struct config_value *v, json_t *json)
{
	struct config_value *child;
	struct skim k = { 0 };
	size_t i, used;
	void *at = json_object_iter(json);      /* NULL for an array */

	v->n = k.room = at ? json_object_size(json) : json_array_size(json);
	v->child = child = arena_array(b->arena, v->n, sizeof *child);
	k.key = arena_array(b->arena, v->n, sizeof *k.key);
	k.value = arena_array(b->arena, v->n, sizeof *k.value);
	(v->type == CONFIG_OBJECT ? skim_object : skim_array)(v->raw, &k, &used);
	for (i = 0; i < v->n; i++, child++) {
		child->raw = (struct str){ k.value[i].raw, k.value[i].size };
		if (at == NULL) {
			build(b, child, json_array_get(json, i));
			continue;
		}
		child->key = arena_copy(b->arena, (struct str){ json_object_iter_key(at),
		    json_object_iter_key_len(at) });
		build(b, child, json_object_iter_value(at));
		at = json_object_iter_next(json, at);
	}
}

static void
build(struct builder *b, struct config_value *v, json_t *json)
{
	while (b->counted < v->raw.p)
		b->line += *b->counted++ == '\n';
	v->line = b->line;
	switch (json_typeof(json)) {
	case JSON_NULL:
		v->type = CONFIG_NULL;
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		v->type = CONFIG_BOOL;
		v->truth = json_is_true(json);
		break;
	case JSON_INTEGER:
	case JSON_REAL:
		v->type = CONFIG_NUMBER;
		v->real = json_number_value(json);
		break;
	case JSON_STRING:
		v->type = CONFIG_TEXT;
		v->text = arena_copy(b->arena, (struct str){ json_string_value(json),
		    json_string_length(json) });
		break;
	case JSON_ARRAY:
	case JSON_OBJECT:
		v->type = json_is_array(json) ? CONFIG_ARRAY : CONFIG_OBJECT;
		build_children(b, v, json);
	}
}

const struct config_value *
config_tree_parse(struct arena *a, struct str text, const char *name, struct err *e)
{
	struct builder b = { .arena = a, .counted = text.p, .line = 1 };
	struct config_value *root;
	json_t *json;

	if (check_syntax(text, name, e) != 0 || (json = decode(text, name, e)) == NULL)
		return NULL;
	root = arena_alloc(a, sizeof *root);
	root->raw = str_trim(text);
	build(&b, root, json);
	json_decref(json);
	return root;
}
