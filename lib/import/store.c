/*
 * store - notes in, groups out.
 *
 *	note	{ hashes, sizes } text line row	of which the spool gets the last two
 */
#include "import/clean_impl.h"
#include "import/match_like.h"
#include "import/store_impl.h"
#include "value/contact.h"
#include "value/domain.h"
#include "value/text.h"

struct note {
	struct match_lead lead;
	size_t text;                    /* bytes it is compared by, behind this */
	size_t size;                    /* of what follows those */
};

static void
find_names(const struct clean *c, struct name *n)
{
	const struct str *value = c->lead->value;

	*n = (struct name){ .first = value[VOCAB_FIRST_NAME], .last = value[VOCAB_LAST_NAME] };
	if (n->first.n == 0 && n->last.n == 0)
		contact_split_name(c->scratch, value[VOCAB_FULL_NAME], n);
}

static void
find_keys(const struct clean *c, bool loose, struct match_lead *l)
{
	const struct str *value = c->lead->value;
	struct str address = value[VOCAB_EMAIL], status = value[VOCAB_EMAIL_STATUS], key;
	size_t at = str_find(address, '@');
	/* It has been read when it was cleaned. */
	struct email mail = { address, str_slice(address, 0, at), str_slice(address, at + 1, address.n) };

	l->key[MATCH_ID] = match_hash(value[VOCAB_ID]);
	if (str_is(value[VOCAB_PHONE_STATUS], "valid"))
		l->key[MATCH_PHONE] = match_hash(value[VOCAB_PHONE]);
	if (address.n == 0 || status.n == 0 || str_is(status, "invalid"))
		return;
	key = contact_email_key(c->scratch, &mail, loose);
	if (!match_placeholder(str_slice(key, 0, str_find(key, '@')), mail.domain))
		l->key[MATCH_EMAIL] = match_hash(key);
	l->shared = str_is(status, "role");
}

/* Two texts and a blank between. */
static struct str
join(struct arena *a, struct str x, struct str y)
{
	char *p = arena_text(a, x.n + 1 + y.n);

	memcpy(p, x.p, x.n);
	p[x.n] = ' ';
	memcpy(p + x.n + 1, y.p, y.n);
	return (struct str){ p, x.n + 1 + y.n };
}

/* Its host and path: "acme.example/ann"; false: there is no host. */
static bool
place_of(struct arena *a, struct str site, struct str *place)
{
	size_t at = str_search(site, STR("://"));
	struct str path;

	if (!domain_of_website(a, site, place))
		return false;
	if (str_starts(*place, STR("www.")))
		*place = str_slice(*place, 4, place->n);
	path = str_slice(site, at == SIZE_MAX ? 0 : at + 3, site.n);
	path = str_slice(path, str_find(path, '/'), path.n);
	while (path.n != 0 && path.p[path.n - 1] == '/')
		path.n--;
	if (path.n != 0)
		*place = join(a, *place, path);
	return true;
}

/* What those hash to; 0: there is no host. */
static uint64_t
site_hash(struct clean *c, struct str site)
{
	int64_t *known = site.n != 0 ? clean_memo_host(c, CLEAN_MEMO_SITE, site) : NULL;
	struct str place;
	uint64_t hash;

	if (known != NULL && *known != MEMO_NEW)
		return (uint64_t)*known;
	hash = place_of(c->scratch, site, &place) ? match_hash(place) : 0;
	if (known != NULL)
		*known = (int64_t)hash;
	return hash;
}

static uint32_t
name_hash(struct clean *c, struct str name)
{
	int64_t *known;

	if (name.n == 0 || (known = clean_memo(c, CLEAN_MEMO_NAME, name, 0)) == NULL)
		return match_name(c->scratch, name);
	if (*known == MEMO_NEW)
		*known = match_name(c->scratch, name);
	return (uint32_t)*known;
}

/* Of two words it is enough what they hash to. */
WRAPS static uint64_t
join_hashes(uint64_t site, uint32_t first, uint32_t last)
{
	uint64_t h = site ^ ((uint64_t)first << 32 | last) * UINT64_C(0x9e3779b97f4a7c15);

	h = (h ^ h >> 32) * UINT64_C(0xd6e8feb86659fd93);
	h ^= h >> 32;
	return h != 0 ? h : 1;
}

