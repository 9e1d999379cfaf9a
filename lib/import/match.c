/*
 * match - sort each kind of key, then join along the runs of equal ones.
 */
#include "import/match_impl.h"

const char *const match_rule_name[MATCH_RULES] = {
	"id", "email", "phone", "website", "alike", "same", "named"
};

void
match_add(struct match *m, const struct match_lead *l)
{
	buf_add(&m->lead, l, sizeof *l);
	m->count++;
}

void
match_add_text(struct match *m, struct str packed)
{
	steps_add(&m->text_at, m->text.n);
	buf_str(&m->text, packed);
}

struct str
match_packed(const struct match *m, uint32_t lead)
{
	return str_slice(buf_text(&m->text), steps_at(&m->text_at, lead),
	    lead + 1 < m->count ? steps_at(&m->text_at, lead + 1) : m->text.n);
}

/* The parent of a root of several leads: its facts' number is in the other bits. */
#define KNOWN (UINT32_C(1) << 31)

uint32_t
match_root(struct match_work *w, uint32_t i)
{
	uint32_t up, *p = w->parent;

	while ((up = p[i]) != i && !(up & KNOWN)) {
		if (p[up] == up || p[up] & KNOWN)
			return up;
		i = p[i] = p[up];
	}
	return i;
}

static struct match_facts
facts_of(const struct match_work *w, uint32_t root)
{
	const struct match_facts *all = (const struct match_facts *)(const void *)w->facts.p;
	const struct match_lead *l = &w->lead[root];

	if (w->parent[root] & KNOWN)
		return all[w->parent[root] & ~KNOWN];
	return (struct match_facts){ l->key[MATCH_EMAIL], l->first, l->last };
}

/* What root a did not know it learns. */
static void
learn(struct match_work *w, uint32_t a, const struct match_facts *from, uint32_t place)
{
	struct match_facts to = facts_of(w, a);

	to.email = to.email ? to.email : from->email;
	to.first = to.first ? to.first : from->first;
	to.last = to.last ? to.last : from->last;
	if (w->parent[a] & KNOWN)
		place = w->parent[a];
	if (place == 0) {
		place = KNOWN | (uint32_t)(w->facts.n / sizeof to);
		buf_add(&w->facts, &to, sizeof to);
	}
	memcpy(w->facts.p + (place & ~KNOWN) * sizeof to, &to, sizeof to);
	w->parent[a] = place;
}

bool
match_may_join(struct match_work *w, uint32_t x, uint32_t y)
{
	bool one = x < w->m->masters, other = y < w->m->masters;

	w->m->n.apart += one && other;
	return one != other || !w->across;
}

bool
match_is_common(const struct match_work *w, const struct match_entry *e, size_t n)
{
	size_t i, masters = 0;

	for (i = 0; i < n && w->m->masters != 0; i++)
		masters += e[i].row < w->m->masters;
	return masters > MATCH_MOST || n - masters > MATCH_MOST;
}

static bool
differ(uint64_t a, uint64_t b)
{
	return a != 0 && b != 0 && a != b;
}

static bool
agree(uint64_t a, uint64_t b)
{
	return a != 0 && a == b;
}

/* May leads a and b, who share the key, be one person? */
static bool
compatible(const struct match_work *w, uint32_t a, uint32_t b, const struct match_facts *x,
    const struct match_facts *y, bool weak)
{
	bool names_differ = differ(x->last, y->last) || differ(x->first, y->first);
	bool names_agree = agree(x->last, y->last) && agree(x->first, y->first);
	bool mail_differs = differ(x->email, y->email), mail_agrees = agree(x->email, y->email);

	if (weak)
		return names_agree && (w->kind == MATCH_EMAIL || !mail_differs);
	switch (w->kind) {
	case MATCH_ID:
		if (w->lead[a].file == w->lead[b].file)
			return !(names_differ && mail_differs);
		return !(names_differ || mail_differs) ||
		    (!(names_differ && mail_differs) && (names_agree || mail_agrees));
	case MATCH_EMAIL:
		return !(w->lead[a].shared || w->lead[b].shared) || !names_differ;
	default:
		/* Of two firms without the name of a person, the firms have to agree. */
		if (!(x->last != 0 && y->last != 0) && differ(w->lead[a].company, w->lead[b].company))
			return false;
		return !names_differ && !mail_differs;
	}
}

