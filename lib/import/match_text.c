/*
 * match_text - Jaro-Winkler over bits: which letters of b are taken is one word.
 */
#include "import/match_text.h"

enum { WORDS = 8, ALIKE = 850, PREFIX = 3, PREFIX_ALIKE = 950, LEAD = 4 };

#define EACH(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

/* b, in words of eight bytes, the rest zero. */
struct padded {
	uint64_t word[(MATCH_TEXT_MOST + 1) / 8];
	size_t n;
};

static void
pad(struct padded *p, struct str b)
{
	p->n = (b.n + 7) / 8;
	p->word[p->n - 1] = 0;
	memcpy(p->word, b.p, b.n);
}

/* Where in b is c: a bit each.  Bytes that are equal become zero, a zero byte the high bit that an
 * addition within seven bits does not reach, and a product puts the eight high bits side by side. */
WRAPS static uint64_t
places(const struct padded *b, char c)
{
	uint64_t bits = 0, x;
	size_t j;

	for (j = 0; j < b->n; j++) {
		x = b->word[j] ^ EACH(c);
		x = ~(((x & EACH(0x7f)) + EACH(0x7f)) | x | EACH(0x7f));
		bits |= ((x >> 7) * UINT64_C(0x0102040810204080) >> 56) << 8 * j;
	}
	return bits;
}

/* Half the letters in common that are not in the same order. */
static size_t
swapped(struct str a, struct str b, uint64_t in_a, uint64_t in_b)
{
	size_t n = 0;

	while (in_a != 0) {
		n += a.p[__builtin_ctzll(in_a)] != b.p[__builtin_ctzll(in_b)];
		in_a &= in_a - 1;
		in_b &= in_b - 1;
	}
	return n / 2;
}

int
match_text_alike(struct str a, struct str b)
{
	uint64_t in_a = 0, in_b = 0, found, window;
	size_t i, reach, m, t, lead;
	struct padded letters;
	int jaro;

	a = str_slice(a, 0, MATCH_TEXT_MOST);
	b = str_slice(b, 0, MATCH_TEXT_MOST);
	if (a.n == 0 || b.n == 0)
		return 0;
	if (str_eq(a, b))
		return 1000;
	reach = (a.n > b.n ? a.n : b.n) / 2;
	reach = reach > 0 ? reach - 1 : 0;
	pad(&letters, b);
	for (i = 0; i < a.n; i++) {
		window = (UINT64_C(2) << (i + reach < 62 ? i + reach : 62)) - 1;
		if (i > reach)
			window &= ~((UINT64_C(1) << (i - reach)) - 1);
		found = places(&letters, a.p[i]) & window & ~in_b;
		if (found == 0)
			continue;
		in_a |= UINT64_C(1) << i;
		in_b |= found & (~found + 1);
	}
	m = (size_t)__builtin_popcountll(in_a);
	if (m == 0)
		return 0;
	t = swapped(a, b, in_a, in_b);
	jaro = (int)((1000 * m / a.n + 1000 * m / b.n + 1000 * (m - t) / m) / 3);
	for (lead = 0; lead < LEAD && lead < a.n && lead < b.n && a.p[lead] == b.p[lead];)
		lead++;
	return jaro + (int)lead * (1000 - jaro) / 10;
}

struct words {
	struct str word[WORDS];
	size_t n, letters;
};

static void
split(struct str s, struct words *w)
{
	struct str word;

	*w = (struct words){ 0 };
	while (w->n < WORDS && s.n != 0 && str_split(&s, '_', &word)) {
		w->word[w->n++] = word;
		w->letters += word.n;
	}
}

/* "deli" and "delicatessen" are alike, too. */
static int
words_alike(struct str a, struct str b)
{
	int alike = match_text_alike(a, b);

	if (alike < PREFIX_ALIKE && a.n >= PREFIX && b.n >= PREFIX &&
	    (str_starts(a, b) || str_starts(b, a)))
		return PREFIX_ALIKE;
	return alike;
}

int
match_text_words(struct str a, struct str b, int *share)
{
	struct words x, y, other;
	unsigned taken = 0;
	size_t i, k, best, sum = 0;
	int alike, most;

	split(a, &x);
	split(b, &y);
	*share = 0;
	if (x.letters == 0 || y.letters == 0)
		return 0;
	if (x.letters > y.letters) {
		other = x;
		x = y;
		y = other;
	}
	for (i = 0; i < x.n; i++) {
		for (most = 0, best = 0, k = 0; k < y.n; k++) {
			if (taken >> k & 1 || (alike = words_alike(x.word[i], y.word[k])) <= most)
				continue;
			most = alike;
			best = k;
		}
		if (most < ALIKE)
			continue;
		taken |= 1u << best;
		sum += x.word[i].n * (size_t)most;
	}
	*share = (int)(1000 * x.letters / y.letters);
	return (int)(sum / x.letters);
}

bool
match_text_slip(struct str a, struct str b)
{
	size_t from = 0, end = 0, x, y;

	if (a.n + 1 < b.n || b.n + 1 < a.n)
		return false;
	while (from < a.n && from < b.n && a.p[from] == b.p[from])
		from++;
	while (end < a.n - from && end < b.n - from && a.p[a.n - 1 - end] == b.p[b.n - 1 - end])
		end++;
	x = a.n - from - end;
	y = b.n - from - end;
	return (x <= 1 && y <= 1) || (x == 2 && y == 2 && a.p[from] == b.p[from + 1] &&
	    a.p[from + 1] == b.p[from]);
}

static bool
is_number(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i == s.n && s.n != 0;
}

struct str
match_text_part(struct str s, bool numbers, char *room)
{
	struct str word;
	size_t n = 0;

	s = str_slice(s, 0, MATCH_TEXT_MOST);
	while (s.n != 0 && str_split(&s, '_', &word)) {
		if (is_number(word) != numbers || word.n == 0)
			continue;
		if (n != 0)
			room[n++] = '_';
		memcpy(room + n, word.p, word.n);
		n += word.n;
	}
	return (struct str){ room, n };
}
