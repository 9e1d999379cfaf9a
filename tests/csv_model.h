/*
 * csv_model - what reading CSV has to mean, written the slow and plain way: one byte after the
 * other, the whole text in memory, no chunks.  The law and the fuzz target hold lib/record
 * against it, byte for byte.  It also holds every record against libcsv.
 */
#ifndef TESTS_CSV_MODEL_H
#define TESTS_CSV_MODEL_H

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/format.h"
#include "value/text.h"

struct csv_case {
	char delimiter, eol;
	bool lenient;
	size_t most;
	size_t block, read_size;
};

/* ---- the model ---- */

struct csv_model {
	const struct csv_case *how;
	const char *p;                  /* the whole input */
	size_t n;
	uint32_t columns;
	struct buf *log;
};

static size_t
model_line_end(const struct csv_model *m, size_t at, size_t view)
{
	for (; at < view; at++)
		if (m->p[at] == m->how->eol)
			return at + 1;
	return 0;
}

static uint64_t
model_lines(const struct csv_model *m, size_t from, size_t to)
{
	uint64_t lines = 0;

	for (; from < to; from++)
		lines += m->p[from] == m->how->eol;
	return lines;
}

static struct str
model_raw(const struct csv_model *m, size_t from, size_t to)
{
	if (to > from && m->p[to - 1] == '\n')
		to--;
	if (to > from && m->p[to - 1] == '\r')
		to--;
	return (struct str){ m->p + from, to - from };
}

static void
log_raw(struct buf *log, struct str raw)
{
	buf_byte(log, '<');
	buf_str(log, raw);
	buf_printf(log, ">\n");
}

static void
log_reject(struct buf *log, const char *code, uint64_t line, uint64_t column, struct str raw)
{
	buf_printf(log, "reject %s %llu:%llu ", code, (unsigned long long)line,
	    (unsigned long long)column);
	log_raw(log, raw);
}

/* Refuse from `at` up to the end of the line of `from`; returns where to go on. */
static size_t
model_refuse(struct csv_model *m, size_t at, size_t view, bool too_long, const char *code,
    size_t bad, size_t from)
{
	size_t end = code == NULL ? 0 : model_line_end(m, from, view), line = bad;

	if (end == 0 && (too_long || code == NULL)) {
		log_reject(m->log, "size", 1 + model_lines(m, 0, at), 1, (struct str){ 0 });
		end = model_line_end(m, view, m->n);
		return end ? end : m->n;
	}
	if (end == 0)
		end = m->n;
	while (line > at && m->p[line - 1] != m->how->eol)
		line--;
	log_reject(m->log, code, 1 + model_lines(m, 0, bad), bad - line + 1, model_raw(m, at, end));
	return end;
}

/* 'd' delimiter, 'e' line end, 'x' line end of the other kind, '.' the view's end, 0 else.
 * *size: how many bytes it has. */
static char
model_stop(const struct csv_model *m, size_t at, size_t view, bool too_long, size_t *size)
{
	*size = 1;
	if (at == view)
		return '.';
	if (m->p[at] == m->how->delimiter)
		return 'd';
	if (m->p[at] == m->how->eol)
		return 'e';
	if (m->p[at] == '\r' || m->p[at] == '\n') {
		if (m->p[at] == '\n')
			return 'x';
		if (at + 1 == view)
			return too_long ? '.' : 'e';
		if (m->p[at + 1] != '\n')
			return 'x';
		*size = 2;
		return 'e';
	}
	return 0;
}

struct model_field {
	struct str raw;
	bool lax;                       /* text behind the closing quote, read leniently */
};

