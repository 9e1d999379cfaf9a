/*
 * clean_impl - what the files of clean share; private to lib/import.
 */
#ifndef IMPORT_CLEAN_IMPL_H
#define IMPORT_CLEAN_IMPL_H

#include "import/clean.h"
#include "lead/memo.h"

enum clean_verdict {
	CLEAN_SAME,                     /* it is canonical as it stands */
	CLEAN_REPAIRED,                 /* *out says how it is written */
	CLEAN_BLANK,                    /* it means unknown */
	CLEAN_UNREAD, CLEAN_UNDECIDED,  /* left as written */
	CLEAN_UNKNOWN,                  /* a word nobody knows */
	CLEAN_REFUSED                   /* the record must not be taken */
};

/*
 * Values come again and again: what they meant is remembered, by the thread.  An answer depends on
 * the text and the salt alone.
 */
enum {
	CLEAN_MEMO_PARTS = 4,           /* of those for hosts, which are so many that they would meet */
	CLEAN_MEMO_WORD = 0, CLEAN_MEMO_NAME, CLEAN_MEMO_PERSON, CLEAN_MEMO_HOST,
	CLEAN_MEMO_SITE = CLEAN_MEMO_HOST + CLEAN_MEMO_PARTS,
	CLEAN_MEMOS = CLEAN_MEMO_SITE + CLEAN_MEMO_PARTS
};

static inline int64_t *
clean_memo(struct clean *c, unsigned memo, struct str s, uint32_t salt)
{
	return s.n > MEMO_KEY || c->memory.memo == NULL ? NULL :
	    memo_find(&c->memory, memo, (struct field){ s.p, (uint32_t)s.n, salt });
}

static inline int64_t *
clean_memo_host(struct clean *c, unsigned memo, struct str s)
{
	return clean_memo(c, memo + s.n % CLEAN_MEMO_PARTS, s, 0);
}

#define CLEAN_ABSENT ((struct field){ .flags = FIELD_ABSENT })

/* clean_steps.c: get ready for records of that shape. */
void	clean_steps(struct clean *c, size_t file, const struct shape *s);
/* clean_email.c */
enum clean_verdict clean_email(struct clean *c, enum vocab_field f, struct str in, struct str *out);
/* clean_value.c: the parts of a cell that holds several values; false: there are no more. */
bool	clean_next(struct str *rest, struct str *part);
/* clean_value.c: one value of a field, trimmed and not empty. */
enum clean_verdict clean_value(struct clean *c, enum vocab_field f, struct str in, struct str *out,
    enum clean_kind *kind);
/* clean_derive.c: what follows from the other fields. */
void	clean_derive(struct clean *c, size_t file);

/* Keep what a field was in original_FIELD, when there is such a column. */
void	clean_keep(struct clean *c, enum vocab_field f, struct str in);
/* Give a field its value. */
void	clean_set(struct clean *c, enum vocab_field f, struct str value);
/* One that is FIELD_PLAIN. */
void	clean_set_plain(struct clean *c, enum vocab_field f, struct str value);

#endif
