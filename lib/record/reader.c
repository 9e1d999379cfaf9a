/*
 * reader - opening an input, and the window of bytes that are not cut yet.
 *
 * The bytes of a chunk are not copied when they are most of the window: the chunk takes the
 * window's memory, the window takes the chunk's old memory and the few bytes that are left.
 */
#include <stdlib.h>

#include "record/format_impl.h"

enum {
	BLOCK = 256 * 1024,
	MAX_RECORD = 1024 * 1024,
	MOST_RECORD = 1024 * 1024 * 1024        /* offsets in a chunk have 32 bits */
};

static char *
grown(char *text, size_t *room, size_t want)
{
	if (want <= *room)
		return text;
	text = arena_got(realloc(text, want + SCAN_BLOCK));
	/* Wide loads read the slack; it must not be anything by chance only. */
	memset(text + want, 0, SCAN_BLOCK);
	*room = want;
	return text;
}

int
reader_fill(struct reader *r, size_t want, struct err *e)
{
	size_t left = r->n - r->at;
	ssize_t got;

	if (left >= want || r->ended)
		return 0;
	if (r->at != 0)
		memmove(r->text, r->text + r->at, left);
	r->at = 0;
	r->n = left;
	r->text = grown(r->text, &r->room, want);
	while (r->n < r->room && !r->ended) {
		if ((got = source_read(r->source, r->text + r->n, r->room - r->n, e)) < 0)
			return -1;
		r->n += (size_t)got;
		r->ended = got == 0;
	}
	memset(r->text + r->n, 0, SCAN_BLOCK);
	return 0;
}

void
reader_skip(struct reader *r, struct chunk *c, size_t n, uint64_t lines)
{
	r->at += n;
	r->bytes += n;
	r->line += lines;
	if (c != NULL) {
		c->bytes += n;
		c->lines += lines;
	}
}

void
reader_give(struct reader *r, struct chunk *c, size_t n, uint64_t lines)
{
	size_t left = r->n - r->at - n;

	if (r->at == 0 && left < n) {
		char *text = r->text;
		size_t room = r->room;

		r->text = grown(c->text, &c->room, room);
		memcpy(r->text, text + n, left);
		r->room = c->room;
		r->n = left;
		c->text = text;
		c->room = room;
		reader_skip(r, c, n, lines);
		r->at = 0;
	} else {
		c->text = grown(c->text, &c->room, n);
		memcpy(c->text, r->text + r->at, n);
		memset(c->text + n, 0, SCAN_BLOCK);
		reader_skip(r, c, n, lines);
	}
	c->size = n;
}

static enum format
guess(const struct reader *r)
{
	struct str head = reader_window(r);
	int f;

	for (f = FORMAT_AUTO + 1; f < FORMAT_COUNT; f++)
		if (format_table[f].sniff != NULL && format_table[f].sniff(head, r->ended))
			return (enum format)f;
	return FORMAT_CSV;
}

static int
check(const struct read_options *options, struct err *e)
{
	char c = options->delimiter;

	if (options->max_record > MOST_RECORD)
		return err_set(e, ERR_CONFIG, PLACE_NONE, "a record may have at most 1 GiB");
	if (c == '"' || c == '\n' || c == '\r')
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "neither quote nor line end can be the delimiter");
	return 0;
}

struct reader *
reader_open(struct arena *a, struct source *s, const struct read_options *options, struct err *e)
{
	struct reader *r = arena_alloc(a, sizeof *r);

	if (check(options, e) != 0)
		return NULL;
	r->arena = a;
	r->source = s;
	r->options = *options;
	if (r->options.max_record == 0)
		r->options.max_record = MAX_RECORD;
	if (r->options.block == 0)
		r->options.block = BLOCK;
	r->line = 1;
	r->eol = STR("\n");
	r->format = options->from;
	if (reader_fill(r, BLOCK, e) == 0) {
		if (r->format == FORMAT_AUTO)
			r->format = guess(r);
		r->row = &format_table[r->format];
		if (r->row->open(r, e) == 0)
			return r;
	}
	reader_close(r);
	return NULL;
}

enum format
reader_format(const struct reader *r)
{
	return r->format;
}

char
reader_delimiter(const struct reader *r)
{
	return r->delimiter;
}

const struct shape *
reader_shape(const struct reader *r)
{
	return r->shape;
}

struct str
reader_header_raw(const struct reader *r)
{
	return r->header_raw;
}

struct str
reader_eol(const struct reader *r)
{
	return r->eol;
}

uint64_t
reader_preamble(const struct reader *r)
{
	return r->preamble;
}

void
reader_taken(const struct reader *r, uint64_t *lines, uint64_t *bytes)
{
	*lines = r->line - 1;
	*bytes = r->bytes;
}

int
reader_cut(struct reader *r, struct chunk *c, struct err *e)
{
	c->size = 0;
	c->line = r->line;
	c->lines = c->bytes = 0;
	c->shape = r->shape;
	c->lane = 0;
	return r->row->cut(r, c, e);
}

void
reader_close(struct reader *r)
{
	if (r->row != NULL && r->row->close != NULL)
		r->row->close(r);
	free(r->text);
	r->text = NULL;
}