static void
log_record(struct csv_model *m, size_t at, size_t end, const struct model_field *f, uint32_t n)
{
	struct str raw = model_raw(m, at, end);
	uint64_t line = 1 + model_lines(m, 0, at);
	const char *nul;
	size_t bad, start;
	uint32_t i;

	if (n != m->columns) {
		log_reject(m->log, n > FORMAT_MAX_COLUMNS ? "columns" : "fields", line, 0, raw);
		return;
	}
	nul = memchr(raw.p, '\0', raw.n);
	if (nul != NULL || !text_valid(raw, &bad)) {
		bad = at + (nul ? (size_t)(nul - raw.p) : bad);
		for (start = bad; start > at && m->p[start - 1] != m->how->eol;)
			start--;
		log_reject(m->log, nul ? "nul" : "utf8", 1 + model_lines(m, 0, bad), bad - start + 1, raw);
		return;
	}
	buf_printf(m->log, "record %llu", (unsigned long long)line);
	for (i = 0; i < n; i++) {
		struct str s = f[i].raw;
		bool quoted = s.n != 0 && s.p[0] == '"';
		size_t k;

		buf_printf(m->log, " [");
		if (quoted && !f[i].lax)
			s.n--;
		for (k = quoted; k < s.n; k++) {
			buf_byte(m->log, s.p[k]);
			if (quoted && s.p[k] == '"' && k + 1 < s.n && s.p[k + 1] == '"')
				k++;
		}
		/* A lax field that ends with a quote loses it, if it is a closing one. */
		if (f[i].lax && s.p[s.n - 1] == '"') {
			size_t run = 0;

			while (run < s.n - 1 && s.p[s.n - 1 - run] == '"')
				run++;
			if (run % 2 == 1)
				m->log->n--;
		}
		buf_byte(m->log, ']');
	}
	buf_byte(m->log, ' ');
	log_raw(m->log, raw);
}

/* Behind the quoted field at `at`, or SIZE_MAX: it is open.  Lax: a quote only closes it when
 * a field may end behind it, and the line ends it at the latest. */
static size_t
model_quoted(const struct csv_model *m, size_t at, size_t view, bool too_long, bool lax)
{
	size_t i, size;

	for (i = at + 1; i < view; i++) {
		if (lax && m->p[i] == m->how->eol)
			return SIZE_MAX;
		if (m->p[i] != '"')
			continue;
		if (i + 1 < view && m->p[i + 1] == '"') {
			i++;
			continue;
		}
		if (!lax || model_stop(m, i + 1, view, too_long, &size) != 0)
			return i + 1;
	}
	return SIZE_MAX;
}

/* One record or reject or blank line; where the next begins. */
static size_t
model_record(struct csv_model *m, size_t at)
{
	static struct model_field field[64];
	bool too_long = m->n - at > m->how->most;
	size_t view = too_long ? at + m->how->most + 1 : m->n, i = at, from, size;
	uint32_t n = 0;
	char stop;

	stop = model_stop(m, at, view, too_long, &size);
	if (stop == 'e' || (stop == 'x' && m->how->lenient)) {
		buf_printf(m->log, "blank\n");
		return at + size;
	}
	for (;; i += size) {
		bool lax = false;

		from = i;
		if (i < view && m->p[i] == '"') {
			i = model_quoted(m, from, view, too_long, false);
			if (i == SIZE_MAX)
				return model_refuse(m, at, view, too_long, "quote", from, from);
			if (model_stop(m, i, view, too_long, &size) == 0) {
				if (model_lines(m, from, i) != 0)
					return model_refuse(m, at, view, too_long, "quote", from, from);
				if (!m->how->lenient)
					return model_refuse(m, at, view, too_long, "quote", i, from);
				lax = true;
				i = model_quoted(m, from, view, too_long, true);
				if (i == SIZE_MAX)
					return model_refuse(m, at, view, too_long, "quote", from, from);
			}
		} else {
			while (model_stop(m, i, view, too_long, &size) == 0)
				i++;
		}
		stop = model_stop(m, i, view, too_long, &size);
		if (n < 64)
			field[n] = (struct model_field){ { m->p + from, i - from }, lax };
		n++;
		if (stop == 'd')
			continue;
		if (stop == '.' && too_long)
			return model_refuse(m, at, view, too_long, NULL, at, at);
		if (stop == 'x' && !m->how->lenient)
			return model_refuse(m, at, view, too_long, "line", i, i);
		i += stop == '.' ? 0 : size;
		log_record(m, at, i, field, n);
		return i;
	}
}

