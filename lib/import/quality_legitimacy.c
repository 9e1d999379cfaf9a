/*
 * quality_legitimacy - is there a person behind it?
 */
#include "import/match.h"
#include "import/quality_impl.h"
#include "lead/memo.h"
#include "value/contact.h"
#include "value/text.h"

/* Names people use to try things out, folded, first and last together. */
#define T(name) { name, sizeof name - 1 }
static const struct str test_names[] = { T("test"), T("testtest"), T("testing"), T("tester"),
	T("testlead"), T("leadtest"), T("testuser"), T("testperson"), T("dummy"), T("dummydata"),
	T("foobar"), T("johndoe"), T("janedoe"), T("maxmustermann"), T("erikamustermann"),
	T("mickeymouse"), T("donaldduck"), T("sample"), T("samplelead"), T("demo"), T("demouser"),
	T("fake"), T("fakename"), T("none"), T("noname"), T("anonymous") };
#undef T
enum { TEST_NAMES = sizeof test_names / sizeof *test_names };

enum { LONG_NAME = 60 };

/* A set of letters, a bit each. */
#define L(letter) (UINT32_C(1) << ((letter) - 'a'))

/* What lies to the right of a to z, on English and German keyboards. */
static const uint32_t right[26] = { L('s'), L('n'), L('v'), L('f'), L('r'), L('g'), L('h'), L('j'),
	L('o'), L('k'), L('l'), 0, 0, L('m'), L('p'), 0, L('w'), L('t'), L('d'), L('y') | L('z'),
	L('i'), L('b'), L('e'), L('c'), L('u') | L('x'), L('x') | L('u') };
static const uint32_t top_row = L('q') | L('w') | L('e') | L('r') | L('t') | L('y') | L('u') | L('i') |
	L('o') | L('p');
static const uint32_t vowels = L('a') | L('e') | L('i') | L('o') | L('u') | L('y');

/* The letter's bit; 0 of anything else. */
static uint32_t
letter_of(char c)
{
	return c >= 'a' && c <= 'z' ? L(c) : 0;
}

/* asdf, zxcv, qwe; of the upper row six, as names have some of five: Doherty, Wertz. */
static bool
is_mash(struct str s)
{
	size_t i, n = 1, enough = SIZE_MAX;
	uint32_t next = 0;              /* letters that would go on with the run */

	for (i = 0; i < s.n; i++) {
		uint32_t letter = letter_of(s.p[i]);

		n = letter & next ? n + 1 : 1;
		if (n == 1)
			enough = s.p[i] == 'q' ? 3 : letter & top_row ? 6 : 4;
		if (n >= enough)
			return true;
		next = letter ? right[s.p[i] - 'a'] : 0;
	}
	return false;
}

/* No word of any language that is written in these letters. */
static bool
has_no_vowel(struct str s)
{
	uint32_t seen = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		seen |= letter_of(s.p[i]);
	return s.n >= 6 && (seen & vowels) == 0;
}

/* Folded, and nothing but letters: for names in ASCII; "" for others. */
static struct str
plain(struct arena *a, struct str s)
{
	struct str folded = text_fold(a, s);
	char *p = arena_text(a, folded.n), *to = p;
	size_t i;

	for (i = 0; i < folded.n; i++) {
		if ((unsigned char)folded.p[i] >= 0x80)
			return (struct str){ 0 };
		if (folded.p[i] >= 'a' && folded.p[i] <= 'z')
			*to++ = folded.p[i];
	}
	return (struct str){ p, (size_t)(to - p) };
}

/* A link, or digits, or a novel, where a name should be. */
static bool
is_no_name(struct str s)
{
	size_t i, digits = 0, signs = 0;

	for (i = 0; i < s.n; i++) {
		digits += s.p[i] >= '0' && s.p[i] <= '9';
		signs += s.p[i] == ':' || s.p[i] == '.';
	}
	return s.n > LONG_NAME || digits >= 3 || (signs != 0 &&
	    (str_search(s, STR("://")) != SIZE_MAX || str_search(s, STR("www.")) != SIZE_MAX));
}

/* What Meta fills in. */
static bool
is_dummy(struct str s)
{
	return str_search(s, STR("<test lead")) != SIZE_MAX ||
	    str_search(s, STR("dummy data for")) != SIZE_MAX;
}

static struct str
join(struct arena *a, struct str x, struct str y)
{
	char *p = arena_text(a, x.n + y.n);

	if (x.n != 0)
		memcpy(p, x.p, x.n);
	if (y.n != 0)
		memcpy(p + x.n, y.p, y.n);
	return (struct str){ p, x.n + y.n };
}

enum { DIGITS = 32 };

/* The first of them; how many. */
static size_t
take_digits(struct str s, char digit[DIGITS])
{
	size_t i, n = 0;

	for (i = 0; i < s.n && n < DIGITS; i++) {
		digit[n] = s.p[i];
		n += s.p[i] >= '0' && s.p[i] <= '9';
	}
	return n;
}

