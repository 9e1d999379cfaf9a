/*
 * csv_shared_test - CSV files that nobody here wrote: csv-spectrum against its JSON, csvkit's odd
 * files, real leads.  Skipped, visibly, where the folder LEAD_SHARED is absent.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "record/format.h"

static const char *shared;

struct input {
	struct source *source;
	struct reader *reader;
	struct split *split;
	struct chunk chunk;
	struct record record;
	struct reject why;
	struct arena scratch;
	uint64_t records, rejects, blank, lines;
	uint64_t per_code[REJECT_COUNT];
	bool cutting;
};

static void
open_input(struct input *in, const char *path, enum source_encoding encoding)
{
	struct source_options from = { .encoding = encoding };
	struct err e;

	*in = (struct input){ .source = NULL };
	in->source = source_open(&arena, path, &from, &e);
	ck_assert_msg(in->source != NULL, "%s: %s", path, e.text);
	in->reader = reader_open(&arena, in->source, &(struct read_options){ 0 }, &e);
	ck_assert_msg(in->reader != NULL, "%s: %s", path, e.text);
	in->split = split_new(&arena, in->reader);
	in->record.scratch = &in->scratch;
}

/* The next record: 1, a reject: -1, 0 at the end. */
static int
next(struct input *in)
{
	struct err e;
	int got;

	for (;;) {
		arena_reset(&in->scratch);
		if (in->cutting && (got = split_next(in->split, &in->record, &in->why)) != 0) {
			if (got > 0)
				in->records++;
			else
				in->per_code[in->why.code]++;
			in->rejects += got < 0;
			return got;
		}
		if (in->cutting)
			in->blank += split_blank(in->split);
		in->cutting = true;
		got = reader_cut(in->reader, &in->chunk, &e);
		ck_assert_msg(got >= 0, "%s", e.text);
		if (got == 0)
			return 0;
		in->lines += in->chunk.lines;
		split_start(in->split, &in->chunk);
	}
}

static void
close_input(struct input *in)
{
	struct err e;

	split_free(in->split);
	reader_close(in->reader);
	source_close(in->source, &e);
	chunk_free(&in->chunk);
	arena_free(&in->scratch);
}

static const char *
at(const char *path)
{
	return arena_printf(&arena, "%s/%s", shared, path).p;
}

START_TEST(spectrum)
{
	DIR *dir = opendir(at("data/suites/csv-spectrum/csvs"));
	struct dirent *entry;
	struct input csv, json;
	int files = 0;
	uint32_t i;

	while ((entry = readdir(dir)) != NULL) {
		struct str name = str_of(entry->d_name), stem = str_slice(name, 0, name.n - 4);

		if (!str_ends(name, STR(".csv")))
			continue;
		open_input(&csv, at(arena_printf(&arena, "data/suites/csv-spectrum/csvs/%s",
		    name.p).p), SOURCE_UTF8);
		open_input(&json, at(arena_printf(&arena, "data/suites/csv-spectrum/json/%.*s.json",
		    STR_ARG(stem)).p), SOURCE_UTF8);
		while (next(&csv) == 1) {
			ck_assert_int_eq(next(&json), 1);
			ck_assert_uint_eq(csv.record.shape->count, json.record.shape->count);
			for (i = 0; i < csv.record.shape->count; i++) {
				struct str want = record_text(&json.record, i);
				struct str got = record_text(&csv.record, i);

				ck_assert(str_eq(csv.record.shape->name[i], json.record.shape->name[i]));
				/* The suite itself disagrees about that telephone number. */
				ck_assert_msg(str_eq(got, want) || str_is(want, "1234567890"),
				    "%s: %.*s is not %.*s", name.p, STR_ARG(got), STR_ARG(want));
			}
		}
		ck_assert_int_eq(next(&json), 0);
		ck_assert_uint_eq(csv.rejects, 0);
		close_input(&csv);
		close_input(&json);
		files++;
	}
	closedir(dir);
	ck_assert_int_eq(files, 12);
}
END_TEST

