/*
 * Importing a file twice against a master file changes nothing the second time, and loses nobody of
 * the master: for leads who have each other's names, addresses, numbers and ids, by any rule.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../import_io.h"
#include "law.h"
#include "import/merge_rules.h"
#include "import/store.h"

enum { ROUNDS = 400, PERSONS = 14, ROWS = 24, CELL = 64 };

#define PICK(list) list[below(sizeof list / sizeof *list)]

enum column { ID, MAIL, FIRST, LAST, PHONE, SITE, COMPANY, STREET, CITY, POSTAL, COUNTRY, BIRTH, TITLE, CONSENT,
	UPDATED, HOLD, TAGS, COLUMNS };
static const char *const label[COLUMNS] = { "id", "email", "first name", "last name", "phone", "website",
	"company", "street", "city", "postal_code", "country", "birth_date", "title", "consent", "updated_at",
	"on_hold", "tags" };

static char person[PERSONS][COLUMNS][CELL];
static unsigned persons;

static void
make_persons(void)
{
	static const char *const first[] = { "Ann", "Bob", "Cy", "Dee", "Eve", "Flo", "Anna" };
	static const char *const last[] = { "Abbot", "Baker", "Cooper", "Coopre", "Draper", "Fisher" };
	static const char *const mail[] = { "info@x.example", "a@a.com", NULL, NULL, NULL, NULL, NULL, NULL };
	static const char *const site[] = { "", "acme.example", "zed.example/ann" };
	static const char *const company[] = { "Acme Ltd", "Zed GmbH", "Acme", "Yonder Supply Co", "" };
	static const char *const street[] = { "High", "Low", "Mill" }, *const city[] = { "York", "Leeds", "Bath" };
	static const char *const postal[] = { "YO1 7HH", "LS1 4DY", "YO1 7HL", "" };
	static const char *const country[] = { "GB", "", "DE", "" };
	static const char *const birth[] = { "1980-01-02", "1980-02-01", "1975-05-05", "" };
	const char *whose, *given, *family;
	unsigned i;

	memset(person, 0, sizeof person);
	persons = 2 + below(PERSONS - 2);
	for (i = 0; i < persons; i++) {
		char (*p)[CELL] = person[i];

		snprintf(p[ID], CELL, "c%u", i);
		strcpy(p[FIRST], given = PICK(first));
		strcpy(p[LAST], family = PICK(last));
		if ((whose = PICK(mail)) != NULL)
			strcpy(p[MAIL], whose);
		else
			snprintf(p[MAIL], CELL, "%s.%s%.0u@%c.example", given, family, below(3), "xy"[below(2)]);
		snprintf(p[PHONE], CELL, "+4420794609%02u", below(12));
		strcpy(p[SITE], PICK(site));
		strcpy(p[COMPANY], PICK(company));
		snprintf(p[STREET], CELL, "%u %s Street", 1 + below(8), PICK(street));
		strcpy(p[CITY], PICK(city));
		strcpy(p[POSTAL], PICK(postal));
		strcpy(p[COUNTRY], PICK(country));
		strcpy(p[BIRTH], PICK(birth));
	}
}

/* What a row says of a person: the truth, nothing, a slip of the finger, or somebody else's. */
static void
put_cell(struct buf *b, unsigned who, enum column c)
{
	static const char *const titles[] = { "", "CEO", "CTO", "Buyer", "ceo" };
	static const char *const consents[] = { "", "", "granted", "denied" };
	static const char *const holds[] = { "", "", "2026-01-01/2026-01-02", "2026-02-01/2026-02-02",
		"2026-01-01/2026-01-02;2026-02-01/2026-02-02" };
	static const char *const tags[] = { "", "a", "b", "a;b" };
	char cell[CELL];
	unsigned chance = below(100);
	size_t n = strlen(person[who][c]), at = below((uint32_t)n + 1);

	strcpy(cell, person[who][c]);
	if (c == TITLE)
		strcpy(cell, PICK(titles));
	else if (c == CONSENT)
		strcpy(cell, PICK(consents));
	else if (c == HOLD)
		strcpy(cell, PICK(holds));
	else if (c == TAGS)
		strcpy(cell, PICK(tags));
	else if (c == UPDATED)
		snprintf(cell, CELL, "2026-01-%02u", 1 + below(28));
	else if (chance < 30)
		cell[0] = '\0';
	else if (chance < 40)
		strcpy(cell, person[below(persons)][c]);
	else if (chance < 48 && at < n && n > 3 && c != ID)
		memmove(cell + at, cell + at + 1, n - at);
	buf_str(b, str_of(cell));
}

