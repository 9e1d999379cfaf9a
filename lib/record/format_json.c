/*
 * format_json - JSON and JSON Lines: where to cut.
 *
 * JSON Lines are cut at newlines only, as a string cannot hold one.  JSON is cut behind an
 * object at the top, found by brackets and strings; whether it is valid the splitter says.
 */
#include "record/format_json.h"
#include "record/skim.h"

const char format_json_too_long[] = "longer than a record may be (--max-record)";

struct str
format_json_front(struct str s)
{
	while (s.n != 0 && memchr(" \t\r\n", s.p[0], 4) != NULL)
		s = str_slice(s, 1, s.n);
	return s;
}

/* `{` and then what can only be JSON. */
static bool
begins_object(struct str s)
{
	struct str behind = format_json_front(str_slice(s, 1, s.n));

	return s.n != 0 && s.p[0] == '{' &&
	    (behind.n == 0 || behind.p[0] == '"' || behind.p[0] == '}');
}

/* JSON Lines: each line is an object, good or bad.  What goes on on the next line, or shares its
 * line with another object, is JSON. */
bool
format_json_sniff_lines(struct str head, bool whole)
{
	struct str s = format_json_front(head), line = str_slice(s, 0, str_find(s, '\n')), behind;
	size_t used;

	(void)whole;
	if (!begins_object(s))
		return false;
	if (skim_value(line, &used) == SKIM_OK) {
		behind = format_json_front(str_slice(line, used, line.n));
		return behind.n == 0 || behind.p[0] != '{';
	}
	behind = format_json_front(str_slice(s, line.n, s.n));
	return behind.n == 0 || (behind.p[0] != '"' && behind.p[0] != '}');
}

bool
format_json_sniff(struct str head, bool whole)
{
	struct str s = format_json_front(head), inside;
	size_t used;

	if (s.n == 0 || s.p[0] != '[')
		return begins_object(s);
	inside = format_json_front(str_slice(s, 1, s.n));
	if (inside.n == 0 || inside.p[0] == '{')
		return true;
	return whole && skim_value(s, &used) == SKIM_OK &&
	    format_json_front(str_slice(s, used, s.n)).n == 0;
}

int
format_json_open(struct reader *r, struct err *e)
{
	struct json_input *in = arena_alloc(r->arena, sizeof *in);
	struct str s = reader_window(r);
	size_t brace = str_find(s, '{'), line = brace, at;

	(void)e;
	while (line != 0 && s.p[line - 1] != '\n')
		line--;
	for (at = line; at < brace && (s.p[at] == ' ' || s.p[at] == '\t');)
		at++;
	in->indent = (uint32_t)(at - line);
	in->column = 1;
	r->own = in;
	return 0;
}

/* The next n bytes of the window: to the chunk, or passed over. */
static void
take(struct reader *r, struct chunk *c, size_t n, bool give)
{
	struct json_input *in = r->own;
	struct spot spot = { 0, 0, in->column };
	bool begins = n != 0 && in->column == 1;

	spot_move(&spot, r->text + r->at, n);
	in->column = spot.column;
	if (give)
		reader_give(r, c, n, spot.line);
	else
		reader_skip(r, c, n, spot.line);
	/* The chunk stands for the lines that begin in it; the last one needs no line end. */
	c->lines += begins;
	c->lines -= n != 0 && spot.column == 1;
}

/* The record that begins here does not fit: refuse it, in a chunk of its own. */
static void
refuse(struct reader *r, struct chunk *c)
{
	struct json_input *in = r->own;

	c->lane = LANE_REJECT;
	c->reject = (struct reject){ .code = REJECT_SIZE, .reason = str_of(format_json_too_long),
		.at = { source_name(r->source), r->line, in->column } };
}

/* Pass over a line of any length without holding it. */
static int
refuse_line(struct reader *r, struct chunk *c, struct err *e)
{
	struct str s;
	size_t newline;

	refuse(r, c);
	do {
		if (reader_fill(r, r->options.block, e) != 0)
			return -1;
		s = reader_window(r);
		newline = str_find(s, '\n');
		take(r, c, newline != s.n ? newline + 1 : s.n, false);
	} while (newline == s.n && s.n != 0);
	return 1;
}