/* The earlier root stays. */
void
match_join(struct match_work *w, uint32_t x, uint32_t y, const struct match_why *why)
{
	uint32_t a = x < y ? x : y, b = x < y ? y : x;
	struct match_facts from = facts_of(w, b);

	learn(w, a, &from, w->parent[b] & KNOWN ? w->parent[b] : 0);
	w->parent[b] = a;
	w->m->n.joined[why->rule]++;
	if (w->m->why != NULL)
		w->m->why[b] = *why;
}

static bool
try(struct match_work *w, uint32_t a, uint32_t b, bool weak)
{
	uint32_t x = match_root(w, a), y = match_root(w, b);
	struct match_facts one, other;

	if (x == y)
		return true;
	one = facts_of(w, x);
	other = facts_of(w, y);
	if (!compatible(w, a, b, &one, &other, weak) || !match_may_join(w, x, y))
		return false;
	match_join(w, x, y, &(struct match_why){ a, b, (enum match_rule)w->kind, 0 });
	return true;
}

/* One mailbox, three names: nobody's. */
static bool
many_names(const struct match_work *w, const struct match_entry *e, size_t n)
{
	const struct match_lead *a = NULL, *b = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		const struct match_lead *l = &w->lead[e[i].row];

		if (l->first == 0 || l->last == 0)
			continue;
		if (a == NULL || (l->first == a->first && l->last == a->last))
			a = l;
		else if (b == NULL || (l->first == b->first && l->last == b->last))
			b = l;
		else
			return true;
	}
	return false;
}

static void
join_all(struct match_work *w, struct match_entry *e, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++)
		try(w, e[i - 1].row, e[i].row, true);
}

/* Too many for all pairs: side by side by name, and only equal names join. */
WRAPS static void
join_by_name(struct match_work *w, const struct match_entry *e, size_t n)
{
	struct match_entry *named;
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		struct match_entry one = { match_full_name(&w->lead[e[i].row]), e[i].row };

		if (one.hash != 0)
			buf_add(&b, &one, sizeof one);
	}
	named = (struct match_entry *)(void *)b.p;
	match_each_run(w, named, b.n / sizeof *named, join_all);
	buf_free(&b);
}

/* Is the address of these on more than one side still? */
static void
note_split(struct match_work *w, const struct match_entry *e, size_t n)
{
	size_t i;

	for (i = 1; i < n && match_root(w, e[i].row) == match_root(w, e[0].row); i++)
		;
	if (i < n)
		buf_add(&w->split, e, sizeof *e);
}

/* A telephone number or a website joins nobody whose address is another.  So who has one that is on his
 * side alone is idle: only somebody who is not may be joined with him. */
static void
find_idle(struct match_work *w)
{
	struct match_entry *split = (struct match_entry *)(void *)w->split.p;
	size_t n = w->split.n / sizeof *split;
	uint64_t mail;
	uint32_t i;

	match_sort(split, n);
	w->idle = arena_alloc(w->arena, w->m->count / 8 + 1);
	for (i = w->from; i < w->m->count; i++) {
		mail = facts_of(w, match_root(w, i)).email;
		if (mail != 0 && match_search(split, n, mail) == NULL)
			w->idle[i / 8] |= (unsigned char)(1 << i % 8);
	}
}