/* All the same, or counting up: 5555555, 1234567. */
static bool
is_repeated(const char *digit, size_t n)
{
	size_t i, same = 1, up = 1;

	for (i = n; i > 1 && digit[i - 1] == digit[i - 2]; i--)
		same++;
	for (i = n; i > 1 && digit[i - 1] == (digit[i - 2] == '9' ? '0' : digit[i - 2] + 1); i--)
		up++;
	return n >= 5 && (same >= 6 || same == n || up >= 7 || up == n);
}

static uint32_t
bit(bool holds, enum quality_flag f)
{
	return holds ? UINT32_C(1) << f : 0;
}

/*
 * What is known of one name:
 *
 *	0 | hash of its plain form, 26 bits | of these, 5 | match_name, 32, where it is remembered
 */
#define NAME_MASH (INT64_C(1) << 32)
#define NAME_NONE (INT64_C(2) << 32)    /* a link, digits */
#define NAME_LONG (INT64_C(4) << 32)
#define NAME_TEST (INT64_C(8) << 32)    /* a test name begins or ends with it */
#define NAME_WORD (INT64_C(16) << 32)   /* match_one_word, where it is remembered */
enum { NAME_HASH = 37, NAME_HASH_BITS = 26 };

/* Does a test name begin or end with it? */
static bool
is_test_part(struct str s)
{
	size_t i;

	for (i = 0; i < TEST_NAMES; i++) {
		const struct str *name = &test_names[i];

		if (s.n <= name->n && (s.n == 0 || (name->p[0] == s.p[0] && str_starts(*name, s)) ||
		    (name->p[name->n - 1] == s.p[s.n - 1] && str_ends(*name, s))))
			return true;
	}
	return false;
}

static bool
is_test_name(struct str s)
{
	size_t i = 0;

	while (i < TEST_NAMES && !str_eq(test_names[i], s))
		i++;
	return i < TEST_NAMES;
}

WRAPS static int64_t
examine_name(struct arena *a, struct str name)
{
	struct str s = plain(a, name);
	uint64_t hash = 0;
	int64_t what = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	what |= is_test_part(s) ? NAME_TEST : 0;
	what |= is_mash(s) || has_no_vowel(s) ? NAME_MASH : 0;
	what |= is_no_name(name) ? NAME_NONE : 0;
	what |= s.n > 3 ? NAME_LONG : 0;
	return what | (int64_t)(hash >> (64 - NAME_HASH_BITS)) << NAME_HASH;
}

static int64_t
known_name(struct arena *a, struct quality_memory *m, struct str name, unsigned which)
{
	int64_t *known = m != NULL ? m->find(m->with, name) : NULL, what;

	if (m == NULL)
		return examine_name(a, name);
	what = known != NULL && *known != MEMO_NEW ? *known :
	    (examine_name(a, name) | match_name(a, name) | (match_one_word(a, name) ? NAME_WORD : 0));
	if (known != NULL)
		*known = what;
	m->lead->name[which] = (uint32_t)what;
	m->lead->word[which] = what & NAME_WORD;
	m->lead->named = true;
	return what;
}

static uint32_t
name_flags(struct arena *a, struct quality_memory *m, const struct str *value)
{
	struct str full = value[VOCAB_FULL_NAME], x, y;
	int64_t first = known_name(a, m, value[VOCAB_FIRST_NAME], 0);
	int64_t last = known_name(a, m, value[VOCAB_LAST_NAME], 1);
	bool test = false, same = first & NAME_LONG && first >> NAME_HASH == last >> NAME_HASH;

	if ((first & last & NAME_TEST) || same) {
		x = plain(a, value[VOCAB_FIRST_NAME]);
		y = plain(a, value[VOCAB_LAST_NAME]);
		test = is_test_name(x.n + y.n == 0 ? plain(a, full) : join(a, x, y));
		same = same && str_eq(x, y);
	}
	return bit(test || (full.n != 0 && is_dummy(full)), QUALITY_TEST_DATA) |
	    bit(((first | last) & NAME_MASH) != 0, QUALITY_KEYBOARD_MASH) |
	    bit(same || (first | last) & NAME_NONE || is_no_name(full), QUALITY_BOT);
}

uint32_t
quality_legitimacy(struct arena *scratch, struct quality_memory *m,
    const struct str value[VOCAB_FIELDS])
{
	struct str address = text_fold(scratch, value[VOCAB_EMAIL]), phone = value[VOCAB_PHONE];
	size_t at = str_find(address, '@'), digits;
	struct str local = str_slice(address, 0, at), domain = str_slice(address, at + 1, address.n);
	uint32_t flags = name_flags(scratch, m, value);
	char digit[DIGITS];

	digits = take_digits(phone, digit);

	flags |= bit(address.n != 0 && match_placeholder(local, domain), QUALITY_PLACEHOLDER);
	flags |= bit(phone.n != 0 && digits <= 4, QUALITY_PLACEHOLDER);
	flags |= bit(str_is(local, "test") || str_is(domain, "test.com"), QUALITY_TEST_DATA);
	flags |= bit(is_mash(local), QUALITY_KEYBOARD_MASH);
	return flags | bit(is_repeated(digit, digits), QUALITY_REPEATED_DIGITS);
}
