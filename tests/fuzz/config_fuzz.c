/*
 * Any bytes as a settings file.  It is taken exactly when jansson takes it and it is not too
 * deep; then every value is what jansson says, and stands where it is said to stand.
 */
#include <jansson.h>

#include "fuzz.h"
#include "lead/config.h"
#include "record/skim.h"

static struct err e;

static void
check_number(struct config_node n, const json_t *json)
{
	int64_t whole = 0, points = 0;
	struct str raw = { 0 };
	double real = 0;
	size_t used;
	char *end;

	require(config_real(n, &real, &e) == 0 && real == json_number_value(json));
	require(config_number_text(n, &raw, &e) == 0 && raw.n != 0);
	require(skim_value(raw, &used) == SKIM_OK && used == raw.n);
	require(strtod(raw.p, &end) == real && end == raw.p + raw.n);
	if (config_int(n, INT64_MIN, INT64_MAX, &whole, &e) == 0)
		require((double)whole == real);
	if (config_points(n, &points, &e) == 0)
		require((double)points / 1000 == real);
}

static void check(struct config_node n, json_t *json);

static void
check_object(struct config_node n, json_t *json)
{
	void *at = json_object_iter(json);
	struct config_node value;
	struct str key;
	size_t i;

	require(config_size(n) == json_object_size(json));
	for (i = 0; config_member(n, i, &key, &value); i++, at = json_object_iter_next(json, at)) {
		require(str_eq(key, (struct str){ json_object_iter_key(at),
		    json_object_iter_key_len(at) }));
		require(config_get(n, json_object_iter_key(at)).value == value.value);
		require(value.line >= n.line);
		check(value, json_object_iter_value(at));
	}
	require(at == NULL);
}

static void
check(struct config_node n, json_t *json)
{
	struct str text = { 0 };
	bool truth = false;
	size_t i;

	require(config_is_object(n) == json_is_object(json));
	require(config_is_array(n) == json_is_array(json));
	require((config_text(n, &text, &e) == 0) == json_is_string(json));
	require((config_bool(n, &truth, &e) == 0) == json_is_boolean(json));
	require(truth == json_is_true(json));
	if (json_is_string(json))
		require(str_eq(text, (struct str){ json_string_value(json), json_string_length(json) }));
	if (json_is_number(json))
		check_number(n, json);
	if (json_is_object(json))
		check_object(n, json);
	for (i = 0; i < json_array_size(json); i++)
		check(config_item(n, i), json_array_get(json, i));
}

static int
depth(struct str s)
{
	int open = 0, most = 0;
	bool text = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (text && s.p[i] == '\\')
			i++;
		else if (s.p[i] == '"')
			text = !text;
		else if (!text && (s.p[i] == '[' || s.p[i] == '{') && ++open > most)
			most = open;
		else if (!text && (s.p[i] == ']' || s.p[i] == '}'))
			open--;
	}
	return most;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	const struct config *c;
	struct str text = { (const char *)data, size };
	json_t *json;

	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_slice(text, 3, text.n);
	/* jansson skips a NUL behind a number. */
	json = memchr(text.p ? text.p : "", 0, text.n) ? NULL :
	    json_loadb(text.p ? text.p : "", text.n, JSON_REJECT_DUPLICATES, NULL);
	c = config_parse(&arena, (struct str){ (const char *)data, size }, "f", "k", &e);
	if (c != NULL) {
		require(json != NULL);
		check(config_root(c), json);
	} else if (json != NULL && depth(text) <= 64) {
		/* JSON it is: then it is the kind that it lacks. */
		require(e.at.column == 0 && strstr(e.text, "expected") != NULL);
	}
	json_decref(json);
	arena_free(&arena);
	return 0;
}
