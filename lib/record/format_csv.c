/*
 * format_csv - cutting CSV into chunks of whole records.
 *
 * The window is scanned in blocks of 64 bytes.  Most blocks have neither quotes nor CRs, and
 * nothing is done with them.  In others an opening quote must stand behind a separator or a
 * closing quote, a closing one before a separator, a quote or a line end; the first one that
 * does not makes its record irregular.  Where the last whole record ends is found from behind.
 *
 *	a,b LF c,"d LF e",f LF g,5'10",h LF i,j LF
 *	^----- regular ------^ ^- judged -^ ^----- the next chunk
 *
 * The chunk ends in front of the irregular record, which is the next chunk by itself.  So is
 * what comes out never depends on where reads and blocks end: a record is judged only when it
 * is all there, or longer than it may be, or the input ends in it.
 */
#include "record/format_csv.h"

struct cut {
	size_t good;                    /* bytes of whole regular records */
	uint64_t lines;                 /* line ends in them */
	bool odd;                       /* the record behind them is not regular */
};

/* The structure of a block, and what is left of the text from its first byte on. */
struct block {
	const char *p;
	size_t left;
	uint64_t quote, eol, other, delimiter;
	uint64_t inside;                /* in quotes, the opening one too */
};

/* Which bytes stand before one of `mask`; `next` says it of the byte behind the block.  Of what
 * is behind the text nothing is known, so nothing is held against its last byte. */
SCAN_PART uint64_t
stands_before(const struct block *b, uint64_t mask, bool next)
{
	return mask >> 1 | (b->left > SCAN_BLOCK ? (uint64_t)next << 63 :
	    UINT64_C(1) << (b->left - 1));
}

/* Quotes of a block that are not where they may be.  `outside`: the block begins outside of
 * quotes; `first`: it begins a record. */
SCAN_PART uint64_t
odd_quotes(const struct csv_rules *rules, const struct block *b, bool outside, bool first)
{
	uint64_t open = b->quote & b->inside, close = b->quote & ~b->inside;
	uint64_t separator = (b->delimiter | b->eol) & ~b->inside;
	uint64_t may_open = (separator | close) << 1, may_close;
	char next = '"';

	/* Outside of quotes the byte before the block is what it looks like. */
	if (first || (outside && (b->p[-1] == rules->delimiter || b->p[-1] == rules->eol ||
	    b->p[-1] == '"')))
		may_open |= 1;
	if (b->left > SCAN_BLOCK)
		next = b->p[SCAN_BLOCK];
	may_close = stands_before(b, b->delimiter | b->eol | b->other | b->quote,
	    next == rules->delimiter || next == '\n' || next == '\r' || next == '"');
	return (open & ~may_open) | (close & ~may_close);
}

/* Line ends of the other kind outside of quotes; a CR may stand before a LF. */
SCAN_PART uint64_t
odd_line_ends(const struct csv_rules *rules, const struct block *b)
{
	uint64_t odd = b->other & ~b->inside;

	if (rules->eol == '\n' && odd != 0)
		odd &= ~stands_before(b, b->eol, b->left > SCAN_BLOCK && b->p[SCAN_BLOCK] == '\n');
	return odd;
}

/* Behind the last line end outside of quotes in p[0 .. end); 0: there is none.  `carry` tells
 * whether `end`, a multiple of the block or behind it, lies inside of quotes. */
static size_t
last_end(const struct csv_rules *rules, const char *p, size_t end, uint64_t carry)
{
	while (end != 0) {
		size_t from = (end - 1) / SCAN_BLOCK * SCAN_BLOCK;
		struct scan_block b = scan_load(p + from);
		uint64_t all = scan_low((unsigned)(end - from));
		uint64_t quote = scan_bytes(&b, '"') & all, ends;

		/* Backwards: what it was before the block is what it is behind, less its quotes. */
		carry ^= (uint64_t)0 - (scan_count(quote) & 1);
		end = from;
		ends = scan_bytes(&b, rules->eol) & all;
		if (ends != 0) {
			uint64_t state = carry;

			ends &= ~scan_inside(quote, &state);
		}
		if (ends != 0)
			return from + scan_last(ends) + 1;
	}
	return 0;
}

