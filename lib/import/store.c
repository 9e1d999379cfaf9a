/*
 * store - notes in, groups out.
 *
 *	note	{ hashes, sizes } text line fields	of which the spool gets the last two
 */
#include "import/match_like.h"
#include "import/merge.h"
#include "import/store.h"
#include "value/contact.h"

struct note {
	struct match_lead lead;
	size_t text;                    /* bytes it is compared by, behind this */
	size_t size;                    /* of what follows those */
};

int
store_open(struct store *s, struct arena *a, const char *folder, struct err *e)
{
	return (s->spool = spool_open(a, folder, e)) != NULL ? 0 : -1;
}

static void
find_names(const struct clean *c, struct name *n)
{
	const struct str *value = c->value;

	*n = (struct name){ .first = value[VOCAB_FIRST_NAME], .last = value[VOCAB_LAST_NAME] };
	if (n->first.n == 0 && n->last.n == 0)
		contact_split_name(c->scratch, value[VOCAB_FULL_NAME], n);
}

static void
find_keys(const struct clean *c, bool loose, struct match_lead *l)
{
	const struct str *value = c->value;
	struct email mail;
	struct str key;

	l->key[MATCH_ID] = match_hash(value[VOCAB_ID]);
	if (str_is(value[VOCAB_PHONE_STATUS], "valid"))
		l->key[MATCH_PHONE] = match_hash(value[VOCAB_PHONE]);
	if (value[VOCAB_EMAIL].n == 0 || !contact_email(c->scratch, value[VOCAB_EMAIL], &mail))
		return;
	key = contact_email_key(c->scratch, &mail, loose);
	if (!match_placeholder(str_slice(key, 0, str_find(key, '@')), mail.domain))
		l->key[MATCH_EMAIL] = match_hash(key);
	l->shared = str_is(value[VOCAB_EMAIL_STATUS], "role");
}

void
store_note(const struct store *s, struct buf *notes, const struct clean *c)
{
	struct note note = { .lead.file = (uint32_t)c->file & INT32_MAX };
	uint64_t line = c->rec->at.line;
	size_t start = notes->n;
	struct name name;

	buf_add(notes, &note, sizeof note);
	if (s->merges) {
		find_names(c, &name);
		find_keys(c, s->loose, &note.lead);
		note.lead.first = match_name(c->scratch, name.first);
		note.lead.last = match_name(c->scratch, name.last);
		note.lead.company = match_name(c->scratch, c->value[VOCAB_COMPANY]);
		if (s->match.alike)
			match_like_pack(notes, c->scratch, c->value, name.first, name.last, s->nicknames);
	}
	note.text = notes->n - start - sizeof note;
	buf_add(notes, &line, sizeof line);
	spool_put_fields(notes, c->field, s->layout->shape->count);
	note.size = notes->n - start - sizeof note - note.text;
	memcpy(notes->p + start, &note, sizeof note);
}

int
store_take(struct store *s, struct str notes, struct err *e)
{
	const char *at = notes.p, *end = notes.p + notes.n;
	struct note note;
	uint64_t place;

	for (; at < end; at += note.size) {
		memcpy(&note, at, sizeof note);
		at += sizeof note;
		place = spool_size(s->spool);
		buf_add(&s->at, &place, sizeof place);
		match_add(&s->match, &note.lead);
		if (s->match.alike)
			match_add_text(&s->match, (struct str){ at, note.text });
		at += note.text;
		if (spool_add(s->spool, (struct str){ at, note.size }, e) < 0)
			return -1;
	}
	return 0;
}

void
store_group(struct store *s)
{
	if (s->merges)
		match_group(&s->match);
}

/* Lead number i, and what it is called if it is merged into another. */
static int
fetch(struct store *s, uint32_t i, struct arena *a, struct merge_lead *lead, struct place *where,
    struct err *e)
{
	const uint64_t *at = (const uint64_t *)(const void *)s->at.p;
	const struct match_lead *l = (const struct match_lead *)(const void *)s->match.lead.p;
	uint64_t end = i + 1 < s->match.count ? at[i + 1] : spool_size(s->spool);
	struct field *f = arena_array(a, (size_t)s->layout->shape->count + 1, sizeof *f);
	uint32_t id = s->layout->at[VOCAB_ID];
	size_t n = (size_t)(end - at[i]);
	char *bytes = arena_text(a, n);

