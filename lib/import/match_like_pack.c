/*
 * match_pack - what is compared of a lead, folded and cut to size: a length and text, field by
 * field.
 */
#include "import/match_like.h"
#include "import/match_nickname.h"
#include "import/match_text.h"
#include "value/text.h"

/* Bytes of a field that are kept. */
static const uint8_t most[MATCH_LIKE_FIELDS] = {
	[MATCH_LIKE_FIRST] = 20, [MATCH_LIKE_LAST] = 24, [MATCH_LIKE_COMPANY] = 40,
	[MATCH_LIKE_STREET] = 40, [MATCH_LIKE_CITY] = 24, [MATCH_LIKE_REGION] = 8,
	[MATCH_LIKE_POSTAL] = 10, [MATCH_LIKE_BIRTH] = 8, [MATCH_LIKE_PHONE] = 15,
	[MATCH_LIKE_COUNTRY] = 2, [MATCH_LIKE_EMAIL] = 40
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

static void
put(struct buf *b, struct str s, enum match_like_field f)
{
	/* Of a number the end says more. */
	s = f == MATCH_LIKE_PHONE ? str_slice(s, s.n > most[f] ? s.n - most[f] : 0, s.n) :
	    str_slice(s, 0, most[f]);
	buf_byte(b, (char)s.n);
	buf_str(b, s);
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
	unsigned f;

	first = text_key(scratch, without_apostrophes(scratch, first));
	put(b, nicknames ? match_nickname(first) : first, MATCH_LIKE_FIRST);
	put(b, text_key(scratch, without_apostrophes(scratch, last)), MATCH_LIKE_LAST);
	for (f = MATCH_LIKE_COMPANY; f < MATCH_LIKE_FIELDS; f++) {
		struct str s = value[from[f]];

		if (f == MATCH_LIKE_BIRTH || f == MATCH_LIKE_PHONE)
			s = digits(scratch, s);
		else if (f == MATCH_LIKE_EMAIL)
			s = text_fold(scratch, s);
		else
			s = text_key(scratch, without_apostrophes(scratch, s));
		if (f == MATCH_LIKE_COMPANY)
			s = without_forms(scratch, s);
		put(b, s, (enum match_like_field)f);
	}
}

void
match_like_unpack(const char *packed, struct match_like *l)
{
	unsigned f;

	for (f = 0; f < MATCH_LIKE_FIELDS; f++) {
		size_t n = (unsigned char)*packed++;

		l->text[f] = (struct str){ packed, n };
		packed += n;
	}
	l->common = false;
}
