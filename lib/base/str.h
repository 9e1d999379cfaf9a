/*
 * str - a run of bytes that somebody else owns.
 *
 * A str is two words, passed by value.  It never owns memory, is never
 * NUL-terminated by promise, and may hold any byte.  {NULL, 0} is the
 * empty str and is a valid argument everywhere.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/wraps.h"

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).n, str_text(s)

static inline const char *
str_text(struct str s)
{
	return s.p ? s.p : "";
}

static inline struct str
str_of(const char *c_string)
{
	return (struct str){ c_string, c_string ? strlen(c_string) : 0 };
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
str_is(struct str a, const char *c_string)
{
	return str_eq(a, str_of(c_string));
}

/* The bytes from `from` up to, not including, `to`; both are clipped to s. */
static inline struct str
str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){ from ? s.p + from : s.p, to - from };      /* NULL + 0 is undefined */
}

/* Right behind its last byte: NULL + 0 is undefined. */
static inline const char *
str_end(struct str s)
{
	return s.n ? s.p + s.n : s.p;
}

/* Byte order: <0, 0, >0; a prefix comes first. */
int	str_cmp(struct str a, struct str b);

bool	str_starts(struct str s, struct str prefix);
bool	str_ends(struct str s, struct str suffix);

/* Where `byte` first stands, or s.n. */
size_t	str_find(struct str s, char byte);
/* Where `needle` first stands, or SIZE_MAX; an empty needle stands at 0. */
size_t	str_search(struct str s, struct str needle);

/* Take the part before `separator` off the front of *rest.  False once *rest
 * is used up; "a;;b" gives "a", "", "b", and "" gives one empty part. */
bool	str_split(struct str *rest, char separator, struct str *part);

/* ASCII only: without blanks (space, tab, CR, LF) at either end. */
struct str str_trim(struct str s);
/* ASCII only: the same bytes but for the case of A-Z. */
bool	str_eq_nocase(struct str a, struct str b);

/* The smallest number of single-byte edits, a neighbour swap counting as one
 * (Damerau, optimal string alignment), ignoring ASCII case.  For "did you mean". */
unsigned str_distance(struct str a, struct str b);
/* The entry of a NULL-ended list nearest to s, when near enough to be a slip
 * of the finger (at most a third of its letters differ), else NULL. */
const char *str_nearest(struct str s, const char *const *list);

#endif
