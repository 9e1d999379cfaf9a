/*
 * model_check - rules one by one, then what all of them together can come to.
 *
 *	rule:  least … most points  ─►  group: sums, within limits  ─►  total  ─►  grades in reach
 *
 * That rules may exclude one another is not looked at, so the reach is never too small.
 */
#include <stdarg.h>
#include <stdio.h>

#include "score/model_check.h"
#include "score/model_impl.h"

#define FAR INT64_C(1000000000000000)   /* more than all points there can be */

struct check {
	const struct model *m;
	struct buf *out;
	size_t found;
};

struct reach {
	int64_t least, most;
};

static void
find(struct check *c, struct place at, struct str name, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

static void
find(struct check *c, struct place at, struct str name, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	buf_str(c->out, str_of(at.file));
	if (at.line != 0)
		buf_printf(c->out, ":%llu", (unsigned long long)at.line);
	buf_printf(c->out, ": %.*s: %s\n", STR_ARG(name), text);
	c->found++;
}

static struct reach
limited(struct reach r, struct model_limits l)
{
	return (struct reach){ model_limited(r.least, l), model_limited(r.most, l) };
}

static void
stretch(struct reach *r, int64_t points)
{
	r->least = points < r->least ? points : r->least;
	r->most = points > r->most ? points : r->most;
}

/* What a rule can give.  Nothing, where it does not apply: but not where every value counts. */
static struct reach
reach_of(const struct model_rule *r)
{
	bool always = (r->kind == MODEL_BINS || r->kind == MODEL_MAP) && r->when == NULL;
	struct reach reach = { always ? r->other : 0, always ? r->other : 0 };
	size_t i;

	if (r->when != NULL && condition_never(r->when))
		return (struct reach){ 0 };
	switch (r->kind) {
	case MODEL_BINS:
		for (i = 0; i < r->bins; i++)
			stretch(&reach, r->bin[i].points);
		break;
	case MODEL_MAP:
		for (i = 0; i < r->map.count; i++)
			stretch(&reach, r->word_points[i]);
		break;
	case MODEL_EACH:
		reach = (struct reach){ r->points ? -FAR : 0, r->points ? FAR : 0 };
		break;
	default:
		stretch(&reach, r->kind == MODEL_WHEN || r->first_only ? r->points :
		    r->points > 0 ? FAR : r->points < 0 ? -FAR : 0);
	}
	if (r->kind == MODEL_BINS || r->kind == MODEL_MAP) {
		stretch(&reach, r->other);
		stretch(&reach, r->unknown);
	}
	return limited(reach, r->limits);
}

static struct reach
group_reach(const struct model *m, const struct model_group *g)
{
	struct reach sum = { 0 }, one;
	size_t i;

	for (i = g->first; i < g->end; i++) {
		one = reach_of(&m->rule[i]);
		sum.least = sum.least + one.least < -FAR ? -FAR : sum.least + one.least;
		sum.most = sum.most + one.most > FAR ? FAR : sum.most + one.most;
	}
	return limited(sum, g->limits);
}

/*
 * Rules.
 */
static void
name_bin(const struct model_bin *bin, struct buf *b)
{
	b->n = 0;
	if (bin->has_low)
		number_print(b, bin->low);
	buf_str(b, STR(".."));
	if (bin->has_high)
		number_print(b, bin->high);
}

/* Is a's low end at or below b's? */
static bool
begins_before(const struct model_bin *a, const struct model_bin *b)
{
	return !a->has_low || (b->has_low && number_cmp(a->low, b->low) <= 0);
}

static bool
ends_behind(const struct model_bin *a, const struct model_bin *b)
{
	return !a->has_high || (b->has_high && number_cmp(a->high, b->high) >= 0);
}

/* Do they share more than an end? */
static bool
overlap(const struct model_bin *a, const struct model_bin *b)
{
	if (a->has_high && b->has_low && number_cmp(a->high, b->low) <= 0)
		return false;
	return !(b->has_high && a->has_low && number_cmp(b->high, a->low) <= 0);
}

static void
check_bins(struct check *c, const struct model_rule *r)
{
	struct buf one = { 0 }, other = { 0 };
	size_t i, j;

	for (i = 1; i < r->bins; i++)
		for (j = 0; j < i; j++) {
			const struct model_bin *a = &r->bin[j], *b = &r->bin[i];

			if (!(begins_before(a, b) && ends_behind(a, b)) && !overlap(a, b))
				continue;
			name_bin(b, &one);
			name_bin(a, &other);
			if (begins_before(a, b) && ends_behind(a, b))
				find(c, r->at, r->name, "the bin %.*s is never reached: "
				    "%.*s, which comes first, holds all of it", STR_ARG(buf_text(&one)),
				    STR_ARG(buf_text(&other)));
			else
				find(c, r->at, r->name, "the bins %.*s and %.*s overlap; "
				    "the first that holds a value counts", STR_ARG(buf_text(&other)),
				    STR_ARG(buf_text(&one)));
			break;
		}
	buf_free(&one);
	buf_free(&other);
}

/* A word that is nearly, and not quite, one of the taxonomy's. */
static void
check_words(struct check *c, const struct model_rule *r)
{
	const char *const *words = r->words, *nearest;
	uint32_t i;
	size_t w;

	for (i = 0; words != NULL && i < r->map.count; i++) {
		struct str word = r->map.entry[i].key;

		for (w = 0; words[w] != NULL && !str_is(word, words[w]); w++)
			continue;
		nearest = words[w] == NULL ? str_nearest(word, words) : NULL;
		if (nearest != NULL)
			find(c, r->at, r->name, "no lead has the word \"%.*s\"; did you mean \"%s\"?",
			    STR_ARG(word), nearest);
	}
}

static void
check_rule(struct check *c, const struct model_rule *r)
{
	struct reach reach = reach_of(r);
	struct buf b = { 0 };
	size_t i;

	for (i = c->m->group[r->group].first; &c->m->rule[i] < r; i++)
		if (str_eq(c->m->rule[i].name, r->name))
			find(c, r->at, r->name, "an earlier rule of the group has the same name");
	if (r->when != NULL && condition_never(r->when))
		find(c, r->at, r->name, "can never fire: its condition contradicts itself");
	else if (reach.least == 0 && reach.most == 0)
		find(c, r->at, r->name, "can never give a point");
	else if (reach.least == reach.most) {
		number_print_points(&b, reach.least);
		find(c, r->at, r->name, "gives %.*s to every lead", STR_ARG(buf_text(&b)));
		buf_free(&b);
	}
	if (r->kind == MODEL_BINS)
		check_bins(c, r);
	if (r->kind == MODEL_MAP)
		check_words(c, r);
}

/*
 * Grades.
 */
static void
check_scale(struct check *c, struct place at, const struct model_scale *s, struct str of,
    struct reach reach)
{
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < s->n; i++) {
		bool too_high = reach.most < s->grade[i].least && i + 1 < s->n;
		bool too_low = i > 0 && reach.least >= s->grade[i - 1].least;

		b.n = 0;
		number_print_points(&b, too_low ? reach.least : reach.most);
		if (too_high || too_low)
			find(c, at, s->grade[i].name, "no lead gets this grade: the %s %.*s can be is %.*s",
			    too_low ? "least" : "most", STR_ARG(of), STR_ARG(buf_text(&b)));
	}
	buf_free(&b);
}

