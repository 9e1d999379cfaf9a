/*
 * intake - evidence, layout and cleaning, put together.
 */
#include "import/intake.h"

int
intake_start(struct intake *in, struct arena *a, const struct mapping_options *o,
    const char *const *file, size_t files, struct err *e)
{
	const char **name = arena_array(a, files + 1, sizeof *name);
	size_t i;

	name[0] = "(stdin)";
	in->arena = in->labels.refused.arena = in->labels.renamed.arena = a;
	if (mapping_start(&in->mapping, a, &in->words, o, &in->preset, e) < 0)
		return -1;
	for (i = 0; i < files; i++)
		name[i] = strcmp(file[i], "-") != 0 ? file[i] : "(stdin)";
	in->file = name;
	in->files = files ? files : 1;
	in->delimiters = arena_alloc(a, in->files);
	evidence_init(&in->evidence, &in->mapping, in->files);
	return 0;
}

void
intake_header(struct intake *in, size_t file, const struct shape *s, char delimiter, uint32_t refused)
{
	in->delimiters[file] = delimiter;
	if (s == NULL)
		return;
	evidence_header(&in->evidence, file, s);
	layout_header(&in->labels, s, refused);
}

struct intake_hand *
intake_hand(struct intake *in)
{
	struct intake_hand *h = arena_alloc(in->arena, sizeof *h);

	evidence_init(&h->evidence, &in->mapping, in->files);
	h->clean = clean_new(&h->evidence.arena, &in->clean);
	return h;
}

void
intake_gather(struct intake *in, const struct intake_hand *h)
{
	evidence_merge(&in->evidence, &h->evidence);
}

int
intake_settle(struct intake *in, const struct shape *all, struct layout_options o, bool strict,
    struct err *e)
{
	const struct mapping_file **files = arena_array(in->arena, in->files, sizeof *files);
	size_t i;

	o.all = all;
	o.labels = &in->labels;
	o.preset = in->preset;
	layout_make(&in->layout, in->arena, &in->mapping, &in->evidence, &o);
	in->clean = (struct clean_plan){ .quality = in->mapping.quality, .layout = &in->layout,
		.words = &in->words, .zone = in->zone, .region = in->mapping.region,
		.delimiters = in->delimiters };
	for (i = 0; i < in->files; i++) {
		files[i] = &in->layout.file[i].mapping;
		if (in->clean.delimiter == 0)
			in->clean.delimiter = in->delimiters[i];
	}
	if (o.master && files[0]->columns != 0 && !files[0]->ours)
		return err_set(e, ERR_INPUT, (struct place){ .file = in->file[0] },
		    "this is no file of lead-import's, which have merged_from, or quality and flags; "
		    "import it first");
	return mapping_unused(&in->mapping, files, in->files, e) < 0 ||
	    (strict && mapping_strict(files, in->files, in->file, e) < 0) ? -1 : 0;
}

bool
intake_rows(const struct intake *in, enum format to)
{
	size_t i = 0;

	while (i < in->files && in->delimiters[i] != 0)
		i++;
	return i == in->files && (to == FORMAT_CSV || to == FORMAT_TSV);
}

void
intake_hand_free(struct intake_hand *h)
{
	clean_free(h->clean);
	evidence_free(&h->evidence);
}

void
intake_free(struct intake *in)
{
	evidence_free(&in->evidence);
	layout_free(&in->layout);
	map_free(&in->labels.refused);
	map_free(&in->labels.renamed);
	buf_free(&in->labels.name);
	words_free(&in->words);
	mapping_free(&in->mapping);
}
