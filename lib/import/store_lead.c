/*
 * store_lead - a group of leads as one lead.
 *
 *	spool ─► its leads ─► with their activities ─► merged ─► assessed anew, if anything changed
 */
#include "import/store_impl.h"

/* What the spool has of it, until the view's next: its line, its row or fields. */
static int
look(const struct store *s, struct spool_view *v, uint32_t i, uint64_t *line, struct str *bytes,
    struct err *e)
{
	uint64_t at = steps_at(&s->at, i);
	uint64_t end = i + 1 < s->match.count ? steps_at(&s->at, i + 1) : spool_size(s->spool);
	size_t n = (size_t)(end - at);
	const char *p = spool_look(s->spool, v, at, n, e);

	if (p == NULL)
		return -1;
	memcpy(line, p, sizeof *line);
	*bytes = (struct str){ p + sizeof *line, n - sizeof *line };
	return 0;
}

/* With some room behind, for who reads eight bytes at a time. */
static struct str
copy(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + sizeof(uint64_t));

	memcpy(p, s.p, s.n);
	memset(p + s.n, 0, sizeof(uint64_t));
	return (struct str){ p, s.n };
}

int
store_fetch(const struct store *s, struct spool_view *v, uint32_t i, struct arena *a,
    struct merge_lead *lead, struct err *e)
{
	const struct match_lead *l = (const struct match_lead *)(const void *)s->match.lead.p;
	struct field *f = arena_array(a, (size_t)s->layout->shape->count + 1, sizeof *f);
	uint32_t id = s->layout->at[VOCAB_ID];
	struct str bytes;

	if (look(s, v, i, &lead->at.line, &bytes, e) < 0)
		return -1;
	lead->file = l[i].file;
	lead->at.file = s->file[lead->file];
	bytes = copy(a, bytes);
	if (s->row != NULL)
		spool_split_row(bytes, writer_delimiter(s->row), f, s->layout->shape->count);
	else
		spool_get_fields(bytes, f, s->layout->shape->count);
	lead->field = f;
	lead->name = id == LAYOUT_NONE ? (struct str){ 0 } : record_field_text(a, f[id]);
	lead->has_id = lead->name.n != 0;
	if (!lead->has_id)
		lead->name = store_place(a, lead);
	return 0;
}

struct str
store_place(struct arena *a, const struct merge_lead *lead)
{
	return arena_printf(a, "%s:%llu", lead->at.file, (unsigned long long)lead->at.line);
}

/* What a lead did, on top of what is in its own cell. */
static void
add_activities(const struct store *s, struct arena *a, struct merge_lead *lead)
{
	const struct layout *l = s->layout;
	struct field *f = arena_array(a, (size_t)l->shape->count + 1, sizeof *f);
	struct str list[3], text;
	size_t n, own;

	list[0] = record_field_text(a, lead->field[l->at[VOCAB_ACTIVITIES]]);
	n = own = list[0].n != 0;
	if (l->at[VOCAB_ID] != LAYOUT_NONE) {
		list[n] = join_of_id(s->join, a, record_field_text(a, lead->field[l->at[VOCAB_ID]]));
		n += list[n].n != 0;
	}
	if (l->at[VOCAB_EMAIL] != LAYOUT_NONE) {
		list[n] = join_of_email(s->join, a,
		    record_field_text(a, lead->field[l->at[VOCAB_EMAIL]]));
		n += list[n].n != 0;
	}
	if (n == own)
		return;
	memcpy(f, lead->field, l->shape->count * sizeof *f);
	text = merge_activities(a, list, n);
	f[l->at[VOCAB_ACTIVITIES]] = (struct field){ text.p, (uint32_t)text.n, FIELD_TEXT };
	lead->field = f;
}

void
store_values(const struct store *s, struct arena *a, const struct field *f,
    struct str value[VOCAB_FIELDS])
{
	unsigned v;

	for (v = 0; v < VOCAB_FIELDS; v++)
		value[v] = s->layout->at[v] == LAYOUT_NONE ? (struct str){ 0 } :
		    record_field_text(a, f[s->layout->at[v]]);
}

static uint32_t
next(const struct store *s, uint32_t i)
{
	return s->merges ? s->match.next[i] : MATCH_END;
}

/* No reason to call a lead changed. */
bool
store_derived(const struct layout *l, uint32_t at)
{
	return at == l->at[VOCAB_QUALITY] || at == l->at[VOCAB_FLAGS] || at == l->at[VOCAB_MERGED_FROM];
}

static bool
differ(const struct store *s, struct arena *a, const struct field *x, const struct field *y)
{
	uint32_t i;

	for (i = 0; i < s->layout->shape->count; i++)
		if (!store_derived(s->layout, i) &&
		    !str_eq(record_field_text(a, x[i]), record_field_text(a, y[i])))
			return true;
	return false;
}

/* Is a field of the vocabulary not the lead's, or the column that says who only tries the form out? */
static bool
is_other(const struct layout *l, const struct field *lead, const struct field *out)
{
	unsigned v;
	uint32_t at;

	for (v = 0; v < VOCAB_FIELDS; v++)
		if ((at = l->at[v]) != LAYOUT_NONE && !store_derived(l, at) &&
		    (out[at].raw != lead[at].raw || out[at].size != lead[at].size))
			return true;
	return l->trial != LAYOUT_NONE && out[l->trial].raw != lead[l->trial].raw;
}

