/*
 * skim - one cursor from left to right, strings sixteen bytes at a time.
 *
 * Functions take the place they begin at and return the place behind what they read, or NULL
 * when it is wrong; then the text says what and where.  Nesting below the top level needs no
 * stack: a level is one bit, set for an object.
 */
#include <stdlib.h>

#include "base/word.h"
#include "record/scan_block.h"
#include "record/skim.h"

enum { MAX_DEPTH = 64 };

struct text {
	const char *begin, *end;
	const char *bad;
	enum skim_result result;
};

void
skim_grow(struct skim *k, size_t room)
{
	k->key = arena_got(realloc(k->key, room * sizeof *k->key));
	k->value = arena_got(realloc(k->value, room * sizeof *k->value));
	k->room = room;
}

static const char *
fail(struct text *t, const char *at, enum skim_result result)
{
	t->bad = at;
	t->result = result;
	return NULL;
}

/* What stands at `at` cannot stand there. */
static const char *
unexpected(struct text *t, const char *at)
{
	if (at == t->end)
		return fail(t, at, SKIM_MORE);
	return fail(t, at, *at == '\0' ? SKIM_NUL : SKIM_SYNTAX);
}

static inline bool
is_blank(char c)
{
	/* Nearly everything is more. */
	return (unsigned char)c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

/* The next byte that is not blank; NULL at the end of the text. */
static inline const char *
token(struct text *t, const char *p)
{
	while (p != t->end && is_blank(*p))
		p++;
	return p != t->end ? p : fail(t, p, SKIM_MORE);
}

/* The next byte of a string that is quote, backslash, control or not ASCII. */
static inline const char *
plain(const char *p, const char *end)
{
	unsigned n;

	for (; end - p >= SCAN_STRING; p += n)
		if ((n = scan_string(p)) != SCAN_STRING)
			return p + n;
	while (p != end && *p != '"' && *p != '\\' && (signed char)*p >= 0x20)
		p++;
	return p;
}

/* A run of characters that are not ASCII. */
static const char *
multibyte(struct text *t, const char *p)
{
	while (p != t->end && (signed char)*p < 0) {
		const unsigned char *u = (const unsigned char *)p;
		unsigned n = u[0] >= 0xf0 ? 4 : u[0] >= 0xe0 ? 3 : 2, i;

		if (u[0] < 0xc2 || u[0] > 0xf4)
			return fail(t, p, SKIM_UTF8);
		for (i = 1; i < n; i++) {
			if (p + i == t->end)
				return fail(t, p + i, SKIM_MORE);
			if ((u[i] & 0xc0) != 0x80)
				return fail(t, p, SKIM_UTF8);
		}
		/* Overlong forms, surrogates, beyond U+10FFFF. */
		if ((u[0] == 0xe0 && u[1] < 0xa0) || (u[0] == 0xed && u[1] > 0x9f) ||
		    (u[0] == 0xf0 && u[1] < 0x90) || (u[0] == 0xf4 && u[1] > 0x8f))
			return fail(t, p, SKIM_UTF8);
		p += n;
	}
	return p;
}

static inline bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

static const char *
escape(struct text *t, const char *p)
{
	int i;

	if (++p == t->end)
		return fail(t, p, SKIM_MORE);
	if (*p != 'u')
		return memchr("\"\\/bfnrt", *p, 8) != NULL ? p + 1 : unexpected(t, p);
	for (i = 0, p++; i < 4; i++, p++)
		if (p == t->end || !is_hex(*p))
			return unexpected(t, p);
	return p;
}

/* The rest of a string, from behind its opening quote to behind the closing one. */
static const char *
string(struct text *t, const char *p, uint32_t *flags)
{
	while (p != NULL) {
		p = plain(p, t->end);
		if (p == t->end || (*p != '"' && *p != '\\' && (signed char)*p >= 0))
			return unexpected(t, p);
		if (*p == '"')
			return p + 1;
		if (*p == '\\') {
			*flags |= FIELD_ESCAPE;
			p = escape(t, p);
		} else {
			p = multibyte(t, p);
		}
	}
	return NULL;
}

static inline const char *
digits(struct text *t, const char *p)
{
	const char *from = p;

	while (p != t->end && *p >= '0' && *p <= '9')
		p++;
	return p != from ? p : unexpected(t, p);
}

static const char *
number(struct text *t, const char *p)
{
	if (*p == '-')
		p++;
	if (p != t->end && *p == '0')
		p++;
	else
		p = digits(t, p);
	if (p != NULL && p != t->end && *p == '.')
		p = digits(t, p + 1);
	if (p != NULL && p != t->end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p != t->end && (*p == '+' || *p == '-'))
			p++;
		p = digits(t, p);
	}
	return p;
}

static const char *
word(struct text *t, const char *p, const char *want)
{
	for (; *want != '\0'; want++, p++)
		if (p == t->end || *p != *want)
			return unexpected(t, p);
	return p;
}

static inline const char *
scalar(struct text *t, const char *p, uint32_t *flags)
{
	unsigned n;

	*flags = FIELD_JSON;
	switch (*p) {
	case '"':
		*flags |= FIELD_QUOTED;
		/* Most are short and plain. */
		if (t->end - ++p > SCAN_STRING && p[n = scan_string(p)] == '"')
			return p + n + 1;
		return string(t, p, flags);
	case 't':
		return word(t, p, "true");
	case 'f':
		return word(t, p, "false");
	case 'n':
		*flags |= FIELD_ABSENT;
		return word(t, p, "null");
	default:
		return number(t, p);
	}
}

