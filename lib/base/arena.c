/*
 * arena - a list of blocks and a pointer into the newest.
 *
 *	blocks -> [ header | used ....... at | free ...... end ] -> older -> NULL
 *
 * Blocks double, so what is kept for long comes to lie in a few large ones; these ask for large
 * pages, of which a block takes hundreds where it would take a hundred thousand small ones.
 */
#define _DEFAULT_SOURCE                 /* madvise */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/arena.h"

enum { BLOCK = 16 * 1024, ALIGN = 16, PAGE = 2 << 20, LARGE = 2 * PAGE, MOST = 16 * PAGE };

struct arena_block {
	struct arena_block *older;
	size_t size;
	_Alignas(ALIGN) char data[];
};

void (*arena_no_memory)(void) = abort;

void *
arena_got(void *p)
{
	if (p == NULL)
		arena_no_memory();
	return p;
}

/* One that large pages fit into, if the system has them: that is only a wish. */
static struct arena_block *
large_block(size_t size)
{
	struct arena_block *block = arena_got(aligned_alloc(PAGE, size));

#ifdef MADV_HUGEPAGE
	madvise(block, size, MADV_HUGEPAGE);
#endif
	return block;
}

static void
grow(struct arena *a, size_t size)
{
	struct arena_block *block;
	size_t want = a->blocks ? a->blocks->size * 2 : BLOCK;

	if (want > MOST)
		want = MOST;
	if (want < size)
		want = size;
	if (want > SIZE_MAX / 2)
		arena_no_memory();
	want += sizeof *block;
	if (want >= LARGE) {
		want = (want + PAGE - 1) / PAGE * PAGE;
		block = large_block(want);
	} else {
		block = arena_got(malloc(want));
	}
	block->older = a->blocks;
	block->size = want - sizeof *block;
	a->blocks = block;
	a->at = block->data;
	a->end = block->data + block->size;
}

char *
arena_text(struct arena *a, size_t size)
{
	char *p;

	if ((size_t)(a->end - a->at) < size || a->at == NULL)
		grow(a, size);
	p = a->at;
	a->at += size;
	return p;
}

WRAPS void *
arena_alloc(struct arena *a, size_t size)
{
	size_t skip = (size_t)(-(uintptr_t)a->at & (ALIGN - 1));
	void *p;

	if (a->at == NULL || (size_t)(a->end - a->at) < skip ||
	    (size_t)(a->end - a->at) - skip < size) {
		grow(a, size);
		skip = 0;
	}
	a->at += skip;
	p = arena_text(a, size);
	return size ? memset(p, 0, size) : p;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		arena_no_memory();
	return arena_alloc(a, count * size);
}

struct str
arena_copy(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

struct str
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args, again;
	char *p;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		n = 0;
	p = arena_text(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

void
arena_reset(struct arena *a)
{
	struct arena_block *block;

	if (a->blocks == NULL)
		return;
	while ((block = a->blocks->older) != NULL) {
		a->blocks->older = block->older;
		free(block);
	}
	a->at = a->blocks->data;
	a->end = a->blocks->data + a->blocks->size;
}

void
arena_free(struct arena *a)
{
	while (a->blocks != NULL) {
		struct arena_block *block = a->blocks;

		a->blocks = block->older;
		free(block);
	}
	a->at = a->end = NULL;
}
