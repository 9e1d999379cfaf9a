/*
 * memo - one cache line an entry, and a key held as words.
 *
 *	raw  "head of sales"    13 bytes: word[0] = bytes 0..7, word[1] = bytes 5..12
 *
 * The last word is loaded so that it ends with the last byte, overlapping its neighbour; so
 * nothing is read beyond the field, nothing has to be padded, and, the size being equal, equal
 * words are equal bytes.  The same words are hashed and compared, so the bytes are read once.
 */
#include <stdlib.h>

#include "lead/memo.h"

enum { WORDS = MEMO_KEY / 8 };

struct entry {
	uint64_t meta;                  /* size and flags, see meta_of; 0: empty */
	int64_t answer;
	uint64_t word[WORDS];
};

struct memo {
	struct entry entry[MEMO_ENTRIES];
};

static inline uint64_t
load8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

static inline uint32_t
load4(const char *p)
{
	uint32_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* Up to seven bytes in one word. */
static inline uint64_t
load_short(const char *p, uint32_t n)
{
	if (n >= 4)
		return (uint64_t)load4(p) << 32 | load4(p + n - 4);
	if (n == 0)
		return 0;
	return (uint64_t)(unsigned char)p[0] << 16 | (uint64_t)(unsigned char)p[n / 2] << 8 |
	    (uint64_t)(unsigned char)p[n - 1];
}

/* How many words the field makes. */
static inline unsigned
load(struct field f, uint64_t word[WORDS])
{
	unsigned n = 0;
	uint32_t at;

	if (f.size < 8) {
		word[0] = load_short(f.raw, f.size);
		return 1;
	}
	for (at = 0; at + 8 < f.size; at += 8)
		word[n++] = load8(f.raw + at);
	word[n++] = load8(f.raw + f.size - 8);
	return n;
}

/* Flags say how to read the bytes, so they are part of the key.  Never 0, which is empty. */
static inline uint64_t
meta_of(struct field f)
{
	return (uint64_t)f.size << 32 | (uint64_t)f.flags << 1 | 1;
}

static inline uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

static struct memo *
table(struct lead *l, uint32_t memo)
{
	if (l->memo[memo] == NULL) {
		l->memo[memo] = calloc(1, sizeof *l->memo[memo]);
		if (l->memo[memo] == NULL) {
			arena_no_memory();
			abort();
		}
	}
	return l->memo[memo];
}

int64_t *
memo_find(struct lead *l, uint32_t memo, struct field f)
{
	uint64_t word[WORDS], meta = meta_of(f), hash = meta, differ;
	struct entry *e;
	unsigned i, n;

	if (f.size > MEMO_KEY)
		return NULL;
	n = load(f, word);
	for (i = 0; i < n; i++)
		hash = mix(hash, word[i]);
	e = &table(l, memo)->entry[hash >> 54];
	differ = e->meta ^ meta;
	for (i = 0; i < n; i++)
		differ |= e->word[i] ^ word[i];
	if (differ != 0) {
		e->meta = meta;
		e->answer = MEMO_NEW;
		memcpy(e->word, word, n * sizeof *word);
	}
	return &e->answer;
}

void
memo_free(struct lead *l)
{
	uint32_t i;

	for (i = 0; i < l->schema->memos; i++) {
		free(l->memo[i]);
		l->memo[i] = NULL;
	}
}
