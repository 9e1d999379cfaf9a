/*
 * memo - what a field's raw bytes meant the last time they were seen.
 *
 * Leads repeat themselves: two million rows hold a few dozen titles.  A memo is a table of one
 * thread, a few places for each field, from a field as it stands in the file (bytes and flags) to a
 * whole number that depends on nothing else: the verdict of a condition, the points of a bin.
 *
 *	uint32_t memo = memo_want(schema);               once, while the plan is made
 *	...
 *	int64_t *known = memo_find(lead, memo, lead_field(lead, slot));
 *
 *	if (known != NULL && *known != MEMO_NEW)
 *		return *known;
 *	answer = the long way;
 *	if (known != NULL)
 *		*known = answer;
 *
 * A memo most of whose fields are new to it is of no use, and answers NULL from then on.
 */
#ifndef LEAD_MEMO_H
#define LEAD_MEMO_H

#include "base/word.h"
#include "lead/lead.h"

enum {
	MEMO_ENTRIES = 1024,
	MEMO_KEY = 48                   /* longer raw fields are not remembered */
};

#define MEMO_NEW INT64_MIN              /* no answer yet; no answer may be this number */
#define MEMO_NONE UINT32_MAX            /* never the number of a memo */

/* A memo of its own, in every lead that lead_init makes from the schema hereafter. */
static inline uint32_t
memo_want(struct schema *s)
{
	return s->memos++;
}

/* Where the answer for this field is kept, until the next memo_find in the same memo.
 * NULL: nothing is kept. */
int64_t	*memo_find(struct lead *l, uint32_t memo, struct field f);
/* The same for the field of a slot, quicker where that is CSV. */
static inline int64_t *memo_find_slot(struct lead *l, uint32_t memo, uint32_t slot);

/* The answers for that field of all records, MEMO_NEW where there is none yet: found one after the other,
 * of which none has to wait for another. */
void	 memo_find_rows(struct lead *l, uint32_t memo, uint32_t slot, int64_t answer[]);

/* Give back the tables of a lead; lead_free does. */
void	 memo_free(struct lead *l);

/* ---- how fields of regular CSV are looked up; nobody's business ---- */

enum { MEMO_WORDS = MEMO_KEY / 8 };

struct memo_entry {                     /* a cache line */
	uint64_t meta;                  /* size and flags, never 0; 0: empty */
	int64_t answer;
	uint64_t word[MEMO_WORDS];
};

struct memo {
	struct memo_entry entry[MEMO_ENTRIES];
	bool useless;                   /* not asked any more */
	bool wide;                      /* more than 16 bytes were seen: which are is anybody's guess */
	uint32_t missed;                /* fields that were not there, since ... */
	uint64_t since;                 /* ... this generation of the lead */
};

/* Of a key: its words are masked. */
#define MEMO_MASKED (UINT64_C(1) << 31)

extern const uint64_t memo_factor[MEMO_WORDS];
extern const char memo_ones[2 * MEMO_KEY];      /* n ones from n bytes before the middle on */

int64_t	*memo_find_field(struct lead *l, uint32_t memo, uint32_t slot);
int64_t	*memo_find_masked(const struct lead *l, struct memo *m, const char *p, uint64_t meta);
int64_t	*memo_find_other_pair(const struct lead *l, struct memo *m, struct memo_entry *e, uint64_t meta,
    uint64_t first, uint64_t last);

/* Up to 16 bytes.  What is rare is called last, so that what is not keeps to few registers. */
WRAPS static inline int64_t *
memo_find_pair(const struct lead *l, struct memo *m, uint64_t meta, uint64_t first, uint64_t last)
{
	uint64_t hash = (first + meta) * memo_factor[0] + last * memo_factor[1];
	struct memo_entry *e = &m->entry[hash >> 54];

	if (((e->meta ^ meta) | (e->word[0] ^ first) | (e->word[1] ^ last)) != 0)
		return memo_find_other_pair(l, m, e, meta, first, last);
	return &e->answer;
}

/* Up to 32 bytes, behind which as many can be read. */
WRAPS static inline int64_t *
memo_find_wide(const struct lead *l, struct memo *m, const char *p, uint32_t n)
{
	const char *mask = memo_ones + MEMO_KEY - n;
	uint64_t meta = (uint64_t)n << 32 | MEMO_MASKED | 1;
	uint64_t a = word_load(p) & word_load(mask), b = word_load(p + 8) & word_load(mask + 8);
	uint64_t c = word_load(p + 16) & word_load(mask + 16);
	uint64_t d = word_load(p + 24) & word_load(mask + 24);
	uint64_t hash = (a + meta) * memo_factor[0] + b * memo_factor[1] + c * memo_factor[2] +
	    d * memo_factor[3];
	struct memo_entry *e = &m->entry[hash >> 54];

	if (((e->meta ^ meta) | (e->word[0] ^ a) | (e->word[1] ^ b) | (e->word[2] ^ c) |
	    (e->word[3] ^ d)) != 0)
		return memo_find_masked(l, m, p, meta);
	return &e->answer;
}

/* Up to MEMO_KEY bytes, behind which as many can be read. */
static inline int64_t *
memo_find_raw(const struct lead *l, struct memo *m, const char *p, uint32_t n)
{
	uint64_t meta = (uint64_t)n << 32 | MEMO_MASKED | 1;
	const char *mask = memo_ones + MEMO_KEY - n;

	if (m->wide && n <= 32)
		return memo_find_wide(l, m, p, n);
	if (n > 16)
		return memo_find_masked(l, m, p, meta);
	return memo_find_pair(l, m, meta, word_load(p) & word_load(mask),
	    word_load(p + 8) & word_load(mask + 8));
}

static inline int64_t *
memo_find_slot(struct lead *l, uint32_t memo, uint32_t slot)
{
	const struct record *r = l->rec;
	struct memo *m = l->memo[memo];
	int32_t at = l->at[slot];
	const char *p;
	uint32_t n;

	if (at < 0 || r->field != NULL || m == NULL)
		return memo_find_field(l, memo, slot);
	p = record_place(r, (uint32_t)at, &n);
	return m->useless || n > MEMO_KEY ? NULL : memo_find_raw(l, m, p, n);
}

#endif
