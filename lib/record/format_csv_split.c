/*
 * format_csv_split - records out of a chunk.
 *
 * A regular chunk is scanned once more (format_csv_scan.h), now for all its separators outside of
 * quotes; a record is a run of them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "record/format_csv.h"
#include "value/text.h"

/* The record to hand out next, of a regular chunk. */
struct next {
	uint32_t row, start;            /* its number, where it begins */
	uint32_t inner;                 /* number of the first line end in quotes behind that */
	uint64_t line;
};

struct csv_split {
	struct csv_rules rules;
	/* a regular chunk */
	const struct csv_scan *scan;
	struct csv_index index;
	size_t room;
	struct next next;
	/* the other lanes */
	bool done;
	struct csv_judge *judge;
	struct field *field;
	struct arena unwrapped;         /* the text of a record that was one cell */
	char reason[100];
};

void
format_csv_split_new(struct split *s)
{
	struct csv_split *own = arena_alloc(s->arena, sizeof *own);
	const struct csv_cutter *cutter = s->reader->own;

	s->own = own;
	own->rules = cutter->rules;
	own->scan = cutter->scan;
}

void
format_csv_split_free(struct split *s)
{
	struct csv_split *own = s->own;

	free(own->index.separator);
	free(own->index.row);
	free(own->index.inner);
	free(own->index.foreign);
	format_csv_strict_free(own->judge);
	arena_free(&own->unwrapped);
}

static void
make_room(struct csv_split *own, size_t size)
{
	/* One more for a last line without end. */
	if (own->room > size)
		return;
	free(own->index.separator);
	free(own->index.row);
	free(own->index.inner);
	free(own->index.foreign);
	own->room = size + 1;
	own->index.separator = arena_got(malloc((own->room + SCAN_SPREAD) * sizeof(uint32_t)));
	own->index.row = arena_got(malloc((own->room + SCAN_SPREAD) * sizeof(uint32_t)));
	own->index.inner = arena_got(malloc((own->room + SCAN_SPREAD) * sizeof(uint32_t)));
	own->index.foreign = arena_got(malloc((own->room / SCAN_BLOCK + 2) * sizeof(uint32_t)));
}

void
format_csv_split_start(struct split *s)
{
	struct csv_split *own = s->own;
	const struct chunk *c = s->chunk;

	own->done = false;
	own->next = (struct next){ .line = c->line };
	own->index.clean = false;
	if (c->lane != LANE_REGULAR)
		return;
	make_room(own, c->size);
	own->scan->index(&own->rules, &own->index, c->text, (uint32_t)c->size);
	own->index.inner[own->index.inners] = UINT32_MAX;
	s->valid = own->index.clean;
}

static struct str
without_line_end(struct str s)
{
	if (s.n != 0 && s.p[s.n - 1] == '\n')
		s.n--;
	if (s.n != 0 && s.p[s.n - 1] == '\r')
		s.n--;
	return s;
}

static uint64_t
count(struct str s, char byte)
{
	uint64_t n = 0;
	size_t at;

	while ((at = str_find(s, byte)) != s.n) {
		n++;
		s = str_slice(s, at + 1, s.n);
	}
	return n;
}

static int
refuse(struct reject *why, enum reject_code code, const struct record *rec, const char *reason)
{
	*why = (struct reject){
		.code = code, .at = rec->at, .reason = str_of(reason), .raw = rec->raw
	};
	return -1;
}

/* Does it have a byte that is refused so? */
static bool
is_bad(struct field f, enum reject_code code)
{
	struct str s = { f.raw, f.size };

	return code == REJECT_NUL ? str_find(s, '\0') != s.n : !text_valid(s, NULL);
}

/* A wrong byte at `bad` of the record: its line, column and field. */
static int
refuse_byte(struct csv_split *own, struct reject *why, enum reject_code code,
    const struct record *rec, size_t bad, const char *reason)
{
	struct str front = str_slice(rec->raw, 0, bad);
	size_t line = bad;
	uint32_t i = 0;

	refuse(why, code, rec, reason);
	why->at.line += count(front, own->rules.eol);
	while (line > 0 && front.p[line - 1] != own->rules.eol)
		line--;
	why->at.column = bad - line + 1;
	/* It stands in one of them: no separator is such a byte, nor a quote that a value lost. */
	while (!is_bad(record_field(rec, i), code))
		i++;
	why->column = rec->shape->label[i];
	return -1;
}

/* The judge, and room for the fields he finds. */
static void
want_judge(struct split *s)
{
	struct csv_split *own = s->own;

	if (own->judge != NULL)
		return;
	own->judge = format_csv_strict_new(s->arena, &own->rules);
	own->field = arena_array(s->arena, s->chunk->shape->count, sizeof *own->field);
}