static void
make_file(struct buf *b, const bool has[COLUMNS])
{
	unsigned rows = 1 + below(ROWS), i, who;
	enum column c;

	b->n = 0;
	for (c = ID; c < COLUMNS; c++)
		if (has[c])
			buf_printf(b, "%s,", label[c]);
	buf_printf(b, "row\n");
	for (i = 0; i < rows; i++, buf_byte(b, '\n'))
		for (who = below(persons), c = ID; c < COLUMNS; c++)
			if (has[c]) {
				put_cell(b, who, c);
				buf_byte(b, ',');
			}
}

static void
choose_columns(bool has[COLUMNS])
{
	unsigned c;

	for (c = 0; c < COLUMNS; c++)
		has[c] = below(10) < 6;
	has[MAIL] = has[MAIL] || !(has[PHONE] || has[FIRST] || has[LAST]);
}

struct choice {
	bool alike, nicknames, loose;
	const char *update, *keep;
};

static void
choose(struct choice *c)
{
	static const char *const update[] = { NULL, NULL, NULL, "fill", "replace", "ignore" };
	static const char *const keep[] = { NULL, NULL, NULL, "first", "newest", "complete" };

	*c = (struct choice){ below(3) != 0, below(5) == 0, below(5) == 0, PICK(update), PICK(keep) };
}

/* An import of `files` files, the first a master file if there are two. */
struct import {
	struct intake in;
	struct intake_hand *hand;
	struct store store;
	struct map keys;
	struct buf notes;
	size_t file;
};

static void
survey(struct record_io *io, struct record *rec, void *with)
{
	struct import *im = with;

	(void)io;
	evidence_add(&im->in.evidence, im->file, rec, 1);
}

static void
take(struct record_io *io, struct record *rec, void *with)
{
	struct import *im = with;

	im->notes.n = 0;
	clean_records(im->hand->clean, im->file, rec, 1);
	if (im->hand->clean->lead->refused != VOCAB_FIELDS)
		abort();
	store_note(&im->store, &im->notes, im->hand->clean);
	if (store_take(&im->store, buf_text(&im->notes), &io->err) < 0)
		abort();
}

static void
write_all(struct record_io *io, struct import *im, struct reader *r, struct arena *a)
{
	struct write_options options = { .to = FORMAT_CSV, .delimiter = ',', .eol = STR("\n") };
	struct writer *w = writer_new(a, &options, r, im->in.layout.shape, &io->err);
	struct arena scratch = { 0 };
	struct record rec = { .shape = im->in.layout.shape, .scratch = &scratch };
	struct store_group g;
	struct spool_view *v;
	uint32_t i;

	if (w == NULL || store_group(&im->store, a, &io->err) < 0)
		abort();
	io->out.n = 0;
	writer_begin(w, &io->out);
	v = spool_view_new(a);
	for (i = 0; i < im->store.match.count; i++, arena_reset(&scratch)) {
		if (store_lead(&im->store, v, i, &rec, &g, &io->err) < 0)
			abort();
		if (g.leads != 0)
			writer_put(w, &io->out, &rec);
	}
	writer_free(w);
	spool_view_free(v);
	arena_free(&scratch);
}

/* Each file once more: what its columns are, then its leads, and then all that were taken. */
enum pass { SURVEY, TAKE, WRITE };