/* What follows the header, which is `header` bytes long. */
static inline void
csv_model_run(const struct csv_case *how, struct str text, size_t header, uint32_t columns,
    struct buf *log)
{
	struct csv_model m = {
		.how = how, .p = text.p, .n = text.n, .columns = columns, .log = log
	};
	size_t at = header;

	while (at < text.n)
		at = model_record(&m, at);
}

/* ---- the reader ---- */

/* A file of these bytes, as the standard way in; its name is good until the next call. */
static inline const char *
csv_model_file(struct str text)
{
	static char path[64];
	static int fd = -1;

	if (fd < 0) {
		snprintf(path, sizeof path, "/tmp/csv_model.XXXXXX");
		if ((fd = mkstemp(path)) < 0)
			abort();
		unlink(path);
		snprintf(path, sizeof path, "/dev/fd/%d", fd);
	}
	if (ftruncate(fd, 0) != 0 || pwrite(fd, text.p, text.n, 0) != (ssize_t)text.n)
		abort();
	return path;
}

struct csv_seen {
	bool opened;                    /* else the log holds why not */
	char eol;
	uint32_t columns;
	uint64_t lines, bytes;          /* of all chunks */
	uint64_t preamble;
	size_t header;                  /* bytes of the header, its line end not counted */
};

/* libcsv reads a record by itself: does it see the same fields? */
struct csv_oracle {
	struct record *rec;
	uint32_t at;
	bool same, row;
};

static void
oracle_field(void *p, size_t n, void *to)
{
	struct csv_oracle *o = to;

	o->same = o->same && o->at < o->rec->shape->count &&
	    str_eq((struct str){ p, n }, record_text(o->rec, o->at));
	o->at++;
}

static void
oracle_row(int c, void *to)
{
	(void)c;
	((struct csv_oracle *)to)->row = true;
}

static int
oracle_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* By strict rules for what the regular lane took, by lax ones for the rest. */
static bool
oracle_agrees(struct record *rec, char delimiter)
{
	struct csv_oracle o = { .rec = rec, .same = true };
	struct csv_parser p;
	bool taken;

	csv_init(&p, rec->field == NULL ? CSV_STRICT : 0);
	csv_set_delim(&p, (unsigned char)delimiter);
	csv_set_space_func(&p, oracle_space);
	taken = csv_parse(&p, rec->raw.p, rec->raw.n, oracle_field, oracle_row, &o) == rec->raw.n &&
	    !o.row && csv_parse(&p, "\n", 1, oracle_field, oracle_row, &o) == 1 && o.row;
	csv_free(&p);
	return taken && o.same && o.at == rec->shape->count;
}

static void
see_chunk(struct split *s, const struct chunk *c, char delimiter, struct buf *log)
{
	struct arena scratch = { 0 };
	struct record rec = { .scratch = &scratch };
	struct reject why;
	uint64_t blank = 0;
	int got;
	uint32_t i;

	split_start(s, c);
	do {
		got = split_next(s, &rec, &why);
		for (; blank < split_blank(s); blank++)
			buf_printf(log, "blank\n");
		if (got < 0)
			log_reject(log, reject_name[why.code], why.at.line, why.at.column, why.raw);
		if (got > 0) {
			if (!oracle_agrees(&rec, delimiter))
				buf_printf(log, "libcsv reads this in another way: ");
			buf_printf(log, "record %llu", (unsigned long long)rec.at.line);
			for (i = 0; i < rec.shape->count; i++) {
				buf_printf(log, " [");
				buf_str(log, record_text(&rec, i));
				buf_byte(log, ']');
			}
			buf_byte(log, ' ');
			log_raw(log, rec.raw);
		}
		arena_reset(&scratch);
	} while (got != 0);
	arena_free(&scratch);
}