/* Its host and path, with whose it is: "acme.example/ann", "ann", "lee". */
static uint64_t
website_key(struct clean *c, const struct name *name, const struct match_lead *l, bool words)
{
	struct str site = c->lead->value[VOCAB_WEBSITE], place, who, rest;
	uint64_t hash = site_hash(c, site);
	size_t gap;

	if (hash == 0)
		return 0;
	if (words)
		return join_hashes(hash, l->first, l->last);
	if (name->first.n != 0 && name->last.n != 0)
		who = join(c->scratch, name->first, name->last);
	else if (name->first.n + name->last.n == 0 && c->lead->value[VOCAB_COMPANY].n != 0)
		who = c->lead->value[VOCAB_COMPANY];
	else
		return 0;
	who = text_key(c->scratch, who);
	gap = str_find(who, '_');
	rest = str_slice(who, gap + 1, who.n);
	/* A firm may be called like a person. */
	if (rest.n != 0 && str_find(rest, '_') == rest.n)
		return join_hashes(hash, match_folded(str_slice(who, 0, gap)), match_folded(rest));
	return who.n == 0 || !place_of(c->scratch, site, &place) ? 0 :
	    match_hash(join(c->scratch, place, who));
}

static void
put_lead(const struct store *s, struct buf *notes, const struct clean *c)
{
	struct record rec = { .shape = s->layout->shape, .field = c->lead->field, .scratch = c->scratch };

	if (s->row != NULL)
		writer_put(s->row, notes, &rec);
	else
		spool_put_fields(notes, c->lead->field, s->layout->shape->count);
}

void
store_keys(const struct store *s, struct clean *c, struct match_lead *l, struct buf *packed)
{
	/* Both names have been looked at, as they are. */
	bool known = c->lead->known.named &&
	    c->lead->value[VOCAB_FIRST_NAME].n + c->lead->value[VOCAB_LAST_NAME].n != 0;
	struct name name;
	bool words;

	find_names(c, &name);
	find_keys(c, s->loose, l);
	l->first = known ? c->lead->known.name[0] : name_hash(c, name.first);
	l->last = known ? c->lead->known.name[1] : name_hash(c, name.last);
	words = known ? c->lead->known.word[0] && c->lead->known.word[1] :
	    match_one_word(c->scratch, name.first) && match_one_word(c->scratch, name.last);
	l->key[MATCH_WEBSITE] = website_key(c, &name, l, words);
	l->company = name_hash(c, c->lead->value[VOCAB_COMPANY]);
	if (s->match.alike)
		match_like_pack(packed, c->scratch, c->lead->value, name.first, name.last, s->nicknames);
}

void
store_note(const struct store *s, struct buf *notes, struct clean *c)
{
	struct note note = { .lead.file = (uint32_t)c->file & INT32_MAX >> 1 };
	uint64_t line = c->lead->rec->at.line;
	size_t start = notes->n;

	buf_add(notes, &note, sizeof note);
	if (s->merges)
		store_keys(s, c, &note.lead, notes);
	note.text = notes->n - start - sizeof note;
	buf_add(notes, &line, sizeof line);
	put_lead(s, notes, c);
	note.size = notes->n - start - sizeof note - note.text;
	memcpy(notes->p + start, &note, sizeof note);
}

int
store_take(struct store *s, struct str notes, struct err *e)
{
	const char *at = notes.p, *end = str_end(notes);
	struct note note;

	for (; at < end; at += note.size) {
		memcpy(&note, at, sizeof note);
		at += sizeof note;
		steps_add(&s->at, spool_size(s->spool));
		match_add(&s->match, &note.lead);
		s->match.masters += s->master && note.lead.file == 0;
		if (s->match.alike)
			match_add_text(&s->match, (struct str){ at, note.text });
		at += note.text;
		if (spool_add(s->spool, (struct str){ at, note.size }, e) < 0)
			return -1;
	}
	return 0;
}

uint64_t
store_bytes(const struct store *s)
{
	return steps_size(&s->at) + (s->match.bytes ? s->match.bytes : s->match.lead.n);
}

void
store_close(struct store *s)
{
	match_free(&s->match);
	steps_free(&s->at);
	if (s->join != NULL)
		join_free(s->join);
}
