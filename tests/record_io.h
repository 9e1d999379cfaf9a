/*
 * record_io - text in one format to text in another, the way the tools do it: for tests.
 *
 * What is refused is told as lines of `line:column code: reason "raw"`.
 */
#ifndef RECORD_IO_H
#define RECORD_IO_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/format.h"

struct record_io {
	struct read_options read;
	struct write_options write;
	/* what the tool puts into its columns; NULL: nothing */
	void (*row)(struct record *);
	struct buf out, rejects;
	uint64_t records, refused, blank, lines, bytes, joined;
	struct err err;
};

/* A path that reads as `text`: one unlinked file serves all calls. */
static inline const char *
record_io_path(struct str text)
{
	static char path[64] = "/tmp/leadkit-test-XXXXXX";
	static int fd = -1;
	size_t n;
	ssize_t did;

	if (fd == -1) {
		fd = mkstemp(path);
		unlink(path);
		snprintf(path, sizeof path, "/dev/fd/%d", fd);
	}
	for (n = 0; n < text.n; n += (size_t)did)
		if ((did = pwrite(fd, text.p + n, text.n - n, (off_t)n)) <= 0)
			abort();
	if (ftruncate(fd, (off_t)text.n) != 0)
		abort();
	return path;
}

/* Every record of the input to `each`. */
static inline int
record_io_read(struct record_io *io, struct reader *r,
    void (*each)(struct record_io *, struct record *, void *), void *with)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct split *s = split_new(&a, r);
	struct chunk c = { 0 };
	struct record rec = { 0 };
	struct reject why;
	int got, more;

	rec.scratch = &scratch;
	rec.own = arena_array(&a, io->write.own_count + 1, sizeof *rec.own);
	while ((more = reader_cut(r, &c, &io->err)) == 1) {
		io->lines += c.lines;
		io->bytes += c.bytes;
		split_start(s, &c);
		while ((got = split_next(s, &rec, &why)) != 0) {
			if (got == 1) {
				io->records++;
				each(io, &rec, with);
			} else {
				io->refused++;
				buf_printf(&io->rejects, "%lu:%lu %s: %.*s \"",
				    (unsigned long)why.at.line,
				    (unsigned long)why.at.column, reject_name[why.code],
				    STR_ARG(why.reason));
				buf_str(&io->rejects, why.raw);
				buf_str(&io->rejects, STR("\"\n"));
			}
			arena_reset(&scratch);
		}
		io->blank += split_blank(s);
	}
	split_free(s);
	chunk_free(&c);
	arena_free(&scratch);
	arena_free(&a);
	return more;
}

static inline void
record_io_union(struct record_io *io, struct record *rec, void *keys)
{
	(void)io;
	record_union_add(keys, rec->shape);
}

static inline void
record_io_write(struct record_io *io, struct record *rec, void *writer)
{
	if (io->row != NULL)
		io->row(rec);
	writer_put(writer, &io->out, rec);
}

static inline void
record_io_forget(struct record_io *io)
{
	io->out.n = io->rejects.n = 0;
	io->records = io->refused = io->blank = io->lines = io->bytes = io->joined = 0;
}

static inline void
record_io_free(struct record_io *io)
{
	buf_free(&io->out);
	buf_free(&io->rejects);
}

static inline struct reader *
record_io_open(struct record_io *io, struct arena *a, struct str text, struct source **s)
{
	struct source_options options = { .encoding = SOURCE_UTF8 };

	*s = source_open(a, record_io_path(text), &options, &io->err);
	return *s ? reader_open(a, *s, &io->read, &io->err) : NULL;
}

/* The labels of all records, for CSV out of JSON; NULL when there are none. */
static inline const struct shape *
record_io_header(struct record_io *io, struct arena *a, struct str text)
{
	struct map keys = { .arena = a };
	const struct shape *shape = NULL;
	struct source *s;
	struct reader *r = record_io_open(io, a, text, &s);

	if (r != NULL) {
		record_io_read(io, r, record_io_union, &keys);
		if (io->records != 0)
			shape = record_union_shape(a, &keys);
		reader_close(r);
	}
	if (s != NULL)
		source_close(s, &io->err);
	map_free(&keys);
	record_io_forget(io);
	return shape;
}

/* Convert; 0, or -1 with io->err.  What was there from an earlier call is forgotten. */
static inline int
record_io(struct record_io *io, struct str text)
{
	struct arena a = { 0 };
	const struct shape *header;
	struct source *s;
	struct reader *r;
	struct writer *w = NULL;
	struct buf rows;
	int result = -1;
	bool json;

	record_io_forget(io);
	if ((r = record_io_open(io, &a, text, &s)) != NULL) {
		json = reader_format(r) == FORMAT_JSON || reader_format(r) == FORMAT_JSONL;
		header = json ? record_io_header(io, &a, text) : reader_shape(r);
		if ((w = writer_new(&a, &io->write, r, header, &io->err)) != NULL) {
			rows = io->out;
			io->out = (struct buf){ 0 };
			result = record_io_read(io, r, record_io_write, w);
			rows.n = 0;
			writer_begin(w, &rows);
			buf_str(&rows, io->out.n ? writer_first(w, buf_text(&io->out)) : STR(""));
			writer_end(w, &rows, io->out.n != 0);
			buf_free(&io->out);
			io->out = rows;
			io->joined = writer_joined(w);
			writer_free(w);
		}
		reader_close(r);
	}
	if (s != NULL)
		source_close(s, &io->err);
	arena_free(&a);
	return result;
}

#endif
