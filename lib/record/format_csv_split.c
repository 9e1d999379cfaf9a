/*
 * format_csv_split - records out of a chunk.
 *
 * A regular chunk is scanned once more, now for all its separators outside of quotes.  Their
 * offsets go into one array, and the numbers of those that are line ends into another; a record
 * is a run of the first array.  Blocks that are not plain ASCII are seen on the way, and only they
 * are looked at for UTF-8 and NUL.
 */
#include <stdio.h>
#include <stdlib.h>

#include "record/format_csv.h"
#include "value/text.h"

struct csv_split {
	struct csv_rules rules;
	/* a regular chunk */
	uint32_t *separator;            /* offsets; a CR before the line end belongs to that */
	uint32_t *row;                  /* numbers of the separators that end records */
	size_t room;
	uint32_t rows, next;            /* next: the record to hand out */
	uint32_t start;                 /* where it begins */
	bool clean;                     /* valid UTF-8 without NUL */
	uint32_t *inner;                /* offsets of line ends inside of quotes */
	uint32_t inners, next_inner;
	uint64_t line;
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
}

void
format_csv_split_free(struct split *s)
{
	struct csv_split *own = s->own;

	free(own->separator);
	free(own->row);
	free(own->inner);
	format_csv_strict_free(own->judge);
	arena_free(&own->unwrapped);
}

enum { AT_ONCE = 8 };

/*
 * The offsets of a mask's bits, all moved by `base`.  How many there are is anybody's guess and a
 * block of leads seldom has more than eight, so eight are written whatever there is: what is too
 * many is written over by the next.
 */
SCAN_PART uint32_t *
spread(uint32_t *to, uint64_t mask, uint32_t base)
{
	uint32_t *end = to + scan_count(mask);
	unsigned i;

	do {
		for (i = 0; i < AT_ONCE; i++, mask &= mask - 1)
			to[i] = base + scan_first(mask | UINT64_C(1) << 63);
		to += AT_ONCE;
	} while (mask != 0);
	return end;
}

static void
make_room(struct csv_split *own, size_t size)
{
	/* One more for a last line without end. */
	if (own->room > size)
		return;
	free(own->separator);
	free(own->row);
	free(own->inner);
	own->room = size + 1;
	own->separator = malloc((own->room + AT_ONCE) * sizeof *own->separator);
	own->row = malloc(own->room * sizeof *own->row);
	own->inner = malloc((own->room + AT_ONCE) * sizeof *own->inner);
	if (own->separator == NULL || own->row == NULL || own->inner == NULL) {
		arena_no_memory();
		abort();
	}
}

/* Blocks in a row that are not plain ASCII.  What is before and behind them is, so no character
 * reaches out of them. */
struct foreign {
	uint32_t from, end;
	bool wrong;
};

static void
check_foreign(struct foreign *f, const char *p)
{
	f->wrong = f->wrong || !text_valid((struct str){ p + f->from, f->end - f->from }, NULL);
}

SCAN_CLONES static void
build_index(struct csv_split *own, const char *p, uint32_t n)
{
	uint32_t *to = own->separator, *row = own->row, *inner = own->inner, first, i;
	uint64_t carry = 0;
	struct foreign foreign = { 0 };
	bool crlf = own->rules.eol == '\n';

	for (i = 0; i < n; i += SCAN_BLOCK) {
		struct scan_block b = scan_load(p + i);
		uint64_t all = scan_low(n - i < SCAN_BLOCK ? n - i : SCAN_BLOCK);
		uint64_t quote = scan_bytes(&b, '"') & all;
		uint64_t eol = scan_bytes(&b, own->rules.eol) & all;
		uint64_t separator = eol | (scan_bytes(&b, own->rules.delimiter) & all);

		if (scan_unusual(&b)) {
			if (foreign.end != i) {
				check_foreign(&foreign, p);
				foreign.from = i;
			}
			foreign.end = n - i < SCAN_BLOCK ? n : i + SCAN_BLOCK;
			foreign.wrong = foreign.wrong || (scan_bytes(&b, '\0') & all) != 0;
		}
		if ((quote | carry) != 0) {
			uint64_t inside = scan_inside(quote, &carry);

			if ((eol & inside) != 0)
				inner = spread(inner, eol & inside, i);
			eol &= ~inside;
			separator &= ~inside;
		}
		first = (uint32_t)(to - own->separator);
		to = spread(to, separator, i);
		for (; eol != 0; eol &= eol - 1) {
			unsigned at = scan_first(eol);

			*row = first + scan_count(separator & scan_low(at));
			/* The row's last separator is where its text ends: at the CR, if any. */
			own->separator[*row++] -= crlf && i + at > 0 && p[i + at - 1] == '\r';
		}
	}
	if (n != 0 && p[n - 1] != own->rules.eol) {
		*row++ = (uint32_t)(to - own->separator);
		*to++ = n - (crlf && p[n - 1] == '\r');
	}
	own->rows = (uint32_t)(row - own->row);
	own->inners = (uint32_t)(inner - own->inner);
	check_foreign(&foreign, p);
	own->clean = !foreign.wrong;
}

