/*
 * join - two passes: how the dates of the column are written, then the rows.
 */
#include <stdatomic.h>

#include "import/join.h"
#include "record/cell.h"
#include "record/format.h"
#include "value/contact.h"
#include "value/number.h"
#include "value/text.h"

struct work {
	struct join *join;
	struct mapping *mapping;
	const struct zone *zone;
	enum date_order order;
	uint64_t shape;                 /* of which cell[] are the places */
	struct mapping_cell cell[MAPPING_ACTIVITY_FIELDS];
	bool rows;                      /* the second pass */
};

/* Spellings of the usual types that differ in more than case and blanks. */
static const char *const types[][2] = {
	{ "email_opened", "email_open" }, { "opened_email", "email_open" },
	{ "open", "email_open" }, { "email_clicked", "email_click" }, { "click", "email_click" },
	{ "clicked_link", "email_click" }, { "email_link_clicked", "email_click" },
	{ "email_bounced", "email_bounce" }, { "bounce", "email_bounce" },
	{ "email_replied", "email_reply" }, { "unsubscribed", "unsubscribe" },
	{ "form_submitted", "form_submit" }, { "form_submission", "form_submit" },
	{ "downloaded", "download" }, { "pageview", "page_view" }, { "page_visited", "page_view" },
	{ "page_visited_on_website", "page_view" }, { "visit", "page_view" },
	{ "attended_webinar", "webinar_attended" }, { "webinar", "webinar_attended" },
	{ "demo_requested", "demo_request" }, { "won", "purchase" }, { "order", "purchase" },
};

static struct str
type_of(struct arena *scratch, struct str text)
{
	struct str key = text_key(scratch, text);
	size_t i;

	for (i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is(key, types[i][0]))
			return str_of(types[i][1]);
	return key.n ? key : text;
}

static struct str
cell(struct work *w, struct record *rec, enum mapping_activity f)
{
	if (w->cell[f].column < 0)
		return w->cell[f].constant;
	return text_trim(record_text(rec, (uint32_t)w->cell[f].column));
}

static void
member(struct buf *b, const char *name, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(b, ",\"%s\":", name);
	cell_json_text(b, value);
}

/* The time as we write it; as it is written when that is not sure. */
static struct str
time_of(struct work *w, struct arena *a, struct str text)
{
	struct civil c;
	struct buf b = { 0 };
	struct str s = text;

	if (text.n == 0)
		return text;
	if (date_parse(text, w->order, &c) != DATE_OK) {
		w->join->undated++;
		return text;
	}
	if (c.has_time)
		date_print(&b, zone_instant(w->zone, &c));
	else
		date_print_day(&b, date_utc(&c));
	if (b.n != 0)
		s = arena_copy(a, buf_text(&b));
	buf_free(&b);
	return s;
}

static struct str
json_of(struct work *w, struct record *rec, struct str type)
{
	struct arena *a = rec->scratch;
	struct str count = cell(w, rec, MAPPING_COUNT), s;
	struct number n;
	struct buf b = { 0 };

	buf_str(&b, STR("{\"type\":"));
	cell_json_text(&b, type_of(a, type));
	member(&b, "at", time_of(w, a, cell(w, rec, MAPPING_AT)));
	member(&b, "channel", cell(w, rec, MAPPING_CHANNEL));
	member(&b, "value", cell(w, rec, MAPPING_VALUE));
	member(&b, "campaign", cell(w, rec, MAPPING_CAMPAIGN));
	if (number_parse(count, &n) && n.scale == 0 && n.units >= 0 && n.units <= 1000000000)
		buf_printf(&b, ",\"count\":%lld", (long long)n.units);
	member(&b, "stage", cell(w, rec, MAPPING_STAGE));
	buf_byte(&b, '}');
	s = arena_copy(&w->join->arena, buf_text(&b));
	buf_free(&b);
	return s;
}

static struct str
id_key(struct arena *scratch, struct str id)
{
	return arena_printf(scratch, "i%.*s", STR_ARG(id));
}

static struct str
email_key(struct arena *scratch, struct str address)
{
	struct email e;

	if (contact_email(scratch, address, &e))
		address = contact_email_key(scratch, &e, false);
	return arena_printf(scratch, "e%.*s", STR_ARG(address));
}

static void
add(struct join *j, struct str key, struct str json)
{
	struct join_list *list, none = { 0 };
	struct join_item item = { json, 0 }, *items;
	uint32_t before = j->key.count, number = map_add(&j->key, key), at;

	if (number == before)
		buf_add(&j->list, &none, sizeof none);
	buf_add(&j->item, &item, sizeof item);
	at = (uint32_t)(j->item.n / sizeof item);
	list = (struct join_list *)(void *)j->list.p + number;
	items = (struct join_item *)(void *)j->item.p;
	if (list->last != 0)
		items[list->last - 1].next = at;
	else
		list->first = at;
	list->last = at;
}

