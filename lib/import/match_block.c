/*
 * match_block - leads that are alike, without comparing all with all.
 *
 * In each pass every lead has one key, made of parts of two fields that a slip of the finger
 * leaves alone mostly; only leads with equal keys are compared.  Each pass forgives other
 * mistakes.  A key on more than MATCH_MOST leads is narrowed by the name, and of what is still too
 * many each lead is compared with the next few only: the time grows with the leads, not their
 * square.
 */
#include "base/map.h"
#include "import/match_impl.h"
#include "import/match_like.h"
#include "import/match_text.h"

enum { NEAR = 5 };

/* A part of a field: its beginning, or the whole. */
enum part { NONE, FIRST, LAST, STREET, NUMBER, CITY, POSTAL, BIRTH, PHONE, LONGEST, EARLIEST };

static const struct pass {
	struct {
		enum part part;
		unsigned n;             /* bytes; 0: all */
	} key[2];
	bool either;                    /* in any order */
} passes[] = {
	{ { { BIRTH, 0 }, { NONE, 0 } }, false },
	{ { { FIRST, 3 }, { LAST, 3 } }, true },
	{ { { LAST, 2 }, { POSTAL, 0 } }, false },
	{ { { FIRST, 2 }, { POSTAL, 0 } }, false },
	{ { { STREET, 4 }, { NUMBER, 0 } }, false },
	{ { { STREET, 4 }, { LAST, 3 } }, false },
	{ { { STREET, 4 }, { FIRST, 3 } }, false },
	{ { { CITY, 4 }, { STREET, 5 } }, false },
	{ { { PHONE, 8 }, { NONE, 0 } }, false },
	{ { { LAST, 3 }, { LONGEST, 4 } }, false },
	{ { { LONGEST, 6 }, { NONE, 0 } }, false },
	{ { { EARLIEST, 6 }, { NONE, 0 } }, false },
};

void
match_text_of(const struct match *m, uint32_t lead, struct match_like *l)
{
	const struct match_lead *all = (const struct match_lead *)(const void *)m->lead.p;

	match_like_unpack(m->text.p + steps_at(&m->text_at, lead), l);
	l->common = all[lead].many;
}

static void
fetch(const struct match_work *w, uint32_t row, struct match_like *l)
{
	match_text_of(w->m, row, l);
}

/* The longest word, or the first by the alphabet of those with four letters or more. */
static struct str
pick_word(struct str s, bool longest)
{
	struct str word, best = { 0 };

	while (s.n != 0 && str_split(&s, '_', &word))
		if (longest ? word.n > best.n : word.n >= 4 && (best.n == 0 || str_cmp(word, best) < 0))
			best = word;
	return best;
}

static struct str
part_of(const struct match_like *l, enum part part, char *room)
{
	struct str s;

	switch (part) {
	case FIRST:
		return l->text[MATCH_LIKE_FIRST];
	case LAST:
		return l->text[MATCH_LIKE_LAST];
	case STREET:
		return match_text_part(l->text[MATCH_LIKE_STREET], false, room);
	case NUMBER:
		s = match_text_part(l->text[MATCH_LIKE_STREET], true, room);
		return str_slice(s, 0, str_find(s, '_'));
	case CITY:
		return l->text[MATCH_LIKE_CITY];
	case POSTAL:
		return l->text[MATCH_LIKE_POSTAL];
	case BIRTH:
		return l->text[MATCH_LIKE_BIRTH];
	case PHONE:
		s = l->text[MATCH_LIKE_PHONE];
		return str_slice(s, s.n > 8 ? s.n - 8 : 0, s.n);
	default:
		return pick_word(l->text[MATCH_LIKE_COMPANY], part == LONGEST);
	}
}

/* 0: a part is unknown. */
static uint64_t
key_of(const struct match_like *l, const struct pass *pass, unsigned number)
{
	char room[2][MATCH_TEXT_MOST], key[2 * MATCH_TEXT_MOST + 3];
	struct str part[2] = { { 0 }, { 0 } };
	size_t n = 0, i;

	for (i = 0; i < 2 && pass->key[i].part != NONE; i++) {
		part[i] = part_of(l, pass->key[i].part, room[i]);
		if (part[i].n == 0)
			return 0;
		if (pass->key[i].n != 0)
			part[i] = str_slice(part[i], 0, pass->key[i].n);
	}
	if (pass->either && str_cmp(part[0], part[1]) > 0) {
		struct str other = part[0];

		part[0] = part[1];
		part[1] = other;
	}
	key[n++] = (char)number;
	for (i = 0; i < 2; i++) {
		if (part[i].n != 0)
			memcpy(key + n, part[i].p, part[i].n);
		n += part[i].n;
		key[n++] = '\0';
	}
	return match_hash((struct str){ key, n });
}

