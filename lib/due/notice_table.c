/*
 * notice_table - columns as wide as what is in them, in the order of what matters.
 */
#include "due/notice.h"
#include "value/text.h"

enum column { STATE, WAIT, ACTION, WHO, COMPANY, REACH, OWNER, RULE, COLUMNS };

static const char *const heading[COLUMNS] = { "", "DUE", "DO", "LEAD", "COMPANY", "REACH", "OWNER",
	"RULE" };
enum { CELL_MOST = 32, GAP = 2 };

/* An action that is not there was not permitted. */
static void
cell(struct buf *b, const struct listing_item *i, enum column c, instant now)
{
	const struct str *t = i->facts->text;
	bool mail = str_search(t[LISTING_ACTION], STR("mail")) != SIZE_MAX;
	struct str reach = t[mail ? LISTING_EMAIL : LISTING_PHONE];

	switch (c) {
	case STATE:
		buf_str(b, i->facts->level != 0 ? STR("!!") : i->facts->overdue ? STR("!") : STR(""));
		break;
	case WAIT:
		listing_print_wait(b, i, now);
		break;
	case ACTION:
		buf_str(b, t[LISTING_ACTION].n ? t[LISTING_ACTION] : STR("(not permitted)"));
		break;
	case WHO:
		buf_str(b, t[LISTING_NAME].n ? t[LISTING_NAME] : t[LISTING_EMAIL].n ?
		    t[LISTING_EMAIL] : t[LISTING_ID]);
		break;
	case COMPANY:
		buf_str(b, t[LISTING_COMPANY]);
		break;
	case REACH:
		if (t[LISTING_ACTION].n != 0)
			buf_str(b, reach.n ? reach : t[mail ? LISTING_PHONE : LISTING_EMAIL]);
		break;
	case OWNER:
		buf_str(b, i->facts->level ? t[LISTING_ESCALATE] : t[LISTING_OWNER]);
		break;
	default:
		buf_str(b, t[LISTING_RULE]);
	}
}

/* Safe to show, and not longer than a cell may be. */
static struct str
visible(struct arena *a, struct str s)
{
	size_t n, shown = 0, at = 0;

	s = text_visible(a, s);
	if (text_width(s) <= CELL_MOST)
		return s;
	while (at < s.n) {
		text_first(str_slice(s, at, s.n), &n);
		shown = text_width(str_slice(s, 0, at + n));
		if (shown > CELL_MOST - 1)
			break;
		at += n;
	}
	return arena_printf(a, "%.*s…", (int)at, s.p);
}

/* How many columns there is room for, and how wide each is. */
static size_t
lay_out(const struct str *cells, size_t rows, unsigned room, size_t width[COLUMNS])
{
	size_t c, r, sum = 0;

	for (c = 0; c < COLUMNS; c++) {
		size_t most = strlen(heading[c]), any = c == STATE;

		for (r = 0; r < rows; r++) {
			size_t n = text_width(cells[r * COLUMNS + c]);

			any |= n;
			most = n > most ? n : most;
		}
		width[c] = any ? most : 0;
		if (room != 0 && c > WHO && sum + width[c] > room)
			break;
		sum += width[c] + (width[c] ? GAP : 0);
	}
	return c;
}

static void
print_row(struct buf *b, const struct str *cells, const size_t *width, size_t columns)
{
	size_t c, gap = 0, n;

	for (c = 0; c < columns; c++) {
		if (width[c] == 0)
			continue;
		for (; gap > 0 && cells[c].n != 0; gap--)
			buf_byte(b, ' ');
		n = text_width(cells[c]);
		buf_str(b, cells[c]);
		gap += width[c] - n + GAP;
	}
}

void
notice_table(struct buf *b, const struct notice *look)
{
	const struct listing *l = look->due;
	struct str *cells = arena_array(l->arena, (l->n + 1) * COLUMNS, sizeof *cells);
	size_t width[COLUMNS] = { 0 }, i, c, columns;
	struct buf one = { 0 };

	if (l->n == 0) {
		buf_str(b, notice_told(look) != 0 ? STR("Nobody new is waiting.\n") :
		    STR("Nobody is waiting.\n"));
		return;
	}
	for (i = 0; i <= l->n; i++)
		for (c = 0; c < COLUMNS; c++) {
			one.n = 0;
			if (i == 0)
				buf_str(&one, str_of(heading[c]));
			else
				cell(&one, listing_at(l, i - 1), (enum column)c, look->now);
			cells[i * COLUMNS + c] = visible(l->arena,
			    one.n ? arena_copy(l->arena, buf_text(&one)) : STR(""));
		}
	buf_free(&one);
	columns = lay_out(cells + COLUMNS, l->n, look->width, width);
	for (i = 0; i <= l->n; i++) {
		bool overdue = i != 0 && listing_at(l, i - 1)->facts->overdue;

		if (look->colour)
			buf_str(b, i == 0 ? STR("\033[1m") : overdue ? STR("\033[31m") : STR(""));
		print_row(b, cells + i * COLUMNS, width, columns);
		buf_str(b, look->colour && (i == 0 || overdue) ? STR("\033[0m\n") : STR("\n"));
	}
}
