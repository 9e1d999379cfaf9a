/*
 * notice_text - a digest that can be read in a mail.
 */
#include "due/notice.h"
#include "value/text.h"

struct text {
	struct buf *b;
	struct arena scratch;
	const struct notice *report;
};

static void
add(struct text *t, struct str s)
{
	buf_str(t->b, text_visible(&t->scratch, s));
}

static void
add_part(struct text *t, const char *before, struct str s)
{
	if (s.n == 0)
		return;
	buf_str(t->b, str_of(before));
	add(t, s);
}

static void
count(struct buf *b, size_t overdue, size_t soon)
{
	if (overdue != 0)
		buf_printf(b, "%zu overdue", overdue);
	if (soon != 0)
		buf_printf(b, "%s%zu due soon", overdue ? ", " : "", soon);
}

/*	1d 2h overdue: call Ann Keller, ACME
 *	    +49 40 555, ann@acme.example; first response; owner: ann; tell manager */
static void
entry(struct text *t, const struct listing_item *i)
{
	const struct str *s = i->facts->text;
	const char *gap = "    ";

	buf_str(t->b, STR("  "));
	listing_print_wait(t->b, i, t->report->now);
	buf_str(t->b, i->facts->overdue ? STR(" overdue: ") : STR(": "));
	add(t, s[LISTING_ACTION].n ? s[LISTING_ACTION] : STR("(no contact is permitted)"));
	add_part(t, " ", s[LISTING_NAME].n ? s[LISTING_NAME] : s[LISTING_ID].n ? s[LISTING_ID] :
	    s[LISTING_EMAIL]);
	add_part(t, ", ", s[LISTING_COMPANY]);
	buf_byte(t->b, '\n');
	if (s[LISTING_ACTION].n != 0 && s[LISTING_PHONE].n != 0) {
		add_part(t, gap, s[LISTING_PHONE]);
		gap = ", ";
	}
	if (s[LISTING_ACTION].n != 0 && s[LISTING_EMAIL].n != 0) {
		add_part(t, gap, s[LISTING_EMAIL]);
		gap = ", ";
	}
	add_part(t, strcmp(gap, ", ") == 0 ? "; " : gap, s[LISTING_RULE]);
	if (!t->report->by_owner)
		add_part(t, "; owner ", s[LISTING_OWNER]);
	if (i->facts->level != 0)
		add_part(t, "; escalate to ", s[LISTING_ESCALATE]);
	buf_byte(t->b, '\n');
}

/* From the i-th on: where those of another owner begin. */
static size_t
owner_ends(const struct listing *due, size_t i)
{
	struct str owner = listing_at(due, i)->facts->text[LISTING_OWNER];

	while (i < due->n && str_eq(listing_at(due, i)->facts->text[LISTING_OWNER], owner))
		i++;
	return i;
}

static void
heading(struct text *t, size_t from, size_t to)
{
	const struct listing *due = t->report->due;
	struct str owner = listing_at(due, from)->facts->text[LISTING_OWNER];
	size_t i, overdue = 0;

	for (i = from; i < to; i++)
		overdue += listing_at(due, i)->facts->overdue;
	buf_str(t->b, STR("\n"));
	add(t, owner.n ? owner : STR("(nobody)"));
	buf_str(t->b, STR(": "));
	count(t->b, overdue, to - from - overdue);
	buf_str(t->b, STR("\n\n"));
}

void
notice_text(struct buf *b, const struct notice *r)
{
	struct text t = { .b = b, .report = r };
	size_t i, end = 0, overdue = 0;

	for (i = 0; i < r->due->n; i++)
		overdue += listing_at(r->due, i)->facts->overdue;
	if (r->due->n == 0)
		buf_str(b, notice_told(r) != 0 ? STR("Nobody new is waiting") :
		    STR("Nobody is waiting"));
	else
		buf_str(b, STR("Leads waiting: "));
	count(b, overdue, r->due->n - overdue);
	if (notice_told(r) != 0)
		buf_printf(b, "; %llu told before", (unsigned long long)notice_told(r));
	buf_str(b, STR(", as of "));
	date_print(b, r->now);
	buf_str(b, STR(".\n"));
	if (!r->by_owner && r->due->n != 0)
		buf_byte(b, '\n');
	for (i = 0; i < r->due->n; i++) {
		if (r->by_owner && i == end)
			heading(&t, i, end = owner_ends(r->due, i));
		entry(&t, listing_at(r->due, i));
		arena_reset(&t.scratch);
	}
	if (r->outcome[SLA_NO_START] != 0)
		buf_printf(b, "\nWithout the time that their rule starts from: %llu.\n",
		    (unsigned long long)r->outcome[SLA_NO_START]);
	arena_free(&t.scratch);
}