void
format_csv_split_start(struct split *s)
{
	struct csv_split *own = s->own;
	const struct chunk *c = s->chunk;

	own->done = false;
	own->line = c->line;
	own->next = own->next_inner = own->start = 0;
	own->clean = false;
	if (c->lane != LANE_REGULAR)
		return;
	make_room(own, c->size);
	build_index(own, c->text, (uint32_t)c->size);
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

/* A wrong byte at `bad` of the record: its line, column and field. */
static int
refuse_byte(struct csv_split *own, struct reject *why, enum reject_code code,
    const struct record *rec, size_t bad, const char *reason)
{
	struct str front = str_slice(rec->raw, 0, bad);
	size_t line = bad;
	uint32_t i;

	refuse(why, code, rec, reason);
	why->at.line += count(front, own->rules.eol);
	while (line > 0 && front.p[line - 1] != own->rules.eol)
		line--;
	why->at.column = bad - line + 1;
	for (i = 0; i < rec->shape->count; i++) {
		struct field f = record_field(rec, i);

		if (!(f.flags & FIELD_TEXT) && rec->raw.p + bad < f.raw + f.size) {
			why->column = rec->shape->label[i];
			break;
		}
	}
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

/* What is asked of a record of any lane, once its fields are found. */
static int
check(struct split *s, struct record *rec, uint32_t fields, struct reject *why)
{
	struct csv_split *own = s->own;
	const char *nul;
	size_t bad;

	if (fields != rec->shape->count && !(fields == 1 && unwrap(s, rec))) {
		snprintf(own->reason, sizeof own->reason, "%u field%s, but the header has %u",
		    fields, fields == 1 ? "" : "s", rec->shape->count);
		return refuse(why, fields > FORMAT_MAX_COLUMNS ? REJECT_COLUMNS : REJECT_FIELDS, rec,
		    own->reason);
	}
	if (own->clean)
		return 1;
	if ((nul = memchr(rec->raw.p, '\0', rec->raw.n)) != NULL)
		return refuse_byte(own, why, REJECT_NUL, rec, (size_t)(nul - rec->raw.p), "a NUL byte");
	if (!text_valid(rec->raw, &bad))
		return refuse_byte(own, why, REJECT_UTF8, rec, bad, "a byte that is not UTF-8");
	return 1;
}

static int
next_regular(struct split *s, struct record *rec, struct reject *why)
{
	struct csv_split *own = s->own;
	const struct chunk *c = s->chunk;

	while (own->next < own->rows) {
		uint32_t last = own->row[own->next];
		uint32_t first = own->next == 0 ? 0 : own->row[own->next - 1] + 1;
		uint32_t start = own->start, stop = own->separator[last];

		own->next++;
		own->start = stop + 1 + (own->rules.eol == '\n' && c->text[stop] == '\r');
		rec->at.line = own->line++;
		if (start == stop && first == last) {
			s->blank++;
			continue;
		}
		rec->field = NULL;
		rec->base = c->text;
		rec->start = start;
		rec->end = own->separator + first;
		rec->raw = (struct str){ c->text + start, stop - start };
		for (; own->next_inner < own->inners && own->inner[own->next_inner] < stop;
		    own->next_inner++)
			own->line++;
		return check(s, rec, last - first + 1, why);
	}
	return 0;
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
	rec->field = own->field;
	rec->raw = without_line_end(text);
	rec->at.line = s->chunk->line;
	return check(s, rec, judged.fields, why);
}

int
format_csv_split_next(struct split *s, struct record *rec, struct reject *why)
{
	struct csv_split *own = s->own;
	const struct chunk *c = s->chunk;

	rec->shape = c->shape;
	rec->at.file = source_name(s->reader->source);
	rec->at.column = 0;
	rec->wrapped = false;
	if (c->lane == LANE_REGULAR)
		return next_regular(s, rec, why);
	if (own->done)
		return 0;
	own->done = true;
	if (c->lane == LANE_JUDGED)
		return next_judged(s, rec, why);
	*why = c->reject;
	why->raw = without_line_end((struct str){ c->text, c->size });
	return -1;
}