/* A merged lead has the quality of what it is now: of most, what that of the first one was. */
static void
assess(const struct store *s, struct arena *a, const struct field *first, struct field *out)
{
	uint32_t quality = s->layout->at[VOCAB_QUALITY], flags = s->layout->at[VOCAB_FLAGS];
	struct str value[VOCAB_FIELDS];

	if (is_other(s->layout, first, out)) {
		store_values(s, a, out, value);
		clean_phone(s->clean, a, value, out);
		clean_assess(s->clean, NULL, a, value, out);
	} else if (quality != LAYOUT_NONE && flags != LAYOUT_NONE) {
		out[quality] = first[quality];
		out[flags] = first[flags];
	}
}

/* A master's lead about which nothing new is said stays as it is, to the byte. */
static void
merge(const struct store *s, struct arena *a, struct store_group *g, const struct field *before,
    struct field *out)
{
	size_t size = s->layout->shape->count * sizeof *out;
	struct merge_rules rules = s->rules;

	if (g->master && !match_agreed(&s->match, g->number, g->leads))
		rules.update = rules.cautious;
	memcpy(out, g->lead[0].field, size);
	if (g->leads > 1)
		merge_leads(s->layout, &rules, a, g->lead, g->leads, g->master, out, g->from);
	g->changed = g->master ? differ(s, a, before, out) : g->leads > 1;
	if (g->changed)
		assess(s, a, g->lead[0].field, out);
	/* A number that was read by the country of another row is read so again. */
	if (g->master && g->changed)
		g->changed = differ(s, a, before, out);
	if (g->master && !g->changed)
		memcpy(out, before, size);
	if (g->master && !g->changed)
		g->changed = merge_ids(s->layout, a, g->lead, g->leads, out);
}

/* Digits, up to nine. */
static bool
whole(struct str s, uint32_t *n)
{
	size_t i;

	for (*n = 0, i = 0; i < s.n && i < 9 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		*n = *n * 10 + (uint32_t)(s.p[i] - '0');
	return i == s.n && i != 0;
}

int
store_shard(struct store *s, const char *text, struct err *e)
{
	struct str rest = str_of(text), part = { 0 };

	if (!str_split(&rest, '/', &part) || !whole(part, &s->shard) || !whole(rest, &s->shards) ||
	    s->shard < 1 || s->shard > s->shards)
		return err_set(e, ERR_CONFIG, PLACE_NONE,
		    "--shard %s: it takes K/N, part K of N, from 1/N to N/N", text);
	return 0;
}

bool
store_elsewhere(const struct store *s, uint32_t i, uint32_t *others)
{
	uint32_t k = i;

	*others = 0;
	if (s->shards == 0 || (s->merges && s->match.group[i] != i) ||
	    (uint64_t)i * s->shards / s->match.count == s->shard - 1)
		return false;
	for (; k != MATCH_END; k = next(s, k))
		*others += k >= s->match.masters;
	return true;
}

int
store_alone(const struct store *s, struct spool_view *v, uint32_t i, struct str *row, struct err *e)
{
	uint64_t line;

	if (s->row == NULL || s->join != NULL || i < s->match.masters ||
	    (s->merges && (s->match.group[i] != i || s->match.next[i] != MATCH_END)))
		return 0;
	return look(s, v, i, &line, row, e) < 0 ? -1 : 1;
}

int
store_lead(const struct store *s, struct spool_view *v, uint32_t i, struct record *rec,
    struct store_group *g, struct err *e)
{
	size_t columns = (size_t)s->layout->shape->count + 1, n = 0;
	struct arena *a = rec->scratch;
	const struct field *before;
	struct field *out;
	uint32_t k;

	*g = (struct store_group){ .master = i < s->match.masters };
	if (s->merges && s->match.group[i] != i)
		return 0;
	for (k = i; k != MATCH_END; k = next(s, k))
		g->leads++;
	g->lead = arena_array(a, g->leads, sizeof *g->lead);
	g->number = arena_array(a, g->leads, sizeof *g->number);
	g->from = arena_array(a, columns, sizeof *g->from);
	for (k = i; k != MATCH_END; k = next(s, k), n++) {
		g->number[n] = k;
		if (store_fetch(s, v, k, a, &g->lead[n], e) < 0)
			return -1;
	}
	before = g->lead[0].field;
	for (n = 0; n < g->leads && s->join != NULL; n++)
		add_activities(s, a, &g->lead[n]);
	out = arena_array(a, columns, sizeof *out);
	merge(s, a, g, before, out);
	rec->at = g->lead[0].at;
	rec->field = out;
	return 0;
}

int
store_group(struct store *s, struct arena *a, struct err *e)
{
	struct spool_view *v;
	int result;

	if (spool_end(s->spool, e) < 0)
		return -1;
	if (!s->merges)
		return 0;
	match_group(&s->match);
	if (s->match.masters == 0)
		return 0;
	v = spool_view_new(a);
	result = store_masters(s, v, e);
	spool_view_free(v);
	return result;
}
