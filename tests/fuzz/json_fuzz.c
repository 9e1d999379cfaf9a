/*
 * Any bytes as JSON.  skim and jansson take the same texts and find the same in them, but for
 * what skim.h says: no largest number, repeated keys, escaped NULs and lone surrogates, at most
 * 64 levels, and no raw NUL behind a number, which jansson overlooks.
 */
#include <jansson.h>

#include "fuzz.h"
#include "record/record.h"
#include "record/skim.h"

static struct arena arena;

static json_t *
load(struct str s)
{
	return json_loadb(s.p, s.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

static bool
accepts(struct str s, enum skim_result *result)
{
	size_t used;

	*result = skim_value(s, &used);
	require(used <= s.n);
	return *result == SKIM_OK && str_trim(str_slice(s, used, s.n)).n == 0;
}

/* The same text with what jansson alone refuses made harmless: numbers become zeros, \uNNNN
 * letters.  Only for texts that skim accepts. */
static struct str
harmless(struct str s)
{
	struct str copy = arena_copy(&arena, s);
	char *p = (char *)(uintptr_t)copy.p, *end = p + copy.n;
	bool string = false, number = false;

	for (; p < end; p++) {
		bool digit = !string && (*p == '-' || (*p >= '0' && *p <= '9') ||
		    (number && (*p == '+' || *p == '.' || (*p | 32) == 'e')));

		if (*p == '"') {
			string = !string;
		} else if (string && *p == '\\') {
			if (p[1] == 'u')
				memcpy(p, "letter", 6);
			p++;
		} else if (digit) {
			*p = number ? ' ' : '0';
		}
		number = digit;
	}
	return copy;
}

static bool
escapes_unicode(struct str s)
{
	return str_search(s, STR("\\u")) != SIZE_MAX;
}

static void
compare_value(struct field f, json_t *want)
{
	struct str raw = { f.raw, f.size };
	json_t *got;

	if (json_is_string(want)) {
		require(f.flags & FIELD_QUOTED);
		/* U+0000 becomes U+FFFD with us. */
		if (!escapes_unicode(raw) ||
		    strlen(json_string_value(want)) == json_string_length(want))
			require(str_eq(record_field_text(&arena, f),
			    (struct str){ json_string_value(want), json_string_length(want) }));
		return;
	}
	require(!(f.flags & FIELD_QUOTED));
	require(json_is_null(want) == ((f.flags & FIELD_ABSENT) != 0));
	require((json_is_object(want) || json_is_array(want)) == ((f.flags & FIELD_NEST) != 0));
	got = load(raw);
	require(got != NULL && json_equal(got, want));
	json_decref(got);
}

/* Of repeated keys jansson keeps the last. */
static bool
is_last(const struct skim *k, size_t at, struct str key)
{
	size_t i;

	for (i = at + 1; i < k->n; i++)
		if (str_eq(record_field_text(&arena, k->key[i]), key))
			return false;
	return true;
}

static void
compare_members(struct str s, json_t *want)
{
	enum { ROOM = 512 };
	static struct field key[ROOM], value[ROOM];
	struct skim k = { .key = key, .value = value, .room = ROOM };
	size_t used, i;

	if (json_is_array(want)) {
		if (skim_array(s, &k, &used) == SKIM_MEMBERS)
			return;
		require(k.n == json_array_size(want));
		for (i = 0; i < k.n; i++)
			compare_value(value[i], json_array_get(want, i));
	} else if (json_is_object(want)) {
		if (skim_object(s, &k, &used) == SKIM_MEMBERS)
			return;
		for (i = 0; i < k.n; i++) {
			struct str name = record_field_text(&arena, key[i]);

			require(str_trim((struct str){ key[i].raw, key[i].size }).n == key[i].size);
			if (is_last(&k, i, name))
				compare_value(value[i], json_object_getn(want, name.p, name.n));
		}
	}
}

/* A guess, right or wrong, changes nothing but that keys may be left out. */
static void
check_guess(struct str first, struct str second)
{
	enum { ROOM = 64 };
	struct field key[ROOM], value[ROOM], guessed_key[ROOM], guessed_value[ROOM];
	struct skim_guess guess[ROOM];
	struct skim k = { .key = key, .value = value, .room = ROOM };
	struct skim g = { .key = guessed_key, .value = guessed_value, .room = ROOM, .guess = guess };
	size_t used, guessed_used, i;
	enum skim_result result;

	if (skim_object(first, &k, &used) != SKIM_OK || k.n == 0)
		return;
	for (i = 0; i < k.n; i++) {
		guess[i] = (struct skim_guess){ .key_size = key[i].size, .flags = key[i].flags,
			.size = (uint32_t)(value[i].raw - key[i].raw) };
		guess[i].text = arena_alloc(&arena, guess[i].size + SKIM_SLACK);
		memcpy((char *)(uintptr_t)guess[i].text, key[i].raw, guess[i].size);
		skim_guess(&guess[i]);
	}
	g.guesses = k.n;
	require(skim_object(first, &g, &guessed_used) == SKIM_OK && g.guessed);
	result = skim_object(second, &k, &used);
	require(skim_object(second, &g, &guessed_used) == result && guessed_used == used);
	if (result != SKIM_OK)
		return;
	require(k.n == g.n && (k.n == 0 || memcmp(value, guessed_value, k.n * sizeof *value) == 0));
	for (i = 0; i < k.n; i++) {
		struct str name = { key[i].raw, key[i].size };

		if (g.guessed)
			require(str_eq(name, (struct str){ guess[i].text, guess[i].key_size }));
		else
			require(name.p == guessed_key[i].raw && name.n == guessed_key[i].size &&
			    key[i].flags == guessed_key[i].flags);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* A copy of its own, so that reading past its end is seen. */
	char *copy = malloc(size ? size : 1);
	struct str s = { copy, size };
	enum skim_result result;
	json_t *json, *tame;

	memcpy(copy, data, size);
	json = load(s);
	if (accepts(s, &result)) {
		tame = load(harmless(s));
		require(tame != NULL);
		if (json != NULL)
			compare_members(s, json);
		json_decref(tame);
	} else if (json != NULL) {
		require(result == SKIM_DEPTH || str_find(s, '\0') != s.n);
	}
	json_decref(json);
	check_guess(str_slice(s, 0, str_find(s, '\n')), str_slice(s, str_find(s, '\n') + 1, s.n));
	arena_reset(&arena);
	free(copy);
	return 0;
}
