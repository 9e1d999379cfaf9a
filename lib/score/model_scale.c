/*
 * model_scale - what a score means: grades, the matrix of two groups, calibration.
 */
#include "score/model_impl.h"

/* { "A": 80, "B": 60, … }: best first, whatever the order in the file. */
static int
scale(struct arena *a, struct config_node n, const char *skip, struct model_scale *out,
    struct err *e)
{
	struct model_grade *grade = arena_array(a, config_size(n), sizeof *grade), one;
	struct config_node value;
	struct str key;
	size_t i, j;

	if (!config_is_object(n))
		return config_err(n, e, "expected grades, { \"A\": 80, \"B\": 60 }");
	for (i = 0; config_member(n, i, &key, &value); i++) {
		if (skip != NULL && str_is(key, skip))
			continue;
		if (key.n == 0)
			return config_err(value, e, "a grade needs a name");
		one = (struct model_grade){ .name = arena_copy(a, key) };
		if (config_points(value, &one.least, e) != 0)
			return -1;
		for (j = out->n; j > 0 && grade[j - 1].least < one.least; j--)
			grade[j] = grade[j - 1];
		if (j > 0 && grade[j - 1].least == one.least)
			return config_err(value, e, "another grade begins there too");
		grade[j] = one;
		out->n++;
	}
	out->grade = grade;
	return out->n > 0 ? 0 : config_err(n, e, "needs a grade");
}

static int
side(struct arena *a, struct config_node n, const struct model *m, size_t *group,
    struct model_scale *out, struct err *e)
{
	const char **names = arena_array(a, m->groups + 1, sizeof *names), *near;
	struct config_node of = config_get(n, "group");
	struct str name = { 0 };
	size_t i;

	if (!config_is_object(n))
		return config_err(n, e, "expected a group and its grades");
	if (of.value == NULL)
		return config_err(n, e, "needs \"group\", the name of one");
	if (config_text(of, &name, e) != 0)
		return -1;
	*group = model_group_find(m, name);
	if (*group == SIZE_MAX) {
		for (i = 0; i < m->groups; i++)
			names[i] = arena_copy(a, m->group[i].name).p;
		near = str_nearest(name, names);
		return config_err(of, e, "no group of this model is called that%s%s%s",
		    near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
	}
	return scale(a, n, "group", out, e);
}

static int
matrix(struct arena *a, struct config_node n, struct model *m, struct err *e)
{
	static const char *const keys[] = { "rows", "columns", NULL };
	struct str *cell;
	size_t i, j;

	if (!config_is_object(n))
		return config_err(n, e, "expected { \"rows\": …, \"columns\": … }");
	if (config_keys(n, keys, e) != 0 ||
	    side(a, config_get(n, "rows"), m, &m->row_group, &m->rows, e) != 0 ||
	    side(a, config_get(n, "columns"), m, &m->column_group, &m->columns, e) != 0)
		return -1;
	m->cell = cell = arena_array(a, m->rows.n * m->columns.n, sizeof *cell);
	for (i = 0; i < m->rows.n; i++)
		for (j = 0; j < m->columns.n; j++)
			*cell++ = arena_printf(a, "%.*s%.*s", STR_ARG(m->rows.grade[i].name),
			    STR_ARG(m->columns.grade[j].name));
	return 0;
}

int
model_scale_load(struct arena *a, struct config_node root, struct model *m, struct err *e)
{
	static const char *const keys[] = { "intercept", "slope", NULL };
	struct config_node grades = config_get(root, "grades"), both = config_get(root, "matrix"),
	    calibration = config_get(root, "calibration");

	if (grades.value != NULL && scale(a, grades, NULL, &m->grades, e) != 0)
		return -1;
	if (both.value != NULL && matrix(a, both, m, e) != 0)
		return -1;
	m->calibrated = calibration.value != NULL;
	if (!m->calibrated)
		return 0;
	if (!config_is_object(calibration))
		return config_err(calibration, e, "expected { \"intercept\": …, \"slope\": … }");
	if (config_get(calibration, "intercept").value == NULL ||
	    config_get(calibration, "slope").value == NULL)
		return config_err(calibration, e, "needs \"intercept\" and \"slope\"");
	if (config_keys(calibration, keys, e) != 0 ||
	    config_real(config_get(calibration, "intercept"), &m->intercept, e) != 0)
		return -1;
	return config_real(config_get(calibration, "slope"), &m->slope, e);
}