/* Behind the last line that ends in the first `block` bytes, else behind the first line; 0: it
 * does not end. */
static size_t
whole_lines(struct str s, size_t block)
{
	size_t n = s.n < block ? s.n : block, more;

	while (n != 0 && s.p[n - 1] != '\n')
		n--;
	if (n != 0 || s.n <= block)
		return n;
	more = str_find(str_slice(s, block, s.n), '\n');
	return block + more != s.n ? block + more + 1 : 0;
}

int
format_json_cut_lines(struct reader *r, struct chunk *c, struct err *e)
{
	size_t want, n;
	struct str s;

	for (want = r->options.block;; want = 2 * s.n) {
		if (reader_fill(r, want, e) != 0)
			return -1;
		s = reader_window(r);
		if ((n = whole_lines(s, r->options.block)) != 0)
			break;
		if (s.n > r->options.max_record)
			return refuse_line(r, c, e);
		if (r->ended) {
			n = s.n;
			break;
		}
	}
	if (n == 0)
		return 0;
	c->column = 1;
	take(r, c, n, true);
	return 1;
}

/* Behind the last whole item of the window, at most about a block; *state goes along. */
static size_t
whole_items(struct reader *r, enum walk_state *state)
{
	struct json_input *in = r->own;
	struct str s = reader_window(r);
	enum walk_state next = *state;
	struct walk_item item;
	size_t end = 0;

	while (end < r->options.block) {
		item = format_json_walk(&next, s, end, in->indent);
		if (item.kind == WALK_OBJECT) {
			struct extent x = { .indent = in->indent };

			item.to = item.from +
			    format_json_walk_extent(&x, str_slice(s, item.from, s.n));
			item.next = format_json_walk_after(next, x.lost || !x.done);
			if (!x.done && !r->ended)
				break;
		} else if (item.kind == WALK_END || (item.to == s.n && !r->ended)) {
			break;
		}
		end = item.to;
		*state = next = item.next;
	}
	return end;
}

/* Pass over an item of any length without holding it. */
static int
refuse_item(struct reader *r, struct chunk *c, struct err *e)
{
	struct json_input *in = r->own;
	struct extent x = { .indent = in->indent };
	struct str s = reader_window(r);

	refuse(r, c);
	if (s.p[0] != '{' && s.p[0] != '[') {
		/* One endless word, which is told piece by piece. */
		take(r, c, s.n, false);
		return 1;
	}
	do {
		take(r, c, format_json_walk_extent(&x, s), false);
		if (reader_fill(r, r->options.block, e) != 0)
			return -1;
		s = reader_window(r);
	} while (!x.done && s.n != 0);
	in->state = format_json_walk_after(in->state, x.lost || !x.done);
	return 1;
}

/* Nothing but blanks, brackets and commas is left. */
static int
end_of_input(struct reader *r, struct chunk *c, struct err *e)
{
	struct json_input *in = r->own;

	format_json_walk(&in->state, reader_window(r), 0, in->indent);
	take(r, c, reader_window(r).n, false);
	if (in->state == WALK_LOOSE || in->state == WALK_BROKEN)
		return c->bytes != 0;
	return err_set(e, ERR_INPUT, (struct place){ source_name(r->source), r->line, in->column },
	    "the input ends inside the array: its end is missing");
}

int
format_json_cut(struct reader *r, struct chunk *c, struct err *e)
{
	struct json_input *in = r->own;
	struct walk_item item;
	size_t want, n;

	/* Twice as much each time, and more also where nothing but blanks was there. */
	for (want = r->options.block;; want = r->options.block + 2 * (r->n - r->at)) {
		if (reader_fill(r, want, e) != 0)
			return -1;
		c->lane = in->state;
		if ((n = whole_items(r, &in->state)) != 0)
			break;
		if (r->ended)
			return end_of_input(r, c, e);
		item = format_json_walk(&in->state, reader_window(r), 0, in->indent);
		take(r, c, item.from, false);
		if (item.kind != WALK_END && reader_window(r).n > r->options.max_record)
			return refuse_item(r, c, e);
	}
	c->line = r->line;
	c->column = in->column;
	take(r, c, n, true);
	return 1;
}
