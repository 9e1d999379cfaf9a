/*
 * err - why something failed, and where.
 *
 * A function that can fail takes a struct err last and returns 0 or -1
 * (readers: 1, 0 at the end, -1).  On -1 the err is filled; otherwise it
 * is untouched, so one err serves a whole chain of calls.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdint.h>

enum err_kind {
	ERR_CONFIG = 2,         /* values are the exit status, see lead(7) */
	ERR_INPUT = 3,
	ERR_SYSTEM = 4,
	ERR_BUG = 5
};

struct place {
	const char *file;       /* NULL when no file is involved */
	uint64_t line;          /* 1-based; 0 when unknown */
	uint64_t column;        /* 1-based byte column; 0 when unknown */
};

struct err {
	enum err_kind kind;
	struct place at;
	char text[240];         /* one line, no trailing newline; "..." ends what was cut */
};

#define PLACE_NONE ((struct place){ 0 })

/* Fill *e and return -1, so that failing reads `return err_set(...)`. */
int	err_set(struct err *e, enum err_kind kind, struct place at,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* err_set with ERR_SYSTEM, "file: <what>: <strerror of errno>". */
int	err_system(struct err *e, const char *file, const char *what);

#endif
