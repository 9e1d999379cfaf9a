/* cell - copied as it is up to the first byte that needs care, which most cells do not have. */
#include "record/cell.h"
#include "record/guard.h"
#include "record/list.h"
#include "base/word.h"
#include "value/date.h"

static const struct str mark = { "\xef\xbb\xbf", 3 };

/* How many bytes at the front need no quotes. */
static size_t
csv_plain(struct str s, char delimiter, bool excel)
{
	size_t i = 0;
	uint64_t w, found;

	/* In front of a file it would be taken for its byte order mark. */
	if (s.n != 0 && s.p[0] == mark.p[0] && str_starts(s, mark))
		return 0;
	for (; !excel && s.n - i >= 8; i += 8) {
		w = word_load(s.p + i);
		found = (word_equal(w, delimiter) | word_equal(w, '"') | word_equal(w, '\n') |
			word_equal(w, '\r')) & ~w & WORD_HIGH;
		if (found != 0)
			return i + word_first(found);
	}
	/* Spreadsheets may take another delimiter than ours for the delimiter. */
	for (; i < s.n; i++)
		if (s.p[i] == delimiter || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r' ||
		    (excel && (s.p[i] == ',' || s.p[i] == ';' || s.p[i] == '\t')))
			break;
	return i;
}

/* Fewer than eight bytes in a word, some of them perhaps twice. */
static inline uint64_t
few(const char *p, size_t n)
{
	uint64_t w = WORD_EACH('a');
	uint32_t first, last;

	if (n >= 4) {
		memcpy(&first, p, sizeof first);
		memcpy(&last, p + n - 4, sizeof last);
		return (uint64_t)first << 32 | last;
	}
	while (n > 0)
		w = w << 8 | (unsigned char)p[--n];
	return w;
}

/* To be masked with WORD_HIGH: what may need quotes. */
static inline uint64_t
csv_special(uint64_t w, char delimiter)
{
	return (word_below(w, '\r' + 1) | word_equal(w, '"') | word_equal(w, delimiter)) & ~w;
}

/* Is it plain throughout?  That of most cells shows at once; false: they have to be looked at. */
static inline bool
csv_surely_plain(struct str s, char delimiter)
{
	uint64_t found = 0;
	size_t i;

	for (i = 0; i + 8 < s.n; i += 8)
		found |= csv_special(word_load(s.p + i), delimiter);
	found |= csv_special(s.n < 8 ? few(s.p, s.n) : word_load(s.p + s.n - 8), delimiter);
	return (found & WORD_HIGH) == 0 && (s.n == 0 || s.p[0] != mark.p[0]);
}

/* With a blank for every line end. */
static struct str
join_lines(struct arena *a, struct str s, uint64_t *joined)
{
	char *text, *to;
	size_t i;

	*joined = 0;
	if (str_find(s, '\n') == s.n && str_find(s, '\r') == s.n)
		return s;
	to = text = arena_text(a, s.n);
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			continue;
		*joined += s.p[i] == '\r' || s.p[i] == '\n';
		*to++ = s.p[i] == '\r' || s.p[i] == '\n' ? ' ' : s.p[i];
	}
	return (struct str){ text, (size_t)(to - text) };
}

uint64_t
cell_csv_text(struct buf *b, struct arena *scratch, const struct cell_style *style, struct str text)
{
	uint64_t joined = 0;
	bool guard, quote;
	size_t at;

	if (!style->excel && csv_surely_plain(text, style->delimiter)) {
		buf_str(b, text);
		return 0;
	}
	if (style->one_line)
		text = join_lines(scratch, text, &joined);
	guard = style->excel && guard_needed(text);
	quote = csv_plain(text, style->delimiter, style->excel) != text.n;
	if (quote)
		buf_byte(b, '"');
	if (guard)
		buf_byte(b, '\'');
	while (quote && (at = str_find(text, '"')) != text.n) {
		buf_add(b, text.p, at + 1);
		buf_byte(b, '"');
		text = str_slice(text, at + 1, text.n);
	}
	buf_str(b, text);
	if (quote)
		buf_byte(b, '"');
	return joined;
}

static void
put_bool(struct buf *b, bool value)
{
	buf_str(b, value ? STR("true") : STR("false"));
}

uint64_t
cell_csv(struct buf *b, struct arena *scratch, const struct cell_style *style, const struct cell *c)
{
	switch (c->kind) {              /* unreached: there are no other kinds */
	case CELL_NONE:
	case CELL_KEEP:
		break;
	case CELL_TEXT:
		return cell_csv_text(b, scratch, style, c->text);
	case CELL_LIST:
		return cell_csv_text(b, scratch, style,
		    list_join(scratch, c->item, (size_t)c->number));
	case CELL_JOINED:
		if (c->number == 0 || style->excel ||
		    (style->delimiter != ',' && style->delimiter != '\t'))
			return cell_csv_text(b, scratch, style, c->text);
		buf_str(b, c->text);
		break;
	case CELL_NUMBER:
		buf_int(b, c->number);
		break;
	case CELL_POINTS:
		number_print_points(b, c->number);
		break;
	case CELL_BOOL:
		put_bool(b, c->number != 0);
		break;
	case CELL_TIME:
		date_print(b, c->number);
		break;
	}
	return 0;
}

static void
put_escape(struct buf *b, char c)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt", hex[] = "0123456789abcdef";
	const char *at = memchr(from, c, sizeof from - 1);

	buf_byte(b, '\\');
	if (at != NULL) {
		buf_byte(b, to[at - from]);
	} else {
		buf_str(b, STR("u00"));
		buf_byte(b, hex[c >> 4]);
		buf_byte(b, hex[c & 15]);
	}
}

void
cell_json_text(struct buf *b, struct str text)
{
	size_t n;

	buf_byte(b, '"');
	while ((n = word_plain(text)) != text.n) {
		buf_add(b, text.p, n);
		put_escape(b, text.p[n]);
		text = str_slice(text, n + 1, text.n);
	}
	buf_str(b, text);
	buf_byte(b, '"');
}

static void
put_joined(struct buf *b, struct arena *scratch, struct str rest)
{
	struct str item;
	const char *comma = "";

	buf_byte(b, '[');
	if (rest.n == 0)
		rest.n = SIZE_MAX;
	for (; list_next(scratch, &rest, &item); comma = ",") {
		buf_str(b, str_of(comma));
		cell_json_text(b, item);
	}
	buf_byte(b, ']');
}

void
cell_json(struct buf *b, struct arena *scratch, const struct cell *c)
{
	int64_t i;

	switch (c->kind) {              /* unreached: there are no other kinds */
	case CELL_NONE:
	case CELL_KEEP:
		buf_str(b, STR("null"));
		break;
	case CELL_TEXT:
		cell_json_text(b, c->text);
		break;
	case CELL_LIST:
		buf_byte(b, '[');
		for (i = 0; i < c->number; i++) {
			if (i != 0)
				buf_byte(b, ',');
			cell_json_text(b, c->item[i]);
		}
		buf_byte(b, ']');
		break;
	case CELL_JOINED:
		put_joined(b, scratch, c->text);
		break;
	case CELL_NUMBER:
		buf_int(b, c->number);
		break;
	case CELL_POINTS:
		number_print_points(b, c->number);
		break;
	case CELL_BOOL:
		put_bool(b, c->number != 0);
		break;
	case CELL_TIME:
		buf_byte(b, '"');
		date_print(b, c->number);
		buf_byte(b, '"');
		break;
	}
}