static inline void
csv_model_read(const struct csv_case *how, struct str text, struct csv_seen *seen, struct buf *log)
{
	struct source_options from = { .encoding = SOURCE_UTF8, .read_size = how->read_size };
	struct read_options options = {
		.from = FORMAT_CSV, .delimiter = how->delimiter, .lenient = how->lenient,
		.max_record = how->most, .block = how->block
	};
	struct arena a = { 0 };
	struct err e;
	struct source *source = source_open(&a, csv_model_file(text), &from, &e);
	struct reader *r = source ? reader_open(&a, source, &options, &e) : NULL;
	struct chunk c = { 0 };
	struct split *s = NULL;
	int got = 0;

	*seen = (struct csv_seen){ .opened = r != NULL };
	if (r == NULL) {
		buf_printf(log, "%s:%llu:%llu", e.text, (unsigned long long)e.at.line,
		    (unsigned long long)e.at.column);
	} else {
		seen->eol = *reader_eol(r).p == '\r' && reader_eol(r).n == 1 ? '\r' : '\n';
		seen->preamble = reader_preamble(r);
		seen->columns = reader_shape(r) ? reader_shape(r)->count : 0;
		seen->header = reader_header_raw(r).n;
		s = split_new(&a, r);
		while ((got = reader_cut(r, &c, &e)) > 0) {
			seen->lines += c.lines;
			seen->bytes += c.bytes;
			see_chunk(s, &c, reader_delimiter(r), log);
		}
	}
	if (got < 0)
		abort();
	split_free(s);
	chunk_free(&c);
	if (r != NULL)
		reader_close(r);
	if (source != NULL)
		source_close(source, &e);
	arena_free(&a);
}

/* ---- the comparison ---- */

/* Header and body: does the reader see what the model sees?  Prints and returns false when not.
 * Where the reader takes the header for a preamble there is nothing to compare. */
static inline bool
csv_model_agrees(const struct csv_case *how, struct str text, size_t header, uint32_t columns)
{
	struct buf want = { 0 }, got = { 0 };
	struct csv_seen seen;
	uint64_t lines = 0;
	size_t i;
	bool same;

	csv_model_read(how, text, &seen, &got);
	if (!seen.opened || seen.preamble != 0) {
		buf_free(&got);
		return true;
	}
	csv_model_run(how, text, header, columns, &want);
	for (i = header; i < text.n; i++)
		lines += text.p[i] == how->eol;
	lines += text.n > header && text.p[text.n - 1] != how->eol;
	same = seen.eol == how->eol && seen.columns == columns &&
	    seen.lines == lines && seen.bytes == text.n - header &&
	    str_eq(buf_text(&want), buf_text(&got));
	if (!same) {
		printf("delimiter %d eol %d lenient %d most %zu block %zu read %zu\n", how->delimiter,
		    how->eol, how->lenient, how->most, how->block, how->read_size);
		printf("lines %llu of %llu, bytes %llu of %zu\n--- text\n",
		    (unsigned long long)seen.lines, (unsigned long long)lines,
		    (unsigned long long)seen.bytes, text.n - header);
		fwrite(text.p, 1, text.n, stdout);
		for (i = 0; i < want.n && i < got.n && want.p[i] == got.p[i];)
			i++;
		while (i > 0 && want.p[i - 1] != '\n')
			i--;
		printf("\n--- both say\n%.*s", (int)i, want.p);
		printf("--- the model goes on\n%.*s", STR_ARG(str_slice(buf_text(&want), i, i + 300)));
		printf("\n--- the reader goes on\n%.*s\n", STR_ARG(str_slice(buf_text(&got), i, i + 300)));
	}
	buf_free(&want);
	buf_free(&got);
	return same;
}

#endif