/* Find what can be cut from p[0 .. n), which begins a record; `ended`: n is the input's end. */
SCAN_CLONES static struct cut
scan(const struct csv_rules *rules, const char *p, size_t n, bool ended)
{
	struct cut cut = { 0 };
	uint64_t carry = 0, before, odd;
	char other = rules->eol == '\n' ? '\r' : '\n';
	size_t i;

	for (i = 0; i < n; i += SCAN_BLOCK) {
		struct scan_block bytes = scan_load(p + i);
		struct block b = { .p = p + i, .left = n - i };
		uint64_t all;

		if (!scan_either(&bytes, '"', other))
			continue;
		all = scan_low(b.left < SCAN_BLOCK ? (unsigned)b.left : SCAN_BLOCK);
		b.quote = scan_bytes(&bytes, '"') & all;
		b.eol = scan_bytes(&bytes, rules->eol) & all;
		b.other = scan_bytes(&bytes, other) & all;
		b.delimiter = scan_bytes(&bytes, rules->delimiter) & all;
		before = carry;
		b.inside = scan_inside(b.quote, &carry);
		odd = odd_line_ends(rules, &b);
		if (b.quote != 0)
			odd |= odd_quotes(rules, &b, before == 0, i == 0);
		if (odd != 0) {
			/* The irregular record begins behind the line end before the odd byte. */
			cut.odd = true;
			cut.good = last_end(rules, p, i + scan_first(odd), before ^ ((uint64_t)0 -
			    (scan_count(b.quote & scan_low(scan_first(odd))) & 1)));
			cut.lines = scan_tally(p, cut.good, rules->eol);
			return cut;
		}
	}
	cut.odd = ended && carry != 0;
	cut.good = ended && !cut.odd ? n : last_end(rules, p, n, carry);
	cut.lines = scan_tally(p, cut.good, rules->eol);
	if (ended && cut.good == n && n != 0)
		cut.lines += p[n - 1] != rules->eol;
	return cut;
}

/* What the cutter refuses itself: the splitter only passes it on. */
static void
refuse(struct reader *r, struct chunk *c, const struct csv_judged *v)
{
	c->lane = LANE_REFUSED;
	c->reject = (struct reject){
		.code = v->code,
		.reason = str_of(v->reason),
		.at = {
			.file = source_name(r->source),
			.line = c->line + v->bad_lines,
			.column = v->bad_column
		},
	};
	if (v->code == REJECT_QUOTE && r->shape != NULL && v->bad_field < r->shape->count)
		c->reject.column = r->shape->label[v->bad_field];
	if (v->skip) {
		/* Nobody holds a record of any size: only where it was is told. */
		reader_skip(r, c, v->size, v->lines);
		((struct csv_cutter *)r->own)->skipping = true;
	} else {
		reader_give(r, c, v->size, v->lines);
	}
}

/* Pass over the rest of a line that is too long; it counts for *c. */
static int
skip_line(struct reader *r, struct chunk *c, struct err *e)
{
	struct csv_cutter *own = r->own;

	while (own->skipping) {
		struct str window = reader_window(r);
		const char *p = window.n ? memchr(window.p, own->rules.eol, window.n) : NULL;

		if (p != NULL) {
			reader_skip(r, c, (size_t)(p - window.p) + 1, 1);
			own->skipping = false;
		} else {
			reader_skip(r, c, window.n, 0);
			if (reader_fill(r, r->options.block, e) != 0)
				return -1;
			own->skipping = r->n != r->at;
			if (!own->skipping)
				reader_skip(r, c, 0, 1);
		}
	}
	return 0;
}

int
format_csv_cut(struct reader *r, struct chunk *c, struct err *e)
{
	struct csv_cutter *own = r->own;
	size_t block = r->options.block, most = own->rules.most, want = block;

	for (;;) {
		struct str window = reader_window(r);
		struct csv_judged judged;
		enum csv_verdict verdict = CSV_MORE;
		struct cut cut;
		size_t n;

		if (window.n < want / 2 || want > block) {
			if (reader_fill(r, want, e) != 0)
				return -1;
			window = reader_window(r);
		}
		if (window.n == 0)
			return 0;
		n = window.n < want ? window.n : want;
		if (n > most)
			n = most + 1;
		cut = scan(&own->rules, window.p, n, r->ended && n == window.n && n <= most);
		if (cut.good != 0) {
			c->lane = LANE_REGULAR;
			reader_give(r, c, cut.good, cut.lines);
			return 1;
		}
		if (cut.odd || n > most)
			verdict = format_csv_strict_read(own->judge, window, r->ended, NULL, 0, &judged);
		if (verdict == CSV_RECORD) {
			c->lane = LANE_JUDGED;
			reader_give(r, c, judged.size, judged.lines);
			return 1;
		}
		if (verdict == CSV_REJECT) {
			refuse(r, c, &judged);
			return skip_line(r, c, e) == 0 ? 1 : -1;
		}
		/* Twice as much each time keeps the sum of all tries linear. */
		want = (window.n > want ? window.n : want) * 2;
	}
}

int
format_csv_open(struct reader *r, struct err *e)
{
	struct csv_cutter *own = arena_alloc(r->arena, sizeof *own);

	r->own = own;
	own->rules.lenient = r->options.lenient;
	own->rules.unwrap = r->options.unwrap;
	own->rules.most = r->options.max_record;
	if (format_csv_sniff(r, &own->rules, e) != 0)
		return -1;
	own->judge = format_csv_strict_new(r->arena, &own->rules);
	return 0;
}

void
format_csv_close(struct reader *r)
{
	struct csv_cutter *own = r->own;

	if (own != NULL)
		format_csv_strict_free(own->judge);
}
