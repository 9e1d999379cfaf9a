/*
 * contact - the names of people.
 *
 * A name is cut into words, and one table says what a word may mean.  Honorifics are taken
 * off the front and suffixes off the end; then either a comma says where the last name is,
 * or it is the final word with the particles before it.  No word is ever lost: what fits
 * nowhere else is a middle name.
 */
#include <stdlib.h>

#include "value/contact.h"

enum { WORDS_MOST = 32, SEGMENTS_MOST = 8, KEY_MOST = 11 };

enum kind {
	PREFIX = 1,             /* Dr. */
	AFTER = 2,              /* goes on with a prefix when written so: Dr. med. */
	SUFFIX = 4,             /* Jr. */
	DEGREE = 8,             /* a suffix where the writing says so, for it may be a name: MA */
	PARTICLE = 16,          /* begins a last name: van der */
	JOINS = 32,             /* stands inside a last name: Ortega y Gasset */
	SMALL = 64,             /* a particle or a joint only when written small */
	DOTTED = 128,           /* a prefix only when written with a full stop */
	AND = 256               /* between two prefixes: Mr. and Mrs. */
};

struct word {
	char text[KEY_MOST + 1];
	unsigned kinds;
};

/* Lower case, no full stops; in byte order, for a binary search. */
static const struct word words[] = {
	{ "&", AND }, { "'t", PARTICLE }, { "2nd", SUFFIX }, { "3rd", SUFFIX }, { "4th", SUFFIX },
	{ "aan", PARTICLE | SMALL }, { "abu", PARTICLE }, { "af", PARTICLE | SMALL },
	{ "al", PARTICLE | SMALL }, { "and", AND }, { "av", PARTICLE | SMALL }, { "ba", DEGREE },
	{ "ben", PARTICLE | SMALL }, { "bin", PARTICLE }, { "bint", PARTICLE }, { "bs", DEGREE },
	{ "bsc", SUFFIX }, { "capt", PREFIX }, { "cfa", DEGREE }, { "cfp", DEGREE },
	{ "col", PREFIX | DOTTED }, { "cpa", DEGREE }, { "da", PARTICLE }, { "dal", PARTICLE },
	{ "dalla", PARTICLE }, { "dame", PREFIX }, { "das", PARTICLE | SMALL }, { "dds", DEGREE },
	{ "de", PARTICLE }, { "degli", PARTICLE }, { "dei", PARTICLE }, { "del", PARTICLE },
	{ "della", PARTICLE }, { "den", PARTICLE }, { "der", PARTICLE }, { "di", PARTICLE },
	{ "dipl-ing", PREFIX }, { "do", PARTICLE | SMALL | DEGREE }, { "dos", PARTICLE },
	{ "dott", PREFIX }, { "dr", PREFIX }, { "dra", PREFIX }, { "du", PARTICLE },
	{ "dvm", DEGREE }, { "e", JOINS | SMALL }, { "el", PARTICLE | SMALL }, { "esq", SUFFIX },
	{ "esquire", SUFFIX }, { "et", AND }, { "frau", PREFIX }, { "fru", PREFIX },
	{ "gen", PREFIX | DOTTED }, { "habil", AFTER }, { "hc", AFTER }, { "herr", PREFIX },
	{ "hon", PREFIX | DOTTED }, { "hr", PREFIX | DOTTED }, { "i", JOINS | SMALL },
	{ "ibn", PARTICLE }, { "ii", SUFFIX }, { "iii", SUFFIX },
	{ "ing", PREFIX | DOTTED | AFTER }, { "iv", SUFFIX }, { "jd", DEGREE }, { "jr", SUFFIX },
	{ "junior", DEGREE }, { "jur", AFTER },
	{ "la", PARTICLE }, { "lady", PREFIX }, { "las", PARTICLE }, { "le", PARTICLE },
	{ "llb", SUFFIX }, { "llm", SUFFIX }, { "lord", PREFIX }, { "los", PARTICLE },
	{ "lt", PREFIX | DOTTED }, { "ma", DEGREE }, { "mag", PREFIX | DOTTED },
	{ "maj", PREFIX | DOTTED }, { "mba", SUFFIX }, { "md", DEGREE }, { "med", AFTER },
	{ "miss", PREFIX }, { "mlle", PREFIX }, { "mme", PREFIX }, { "mr", PREFIX },
	{ "mrs", PREFIX }, { "ms", PREFIX | DEGREE }, { "msc", SUFFIX }, { "mx", PREFIX },
	{ "nat", AFTER }, { "pa", DEGREE }, { "pe", DEGREE }, { "phd", SUFFIX },
	{ "phil", AFTER }, { "pmp", DEGREE }, { "pol", AFTER }, { "prof", PREFIX },
	{ "professor", PREFIX }, { "rer", AFTER }, { "rev", PREFIX }, { "rn", DEGREE },
	{ "sen", PREFIX | DOTTED }, { "senior", DEGREE }, { "sgt", PREFIX },
	{ "sig", PREFIX | DOTTED },
	{ "sir", PREFIX }, { "sr", PREFIX | SUFFIX }, { "sra", PREFIX }, { "srta", PREFIX },
	{ "st", PARTICLE }, { "ten", PARTICLE | SMALL }, { "ter", PARTICLE }, { "und", AND },
	{ "van", PARTICLE }, { "vii", SUFFIX }, { "viii", SUFFIX }, { "vom", PARTICLE },
	{ "von", PARTICLE }, { "y", JOINS | SMALL | AND }, { "zu", PARTICLE }, { "zum", PARTICLE },
	{ "zur", PARTICLE },
};

