/*
 * explain - terms to text.  What limits took away are terms too, so nothing is unexplained.
 *
 * What stands before the points is made ready when the model is loaded, as it will stand in the list:
 *
 *	forms +15;forms unknown +3;forms capped -5;forms raised +2;forms unknown: form_submits;
 *	^^^^^^    ^^^^^^^^^^^^^^   ^^^^^^^^^^^^^   ^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
#include "record/list.h"
#include "score/explain.h"
#include "score/model_impl.h"

/* What a rule, or a limit, has to say.  UNKNOWN is all of the item, "" when that depends on the lead. */
enum { GAVE, UNKNOWN_GAVE, CAPPED, RAISED, UNKNOWN, WORDS };

/* Ready text is copied this much at once, and so much of it can be read. */
enum { AT_ONCE = 32 };

struct explain {
	const struct model *model;
	struct str (*rule)[WORDS];
	struct str (*group)[WORDS];     /* of each, and the total's */
	size_t most;                    /* bytes that one lead can take */
	bool plain;                     /* no name has to be quoted */
	struct buf text, item;
};

/* Does it stand in a cell of CSV as it is? */
static bool
is_plain(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (memchr(",\"\t\r\n", s.p[i], 5) != NULL)
			return false;
	return !str_starts(s, STR("\xef\xbb\xbf"));
}

/* "NAME what", as it stands in a list; `rest` comes behind it, and all of it when that is the end. */
static struct str
ready(struct explain *x, struct arena *a, struct str name, const char *what, struct str rest)
{
	struct buf b = { 0 };
	size_t n;
	char *text;

	x->item.n = 0;
	buf_str(&x->item, name);
	buf_str(&x->item, str_of(what));
	buf_str(&x->item, rest);
	x->plain = x->plain && is_plain(buf_text(&x->item));
	list_add(&b, buf_text(&x->item));
	n = rest.n != 0 ? b.n : b.n - 1;
	text = arena_text(a, n + AT_ONCE);
	memset(text, 0, n + AT_ONCE);
	memcpy(text, b.p, n);
	buf_free(&b);
	x->most += n + AT_ONCE + NUMBER_POINTS + sizeof "+;";
	return (struct str){ text, n };
}

static void
ready_all(struct explain *x, struct arena *a, struct str name, struct str words[WORDS])
{
	static const char *const what[] = { [GAVE] = " ", [UNKNOWN_GAVE] = " unknown ",
		[CAPPED] = " capped ", [RAISED] = " raised " };
	size_t i;

	for (i = 0; i < sizeof what / sizeof *what; i++)
		words[i] = ready(x, a, name, what[i], STR(""));
}

struct explain *
explain_new(struct arena *a, const struct model *m, const struct schema *s)
{
	struct explain *x = arena_alloc(a, sizeof *x);
	const uint32_t *slot;
	size_t i;

	*x = (struct explain){ .model = m, .plain = true };
	x->rule = arena_array(a, m->rules + 1, sizeof *x->rule);
	x->group = arena_array(a, m->groups + 1, sizeof *x->group);
	for (i = 0; i < m->rules; i++) {
		const struct model_rule *r = &m->rule[i];

		ready_all(x, a, r->name, x->rule[i]);
		slot = &r->slot;
		if (r->kind == MODEL_WHEN ? r->decay.kind == MODEL_STEADY &&
		    condition_slots(r->when, &slot) == 1 : r->when == NULL)
			x->rule[i][UNKNOWN] = ready(x, a, r->name, " unknown: ", s->wanted[*slot].name);
	}
	for (i = 0; i <= m->groups; i++)
		ready_all(x, a, i < m->groups ? m->group[i].name : STR("total"), x->group[i]);
	return x;
}

void
explain_free(struct explain *x)
{
	buf_free(&x->text);
	buf_free(&x->item);
}

/* For want of which fields the rule could not be told: "employees, industry". */
static char *
put_unknown(struct explain *x, char *to, const struct model_rule *r, struct lead *l)
{
	enum { MOST = 8 };
	uint32_t slot[MOST];
	size_t i, n = r->when != NULL ? condition_unknown(r->when, l, slot, MOST) : 0;

	if (n == 0) {                   /* it is not the condition */
		slot[0] = r->kind == MODEL_WHEN ? r->since : r->slot;
		n = 1;
	}
	x->item.n = 0;
	buf_str(&x->item, r->name);
	buf_str(&x->item, STR(" unknown: "));
	for (i = 0; i < n && i < MOST; i++) {
		if (i != 0)
			buf_str(&x->item, STR(", "));
		buf_str(&x->item, l->schema->wanted[slot[i]].name);
	}
	x->text.n = (size_t)(to - x->text.p);
	list_add(&x->text, buf_text(&x->item));
	return buf_room(&x->text, x->most);
}

static inline char *
put(char *to, struct str words)
{
	memcpy(to, words.p, AT_ONCE);
	if (words.n > AT_ONCE)
		memcpy(to + AT_ONCE, words.p + AT_ONCE, words.n - AT_ONCE);
	return to + words.n;
}

static inline char *
put_points(char *to, struct str words, int64_t points)
{
	to = put(to, words);
	*to = '+';
	to = number_put_points(to + (points >= 0), points);
	*to++ = ';';
	return to;
}

/* What a limit took, or gave. */
static inline char *
put_limited(char *to, const struct str words[WORDS], int64_t points)
{
	return points == 0 ? to : put_points(to, words[points < 0 ? CAPPED : RAISED], points);
}

struct str
explain_reasons(struct explain *x, const struct model_score *score, struct lead *l, bool *plain)
{
	const struct model *m = x->model;
	const struct str *words = x->rule[0];
	char *to;
	size_t g, i = 0;

	*plain = x->plain;
	x->text.n = 0;
	to = buf_room(&x->text, x->most);
	for (g = 0; g < m->groups; g++) {
		for (; i < m->group[g].end; i++, words += WORDS) {
			struct model_term t = model_term(score, i);

			if (t.state == MODEL_UNKNOWN && t.points == 0) {
				*plain = *plain && words[UNKNOWN].n != 0;
				to = words[UNKNOWN].n ? put(to, words[UNKNOWN]) :
				    put_unknown(x, to, &m->rule[i], l);
				continue;
			}
			if (t.points != t.limited)
				to = put_points(to, words[t.state == MODEL_UNKNOWN ? UNKNOWN_GAVE : GAVE],
				    t.points - t.limited);
			to = put_limited(to, words, t.limited);
		}
		to = put_limited(to, x->group[g], model_group_limited(score, g));
	}
	to = put_limited(to, x->group[g], score->total_limited);
	x->text.n = (size_t)(to - x->text.p);
	list_end(&x->text, 0);
	return buf_text(&x->text);
}