static void
join_run(struct match_work *w, struct match_entry *e, size_t n)
{
	bool weak = w->kind == MATCH_EMAIL && many_names(w, e, n);
	size_t i, k;

	if (match_is_common(w, e, n)) {
		w->m->n.common[w->kind]++;
		join_by_name(w, e, n);
		if (w->kind == MATCH_EMAIL)
			note_split(w, e, n);
		return;
	}
	for (i = 1; i < n; i++)
		for (k = 0; k < i; k++)
			if (try(w, e[k].row, e[i].row, weak))
				break;
	if (w->kind == MATCH_EMAIL)
		note_split(w, e, n);
}

static void
join_kind(struct match_work *w, struct match_entry *e)
{
	size_t n = 0;
	uint32_t row;

	for (row = w->from; row < w->m->count; row++)
		if (w->lead[row].key[w->kind] != 0)
			e[n++] = (struct match_entry){ w->lead[row].key[w->kind], row };
	match_each_run(w, e, n, join_run);
}

void
match_chain(struct match *m)
{
	uint32_t *next, row, first;

	next = m->next = (uint32_t *)(void *)buf_room(&m->nexts, m->count * sizeof *next);
	memset(next, 0xff, m->count * sizeof *next);            /* MATCH_END */
	for (row = m->count; row != 0;) {                       /* each in front of those behind it */
		first = m->group[--row];
		if (first == row)
			continue;
		next[row] = next[first];
		next[first] = row;
	}
}

/* What is known of the groups that there are. */
static void
learn_all(struct match_work *w)
{
	uint32_t i, root;

	for (i = 0; i < w->m->count; i++)
		if ((root = match_root(w, i)) != i) {
			struct match_facts f = facts_of(w, i);

			learn(w, root, &f, 0);
		}
}

/* At the time when it is most. */
static uint64_t
memory(const struct match_work *w)
{
	const struct match *m = w->m;
	size_t each = sizeof *w->entry + sizeof *w->parent + (m->why != NULL ? sizeof *m->why : 0);

	return m->lead.n + m->text.n + steps_size(&m->text_at) + m->alone.n + w->facts.n + w->most +
	    m->count / 8 + m->count * each;
}

void
match_join_groups(struct match *m, uint32_t from, bool across)
{
	/* An address says more than a number that a system gave, and that more than a phone. */
	static const enum match_key order[] = { MATCH_EMAIL, MATCH_ID, MATCH_PHONE,
		MATCH_WEBSITE };
	struct arena a = { 0 };
	struct match_work w = { .m = m, .lead = (const struct match_lead *)(const void *)m->lead.p,
		.arena = &a, .from = from, .across = across };
	uint64_t used;
	uint32_t i;
	size_t k;

	w.entry = arena_array(&a, m->count, sizeof *w.entry);
	w.parent = m->group;
	learn_all(&w);
	for (k = 0; k < MATCH_KEYS; k++) {
		w.kind = order[k];
		if (w.kind == MATCH_PHONE)
			find_idle(&w);
		join_kind(&w, w.entry);
	}
	w.idle = NULL;
	if (m->alike)
		match_block(&w);
	used = memory(&w);
	m->bytes = m->bytes > used ? m->bytes : used;
	arena_free(&a);
	buf_free(&w.facts);
	buf_free(&w.split);
	for (i = 0; i < m->count; i++)
		m->group[i] = match_root(&w, i);
	match_chain(m);
}

void
match_group(struct match *m)
{
	uint32_t i;

	m->group = (uint32_t *)(void *)buf_room(&m->groups, m->count * sizeof *m->group);
	if (m->keep_why)
		m->why = (struct match_why *)(void *)buf_room(&m->whys, m->count * sizeof *m->why);
	for (i = 0; i < m->count; i++)
		m->group[i] = i;
	match_join_groups(m, m->masters, false);
	if (m->masters != 0)
		buf_add(&m->alone, m->group, m->count * sizeof *m->group);
	m->n_alone = m->n;
}

void
match_free(struct match *m)
{
	buf_free(&m->lead);
	buf_free(&m->groups);
	buf_free(&m->nexts);
	buf_free(&m->whys);
	buf_free(&m->text);
	steps_free(&m->text_at);
	buf_free(&m->alone);
}
