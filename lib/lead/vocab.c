/*
 * vocab - the tables behind the canonical fields, and questions about single words.
 *
 * The fields come from vocab.def; the sets of words a field may hold, the spellings of
 * "nothing was filled in" and the words for yes and no stand here, each in one table.
 */
#include "lead/vocab.h"

static const char *const words_source[] = { "organic_search", "paid_search", "display", "social",
	"email", "website", "content", "webinar", "event", "trade_show", "networking", "community",
	"referral", "word_of_mouth", "partner", "affiliate", "cold_call", "cold_email",
	"direct_mail", "purchased_list", "other", NULL };
static const char *const words_direction[] = { "inbound", "outbound", NULL };
static const char *const words_magnet[] = { "trial", "consultation", "white_paper", "sample",
	"ebook", "webinar", "newsletter", "demo", "checklist", "other", NULL };
static const char *const words_status[] = { "open", "won", "lost", "recycled", NULL };
static const char *const words_consent[] = { "granted", "denied", NULL };
static const char *const words_email_status[] = { "valid", "free", "role", "disposable",
	"invalid", NULL };
static const char *const words_phone_status[] = { "valid", "invalid", NULL };
static const char *const words_qualification[] = { "disqualified", "unqualified", "undecided",
	"iql", "mql", "sql", NULL };
static const char *const words_temperature[] = { "cold", "warm", "hot", NULL };
static const char *const words_category[] = { "suspect", "lead", "prospect", "opportunity",
	"customer", NULL };
static const char *const words_due_state[] = { "ok", "soon", "overdue", NULL };
#define words_none NULL

const struct vocab_entry vocab[VOCAB_FIELDS] = {
#define LEAD_FIELD(id, name, type, words, synonyms) { name, type, words_##words, synonyms },
#include "lead/vocab.def"
#undef LEAD_FIELD
};

static const char *const names[] = {
#define LEAD_FIELD(id, name, type, words, synonyms) name,
#include "lead/vocab.def"
#undef LEAD_FIELD
	NULL
};

/* A byte of a name, as names are compared. */
static unsigned char
name_byte(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 32);
	return (unsigned char)(c == ' ' || c == '-' ? '_' : c);
}

bool
vocab_same(struct str a, struct str b)
{
	size_t i;

	a = str_trim(a);
	b = str_trim(b);
	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++)
		if (name_byte(a.p[i]) != name_byte(b.p[i]))
			return false;
	return true;
}

enum vocab_field
vocab_find(struct str name)
{
	unsigned f;

	for (f = 0; f < VOCAB_FIELDS; f++)
		if (vocab_same(name, str_of(vocab[f].name)))
			break;
	return (enum vocab_field)f;
}

const char *
vocab_nearest(struct str name)
{
	return str_nearest(str_trim(name), names);
}

/* By what they begin with.  "NA" is not among them: it is Namibia where a country is expected. */
#define MISSING_N(X) X("N/A") X("n.a.") X("null") X("none") X("nil") X("NaN") X("not available") \
	X("not applicable") X("not specified") X("not provided") X("not set") X("nonexistent")
#define MISSING_U(X) X("undefined") X("unknown")
#define MISSING_B(X) X("blank")
#define MISSING_S(X) X("Select") X("select one")
#define MISSING_P(X) X("please select")
#define MISSING_HASH(X) X("#N/A") X("#NAME?") X("#REF!") X("#VALUE!") X("#DIV/0!")
#define MISSING_DASH(X) X("-") X("--") X("---") X("-none-") X("--none--") X("-select-") X("--select--")
#define MISSING_BRACKET(X) X("(null)") X("(none)") X("(unknown)") X("(blank)") X("(empty)") X("(not set)")
#define MISSING_LESS(X) X("<null>")
#define MISSING_DOT(X) X(".")
#define MISSING_MARK(X) X("?")
#define MISSING_ZERO(X) X("000000000000000") X("000000000000000AAA")

static const struct {
	const char *word;
	size_t n;
} missing[] = {
#define X(word) { word, sizeof(word) - 1 },
	MISSING_N(X) MISSING_U(X) MISSING_B(X) MISSING_S(X) MISSING_P(X) MISSING_HASH(X) MISSING_DASH(X)
	MISSING_BRACKET(X) MISSING_LESS(X) MISSING_DOT(X) MISSING_MARK(X) MISSING_ZERO(X)
#undef X
};

enum { MISSING_LONGEST = 18 };

