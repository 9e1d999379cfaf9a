/*
 * clean_value - one value, by the type of its field.
 */
#include "import/clean_impl.h"
#include "value/date.h"
#include "value/money.h"
#include "value/phone.h"
#include "value/text.h"

typedef enum clean_verdict cleaner(struct clean *, enum vocab_field, struct str, struct str *);

static enum clean_verdict
answer(struct str in, struct str made, struct str *out)
{
	*out = made;
	return str_eq(in, made) ? CLEAN_SAME : CLEAN_REPAIRED;
}

static enum clean_verdict
as_text(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	(void)c, (void)f, (void)in, (void)out;
	return CLEAN_SAME;
}

/* How many bytes at s.p[at] separate one from the next; 0: they do not. */
static size_t
separator(struct str s, size_t at)
{
	static const struct str colons = { " ::: ", 5 };
	char c = s.p[at];

	if (c == ';' || c == '|' || c == ',' || c == '\n')
		return 1;
	return c == ' ' && str_starts(str_slice(s, at, s.n), colons) ? colons.n : 0;
}

/* Some systems put several into one cell: the first that is one is the field's; what the cell held
 * is kept. */
bool
clean_next(struct str *rest, struct str *part)
{
	size_t at, skip = 0;

	if (rest->n == 0)
		return false;
	for (at = 0; at < rest->n && (skip = separator(*rest, at)) == 0;)
		at++;
	*part = str_slice(*rest, 0, at);
	*rest = str_slice(*rest, at + skip, rest->n);
	return true;
}

static bool
first_phone(struct arena *a, struct str in, struct str region, struct phone *p)
{
	struct str rest = in, part;

	while (clean_next(&rest, &part))
		if (phone_parse(a, part, region, p) == PHONE_VALID)
			return true;
	return false;
}

/* The lead's country has been read before. */
static enum clean_verdict
as_phone(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	struct str region = c->lead->value[VOCAB_COUNTRY];
	struct phone p;

	if (region.n != 2)
		region = c->plan->region;
	switch (phone_parse(c->scratch, in, region, &p)) {
	case PHONE_VALID:
		if (p.extension.n != 0)
			clean_keep(c, f, in);
		memcpy(c->lead->known.region, p.region, sizeof p.region);
		clean_set_plain(c, VOCAB_PHONE_STATUS, STR("valid"));
		return answer(in, p.e164, out);
	case PHONE_INVALID:
		if (first_phone(c->scratch, in, region, &p)) {
			clean_keep(c, f, in);
			clean_set_plain(c, VOCAB_PHONE_STATUS, STR("valid"));
			*out = p.e164;
			return CLEAN_REPAIRED;
		}
		clean_set_plain(c, VOCAB_PHONE_STATUS, STR("invalid"));
		return CLEAN_UNREAD;
	default:
		return CLEAN_SAME;
	}
}

static enum clean_verdict
as_country(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	int64_t *known = clean_memo(c, CLEAN_MEMO_WORD, in, f);
	const char *alpha2;

	if (known != NULL && *known != MEMO_NEW)
		alpha2 = (const char *)(intptr_t)*known;
	else
		alpha2 = words_country(c->plan->words, c->scratch, in);
	if (known != NULL)
		*known = (intptr_t)alpha2;
	return alpha2 == NULL ? CLEAN_UNREAD : answer(in, str_of(alpha2), out);
}

/* An empty buffer, and what was put into it. */
static struct buf *
begin(struct clean *c)
{
	c->text.n = 0;
	return &c->text;
}

static struct str
written(struct clean *c)
{
	return arena_copy(c->scratch, buf_text(&c->text));
}

/* Up to 15 digits, the first no zero: written so whatever the decimal sign.  How many. */
static size_t
plain_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n <= 15 && (n == 1 || (n > 1 && s.p[0] != '0')) ? n : 0;
}

static enum clean_verdict
as_number(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	char decimal = c->plan->layout->file[c->file].reading[f].decimal;
	bool ambiguous = false;
	struct number n;
	int64_t whole;

	if (plain_digits(in) == in.n)
		return CLEAN_SAME;
	if (!number_parse_human(in, decimal, &n, &ambiguous))
		return ambiguous ? CLEAN_UNDECIDED : CLEAN_UNREAD;
	if (vocab[f].type == VOCAB_TYPE_INT && !number_scaled(n, 0, &whole))
		return CLEAN_UNREAD;
	number_print(begin(c), n);
	return answer(in, written(c), out);
}

/* How large a firm is, many systems know by classes; the lower end is sure, what was there is kept.
 * Without a decimal sign 1,001 is what it must be where people are counted. */
static enum clean_verdict
as_class(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	char decimal = c->plan->layout->file[c->file].reading[f].decimal;
	struct number low;

	if (!number_range(in, decimal ? decimal : str_find(in, ',') != in.n ? '.' : ',', &low))
		return CLEAN_UNREAD;
	number_print(begin(c), low);
	*out = written(c);
	clean_keep(c, f, in);
	return CLEAN_REPAIRED;
}

static enum clean_verdict
as_money(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	char decimal = c->plan->layout->file[c->file].reading[f].decimal;
	bool ambiguous = false;
	struct money m;
	size_t digits = plain_digits(in);

	if (digits != 0 && (digits == in.n || (in.p[digits] == ' ' &&
	    money_is_code(str_slice(in, digits + 1, in.n)))))
		return CLEAN_SAME;
	if (!money_parse_human(in, decimal, &m, &ambiguous))
		return ambiguous ? CLEAN_UNDECIDED : CLEAN_UNREAD;
	money_print(begin(c), &m);
	return answer(in, written(c), out);
}