static void
pass(struct record_io *io, struct import *im, struct str text, enum pass what, struct arena *run)
{
	struct arena a = { 0 };
	struct source *s;
	struct reader *r = record_io_open(io, &a, text, &s);

	if (r == NULL)
		abort();
	if (what == SURVEY) {
		intake_header(&im->in, im->file, reader_shape(r), ',', 0);
		record_union_add(&im->keys, reader_shape(r));
	}
	if (what == WRITE)
		write_all(io, im, r, run);
	else if (record_io_read(io, r, what == SURVEY ? survey : take, im) < 0)
		abort();
	reader_close(r);
	source_close(s, &io->err);
	arena_free(&a);
}

static void
import(struct record_io *io, const struct choice *c, const struct str *text, size_t files)
{
	static const char *const names[] = { "master.csv", "new.csv" };
	struct arena a = { 0 };
	struct import im = { .keys.arena = &a };
	const struct mapping_merge merging = { &c->keep, &c->update, c->keep != NULL,
		c->update != NULL && files > 1, NULL };
	struct spool *spool = spool_open(&a, "/tmp", &io->err);

	if (spool == NULL ||
	    intake_start(&im.in, &a, &(struct mapping_options){ 0 }, names + 2 - files, files, &io->err) < 0)
		abort();
	im.in.zone = &zone_utc;
	for (im.file = 0; im.file < files; im.file++)
		pass(io, &im, text[im.file], SURVEY, &a);
	if (intake_settle(&im.in, record_union_shape(&a, &im.keys),
	    (struct layout_options){ .merges = true, .master = files > 1 }, false, &io->err) < 0)
		abort();
	im.store = (struct store){ .layout = &im.in.layout, .clean = &im.in.clean, .file = im.in.file,
		.spool = spool, .merges = true, .nicknames = c->nicknames, .loose = c->loose,
		.match.alike = c->alike, .master = files > 1 };
	if (merge_rules_make(&im.store.rules, &a, &merging, &im.in.layout, &im.in.mapping, im.in.file,
	    &io->err) < 0)
		abort();
	im.hand = intake_hand(&im.in);
	for (im.file = 0; im.file < files; im.file++)
		pass(io, &im, text[im.file], TAKE, &a);
	pass(io, &im, text[0], WRITE, &a);
	intake_hand_free(im.hand);
	intake_free(&im.in);
	store_close(&im.store);
	spool_close(spool);
	buf_free(&im.notes);
	map_free(&im.keys);
	arena_free(&a);
}

static size_t
lines(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

int
main(int argc, char **argv)
{
	struct record_io io = { .read = { .from = FORMAT_CSV, .delimiter = ',' } };
	struct buf old = { 0 }, new = { 0 }, master = { 0 }, once = { 0 };
	bool has[COLUMNS];
	struct choice c;
	unsigned round;

	law_start(argc, argv, 20261122);
	for (round = 0; round < ROUNDS; round++) {
		make_persons();
		choose_columns(has);
		make_file(&old, has);
		if (below(2))
			choose_columns(has);
		make_file(&new, has);
		choose(&c);
		import(&io, &c, &(struct str){ old.p, old.n }, 1);
		master.n = once.n = 0;
		buf_str(&master, buf_text(&io.out));
		import(&io, &c, (struct str[]){ buf_text(&master), buf_text(&new) }, 2);
		buf_str(&once, buf_text(&io.out));
		import(&io, &c, (struct str[]){ buf_text(&once), buf_text(&new) }, 2);
		if (!str_eq(buf_text(&once), buf_text(&io.out)) ||
		    lines(buf_text(&once)) < lines(buf_text(&master))) {
			printf("round %u: it changes, or leads are lost: fuzzy %d nicknames %d loose %d update %s keep %s\n"
			    "--- the first\n%.*s--- the file\n%.*s--- once\n%.*s--- twice\n%.*s", round, c.alike,
			    c.nicknames, c.loose, c.update ? c.update : "", c.keep ? c.keep : "", (int)master.n,
			    master.p, (int)new.n, new.p, (int)once.n, once.p, (int)io.out.n, io.out.p);
			return 1;
		}
	}
	buf_free(&old);
	buf_free(&new);
	buf_free(&master);
	buf_free(&once);
	record_io_free(&io);
	return 0;
}