static void
check_grades(struct check *c, struct place at)
{
	const struct model *m = c->m;
	struct reach total = { 0 }, one;
	size_t g;

	for (g = 0; g < m->groups; g++) {
		one = group_reach(m, &m->group[g]);
		total.least = total.least + one.least < -FAR ? -FAR : total.least + one.least;
		total.most = total.most + one.most > FAR ? FAR : total.most + one.most;
		if (m->group[g].first == m->group[g].end)
			find(c, at, m->group[g].name, "a group without rules");
	}
	total = limited(total, m->limits);
	if (m->cell == NULL) {
		check_scale(c, at, &m->grades, STR("the total"), total);
	} else {
		one = group_reach(m, &m->group[m->row_group]);
		check_scale(c, at, &m->rows, m->group[m->row_group].name, one);
		one = group_reach(m, &m->group[m->column_group]);
		check_scale(c, at, &m->columns, m->group[m->column_group].name, one);
	}
	if (m->calibrated && m->slope <= 0)
		find(c, at, STR("calibration"), "more points make it less probable");
}

size_t
model_check(const struct model *m, const char *path, struct buf *out)
{
	struct check c = { m, out, 0 };
	struct place at = { .file = m->rules != 0 ? m->rule[0].at.file : path };
	size_t i;

	for (i = 0; i < m->rules; i++)
		check_rule(&c, &m->rule[i]);
	check_grades(&c, at);
	return c.found;
}

/* A column that the rule looks at and no lead has; UINT32_MAX: there is none. */
static uint32_t
missing(const struct model_rule *r, const uint64_t *seen)
{
	const uint32_t *slot;
	size_t i, n = r->when != NULL ? condition_slots(r->when, &slot) : 0;

	if (r->kind != MODEL_WHEN && seen[r->slot] == 0)
		return r->slot;
	if (r->kind == MODEL_WHEN && r->decay.kind != MODEL_STEADY && seen[r->since] == 0)
		return r->since;
	for (i = 0; i < n; i++)
		if (seen[slot[i]] == 0)
			return slot[i];
	return UINT32_MAX;
}

void
model_check_lead(const struct model *m, const struct model_score *score, uint64_t acted[])
{
	size_t i;

	for (i = 0; i < m->rules; i++) {
		struct model_term t = model_term(score, i);

		acted[i] += t.points != 0 || t.limited != 0;
	}
}

size_t
model_check_leads(const struct model *m, const struct schema *s, const uint64_t *seen,
    const uint64_t *acted, uint64_t leads, struct buf *out)
{
	struct check c = { m, out, 0 };
	size_t i;

	for (i = 0; i < m->rules; i++) {
		const struct model_rule *r = &m->rule[i];
		uint32_t slot = missing(r, seen);

		if (slot != UINT32_MAX)
			find(&c, r->at, r->name, "no column \"%.*s\" in the input",
			    STR_ARG(s->wanted[slot].name));
		else if (acted[i] == 0)
			find(&c, r->at, r->name, "gave points to none of %llu leads",
			    (unsigned long long)leads);
	}
	return c.found;
}
