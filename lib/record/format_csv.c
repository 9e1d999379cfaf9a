/*
 * format_csv - cutting CSV into chunks of whole records.
 *
 * The window is scanned (format_csv_scan.h) for the first record that is not regular.
 *
 *	a,b LF c,"d LF e",f LF g,5'10",h LF i,j LF
 *	^----- regular ------^ ^- judged -^ ^----- the next chunk
 *
 * The chunk ends in front of the irregular record, which is the next chunk by itself.  So is
 * what comes out never depends on where reads and blocks end: a record is judged only when it
 * is all there, or longer than it may be, or the input ends in it.
 */
#include "record/format_csv.h"

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
	if (v->code == REJECT_QUOTE && v->bad_field < r->shape->count)
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
		struct csv_cut cut;
		size_t n;

		if (window.n <= want / 2) {
			if (reader_fill(r, want, e) != 0)
				return -1;
			window = reader_window(r);
		}
		if (window.n == 0)
			return 0;
		n = window.n < want ? window.n : want;
		if (n > most)
			n = most + 1;
		cut = own->scan->cut(&own->rules, window.p, n, r->ended && n == window.n && n <= most);
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
	own->scan = format_csv_scan_best();
	if (format_csv_sniff(r, &own->rules, e) != 0)
		return -1;
	own->judge = format_csv_strict_new(r->arena, &own->rules);
	return 0;
}

void
format_csv_close(struct reader *r)
{
	format_csv_strict_free(((struct csv_cutter *)r->own)->judge);
}