static void
take_row(struct work *w, struct record *rec)
{
	struct join *j = w->join;
	struct str id = cell(w, rec, MAPPING_LEAD_ID), email = cell(w, rec, MAPPING_EMAIL);
	struct str type = cell(w, rec, MAPPING_TYPE);

	j->read++;
	if (type.n == 0 || (id.n == 0 && email.n == 0)) {
		j->rejected++;
		return;
	}
	add(j, id.n ? id_key(rec->scratch, id) : email_key(rec->scratch, email), json_of(w, rec, type));
}

static int
find_cells(struct work *w, const struct shape *s, const char *path, struct err *e)
{
	w->shape = s->id;
	mapping_activities(w->mapping, s->label, s->count, w->cell);
	if (w->cell[MAPPING_LEAD_ID].column < 0 && w->cell[MAPPING_EMAIL].column < 0)
		return err_set(e, ERR_CONFIG, (struct place){ .file = path },
		    "no column names the lead: -m activity.lead_id=COLUMN or activity.email=COLUMN");
	if (w->cell[MAPPING_TYPE].column < 0 && w->cell[MAPPING_TYPE].constant.n == 0)
		return err_set(e, ERR_CONFIG, (struct place){ .file = path },
		    "no column says what was done: -m activity.type=COLUMN or activity.type=:WORD");
	return 0;
}

static int
read_chunk(struct work *w, struct split *split, const struct chunk *c, bool json, const char *path,
    struct err *e)
{
	struct arena scratch = { 0 };
	struct record rec = { .scratch = &scratch };
	struct reject why;
	int got, result = 0;

	split_start(split, c);
	while (result == 0 && (got = split_next(split, &rec, &why)) != 0) {
		if (got > 0 && rec.shape->id != w->shape)
			result = find_cells(w, rec.shape, path, e);
		/* Objects without the keys are rows without a lead. */
		result = json ? 0 : result;
		if (got < 0 && w->rows) {
			w->join->read++;
			w->join->rejected++;
		} else if (got > 0 && w->rows) {
			take_row(w, &rec);
		} else if (got > 0 && w->cell[MAPPING_AT].column >= 0) {
			date_evidence_add(&w->join->dates, cell(w, &rec, MAPPING_AT));
		}
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return result;
}

static int
read_all(struct work *w, struct source *s, const char *path, struct err *e)
{
	struct arena a = { 0 };
	struct read_options ro = { 0 };
	struct chunk c = { 0 };
	struct reader *r = reader_open(&a, s, &ro, e);
	struct split *split;
	int more = -1;

	if (r != NULL) {
		split = split_new(&a, r);
		more = reader_shape(r) != NULL ? find_cells(w, reader_shape(r), path, e) : 0;
		while (more == 0 && (more = reader_cut(r, &c, e)) > 0)
			more = read_chunk(w, split, &c, reader_shape(r) == NULL, path, e);
		chunk_free(&c);
		split_free(split);
		reader_close(r);
	}
	arena_free(&a);
	return more;
}

int
join_load(struct join *j, const char *path, const struct source_options *o, struct mapping *m,
    const struct zone *zone, struct err *e)
{
	struct work w = { .join = j, .mapping = m, .zone = zone };
	struct source *s;
	struct err ignored;
	int result = -1;

	*j = (struct join){ 0 };
	j->key.arena = &j->arena;
	if ((s = source_open(&j->arena, path, o, e)) == NULL)
		return -1;
	if (source_spool(s, e) == 0 && read_all(&w, s, path, e) == 0 && source_rewind(s, e) == 0) {
		w.order = date_evidence_order(&j->dates);
		if (w.order == DATE_ORDER_NONE)
			w.order = m->order;
		w.rows = true;
		w.shape = 0;
		result = read_all(&w, s, path, e);
	}
	return source_close(s, result < 0 ? &ignored : e) < 0 ? -1 : result;
}

void
join_free(struct join *j)
{
	map_free(&j->key);
	buf_free(&j->list);
	buf_free(&j->item);
	arena_free(&j->arena);
}

static struct str
take(struct join *j, struct arena *scratch, struct str key)
{
	uint32_t number = map_find(&j->key, key), at;
	struct join_list *list = (struct join_list *)(void *)j->list.p;
	const struct join_item *item = (const struct join_item *)(void *)j->item.p;
	struct buf b = { 0 };
	struct str s;
	uint64_t n = 0;

	if (number == MAP_NONE)
		return (struct str){ 0 };
	list += number;
	for (at = list->first; at != 0; at = item[at - 1].next) {
		buf_byte(&b, at == list->first ? '[' : ',');
		buf_str(&b, item[at - 1].json);
		n++;
	}
	if (!atomic_exchange(&list->taken, true))
		j->joined += n;
	buf_byte(&b, ']');
	s = arena_copy(scratch, buf_text(&b));
	buf_free(&b);
	return s;
}

struct str
join_of_id(struct join *j, struct arena *scratch, struct str id)
{
	return id.n ? take(j, scratch, id_key(scratch, id)) : id;
}

struct str
join_of_email(struct join *j, struct arena *scratch, struct str address)
{
	return address.n ? take(j, scratch, email_key(scratch, address)) : address;
}
