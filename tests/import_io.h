/*
 * import_io - an export to clean leads in CSV, by the two passes of an import: for tests.
 *
 * Duplicates stay.  `mapping` is a lead-mapping file, or empty.
 */
#ifndef IMPORT_IO_H
#define IMPORT_IO_H

#include "import/intake.h"
#include "record_io.h"
#include "value/zone.h"

struct import_io {
	struct intake in;
	struct intake_hand *hand;
	struct writer *writer;
	struct map keys;                /* of all records, in order of first sight */
	uint64_t kept;
};

static inline void
import_io_survey(struct record_io *io, struct record *rec, void *with)
{
	struct import_io *im = with;

	(void)io;
	record_union_add(&im->keys, rec->shape);
	evidence_add(&im->in.evidence, 0, rec, 1);
}

static inline void
import_io_row(struct record_io *io, struct record *rec, void *with)
{
	struct import_io *im = with;
	struct record out = { .shape = im->in.layout.shape, .scratch = rec->scratch };

	clean_records(im->hand->clean, 0, rec, 1);
	if (im->hand->clean->lead->refused != VOCAB_FIELDS)
		return;
	out.field = im->hand->clean->lead->field;
	writer_put(im->writer, &io->out, &out);
	im->kept++;
}

/* The mapping's settings without what it says of columns: for leads that are clean already. */
static inline void
import_io_forget_columns(struct mapping *m)
{
	m->rules = 0;
	m->strip.n = 0;
}

/* One pass over the text. */
static inline int
import_io_pass(struct record_io *io, struct import_io *im, struct str text, bool survey)
{
	struct write_options w = { .to = FORMAT_CSV, .delimiter = ',', .eol = STR("\n") };
	struct arena a = { 0 };
	struct source *s = NULL;
	struct reader *r;
	int result = -1;

	record_io_forget(io);
	if ((r = record_io_open(io, &a, text, &s)) == NULL)
		goto done;
	if (survey) {
		intake_header(&im->in, 0, reader_shape(r), reader_delimiter(r), 0);
		if (reader_shape(r) != NULL)
			record_union_add(&im->keys, reader_shape(r));
		result = record_io_read(io, r, import_io_survey, im);
	} else if ((im->writer = writer_new(&a, &w, r, im->in.layout.shape, &io->err)) != NULL) {
		writer_begin(im->writer, &io->out);
		result = record_io_read(io, r, import_io_row, im);
		writer_free(im->writer);
	}
	reader_close(r);
done:
	if (s != NULL)
		source_close(s, &io->err);
	arena_free(&a);
	return result;
}

/* Into io->out; *kept leads of io->records.  -1: the mapping, or the file, cannot be read at all. */
static inline int
import_io(struct record_io *io, struct str mapping, bool settings_only, struct str text, uint64_t *kept)
{
	static const char *const name = "input";
	struct arena a = { 0 };
	struct import_io im = { .keys.arena = &a };
	struct mapping_options o = { .file = mapping.n ? record_io_path(mapping) : NULL };
	int result = intake_start(&im.in, &a, &o, &name, 1, &io->err);

	if (settings_only)
		import_io_forget_columns(&im.in.mapping);
	io->read.unwrap = true;
	io->read.unfold = result < 0 ? NULL : mapping_unfold(&im.in.mapping);
	im.in.zone = &zone_utc;
	if (result == 0 && (result = import_io_pass(io, &im, text, true)) == 0 &&
	    (result = intake_settle(&im.in, record_union_shape(&a, &im.keys),
	    (struct layout_options){ 0 }, false, &io->err)) == 0) {
		im.hand = intake_hand(&im.in);
		result = import_io_pass(io, &im, text, false);
		intake_hand_free(im.hand);
	}
	*kept = im.kept;
	intake_free(&im.in);
	map_free(&im.keys);
	arena_free(&a);
	return result;
}

/* NULL, or what is wrong: importing what was imported changes nothing, and every record is a lead or
 * refused.  Cells of refused records are evidence, too: the second import counts if there are any. */
static inline const char *
import_io_wrong(struct record_io *once, struct record_io *twice, struct str mapping, struct str text)
{
	uint64_t kept, again;
	struct buf out = { 0 };
	const char *wrong = NULL;

	if (import_io(once, mapping, false, text, &kept) < 0 || once->records == 0)
		return NULL;
	if (kept > once->records)
		return "more leads than records";
	if (kept != once->records) {
		buf_str(&out, buf_text(&once->out));
		once->read = twice->read;
		if (import_io(once, mapping, true, buf_text(&out), &again) < 0 || again != kept)
			wrong = "not all leads are read again";
		kept = again;
	}
	if (wrong == NULL && (import_io(twice, mapping, true, buf_text(&once->out), &again) < 0 ||
	    twice->refused != 0 || twice->records != kept || again != kept))
		wrong = "not all leads are read again";
	if (wrong == NULL && !str_eq(buf_text(&once->out), buf_text(&twice->out)))
		wrong = "it changes";
	buf_free(&out);
	return wrong;
}

#endif
