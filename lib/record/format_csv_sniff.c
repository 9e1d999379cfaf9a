/*
 * format_csv_sniff - line end, delimiter, preamble and header of a CSV file.
 *
 * For each delimiter that may be, all whole records of the window are counted by their number
 * of fields, but for what a report ends with.  The delimiter under which most of them have the
 * same number, two or more, is it; when fewer than half do and the first record has one field,
 * the file has one column.
 *
 * Records above the header are a preamble ("Report of 1 May", blank lines) only when they have
 * at most half the fields, and what would be the header then looks like one.  In doubt the
 * first record is the header, and all that differs from it is rejected, which nobody overlooks.
 */
#include "record/format_csv.h"
#include "value/text.h"

enum { MOST_PREAMBLE = 64 };

/* How the window looks under one delimiter. */
struct guess {
	char delimiter;
	uint32_t fields;                /* most records have that many; 0: none has two */
	uint32_t same;                  /* so many records */
	uint32_t records;               /* of all */
	uint32_t first;                 /* fields of the first one */
};

/* What to look for. */
struct look_for {
	char delimiter, eol;
	bool stop[256];                 /* delimiter, line end, quote */
};

/* A record that was only looked at. */
struct look {
	size_t end;                     /* behind its line end */
	uint32_t fields;
	/* looked at closely: */
	uint32_t filled;                /* fields that are not empty */
	uint32_t values;                /* of those: with an @, or all digits and punctuation */
};

static char
find_eol(struct str s)
{
	bool quoted = false, cr = false;
	size_t i;

	if (str_find(s, '\n') == s.n)
		return str_find(s, '\r') == s.n ? '\n' : '\r';
	/* Both: only those outside of quotes tell.  A stray quote is rare and LF the likely end. */
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '"')
			quoted = !quoted;
		else if (!quoted && s.p[i] == '\n')
			return '\n';
		else if (!quoted && s.p[i] == '\r')
			cr = true;
	return cr ? '\r' : '\n';
}

/* A field, but for its quotes: is it empty, is it a value rather than a name? */
struct cell_look {
	bool filled, letters, at_sign;
};

static void
end_cell(struct look *l, struct cell_look *cell)
{
	l->fields++;
	l->filled += cell->filled;
	l->values += cell->filled && (cell->at_sign || !cell->letters);
	*cell = (struct cell_look){ 0 };
}

static void
look_at(struct cell_look *cell, unsigned char c)
{
	cell->filled |= c > ' ';
	cell->letters |= ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80 || c == '#' || c == '?';
	cell->at_sign |= c == '@';
}

static void
look_for(struct look_for *f, char eol, char delimiter)
{
	*f = (struct look_for){ .eol = eol, .delimiter = delimiter };
	f->stop[(unsigned char)eol] = f->stop[(unsigned char)delimiter] = f->stop['"'] = true;
}

/* Look at the record at `at`.  What is broken is passed over line by line, as the judge does it. */
static struct look
look(const struct look_for *f, struct str s, size_t at, bool closely)
{
	struct look l = { 0 };
	struct cell_look cell = { 0 };
	size_t line = at, from;
	bool fresh = true, quoted = false;

	for (;; at++) {
		for (from = at; at < s.n && !f->stop[(unsigned char)s.p[at]]; at++)
			if (closely)
				look_at(&cell, (unsigned char)s.p[at]);
		fresh = fresh && at == from;
		if (at == s.n || (!quoted && s.p[at] == f->eol))
			break;
		if (quoted && s.p[at] == '"') {
			quoted = at + 1 < s.n && s.p[at + 1] == '"';
			at += quoted;
		} else if (quoted) {
			continue;
		} else if (s.p[at] == f->delimiter) {
			end_cell(&l, &cell);
			fresh = true;
		} else {
			quoted = fresh;
			fresh = false;
		}
	}
	end_cell(&l, &cell);
	if (quoted)
		for (at = line; at < s.n && s.p[at] != f->eol; at++)
			;
	l.end = at + (at < s.n);
	return l;
}

static bool
is_blank(struct str line)
{
	return str_trim(line).n == 0;
}

static struct guess
try(char eol, char delimiter, struct str s, bool whole)
{
	struct guess g = { .delimiter = delimiter };
	uint32_t seen[FORMAT_MAX_COLUMNS + 2] = { 0 }, fields, most = 0, below = 0;
	bool footer = false;
	struct look_for f;
	struct look l;
	size_t at;

	look_for(&f, eol, delimiter);
	for (at = 0; at < s.n; at = l.end) {
		l = look(&f, s, at, false);
		if (l.end == s.n && !whole && at != 0)
			break;
		if (is_blank(str_slice(s, at, l.end)))
			continue;
		fields = l.fields <= FORMAT_MAX_COLUMNS ? l.fields : FORMAT_MAX_COLUMNS + 1;
		if (g.records++ == 0)
			g.first = fields;
		seen[fields]++;
		most = fields > most ? fields : most;
		/* Lines of one cell, if that is all that follows, and what is in them tells. */
		below = fields == 1 ? below + 1 : 0;
		footer = fields == 1 && (footer || format_csv_footer(str_slice(s, at, l.end)));
	}
	g.records -= footer ? below : 0;
	for (fields = 2; fields <= most; fields++)
		if (seen[fields] != 0 && seen[fields] >= g.same) {
			g.same = seen[fields];
			g.fields = fields;
		}
	return g;
}