	if (spool_read(s->spool, at[i], bytes, n, e) < 0)
		return -1;
	memcpy(&where->line, bytes, sizeof where->line);
	where->file = s->file[l[i].file];
	bytes += sizeof where->line;
	spool_get_fields((struct str){ bytes, n - sizeof where->line }, f, s->layout->shape->count);
	lead->field = f;
	lead->name = id == LAYOUT_NONE ? (struct str){ 0 } : record_field_text(a, f[id]);
	if (lead->name.n == 0)
		lead->name = arena_printf(a, "%s:%llu", where->file, (unsigned long long)where->line);
	return 0;
}

/* One column of each lead, each value once, as a list of activities. */
static size_t
add_joined(struct store *s, struct arena *a, const struct merge_lead *lead, size_t leads,
    enum vocab_field key, struct str *list)
{
	uint32_t at = s->layout->at[key], before;
	struct map seen = { .arena = a };
	struct str value;
	size_t i, n = 0;

	for (i = 0; i < leads && at != LAYOUT_NONE; i++) {
		value = record_field_text(a, lead[i].field[at]);
		before = seen.count;
		if (value.n == 0 || map_add(&seen, value) != before)
			continue;
		list[n] = key == VOCAB_ID ? join_of_id(s->join, a, value) :
		    join_of_email(s->join, a, value);
		n += list[n].n != 0;
	}
	map_free(&seen);
	return n;
}

/* What the leads of a group did, on top of what is in their own cells. */
static void
add_activities(struct store *s, struct arena *a, const struct merge_lead *lead, size_t leads,
    struct field *out)
{
	struct field *f = &out[s->layout->at[VOCAB_ACTIVITIES]];
	struct str *list = arena_array(a, 2 * leads + 1, sizeof *list), all;
	size_t own, n;

	list[0] = record_field_text(a, *f);
	n = own = list[0].n != 0;
	n += add_joined(s, a, lead, leads, VOCAB_ID, list + n);
	n += add_joined(s, a, lead, leads, VOCAB_EMAIL, list + n);
	if (n == own)
		return;
	all = merge_activities(a, list, n);
	*f = (struct field){ all.p, (uint32_t)all.n, FIELD_TEXT };
}

/* A merged lead has the quality of what it is now. */
static void
assess(const struct store *s, struct arena *a, struct field *out)
{
	struct str value[VOCAB_FIELDS] = { 0 };
	unsigned f;

	for (f = 0; f < VOCAB_FIELDS; f++)
		if (s->layout->at[f] != LAYOUT_NONE)
			value[f] = record_field_text(a, out[s->layout->at[f]]);
	clean_assess(s->clean, a, value, out);
}

static uint32_t
next(const struct store *s, uint32_t i)
{
	return s->merges ? s->match.next[i] : MATCH_END;
}

int
store_lead(struct store *s, uint32_t i, struct record *rec, size_t *leads, struct err *e)
{
	struct arena *a = rec->scratch;
	struct merge_lead *lead;
	struct place other;
	struct field *out;
	size_t n = 0;
	uint32_t k;

	*leads = 0;
	if (s->merges && s->match.group[i] != i)
		return 0;
	for (k = i; k != MATCH_END; k = next(s, k))
		++*leads;
	lead = arena_array(a, *leads, sizeof *lead);
	for (k = i; k != MATCH_END; k = next(s, k), n++)
		if (fetch(s, k, a, &lead[n], n ? &other : &rec->at, e) < 0)
			return -1;
	out = arena_array(a, (size_t)s->layout->shape->count + 1, sizeof *out);
	if (n == 1)
		memcpy(out, lead[0].field, s->layout->shape->count * sizeof *out);
	else
		merge_leads(s->layout, a, lead, n, out);
	if (n > 1)
		assess(s, a, out);
	if (s->join != NULL)
		add_activities(s, a, lead, n, out);
	rec->field = out;
	return 0;
}

void
store_close(struct store *s)
{
	match_free(&s->match);
	buf_free(&s->at);
	if (s->join != NULL)
		join_free(s->join);
	spool_close(s->spool);
}
