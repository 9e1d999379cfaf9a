/*
 * match_like_pack - what is compared of a lead, folded and cut to size: the lengths of all fields in
 * a few bits each, then their bytes; of digits two are one.
 */
#include "import/match_like.h"
#include "import/match_nickname.h"
#include "import/match_text.h"
#include "value/text.h"

/* Bytes of a field that are kept, and bits that their number takes: 64 in all at most. */
static const struct {
	uint8_t most, bits;
} room[MATCH_LIKE_FIELDS] = {
	[MATCH_LIKE_FIRST] = { 20, 5 }, [MATCH_LIKE_LAST] = { 24, 5 }, [MATCH_LIKE_COMPANY] = { 40, 6 },
	[MATCH_LIKE_STREET] = { 40, 6 }, [MATCH_LIKE_CITY] = { 24, 5 }, [MATCH_LIKE_REGION] = { 8, 4 },
	[MATCH_LIKE_POSTAL] = { 10, 4 }, [MATCH_LIKE_COUNTRY] = { 2, 2 }, [MATCH_LIKE_BIRTH] = { 8, 4 },
	[MATCH_LIKE_PHONE] = { 15, 4 }, [MATCH_LIKE_EMAIL] = { 40, 6 }
};

/* Words that say what kind of firm it is, not which. */
static bool
is_form(struct str word)
{
	static const char *const forms[] = { "the", "and", "inc", "incorporated", "ltd", "limited",
		"llc", "llp", "plc", "corp", "corporation", "company", "co", "gmbh", "mbh", "ag", "kg",
		"ohg", "ug", "ek", "ev", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ab",
		"as", "oy", "oyj", "aps", "pty", "pvt", "sp", "zoo", "kft", "sro", "doo", "kk", "lda",
		"ltda", "und", "et", "y", "group", "holding", NULL };

	return vocab_has_word(forms, word);
}

static struct str
without_forms(struct arena *a, struct str company)
{
	struct str rest = company, word;
	char *p = arena_text(a, company.n + 1), *to = p;

	while (rest.n != 0 && str_split(&rest, '_', &word)) {
		if (is_form(word))
			continue;
		if (to != p)
			*to++ = '_';
		memcpy(to, word.p, word.n);
		to += word.n;
	}
	return to == p ? company : (struct str){ p, (size_t)(to - p) };
}

/* Philippe's is philippes. */
static struct str
without_apostrophes(struct arena *a, struct str s)
{
	char *p, *to;
	size_t i;

	if (str_find(s, '\'') == s.n)
		return s;
	to = p = arena_text(a, s.n);
	for (i = 0; i < s.n; i++)
		if (s.p[i] != '\'')
			*to++ = s.p[i];
	return (struct str){ p, (size_t)(to - p) };
}

static struct str
digits(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n), *to = p;
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			*to++ = s.p[i];
	return (struct str){ p, (size_t)(to - p) };
}

static bool
is_digits(unsigned f)
{
	return f == MATCH_LIKE_BIRTH || f == MATCH_LIKE_PHONE;
}

static void
put_digits(struct buf *b, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i += 2)
		buf_byte(b, (char)((s.p[i] - '0') | (i + 1 < s.n ? s.p[i + 1] - '0' : 0) << 4));
}

static void
put(struct buf *b, const struct str text[MATCH_LIKE_FIELDS])
{
	uint64_t sizes = 0;
	size_t at = b->n;
	unsigned f, shift = 0;

	buf_add(b, &sizes, sizeof sizes);
	for (f = 0; f < MATCH_LIKE_FIELDS; shift += room[f++].bits) {
		size_t n = text[f].n, most = room[f].most;
		/* Of a number the end says more. */
		struct str s = f == MATCH_LIKE_PHONE ? str_slice(text[f], n > most ? n - most : 0, n) :
		    str_slice(text[f], 0, most);

		sizes |= (uint64_t)s.n << shift;
		if (is_digits(f))
			put_digits(b, s);
		else
			buf_str(b, s);
	}
	memcpy(b->p + at, &sizes, sizeof sizes);
}

void
match_like_pack(struct buf *b, struct arena *scratch, const struct str value[VOCAB_FIELDS],
    struct str first, struct str last, bool nicknames)
{
	static const enum vocab_field from[MATCH_LIKE_FIELDS] = {
		[MATCH_LIKE_COMPANY] = VOCAB_COMPANY, [MATCH_LIKE_STREET] = VOCAB_STREET,
		[MATCH_LIKE_CITY] = VOCAB_CITY, [MATCH_LIKE_REGION] = VOCAB_REGION,
		[MATCH_LIKE_POSTAL] = VOCAB_POSTAL_CODE, [MATCH_LIKE_BIRTH] = VOCAB_BIRTH_DATE,
		[MATCH_LIKE_COUNTRY] = VOCAB_COUNTRY, [MATCH_LIKE_PHONE] = VOCAB_PHONE,
		[MATCH_LIKE_EMAIL] = VOCAB_EMAIL
	};
	struct str text[MATCH_LIKE_FIELDS];
	unsigned f;

	first = text_key(scratch, without_apostrophes(scratch, first));
	text[MATCH_LIKE_FIRST] = nicknames ? match_nickname(first) : first;
	text[MATCH_LIKE_LAST] = text_key(scratch, without_apostrophes(scratch, last));
	for (f = MATCH_LIKE_COMPANY; f < MATCH_LIKE_FIELDS; f++) {
		struct str s = value[from[f]];

		if (is_digits(f))
			s = digits(scratch, s);
		else if (f == MATCH_LIKE_EMAIL)
			s = text_fold(scratch, s);
		else
			s = text_key(scratch, without_apostrophes(scratch, s));
		text[f] = f == MATCH_LIKE_COMPANY ? without_forms(scratch, s) : s;
	}
	put(b, text);
}

void
match_like_unpack(const char *packed, struct match_like *l)
{
	uint64_t sizes;
	unsigned f, i;

	memcpy(&sizes, packed, sizeof sizes);
	packed += sizeof sizes;
	for (f = 0; f < MATCH_LIKE_FIELDS; sizes >>= room[f++].bits) {
		size_t n = sizes & ((1u << room[f].bits) - 1);
		char *to = l->digits[f == MATCH_LIKE_PHONE];

		l->text[f] = (struct str){ is_digits(f) ? to : packed, n };
		/* As many as there may be: what lies behind is read, too. */
		for (i = 0; is_digits(f) && i < sizeof *l->digits / 2; i++) {
			to[2 * i] = (char)('0' + (packed[i] & 15));
			to[2 * i + 1] = (char)('0' + (packed[i] >> 4 & 15));
		}
		packed += is_digits(f) ? (n + 1) / 2 : n;
	}
	l->common = false;
}