/* A record that somebody quoted once more, as a whole, is the one in its only cell. */
static bool
unwrap(struct split *s, struct record *rec)
{
	struct csv_split *own = s->own;
	struct field f = record_field(rec, 0);
	struct csv_judged judged;
	struct str text;

	if (!own->rules.unwrap || !csv_well_quoted((struct str){ f.raw, f.size }))
		return false;
	want_judge(s);
	arena_reset(&own->unwrapped);
	text = arena_copy(&own->unwrapped, record_field_text(&own->unwrapped, f));
	if (text.n == 0 || format_csv_strict_read(own->judge, text, true, own->field,
	    rec->shape->count, &judged) != CSV_RECORD ||
	    judged.size != text.n || judged.fields != rec->shape->count)
		return false;
	rec->field = own->field;
	rec->raw = text;
	rec->wrapped = true;
	return true;
}

/* What is asked of a record of any lane, once its fields are found; of most it is known already. */
static __attribute__((noinline)) int
check_more(struct split *s, struct record *rec, uint32_t fields, struct reject *why)
{
	struct csv_split *own = s->own;
	uint64_t ends = s->reader->options.last;
	const char *nul;
	size_t bad;

	if (fields != rec->shape->count && !(fields == 1 && unwrap(s, rec))) {
		if (fields == 1 && ((ends != 0 && rec->at.line > ends) || format_csv_footer(rec->raw)))
			return refuse(why, REJECT_FOOTER, rec, "no record: what a report ends with");
		snprintf(own->reason, sizeof own->reason, "%u field%s, but the header has %u",
		    fields, fields == 1 ? "" : "s", rec->shape->count);
		return refuse(why, fields > FORMAT_MAX_COLUMNS ? REJECT_COLUMNS : REJECT_FIELDS, rec,
		    own->reason);
	}
	if (own->index.clean)
		return 1;
	if ((nul = memchr(rec->raw.p, '\0', rec->raw.n)) != NULL)
		return refuse_byte(own, why, REJECT_NUL, rec, (size_t)(nul - rec->raw.p), "a NUL byte");
	if (!text_valid(rec->raw, &bad))
		return refuse_byte(own, why, REJECT_UTF8, rec, bad, "a byte that is not UTF-8");
	return 1;
}

static inline int
check(struct split *s, struct record *rec, uint32_t fields, struct reject *why)
{
	struct csv_split *own = s->own;

	return own->index.clean && fields == rec->shape->count ? 1 : check_more(s, rec, fields, why);
}

/* Up to `most` records; one that came wrapped is the last. */
static int
take_regular(struct split *s, struct record *rec, uint32_t most, uint32_t *n, struct reject *why)
{
	struct csv_split *own = s->own;
	/* In hand, where what is written cannot reach them. */
	const struct csv_index index = own->index;
	const char *text = s->chunk->text, *file = source_name(s->reader->source);
	const struct shape *shape = s->chunk->shape;
	bool crs = own->rules.eol == '\n';
	struct next next = own->next;
	uint32_t *end = index.separator + (next.row == 0 ? 0 : index.row[next.row - 1] + 1), *last;
	uint32_t start, stop;
	int got = 1;

	for (*n = 0; *n < most && got > 0; end = last + 1) {
		if (next.row == index.rows) {
			got = 0;
			break;
		}
		last = index.separator + index.row[next.row++];
		start = next.start;
		stop = *last;
		next.start = stop + 1;
		/* The CR before a line end is part of it. */
		stop -= crs && stop > start && text[stop - 1] == '\r';
		*last = stop;
		rec->shape = shape;
		rec->field = NULL;
		rec->base = text;
		rec->start = start;
		rec->end = end;
		rec->raw = (struct str){ text + start, stop - start };
		rec->at = (struct place){ .file = file, .line = next.line++ };
		rec->wrapped = false;
		for (; index.inner[next.inner] < stop; next.inner++)
			next.line++;
		if (start == stop) {
			s->blank++;
			continue;
		}
		if ((got = check(s, rec, (uint32_t)(last - end) + 1, why)) > 0) {
			++*n;
			if ((rec++)->field != NULL)
				break;
		}
	}
	own->next = next;
	return got;
}

static int
next_judged(struct split *s, struct record *rec, struct reject *why)
{
	struct csv_split *own = s->own;
	struct str text = { s->chunk->text, s->chunk->size };
	uint32_t columns = s->chunk->shape->count;
	struct csv_judged judged;

	want_judge(s);
	/* The cutter has seen that it is a record. */
	format_csv_strict_read(own->judge, text, true, own->field, columns, &judged);
	if (judged.fields == 0) {
		s->blank++;
		return 0;
	}
	rec->at = (struct place){ .file = source_name(s->reader->source), .line = s->chunk->line };
	rec->shape = s->chunk->shape;
	rec->field = own->field;
	rec->raw = without_line_end(text);
	rec->wrapped = false;
	return check(s, rec, judged.fields, why);
}

int
format_csv_split_take(struct split *s, struct record *rec, uint32_t most, uint32_t *n,
    struct reject *why)
{
	struct csv_split *own = s->own;
	const struct chunk *c = s->chunk;
	int got = 0;

	if (c->lane == LANE_REGULAR)
		return take_regular(s, rec, most, n, why);
	if (!own->done && c->lane == LANE_JUDGED) {
		got = next_judged(s, rec, why);
	} else if (!own->done) {
		*why = c->reject;
		why->raw = without_line_end((struct str){ c->text, c->size });
		got = -1;
	}
	own->done = true;
	*n = got > 0;
	return got;
}