struct list {
	struct str word[WORDS_MOST];
	size_t n;
};

static int
compare(const void *key, const void *entry)
{
	return strcmp(key, ((const struct word *)entry)->text);
}

static bool
has_capital(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	return false;
}

static bool
has_small(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= 'a' && s.p[i] <= 'z')
			return true;
	return false;
}

/* What the word may mean, with its writing taken into account. */
static unsigned
kinds_of(struct str s)
{
	char key[KEY_MOST + 1];
	const struct word *found;
	unsigned kinds;
	size_t i, n;

	for (i = n = 0; i < s.n; i++) {
		if (s.p[i] == '.')
			continue;
		if (n == KEY_MOST)
			return 0;
		key[n++] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
	}
	key[n] = '\0';
	found = bsearch(key, words, sizeof words / sizeof *words, sizeof *words, compare);
	if (found == NULL)
		return 0;
	kinds = found->kinds;
	if (kinds & SMALL && has_capital(s))
		kinds &= ~(unsigned)(PARTICLE | JOINS);
	if (kinds & DOTTED && n == s.n)
		kinds &= ~(unsigned)PREFIX;
	if (n == s.n || has_capital(s))
		kinds &= ~(unsigned)AFTER;
	return kinds;
}

/* The bytes of the blank that s begins with: ASCII, no-break or ideographic; else 0. */
static size_t
blank_at(struct str s)
{
	if (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r')))
		return 1;
	if (str_starts(s, STR("\xc2\xa0")))
		return 2;
	return str_starts(s, STR("\xe3\x80\x80")) ? 3 : 0;
}

/* Add the words of s to the list; false when they are too many for a name. */
static bool
cut(struct str s, struct list *list)
{
	size_t i = 0, start, blank;

	while (i < s.n) {
		if ((blank = blank_at(str_slice(s, i, s.n))) > 0) {
			i += blank;
			continue;
		}
		for (start = i; i < s.n && blank_at(str_slice(s, i, s.n)) == 0; i++)
			;
		if (list->n == WORDS_MOST)
			return false;
		list->word[list->n++] = str_slice(s, start, i);
	}
	return true;
}

static void
append(struct list *to, const struct list *from, size_t first, size_t end)
{
	while (first < end && to->n < WORDS_MOST)
		to->word[to->n++] = from->word[first++];
}

/* The words, one space between them; in place where they already stand so. */
static struct str
joined(struct arena *a, const struct list *list, size_t first, size_t end)
{
	size_t i, n = 0;
	bool in_place = true;
	char *p;

	if (first >= end)
		return STR("");
	for (i = first; i < end; i++) {
		const struct str *word = &list->word[i];

		n += word->n + (i > first);
		if (i > first && (word->p != word[-1].p + word[-1].n + 1 || word->p[-1] != ' '))
			in_place = false;
	}
	if (in_place)
		return (struct str){ list->word[first].p, n };
	p = arena_text(a, n);
	for (i = first, n = 0; i < end; i++) {
		if (i > first)
			p[n++] = ' ';
		memcpy(p + n, list->word[i].p, list->word[i].n);
		n += list->word[i].n;
	}
	return (struct str){ p, n };
}

static bool
is_suffix(struct str word, bool degrees)
{
	unsigned kinds = kinds_of(word);

	return kinds & SUFFIX || (kinds & DEGREE && (degrees || str_find(word, '.') < word.n));
}

/* "MA" behind "Ann Lee" is a degree; "Ma" or "MA" behind "LI" may well be a name. */
static bool
stands_out(struct str word, struct str name)
{
	return !has_small(word) && has_small(name);
}

/* How many words at the front are honorifics; one word is always left. */
static size_t
prefixes(const struct list *list)
{
	size_t i = 0;
	unsigned kinds;

	while (i + 1 < list->n) {
		kinds = kinds_of(list->word[i]);
		if (kinds & PREFIX || (i > 0 && kinds & AFTER))
			i++;
		else if (i > 0 && kinds & AND && i + 2 < list->n &&
		    kinds_of(list->word[i + 1]) & PREFIX)
			i++;
		else
			break;
	}
	return i;
}

/* Where the suffixes at the end begin; what stands from `first` keeps at least one word. */
static size_t
suffixes(const struct list *list, size_t first)
{
	size_t end = list->n;

	while (end > first + 1 && is_suffix(list->word[end - 1],
	    end > first + 2 && stands_out(list->word[end - 1], list->word[first])))
		end--;
	return end;
}

/* Han, kana and hangul names are written with the family name first. */
static bool
family_first(struct str word)
{
	return word.n >= 3 && (unsigned char)word.p[0] >= 0xe3 && (unsigned char)word.p[0] <= 0xed;
}

/* Where the last name begins among the words first .. end of a name in natural order. */
static size_t
last_begins(const struct list *list, size_t first, size_t end)
{
	size_t i;
	unsigned kinds;

	kinds = kinds_of(list->word[first]);
	if (kinds & PARTICLE && !has_capital(list->word[first]))
		return first;
	for (i = first + 1; i + 1 < end; i++) {
		kinds = kinds_of(list->word[i]);
		if (kinds & PARTICLE)
			return i;
		if (kinds & JOINS)
			return i - 1 > first ? i - 1 : i;
	}
	return end - 1;
}

/* A segment between commas whose every word is a prefix or a suffix goes there. */
static bool
taken_whole(const struct list *segment, const struct list *name, struct list *prefix,
    struct list *suffix)
{
	bool degrees, all_prefix = true, all_suffix = true;
	size_t i;

	for (i = 0; i < segment->n; i++) {
		degrees = name->n > 1 || stands_out(segment->word[i], name->word[0]);
		all_prefix = all_prefix && kinds_of(segment->word[i]) & PREFIX;
		all_suffix = all_suffix && is_suffix(segment->word[i], degrees);
	}
	if (all_suffix)
		append(suffix, segment, 0, segment->n);
	else if (all_prefix)
		append(prefix, segment, 0, segment->n);
	return all_suffix || all_prefix;
}

/* The segments between commas: name, given names, prefixes and suffixes.  False: no name. */
static bool
cut_segments(struct str full, struct list *name, struct list *given, struct list *prefix,
    struct list *suffix)
{
	struct str rest = full, part;
	size_t segments = 0;

	while (str_split(&rest, ',', &part)) {
		struct list segment = { .n = 0 };

		if (++segments > SEGMENTS_MOST || !cut(part, &segment) ||
		    name->n + given->n + prefix->n + suffix->n + segment.n > WORDS_MOST)
			return false;
		if (name->n == 0)
			*name = segment;
		else if (taken_whole(&segment, name, prefix, suffix))
			continue;
		else if (given->n == 0)
			*given = segment;
		else
			append(suffix, &segment, 0, segment.n);
	}
	return true;
}

/* "Berg, Jan van der": the particles behind the given names lead the last name. */
static size_t
given_ends(const struct list *given, size_t first, size_t end)
{
	while (end > first + 1 && kinds_of(given->word[end - 1]) & PARTICLE)
		end--;
	return end;
}

void
contact_split_name(struct arena *a, struct str full, struct name *n)
{
	struct list name = { .n = 0 }, given = { .n = 0 }, prefix = { .n = 0 }, suffix = { .n = 0 };
	struct list front = { .n = 0 }, back = { .n = 0 }, last = { .n = 0 };
	size_t first, end, begin;

	*n = (struct name){ STR(""), STR(""), STR(""), STR(""), STR("") };
	if (!cut_segments(full, &name, &given, &prefix, &suffix)) {
		n->last = str_trim(full);
		return;
	}
	if (name.n == 0)
		return;
	first = prefixes(&name);
	end = suffixes(&name, first);
	append(&front, &name, 0, first);
	append(&back, &name, end, name.n);
	if (given.n > 0) {
		begin = prefixes(&given);
		append(&front, &given, 0, begin);
		append(&back, &given, suffixes(&given, begin), given.n);
		given.n = suffixes(&given, begin);
		append(&last, &given, given_ends(&given, begin, given.n), given.n);
		append(&last, &name, first, end);
		n->first = joined(a, &given, begin, begin + 1);
		n->middle = joined(a, &given, begin + 1, given_ends(&given, begin, given.n));
		n->last = joined(a, &last, 0, last.n);
	} else if (end - first == 1) {
		*(front.n + prefix.n > 0 ? &n->last : &n->first) = joined(a, &name, first, end);
	} else if (end - first == 2 && family_first(name.word[first])) {
		n->last = joined(a, &name, first, first + 1);
		n->first = joined(a, &name, first + 1, end);
	} else {
		begin = last_begins(&name, first, end);
		n->last = joined(a, &name, begin, end);
		n->first = joined(a, &name, first, begin > first ? first + 1 : first);
		n->middle = joined(a, &name, first + 1, begin);
	}
	append(&front, &prefix, 0, prefix.n);
	append(&back, &suffix, 0, suffix.n);
	n->prefix = joined(a, &front, 0, front.n);
	n->suffix = joined(a, &back, 0, back.n);
}

struct str
contact_join_name(struct arena *a, struct str first, struct str last)
{
	struct str swap = first = str_trim(first);
	char *p;

	last = str_trim(last);
	if (first.n == 0 || last.n == 0)
		return first.n ? first : last;
	if (family_first(last)) {
		first = last;
		last = swap;
	}
	p = arena_text(a, first.n + 1 + last.n);
	memcpy(p, first.p, first.n);
	p[first.n] = ' ';
	memcpy(p + first.n + 1, last.p, last.n);
	return (struct str){ p, first.n + 1 + last.n };
}
