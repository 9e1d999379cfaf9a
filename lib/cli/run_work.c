/*
 * run_work - one pass over one input, or the parts of what is written last, on one thread or many.
 *
 *	        ┌─► cut ─► ticket ─► chunk ──► run_record_chunk ──► batch ─┐
 *	hand ───┤   (one at a time)           (all at once)              ├─► in order of tickets:
 *	        └──────────────◄── a free batch ◄── commit ◄──────────────┘   whoever comes first
 *
 * A hand that has finished a batch whose turn has not come leaves it in `waiting` and goes on;
 * whoever brings the batch that is due commits it and all that follow it.  There are two
 * batches a hand, so a slow writer stops nobody before the second.
 *
 * The calling thread is the first hand.  The others start once the input has turned out to be
 * longer than a block.
 */
#include <stdlib.h>

#include "cli/run_impl.h"

enum { BATCHES_A_HAND = 2, STACK = 512 * 1024 };

struct run_work {
	struct run *run;
	struct run_input *input;
	enum run_pass pass;
	uint64_t parts;                 /* RUN_PARTS: a ticket each */

	pthread_mutex_t cutting;        /* guards the reader and what follows */
	uint64_t tickets;
	uint64_t bytes;                 /* cut so far */
	unsigned started;               /* hands at work */
	bool ended;                     /* nothing more to cut */
	struct err cut_error;
	bool cut_failed;

	pthread_mutex_t order;          /* guards what follows */
	pthread_cond_t freed;
	struct run_batch *free;
	struct run_batch **waiting;     /* by ticket, modulo their number */
	size_t count;
	uint64_t turn;                  /* the ticket to be committed next */
	bool committing;
	bool failed;                    /* a commit failed: no more is cut or committed */
	struct err error;
};

static void	*labour(void *hand);

static int
commit_part(struct run *run, const struct run_batch *b, struct err *e)
{
	struct batch part = { .out = buf_text(&b->out), .notes = buf_text(&b->notes) };

	if (b->failed) {
		*e = b->error;
		return -1;
	}
	return run->tool->deliver(run, &part, e) < 0 ? -1 : sink_error(run->out, e);
}

/* Sums and outputs of one batch, in input order. */
static int
commit(struct run_work *w, struct run_batch *b, struct err *e)
{
	struct run *run = w->run;
	struct run_state *state = run->state;
	const struct str *key = (const struct str *)(const void *)b->keys.p;
	struct batch rows = {
		.out = buf_text(&b->out), .row = (const size_t *)(const void *)b->rows.p,
		.kept = b->kept, .notes = buf_text(&b->notes), .first = state->ledger.n.read,
		.file = w->input->name
	};
	size_t i;

	if (w->pass == RUN_SURVEY) {
		state->surveyed += b->n.read;
		w->input->doubt = w->input->doubt || b->doubt;
		w->input->last = b->last != 0 ? b->last : w->input->last;
		w->input->footer = b->footer != 0 ? b->footer : w->input->footer;
		for (i = 0; i < b->keys.n / sizeof *key; i++)
			map_add(&state->keys, key[i]);
		if (state->keys.count > FORMAT_MAX_COLUMNS)
			return err_set(e, ERR_INPUT, (struct place){ .file = rows.file },
			    "more than %d different keys", FORMAT_MAX_COLUMNS);
		return 0;
	}
	diag_release(&state->diag, &b->said);
	if (w->input->reference && b->n.rejected != 0)
		return err_set(e, ERR_INPUT, (struct place){ .file = rows.file },
		    "a record of this file was refused, and it has to be whole: nothing is written");
	if (w->input->reference)
		b->n.read = 0;
	run_ledger_add(run, &b->n);
	run_refused_write(run, buf_text(&b->refused));
	if (run->tool->commit != NULL) {
		if (run->tool->commit(run, &rows, e) < 0)
			return -1;
	} else if (rows.kept != 0) {
		run_pass(run, &rows);
	}
	run_ledger_progress(run);
	if (sink_error(run->out, e) < 0)
		return -1;
	return run_ledger_limit(run, false, e);
}

static struct run_hand *
make_hand(struct run *run, struct err *e)
{
	struct run_hand *h = arena_alloc(&run->arena, sizeof *h);
	size_t i;

	h->worker.run = run;
	h->keys.arena = &h->arena;
	h->own = arena_array(&run->arena, run->state->own_count + 1, sizeof *h->own);
	h->rec = arena_array(&run->arena, LEAD_ROWS, sizeof *h->rec);
	for (i = 0; i < LEAD_ROWS; i++)
		h->rec[i].scratch = &h->scratch;
	if (run->tool->worker != NULL && run->tool->worker(&h->worker, e) < 0)
		return NULL;
	return h;
}

/* Let hand number w->started work on this input. */
static int
begin_hand(struct run_work *w, struct err *e)
{
	struct run_state *state = w->run->state;
	struct run_hand **h = &state->hand[w->started];

	if (*h == NULL && (*h = make_hand(w->run, e)) == NULL)
		return -1;
	if (w->pass != RUN_SURVEY && !(*h)->lead_ready) {
		lead_init(&(*h)->worker.lead, &(*h)->arena, &w->run->schema);
		(*h)->lead_ready = true;
	}
	(*h)->work = w;
	w->started++;
	if (w->pass == RUN_PARTS)
		return 0;
	(*h)->input = w->input;
	(*h)->worker.file = w->input->number;
	(*h)->shape = 0;
	(*h)->refed = reader_shape(w->input->reader) != NULL &&
	    run_refused_shape(reader_shape(w->input->reader));
	(*h)->split = split_new(&(*h)->pass, w->input->reader);
	return 0;
}