/* Permission is never guessed: a word that nobody knows refuses the record. */
static enum clean_verdict
as_truth(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	int truth;

	(void)c;
	if (str_is(in, "false") || str_is(in, "true"))
		return CLEAN_SAME;
	if ((truth = vocab_truth(in)) < 0)
		return f == VOCAB_EMAIL_OPT_OUT || f == VOCAB_DO_NOT_CALL ? CLEAN_REFUSED :
		    CLEAN_UNREAD;
	return answer(in, truth ? STR("true") : STR("false"), out);
}

/* RFC 3339 with an offset or Z, or a plain date: exactly what we write, but for fractions. */
static bool
is_canonical(struct str s, const struct civil *c)
{
	return c->has_time ? s.n >= 20 && s.p[10] == 'T' && s.p[s.n - 1] == 'Z' : s.n == 10;
}

static enum clean_verdict
as_time(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	const struct layout_reading *r = &c->plan->layout->file[c->file].reading[f];
	struct civil civil;

	if (date_parse_iso(in, &civil)) {
		if (is_canonical(in, &civil))
			return CLEAN_SAME;
	} else if (!(r->serial && date_parse_serial(in, &civil))) {
		switch (date_parse(in, r->order, &civil)) {
		case DATE_NO:
			return CLEAN_UNREAD;
		case DATE_AMBIGUOUS:
			return CLEAN_UNDECIDED;
		case DATE_OK:
			break;
		}
	}
	if (civil.has_time)
		date_print(begin(c), zone_instant(c->plan->zone, &civil));
	else
		date_print_civil(begin(c), &civil);
	if (c->text.n == 0)                   /* outside the calendar once it is in UTC */
		return CLEAN_UNREAD;
	return answer(in, written(c), out);
}

/* Ours of the field's words; "" of none; NULL: nobody knows it. */
static const char *
find_word(struct clean *c, enum vocab_field f, struct str in)
{
	int64_t *known = clean_memo(c, CLEAN_MEMO_WORD, in, f);
	const char *word;

	if (known != NULL && *known != MEMO_NEW)
		return (const char *)(intptr_t)*known;
	word = words_find(c->plan->words, c->scratch, f, in);
	if (known != NULL)
		*known = (intptr_t)word;
	return word;
}

static enum clean_verdict
as_word(struct clean *c, enum vocab_field f, struct str in, struct str *out)
{
	const char *word = find_word(c, f, in);

	if (word != NULL && str_is(in, word))
		return CLEAN_SAME;
	if (vocab_has_word(vocab[f].words, in))
		return CLEAN_SAME;
	if (word == NULL && f == VOCAB_CONSENT)
		return CLEAN_REFUSED;
	if (word == NULL)
		return CLEAN_UNKNOWN;
	*out = str_of(word);
	return out->n == 0 ? CLEAN_BLANK : CLEAN_REPAIRED;
}

static const struct {
	cleaner *clean;
	enum clean_kind kind;
	bool missing;                   /* words for missing are blanked */
} types[] = {
	[VOCAB_TYPE_TEXT] = { as_text, CLEAN_SPACE, false },
	[VOCAB_TYPE_EMAIL] = { clean_email, CLEAN_EMAIL, true },
	[VOCAB_TYPE_PHONE] = { as_phone, CLEAN_PHONE, true },
	[VOCAB_TYPE_COUNTRY] = { as_country, CLEAN_COUNTRY, true },
	[VOCAB_TYPE_INT] = { as_number, CLEAN_NUMBER, true },
	[VOCAB_TYPE_DECIMAL] = { as_number, CLEAN_NUMBER, true },
	[VOCAB_TYPE_MONEY] = { as_money, CLEAN_MONEY, true },
	[VOCAB_TYPE_BOOL] = { as_truth, CLEAN_TRUTH, true },
	[VOCAB_TYPE_TIME] = { as_time, CLEAN_DATE, true },
	[VOCAB_TYPE_LIST] = { as_text, CLEAN_SPACE, false },
	[VOCAB_TYPE_WORD] = { as_word, CLEAN_WORD, true },
	[VOCAB_TYPE_ACTIVITIES] = { as_text, CLEAN_SPACE, false },
};

/* The words of a stage are ours when they are ours in any case; other stages are the file's own. */
static enum clean_verdict
as_stage(struct str in, struct str *out)
{
	static const char *const stages[] = { "awareness", "interest", "consideration", "intent",
		"conversion" };
	size_t i;

	for (i = 0; i < sizeof stages / sizeof *stages; i++)
		if (str_eq_nocase(in, str_of(stages[i])))
			return answer(in, str_of(stages[i]), out);
	return CLEAN_SAME;
}

enum clean_verdict
clean_value(struct clean *c, enum vocab_field f, struct str in, struct str *out,
    enum clean_kind *kind)
{
	enum vocab_type type = vocab[f].type;
	enum clean_verdict verdict;

	*kind = types[type].kind;
	if ((types[type].missing || f == VOCAB_STAGE) && vocab_means_missing(in)) {
		*kind = CLEAN_MISSING;
		return CLEAN_BLANK;
	}
	if (f == VOCAB_STAGE) {
		*kind = CLEAN_WORD;
		return as_stage(in, out);
	}
	verdict = types[type].clean(c, f, in, out);
	if (f == VOCAB_EMPLOYEES && verdict == CLEAN_UNREAD) {
		*kind = CLEAN_RANGE;
		return as_class(c, f, in, out);
	}
	return verdict;
}
