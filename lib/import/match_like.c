/*
 * match_like - points by field.
 */
#include "import/match_like.h"
#include "import/match_text.h"

const char *const match_like_name[MATCH_LIKE_FIELDS] = { "first_name", "last_name", "company",
	"street", "city", "region", "postal_code", "country", "birth_date", "phone", "email" };

enum { FIRST = 9, LAST = 12, FIRST_COMMON = 4, LAST_COMMON = 6, DIFFER = -10, SWAPPED = -2,
	BIRTH_AGREES = 14 };

typedef int points_of(struct str, struct str);

/* A likeness falls into the first class it reaches. */
struct class {
	int alike, points;
};

static int
classify(int alike, const struct class *c)
{
	while (alike < c->alike)
		c++;
	return c->points;
}

static int
name(struct str a, struct str b, int full)
{
	int alike;

	if (a.n == 0 || b.n == 0)
		return 0;
	if ((alike = match_text_alike(a, b)) == 1000)
		return full;
	if (alike >= 920)
		return full - 3;
	if (alike >= 840)
		return full - 7;
	if (a.n == 1 || b.n == 1)
		return a.p[0] == b.p[0] ? 4 : -8;
	return alike >= 750 && (a.n > 3 || b.n > 3) ? 0 : DIFFER;
}

/* First and last name, straight or swapped, whichever fits. *differ: the first names do not. */
static int
names(const struct match_like *a, const struct match_like *b, int points[MATCH_LIKE_FIELDS],
    bool *differ)
{
	const struct str *x = a->text, *y = b->text;
	bool common = a->common && b->common;
	int full[2] = { common ? FIRST_COMMON : FIRST, common ? LAST_COMMON : LAST };
	int first = name(x[MATCH_LIKE_FIRST], y[MATCH_LIKE_FIRST], full[0]);
	int last = name(x[MATCH_LIKE_LAST], y[MATCH_LIKE_LAST], full[1]);
	int across, back;

	*differ = first == DIFFER;
	if ((first <= 0 || last <= 0) &&
	    (across = name(x[MATCH_LIKE_FIRST], y[MATCH_LIKE_LAST], full[0])) > 0 &&
	    (back = name(x[MATCH_LIKE_LAST], y[MATCH_LIKE_FIRST], full[1])) > 0 &&
	    across + back + SWAPPED > first + last) {
		*differ = false;
		first = across;
		last = back + SWAPPED;
	}
	points[MATCH_LIKE_FIRST] = first;
	points[MATCH_LIKE_LAST] = last;
	return first + last;
}

static bool
months_swapped(struct str a, struct str b)
{
	return memcmp(a.p, b.p, 4) == 0 && memcmp(a.p + 4, b.p + 6, 2) == 0 &&
	    memcmp(a.p + 6, b.p + 4, 2) == 0;
}

/* Digits: 19800124. */
static int
birth(struct str a, struct str b)
{
	size_t i, wrong = 0;

	if (str_eq(a, b))
		return 24;
	if (a.n == 8 && b.n == 8 && months_swapped(a, b))
		return 18;
	if (match_text_slip(a, b))
		return BIRTH_AGREES;
	for (i = 0; i < a.n && i < b.n; i++)
		wrong += a.p[i] != b.p[i];
	return a.n == b.n && wrong == 2 ? 2 : -12;
}

static int
postal(struct str a, struct str b)
{
	return str_eq(a, b) ? 10 : match_text_slip(a, b) ? 7 : -4;
}

static int
region(struct str a, struct str b)
{
	return str_eq(a, b) ? 1 : -2;
}

static int
city(struct str a, struct str b)
{
	static const struct class classes[] = { { 900, 5 }, { 800, 3 }, { 0, -3 } };
	int share, alike = match_text_alike(a, b), words = match_text_words(a, b, &share) * 95 / 100;

	return classify(alike > words ? alike : words, classes);
}

/* Is a number of one among those of the other? */
static bool
share_number(struct str a, struct str b)
{
	struct str rest, x, y;

	while (a.n != 0 && str_split(&a, '_', &x))
		for (rest = b; rest.n != 0 && str_split(&rest, '_', &y);)
			if (str_eq(x, y))
				return true;
	return false;
}

/* The name of the street, and the number of the house. */
static int
street(struct str a, struct str b)
{
	static const struct class classes[] = { { 920, 12 }, { 840, 8 }, { 700, 0 }, { 0, -8 } };
	char room[4][MATCH_TEXT_MOST];
	struct str x = match_text_part(a, false, room[0]), y = match_text_part(b, false, room[1]);
	struct str m = match_text_part(a, true, room[2]), n = match_text_part(b, true, room[3]);
	int share, alike, words, points = 0;

	if (x.n != 0 && y.n != 0) {
		alike = match_text_alike(x, y);
		words = match_text_words(x, y, &share) * 97 / 100;
		points = classify(alike > words ? alike : words, classes);
	}
	if (m.n != 0 && n.n != 0)
		points += share_number(m, n) ? 4 : -4;
	return points;
}

