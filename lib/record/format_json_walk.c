/* format_json_walk - brackets and strings, and what may stand between records. */
#include "record/format_json_walk.h"
#include "base/word.h"

static void
lose(struct extent *x, bool at_line_end)
{
	x->lost = true;
	x->blanks = 0;
	x->front = at_line_end ? EXTENT_BLANKS : EXTENT_LINE;
}

/* One byte of lost ground; true before a line that begins a record, at its `{`. */
static bool
recover(struct extent *x, char c)
{
	if (c == '\n') {
		x->front = EXTENT_BLANKS;
		x->blanks = 0;
		return false;
	}
	if (x->front == EXTENT_LINE || c == '{')
		return x->front != EXTENT_LINE;
	if (c == ' ' || c == '\t') {
		if (x->front == EXTENT_BLANKS && ++x->blanks > x->indent)
			x->front = EXTENT_LINE;
	} else if (c == '}' || c == ']' || c == ',' || c == '[') {
		x->front = EXTENT_CLOSERS;
	} else if (c != '\r') {
		x->front = EXTENT_LINE;
	}
	return false;
}

/* One byte inside a string. */
static void
in_string(struct extent *x, char c)
{
	if (c == '\n')
		lose(x, true);
	else if (x->escape)
		x->escape = false;
	else if (c == '"')
		x->string = false;
	else
		x->escape = c == '\\';
}

/* One byte outside of strings. */
static void
in_brackets(struct extent *x, char c)
{
	switch (c) {
	case '"':
		x->string = true;
		break;
	case '{':
	case '[':
		x->objects = x->objects << 1 | (c == '{');
		x->depth++;
		break;
	case '}':
	case ']':
		/* Beyond 64 levels skim refuses it anyway. */
		if (x->depth <= 64 && (x->objects & 1) != (c == '}'))
			lose(x, false);
		x->objects >>= 1;
		x->done = --x->depth == 0 && !x->lost;
		break;
	}
}

size_t
format_json_walk_extent(struct extent *x, struct str s)
{
	size_t i = 0;

	while (i < s.n && !x->done) {
		if (x->lost) {
			x->done = recover(x, s.p[i]);
			if (x->done)
				break;
			i++;
		} else if (x->string) {
			if (!x->escape)
				i += word_plain(str_slice(s, i, s.n));
			if (i < s.n)
				in_string(x, s.p[i++]);
		} else {
			in_brackets(x, s.p[i++]);
		}
	}
	return i;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The end of something that is no object: an array, a string up to its line's end, a word. */
static size_t
bad_end(struct str s, size_t at, uint32_t indent)
{
	struct extent x = { .indent = indent };
	char c = s.p[at];

	if (c == '[')
		return at + format_json_walk_extent(&x, str_slice(s, at, s.n));
	if (memchr(",]}", c, 3) != NULL)
		return at + 1;
	if (c == '"') {
		for (at++; at < s.n && s.p[at] != '"' && s.p[at] != '\n'; at++)
			at += s.p[at] == '\\' && at + 1 < s.n && s.p[at + 1] != '\n';
		return at < s.n && s.p[at] == '"' ? at + 1 : at;
	}
	for (at++; at < s.n && !is_blank(s.p[at]); at++)
		if (memchr(",[]{}\"", s.p[at], 6) != NULL)
			break;
	return at;
}

static struct walk_item
bad(enum walk_state state, struct str s, size_t at, uint32_t indent)
{
	struct walk_item item = { WALK_BAD, at, bad_end(s, at, indent), "expected a JSON object",
		format_json_walk_after(state, s.p[at] == '}') };

	if (s.p[at] == ']' && state == WALK_COMMA) {
		item.reason = "a comma before the end of the array";
		item.next = WALK_LOOSE;
	} else if (s.p[at] == ',' && state != WALK_LOOSE) {
		item.reason = "a comma too many";
		item.next = state;
	}
	return item;
}

struct walk_item
format_json_walk(enum walk_state *state, struct str s, size_t at, uint32_t indent)
{
	for (; at < s.n; at++) {
		char c = s.p[at];

		if (is_blank(c))
			continue;
		if (c == '{')
			return (struct walk_item){ WALK_OBJECT, at, at,
				*state == WALK_VALUE ? "expected a comma before this object" : NULL,
				*state };
		if (c == '[' && *state == WALK_LOOSE)
			*state = WALK_FIRST;
		else if (c == ',' && (*state == WALK_VALUE || *state == WALK_BROKEN))
			*state = WALK_COMMA;
		else if (c == ']' && *state != WALK_LOOSE && *state != WALK_COMMA)
			*state = WALK_LOOSE;
		else
			return bad(*state, s, at, indent);
	}
	return (struct walk_item){ WALK_END, s.n, s.n, NULL, *state };
}

enum walk_state
format_json_walk_after(enum walk_state state, bool broken)
{
	return state == WALK_LOOSE ? WALK_LOOSE : broken ? WALK_BROKEN : WALK_VALUE;
}
