/*
 * format_csv_scan - the two passes over all the bytes; included by each way they are built.
 *
 * Cutting.  Most blocks of 64 bytes have neither quotes nor CRs, and nothing is done with them.
 * In others an opening quote must stand behind a separator or a closing quote, a closing one
 * before a separator, a quote or a line end; the first one that does not makes its record
 * irregular.  Where the last whole record ends is found from behind.
 *
 * The index of a chunk.  Offsets of all separators outside of quotes go into one array, and the
 * numbers of those that are line ends into another; a record is a run of the first array.  Blocks
 * that are not plain ASCII are seen on the way, and only they are looked at for UTF-8 and NUL.
 */
#ifndef RECORD_FORMAT_CSV_SCAN_H
#define RECORD_FORMAT_CSV_SCAN_H

#include "record/format_csv.h"
#include "value/text.h"

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
SCAN_PART size_t
last_end(const struct csv_rules *rules, const char *p, size_t end, uint64_t carry)
{
	while (end != 0) {
		size_t from = (end - 1) / SCAN_BLOCK * SCAN_BLOCK;
		struct scan_block b = scan_load(p + from);
		uint64_t all = scan_low((unsigned)(end - from));
		uint64_t quote = scan_bytes(&b, '"') & all, ends;

		/* Backwards: what it was before the block is what it is behind, less its quotes. */
		carry ^= scan_odd(scan_count(quote));
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

/* The first block from i on that is not passed over, n or behind it when there is none.  A loop of its own:
 * in a larger one the count would be kept in memory, and waited for. */
SCAN_PART size_t
pass_plain(const char *p, size_t i, size_t n, char eol, char other, uint64_t *lines)
{
	uint64_t count = 0;

	for (; i < n; i += SCAN_BLOCK) {
		struct scan_block b = scan_load(p + i);

		if (scan_either(&b, '"', other))
			break;
		count += scan_number(&b, eol);
	}
	*lines += count;
	return i;
}

SCAN_CLONES static struct csv_cut
find_cut(const struct csv_rules *rules, const char *p, size_t n, bool ended)
{
	struct csv_cut cut = { 0 };
	uint64_t carry = 0, before, odd;
	char other = rules->eol == '\n' ? '\r' : '\n';
	size_t i, last;

	for (i = 0; (i = pass_plain(p, i, n, rules->eol, other, &cut.lines)) < n; i += SCAN_BLOCK) {
		struct scan_block bytes = scan_load(p + i);
		struct block b = { .p = p + i, .left = n - i };
		uint64_t all;

		cut.lines += scan_number(&bytes, rules->eol);
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
			cut.good = last_end(rules, p, i + scan_first(odd), before ^
			    scan_odd(scan_count(b.quote & scan_low(scan_first(odd)))));
			cut.lines = scan_tally(p, cut.good, rules->eol);
			return cut;
		}
	}
	cut.odd = ended && carry != 0;
	cut.good = ended && !cut.odd ? n : last_end(rules, p, n, carry);
	/* In the same blocks: others would reach further behind the text. */
	last = cut.good / SCAN_BLOCK * SCAN_BLOCK;
	cut.lines -= scan_tally(p + last, i - last, rules->eol) -
	    scan_tally(p + last, cut.good - last, rules->eol);
	if (ended && cut.good == n && n != 0)
		cut.lines += p[n - 1] != rules->eol;
	return cut;
}

/* Blocks that are not plain, those in a row at once: what is before and behind them ends with a whole
 * character and begins with one, so none reaches out of them. */
static bool
are_clean(const char *p, uint32_t n, const uint32_t *block, const uint32_t *last)
{
	uint32_t from, end;

	while (block != last) {
		from = *block;
		do
			end = *block++ + SCAN_BLOCK;
		while (block != last && *block == end);
		end = end < n ? end : n;
		if (memchr(p + from, '\0', end - from) != NULL ||
		    !text_valid((struct str){ p + from, end - from }, NULL))
			return false;
	}
	return true;
}

/* The number of the separator that the first of the line ends is; `first` is the block's first. */
SCAN_PART uint32_t
number(uint32_t first, uint64_t separator, uint64_t eol)
{
	return first + scan_count(separator & scan_low(scan_first(eol)));
}

SCAN_CLONES WRAPS static void
build_index(const struct csv_rules *rules, struct csv_index *index, const char *p, uint32_t n)
{
	uint32_t *to = index->separator, *row = index->row, *inner = index->inner;
	uint32_t *foreign = index->foreign, first, i;
	/* Out of reach of what is written: they need not be loaded for each block. */
	const char line_end = rules->eol, delimiter = rules->delimiter;
	uint64_t carry = 0;

	for (i = 0; i < n; i += SCAN_BLOCK) {
		struct scan_block b = scan_load(p + i);
		uint64_t all = scan_low(n - i < SCAN_BLOCK ? n - i : SCAN_BLOCK);
		uint64_t quote = scan_bytes(&b, '"') & all;
		uint64_t eol = scan_bytes(&b, line_end) & all;
		uint64_t separator = eol | (scan_bytes(&b, delimiter) & all);

		*foreign = i;
		/* Behind the text there may be anything. */
		foreign += n - i < SCAN_BLOCK ? scan_unusual(&b) : scan_foreign(&b);
		if ((quote | carry) != 0) {
			uint64_t inside = scan_inside(quote, &carry);

			if ((eol & inside) != 0)
				inner = scan_spread(inner, eol & inside, i);
			eol &= ~inside;
			separator &= ~inside;
		}
		first = (uint32_t)(to - index->separator);
		to = scan_spread(to, separator, i);
		/* Half of the blocks have a line end, and which is anybody's guess, too. */
		*row = number(first, separator, eol | UINT64_C(1) << 63);
		row += eol != 0;
		for (eol &= eol - 1; eol != 0; eol &= eol - 1)
			*row++ = number(first, separator, eol);
	}
	if (n != 0 && p[n - 1] != line_end) {
		*row++ = (uint32_t)(to - index->separator);
		*to++ = n;
	}
	index->rows = (uint32_t)(row - index->row);
	index->inners = (uint32_t)(inner - index->inner);
	index->clean = are_clean(p, n, index->foreign, foreign);
}

#endif
