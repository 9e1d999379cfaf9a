/*
 * run_ledger - where every record went.
 *
 * A row is written once the system has taken its last byte, so rows wait in `pending` with the
 * number of bytes of output at their end, until sink_bytes has passed it.
 */
#include "cli/run_impl.h"
#include "record/checksum.h"

enum { PROGRESS_EVERY = 250 /* ms */, PROGRESS_AFTER = 1000 };

void
run_ledger_add(struct run *run, const struct run_counts *n)
{
	struct run_counts *sum = &run->state->ledger.n;
	unsigned code;

	sum->read += n->read;
	sum->written += n->written;
	sum->merged += n->merged;
	sum->updated += n->updated;
	sum->filtered += n->filtered;
	sum->rejected += n->rejected;
	for (code = 0; code < REJECT_COUNT; code++)
		sum->refused[code] += n->refused[code];
	sum->blank += n->blank;
	sum->lines += n->lines;
	sum->bytes += n->bytes;
	sum->row_sum += n->row_sum;
}

void
run_ledger_taken(struct run *run)
{
	struct run_ledger *l = &run->state->ledger;
	const struct run_pending *row = (const struct run_pending *)(const void *)l->pending.p;
	size_t n = l->pending.n / sizeof *row, i;
	uint64_t taken = sink_bytes(run->out);

	for (i = 0; i < n && row[i].end <= taken; i++) {
		l->n.written += row[i].records;
		l->lines += row[i].lines;
		l->row_sum += row[i].row_sum;
	}
	if (i == 0)
		return;
	l->pending.n = (n - i) * sizeof *row;
	memmove(l->pending.p, row + i, l->pending.n);
}

