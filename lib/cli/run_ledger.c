/*
 * run_ledger - where every record went.
 *
 * A row is written once the system has taken its last byte, so rows wait in `pending` with the
 * number of bytes of output at their end, until sink_bytes has passed it.
 */
#include "cli/run_impl.h"

enum { PENDING_MOST = 32768, PROGRESS_EVERY = 250 /* ms */, PROGRESS_AFTER = 1000 };

void
run_ledger_add(struct run *run, const struct run_counts *n)
{
	struct run_counts *sum = &run->state->ledger.n;

	sum->read += n->read;
	sum->written += n->written;
	sum->merged += n->merged;
	sum->updated += n->updated;
	sum->filtered += n->filtered;
	sum->rejected += n->rejected;
	sum->blank += n->blank;
	sum->lines += n->lines;
	sum->bytes += n->bytes;
}

void
run_ledger_taken(struct run *run)
{
	struct run_ledger *l = &run->state->ledger;
	const struct run_pending *row = (const struct run_pending *)(const void *)l->pending.p;
	size_t n = l->pending.n / sizeof *row, i;
	uint64_t taken = sink_bytes(run->out);

	for (i = 0; i < n && row[i].end <= taken; i++)
		l->n.written += row[i].records;
	if (i == 0)
		return;
	l->pending.n = (n - i) * sizeof *row;
	memmove(l->pending.p, row + i, l->pending.n);
}

/* Bytes for the sink.  `end` says where each record ended before `dropped` bytes were taken off
 * the front; without it all of them end at the end. */
static void
put(struct run *run, struct str text, size_t dropped, const size_t *end, uint64_t records)
{
	struct run_ledger *l = &run->state->ledger;
	struct run_pending *row;
	uint64_t i, n = end != NULL ? records : records != 0;

	row = (struct run_pending *)(void *)buf_room(&l->pending, n * sizeof *row);
	for (i = 0; i < n; i++) {
		row[i].end = l->put + (end ? end[i] - dropped : text.n);
		row[i].records = end ? 1 : records;
	}
	l->pending.n += n * sizeof *row;
	l->put += text.n;
	sink_write(run->out, text.p, text.n);
	if (l->pending.n > PENDING_MOST * sizeof *row)
		run_ledger_taken(run);
}

void
run_ledger_put(struct run *run, struct str text)
{
	put(run, text, 0, NULL, 0);
}

void
run_ledger_rows(struct run *run, struct str rows, const size_t *end, uint64_t records)
{
	size_t before = rows.n;

	if (rows.n == 0 && records == 0)
		return;
	run_begin(run);
	if (!run->state->any && run->writer != NULL)
		rows = writer_first(run->writer, rows);
	run->state->any = true;
	put(run, rows, before - rows.n, end, records);
}

bool
run_ledger_balanced(const struct run *run)
{
	const struct run_counts *n = &run->state->ledger.n;

	return n->read == n->written + n->merged + n->filtered + n->rejected;
}

/* A percentage is of all that was read, so it is only judged at the end. */
int
run_ledger_limit(struct run *run, bool ended, struct err *e)
{
	const struct run_limit *limit = &run->state->limit;
	const struct run_counts *n = &run->state->ledger.n;

	if (!limit->given || (limit->percent && !ended) || (limit->percent ?
	    n->rejected * RUN_LIMIT_SCALE <= limit->most * n->read : n->rejected <= limit->most))
		return 0;
	return err_set(e, ERR_INPUT, PLACE_NONE,
	    "%llu of %llu records were refused, more than --max-rejects allows",
	    (unsigned long long)n->rejected, (unsigned long long)n->read);
}

static void
member(struct buf *b, const char *name, uint64_t n)
{
	buf_printf(b, ", \"%s\": %llu", name, (unsigned long long)n);
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
	member(b, "lines", l->n.lines);
	member(b, "bytes", l->n.bytes);
	buf_str(b, buf_text(&l->totals));
	buf_str(b, STR("}\n"));
}

static int
save(struct run *run, const char *path, struct str text, struct err *e)
{
	struct sink *s = sink_open(&run->arena, path, e);
	int result;

	if (s == NULL)
		return -1;
	sink_write(s, text.p, text.n);
	result = sink_close(s, e);
	return result;
}

int
run_ledger_summary(struct run *run, struct err *e)
{
	const struct opt_maybe *to = &run->state->option->summary;
	struct buf b = { 0 };
	int result = 0;

	if (!to->given)
		return 0;
	summary(run, &b);
	if (to->value == NULL)
		diag_tell(&run->state->diag, buf_text(&b));
	else
		result = save(run, to->value, buf_text(&b), e);
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
