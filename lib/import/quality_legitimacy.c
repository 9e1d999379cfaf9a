/*
 * quality_legitimacy - is there a person behind it?
 */
#include "import/match.h"
#include "import/quality_impl.h"
#include "value/contact.h"
#include "value/text.h"

/* Names people use to try things out, folded, first and last together. */
static const char *const test_names[] = { "test", "testtest", "testing", "tester", "testlead",
	"leadtest", "testuser", "testperson", "dummy", "dummydata", "foobar", "johndoe", "janedoe",
	"maxmustermann", "erikamustermann", "mickeymouse", "donaldduck", "sample", "samplelead",
	"demo", "demouser", "fake", "fakename", "none", "noname", "anonymous", NULL };

static const char *const test_words[] = { "<test lead", "dummy data for", NULL };

enum { LONG_NAME = 60 };

/* What lies to the right of a to z, on English and German keyboards. */
static const char *const right[26] = { "s", "n", "v", "f", "r", "g", "h", "j", "o", "k", "l", "", "",
	"m", "p", "", "w", "t", "d", "yz", "i", "b", "e", "c", "ux", "xu" };
static const char top[] = "qwertyuiop";

/* How many letters from s.p[i] on lie side by side. */
static size_t
run_at(struct str s, size_t i)
{
	size_t n = 1;

	while (i + 1 < s.n && s.p[i] >= 'a' && s.p[i] <= 'z' && s.p[i + 1] != '\0' &&
	    strchr(right[s.p[i] - 'a'], s.p[i + 1]) != NULL) {
		i++;
		n++;
	}
	return n;
}

/* asdf, zxcv, qwe; of the upper row six, as names have some of five: Doherty, Wertz. */
static bool
is_mash(struct str s)
{
	size_t i, n, enough;

	for (i = 0; i < s.n; i += n) {
		n = run_at(s, i);
		enough = s.p[i] == 'q' ? 3 : memchr(top, s.p[i], sizeof top - 1) != NULL ? 6 : 4;
		if (n >= enough)
			return true;
	}
	return false;
}

/* No word of any language that is written in these letters. */
static bool
has_no_vowel(struct str s)
{
	size_t i, vowels = 0;

	for (i = 0; i < s.n; i++)
		vowels += memchr("aeiouy", s.p[i], 6) != NULL;
	return s.n >= 6 && vowels == 0;
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

static bool
has_word(struct str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_search(s, str_of(*words)) != SIZE_MAX)
			return true;
	return false;
}

/* A link, or digits, or a novel, where a name should be. */
static bool
is_no_name(struct str s)
{
	size_t i, digits = 0;

	for (i = 0; i < s.n; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	return s.n > LONG_NAME || digits >= 3 || str_search(s, STR("://")) != SIZE_MAX ||
	    str_search(s, STR("www.")) != SIZE_MAX;
}

/* All the same, or counting up: 5555555, 1234567. */
static bool
is_repeated(struct str phone)
{
	char digit[32];
	size_t i, n = 0, same = 1, up = 1;

	for (i = 0; i < phone.n && n < sizeof digit; i++)
		if (phone.p[i] >= '0' && phone.p[i] <= '9')
			digit[n++] = phone.p[i];
	for (i = n; i > 1 && digit[i - 1] == digit[i - 2]; i--)
		same++;
	for (i = n; i > 1 && digit[i - 1] == (digit[i - 2] == '9' ? '0' : digit[i - 2] + 1); i--)
		up++;
	return n >= 5 && (same >= 6 || same == n || up >= 7 || up == n);
}

static size_t
count_digits(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] >= '0' && s.p[i] <= '9';
	return n;
}

static uint32_t
bit(bool holds, enum quality_flag f)
{
	return holds ? UINT32_C(1) << f : 0;
}

static uint32_t
name_flags(struct arena *a, const struct str *value)
{
	struct str first = plain(a, value[VOCAB_FIRST_NAME]), last = plain(a, value[VOCAB_LAST_NAME]);
	struct str full = value[VOCAB_FULL_NAME];
	struct str both = first.n + last.n == 0 ? plain(a, full) :
	    arena_printf(a, "%.*s%.*s", STR_ARG(first), STR_ARG(last));

	return bit(vocab_has_word(test_names, both) || has_word(full, test_words), QUALITY_TEST_DATA) |
	    bit(is_mash(first) || is_mash(last) || has_no_vowel(first) || has_no_vowel(last),
	    QUALITY_KEYBOARD_MASH) |
	    bit((first.n > 3 && str_eq(first, last)) || is_no_name(value[VOCAB_FIRST_NAME]) ||
	    is_no_name(value[VOCAB_LAST_NAME]) || is_no_name(full), QUALITY_BOT);
}

uint32_t
quality_legitimacy(struct arena *scratch, const struct str value[VOCAB_FIELDS])
{
	struct str address = text_fold(scratch, value[VOCAB_EMAIL]), phone = value[VOCAB_PHONE];
	size_t at = str_find(address, '@');
	struct str local = str_slice(address, 0, at), domain = str_slice(address, at + 1, address.n);
	uint32_t flags = name_flags(scratch, value);

	flags |= bit(address.n != 0 && match_placeholder(local, domain), QUALITY_PLACEHOLDER);
	flags |= bit(phone.n != 0 && count_digits(phone) <= 4, QUALITY_PLACEHOLDER);
	flags |= bit(str_is(local, "test") || str_is(domain, "test.com"), QUALITY_TEST_DATA);
	flags |= bit(is_mash(local), QUALITY_KEYBOARD_MASH);
	return flags | bit(is_repeated(phone), QUALITY_REPEATED_DIGITS);
}