/* How many records and rejects a file has, by other programs and by reading it. */
struct known {
	const char *path;
	const char *format;
	uint32_t columns;
	uint64_t records, rejects, blank, preamble;
};

START_TEST(counts)
{
	static const struct known known[] = {
		{ "leads/xeducation/Leads.csv", "csv", 38, 9240, 0, 0, 0 },
		{ "leads/xeducation/rows-wrapped-in-quotes.csv", "csv", 37, 8902, 338, 0, 0 },
		{ "leads/xeducation/Leads-20-bytes.csv", "csv", 2, 0, 0, 0, 0 },
		{ "leads/olist/olist_marketing_qualified_leads_dataset.csv", "csv", 4, 8000, 0, 0, 0 },
		{ "leads/olist/olist_closed_deals_dataset.csv", "csv", 14, 842, 0, 0, 0 },
		{ "leads/bank/bank-full.csv", "csv", 17, 45211, 0, 0, 0 },
		{ "leads/zoho/Leads.csv", "csv", 13, 3900, 0, 0, 0 },
		{ "exports/meta_lead_ads_download.csv", "tsv", 16, 0, 0, 0, 0 },
		{ "exports/salesforce_report.csv", "csv", 8, 1, 3, 2, 0 },
		{ "suites/csvkit/bad_skip_lines.csv", "csv", 3, 1, 2, 0, 3 },
		{ "suites/csvkit/mac_newlines.csv", "csv", 3, 2, 0, 0, 0 },
		{ "suites/csvkit/null_byte.csv", "csv", 3, 0, 1, 0, 0 },
		{ "suites/csvkit/sniff_limit.csv", "csv", 3, 1, 0, 0, 0 },
		{ "suites/csvkit/test_latin1.csv", "csv", 3, 2, 0, 0, 0 },
		{ "suites/csvkit/test_utf16_big.csv", "csv", 3, 2, 0, 0, 0 },
		{ "suites/csvkit/test_utf16_little.csv", "csv", 3, 2, 0, 0, 0 },
		{ "suites/csvkit/test_utf8_bom.csv", "csv", 3, 2, 0, 0, 0 },
		{ "suites/csvkit/test_header_newline.csv", "csv", 3, 1, 0, 0, 0 },
	};
	struct input in;
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++) {
		const struct known *k = &known[i];

		open_input(&in, at(arena_printf(&arena, "data/%s", k->path).p), SOURCE_LADDER);
		while (next(&in) != 0)
			;
		ck_assert_str_eq(format_name[reader_format(in.reader)], k->format);
		ck_assert_msg(reader_shape(in.reader)->count == k->columns && in.records == k->records &&
		    in.rejects == k->rejects && in.blank == k->blank &&
		    reader_preamble(in.reader) == k->preamble,
		    "%s: %u columns, %llu records, %llu rejects, %llu blank, preamble %llu", k->path,
		    reader_shape(in.reader)->count, (unsigned long long)in.records,
		    (unsigned long long)in.rejects, (unsigned long long)in.blank,
		    (unsigned long long)reader_preamble(in.reader));
		close_input(&in);
	}
}
END_TEST

START_TEST(no_text)
{
	struct source_options from = { .encoding = SOURCE_LADDER };
	struct err e;

	ck_assert_ptr_null(source_open(&arena,
	    at("data/leads/xeducation/Leads-is-really-xlsx.csv"), &from, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "xlsx"));
}
END_TEST

int
main(void)
{
	TCase *t;
	DIR *dir;

	shared = getenv("LEAD_SHARED");
	if (shared == NULL || *shared == '\0')
		shared = "../shared";
	if ((dir = opendir(at("data/suites"))) == NULL) {
		printf("csv_shared_test: skipped: no %s\n", at("data/suites"));
		return 77;
	}
	closedir(dir);
	t = tcase_create("real CSV");
	tcase_add_test(t, spectrum);
	tcase_add_test(t, counts);
	tcase_add_test(t, no_text);
	return unit_run("real CSV", t);
}
