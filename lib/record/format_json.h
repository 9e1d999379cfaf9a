/*
 * format_json - what cutting and splitting of JSON share; private to format_json*.c.
 */
#ifndef RECORD_FORMAT_JSON_H
#define RECORD_FORMAT_JSON_H

#include "record/format_impl.h"
#include "record/format_json_walk.h"

/* chunk.lane: a walk_state, or */
enum { LANE_REJECT = 16 };              /* chunk.reject says why; nothing to split */

/* reader.own */
struct json_input {
	enum walk_state state;          /* of what comes next */
	uint64_t column;                /* of the window's first byte */
	uint32_t indent;                /* of the line that the first record begins on */
};

extern const char format_json_too_long[];

/* Without blanks and line ends in front. */
struct str format_json_front(struct str s);

/* A place in a text, followed as one walks along. */
struct spot {
	size_t at;
	uint64_t line, column;
};

static inline void
spot_move(struct spot *s, const char *text, size_t to)
{
	const char *from = text + s->at, *end = text + to, *newline;

	while (from < end && (newline = memchr(from, '\n', (size_t)(end - from))) != NULL) {
		s->line++;
		s->column = 1;
		from = newline + 1;
	}
	s->column += (uint64_t)(end - from);
	s->at = to;
}

#endif
