/*
 * report_findings - what somebody should look at before trusting an import.
 */
#include "import/report.h"

static unsigned long long
ull(uint64_t n)
{
	return (unsigned long long)n;
}

/* "date: 17 cells of created_at …", per field that has any. */
static unsigned
cells(struct buf *b, const uint64_t *count, const char *what)
{
	unsigned f, n = 0;

	for (f = 0; f < VOCAB_FIELDS; f++)
		if (count[f] != 0) {
			buf_printf(b, "%s: %llu %s\n", vocab[f].name, ull(count[f]), what);
			n++;
		}
	return n;
}

/* Columns whose day and month could change places: none of their values says which is which. */
static unsigned
dates(struct buf *b, const struct report *r)
{
	unsigned f, n = 0;
	size_t i;

	for (i = 0; i < r->layout->files; i++)
		for (f = 0; f < VOCAB_FIELDS; f++) {
			const struct layout_file *file = &r->layout->file[i];
			const struct layout_reading *d = &file->reading[f];

			if (d->evidence == NULL || d->evidence->date.ambiguous == 0 || d->order)
				continue;
			buf_printf(b, "%s: column \"%.*s\": %llu dates could be day or month first and %s; "
			    "left as written, --dates decides\n", r->file[i],
			    STR_ARG(file->mapping.column[file->mapping.field[f].column[0]].label),
			    ull(d->evidence->date.ambiguous),
			    d->evidence->date.day_first ? "others are both" : "no other says which");
			n++;
		}
	return n;
}

static unsigned
beaten(struct buf *b, const struct report *r)
{
	unsigned n = 0;
	size_t i;
	uint32_t k;

	for (i = 0; i < r->layout->files; i++)
		for (k = 0; k < r->layout->file[i].mapping.columns; k++) {
			const struct mapping_file *m = &r->layout->file[i].mapping;
			const struct mapping_column *c = &m->column[k];

			if (c->fate != MAPPING_BEATEN || m->field[c->field].columns == 0)
				continue;
			buf_printf(b, "%s: column \"%.*s\" could be %s, too, but \"%.*s\" is: kept\n",
			    r->file[i], STR_ARG(c->label), vocab[c->field].name,
			    STR_ARG(m->column[m->field[c->field].column[0]].label));
			n++;
		}
	return n;
}

static unsigned
others(struct buf *b, const struct report *r)
{
	unsigned k, n = 0;

	for (k = 0; r->match != NULL && k < MATCH_KEYS; k++)
		if (r->match->n.common[k] != 0) {
			buf_printf(b, "%s: %llu values are on more than %d leads each and say little\n",
			    match_rule_name[k], ull(r->match->n.common[k]), MATCH_MOST);
			n++;
		}
	if (r->master && r->match->n.apart != 0) {
		buf_printf(b, "master: %llu times two of its leads look like one person; they stay as they "
		    "are, but lead-import of the file by itself would merge them\n",
		    ull(r->match->n.apart));
		n++;
	}
	if (r->join != NULL && r->join->joined + r->join->rejected < r->join->read) {
		buf_printf(b, "activities: %llu of %llu belong to no lead\n",
		    ull(r->join->read - r->join->joined - r->join->rejected), ull(r->join->read));
		n++;
	}
	if (r->join != NULL && r->join->rejected != 0) {
		buf_printf(b, "activities: %llu rows cannot be read, or name no lead or no type\n",
		    ull(r->join->rejected));
		n++;
	}
	if (r->join != NULL && r->join->undated != 0) {
		buf_printf(b, "activities: %llu times cannot be read for sure; left as written\n",
		    ull(r->join->undated));
		n++;
	}
	return n;
}

unsigned
report_findings(struct buf *b, const struct report *r)
{
	unsigned n = beaten(b, r) + dates(b, r);

	n += cells(b, r->cells->undecided, "values could mean two things; left as written");
	n += cells(b, r->cells->unread, "values are no such thing; left as written");
	n += cells(b, r->cells->unknown, "words are not known; the originals are kept");
	return n + others(b, r);
}
