/*
 * encoding - iconv, a piece at a time.
 *
 * A piece may end in the middle of a character; what is left over waits in `held` and goes in
 * front of the next piece.
 */
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/arena.h"
#include "record/encoding.h"

enum { ROOM = 16 * 1024, KEPT = 4 };

struct encoding {
	iconv_t way;
	struct buf held;
	uint64_t taken;                 /* bytes converted so far, for messages */
	char name[64];
};

/* glibc, short of memory, may say EINVAL and knows better the next time. */
static iconv_t
look_up(const char *charset)
{
	iconv_t way = iconv_open("UTF-8", charset);

	if (way != (iconv_t)-1)
		return way;
	free(arena_got(malloc(ROOM)));
	return iconv_open("UTF-8", charset);
}

void
encoding_keep(const char *charset)
{
	/* The C library lets go of what nobody uses; these are used to the end.  Volatile, or they
	 * would be forgotten: only a look for leaks ever reads them. */
	static volatile iconv_t kept[KEPT];
	static size_t n;

	if (n == KEPT)
		return;
	kept[n] = look_up(charset);
	n += kept[n] != (iconv_t)-1;
}

struct encoding *
encoding_open(const char *charset, struct err *e)
{
	struct encoding *c;
	size_t n = strlen(charset);
	iconv_t way = look_up(charset);

	if (way == (iconv_t)-1) {
		err_set(e, ERR_CONFIG, PLACE_NONE, "unknown encoding \"%s\"", charset);
		return NULL;
	}
	c = arena_got(calloc(1, sizeof *c));
	c->way = way;
	memcpy(c->name, charset, n < sizeof c->name ? n : sizeof c->name - 1);
	return c;
}

/* Convert what is whole of `in`, and keep the rest in *in. */
static int
convert(struct encoding *c, struct str *in, struct buf *out, struct err *e)
{
	while (in->n != 0) {
		char *from = (char *)(uintptr_t)in->p, *to = buf_room(out, ROOM);
		size_t from_left = in->n, to_left = ROOM, done;
		size_t result = iconv(c->way, &from, &from_left, &to, &to_left);
		int why = errno;

		out->n += ROOM - to_left;
		done = in->n - from_left;
		c->taken += done;
		*in = str_slice(*in, done, in->n);
		if (result != (size_t)-1 || why == E2BIG)
			continue;
		if (why == EINVAL)
			return 0;
		return err_set(e, ERR_INPUT, PLACE_NONE,
		    "byte %llu has no meaning in %s (try another --encoding)",
		    (unsigned long long)c->taken + 1, c->name);
	}
	return 0;
}

int
encoding_convert(struct encoding *c, struct str in, bool last, struct buf *out, struct err *e)
{
	size_t held = c->held.n;
	struct str text;

	if (held != 0) {
		/* No character of any charset has 16 bytes: the first few finish the held one. */
		size_t more = in.n < 16 ? in.n : 16;

		buf_add(&c->held, in.p, more);
		text = buf_text(&c->held);
		if (convert(c, &text, out, e) != 0)
			return -1;
		if (text.n > more || (more == in.n && text.n != 0)) {
			/* Still not whole, or all of the new bytes are in it. */
			memmove(c->held.p, text.p, text.n);
			c->held.n = text.n;
			in = str_slice(in, more, in.n);
		} else {
			c->held.n = 0;
			in = str_slice(in, more - text.n, in.n);
		}
	}
	text = in;
	if (convert(c, &text, out, e) != 0)
		return -1;
	buf_str(&c->held, text);
	if (last) {
		/* Some charsets hold a letter back until they know that no accent follows. */
		char *to = buf_room(out, ROOM);
		size_t to_left = ROOM;

		iconv(c->way, NULL, NULL, &to, &to_left);
		out->n += ROOM - to_left;
	}
	if (last && c->held.n != 0)
		return err_set(e, ERR_INPUT, PLACE_NONE, "the input ends within a character of %s",
		    c->name);
	return 0;
}

void
encoding_close(struct encoding *c)
{
	if (c == NULL)
		return;
	iconv_close(c->way);
	buf_free(&c->held);
	free(c);
}

static bool
begins(struct str head, const char *bytes, size_t n)
{
	return head.n >= n && str_eq_nocase(str_slice(head, 0, n), (struct str){ bytes, n });
}

struct magic {
	const char *bytes;
	size_t n;
	const char *name;
};

const char *
encoding_of_bom(struct str head, size_t *size)
{
	static const struct magic bom[] = {     /* UTF-32LE begins as UTF-16LE does */
		{ "\xEF\xBB\xBF", 3, "UTF-8" },
		{ "\xFF\xFE\0\0", 4, "UTF-32LE" },
		{ "\0\0\xFE\xFF", 4, "UTF-32BE" },
		{ "\xFF\xFE", 2, "UTF-16LE" },
		{ "\xFE\xFF", 2, "UTF-16BE" },
	};
	size_t i;

	for (i = 0; i < sizeof bom / sizeof *bom; i++)
		if (begins(head, bom[i].bytes, bom[i].n)) {
			*size = bom[i].n;
			return bom[i].name;
		}
	return NULL;
}

const char *
encoding_of_nuls(struct str head)
{
	size_t nul[2] = { 0, 0 }, pairs = head.n / 2, i;

	for (i = 0; i < pairs * 2; i++)
		nul[i & 1] += head.p[i] == '\0';
	if (pairs < 2)
		return NULL;
	/* Most of a Western text is ASCII: one byte of nearly each pair is NUL, the other never. */
	if (nul[1] * 10 >= pairs * 7 && nul[0] * 20 <= pairs)
		return "UTF-16LE";
	if (nul[0] * 10 >= pairs * 7 && nul[1] * 20 <= pairs)
		return "UTF-16BE";
	return NULL;
}

const char *
encoding_binary(struct str head)
{
	static const struct magic binary[] = {
		{ "PK\3\4", 4, "a ZIP archive or Excel workbook (.xlsx)" },
		{ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "an old Excel workbook (.xls)" },
		{ "%PDF-", 5, "a PDF document" },
		{ "PAR1\x15", 5, "a Parquet file" },
		{ "SQLite format 3", 16, "an SQLite database" },
		{ "\x1F\x8B", 2, "gzip inside gzip" },
		{ "\x28\xB5\x2F\xFD", 4, "compressed with zstd" },
		{ "BZh91AY&SY", 10, "compressed with bzip2" },
		{ "\xFD" "7zXZ", 6, "compressed with xz" },
		{ "<?xml", 5, "an XML document" },
		{ "<!DOCTYPE", 9, "an HTML page" },
		{ "<html", 5, "an HTML page" },
		{ "{\\rtf", 5, "an RTF document" },
	};
	size_t i;

	for (i = 0; i < sizeof binary / sizeof *binary; i++)
		if (begins(head, binary[i].bytes, binary[i].n))
			return binary[i].name;
	return NULL;
}
