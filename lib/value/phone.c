/*
 * phone - a number is judged as libphonenumber judges it, step for step.
 *
 * The country is named by a + or the international prefix of the region, or it is the
 * region's own.  Then the national prefix goes, unless that spoils the number, and what
 * is left must be valid in one of the territories that share the calling code.  Whatever
 * needs the metadata is a walk in the automaton of phone_table.h.
 */
#include "value/phone.h"
#include "value/phone_table.h"
#include "value/phone_text.h"

enum { NATIONAL_LEAST = 2, NATIONAL_MOST = 17, CODE_MOST = 3 };

struct digits {
	const unsigned char *p;
	size_t n;
};

/* Room for digits that are no part of the text: a prefix may be replaced twice. */
struct room {
	unsigned char digit[2][PHONE_TEXT_DIGITS + sizeof ((struct phone_table_plan *)0)->digits];
	int used;
};

enum country { HOME, NAMED, WRONG };

static unsigned
walk(unsigned state, struct digits d)
{
	size_t i;

	for (i = 0; i < d.n && state >= phone_table_final; i++)
		state = phone_table_next[state][d.p[i]];
	return phone_table_answer[state];
}

static struct digits
drop(struct digits d, size_t n)
{
	return (struct digits){ d.p + n, d.n - n };
}

static const struct phone_table_plan *
plan_of_region(struct str region)
{
	unsigned a, b, i;

	if (region.n != 2)
		return NULL;
	a = (unsigned)((unsigned char)region.p[0] - 'A');
	b = (unsigned)((unsigned char)region.p[1] - 'A');
	if (a >= 26 || b >= 26 || (i = phone_table_regions[a * 26 + b]) == 0)
		return NULL;
	return &phone_table_plans[i - 1];
}

/* The main plan of the calling code that the digits begin with, which is dropped. */
static const struct phone_table_plan *
plan_of_code(struct digits *d)
{
	unsigned code = 0;
	size_t i;

	for (i = 0; i < CODE_MOST && i < d->n; i++) {
		code = code * 10 + d->p[i];
		if (code == 0)
			return NULL;
		if (phone_table_codes[code] != 0) {
			*d = drop(*d, i + 1);
			return &phone_table_plans[phone_table_codes[code] - 1];
		}
	}
	return NULL;
}

/* Longer than any national number, a local one included. */
static bool
is_too_long(const struct phone_table_plan *plan, size_t n)
{
	return n >= 32 || (plan->lengths >> n == 0 && (plan->local >> n & 1) == 0);
}

static bool
has_length(const struct phone_table_plan *plan, size_t n)
{
	return n < 32 && (plan->lengths >> n & 1) != 0;
}

/* Drop the national prefix, or put another in its place; not where that makes a number
 * that fits the plan one that does not. */
static struct digits
without_prefix(const struct phone_table_plan *plan, struct digits d, struct room *room)
{
	unsigned number = walk(plan->national, d);
	const struct phone_table_cut *cut = &phone_table_cuts[number];
	struct digits rest = drop(d, cut->drop);
	size_t n = 0;

	if (number == 0)
		return d;
	if (cut->to > cut->from) {
		unsigned char *p = room->digit[room->used++];

		for (; plan->digits[n] != '\0'; n++)
			p[n] = (unsigned char)(plan->digits[n] - '0');
		memcpy(p + n, d.p + cut->from, (size_t)(cut->to - cut->from));
		n += (size_t)(cut->to - cut->from);
		memcpy(p + n, rest.p, rest.n);
		rest = (struct digits){ p, n + rest.n };
	}
	return walk(plan->general, d) && !walk(plan->general, rest) ? d : rest;
}

/* How many digits the calling code has when d begins with it, else 0. */
static size_t
own_code(const struct phone_table_plan *plan, struct digits d)
{
	struct digits rest = d;
	const struct phone_table_plan *main = plan_of_code(&rest);

	return main != NULL && main->code == plan->code ? d.n - rest.n : 0;
}