/* A chain must not join what contradicts: the groups' first leads have to agree, too. */
static void
compare(struct match_work *w, uint32_t a, uint32_t b, const struct match_like *x,
    const struct match_like *y)
{
	uint32_t s = match_root(w, a), t = match_root(w, b);
	struct match_like first, second;
	int score;

	if (s == t ||
	    (score = match_like_score(x, y, MATCH_LIKE_ENOUGH, NULL)) < MATCH_LIKE_ENOUGH)
		return;
	if (s != a || t != b) {
		fetch(w, s, &first);
		fetch(w, t, &second);
		if (match_like_score(&first, &second, 0, NULL) < 0) {
			w->m->n.cut++;
			return;
		}
	}
	if (!match_may_join(w, s, t))
		return;
	match_join(w, s, t, &(struct match_why){ a, b, MATCH_ALIKE, (int16_t)score });
}

/* All with all where they are few; otherwise each with the next few. */
static void
compare_near(struct match_work *w, struct match_entry *e, size_t n)
{
	struct match_like x, y;
	size_t i, k, reach = match_is_common(w, e, n) ? NEAR : n;

	for (i = 0; i + 1 < n; i++) {
		fetch(w, e[i].row, &x);
		for (k = i + 1; k < n && k <= i + reach; k++) {
			fetch(w, e[k].row, &y);
			compare(w, e[i].row, e[k].row, &x, &y);
		}
	}
}

/* Too many: only those who also have the same name, or firm. */
static void
narrow(struct match_work *w, struct match_entry *e, size_t n)
{
	struct match_like l;
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		struct match_entry one = { 0, e[i].row };

		fetch(w, e[i].row, &l);
		one.hash = (uint64_t)w->lead[e[i].row].first << 32 | w->lead[e[i].row].last;
		one.hash = one.hash ? one.hash : match_hash(l.text[MATCH_LIKE_COMPANY]);
		if (one.hash != 0)
			buf_add(&b, &one, sizeof one);
	}
	match_each_run(w, (struct match_entry *)(void *)b.p, b.n / sizeof *e, compare_near);
	buf_free(&b);
}

static void
compare_run(struct match_work *w, struct match_entry *e, size_t n)
{
	if (!match_is_common(w, e, n)) {
		compare_near(w, e, n);
		return;
	}
	w->m->n.common[MATCH_ALIKE]++;
	narrow(w, e, n);
}

/* Leads whose full name is on many. */
static void
mark(struct match_work *w, struct match_entry *e, size_t n)
{
	struct match_lead *all = (struct match_lead *)(void *)w->m->lead.p;
	size_t i;

	if (!match_is_common(w, e, n))
		return;
	for (i = 0; i < n; i++)
		all[e[i].row].many = 1;
}

WRAPS static void
find_common(struct match_work *w)
{
	size_t n = 0;
	uint32_t row;

	for (row = w->from; row < w->m->count; row++) {
		struct match_lead *l = (struct match_lead *)(void *)w->m->lead.p + row;
		uint64_t name = match_full_name(l);

		l->many = 0;
		if (name != 0)
			w->entry[n++] = (struct match_entry){ name, row };
	}
	match_each_run(w, w->entry, n, mark);
}

void
match_block(struct match_work *w)
{
	struct match_like l;
	size_t n, i;
	uint32_t row;

	find_common(w);
	for (i = 0; i < sizeof passes / sizeof *passes; i++) {
		for (n = 0, row = w->from; row < w->m->count; row++) {
			uint64_t key;

			fetch(w, row, &l);
			if ((key = key_of(&l, &passes[i], (unsigned)i)) != 0)
				w->entry[n++] = (struct match_entry){ key, row };
		}
		match_each_run(w, w->entry, n, compare_run);
	}
}
