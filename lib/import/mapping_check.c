/*
 * mapping_check - what is wrong with a mapping, once the columns of all inputs are known.
 */
#include "import/mapping.h"

static bool
has_column(struct arena *a, const struct mapping_file *f, struct str name)
{
	struct str key = mapping_key(a, name);
	uint32_t i;

	for (i = 0; i < f->columns; i++)
		if (str_eq(f->column[i].label, name) ||
		    (key.n != 0 && str_eq(mapping_key(a, f->column[i].label), key)))
			return true;
	return false;
}

static const char *
nearest_column(struct arena *a, const struct mapping_file *const *file, size_t files,
    struct str name)
{
	size_t i, n = 0;
	uint32_t k;
	const char **list;

	for (i = 0; i < files; i++)
		n += file[i]->columns;
	list = arena_array(a, n + 1, sizeof *list);
	for (n = i = 0; i < files; i++)
		for (k = 0; k < file[i]->columns; k++)
			if (file[i]->column[k].label.n != 0)
				list[n++] = arena_copy(a, file[i]->column[k].label).p;
	return str_nearest(name, list);
}

int
mapping_unused(const struct mapping *m, const struct mapping_file *const *file, size_t files,
    struct err *e)
{
	struct str rest, name;
	const char *near;
	size_t i, k;

	for (i = 0; i < m->rules; i++) {
		const struct mapping_rule *r = &m->rule[i];

		if (r->used || r->activity || r->by != MAPPING_OPTION || r->text.p[0] == ':')
			continue;
		for (rest = r->text; str_split(&rest, '+', &name);) {
			for (k = 0; k < files; k++)
				if (has_column(m->arena, file[k], str_trim(name)))
					break;
			if (k == files)
				break;
		}
		near = nearest_column(m->arena, file, files, name);
		return err_set(e, ERR_CONFIG, r->at, near ?
		    "%s: there is no column \"%.*s\"; did you mean \"%s\"?" :
		    "%s: there is no column \"%.*s\"", vocab[r->field].name, STR_ARG(name), near);
	}
	return 0;
}

int
mapping_strict(const struct mapping_file *const *file, size_t files, const char *const *name,
    struct err *e)
{
	size_t i;
	uint32_t k;

	for (i = 0; i < files; i++)
		for (k = 0; k < file[i]->columns; k++) {
			const struct mapping_column *c = &file[i]->column[k];

			if (c->fate == MAPPING_BEATEN)
				return err_set(e, ERR_CONFIG, (struct place){ .file = name[i] },
				    "\"%.*s\" could be %s, too; -m %s=COLUMN decides", STR_ARG(c->label),
				    vocab[c->field].name, vocab[c->field].name);
		}
	return 0;
}
