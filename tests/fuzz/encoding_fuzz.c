/*
 * Any bytes in any character set.  The first byte chooses the set, or the ladder; the second, how many bytes
 * a read takes, and that never shows.  What comes out is what iconv makes of the whole at once, and is
 * UTF-8; the ladder agrees with the same steps taken by hand; read once more, it is the same.
 */
#include <errno.h>
#include <iconv.h>

#include "../record_io.h"
#include "fuzz.h"
#include "record/encoding.h"
#include "value/text.h"

static const char *const charsets[] = { NULL, NULL, "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "WINDOWS-1252",
	"ISO-8859-15", "WINDOWS-1251", "MACINTOSH", "SHIFT_JIS", "EUC-JP", "ISO-2022-JP", "GB18030", "BIG5",
	"EUC-KR", "UTF-7", "KOI8-R", "IBM850", "WINDOWS-1258", "UTF-8" };
enum { CHARSETS = sizeof charsets / sizeof *charsets, UTF8 = 0, LADDER = 1 };

/* To the end: 0 or -1. */
static int
drain(struct source *s, struct buf *out)
{
	struct err e;
	ssize_t got;

	while ((got = source_read(s, buf_room(out, 300), 300, &e)) > 0)
		out->n += (size_t)got;
	return (int)got;
}

static int
load(struct str text, size_t choice, size_t read_size, struct buf *out, bool twice)
{
	struct source_options o = { .encoding = choice == UTF8 ? SOURCE_UTF8 : choice == LADDER ? SOURCE_LADDER :
		SOURCE_NAMED, .charset = charsets[choice], .read_size = read_size };
	struct arena a = { 0 };
	struct err e;
	struct source *s = source_open(&a, record_io_path(text), &o, &e);
	struct buf again = { 0 };
	int result = -1;

	if (s != NULL) {
		result = drain(s, out);
		if (twice && result == 0) {
			require(source_rewind(s, &e) == 0 && drain(s, &again) == 0);
			require(str_eq(buf_text(out), buf_text(&again)));
		}
		source_close(s, &e);
	}
	buf_free(&again);
	arena_free(&a);
	return result;
}

/* All of it at once; false: it has no meaning, or ends within a character. */
static bool
all_at_once(const char *charset, struct str text, struct buf *out)
{
	iconv_t way = iconv_open("UTF-8", charset);
	char *from = (char *)(uintptr_t)text.p, *to;
	size_t left = text.n, most = 16 * text.n + 64, room = most;
	bool good;

	require(way != (iconv_t)-1);
	to = buf_room(out, most);
	good = text.n == 0 || iconv(way, &from, &left, &to, &room) != (size_t)-1;
	good = good && iconv(way, NULL, NULL, &to, &room) != (size_t)-1;
	out->n += most - room;
	iconv_close(way);
	return good;
}

/* What the ladder says, by hand; `all` of its steps, or only those that need no more than a look. */
static const char *
climb(struct str text, bool all)
{
	struct str head = str_slice(text, 0, 512);
	size_t bom;
	const char *found = encoding_of_bom(head, &bom);

	if (found == NULL)
		found = encoding_of_nuls(head);
	return found ? found : !all || text_valid(text, NULL) ? "UTF-8" : "WINDOWS-1252";
}

/* glibc converts a mark at the front to U+FEFF, or, where the name leaves the order open, takes it. */
static struct str
without_mark(struct str s)
{
	return str_starts(s, STR("\xef\xbb\xbf")) ? str_slice(s, 3, s.n) : s;
}

static void
check(struct str text, size_t choice, int result, struct str got)
{
	const char *charset = charsets[choice];
	struct buf want = { 0 };

	if (encoding_binary(str_slice(text, 0, 512)) != NULL) {
		require(result != 0 && got.n == 0);
		return;
	}
	if (choice == LADDER || choice == UTF8)
		charset = climb(text, choice == LADDER);
	if (choice == UTF8 && strcmp(charset, "UTF-8") != 0) {
		require(result != 0 && got.n == 0);
	} else if (strcmp(charset, "UTF-8") == 0) {
		require(result == 0 && str_eq(got, without_mark(text)));
	} else if (all_at_once(charset, text, &want)) {
		require(result == 0 && str_eq(got, without_mark(buf_text(&want))));
		require(text_valid(got, NULL));
	} else {
		require(result != 0);
		require(str_starts(buf_text(&want), got) || str_starts(without_mark(buf_text(&want)), got));
	}
	buf_free(&want);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf whole = { 0 }, pieces = { 0 };
	struct str text = { (const char *)data + 2, size - 2 };
	size_t choice;
	int result;

	if (size < 2)
		return 0;
	choice = data[0] % CHARSETS;
	result = load(text, choice, 0, &whole, true);
	require(load(text, choice, data[1] % 20 + 1u, &pieces, false) == result);
	if (result == 0)
		require(str_eq(buf_text(&whole), buf_text(&pieces)));
	/* What is packed has no model. */
	if (!str_starts(text, STR("\x1f\x8b")))
		check(text, choice, result, buf_text(&whole));
	buf_free(&whole);
	buf_free(&pieces);
	return 0;
}
