/*
 * diag - lines on standard error.
 *
 * Whatever is shown passes through line(), so nothing a file or an argument holds reaches a
 * terminal raw.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/diag.h"
#include "value/text.h"

struct diag_entry {
	struct place at;
	uint32_t kind;                  /* MAP_NONE: lines as they are */
	struct str text;
};

void
diag_init(struct diag *d, const char *program)
{
	*d = (struct diag){ .program = program };
	d->kinds.arena = &d->arena;
}

void
diag_free(struct diag *d)
{
	map_free(&d->kinds);
	buf_free(&d->told);
	arena_free(&d->arena);
}

/* A reader of our stderr that went away must not end us: the output is worth more. */
static void
put(struct str s)
{
	const struct timespec at_once = { 0, 0 };
	sigset_t pipe, before;
	ssize_t n;

	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	pthread_sigmask(SIG_BLOCK, &pipe, &before);
	while (s.n != 0) {
		n = write(STDERR_FILENO, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		s = str_slice(s, (size_t)n, s.n);
	}
	if (s.n != 0 && errno == EPIPE && !sigismember(&before, SIGPIPE))
		while (sigtimedwait(&pipe, NULL, &at_once) < 0 && errno == EINTR)
			;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* Take the progress line off the screen. */
static void
clear(struct diag *d)
{
	if (d->drawn)
		put(STR("\r\033[K"));
	d->drawn = false;
}

static void
line(struct diag *d, struct buf *b)
{
	struct arena scratch = { 0 };
	struct buf out = { 0 };

	clear(d);
	buf_str(&out, text_visible(&scratch, buf_text(b)));
	buf_byte(&out, '\n');
	put(buf_text(&out));
	buf_free(&out);
	buf_free(b);
	arena_free(&scratch);
}

static void
place(struct buf *b, struct place at)
{
	if (at.file == NULL)
		return;
	buf_str(b, str_of(at.file));
	if (at.line != 0)
		buf_printf(b, ":%llu", (unsigned long long)at.line);
	if (at.line != 0 && at.column != 0)
		buf_printf(b, ":%llu", (unsigned long long)at.column);
	buf_str(b, STR(": "));
}

void
diag_say(struct diag *d, struct place at, struct str text)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s: ", d->program);
	place(&b, at);
	buf_str(&b, text);
	line(d, &b);
}

void
diag_error(struct diag *d, const struct err *e)
{
	diag_say(d, e->at, str_of(e->text));
}

void
diag_tell(struct diag *d, struct str lines)
{
	struct str part;
	struct buf b = { 0 };

	if (str_ends(lines, STR("\n")))
		lines.n--;
	while (str_split(&lines, '\n', &part)) {
		buf_str(&b, part);
		line(d, &b);
	}
}

void
diag_draw(struct diag *d, struct str text)
{
	struct buf b = { 0 };

	buf_printf(&b, "\r\033[K%s: %.*s", d->program, STR_ARG(text));
	put(buf_text(&b));
	buf_free(&b);
	d->drawn = true;
}

/* The counter of a kind; a kind not seen before gets one. */
static uint64_t *
counter(struct map *kinds, struct buf *told, uint32_t kind)
{
	if (kind * sizeof(uint64_t) >= told->n) {
		memset(buf_room(told, sizeof(uint64_t)), 0, sizeof(uint64_t));
		told->n = kinds->count * sizeof(uint64_t);
	}
	return (uint64_t *)(void *)told->p + kind;
}

void
diag_complain(struct diag *d, struct str kind, struct place at, struct str text)
{
	uint64_t *n;

	if (d->quiet)
		return;
	n = counter(&d->kinds, &d->told, map_add(&d->kinds, kind));
	if ((*n)++ < DIAG_SHOWN)
		diag_say(d, at, text);
}

void
diag_rest(struct diag *d)
{
	const uint64_t *told = (const uint64_t *)(const void *)d->told.p;
	uint32_t i;

	clear(d);
	for (i = 0; i < d->kinds.count; i++) {
		struct buf b = { 0 };

		if (told[i] <= DIAG_SHOWN)
			continue;
		buf_printf(&b, "%s: %.*s: … and ", d->program, STR_ARG(d->kinds.entry[i].key));
		diag_count(&b, told[i] - DIAG_SHOWN);
		buf_str(&b, STR(" more"));
		line(d, &b);
	}
}

static void
hold(struct diag_held *h, uint32_t kind, struct place at, struct str text)
{
	struct diag_entry entry = { at, kind, arena_copy(&h->arena, text) };

	buf_add(&h->entries, &entry, sizeof entry);
}

void
diag_hold(struct diag_held *h, struct str kind, struct place at, struct str text)
{
	uint32_t number;
	uint64_t *n;

	h->kinds.arena = &h->arena;
	number = map_add(&h->kinds, kind);
	n = counter(&h->kinds, &h->told, number);
	if ((*n)++ < DIAG_SHOWN)
		hold(h, number, at, text);
}

void
diag_hold_lines(struct diag_held *h, struct str lines)
{
	hold(h, MAP_NONE, PLACE_NONE, lines);
}

uint64_t
diag_held_of(const struct diag_held *h, struct str kind)
{
	uint32_t number = map_find(&h->kinds, kind);

	return number == MAP_NONE ? 0 : ((const uint64_t *)(const void *)h->told.p)[number];
}

void
diag_release(struct diag *d, struct diag_held *h)
{
	const struct diag_entry *entry = (const struct diag_entry *)(const void *)h->entries.p;
	const uint64_t *told = (const uint64_t *)(const void *)h->told.p;
	size_t i, n = h->entries.n / sizeof *entry;

	if (n == 0)
		return;
	for (i = 0; i < n; i++)
		if (entry[i].kind == MAP_NONE)
			diag_tell(d, entry[i].text);
		else
			diag_complain(d, h->kinds.entry[entry[i].kind].key, entry[i].at,
			    entry[i].text);
	for (i = 0; i < h->kinds.count && !d->quiet; i++)
		if (told[i] > DIAG_SHOWN)
			*counter(&d->kinds, &d->told, map_find(&d->kinds, h->kinds.entry[i].key)) +=
			    told[i] - DIAG_SHOWN;
	h->entries.n = h->told.n = 0;
	map_free(&h->kinds);
	h->kinds = (struct map){ .arena = &h->arena };
	arena_reset(&h->arena);
}

void
diag_held_free(struct diag_held *h)
{
	map_free(&h->kinds);
	buf_free(&h->told);
	buf_free(&h->entries);
	arena_free(&h->arena);
}

void
diag_count(struct buf *b, uint64_t n)
{
	char digits[32];
	size_t at = sizeof digits, i = 0;

	do {
		if (i != 0 && i % 3 == 0)
			digits[--at] = ',';
		digits[--at] = (char)('0' + n % 10);
		i++;
	} while ((n /= 10) != 0);
	buf_add(b, digits + at, sizeof digits - at);
}
