/*
 * writer_layout - layouts by shape, shared by all threads.
 *
 * Found without a lock: a bucket is a list that only grows at its head.  Made under a lock.
 * Input that goes on inventing shapes cannot fill the memory: from some number on layouts are
 * made for one record and forgotten.
 */
#include <pthread.h>

#include "record/writer_impl.h"

enum { MOST_LAYOUTS = 4096, MOST_SLOTS = 1 << 16 };

/* Who makes one has the lock. */
struct writer_making {
	pthread_mutex_t lock;
	struct arena arena;
	uint32_t count, slots;
	atomic_bool full;               /* it will not take more */
};

struct writer_cache *
writer_layout_cache(struct arena *a)
{
	struct writer_cache *c = arena_alloc(a, sizeof *c);

	c->making = arena_alloc(a, sizeof *c->making);
	pthread_mutex_init(&c->making->lock, NULL);
	return c;
}

void
writer_layout_free(struct writer_cache *c)
{
	arena_free(&c->making->arena);
	pthread_mutex_destroy(&c->making->lock);
}

uint64_t
writer_joined(const struct writer *w)
{
	return atomic_load(&w->cache->joined);
}

static bool
same_labels(const struct shape *a, const struct shape *b)
{
	uint32_t i;

	if (a == b)
		return true;
	if (a->count != b->count)
		return false;
	for (i = 0; i < a->count; i++)
		if (!str_eq(a->label[i], b->label[i]))
			return false;
	return true;
}

/* The first slot for column `own` that stands for no column of the record yet. */
static struct slot *
own_slot(struct columns *c, uint32_t own)
{
	uint32_t i;

	for (i = 0; i < c->count; i++)
		if (c->slot[i].own && c->slot[i].at == own && c->slot[i].was == SLOT_NONE)
			return &c->slot[i];
	return NULL;
}

/* The header's columns, as they lie in records of shape s. */
static struct columns
resolve(struct arena *a, const struct writer *w, const struct shape *s)
{
	struct columns out = { .count = w->columns.count };
	struct slot *slot;
	uint32_t i, number;

	out.slot = arena_array(a, (size_t)out.count + 1, sizeof *out.slot);
	for (i = 0; i < out.count; i++) {
		out.slot[i] = w->columns.slot[i];
		out.slot[i].was = SLOT_NONE;
		if (!out.slot[i].own)
			out.slot[i].at = SLOT_NONE;
	}
	for (i = 0; i < s->count; i++) {
		if ((number = map_find(&w->names, s->label[i])) != MAP_NONE)
			out.slot[w->slot_of[number]].at = i;
		else if ((number = map_find(&w->own, s->name[i])) != MAP_NONE &&
		    (slot = own_slot(&out, number)) != NULL)
			slot->was = i;
	}
	return out;
}

static struct layout *
make(struct arena *a, const struct writer *w, const struct shape *s)
{
	struct layout *l = arena_alloc(a, sizeof *l);
	uint32_t i, *replaced;

	l->shape = s->id;
	if (w->header != NULL) {
		l->columns = resolve(a, w, s);
		l->splice = w->same && same_labels(s, w->header);
	} else {
		writer_select_columns(a, w, s, &l->columns, NULL);
		l->splice = true;
	}
	l->splice = l->splice && w->selection.count == 0 &&
	    !(w->options.own_first && w->options.own_count != 0);
	if (!l->splice)
		return l;
	l->added = s->count;
	l->replaced = replaced = arena_array(a, (size_t)s->count + 1, sizeof *replaced);
	for (i = 0; i < s->count; i++)
		if (l->columns.slot[i].own)
			replaced[l->replaced_count++] = i;
	return l;
}

const struct layout *
writer_layout_search(const struct writer *w, const struct shape *s, struct arena *scratch)
{
	struct writer_making *c = w->cache->making;
	_Atomic(const struct layout *) *bucket = &w->cache->bucket[s->id % WRITER_BUCKETS];
	const struct layout *l = atomic_load_explicit(bucket, memory_order_acquire);
	struct layout *made = NULL;

	for (; l != NULL; l = l->next)
		if (l->shape == s->id)
			return l;
	if (atomic_load_explicit(&c->full, memory_order_relaxed))
		return make(scratch, w, s);
	pthread_mutex_lock(&c->lock);
	if (c->count < MOST_LAYOUTS && c->slots < MOST_SLOTS) {
		made = make(&c->arena, w, s);
		made->next = atomic_load_explicit(bucket, memory_order_relaxed);
		c->count++;
		c->slots += made->columns.count;
		atomic_store_explicit(bucket, made, memory_order_release);
	} else {
		atomic_store_explicit(&c->full, true, memory_order_relaxed);
	}
	pthread_mutex_unlock(&c->lock);
	return made ? made : make(scratch, w, s);
}
