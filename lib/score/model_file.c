/*
 * model_file - where a model comes from: built in, a JSON file, or a table of rules.
 *
 * What begins with a bracket is JSON; a header of CSV never does.
 */
#include "score/model_impl.h"

static const struct {
	const char *name, *text;
} built_in[] = { { "b2b", b2b_json }, { "b2c", b2c_json } };
enum { BUILT_IN = sizeof built_in / sizeof *built_in };

static const struct config *
json(struct arena *a, struct source *source, struct err *e)
{
	enum { ONCE = 1 << 16 };
	const struct config *config = NULL;
	struct buf text = { 0 };
	ssize_t got = 1;

	/* One that is too long is refused by config_parse. */
	while (got > 0 && text.n <= CONFIG_MOST)
		if ((got = source_read(source, buf_room(&text, ONCE), ONCE, e)) > 0)
			text.n += (size_t)got;
	if (got >= 0)
		config = config_parse(a, buf_text(&text), source_name(source), "lead-model", e);
	buf_free(&text);
	return config;
}

static const struct config *
from_file(struct arena *a, const char *path, struct err *e)
{
	const struct source_options options = { .encoding = SOURCE_UTF8 };
	struct source *source = source_open(a, path, &options, e);
	const struct config *config;
	struct str head;
	struct err other;

	if (source == NULL)
		return NULL;
	head = str_trim(source_head(source));
	config = head.n == 0 || *head.p == '{' || *head.p == '[' ? json(a, source, e) :
	    model_csv_parse(a, source, e);
	if (source_close(source, config != NULL ? e : &other) < 0)
		return NULL;
	return config;
}

struct model *
model_load(struct arena *a, struct schema *s, const char *path, struct err *e)
{
	const struct config *config;
	size_t i = 0;

	while (path != NULL && i < BUILT_IN && strcmp(path, built_in[i].name) != 0)
		i++;
	if (i < BUILT_IN)
		config = config_parse(a, str_of(built_in[i].text),
		    arena_printf(a, "(%s)", built_in[i].name).p, "lead-model", e);
	else
		config = from_file(a, path, e);
	return config != NULL ? model_read(a, s, config, e) : NULL;
}