/* Digits; in front one may have the country's and the other a 0. */
static int
phone(struct str a, struct str b)
{
	struct str x = str_slice(a, a.n > 9 ? a.n - 9 : 0, a.n);
	struct str y = str_slice(b, b.n > 9 ? b.n - 9 : 0, b.n);

	if (x.n >= 6 && str_eq(x, y))
		return 24;
	return x.n >= 6 && match_text_slip(a, b) ? 8 : -4;
}

/* The digits in s as one number, more or less. */
static uint64_t
digits(struct str s)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			n = n * 10 + (uint64_t)(s.p[i] - '0') + 1;
	return n;
}

/* Nobody has two addresses in one place, but ann.lee@ and a.lee@; john2@ is not john1@. */
static int
email(struct str a, struct str b)
{
	struct str x = str_slice(a, 0, str_find(a, '@')), y = str_slice(b, 0, str_find(b, '@'));

	if (str_eq(a, b))
		return 28;
	if (digits(x) != digits(y))
		return -16;
	if (match_text_slip(a, b))
		return 12;
	if (!str_eq(str_slice(a, x.n, a.n), str_slice(b, y.n, b.n)))
		return -4;
	return match_text_alike(x, y) >= 800 ? 0 : -10;
}

static int
country(struct str a, struct str b)
{
	return str_eq(a, b) ? 1 : -8;
}

enum { COMPANY_AGREES = 10 };

static int
company(struct str a, struct str b)
{
	static const struct class classes[] = { { 950, 12 }, { 850, COMPANY_AGREES }, { 600, 0 },
		{ 0, -10 } };
	int share, words = match_text_words(a, b, &share);

	return words >= 950 && share > 900 ? 16 : classify(words, classes);
}

/* What is quickly compared first, as it often settles it; and the most that each can give. */
static const struct {
	enum match_like_field field;
	points_of *points;
	int most;
} others[] = {
	{ MATCH_LIKE_COUNTRY, country, 1 }, { MATCH_LIKE_POSTAL, postal, 10 },
	{ MATCH_LIKE_PHONE, phone, 24 }, { MATCH_LIKE_REGION, region, 1 },
	{ MATCH_LIKE_EMAIL, email, 28 }, { MATCH_LIKE_CITY, city, 5 },
	{ MATCH_LIKE_COMPANY, company, 16 }, { MATCH_LIKE_STREET, street, 16 }
};
enum { OTHERS = sizeof others / sizeof *others };

static bool
has_name(const struct match_like *l)
{
	return l->text[MATCH_LIKE_FIRST].n + l->text[MATCH_LIKE_LAST].n != 0;
}

/* Are both known? */
static bool
comparable(const struct match_like *a, const struct match_like *b, enum match_like_field f)
{
	return a->text[f].n != 0 && b->text[f].n != 0;
}

int
match_like_score(const struct match_like *a, const struct match_like *b, int least,
    int points[MATCH_LIKE_FIELDS])
{
	const struct str *x = a->text, *y = b->text;
	int own[MATCH_LIKE_FIELDS], sum, most = 0;
	bool differ, vouched, named = has_name(a) && has_name(b);
	unsigned i;

	points = points ? points : own;
	memset(points, 0, sizeof own);
	sum = names(a, b, points, &differ);
	if (comparable(a, b, MATCH_LIKE_BIRTH))
		points[MATCH_LIKE_BIRTH] = birth(x[MATCH_LIKE_BIRTH], y[MATCH_LIKE_BIRTH]);
	vouched = points[MATCH_LIKE_BIRTH] >= BIRTH_AGREES;
	if (named && !vouched && (differ || sum <= 0))
		return MATCH_LIKE_NEVER;
	sum += points[MATCH_LIKE_BIRTH];
	for (i = 0; i < OTHERS; i++)
		most += comparable(a, b, others[i].field) ? others[i].most : 0;
	for (i = 0; i < OTHERS && sum + most >= least; i++) {
		enum match_like_field f = others[i].field;

		if (!comparable(a, b, f))
			continue;
		points[f] = others[i].points(x[f], y[f]);
		sum += points[f];
		most -= others[i].most;
	}
	if (sum + most < least)
		return MATCH_LIKE_NEVER;
	return !named && points[MATCH_LIKE_COMPANY] < COMPANY_AGREES ? MATCH_LIKE_NEVER : sum;
}