static bool
better(const struct guess *a, const struct guess *b)
{
	uint64_t share_a = (uint64_t)a->same * b->records, share_b = (uint64_t)b->same * a->records;

	return share_a != share_b ? share_a > share_b : a->fields > b->fields;
}

static struct guess
find_delimiter(char eol, char only, struct str s, bool whole)
{
	static const char common[] = { ',', ';', '\t', '|' };
	struct guess best = { .delimiter = ',' }, g;
	size_t i;

	if (only != '\0')
		return try(eol, only, s, whole);
	for (i = 0; i < sizeof common; i++) {
		g = try(eol, common[i], s, whole);
		if (g.fields != 0 && (g.first > 1 || g.same * 2 >= g.records) &&
		    (best.fields == 0 || better(&g, &best)))
			best = g;
	}
	return best;
}

/* The records that are one quoted cell, as what stands in it. */
static struct str
unwrapped(struct arena *a, char eol, struct str s)
{
	struct buf b = { 0 };
	struct look_for f;
	struct str line;
	size_t at, end;

	look_for(&f, eol, eol);
	for (at = 0; at < s.n; at = end) {
		end = look(&f, s, at, false).end;
		line = str_trim(str_slice(s, at, end));
		if (csv_well_quoted(line))
			line = record_field_text(a, (struct field){ line.p, (uint32_t)line.n,
			    FIELD_QUOTED | FIELD_ESCAPE });
		buf_str(&b, line);
		buf_byte(&b, eol);
	}
	s = arena_copy(a, buf_text(&b));
	buf_free(&b);
	return s;
}

/* Does every line, the header too, stand in quotes as a whole?  Then *g is what is inside.  A
 * delimiter with a blank behind it is one of prose: "City, State" may be the name of a column. */
static bool
find_wrapped(char eol, char only, struct str s, bool whole, struct guess *g)
{
	struct arena scratch = { 0 };
	struct str inside, header;
	struct guess other;
	bool found = false;
	char prose[2];

	if (s.n == 0 || s.p[0] != '"')
		return false;
	inside = unwrapped(&scratch, eol, s);
	other = find_delimiter(eol, only, inside, whole);
	header = str_slice(inside, 0, str_find(inside, eol));
	prose[0] = other.delimiter;
	prose[1] = ' ';
	if (g->first <= 1 && other.fields > 1 && other.first == other.fields &&
	    other.same * 2 > other.records && str_search(header, (struct str){ prose, 2 }) == SIZE_MAX) {
		*g = other;
		found = true;
	}
	arena_free(&scratch);
	return found;
}

/* Where the header begins. */
static size_t
find_header(char eol, const struct guess *g, struct str s)
{
	size_t at = 0, first;
	struct look_for f;
	struct look l;
	uint32_t above = 0;

	look_for(&f, eol, g->delimiter);
	l = look(&f, s, 0, true);
	while (l.filled == 0 && l.end < s.n) {
		at = l.end;
		l = look(&f, s, at, true);
	}
	first = at;
	while (g->fields != 0 && g->same * 2 >= g->records && above < MOST_PREAMBLE && l.end < s.n &&
	    (l.fields * 2 <= g->fields || (l.filled < 2 && g->fields > 2))) {
		above += l.filled != 0;
		at = l.end;
		l = look(&f, s, at, true);
	}
	/* A row of data does not become the header. */
	return l.fields == g->fields && l.values == 0 && l.filled * 2 > l.fields ? at : first;
}

static uint64_t
count_lines(char eol, struct str s)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == eol;
	return n + (s.n != 0 && s.p[s.n - 1] != eol);
}

/* Pass over blank lines above everything; they are a preamble too. */
static int
skip_blank(struct reader *r, char eol, struct err *e)
{
	struct str window;
	uint64_t lines;
	size_t n;

	do {
		window = reader_window(r);
		n = window.n;
		if (str_trim(window).n != 0)
			n = (size_t)(str_trim(window).p - window.p);
		/* Only whole lines: blanks may begin the first name. */
		if (n != window.n || !r->ended)
			while (n > 0 && window.p[n - 1] != eol)
				n--;
		lines = count_lines(eol, str_slice(window, 0, n));
		r->preamble += lines;
		reader_skip(r, NULL, n, lines);
		if (reader_fill(r, r->options.block, e) != 0)
			return -1;
	} while (n == window.n && n != 0);
	return 0;
}

int
format_csv_sniff(struct reader *r, struct csv_rules *rules, struct err *e)
{
	char only = r->format == FORMAT_TSV && r->options.delimiter == '\0' ? '\t' :
	    r->options.delimiter;
	struct guess g;
	uint64_t lines;
	size_t header;
	bool wrapped;

	rules->eol = find_eol(reader_window(r));
	if (skip_blank(r, rules->eol, e) != 0)
		return -1;
	g = find_delimiter(rules->eol, only, reader_window(r), r->ended);
	wrapped = rules->unwrap && find_wrapped(rules->eol, only, reader_window(r), r->ended, &g);
	rules->delimiter = r->delimiter = g.delimiter;
	if (r->options.from == FORMAT_AUTO && g.delimiter == '\t')
		r->format = FORMAT_TSV;
	if (reader_window(r).n == 0)
		return 0;
	header = wrapped ? 0 : find_header(rules->eol, &g, reader_window(r));
	lines = count_lines(rules->eol, str_slice(reader_window(r), 0, header));
	r->preamble += lines;
	reader_skip(r, NULL, header, lines);
	return format_csv_header(r, rules, wrapped, e);
}