/* Find the plan of the country that the number names, and drop its code; or it is home's. */
static enum country
find_country(const struct phone_table_plan *home, bool plus, struct digits *d, struct room *room,
    const struct phone_table_plan **plan)
{
	size_t n = plus || home == NULL ? 0 : walk(home->abroad, *d);
	struct digits rest;

	if (n < d->n && n > 0 && d->p[n] == 0)
		n = 0;                  /* no calling code begins with 0 */
	if (plus || n > 0) {
		*d = drop(*d, n);
		*plan = d->n > NATIONAL_LEAST ? plan_of_code(d) : NULL;
		return *plan != NULL ? NAMED : WRONG;
	}
	*plan = home;
	if (home == NULL || (n = own_code(home, *d)) == 0)
		return HOME;
	rest = without_prefix(home, drop(*d, n), room);
	if (!is_too_long(home, d->n) && (walk(home->general, *d) || !walk(home->general, rest)))
		return HOME;
	*d = rest;
	*plan = &phone_table_plans[phone_table_codes[home->code] - 1];
	return NAMED;
}

static struct str
written(struct arena *a, unsigned code, struct digits d)
{
	char *p = arena_text(a, 1 + CODE_MOST + d.n);
	size_t i, n = 0;

	p[n++] = '+';
	if (code >= 100)
		p[n++] = (char)('0' + code / 100);
	if (code >= 10)
		p[n++] = (char)('0' + code / 10 % 10);
	p[n++] = (char)('0' + code % 10);
	for (i = 0; i < d.n; i++)
		p[n++] = (char)('0' + d.p[i]);
	return (struct str){ p, n };
}

static enum phone_status
judge(struct arena *a, struct digits all, bool plus, const struct phone_table_plan *home,
    struct phone *p)
{
	struct room room = { .used = 0 };
	struct digits d = all, rest;
	const struct phone_table_plan *plan, *first;
	enum country country = find_country(home, plus, &d, &room, &plan);
	unsigned valid;

	if (country == WRONG && plus) {         /* "+00 49": the plus says nothing */
		d = all;
		country = find_country(home, false, &d, &room, &plan) == NAMED ? NAMED : WRONG;
	}
	if (country == WRONG)
		return PHONE_INVALID;
	if (plan == NULL)
		return PHONE_UNKNOWN;
	rest = without_prefix(plan, d, &room);
	if (has_length(plan, rest.n) || is_too_long(plan, rest.n))
		d = rest;
	if (d.n < NATIONAL_LEAST || d.n > NATIONAL_MOST)
		return PHONE_INVALID;
	first = &phone_table_plans[phone_table_codes[plan->code] - 1];
	if ((valid = walk(first->verdict, d)) == 0)
		return PHONE_INVALID;
	p->e164 = written(a, plan->code, d);
	memcpy(p->region, first[valid - 1].region, sizeof p->region);
	return PHONE_VALID;
}

enum phone_status
phone_parse(struct arena *a, struct str s, struct str region, struct phone *p)
{
	const struct phone_table_plan *home = plan_of_region(region);
	struct phone_text text;
	struct digits all;
	enum phone_status status;

	*p = (struct phone){ .e164 = STR(""), .extension = STR("") };
	if (str_trim(s).n == 0)
		return PHONE_UNKNOWN;
	if (!phone_text_read(s, &text))
		return PHONE_INVALID;
	all = (struct digits){ text.digit, text.n };
	status = judge(a, all, text.plus, home, p);
	if (status != PHONE_VALID && !text.plus && all.n > 2 && all.p[0] == 0 && all.p[1] == 0)
		status = judge(a, drop(all, 2), true, NULL, p);
	if (status == PHONE_VALID && text.extension_n > 0)
		p->extension = arena_copy(a, (struct str){ text.extension, text.extension_n });
	return status;
}
