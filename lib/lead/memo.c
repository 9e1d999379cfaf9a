/*
 * memo - one cache line an entry, and a key held as words.
 *
 *	raw  "head of sales"    13 bytes: word[0] = bytes 0..7, word[1] = bytes 5..12
 *
 * The last word is loaded so that it ends with the last byte, overlapping its neighbour; so
 * nothing is read beyond the field, nothing has to be padded, and, the size being equal, equal
 * words are equal bytes.  The same words are hashed and compared, so the bytes are read once.
 * The hash is a sum of products, which a processor can work out side by side.
 *
 * Behind a field of regular CSV there is always more to read, so its words are loaded as they
 * lie and what is not the field is masked out, without a branch on its size.  Keys made that
 * way are marked.
 */
#include <stdlib.h>

#include "lead/memo.h"

/* After so many fields that were not there it is asked whether half of all were.  With one place for
 * each, two fields would drive each other out again and again. */
enum { MANY = 4 * MEMO_ENTRIES, PLACES = 4 };

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

/* Flags say how to read the bytes, so they are part of the key.  Never 0, which is empty. */
static inline uint64_t
meta_of(struct field f)
{
	return (uint64_t)f.size << 32 | (uint64_t)f.flags << 1 | 1;
}

const uint64_t memo_factor[MEMO_WORDS] = {
	0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 0xd6e8feb86659fd93,
	0xc2b2ae3d27d4eb4f, 0xff51afd7ed558ccd
};

static struct memo *
table(struct lead *l, uint32_t memo)
{
	size_t size = (sizeof *l->memo[memo] + sizeof(struct memo_entry) - 1) /
	    sizeof(struct memo_entry) * sizeof(struct memo_entry);

	if (l->memo[memo] == NULL)
		l->memo[memo] = memset(arena_got(aligned_alloc(sizeof(struct memo_entry), size)), 0, size);
	return l->memo[memo];
}

static inline struct memo_entry *
entry_of(struct memo *m, uint64_t hash)
{
	return &m->entry[hash >> 54];
}

static bool
is_key(const struct memo_entry *e, uint64_t meta, const uint64_t word[], unsigned n)
{
	uint64_t differ = e->meta ^ meta;
	unsigned i;

	for (i = 0; i < n; i++)
		differ |= e->word[i] ^ word[i];
	return differ == 0;
}

/* It is not in its first place: in one of the others, or new. */
static int64_t *
find_elsewhere(const struct lead *l, struct memo *m, struct memo_entry *first, uint64_t meta,
    const uint64_t word[], unsigned n)
{
	struct memo_entry *to = first, *e;
	size_t i;

	for (i = PLACES - 1; i > 0; i--) {
		e = &m->entry[(size_t)(first - m->entry) ^ i];
		if (is_key(e, meta, word, n))
			return &e->answer;
		if (e->meta == 0 && first->meta != 0)
			to = e;
	}
	if (++m->missed == MANY) {
		m->useless = l->generation - m->since < 2 * MANY;
		m->since = l->generation;
		m->missed = 0;
	}
	memcpy(to->word, word, n * sizeof *word);
	to->meta = meta;
	to->answer = MEMO_NEW;
	return &to->answer;
}

int64_t *
memo_find_other_pair(const struct lead *l, struct memo *m, struct memo_entry *e, uint64_t meta,
    uint64_t first, uint64_t last)
{
	return find_elsewhere(l, m, e, meta, (uint64_t []){ first, last }, 2);
}

/* 17 bytes and more. */
WRAPS static int64_t *
find_long(const struct lead *l, struct memo *m, struct field f, uint64_t meta)
{
	uint64_t word[MEMO_WORDS], hash = meta * memo_factor[0];
	const char *last = f.raw + f.size - 8;
	struct memo_entry *e;
	unsigned n;

	for (n = 0; 8 * n + 8 < f.size; n++) {
		word[n] = word_load(f.raw + 8 * n);
		hash += word[n] * memo_factor[n];
	}
	word[n] = word_load(last);
	hash += word[n] * memo_factor[n];
	n++;
	e = entry_of(m, hash);
	return is_key(e, meta, word, n) ? &e->answer : find_elsewhere(l, m, e, meta, word, n);
}

int64_t *
memo_find(struct lead *l, uint32_t memo, struct field f)
{
	struct memo *m = l->memo[memo] != NULL ? l->memo[memo] : table(l, memo);
	uint64_t meta = meta_of(f), first, last;

	if (m->useless || f.size > MEMO_KEY)
		return NULL;
	if (f.size > 16)
		return find_long(l, m, f, meta);
	first = f.size < 8 ? load_short(f.raw, f.size) : word_load(f.raw);
	last = f.size < 8 ? 0 : word_load(f.raw + f.size - 8);
	return memo_find_pair(l, m, meta, first, last);
}

#define EIGHT "\xff\xff\xff\xff\xff\xff\xff\xff"
const char memo_ones[2 * MEMO_KEY] = EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT;

/* 17 bytes and more; 64 can be read at p. */
WRAPS int64_t *
memo_find_masked(const struct lead *l, struct memo *m, const char *p, uint64_t meta)
{
	uint64_t word[MEMO_WORDS], hash = meta * memo_factor[0];
	const char *mask = memo_ones + MEMO_KEY - (meta >> 32);
	struct memo_entry *e;
	unsigned i;

	for (i = 0; i < MEMO_WORDS; i++) {
		word[i] = word_load(p + 8 * i) & word_load(mask + 8 * i);
		hash += word[i] * memo_factor[i];
	}
	m->wide = m->wide || meta >> 32 > 16;
	e = entry_of(m, hash);
	return is_key(e, meta, word, MEMO_WORDS) ? &e->answer :
	    find_elsewhere(l, m, e, meta, word, MEMO_WORDS);
}

int64_t *
memo_find_field(struct lead *l, uint32_t memo, uint32_t slot)
{
	return memo_find(l, memo, lead_field(l, slot));
}

/* The same, of fields that are no regular CSV. */
static void
find_fields(struct lead *l, uint32_t memo, uint32_t slot, int64_t answer[])
{
	uint32_t row;

	for (row = 0; row < l->rows; row++) {
		const int64_t *known;

		lead_turn(l, row);
		known = memo_find_field(l, memo, slot);
		answer[row] = known != NULL ? *known : MEMO_NEW;
	}
}

void
memo_find_rows(struct lead *l, uint32_t memo, uint32_t slot, int64_t answer[])
{
	struct memo *m = l->memo[memo];
	int32_t at = l->at[slot];
	const struct record *r = l->first, *end = r + l->rows;
	const char *p;
	uint32_t n;

	/* Those that are no regular CSV are the last. */
	if (at < 0 || m == NULL || m->useless || end[-1].field != NULL) {
		find_fields(l, memo, slot, answer);
		return;
	}
	for (; r != end; r++) {
		p = record_place(r, (uint32_t)at, &n);
		*answer++ = n <= MEMO_KEY ? *memo_find_raw(l, m, p, n) : MEMO_NEW;
	}
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