/* What --summary says of a piece of the output. */
static void
audit(struct run_pending *piece, struct str text, bool row)
{
	const char *p = text.p, *end = str_end(text);

	piece->row_sum = row ? checksum_row(text) : 0;
	for (; p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
		piece->lines++;
}

/* Bytes for the sink.  `end` says where each of `pieces` ended before `dropped` bytes were taken off
 * the front; NULL: it is one piece, of `records`. */
static void
put(struct run *run, struct str text, const size_t *end, size_t dropped, uint64_t pieces,
    uint64_t records, bool row)
{
	struct run_ledger *l = &run->state->ledger;
	uint64_t before = l->put, i;
	struct run_pending *piece;
	size_t from = 0, to;

	l->put += text.n;
	sink_write(run->out, text.p, text.n);
	run_ledger_taken(run);
	if (l->pending.n == 0 && !l->audited && sink_bytes(run->out) == l->put) {
		l->n.written += end != NULL ? pieces : records;
		return;
	}
	piece = (struct run_pending *)(void *)buf_room(&l->pending, pieces * sizeof *piece);
	for (i = 0; i < pieces; i++, from = to) {
		to = end != NULL ? end[i] - dropped : text.n;
		piece[i] = (struct run_pending){ before + to, end != NULL ? 1 : records, 0, 0 };
		if (l->audited)
			audit(&piece[i], str_slice(text, from, to), row);
	}
	l->pending.n += pieces * sizeof *piece;
}

void
run_ledger_put(struct run *run, struct str text)
{
	put(run, text, NULL, 0, 1, 0, false);
}

void
run_ledger_rows(struct run *run, struct str rows, const size_t *end, uint64_t records)
{
	size_t before = rows.n;
	bool row = run->writer != NULL;

	if (rows.n == 0 && records == 0)
		return;
	run_begin(run);
	if (!run->state->any && row)
		rows = writer_first(run->writer, rows);
	run->state->any = true;
	put(run, rows, end, before - rows.n, end != NULL ? records : 1, records, row);
}

bool
run_ledger_balanced(const struct run *run)
{
	const struct run_counts *n = &run->state->ledger.n;

	return n->read == n->written + n->merged + n->filtered + n->rejected;
}

uint64_t
run_ledger_broken(const struct run *run)
{
	const struct run_counts *n = &run->state->ledger.n;

	return n->rejected - n->refused[REJECT_FOOTER];
}

/* A percentage is of all that was read, so it is only judged at the end. */
int
run_ledger_limit(struct run *run, bool ended, struct err *e)
{
	const struct run_limit *limit = &run->state->limit;
	const struct run_counts *n = &run->state->ledger.n;
	uint64_t broken = run_ledger_broken(run);

	if (!limit->given || (limit->percent && !ended) || (limit->percent ?
	    broken * RUN_LIMIT_SCALE <= limit->most * n->read : broken <= limit->most))
		return 0;
	return err_set(e, ERR_INPUT, PLACE_NONE,
	    "%llu of %llu records were refused, more than --max-rejects allows",
	    (unsigned long long)broken, (unsigned long long)n->read);
}

static void
member(struct buf *b, const char *name, uint64_t n)
{
	buf_printf(b, ", \"%s\": %llu", name, (unsigned long long)n);
}

/* The rejected by code: {"fields": 2, "footer": 3}. */
static void
by_code(struct buf *b, const struct run_counts *n)
{
	const char *comma = ", \"rejected_by\": {";
	unsigned code;

	for (code = 0; code < REJECT_COUNT; code++)
		if (n->refused[code] != 0) {
			buf_printf(b, "%s\"%s\": %llu", comma, reject_name[code],
			    (unsigned long long)n->refused[code]);
			comma = ", ";
		}
	buf_str(b, n->rejected ? STR("}") : STR(""));
}

static void
summary(struct run *run, struct buf *b)
{
	const struct run_ledger *l = &run->state->ledger;

	buf_printf(b, "{\"tool\": \"%s\"", run->tool->name);
	member(b, "read", l->n.read);
	member(b, "written", l->n.written);
	member(b, "merged", l->n.merged);
	member(b, "updated", l->n.updated);
	member(b, "filtered", l->n.filtered);
	member(b, "rejected", l->n.rejected);
	member(b, "blank", l->n.blank);
	if (l->n.preamble != 0)
		member(b, "preamble", l->n.preamble);
	member(b, "lines", l->n.lines);
	member(b, "bytes", l->n.bytes);
	buf_printf(b, ", \"row_sum\": \"%016llx\"", (unsigned long long)l->n.row_sum);
	member(b, "lines_written", l->lines);
	member(b, "bytes_written", run->out != NULL ? sink_bytes(run->out) : 0);
	buf_printf(b, ", \"row_sum_written\": \"%016llx\"", (unsigned long long)l->row_sum);
	by_code(b, &l->n);
	buf_str(b, buf_text(&l->totals));
	buf_str(b, STR("}\n"));
}

int
run_ledger_open(struct run *run, struct err *e)
{
	const char *path = run->state->option->summary.value;

	return path != NULL && (run->state->summary = sink_open(&run->arena, path, e)) == NULL ? -1 : 0;
}

int
run_ledger_summary(struct run *run, struct err *e)
{
	const struct opt_maybe *to = &run->state->option->summary;
	struct sink *s = run->state->summary;
	struct buf b = { 0 };
	int result = 0;

	if (!to->given)
		return 0;
	summary(run, &b);
	if (to->value == NULL) {
		diag_tell(&run->state->diag, buf_text(&b));
	} else if (s != NULL) {
		sink_write(s, b.p, b.n);
		result = sink_close(s, e);
	}
	buf_free(&b);
	return result;
}

void
run_ledger_progress(struct run *run)
{
	struct run_ledger *l = &run->state->ledger;
	uint64_t now;
	struct buf b = { 0 };

	if (!run->state->progress)
		return;
	now = run_process_clock();
	if (l->started == 0)
		l->started = now;
	if (now - l->started < PROGRESS_AFTER || now - l->drawn < PROGRESS_EVERY)
		return;
	l->drawn = now;
	diag_count(&b, l->n.read);
	buf_str(&b, STR(" records, "));
	diag_count(&b, l->n.bytes >> 20);
	buf_printf(&b, " MB, %llu s", (unsigned long long)((now - l->started) / 1000));
	diag_draw(&run->state->diag, buf_text(&b));
	buf_free(&b);
}
