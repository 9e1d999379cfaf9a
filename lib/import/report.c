/*
 * report - everything here is counted elsewhere; this only says it.
 */
#include "import/report.h"
#include "record/cell.h"

static const char *const order_name[] = { "none", "day-first", "month-first" };

static unsigned long long
ull(uint64_t n)
{
	return (unsigned long long)n;
}

static void
text_member(struct buf *b, const char *name, struct str value)
{
	buf_printf(b, ", \"%s\": ", name);
	cell_json_text(b, value);
}

static void
cells(struct buf *b, const struct report *r)
{
	const char *comma = "";
	unsigned k;

	buf_byte(b, '{');
	for (k = 0; k < CLEAN_KIND_COUNT; k++)
		if (r->cells->repaired[k] != 0) {
			buf_printf(b, "%s\"%s\": %llu", comma, clean_kind_name[k],
			    ull(r->cells->repaired[k]));
			comma = ", ";
		}
	buf_byte(b, '}');
}

/* Per field, how many cells: {"created_at": 3}. */
static void
fields(struct buf *b, const uint64_t *count)
{
	const char *comma = "";
	unsigned f;

	buf_byte(b, '{');
	for (f = 0; f < VOCAB_FIELDS; f++)
		if (count[f] != 0) {
			buf_printf(b, "%s\"%s\": %llu", comma, vocab[f].name, ull(count[f]));
			comma = ", ";
		}
	buf_byte(b, '}');
}

static void
evidence(struct buf *b, const struct layout_reading *r)
{
	const struct date_evidence *d = &r->evidence->date;

	buf_printf(b, ", \"order\": \"%s\"", order_name[r->order]);
	if (r->order_from != NULL)
		buf_printf(b, ", \"from\": \"%s\"", r->order_from);
	buf_printf(b, ", \"day_first\": %llu, \"month_first\": %llu, \"ambiguous\": %llu, "
	    "\"plain\": %llu, \"serial\": %llu, \"other\": %llu}", ull(d->day_first),
	    ull(d->month_first), ull(d->ambiguous), ull(d->plain), ull(d->serial), ull(d->other));
}

static void
dates(struct buf *b, const struct report *r)
{
	const char *comma = "";
	unsigned f;
	size_t i;

	buf_byte(b, '[');
	for (i = 0; i < r->layout->files; i++)
		for (f = 0; f < VOCAB_FIELDS; f++) {
			const struct layout_file *file = &r->layout->file[i];

			if (vocab[f].type != VOCAB_TYPE_TIME || file->reading[f].evidence == NULL)
				continue;
			buf_printf(b, "%s{\"field\": \"%s\"", comma, vocab[f].name);
			text_member(b, "file", str_of(r->file[i]));
			text_member(b, "column",
			    file->mapping.column[file->mapping.field[f].column[0]].label);
			evidence(b, &file->reading[f]);
			comma = ", ";
		}
	buf_byte(b, ']');
}

static void
mapping(struct buf *b, const struct report *r)
{
	const char *comma = "";
	size_t i;
	uint32_t k;

	buf_byte(b, '[');
	for (i = 0; i < r->layout->files; i++)
		for (k = 0; k < r->layout->file[i].mapping.columns; k++) {
			const struct mapping_column *c = &r->layout->file[i].mapping.column[k];

			buf_printf(b, "%s{\"fate\": \"%s\"", comma, mapping_fate_name[c->fate]);
			text_member(b, "file", str_of(r->file[i]));
			text_member(b, "column", c->label);
			if (c->field != VOCAB_FIELDS)
				text_member(b, "field", str_of(vocab[c->field].name));
			if (c->fate == MAPPING_FIELD)
				text_member(b, "by", str_of(mapping_by_name[c->by]));
			else if (c->fate != MAPPING_DROPPED && !str_eq(c->name, c->label))
				text_member(b, "name", c->name);
			buf_byte(b, '}');
			comma = ", ";
		}
	buf_byte(b, ']');
}

static void
duplicates(struct buf *b, const struct report *r)
{
	unsigned k;

	if (r->match == NULL)
		return;
	buf_byte(b, '{');
	for (k = 0; k < MATCH_RULES; k++)
		buf_printf(b, "%s\"%s\": %llu", k ? ", " : "", match_rule_name[k],
		    ull(r->match->n.joined[k]));
	buf_str(b, STR(", \"common_keys\": {"));
	for (k = 0; k < MATCH_KEYS; k++)
		buf_printf(b, "%s\"%s\": %llu", k ? ", " : "", match_rule_name[k],
		    ull(r->match->n.common[k]));
	buf_str(b, STR("}}"));
}

static void
master(struct buf *b, const struct report *r)
{
	if (!r->master)
		return;
	buf_printf(b, "{\"leads\": %u, \"updated\": %llu, \"unchanged\": %llu, \"new\": %llu, "
	    "\"alike\": %llu}", (unsigned)r->match->masters, ull(r->updated),
	    ull(r->match->masters - r->updated), ull(r->fresh), ull(r->match->n.apart));
}

static void
activities(struct buf *b, const struct report *r)
{
	const struct join *j = r->join;

	if (j == NULL)
		return;
	buf_printf(b, "{\"read\": %llu, \"joined\": %llu, \"unmatched\": %llu, \"rejected\": %llu, "
	    "\"undated\": %llu}", ull(j->read), ull(j->joined), ull(j->read - j->joined - j->rejected),
	    ull(j->rejected), ull(j->undated));
}

static void
memory(struct buf *b, const struct report *r)
{
	buf_printf(b, "{\"leads\": %llu, \"bytes\": %llu, \"bytes_a_lead\": %llu}", ull(r->leads),
	    ull(r->bytes), ull(r->leads ? (r->bytes + r->leads - 1) / r->leads : 0));
}

static void
undecided(struct buf *b, const struct report *r)
{
	fields(b, r->cells->undecided);
}

static void
unread(struct buf *b, const struct report *r)
{
	fields(b, r->cells->unread);
}

static void
unknown_words(struct buf *b, const struct report *r)
{
	fields(b, r->cells->unknown);
}

const struct report_detail report_details[] = {
	{ "repaired", cells }, { "undecided", undecided }, { "unread", unread },
	{ "unknown_words", unknown_words }, { "dates", dates }, { "duplicates", duplicates },
	{ "master", master }, { "activities", activities }, { "memory", memory }, { "mapping", mapping },
	{ NULL, NULL }
};