const uint32_t vocab_missing_sizes[256] = {
#define X(word) | UINT32_C(1) << (sizeof(word) - 1)
#define BOTH(small, capital, words) [small] = 0 words(X), [capital] = 0 words(X)
	BOTH('n', 'N', MISSING_N), BOTH('u', 'U', MISSING_U), BOTH('b', 'B', MISSING_B),
	BOTH('s', 'S', MISSING_S), BOTH('p', 'P', MISSING_P),
	['#'] = 0 MISSING_HASH(X), ['-'] = 0 MISSING_DASH(X), ['('] = 0 MISSING_BRACKET(X),
	['<'] = 0 MISSING_LESS(X), ['.'] = 0 MISSING_DOT(X), ['?'] = 0 MISSING_MARK(X),
	['0'] = 0 MISSING_ZERO(X)
#undef BOTH
#undef X
};

bool
vocab_missing(struct str value)
{
	size_t i;

	value = str_trim(value);
	if (value.n == 0)
		return true;
	if (value.n > MISSING_LONGEST)
		return false;
	for (i = 0; i < sizeof missing / sizeof *missing; i++)
		if (missing[i].n == value.n && ((missing[i].word[0] ^ value.p[0]) & ~0x20) == 0 &&
		    str_eq_nocase(value, (struct str){ missing[i].word, missing[i].n }))
			return true;
	return false;
}

/* The usual ones first.  Letters outside ASCII are listed in both cases. */
#define TRUTH(word, is) { word, sizeof(word) - 1, is }
static const struct {
	const char *word;
	uint8_t n, is;
} truth[] = {
	TRUTH("false", 0), TRUTH("true", 1), TRUTH("0", 0), TRUTH("1", 1), TRUTH("no", 0),
	TRUTH("yes", 1), TRUTH("n", 0), TRUTH("y", 1), TRUTH("f", 0), TRUTH("t", 1),
	TRUTH("off", 0), TRUTH("on", 1), TRUTH("0.0", 0), TRUTH("1.0", 1),
	/* German, Dutch, Scandinavian */
	TRUTH("nein", 0), TRUTH("ja", 1), TRUTH("falsch", 0), TRUTH("wahr", 1), TRUTH("nee", 0),
	TRUTH("nej", 0), TRUTH("nei", 0), TRUTH("j", 1),
	/* French, Italian, Spanish, Portuguese */
	TRUTH("non", 0), TRUTH("oui", 1), TRUTH("faux", 0), TRUTH("vrai", 1), TRUTH("si", 1),
	TRUTH("sí", 1), TRUTH("SÍ", 1), TRUTH("Sí", 1), TRUTH("sì", 1), TRUTH("SÌ", 1),
	TRUTH("falso", 0), TRUTH("vero", 1), TRUTH("verdadero", 1), TRUTH("verdadeiro", 1),
	TRUTH("sim", 1), TRUTH("nao", 0), TRUTH("não", 0), TRUTH("NÃO", 0),
	/* Polish, Czech, Hungarian, Finnish, Turkish */
	TRUTH("nie", 0), TRUTH("tak", 1), TRUTH("ne", 0), TRUTH("ano", 1), TRUTH("nem", 0),
	TRUTH("igen", 1), TRUTH("ei", 0), TRUTH("kyllä", 1), TRUTH("KYLLÄ", 1),
	TRUTH("hayır", 0), TRUTH("HAYIR", 0), TRUTH("evet", 1),
	/* Russian, Japanese, Chinese */
	TRUTH("нет", 0), TRUTH("Нет", 0), TRUTH("НЕТ", 0), TRUTH("да", 1), TRUTH("Да", 1),
	TRUTH("ДА", 1), TRUTH("いいえ", 0), TRUTH("はい", 1), TRUTH("否", 0), TRUTH("是", 1),
};

int
vocab_truth(struct str value)
{
	size_t i;

	value = str_trim(value);
	for (i = 0; i < sizeof truth / sizeof truth[0]; i++)
		if (truth[i].n == value.n &&
		    str_eq_nocase(value, (struct str){ truth[i].word, truth[i].n }))
			return truth[i].is;
	return -1;
}

const char *
vocab_direction(struct str source)
{
	static const char *const outbound[] = { "cold_call", "cold_email", "direct_mail",
		"purchased_list", NULL };

	if (vocab_has_word(outbound, source))
		return "outbound";
	return vocab_has_word(words_source, source) ? "inbound" : NULL;
}

bool
vocab_has_word(const char *const *words, struct str word)
{
	for (; *words != NULL; words++)
		if (word.n != 0 && **words == *word.p && str_is(word, *words))
			return true;
	return false;
}