/* A key and its colon, up to the value. */
static inline const char *
key(struct text *t, const char *p, struct field *f)
{
	f->raw = p;
	f->flags = FIELD_JSON | FIELD_QUOTED;
	if (*p != '"')
		return unexpected(t, p);
	if ((p = string(t, p + 1, &f->flags)) == NULL)
		return NULL;
	f->size = (uint32_t)(p - f->raw);
	if ((p = token(t, p)) == NULL)
		return NULL;
	return *p == ':' ? token(t, p + 1) : unexpected(t, p);
}

/* Behind an opening bracket or a comma: up to the next value, over its key if it has one. */
static inline const char *
item(struct text *t, const char *p, bool object, struct field *f)
{
	if ((p = token(t, p)) == NULL || !object)
		return p;
	return key(t, p, f);
}

static inline bool
is_close(const char *p, bool object)
{
	return *p == (object ? '}' : ']');
}

/* An object or array from its opening bracket; `around` levels are open already. */
static const char *
nest(struct text *t, const char *p, unsigned around)
{
	unsigned depth = around;
	uint64_t objects = 0;
	uint32_t flags;
	struct field ignored;

	for (;;) {
		if (*p == '{' || *p == '[') {
			if (depth++ == MAX_DEPTH)
				return fail(t, p, SKIM_DEPTH);
			objects = objects << 1 | (*p == '{');
			if ((p = token(t, p + 1)) == NULL)
				return NULL;
			if (!is_close(p, objects & 1)) {
				if ((p = item(t, p, objects & 1, &ignored)) == NULL)
					return NULL;
				continue;
			}
		} else if ((p = scalar(t, p, &flags)) == NULL || (p = token(t, p)) == NULL) {
			return NULL;
		}
		while (is_close(p, objects & 1)) {
			objects >>= 1;
			if (--depth == around)
				return p + 1;
			if ((p = token(t, p + 1)) == NULL)
				return NULL;
		}
		if (*p != ',')
			return unexpected(t, p);
		if ((p = item(t, p + 1, objects & 1, &ignored)) == NULL)
			return NULL;
	}
}

static inline const char *
value(struct text *t, const char *p, unsigned around, struct field *f)
{
	f->raw = p;
	f->flags = FIELD_JSON | FIELD_NEST;
	p = *p == '{' || *p == '[' ? nest(t, p, around) : scalar(t, p, &f->flags);
	if (p != NULL)
		f->size = (uint32_t)(p - f->raw);
	return p;
}

/* Does the text go on as guessed, and then with a value?  Most objects do. */
static inline bool
goes_on(const struct text *t, const char *p, const struct skim_guess *g)
{
	size_t left = (size_t)(t->end - p);

	if (g->size <= 16 && left > 16)
		return (((word_load(p) ^ g->word[0]) & g->mask[0]) |
		    ((word_load(p + 8) ^ g->word[1]) & g->mask[1])) == 0 && !is_blank(p[g->size]);
	return left > g->size && memcmp(p, g->text, g->size) == 0 && !is_blank(p[g->size]);
}

/* The keys of the members that began as guessed. */
static void
fill_keys(struct skim *k)
{
	size_t i;

	for (i = 0; i < k->n; i++)
		k->key[i] = (struct field){ k->value[i].raw - k->guess[i].size,
			k->guess[i].key_size, k->guess[i].flags };
	k->guessed = false;
}

/* The key of the next member, up to its value. */
static inline const char *
member(struct text *t, const char *p, struct skim *k)
{
	if (k->guessed) {
		if (k->n < k->guesses && goes_on(t, p, &k->guess[k->n]))
			return p + k->guess[k->n].size;
		fill_keys(k);
	}
	return key(t, p, &k->key[k->n]);
}

/* The outermost object or array, item by item. */
static const char *
members(struct text *t, const char *p, bool object, struct skim *k)
{
	k->n = 0;
	k->guessed = object && k->guess != NULL;
	if ((p = token(t, p)) == NULL)
		return NULL;
	if (*p != (object ? '{' : '['))
		return unexpected(t, p);
	if ((p = token(t, p + 1)) == NULL)
		return NULL;
	while (!is_close(p, object) || k->n != 0) {
		if (k->n == k->room)
			return fail(t, p, SKIM_MEMBERS);
		if ((object && (p = member(t, p, k)) == NULL) ||
		    (p = value(t, p, 1, &k->value[k->n])) == NULL || (p = token(t, p)) == NULL)
			return NULL;
		k->n++;
		if (is_close(p, object))
			break;
		if (*p != ',')
			return unexpected(t, p);
		if ((p = token(t, p + 1)) == NULL)
			return NULL;
	}
	if (k->guessed && k->n != k->guesses)
		fill_keys(k);
	return p + 1;
}

static struct text
text_of(struct str s)
{
	struct text t = { .begin = s.n ? s.p : "", .result = SKIM_OK };

	t.bad = t.begin;
	t.end = t.begin + (s.n <= UINT32_MAX ? s.n : UINT32_MAX);
	return t;
}

static enum skim_result
finish(const struct text *t, const char *behind, size_t *used)
{
	*used = (size_t)((behind ? behind : t->bad) - t->begin);
	return t->result;
}

enum skim_result
skim_object(struct str s, struct skim *k, size_t *used)
{
	struct text t = text_of(s);

	return finish(&t, members(&t, t.begin, true, k), used);
}

enum skim_result
skim_array(struct str s, struct skim *k, size_t *used)
{
	struct text t = text_of(s);

	return finish(&t, members(&t, t.begin, false, k), used);
}

enum skim_result
skim_value(struct str s, size_t *used)
{
	struct text t = text_of(s);
	const char *p = token(&t, t.begin);
	struct field f;

	return finish(&t, p ? value(&t, p, 0, &f) : NULL, used);
}
