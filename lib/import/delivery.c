/*
 * delivery - most leads are nobody else's: their rows are copied.
 *
 *	notes	{ counts, number of rows } end end … log
 */
#include "import/delivery.h"

enum { LEADS = 2048 };                  /* of a part */

struct work {
	const struct delivery *to;
	struct spool_view *view;
	struct record *rec;
	void *with;
	struct buf *out, *ends;
	struct buf log;
	struct delivery_part part;
};

uint64_t
delivery_parts(const struct delivery *d)
{
	return ((uint64_t)d->store->match.count + LEADS - 1) / LEADS;
}

static void
end_row(struct work *w)
{
	w->part.rows++;
	buf_add(w->ends, &w->out->n, sizeof w->out->n);
}

static void
put(struct work *w)
{
	pseudonym_put(w->to->pseudonym, w->to->store->layout, w->rec);
	writer_put(w->to->writer, w->out, w->rec);
	end_row(w);
}

static void
put_lead(struct work *w, const struct store_group *g)
{
	const struct delivery *d = w->to;

	w->part.merged += g->leads - 1;
	w->part.updated += g->master && g->changed;
	w->part.fresh += !g->master;
	if (d->log != NULL && g->leads > 1)
		merge_log_put(d->log, &w->log, d->store, w->rec, g);
	if (g->master) {        /* whatever is wanted: a master file loses nobody */
		w->part.masters += !d->mute;
		if (!d->mute)
			put(w);
	} else if (d->wanted != NULL && !d->wanted(w->with, w->rec)) {
		w->part.filtered++;
	} else if (d->mute) {
		w->part.counted++;
	} else {
		put(w);
	}
}

static int
deliver(struct work *w, uint32_t i, struct err *e)
{
	const struct delivery *d = w->to;
	struct store_group g;
	struct str row;
	uint32_t others;
	int alone = 0;

	if (store_elsewhere(d->store, i, &others)) {
		w->part.filtered += others;
		return 0;
	}
	if (d->wanted == NULL && d->pseudonym == NULL && !d->mute && writer_plain(d->writer))
		alone = store_alone(d->store, w->view, i, &row, e);
	if (alone > 0) {
		w->part.fresh++;
		buf_str(w->out, row);
		end_row(w);
	} else if (alone == 0) {
		arena_reset(w->rec->scratch);
		if ((alone = store_lead(d->store, w->view, i, w->rec, &g, e)) == 0 && g.leads != 0)
			put_lead(w, &g);
	}
	return alone < 0 ? -1 : 0;
}

int
delivery_make(const struct delivery *d, struct spool_view *v, uint64_t part, struct record *rec,
    void *with, struct buf *out, struct buf *notes, struct err *e)
{
	struct work w = { .to = d, .view = v, .rec = rec, .with = with, .out = out, .ends = notes };
	uint32_t i = (uint32_t)part * LEADS;
	size_t start = notes->n;
	int result = 0;

	rec->shape = d->store->layout->shape;
	buf_add(notes, &w.part, sizeof w.part);
	for (; i < d->store->match.count && i < (part + 1) * LEADS && result == 0; i++)
		result = deliver(&w, i, e);
	buf_str(notes, buf_text(&w.log));
	memcpy(notes->p + start, &w.part, sizeof w.part);
	buf_free(&w.log);
	return result;
}

void
delivery_read(struct str notes, struct delivery_part *p)
{
	memcpy(p, notes.p, sizeof *p);
	p->row = (const size_t *)(const void *)(notes.p + sizeof *p);
	p->log = str_slice(notes, sizeof *p + p->rows * sizeof *p->row, notes.n);
}