/* The calling thread is still the only one. */
static int
start_others(struct run_work *w, struct err *e)
{
	struct run_state *state = w->run->state;
	pthread_attr_t small;

	pthread_attr_init(&small);
	pthread_attr_setstacksize(&small, STACK);
	while (w->started < state->jobs) {
		struct run_hand *h;

		if (begin_hand(w, e) < 0)
			break;
		h = state->hand[w->started - 1];
		h->alone = pthread_create(&h->thread, &small, labour, h) != 0;
	}
	pthread_attr_destroy(&small);
	return w->started < state->jobs ? -1 : 0;
}

/* The next chunk, or part: 1, 0 at the end, -1. */
static int
cut(struct run_work *w, struct run_hand *h, struct err *e)
{
	bool parts = w->pass == RUN_PARTS, longer = parts ? w->tickets != 0 :
	    w->bytes >= w->run->state->block;
	int more = parts ? w->tickets < w->parts : reader_cut(w->input->reader, &h->chunk, e);

	if (more > 0 && longer && w->started < w->run->state->jobs && start_others(w, e) < 0)
		return -1;
	w->bytes += h->chunk.bytes;
	return more;
}

/* A batch, and a chunk to fill it from; false when there is no more to do. */
static bool
take(struct run_work *w, struct run_hand *h, uint64_t *ticket)
{
	int more = 0;

	pthread_mutex_lock(&w->cutting);
	pthread_mutex_lock(&w->order);
	while (w->free == NULL && !w->failed && !w->ended)
		pthread_cond_wait(&w->freed, &w->order);
	w->ended = w->ended || w->failed;
	if (!w->ended)
		w->free = (h->batch = w->free)->next;
	pthread_mutex_unlock(&w->order);
	if (!w->ended) {
		more = cut(w, h, &w->cut_error);
		w->cut_failed = more < 0;
		w->ended = more <= 0;
		*ticket = w->tickets;
		w->tickets += more > 0;
	}
	pthread_mutex_unlock(&w->cutting);
	return more > 0;
}

static void
release(struct run_work *w, struct run_batch *b)
{
	b->ready = false;
	b->next = w->free;
	w->free = b;
	pthread_cond_signal(&w->freed);
}

static void
give(struct run_work *w, struct run_batch *b, uint64_t ticket)
{
	struct err e;
	bool failed;

	pthread_mutex_lock(&w->order);
	w->waiting[ticket % w->count] = b;
	b->ready = true;
	while (!w->committing && (b = w->waiting[w->turn % w->count]) != NULL && b->ready) {
		w->committing = true;
		failed = w->failed;
		pthread_mutex_unlock(&w->order);
		if (!failed)
			failed = (w->pass == RUN_PARTS ? commit_part(w->run, b, &e) :
			    commit(w, b, &e)) < 0;
		pthread_mutex_lock(&w->order);
		if (failed && !w->failed) {
			w->failed = true;
			w->error = e;
			pthread_cond_broadcast(&w->freed);
		}
		w->waiting[w->turn % w->count] = NULL;
		w->turn++;
		w->committing = false;
		release(w, b);
	}
	pthread_mutex_unlock(&w->order);
}

static void *
labour(void *hand)
{
	struct run_hand *h = hand;
	uint64_t ticket;

	while (take(h->work, h, &ticket)) {
		if (h->work->pass == RUN_PARTS)
			run_record_part(h, ticket);
		else
			run_record_chunk(h, h->work->pass);
		give(h->work, h->batch, ticket);
	}
	return NULL;
}

static void
end_hand(struct run_hand *h)
{
	if (h->split != NULL)
		split_free(h->split);
	h->split = NULL;
	arena_free(&h->pass);
}

static int
work_all(struct run_work *w, struct arena *a, struct err *e)
{
	struct run_state *state = w->run->state;
	unsigned i;

	pthread_mutex_init(&w->cutting, NULL);
	pthread_mutex_init(&w->order, NULL);
	pthread_cond_init(&w->freed, NULL);
	w->count = state->batches;
	w->waiting = arena_array(a, w->count, sizeof *w->waiting);
	for (i = 0; i < state->batches; i++)
		release(w, &state->batch[i]);
	if (begin_hand(w, &w->error) < 0)
		w->failed = true;
	else
		labour(state->hand[0]);
	for (i = 0; i < w->started; i++) {
		if (i != 0 && !state->hand[i]->alone)
			pthread_join(state->hand[i]->thread, NULL);
		end_hand(state->hand[i]);
	}
	pthread_mutex_destroy(&w->cutting);
	pthread_mutex_destroy(&w->order);
	pthread_cond_destroy(&w->freed);
	if (!w->failed && !w->cut_failed)
		return 0;
	*e = w->failed ? w->error : w->cut_error;
	return -1;
}

int
run_work(struct run *run, struct run_input *in, enum run_pass pass, struct err *e)
{
	return work_all(&(struct run_work){ .run = run, .input = in, .pass = pass }, &in->arena, e);
}

int
run_parts(struct run *run, uint64_t parts, struct err *e)
{
	return work_all(&(struct run_work){ .run = run, .pass = RUN_PARTS, .parts = parts }, &run->arena,
	    e);
}

void
run_work_prepare(struct run *run)
{
	struct run_state *state = run->state;

	state->hand = arena_array(&run->arena, state->jobs, sizeof *state->hand);
	state->batches = state->jobs == 1 ? 1 : state->jobs * BATCHES_A_HAND;
	state->batch = arena_array(&run->arena, state->batches, sizeof *state->batch);
}

size_t
run_work_workers(const struct run *run, struct worker **list)
{
	size_t i, n = 0;

	for (i = 0; i < run->state->jobs; i++)
		if (run->state->hand[i] != NULL)
			list[n++] = &run->state->hand[i]->worker;
	return n;
}
