/* list - a `;` separates when an even number of backslashes stands before it. */
#include "record/list.h"

/* How many backslashes end s. */
static size_t
backslashes(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[s.n - 1 - n] == '\\')
		n++;
	return n;
}

/* Where the first item ends: at a `;` that is not its own, or at the end. */
static size_t
item_end(struct str s)
{
	size_t at = str_find(s, ';');

	while (at != s.n && backslashes(str_slice(s, 0, at)) % 2 != 0)
		at += 1 + str_find(str_slice(s, at + 1, s.n), ';');
	return at;
}

/* An item as it stands in its cell, with the backslashes before each `;`, and before its end
 * when another item follows, halved. */
static struct str
decode(struct arena *a, struct str s, bool last)
{
	char *text = arena_text(a, s.n), *to = text;
	size_t at, run;

	while (s.n != 0) {
		at = str_find(s, ';');
		run = at == s.n && last ? 0 : backslashes(str_slice(s, 0, at));
		memcpy(to, s.p, at - run + run / 2);
		to += at - run + run / 2;
		if (at != s.n)
			*to++ = ';';
		s = str_slice(s, at + 1, s.n);
	}
	return (struct str){ text, (size_t)(to - text) };
}

bool
list_next(struct arena *a, struct str *rest, struct str *item)
{
	struct str s = *rest;
	bool last;

	if (s.n == SIZE_MAX)
		return false;
	*item = str_slice(s, 0, item_end(s));
	last = item->n == s.n;
	*rest = last ? (struct str){ s.p, SIZE_MAX } : str_slice(s, item->n + 1, s.n);
	if (str_find(*item, ';') != item->n || (!last && backslashes(*item) != 0))
		*item = decode(a, *item, last);
	return true;
}

static char *
put_item(char *to, struct str s, bool last)
{
	size_t at, run;

	while (s.n != 0) {
		at = str_find(s, ';');
		memcpy(to, s.p, at);
		to += at;
		if (at == s.n && last)
			break;
		run = backslashes(str_slice(s, 0, at));
		memset(to, '\\', run);
		to += run;
		if (at == s.n)
			break;
		*to++ = '\\';
		*to++ = ';';
		s = str_slice(s, at + 1, s.n);
	}
	return to;
}

void
list_add(struct buf *b, struct str item)
{
	char *to = put_item(buf_room(b, 2 * item.n + 1), item, false);

	*to++ = ';';
	b->n = (size_t)(to - b->p);
}

/* Backslashes before the `;` were doubled. */
void
list_end(struct buf *b, size_t start)
{
	if (b->n == start)
		return;
	b->n--;
	b->n -= backslashes(str_slice(buf_text(b), start, b->n)) / 2;
}

/* Items in which nothing separates, one behind the other; one look at all of them tells.  False:
 * there is such a one. */
static bool
join_plain(char *text, const struct str *item, size_t n, size_t *size)
{
	bool ends = false;              /* in a backslash, where another follows */
	char *to = text;
	size_t i;

	for (i = 0; i < n; i++) {
		if (i != 0)
			*to++ = ' ';
		if (item[i].n != 0)
			memcpy(to, item[i].p, item[i].n);
		to += item[i].n;
		ends |= i + 1 < n && item[i].n != 0 && to[-1] == '\\';
	}
	*size = (size_t)(to - text);
	if (ends || memchr(text, ';', *size) != NULL)
		return false;
	for (to = text, i = 0; i + 1 < n; i++) {
		to += item[i].n;
		*to++ = ';';
	}
	return true;
}

struct str
list_join(struct arena *a, const struct str *item, size_t n)
{
	char *text, *to;
	size_t i, size = 0;

	for (i = 0; i < n; i++)
		size += 2 * item[i].n + 1;
	to = text = arena_text(a, size);
	if (n != 0 && join_plain(text, item, n, &size))
		return (struct str){ text, size };
	for (i = 0; i < n; i++) {
		if (i != 0)
			*to++ = ';';
		to = put_item(to, item[i], i + 1 == n);
	}
	return (struct str){ text, (size_t)(to - text) };
}
