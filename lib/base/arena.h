/*
 * arena - memory that dies together.
 *
 * There is no free for one object.  Running out of memory calls
 * arena_no_memory, which must not return; input-driven sizes are capped before
 * they get here, so no caller has an out-of-memory branch.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena_block;

struct arena {
	struct arena_block *blocks;     /* newest first */
	char *at;
	char *end;
};

/* What to do when there is no memory left; never returns.  Set once, before
 * threads start; abort() until then. */
extern void (*arena_no_memory)(void);

/* For memory from elsewhere: p as it is, unless it is NULL. */
void	*arena_got(void *p)
    __attribute__((returns_nonnull));

void	*arena_alloc(struct arena *a, size_t size);     /* zeroed, aligned for any type */
void	*arena_array(struct arena *a, size_t count, size_t size);       /* overflow-checked */
struct str arena_copy(struct arena *a, struct str s);   /* NUL-terminated behind its n bytes */
struct str arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Room for `size` bytes that is not zeroed and not aligned: for text. */
char	*arena_text(struct arena *a, size_t size);

/* Forget all, keep the newest block: as blocks double, a steady load soon allocates nothing. */
void	 arena_reset(struct arena *a);
void	 arena_free(struct arena *a);

#endif
